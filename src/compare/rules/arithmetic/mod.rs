//! Rules on figures that one sentence of one article puts into a sum: parts and their whole, a share and its base, an
//! age and a birth, a measure told in two units. They speak only where the sentence leaves no other way to read it.

mod age_and_birth;
mod parts_and_whole;
mod percent_and_base;
mod upside_down_range;
mod wrong_conversion;

use std::ops::Range;

pub use age_and_birth::RULE as AGE_AND_BIRTH;
pub use parts_and_whole::RULE as PARTS_AND_WHOLE;
pub use percent_and_base::RULE as PERCENT_AND_BASE;
pub use upside_down_range::RULE as UPSIDE_DOWN_RANGE;
pub use wrong_conversion::RULE as WRONG_CONVERSION;

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Severity};
use crate::extract::{Mention, Value};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, WordKind};
use crate::text::Span;

/// How sure these rules are: they read one sentence, and link nothing.
const CONFIDENCE: f64 = 0.9;

/// A sentence whose figures do not go together.
struct Slip {
    /// The figures, in reading order, at least two.
    figures: Vec<Span>,
    /// What differs: “the parts add up to 15, not to 14”.
    how: String,
    severity: Severity,
}

/// Every sentence of every article, and what `find` says of it and its figures and dates.
fn in_sentences(
    context: &Context,
    rule: &'static str,
    kind: DiscrepancyKind,
    find: impl Fn(&Context, ArticleId, &[&Mention]) -> Option<Slip>,
) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for (article, mentions) in context.mentions.iter().enumerate() {
        let article = ArticleId(article);
        for sentence in mentions.chunk_by(|a, b| a.sentence == b.sentence) {
            let values: Vec<&Mention> = sentence.iter().filter(|it| !matches!(it.value, Value::Quote(_))).collect();
            if let Some(slip) = find(context, article, &values) {
                found.push(discrepancy(context, rule, kind, article, &slip));
            }
        }
    }
    found
}

fn discrepancy(
    context: &Context,
    rule: &'static str,
    kind: DiscrepancyKind,
    article: ArticleId,
    slip: &Slip,
) -> Discrepancy {
    let siglum = context.siglum(article);
    let excerpt = |span| Excerpt { article, span };
    let whole = slip.figures.iter().copied().reduce(Span::join).map(|span| shown(context, excerpt(span)));
    let whole = whole.unwrap_or_default();
    Discrepancy {
        kind,
        rule,
        severity: slip.severity,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("figures that do not go together: {siglum} “{whole}”"),
        explanation: format!(
            "{siglum} tells “{whole}”, but {}. It is listed because one sentence tells both, and they cannot both be right.",
            slip.how
        ),
        evidence: slip.figures.iter().copied().map(excerpt).collect(),
    }
}

/// Whether every one of `words` is one of `allowed`.
fn are_all(document: &Document, mut words: Range<usize>, allowed: &[&str]) -> bool {
    words.all(|word| allowed.contains(&document.folded(word)))
}

/// How many plain words, none of them in `stops`, follow from `start` before `end`.
fn plain_words(document: &Document, start: usize, end: usize, stops: &[&str]) -> usize {
    (start..end)
        .take_while(|&word| {
            let is_word = matches!(document.words[word].kind, WordKind::Word | WordKind::Clitic);
            is_word && !stops.contains(&document.folded(word))
        })
        .count()
}
