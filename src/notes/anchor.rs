//! A note's words, found again: where they stood when the article is the same, else where the same words, or nearly the
//! same, stand among the same surroundings. When two places would do, or none, the note has none: it is never guessed.
//!
//! What is looked for are the words with those before and after them. Where several of them stand in the article as far
//! from each other as they did, there is a place to look at; there the best alignment of both is made, and what of the
//! letters it keeps is the place's score.

mod alignment;
mod context;
mod words;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::annotation::{Target, source};
use super::store::Source;
use crate::read::{Article, ArticleId, Excerpt};
use crate::text::{CodePoints, Span};
use alignment::{Candidate, Pattern};
use words::Words;

pub use context::Anchors;

/// The least part of the words' letters that must still stand.
const LEAST_WORDS: f64 = 0.5;
/// The same of words in several paragraphs, which may have been torn apart.
const LEAST_WORDS_ACROSS: f64 = 0.9;
/// The least part of the letters of the words' paragraph, as far as it is known.
const LEAST_PARAGRAPH: f64 = 0.6;
/// The least number of those letters: what is shorter stands anywhere.
const LEAST_LETTERS: f64 = 16.0;
/// Words with no more letters than these stand in too many places to be found without a neighbour that still is one.
const FEW_LETTERS: f64 = 16.0;
/// How much more of the letters of all the surroundings the best place must have than the second best has, and than the
/// place had that was most like the right one when the note was bound: that one may be all that is left.
const MARGIN: f64 = 0.1;

/// What stands beside another paragraph has some words of the neighbours by chance: not more than this part of their
/// letters, or it may be a neighbour itself.
const MOST_BESIDE_OTHER: f64 = 0.25;
/// How much more of them a place must have that is told by its neighbours alone: one of the two, as good as whole.
const MARGIN_BESIDE: f64 = 0.4;

/// A place that was so much like the right one, in hundredths, tells the same.
const TWIN: u8 = 50;
/// It may be less like it now by this part, because what is around it has changed.
const TWIN_CHANGED: f64 = 0.25;

/// Articles in which notes are looked for; what that needs of one is made when it is first needed.
pub struct Texts<'a> {
    articles: &'a [Article],
    sources: Vec<String>,
    points: Vec<OnceCell<CodePoints<'a>>>,
    words: Vec<OnceCell<Words>>,
    /// By name, where the articles were read from that the file knows.
    known: BTreeMap<&'a str, &'a str>,
}

impl<'a> Texts<'a> {
    /// These articles; the file of notes knows `known` ones.
    pub fn new(articles: &'a [Article], known: &'a [Source]) -> Self {
        Self {
            articles,
            sources: articles.iter().map(source).collect(),
            points: articles.iter().map(|_| OnceCell::new()).collect(),
            words: articles.iter().map(|_| OnceCell::new()).collect(),
            known: known.iter().map(|source| (&*source.id, &*source.location)).collect(),
        }
    }

    /// The place of `target`, leaving out `taken` ones (one article may have been opened twice).
    pub fn find(&self, target: &Target, taken: &[Excerpt]) -> Option<Excerpt> {
        let ids = || (0..self.articles.len()).map(ArticleId);
        let same: Vec<_> = ids().filter(|id| self.sources[id.0] == target.source).collect();
        let still = |&article: &ArticleId| {
            let place = Excerpt { article, span: self.where_it_stood(target, article)? };
            (!taken.contains(&place)).then_some(place)
        };
        if let Some(place) = same.iter().find_map(still) {
            return Some(place);
        }
        let candidates = if same.is_empty() { self.changed(&target.source) } else { same };
        self.best_match(target, &candidates, taken)
    }

    /// The articles that may be what the one called `source` has become: the only one that was read from the same place;
    /// else all that the file does not know under a name of their own.
    fn changed(&self, source: &str) -> Vec<ArticleId> {
        let ids = (0..self.articles.len()).map(ArticleId);
        let unknown: Vec<_> = ids.filter(|id| !self.known.contains_key(&*self.sources[id.0])).collect();
        let location = self.known.get(source).copied().unwrap_or_default();
        let from_there: Vec<_> =
            unknown.iter().copied().filter(|id| self.articles[id.0].location == location).collect();
        if from_there.len() == 1 { from_there } else { unknown }
    }

    /// The span at the target's position, if it still holds its words.
    fn where_it_stood(&self, target: &Target, article: ArticleId) -> Option<Span> {
        let text = &*self.articles[article.0].text;
        let (position, quotation) = &target.selector;
        let points = self.points[article.0].get_or_init(|| CodePoints::new(text));
        let span = Span::new(points.byte(position.start)?, points.byte(position.end)?);
        (span.of(text) == quotation.exact).then_some(span)
    }

    fn best_match(&self, target: &Target, among: &[ArticleId], taken: &[Excerpt]) -> Option<Excerpt> {
        let pattern = Pattern::new(&target.selector.1)?;
        let mut found: Vec<(Candidate, Excerpt)> = Vec::new();
        for &article in among {
            let text = &*self.articles[article.0].text;
            let words = self.words[article.0].get_or_init(|| Words::of(text));
            for candidate in pattern.candidates(text, words) {
                let place = Excerpt { article, span: candidate.span };
                let is_known = |(_, other): &(_, Excerpt)| other.article == article && other.span.overlaps(place.span);
                if !taken.contains(&place) && !found.iter().any(is_known) {
                    found.push((candidate, place));
                }
            }
        }
        found.sort_by(|(one, _), (other, _)| other.score.total_cmp(&one.score));
        let others = found.get(1).map_or(0.0, |(candidate, _)| candidate.score);
        let rival = f64::from(target.rival) / 100.0;
        let ((best, place), rest) = found.split_first()?;
        let is_told = rest.iter().all(|(other, _)| best.score - other.score >= MARGIN || best.is_told_from(other));
        // Of two that were nearly alike, one alone is left: nobody can tell which.
        let is_left = target.rival >= TWIN && others < rival - TWIN_CHANGED;
        (best.is_good() && !is_left && is_told && best.score - rival >= MARGIN).then_some(*place)
    }
}

impl Candidate {
    /// Whether so much stands here that it can be no other place, as far as this one alone tells.
    fn is_good(&self) -> bool {
        self.is_compact
            && self.words >= if self.is_across { LEAST_WORDS_ACROSS } else { LEAST_WORDS }
            && self.paragraph >= LEAST_PARAGRAPH
            && self.letters >= LEAST_LETTERS
            && (self.own_letters >= FEW_LETTERS || self.has_neighbour)
    }

    /// Whether the paragraph, which stands in the `other` place no better, has a neighbour here that it had, and none
    /// there: in a long one, that is a small part of all there is.
    fn is_told_from(&self, other: &Self) -> bool {
        self.paragraph >= other.paragraph
            && self.letters_beside >= LEAST_LETTERS
            && other.beside <= MOST_BESIDE_OTHER
            && self.beside - other.beside >= MARGIN_BESIDE
    }
}
