//! `number/…`: articles give different figures for one thing, and no rounding, hedge or range explains it. Where one
//! figure is the other with a scale word or two digits exchanged, the rule is named for that slip.

use rust_decimal::prelude::ToPrimitive;

use crate::compare::readings::{Readings, graded};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::Value;
use crate::link::FactKind;

/// The rule; slips have names of their own.
pub const RULE: Rule = Rule { id: "number/conflicting-figures", check };

/// A smaller difference than this part of the figure misleads nobody much.
const MISLEADING: f64 = 0.05;

/// The kinds of fact whose readings are figures.
pub const FIGURES: [FactKind; 4] = [FactKind::Money, FactKind::Percent, FactKind::Quantity, FactKind::Number];

fn check(context: &Context) -> Vec<Discrepancy> {
    graded(context, &FIGURES, Grade::Conflict).filter_map(|readings| found(context, &readings)).collect()
}

fn found(context: &Context, readings: &Readings) -> Option<Discrepancy> {
    let (low, high) = ends(&readings.values)?;
    if low == high {
        return None; // the same figure in another unit: another rule's
    }
    let slip = Slip::between(low, high);
    let reason = match slip {
        Some(Slip::Scale(factor)) => {
            format!("One is exactly {factor} times the other, as when “million” and “billion” change places.")
        }
        Some(Slip::Digits) => "They have the same digits in another order.".to_owned(),
        None => "No rounding, hedge or range makes them the same.".to_owned(),
    };
    Some(Discrepancy {
        kind: DiscrepancyKind::Number,
        rule: slip.map_or(RULE.id, Slip::rule),
        severity: if (high - low) / high.abs() >= MISLEADING { Severity::High } else { Severity::Medium },
        confidence: readings.certainty(context),
        facts: vec![readings.fact],
        summary: format!("different figures{}: {}", readings.about(context), readings.quoted(context)),
        explanation: format!(
            "{} give different figures for what reads as one thing: {}. {reason}",
            context.sigla(&readings.excerpts),
            readings.quoted(context),
        ),
        evidence: readings.excerpts.clone(),
    })
}

/// The least and the greatest figure among the values.
pub fn ends(values: &[&Value]) -> Option<(f64, f64)> {
    let sizes: Vec<f64> = values.iter().filter_map(|value| value.amount()?.number.to_f64()).collect();
    let low = sizes.iter().copied().reduce(f64::min)?;
    Some((low, sizes.iter().copied().fold(low, f64::max)))
}

/// A likely way in which one figure became the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// Thousand, million, billion mixed up, or a zero too many: the factor.
    Scale(u32),
    /// Digits changed places.
    Digits,
}

impl Slip {
    const fn rule(self) -> &'static str {
        match self {
            Self::Scale(_) => "number/scale-slip",
            Self::Digits => "number/swapped-digits",
        }
    }

    fn between(low: f64, high: f64) -> Option<Self> {
        /// So near to a whole factor that only the floating point is to blame.
        const EXACTLY: f64 = 1e-9;
        if low <= 0.0 {
            return None;
        }
        let scale =
            [10, 100, 1_000, 1_000_000].into_iter().find(|&by| (high / low / f64::from(by) - 1.0).abs() < EXACTLY);
        if let Some(factor) = scale {
            return Some(Self::Scale(factor));
        }
        let digits = |number: f64| {
            let mut digits: Vec<u8> = format!("{number:.0}").trim_end_matches('0').bytes().collect();
            digits.sort_unstable();
            digits
        };
        let sorted = digits(low);
        (sorted.len() >= 2 && sorted == digits(high) && high < 10.0 * low).then_some(Self::Digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_named_where_they_fit() {
        assert_eq!(Slip::between(3.8e9, 3.8e12), Some(Slip::Scale(1_000)));
        assert_eq!(Slip::between(1_257.0, 1_275.0), Some(Slip::Digits));
        assert_eq!(Slip::between(1_500.0, 1_600.0), None);
        assert_eq!(Slip::between(20.0, 23.0), None);
    }
}
