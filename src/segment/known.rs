//! What is known of a word wherever it stands: its stem and its entry in the lexicon. News says the same few thousand
//! words over and over, so what was looked up last is kept.

use std::cell::RefCell;

use rust_stemmers::{Algorithm, Stemmer};

use super::words::Term;
use crate::text::lexicon::{self, Entry};

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    term: Term,
    /// Its stem as a number.
    pub stem: Term,
    /// What the lexicon knows of it.
    pub entry: Entry,
}

/// A power of two, so that a word's slot is the last bits of its number. Nineteen words in twenty of news are found
/// again in so many slots, which together still fit the cache of a core.
const SLOTS: usize = 16_384;

/// Longer words are no words that have endings but addresses and noise, and stemming them would cost more than their
/// length.
const LONGEST_STEMMED_BYTES: usize = 64;

thread_local! {
    static STEMMER: Stemmer = Stemmer::create(Algorithm::English);
    /// What was last looked up of the words that share a slot. At first that of the empty word, which is true of it.
    static LAST: RefCell<Vec<Known>> = RefCell::new(vec![looked_up("", Term::of("")); SLOTS]);
}

/// What is known of `folded`, whose number is `term`.
pub fn known(folded: &str, term: Term) -> Known {
    LAST.with_borrow_mut(|last| {
        let slot = &mut last[term.0 as usize % SLOTS];
        if slot.term != term {
            *slot = looked_up(folded, term);
        }
        *slot
    })
}

fn looked_up(folded: &str, term: Term) -> Known {
    Known { term, stem: stem(folded), entry: lexicon::entry(folded) }
}

/// The number of a word's stem; a word longer than any of English is its own.
pub fn stem(folded: &str) -> Term {
    if folded.len() > LONGEST_STEMMED_BYTES {
        return Term::of(folded);
    }
    STEMMER.with(|stemmer| Term::of(&stemmer.stem(folded)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        assert_eq!(stem("invested"), stem("invests"));
        assert_ne!(stem("revenue"), stem("reverse"));
    }

    #[test]
    fn what_is_kept_is_what_is_looked_up() {
        // Far more words than slots, so that each slot changes hands.
        for round in 0..2 {
            for number in 0..3 * SLOTS {
                let word = if number % 2 == 0 { format!("{number:x}") } else { format!("invest{number}ed") };
                let (kept, fresh) = (known(&word, Term::of(&word)), looked_up(&word, Term::of(&word)));
                assert_eq!((kept.stem, kept.entry), (fresh.stem, fresh.entry), "{word} in round {round}");
            }
        }
        assert_eq!(known("invests", Term::of("invests")).stem, stem("invested"));
    }

    #[test]
    fn a_word_as_long_as_a_page_is_its_own_stem() {
        let long = "y".repeat(1_000_000);
        assert_eq!(stem(&long), Term::of(&long));
    }
}
