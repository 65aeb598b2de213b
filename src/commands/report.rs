//! One story → its report, on standard output or in a file.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::analysis::analyze;
use crate::cli::{Format, Report, Story};
use crate::config::{self, Settings};
use crate::error::{Error, Result};
use crate::notes::Notebook;
use crate::read::{self, Article, Limits, Opened, harmless_line};
use crate::report::{PLAIN_COLUMNS, annotations, csv, html, json, markdown, plain as plain_text, write_file};

/// The articles of `sources`; without any, those of the bundled story.
///
/// # Errors
///
/// When no source can be read.
pub fn articles(sources: &[PathBuf]) -> Result<Opened> {
    if sources.is_empty() {
        return Ok(Opened { articles: read::bundled(), ..Opened::default() });
    }
    read::open(sources, &limits())
}

/// The limits, with those that the user sets; what is wrong with them is told by the reader.
fn limits() -> Limits {
    let mut limits = Limits::default();
    if let Ok(Some((_, text))) = config::of_user() {
        for setting in Settings::parse(&text).section(config::LIMITS) {
            // A mistake leaves the limit as it is.
            let _ = setting.values.first().map(|value| limits.set(&setting.name, value));
        }
    }
    limits
}

/// The articles of `sources`, with a message for each that could not be read; whether there was any.
fn articles_or_messages(sources: &[PathBuf]) -> Result<(Vec<Article>, Completeness)> {
    let opened = articles(sources)?;
    opened.messages().for_each(|message| warn(&message));
    let complete = if opened.refused.is_empty() { Completeness::Whole } else { Completeness::InPart };
    Ok((opened.articles, complete))
}

/// Whether all sources could be read.
#[derive(Clone, Copy)]
enum Completeness {
    Whole,
    InPart,
}

impl Completeness {
    /// What the command ends with when all else is done.
    fn outcome(self) -> Result<()> {
        match self {
            Self::Whole => Ok(()),
            Self::InPart => Err(Error::Told),
        }
    }
}

/// Prints the comparison.
///
/// # Errors
///
/// When a source or the notes cannot be read, or the report not be written.
pub fn report(options: Report) -> Result<()> {
    let (articles, complete) = articles_or_messages(&options.story.sources)?;
    let notebook = Notebook::open(&articles, options.story.notes)?;
    if let Some(message) = notebook.message() {
        warn(message);
    }
    let analysis = analyze(articles);
    let text = match options.format {
        Format::Markdown => markdown(&analysis, &notebook),
        Format::Html => html(&analysis, &notebook),
        Format::Csv => csv(&analysis, &notebook),
        Format::Annotations => annotations(&analysis, &notebook),
        Format::Json => json(&analysis, &notebook),
        Format::Plain => plain_text(&analysis, &notebook, PLAIN_COLUMNS),
    };
    match options.output {
        Some(path) => write_file(&path, &text)?,
        None => print(&text)?,
    }
    complete.outcome()
}

/// Prints the story and what was found as plain lines of so many columns; of a usual width where none is known.
///
/// # Errors
///
/// When a source or the notes cannot be read, or standard output not be written.
pub fn plain(story: Story, columns: Option<usize>) -> Result<()> {
    let (articles, complete) = articles_or_messages(&story.sources)?;
    let notebook = Notebook::open(&articles, story.notes)?;
    if let Some(message) = notebook.message() {
        warn(message);
    }
    print(&plain_text(&analyze(articles), &notebook, columns.unwrap_or(PLAIN_COLUMNS)))?;
    complete.outcome()
}

/// Prints the settings as they are when the user sets none, the themes after the rest.
///
/// # Errors
///
/// When standard output cannot be written.
pub fn settings(themes: &str) -> Result<()> {
    print(&format!("{}\n{themes}", config::DEFAULTS))
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
    let _ = writeln!(io::stderr(), "variorum: {}", harmless_line(message));
}

impl From<Story> for Report {
    fn from(story: Story) -> Self {
        Self { format: Format::default(), output: None, story }
    }
}
