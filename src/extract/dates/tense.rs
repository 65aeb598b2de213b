//! Whether a date lies behind or ahead of the day of the article, going by the verbs around it: “resigned in July”,
//! “will meet on Thursday”.

use super::Reader;
use crate::text::Classes;

/// Which side of the article's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
}

/// Words that put what follows ahead.
const AHEAD: [&str; 19] = [
    "will",
    "'ll",
    "won't",
    "shall",
    "may",
    "might",
    "due",
    "scheduled",
    "slated",
    "expected",
    "expects",
    "plans",
    "planned",
    "planning",
    "upcoming",
    "going",
    "aims",
    "hopes",
    "ready",
];

/// Words before a participle or infinitive that make it one of the future: “to be signed”, “may be held”.
const OPENS_FUTURE: [&str; 9] = ["will", "'ll", "shall", "may", "might", "can", "should", "must", "to"];

/// Words that read as a past tense and are mostly something else.
const NO_PAST: [&str; 5] = ["set", "led", "left", "early", "united"];

/// So many words around a date a verb can still be its own.
const REACH_WORDS: usize = 12;

/// So many words before a date a verb can still put it ahead: between a future verb and its date stands little (“will
/// meet in the old town on Friday”), and further off the date mostly belongs to a noun (“to mourn the crash of Friday”).
const REACH_AHEAD_WORDS: usize = 8;

impl Reader<'_> {
    /// The tense of what is told at the date that starts at word `at`: that of the nearest verb before it, else of the
    /// first one after it; `None` when neither tells.
    pub(super) fn tense(&self, at: usize) -> Option<Tense> {
        let before =
            (1..=REACH_WORDS.min(at)).map(|steps| at - steps).take_while(|&place| self.same_sentence(place, at));
        let found = before.into_iter().find_map(|place| Some((place, self.tense_of(place)?)));
        if let Some((place, tense)) = found {
            let too_far = tense == Tense::Future && at - place > REACH_AHEAD_WORDS;
            return if too_far { None } else { Some(tense) };
        }
        (at + 1..=at + REACH_WORDS)
            .take_while(|&place| self.same_sentence(place, at))
            .find_map(|place| self.tense_of(place))
    }

    fn tense_of(&self, place: usize) -> Option<Tense> {
        let word = self.word(place);
        if AHEAD.contains(&word) && !self.capital(place) {
            return Some(Tense::Future);
        }
        if word == "set" && self.word(place + 1) == "to" {
            return Some(Tense::Future);
        }
        // “is to meet”, “are to meet”
        if word == "to" && self.is_before(place, &["is", "are", "'s", "'re"]) {
            return Some(Tense::Future);
        }
        if self.is(place, &["was", "were", "had", "did"]) {
            return Some(Tense::Past);
        }
        let classes = self.document.words[place].classes();
        if !classes.any(Classes::PAST) || NO_PAST.contains(&word) || self.is_name(place) {
            return None;
        }
        let opened = (1..=2).any(|steps| OPENS_FUTURE.contains(&self.back(place, steps)));
        Some(if opened { Tense::Future } else { Tense::Past })
    }

    /// Whether word `place` is written as a name inside its sentence.
    fn is_name(&self, place: usize) -> bool {
        self.capital(place) && !self.before(place).is_empty()
    }
}
