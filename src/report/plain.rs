//! The outline as lines that can be listened to: no tables, no marks, one thing after the other; then the articles, each
//! paragraph with its siglum and number, by which the findings name it.

use super::excerpts::{Excerpts, Veil};
use super::manner::{Making, PROGRAM};
use super::outline::{Citation, Entry, Matrix, Outline, Remark, Row, Run, Source, Summary};
use crate::compare::Status;
use crate::link::FactKind;
use crate::notes::Verdict;
use crate::segment::Document;
use crate::text::Span;
use crate::text::rows::rows;

/// The columns of a row where nothing else is known.
pub const COLUMNS: usize = 80;
/// In fewer columns hardly a word stands beside another.
const LEAST_COLUMNS: usize = 20;

/// The whole story; `documents` are its articles' texts.
pub fn render(
    outline: &Outline,
    documents: &[Document],
    veil: &Veil,
    making: Option<&Making>,
    columns: usize,
) -> String {
    let mut page = Page { text: String::new(), columns: columns.max(LEAST_COLUMNS) };
    articles(&mut page, &outline.articles);
    summary(&mut page, outline);
    if !outline.discrepancies.is_empty() {
        page.heading("Discrepancies, gravest first");
        for (place, entry) in outline.discrepancies.iter().enumerate() {
            discrepancy(&mut page, place + 1, entry);
        }
    }
    facts(&mut page, veil, &outline.facts);
    remarks(&mut page, &outline.notes);
    if veil.is_open() {
        for (source, document) in outline.articles.iter().zip(documents) {
            text(&mut page, source, document);
        }
    }
    about(&mut page, outline, veil, making);
    page.end()
}

/// The rows written so far.
struct Page {
    text: String,
    columns: usize,
}

impl Page {
    /// A line of its own, broken into rows where it is too long.
    fn line(&mut self, line: &str) {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        for row in rows(&line, Span::new(0, line.len()), self.columns) {
            self.text.push_str(row.span.of(&line).trim_end());
            self.text.push('\n');
        }
    }

    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line between gaps.
    fn heading(&mut self, line: &str) {
        self.gap();
        self.line(line);
        self.gap();
    }

    fn end(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
        self.text
    }
}

/// “1 article”, “3 articles”.
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// “a”, “a and b”, “a, b and c”.
fn listed(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// With a full stop, unless something else ends it.
fn ended(sentence: &str) -> String {
    let stop = if sentence.trim_end().ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{}{stop}", sentence.trim_end())
}

fn articles(page: &mut Page, articles: &[Source]) {
    let count_of = count(articles.len(), "article", "articles");
    match articles.first().map(|article| &*article.title) {
        None | Some("") => page.line(&ended(&count_of)),
        Some(title) => page.line(&format!("{count_of}: {title}")),
    }
    page.gap();
    for article in articles {
        let outlet = article.outlet.map(|outlet| format!("{outlet}, ")).unwrap_or_default();
        let byline = article.byline.map(|byline| format!("by {byline}, ")).unwrap_or_default();
        let told = format!("{outlet}{byline}");
        let published = article.published.as_ref().map_or(String::new(), |day| format!(", published {day}"));
        let title = if article.title.is_empty() { String::new() } else { format!(" {}", ended(&article.title)) };
        page.line(&format!(
            "Article {}:{title} ({told}{}{published}, {})",
            article.siglum,
            article.location,
            count(article.words, "word", "words"),
        ));
        for doubt in &article.doubts {
            page.line(&ended(&format!("Of {}: {doubt}", article.siglum)));
        }
    }
}

fn summary(page: &mut Page, outline: &Outline) {
    let Summary { severities, facts, .. } = &outline.summary;
    page.gap();
    let number = |wanted| facts.iter().find(|&&(status, _)| status == wanted).map_or(0, |&(_, number)| number);
    if outline.discrepancies.is_empty() {
        page.line("No discrepancy was found. That is not proof that there is none.");
    } else {
        let graded: Vec<_> =
            severities.iter().map(|(severity, number)| format!("{number} {}", severity.name())).collect();
        let found = count(outline.discrepancies.len(), "discrepancy", "discrepancies");
        page.line(&format!("{found}: {}.", graded.join(", ")));
    }
    let several = number(Status::Shared) + number(Status::Conflicting);
    let several = count(several, "fact told by several articles", "facts told by several articles");
    let differently = number(Status::Conflicting);
    page.line(&format!("{several}, {differently} of them differently; {} told by one alone.", number(Status::Single)));
    for origin in &outline.origins {
        let share = 100.0 * origin.share;
        let agency = origin.agency.as_ref().map_or(String::new(), |agency| format!(" They credit {agency}."));
        page.line(&format!(
            "Articles {} have a common origin: {share:.0} percent of the shorter text stands in the other, word for \
             word.{agency} Where they agree, count them as one witness.",
            origin.sigla
        ));
    }
}

fn discrepancy(page: &mut Page, number: usize, entry: &Entry) {
    page.gap();
    page.line(&ended(&format!("{number}. {}, {}: {}", capital(entry.severity.name()), entry.kind, entry.summary)));
    for (words, context) in &entry.evidence {
        let around = context.as_ref().map_or(String::new(), |context| format!(" In: {}", joined(context)));
        page.line(&format!("{}{around}", citation(words)));
    }
    if !entry.silent.is_empty() {
        let verb = if entry.silent.len() == 1 { "does" } else { "do" };
        page.line(&format!("{} {verb} not tell it.", listed(&entry.silent)));
    }
    page.line(&ended(&format!("Why: {}", entry.explanation)));
    if entry.verdict != Verdict::Open {
        page.line(&format!("Your verdict: {}.", entry.verdict.name()));
    }
    if !entry.comment.is_empty() {
        page.line(&signed(&ended(&format!("Your note: {}", entry.comment)), &entry.signature));
    }
}

fn signed(note: &str, signature: &str) -> String {
    if signature.is_empty() { note.to_owned() } else { format!("{note} Signed {signature}.") }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// “In a, paragraph 3, Jane Doe: “words”.”
fn citation(words: &Citation) -> String {
    let speaker = words.speaker.as_ref().map_or(String::new(), |speaker| format!(", {speaker}"));
    let place = format!("{}, paragraph {}{speaker}", words.siglum, words.paragraph);
    match &words.points {
        Some(points) if words.words.is_empty() => format!("{place}: code points {} to {}.", points.start, points.end),
        _ => format!("{place}: {}", ended(&quoted(&joined(&words.words)))),
    }
}

/// In quotation marks, unless it brings its own.
fn quoted(words: &str) -> String {
    if words.starts_with(['“', '"', '‘', '\'', '«', '„']) { words.to_owned() } else { format!("“{words}”") }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn facts(page: &mut Page, veil: &Veil, matrix: &Matrix) {
    let of = |status: Status| matrix.rows.iter().filter(move |row| Status::of(Some(row.grade)) == status);
    for (heading, status) in [
        ("Facts that several articles tell differently", Status::Conflicting),
        ("Facts that several articles tell alike", Status::Shared),
    ] {
        let mut rows = of(status).peekable();
        if rows.peek().is_some() {
            page.heading(heading);
        }
        for row in rows {
            fact(page, veil, &matrix.sigla, row);
        }
    }
}

/// What it is about, then the different readings, each with the places that have it.
fn fact(page: &mut Page, veil: &Veil, sigla: &[&str], row: &Row) {
    let mut readings: Vec<(&str, Vec<String>)> = Vec::new();
    for (siglum, cell) in
        sigla.iter().zip(&row.cells).flat_map(|(siglum, cells)| cells.iter().map(move |cell| (siglum, cell)))
    {
        let place = format!("{siglum}, paragraph {}", cell.paragraph);
        match readings.iter_mut().find(|(words, _)| *words == cell.words) {
            Some((_, places)) => places.push(place),
            None => readings.push((&cell.words, vec![place])),
        }
    }
    let told: Vec<_> = readings.iter().map(|(words, places)| format!("{words} ({})", places.join("; "))).collect();
    // What a statement is about is what it says.
    let about = match &*row.about {
        _ if row.kind == FactKind::Statement.name() => String::new(),
        "" => format!("{}: ", capital(row.kind)),
        about => format!("{}: ", capital(about)),
    };
    page.gap();
    // What it is about and what is said of it may go on from each other.
    page.line(&veil.told(&format!("{about}{}.", told.join("; "))));
}

fn remarks(page: &mut Page, remarks: &[Remark]) {
    if !remarks.is_empty() {
        page.heading("Your other notes");
    }
    for remark in remarks {
        let places: Vec<_> = remark.places.iter().map(citation).collect();
        let places = if places.is_empty() { "Its words are gone.".to_owned() } else { places.join(" ") };
        let verdict =
            if remark.verdict == Verdict::Open { String::new() } else { format!(" ({})", remark.verdict.name()) };
        let told = format!("{places} Your note{verdict}: {}", ended(&remark.comment));
        page.line(&signed(&told, &remark.signature));
    }
}

/// How the report came about, by which another person can check it; where that is not told, nothing.
fn about(page: &mut Page, outline: &Outline, veil: &Veil, making: Option<&Making>) {
    match veil.excerpts() {
        Excerpts::Full => {}
        Excerpts::Short => page.heading("These texts must not be copied: their words are cut to short excerpts."),
        Excerpts::None => page.heading("These texts must not be copied: places are told instead of their words."),
    }
    let Some(making) = making else { return };
    page.heading("About this report");
    let at = making.at.as_ref().map_or(String::new(), |at| format!(" at {at}"));
    page.line(&format!("Made by {PROGRAM}{at}."));
    page.line(&format!("To make it again: {}", making.command));
    for article in &outline.articles {
        page.line(&format!("SHA-256 of article {}: {}", article.siglum, article.sha256));
    }
}

/// An article's text, each paragraph with its number.
fn text(page: &mut Page, source: &Source, document: &Document) {
    page.heading(&format!("Article {}: {}", source.siglum, source.location));
    for (place, paragraph) in document.paragraphs.iter().enumerate() {
        page.gap();
        page.line(&format!("{} {}. {}", source.siglum, place + 1, paragraph.span.of(&document.text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::notes::Notebook;
    use crate::read::{Article, number};
    use crate::text::width;

    const TEXTS: [&str; 2] = [
        "Ferry aground\n\nThe ferry Aurora ran aground on Tuesday with 247 people on board.\n\n世界新聞 said so.",
        "Ferry aground\n\nThe ferry Aurora ran aground on Tuesday with 274 people on board.",
    ];

    fn story(columns: usize) -> String {
        let mut articles = TEXTS.map(Article::from_text).to_vec();
        number(&mut articles);
        crate::report::plain(&analyze(articles), &Notebook::default(), columns)
    }

    #[test]
    fn no_row_is_too_long_and_none_has_a_mark_that_is_drawn() {
        for columns in [0, 20, 33, 80, 200] {
            let text = story(columns);
            for row in text.lines() {
                assert!(width::columns(row) <= columns.max(LEAST_COLUMNS), "{columns}: {row}");
            }
            assert!(!text.contains(|character| matches!(character, '\u{1b}' | '\t' | '|' | '\u{2500}'..='\u{259f}')));
        }
    }

    #[test]
    fn findings_come_first_and_every_paragraph_has_its_number() {
        let text = story(200);
        let places: Vec<_> =
            ["1. High", "Why: ", "tell alike", "a 1. Ferry", "a 3. 世界新聞 said so.", "b 2. The ferry"]
                .map(|words| text.find(words).unwrap_or_else(|| panic!("no “{words}” in\n{text}")))
                .into();
        assert!(places.is_sorted(), "{text}");
    }

    #[test]
    fn a_story_without_findings_says_so() {
        let text = crate::report::plain(&analyze(vec![Article::from_text("")]), &Notebook::default(), COLUMNS);
        assert!(text.contains("No discrepancy was found."), "{text}");
    }
}
