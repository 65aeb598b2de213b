//! The discrepancies, gravest first.

use super::filter::{Group, Sorts};
use crate::compare::{DiscrepancyKind, Severity};
use crate::notes::Verdict;
use crate::tui::app::App;
use crate::tui::places::{Subject, places_of};
use crate::tui::wording::{kind_name, verdict_name};

/// What they can be filtered by.
pub const GROUPS: &[Group] = &[
    Group {
        name: "verdict",
        sorts: &[
            verdict_name(Verdict::Open),
            verdict_name(Verdict::Confirmed),
            verdict_name(Verdict::Dismissed),
            verdict_name(Verdict::NeedsChecking),
        ],
    },
    Group { name: "severity", sorts: &[Severity::High.name(), Severity::Medium.name(), Severity::Low.name()] },
    Group {
        name: "kind",
        sorts: &[
            kind_name(DiscrepancyKind::Number),
            kind_name(DiscrepancyKind::Unit),
            kind_name(DiscrepancyKind::Date),
            kind_name(DiscrepancyKind::Name),
            kind_name(DiscrepancyKind::Quote),
            kind_name(DiscrepancyKind::Attribution),
            kind_name(DiscrepancyKind::Role),
            kind_name(DiscrepancyKind::Scope),
            kind_name(DiscrepancyKind::Polarity),
            kind_name(DiscrepancyKind::Garble),
            kind_name(DiscrepancyKind::Truncation),
            kind_name(DiscrepancyKind::Repetition),
        ],
    },
];

/// All of them.
pub fn entries(app: &App) -> Vec<(Subject, Sorts)> {
    let Some(findings) = &app.findings else { return Vec::new() };
    let found = findings.analysis.discrepancies.iter().enumerate();
    let entries = found.map(|(index, found)| {
        let subject = Subject::Discrepancy(index);
        let verdict = app.verdict_on(Some(found.rule), &places_of(&findings.analysis, subject));
        (subject, sorts(verdict, found.severity, found.kind))
    });
    entries.collect()
}

fn sorts(verdict: Verdict, severity: Severity, kind: DiscrepancyKind) -> Sorts {
    let names = [verdict_name(verdict), severity.name(), kind_name(kind)];
    let numbered = GROUPS.iter().zip(names).enumerate();
    numbered.fold(Sorts::default(), |sorts, (group, (known, name))| {
        match known.sorts.iter().position(|&sort| sort == name) {
            Some(sort) => sorts.with(GROUPS, group, sort),
            None => sorts,
        }
    })
}
