//! What made a difference between two wordings of one utterance.

use std::ops::Range;

use super::forms::{is_damaged_form, is_inflected};
use super::stretches::Stretch;
use super::tokens::Token;
use super::{EDITOR_MARKS, Edit, EditKind, are_alike};

/// What made the difference between `words` of two quotations.
pub fn kind_of(a: &[Token], b: &[Token], edit: &Stretch) -> EditKind {
    if next_to_editor(a, &edit.a) || next_to_editor(b, &edit.b) {
        return EditKind::Ellipsis;
    }
    let (a_words, b_words) = (&a[edit.a.clone()], &b[edit.b.clone()]);
    if are_alike(a_words, b_words) {
        return EditKind::Spelling;
    }
    if let ([a], [b]) = (a_words, b_words)
        && (is_damaged_form(a, b) || is_damaged_form(b, a))
    {
        return EditKind::Damaged;
    }
    let (a_content, b_content) = (content(a, &edit.a), content(b, &edit.b));
    let alike = a_content.len() == b_content.len()
        && a_content.iter().zip(&b_content).all(|(a, b)| is_inflected(a, b) || a.made.spelling == b.made.spelling);
    match (alike, a_content.is_empty()) {
        (true, true) if a_words.len() == 1 && b_words.len() == 1 && is_inflected(&a_words[0], &b_words[0]) => {
            EditKind::Inflected
        }
        (true, true) => EditKind::Function,
        (true, false) => EditKind::Inflected,
        (false, _) => EditKind::Content,
    }
}

/// Those of the words at `at` that carry content and are not said twice.
fn content<'w, 'd>(all: &'w [Token<'d>], at: &Range<usize>) -> Vec<&'w Token<'d>> {
    let is = |word: &Token, other: Option<&Token>| other.is_some_and(|other| other.made.term == word.made.term);
    let said_again = |word: &Token| is(word, all[..at.start].last()) || is(word, all.get(at.end));
    all[at.clone()].iter().filter(|word| word.made.content && !said_again(word)).collect()
}

/// Whether an editor's mark stands in `words` of a quotation or next to them.
fn next_to_editor(all: &[Token], words: &Range<usize>) -> bool {
    let from = words.start.saturating_sub(1);
    all[from..(words.end + 1).min(all.len())].iter().any(|word| EDITOR_MARKS.contains(&word.folded))
}

/// Names the edits whose content the other quotation has at another place, outside what both share.
pub fn name_moved(a: &[Token], b: &[Token], common: [&Range<usize>; 2], edits: &mut [Edit]) {
    if !edits.iter().any(|edit| edit.kind == EditKind::Content) {
        return;
    }
    let content = |edit: &&Edit| edit.kind == EditKind::Content;
    let only_a = unshared(a, common[0], edits.iter().filter(content).map(|edit| edit.a.clone()));
    let only_b = unshared(b, common[1], edits.iter().filter(content).map(|edit| edit.b.clone()));
    let moved = |words: &[Token], other: &[&Token]| {
        let elsewhere =
            |word: &Token| other.iter().any(|other| other.made.term == word.made.term || is_inflected(other, word));
        words.iter().filter(|word| word.made.content).all(elsewhere)
    };
    for edit in edits.iter_mut().filter(|edit| edit.kind == EditKind::Content) {
        if moved(&a[edit.a.clone()], &only_b) && moved(&b[edit.b.clone()], &only_a) {
            edit.kind = EditKind::Moved;
        }
    }
}

/// The words outside what both share, and those `inside` it that only one has.
fn unshared<'w, 'd>(
    words: &'w [Token<'d>],
    common: &Range<usize>,
    inside: impl Iterator<Item = Range<usize>>,
) -> Vec<&'w Token<'d>> {
    let outside = [0..common.start, common.end..words.len()];
    outside.into_iter().chain(inside).flat_map(|place| &words[place]).collect()
}
