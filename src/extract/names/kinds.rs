//! What each name names, by votes: words inside it, words around it, and what the rest of the article says of the same
//! name.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::NameKind;
use super::casing::{has_capital, usually_name};
use super::gazetteer::{self, Sorts, push_key};
use super::pieces::Piece;
use crate::segment::{Document, Shape, Term, WordKind};
use crate::text::Classes;

/// Votes for each kind. A cue that hardly ever errs has 5, one that only leans has 1.
#[derive(Clone, Copy, Default)]
struct Votes {
    person: i32,
    organisation: i32,
    place: i32,
    /// How many mentions voted.
    mentions: i32,
}

impl Votes {
    fn add(&mut self, other: Self) {
        self.person += other.person;
        self.organisation += other.organisation;
        self.place += other.place;
        self.mentions += other.mentions;
    }

    /// These votes as if one mention had given them, twice: what surroundings say in one place counts less than what
    /// they say everywhere.
    fn averaged(self) -> Self {
        let share = |votes: i32| (2 * votes + self.mentions / 2) / self.mentions.max(1);
        Self {
            person: share(self.person),
            organisation: share(self.organisation),
            place: share(self.place),
            mentions: self.mentions,
        }
    }

    /// The kind with most votes; a place before an organisation before a person when level.
    fn winner(self) -> NameKind {
        let most = self.person.max(self.organisation).max(self.place);
        match most {
            ..=0 => NameKind::Other,
            _ if most == self.place => NameKind::Place,
            _ if most == self.organisation => NameKind::Organisation,
            _ => NameKind::Person,
        }
    }
}

/// A single word told so often and never called a place or person is taken for an organisation.
const AGAIN: i32 = 3;

/// The kinds of `pieces`, one each.
pub fn kinds(document: &Document, pieces: &[Piece]) -> Vec<NameKind> {
    let reader = Reader { document };
    let keys: Vec<Term> = pieces.iter().map(|piece| Term::of(&key_of(document, piece.words.clone()))).collect();
    let mut around: HashMap<Term, Votes> = HashMap::new();
    for (piece, &key) in pieces.iter().zip(&keys) {
        around.entry(key).or_default().add(reader.around(piece));
    }
    let mut votes: HashMap<Term, Votes> = HashMap::new();
    for (piece, &key) in pieces.iter().zip(&keys) {
        votes.entry(key).or_insert_with(|| {
            let mut votes = reader.inside(piece, key);
            votes.add(around[&key].averaged());
            votes
        });
    }
    // A surname alone is the person whose full name the article gives.
    let mut surnames: HashSet<Term> = HashSet::new();
    for (piece, key) in pieces.iter().zip(&keys) {
        if piece.words.len() > 1 && votes.get(key).is_some_and(|votes| votes.winner() == NameKind::Person) {
            surnames.insert(document.words[piece.words.end - 1].term);
        }
    }
    let kind = |piece: &Piece, key: &Term| {
        let mut votes = votes.get(key).copied().unwrap_or_default();
        if piece.words.len() == 1 && surnames.contains(&document.words[piece.words.start].term) {
            votes.person += 4;
        }
        if document.folded(piece.words.start) == "@" {
            return NameKind::Other;
        }
        // News names people in full before it names them in short; a name without another cue that is only ever one
        // word, and told again, is rather a body.
        let again = piece.words.len() == 1 && votes.mentions >= AGAIN && {
            let word = &document.words[piece.words.start];
            word.shape == Shape::Title && usually_name(word.entry, document.folded(piece.words.start))
        };
        match votes.winner() {
            NameKind::Other if again => NameKind::Organisation,
            kind => kind,
        }
    };
    pieces.iter().zip(&keys).map(|(piece, key)| kind(piece, key)).collect()
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

struct Reader<'d> {
    document: &'d Document,
}

/// Prepositions before a place, with how strongly they speak for one.
const BEFORE_PLACE: [(&str, i32); 10] = [
    ("in", 2),
    ("near", 3),
    ("outside", 2),
    ("throughout", 2),
    ("downtown", 4),
    ("southern", 3),
    ("northern", 3),
    ("eastern", 3),
    ("western", 3),
    ("central", 3),
];
/// What stands before the name of an organisation: “the carmaker Acme”.
const BEFORE_ORGANISATION: [&str; 32] = [
    "company",
    "airline",
    "automaker",
    "carmaker",
    "maker",
    "manufacturer",
    "firm",
    "giant",
    "retailer",
    "bank",
    "broadcaster",
    "newspaper",
    "magazine",
    "agency",
    "network",
    "startup",
    "group",
    "brand",
    "operator",
    "lender",
    "insurer",
    "chain",
    "union",
    "party",
    "website",
    "rival",
    "developer",
    "supplier",
    "refiner",
    "brewer",
    "grocer",
    "militia",
];
/// What follows the name of an organisation: “Acme shares”, “Acme’s board”.
const OF_ORGANISATION: [&str; 24] = [
    "shares",
    "stock",
    "officials",
    "executives",
    "employees",
    "workers",
    "customers",
    "board",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "ceo",
    "chairman",
    "chairwoman",
    "headquarters",
    "revenue",
    "profit",
    "investors",
    "members",
    "management",
    "representative",
    "representatives",
    "lawmakers",
    "reporter",
];
/// What a person has: “Lee’s lawyer”.
const OF_PERSON: [&str; 22] = [
    "wife",
    "husband",
    "son",
    "daughter",
    "mother",
    "father",
    "brother",
    "sister",
    "family",
    "lawyer",
    "lawyers",
    "attorney",
    "attorneys",
    "death",
    "body",
    "parents",
    "supporters",
    "girlfriend",
    "boyfriend",
    "career",
    "comments",
    "remarks",
];
/// What a place has: “Peru’s capital”.
const OF_PLACE: [&str; 14] = [
    "capital",
    "government",
    "president",
    "army",
    "economy",
    "border",
    "parliament",
    "prime",
    "foreign",
    "largest",
    "streets",
    "airport",
    "residents",
    "mayor",
];
/// Verbs of speech, which organisations and people have.
const SPEECH: [&str; 10] =
    ["said", "says", "told", "added", "tweeted", "wrote", "recalled", "insisted", "argued", "joked"];

impl Reader<'_> {
    fn sorts(&self, index: usize) -> Sorts {
        self.document.words.get(index).map_or(Sorts::default(), |word| gazetteer::sorts(word.term))
    }

    /// What the words of a name say.
    fn inside(&self, piece: &Piece, key: Term) -> Votes {
        let mut votes = Votes::default();
        let words = &self.document.words[piece.words.clone()];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return votes };
        let whole = gazetteer::sorts(key);
        if whole.any(Sorts::PLACE) && (!whole.any(Sorts::SHORT_STATE) || self.is_state(piece)) {
            votes.place += 4;
        }
        if whole.any(Sorts::INSTITUTION) {
            votes.organisation += 5;
        }
        let of_organisation = words.iter().filter(|word| gazetteer::sorts(word.term).any(Sorts::ORGANISATION)).count();
        let last_sorts = gazetteer::sorts(last.term);
        let first_sorts = gazetteer::sorts(first.term);
        let folded_last = self.document.folded(piece.words.end - 1);
        let common = words.len() > 2
            && last.classes().any(Classes::NOUN)
            && last.entry.capital_share() < 0.4
            && !usually_name(last.entry, folded_last);
        let things = last_sorts.any(Sorts::ORGANISATION | Sorts::PLACE_WORD) || common;
        if words.len() > 1 {
            votes.organisation +=
                3 * i32::from(last_sorts.any(Sorts::ORGANISATION)) + i32::from(of_organisation > 0) * 2;
            votes.place +=
                4 * i32::from(last_sorts.any(Sorts::PLACE_WORD)) + 2 * i32::from(first_sorts.any(Sorts::PLACE_WORD));
            if first_sorts.any(Sorts::GIVEN) && !things {
                votes.person += 3;
            } else if !things
                && !first_sorts.any(Sorts::PLACE)
                && words.len() <= 3
                && words.iter().enumerate().all(|(index, word)| {
                    word.shape == Shape::Title
                        && usually_name(word.entry, self.document.folded(piece.words.start + index))
                })
            {
                votes.person += 1;
            }
            let inner = |index: usize| self.document.folded(piece.words.start + index);
            if (1..words.len()).any(|index| inner(index) == "." && inner(index - 1).chars().count() == 1) {
                votes.person += 3;
            }
            if ["jr", "sr"].iter().any(|suffix| inner(words.len() - 1) == *suffix || inner(words.len() - 2) == *suffix)
            {
                votes.person += 4;
            }
            if (1..words.len()).any(|index| {
                words[index].shape == Shape::Lower && ["al", "bin", "ibn", "von", "van"].contains(&inner(index))
            }) {
                votes.person += 2;
            }
            votes.organisation += i32::from((1..words.len()).any(|index| inner(index) == "&")) * 3;
        } else {
            if first_sorts.any(Sorts::GIVEN) {
                votes.person += 1;
            }
            let letters = self.document.written(piece.words.start).chars().count();
            if first.shape == Shape::Upper && (2..=6).contains(&letters) && !whole.any(Sorts::PLACE) {
                votes.organisation += 2;
            }
            if first.shape == Shape::Mixed && !self.document.folded(piece.words.start).starts_with("mc") {
                votes.organisation += 2;
            }
        }
        votes
    }

    /// Whether a short way to write a state stands where one does: “Conn.”, “Hartford, CT”.
    fn is_state(&self, piece: &Piece) -> bool {
        let (first, after) = (&self.document.words[piece.words.start], piece.words.end);
        let stop = self.document.folded(after) == "." && self.document.words[after].glued;
        let kind = self.document.folded(after) == "-"; // “AK-47”
        stop || piece.words.len() > 1 || (first.shape == Shape::Upper && !kind)
    }

    /// What the words around a name say.
    fn around(&self, piece: &Piece) -> Votes {
        let mut votes = Votes { mentions: 1, ..Votes::default() };
        votes.person += if piece.titled { 3 } else { 0 };
        let (start, end) = (piece.words.start, piece.words.end);
        let before = start.checked_sub(1).map_or("", |index| self.document.folded(index));
        let before = if matches!(before, "the" | "a" | "an") {
            start.checked_sub(2).map_or("", |index| self.document.folded(index))
        } else {
            before
        };
        votes.organisation += 3 * i32::from(BEFORE_ORGANISATION.contains(&before));
        if let Some(&(_, weight)) = BEFORE_PLACE.iter().find(|(word, _)| *word == before) {
            votes.place += weight;
        }
        let after = |offset: usize| self.document.folded(end + offset);
        let possessed = after(0) == "'s";
        let next = if possessed { after(1) } else { after(0) };
        votes.organisation += 2 * i32::from(OF_ORGANISATION.contains(&next));
        if possessed {
            votes.person += 2 * i32::from(OF_PERSON.contains(&next));
            votes.place += 2 * i32::from(OF_PLACE.contains(&next));
        } else {
            votes.person += 2 * i32::from(next == "who" || (next == "," && after(1) == "who"));
            // News gives a person's full name first; one word alone that speaks is rather a body.
            let speaks = i32::from(SPEECH.contains(&next));
            if piece.words.len() > 1 || self.sorts(start).any(Sorts::GIVEN) {
                votes.person += speaks;
            } else {
                votes.organisation += speaks;
            }
            let age = next == ","
                && matches!(after(2), "," | ".")
                && after(1).parse::<u32>().is_ok_and(|age| (5..110).contains(&age));
            votes.person += 4 * i32::from(age);
            votes.place += 4 * i32::from(next == "-" && matches!(after(1), "based" | "area" | "born"));
            if next == ","
                && self.document.words.get(end + 1).is_some_and(has_capital)
                && self.sorts(end + 1).any(Sorts::PLACE)
            {
                votes.place += 2;
            }
        }
        votes
    }
}
