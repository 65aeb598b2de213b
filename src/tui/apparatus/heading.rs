//! The panel's upper edge: what is shown, of what kind, and where among its like it is.

use super::{Look, Row, concordance};
use crate::analysis::Analysis;
use crate::compare::Status;
use crate::text::width::columns;
use crate::tui::app::{App, Findings};
use crate::tui::lists::notes;
use crate::tui::places::Subject;
use crate::tui::wording::{counted, kind_name, verdict_name};

/// Columns of what a fact is about; what is longer has a row of its own.
const ABOUT_COLUMNS: usize = 40;
/// Columns kept for what stands at the right: the number, the longest verdict, how much lies above and below.
const RIGHT_COLUMNS: usize = 44;

/// What is shown, for the panel's upper edge: from the left, and from the right.
pub fn heading(app: &App) -> (Row, Vec<String>) {
    let Some((findings, shown)) = app.findings.as_ref().zip(app.shown.as_ref()) else {
        let state = if app.findings.is_none() { "comparing the articles" } else { "nothing to show yet" };
        return (vec![(state.to_owned(), Look::Quiet)], Vec::new());
    };
    let Findings { analysis, places, .. } = findings;
    let of = |place: usize, count: usize| format!("{} of {count}", place + 1);
    match shown.subject {
        Subject::Discrepancy(index) => {
            let found = &analysis.discrepancies[index];
            let weight = format!("{} · {:.2}", found.severity.name(), found.confidence);
            (
                vec![
                    (format!("d{}", index + 1), Look::Strong),
                    (kind_name(found.kind).to_owned(), Look::Plain),
                    (weight, Look::Severity(found.severity)),
                    (found.rule.to_owned(), Look::Quiet),
                ],
                vec![of(index, analysis.discrepancies.len()), verdict_name(app.verdict()).to_owned()],
            )
        }
        Subject::Fact(index) => {
            let fact = &analysis.facts[index];
            let has_label = label(analysis, index, usize::from(app.size.width)).is_none() && !fact.about.is_empty();
            let about = has_label.then(|| (fact.about.clone(), Look::Quiet));
            let number = places.shared().binary_search(&index).map(|place| of(place, places.shared().len()));
            let left = vec![
                (format!("f{}", index + 1), Look::Strong),
                (fact.kind.name().to_owned(), Look::Plain),
                (status(analysis, index), Look::Plain),
            ];
            let left = left.into_iter().chain(about).collect();
            (left, number.into_iter().chain([verdict_name(app.verdict()).to_owned()]).collect())
        }
        Subject::Entity(index) => {
            let entity = &analysis.entities[index];
            let current = app.pane().and_then(|pane| concordance::mention_at(&shown.places, app.focus, pane.cursor()));
            let left = vec![
                (format!("e{}", index + 1), Look::Strong),
                (entity.name.clone(), Look::Plain),
                (entity.kind.name().to_owned(), Look::Quiet),
            ];
            let count = counted(shown.places.len(), "mention", "mentions");
            (left, vec![current.map_or(count.clone(), |place| format!("{} of {count}", place + 1))])
        }
        Subject::Note(number) => {
            let bound = app.note_of(number).map(|note| notes::bound(findings, note)).unwrap_or_default();
            let left = vec![("note".to_owned(), Look::Strong), (bound, Look::Plain)];
            (left, vec![verdict_name(app.verdict()).to_owned()])
        }
    }
}

/// How the articles tell a fact.
fn status(analysis: &Analysis, index: usize) -> String {
    match analysis.grades[index] {
        Some(grade) if analysis.status(index) == Status::Shared => format!("shared · {}", grade.name()),
        _ => analysis.status(index).name().to_owned(),
    }
}

/// What fact `index` is about, where a heading of `width` columns has no room for it.
pub fn label(analysis: &Analysis, index: usize, width: usize) -> Option<&str> {
    let fact = &analysis.facts[index];
    let before = [format!("f{}", index + 1), fact.kind.name().to_owned(), status(analysis, index)];
    let about = columns(&fact.about);
    let taken: usize = before.iter().map(|part| columns(part) + 3).sum::<usize>() + about + 3;
    let has_room = about <= ABOUT_COLUMNS && taken + RIGHT_COLUMNS <= width;
    (!fact.about.is_empty() && !has_room).then_some(&fact.about)
}
