//! `unit/exchange-rates`: two places of the story set sums in two currencies beside each other as one, and the rates that
//! they imply are far apart: “70 billion yuan ($10 billion)”, “70 billion yuan ($10 million)”.

use crate::compare::grade::{Interval, Rate, Rates};
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Decimal;

/// The rule.
pub const RULE: Rule = Rule { id: "unit/exchange-rates", check };

/// Rates move over the years that a story looks back on, but hardly any to this many times itself.
const FAR_TIMES: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
/// So many rates are compared with each other.
const MOST_RATES: usize = 100;
const CONFIDENCE: f64 = 0.85;

fn check(context: &Context) -> Vec<Discrepancy> {
    let rates = Rates::new(context.documents, context.mentions);
    let told = &rates.told[..rates.told.len().min(MOST_RATES)];
    let mut seen = vec![false; told.len()];
    let mut found = Vec::new();
    for one in 0..told.len() {
        for other in one + 1..told.len() {
            if !seen[one] && !seen[other] && are_far_apart(&told[one], &told[other]) {
                seen[one] = true;
                seen[other] = true;
                found.push(discrepancy(context, &told[one], &told[other]));
            }
        }
    }
    found
}

/// Whether two rates of one pair of currencies cannot both be right, whatever the year.
fn are_far_apart(one: &Rate, other: &Rate) -> bool {
    let turned = if (one.from, one.to) == (other.from, other.to) {
        Some(other.worth)
    } else if (one.from, one.to) == (other.to, other.from) {
        Interval::exactly(Decimal::ONE).over(other.worth)
    } else {
        None
    };
    let far = Interval { low: Decimal::ONE.checked_div(FAR_TIMES), high: Some(FAR_TIMES) };
    turned.and_then(|turned| turned.over(one.worth)).is_some_and(|times| !times.meets(far))
}

fn discrepancy(context: &Context, one: &Rate, other: &Rate) -> Discrepancy {
    let mut evidence = vec![one.excerpt, other.excerpt];
    evidence.sort_unstable();
    let told = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Unit,
        rule: RULE.id,
        severity: Severity::High,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("sums that are not the same in both currencies: {told}"),
        explanation: format!(
            "Each place tells one sum in two currencies, but at rates far apart: {told}. One of the four sums may have lost or \
             gained a scale word or a digit."
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check as cases;

    #[test]
    fn rates_far_apart_are_told() {
        cases(
            &RULE,
            &["It will pay 70 billion yuan ($10 billion) for it.", "It pays 7 billion yuan ($1 million) a year."],
            &[&["70 billion yuan ($10 billion", "7 billion yuan ($1 million"]],
        );
        cases(
            &RULE,
            &["It paid $10 billion (70 billion yuan). It lost 700 million yuan, or about $1 billion, on it."],
            &[&["$10 billion (70 billion yuan", "700 million yuan, or about $1 billion"]],
        );
    }

    #[test]
    fn near_rates_and_other_currencies_are_left_alone() {
        cases(
            &RULE,
            &["It will pay 70 billion yuan ($10 billion) for it.", "It pays 8 billion yuan ($1.2 billion) a year."],
            &[],
        );
        cases(
            &RULE,
            &["It will pay 70 billion yuan ($10 billion) for it.", "It pays 7 billion yen ($50 million) a year."],
            &[],
        );
        cases(&RULE, &["It will pay 70 billion yuan ($10 billion) for it and 7 billion yuan and $10 for tea."], &[]);
    }
}
