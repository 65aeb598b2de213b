//! What is wrong with the user's settings, over the view until a key is pressed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Paragraph, Widget};

use crate::text::Span as Bytes;
use crate::text::rows::rows;
use crate::text::width::{columns, shorten};
use crate::tui::settings::Mistakes;
use crate::tui::theme::{Part, Theme};

/// The panel is no wider: longer lines are tiring to read.
const WIDEST: u16 = 96;
/// Columns of the border and the spaces inside it.
const EDGES: u16 = 4;

/// Draws the mistakes from number `top` on in the middle of `area`.
pub fn draw(mistakes: &Mistakes, top: usize, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let width = WIDEST.min(area.width);
    let room = usize::from(width.saturating_sub(EDGES));
    let mut lines: Vec<Line> = Vec::new();
    let widest = mistakes.told.last().map_or(0, |last| last.line.to_string().len());
    for mistake in mistakes.told.iter().skip(top) {
        let number = format!("line {:widest$}  ", mistake.line);
        let indent = columns(&number);
        let text = mistake.reason.as_str();
        for (row, bytes) in rows(text, Bytes::new(0, text.len()), room.saturating_sub(indent)).iter().enumerate() {
            let before = if row == 0 { number.clone() } else { " ".repeat(indent) };
            lines.push(Line::from(vec![
                Span::styled(format!(" {before}"), theme.part(Part::Strong)),
                Span::raw(bytes.span.of(text).to_owned()),
            ]));
        }
    }
    if mistakes.told.is_empty() {
        let text = mistakes.heading.as_str();
        lines.extend(
            rows(text, Bytes::new(0, text.len()), room).iter().map(|row| Line::from(format!(" {}", row.span.of(text)))),
        );
    } else {
        lines.push(Line::default());
        lines.push(Line::styled(
            shorten(" All else in it holds. Any key puts this away.", room),
            theme.part(Part::Quiet),
        ));
    }
    let height = (lines.len() as u16).saturating_add(2).min(area.height);
    let area = area.centered(Constraint::Length(width), Constraint::Length(height));
    let heading = if mistakes.told.is_empty() { "your settings" } else { mistakes.heading.as_str() };
    let title = format!(" {} ", shorten(heading, room));
    let below = (lines.len() + 2).saturating_sub(usize::from(height));
    let mut block =
        Block::bordered().border_type(BorderType::Rounded).border_style(theme.part(Part::Failed)).title(title);
    if below > 0 {
        block = block.title_bottom(" j more ");
    }
    Clear.render(area, buffer);
    Paragraph::new(lines).block(block).render(area, buffer);
}
