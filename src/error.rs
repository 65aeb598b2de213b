//! What can go wrong at the edges: what was tried, on what, and what to do about it. The stages never fail.

use std::io;
use std::path::PathBuf;

/// An error at an edge of the program, worded for the person who started it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A source could not be read.
    #[error("cannot read {location}: {reason}; {remedy}")]
    Source {
        /// The path or name as the user gave it.
        location: String,
        /// What stood in the way.
        reason: String,
        /// What to do.
        remedy: &'static str,
    },
    /// A result could not be written.
    #[error("cannot write {}: {cause}; choose another place with --output", path.display())]
    Output {
        /// Where it was to go.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The notes could not be read or saved.
    #[error("cannot {attempt} the notes in {}: {cause}; {remedy}", path.display())]
    Notes {
        /// “read” or “save”.
        attempt: &'static str,
        /// The notes' file.
        path: PathBuf,
        /// What the system, or the file's form, said.
        cause: String,
        /// What to do.
        remedy: &'static str,
    },
    /// The terminal could not be used.
    #[error("cannot use this terminal: {0}; `variorum report` prints the comparison without one")]
    Terminal(io::Error),
    /// Some sources could not be read, and each was told; the work on the others is done.
    #[error("some sources could not be read")]
    Told,
    /// Standard input or output broke.
    #[error("cannot {attempt}: {cause}")]
    Stream {
        /// What was tried.
        attempt: &'static str,
        /// What the system said.
        cause: io::Error,
    },
}

impl Error {
    /// Whether the reader of our output has gone, which ends the program quietly.
    pub fn is_closed_pipe(&self) -> bool {
        match self {
            Self::Output { cause, .. } | Self::Stream { cause, .. } => cause.kind() == io::ErrorKind::BrokenPipe,
            _ => false,
        }
    }
}

/// What an edge returns.
pub type Result<T> = std::result::Result<T, Error>;
