//! Runs of words that are written as one name: capitalised words side by side, and what may stand between them
//! (initials, hyphens, ampersands, particles, “of the”).

use std::ops::Range;

use super::casing::{Casing, has_capital};
use super::gazetteer::{self, Sorts};
use crate::segment::{Document, Shape, WordKind};

/// Small words inside the names of people and places.
const PARTICLES: [&str; 28] = [
    "al", "el", "bin", "ibn", "bint", "abu", "von", "van", "der", "den", "ter", "zu", "de", "del", "della", "di", "da",
    "do", "dos", "das", "du", "la", "le", "las", "los", "ben", "e", "y",
];
/// Those that can begin a name: “de la Cruz said”.
const OPENING: [&str; 9] = ["al", "bin", "ibn", "von", "van", "de", "del", "della", "di"];
/// Abbreviations inside names; their full stop ends nothing.
const ABBREVIATIONS: [&str; 20] = [
    "st", "ste", "mt", "ft", "jr", "sr", "inc", "corp", "co", "ltd", "bros", "dr", "mr", "mrs", "ms", "messrs", "prof",
    "rev", "hon", "dept",
];
/// What a comma may set apart at a name's end.
const AFTER_COMMA: [&str; 6] = ["jr", "sr", "inc", "llc", "ltd", "iii"];
/// Bodies whose field follows “on”.
const HEADS_ON: [&str; 6] = ["committee", "commission", "council", "subcommittee", "conference", "institute"];

/// A longer run is no name but capitals one after the other, and is cut here: names with all their offices before them
/// have hardly twenty words. It bounds the time, as each word of a run is looked at beside the others.
const MOST_WORDS: usize = 40;

/// The runs of `document`, in reading order.
pub fn runs(document: &Document, casing: &Casing) -> Vec<Range<usize>> {
    let reader = Reader { document, casing };
    let mut runs = Vec::new();
    let mut index = 0;
    while index < document.words.len() {
        let Some(mut end) = reader.opening(index) else {
            index += 1;
            continue;
        };
        let handle = document.folded(index) == "@";
        while !handle
            && end - index < MOST_WORDS
            && let Some(further) = reader.further(index, end)
        {
            end = further;
        }
        if reader.is(end, ".") && document.words[end].glued && ABBREVIATIONS[4..10].contains(&document.folded(end - 1))
        {
            let last = document.words.get(end + 1).is_none_or(|next| next.sentence() != document.words[end].sentence());
            end += usize::from(!last);
        }
        runs.push(index..end);
        index = end;
    }
    runs
}

struct Reader<'d> {
    document: &'d Document,
    casing: &'d Casing,
}

impl Reader<'_> {
    fn is(&self, index: usize, form: &str) -> bool {
        self.document.folded(index) == form
    }

    fn glued(&self, index: usize) -> bool {
        self.document.words.get(index).is_some_and(|word| word.glued)
    }

    fn sorts(&self, index: usize) -> Sorts {
        self.document.words.get(index).map_or(Sorts::default(), |word| gazetteer::sorts(word.term))
    }

    fn name(&self, index: usize, sentence: usize) -> bool {
        self.casing.is_name(index) && self.document.words[index].sentence() == sentence
    }

    /// Whether running text usually writes the word small.
    fn common(&self, index: usize) -> bool {
        self.document.words.get(index).is_some_and(|word| word.is_known() && word.entry.capital_share() < 0.5)
    }

    /// The end of the first part of a name that begins at `index`.
    fn opening(&self, index: usize) -> Option<usize> {
        let word = &self.document.words[index];
        if self.casing.is_name(index) {
            return Some(index + 1);
        }
        if word.kind == WordKind::Mark && self.is(index, "@") && self.glued(index + 1) {
            return Some(index + 2);
        }
        // “the 7th Fleet”
        if word.kind == WordKind::Figure
            && self.glued(index + 1)
            && ["st", "nd", "rd", "th"].contains(&self.document.folded(index + 1))
            && self.name(index + 2, word.sentence())
            && !self.casing.is_forced(index + 2)
        {
            return Some(index + 3);
        }
        if word.shape == Shape::Lower && OPENING.contains(&self.document.folded(index)) {
            return self.over_particles(index, word.sentence());
        }
        None
    }

    /// The end of the run from `start` to `end` with its next part, if it has one.
    fn further(&self, start: usize, end: usize) -> Option<usize> {
        let next = self.document.words.get(end)?;
        let sentence = self.document.words[start].sentence();
        if next.sentence() != sentence {
            return None;
        }
        let last = end - 1;
        if self.casing.is_name(end) && !PARTICLES.contains(&self.document.folded(end)) {
            return Some(end + 1);
        }
        let form = self.document.folded(end);
        match next.kind {
            WordKind::Mark => match form {
                "." if next.glued && self.name(end + 1, sentence) && self.keeps_stop(last) && !self.is_legal(last) => {
                    Some(end + 2)
                }
                "-" if next.glued && self.glued(end + 1) && self.hyphenates(last, end + 1) => Some(end + 2),
                "&" if self.document.words.get(end + 1).is_some_and(has_capital) => Some(end + 2),
                "'" if next.glued
                    && self.common(last)
                    && self.common(end + 1)
                    && self.name(end + 1, sentence)
                    && !self.glued(end + 1) =>
                {
                    // “Teachers' Union”, not “Harbor News' Ana Paz”.
                    let many = self.document.folded(last).ends_with('s') && !self.sorts(last).any(Sorts::ORGANISATION);
                    (many && !self.sorts(end + 1).any(Sorts::GIVEN)).then_some(end + 2)
                }
                "," if AFTER_COMMA.contains(&self.document.folded(end + 1)) => {
                    self.document.words.get(end + 1).is_some_and(has_capital).then_some(end + 2)
                }
                _ => None,
            },
            WordKind::Clitic => {
                // “People's Bank”, and not “the mayor's” or “the paper's Ana Paz”.
                let own = self.common(last) && self.common(end + 1) && !self.sorts(last).any(Sorts::TITLE);
                // An acronym owns what follows: “AHD's Harbor Alliance”; in a line of capitals all words look so.
                let shape = |index: usize| self.document.words.get(index).map(|word| word.shape);
                let acronym = shape(last) == Some(Shape::Upper) && shape(end + 1) != Some(Shape::Upper);
                (form == "'s" && own && !acronym && self.name(end + 1, sentence) && !self.casing.is_forced(end + 1))
                    .then_some(end + 2)
            }
            WordKind::Word => self.over_word(start, end, sentence),
            WordKind::Figure => None,
        }
    }

    fn over_word(&self, start: usize, end: usize, sentence: usize) -> Option<usize> {
        let last = end - 1;
        let form = self.document.folded(end);
        let sorts = self.sorts(end);
        if PARTICLES.contains(&form) && has_capital(&self.document.words[end]) {
            // “SANTA CRUZ DE LA SIERRA”, “Robert De Niro”.
            return self.over_particles(end, sentence).or_else(|| self.casing.is_name(end).then_some(end + 1));
        }
        if has_capital(&self.document.words[end]) {
            // “Theresa May”
            let may = sorts.any(Sorts::CALENDAR)
                && sorts.any(Sorts::GIVEN)
                && self.sorts(last).any(Sorts::GIVEN)
                && last == start;
            // “Harbor TV”, “Lisbon Post”, and “Group” in a headline that gives every word a capital.
            return (may || sorts.any(Sorts::ORGANISATION | Sorts::PLACE_WORD)).then_some(end + 1);
        }
        let title = has_capital(&self.document.words[last]);
        match form {
            "of" | "for" if title && self.goes_on_over(start, last) => {
                let to = if self.is(end + 1, "the") { end + 2 } else { end + 1 };
                self.name(to, sentence).then_some(to + 1)
            }
            "on" if title && HEADS_ON.contains(&self.document.folded(last)) => {
                self.name(end + 1, sentence).then_some(end + 2)
            }
            "and" if self.name(end + 1, sentence) && self.common(last) && self.common(end + 1) => {
                let inside =
                    (start..end).any(|index| self.is(index, "of") || self.is(index, "for") || self.is(index, "on"));
                (inside || self.ends_as_organisation(end + 1)).then_some(end + 2)
            }
            _ => self.over_particles(end, sentence),
        }
    }

    /// Whether a name goes on over “of” after word `last`: after “Church”, and a second time after “Church of …”.
    fn goes_on_over(&self, start: usize, last: usize) -> bool {
        self.sorts(last).any(Sorts::HEAD) || (start..last).any(|index| self.is(index, "of"))
    }

    /// The end of a name that goes on at `index` over one or two particles, hyphens included.
    fn over_particles(&self, index: usize, sentence: usize) -> Option<usize> {
        let mut place = index;
        for _ in 0..2 {
            let word = self.document.words.get(place)?;
            let shouted = word.shape == Shape::Upper
                && index.checked_sub(1).is_some_and(|before| self.document.words[before].shape == Shape::Upper);
            if !(word.shape == Shape::Lower || shouted) || !PARTICLES.contains(&self.document.folded(place)) {
                break;
            }
            place += 1;
            if self.is(place, "-") && self.glued(place) && self.glued(place + 1) {
                place += 1;
            }
        }
        (place > index && self.document.words.get(place).is_some_and(has_capital) && self.name(place, sentence))
            .then_some(place + 1)
    }

    /// Whether the full stop after word `index` belongs to it: an initial, or an abbreviation of names.
    fn keeps_stop(&self, index: usize) -> bool {
        let written = self.document.written(index);
        written.chars().count() == 1
            || ABBREVIATIONS.contains(&self.document.folded(index))
            || (self.sorts(index).any(Sorts::TITLE) && written.len() <= 4)
    }

    /// Whether the name of a company ends with word `index`.
    fn is_legal(&self, index: usize) -> bool {
        ABBREVIATIONS[6..10].contains(&self.document.folded(index))
    }

    /// Whether a hyphen makes one name of two words: “Jean-Luc”, not “Turkey-Iran talks” or “Lisbon-based”.
    fn hyphenates(&self, before: usize, after: usize) -> bool {
        let places = Sorts::PLACE | Sorts::DEMONYM;
        self.document.words.get(after).is_some_and(has_capital)
            && !self.document.written(before + 1).contains(['–', '—'])
            && !(self.sorts(before).any(places) && self.sorts(after).any(places))
    }

    /// Whether the capitalised words from `index` end with a word of organisations: “Food and *Drug Administration*”.
    fn ends_as_organisation(&self, index: usize) -> bool {
        // Such names have at most four words after “and”.
        (index..index + 4)
            .take_while(|&place| self.casing.is_name(place))
            .any(|place| self.sorts(place).any(Sorts::ORGANISATION))
    }
}
