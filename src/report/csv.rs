//! The comparison as a table, a row a reading: for spreadsheets and for programs that take no JSON.
//!
//! RFC 4180 by a library. What a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises for
//! CSV injection; that is the one way in which a cell may differ from the article's words.

use super::excerpts::Veil;
use super::json::{self, Comparison, Place};
use super::manner::{Manner, PROGRAM};
use crate::analysis::Analysis;
use crate::notes::{Notebook, tags};

/// The columns.
const COLUMNS: [&str; 22] = [
    "finding",
    "kind",
    "rule",
    "severity",
    "confidence",
    "status",
    "grade",
    "summary",
    "source",
    "location",
    "paragraph",
    "start",
    "end",
    "text",
    "value",
    "verdict",
    "note",
    "tags",
    "author",
    "changed",
    "sha256",
    "program",
];

/// A cell that begins with one of these may be taken for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The table, with a line of headings; line ends are CR LF.
pub fn render(analysis: &Analysis, notebook: &Notebook, manner: &Manner) -> String {
    let veil = &Veil::new(manner.excerpts, &analysis.articles);
    let comparison = json::report(analysis, notebook, veil, manner);
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = table.write_record(COLUMNS);
    for row in rows(analysis, notebook, &comparison) {
        let _ = table.write_record(row.iter().map(|cell| guarded(cell)));
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

type Row = [String; COLUMNS.len()];

fn rows(analysis: &Analysis, notebook: &Notebook, comparison: &Comparison) -> Vec<Row> {
    let mut rows = Vec::new();
    for (found, entry) in analysis.discrepancies.iter().zip(&comparison.discrepancies) {
        let note = notebook.note_on(Some(found.rule), &found.evidence);
        for (&excerpt, place) in found.evidence.iter().zip(&entry.evidence) {
            let about = [
                entry.id.clone(),
                entry.kind.to_owned(),
                entry.rule.to_owned(),
                entry.severity.to_owned(),
                entry.confidence.to_string(),
                "discrepancy".to_owned(),
                String::new(),
                entry.summary.clone().into_owned(),
            ];
            let written = notebook.written_on(Some(found.rule), &found.evidence);
            let judged = [
                note.map(|note| note.verdict.name()).unwrap_or_default().to_owned(),
                note.map(|note| note.comment.clone()).unwrap_or_default(),
                note.map(|note| tags(&note.comment).join(" ")).unwrap_or_default(),
                written.map(|written| written.author.clone()).unwrap_or_default(),
                written.and_then(|written| written.modified).map(|time| time.to_string()).unwrap_or_default(),
            ];
            rows.push(row(analysis, about, excerpt, place, String::new(), judged));
        }
    }
    for (index, entry) in comparison.facts.iter().enumerate() {
        for (excerpt, statement) in analysis.readings(index).zip(&entry.mentions) {
            let about = [
                entry.id.clone(),
                entry.kind.to_owned(),
                String::new(),
                String::new(),
                String::new(),
                entry.status.to_owned(),
                entry.grade.unwrap_or_default().to_owned(),
                entry.summary.clone(),
            ];
            let value = statement.value.as_ref().and_then(|value| serde_json::to_string(value).ok());
            let value = value.unwrap_or_default();
            rows.push(row(analysis, about, excerpt, &statement.place, value, Default::default()));
        }
    }
    rows
}

fn row(
    analysis: &Analysis,
    about: [String; 8],
    excerpt: crate::read::Excerpt,
    place: &Place,
    value: String,
    [verdict, note, tags, author, changed]: [String; 5],
) -> Row {
    let article = &analysis.articles[excerpt.article.0];
    let [finding, kind, rule, severity, confidence, status, grade, summary] = about;
    [
        finding,
        kind,
        rule,
        severity,
        confidence,
        status,
        grade,
        summary,
        place.source.to_owned(),
        article.location.clone(),
        analysis.paragraph_number(excerpt.article, excerpt.span.start).to_string(),
        place.start.to_string(),
        place.end.to_string(),
        place.text.clone().into_owned(),
        value,
        verdict,
        note,
        tags,
        author,
        changed,
        article.sha256.clone(),
        PROGRAM.to_owned(),
    ]
}

/// The cell as no spreadsheet reckons it.
fn guarded(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::read::{Article, number};

    fn table(texts: &[&str]) -> Vec<Vec<String>> {
        let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        number(&mut articles);
        let text = render(&analyze(articles), &Notebook::default(), &Manner::default());
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_reading_has_a_row() {
        let rows = table(&["Ten “men”,\nsaid Ann, fled on 3 May 2024.", "Ten men fled on 3 May 2024."]);
        assert_eq!(rows[0], COLUMNS);
        let day: Vec<_> = rows.iter().filter(|row| row[13] == "3 May 2024").map(|row| (&*row[8], &*row[10])).collect();
        assert_eq!(day, [("a", "1"), ("b", "1")]);
        assert!(rows.iter().any(|row| row[14].contains("2024-05-03")));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=cmd()", "+1", "-1", "@x", "\tx"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        assert_eq!(guarded("a=b"), "a=b");
        let rows = table(&["It fell by -5% in 2020.", "It fell by -5% in 2020."]);
        assert!(rows.iter().flatten().any(|cell| cell == "'-5%"));
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with(FORMULA)));
    }
}
