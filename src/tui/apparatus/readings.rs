//! The readings one by one: the exact words of each article among the words around them, and beside them what they say
//! as a value, and how that stands to the other readings.

use super::value::{beside, grades, value_at};
use super::{Look, Row};
use crate::analysis::Analysis;
use crate::compare::Grade;
use crate::read::{ArticleId, Excerpt};
use crate::text::width::{columns, shorten};
use crate::text::{Span, rows as wrapping};
use crate::tui::paint::Mark;

/// Of the room that a reading leaves, the words before it get one part in so many.
const PART_BEFORE: usize = 3;
/// Values stand at the right while the words keep so many columns; below, each under its words.
const WORDS_COLUMNS: usize = 32;
/// Columns between the words and the values.
const GAP: usize = 2;
/// So many readings are graded one by one; of two the heading says it.
const GRADED_FROM: usize = 3;

/// What stands beside the words of a reading.
#[derive(Clone, Debug, Default)]
struct Margin {
    value: String,
    grade: Option<Grade>,
}

/// A row, or more for long words, for each reading; `whole` is the grade of the fact that they are the readings of.
pub fn rows(analysis: &Analysis, places: &[Excerpt], mark: Mark, whole: Option<Grade>, room: usize) -> Vec<Row> {
    let sigla = places.iter().map(|place| columns(siglum(analysis, place.article))).max().unwrap_or(0);
    let margins = margins(analysis, places, whole);
    let values = margins.iter().map(|margin| columns(&margin.value)).max().unwrap_or(0);
    let grades = margins.iter().filter_map(|margin| margin.grade).map(|grade| grade.name().len()).max().unwrap_or(0);
    let margin_columns = [values, grades].iter().filter(|&&wide| wide > 0).map(|wide| wide + GAP).sum::<usize>();
    let fixed = sigla + 1 + NUMBER_COLUMNS;
    let beside = margin_columns + fixed + WORDS_COLUMNS <= room;
    let words_room = if beside { room - margin_columns } else { room };
    let mut found = Vec::new();
    for (&place, margin) in places.iter().zip(&margins) {
        let mut rows = reading(analysis, place, mark, sigla, words_room);
        if beside {
            if let Some(first) = rows.first_mut() {
                let taken: usize = first.iter().map(|(text, _)| columns(text)).sum();
                let mut blank = words_room.saturating_sub(taken);
                if values > 0 {
                    first.push((" ".repeat(blank + GAP), Look::Plain));
                    first.push((margin.value.clone(), Look::Quiet));
                    blank = values - columns(&margin.value);
                }
                if let Some(grade) = margin.grade {
                    first.push((" ".repeat(blank + GAP), Look::Plain));
                    first.push((grade.name().to_owned(), grade_look(grade)));
                }
            }
        } else if !margin.value.is_empty() || margin.grade.is_some() {
            let mut row = vec![(" ".repeat(fixed), Look::Plain), (margin.value.clone(), Look::Quiet)];
            if let Some(grade) = margin.grade {
                let gap = if margin.value.is_empty() { 0 } else { GAP };
                row.push((format!("{}{}", " ".repeat(gap), grade.name()), grade_look(grade)));
            }
            rows.push(row);
        }
        found.extend(rows);
    }
    found
}

/// One row for all articles that do not tell it.
pub fn silent(analysis: &Analysis, places: &[Excerpt], room: usize) -> Option<Row> {
    let told: std::collections::BTreeSet<_> = places.iter().map(|place| place.article).collect();
    let sigla: Vec<_> = (0..analysis.articles.len())
        .map(ArticleId)
        .filter(|article| !told.contains(article))
        .map(|article| siglum(analysis, article))
        .collect();
    let verb = if sigla.len() == 1 { "does" } else { "do" };
    let text = format!(" –    {verb} not tell it");
    let room = room.saturating_sub(columns(&text)).max(1);
    (!sigla.is_empty()).then(|| vec![(shorten(&sigla.join(" "), room), Look::Strong), (text, Look::Quiet)])
}

/// Columns of a paragraph's number and the space after it.
const NUMBER_COLUMNS: usize = 5;

/// `¶3`, filled up.
fn number(analysis: &Analysis, place: Excerpt) -> String {
    format!("{:<1$} ", paragraph(analysis, place), NUMBER_COLUMNS - 1)
}

/// The paragraph of `place`, as it is named: `¶3`.
pub fn paragraph(analysis: &Analysis, place: Excerpt) -> String {
    format!("¶{}", analysis.paragraph_number(place.article, place.span.start))
}

fn margins(analysis: &Analysis, places: &[Excerpt], whole: Option<Grade>) -> Vec<Margin> {
    let told: Vec<_> = places.iter().map(|&place| (value_at(analysis, place), analysis.words_of(place))).collect();
    let mut margins: Vec<Margin> = told
        .iter()
        .map(|&(value, words)| Margin {
            value: value.and_then(|value| beside(value, words)).unwrap_or_default(),
            grade: None,
        })
        .collect();
    if let Some(whole) = whole.filter(|_| places.len() >= GRADED_FROM) {
        for (margin, grade) in margins.iter_mut().zip(grades(&told, whole)) {
            margin.grade = grade;
        }
    }
    margins
}

fn grade_look(grade: Grade) -> Look {
    if grade == Grade::Conflict { Look::Words(Mark::Differs) } else { Look::Quiet }
}

fn reading(analysis: &Analysis, place: Excerpt, mark: Mark, sigla: usize, room: usize) -> Vec<Row> {
    let siglum = format!("{:<sigla$} ", siglum(analysis, place.article));
    let number = number(analysis, place);
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

/// The siglum of an article.
pub fn siglum(analysis: &Analysis, article: ArticleId) -> &str {
    analysis.articles.get(article.0).map_or("", |article| &article.siglum)
}

/// The rest of the sentence before and after `place`.
pub fn around(analysis: &Analysis, place: Excerpt) -> (&str, &str) {
    let document = &analysis.documents[place.article.0];
    let sentence =
        |position: usize| document.sentence_at(position).map_or(place.span, |index| document.sentences[index].span);
    let before = Span::new(sentence(place.span.start).start.min(place.span.start), place.span.start);
    let after = Span::new(place.span.end, sentence(place.span.end.saturating_sub(1)).end);
    (before.of(&document.text), after.of(&document.text))
}

/// Line breaks and tabs as spaces.
pub fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// The end of `text` in at most `room` columns, from the beginning of a word, with `…` before it when something is
/// left out.
pub fn ending(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let starts = text.char_indices().filter(|&(_, character)| character == ' ').map(|(space, _)| space + 1);
    let rest = starts.map(|start| &text[start..]).find(|rest| columns(rest) < room);
    rest.map_or(String::new(), |rest| if rest.is_empty() { String::new() } else { format!("…{rest}") })
}

/// The beginning of `text` in at most `room` columns, up to the end of a word, with `…` after it when something is left
/// out.
pub fn beginning(text: &str, room: usize) -> String {
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
