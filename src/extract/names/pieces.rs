//! A run of capitalised words → the names in it: titles and offices, adjectives of countries and common words around a
//! person's name are cut off.

use std::ops::Range;

use super::casing::{has_capital, usually_name};
use super::cues::{self, Cues};
use super::gazetteer::{self, Sorts};
use super::kinds::key_of;
use crate::segment::{Document, Shape, Term, TermMap, WordKind};
use crate::text::Classes;

/// A name inside a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub words: Range<usize>,
    /// Whether a title stands before it, which makes it a person's.
    pub titled: bool,
}

/// The names in `runs`, in reading order.
pub fn pieces(document: &Document, runs: Vec<Range<usize>>) -> Vec<Piece> {
    let found: Vec<Piece> = runs.into_iter().flat_map(|run| pieces_of(document, run)).collect();
    let mut alone: TermMap<usize> = TermMap::default();
    for piece in &found {
        *alone.entry(Term::of(&key_of(document, piece.words.clone()))).or_default() += 1;
    }
    found
        .into_iter()
        .flat_map(|piece| parted(document, piece, &alone))
        .filter_map(|piece| trimmed(document, piece))
        .collect()
}

/// `piece` without the hyphens that what was cut off has left behind (“Israeli-| -Hamas”) and without the word that
/// counts its flights (“Harbor Air | Flight 12”).
fn trimmed(document: &Document, mut piece: Piece) -> Option<Piece> {
    let figure = document.words.get(piece.words.end).is_some_and(|next| next.kind == WordKind::Figure);
    if piece.words.len() > 1 && figure && document.folded(piece.words.end - 1) == "flight" {
        piece.words.end -= 1;
    }
    while piece.words.len() > 1 && is_hyphen(document, piece.words.start) {
        piece.words.start += 1;
    }
    while piece.words.len() > 1 && is_hyphen(document, piece.words.end - 1) {
        piece.words.end -= 1;
    }
    let named = piece.words.clone().any(|index| document.words[index].kind != WordKind::Mark);
    // “the 7th | King”: an ordinal alone names nothing.
    let ordinal = piece.words.len() == 2
        && document.words[piece.words.start].kind == WordKind::Figure
        && document.words[piece.words.end - 1].glued;
    (named && !ordinal).then_some(piece)
}

fn is_hyphen(document: &Document, index: usize) -> bool {
    document.words[index].kind == WordKind::Mark && document.folded(index) == "-"
}

/// How often the second of two names must stand alone before they are taken apart.
const ALONE: usize = 2;

/// “Denver Pancake House” → “Denver”, “Pancake House”, where the article also writes “Pancake House” alone.
fn parted(document: &Document, piece: Piece, alone: &TermMap<usize>) -> Vec<Piece> {
    let words = piece.words.clone();
    let times = |words: Range<usize>| alone.get(&Term::of(&key_of(document, words))).copied().unwrap_or_default();
    let sorts_of = |words: Range<usize>| gazetteer::sorts(Term::of(&key_of(document, words)));
    let last = gazetteer::sorts(document.words[words.end - 1].term);
    if piece.titled || last.any(Sorts::ORGANISATION | Sorts::PLACE_WORD) {
        return vec![piece];
    }
    for cut in words.start + 1..words.end {
        let (first, second) = (words.start..cut, cut..words.end);
        let known = sorts_of(first.clone()).any(Sorts::PLACE) || times(first.clone()) >= ALONE;
        let person = second.len() > 1 && gazetteer::sorts(document.words[cut].term).any(Sorts::GIVEN);
        let common = first.clone().all(|index| {
            let word = &document.words[index];
            word.is_known() && !usually_name(word.entry, document.folded(index))
        });
        let apart = Piece { words: second.clone(), titled: false };
        if person && common && times(second.clone()) > 0 {
            return vec![apart];
        }
        // “Prime Minister of Norway | Ana Paz”, “Reuters | Ana Paz”
        let of_place = person
            && (sorts_of(first.clone()).any(Sorts::PLACE | Sorts::INSTITUTION)
                || is_part_of_place(document, first.clone()))
            && !gazetteer::sorts(document.words[words.start].term).any(Sorts::GIVEN);
        if of_place {
            return vec![Piece { words: first, titled: false }, Piece { words: second, titled: true }];
        }
        let stands = times(second.clone()) >= if person { 1 } else { ALONE };
        if known && stands && (second.len() > 1 || document.words[cut].shape == Shape::Upper) {
            return vec![Piece { words: first, titled: false }, apart];
        }
    }
    vec![piece]
}

/// “District of Maryland”, “Province of Ontario”
fn is_part_of_place(document: &Document, words: Range<usize>) -> bool {
    let of = words.clone().any(|index| document.folded(index) == "of");
    of && gazetteer::sorts(document.words[words.end - 1].term).any(Sorts::PLACE)
}

/// The names in `run`, in reading order.
fn pieces_of(document: &Document, run: Range<usize>) -> Vec<Piece> {
    let reader = Reader { document };
    let mut found = Vec::new();
    if document.folded(run.start) == "@" {
        return vec![Piece { words: run, titled: false }];
    }
    // From the last title that a person's name follows: “Quito Mayor | Ana Paz”.
    if let Some(title) = run.clone().rev().find(|&index| reader.is_title_of(index, run.end)) {
        found.extend(reader.before_title(run.start..title));
        let person = reader.past_stop(title)..run.end;
        found.push(Piece { words: reader.past_offices(person), titled: true });
    } else {
        let titled = reader.is_titled(run.start);
        found.extend(reader.plain(run.clone(), titled));
    }
    found.retain(|piece| !piece.words.is_empty());
    found
}

/// Forms of companies, which are no name alone.
const LEGAL: [&str; 8] = ["inc", "corp", "ltd", "llc", "co", "plc", "gmbh", "jr"];

/// Titles that are common words too, so that a thing may follow them: “General Motors”, “King Street”.
const AMBIGUOUS: [&str; 22] = [
    "general",
    "major",
    "private",
    "crown",
    "king",
    "queen",
    "prince",
    "princess",
    "star",
    "father",
    "sister",
    "brother",
    "lord",
    "lady",
    "chief",
    "baron",
    "captain",
    "justice",
    "host",
    "attorney",
    "state",
    "executive",
];

/// The longest abbreviation of a title, in bytes: “Messrs”.
const SHORT_TITLE: usize = 6;
/// Titles that are adjectives when written small: “three major United States banks”.
const ADJECTIVES: [&str; 9] =
    ["general", "major", "private", "chief", "crown", "state", "star", "executive", "principal"];

struct Reader<'d> {
    document: &'d Document,
}

impl Reader<'_> {
    fn sorts(&self, index: usize) -> Sorts {
        self.document.words.get(index).map_or(Sorts::default(), |word| gazetteer::sorts(word.term))
    }

    fn is_word(&self, index: usize) -> bool {
        self.document.words.get(index).is_some_and(|word| word.kind == WordKind::Word)
    }

    /// Whether word `index` usually is a name.
    fn name(&self, index: usize) -> bool {
        self.document.words.get(index).is_some_and(|word| {
            self.is_word(index)
                && (usually_name(word.entry, self.document.folded(index)) || self.sorts(index).any(Sorts::GIVEN))
        })
    }

    /// The word after `index`, its full stop left out.
    fn past_stop(&self, index: usize) -> usize {
        let stop = self.document.folded(index + 1) == "." && self.document.words[index + 1].glued;
        index + if stop { 2 } else { 1 }
    }

    /// Whether `index` is a title and a person's name stands between it and `end`.
    fn is_title_of(&self, index: usize, end: usize) -> bool {
        if !self.sorts(index).any(Sorts::TITLE) {
            return false;
        }
        let rest = self.past_stop(index)..end;
        let Some(last) = rest.clone().next_back() else { return false };
        // “General Motors”, “King Street”: what follows is a thing.
        let thing = AMBIGUOUS.contains(&self.document.folded(index))
            && (self.sorts(last).any(Sorts::ORGANISATION | Sorts::PLACE_WORD) || self.is_common_thing(last))
            || rest.clone().any(|word| ["of", "for", "and", "&"].contains(&self.document.folded(word)));
        let first = rest.start;
        !thing
            && (self.name(first)
                || (rest.len() == 1 && !self.is_common_thing(first))
                || rest.len() > 1 && self.name(last))
    }

    /// Whether the dictionary knows the word as a plain noun: “Motors”, “Electric”.
    fn is_common_thing(&self, index: usize) -> bool {
        let word = &self.document.words[index];
        word.classes().any(Classes::IN_DICTIONARY)
            && word.entry.capital_share() < 0.8
            && !word.classes().all(Classes::PROPER)
    }

    /// Whether a title, with its full stop and perhaps “of …”, stands before word `index`.
    fn is_titled(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        // “Capt. Holm”; the full stop after a longer title ends a sentence.
        let short = |title: &usize| self.document.words[*title].span().bytes() <= SHORT_TITLE;
        let title =
            if self.document.folded(before) == "." { before.checked_sub(1).filter(short) } else { Some(before) };
        title.is_some_and(|title| {
            self.sorts(title).any(Sorts::TITLE)
                && self.document.words[title].sentence() == self.document.words[index].sentence()
                && (has_capital(&self.document.words[title]) || !ADJECTIVES.contains(&self.document.folded(title)))
        })
    }

    /// What stands before a title: a place, an organisation, or nothing but more of the office.
    fn before_title(&self, run: Range<usize>) -> Option<Piece> {
        let mut end = run.end;
        while end > run.start && (!self.is_word(end - 1) || self.belongs_to_office(end - 1)) {
            end -= 1;
        }
        self.plain(run.start..end, false)
    }

    fn belongs_to_office(&self, index: usize) -> bool {
        self.sorts(index).any(Sorts::TITLE | Sorts::OFFICE | Sorts::DEMONYM) && !self.name(index)
            || self.sorts(index).any(Sorts::DEMONYM)
    }

    /// Offices between a title and the name: “Secretary General | Ana Paz”.
    fn past_offices(&self, mut run: Range<usize>) -> Range<usize> {
        while run.len() > 1 && self.belongs_to_office(run.start) && !self.sorts(run.start).any(Sorts::GIVEN) {
            run.start += 1;
        }
        run
    }

    /// A run without a title inside that a person follows.
    fn plain(&self, mut run: Range<usize>, titled: bool) -> Option<Piece> {
        // “Secretary of Homeland Security | Ana Paz”: after “of”, the office's field is no name.
        let field = run
            .start
            .checked_sub(1)
            .filter(|&before| matches!(self.document.folded(before), "of" | "for" | "the"))
            .and_then(|before| self.title_of_field(before));
        if let Some(title) = field {
            let name = run.clone().find(|&index| self.name(index));
            match name {
                Some(name) if name > run.start => return Some(Piece { words: name..run.end, titled: true }),
                None if has_capital(&self.document.words[title]) => return None,
                None | Some(_) => {}
            }
        }
        // A title at the end is an office without a name: “the Quito Mayor”; “Stephen King” is none.
        // “Georgia Secretary of State”
        let office = self.document.folded(run.end) == "of" && self.sorts(run.start).any(Sorts::PLACE);
        // “the 9th Marshal” is told from others by its number.
        let numbered = self.document.words.get(run.start).is_some_and(|first| first.kind == WordKind::Figure);
        while run.len() > 1
            && !numbered
            && self.sorts(run.end - 1).any(Sorts::TITLE)
            && (office || !self.sorts(run.start).any(Sorts::GIVEN))
            && !run.clone().any(|index| self.document.folded(index) == "of")
        {
            run.end -= 1;
            while run.len() > 1 && (!self.is_word(run.end - 1) || self.belongs_to_office(run.end - 1)) {
                run.end -= 1;
            }
            let sorts = self.sorts(run.start);
            if run.len() == 1 && sorts.any(Sorts::OFFICE) && !sorts.any(Sorts::INSTITUTION) {
                return None; // “the Supreme Allied Commander”
            }
        }
        let whole = |run: &Range<usize>| gazetteer::sorts(Term::of(&key_of(self.document, run.clone())));
        // “the Norway Government” is Norway's as “the Norway government” is, and “Norwegian Government” is no name.
        if run.len() > 1 && matches!(self.document.folded(run.end - 1), "government" | "governments") {
            let rest = run.start..run.end - 1;
            if whole(&rest).any(Sorts::PLACE) {
                run = rest;
            } else if whole(&rest).any(Sorts::DEMONYM) {
                return None;
            }
        }
        if whole(&run).any(Sorts::DEMONYM) && !whole(&run).any(Sorts::PLACE | Sorts::INSTITUTION) && run.len() > 1 {
            return None; // “South Korean”
        }
        while run.len() > 1 && self.leads_nowhere(&run) && !whole(&run).any(Sorts::PLACE) {
            run.start += 1;
        }
        while run.len() > 1
            && self.sorts(run.end - 1).any(Sorts::DEMONYM)
            && !self.is_direction(run.end - 1)
            && !whole(&run).any(Sorts::PLACE)
        {
            run.end -= 1;
            while run.len() > 1 && self.sorts(run.end - 1).any(Sorts::PLACE_WORD | Sorts::DEMONYM) {
                run.end -= 1;
            }
            if run.len() == 1 && self.sorts(run.start).any(Sorts::PLACE_WORD) {
                return None; // “South Korean”
            }
        }
        let thing = run.len() > 1 && cues::of(self.document.folded(run.end - 1)).any(Cues::ENDS_THING);
        let titled = titled && !thing && !self.is_organisation(&run);
        let names_something = match run.len() {
            0 => false,
            1 => self.stands_alone(run.start, titled),
            // “Spanish Prime” of a broken “Spanish Prime Minister” is but a piece of an office.
            _ => titled || self.is_organisation(&run) || !run.clone().all(|index| self.belongs_to_nothing(index)),
        };
        names_something.then_some(Piece { words: run, titled })
    }

    /// Whether one word alone is a name: not “Norwegian”, “Inc.” or “Lt.”.
    fn stands_alone(&self, index: usize, titled: bool) -> bool {
        let sorts = self.sorts(index);
        // “Minister of …”
        let office = sorts.any(Sorts::TITLE | Sorts::OFFICE) && !sorts.any(Sorts::INSTITUTION | Sorts::ORGANISATION);
        if office && matches!(self.document.folded(index + 1), "of" | "for") {
            return false;
        }
        if sorts.any(Sorts::DEMONYM) || LEGAL.contains(&self.document.folded(index)) {
            return false;
        }
        let stop = self.past_stop(index) > index + 1;
        let surname = self.name(index) && self.document.words[index].is_known() && !stop;
        !sorts.any(Sorts::TITLE | Sorts::OFFICE) || titled || surname
    }

    fn is_direction(&self, index: usize) -> bool {
        cues::of(self.document.folded(index)).any(Cues::DIRECTION)
    }

    fn belongs_to_nothing(&self, index: usize) -> bool {
        let sorts = self.sorts(index);
        sorts.any(Sorts::DEMONYM | Sorts::OFFICE | Sorts::TITLE) && !sorts.any(Sorts::GIVEN)
    }

    fn is_organisation(&self, run: &Range<usize>) -> bool {
        run.clone().any(|index| self.sorts(index).any(Sorts::ORGANISATION | Sorts::INSTITUTION))
    }

    /// The title that `before` (“of”, “the”) follows: “Secretary of”, “Speaker of the”.
    fn title_of_field(&self, before: usize) -> Option<usize> {
        // Offices that name their field with a capital; “chairman of” names an organisation.
        const WITH_FIELD: [&str; 6] = ["secretary", "undersecretary", "minister", "speaker", "commissioner", "chief"];
        let of = if self.document.folded(before) == "the" { before.checked_sub(1) } else { Some(before) };
        of.filter(|&of| matches!(self.document.folded(of), "of" | "for"))
            .and_then(|of| of.checked_sub(1))
            .filter(|&title| WITH_FIELD.contains(&self.document.folded(title)))
    }

    /// Whether the first word of a run does not belong to the name after it: “Israeli | Noa Levi”, not “French Open”.
    fn leads_nowhere(&self, run: &Range<usize>) -> bool {
        let second = run.start + 1;
        if !self.is_word(second) {
            return false;
        }
        if self.is_direction(run.start) {
            return false; // “Western Australia”
        }
        self.sorts(run.start).any(Sorts::DEMONYM) && self.name(second) && !self.is_organisation(run)
            || (self.sorts(run.start).any(Sorts::DEMONYM) && self.sorts(second).any(Sorts::DEMONYM))
    }
}
