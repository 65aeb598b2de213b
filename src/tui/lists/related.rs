//! From view to view the place is kept: which entry of the list on the screen is about what the apparatus shows, or
//! stands on the same words, or nearest to where the reader is.

use super::notes::finding_of;
use crate::read::Excerpt;
use crate::tui::app::{App, Findings};
use crate::tui::mode::View;
use crate::tui::places::{Subject, places_of};

/// Chooses in the list on the screen what the apparatus shows, or else what is about the same. `false` when the list has
/// nothing of the kind; then what was chosen there stays.
pub fn choose(app: &mut App) -> bool {
    let shown = app.shown.as_ref().filter(|_| app.view.is_list());
    let Some(subject) = shown.map(|shown| shown.subject) else { return false };
    let related = related(app, subject);
    let Some(list) = app.list_mut() else { return false };
    related.into_iter().any(|subject| list.choose(subject))
}

/// Chooses what stands nearest to the cursor in the article that is read.
pub fn choose_nearest(app: &mut App) {
    let here = app.here();
    let nearest = match app.view {
        View::Notes => {
            let notes = app.notebook.notes().iter().enumerate();
            let places = notes.filter_map(|(index, note)| {
                let near = note.places.iter().filter(|place| place.article == here.article);
                Some((near.map(|place| place.span.start.abs_diff(here.position)).min()?, index))
            });
            places.min().and_then(|(_, index)| app.lists.number_of(index)).map(Subject::Note)
        }
        view => app.findings.as_ref().and_then(|findings| {
            findings.places.nearest(here.article, here.position, |subject| is_listed(view, subject))
        }),
    };
    if let Some((list, subject)) = app.list_mut().zip(nearest) {
        list.choose(subject);
    }
}

/// Whether `view` lists such things.
pub const fn is_listed(view: View, subject: Subject) -> bool {
    matches!(
        (view, subject),
        (View::Facts, Subject::Fact(_))
            | (View::Discrepancies, Subject::Discrepancy(_))
            | (View::Entities, Subject::Entity(_))
            | (View::Notes, Subject::Note(_))
    )
}

/// What of the view on the screen is about `subject`, the closest first.
fn related(app: &App, subject: Subject) -> Vec<Subject> {
    let mut found = vec![subject];
    let Some(findings) = &app.findings else { return found };
    let places = concerned(app, subject);
    match (app.view, subject) {
        (View::Facts, Subject::Discrepancy(index)) => found.extend(facts_of(findings, index)),
        (View::Discrepancies, Subject::Fact(fact)) => {
            let all = findings.analysis.discrepancies.iter().enumerate();
            let about = all.filter(|(_, found)| found.facts.contains(&fact));
            found.extend(about.map(|(index, _)| Subject::Discrepancy(index)));
        }
        (View::Notes, _) => {
            let notes = app.notebook.notes().iter().enumerate();
            let number = |index| app.lists.number_of(index).map(Subject::Note);
            let exact = notes.clone().filter(|(_, note)| finding_of(findings, note) == Some(subject));
            found.extend(exact.filter_map(|(index, _)| number(index)));
            let near = notes.filter(|(_, note)| note.places.iter().any(|&place| on_any(place, &places)));
            found.extend(near.filter_map(|(index, _)| number(index)));
        }
        (view, Subject::Note(number)) => {
            let finding = app.note_of(number).and_then(|note| finding_of(findings, note));
            found.extend(finding);
            if let (View::Facts, Some(Subject::Discrepancy(index))) = (view, finding) {
                found.extend(facts_of(findings, index));
            }
        }
        _ => {}
    }
    let near = places.iter().flat_map(|place| findings.places.on(place.article, place.span));
    found.extend(near.filter(|&near| is_listed(app.view, near)));
    found
}

fn facts_of(findings: &Findings, discrepancy: usize) -> impl Iterator<Item = Subject> {
    findings.analysis.discrepancies[discrepancy].facts.iter().map(|&fact| Subject::Fact(fact))
}

/// The places of `subject` by which it can be found elsewhere: those under the cursor and in the article that is read
/// first. A name stands in too many for others than the one under the cursor to mean anything.
fn concerned(app: &App, subject: Subject) -> Vec<Excerpt> {
    let here = app.here();
    let under = |place: &Excerpt| place.article == here.article && place.span.holds(here.position);
    let mut places = match subject {
        Subject::Note(number) => app.note_of(number).map(|note| note.places.clone()).unwrap_or_default(),
        _ => app.findings.as_ref().map(|findings| places_of(&findings.analysis, subject)).unwrap_or_default(),
    };
    if matches!(subject, Subject::Entity(_)) {
        places.retain(under);
    }
    places.sort_by_key(|place| (!under(place), place.article != here.article));
    places
}

fn on_any(place: Excerpt, places: &[Excerpt]) -> bool {
    places.iter().any(|other| other.article == place.article && other.span.overlaps(place.span))
}
