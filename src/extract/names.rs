//! Names of people, organisations and places.

use super::Mention;
use crate::segment::Document;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// “Jane Doe”
    Person,
    /// “Ministry of Finance”
    Organisation,
    /// “Lisbon”
    Place,
    /// “Nobel Prize”
    Other,
}

impl NameKind {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// The names in `document`, in reading order; none overlaps another.
pub fn names(document: &Document) -> Vec<Mention> {
    let _ = document;
    Vec::new()
}
