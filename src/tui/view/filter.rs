//! The sorts that a list's entries have, over it, to choose which are shown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use super::list::cell;
use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::lists::filter::{name, numbers, offered};
use crate::tui::lists::groups;
use crate::tui::theme::{Part, Theme};

/// Columns of a count, with the gap before it.
const COUNT_COLUMNS: usize = 6;
/// Columns of what goes before a sort's name: ` ✓ `.
const BEFORE_COLUMNS: usize = 4;

/// Draws the sorts, the one that the keys act on being number `chosen`, at the right of `area`.
pub fn draw(app: &App, chosen: usize, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(list) = app.list() else { return };
    let groups = groups(app.view);
    let offered = offered(groups, list.counts());
    let longest = offered.iter().map(|&number| columns(name(groups, number))).max().unwrap_or(0);
    let width = BEFORE_COLUMNS + longest + COUNT_COLUMNS + 1;
    let mut lines: Vec<Line> = Vec::new();
    let mut at = 0;
    for (group, known) in groups.iter().enumerate() {
        let mut sorts = offered.iter().filter(|number| numbers(groups, group).contains(number)).peekable();
        if sorts.peek().is_some() {
            lines.push(Line::styled(format!(" {}", known.name), theme.part(Part::Quiet)));
        }
        for &number in sorts {
            let hidden = list.hidden().has(number);
            let (sign, look) = if hidden { (" ", theme.part(Part::Quiet)) } else { ("✓", Style::new()) };
            let count = list.counts()[number];
            let look = if offered.get(chosen) == Some(&number) {
                at = lines.len();
                look.fg(Color::Reset).patch(theme.part(Part::Chosen))
            } else {
                look
            };
            let text = format!("  {sign} {}{count:>COUNT_COLUMNS$} ", cell(name(groups, number), longest));
            lines.push(Line::from(Span::styled(text, look)));
        }
    }
    let height = (lines.len() + 2).min(usize::from(area.height));
    let width = (width + 2).min(usize::from(area.width));
    let area = Rect::new(area.right() - width as u16, area.y, width as u16, height as u16);
    let visible = height.saturating_sub(2);
    let top = (at + 1).saturating_sub(visible);
    let below = lines.len().saturating_sub(top + visible);
    Clear.render(area, buffer);
    let mut block = Block::bordered().border_type(BorderType::Rounded).border_style(theme.part(Part::Quiet));
    block = block.title(" show ");
    if below > 0 {
        block = block.title_bottom(format!(" j {below} more "));
    }
    let inside = block.inner(area);
    block.render(area, buffer);
    for (line, y) in lines.iter().skip(top).zip(inside.y..inside.bottom()) {
        buffer.set_line(inside.x, y, line, inside.width);
    }
}
