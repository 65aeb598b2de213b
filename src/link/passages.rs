//! Sentences of different articles → [`Passage`]s: which tell the same thing.
//!
//! Candidates come from an index over the terms that tell most; only they are scored, by how much of what they tell
//! they share. Reworded news shares little in absolute terms, so a pair counts when it is strong, or when it is the
//! best that a sentence has in the other's article.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::terms::Terms;
use super::{Groups, Passage, SentenceId};
use crate::read::ArticleId;
use crate::segment::{Document, Term};

/// A sentence looks for partners by so many of its most telling terms.
const LOOKED_UP_TERMS: usize = 14;
/// A term that more sentences than this have (for each article) says too little to look partners up by.
const MOST_SENTENCES_AN_ARTICLE: usize = 12;
/// Two sentences share at least so much weight, more than one rare word: one alone may be chance.
const LEAST_SHARED: f64 = 1.1;
// The thresholds below were read off the development stories: of pairs just above them about three in four tell the
// same thing, of those just below about half.
/// From here on two sentences tell the same thing even if both have better partners.
const STRONG: f64 = 0.42;
/// From here on they tell the same thing if one of them has no better partner in the other's article.
const BEST_OF_ONE: f64 = 0.26;
/// From here on they tell the same thing if neither has.
const BEST_OF_BOTH: f64 = 0.2;
/// Sentences join one passage when they are so alike on average.
const TOGETHER: f64 = 0.18;

/// Two sentences of different articles and how alike they are, 0 to 1.
#[derive(Clone, Copy, Debug)]
struct Pair {
    sentences: [usize; 2],
    similarity: f64,
}

/// The groups of sentences that tell the same thing. A sentence that tells two things may stand in two groups.
pub fn passages(documents: &[Document], terms: &Terms) -> Vec<Passage> {
    let sentences: Vec<Told> = documents
        .iter()
        .enumerate()
        .flat_map(|(article, document)| {
            (0..document.sentences.len())
                .map(move |index| SentenceId { article: ArticleId(article), index })
                .map(move |id| Told::new(id, document, terms))
        })
        .collect();
    group(&sentences, &matching(&sentences, documents.len()))
}

/// A sentence and what it tells.
struct Told {
    id: SentenceId,
    /// Its terms, each once, with their weights; most telling first.
    terms: Vec<(Term, f64)>,
    weight: f64,
}

impl Told {
    fn new(id: SentenceId, document: &Document, terms: &Terms) -> Self {
        let words = document.sentences[id.index].words.clone();
        let mut found: Vec<(Term, f64)> =
            terms.of(id.article, words).iter().map(|place| (place.term, terms.weight(place.term))).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.dedup_by_key(|entry| entry.0);
        let weight = found.iter().map(|entry| entry.1).sum();
        Self { id, terms: found, weight }
    }
}

/// How alike two sentences are that share so much weight: the mean of cosine and containment, because a short sentence
/// is often contained in a long one.
fn similarity(shared: f64, a: f64, b: f64) -> f64 {
    let cosine = shared / (a * b).sqrt();
    let containment = shared / a.min(b);
    f64::midpoint(cosine, containment).min(1.0)
}

/// The pairs of sentences that tell the same thing, most alike first.
fn matching(sentences: &[Told], articles: usize) -> Vec<Pair> {
    let mut index: HashMap<Term, Vec<usize>> = HashMap::new();
    for (place, told) in sentences.iter().enumerate() {
        for &(term, _) in &told.terms {
            index.entry(term).or_default().push(place);
        }
    }
    let most = MOST_SENTENCES_AN_ARTICLE * articles;
    let mut pairs = Vec::new();
    // By sentence and other article: the similarity of the best partner there.
    let mut best: HashMap<(usize, ArticleId), f64> = HashMap::new();
    for (place, told) in sentences.iter().enumerate() {
        let mut candidates: Vec<usize> = told
            .terms
            .iter()
            .filter_map(|(term, _)| index.get(term).filter(|found| found.len() <= most))
            .take(LOOKED_UP_TERMS)
            .flatten()
            .copied()
            .filter(|&other| other > place && sentences[other].id.article != told.id.article)
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let weights: HashMap<Term, f64> = told.terms.iter().copied().collect();
        for other in candidates {
            let partner = &sentences[other];
            let shared: f64 =
                partner.terms.iter().filter(|(term, _)| weights.contains_key(term)).map(|entry| entry.1).sum();
            if shared < LEAST_SHARED {
                continue;
            }
            let similarity = similarity(shared, told.weight, partner.weight);
            for (one, article) in [(place, partner.id.article), (other, told.id.article)] {
                let best = best.entry((one, article)).or_default();
                *best = best.max(similarity);
            }
            pairs.push(Pair { sentences: [place, other], similarity });
        }
    }
    pairs.retain(|pair| {
        let [a, b] = pair.sentences;
        let is_best = |one: usize, other: usize| {
            best.get(&(one, sentences[other].id.article)).is_some_and(|&best| pair.similarity >= best)
        };
        let least = match (is_best(a, b), is_best(b, a)) {
            (true, true) => BEST_OF_BOTH,
            (false, false) => STRONG,
            _ => BEST_OF_ONE,
        };
        pair.similarity >= least
    });
    pairs.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.sentences.cmp(&b.sentences)));
    pairs
}

/// Puts pairs together to passages over several articles: two groups join when their sentences are alike on average.
/// A pair whose groups do not join is a passage of its own.
fn group(sentences: &[Told], pairs: &[Pair]) -> Vec<Passage> {
    let known: HashMap<[usize; 2], f64> = pairs.iter().map(|pair| (pair.sentences, pair.similarity)).collect();
    let mut groups = Groups::new(sentences.len());
    let mut apart = Vec::new();
    for pair in pairs {
        let [a, b] = pair.sentences.map(|place| groups.of(place));
        if a == b {
            continue;
        }
        let sides =
            groups.members(a).iter().flat_map(|&one| groups.members(b).iter().map(move |&other| ordered(one, other)));
        let across: Vec<f64> = sides
            .filter(|&[one, other]| sentences[one].id.article != sentences[other].id.article)
            .map(|sides| known.get(&sides).copied().unwrap_or_default())
            .collect();
        if across.iter().sum::<f64>() < TOGETHER * across.len() as f64 {
            apart.push(*pair);
        } else {
            let [a, b] = pair.sentences;
            groups.join(a, b);
        }
    }
    let mut found: BTreeMap<Vec<usize>, f64> = BTreeMap::new();
    for members in groups.into_sorted() {
        if members.len() > 1 {
            let mut sum = Vec::new();
            for (at, &one) in members.iter().enumerate() {
                sum.extend(members[at + 1..].iter().filter_map(|&other| known.get(&[one, other])));
            }
            found.insert(members, sum.iter().sum::<f64>() / sum.len().max(1) as f64);
        }
    }
    found.extend(apart.into_iter().map(|pair| (pair.sentences.to_vec(), pair.similarity)));
    let mut passages: Vec<Passage> = found
        .into_iter()
        .map(|(members, similarity)| Passage {
            sentences: members.into_iter().map(|place| sentences[place].id).collect(),
            similarity,
        })
        .collect();
    passages.sort_by_key(|passage| (passage.sentences.clone(), Reverse(passage.sentences.len())));
    passages
}

const fn ordered(a: usize, b: usize) -> [usize; 2] {
    if a < b { [a, b] } else { [b, a] }
}
