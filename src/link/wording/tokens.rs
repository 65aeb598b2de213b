//! A word of a quotation as it is compared, with all that comparing it takes. Two quotations are laid side by side again and
//! again, and news says the same few thousand words over and over: what a word is made into is kept.

use std::cell::RefCell;
use std::sync::OnceLock;

use super::forms::{LEAST_LETTERS, carries_content, form_bits, spelling, word_bits};
use super::order::Marks;
use crate::segment::{Document, Term, stem};
use crate::text::{Span, lexicon};

/// A word of a quotation as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct Token<'d> {
    /// Its folded form.
    pub folded: &'d str,
    /// What is made of that.
    pub made: Made,
}

/// What a folded form is made into.
#[derive(Clone, Copy, Debug)]
pub struct Made {
    /// The form as a number.
    pub term: Term,
    /// Its stem.
    pub(super) stem: Term,
    /// How it is written once American and British, contracted and full forms are one.
    pub spelling: Term,
    /// The first character of that; none where nothing is left.
    pub(super) first: Option<char>,
    /// Which irregular verbs and pronouns it is a form of, a bit each.
    pub forms: u64,
    /// What sharing it tells.
    pub(super) bits: f64,
    /// Whether a change of it changes what is said.
    pub content: bool,
    /// Whether it is letters alone.
    pub(super) is_alphabetic: bool,
    /// Whether the lexicon knows it.
    pub(super) is_known: bool,
    /// How many letters it has.
    pub(super) letters: usize,
}

/// A power of two, so that a word's slot is the last bits of its number; the quotations of a story have hardly more words.
const SLOTS: usize = 4096;

thread_local! {
    /// What was last made of the words that share a slot. At first that of the empty word, which is true of it.
    static LAST: RefCell<Vec<Made>> = RefCell::new(vec![make("", Term::of("")); SLOTS]);
}

impl<'d> Token<'d> {
    /// Word `index` of `document`.
    pub fn new(document: &'d Document, index: usize) -> Self {
        Self::of(document.folded(index), document.words.get(index).map_or(Term::of(""), |word| word.term))
    }

    fn of(folded: &'d str, term: Term) -> Self {
        let made = LAST.with_borrow_mut(|last| {
            let slot = &mut last[term.0 as usize % SLOTS];
            if slot.term != term {
                *slot = make(folded, term);
            }
            *slot
        });
        Self { folded, made }
    }
}

impl Made {
    /// Whether it is long enough for damage to be known again.
    pub(super) const fn may_be_damaged(&self) -> bool {
        self.letters + MOST_LOST >= LEAST_LETTERS
    }
}

/// Damage leaves out so many letters at most.
const MOST_LOST: usize = 3;

fn make(folded: &str, term: Term) -> Made {
    let spelt = spelling(folded);
    Made {
        term,
        stem: stem(folded),
        spelling: Term::of(&spelt),
        first: spelt.chars().next(),
        forms: form_bits(folded),
        bits: word_bits(folded),
        content: carries_content(folded),
        is_alphabetic: folded.chars().all(char::is_alphabetic),
        is_known: lexicon::entry(folded).is_known(),
        letters: folded.chars().count(),
    }
}

/// The words of a quotation as they are compared.
#[derive(Clone, Debug, Default)]
pub struct Wording<'d> {
    /// In order.
    pub tokens: Vec<Token<'d>>,
    terms: Vec<Term>,
    /// Made when they are first asked for.
    marks: OnceLock<Marks>,
}

impl<'d> Wording<'d> {
    /// `words` of a document.
    pub fn new(document: &'d Document, words: &[usize]) -> Self {
        Self::from_tokens(words.iter().map(|&word| Token::new(document, word)).collect())
    }

    /// The words under `span` that count.
    pub fn under(document: &'d Document, span: Span) -> Self {
        Self::new(document, &super::quoted_words(document, span))
    }

    /// Words that are folded already, with spaces between them.
    ///
    /// ```
    /// use variorum::link::wording::Wording;
    ///
    /// assert_eq!(Wording::of_text("the bridge was safe").tokens.len(), 4);
    /// ```
    pub fn of_text(folded: &'d str) -> Self {
        Self::from_tokens(folded.split_whitespace().map(|word| Token::of(word, Term::of(word))).collect())
    }

    fn from_tokens(tokens: Vec<Token<'d>>) -> Self {
        let terms = tokens.iter().map(|token| token.made.term).collect();
        Self { tokens, terms, marks: OnceLock::new() }
    }

    /// The numbers of the folded forms.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// What its words are known again by.
    pub(super) fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| Marks::of(&self.tokens))
    }

    /// The folded forms.
    pub fn folded(&self) -> impl Iterator<Item = &'d str> {
        self.tokens.iter().map(|token| token.folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_is_made() {
        // More words than slots, so that each slot changes hands.
        for round in 0..2 {
            for number in 0..2 * SLOTS {
                let word = format!("{}{number}", if number % 3 == 0 { "realised" } else { "won't" });
                let (kept, fresh) = (Token::of(&word, Term::of(&word)).made, make(&word, Term::of(&word)));
                assert_eq!((kept.term, kept.spelling), (fresh.term, fresh.spelling), "{word} in round {round}");
            }
        }
    }
}
