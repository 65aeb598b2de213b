//! The first line: what is read, and what was found.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::text::width::{columns, shorten};
use crate::tui::app::App;
use crate::tui::theme::{Part, Theme};
use crate::tui::wording::counted;

/// The story's title keeps at least so many columns; what was found gives way, from its end.
const TITLE_COLUMNS: usize = 16;

/// Draws the line.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let name = " variorum   ";
    let width = usize::from(area.width);
    let mut facts = facts(app);
    while columns(&facts.join(" · ")) + columns(name) + TITLE_COLUMNS + 3 > width && facts.len() > 1 {
        facts.remove(0);
    }
    let facts = facts.join(" · ");
    let title = app.articles.first().map_or("", |article| article.title.as_str());
    let room = width.saturating_sub(columns(name) + columns(&facts) + 3);
    let title = shorten(title, room);
    let gap = width.saturating_sub(columns(name) + columns(&title) + columns(&facts) + 1);
    let line = Line::from(vec![
        Span::styled(name, theme.part(Part::Strong)),
        Span::raw(title),
        Span::raw(" ".repeat(gap)),
        Span::styled(facts, theme.part(Part::Quiet)),
    ]);
    buffer.set_line(area.x, area.y, &line, area.width);
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
