//! A note's words, found again: where they stood when the article is the same, else where the same words stand among
//! the same surroundings. When two places would do, or none, the note has none: it is never guessed.

use super::annotation::{Quotation, Target};
use crate::read::{Article, ArticleId, Excerpt};
use crate::text::{CodePoints, Span};

/// The least part of the kept surroundings that must still stand around the words.
const LEAST_CONTEXT: f64 = 0.6;

/// How much more of the surroundings the best place must have than the second best.
const MARGIN: f64 = 0.2;

/// The place of `target` in `articles`, leaving out `taken` ones (one article may have been opened twice).
pub fn find(target: &Target, articles: &[Article], taken: &[Excerpt]) -> Option<Excerpt> {
    let same: Vec<_> = ids(articles).filter(|id| target.is_in(&articles[id.0])).collect();
    let still = |&article: &ArticleId| {
        let place = Excerpt { article, span: where_it_stood(target, &articles[article.0].text)? };
        (!taken.contains(&place)).then_some(place)
    };
    if let Some(place) = same.iter().find_map(still) {
        return Some(place);
    }
    let candidates = if same.is_empty() { ids(articles).collect() } else { same };
    best_match(&target.selector.1, articles, &candidates, taken)
}

fn ids(articles: &[Article]) -> impl Iterator<Item = ArticleId> {
    (0..articles.len()).map(ArticleId)
}

/// The span at the target's position, if it still holds its words.
fn where_it_stood(target: &Target, text: &str) -> Option<Span> {
    let (position, quotation) = &target.selector;
    let points = CodePoints::new(text);
    let span = Span::new(points.byte(position.start)?, points.byte(position.end)?);
    (span.of(text) == quotation.exact).then_some(span)
}

fn best_match(wanted: &Quotation, articles: &[Article], among: &[ArticleId], taken: &[Excerpt]) -> Option<Excerpt> {
    if wanted.exact.trim().is_empty() {
        return None;
    }
    let mut best: Option<(f64, Excerpt)> = None;
    let mut second = 0.0_f64;
    for &article in among {
        let text = &*articles[article.0].text;
        for (start, words) in text.match_indices(&wanted.exact) {
            let place = Excerpt { article, span: Span::new(start, start + words.len()) };
            if taken.contains(&place) {
                continue;
            }
            let score = context_kept(wanted, text, place.span);
            match best {
                Some((score_so_far, _)) if score <= score_so_far => second = second.max(score),
                _ => {
                    second = best.map_or(0.0, |(score, _)| score);
                    best = Some((score, place));
                }
            }
        }
    }
    best.filter(|&(score, _)| score >= LEAST_CONTEXT && score - second >= MARGIN).map(|(_, place)| place)
}

/// The part of the wanted surroundings that stands around `span`, counted from the words outwards.
fn context_kept(wanted: &Quotation, text: &str, span: Span) -> f64 {
    let before = common(wanted.prefix.chars().rev(), text[..span.start].chars().rev());
    let after = common(wanted.suffix.chars(), text[span.end..].chars());
    let all = wanted.prefix.chars().count() + wanted.suffix.chars().count();
    if all == 0 { 1.0 } else { (before + after) as f64 / all as f64 }
}

fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}
