//! One story → its report, on standard output or in a file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::{Timestamp, Unit};

use crate::analysis::{Analysis, analyze};
use crate::cli::{self, Format, Report, Story};
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
    let at = (!options.reproducible).then(|| Timestamp::now().round(Unit::Second).unwrap_or_default().to_string());
    let manner =
        Manner { excerpts: excerpts(options.excerpts), making: Some(Making { at, command: command(&options) }) };
    let analysis = analyze(articles);
    follow(&mut notebook, &analysis);
    let text = write(form(options.format), &analysis, &notebook, &manner);
    match options.output {
        Some(path) => write_file(&path, &text)?,
        None => print(&text)?,
    }
    complete.outcome()
}

/// The comparison in one of its forms, whole, without a word on how it was made.
pub fn text_of(format: Format, analysis: &Analysis, notebook: &Notebook) -> String {
    write(form(format), analysis, notebook, &Manner::default())
}

const fn form(format: Format) -> Form {
    match format {
        Format::Markdown => Form::Markdown,
        Format::Html => Form::Html,
        Format::Csv => Form::Csv,
        Format::Annotations => Form::Annotations,
        Format::Json => Form::Json,
        Format::Tei => Form::Tei,
        Format::Plain => Form::Plain,
    }
}

const fn excerpts(chosen: cli::Excerpts) -> Excerpts {
    match chosen {
        cli::Excerpts::Full => Excerpts::Full,
        cli::Excerpts::Short => Excerpts::Short,
        cli::Excerpts::None => Excerpts::None,
    }
}

/// The command that makes the same report, to be printed instead of written; of paths that would tell of the folders
/// here, only the last part where the report is to be the same anywhere.
fn command(options: &Report) -> String {
    let format = options.format.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned());
    let mut words = vec!["variorum report --format".to_owned(), format];
    if options.excerpts != cli::Excerpts::default() {
        words.push(format!("--excerpts {}", excerpts(options.excerpts).name()));
    }
    if options.reproducible {
        words.push("--reproducible".to_owned());
    }
    let shown = |path: &Path| {
        let path = if options.reproducible { path.file_name().map_or(path, Path::new) } else { path };
        quoted(&harmless_line(&path.to_string_lossy()))
    };
    if let Some(notes) = &options.story.notes {
        words.push(format!("--notes {}", shown(notes)));
    }
    words.extend(options.story.sources.iter().map(|source| shown(source)));
    words.join(" ")
}

/// A word as a POSIX shell takes it for itself.
fn quoted(word: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "/._-+,:@%".contains(character);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
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
        Self { format: Format::default(), output: None, excerpts: cli::Excerpts::default(), reproducible: false, story }
    }
}
