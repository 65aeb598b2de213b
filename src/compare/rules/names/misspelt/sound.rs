//! The sound words of a story that a misspelt one may have been: those that stand beside what stands beside it, and those that
//! are written nearly as it is.

use std::collections::{BTreeMap, HashMap};

use strsim::osa_distance;

use super::{Place, name_at};
use crate::compare::Context;
use crate::compare::near_words::most_edits;
use crate::compare::rules::names::spellings::sounds;
use crate::link::NearWords;
use crate::read::ArticleId;
use crate::segment::{Document, Shape, Term, Word, WordKind};
use crate::text::lexicon;

/// Fewer letters have neighbours by chance.
pub const LEAST_LETTERS: usize = 5;
/// Where no neighbour is the same, fewer than these do, too,
const LEAST_LETTERS_ALONE: usize = 7;
/// … and as part of a longer name, fewer than these with more than one slip: firms and families are called by words that
/// nobody else bears.
const LEAST_LETTERS_INSIDE: usize = 9;
/// Words that the dictionary lacks and that were counted at least so often are names all the same.
const SOUND_COUNT: f64 = 40.0;
/// More common neighbours (“the”, “said”) say nothing of what stands beside them.
const TELLING_BITS: f64 = 7.0;

/// Whether a word is known well enough to be what another one was meant to be.
pub fn is_sound(word: &Word) -> bool {
    word.entry.in_dictionary() || word.entry.count() >= SOUND_COUNT
}

/// How many letters a word has.
pub fn letters(word: &str) -> usize {
    word.chars().count()
}

/// Whether `damaged` may have been `sound`: few letters differ, the first does not, and what differs is neither an ending
/// nor another way to write the same sounds.
pub fn is_near(damaged: &str, sound: &str) -> bool {
    let most = most_edits(damaged);
    damaged != sound
        && damaged.chars().next() == sound.chars().next()
        && letters(sound) >= LEAST_LETTERS
        && letters(damaged).abs_diff(letters(sound)) <= most.min(2)
        && osa_distance(damaged, sound) <= most.min(2)
        && !has_ending(damaged, sound)
        && (!has_ending(sound, damaged) || sound.ends_with("ss"))
}

/// Whether an unknown name may be another way to write the sounds of a known one, and no slip: names may that are not on
/// everybody's lips.
fn may_be_variant(unknown: &str, known: &str) -> bool {
    /// Occurrences in the counted news: about one in 7,000 words, as “Florida” has.
    const WELL_KNOWN: f64 = 5000.0;
    let entry = lexicon::entry(known);
    entry.capital_share() > 0.9 && entry.count() < WELL_KNOWN && sounds(unknown) == sounds(known)
}

/// “Lanka”, “Lankans”
fn has_ending(long: &str, short: &str) -> bool {
    long.strip_prefix(short).is_some_and(|ending| matches!(ending, "s" | "es" | "n" | "ns" | "an" | "i" | "is"))
}

/// The words of the story that stand beside what stands beside an unknown word, by that neighbour and its side.
pub struct Neighbours {
    beside: HashMap<(Term, Side), Vec<Place>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    Before,
    After,
}

impl Neighbours {
    /// More words than these beside one neighbour are no name.
    const MOST: usize = 60;

    pub fn of(context: &Context, unknown: &[Place]) -> Self {
        let mut beside: HashMap<(Term, Side), Vec<Place>> = HashMap::new();
        for &(article, index) in unknown {
            for key in neighbours(&context.documents[article.0], index) {
                beside.entry(key).or_default();
            }
        }
        for (article, document) in context.documents.iter().enumerate() {
            for index in 0..document.words.len() {
                if !is_sound(&document.words[index]) || document.words[index].shape == Shape::Lower {
                    continue;
                }
                for key in neighbours(document, index) {
                    if let Some(places) = beside.get_mut(&key).filter(|places| places.len() < Self::MOST) {
                        places.push((ArticleId(article), index));
                    }
                }
            }
        }
        Self { beside }
    }

    /// The word nearest to the one at `place` that has one of its neighbours; one of another article first.
    pub fn nearest(&self, context: &Context, (article, index): Place) -> Option<Place> {
        let document = &context.documents[article.0];
        let damaged = document.folded(index);
        neighbours(document, index)
            .flat_map(|key| self.beside.get(&key).into_iter().flatten())
            .filter(|&&(other, sound)| is_near(damaged, context.documents[other.0].folded(sound)))
            .min_by_key(|&&(other, sound)| {
                (osa_distance(damaged, context.documents[other.0].folded(sound)), other == article, other, sound)
            })
            .copied()
    }
}

/// The telling words before and after word `index`, of the same sentence.
pub fn neighbours(document: &Document, index: usize) -> impl Iterator<Item = (Term, Side)> {
    let at = |other: Option<usize>, side| {
        let other = document.words.get(other?)?;
        let telling = other.kind == WordKind::Word
            && other.sentence() == document.words[index].sentence()
            && other.rarity() >= TELLING_BITS;
        telling.then_some((other.term, side))
    };
    [at(index.checked_sub(1), Side::Before), at(Some(index + 1), Side::After)].into_iter().flatten()
}

/// The sound words of the story, to be looked up by letters.
pub struct Vocabulary<'c> {
    words: Vec<(&'c str, Place)>,
    near: NearWords,
}

impl<'c> Vocabulary<'c> {
    pub fn of(context: &Context<'c>) -> Self {
        let mut first: BTreeMap<&'c str, Place> = BTreeMap::new();
        for (article, document) in context.documents.iter().enumerate() {
            for (index, word) in document.words.iter().enumerate() {
                if word.kind == WordKind::Word
                    && word.entry.in_dictionary()
                    && matches!(word.shape, Shape::Title | Shape::Mixed)
                {
                    first.entry(document.folded(index)).or_insert((ArticleId(article), index));
                }
            }
        }
        let words: Vec<_> = first.into_iter().filter(|(word, _)| letters(word) >= LEAST_LETTERS_ALONE).collect();
        let mut near = NearWords::default();
        for (place, (word, _)) in words.iter().enumerate() {
            near.insert(word, place);
        }
        Self { words, near }
    }

    /// The word nearest to the one at `place`, where that is long enough to be no other.
    pub fn nearest(&self, context: &Context, (article, index): Place) -> Option<Place> {
        let damaged = context.documents[article.0].folded(index);
        let inside = name_at(context, (article, index)).is_some_and(|name| name.words.len() > 1);
        let enough = letters(damaged) >= LEAST_LETTERS_ALONE;
        let near = enough.then(|| self.near.near(damaged)).into_iter().flatten();
        let near = near.filter(|&place| is_near(damaged, self.words[place].0));
        let most = if inside && letters(damaged) < LEAST_LETTERS_INSIDE { 1 } else { usize::MAX };
        let near = near.filter(|&place| osa_distance(damaged, self.words[place].0) <= most);
        let near = near.filter(|&place| !may_be_variant(damaged, self.words[place].0));
        near.map(|place| (osa_distance(damaged, self.words[place].0), place))
            .min()
            .map(|(_, place)| self.words[place].1)
    }
}
