//! What the apparatus says about its subject, as styled rows: the readings, siglum by siglum, with the words around
//! them; then why it is reported; then the user's own note.

use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use super::app::{App, Findings};
use super::paint::Mark;
use super::places::{Subject, is_damage};
use super::theme::{Part, Theme};
use super::wording::{counted, kind_name, verdict_name};
use crate::analysis::Analysis;
use crate::compare::{Severity, Status};
use crate::read::{ArticleId, Excerpt};
use crate::text::width::{columns, shorten};
use crate::text::{Span, rows as wrapping};

/// A row before it is styled: the texts and what they are.
pub type Row = Vec<(String, Look)>;

/// Columns of what a fact is about.
const ABOUT_COLUMNS: usize = 40;

/// What a part of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Running text.
    Plain,
    /// What may stay in the background.
    Quiet,
    /// The summary, a siglum.
    Strong,
    /// The exact words of a reading.
    Words(Mark),
    /// How much a discrepancy matters.
    Severity(Severity),
    /// The user's own words.
    Note,
}

/// Columns at the left of every row.
const INDENT: usize = 2;
/// Of the room that a reading leaves, the words before it get one part in so many.
const PART_BEFORE: usize = 3;

/// All rows about what is shown, for a panel of `width` columns.
pub fn rows(app: &App, width: usize) -> Vec<Row> {
    let Some((findings, shown)) = app.findings.as_ref().zip(app.shown.as_ref()) else { return Vec::new() };
    let analysis = &findings.analysis;
    let room = width.saturating_sub(2 * INDENT);
    // The user's own words come before all that could push them out of sight.
    let comment = app.note().map(|note| note.comment.as_str()).filter(|comment| !comment.is_empty());
    let note = comment.map_or_else(Vec::new, |comment| paragraph(&format!("† {comment}"), room, Look::Note));
    let mut found = match shown.subject {
        Subject::Discrepancy(index) => {
            let discrepancy = &analysis.discrepancies[index];
            let mark = if is_damage(discrepancy.kind) { Mark::Damaged } else { Mark::Differs };
            let mut places = discrepancy.evidence.clone();
            let told = |places: &[Excerpt], article| places.iter().any(|place| place.article == article);
            for place in discrepancy
                .facts
                .iter()
                .filter(|&&fact| fact < analysis.facts.len())
                .flat_map(|&fact| analysis.readings(fact))
            {
                if !told(&places, place.article) {
                    places.push(place);
                }
            }
            places.sort_unstable();
            let mut found = paragraph(&discrepancy.summary, room, Look::Strong);
            found.extend(note);
            found.extend(readings(analysis, &places, mark, room));
            if !is_damage(discrepancy.kind) {
                found.extend(silent(analysis, &places));
            }
            found.extend(paragraph(&discrepancy.explanation, room, Look::Plain));
            found
        }
        Subject::Fact(index) => {
            let mark = match analysis.status(index) {
                Status::Shared => Mark::Shared,
                Status::Conflicting => Mark::Differs,
                Status::Single => Mark::Name,
            };
            let mut found = note;
            found.extend(readings(analysis, &shown.places, mark, room));
            found.extend(silent(analysis, &shown.places));
            found
        }
        Subject::Entity(_) => mentions(analysis, &shown.places, room),
    };
    for row in &mut found {
        row.insert(0, (" ".repeat(INDENT), Look::Plain));
    }
    found
}

/// What is shown, for the panel's upper edge: from the left, and from the right.
pub fn heading(app: &App) -> (Row, Vec<String>) {
    let Some((findings, shown)) = app.findings.as_ref().zip(app.shown.as_ref()) else {
        let state = if app.findings.is_none() { "comparing the articles" } else { "nothing to show yet" };
        return (vec![(state.to_owned(), Look::Quiet)], Vec::new());
    };
    let Findings { analysis, places, .. } = findings;
    let of = |place: usize, count: usize| format!("{} of {count}", place + 1);
    match shown.subject {
        Subject::Discrepancy(index) => {
            let found = &analysis.discrepancies[index];
            let weight = format!("{} · {:.2}", found.severity.name(), found.confidence);
            (
                vec![
                    (format!("d{}", index + 1), Look::Strong),
                    (kind_name(found.kind).to_owned(), Look::Plain),
                    (weight, Look::Severity(found.severity)),
                    (found.rule.to_owned(), Look::Quiet),
                ],
                vec![of(index, analysis.discrepancies.len()), verdict_name(app.verdict()).to_owned()],
            )
        }
        Subject::Fact(index) => {
            let fact = &analysis.facts[index];
            let about = (!fact.about.is_empty()).then(|| (shorten(&fact.about, ABOUT_COLUMNS), Look::Quiet));
            let status = match analysis.grades[index] {
                Some(grade) if analysis.status(index) == Status::Shared => format!("shared · {}", grade.name()),
                _ => analysis.status(index).name().to_owned(),
            };
            let number = places.shared().binary_search(&index).map(|place| of(place, places.shared().len()));
            let left = vec![
                (format!("f{}", index + 1), Look::Strong),
                (fact.kind.name().to_owned(), Look::Plain),
                (status, Look::Plain),
            ];
            let left = left.into_iter().chain(about).collect();
            (left, number.into_iter().chain([verdict_name(app.verdict()).to_owned()]).collect())
        }
        Subject::Entity(index) => {
            let entity = &analysis.entities[index];
            let here = app.here();
            let current =
                shown.places.iter().position(|place| place.article == here.article && place.span.holds(here.position));
            let left = vec![
                (format!("e{}", index + 1), Look::Strong),
                (entity.name.clone(), Look::Plain),
                (entity.kind.name().to_owned(), Look::Quiet),
            ];
            let count = counted(shown.places.len(), "mention", "mentions");
            (left, vec![current.map_or(count.clone(), |place| format!("{} of {count}", place + 1))])
        }
    }
}

/// How `look` looks.
pub fn style(look: Look, theme: Theme) -> Style {
    match look {
        Look::Plain => Style::new(),
        Look::Quiet => theme.part(Part::Quiet),
        Look::Strong => theme.part(Part::Strong),
        Look::Words(mark) => theme.text(mark.into(), Style::new()),
        Look::Severity(severity) => theme.severity(severity),
        Look::Note => theme.part(Part::Noted),
    }
}

/// `row` as ratatui draws it.
pub fn styled(row: Row, theme: Theme) -> Line<'static> {
    row.into_iter().map(|(text, look)| Piece::styled(text, style(look, theme))).collect()
}

/// `text` wrapped, all of one look.
fn paragraph(text: &str, room: usize, look: Look) -> Vec<Row> {
    let lines = text.lines().flat_map(|line| {
        let span = Span::new(0, line.len());
        wrapping::rows(line, span, room).into_iter().map(|row| vec![(row.span.of(line).to_owned(), look)])
    });
    lines.collect()
}

/// A row, or more for long words, for each reading.
fn readings(analysis: &Analysis, places: &[Excerpt], mark: Mark, room: usize) -> Vec<Row> {
    let sigla = places.iter().map(|place| columns(siglum(analysis, place.article))).max().unwrap_or(0);
    places.iter().flat_map(|&place| reading(analysis, place, mark, sigla, room)).collect()
}

fn reading(analysis: &Analysis, place: Excerpt, mark: Mark, sigla: usize, room: usize) -> Vec<Row> {
    let siglum = format!("{:<sigla$} ", siglum(analysis, place.article));
    let number = format!("{:<4} ", format!("¶{}", analysis.paragraph_number(place.article, place.span.start)));
    let room = room.saturating_sub(columns(&siglum) + columns(&number)).max(1);
    let words = one_line(analysis.words_of(place));
    let start = |siglum: String, number: String| vec![(siglum, Look::Strong), (number, Look::Quiet)];
    let free = room.saturating_sub(columns(&words));
    if free == 0 {
        // Words that fill whole rows need no mark to be told from words around them.
        let indent = (" ".repeat(columns(&siglum)), " ".repeat(columns(&number)));
        let mut found: Vec<Row> = Vec::new();
        for row in wrapping::rows(&words, Span::new(0, words.len()), room) {
            let (siglum, number) = if found.is_empty() { (siglum.clone(), number.clone()) } else { indent.clone() };
            let mut line = start(siglum, number);
            line.push((row.span.of(&words).to_owned(), Look::Plain));
            found.push(line);
        }
        return found;
    }
    let (before, after) = around(analysis, place);
    let before = ending(&one_line(before), free / PART_BEFORE);
    let after = beginning(&one_line(after), free - columns(&before));
    let mut row = start(siglum, number);
    row.extend([(before, Look::Plain), (words, Look::Words(mark)), (after, Look::Plain)]);
    vec![row]
}

/// One row for all articles that do not tell it.
fn silent(analysis: &Analysis, places: &[Excerpt]) -> Option<Row> {
    let told = |article: usize| places.iter().any(|place| place.article.0 == article);
    let sigla: Vec<_> = (0..analysis.articles.len())
        .filter(|&article| !told(article))
        .map(|article| siglum(analysis, ArticleId(article)))
        .collect();
    let verb = if sigla.len() == 1 { "does" } else { "do" };
    let text = format!(" –    {verb} not tell it");
    (!sigla.is_empty()).then(|| vec![(sigla.join(" "), Look::Strong), (text, Look::Quiet)])
}

/// A row for each article that names an entity: how often, and in which forms.
fn mentions(analysis: &Analysis, places: &[Excerpt], room: usize) -> Vec<Row> {
    let sigla = places.iter().map(|place| columns(siglum(analysis, place.article))).max().unwrap_or(0);
    let by_article = places.chunk_by(|one, other| one.article == other.article);
    let row = |places: &[Excerpt]| {
        let mut forms: Vec<String> = Vec::new();
        for &place in places.iter().take(FORMS_LOOKED_AT) {
            let form = one_line(analysis.words_of(place));
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        let siglum = format!("{:<sigla$} ", siglum(analysis, places[0].article));
        let count = format!("{:<4} ", format!("{}×", places.len()));
        let room = room.saturating_sub(columns(&siglum) + columns(&count));
        vec![(siglum, Look::Strong), (count, Look::Quiet), (shorten(&forms.join(" · "), room), Look::Plain)]
    };
    by_article.map(row).collect()
}

/// The forms of a name are taken from so many of its mentions in an article: more than a row shows.
const FORMS_LOOKED_AT: usize = 30;

fn siglum(analysis: &Analysis, article: ArticleId) -> &str {
    analysis.articles.get(article.0).map_or("", |article| &article.siglum)
}

/// The rest of the sentence before and after `place`.
fn around(analysis: &Analysis, place: Excerpt) -> (&str, &str) {
    let document = &analysis.documents[place.article.0];
    let sentence =
        |position: usize| document.sentence_at(position).map_or(place.span, |index| document.sentences[index].span);
    let before = Span::new(sentence(place.span.start).start.min(place.span.start), place.span.start);
    let after = Span::new(place.span.end, sentence(place.span.end.saturating_sub(1)).end);
    (before.of(&document.text), after.of(&document.text))
}

/// Line breaks and tabs as spaces.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// The end of `text` in at most `room` columns, from the beginning of a word, with `…` before it when something is
/// left out.
fn ending(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let starts = text.char_indices().filter(|&(_, character)| character == ' ').map(|(space, _)| space + 1);
    let rest = starts.map(|start| &text[start..]).find(|rest| columns(rest) < room);
    rest.map_or(String::new(), |rest| if rest.is_empty() { String::new() } else { format!("…{rest}") })
}

/// The beginning of `text` in at most `room` columns, up to the end of a word, with `…` after it when something is left
/// out.
fn beginning(text: &str, room: usize) -> String {
    let cut = shorten(text, room);
    match cut.strip_suffix('…').and_then(|kept| kept.rfind(' ')) {
        Some(space) if columns(text) > room => format!("{} …", &cut[..space]),
        _ => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_before_are_cut_at_a_word() {
        assert_eq!(ending("the bank will pay ", 30), "the bank will pay ");
        assert_eq!(ending("the bank will pay ", 12), "…will pay ");
        assert_eq!(ending("the bank will pay ", 2), "");
    }

    #[test]
    fn the_words_after_are_cut_at_a_word() {
        assert_eq!(beginning(" will pay today", 30), " will pay today");
        assert_eq!(beginning(" will pay today", 12), " will pay …");
        assert_eq!(beginning("today", 3), "to…");
    }
}
