//! Quotations and who speaks.

use super::Mention;
use crate::segment::Document;
use crate::text::Span;

/// Somebody's words inside quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The quoted words without their marks, bytes of the article.
    pub words: Span,
    /// The words that name the speaker, bytes of the article.
    pub speaker: Option<Span>,
    /// Whether it reads as speech, and not as a title, nickname or scare quote.
    pub is_speech: bool,
    /// Whether its closing mark is missing.
    pub unclosed: bool,
}

/// The quotations in `document`, in reading order. `names` are its names, which may name a speaker.
pub fn quotes(document: &Document, names: &[Mention]) -> Vec<Mention> {
    let _ = (document, names);
    Vec::new()
}
