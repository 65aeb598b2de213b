//! Jumps from finding to finding, name to name and match to match: the columns concerned come to the place at one
//! height, and the trail remembers where the reader was.

use super::{follow, list};
use crate::read::{ArticleId, Excerpt};
use crate::text::Span;
use crate::tui::app::{App, Findings, Message};
use crate::tui::jumps::Place;
use crate::tui::list::step;
use crate::tui::lists::related;
use crate::tui::mode::View;
use crate::tui::pane::Pane;
use crate::tui::places::{Subject, places_of};

/// A place jumped to stands at a third of the height: what leads to it is seen, and more of what follows.
const THIRD: usize = 3;

/// Takes in what the comparison found; unless the user has already begun to read, the gravest discrepancy is shown.
pub fn open(app: &mut App, findings: Findings) {
    for pane in &mut app.panes {
        pane.forget_strip();
    }
    let first = if findings.analysis.discrepancies.is_empty() {
        findings.places.shared().first().map(|&fact| Subject::Fact(fact))
    } else {
        Some(Subject::Discrepancy(0))
    };
    crate::report::follow(&mut app.notebook, &findings.analysis);
    app.findings = Some(findings);
    app.fill_lists();
    if let Some(subject) = first {
        app.show(subject);
        if app.touched {
            super::show_under_cursor(app);
        } else {
            come_to(app, subject, None);
        }
    }
    if app.view.is_list() {
        list::enter(app);
    }
}

/// To the next discrepancy, or the one before.
pub fn discrepancy(app: &mut App, by: isize) {
    let Some(count) = app.findings.as_ref().map(|findings| findings.analysis.discrepancies.len()) else { return };
    let current = match app.shown.as_ref().map(|shown| shown.subject) {
        Some(Subject::Discrepancy(index)) => Some(index),
        _ => None,
    };
    if let Some(index) = step(count, current, by) {
        jump(app, Subject::Discrepancy(index), None);
    }
}

/// To the next shared fact, or the one before.
pub fn shared(app: &mut App, by: isize) {
    let shared = app.findings.as_ref().map(|findings| findings.places.shared().to_vec());
    fact_of(app, &shared.unwrap_or_default(), by);
}

/// To the next of `facts`, which are in reading order, or the one before; from anything else, to the nearest after the
/// cursor, or before it.
pub fn fact_of(app: &mut App, facts: &[usize], by: isize) {
    let here = app.here();
    let Some(findings) = &app.findings else { return };
    let current = match here.subject {
        Some(Subject::Fact(index)) => facts.binary_search(&index).ok(),
        _ => None,
    };
    let lies = |fact: usize| {
        let mut readings = findings.analysis.readings(fact);
        readings.any(|place| {
            let is_ahead = if by > 0 { place.span.end > here.position } else { place.span.start < here.position };
            place.article == here.article && is_ahead
        })
    };
    let nearest = || {
        if by > 0 { facts.iter().position(|&fact| lies(fact)) } else { facts.iter().rposition(|&fact| lies(fact)) }
    };
    let next = match current {
        Some(current) => step(facts.len(), Some(current), by),
        // The nearest one is the first step.
        None => nearest()
            .map_or_else(|| step(facts.len(), None, by), |from| step(facts.len(), Some(from), by - by.signum())),
    };
    if let Some(place) = next {
        jump(app, Subject::Fact(facts[place]), None);
    }
}

/// To the next mention of the name under the cursor, or of the nearest one, or the mention before.
pub fn mention(app: &mut App, by: isize) {
    let here = app.here();
    let Some((findings, entity)) = app.findings.as_ref().zip(name_meant(app)) else { return };
    let places = places_of(&findings.analysis, Subject::Entity(entity));
    let key = |place: &Excerpt| (place.article, place.span.start);
    let next = if by > 0 {
        places.iter().position(|place| key(place) > (here.article, here.position)).unwrap_or(0)
    } else {
        let before = places.iter().rposition(|place| {
            place.article < here.article || place.article == here.article && place.span.end <= here.position
        });
        before.unwrap_or(places.len().saturating_sub(1))
    };
    if let Some(&place) = places.get(next) {
        jump(app, Subject::Entity(entity), Some(place));
    }
}

/// The name that is shown, or else the one under the cursor or nearest to it.
pub fn name_meant(app: &App) -> Option<usize> {
    let here = app.here();
    match here.subject {
        Some(Subject::Entity(entity)) => Some(entity),
        _ => app.findings.as_ref()?.places.name_near(here.article, here.position),
    }
}

/// To the next words of what the apparatus shows; of a name to the next article, because `mention` goes from word to
/// word.
pub fn reading(app: &mut App) {
    let here = app.here();
    let Some(shown) = &app.shown else { return };
    let whole = matches!(shown.subject, Subject::Entity(_));
    let ahead = |place: &&Excerpt| {
        place.article > here.article || !whole && place.article == here.article && place.span.start > here.position
    };
    let next = shown.places.iter().find(ahead).or(shown.places.first());
    if let Some(&place) = next {
        jump(app, shown.subject, Some(place));
    }
}

/// To the next match of the search, or the one before.
pub fn found(app: &mut App, by: isize) {
    let here = app.here();
    let Some(search) = &app.search else { return };
    let next =
        if by > 0 { search.after(here.article, here.position) } else { search.before(here.article, here.position) };
    let count = search.count();
    if let Some((number, place)) = next {
        app.jumps.leave(here);
        // What was found is to be seen.
        if app.view.is_list() {
            app.view = View::Read;
        }
        bring(app, &[place], place);
        super::show_under_cursor(app);
        app.message = Some(Message::Done(format!("{number} of {count} found")));
    }
}

/// To the paragraph with this number, from 1, of the article that is read; to the last when it has fewer.
pub fn paragraph(app: &mut App, number: usize) {
    let here = app.here();
    let Some(starts) = app.pane().map(Pane::paragraph_starts) else { return };
    let Some(&position) = starts.get(number - 1).or(starts.last()) else { return };
    app.jumps.leave(here);
    let place = Excerpt { article: app.focus, span: Span::new(position, position) };
    bring(app, &[], place);
    super::show_under_cursor(app);
    follow::follow(app);
}

/// Back to where the last jump began.
pub fn back(app: &mut App) {
    if let Some(place) = app.jumps.back(app.here()) {
        return_to(app, place);
    }
}

/// Forward again.
pub fn forward(app: &mut App) {
    if let Some(place) = app.jumps.forward(app.here()) {
        return_to(app, place);
    }
}

fn return_to(app: &mut App, place: Place) {
    if let Some(subject) = place.subject {
        app.show(subject);
    }
    app.view = place.view;
    related::choose(app);
    app.focus = place.article;
    if place.columns.len() == app.columns.len() {
        app.columns = place.columns.iter().map(|&(article, _)| article).collect();
    }
    app.lay_out();
    for (article, top) in place.columns {
        app.panes[article.0].anchor(&app.articles[article.0].text, top, 0);
    }
    let Some(pane) = app.panes.get_mut(place.article.0) else { return };
    pane.place_cursor(&app.articles[place.article.0].text, place.position);
    pane.reveal(&app.articles[place.article.0].text);
}

/// Goes to `subject`, and remembers where from.
pub fn jump(app: &mut App, subject: Subject, place: Option<Excerpt>) {
    app.jumps.leave(app.here());
    come_to(app, subject, place);
}

/// Shows `subject`, the cursor on `place` or on its first words in the article that is read, or else in the first that
/// has any.
pub fn come_to(app: &mut App, subject: Subject, place: Option<Excerpt>) {
    app.show(subject);
    related::choose(app);
    let Some(places) = app.shown.as_ref().map(|shown| shown.places.clone()) else { return };
    let here = places.iter().find(|place| place.article == app.focus);
    if let Some(place) = place.or(here.copied()).or(places.first().copied()) {
        // A name stands in a hundred places; the others of these are not what this jump is about.
        let concerned = if matches!(subject, Subject::Entity(_)) { &[] } else { &places[..] };
        bring(app, concerned, place);
    }
}

/// Puts the cursor on `place`, and the first of `concerned` in each other article at the same height; what is left
/// follows.
pub fn bring(app: &mut App, concerned: &[Excerpt], place: Excerpt) {
    app.focus = place.article;
    let mut concerned: Vec<Excerpt> =
        concerned.iter().copied().filter(|other| other.article != place.article).collect();
    concerned.dedup_by_key(|place| place.article);
    concerned.push(place);
    let articles: Vec<ArticleId> = concerned.iter().map(|place| place.article).collect();
    app.bring_together(&articles);
    app.lay_out();
    let Some(rows) = app.layout.as_ref().map(|layout| usize::from(layout.columns[0].text.height)) else { return };
    // The nearest to its article's beginning decides, so that all stand at one height without blank rows above.
    let below = rows / THIRD;
    let below = concerned.iter().filter(|place| app.columns.contains(&place.article)).fold(below, |below, place| {
        app.panes[place.article.0].rows_above(&app.articles[place.article.0].text, place.span.start, below)
    });
    for place in &concerned {
        let pane = &mut app.panes[place.article.0];
        let text = &app.articles[place.article.0].text;
        pane.anchor(text, place.span.start, below);
        pane.place_cursor(text, place.span.start);
    }
    follow::follow_except(app, &articles);
}
