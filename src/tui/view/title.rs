//! The first line: what is read, and what was found.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::cells::put_line;
use crate::text::width::{columns, shorten};
use crate::tui::app::App;
use crate::tui::mode::{KeyPlace, View};
use crate::tui::theme::{Part, Theme};
use crate::tui::wording::counted;

/// The story's title keeps at least so many columns, or none; what was found gives way, from its end.
const TITLE_COLUMNS: usize = 16;
/// Below this many columns the views that are not on the screen show their keys alone.
const NAMES_COLUMNS: u16 = 110;

/// Draws the line.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width);
    let mut line = tabs(app, theme, area.width >= NAMES_COLUMNS);
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

/// The program's name and the views; in each name its key stands out.
fn tabs(app: &App, theme: Theme, names: bool) -> Vec<Span<'static>> {
    let mut line = vec![Span::styled(" variorum  ", theme.part(Part::Strong))];
    for &view in View::ALL {
        let key = app.keymap.key(app.place(), view.action()).or(app.keymap.key(KeyPlace::Read, view.action()));
        let key = key.unwrap_or_default();
        if view == app.view {
            let look = theme.part(Part::Strong).add_modifier(Modifier::REVERSED);
            line.push(Span::styled(format!(" {} ", view.name()), look));
        } else if names {
            line.push(Span::raw(" "));
            line.extend(named(view.name(), key, theme));
            line.push(Span::raw(" "));
        } else {
            line.push(Span::styled(format!(" {key}"), theme.part(Part::Key)));
        }
    }
    line.push(Span::raw("   "));
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

/// What was found, in the order in which it gives way when there is no room.
fn facts(app: &App) -> Vec<String> {
    let mut facts = vec![counted(app.articles.len(), "article", "articles")];
    match &app.findings {
        None => facts.push("comparing …".to_owned()),
        Some(findings) => {
            facts.push(format!("{} shared", findings.places.shared().len()));
            let differ = findings.analysis.discrepancies.len();
            let high = findings.places.high();
            facts.push(if high > 0 { format!("{differ} differ: {high} high") } else { format!("{differ} differ") });
        }
    }
    let notes = app.notebook.notes().len();
    if notes > 0 {
        facts.push(counted(notes, "note", "notes"));
    }
    facts
}
