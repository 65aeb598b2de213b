//! How a report is made, apart from its form: how much of the articles' words it carries, and what it says of its making.

use std::path::{Path, PathBuf};

use jiff::{Timestamp, Unit};

use super::Form;
use super::excerpts::Excerpts;
use crate::read::harmless_line;

/// What the user chose for a report.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// How much of the articles' words may be in it.
    pub excerpts: Excerpts,
    /// How it came about, where that is to be told.
    pub making: Option<Making>,
}

/// What another person needs to make the same report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Making {
    /// When it was made, in ISO 8601; `None` where the same report is to have the same bytes every time.
    pub at: Option<String>,
    /// The command that makes it again.
    pub command: String,
}

impl Making {
    /// A time as reports tell it.
    pub fn at(now: Timestamp) -> String {
        now.round(Unit::Second).unwrap_or(now).to_string()
    }

    /// The command that makes a report of these sources, to be printed instead of written; of paths that would tell of
    /// the folders here, only the last part where the report is to be the same anywhere.
    pub fn command(
        form: Form,
        excerpts: Excerpts,
        reproducible: bool,
        notes: Option<&Path>,
        sources: &[PathBuf],
    ) -> String {
        let mut words = vec![format!("variorum report --format {}", form.name())];
        if excerpts != Excerpts::default() {
            words.push(format!("--excerpts {}", excerpts.name()));
        }
        if reproducible {
            words.push("--reproducible".to_owned());
        }
        let shown = |path: &Path| {
            let path = if reproducible { path.file_name().map_or(path, Path::new) } else { path };
            quoted(&harmless_line(&path.to_string_lossy()))
        };
        words.extend(notes.map(|notes| format!("--notes {}", shown(notes))));
        words.extend(sources.iter().map(|source| shown(source)));
        words.join(" ")
    }
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

/// The program as reports name it.
pub const PROGRAM: &str = concat!("variorum ", env!("CARGO_PKG_VERSION"));
