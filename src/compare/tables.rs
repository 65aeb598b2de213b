//! What several rules look up in a story: each table is made once, by the first rule that asks for it.

use std::sync::OnceLock;

use super::Context;
use super::counterparts::Counterparts;
use super::rules::{Change, Speech, Voices};
use super::written::Written;
use crate::segment::{Document, TermMap};

/// The tables of one story that have been asked for so far.
#[derive(Debug, Default)]
pub struct Tables<'c> {
    counterparts: OnceLock<Counterparts<'c>>,
    written: OnceLock<Written>,
    stems: OnceLock<Vec<TermMap<usize>>>,
    voices: OnceLock<Voices<'c>>,
    speech: OnceLock<Speech<'c>>,
    altered: OnceLock<Vec<Change>>,
}

impl<'c> Context<'c> {
    /// Which sentences of the articles tell the same thing.
    pub fn counterparts(&self) -> &'c Counterparts<'c> {
        self.tables.counterparts.get_or_init(|| Counterparts::new(self))
    }

    /// How often each word is written.
    pub fn written(&self) -> &'c Written {
        self.tables.written.get_or_init(|| Written::new(self))
    }

    /// How often each article has each stem, by article.
    pub fn stems(&self) -> &'c [TermMap<usize>] {
        self.tables.stems.get_or_init(|| self.documents.iter().map(stems).collect())
    }

    /// Who is meant by the words for a speaker.
    pub fn voices(&self) -> &'c Voices<'c> {
        self.tables.voices.get_or_init(|| Voices::new(self))
    }

    /// The quotations that are speech.
    pub fn speech(&self) -> &'c Speech<'c> {
        self.tables.speech.get_or_init(|| Speech::new(self))
    }

    /// The quotations in which a word is altered.
    pub fn altered(&self) -> &'c [Change] {
        self.tables.altered.get_or_init(|| Change::all(self))
    }
}

fn stems(document: &Document) -> TermMap<usize> {
    let mut stems: TermMap<usize> = TermMap::default();
    for word in &document.words {
        *stems.entry(word.stem).or_default() += 1;
    }
    stems
}
