//! `unit/exchange-rates`: two places of the story set sums in two currencies beside each other as one, and the rates
//! that they imply are far apart: “70 billion yuan ($10 billion)”, “70 billion yuan ($10 million)”.

use std::collections::BTreeMap;

use crate::compare::grade::{Interval, Rates};
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Decimal;
use crate::read::Excerpt;

/// The rule.
pub const RULE: Rule = Rule { id: "unit/exchange-rates", check };

/// Rates move over the years that a story looks back on, but hardly any to this many times itself.
const FAR_TIMES: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
const CONFIDENCE: f64 = 0.85;

fn check(context: &Context) -> Vec<Discrepancy> {
    let rates = Rates::new(context.documents, context.mentions);
    let mut by_pair: BTreeMap<[&str; 2], Vec<(Interval, Excerpt)>> = BTreeMap::new();
    for rate in &rates.told {
        let turned =
            if rate.from < rate.to { Some(rate.worth) } else { Interval::exactly(Decimal::ONE).over(rate.worth) };
        let pair = [rate.from.min(rate.to), rate.from.max(rate.to)];
        by_pair.entry(pair).or_default().extend(turned.map(|worth| (worth, rate.excerpt)));
    }
    by_pair.into_values().filter_map(|rates| found(context, &rates)).collect()
}

/// The least and the greatest rate of one pair of currencies, where both cannot be right, whatever the year.
fn found(context: &Context, rates: &[(Interval, Excerpt)]) -> Option<Discrepancy> {
    let least = rates.iter().map(|(worth, _)| (worth.low, worth.high)).min()?;
    let greatest = rates.iter().map(|(worth, _)| (worth.low, worth.high)).max()?;
    let times = greatest.0?.checked_div(least.1?)?;
    (times > FAR_TIMES).then(|| {
        let is_end = |worth: &Interval| [least, greatest].contains(&(worth.low, worth.high));
        let ends = rates.iter().filter(|(worth, _)| is_end(worth));
        discrepancy(context, ends.map(|(_, excerpt)| *excerpt).collect())
    })
}

fn discrepancy(context: &Context, mut evidence: Vec<Excerpt>) -> Discrepancy {
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
            "Each place tells one sum in two currencies, but at rates far apart: {told}. It is listed because no \
             rate moves so far in the time that a story covers."
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
