//! The words beside a value, as a form with a gap: “the first instalment of a … settlement”. Values in gaps that are alike
//! are told of one thing, whatever else the sentences around them say.

use std::ops::Range;

use crate::extract::Mention;
use crate::link::terms::{TermAt, TermKind, Terms};
use crate::read::ArticleId;
use crate::segment::{Document, Term, WordKind};

/// So many words on each side make the form; what stands further off belongs to something else.
const MOST_WORDS: usize = 4;
/// What a name counts of another word.
const NAME: f64 = 0.5;

/// The words on both sides of a value, nearest first, each with what it counts.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    before: Vec<(Term, f64)>,
    after: Vec<(Term, f64)>,
}

impl Frame {
    /// That of one mention. Marks end it, but for those inside words; what says little is left out, as it is among
    /// `terms`. A name counts half: who is spoken of hardly says what is counted.
    pub fn of(document: &Document, terms: &Terms, article: ArticleId, mention: &Mention) -> Self {
        let Some(sentence) = document.sentences.get(mention.sentence) else { return Self::default() };
        let goes_on = |mut between: Range<usize>| {
            between.all(|word| {
                document.words[word].kind != WordKind::Mark
                    || matches!(document.folded(word), "-" | "'" | "\"" | "$" | "%")
            })
        };
        let counted = |at: &TermAt| {
            let part = if at.kind == TermKind::Entity { NAME } else { 1.0 };
            (at.term, part * terms.weight(at.term))
        };
        let before = terms.of(article, sentence.words.start..mention.words.start).iter().rev();
        let after = terms.of(article, mention.words.end..sentence.words.end).iter();
        Self {
            before: before
                .take(MOST_WORDS)
                .take_while(|at| goes_on(at.word()..mention.words.start))
                .map(counted)
                .collect(),
            after: after.take(MOST_WORDS).take_while(|at| goes_on(mention.words.end..at.word())).map(counted).collect(),
        }
    }

    /// How much of the two forms is alike, from the gap on to the first words that differ; a rare word
    /// counts 1.
    pub fn likeness(&self, other: &Self) -> f64 {
        alike(&self.before, &other.before) + alike(&self.after, &other.after)
    }

    /// The nearest word on each side: those that are alike have one of them in common.
    pub fn nearest(&self) -> [Option<Term>; 2] {
        [&self.before, &self.after].map(|words| words.first().map(|word| word.0))
    }
}

fn alike(ours: &[(Term, f64)], theirs: &[(Term, f64)]) -> f64 {
    let same = ours.iter().zip(theirs).take_while(|(our, their)| our.0 == their.0);
    same.map(|(our, their)| our.1.min(their.1)).sum()
}
