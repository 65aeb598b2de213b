//! A common word that begins a sentence and a name: “Advanced Harbor Devices said”. Its capital says nothing there, but the
//! article's acronym does: where “AHD” is told, the word belongs to the name.

use std::collections::HashSet;

use super::casing::has_capital;
use super::pieces::Piece;
use crate::segment::{Document, Shape, WordKind};

/// Shorter acronyms fit too many words.
const SHORTEST: usize = 3;

/// Gives each of `pieces` the capitalised word before it, where the initials of all its words are an acronym that the
/// article tells alone.
pub fn take_first_words(document: &Document, pieces: &mut [Piece]) {
    let mut acronyms: HashSet<&str> = HashSet::new();
    for piece in pieces.iter().filter(|piece| piece.words.len() == 1) {
        let index = piece.words.start;
        if document.words[index].shape == Shape::Upper && document.folded(index).chars().count() >= SHORTEST {
            acronyms.insert(document.folded(index));
        }
    }
    if acronyms.is_empty() {
        return;
    }
    let mut taken = 0;
    for piece in pieces.iter_mut() {
        let start = piece.words.start;
        if let Some(before) = start.checked_sub(1).filter(|&before| before >= taken && !piece.titled)
            && has_capital(&document.words[before])
            && document.words[before].sentence() == document.words[start].sentence()
            && piece.words.len() + 1 >= SHORTEST
            && initials_are(document, before, piece, &acronyms)
        {
            piece.words.start = before;
        }
        taken = piece.words.end;
    }
}

fn initials_are(document: &Document, before: usize, piece: &Piece, acronyms: &HashSet<&str>) -> bool {
    let words = (before..piece.words.end).filter(|&index| document.words[index].kind == WordKind::Word);
    let capitals = words.filter(|&index| has_capital(&document.words[index]));
    let initials: String = capitals.filter_map(|index| document.folded(index).chars().next()).collect();
    // “Inc.” and its like stand behind.
    acronyms.contains(initials.as_str())
        || initials
            .char_indices()
            .nth_back(0)
            .is_some_and(|(last, _)| last + 1 > SHORTEST && acronyms.contains(&initials[..last]))
}
