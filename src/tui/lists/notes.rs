//! The user's notes, by place; those whose words are gone come last.

use super::filter::{Group, Sorts};
use crate::notes::{Note, Verdict};
use crate::tui::app::{App, Findings};
use crate::tui::places::{Subject, places_of};
use crate::tui::wording::verdict_name;

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
    Group { name: "bound to", sorts: &["a finding", "selected words", "words that are gone"] },
];

/// All of them.
pub fn entries(app: &App) -> Vec<(Subject, Sorts)> {
    let notes = app.notebook.notes().iter().enumerate();
    let entries = notes.filter_map(|(index, note)| {
        let verdict = Verdict::ALL.iter().position(|&verdict| verdict == note.verdict)?;
        let bound = if note.places.is_empty() {
            2
        } else {
            usize::from(app.findings.as_ref().and_then(|findings| finding_of(findings, note)).is_none())
        };
        let sorts = Sorts::default().with(GROUPS, 0, verdict).with(GROUPS, 1, bound);
        Some((Subject::Note(app.lists.number_of(index)?), sorts))
    });
    entries.collect()
}

/// What `note` is on, in a word or two.
pub fn bound(findings: &Findings, note: &Note) -> String {
    match finding_of(findings, note) {
        Some(Subject::Discrepancy(index)) => format!("d{}", index + 1),
        Some(Subject::Fact(index)) => format!("f{}", index + 1),
        _ if note.places.is_empty() => "words gone".to_owned(),
        _ => note.rule.clone().unwrap_or_else(|| "words".to_owned()),
    }
}

/// The finding that `note` is on: the discrepancy of its rule, or the fact, in exactly its places.
pub fn finding_of(findings: &Findings, note: &Note) -> Option<Subject> {
    let first = *note.places.first()?;
    let near = findings.places.on(first.article, first.span);
    near.into_iter().find(|&subject| {
        let rule = match subject {
            Subject::Discrepancy(index) => Some(findings.analysis.discrepancies[index].rule),
            Subject::Fact(_) => None,
            Subject::Entity(_) | Subject::Note(_) => return false,
        };
        rule == note.rule.as_deref() && places_of(&findings.analysis, subject) == note.places
    })
}
