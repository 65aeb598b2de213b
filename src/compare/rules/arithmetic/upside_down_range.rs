//! `number/upside-down-range`: a range whose lower end is the higher one: “about $42,000 to $13,000 in cash”.

use super::{Slip, in_sentences};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::{Amount, Decimal, Hedge, Mention, Value};
use crate::read::ArticleId;
use crate::segment::{Document, WordKind, stem};

/// The rule.
pub const RULE: Rule = Rule { id: "number/upside-down-range", check };

/// Smaller counts in this order are a score, a vote or odds: “42 to 13”.
const LEAST_COUNT: Decimal = Decimal::ONE_THOUSAND;
/// Words that make “50 to 30” the way from one to the other, by their stems, so many words before at most.
const WAYS: [&str; 22] = [
    "from", "fall", "fell", "drop", "decline", "lower", "cut", "reduce", "slash", "shrink", "slip", "sink", "trim",
    "revise", "change", "move", "go", "beat", "defeat", "vote", "odds", "ratio",
];
const NEAR_WORDS: usize = 10;

fn check(context: &Context) -> Vec<Discrepancy> {
    in_sentences(context, RULE.id, DiscrepancyKind::Number, |context, article, mentions| {
        mentions.windows(2).find_map(|pair| slip(context, article, pair[0], pair[1]))
    })
}

fn slip(context: &Context, article: ArticleId, first: &Mention, second: &Mention) -> Option<Slip> {
    let document = &context.documents[article.0];
    let (low, high) = ends(&first.value, &second.value)?;
    let is_plain = |amount: &Amount| amount.upper.is_none();
    let is_range = is_plain(low) && is_plain(high) && low.number > high.number && high.hedge == Hedge::Exact;
    (is_range && joins(document, first, second) && !is_way(document, first)).then(|| Slip {
        figures: vec![first.span, second.span],
        how: "the first end of the range lies above the second".to_owned(),
        severity: Severity::Medium,
    })
}

/// The two amounts, of one sort and large enough for a range.
fn ends<'v>(first: &'v Value, second: &'v Value) -> Option<(&'v Amount, &'v Amount)> {
    let (low, high) = (first.amount()?, second.amount()?);
    let is_one_sort = match (first, second) {
        (Value::Money { currency: ours, .. }, Value::Money { currency: theirs, .. })
        | (Value::Quantity { unit: ours, .. }, Value::Quantity { unit: theirs, .. }) => ours == theirs,
        (Value::Percent { points: ours, .. }, Value::Percent { points: theirs, .. }) => ours == theirs,
        (Value::Number { of: None, .. }, Value::Number { of: Some(_), .. }) => high.number >= LEAST_COUNT,
        _ => false,
    };
    is_one_sort.then_some((low, high))
}

/// Whether the words between are those of a range: “50,000 to 30,000”, “between 50,000 and 30,000”.
fn joins(document: &Document, first: &Mention, second: &Mention) -> bool {
    let between = first.words.end..second.words.start;
    let opens = first.words.start.checked_sub(1).map_or("", |word| document.folded(word));
    between.len() == 1
        && match document.folded(between.start) {
            "to" => true,
            "and" => opens == "between",
            _ => false,
        }
}

/// Whether the sentence tells how one became the other, or sets them against each other.
fn is_way(document: &Document, first: &Mention) -> bool {
    let Some(sentence) = document.sentences.get(first.sentence) else { return true };
    let from = first.words.start.saturating_sub(NEAR_WORDS).max(sentence.words.start);
    let ways = WAYS.map(stem);
    (from..first.words.start)
        .any(|word| document.words[word].kind == WordKind::Word && ways.contains(&document.words[word].stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check as cases;

    #[test]
    fn a_range_from_high_to_low_is_told() {
        let cases = |text, expected: &[&str]| cases(&RULE, &[text], &[expected]);
        cases("He received a bag with about $42,000 to $13,000 in cash.", &["$42,000", "$13,000"]);
        cases("They are reviewing 50,000 to 30,000 pages of documents.", &["50,000", "30,000"]);
        cases("The bridge costs between $9 million and $4 million.", &["$9 million", "$4 million"]);
    }

    #[test]
    fn a_way_down_a_score_and_a_range_upwards_are_left_alone() {
        for text in [
            "He received a bag with about $12,000 to $13,000 in cash.",
            "The bank cut the rate from 5 percent to 4 percent.",
            "Its value fell $42,000 to $13,000 in a year.",
            "The house voted 218 to 210 for it.",
            "The harbour has 50,000 to 30 people of the village.",
            "They paid $42,000 and $13,000.",
        ] {
            cases(&RULE, &[text], &[]);
        }
    }
}
