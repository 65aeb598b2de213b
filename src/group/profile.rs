//! An article → its profile: the words that set it apart from others, with weights, as a vector of length one.
//!
//! A word weighs more the rarer it is, both in English news at large and among the articles at hand; more as a name;
//! and more near the beginning, where news says what has happened, than in the background that follows.

use std::collections::{BTreeMap, HashMap};

use crate::segment::{Shape, Term, Word, WordKind, segment};
use crate::text::Classes;

/// So many words tell what an article is about; further down it tells of other events, too. Measured: 200 are fewer
/// than needed, 800 no better.
const FIRST_WORDS: usize = 400;
/// So many bytes hold these words, whatever the words; more need not be segmented.
const FIRST_BYTES: usize = 6 * 1024;
/// What a word weighs more in the first place than far below.
const LEAD: f64 = 2.0;
/// Over so many words that falls to a third: a headline and a first paragraph.
const LEAD_WORDS: f64 = 60.0;
/// Words more common than this, in bits, stand in every article: “people”, “government” are about 10.
const COMMONEST_BITS: f64 = 8.0;
/// What a name weighs more than another word: who and where tell two events of one sort apart.
const NAME: f64 = 1.5;
/// A figure of two digits or more counts as a word of this rarity: years and days are shared by chance now and then.
const FIGURE_BITS: f64 = 14.0;
/// The articles at hand are weighed as if so many others stood beside them, which have none of their words: what all of
/// three articles share is still rare.
const OTHERS: f64 = 300.0;
/// A word is never taken to be more usual than in this share of articles because those at hand have it: in a thousand
/// articles about one event, what they share is still what they are about.
const MOST_USUAL: f64 = 0.03;
/// What is rarer than this is as rare as can be, however many articles there are: a word in one article among so many.
const RAREST: f64 = 1.0 / OTHERS;
/// An article of news at large is taken to have so many words, for how usual a word is there.
const USUAL_WORDS: f64 = 2000.0;
/// A profile keeps this many terms, the weightiest: the rest of a long article is what all long articles have.
const MOST_TERMS: usize = 100;

/// A term of the articles at hand, by its place among all of them in the order of their numbers.
pub type TermId = u32;

/// What an article says, before anything is known of the others.
#[derive(Debug, Default)]
pub struct Content {
    /// By term: how much it is said, as a sum over its places; how rare it is in news at large; whether it is a name.
    terms: BTreeMap<Term, Said>,
}

#[derive(Clone, Copy, Debug)]
struct Said {
    much: f64,
    /// The probability that an article of news at large has it.
    usual: f64,
    name: bool,
}

/// The terms of an article with their weights, by id, as a vector of length one; empty where nothing sets it apart.
pub type Profile = Vec<(TermId, f64)>;

impl Content {
    /// What the article of this text says.
    pub fn of(text: &str) -> Self {
        let document = segment(beginning(text).into());
        let words = document.words.iter().enumerate();
        let words = words.filter(|(_, word)| matches!(word.kind, WordKind::Word | WordKind::Figure));
        let mut terms: BTreeMap<Term, Said> = BTreeMap::new();
        for (place, (index, word)) in words.take(FIRST_WORDS).enumerate() {
            let bits = match word.kind {
                WordKind::Figure if document.folded(index).len() < 2 => continue,
                WordKind::Figure => FIGURE_BITS,
                _ if word.rarity() < COMMONEST_BITS => continue,
                _ => word.rarity(),
            };
            let usual = (USUAL_WORDS / bits.exp2()).min(1.0);
            let said = terms.entry(word.stem).or_insert(Said { much: 0.0, usual, name: false });
            said.much += 1.0 + LEAD * (-(place as f64) / LEAD_WORDS).exp();
            said.usual = said.usual.max(usual);
            said.name |= is_name(word);
        }
        Self { terms }
    }
}

/// The part of `text` that holds its first words.
fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(FIRST_BYTES)]
}

/// Whether a word is written as a name and mostly is one; without a look at the words around it, which costs more than
/// it tells here.
fn is_name(word: &Word) -> bool {
    /// Of its places inside sentences, a name has a capital in most.
    const MOSTLY: f64 = 0.6;
    let capital = word.entry.capital_share();
    let unknown = capital == 0.0 && !word.classes().any(Classes::IN_DICTIONARY);
    matches!(word.shape, Shape::Title | Shape::Upper | Shape::Mixed) && (capital > MOSTLY || unknown)
}

/// The profiles of articles that say this, in the same order.
pub fn profiles(contents: Vec<Content>) -> Vec<Profile> {
    let mut having: HashMap<Term, u32> = HashMap::new();
    for term in contents.iter().flat_map(|content| content.terms.keys()) {
        *having.entry(*term).or_default() += 1;
    }
    let mut all: Vec<Term> = having.keys().copied().collect();
    all.sort_unstable();
    let ids: HashMap<Term, TermId> = all.iter().zip(0..).map(|(&term, id)| (term, id)).collect();
    let count = contents.len() as f64;
    contents
        .into_iter()
        .map(|content| {
            let weight = |term: &Term, said: &Said| {
                let here = f64::from(having[term]) / (count + OTHERS + 1.0);
                let rarity = -(here.min(MOST_USUAL) + said.usual).clamp(RAREST, 1.0).ln();
                let name = if said.name { NAME } else { 1.0 };
                (1.0 + said.much.ln()) * rarity * name
            };
            let mut terms: Vec<_> = content.terms.iter().map(|(term, said)| (ids[term], weight(term, said))).collect();
            terms.retain(|&(_, weight)| weight > 0.0);
            terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            terms.truncate(MOST_TERMS);
            terms.sort_unstable_by_key(|&(term, _)| term);
            let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
            for (_, weight) in &mut terms {
                *weight /= length;
            }
            terms
        })
        .collect()
}

/// The sum of the products of what two vectors have in common: for profiles their likeness, from 0 to 1.
pub fn product(one: &[(TermId, f64)], other: &[(TermId, f64)]) -> f64 {
    /// From here on, looking each term of the shorter one up is faster than going through both.
    const MUCH_LONGER: usize = 16;
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut sum = 0.0;
    if short.len() * MUCH_LONGER < long.len() {
        for (term, weight) in short {
            if let Ok(place) = long.binary_search_by_key(term, |&(term, _)| term) {
                sum += weight * long[place].1;
            }
        }
        return sum;
    }
    let mut place = 0;
    for &(term, weight) in short {
        while place < long.len() && long[place].0 < term {
            place += 1;
        }
        match long.get(place) {
            Some(&(found, other)) if found == term => sum += weight * other,
            Some(_) => {}
            None => break,
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How alike two articles are, seen by themselves.
    fn likeness(one: &str, other: &str) -> f64 {
        let profiles = profiles(vec![Content::of(one), Content::of(other)]);
        product(&profiles[0], &profiles[1])
    }

    #[test]
    fn names_count_more_than_what_happens_every_day() {
        let told = "Warden Ana Ruiz spoke in Ottery after the fire.";
        let same = likeness(told, "In Ottery, Ana Ruiz answered questions.");
        let other = likeness(told, "A warden spoke in Kelso after the fire, as Bo Lund had asked.");
        assert!(same > 2.0 * other, "{same} {other}");
    }

    #[test]
    fn words_that_every_text_has_make_nothing_alike() {
        assert!(likeness("He said that it was for all.", "It was for all, he said, and that was it.") < 1e-9);
    }

    #[test]
    fn an_article_is_like_itself_and_an_empty_one_like_none() {
        let told = "Warden Ana Ruiz spoke in Ottery after the fire.";
        assert!((likeness(told, told) - 1.0).abs() < 1e-9);
        assert!(likeness("", "").abs() < 1e-9 && likeness(told, "…").abs() < 1e-9);
    }

    #[test]
    fn a_long_vector_is_multiplied_as_a_short_one() {
        let long: Vec<_> = (0..1000).map(|term| (term, f64::from(term))).collect();
        let short = [(3, 2.0), (500, 1.0), (2000, 9.0)];
        assert!((product(&short, &long) - 506.0).abs() < 1e-9);
        assert!((product(&long[490..520], &short) - 500.0).abs() < 1e-9);
    }

    #[test]
    fn only_the_beginning_is_looked_at_even_of_one_long_line() {
        let text = "世".repeat(100_000);
        assert!(beginning(&text).len() <= FIRST_BYTES);
        let _ = Content::of(&text);
    }
}
