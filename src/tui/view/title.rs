//! The first line: what is read, and what was found.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::cells::put_line;
use crate::text::width::{columns, shorten};
use crate::tui::app::{App, Progress};
use crate::tui::marking::Marking;
use crate::tui::mode::{KeyPlace, View};
use crate::tui::theme::{Colours, Part, Theme};
use crate::tui::wording::counted;

/// The story's title keeps at least so many columns, or none; what was found gives way, from its end.
const TITLE_COLUMNS: usize = 16;
/// Below this many columns the views that are not on the screen show their keys alone.
const NAMES_COLUMNS: u16 = 110;

/// So many kinds of marks that are switched off are named, more are counted.
const OFF_NAMED: usize = 2;

/// Draws the line.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width);
    let tabs = tabs(app, theme, area.width >= NAMES_COLUMNS);
    let mut line: Vec<_> = tabs.into_iter().map(|(_, piece)| piece).collect();
    let taken: usize = line.iter().map(|piece| columns(&piece.content)).sum();
    let mut facts = facts(app);
    while columns(&facts.join(" · ")) + taken + 2 > width && facts.len() > 1 {
        facts.remove(0);
    }
    let facts = shorten(&facts.join(" · "), width.saturating_sub(taken + 2));
    let room = width.saturating_sub(taken + columns(&facts) + 2);
    let title = app.articles.first().map_or("", |article| article.title.as_str());
    let title = if room < TITLE_COLUMNS { String::new() } else { shorten(title, room - 2) };
    let gap = width.saturating_sub(taken + columns(&title) + columns(&facts) + 1);
    line.extend([Span::raw(title), Span::raw(" ".repeat(gap)), Span::styled(facts, theme.part(Part::Quiet))]);
    put_line(&Line::from(line), area.as_position(), area.right(), buffer);
}

/// The view whose tab is drawn on a cell.
pub fn tab_at(app: &App, at: Position) -> Option<View> {
    let area = app.layout.as_ref()?.title;
    let tabs = tabs(app, Theme::new(Colours::None), area.width >= NAMES_COLUMNS);
    let mut start = usize::from(area.x);
    tabs.into_iter().filter(|_| area.contains(at)).find_map(|(view, piece)| {
        let cells = start..start + columns(&piece.content);
        start = cells.end;
        view.filter(|_| cells.contains(&usize::from(at.x)))
    })
}

/// The program's name and the views, each piece with the view that it is part of; in each name its key stands out.
fn tabs(app: &App, theme: Theme, names: bool) -> Vec<(Option<View>, Span<'static>)> {
    let mut line = vec![(None, Span::styled(" variorum  ", theme.part(Part::Strong)))];
    for &view in View::ALL {
        let key = app
            .session
            .keymap
            .key(app.place(), view.action())
            .or(app.session.keymap.key(KeyPlace::Read, view.action()));
        let key = key.unwrap_or_default();
        let mut pieces = Vec::new();
        if view == app.view {
            let look = theme.part(Part::Strong).add_modifier(Modifier::REVERSED);
            pieces.push(Span::styled(format!(" {} ", view.name()), look));
        } else if names {
            pieces.push(Span::raw(" "));
            pieces.extend(named(view.name(), key, theme));
            pieces.push(Span::raw(" "));
        } else {
            pieces.push(Span::styled(format!(" {key}"), theme.part(Part::Key)));
        }
        line.extend(pieces.into_iter().map(|piece| (Some(view), piece)));
    }
    line.push((None, Span::raw("   ")));
    line
}

/// The name of a view with its key marked in it, or before it where the name does not have that letter.
fn named(name: &'static str, key: &str, theme: Theme) -> Vec<Span<'static>> {
    let quiet = theme.part(Part::Quiet);
    match name.to_ascii_lowercase().find(&key.to_ascii_lowercase()).filter(|_| key.chars().count() == 1) {
        Some(at) => vec![
            Span::styled(&name[..at], quiet),
            Span::styled(name[at..=at].to_owned(), theme.part(Part::Key)),
            Span::styled(&name[at + 1..], quiet),
        ],
        None if key.is_empty() => vec![Span::styled(name, quiet)],
        None => vec![Span::styled(format!("{key} "), theme.part(Part::Key)), Span::styled(name, quiet)],
    }
}

/// What is being done, a sign that turns, and since when.
fn progress(progress: Progress) -> String {
    let steps = progress.elapsed.as_millis() / SPINNER_STEP_MILLIS;
    let sign = SPINNER[steps as usize % SPINNER.len()];
    format!("{sign} {} … {:.1} s", progress.stage.name(), progress.elapsed.as_secs_f64())
}

const SPINNER: [&str; 8] = ["⣷", "⣯", "⣟", "⡿", "⢿", "⣻", "⣽", "⣾"];
const SPINNER_STEP_MILLIS: u128 = 100;

/// What was found, in the order in which it gives way when there is no room.
fn facts(app: &App) -> Vec<String> {
    if app.reading.is_some() {
        return Vec::new();
    }
    let choices = app.session.stories.choices.len();
    if app.articles.is_empty() && choices > 0 {
        return vec![counted(choices, "story", "stories")];
    }
    let mut facts = vec![counted(app.articles.len(), "article", "articles")];
    match &app.findings {
        None => facts.push(app.progress.map_or("comparing …".to_owned(), progress)),
        Some(findings) => {
            facts.push(format!("{} shared", findings.places.shared().len()));
            let differ = findings.analysis.discrepancies.len();
            let high = findings.places.high();
            let told = counted(differ, "differs", "differ");
            facts.push(if high > 0 { format!("{told}: {high} high") } else { told });
        }
    }
    let off: Vec<_> = Marking::ALL.iter().filter(|marking| marking.is_off(app.session.marks_off)).collect();
    match &off[..] {
        [] => {}
        off if off.len() == Marking::ALL.len() => facts.push("no marks".to_owned()),
        off if off.len() > OFF_NAMED => facts.push(format!("{} kinds of marks off", off.len())),
        off => {
            facts.push(format!("no {}", off.iter().map(|marking| marking.name()).collect::<Vec<_>>().join(", ")));
        }
    }
    let notes = app.notebook.notes().len();
    if notes > 0 {
        facts.push(counted(notes, "note", "notes"));
    }
    facts
}
