//! Which article tells what: a row a fact, a column an article. In a row that conflicts those cells stand out that say
//! something else than the article that is read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::list::{self, cell};
use crate::compare::Status;
use crate::text::width::columns;
use crate::tui::app::{App, Findings};
use crate::tui::list::List;
use crate::tui::lists::columns::Columns;
use crate::tui::lists::facts::Row;
use crate::tui::places::Subject;
use crate::tui::theme::{Part, Theme};

/// Draws the view.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some((list, matrix)) = app.list().zip(app.list_columns()) else { return };
    let headings = [
        list::heading(app, list, &what(app, list), theme, area.width),
        list::articles(app, list, matrix, "     about", theme, area.width),
    ];
    let row = |subject| match (subject, &app.findings) {
        (Subject::Fact(index), Some(findings)) => row(app, findings, index, list, matrix, theme),
        _ => Line::default(),
    };
    list::draw(list, &headings, row, theme, area, buffer);
    let nothing =
        if app.findings.is_none() { "comparing …" } else { "The articles state nothing that can be compared." };
    list::draw_nothing(app, list, nothing, theme, area, buffer);
}

/// `facts: 9 conflicting · 34 shared · 41 single`
fn what(app: &App, list: &List) -> String {
    if app.findings.is_none() {
        return "facts".to_owned();
    }
    let count = |sort: usize| list.counts().get(sort).copied().unwrap_or_default();
    let status = [Status::Conflicting, Status::Shared, Status::Single].iter().enumerate();
    let counted: Vec<_> = status.map(|(sort, status)| format!("{} {}", count(sort), status.name())).collect();
    format!("facts: {}", counted.join(" · "))
}

fn row(app: &App, findings: &Findings, index: usize, list: &List, matrix: Columns, theme: Theme) -> Line<'static> {
    let analysis = &findings.analysis;
    let fact = &analysis.facts[index];
    let quiet = theme.part(Part::Quiet);
    let (sign, look) = match analysis.status(index) {
        Status::Conflicting => ("≠", theme.part(Part::Differs)),
        Status::Shared => ("=", theme.part(Part::Shared)),
        Status::Single => ("·", quiet),
    };
    let places = crate::tui::places::places_of(analysis, Subject::Fact(index));
    let note = app.notebook.note_on(None, &places);
    let noted = note.is_some_and(|note| !note.comment.is_empty());
    let mut line = Vec::from(list::marks(note.map_or_else(Default::default, |note| note.verdict), noted, theme));
    let about = if fact.about.is_empty() {
        Span::styled(cell(fact.kind.name(), matrix.about() - 1), quiet)
    } else {
        Span::raw(cell(&fact.about, matrix.about() - 1))
    };
    line.extend([Span::styled(sign, look), Span::raw(" "), about, Span::raw(" ")]);
    let row = Row::new(analysis, index, app.focus);
    let is_chosen = list.subject() == Some(Subject::Fact(index));
    for article in list::visible(app, list, matrix) {
        let focused = list::focused(is_chosen && article == app.focus);
        let width = matrix.article - 1;
        let Some(told) = row.cell(article) else {
            line.push(Span::styled("–", quiet.add_modifier(focused)));
            line.push(Span::raw(" ".repeat(width)));
            continue;
        };
        let look = if told.differs { theme.part(Part::Differs) } else { Style::new() };
        let words = crate::text::width::shorten(&told.words, width);
        let room = width - columns(&words).min(width);
        line.push(Span::styled(words, look.add_modifier(focused)));
        let value = told.value.map(|value| format!(" ({value})")).filter(|value| columns(value) <= room);
        line.push(Span::styled(cell(&value.unwrap_or_default(), room), quiet));
        line.push(Span::raw(" "));
    }
    Line::from(line)
}
