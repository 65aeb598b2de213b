//! An analysis and the user's notes → text for others: Markdown and HTML for people, plain lines for their ears, JSON,
//! CSV and annotations for programs.
//!
//! [`outline`] settles what a report says and in which order, [`markdown`], [`html`] and [`plain`] only how it is
//! written. The JSON has its own shapes, so that renaming a field inside changes no user's file.

mod annotations;
mod csv;
mod excerpts;
mod follow;
mod html;
mod json;
mod manner;
mod markdown;
mod outline;
mod plain;
mod plain_json;
mod summary;
mod tei;
mod value;
mod worded;

use std::io::{self, Write};
use std::path::Path;

use crate::analysis::Analysis;
use crate::error::{Error, Result};
use crate::notes::Notebook;
use excerpts::Veil;

pub use excerpts::Excerpts;
pub use follow::follow;
pub use json::{Comparison, comparison};
pub use manner::{Making, Manner};
pub use plain::COLUMNS as PLAIN_COLUMNS;
pub use plain_json::to_json;
pub use value::{Found, found};
pub use worded::{grouped, sign, worded};

/// The report in Markdown: everything that was found, for a person who wants to check it.
///
/// ```
/// use variorum::{analysis::analyze, notes::Notebook, read::Article, report};
///
/// let story = analyze(vec![Article::from_text("Ten men fled."), Article::from_text("Ten men ran away.")]);
/// assert!(report::markdown(&story, &Notebook::default()).starts_with("# "));
/// ```
pub fn markdown(analysis: &Analysis, notebook: &Notebook) -> String {
    write(Form::Markdown, analysis, notebook, &Manner::default())
}

/// The report as one HTML file, without a script or anything from elsewhere.
///
/// ```
/// use variorum::{analysis::analyze, notes::Notebook, read::Article, report};
///
/// let story = analyze(vec![Article::from_text("Ten <b>men</b> fled."), Article::from_text("Ten men ran away.")]);
/// let page = report::html(&story, &Notebook::default());
/// assert!(page.starts_with("<!DOCTYPE html>") && !page.contains("<b>men"));
/// ```
pub fn html(analysis: &Analysis, notebook: &Notebook) -> String {
    write(Form::Html, analysis, notebook, &Manner::default())
}

/// The comparison as CSV (RFC 4180), a row a reading of a discrepancy or a fact.
///
/// ```
/// use variorum::{analysis::analyze, notes::Notebook, read::Article, report};
///
/// let story = analyze(vec![Article::from_text("Ten men fled."), Article::from_text("Ten men ran away.")]);
/// assert!(report::csv(&story, &Notebook::default()).starts_with("finding,kind,"));
/// ```
pub fn csv(analysis: &Analysis, notebook: &Notebook) -> String {
    write(Form::Csv, analysis, notebook, &Manner::default())
}

/// The discrepancies, the facts that several articles tell, and the notes as a W3C Web Annotation collection.
///
/// ```
/// use variorum::{analysis::analyze, notes::Notebook, read::Article, report};
///
/// let story = analyze(vec![Article::from_text("Ten men fled."), Article::from_text("Ten men ran away.")]);
/// assert!(report::annotations(&story, &Notebook::default()).contains("\"TextPositionSelector\""));
/// ```
pub fn annotations(analysis: &Analysis, notebook: &Notebook) -> String {
    write(Form::Annotations, analysis, notebook, &Manner::default())
}

/// The story as plain text in rows of at most `columns` columns (at least 20): what was found, then the articles.
///
/// ```
/// use variorum::{analysis::analyze, notes::Notebook, read::Article, report};
///
/// let story = analyze(vec![Article::from_text("Ten men fled."), Article::from_text("Ten men ran away.")]);
/// assert!(report::plain(&story, &Notebook::default(), 80).ends_with("Ten men ran away.\n"));
/// ```
pub fn plain(analysis: &Analysis, notebook: &Notebook, columns: usize) -> String {
    plain_in(analysis, notebook, &Manner::default(), columns)
}

/// The report in JSON, in the form `variorum/comparison/1`.
pub fn json(analysis: &Analysis, notebook: &Notebook) -> String {
    write(Form::Json, analysis, notebook, &Manner::default())
}

/// The comparison as a TEI P5 document, with an apparatus of what several articles tell in much the same words.
///
/// ```
/// use variorum::{analysis::analyze, notes::Notebook, read::Article, report};
///
/// let story = analyze(vec![Article::from_text("Ten men fled."), Article::from_text("Ten men ran away.")]);
/// assert!(report::tei(&story, &Notebook::default()).contains("<witness xml:id=\"a\""));
/// ```
pub fn tei(analysis: &Analysis, notebook: &Notebook) -> String {
    write(Form::Tei, analysis, notebook, &Manner::default())
}

/// The forms that a report may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// For people, and for programs that show Markdown.
    #[default]
    Markdown,
    /// One page for a browser.
    Html,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// A W3C Web Annotation collection.
    Annotations,
    /// TEI P5 with an apparatus.
    Tei,
    /// Lines without tables or marks.
    Plain,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Markdown, Self::Html, Self::Json, Self::Csv, Self::Annotations, Self::Tei, Self::Plain];

    /// Its name on the command line and in the reader.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Annotations => "annotations",
            Self::Tei => "tei",
            Self::Plain => "plain",
        }
    }

    /// How the name of a file of this form ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Annotations => "jsonld",
            Self::Tei => "xml",
            Self::Plain => "txt",
            Self::Html | Self::Json | Self::Csv => self.name(),
        }
    }
}

/// The report in any form, with as many of the articles' words and as much about its making as `manner` says.
///
/// ```
/// use variorum::report::{Excerpts, Form, Manner, write};
/// use variorum::{analysis::analyze, notes::Notebook, read::Article};
///
/// let story = analyze(vec![Article::from_text("Ten men fled."), Article::from_text("Ten men ran away.")]);
/// let manner = Manner { excerpts: Excerpts::None, making: None };
/// for form in Form::ALL {
///     assert!(!write(form, &story, &Notebook::default(), &manner).is_empty());
/// }
/// ```
pub fn write(form: Form, analysis: &Analysis, notebook: &Notebook, manner: &Manner) -> String {
    let veil = || Veil::new(manner.excerpts, &analysis.articles);
    match form {
        Form::Markdown => markdown::render(&outline::outline(analysis, notebook, &veil()), manner),
        Form::Html => html::render(analysis, notebook, manner),
        Form::Json => to_json(&json::report(analysis, notebook, &veil(), manner)) + "\n",
        Form::Csv => csv::render(analysis, notebook, manner),
        Form::Annotations => annotations::render(analysis, notebook, manner),
        Form::Tei => tei::render(analysis, notebook, manner),
        Form::Plain => plain_in(analysis, notebook, manner, plain::COLUMNS),
    }
}

fn plain_in(analysis: &Analysis, notebook: &Notebook, manner: &Manner, columns: usize) -> String {
    let veil = Veil::new(manner.excerpts, &analysis.articles);
    let outline = outline::outline(analysis, notebook, &veil);
    plain::render(&outline, &analysis.documents, &veil, manner.making.as_ref(), columns)
}

/// Writes `text` to `path`, which keeps what it had until all of the new text is there.
///
/// # Errors
///
/// When the file cannot be written.
pub fn write_file(path: &Path, text: &str) -> Result<()> {
    let failed = |cause| Error::Output { path: path.to_owned(), cause: said_of(cause) };
    // What is no plain file (/dev/stdout, a pipe) cannot be replaced, only written to.
    if path.metadata().is_ok_and(|known| !known.is_file()) {
        return std::fs::write(path, text).map_err(failed);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut aside = aside_in(folder).map_err(failed)?;
    aside.write_all(text.as_bytes()).and_then(|()| aside.as_file().sync_all()).map_err(failed)?;
    aside.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// What the system says, without the name of the temporary file beside, which tells nobody anything.
fn said_of(cause: io::Error) -> io::Error {
    match cause.kind() {
        kind @ io::ErrorKind::NotFound => io::Error::new(kind, "there is no such folder"),
        kind @ io::ErrorKind::PermissionDenied => io::Error::new(kind, "its folder may not be written to"),
        _ => cause,
    }
}

/// A temporary file in `folder` that others may read as far as the user's own settings let them, as with any new file.
fn aside_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
