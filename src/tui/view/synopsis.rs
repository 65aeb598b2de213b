//! The synopsis: under a rule for each band, its sentences in the columns of their articles. The rule says from which
//! paragraph they are, how alike they are, and which articles beside the screen tell the same.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::columns::{gutter, header, line, marks, strip};
use crate::read::ArticleId;
use crate::text::Span;
use crate::text::width::columns;
use crate::tui::app::{App, Findings};
use crate::tui::layout::{Column, Layout};
use crate::tui::paint::within;
use crate::tui::pane::Pane;
use crate::tui::synopsis::{At, Band, CellLine, Order};
use crate::tui::theme::{Part, Theme};

/// Draws the bands that are visible.
pub fn draw(app: &App, theme: Theme, layout: &Layout, buffer: &mut Buffer) {
    let percent = app.sheet.percent();
    for (column, &article) in layout.columns.iter().zip(&app.columns) {
        header(app, article, percent, theme, column.header, buffer);
    }
    let (Some(findings), Some(first)) = (&app.findings, layout.columns.first()) else {
        let area = layout.body;
        buffer.set_stringn(3, area.y + 2, "comparing …", usize::from(area.width) - 3, theme.part(Part::Quiet));
        return;
    };
    let cursor = (app.focus, app.pane().map_or(0, Pane::cursor));
    let current = findings.synopsis.band_at(&findings.analysis, cursor.0, cursor.1);
    let lines: Vec<(At, u16)> = app.sheet.visible().zip(first.text.y..first.text.bottom()).collect();
    for lines in lines.chunk_by(|(one, _), (other, _)| one.band == other.band) {
        let (at, y) = lines[0];
        let Some(index) = app.sheet.band(at.band) else { continue };
        let band = &findings.synopsis.bands()[index];
        if at.line == 0 {
            let look = if current == Some(index) {
                ("━", theme.part(Part::Focused))
            } else {
                ("─", theme.part(Part::Quiet))
            };
            rule(app, findings, band, look, theme, y, layout, buffer);
        }
        for (place, (column, &article)) in layout.columns.iter().zip(&app.columns).enumerate() {
            cell(app, (place, article), lines, theme, column, buffer);
        }
    }
    if let Some(last) = layout.columns.last() {
        let (told, view) = app.sheet.strip();
        strip(told, view, theme, last.strip, buffer);
    }
}

/// Where the terminal's cursor stands.
pub fn cursor(app: &App, layout: &Layout) -> Option<Position> {
    let findings = app.findings.as_ref()?;
    let column: &Column = &layout.columns[app.columns.iter().position(|&article| article == app.focus)?];
    let position = app.pane()?.cursor();
    let (below, row) = app.sheet.cell_of(findings, (app.focus, position))?;
    let x = u16::try_from(row.columns_before(app.text(app.focus), position)).ok()?;
    let y = u16::try_from(below).ok()?;
    (x < column.text.width).then(|| Position::new(column.text.x + x, column.text.y + y))
}

/// The visible lines of one article in a band.
fn cell(
    app: &App,
    (number, article): (usize, ArticleId),
    lines: &[(At, u16)],
    theme: Theme,
    column: &Column,
    buffer: &mut Buffer,
) {
    let found = lines.iter().filter_map(|&(at, y)| Some((app.sheet.cell_line(number, at)?, y)));
    let found: Vec<(CellLine, u16)> = found.collect();
    // What a band has of an article may stand at both its ends: only the marks between near rows are looked at.
    for near in found.chunk_by(|(above, _), (below, _)| are_near(above, below)) {
        let spans = near.iter().filter_map(|(line, _)| match line {
            CellLine::Text(row) => Some(row.span),
            CellLine::From(..) => None,
        });
        let marks = spans.reduce(Span::join).map_or_else(Vec::new, |span| marks(app, article, span));
        for &(found, y) in near {
            let at = |area: Rect| Rect { y, height: 1, ..area };
            match found {
                CellLine::Text(row) => {
                    gutter(within(&marks, row.span), &row, theme, at(column.gutter), buffer);
                    line(app.text(article), &row, &marks, theme, at(column.text), buffer);
                }
                CellLine::From(paragraph, order) => {
                    let (place, part) = place(paragraph, order);
                    buffer.set_stringn(column.text.x, y, place, usize::from(column.text.width), theme.part(part));
                }
            }
        }
    }
}

/// Whether two lines of a cell show words that stand no further apart than what lies between two paragraphs.
fn are_near(above: &CellLine, below: &CellLine) -> bool {
    match (above, below) {
        (CellLine::Text(above), CellLine::Text(below)) => below.span.start <= above.span.end + APART_BYTES,
        _ => false,
    }
}

/// More bytes than these are not only the space between words.
const APART_BYTES: usize = 16;

/// The paragraph that sentences are from, with an arrow that says on which side of here it lies.
fn place(paragraph: usize, order: Order) -> (String, Part) {
    match order {
        Order::Kept => (format!("¶{paragraph}"), Part::Quiet),
        Order::Early => (format!("↓ ¶{paragraph}"), Part::Strong),
        Order::Late => (format!("↑ ¶{paragraph}"), Part::Strong),
    }
}

/// The rule over a band: over all columns when several articles stand in it, else over its own.
#[expect(clippy::too_many_arguments, reason = "what is drawn, where and how")]
fn rule(
    app: &App,
    findings: &Findings,
    band: &Band,
    (sign, look): (&str, Style),
    theme: Theme,
    y: u16,
    layout: &Layout,
    buffer: &mut Buffer,
) {
    let mut end = 0;
    for (column, &article) in layout.columns.iter().zip(&app.columns) {
        let here = band.of(article);
        let Column { header, text, .. } = column;
        if here.is_empty() && band.is_lone() {
            continue;
        }
        let end_of_rule = if app.columns.last() == Some(&article) { text.right() } else { header.right() };
        let room = usize::from(end_of_rule - header.x - 1);
        buffer.set_stringn(header.x + 1, y, sign.repeat(room), room, look);
        let Some(first) = here.first() else { continue };
        let position = findings.analysis.sentence(first.sentence).span.start;
        let paragraph = findings.analysis.paragraph_number(article, position);
        let (place, part) = place(paragraph, first.order);
        let place = format!(" {place} ");
        end = buffer.set_stringn(text.x - 1, y, place, usize::from(text.width), theme.part(part)).0;
    }
    let Some(last) = layout.columns.last() else { return };
    let mut told = beside(app, band, usize::from(last.text.width) / 2);
    if let Some(similarity) = band.similarity {
        told.push(format!("{similarity:.2}"));
    }
    if !told.is_empty() {
        let told = format!(" {} ", told.join(" · "));
        let x = last.text.right().saturating_sub(columns(&told) as u16 + 1);
        if x > end {
            buffer.set_string(x, y, told, theme.part(Part::Quiet));
        }
    }
}

/// The articles that stand in a band and not on the screen; their number where their sigla are too many.
fn beside(app: &App, band: &Band, room: usize) -> Vec<String> {
    let hidden: Vec<ArticleId> = band.articles().filter(|article| !app.columns.contains(article)).collect();
    if hidden.is_empty() || band.is_lone() {
        return Vec::new();
    }
    let sigla: Vec<&str> = hidden.iter().map(|article| app.articles[article.0].siglum.as_str()).collect();
    let told = format!("also {}", sigla.join(" "));
    vec![if columns(&told) > room { format!("also {} more", hidden.len()) } else { told }]
}
