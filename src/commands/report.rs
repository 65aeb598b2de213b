//! One story → its report, on standard output or in a file.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::analysis::{Analysis, analyze};
use crate::cli::{Format, Report, Story};
use crate::error::{Error, Result};
use crate::notes::Notebook;
use crate::read::{self, Article};
use crate::report::{PLAIN_COLUMNS, annotations, csv, follow, html, json, markdown, plain as plain_text, write_file};

/// The articles of `sources`; without any, those of the bundled story.
///
/// # Errors
///
/// When a source cannot be read.
pub fn articles(sources: &[PathBuf]) -> Result<Vec<Article>> {
    if sources.is_empty() { Ok(read::bundled()) } else { read::open(sources) }
}

/// Prints the comparison.
///
/// # Errors
///
/// When a source or the notes cannot be read, or the report not be written.
pub fn report(options: Report) -> Result<()> {
    let articles = articles(&options.story.sources)?;
    let mut notebook = Notebook::open(&articles, options.story.notes)?;
    if let Some(message) = notebook.message() {
        warn(message);
    }
    let analysis = analyze(articles);
    follow(&mut notebook, &analysis);
    let text = text_of(options.format, &analysis, &notebook);
    match options.output {
        Some(path) => write_file(&path, &text),
        None => print(&text),
    }
}

/// The comparison in one of its forms.
pub fn text_of(format: Format, analysis: &Analysis, notebook: &Notebook) -> String {
    match format {
        Format::Markdown => markdown(analysis, notebook),
        Format::Html => html(analysis, notebook),
        Format::Csv => csv(analysis, notebook),
        Format::Annotations => annotations(analysis, notebook),
        Format::Json => json(analysis, notebook),
        Format::Plain => plain_text(analysis, notebook, PLAIN_COLUMNS),
    }
}

/// Prints the story and what was found as plain lines of so many columns; of a usual width where none is known.
///
/// # Errors
///
/// When a source or the notes cannot be read, or standard output not be written.
pub fn plain(story: Story, columns: Option<usize>) -> Result<()> {
    let articles = articles(&story.sources)?;
    let mut notebook = Notebook::open(&articles, story.notes)?;
    if let Some(message) = notebook.message() {
        warn(message);
    }
    let analysis = analyze(articles);
    follow(&mut notebook, &analysis);
    print(&plain_text(&analysis, &notebook, columns.unwrap_or(PLAIN_COLUMNS)))
}

/// Prints the settings as they are when the user sets none, the themes after the rest.
///
/// # Errors
///
/// When standard output cannot be written.
pub fn settings(themes: &str) -> Result<()> {
    print(&format!("{}\n{themes}", crate::config::DEFAULTS))
}

fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|cause| Error::Stream { attempt: "write to standard output", cause })
}

/// A message to the person who started the program, beside the results.
pub fn warn(message: &str) {
    // A message that cannot be shown must not stop the work.
    let _ = writeln!(io::stderr(), "variorum: {message}");
}

impl From<Story> for Report {
    fn from(story: Story) -> Self {
        Self { format: Format::default(), output: None, story }
    }
}
