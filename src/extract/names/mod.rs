//! Names of people, organisations, places and other things.
//!
//! Capitals mark them, except where everything has one; runs of such words are names once titles and offices are cut
//! off; what a name names is voted on by the words inside and around it.

mod adjectives;
mod around;
mod casing;
mod cues;
pub mod gazetteer;
mod inside;
mod kinds;
mod pieces;
mod runs;
mod spelled_out;
mod votes;

use super::{Mention, Value};
use crate::segment::Document;
use adjectives::adjectives;
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
/// A person's name is given without title and office; days, months and peoples (“Norwegians”) are no names. The adjective
/// of a country is a mention of the place where something of the country's follows: “the Norwegian economy”.
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
    let mut pieces = pieces(document, runs(document, &casing));
    spelled_out::take_first_words(document, &mut pieces);
    let kinds = kinds(document, &casing, &pieces);
    let adjectives = adjectives(document, &pieces).into_iter().map(|words| (words, NameKind::Place));
    let mut found: Vec<_> = pieces.into_iter().map(|piece| piece.words).zip(kinds).chain(adjectives).collect();
    found.sort_unstable_by_key(|(words, _)| words.start);
    found
        .into_iter()
        .map(|(words, kind)| Mention {
            span: document.span_of(words.clone()),
            sentence: document.words[words.start].sentence(),
            words,
            value: Value::Name(kind),
        })
        .collect()
}

#[cfg(test)]
mod tests;
