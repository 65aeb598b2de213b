//! What is kept of the surroundings of a note's words, so that they are found again when the article has changed.

use std::cell::OnceCell;

use super::super::annotation::{Target, Targets};
use super::alignment::Pattern;
use super::words::Words;
use crate::read::{Article, Excerpt};
use crate::text::Span;

/// The least that is kept on each side, in code points.
const LEAST_POINTS: usize = 96;
/// So much is kept of the paragraphs before and after the words' own: a paragraph that is there twice is told by them.
const BEYOND_POINTS: usize = 64;
/// Or, of a long one, this part of it, so that they weigh enough beside it.
const BEYOND_PART: usize = 8;
/// The most that is kept on each side: in a page that came without paragraphs, this reaches to what is beside its text.
const MOST_POINTS: usize = 4000;
/// Words that stand elsewhere with so many code points around them as here are told by what is different farther out.
const TWIN_POINTS: usize = 24;
/// No more other places are looked at than this; words with more are told by what stands around them in any case.
const MOST_TWINS: usize = 1000;

/// Binds notes to words.
pub struct Anchors<'a> {
    articles: &'a [Article],
    targets: Targets<'a>,
    words: Vec<OnceCell<Words>>,
}

impl<'a> Anchors<'a> {
    /// Of these articles.
    pub fn new(articles: &'a [Article]) -> Self {
        let words = articles.iter().map(|_| OnceCell::new()).collect();
        Self { articles, targets: Targets::new(articles), words }
    }

    /// What binds a note to `place`; `None` where there is no such article.
    pub fn target(&self, place: Excerpt) -> Option<Target> {
        let mut target = self.targets.with_context(place, telling_points)?;
        let text = &*self.articles[place.article.0].text;
        let words = self.words[place.article.0].get_or_init(|| Words::of(text));
        let candidates = Pattern::new(&target.selector.1).map(|pattern| pattern.candidates(text, words));
        let others = candidates.iter().flatten().filter(|candidate| !candidate.span.overlaps(place.span));
        let score = others.map(|candidate| candidate.score).fold(0.0, f64::max);
        target.rival = (0..=100_u8).take_while(|&part| f64::from(part) / 100.0 <= score).last().unwrap_or(0);
        Some(target)
    }
}

/// How many code points before and after `span` tell it from every other place in `text`, also when that is edited.
fn telling_points(text: &str, span: Span) -> [usize; 2] {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let end = if text.contains("\n\n") { "\n\n" } else { "\n" };
    let [from, to] = [before.rfind(end).unwrap_or(0), after.find(end).unwrap_or(after.len())];
    let inside = [before[from..].chars().count(), after[..to].chars().count()];
    let beyond = BEYOND_POINTS.max((inside[0] + inside[1]) / BEYOND_PART);
    let mut least = inside.map(|points| points + beyond);
    let exact = span.of(text);
    for (start, _) in text.match_indices(exact).filter(|&(start, _)| start != span.start).take(MOST_TWINS) {
        let alike_before = alike(before.chars().rev(), text[..start].chars().rev());
        let alike_after = alike(after.chars(), text[start + exact.len()..].chars());
        if alike_before + alike_after >= TWIN_POINTS {
            least[0] = least[0].max(alike_before + beyond);
            least[1] = least[1].max(alike_after + beyond);
        }
    }
    least.map(|points| points.clamp(LEAST_POINTS, MOST_POINTS))
}

fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take(MOST_POINTS).take_while(|(one, other)| one == other).count()
}
