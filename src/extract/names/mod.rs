//! Names of people, organisations, places and other things.
//!
//! Capitals mark them, except where everything has one; runs of such words are names once titles and offices are cut
//! off; what a name names is voted on by the words inside and around it.

mod casing;
pub mod gazetteer;
mod kinds;
mod pieces;
mod runs;

use super::{Mention, Value};
use crate::segment::Document;
use casing::Casing;
use kinds::kinds;
use pieces::pieces;
use runs::runs;

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
///
/// A person's name is given without title and office; adjectives (“Norwegian”), days and months are no names.
///
/// ```
/// use variorum::extract::mentions;
/// use variorum::segment::segment;
///
/// let document = segment("Former Prime Minister Ana de la Cruz left Quito's Bank of Labour on Monday.".into());
/// let names: Vec<_> = mentions(&document, None).iter().map(|name| name.span.of(&document.text).to_owned()).collect();
/// assert!(names.contains(&"Ana de la Cruz".to_owned()) && names.contains(&"Bank of Labour".to_owned()));
/// ```
pub fn names(document: &Document) -> Vec<Mention> {
    let casing = Casing::of(document);
    let pieces = pieces(document, runs(document, &casing));
    let kinds = kinds(document, &pieces);
    pieces
        .into_iter()
        .zip(kinds)
        .map(|(piece, kind)| Mention {
            span: document.span_of(piece.words.clone()),
            sentence: document.words[piece.words.start].sentence,
            words: piece.words,
            value: Value::Name(kind),
        })
        .collect()
}
