//! What the words of a name say of what it names: “Lake …”, “… Ltd”, “Maria …”.

use super::casing::usually_name;
use super::cues::{self, Cues};
use super::gazetteer::{self, Sorts};
use super::kinds::key_of;
use super::pieces::Piece;
use super::votes::Votes;
use crate::segment::{Document, Shape, Term, Word, WordKind};
use crate::text::Classes;

/// A longer name is no person's.
const PERSON_WORDS: usize = 3;

/// The votes of the words of `piece`, whose key is `key`.
pub fn inside(document: &Document, piece: &Piece, key: Term) -> Votes {
    let mut votes = Votes::default();
    let mut inside = piece.words.clone().filter(|&index| document.words[index].kind != WordKind::Mark);
    let (Some(first), Some(last)) = (inside.clone().next(), inside.next_back()) else { return votes };
    let whole = gazetteer::sorts(key);
    if whole.any(Sorts::PLACE) && (!whole.any(Sorts::SHORT_STATE) || is_state(document, piece)) {
        votes.place += 4;
    }
    if whole.any(Sorts::INSTITUTION) {
        votes.organisation += 5;
    }
    // “U.S. Senate”, “Peruvian Congress”
    let rest = first + 1..piece.words.end;
    if first < last
        && gazetteer::sorts(document.words[first].term).any(Sorts::PLACE | Sorts::DEMONYM)
        && gazetteer::sorts(Term::of(&key_of(document, rest))).any(Sorts::INSTITUTION)
    {
        votes.organisation += 5;
    }
    if first == last {
        votes += of_one(document, first, whole);
    } else {
        votes += of_many(document, piece, first, last, whole);
    }
    votes
}

fn of_one(document: &Document, index: usize, whole: Sorts) -> Votes {
    let mut votes = Votes::default();
    let word = &document.words[index];
    votes.person += i32::from(whole.any(Sorts::GIVEN)) + 2 * i32::from(whole.any(Sorts::FAMILY));
    votes.other +=
        2 * i32::from(cues::of(document.folded(index)).any(Cues::ENDS_THING) && !whole.any(Sorts::INSTITUTION));
    let letters = document.written(index).chars().count();
    let kind = document.folded(index + 1) == "-"
        && document.words[index + 1].glued
        && document.words.get(index + 2).is_some_and(|next| next.kind == WordKind::Figure && next.glued);
    if kind && word.shape == Shape::Upper {
        votes.other += 4; // “AK-47”
    } else if word.shape == Shape::Upper
        && (2..=6).contains(&letters)
        && (!whole.any(Sorts::PLACE) || whole.any(Sorts::SHORT_STATE))
    {
        votes.organisation += 2;
    }
    // “McAdam”; “iPad” is rather a product.
    let apart = ["mc", "mac", "o'"].iter().any(|start| document.folded(index).starts_with(start))
        || document.written(index).starts_with('i');
    if word.shape == Shape::Mixed && !apart {
        votes.organisation += 2;
    }
    votes
}

fn of_many(document: &Document, piece: &Piece, first: usize, last: usize, whole: Sorts) -> Votes {
    let mut votes = Votes::default();
    let words = &document.words[piece.words.clone()];
    let sorts = |index: usize| gazetteer::sorts(document.words[index].term);
    let (first_sorts, last_sorts) = (sorts(first), sorts(last));
    let (folded_first, folded_last) = (document.folded(first), document.folded(last));
    let entry = document.words[last].entry;
    let thing = cues::of(folded_last).any(Cues::ENDS_THING) && !last_sorts.any(Sorts::ORGANISATION | Sorts::GIVEN);
    let common_last = document.words[last].classes().any(Classes::NOUN)
        && entry.capital_share() < 0.4
        && !usually_name(entry, folded_last);
    let things = last_sorts.any(Sorts::ORGANISATION | Sorts::PLACE_WORD) || (words.len() > 2 && common_last) || thing;
    let has_organisation = words.iter().any(|word| gazetteer::sorts(word.term).any(Sorts::ORGANISATION));
    votes.organisation += 3 * i32::from(last_sorts.any(Sorts::ORGANISATION)) + 2 * i32::from(has_organisation);
    let company_direction = cues::of(folded_last).any(Cues::DIRECTION);
    if company_direction {
        votes.organisation += 3;
    } else {
        votes.place += 4 * i32::from(last_sorts.any(Sorts::PLACE_WORD));
    }
    votes.place += 2 * i32::from(
        first_sorts.any(Sorts::PLACE_WORD) && (cues::of(folded_first).any(Cues::BEGINS_PLACE) || !common_last),
    );
    votes.other += 4 * i32::from(thing || cues::of(folded_first).any(Cues::BEGINS_THING));
    let given = first_sorts.any(Sorts::GIVEN);
    let given_inside = (first..last).any(|index| sorts(index).any(Sorts::GIVEN) && !sorts(index).any(Sorts::PLACE));
    if given && !things {
        votes.person += 3;
    } else if given_inside && !things {
        votes.person += 2;
    } else if !things
        && !first_sorts.any(Sorts::PLACE)
        && words.len() <= PERSON_WORDS
        && piece.words.clone().all(|index| {
            let word = &document.words[index];
            word.shape == Shape::Title && usually_name(word.entry, document.folded(index))
        })
    {
        votes.person += 1;
    }
    votes.person += of_parts(document, piece);
    // “A-B” is an acronym.
    let letters = piece.words.len() == 3 && document.folded(first + 1) == "-" && last == first + 2;
    let letters = letters && document.written(first).len() == 1 && document.written(last).len() == 1;
    votes.organisation += 2 * i32::from(letters);
    // “Jean-Luc Moreau”: two given names; firms hyphenate surnames, and end in no other.
    let hyphenated = document.folded(first + 1) == "-" && document.words[first + 1].glued && first + 3 == last;
    votes.person += 3 * i32::from(hyphenated && !things && last_sorts.any(Sorts::FAMILY));
    votes.organisation += 3 * i32::from(piece.words.clone().skip(1).any(|index| document.folded(index) == "&"));
    // “Acme Canada”, “Acme Latin America” are the company there.
    if !given
        && words.len() <= PERSON_WORDS
        && !whole.any(Sorts::PLACE)
        && !first_sorts.any(Sorts::PLACE | Sorts::PLACE_WORD | Sorts::DEMONYM)
        && ends_in_country(document, first, last)
    {
        votes.organisation += 3;
    }
    votes
}

/// Initials, particles and “Jr.”, which people have.
fn of_parts(document: &Document, piece: &Piece) -> i32 {
    let words = piece.words.clone();
    let initial = words
        .clone()
        .skip(1)
        .any(|index| document.folded(index) == "." && document.folded(index - 1).chars().count() == 1);
    let junior = words.clone().rev().take(2).any(|index| matches!(document.folded(index), "jr" | "sr"));
    let particle = words.skip(1).any(|index| {
        document.words[index].shape == Shape::Lower
            && matches!(document.folded(index), "al" | "bin" | "ibn" | "von" | "van")
    });
    3 * i32::from(initial) + 4 * i32::from(junior) + 2 * i32::from(particle)
}

/// Whether the last word or two, but not all, name a country or a part of the world that is no given name too.
fn ends_in_country(document: &Document, first: usize, last: usize) -> bool {
    [last, last - 1].into_iter().filter(|&from| from > first).any(|from| {
        let mut key = String::new();
        for index in from..=last {
            gazetteer::push_key(document.written(index), &mut key);
        }
        let sorts = gazetteer::sorts(Term::of(&key));
        sorts.any(Sorts::COUNTRY) && !sorts.any(Sorts::GIVEN)
    })
}

/// Whether a short way to write a state stands where one does: “Conn.”, “Hartford, CT”.
fn is_state(document: &Document, piece: &Piece) -> bool {
    let (first, after): (&Word, usize) = (&document.words[piece.words.start], piece.words.end);
    let stop = document.folded(after) == "." && document.words[after].glued;
    // “Hartford, CT”, “R-TX”; two letters elsewhere are some body's.
    let told_where =
        piece.words.start.checked_sub(1).is_some_and(|before| matches!(document.folded(before), "," | "-" | "("));
    stop || piece.words.len() > 1 || (first.shape == Shape::Upper && told_where)
}
