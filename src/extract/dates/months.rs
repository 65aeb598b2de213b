//! Months: “July 2016”, “in July”, “October last year”, and what they are called.

use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, Spelling};

/// Words before a month that show it is one, where it might be another word or a name.
const BEFORE_MONTH: [&str; 30] = [
    "in", "since", "by", "until", "till", "of", "from", "to", "through", "during", "before", "after", "for", "between",
    "last", "next", "this", "early", "late", "mid", "and", "or", "every", "ended", "ending", "around", "-", "the", "a",
    "past",
];

/// March and May, which are common words, too.
const COMMON_WORDS: [i8; 2] = [3, 5];

/// Months that are also common words or first names: those two, April, June and August.
const AMBIGUOUS_MONTHS: [i8; 5] = [3, 4, 5, 6, 8];

/// A month with a day or year beside it, as the forms of a date are put together from it.
pub(super) struct Named {
    pub month: i8,
    /// One past its words, the full stop of an abbreviation included.
    pub end: usize,
    /// “may” or “march” in lower case, which only an ordinal beside it makes a month.
    pub doubtful: bool,
}

impl Reader<'_> {
    /// “July 2016”, “in July”
    pub(super) fn month(&self, at: usize) -> Option<Reading> {
        let (_, spelling) = calendar::month(self.word(at))?;
        let Named { month, end, doubtful } = self.named_month(at)?;
        if doubtful {
            return None;
        }
        // “October last year”, “May of this year”
        let of = end + usize::from(self.word(end) == "of");
        if self.word(of + 1) == "year"
            && let Some(year) = self.relative(of)
            && year.end == of + 2
            && (self.capital(at) || !AMBIGUOUS_MONTHS.contains(&month))
        {
            return Some(Reading { end: year.end, timex: format!("{}-{month:02}", year.timex) });
        }
        let joined = self.is(end, &["-", "/"]) && self.glued(end) && self.glued(end + 1);
        if let Some((year, end)) = self.year_behind(end + 1).filter(|_| joined && self.figure(end + 1).is_some()) {
            return Some(Reading { end, timex: format!("{year:04}-{month:02}") });
        }
        if let Some((year, end)) = self.year_behind(end).filter(|_| self.word(end) != "in") {
            return Some(Reading { end, timex: format!("{year:04}-{month:02}") });
        }
        if self.word(end) == "'" && self.figure(end + 1).is_some_and(|(_, digits)| digits == 2) {
            return None;
        }
        // “from Sep to Nov”
        let beside_short = self.is_before(at, &["from", "between", "to", "and", "until"])
            && ((self.is(end, &["to", "and", "until", "through"]) && self.is_month(end + 1))
                || (self.before(at) != "from" && self.was_month(at)));
        if spelling == Spelling::Short && self.capital(at) && beside_short {
            return Some(Reading { end, timex: anchor::month(self.today, month, self.tense(at)) });
        }
        let shown = self.is_before(at, &BEFORE_MONTH);
        // A capital behind it makes it part of a name: “June Smith”.
        let in_name = self.capital(end) && calendar::month(self.word(end)).is_none();
        let ambiguous = AMBIGUOUS_MONTHS.contains(&month);
        if spelling == Spelling::Short || !self.capital(at) || (in_name && ambiguous) || (ambiguous && !shown) {
            return None;
        }
        // “may” at the start of a sentence, “a March on the palace”
        if ambiguous && self.is_before(at, &["a", "the", "for", "to"]) && month != 6 {
            return None;
        }
        // “in September and October 2018”
        let shared = || {
            let next = self.named_month(end + 1).filter(|next| self.is(end, &["and", "or"]) && next.month > month)?;
            self.year_behind(next.end).map(|(year, _)| format!("{year:04}-{month:02}"))
        };
        Some(Reading { end, timex: shared().unwrap_or_else(|| anchor::month(self.today, month, self.tense(at))) })
    }

    /// The month named at `at`. A short name, or one in lower case that is a common word, calls for a figure beside it,
    /// which is for the caller to see.
    pub(super) fn named_month(&self, at: usize) -> Option<Named> {
        let (month, spelling) = calendar::month(self.word(at))?;
        let doubtful = !self.capital(at) && COMMON_WORDS.contains(&month);
        let end = if spelling == Spelling::Short { self.past_stop(at + 1) } else { at + 1 };
        Some(Named { month, end, doubtful })
    }

    /// Whether the word two before `at` names a month, or the one before its full stop.
    fn was_month(&self, at: usize) -> bool {
        [2, 3].iter().any(|&steps| calendar::month(self.back(at, steps)).is_some())
    }
}
