//! Days, months, years and times of day, as TIMEX3 values.
//!
//! At each word every form is tried, and the longest reading wins. What a form leaves open (the year of “Feb. 24”, the
//! week of “Monday”) is taken from the day the article was published, and stays open where that is unknown.

mod anchor;
mod anchored;
mod clock;
mod context;
mod days;
mod feasts;
mod hours;
mod joined;
mod listed;
mod loose;
mod months;
mod numeric;
mod openers;
mod parts;
mod periods;
mod relative;
mod spans;
mod spoken;
mod tense;
mod years;

use jiff::civil::Date;

use super::{Mention, Numeral, NumeralForm, Value, timex};
use crate::segment::{Document, Shape};

/// The dates and times in `document`, in reading order, resolved against `reference` where there is one, else against
/// the date in the article's own dateline.
pub fn dates(document: &Document, numerals: &[Numeral], reference: Option<Date>) -> Vec<Mention> {
    let reader = Reader { document, numerals, today: reference };
    if reference.is_none()
        && let Some(own) = own_date(document, &reader)
    {
        return Reader { today: Some(own), ..reader }.dates(0..document.words.len());
    }
    reader.dates(0..document.words.len())
}

/// So many paragraphs from the top a dateline may stand: below headline, sub-headline and byline.
const DATELINE_PARAGRAPHS: usize = 5;
/// So many words a dateline may have besides its date: “Published …”, a byline, a place, the time of day.
const DATELINE_WORDS: usize = 8;

/// So many words a full date has at most, the time of day left out: “Thursday, June 20, 2024”.
const FULL_DATE_WORDS: usize = 6;

/// The full date that stands nearly alone in one of the first paragraphs.
fn own_date(document: &Document, reader: &Reader) -> Option<Date> {
    document.paragraphs.iter().take(DATELINE_PARAGRAPHS).find_map(|paragraph| {
        let words = document.words_in(paragraph.span);
        let long = words.len() > 2 * DATELINE_WORDS;
        let found = if long { Vec::new() } else { reader.dates(words.clone()) };
        found.iter().find_map(|mention| {
            let Value::Date { timex } = &mention.value else { return None };
            let others = words.len() - mention.words.len().min(FULL_DATE_WORDS);
            let day = timex::interval(timex).filter(|(first, last)| first == last)?.0;
            (others <= DATELINE_WORDS && !timex.starts_with('(')).then_some(day)
        })
    })
}

/// A reading of words as a date: one past its last word, and its value.
#[derive(Debug, PartialEq, Eq)]
struct Reading {
    end: usize,
    timex: String,
}

/// A value told in `sentence` or the one before, and in which.
fn near(last: Option<&(usize, String)>, sentence: usize) -> Option<(usize, &str)> {
    last.filter(|(place, _)| sentence.saturating_sub(*place) <= 1).map(|(place, told)| (*place, told.as_str()))
}

/// The words of a document with what the forms of dates ask of them. A place beyond the last word, or before the
/// first, has no words: every question about it is answered “no”.
struct Reader<'d> {
    document: &'d Document,
    numerals: &'d [Numeral],
    today: Option<Date>,
}

impl Reader<'_> {
    fn dates(&self, words: std::ops::Range<usize>) -> Vec<Mention> {
        let mut found = Vec::new();
        // The sentence of the last day told, and its value: what a time behind it belongs to.
        let mut last_day: Option<(usize, String)> = None;
        // The same of the last day, month or year: what “two years later” is counted from.
        let mut last_told: Option<(usize, String)> = None;
        let mut at = words.start;
        while at < words.end {
            let sentence = self.document.words[at].sentence();
            if !self.may_begin(at) {
                at += 1;
                continue;
            }
            let in_context = self.day_in_context(
                at,
                near(last_day.as_ref(), sentence).map(|(_, day)| day),
                near(last_told.as_ref(), sentence),
            );
            let reading = [self.longest(at), in_context].into_iter().flatten();
            match reading.reduce(|best, reading| if reading.end > best.end { reading } else { best }) {
                Some(Reading { end, timex }) if end <= words.end => {
                    let timex = self.on_its_day(timex, last_day.as_ref().filter(|(place, _)| *place == sentence));
                    // A time behind “Sunday night into Monday” is one of the Sunday on which it all begins.
                    let goes_on =
                        self.before(at) == "into" && last_day.as_ref().is_some_and(|(told, _)| *told == sentence);
                    if let Some(day) = timex.split('T').next().filter(|day| joined::is_day(day) && !goes_on) {
                        last_day = Some((sentence, day.to_owned()));
                    }
                    if timex::interval(&timex).is_some() && !timex.starts_with('(') {
                        last_told = Some((sentence, timex.clone()));
                    }
                    found.push(Mention {
                        span: self.document.span_of(at..end),
                        words: at..end,
                        sentence,
                        value: Value::Date { timex },
                    });
                    at = end;
                }
                _ => at += 1,
            }
        }
        found
    }

    /// A time of day with the day that was told before it in its sentence; one in a told zone is news of some day, and
    /// where none is told, of the article's own.
    fn on_its_day(&self, timex: String, last_day: Option<&(usize, String)>) -> String {
        let zoned = timex.ends_with('Z');
        if !timex.starts_with('T') || !(zoned || last_day.is_some()) {
            return timex;
        }
        match (last_day, self.today) {
            (Some((_, day)), _) => joined::day_at(day, &timex),
            (None, Some(today)) => format!("{today}{timex}"),
            (None, None) => timex,
        }
    }

    /// The longest reading that starts at word `at` and stays in its sentence, with the end of its range.
    fn longest(&self, at: usize) -> Option<Reading> {
        self.moment(at).map(|first| self.ranged(at, first))
    }

    /// The longest reading of one day, time or period that starts at word `at` and stays in its sentence, with all parts
    /// that belong to it.
    fn moment(&self, at: usize) -> Option<Reading> {
        let single = self.single(at)?;
        let end = single.end;
        let joined = self.joined(at, single);
        if joined.end > end && !self.same_sentence(at, joined.end - 1) { self.single(at) } else { Some(joined) }
    }

    fn single(&self, at: usize) -> Option<Reading> {
        if !self.may_begin(at) {
            return None;
        }
        [
            self.day(at),
            self.month(at),
            self.year(at),
            self.decade(at),
            self.century(at),
            self.quarter(at),
            self.months_through(at),
            self.relative(at),
            self.edge(at),
            self.season(at),
            self.anchored(at),
            self.holiday(at),
            self.short_day(at, numeric::ShownBy::Words),
            self.time_before_day(at),
            self.clock(at),
            self.part_of_period(at),
            self.weekend(at),
            self.part_of_day(at),
            self.present_moment(at),
            self.now_until(at),
            self.period_of_the_article(at),
            self.day_of_some_month(at),
        ]
        .into_iter()
        .flatten()
        .filter(|reading| reading.end > at && self.same_sentence(at, reading.end - 1))
        // Of equally long readings the one named first.
        .reduce(|best, reading| if reading.end > best.end { reading } else { best })
    }

    fn same_sentence(&self, a: usize, b: usize) -> bool {
        match (self.document.words.get(a), self.document.words.get(b)) {
            (Some(a), Some(b)) => a.sentence() == b.sentence(),
            _ => false,
        }
    }

    /// The comparable form of word `at`.
    fn word(&self, at: usize) -> &str {
        self.document.folded(at)
    }

    /// The comparable form of the word before `at` in its sentence.
    fn before(&self, at: usize) -> &str {
        self.back(at, 1)
    }

    /// The comparable form of the word `steps` before `at` in its sentence.
    fn back(&self, at: usize, steps: usize) -> &str {
        match at.checked_sub(steps) {
            Some(place) if self.same_sentence(place, at) => self.word(place),
            _ => "",
        }
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    fn is_before(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.before(at))
    }

    fn glued(&self, at: usize) -> bool {
        self.document.words.get(at).is_some_and(|word| word.glued)
    }

    /// Whether word `at` begins with a capital.
    fn capital(&self, at: usize) -> bool {
        self.document.words.get(at).is_some_and(|word| matches!(word.shape, Shape::Title | Shape::Upper))
    }

    /// The plain figure at `at`: its number and how many digits it has.
    fn figure(&self, at: usize) -> Option<(i16, usize)> {
        let written = self.word(at);
        let plain = !written.is_empty() && written.len() <= 4 && written.bytes().all(|byte| byte.is_ascii_digit());
        if plain { Some((written.parse().ok()?, written.len())) } else { None }
    }

    /// The hyphen between two words at `at`, glued or not.
    fn hyphen(&self, at: usize) -> bool {
        self.word(at) == "-"
    }

    /// One past the full stop that ends an abbreviation at `at`, if there is one.
    fn past_stop(&self, at: usize) -> usize {
        if self.word(at) == "." && self.glued(at) { at + 1 } else { at }
    }

    /// The numeral that starts at word `at`.
    fn numeral(&self, at: usize) -> Option<&Numeral> {
        let place = self.numerals.binary_search_by_key(&at, |numeral| numeral.words.start).ok()?;
        Some(&self.numerals[place])
    }

    /// The place in an order at `at`, in figures or words, as a small number, and one past its words.
    fn ordinal(&self, at: usize) -> Option<(i8, usize)> {
        const FIRST: [&str; 10] =
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
        if let Some((number, digits)) = self.figure(at) {
            let suffixed = digits <= 2 && self.glued(at + 1) && self.is(at + 1, &["st", "nd", "rd", "th"]);
            return if suffixed { Some((i8::try_from(number).ok()?, at + 2)) } else { None };
        }
        if let Some(numeral) = self.numeral(at)
            && numeral.form == NumeralForm::Ordinal
        {
            return Some((i8::try_from(numeral.amount.number).ok()?, numeral.words.end));
        }
        let place = FIRST.iter().position(|word| *word == self.word(at))?;
        Some((i8::try_from(place).ok()? + 1, at + 1))
    }
}

#[cfg(test)]
mod tests;
