//! `date/conflicting-dates`: articles give different days, times or stretches of time for one thing.

use crate::compare::readings::{Readings, graded};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::link::FactKind;

/// The rule.
pub const RULE: Rule = Rule { id: "date/conflicting-dates", check };

fn check(context: &Context) -> Vec<Discrepancy> {
    graded(context, &[FactKind::Date, FactKind::Duration], Grade::Conflict)
        .map(|readings| found(context, &readings))
        .collect()
}

fn found(context: &Context, readings: &Readings) -> Discrepancy {
    let what = match context.links.facts[readings.fact].kind {
        FactKind::Duration => "lengths of time",
        _ => "dates",
    };
    Discrepancy {
        kind: DiscrepancyKind::Date,
        rule: RULE.id,
        severity: Severity::High,
        confidence: readings.certainty(context),
        facts: vec![readings.fact],
        summary: format!("different {what}{}: {}", readings.about(context), readings.quoted(context)),
        explanation: format!(
            "{} give different {what} for what reads as one thing: {}. Neither lies inside the other.",
            context.sigla(&readings.excerpts),
            readings.quoted(context),
        ),
        evidence: readings.excerpts.clone(),
    }
}
