//! A report written from the reader: its format, its file, and what the system says of that file. One that is there is
//! never written over without being asked about, unless this session wrote it.

use std::path::PathBuf;

use jiff::Timestamp;

use super::paths::meant;
use super::prompt::Prompt;
use crate::error::Result;
use crate::report::{Excerpts, Form, Making, Manner, write_file};

/// What a report is called when the user does not say.
const STEM: &str = "variorum-report";

/// A report that is about to be written.
#[derive(Clone, Debug)]
pub struct Export {
    /// Its form.
    pub form: Form,
    /// Where it goes, as it is typed.
    pub path: Prompt,
    /// A name that is free, while it is asked about the file that is there.
    free: Option<String>,
}

impl Default for Export {
    /// The first form, in the current folder.
    fn default() -> Self {
        let form = Form::default();
        let mut path = Prompt::default();
        path.put(&format!("{STEM}.{}", form.ending()));
        Self { form, path, free: None }
    }
}

impl Export {
    /// Whether it is asked about the file that is there.
    pub const fn is_asking(&self) -> bool {
        self.free.is_some()
    }

    /// The name that is offered instead.
    pub fn free(&self) -> Option<&str> {
        self.free.as_deref()
    }

    /// Asks about the file that is there; `free` is a name beside it that is free.
    pub fn ask(&mut self, free: String) {
        self.free = Some(free);
    }

    /// Stops asking; whether it did ask.
    pub fn stop_asking(&mut self) -> bool {
        self.free.take().is_some()
    }

    /// Takes the name that is free.
    pub fn take_other(&mut self) {
        if let Some(free) = self.free.take() {
            self.path.put(&free);
        }
    }

    /// Chooses the form `by` further on; a path with the ending of the form before gets that of the new one.
    pub fn turn(&mut self, by: isize) {
        let now = Form::ALL.iter().position(|&form| form == self.form).unwrap_or(0);
        let next = (now.cast_signed() + by).rem_euclid(Form::ALL.len().cast_signed()).cast_unsigned();
        let old = format!(".{}", self.form.ending());
        self.form = Form::ALL[next];
        if let Some(stem) = self.path.text().strip_suffix(&old) {
            let path = format!("{stem}.{}", self.form.ending());
            self.path.put(&path);
        }
    }
}

/// The files that this session has written.
#[derive(Debug, Default)]
pub struct ReportFiles {
    /// The sources of the story, and the file of its notes, as they were given.
    sources: Vec<PathBuf>,
    notes: Option<PathBuf>,
    written: Vec<PathBuf>,
}

/// What came of writing a report.
pub enum Outcome {
    /// It is there.
    Written(PathBuf),
    /// Another file is there, and is to be asked about; this name is free.
    Exists(String),
}

impl ReportFiles {
    /// For reports on the story that these sources tell, with the notes in this file.
    pub fn on(sources: Vec<PathBuf>, notes: Option<PathBuf>) -> Self {
        Self { sources, notes, written: Vec::new() }
    }

    /// The story is another one now, which these sources tell.
    pub fn are_now_on(&mut self, sources: Vec<PathBuf>) {
        self.sources = sources;
    }

    /// How a report of this form is made: whole, with what another person needs to make it again.
    pub fn manner(&self, form: Form, now: Timestamp) -> Manner {
        let excerpts = Excerpts::default();
        let command = Making::command(form, excerpts, false, self.notes.as_deref(), &self.sources);
        Manner { excerpts, making: Some(Making { at: Some(Making::at(now)), command }) }
    }

    /// Writes `text` to `typed`; over a file that is there when `over`, or when it is one of ours.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write(&mut self, typed: &str, text: &str, over: bool) -> Result<Outcome> {
        let path = meant(typed);
        let is_there = path.symlink_metadata().is_ok();
        if is_there && !path.is_dir() && !over && !self.written.contains(&path) {
            return Ok(Outcome::Exists(free_name(typed)));
        }
        write_file(&path, text)?;
        self.written.push(path.clone());
        Ok(Outcome::Written(path))
    }
}

/// The first of `report-2.md`, `report-3.md`, … that is free.
fn free_name(typed: &str) -> String {
    let (folder, name) = typed.rsplit_once('/').map_or(("", typed), |(folder, name)| (folder, name));
    let (stem, ending) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).unwrap_or((name, ""));
    let dot = if ending.is_empty() { "" } else { "." };
    let gap = if folder.is_empty() && !typed.starts_with('/') { "" } else { "/" };
    let names = (2_u64..).map(|number| format!("{folder}{gap}{stem}-{number}{dot}{ending}"));
    let mut free = names.filter(|name| meant(name).symlink_metadata().is_err());
    free.next().unwrap_or_else(|| typed.to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn a_file_that_is_there_is_asked_about_unless_it_is_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report.md");
        let typed = path.to_str().expect("a plain name");
        let mut files = ReportFiles::default();
        assert!(matches!(files.write(typed, "one", false), Ok(Outcome::Written(_))));
        assert!(matches!(files.write(typed, "two", false), Ok(Outcome::Written(_))));
        let mut others = ReportFiles::default();
        let Ok(Outcome::Exists(free)) = others.write(typed, "three", false) else { panic!("it is there") };
        assert_eq!(Path::new(&free), folder.path().join("report-2.md"));
        assert_eq!(fs::read_to_string(&path).expect("read"), "two");
        assert!(matches!(others.write(typed, "three", true), Ok(Outcome::Written(_))));
        assert_eq!(fs::read_to_string(&path).expect("read"), "three");
        assert!(others.write(folder.path().to_str().expect("a plain name"), "four", true).is_err());
    }

    #[test]
    fn the_ending_follows_the_form_while_it_is_the_forms_own() {
        let mut export = Export::default();
        export.turn(1);
        assert_eq!((export.form, export.path.text()), (Form::Html, "variorum-report.html"));
        export.turn(-1);
        export.path.put("mine");
        export.turn(1);
        assert_eq!(export.path.text(), "mine");
    }

    #[test]
    fn a_free_name_keeps_its_ending() {
        assert_eq!(free_name("no/such.folder/a.b.md"), "no/such.folder/a.b-2.md");
        assert_eq!(free_name("no-such-file"), "no-such-file-2");
    }
}
