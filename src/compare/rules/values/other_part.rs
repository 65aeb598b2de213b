//! `role/other-part`: articles tell the same figure, but as something else: an estimate here and the result there, the
//! dead here and the injured there.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::readings::{Readings, quoted};
use crate::compare::rules::values::conflicting_figures::FIGURES;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Mention;
use crate::link::{Fact, Roles, value_specificity};
use crate::read::{ArticleId, Excerpt};
use crate::segment::Document;
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule { id: "role/other-part", check };

/// Less specific figures come up for many things: the same one in another part is chance.
const SPECIFIC: f64 = 0.6;
/// A word further away from a figure than this does not say what it is.
const NEAR_WORDS: usize = 4;

/// Words for what was thought before, folded.
const EXPECTED: [&str; 18] = [
    "estimate",
    "estimates",
    "estimated",
    "forecast",
    "forecasts",
    "projection",
    "projections",
    "projected",
    "expectation",
    "expectations",
    "expected",
    "predicted",
    "prediction",
    "predictions",
    "target",
    "targets",
    "targeted",
    "consensus",
];
/// Words for what came out, folded.
const RESULT: [&str; 18] = [
    "total",
    "totaled",
    "totalled",
    "totaling",
    "totalling",
    "totals",
    "reached",
    "reaching",
    "reported",
    "reporting",
    "posted",
    "posting",
    "earned",
    "recorded",
    "amounted",
    "amounting",
    "was",
    "were",
];

fn check(context: &Context) -> Vec<Discrepancy> {
    let facts = context.facts().filter(|(_, fact)| FIGURES.contains(&fact.kind) && fact.articles().len() > 1);
    facts.filter_map(|(index, fact)| found(context, index, fact)).collect()
}

fn found(context: &Context, index: usize, fact: &Fact) -> Option<Discrepancy> {
    let readings = Readings::of(context, index);
    if readings.values.iter().any(|value| value_specificity(value) < SPECIFIC) {
        return None;
    }
    let told: Vec<Told> = fact
        .readings
        .iter()
        .filter_map(|reading| {
            let article = reading.excerpt.article;
            let mention = context.mentions[article.0].get(reading.mention?)?;
            Some(Told::new(article, &context.documents[article.0], &context.mentions[article.0], mention))
        })
        .collect();
    let (mut evidence, how) = expected_and_result(&told).or_else(|| parts(&told))?;
    evidence.sort_unstable();
    evidence.dedup_by_key(|excerpt| excerpt.article);
    let readings = quoted(context, &evidence);
    Some(Discrepancy {
        kind: DiscrepancyKind::Role,
        rule: RULE.id,
        severity: Severity::High,
        confidence: fact.certainty * CONFIDENCE,
        facts: vec![index],
        summary: format!("same figure, told {how}: {readings}"),
        explanation: format!(
            "{} have the same figure, but the words beside it tell it {how}: {readings}. It can hardly be both.",
            context.sigla(&evidence)
        ),
        evidence,
    })
}

/// A reading and what the words beside it make of it.
struct Told {
    excerpt: Excerpt,
    /// From a word for what was thought before to the figure.
    expected: Option<Excerpt>,
    /// From a word for what came out to the figure.
    result: Option<Excerpt>,
    roles: Roles,
}

impl Told {
    fn new(article: ArticleId, document: &Document, mentions: &[Mention], mention: &Mention) -> Self {
        let excerpt = |span| Excerpt { article, span };
        let expected = cue_before(document, mention, &EXPECTED).map(excerpt);
        let result = cue_before(document, mention, &RESULT).filter(|_| expected.is_none()).map(excerpt);
        Self { excerpt: excerpt(mention.span), expected, result, roles: Roles::of(document, mentions, mention) }
    }
}

/// Every reading as an estimate and every one as a result, where different articles have them.
fn expected_and_result(told: &[Told]) -> Option<(Vec<Excerpt>, String)> {
    let expected: Vec<Excerpt> = told.iter().filter_map(|told| told.expected).collect();
    let result: Vec<Excerpt> = told.iter().filter_map(|told| told.result).collect();
    let is_elsewhere = |one: &Excerpt| !expected.iter().any(|other| other.article == one.article);
    let result: Vec<Excerpt> = result.into_iter().filter(is_elsewhere).collect();
    let apart = !expected.is_empty() && !result.is_empty();
    apart.then(|| ([expected, result].concat(), "as what was expected and as what came out".to_owned()))
}

/// Every reading that plays another part than one in another article.
fn parts(told: &[Told]) -> Option<(Vec<Excerpt>, String)> {
    // There are few sets of parts, however many tell the figure.
    let mut articles_of: BTreeMap<Roles, BTreeSet<ArticleId>> = BTreeMap::new();
    for told in told {
        articles_of.entry(told.roles).or_default().insert(told.excerpt.article);
    }
    let differences = |one: &Told| {
        let (roles, article) = (one.roles, one.excerpt.article);
        let elsewhere = articles_of.iter().filter(move |(_, articles)| articles.iter().any(|other| *other != article));
        elsewhere.filter_map(move |(other, _)| roles.difference(*other)).map(|(a, b)| [a.min(b), a.max(b)])
    };
    let [one, other] = told.iter().flat_map(differences).min()?;
    let clashing = told.iter().filter(|told| differences(told).next().is_some());
    Some((clashing.map(|told| told.excerpt).collect(), format!("as “{one}” and as “{other}”")))
}

/// What a figure is, is read off single words near it, which are now and then about something else.
const CONFIDENCE: f64 = 0.8;

/// From the nearest of `cues` before the mention, inside its clause, to its end.
fn cue_before(document: &Document, mention: &Mention, cues: &[&str]) -> Option<Span> {
    let first = mention.words.start;
    let clause = document.words.get(first)?.clause();
    let from = first.saturating_sub(NEAR_WORDS).max(document.sentences.get(mention.sentence)?.words.start);
    let cue = (from..first)
        .rev()
        .take_while(|&word| document.words[word].clause() == clause)
        .find(|&word| cues.contains(&document.folded(word)))?;
    Some(document.span_of(cue..mention.words.end))
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::read::Article;

    fn check(texts: [&str; 2], expected: usize) {
        let story = analyze(texts.iter().map(|text| Article::from_text(text)).collect());
        let found = story.discrepancies.iter().filter(|discrepancy| discrepancy.rule == super::RULE.id).count();
        assert_eq!(found, expected, "{texts:?}");
    }

    #[test]
    fn an_estimate_is_no_result() {
        check(
            [
                "The bank’s profit beat analysts’ estimates of 2,475 million euros in spring.",
                "The bank’s profit rose in spring, totalling 2,475 million euros.",
            ],
            1,
        );
    }

    #[test]
    fn the_dead_are_not_the_injured() {
        check(
            [
                "The flood in the old harbour killed 1,257 people on Monday night.",
                "The flood in the old harbour injured 1,257 people on Monday night.",
            ],
            1,
        );
    }

    #[test]
    fn one_figure_in_one_part_is_no_discrepancy() {
        check(
            [
                "The bank’s profit reached 2,475 million euros in spring.",
                "The bank’s profit rose in spring, totalling 2,475 million euros.",
            ],
            0,
        );
    }
}
