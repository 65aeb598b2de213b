//! `number/age`: one person told to be of different ages. What stands behind a name between commas, or before it as “…-year-old”,
//! is said of the person, so that the ages of one entity meet whatever else the sentences tell.

use std::collections::BTreeMap;

use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::NameKind;
use crate::link::{Entity, FactKind, MentionId};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Shape, WordKind};

/// The rule.
pub const RULE: Rule = Rule { id: "number/age", check };

/// Younger people are seldom told with a bare figure; scores are.
const YOUNGEST: u32 = 5;
/// Nobody is older.
const OLDEST: u32 = 120;
/// Words that may stand between “29-year-old” and the name: “suspect”, “Mayor”.
const MOST_BETWEEN: usize = 2;

fn check(context: &Context) -> Vec<Discrepancy> {
    let people = context.links.entities.iter().filter(|entity| entity.kind == NameKind::Person);
    people.filter_map(|entity| found(context, entity)).collect()
}

fn found(context: &Context, entity: &Entity) -> Option<Discrepancy> {
    let mut told: BTreeMap<u32, BTreeMap<ArticleId, Excerpt>> = BTreeMap::new();
    for &mention in &entity.mentions {
        if let Some((age, place)) = age_of(context, mention) {
            told.entry(age).or_default().entry(mention.article).or_insert(place);
        }
    }
    let (&youngest, &oldest) = (told.keys().next()?, told.keys().next_back()?);
    if youngest == oldest {
        return None;
    }
    let mut evidence: Vec<Excerpt> = told.into_values().flat_map(BTreeMap::into_values).collect();
    evidence.sort_unstable();
    if evidence.iter().all(|&place| is_told_by_facts(context, place)) {
        return None;
    }
    let readings = quoted(context, &evidence);
    Some(Discrepancy {
        kind: DiscrepancyKind::Number,
        rule: RULE.id,
        // Between two days of publication somebody may have had a birthday.
        severity: if oldest - youngest > 1 { Severity::High } else { Severity::Medium },
        confidence: 0.85,
        facts: Vec::new(),
        summary: format!("different ages of {}: {readings}", entity.name),
        explanation: format!("The articles tell different ages of one person: {readings}. It can be only one of them."),
        evidence,
    })
}

/// Whether a duration that conflicts shows the age: an age told in words is one. Plain figures meet in `settle`.
fn is_told_by_facts(context: &Context, place: Excerpt) -> bool {
    context.facts().any(|(index, fact)| {
        fact.kind == FactKind::Duration
            && context.grades.get(index).copied().flatten() == Some(Grade::Conflict)
            && fact
                .readings
                .iter()
                .any(|reading| reading.excerpt.article == place.article && place.span.overlaps(reading.excerpt.span))
    })
}

/// The age told with a name, and the words from the one to the other.
fn age_of(context: &Context, mention: MentionId) -> Option<(u32, Excerpt)> {
    let document = &context.documents[mention.article.0];
    let words = context.mentions[mention.article.0][mention.index].words.clone();
    let behind = age_behind(document, words.end).map(|(age, end)| (age, words.start, end));
    let before = || age_before(document, words.start).map(|(age, start)| (age, start, words.end));
    let (age, from, to) = behind.or_else(before)?;
    Some((age, Excerpt { article: mention.article, span: document.span_of(from..to) }))
}

/// “…, 29,” “… (29)” “…, aged 29” “…, a 29-year-old”: the age and the end of its words.
fn age_behind(document: &Document, end: usize) -> Option<(u32, usize)> {
    let opens = document.folded(end);
    if !matches!(opens, "," | "(") {
        return None;
    }
    let article = matches!(document.folded(end + 1), "a" | "an" | "the" | "aged" | "age");
    let figure = end + 1 + usize::from(article);
    let age = age_at(document, figure)?;
    if is_year_old(document, figure) {
        return Some((age, figure + YEAR_OLD));
    }
    let closes = document.folded(figure + 1);
    let glued = document.words.get(figure + 1).is_some_and(|next| next.glued);
    let closed = if opens == "(" { matches!(closes, ")" | ",") } else { matches!(closes, "," | ".") };
    let listed = closes == "," && document.words.get(figure + 2).is_some_and(|next| next.kind == WordKind::Figure);
    (closed && glued && !listed && !matches!(document.folded(end + 1), "a" | "an" | "the"))
        .then_some((age, figure + 1 + usize::from(closes == ")")))
}

/// “29-year-old suspect …”: the age and the start of its words.
fn age_before(document: &Document, start: usize) -> Option<(u32, usize)> {
    (0..=MOST_BETWEEN).find_map(|between| {
        let old = start.checked_sub(between + 1)?;
        let figure = (old + 1).checked_sub(YEAR_OLD)?;
        let plain = |index: usize| {
            let word = &document.words[index];
            word.kind == WordKind::Word && matches!(word.shape, Shape::Lower | Shape::Title)
        };
        let and = |index: usize| matches!(document.folded(index), "and" | "or" | "of" | "by" | "with" | "was" | "is");
        let joined = (old + 1..start).all(|index| plain(index) && !and(index));
        let age = age_at(document, figure).filter(|_| joined && is_year_old(document, figure))?;
        Some((age, figure))
    })
}

/// The words of “29-year-old”.
const YEAR_OLD: usize = 5;

fn is_year_old(document: &Document, figure: usize) -> bool {
    document.is_phrase(figure + 1, &["-", "year", "-", "old"])
}

fn age_at(document: &Document, figure: usize) -> Option<u32> {
    let word = document.words.get(figure).filter(|word| word.kind == WordKind::Figure)?;
    if word.glued && figure.checked_sub(1).is_some_and(|before| document.folded(before) != "(") {
        return None;
    }
    let age = document.folded(figure).parse().ok().filter(|age| (YOUNGEST..=OLDEST).contains(age))?;
    // “29%”, “3rd”
    let glued = document.words.get(figure + 1).is_some_and(|next| next.glued && next.kind == WordKind::Word);
    (!glued).then_some(age)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::compare::rules::cases::check;

    #[test]
    fn two_ages_of_one_person() {
        check(
            &RULE,
            &["The driver, Karl Hartmann, 29, fled on Monday.", "Police seek Karl Hartmann, 59, after a crash."],
            &[&["Karl Hartmann, 29", "Karl Hartmann, 59"]],
        );
        check(
            &RULE,
            &["They saw Ana Sorel (41) in Lisbon.", "On Friday the 46-year-old banker Ana Sorel left."],
            &[&["Ana Sorel (41)", "46-year-old banker Ana Sorel"]],
        );
    }

    #[test]
    fn no_age_or_the_same_or_of_another() {
        for texts in [
            ["Karl Hartmann, 29, fled.", "The 29-year-old Karl Hartmann fled."],
            ["Karl Hartmann, 29, fled.", "Peter Holm, 59, saw Karl Hartmann."],
            ["Karl Hartmann, 29, fled.", "A friend of Karl Hartmann, 59 people and a dog came."],
            ["Karl Hartmann, 29, fled.", "He beat Karl Hartmann, 21, 15, on Monday."],
            ["Karl Hartmann, 29, fled.", "The 59-year-old and Karl Hartmann fled."],
        ] {
            check(&RULE, &texts, &[]);
        }
    }
}
