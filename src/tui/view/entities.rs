//! Who and what is named: a row a name, a column an article with how often it stands there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use super::list::{self, cell};
use crate::analysis::Analysis;
use crate::link::Entity;
use crate::text::Span;
use crate::text::width::{columns, shorten};
use crate::tui::app::App;
use crate::tui::list::List;
use crate::tui::lists::columns::{COUNT, Columns};
use crate::tui::lists::entities::in_article;
use crate::tui::places::Subject;
use crate::tui::theme::{Part, Theme};
use crate::tui::wording::counted;

/// With so many columns left the sentence of a mention is worth showing.
const CONTEXT_FROM: usize = 28;

/// Draws the view.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some((list, matrix)) = app.list().zip(app.list_columns()) else { return };
    let width = usize::from(area.width);
    let what = match &app.findings {
        Some(_) => counted(list.whole(), "name, by how many articles have it", "names, by how many articles have them"),
        None => "names".to_owned(),
    };
    let before =
        format!(" {}{}{:>COUNT$}", cell("name", matrix.name(width)), cell("kind", Columns::kind(width)), "all");
    let headings = [
        list::heading(app, list, &what, theme, area.width),
        list::articles(app, list, matrix, &before, theme, area.width),
    ];
    let row = |subject| match (subject, &app.findings) {
        (Subject::Entity(index), Some(findings)) => row(app, &findings.analysis, index, list, matrix, theme, width),
        _ => Line::default(),
    };
    list::draw(list, &headings, row, theme, area, buffer);
    let nothing = if app.findings.is_none() { "comparing …" } else { "Nobody and nothing is named." };
    list::draw_nothing(app, list, nothing, theme, area, buffer);
}

fn row(
    app: &App,
    analysis: &Analysis,
    index: usize,
    list: &List,
    matrix: Columns,
    theme: Theme,
    width: usize,
) -> Line<'static> {
    let quiet = theme.part(Part::Quiet);
    let entity = &analysis.entities[index];
    let is_chosen = list.subject() == Some(Subject::Entity(index));
    let name = cell(&entity.name, matrix.name(width) - 1);
    let mut line = vec![
        Piece::raw(" "),
        Piece::styled(name, theme.part(Part::Strong)),
        Piece::raw(" "),
        Piece::styled(cell(entity.kind.name(), Columns::kind(width)), quiet),
        Piece::raw(format!("{:>COUNT$}", entity.mentions.len())),
    ];
    for article in list::visible(app, list, matrix) {
        let count = in_article(&entity.mentions, article).len();
        let (text, look) =
            if count == 0 { ("–".to_owned(), quiet) } else { (count.to_string(), theme.part(Part::Shared)) };
        let focused = list::focused(is_chosen && article == app.focus);
        let text = shorten(&text, COUNT - 1);
        line.push(Piece::raw(" ".repeat(COUNT - columns(&text))));
        line.push(Piece::styled(text, look.add_modifier(focused)));
    }
    let room = width.saturating_sub(matrix.before + matrix.fitting * matrix.article);
    if room >= CONTEXT_FROM {
        line.extend(context(app, analysis, entity, room - 4).map(|words| Piece::styled(format!("   {words}"), quiet)));
    }
    Line::from(line)
}

/// The words around the first mention in the article that is read, or else in the first that has one.
fn context(app: &App, analysis: &Analysis, entity: &Entity, room: usize) -> Option<String> {
    let id = *in_article(&entity.mentions, app.focus).first().or(entity.mentions.first())?;
    let (document, mention) = (analysis.documents.get(id.article.0)?, analysis.mention(id));
    let sentence = document.sentences.get(mention.sentence)?.span;
    let siglum = analysis.articles.get(id.article.0).map_or("", |article| &article.siglum);
    let before = Span::new(sentence.start.min(mention.span.start), mention.span.start).of(&document.text);
    // The name is to be seen, and what leads to it.
    let starts = before.char_indices().filter(|&(_, character)| character == ' ').map(|(space, _)| space + 1);
    let near =
        std::iter::once(0).chain(starts).find(|&start| columns(&before[start..]) <= room / 3).unwrap_or(before.len());
    let left_out = if near > 0 { "…" } else { "" };
    let rest = Span::new(sentence.start.min(mention.span.start) + near, sentence.end.max(mention.span.end));
    let words = rest.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(shorten(&format!("{siglum}: {left_out}{words}"), room))
}
