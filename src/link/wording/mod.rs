//! Whether two quotations give one utterance, and what was done to its words in between.
//!
//! The words are aligned, and of the alignment the stretch that shares most for what it changes is kept, so that a part
//! quoted here and a longer part there meet. Every difference inside it is named by what made it: a cut, an ellipsis,
//! another spelling, a shifted tense or person, a function word, damage, or a word of content.

mod forms;

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::segment::{Document, WordKind};
use crate::text::Span;
pub use forms::{carries_content, form_bits, spelling, written_alike};
use forms::{is_damaged_form, is_form_of, is_inflected, word_bits};

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
/// What an unshared word costs against [`word_bits`] of shared ones: a run of three such words ends the common part
/// unless a content word follows.
const UNSHARED_BITS: f64 = 4.0;
/// Longer quotations are compared over their first words only, which keeps the cost bounded.
const MOST_WORDS: usize = 400;

/// Compares the folded words of two quotations, marks left out ([`quoted_words`] makes them); `None` when they share
/// too little to be one utterance.
///
/// Two quotations of a single common word may be one utterance or not: the caller knows who speaks and what about, and
/// weighs [`Alignment::shared_bits`] by it.
///
/// ```
/// use variorum::link::wording::{EditKind, same_utterance};
///
/// let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
/// let long = words("the bridge was safe and we inspected it every spring");
/// let part = words("the bridge was sound and we inspected it");
/// let alignment = same_utterance(&long, &part).unwrap();
/// assert_eq!(alignment.edits.len(), 1);
/// assert_eq!(alignment.edits[0].kind, EditKind::Content);
/// assert_eq!(long[alignment.edits[0].a.clone()], ["safe"]);
/// ```
pub fn same_utterance(a: &[&str], b: &[&str]) -> Option<Alignment> {
    let (a, b) = (&a[..a.len().min(MOST_WORDS)], &b[..b.len().min(MOST_WORDS)]);
    let ops = paired(capture_diff_slices(Algorithm::Myers, a, b), a, b);
    let core = best_stretch(&ops)?;
    let shared_words = core.iter().filter(|op| op.shared).map(|op| op.a.len()).sum::<usize>();
    let shared_bits = core.iter().map(|op| op.bits).sum::<f64>();
    let shorter = countable(a).min(countable(b));
    if shared_bits < LEAST_BITS || (shared_words as f64) < LEAST_PART * shorter as f64 {
        return None;
    }
    let (first, last) = (core.first()?, core.last()?);
    let (common_a, common_b) = (first.a.start..last.a.end, first.b.start..last.b.end);
    let mut edits: Vec<_> = core
        .iter()
        .filter(|op| a[op.a.clone()] != b[op.b.clone()])
        .map(|op| Edit { a: op.a.clone(), b: op.b.clone(), kind: kind_of(a, b, op) })
        .collect();
    // Words before or after the common part are a cut when one of the two has none there.
    let is_word = |word: Option<&&str>| word.is_some_and(|word| !EDITOR_MARKS.contains(word));
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

/// Whether two runs of words begin with one word in two spellings: “wavelength …”, “wave length”.
fn begin_alike(a: &[&str], b: &[&str]) -> bool {
    [(1, 1), (1, 2), (2, 1)].into_iter().any(|(a_words, b_words)| {
        a.len() >= a_words && b.len() >= b_words && written_alike(&a[..a_words], &b[..b_words])
    })
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

/// A stretch of the alignment.
#[derive(Clone, Debug)]
struct Op {
    a: Range<usize>,
    b: Range<usize>,
    /// Whether both have these words, or forms of them.
    shared: bool,
    /// What sharing them tells.
    bits: f64,
}

/// The alignment as stretches, in which a word replaced by a form of itself counts as shared.
fn paired(ops: Vec<DiffOp>, a: &[&str], b: &[&str]) -> Vec<Op> {
    let mut found = Vec::with_capacity(ops.len());
    for op in ops {
        let (a_words, b_words) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            let bits = a[a_words.clone()].iter().map(|word| word_bits(word)).sum();
            found.push(Op { a: a_words, b: b_words, shared: true, bits });
        } else if a_words.len() == b_words.len() && !written_alike(&a[a_words.clone()], &b[b_words.clone()]) {
            // One word each: pair them off, each pair judged alone.
            for (a_word, b_word) in a_words.zip(b_words) {
                let shared = is_form_of(a[a_word], b[b_word]);
                let bits = if shared { word_bits(a[a_word]).min(word_bits(b[b_word])) } else { 0.0 };
                found.push(Op { a: a_word..a_word + 1, b: b_word..b_word + 1, shared, bits });
            }
        } else {
            let shared = written_alike(&a[a_words.clone()], &b[b_words.clone()]);
            found.push(Op { a: a_words, b: b_words, shared, bits: 0.0 });
        }
    }
    join_replaced(found)
}

/// Neighbouring pairs of unshared words are one difference.
fn join_replaced(ops: Vec<Op>) -> Vec<Op> {
    let mut joined: Vec<Op> = Vec::with_capacity(ops.len());
    for op in ops {
        match joined.last_mut() {
            Some(last) if !last.shared && !op.shared => {
                last.a.end = op.a.end;
                last.b.end = op.b.end;
            }
            _ => joined.push(op),
        }
    }
    joined
}

/// The run of stretches that shares most for what it leaves unshared; it begins and ends with shared ones.
fn best_stretch(ops: &[Op]) -> Option<&[Op]> {
    let (mut best, mut best_run) = (0.0, None);
    let (mut score, mut start) = (0.0, 0);
    for (place, op) in ops.iter().enumerate() {
        if op.shared {
            if score <= 0.0 {
                (score, start) = (0.0, place);
            }
            score += op.bits;
            if score > best {
                (best, best_run) = (score, Some(start..place + 1));
            }
        } else {
            score -= UNSHARED_BITS * op.a.len().max(op.b.len()) as f64;
        }
    }
    best_run.map(|run| &ops[run])
}

/// What made the difference between `words` of two quotations.
fn kind_of(a: &[&str], b: &[&str], edit: &Op) -> EditKind {
    if next_to_editor(a, &edit.a) || next_to_editor(b, &edit.b) {
        return EditKind::Ellipsis;
    }
    let (a_words, b_words) = (&a[edit.a.clone()], &b[edit.b.clone()]);
    if written_alike(a_words, b_words) {
        return EditKind::Spelling;
    }
    if let ([a], [b]) = (a_words, b_words)
        && (is_damaged_form(a, b) || is_damaged_form(b, a))
    {
        return EditKind::Damaged;
    }
    let content = |words: &[&str], all: &[&str], at: &Range<usize>| -> Vec<String> {
        let said_again = |word: &&&str| all[..at.start].last() == Some(*word) || all.get(at.end) == Some(*word);
        let kept = words.iter().filter(|word| carries_content(word) && !said_again(word));
        kept.map(|word| (*word).to_owned()).collect()
    };
    let (a_content, b_content) = (content(a_words, a, &edit.a), content(b_words, b, &edit.b));
    let alike = a_content.len() == b_content.len()
        && a_content.iter().zip(&b_content).all(|(a, b)| is_inflected(a, b) || written_alike(&[a], &[b]));
    match (alike, a_content.is_empty()) {
        (true, true) if a_words.len() == 1 && b_words.len() == 1 && is_inflected(a_words[0], b_words[0]) => {
            EditKind::Inflected
        }
        (true, true) => EditKind::Function,
        (true, false) => EditKind::Inflected,
        (false, _) => EditKind::Content,
    }
}

/// Whether an editor's mark stands in `words` of a quotation or next to them.
fn next_to_editor(all: &[&str], words: &Range<usize>) -> bool {
    let from = words.start.saturating_sub(1);
    all[from..(words.end + 1).min(all.len())].iter().any(|word| EDITOR_MARKS.contains(word))
}

/// Names the edits whose content the other quotation has at another place, outside what both share.
fn name_moved(a: &[&str], b: &[&str], common: [&Range<usize>; 2], edits: &mut [Edit]) {
    let unshared = |words: &[&str], common: &Range<usize>, inside: Vec<Range<usize>>| -> Vec<String> {
        let outside = [0..common.start, common.end..words.len()];
        let places = outside.into_iter().chain(inside);
        places.flat_map(|place| &words[place]).map(|word| (*word).to_owned()).collect()
    };
    let content = |edit: &&Edit| edit.kind == EditKind::Content;
    let only_a = unshared(a, common[0], edits.iter().filter(content).map(|edit| edit.a.clone()).collect());
    let only_b = unshared(b, common[1], edits.iter().filter(content).map(|edit| edit.b.clone()).collect());
    let moved = |words: &[&str], other: &[String]| {
        let elsewhere = |word: &str| other.iter().any(|other| other == word || is_inflected(other, word));
        words.iter().filter(|word| carries_content(word)).all(|word| elsewhere(word))
    };
    for edit in edits.iter_mut().filter(|edit| edit.kind == EditKind::Content) {
        if moved(&a[edit.a.clone()], &only_b) && moved(&b[edit.b.clone()], &only_a) {
            edit.kind = EditKind::Moved;
        }
    }
}

/// Words of a quotation without the marks of an editor.
fn countable(words: &[&str]) -> usize {
    words.iter().filter(|word| !EDITOR_MARKS.contains(word)).count()
}

#[cfg(test)]
mod tests {
    use super::EditKind::{Content, Damaged, Ellipsis, Function, Inflected, Moved, Parting, Spelling};
    use super::*;
    use crate::segment::segment;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        let document = segment(text.into());
        quoted_words(&document, Span::new(0, text.len())).iter().map(|&word| document.folded(word).to_owned()).collect()
    }

    fn edits(a: &str, b: &str) -> Option<Vec<(String, String, EditKind)>> {
        let (a, b) = (folded(a), folded(b));
        let (a, b): (Vec<&str>, Vec<&str>) =
            (a.iter().map(String::as_str).collect(), b.iter().map(String::as_str).collect());
        let alignment = same_utterance(&a, &b)?;
        let found = alignment.edits.into_iter();
        Some(found.map(|edit| (a[edit.a].join(" "), b[edit.b].join(" "), edit.kind)).collect())
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
            let (a, b): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
            if let Some(found) = same_utterance(&a, &b) {
                prop_assert!(found.a.end <= a.len() && found.b.end <= b.len());
                for edit in &found.edits {
                    prop_assert!(edit.a.end <= a.len() && edit.b.end <= b.len());
                    prop_assert!(a[edit.a.clone()] != b[edit.b.clone()]);
                }
            }
        }
    }
}
