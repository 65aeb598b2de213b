//! What each name names, by votes: words inside it, words around it, and what the rest of the article says of the same
//! name, of its longer and shorter forms, of the acronym behind it and of the names it is listed with.

use std::collections::HashSet;
use std::ops::Range;

use super::NameKind;
use super::around::Around;
use super::casing::{Casing, usually_name};
use super::cues::{self, Cues};
use super::gazetteer::{self, Sorts, push_key};
use super::inside::inside;
use super::pieces::Piece;
use super::votes::Votes;
use crate::segment::{Document, Shape, Term, TermMap, WordKind};

/// A single word told so often and never called a place or person is taken for an organisation.
const AGAIN: i32 = 3;
/// Votes that a name must have before others listed with it are taken for the same kind.
const SURE: i32 = 3;
/// What a full name says of a surname, and an expansion of its acronym.
const SAME: i32 = 5;

/// The kinds of `pieces`, one each.
pub fn kinds(document: &Document, casing: &Casing, pieces: &[Piece]) -> Vec<NameKind> {
    let keys: Vec<Term> = pieces.iter().map(|piece| Term::of(&key_of(document, piece.words.clone()))).collect();
    let around = pooled(document, casing, pieces, &keys);
    let mut votes: TermMap<Votes> = TermMap::default();
    for (piece, &key) in pieces.iter().zip(&keys) {
        votes.entry(key).or_insert_with(|| {
            let mut votes = inside(document, piece, key);
            let mut around = around[&key].averaged();
            if gazetteer::sorts(key).any(Sorts::PLACE) {
                around.organisation /= 2; // “Oslo officials”, “the stake of Norway”
                around.other = 0;
            }
            votes += around;
            votes
        });
    }
    let people = surnames(document, pieces, &keys, &votes);
    for (piece, key) in pieces.iter().zip(&keys).filter(|(piece, _)| piece.words.len() == 1) {
        let surname = people.contains(&document.words[piece.words.start].term);
        let person = gazetteer::sorts(*key).any(Sorts::GIVEN | Sorts::FAMILY);
        if let Some(votes) = votes.get_mut(key).filter(|votes| votes.acts > 0 && !person && !surname) {
            // News gives a person's full name first; one word alone that speaks is rather a body.
            votes.organisation += (2 * votes.acts + votes.mentions / 2) / votes.mentions.max(1);
            votes.acts = 0;
        }
    }
    acronyms(document, pieces, &keys, &mut votes);
    shorter(document, pieces, &keys, &mut votes);
    let kind = |piece: &Piece, key: &Term| {
        let mut votes = votes.get(key).copied().unwrap_or_default();
        let given = gazetteer::sorts(document.words[piece.words.start].term).any(Sorts::GIVEN);
        let short = is_one(document, piece);
        if short && people.contains(&document.words[piece.words.end - 1].term) {
            votes.person += SAME;
        } else if votes.acts > 0 && (votes.person > 0 || given) {
            votes.person += 1;
        } else if votes.acts > 0 && !short {
            votes.organisation += 1;
        }
        if document.folded(piece.words.start) == "@" {
            return NameKind::Other;
        }
        // News names people in full before it names them in short; a name without another cue that is only ever one
        // word, and told again, is rather a body.
        let again = piece.words.len() == 1 && votes.mentions >= AGAIN && votes.other == 0 && {
            let word = &document.words[piece.words.start];
            word.shape == Shape::Title && usually_name(word.entry, document.folded(piece.words.start))
        };
        match votes.winner() {
            NameKind::Other if again => NameKind::Organisation,
            kind => kind,
        }
    };
    let mut kinds: Vec<NameKind> = pieces.iter().zip(&keys).map(|(piece, key)| kind(piece, key)).collect();
    listed(document, pieces, &keys, &votes, &mut kinds);
    kinds
}

/// Whether `piece` is one word, hyphens counted in: “Paz”, “Paz-Holm”.
fn is_one(document: &Document, piece: &Piece) -> bool {
    piece.words.clone().skip(1).all(|index| document.words[index].glued)
        && piece
            .words
            .clone()
            .all(|index| document.words[index].kind != WordKind::Mark || document.folded(index) == "-")
}

/// The form under which the name made of `words` is looked up.
pub fn key_of(document: &Document, words: Range<usize>) -> String {
    let mut key = String::new();
    for index in words {
        if document.words[index].kind != WordKind::Clitic {
            push_key(document.written(index), &mut key);
        }
    }
    key
}

/// What stands around each name, and around the first word of a longer one where it stands alone: “Brunn” for “Brunn
/// Motors”.
fn pooled(document: &Document, casing: &Casing, pieces: &[Piece], keys: &[Term]) -> TermMap<Votes> {
    let reader = Around { document, casing };
    let mut around: TermMap<Votes> = TermMap::default();
    for (piece, &key) in pieces.iter().zip(keys) {
        *around.entry(key).or_default() += reader.votes(piece, key);
    }
    let mut longer: TermMap<Term> = TermMap::default();
    for (piece, &key) in pieces.iter().zip(keys) {
        if let Some(head) = head(document, piece) {
            longer.entry(key).or_insert(head);
        }
    }
    let single: TermMap<Votes> = around.clone();
    for (long, short) in longer {
        if let (Some(votes), Some(&more)) = (around.get_mut(&long), single.get(&short)) {
            *votes += Votes { person: 0, acts: 0, ..more };
        }
    }
    around
}

/// The first word of a longer name, where it can stand for the whole: “Brunn” of “Brunn Motors”, not “Ana” or “Lisbon”.
fn head(document: &Document, piece: &Piece) -> Option<Term> {
    let first = &document.words[piece.words.start];
    let sorts = gazetteer::sorts(first.term);
    let name = usually_name(first.entry, document.folded(piece.words.start));
    let common = Sorts::GIVEN | Sorts::PLACE | Sorts::PLACE_WORD | Sorts::ORGANISATION | Sorts::DEMONYM;
    (piece.words.len() > 1 && name && !sorts.any(common)).then_some(first.term)
}

/// A word of which nothing is known is the organisation whose longer name begins with it.
fn shorter(document: &Document, pieces: &[Piece], keys: &[Term], votes: &mut TermMap<Votes>) {
    let is = |votes: &TermMap<Votes>, key: &Term| votes.get(key).map_or(NameKind::Other, |votes| votes.winner());
    let heads: HashSet<Term> = pieces
        .iter()
        .zip(keys)
        .filter(|&(_, key)| is(votes, key) == NameKind::Organisation)
        .filter_map(|(piece, _)| head(document, piece))
        .collect();
    for (piece, key) in pieces.iter().zip(keys) {
        let silent = votes.get(key).is_none_or(|votes| votes.other == 0) && is(votes, key) == NameKind::Other;
        if piece.words.len() == 1 && silent && heads.contains(&document.words[piece.words.start].term) {
            add(votes, *key, Votes { organisation: SURE, ..Votes::default() });
        }
    }
}

/// The last words of people's full names: a surname alone is the person whose full name the article gives.
fn surnames(document: &Document, pieces: &[Piece], keys: &[Term], votes: &TermMap<Votes>) -> HashSet<Term> {
    let mut surnames = HashSet::new();
    for (piece, key) in pieces.iter().zip(keys) {
        if piece.words.len() > 1 && votes.get(key).is_some_and(|votes| votes.winner() == NameKind::Person) {
            let last = piece.words.clone().rev().find(|&index| {
                document.words[index].kind == WordKind::Word
                    && !matches!(document.folded(index), "jr" | "sr" | "ii" | "iii")
            });
            surnames.extend(last.map(|last| document.words[last].term));
        }
    }
    surnames
}

/// “National Harbor Council (NHC)”: both are one thing; “surface-to-air missile (SAM)” is no body.
fn acronyms(document: &Document, pieces: &[Piece], keys: &[Term], votes: &mut TermMap<Votes>) {
    for at in 0..pieces.len() {
        let words = pieces[at].words.clone();
        let acronym = words.len() == 1 && document.words[words.start].shape == Shape::Upper;
        let Some(open) = words.start.checked_sub(1).filter(|&open| acronym && document.folded(open) == "(") else {
            continue;
        };
        let letters = document.folded(words.start);
        let long = at.checked_sub(1).filter(|&long| pieces[long].words.end == open && pieces[long].words.len() > 1);
        if let Some(long) = long {
            let full = votes.get(&keys[long]).copied().unwrap_or_default();
            let last = document.folded(open - 1);
            match full.winner() {
                NameKind::Organisation => add(votes, keys[at], Votes { organisation: SAME, ..Votes::default() }),
                NameKind::Other if cues::of(last).any(Cues::ENDS_THING) => {
                    add(votes, keys[at], Votes { other: SAME, ..Votes::default() });
                }
                NameKind::Other => add(votes, keys[long], Votes { organisation: 2, ..Votes::default() }),
                NameKind::Person | NameKind::Place => {}
            }
        } else if is_expanded(document, open, letters) {
            add(votes, keys[at], Votes { other: SAME, ..Votes::default() });
        }
    }
}

fn add(votes: &mut TermMap<Votes>, key: Term, more: Votes) {
    *votes.entry(key).or_default() += more;
}

/// Whether the words before `end`, in small letters, have the initials `letters`.
fn is_expanded(document: &Document, end: usize, letters: &str) -> bool {
    let mut place = end;
    for letter in letters.chars().rev() {
        let Some(before) = (0..place).rev().take(3).find(|&index| document.words[index].kind == WordKind::Word) else {
            return false;
        };
        if document.words[before].shape != Shape::Lower || !document.folded(before).starts_with(letter) {
            return false;
        }
        place = before;
    }
    true
}

/// Names of which nothing is known take the kind of the person or body they are listed with: “Brunn Motors and Acme”.
fn listed(document: &Document, pieces: &[Piece], keys: &[Term], votes: &TermMap<Votes>, kinds: &mut [NameKind]) {
    let joined = |left: usize, comma: bool| {
        let between = pieces[left].words.end..pieces[left + 1].words.start;
        match between.len() {
            1 if document.folded(between.start) == "," => comma,
            1 => matches!(document.folded(between.start), "and" | "or"),
            2 => document.folded(between.start) == "," && matches!(document.folded(between.start + 1), "and" | "or"),
            _ => false,
        }
    };
    let silent = |at: usize| votes.get(&keys[at]).is_none_or(|votes| votes.other == 0);
    let gives = |kinds: &[NameKind], at: usize| {
        let votes = votes.get(&keys[at]).copied().unwrap_or_default();
        match kinds[at] {
            NameKind::Person => votes.person >= SURE || pieces[at].titled,
            NameKind::Organisation => votes.organisation >= SURE,
            NameKind::Place | NameKind::Other => false,
        }
    };
    let mut comma = false;
    for left in (0..pieces.len().saturating_sub(1)).rev() {
        comma = joined(left, comma);
        if !comma {
            continue;
        }
        let right = left + 1;
        if kinds[left] == NameKind::Other && gives(kinds, right) && silent(left) {
            kinds[left] = kinds[right];
        } else if kinds[right] == NameKind::Other && gives(kinds, left) && silent(right) {
            kinds[right] = kinds[left];
        }
    }
}
