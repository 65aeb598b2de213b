//! Years, decades, centuries and fiscal years: “in 2020”, “2012–13”, “the 1990s”, “the '80s”, “the 21st century”.

use super::{Reader, Reading};
use crate::extract::{calendar, timex};
use crate::text::Classes;

/// A bare figure can be a year of the news in this range.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;

/// Words after which a four-figure number is a year whatever follows it.
const BEFORE_YEAR: [&str; 10] = ["in", "since", "during", "until", "till", "circa", "early", "late", "mid", "year"];

/// Words after which it is a year unless something is counted: “from 2010”, but “from 2000 homes”.
const MAYBE_BEFORE_YEAR: [&str; 10] =
    ["by", "from", "of", "for", "to", "before", "after", "between", "through", "around"];

/// Words that a year may stand behind as a noun's attribute: “the 2016 election”.
const DETERMINERS: [&str; 14] =
    ["the", "a", "an", "'s", "his", "her", "its", "their", "our", "my", "this", "that", "'", "your"];

/// Words that tell a figure behind them to be an amount.
const HEDGES: [&str; 12] =
    ["about", "nearly", "almost", "over", "than", "least", "most", "approximately", "roughly", "some", "another", "$"];

/// What a figure before it counts or measures, so that it is no year; and the zones behind a time.
const UNITS_OF_MEASURE: [&str; 12] =
    ["%", "percent", "per", "million", "billion", "trillion", "km", "kg", "hours", "x", "gmt", "utc"];

impl Reader<'_> {
    /// A year that stands alone, or two of them: “2012–13”.
    pub(super) fn year(&self, at: usize) -> Option<Reading> {
        if let Some(fiscal) = self.fiscal_year(at) {
            return Some(fiscal);
        }
        if let Some(short) = self.short_year(at) {
            return Some(short);
        }
        if self.is_before(at, &["in", "since", "of", "until"])
            && let Some((year, end)) = self.spoken_year(at).filter(|(year, _)| YEARS.contains(year))
            && self.stands_bare(end)
        {
            return Some(Reading { end, timex: year.to_string() });
        }
        if self.word(at) == "year" {
            return self.year_of_edge(at + 1);
        }
        if let Some(month) = self.month_and_year(at) {
            return Some(month);
        }
        if let Some(old) = self.old_year(at) {
            return Some(old);
        }
        let year = self.year_figure(at)?;
        if self.hyphen(at + 1)
            && self.glued(at + 1)
            && self.glued(at + 2)
            && let Some(last) = self.last_year(year, at + 2)
        {
            return Some(Reading { end: at + 3, timex: timex::range(&year.to_string(), &last.to_string())? });
        }
        if let Some(month) = self.month_in_figures(at + 2).filter(|_| self.hyphen(at + 1) && !self.names_before(at)) {
            return Some(Reading { end: at + 3, timex: format!("{year}-{month:02}") });
        }
        let next_glued = self.glued(at + 1) && self.is(at + 1, &["-", "/", "%", ":", "s"]);
        if next_glued || (self.glued(at) && self.is_before(at, &["$", "-", "/", ":", "#", "."])) {
            return None;
        }
        self.reads_as_year(at).then(|| Reading { end: at + 1, timex: year.to_string() })
    }

    /// The month in two figures at `at`, the last part of “2015-12”.
    fn month_in_figures(&self, at: usize) -> Option<i16> {
        let glued = self.glued(at) && self.glued(at.checked_sub(1)?);
        let more = self.glued(at + 1) && self.is(at + 1, &["-", "/", ":", ".", ","]) && self.figure(at + 2).is_some();
        let (month, _) = self.figure(at).filter(|&(month, digits)| digits == 2 && (1..=12).contains(&month))?;
        (glued && !more).then_some(month)
    }

    /// Whether a name or sign before a figure makes it a number of something: “Resolution 2015-12”.
    fn names_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|place| self.same_sentence(place, at) && self.capital(place))
            || self.is_before(at, &["-", "/", "#", "."])
    }

    /// “12-2015”, “2/2013”
    fn month_and_year(&self, at: usize) -> Option<Reading> {
        let (month, digits) = self.figure(at).filter(|(month, _)| (1..=12).contains(month))?;
        let joined = self.is(at + 1, &["-", "/"]) && self.glued(at + 1) && self.glued(at + 2);
        let year = self.year_figure(at + 2).filter(|_| joined && digits <= 2)?;
        let more = self.glued(at + 3) && self.is(at + 3, &["-", "/", ":", ".", ","]) && self.figure(at + 4).is_some();
        let part = self.names_before(at) || (self.glued(at) && self.is_before(at, &["$", ",", ":"]));
        (!more && !part).then(|| Reading { end: at + 3, timex: format!("{year}-{month:02}") })
    }

    fn year_figure(&self, at: usize) -> Option<i16> {
        self.figure(at).filter(|(year, digits)| *digits == 4 && YEARS.contains(year)).map(|(year, _)| year)
    }

    /// “founded in 1865”: years before those of the news only where hardly anything else can stand.
    fn old_year(&self, at: usize) -> Option<Reading> {
        let (year, digits) = self.figure(at)?;
        let counted = self.same_sentence(at, at + 1)
            && (self.document.words[at + 1].classes().any(Classes::PLURAL)
                || self.glued(at + 1) && self.hyphen(at + 1));
        let fits =
            digits == 4 && (1000..*YEARS.start()).contains(&year) && !counted && !self.is(at + 1, &UNITS_OF_MEASURE);
        let shown =
            self.is_before(at, &["in", "since", "circa"]) || (self.before(at) == "to" && self.back(at, 2) == "back");
        (fits && shown).then(|| Reading { end: at + 1, timex: year.to_string() })
    }

    /// The year that ends a range that begins with `first`: “2015” or “13”.
    fn last_year(&self, first: i16, at: usize) -> Option<i16> {
        let (last, digits) = self.figure(at)?;
        match digits {
            4 => (YEARS.contains(&last) && last > first).then_some(last),
            2 => (last == (first + 1) % 100).then_some(first + 1),
            _ => None,
        }
    }

    /// Whether a bare four-figure number between 1900 and 2099 is a year, and not an amount or a number of something.
    fn reads_as_year(&self, at: usize) -> bool {
        if self.is_before(at, &HEDGES) || self.is(at + 1, &UNITS_OF_MEASURE) {
            return false;
        }
        if self.is_before(at, &BEFORE_YEAR) {
            return true;
        }
        let next = self.document.words.get(at + 1).filter(|_| self.same_sentence(at, at + 1));
        let counted = next.is_some_and(|next| next.classes().any(Classes::PLURAL));
        if counted && self.word(at).ends_with('0') {
            return false;
        }
        // “in 2020 and 2021”
        let second = self.is_before(at, &["and", "or", "to", ",", "-", "through"])
            && at.checked_sub(2).is_some_and(|first| self.year_figure(first).is_some());
        let in_brackets = self.is_before(at, &["("]) && self.is(at + 1, &[")", "-", ","]);
        if second || in_brackets {
            return true;
        }
        let noun_follows =
            next.is_some_and(|next| next.classes().any(Classes::NOUN | Classes::PROPER | Classes::ADJECTIVE));
        if self.is_before(at, &MAYBE_BEFORE_YEAR) {
            return !counted;
        }
        let attribute = self.is_before(at, &DETERMINERS)
            || at.checked_sub(1).is_some_and(|place| {
                !self.capital(place) && self.document.words[place].classes().any(Classes::ADJECTIVE)
            });
        attribute && noun_follows
    }

    /// “fiscal 2025”, “fiscal year 2025”, “FY2025”
    pub(super) fn fiscal_year(&self, at: usize) -> Option<Reading> {
        let written = self.word(at);
        if let Some(year) = written.strip_prefix("fy")
            && matches!(year.len(), 2 | 4)
            && year.bytes().all(|byte| byte.is_ascii_digit())
        {
            let century = if year.len() == 2 { "20" } else { "" };
            return Some(Reading { end: at + 1, timex: format!("FY{century}{year}") });
        }
        let figure = if self.is(at, &["fiscal", "financial"]) && self.word(at + 1) == "year" {
            at + 2
        } else if self.is(at, &["fiscal", "fy"]) {
            at + 1
        } else {
            return None;
        };
        let year = self.year_figure(figure)?;
        Some(Reading { end: figure + 1, timex: format!("FY{year}") })
    }

    /// “since '82”
    fn short_year(&self, at: usize) -> Option<Reading> {
        if self.word(at) != "'" || !self.is_before(at, &["in", "since", "of", "from"]) || !self.glued(at + 1) {
            return None;
        }
        let (year, digits) = self.figure(at + 1)?;
        let closes = self.is(at + 2, &["s", "'", "'s"]) && self.glued(at + 2);
        (digits == 2 && !closes).then(|| Reading { end: at + 2, timex: century_of(year).to_string() })
    }

    /// “the 1990s”, “the '80s”, “the 80s”: the decade without its article.
    pub(super) fn decade(&self, at: usize) -> Option<Reading> {
        let figure = if self.word(at) == "'" && self.glued(at + 1) { at + 1 } else { at };
        let (year, digits) = self.figure(figure)?;
        let plural = self.is(figure + 1, &["s", "'s"]) && self.glued(figure + 1);
        if !plural || year % 10 != 0 {
            return None;
        }
        let end = figure + 2;
        match digits {
            4 if (1000..=2090).contains(&year) => Some(Reading { end, timex: format!("{:03}", year / 10) }),
            // “in his 80s” is an age, and so may “in the 80s” be a temperature: only the larger half are decades here.
            2 if year >= 20 && self.is_before(at, &["the", "early", "late", "mid", "and", "-"]) => {
                Some(Reading { end, timex: format!("{:03}", century_of(year) / 10) })
            }
            _ => None,
        }
    }

    /// “the 21st century”
    pub(super) fn century(&self, at: usize) -> Option<Reading> {
        let (number, end) = self.ordinal(at)?;
        let end = end + usize::from(self.hyphen(end) && self.glued(end));
        let last = number.checked_sub(1).filter(|century| *century > 0)?;
        // “Third Century Bank”
        let named = self.capital(end) && self.capital(end + 1);
        (self.word(end) == "century" && !named).then(|| Reading { end: end + 1, timex: format!("{last:02}") })
    }

    /// A year in figures, as it follows “of” or “early”, where nothing else can be meant.
    pub(super) fn year_of_edge(&self, at: usize) -> Option<Reading> {
        self.year_figure(at).map(|year| Reading { end: at + 1, timex: year.to_string() })
    }

    /// Whether word `at` names a period that “its fiscal year” or “fiscal 2025” is, and its value.
    pub(super) fn fiscal(&self, at: usize) -> Option<Reading> {
        if let Some(year) = self.fiscal_year(at) {
            return Some(year);
        }
        let from = at + usize::from(self.is(at, &["its", "the", "their", "this", "our", "'s"]));
        let told = self.year_figure(from);
        let from = from + usize::from(told.is_some());
        let year = told.map_or_else(|| "XXXX".to_owned(), |year| year.to_string());
        let fiscal = self.is(from, &["fiscal", "financial"]) && self.word(from + 1) == "year";
        fiscal.then(|| Reading { end: from + 2, timex: format!("FY{year}") })
    }

    /// Whether word `at` names a month.
    pub(super) fn is_month(&self, at: usize) -> bool {
        calendar::month(self.word(at)).is_some()
    }
}

/// The year that two figures stand for.
pub(super) fn century_of(year: i16) -> i16 {
    const PIVOT: i16 = 30; // '29 has not become history yet, '30 has
    if year < PIVOT { 2000 + year } else { 1900 + year }
}
