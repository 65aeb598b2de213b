//! `role/other-part`: articles tell the same figure, but as something else: an estimate here and the result there, the
//! dead here and the injured there.

use crate::compare::readings::{Readings, quoted};
use crate::compare::rules::conflicting_figures::FIGURES;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Mention;
use crate::link::{Fact, Roles, value_specificity};
use crate::read::Excerpt;
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
    let parts = fact.readings.iter().filter_map(|reading| {
        let article = reading.excerpt.article;
        let document = &context.documents[article.0];
        let mention = context.mentions[article.0].get(reading.mention?)?;
        Some((article, document, mention))
    });
    let mut expected = Vec::new();
    let mut result = Vec::new();
    let mut roles: Vec<(Excerpt, Roles)> = Vec::new();
    for (article, document, mention) in parts {
        let excerpt = |span| Excerpt { article, span };
        roles.push((excerpt(mention.span), Roles::of(document, mention)));
        if let Some(span) = cue_before(document, mention, &EXPECTED) {
            expected.push(excerpt(span));
        } else if let Some(span) = cue_before(document, mention, &RESULT) {
            result.push(excerpt(span));
        }
    }
    let (evidence, what) = if let (Some(&one), Some(&other)) = (expected.first(), result.first())
        && one.article != other.article
    {
        (vec![one, other], "as what was expected and as what came out")
    } else {
        let clash = |&(at, (one, parts)): &(usize, (Excerpt, Roles))| {
            let (other, _) =
                roles[at + 1..].iter().find(|(other, others)| other.article != one.article && parts.clash(*others))?;
            Some(vec![one, *other])
        };
        (roles.iter().copied().enumerate().find_map(|entry| clash(&entry))?, "in another part")
    };
    let mut evidence = evidence;
    evidence.sort_unstable();
    let told = quoted(context, &evidence);
    Some(Discrepancy {
        kind: DiscrepancyKind::Role,
        rule: RULE.id,
        severity: Severity::High,
        confidence: fact.certainty * CONFIDENCE,
        facts: vec![index],
        summary: format!("same figure, told {what}: {told}"),
        explanation: format!(
            "{} have the same figure, but the words beside it tell it {what}: {told}. It can hardly be both.",
            context.sigla(&evidence)
        ),
        evidence,
    })
}

/// What a figure is, is read off single words near it, which are now and then about something else.
const CONFIDENCE: f64 = 0.8;

/// From the nearest of `cues` before the mention, inside its clause, to its end.
fn cue_before(document: &Document, mention: &Mention, cues: &[&str]) -> Option<Span> {
    let first = mention.words.start;
    let clause = document.words.get(first)?.clause;
    let from = first.saturating_sub(NEAR_WORDS).max(document.sentences.get(mention.sentence)?.words.start);
    let cue = (from..first)
        .rev()
        .take_while(|&word| document.words[word].clause == clause)
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
