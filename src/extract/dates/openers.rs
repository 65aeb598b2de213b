//! Which words can begin a date: most words of a text cannot, and no form needs to be tried at them.

use super::Reader;
use crate::segment::WordKind;

impl Reader<'_> {
    /// Whether some form of a date can begin with word `at`.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let Some(word) = self.document.words.get(at) else { return false };
        match word.kind {
            WordKind::Figure => true,
            // Of the marks only an apostrophe begins a date: “'82”.
            WordKind::Mark => self.word(at) == "'",
            WordKind::Clitic => false,
            WordKind::Word => opens(self.word(at)) || self.numeral(at).is_some(),
        }
    }
}

#[rustfmt::skip]
fn opens(word: &str) -> bool {
    matches!(
        word,
        // months and weekdays
        "january" | "february" | "march" | "april" | "may" | "june" | "july" | "august" | "september" | "october"
            | "november" | "december" | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct"
            | "nov" | "dec" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "mon"
            | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun"
            // places in an order, and numbers that stand for more than their numeral
            | "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth"
            | "half" | "quarter" | "fifteen" | "sixteen" | "seventeen" | "eighteen" | "nineteen" | "twenty" | "two"
            // periods and their parts
            | "year" | "years" | "month" | "months" | "quarters" | "week" | "day" | "spring" | "summer" | "autumn" | "fall"
            | "winter" | "fiscal" | "financial" | "beginning" | "start" | "end" | "middle" | "close" | "turn" | "outset"
            | "midpoint" | "eve" | "rest" | "remainder" | "early" | "earlier" | "late" | "later" | "mid" | "final" | "opening" | "closing"
            // days told from the article's
            | "today" | "tonight" | "yesterday" | "tomorrow" | "recent" | "coming" | "upcoming" | "past" | "following"
            | "last" | "previous" | "this" | "current" | "next" | "now" | "right" | "noon" | "midday" | "midnight"
            // lengths that lie back: “several weeks ago”
            | "several" | "many" | "few" | "some" | "numerous" | "countless" | "seconds" | "minutes" | "hours" | "days"
            | "weeks" | "decades" | "centuries"
            // little words
            | "the" | "that" | "in" | "at" | "a" | "an"
            // feasts
            | "new" | "christmas" | "boxing" | "valentine" | "groundhog" | "st" | "earth" | "anzac" | "international"
            | "bastille" | "canada" | "juneteenth" | "halloween" | "all" | "veterans" | "armistice" | "memorial" | "labor"
            | "columbus" | "thanksgiving" | "black" | "cyber" | "ash" | "palm" | "good" | "easter" | "mardi" | "pentecost"
            | "mlk" | "xmas"
    ) || is_code(word)
}

/// “q3”, “h1”, “fy2025”
fn is_code(word: &str) -> bool {
    let rest = word.strip_prefix('q').or_else(|| word.strip_prefix("fy"));
    rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::calendar::{self, FEASTS};

    #[test]
    fn every_name_of_the_calendar_opens_a_date() {
        for (words, ..) in &FEASTS {
            assert!(opens(words[0]), "{words:?}");
        }
        for word in ["january", "sept", "tues", "sunday", "winter", "quarter", "year"] {
            assert!(opens(word), "{word}");
            let named = calendar::month(word).is_some()
                || calendar::weekday(word).is_some()
                || calendar::season(word).is_some()
                || calendar::unit(word).is_some();
            assert!(named, "{word}");
        }
        assert!(opens("q3") && opens("fy2025") && opens("fy") && !opens("quarrel") && !opens("people"));
    }
}
