//! Two wordings of one utterance, word by word: the stretch of both in which equal words, forms of one word and words for one
//! thing follow each other, however many others stand between.

use std::ops::Range;

use crate::link::meaning;
use crate::link::wording;
use crate::segment::{Document, Term, Word, WordKind};

/// Words so common that they stand everywhere weigh nothing more than this many bits less.
const COMMON_BITS: f64 = 5.0;
/// What the commonest and the rarest word weigh.
const LEAST_WEIGHT: f64 = 0.5;
const MOST_WEIGHT: f64 = 9.0;
/// A form of the word, and a word for the same thing, weigh this part of the word itself.
const FORM_PART: f64 = 0.9;
const MEANING_PART: f64 = 0.7;
/// What an unmatched word on either side costs: a word of content bridges a handful.
const UNMATCHED: f64 = 1.0;
/// Longer quotations are compared over their first words only, which keeps the cost bounded.
const MOST_WORDS: usize = 160;

/// A word as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct Token<'d> {
    /// Its index in the document.
    pub word: usize,
    /// Its folded form.
    pub folded: &'d str,
    /// Its stem.
    pub stem: Term,
    /// Its written form.
    term: Term,
    /// How it is written once spellings are one.
    spelling: Term,
    /// Which irregular verbs and pronouns it is a form of.
    forms: u64,
    /// What stands for it and for the words that mean the same.
    pub meaning: Term,
    /// What sharing it tells.
    pub weight: f64,
    /// Whether a change of it changes what is said.
    pub content: bool,
}

impl<'d> Token<'d> {
    /// Word `index` of `document`.
    pub fn new(document: &'d Document, index: usize) -> Self {
        let word: &Word = &document.words[index];
        let folded = document.folded(index);
        let weight = match word.kind {
            WordKind::Mark => 0.0,
            _ => (word.rarity() - COMMON_BITS).clamp(LEAST_WEIGHT, MOST_WEIGHT),
        };
        let made = wording::Token::new(document, index).made;
        Self {
            word: index,
            folded,
            stem: word.stem,
            term: word.term,
            spelling: made.spelling,
            forms: made.forms,
            meaning: meaning(word.stem),
            weight,
            content: word.kind != WordKind::Mark && made.content,
        }
    }

    /// The part of its weight that another word shares with it.
    pub fn likeness(&self, other: &Self) -> f64 {
        if self.term == other.term {
            1.0
        } else if self.stem == other.stem || self.spelling == other.spelling || self.forms & other.forms != 0 {
            FORM_PART
        } else if self.content && other.content && self.meaning == other.meaning {
            MEANING_PART
        } else {
            0.0
        }
    }
}

/// How two wordings meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The places of the matched words in both, rising.
    pub pairs: Vec<[usize; 2]>,
    /// What the matched words weigh.
    pub weight: f64,
}

impl Meeting {
    /// The stretch of the first or second wording from the first to the last matched word.
    pub fn stretch(&self, side: usize) -> Range<usize> {
        match (self.pairs.first(), self.pairs.last()) {
            (Some(first), Some(last)) => first[side]..last[side] + 1,
            _ => 0..0,
        }
    }

    /// How many matched words follow each other in both wordings, at most.
    pub fn longest_run(&self) -> usize {
        self.runs().map(<[_]>::len).max().unwrap_or_default()
    }

    /// The matched words in runs that follow each other in both wordings.
    pub fn runs(&self) -> impl Iterator<Item = &[[usize; 2]]> {
        self.pairs.chunk_by(|one, next| one[0] + 1 == next[0] && one[1] + 1 == next[1])
    }
}

/// The best stretch that two wordings have in common; `None` where they share no word.
pub fn meet(a: &[Token], b: &[Token]) -> Option<Meeting> {
    let (a, b) = (&a[..a.len().min(MOST_WORDS)], &b[..b.len().min(MOST_WORDS)]);
    let width = b.len() + 1;
    let mut score = vec![0.0_f64; (a.len() + 1) * width];
    let (mut best, mut end) = (0.0, None);
    for (i, one) in a.iter().enumerate() {
        for (j, other) in b.iter().enumerate() {
            let here = (i + 1) * width + j + 1;
            let shared = one.likeness(other) * one.weight.min(other.weight);
            let matched = if shared > 0.0 { score[i * width + j] + shared } else { 0.0 };
            let skipped = (score[i * width + j + 1].max(score[(i + 1) * width + j]) - UNMATCHED).max(0.0);
            score[here] = matched.max(skipped);
            if score[here] > best {
                (best, end) = (score[here], Some([i, j]));
            }
        }
    }
    let [mut i, mut j] = end?.map(|place| place + 1);
    let mut pairs = Vec::new();
    let mut weight = 0.0;
    while i > 0 && j > 0 && score[i * width + j] > 0.0 {
        let here = score[i * width + j];
        let (one, other) = (&a[i - 1], &b[j - 1]);
        let shared = one.likeness(other) * one.weight.min(other.weight);
        if shared > 0.0 && (score[(i - 1) * width + j - 1] + shared - here).abs() < 1e-9 {
            pairs.push([i - 1, j - 1]);
            weight += shared;
            (i, j) = (i - 1, j - 1);
        } else if score[(i - 1) * width + j] >= score[i * width + j - 1] {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs.reverse();
    Some(Meeting { pairs, weight })
}
