//! The keys of a place, over the texts.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Paragraph, Widget};

use crate::text::width::{columns, shorten};
use crate::tui::app::App;
use crate::tui::mode::KeyPlace;
use crate::tui::theme::{Part, Theme};

/// Draws the keys of `of` from line `top` in the middle of `area`.
pub fn draw(app: &App, top: usize, of: KeyPlace, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let bindings: Vec<_> = app.keymap.bindings(of).into_iter().filter(|binding| !binding.keys.is_empty()).collect();
    let names: Vec<_> = bindings.iter().map(|binding| binding.keys.join(" ")).collect();
    let widest = names.iter().map(|name| columns(name)).max().unwrap_or(0);
    let longest = bindings.iter().map(|binding| columns(binding.action.help())).max().unwrap_or(0);
    let width = ((widest + longest + 6) as u16).min(area.width);
    let height = (names.len() as u16 + 2).min(area.height - 2);
    let area = Rect { y: 1, height: area.height - 2, ..area };
    let area = area.centered(Constraint::Length(width), Constraint::Length(height));
    let room = usize::from(width).saturating_sub(widest + 6);
    let shown = usize::from(height - 2);
    let top = top.min(names.len().saturating_sub(shown));
    let lines = names.into_iter().zip(&bindings).skip(top).take(shown).map(|(name, binding)| {
        let gap = " ".repeat(widest - columns(&name) + 2);
        Line::from(vec![
            Span::raw(" "),
            Span::styled(name, theme.part(Part::Strong)),
            Span::raw(gap),
            Span::raw(shorten(binding.action.help(), room)),
        ])
    });
    let below = bindings.len().saturating_sub(top + shown);
    let mut block = Block::bordered().border_type(BorderType::Rounded).border_style(theme.part(Part::Quiet));
    block = block.title(format!(" keys: {} ", of.name().to_lowercase()));
    if below > 0 {
        block = block.title_bottom(format!(" j {below} more "));
    }
    Clear.render(area, buffer);
    Paragraph::new(lines.collect::<Vec<_>>()).block(block).render(area, buffer);
}
