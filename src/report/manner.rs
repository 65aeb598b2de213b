//! How a report is made, apart from its form: how much of the articles' words it carries, and what it says of its making.

use super::excerpts::Excerpts;

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

/// The program as reports name it.
pub const PROGRAM: &str = concat!("variorum ", env!("CARGO_PKG_VERSION"));
