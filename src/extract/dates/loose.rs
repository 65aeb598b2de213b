//! Times told without a figure or name: “the weekend”, “in the early morning”, “right now”, “on the 22nd”.

use super::tense::Tense;
use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, Unit};

/// Words that put “the weekend” to a time.
const BEFORE_WEEKEND: [&str; 9] = ["over", "at", "on", "during", "for", "by", "before", "after", "this"];

/// Words before “the 22nd” that make it a day.
const BEFORE_DAY: [&str; 8] = ["on", "by", "until", "till", "since", "from", "for", "around"];

/// Words of golf, where “on the 18th” is a hole.
const GOLF: [&str; 12] =
    ["hole", "holes", "par", "birdie", "birdied", "bogey", "bogeyed", "tee", "green", "fairway", "putt", "eagle"];

/// So many words around “the 18th” such a word may stand.
const REACH_WORDS: usize = 12;

impl Reader<'_> {
    /// “the weekend”: the last that has begun, or with a future tense the next one.
    pub(super) fn weekend(&self, at: usize) -> Option<Reading> {
        let shown = self.word(at) == "the" && self.word(at + 1) == "weekend" && self.is_before(at, &BEFORE_WEEKEND);
        // “the weekend before”, “the weekend of June 5” are others
        if !shown || self.is(at + 2, &["before", "after", "of", "-"]) {
            return None;
        }
        let weeks = match (self.today, self.tense(at)) {
            (Some(today), tense) if tense != Some(Tense::Future) => {
                -i64::from(today.weekday().to_monday_one_offset() < 6)
            }
            _ => 0,
        };
        Some(Reading { end: at + 2, timex: format!("{}-WE", anchor::period(self.today, weeks, Unit::Week)?) })
    }

    /// “in the morning”, “early morning”, “late in the afternoon”: a part of no told day.
    pub(super) fn part_of_day(&self, at: usize) -> Option<Reading> {
        let mut from = at + usize::from(self.is(at, &["early", "earlier", "late", "later"]));
        let qualified = from > at;
        let article = self.document.is_phrase(from, &["in", "the"]);
        if article {
            from += 2;
            from += usize::from(self.is(from, &["early", "late"]));
        }
        let part = calendar::day_part(self.word(from))?;
        let evening_of = self.word(from + 1) == "of" || self.hyphen(from + 1);
        // “one in the morning” is a time; “early morning traffic” a sort of traffic.
        let attribute = !article
            && self.same_sentence(at, from + 1)
            && self.document.words[from + 1].classes().any(crate::text::Classes::NOUN);
        (article || (qualified && self.is_before(at, &["in", "the", "until"])))
            .then(|| Reading { end: from + 1, timex: format!("T{part}") })
            .filter(|_| !evening_of && !attribute)
    }

    /// “right now”, “at the moment”
    pub(super) fn present_moment(&self, at: usize) -> Option<Reading> {
        const PHRASES: [&[&str]; 3] = [&["right", "now"], &["at", "the", "moment"], &["at", "present"]];
        // “now” by itself where it ends what is told; elsewhere it is hardly more than “so”.
        let alone = self.word(at) == "now"
            && (self.is(at + 1, &[".", ",", ";", "!", "?", "\"", ")"]) || !self.same_sentence(at, at + 1))
            && !self.before(at).is_empty()
            && !self.capital(at)
            && !self.is_before(at, &["for", "until", "till", "by", "from", "even", "just", "to", "and", "but"]);
        if alone {
            return Some(Reading { end: at + 1, timex: "PRESENT_REF".to_owned() });
        }
        let phrase = PHRASES.iter().find(|phrase| self.document.is_phrase(at, phrase))?;
        let end = at + phrase.len();
        // “at the moment of impact”, “at the moment the train …”
        let other = self.is(end, &["of", "when", "that", "the", "he", "she", "it", "they", "we", "a"]);
        (!other).then(|| Reading { end, timex: "PRESENT_REF".to_owned() })
    }

    /// “on the 22nd”: open, unless a verb tells which way it lies.
    pub(super) fn day_of_some_month(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.word(at) == "the");
        if from == at || !self.is_before(at, &BEFORE_DAY) {
            return None;
        }
        let (day, end) = self.ordinal(from).filter(|(day, _)| (1..=31).contains(day))?;
        let figure = self.figure(from).is_some();
        let follows = self.document.words.get(end).filter(|word| word.sentence() == self.document.words[at].sentence());
        let stands_alone = follows.is_none_or(|word| {
            word.kind == crate::segment::WordKind::Mark && !self.hyphen(end) && !self.is(end, &["/", "%"])
                || self.is(end, &["at", "in", "with", "and", "or", "for", "to", "when", "as", "but", "from", "between"])
        });
        let golf = (at.saturating_sub(REACH_WORDS)..at + REACH_WORDS)
            .any(|place| self.same_sentence(at, place) && self.is(place, &GOLF));
        // “for the first” and “on the third” are hardly ever days.
        if !(figure || day > 20) || !stands_alone || golf || (self.before(at) == "for" && !figure) {
            return None;
        }
        let timex = match self.tense(at) {
            Some(tense) => anchor::day_of_month(self.today, day, Some(tense)),
            None => format!("XXXX-XX-{day:02}"),
        };
        Some(Reading { end, timex })
    }
}
