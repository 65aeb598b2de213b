//! `unit/other-currency`, `unit/other-unit`: the same figure for one thing, in another currency or unit.

use crate::compare::readings::{Readings, graded};
use crate::compare::rules::conflicting_figures::{FIGURES, ends};
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
    let what = match readings.values[0] {
        Value::Money { .. } => "currency",
        Value::Percent { .. } => "sort of share (percent or percentage points)",
        _ => "unit",
    };
    Some(Discrepancy {
        kind: DiscrepancyKind::Unit,
        rule: if what == "currency" { RULE.id } else { "unit/other-unit" },
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
