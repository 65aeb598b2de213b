//! `number/…`: articles give different figures for one thing, and no rounding, hedge or range explains it. Where one
//! figure is the other with a scale word, two digits or one digit exchanged, the rule is named for that slip.

use rust_decimal::prelude::ToPrimitive;

use crate::compare::readings::{Readings, graded};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::{Decimal, Value};
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
        Some(Slip::OneDigit) => "They differ in one digit alone.".to_owned(),
        None => "No rounding, hedge or range makes them the same.".to_owned(),
    };
    Some(Discrepancy {
        kind: DiscrepancyKind::Number,
        rule: slip.map_or(RULE.id, Slip::rule),
        severity: if part_apart(low, high) >= MISLEADING { readings.severity(context) } else { Severity::Medium },
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
pub fn ends(values: &[&Value]) -> Option<(Decimal, Decimal)> {
    let sizes =
        || values.iter().filter_map(|value| value.amount().map(|amount| amount.number).or_else(|| value.years()));
    Some((sizes().min()?, sizes().max()?))
}

/// How far two figures are apart, as a part of the greater.
pub fn part_apart(low: Decimal, high: Decimal) -> f64 {
    let part = (high - low).checked_div(high.abs().max(low.abs()));
    part.and_then(|part| part.to_f64()).unwrap_or_default()
}

/// A likely way in which one figure became the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// Thousand, million, billion mixed up, or a zero too many: the factor.
    Scale(u32),
    /// Digits changed places.
    Digits,
    /// One digit of a long figure is another.
    OneDigit,
}

impl Slip {
    const fn rule(self) -> &'static str {
        match self {
            Self::Scale(_) => "number/scale-slip",
            Self::Digits => "number/swapped-digits",
            Self::OneDigit => "number/one-digit",
        }
    }

    fn between(low: Decimal, high: Decimal) -> Option<Self> {
        if low <= Decimal::ZERO {
            return None;
        }
        let times = high.checked_div(low)?;
        let scale = [10, 100, 1_000, 1_000_000].into_iter().find(|&factor| times == Decimal::from(factor));
        if let Some(factor) = scale {
            return Some(Self::Scale(factor));
        }
        let digits = |number: Decimal| -> Vec<u8> {
            number.normalize().mantissa().to_string().trim_end_matches('0').bytes().collect()
        };
        let sorted = |mut digits: Vec<u8>| {
            digits.sort_unstable();
            digits
        };
        let (low_digits, high_digits) = (digits(low), digits(high));
        if times < Decimal::TEN && low_digits.len() >= 2 && sorted(low_digits.clone()) == sorted(high_digits.clone()) {
            return Some(Self::Digits);
        }
        let is_one = times < Decimal::TEN && low.scale() == high.scale() && is_one_digit(&low_digits, &high_digits);
        is_one.then_some(Self::OneDigit)
    }
}

/// Whether two long figures differ in one digit: in any of four and more, in any but the last of three, because a count
/// is often one or two higher the next day.
fn is_one_digit(low: &[u8], high: &[u8]) -> bool {
    const LONG: usize = 4;
    const SHORTEST: usize = 3;
    let mut apart = (0..low.len()).filter(|&place| low.get(place) != high.get(place));
    let (first, second) = (apart.next(), apart.next());
    let counts = |place: usize| low.len() >= LONG || (low.len() >= SHORTEST && place + 1 < low.len());
    low.len() == high.len() && second.is_none() && first.is_some_and(counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check as cases;

    const FERRY: &str =
        "The ferry Aurora sank off Tarro harbour on Monday. The captain, Maria Lopez, 34, was the last to leave it.";

    #[test]
    fn one_person_has_one_age_however_it_is_told() {
        let other = "Rescuers brought the 43-year-old Maria Lopez ashore at noon.";
        cases(&RULE, &[FERRY, other], &[&["34", "43-year-old"]]);
    }

    #[test]
    fn two_people_have_their_own_ages() {
        cases(&RULE, &[FERRY, "Rescuers brought the 43-year-old engineer Paul Smith ashore at noon."], &[]);
        cases(&RULE, &[FERRY, "The captain, Maria Lopez, an officer of 43 years' service, left last."], &[]);
    }

    #[test]
    fn parts_of_a_total_are_no_other_figure() {
        let total = "Norwind Lines cut 800 jobs in January and June, the company said.";
        cases(&RULE, &[total, "Norwind Lines cut 600 jobs in January. In June the company cut 200 more."], &[]);
        cases(&RULE, &[total, "Norwind Lines cut 600 jobs in January and June, the company said."], &[&["800", "600"]]);
    }

    #[test]
    fn one_vote_has_one_result() {
        let house = "The assembly voted 231-187 to sell the ferry Aurora. The mayor of Tarro kept silent.";
        let other = |tally: &str| format!("Along party lines, {tally}, members agreed that the ship is to be sold.");
        cases(&RULE, &[house, &other("231-178")], &[&["187", "178"]]);
        cases(&RULE, &[house, &other("231-187")], &[]);
        // Two votes; and two matches.
        cases(&RULE, &[house, &other("52-48")], &[]);
        cases(&RULE, &["Tarro beat Lorvik 3-1 at home.", "The match of the town ended 3-2."], &[]);
    }

    #[test]
    fn a_scale_that_slipped_is_seen_in_other_words() {
        cases(
            &RULE,
            &["Damages came to $2.7 billion, Delta Foods said.", "Delta Foods put its damages at $2.7 million."],
            &[&["$2.7 billion", "$2.7 million"]],
        );
    }

    #[test]
    fn slips_are_named_where_they_fit() {
        let between = |low: i64, high: i64| Slip::between(low.into(), high.into());
        assert_eq!(between(3_800_000_000, 3_800_000_000_000), Some(Slip::Scale(1_000)));
        assert_eq!(between(1_257, 1_275), Some(Slip::Digits));
        assert_eq!(between(1_500, 1_600), None);
        assert_eq!(between(20, 23), None);
        assert_eq!(between(9_241, 9_341), Some(Slip::OneDigit));
        assert_eq!(between(214, 274), Some(Slip::OneDigit));
        assert_eq!(between(146, 147), None);
        assert_eq!(between(9_241, 92_412), None);
    }
}
