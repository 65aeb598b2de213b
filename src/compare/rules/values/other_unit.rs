//! `unit/other-currency`, `unit/percent-points`, `unit/other-unit`: the same figure for one thing, in another currency,
//! in percent here and percentage points there, or in another unit.

use crate::compare::readings::{Readings, graded};
use crate::compare::rules::values::conflicting_figures::{FIGURES, ends};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::Value;

/// The rule.
pub const RULE: Rule = Rule { id: "unit/other-currency", check };

fn check(context: &Context) -> Vec<Discrepancy> {
    graded(context, &FIGURES, Grade::Conflict).filter_map(|readings| found(context, &readings)).collect()
}

fn found(context: &Context, readings: &Readings) -> Option<Discrepancy> {
    let (low, high) = ends(&readings.values)?;
    if low != high || readings.values.len() < 2 {
        return None;
    }
    let (what, rule) = match readings.values[0] {
        Value::Money { .. } => ("currency", RULE.id),
        Value::Percent { .. } => ("sort of share (percent or percentage points)", "unit/percent-points"),
        _ => ("unit", "unit/other-unit"),
    };
    Some(Discrepancy {
        kind: DiscrepancyKind::Unit,
        rule,
        severity: Severity::High,
        confidence: readings.certainty(context),
        facts: vec![readings.fact],
        summary: format!("same figure, another {what}: {}", readings.quoted(context)),
        explanation: format!(
            "{} tell what reads as one thing with the same figure, but in another {what}: {}. The two are not worth the \
             same.",
            context.sigla(&readings.excerpts),
            readings.quoted(context),
        ),
        evidence: readings.excerpts.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::{check as cases, discrepancies};

    #[test]
    fn the_same_figure_in_another_currency_is_told() {
        let texts = [
            "The port of Tarro will buy the ferry Aurora for $214 million, the harbour office said.",
            "The port of Tarro will buy the ferry Aurora for €214 million, the harbour office said.",
        ];
        cases(&RULE, &texts, &[&["$214 million", "€214 million"]]);
    }

    #[test]
    fn percent_and_percentage_points_are_told_apart() {
        let texts = [
            "The bank of Tarro raised its interest rate by 2.25 percent on Monday.",
            "The bank of Tarro raised its interest rate by 2.25 percentage points on Monday.",
        ];
        let found = discrepancies(&RULE, &texts);
        assert_eq!(found.iter().map(|found| found.rule).collect::<Vec<_>>(), ["unit/percent-points"]);
    }

    #[test]
    fn a_sum_converted_by_a_rate_of_the_story_is_no_other_figure() {
        let texts = [
            "The port of Tarro will buy the ferry Aurora for $214 million (€196 million), the harbour office said.",
            "The port of Tarro will buy the ferry Aurora for €196 million, the harbour office said.",
        ];
        cases(&RULE, &texts, &[]);
    }
}
