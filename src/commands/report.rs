//! One story → its report, on standard output or in a file.

use std::io::{self, Write};
use std::path::PathBuf;

use jiff::Timestamp;

use crate::analysis::analyze;
use crate::cli::{Report, Story};
use crate::error::{Error, Result};
use crate::notes::Notebook;
use crate::read::{self, Article};
use crate::report::{Excerpts, Form, Making, Manner, PLAIN_COLUMNS, follow, plain as plain_text, write, write_file};

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
    let mut articles = articles(&options.story.sources)?;
    let mut notebook = Notebook::open(&articles, options.story.notes.clone())?;
    if let Some(message) = notebook.message() {
        warn(message);
    }
    if options.reproducible {
        for article in &mut articles {
            article.location = article.name().to_owned();
        }
    }
    let at = (!options.reproducible).then(|| Making::at(Timestamp::now()));
    let Report { format, excerpts, reproducible, ref story, .. } = options;
    let command = Making::command(format, excerpts, reproducible, story.notes.as_deref(), &story.sources);
    let manner = Manner { excerpts, making: Some(Making { at, command }) };
    let analysis = analyze(articles);
    follow(&mut notebook, &analysis);
    let text = write(format, &analysis, &notebook, &manner);
    match options.output {
        Some(path) => write_file(&path, &text),
        None => print(&text),
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
        Self { format: Form::default(), output: None, excerpts: Excerpts::default(), reproducible: false, story }
    }
}
