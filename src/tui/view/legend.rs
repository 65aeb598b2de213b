//! What each mark means, over the texts, so that a mark that is switched is seen to come and go.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Paragraph, Widget};

use super::list::cell;
use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::layout::Layout;
use crate::tui::marking::Marking;
use crate::tui::mode::KeyPlace;
use crate::tui::theme::{Part, Theme};

/// Columns of a mark's name and the gap after it.
const NAME_COLUMNS: usize = 13;
/// Columns of the key, and of the sign, with the gaps after them.
const KEY_COLUMNS: usize = 4;
const SIGN_COLUMNS: usize = 4;

/// The signs that cannot be switched: those of the overview and of what is current.
const OTHERS: [(&str, &str, Part, &str); 5] = [
    ("┃", "current", Part::Strong, "what the apparatus shows"),
    ("█", "agrees", Part::Shared, "overview: another article tells it alike"),
    ("▒", "differs", Part::Differs, "overview: it differs or is damaged"),
    ("▕", "alone", Part::Quiet, "overview: this article alone tells it"),
    ("│", "in view", Part::Strong, "overview: what is on the screen"),
];

/// Draws the legend over the texts, or over the apparatus, too, where it has no room; as much of it as the screen holds.
pub fn draw(app: &App, theme: Theme, layout: &Layout, buffer: &mut Buffer) {
    let quiet = theme.part(Part::Quiet);
    let switched = Marking::ALL.into_iter().map(|marking| {
        let key = app.session.keymap.key(KeyPlace::Legend, marking.action()).unwrap_or_default();
        let off = marking.is_off(app.session.marks_off);
        let (sign, part) = marking.sign().unwrap_or((" ", Part::Quiet));
        let words = marking.marks().first().map_or(Style::new(), |&mark| theme.text(mark.into(), Style::new()));
        let name = marking.name();
        let mut line = vec![
            Span::styled(cell(&format!(" {key}"), KEY_COLUMNS), theme.part(Part::Strong)),
            Span::styled(cell(if off { "" } else { sign }, SIGN_COLUMNS), theme.part(part)),
            Span::styled(name, if off { quiet } else { words }),
            Span::raw(" ".repeat(NAME_COLUMNS.saturating_sub(columns(name)))),
        ];
        line.push(if off { Span::styled("off", quiet) } else { Span::raw(marking.meaning()) });
        Line::from(line)
    });
    let others = OTHERS.iter().map(|&(sign, name, part, meaning)| {
        Line::from(vec![
            Span::raw(" ".repeat(KEY_COLUMNS)),
            Span::styled(cell(sign, SIGN_COLUMNS), theme.part(part)),
            Span::raw(cell(name, NAME_COLUMNS)),
            Span::raw(meaning),
        ])
    });
    let lines: Vec<Line> = switched.chain(others).collect();
    let longest = OTHERS.iter().map(|other| other.3).chain(Marking::ALL.map(Marking::meaning)).map(columns).max();
    let width = KEY_COLUMNS + SIGN_COLUMNS + NAME_COLUMNS + longest.unwrap_or(0) + 3;
    let height = lines.len() as u16 + 2;
    let area = if height <= layout.body.height { layout.body } else { layout.body.union(layout.apparatus) };
    let area =
        area.centered(Constraint::Length((width as u16).min(area.width)), Constraint::Length(height.min(area.height)));
    let block = Block::bordered().border_type(BorderType::Rounded).border_style(quiet).title(" legend ");
    Clear.render(area, buffer);
    Paragraph::new(lines).block(block).render(area, buffer);
}
