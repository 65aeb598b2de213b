//! What the views that are lists have in common: a heading, and a row for each entry that is visible.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};

use super::cells::{put, put_line};
use crate::notes::Verdict;
use crate::read::ArticleId;
use crate::text::Span as Bytes;
use crate::text::rows::rows;
use crate::text::width::{columns, shorten};
use crate::tui::app::App;
use crate::tui::list::List;
use crate::tui::lists::columns::Columns;
use crate::tui::lists::{filter, groups};
use crate::tui::places::Subject;
use crate::tui::theme::{Part, Theme};

/// Draws `headings`, and under them the visible entries of `list` as `row` makes them.
pub fn draw<'a>(
    list: &List,
    headings: &[Line],
    row: impl Fn(Subject) -> Line<'a>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    for (heading, y) in headings.iter().zip(area.y..area.bottom()) {
        put_line(heading, Position::new(area.x, y), area.right(), buffer);
    }
    let first = area.y + headings.len() as u16;
    let visible = list.entries().iter().enumerate().skip(list.top());
    for ((place, &subject), y) in visible.zip(first..area.bottom()) {
        put_line(&row(subject), Position::new(area.x, y), area.right(), buffer);
        if place == list.chosen() {
            // One bar, whatever the colours of what stands in it.
            let row = Rect { y, height: 1, ..area };
            buffer.set_style(row, Style::new().fg(Color::Reset).patch(theme.part(Part::Chosen)));
        }
    }
}

/// Says why there are no entries: they are not there yet, there are none (then `nothing`), or they are all hidden.
pub fn draw_nothing(app: &App, list: &List, nothing: &str, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if !list.entries().is_empty() {
        return;
    }
    let text = if list.whole() > 0 {
        let key = app.session.keymap.key(app.place(), crate::tui::action::Action::Filter).unwrap_or("the palette");
        format!("The filter hides all {}; {key} changes it.", list.whole())
    } else {
        nothing.to_owned()
    };
    let first = area.y + app.view.heading_rows() as u16 + 1;
    let rows = rows(&text, Bytes::new(0, text.len()), usize::from(area.width).saturating_sub(4).min(TEXT_COLUMNS));
    for (row, y) in rows.into_iter().zip(first..area.bottom()) {
        let at = Position::new(area.x + 2, y);
        put(row.span.of(&text), theme.part(Part::Quiet), at, area.right(), buffer);
    }
}

/// Longer rows are tiring to read.
const TEXT_COLUMNS: usize = 96;

/// `text` in one line of exactly `width` columns, cut or filled up.
pub fn cell(text: &str, width: usize) -> String {
    let text = shorten(&text.replace(char::is_control, " "), width);
    let gap = width.saturating_sub(columns(&text));
    format!("{text}{}", " ".repeat(gap))
}

/// A heading: what the list is of, what of it is shown, and at the right where in it the chosen entry is.
pub fn heading(app: &App, list: &List, what: &str, theme: Theme, width: u16) -> Line<'static> {
    let told = filter::told(list.hidden(), groups(app.view)).join(" · ");
    let place = if list.entries().is_empty() { 0 } else { list.chosen() + 1 };
    let hidden = list.whole() - list.entries().len();
    let place = match (list.whole(), hidden) {
        (0, _) => String::new(),
        (_, 0) => format!(" {place} of {} ", list.entries().len()),
        _ => format!(" {place} of {} · {hidden} hidden ", list.entries().len()),
    };
    let room = usize::from(width).saturating_sub(columns(&place));
    let what = shorten(&format!(" {what}"), room);
    let told = if told.is_empty() { told } else { format!("   {told}") };
    let told = cell(&told, room.saturating_sub(columns(&what)));
    Line::from(vec![
        Span::styled(what, theme.part(Part::Strong)),
        Span::styled(told, theme.part(Part::Noted)),
        Span::styled(place, theme.part(Part::Quiet)),
    ])
}

/// The heading of a matrix's columns: `before`, then the articles that fit, and how many lie beyond.
pub fn articles(app: &App, list: &List, matrix: Columns, before: &str, theme: Theme, width: u16) -> Line<'static> {
    let quiet = theme.part(Part::Quiet);
    let sign = if list.left() > 0 { format!("‹ {} ", list.left()) } else { String::new() };
    let room = matrix.before.saturating_sub(columns(&sign));
    let mut line = vec![Span::styled(format!("{}{sign}", cell(before, room)), quiet)];
    let beyond = app.articles.len().saturating_sub(list.left() + matrix.fitting);
    let sign = if beyond > 0 { format!(" {beyond} ›") } else { String::new() };
    let mut room = usize::from(width).saturating_sub(matrix.before + columns(&sign));
    for place in visible(app, list, matrix) {
        let article = &app.articles[place.0];
        let focused = place == app.focus;
        let look = if focused { theme.part(Part::Focused).add_modifier(Modifier::UNDERLINED) } else { quiet };
        let width = matrix.article.min(room);
        room -= width;
        // Narrow columns are of counts, and stand to the right.
        let (gap, name) = if matrix.article < NAMED_FROM {
            let siglum = shorten(&article.siglum, width.saturating_sub(1));
            (width.saturating_sub(columns(&siglum)), siglum)
        } else {
            // A path says most at its end.
            let name = article.name();
            (0, shorten(&format!("{} {name}", article.siglum), width.saturating_sub(2)))
        };
        let after = width.saturating_sub(gap + columns(&name));
        line.extend([Span::raw(" ".repeat(gap)), Span::styled(name, look), Span::raw(" ".repeat(after))]);
    }
    line.push(Span::styled(sign, quiet));
    Line::from(line)
}

/// From so many columns on an article's column has room for its name.
const NAMED_FROM: usize = 8;

/// How the cell is set off in which the chosen entry and the article that is read meet.
pub fn focused(meet: bool) -> Modifier {
    if meet { Modifier::UNDERLINED } else { Modifier::empty() }
}

/// The articles whose columns are on the screen.
pub fn visible(app: &App, list: &List, columns: Columns) -> impl Iterator<Item = ArticleId> {
    (list.left()..(list.left() + columns.fitting).min(app.articles.len())).map(ArticleId)
}

/// Two signs at the left of a row: the user's verdict, and whether there is a comment.
pub fn marks(verdict: Verdict, noted: bool, theme: Theme) -> [Span<'static>; 3] {
    let (mark, look) = match verdict {
        Verdict::Open => (" ", Style::new()),
        Verdict::Confirmed => ("✓", theme.part(Part::Strong)),
        Verdict::Dismissed => ("✗", theme.part(Part::Quiet)),
        Verdict::NeedsChecking => ("?", theme.part(Part::Noted)),
    };
    let note = if noted { "†" } else { " " };
    [Span::raw(" "), Span::styled(mark, look), Span::styled(note, theme.part(Part::Noted))]
}

/// Columns for the sigla of as many articles as there are, but no more than one part in so many of a list's.
const SIGLA_PART: usize = 8;
/// At least so many columns: enough for “10 of 12”.
const SIGLA_LEAST_COLUMNS: usize = 8;

/// How many columns of a list so wide are for the sigla of the articles concerned.
pub fn sigla_columns(app: &App, width: u16) -> usize {
    let all: usize = app.articles.iter().map(|read| columns(&read.siglum) + 1).sum();
    all.saturating_sub(1).min((usize::from(width) / SIGLA_PART).max(SIGLA_LEAST_COLUMNS))
}

/// The sigla of these articles, each once, filled up to `width` columns; how many they are where they do not fit.
pub fn sigla(app: &App, articles: impl Iterator<Item = ArticleId>, width: usize) -> String {
    let mut articles: Vec<_> = articles.collect();
    articles.dedup();
    let sigla = articles.iter().filter_map(|article| app.articles.get(article.0)).map(|read| read.siglum.as_str());
    let sigla = sigla.collect::<Vec<_>>().join(" ");
    if columns(&sigla) <= width {
        return cell(&sigla, width);
    }
    let (some, all) = (articles.len(), app.articles.len());
    cell(&if some == all { format!("all {all}") } else { format!("{some} of {all}") }, width)
}
