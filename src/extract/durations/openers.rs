//! Which words can begin a duration: most words of a text cannot, and no form needs to be tried at them.

use super::Reader;
use super::words::VAGUE;
use crate::extract::calendar;

impl Reader<'_> {
    /// Whether some form of a duration can begin with word `at`.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let word = self.word(at);
        let opens = matches!(
            word,
            "a" | "an"
                | "another"
                | "the"
                | "this"
                | "half"
                | "couple"
                | "all"
                | "full"
                | "whole"
                | "entire"
                | "age"
                | "aged"
        );
        // “yearlong”, “decades-long”, “for years”
        opens
            || self.numeral(at).is_some()
            || word.ends_with("long")
            || VAGUE.contains(&word)
            || calendar::unit(word).is_some()
    }
}
