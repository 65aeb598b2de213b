//! The articles side by side: header, gutter, text and overview strip of each. Only the visible rows are looked at.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use unicode_segmentation::UnicodeSegmentation;

use super::cells::put;
use super::ruled;
use super::tabs::tabs;
use crate::read::{Article, ArticleId};
use crate::segment::ParagraphKind;
use crate::text::Span;
use crate::text::width::{cluster_columns, columns, shorten_start};
use crate::tui::app::App;
use crate::tui::layout::{Column, Layout};
use crate::tui::paint::{Layer, Mark, Marks, flatten, within};
use crate::tui::pane::{Row, Told};
use crate::tui::theme::{Part, Theme};

/// Draws all columns that fit.
pub fn draw(app: &App, theme: Theme, layout: &Layout, buffer: &mut Buffer) {
    for (column, &article) in layout.columns.iter().zip(&app.columns) {
        let pane = &app.panes[article.0];
        header(app, article, pane.percent(app.text(article)), theme, column.header, buffer);
        strip(pane.strip(), pane.strip_in_view(app.text(article)), theme, column.strip, buffer);
        let visible = pane.visible();
        let Some(span) = visible.first().zip(visible.last()).map(|(first, last)| first.span.join(last.span)) else {
            continue;
        };
        let marks = marks(app, article, span);
        let text = app.text(article);
        let mut above = None;
        for (row, y) in visible.iter().zip(column.text.y..) {
            let under_headline = row.span.is_empty() && above == Some(ParagraphKind::Headline);
            if under_headline {
                let rule = "─".repeat(usize::from(column.text.width));
                buffer.set_string(column.text.x, y, rule, theme.part(Part::Quiet));
            }
            above = Some(row.kind);
            gutter(within(&marks, row.span), row, theme, Rect { y, height: 1, ..column.gutter }, buffer);
            line(text, row, &marks, theme, Rect { y, height: 1, ..column.text }, buffer);
        }
    }
}

/// Where the terminal's cursor stands: on the word that the keys act on.
pub fn cursor(app: &App, layout: &Layout) -> Option<Position> {
    let column: &Column = &layout.columns[app.columns.iter().position(|&article| article == app.focus)?];
    let (x, y) = app.pane()?.cursor_cell(app.text(app.focus))?;
    let x = u16::try_from(x).ok().filter(|&x| x < column.text.width)?;
    Some(Position::new(column.text.x + x, column.text.y + u16::try_from(y).ok()?))
}

/// Fewer columns of a place say nothing.
const LEAST_PLACE_COLUMNS: usize = 4;

/// All marks on the visible part of an article, flat.
pub fn marks(app: &App, article: ArticleId, span: Span) -> Vec<Layer> {
    let lasting = app.findings.as_ref().map_or(&[][..], |findings| findings.places.runs(article));
    let passing = app.passing_layers(article, span);
    let layers = within(lasting, span).iter().chain(&passing);
    let layers = layers.map(|layer| Layer::new(layer.span(), layer.marks.without(app.session.marks_off)));
    flatten(&layers.collect::<Vec<_>>())
}

/// The line over a column: which article it is of, and how far that is read.
pub fn header(app: &App, article: ArticleId, percent: usize, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let focused = article == app.focus;
    let (rule, look) = if focused { ("━", theme.part(Part::Focused)) } else { ("─", theme.part(Part::Quiet)) };
    let Some(read) = app.articles.get(article.0) else { return };
    let width = usize::from(area.width);
    let siglum = format!(" {} ", read.siglum);
    let tabs = if app.columns.last() == Some(&article) { tabs(app, theme, width / 2) } else { Vec::new() };
    let end = format!(" {percent}% ");
    let tabs_columns: usize = tabs.iter().map(|piece| columns(&piece.content)).sum();
    let taken = columns(&siglum) + tabs_columns + columns(&end);
    let room = width.saturating_sub(taken + 6);
    let place = place(read, &app.names[article.0], room);
    // A letter or two of it would say no more than the siglum.
    let place = if room < columns(&place).min(LEAST_PLACE_COLUMNS) {
        rule.to_owned()
    } else {
        format!(" {} ", shorten_start(&place, room))
    };
    let gap = width.saturating_sub(taken + columns(&place) + 2);
    let mut line = vec![
        Piece::styled(siglum, theme.part(Part::Strong)),
        Piece::styled(rule, look),
        Piece::styled(place, if focused { Style::new() } else { theme.part(Part::Quiet) }),
        Piece::styled(rule.repeat(gap), look),
    ];
    line.extend(tabs);
    line.push(Piece::styled(end, theme.part(Part::Quiet)));
    ruled(&Line::from(line), rule, look, area, buffer);
}

/// Where an article is from, as fully as there is room: its place, or its name there, with outlet and day.
fn place(read: &Article, name: &str, room: usize) -> String {
    let dateline = read.dateline();
    let told = dateline.iter().flat_map(|told| [&*read.location, name].map(|place| format!("{place} · {told}")));
    told.chain([read.location.clone()]).find(|place| columns(place) <= room).unwrap_or_else(|| name.to_owned())
}

/// The overview: where the article agrees, differs and stands alone; a line beside it says what is in view.
pub fn strip(strip: &[Told], view: Range<usize>, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let whole = !strip.iter().enumerate().any(|(cell, &told)| told != Told::Beyond && !view.contains(&cell));
    for (place, (&told, y)) in strip.iter().zip(area.y..area.bottom()).enumerate() {
        let (sign, part) = match told {
            Told::Beyond => (" ", Part::Quiet),
            Told::Alone => ("▕", Part::Quiet),
            Told::Agrees => ("█", Part::Shared),
            Told::Differs => ("▒", Part::Differs),
        };
        let look = theme.part(part);
        let seen = view.contains(&place);
        let look = if seen { look } else { look.add_modifier(ratatui::style::Modifier::DIM) };
        buffer.set_string(area.x, y, sign, look);
        if seen && !whole && told != Told::Beyond {
            buffer.set_string(area.x - 1, y, "│", theme.part(Part::Strong));
        }
    }
}

/// A bar beside what the apparatus shows, a dagger beside a note; and a sign for the gravest mark in the row.
pub fn gutter(runs: &[Layer], row: &Row, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if row.span.is_empty() {
        return;
    }
    let marks = runs.iter().fold(Marks::default(), |marks, run| marks.and(run.marks));
    if marks.has(Mark::Current) || marks.has(Mark::Beside) {
        buffer.set_string(area.x, area.y, "┃", theme.part(Part::Strong));
    } else if marks.has(Mark::Noted) {
        buffer.set_string(area.x, area.y, "†", theme.part(Part::Noted));
    }
    let sign = [
        (Mark::Differs, "≠", Part::Differs),
        (Mark::Damaged, "!", Part::Damaged),
        (Mark::DiffersRows, "≠", Part::Differs),
        (Mark::DamagedRows, "!", Part::Damaged),
        (Mark::Shared, "=", Part::Shared),
        (Mark::Stated, "=", Part::Shared),
        (Mark::Single, "·", Part::Quiet),
    ];
    if let Some((_, sign, part)) = sign.into_iter().find(|&(mark, ..)| marks.has(mark)) {
        buffer.set_string(area.x + 1, area.y, sign, theme.part(part));
    }
}

/// One row of text, grapheme cluster by cluster, so that no mark is ever off by a cell.
pub fn line(text: &str, row: &Row, marks: &[Layer], theme: Theme, area: Rect, buffer: &mut Buffer) {
    let base = match row.kind {
        ParagraphKind::Headline | ParagraphKind::Heading => theme.part(Part::Heading),
        ParagraphKind::Bullet | ParagraphKind::Body => Style::new(),
    };
    let begins = text.get(..row.span.start).is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with('\n'));
    let is_bullet = row.kind == ParagraphKind::Bullet && begins;
    let mut runs = within(marks, row.span).iter().peekable();
    let mut x = area.x + row.indent as u16;
    for (place, cluster) in row.span.of(text).grapheme_indices(true) {
        let span = Span::new(row.span.start + place, row.span.start + place + cluster.len());
        while runs.next_if(|run| run.span().end <= span.start).is_some() {}
        // A mark may begin or end inside a cluster, as where a search finds an accent: then it is on all of it.
        let here = runs.clone().take_while(|run| run.span().start < span.end);
        let marks = here.fold(Marks::default(), |marks, run| marks.and(run.marks));
        let wide = cluster_columns(cluster) as u16;
        if x + wide > area.right() {
            break;
        }
        let base = if place == 0 && is_bullet { theme.part(Part::Strong) } else { base };
        x = put(cluster, theme.text(marks, base), Position::new(x, area.y), area.right(), buffer);
    }
}
