//! The alignment of two wordings as stretches, and of those the run that shares most for what it leaves unshared.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::forms::is_form_of;
use super::tokens::{Token, Wording};
use super::{MOST_WORDS, are_alike};

/// What an unshared word costs against the bits of shared ones: a run of three such words ends the common part
/// unless a content word follows.
const UNSHARED_BITS: f64 = 4.0;

/// A stretch of the alignment.
#[derive(Clone, Debug)]
pub struct Stretch {
    pub a: Range<usize>,
    pub b: Range<usize>,
    /// Whether both have these words, or forms of them.
    pub shared: bool,
    /// What sharing them tells.
    pub bits: f64,
}

/// The alignment of the first words of `a` and `b` as stretches, in which a word replaced by a form of itself counts as
/// shared.
pub fn stretches(a: &Wording, b: &Wording) -> Vec<Stretch> {
    let terms = [a, b].map(|wording| &wording.terms()[..wording.terms().len().min(MOST_WORDS)]);
    paired(capture_diff_slices(Algorithm::Myers, terms[0], terms[1]), &a.tokens, &b.tokens)
}

fn paired(ops: Vec<DiffOp>, a: &[Token], b: &[Token]) -> Vec<Stretch> {
    let mut found = Vec::with_capacity(ops.len());
    for op in ops {
        let (a_words, b_words) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            let bits = a[a_words.clone()].iter().map(|word| word.made.bits).sum();
            found.push(Stretch { a: a_words, b: b_words, shared: true, bits });
            continue;
        }
        let shared = are_alike(&a[a_words.clone()], &b[b_words.clone()]);
        if a_words.len() == b_words.len() && !shared {
            // One word each: pair them off, each pair judged alone.
            for (a_word, b_word) in a_words.zip(b_words) {
                let (one, other) = (&a[a_word], &b[b_word]);
                let shared = is_form_of(one, other);
                let bits = if shared { one.made.bits.min(other.made.bits) } else { 0.0 };
                found.push(Stretch { a: a_word..a_word + 1, b: b_word..b_word + 1, shared, bits });
            }
        } else {
            found.push(Stretch { a: a_words, b: b_words, shared, bits: 0.0 });
        }
    }
    join_replaced(found)
}

/// Neighbouring pairs of unshared words are one difference.
fn join_replaced(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if !last.shared && !stretch.shared => {
                last.a.end = stretch.a.end;
                last.b.end = stretch.b.end;
            }
            _ => joined.push(stretch),
        }
    }
    joined
}

/// The run of stretches that shares most for what it leaves unshared; it begins and ends with shared ones.
pub fn best_run(stretches: &[Stretch]) -> Option<&[Stretch]> {
    let (mut best, mut best_run) = (0.0, None);
    let (mut score, mut start) = (0.0, 0);
    for (place, stretch) in stretches.iter().enumerate() {
        if stretch.shared {
            if score <= 0.0 {
                (score, start) = (0.0, place);
            }
            score += stretch.bits;
            if score > best {
                (best, best_run) = (score, Some(start..place + 1));
            }
        } else {
            score -= UNSHARED_BITS * stretch.a.len().max(stretch.b.len()) as f64;
        }
    }
    best_run.map(|run| &stretches[run])
}
