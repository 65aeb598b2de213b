//! The rules, one file each, and the only list of them.

mod conflicting_dates;
mod conflicting_figures;
mod hedge;
mod other_unit;

use super::{Discrepancy, Rule};

/// Every rule, in the order in which they name a discrepancy that several of them see.
pub const RULES: &[Rule] = &[other_unit::RULE, conflicting_figures::RULE, conflicting_dates::RULE, hedge::RULE];

/// Puts what the rules found in order, gravest first, and makes one entry of what several of them saw.
pub fn settle(discrepancies: &mut Vec<Discrepancy>) {
    discrepancies.sort_by(|a, b| {
        (b.severity.cmp(&a.severity))
            .then(b.confidence.total_cmp(&a.confidence))
            .then_with(|| a.evidence.cmp(&b.evidence))
            .then_with(|| a.rule.cmp(b.rule))
    });
}
