//! Whether two quotations give one utterance, and what was done to its words in between.
//!
//! The words are aligned, and of the alignment the stretch that shares most for what it changes is kept, so that a part
//! quoted here and a longer part there meet. Every difference inside it is named by what made it: a cut, an ellipsis,
//! another spelling, a shifted tense or person, a function word, damage, or a word of content.

mod causes;
mod forms;
mod order;
mod stretches;
mod tokens;

use std::ops::Range;

use crate::segment::{Document, WordKind};
use crate::text::Span;
use causes::{kind_of, name_moved};
pub use forms::are_alike;
use order::most_shared;
use stretches::{best_run, stretches};
pub use tokens::{Token, Wording};

/// How the words of two quotations of one utterance meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// The words of the first quotation that the second has too, changed ones between them included.
    pub a: Range<usize>,
    /// The same in the second.
    pub b: Range<usize>,
    /// How many words stand in both.
    pub shared_words: usize,
    /// What sharing them tells, in bits.
    pub shared_bits: f64,
    /// What differs, in order; empty when the common part is told word for word.
    pub edits: Vec<Edit>,
}

/// One difference between two quotations of one utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The words of the first quotation; empty for words that only the second has.
    pub a: Range<usize>,
    /// The words of the second.
    pub b: Range<usize>,
    /// What made it.
    pub kind: EditKind,
}

/// What made a difference between two quotations of one utterance, from the most harmless on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditKind {
    /// Words marked as left out or put in by the editor: “...”, “[they]”.
    Ellipsis,
    /// The same word otherwise written: “realised”, “realized”; “don't”, “do not”.
    Spelling,
    /// Tense, person or number shifted, as reported speech does: “we are”, “they were”.
    Inflected,
    /// Words that carry grammar alone: “that”, “of”; a word said twice.
    Function,
    /// Words that stand at another place of the other quotation.
    Moved,
    /// Both go on after the common part (or begin before it) in other words.
    Parting,
    /// A word replaced, left out or put in that carries content, or a “not”.
    Content,
    /// A word beside one that is in no dictionary and a letter or two away.
    Damaged,
}

/// What an editor put in place of words.
const EDITOR_MARKS: [&str; 3] = ["...", "[", "("];

/// The least that two quotations must share: a rare word, or a few common ones.
const LEAST_BITS: f64 = 15.0;
/// The least part of the shorter quotation that the longer one must share.
const LEAST_PART: f64 = 0.5;
/// So many words at most are written together in one of two quotations and apart in the other.
const JOINED_WORDS: usize = 4;
/// Longer quotations are compared over their first words only, which keeps the cost bounded.
const MOST_WORDS: usize = 400;

/// Compares the words of two quotations; `None` when they share too little to be one utterance.
///
/// Two quotations of a single common word may be one utterance or not: the caller knows who speaks and what about, and
/// weighs [`Alignment::shared_bits`] by it.
///
/// ```
/// use variorum::link::wording::{EditKind, Wording, same_utterance};
///
/// let long = Wording::of_text("the bridge was safe and we inspected it every spring");
/// let part = Wording::of_text("the bridge was sound and we inspected it");
/// let alignment = same_utterance(&long, &part).unwrap();
/// assert_eq!(alignment.edits.len(), 1);
/// assert_eq!(alignment.edits[0].kind, EditKind::Content);
/// assert_eq!(long.tokens[alignment.edits[0].a.start].folded, "safe");
/// ```
pub fn same_utterance(a: &Wording, b: &Wording) -> Option<Alignment> {
    let shorter = countable(a).min(countable(b));
    let least = LEAST_PART * shorter as f64;
    if most_shared(a, b).is_some_and(|most| ((most + JOINED_WORDS) as f64) < least) {
        return None;
    }
    let stretches = stretches(a, b);
    let (a, b) = (&a.tokens[..a.tokens.len().min(MOST_WORDS)], &b.tokens[..b.tokens.len().min(MOST_WORDS)]);
    let core = best_run(&stretches)?;
    let shared_words = core.iter().filter(|stretch| stretch.shared).map(|stretch| stretch.a.len()).sum::<usize>();
    let shared_bits = core.iter().map(|stretch| stretch.bits).sum::<f64>();
    if shared_bits < LEAST_BITS || (shared_words as f64) < least {
        return None;
    }
    let (first, last) = (core.first()?, core.last()?);
    let (common_a, common_b) = (first.a.start..last.a.end, first.b.start..last.b.end);
    let mut edits: Vec<_> = core
        .iter()
        .filter(|stretch| !are_equal(&a[stretch.a.clone()], &b[stretch.b.clone()]))
        .map(|stretch| Edit { a: stretch.a.clone(), b: stretch.b.clone(), kind: kind_of(a, b, stretch) })
        .collect();
    // Words before or after the common part are a cut when one of the two has none there.
    let is_word = |word: Option<&Token>| word.is_some_and(|word| !EDITOR_MARKS.contains(&word.folded));
    if is_word(a[..common_a.start].last()) && is_word(b[..common_b.start].last()) {
        edits.insert(0, Edit { a: 0..common_a.start, b: 0..common_b.start, kind: EditKind::Parting });
    }
    let (a_rest, b_rest) = (&a[common_a.end..], &b[common_b.end..]);
    if is_word(a_rest.first()) && is_word(b_rest.first()) && !begin_alike(a_rest, b_rest) {
        edits.push(Edit { a: common_a.end..a.len(), b: common_b.end..b.len(), kind: EditKind::Parting });
    }
    name_moved(a, b, [&common_a, &common_b], &mut edits);
    Some(Alignment { a: common_a, b: common_b, shared_words, shared_bits, edits })
}

/// Whether two runs of words are the same word by word.
fn are_equal(a: &[Token], b: &[Token]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.made.term == b.made.term)
}

/// Whether two runs of words begin with one word in two spellings: “wavelength …”, “wave length”.
fn begin_alike(a: &[Token], b: &[Token]) -> bool {
    [(1, 1), (1, 2), (2, 1)]
        .into_iter()
        .any(|(a_words, b_words)| a.len() >= a_words && b.len() >= b_words && are_alike(&a[..a_words], &b[..b_words]))
}

/// Indices of the words of `document` under `span` that count when quotations are compared: words, figures, additions,
/// an ellipsis, “&”, and for words in brackets, which are an editor's, the bracket alone.
pub fn quoted_words(document: &Document, span: Span) -> Vec<usize> {
    let mut bracketed = false;
    document
        .words_in(span)
        .filter(|&index| match document.folded(index) {
            "[" | "(" => !std::mem::replace(&mut bracketed, true),
            "]" | ")" => {
                bracketed = false;
                false
            }
            "..." | "&" => !bracketed,
            _ => !bracketed && document.words[index].kind != WordKind::Mark,
        })
        .collect()
}

/// Words of a quotation without the marks of an editor.
fn countable(words: &Wording) -> usize {
    words.tokens.iter().take(MOST_WORDS).filter(|word| !EDITOR_MARKS.contains(&word.folded)).count()
}

#[cfg(test)]
mod tests {
    use super::EditKind::{Content, Damaged, Ellipsis, Function, Inflected, Moved, Parting, Spelling};
    use super::*;
    use crate::segment::segment;
    use proptest::prelude::*;

    fn edits(a: &str, b: &str) -> Option<Vec<(String, String, EditKind)>> {
        let documents = [a, b].map(|text| segment(text.into()));
        let [a, b] = [0, 1].map(|side| Wording::under(&documents[side], Span::new(0, documents[side].text.len())));
        let alignment = same_utterance(&a, &b)?;
        let words = |wording: &Wording, at: Range<usize>| {
            wording.tokens[at].iter().map(|token| token.folded).collect::<Vec<_>>().join(" ")
        };
        let found = alignment.edits.into_iter();
        Some(found.map(|edit| (words(&a, edit.a), words(&b, edit.b), edit.kind)).collect())
    }

    fn check(a: &str, b: &str, expected: &[(&str, &str, EditKind)]) {
        let found = edits(a, b).expect("one utterance");
        let found: Vec<_> = found.iter().map(|(a, b, kind)| (a.as_str(), b.as_str(), *kind)).collect();
        assert_eq!(found, expected, "{a} / {b}");
    }

    #[test]
    fn a_part_of_it_is_the_same_utterance() {
        check("The harbour will never close while I am mayor", "never close while I am mayor", &[]);
    }

    #[test]
    fn a_word_replaced_put_in_or_left_out_is_seen() {
        check(
            "The bridge was safe in every inspection",
            "The bridge was sound in every inspection",
            &[("safe", "sound", Content)],
        );
        check(
            "We are not closing the harbour tomorrow",
            "We are closing the harbour tomorrow",
            &[("not", "", Content)],
        );
    }

    #[test]
    fn what_reported_speech_changes_is_no_content() {
        check(
            "We are closing the harbour tomorrow",
            "They were closing the harbor tomorrow",
            &[("we", "they", Inflected), ("are", "were", Inflected), ("harbour", "harbor", Spelling)],
        );
        check("The harbour that we built still stands", "The harbour we built still stands", &[("that", "", Function)]);
    }

    #[test]
    fn what_an_editor_marks_is_no_change() {
        check(
            "The harbour, as of today, is closed to ferries",
            "The harbour ... is closed to ferries",
            &[("as of today", "...", Ellipsis)],
        );
        check("They closed the harbour to every ferry", "[The owners] closed the harbour to every ferry", &[]);
    }

    #[test]
    fn a_damaged_word_is_known_by_its_neighbour() {
        check(
            "The problems are surmountable for the harbour",
            "The problems are surmontable for the harbour",
            &[("surmountable", "surmontable", Damaged)],
        );
    }

    #[test]
    fn words_that_moved_or_came_twice_are_no_content() {
        check(
            "Our harbour is called upon to open at once",
            "Upon our harbour is called to open at once",
            &[("upon", "", Moved)],
        );
        check(
            "We will never never close the old harbour",
            "We will never close the old harbour",
            &[("never", "", Function)],
        );
        check(
            "We see a bridge of great strength there",
            "We have seen a bridge of great strength there",
            &[("see", "have seen", Inflected)],
        );
    }

    #[test]
    fn two_that_part_are_told_from_a_cut() {
        check(
            "Close the harbour to every ferry immediately",
            "Close the harbour to every ferry captain",
            &[("immediately", "captain", Parting)],
        );
    }

    #[test]
    fn other_utterances_are_apart() {
        assert_eq!(edits("We will see what happens", "We will not do it"), None);
        assert_eq!(edits("the end of the day", "the start of the week"), None);
        assert_eq!(edits("", "a word"), None);
    }

    proptest! {
        #[test]
        fn edits_lie_inside_and_the_rest_is_alike(a in "(we|the|harbour|not|\\.\\.\\.|closed|ferry| ){0,40}", b in "(we|the|harbour|not|closed|ferry| ){0,40}") {
            let spaced = [a, b].map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
            let [a, b] = [0, 1].map(|side| Wording::of_text(&spaced[side]));
            if let Some(found) = same_utterance(&a, &b) {
                prop_assert!(found.a.end <= a.tokens.len() && found.b.end <= b.tokens.len());
                for edit in &found.edits {
                    prop_assert!(edit.a.end <= a.tokens.len() && edit.b.end <= b.tokens.len());
                    prop_assert!(!are_equal(&a.tokens[edit.a.clone()], &b.tokens[edit.b.clone()]));
                }
            }
        }
    }
}
