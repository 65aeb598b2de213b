//! One story → its report, on standard output or in a file.

use std::io::{self, Write};
use std::path::PathBuf;

use jiff::Timestamp;

use crate::analysis::analyze;
use crate::cli::{Report, Story};
use crate::config::{self, Settings};
use crate::error::{Error, Result};
use crate::notes::Notebook;
use crate::read::places::{Fetching, Freshness};
use crate::read::{self, Article, Limits, Opened, harmless_line};
use crate::report::{Excerpts, Form, Making, Manner, PLAIN_COLUMNS, follow, plain as plain_text, write, write_file};

/// How addresses are fetched.
pub fn fetching(refresh: bool) -> Fetching {
    let freshness = if refresh { Freshness::Anew } else { Freshness::Kept };
    Fetching { freshness, ..Fetching::default() }
}

/// The limits, with those that the user sets; what is wrong with them is told by the reader.
pub fn limits() -> Limits {
    let mut limits = Limits::default();
    if let Ok(Some((_, text))) = config::of_user() {
        for setting in Settings::parse(&text).section(config::LIMITS) {
            // A mistake leaves the limit as it is.
            let _ = setting.values.first().map(|value| limits.set(&setting.name, value));
        }
    }
    limits
}

/// The articles of some sources, with a message for each that could not be read; without any source, those of the bundled
/// story. And whether all could be read.
pub fn articles(sources: &[PathBuf], refresh: bool) -> Result<(Vec<Article>, Completeness)> {
    let opened = if sources.is_empty() {
        Opened { articles: read::bundled(), ..Opened::default() }
    } else {
        read::sources(sources, &limits(), &fetching(refresh), |_| true)?
    };
    opened.messages().for_each(|message| warn(&message));
    let complete = if opened.refused.is_empty() { Completeness::Whole } else { Completeness::InPart };
    Ok((opened.articles, complete))
}

/// Whether all sources could be read.
#[derive(Clone, Copy)]
pub enum Completeness {
    /// They could.
    Whole,
    /// Some could not, and that is told.
    InPart,
}

impl Completeness {
    /// What the command ends with when all else is done.
    pub fn outcome(self) -> Result<()> {
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
    let (mut articles, complete) = articles(&options.story.sources, options.story.refresh)?;
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
    let (articles, complete) = articles(&story.sources, story.refresh)?;
    let mut notebook = Notebook::open(&articles, story.notes)?;
    if let Some(message) = notebook.message() {
        warn(message);
    }
    let analysis = analyze(articles);
    follow(&mut notebook, &analysis);
    print(&plain_text(&analysis, &notebook, columns.unwrap_or(PLAIN_COLUMNS)))?;
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
        Self { format: Form::default(), output: None, excerpts: Excerpts::default(), reproducible: false, story }
    }
}
