//! Jumps to the next of one kind: discrepancies of the kind that is shown, facts of any kind, a name elsewhere; and
//! what Enter does on words.

use super::jump;
use crate::read::Excerpt;
use crate::tui::app::App;
use crate::tui::list::step;
use crate::tui::pane::word_at;
use crate::tui::places::{Subject, places_of};

/// To the next discrepancy of the kind that is shown, or the one before, round the end.
pub fn discrepancy(app: &mut App, by: isize) {
    let Some((findings, shown)) = app.findings.as_ref().zip(app.shown.as_ref()) else { return };
    let Subject::Discrepancy(shown) = shown.subject else { return };
    let found = &findings.analysis.discrepancies;
    let alike: Vec<_> = (0..found.len()).filter(|&index| found[index].kind == found[shown].kind).collect();
    let next = step(alike.len(), alike.binary_search(&shown).ok(), by);
    if let Some(place) = next {
        jump::jump(app, Subject::Discrepancy(alike[place]), None);
    }
}

/// To the next fact, or the one before.
pub fn fact(app: &mut App, by: isize) {
    let count = app.findings.as_ref().map_or(0, |findings| findings.analysis.facts.len());
    jump::fact_of(app, &(0..count).collect::<Vec<_>>(), by);
}

/// To the first mention of the name in the next article that has it, round the end.
pub fn mention_elsewhere(app: &mut App) {
    let Some((findings, entity)) = app.findings.as_ref().zip(jump::name_meant(app)) else { return };
    let places = places_of(&findings.analysis, Subject::Entity(entity));
    let next = places.iter().find(|place| place.article > app.focus).or(places.first()).copied();
    if let Some(place) = next {
        jump::jump(app, Subject::Entity(entity), Some(place));
    }
}

/// Shows what stands under the cursor; where that is shown already, goes to the next words of it.
pub fn what_stands_here(app: &mut App) {
    let here = app.here();
    let word = word_at(app.text(here.article), here.position);
    let stands_here = |place: &Excerpt| place.article == here.article && place.span.overlaps(word);
    let is_shown = app.shown.as_ref().is_some_and(|shown| shown.places.iter().any(stands_here));
    match app.under_cursor().filter(|_| !is_shown) {
        Some(subject) => {
            app.jumps.leave(here);
            app.show(subject);
        }
        None => jump::reading(app),
    }
}

/// Shows the next of the things that stand under the cursor, round the end.
pub fn what_else_stands_here(app: &mut App) {
    let here = app.here();
    let all = app.all_under_cursor();
    let shown = all.iter().position(|&other| Some(other) == here.subject);
    if let Some(next) = step(all.len(), shown, 1) {
        app.jumps.leave(here);
        app.show(all[next]);
    }
}
