//! How many words two wordings can share at most, in order: a bound that a few operations on bits give, where aligning the two
//! takes many. Most pairs of quotations that have a rare word in common share far too little beside it.

use super::tokens::{Token, Wording};
use crate::segment::Term;

/// Longer wordings than this are not bounded.
const MOST_WORDS: usize = u128::BITS as usize;

/// What a wording's words are known again by.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// The numbers of each word's form, stem and spelling, ascending, with the word's place.
    keys: Vec<(Term, usize)>,
    /// The places of words that others replace by their forms, with which forms.
    forms: Vec<(usize, u64)>,
    /// The places of long words,
    long: u128,
    /// … and of those that the lexicon does not know, which may be damage of any other.
    unknown: u128,
}

impl Marks {
    pub fn of(tokens: &[Token]) -> Self {
        if tokens.len() > MOST_WORDS {
            return Self::default();
        }
        let mut marks = Self::default();
        for (place, Token { made, .. }) in tokens.iter().enumerate() {
            marks.keys.extend([made.term, made.stem, made.spelling].map(|key| (key, place)));
            if made.forms != 0 {
                marks.forms.push((place, made.forms));
            }
            if made.may_be_damaged() {
                marks.long |= 1 << place;
                marks.unknown |= u128::from(!made.is_known) << place;
            }
        }
        marks.keys.sort_unstable();
        marks.keys.dedup();
        marks
    }
}

/// The most words that may follow each other in both, equal or in other forms; `None` where they are too many to tell.
pub fn most_shared(a: &Wording, b: &Wording) -> Option<usize> {
    let words = [a, b].map(|wording| wording.tokens.len());
    if words.into_iter().any(|words| words > MOST_WORDS) {
        return None;
    }
    let (a_marks, b_marks) = (a.marks(), b.marks());
    // By place in `a`, the places in `b` of what may be the same word.
    let mut same = [0_u128; MOST_WORDS];
    let (mut ours, mut theirs) = (a_marks.keys.as_slice(), b_marks.keys.as_slice());
    while let ([(one, place), ..], [(other, _), ..]) = (ours, theirs) {
        if one < other {
            ours = &ours[1..];
        } else if other < one {
            theirs = &theirs[1..];
        } else {
            for (_, other_place) in theirs.iter().take_while(|(key, _)| key == one) {
                same[*place] |= 1 << other_place;
            }
            ours = &ours[1..];
        }
    }
    for (place, forms) in &a_marks.forms {
        for (other_place, others) in &b_marks.forms {
            same[*place] |= u128::from(forms & others != 0) << other_place;
        }
    }
    for (place, same) in same[..words[0]].iter_mut().enumerate() {
        if a_marks.unknown >> place & 1 == 1 {
            *same |= b_marks.long;
        } else if a_marks.long >> place & 1 == 1 {
            *same |= b_marks.unknown;
        }
    }
    // The longest common subsequence, a row of its table at once: a bit is cleared where the length grows.
    let mut grows = u128::MAX;
    for same in &same[..words[0]] {
        let here = grows & same;
        grows = grows.wrapping_add(here) | (grows & !here);
    }
    let inside = if words[1] == MOST_WORDS { u128::MAX } else { (1 << words[1]) - 1 };
    Some((!grows & inside).count_ones() as usize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::link::wording::forms::is_form_of;

    fn check(a: &str, b: &str, expected: usize) {
        assert_eq!(most_shared(&Wording::of_text(a), &Wording::of_text(b)), Some(expected), "{a} / {b}");
    }

    #[test]
    fn words_in_order_are_counted() {
        check("the harbour wall fell", "the harbour wall fell", 4);
        check("the harbour wall fell", "a wall of the old harbour fell", 3);
        check("wall harbour", "harbour wall", 1);
        check("the harbour", "rain", 0);
        check("we closed the harbour", "they are closing the harbor", 4);
        check("problems are surmountable", "problems are surmontable", 3);
        check("", "", 0);
    }

    #[test]
    fn very_long_ones_are_not_bounded() {
        let long = "harbour ".repeat(MOST_WORDS + 1);
        assert_eq!(most_shared(&Wording::of_text(&long), &Wording::of_text("harbour")), None);
        let whole = "harbour ".repeat(MOST_WORDS);
        check(&whole, &whole, MOST_WORDS);
    }

    proptest! {
        #[test]
        fn it_is_the_longest_common_subsequence(a in "(we|they|closed|closing|harbour|harbor|surmontable| ){0,30}", b in "(we|they|closed|harbour|harbor|surmountable| ){0,30}") {
            let (a, b) = (Wording::of_text(&a), Wording::of_text(&b));
            let mut lengths = vec![vec![0; b.tokens.len() + 1]; a.tokens.len() + 1];
            for (i, one) in a.tokens.iter().enumerate() {
                for (j, other) in b.tokens.iter().enumerate() {
                    let same = one.folded == other.folded || is_form_of(one, other);
                    lengths[i + 1][j + 1] =
                        (lengths[i][j] + usize::from(same)).max(lengths[i][j + 1]).max(lengths[i + 1][j]);
                }
            }
            prop_assert!(most_shared(&a, &b) >= Some(lengths[a.tokens.len()][b.tokens.len()]));
        }
    }
}
