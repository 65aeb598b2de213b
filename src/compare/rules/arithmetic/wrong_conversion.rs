//! `unit/wrong-conversion`: a measure told at once in a second unit, and the two are not the same: “100 miles (190
//! km)”.

use super::{Slip, in_sentences};
use crate::compare::grade::{Interval, apposed};
use crate::compare::rules::values::conflicting_figures::part_apart;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::{Amount, Decimal, Hedge, Value, converted};
use crate::read::ArticleId;

/// The rule.
pub const RULE: Rule = Rule { id: "unit/wrong-conversion", check };

/// Rounding moves a converted measure by less than this part of it.
const MOST_ROUNDING: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// A measure off by more than this part of it misleads.
const MISLEADING: f64 = 0.25;

/// Units whose names stand for several measures (short and long tons, American and imperial volumes), or whose scales
/// begin apart, so that a difference of two readings converts otherwise.
const AMBIGUOUS: [&str; 9] =
    ["ton", "gallon", "quart", "pint", "cup", "fluid ounce", "barrel", "hundredweight", "degree"];

fn check(context: &Context) -> Vec<Discrepancy> {
    in_sentences(context, RULE.id, DiscrepancyKind::Unit, |context, article, mentions| {
        mentions.windows(2).find_map(|pair| {
            let (Value::Quantity { amount: a, unit: from }, Value::Quantity { amount: b, unit: to }) =
                (&pair[0].value, &pair[1].value)
            else {
                return None;
            };
            let right = wrong(a, from, b, to)?;
            let apart = part_apart(right.min(b.number), right.max(b.number));
            is_apposed(context, article, pair[0].span, pair[1].span).then(|| Slip {
                figures: vec![pair[0].span, pair[1].span],
                how: format!(
                    "the first is {} in the unit of the second",
                    right.round_sf(3).unwrap_or(right).normalize()
                ),
                severity: if apart >= MISLEADING { Severity::High } else { Severity::Medium },
            })
        })
    })
}

/// What the first measure is in the unit of the second, where the second says otherwise.
fn wrong(a: &Amount, from: &str, b: &Amount, to: &str) -> Option<Decimal> {
    let is_clear = |unit: &str| !AMBIGUOUS.iter().any(|other| unit.starts_with(other));
    let is_plain = |amount: &Amount| amount.upper.is_none() && amount.number > Decimal::ZERO;
    (from != to && is_clear(from) && is_clear(to) && is_plain(a) && is_plain(b)).then_some(())?;
    // A hedge of one is a hedge of both.
    let told = |amount: Amount| Interval::rounded(&Amount { hedge: Hedge::Exact, ..amount }, Some(MOST_ROUNDING));
    let right = converted(a, from, to)?;
    (!told(right).meets(told(*b))).then_some(right.number)
}

fn is_apposed(context: &Context, article: ArticleId, one: crate::text::Span, other: crate::text::Span) -> bool {
    let mentions = &context.mentions[article.0];
    let pairs = apposed(&context.documents[article.0], mentions);
    pairs.into_iter().any(|[a, b]| mentions[a].span == one && mentions[b].span == other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check as cases;

    #[test]
    fn a_measure_that_is_not_the_other_is_told() {
        let cases = |text, expected: &[&str]| cases(&RULE, &[text], &[expected]);
        cases("The road is 100 miles (190 km) long.", &["100 miles", "190 km"]);
        cases("The wall is 12 feet, or about 12 metres, high.", &["12 feet", "12 metres"]);
        cases("The fish weighed 90 kilograms (41 pounds).", &["90 kilograms", "41 pounds"]);
    }

    #[test]
    fn a_measure_rounded_or_another_one_is_left_alone() {
        for text in [
            "The road is 100 miles (160 km) long.",
            "The wall is six feet (two metres) high.",
            "The road is 100 miles long and 10 metres wide.",
            "It rose by 2 degrees Celsius (3.6 degrees Fahrenheit).",
            "It burned 100 gallons (455 litres) of oil.",
            "The road is 100 miles (the bridge 190 metres) long.",
        ] {
            cases(&RULE, &[text], &[]);
        }
    }
}
