//! `scope/hedge`, `number/loose-bound`: the same figure told exactly here and hedged there; or a bound that another
//! article's figure leaves far behind, as an early toll does.

use crate::compare::readings::{Readings, graded};
use crate::compare::rules::conflicting_figures::{FIGURES, ends, part_apart};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::{Hedge, Value};

/// The rule.
pub const RULE: Rule = Rule { id: "scope/hedge", check };

/// A bound is loose when the other figure lies further away than this part of it: “at least 20” against “23” may be an
/// older state of things, “more than 50” against “53” is not.
const LOOSE: f64 = 0.1;

fn check(context: &Context) -> Vec<Discrepancy> {
    let graded = [Grade::Rounded, Grade::Bounded].into_iter().flat_map(|grade| graded(context, &FIGURES, grade));
    graded.filter_map(|readings| found(context, &readings)).collect()
}

fn hedge(value: &Value) -> Option<Hedge> {
    value.amount().map(|amount| amount.hedge)
}

fn found(context: &Context, readings: &Readings) -> Option<Discrepancy> {
    let (low, high) = ends(&readings.values)?;
    let about = readings.about(context);
    let quoted = readings.quoted(context);
    let base = Discrepancy {
        kind: DiscrepancyKind::Scope,
        rule: RULE.id,
        severity: Severity::Low,
        confidence: readings.certainty(context),
        facts: vec![readings.fact],
        summary: String::new(),
        explanation: String::new(),
        evidence: readings.excerpts.clone(),
    };
    if low == high {
        let differs = readings.values.iter().any(|value| hedge(value) != hedge(readings.values[0]));
        let quoted = with_hedges(context, readings);
        let is_exact = readings.values.iter().any(|value| hedge(value) == Some(Hedge::Exact));
        let how = if is_exact { "exact here, hedged there" } else { "hedged in two ways" };
        return differs.then(|| Discrepancy {
            summary: format!("{how}{about}: {quoted}"),
            explanation: format!(
                "{} tell the same figure with another certainty: {quoted}. It is listed because a hedge tends to get \
                 lost when a figure is passed on.",
                context.sigla(&readings.excerpts),
            ),
            ..base
        });
    }
    let is_loose = part_apart(low, high) > LOOSE && readings.values.iter().any(|value| bounds(value));
    Some(Discrepancy {
        kind: DiscrepancyKind::Number,
        rule: if is_loose { "number/loose-bound" } else { "number/rounded" },
        severity: if is_loose { Severity::Medium } else { Severity::Low },
        summary: format!("{}{about}: {quoted}", if is_loose { "a bound far from the figure" } else { "rounded" }),
        explanation: if is_loose {
            format!(
                "{} can all be right, because one figure is only a bound: {quoted}. The others lie far beyond it, as when \
                 one account is older.",
                context.sigla(&readings.excerpts),
            )
        } else {
            format!("{} tell one figure with different precision: {quoted}.", context.sigla(&readings.excerpts))
        },
        ..base
    })
}

/// The readings with what the words before them say of their certainty: “a “380 cars” (exactly); b …”.
fn with_hedges(context: &Context, readings: &Readings) -> String {
    let told = readings.excerpts.iter().zip(&readings.values).map(|(&excerpt, value)| {
        let certainty = match hedge(value).unwrap_or_default() {
            Hedge::Exact => "exactly",
            Hedge::About => "about",
            Hedge::AtLeast => "at least",
            Hedge::MoreThan => "more than",
            Hedge::AtMost => "at most",
            Hedge::LessThan => "less than",
        };
        format!("{} “{}” ({certainty})", context.siglum(excerpt.article), context.words_of(excerpt))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn bounds(value: &Value) -> bool {
    hedge(value).is_some_and(|hedge| !matches!(hedge, Hedge::Exact | Hedge::About))
}
