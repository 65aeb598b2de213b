//! The letters on what can be jumped to, over the texts.

use ratatui::buffer::Buffer;

use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::labels::{Labels, Target};
use crate::tui::layout::Layout;
use crate::tui::theme::{Part, Theme};

/// Draws the labels that what is typed may still become.
pub fn draw(app: &App, labels: &Labels, theme: Theme, layout: &Layout, buffer: &mut Buffer) {
    let possible = || labels.places.iter().filter(|labelled| labelled.label.starts_with(&labels.typed));
    if let Some(list) = app.list() {
        let first = layout.body.y + app.view.heading_rows() as u16;
        let rows = list.entries().iter().skip(list.top()).zip(first..layout.body.bottom());
        for (&subject, y) in rows {
            for labelled in possible().filter(|labelled| labelled.target == Target::Entry(subject)) {
                put(&labelled.label[labels.typed.len()..], layout.body.x, y, theme, buffer);
            }
        }
        return;
    }
    for (column, &article) in layout.columns.iter().zip(&app.columns) {
        let area = column.text;
        for (below, row) in app.visible_rows(article) {
            let here = possible().filter_map(|labelled| match labelled.target {
                Target::Words(place) if place.article == article && row.span.holds(place.span.start) => {
                    Some((labelled, place))
                }
                _ => None,
            });
            for (labelled, place) in here {
                let before = row.columns_before(app.text(article), place.span.start);
                let rest = &labelled.label[labels.typed.len()..];
                let x = u16::try_from(before).unwrap_or(u16::MAX).min(area.width.saturating_sub(rest.len() as u16));
                put(rest, area.x + x, area.y + below as u16, theme, buffer);
            }
        }
    }
}

/// Puts `label` on the cells from `x`. Of a wide character that it would leave half of, nothing is left.
fn put(label: &str, x: u16, y: u16, theme: Theme, buffer: &mut Buffer) {
    if let Some(left) = x.checked_sub(1)
        && columns(buffer[(left, y)].symbol()) > 1
    {
        buffer[(left, y)].set_symbol(" ");
    }
    let look = theme.part(Part::Label);
    for (character, x) in label.chars().zip(x..) {
        let Some(cell) = buffer.cell_mut((x, y)) else { return };
        let wide = columns(cell.symbol()) > 1;
        cell.reset();
        cell.set_char(character).set_style(look);
        if wide && let Some(right) = buffer.cell_mut((x + 1, y)) {
            right.set_symbol(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::tui::theme::Colours;

    /// `text` with `label` put on its cells from `x`, as the terminal shows it.
    fn check(text: &str, label: &str, x: u16, expected: &str) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, text, Style::new());
        put(label, x, 0, Theme::new(Colours::Sixteen), &mut buffer);
        let mut shown = String::new();
        let mut x = 0;
        while x < 8 {
            let symbol = buffer[(x, 0)].symbol();
            shown.push_str(symbol);
            x += columns(symbol).max(1) as u16;
        }
        assert_eq!((shown.trim_end(), columns(&shown)), (expected, 8), "{label} on {text}");
    }

    #[test]
    fn no_cell_is_off_whatever_lies_beneath() {
        check("one two", "a", 4, "one awo");
        check("世界新", "a", 0, "a 界新");
        check("世界新", "as", 0, "as界新");
        check("x世界", "as", 0, "as 界");
        check("世界新", "a", 1, " a界新");

        check("one two", "as", 7, "one twoa");
    }
}
