//! What a report for people says, and in which order; how it is written is for the formats.
//!
//! All text in an [`Outline`] is as the articles have it, put on one line: a format must escape it.

mod discrepancies;
mod matrix;
mod words;

use std::borrow::Cow;

use super::excerpts::Veil;
use crate::analysis::Analysis;
use crate::compare::{Severity, Status};
use crate::notes::{Notebook, Verdict, Written};
use crate::read::ArticleId;

pub use discrepancies::Entry;
pub use matrix::{Cell, Matrix, Named, Row, Single};
pub use words::{Citation, Run, bare};

/// A report, from top to bottom.
pub struct Outline<'a> {
    /// The articles in the order given.
    pub articles: Vec<Source<'a>>,
    /// The whole story in figures.
    pub summary: Summary,
    /// Where the accounts differ or a text is damaged, gravest first.
    pub discrepancies: Vec<Entry<'a>>,
    /// What is quoted by several articles, the words that differ marked.
    pub quotations: Vec<Quotation>,
    /// What several articles tell, conflicting facts first, with the gaps.
    pub facts: Matrix<'a>,
    /// What one article alone tells.
    pub single: Vec<Single<'a>>,
    /// Who and what is named, by how many articles name it.
    pub names: Vec<Named<'a>>,
    /// Articles that count as one witness.
    pub origins: Vec<Origin<'a>>,
    /// The user's notes that belong to no discrepancy listed here.
    pub notes: Vec<Remark>,
}

/// An article, and how much of it was compared.
pub struct Source<'a> {
    /// What stands for it.
    pub siglum: &'a str,
    /// Its headline; empty where it may not be told.
    pub title: Cow<'a, str>,
    /// Where it came from.
    pub location: &'a str,
    /// Who published it, where the source tells.
    pub outlet: Option<&'a str>,
    /// Who wrote it, where the source tells.
    pub byline: Option<&'a str>,
    /// Its day of publication.
    pub published: Option<String>,
    /// SHA-256 of its bytes.
    pub sha256: &'a str,
    /// Words of running text.
    pub words: usize,
    /// The part of its sentences that could be compared, 0 to 1.
    pub compared: f64,
    /// What stood in the way.
    pub doubts: Vec<Cow<'a, str>>,
}

/// The whole story in figures.
pub struct Summary {
    /// Discrepancies of each severity, gravest first.
    pub severities: Vec<(Severity, usize)>,
    /// Discrepancies of each verdict that the user gave.
    pub verdicts: Vec<(Verdict, usize)>,
    /// Facts told alike, differently, and by one article alone.
    pub facts: [(Status, usize); 3],
    /// Groups of sentences that tell the same thing.
    pub passages: usize,
}

/// One utterance as several articles quote it.
pub struct Quotation {
    /// How the readings relate.
    pub grade: &'static str,
    /// The readings.
    pub readings: Vec<Citation>,
}

/// Articles that count as one witness.
pub struct Origin<'a> {
    /// Their sigla.
    pub sigla: String,
    /// The part of the shorter text that they share, 0 to 1.
    pub share: f64,
    /// The agency that they credit.
    pub agency: Option<Cow<'a, str>>,
}

/// A note of the user's.
pub struct Remark {
    /// The words it is about; none when they are no longer there.
    pub places: Vec<Citation>,
    /// What the user thinks.
    pub verdict: Verdict,
    /// What the user wrote.
    pub comment: String,
    /// Who wrote it and when, as far as that is known.
    pub signature: String,
}

/// The report on `analysis` with the user's notes, with such words of the articles as `veil` lets through.
pub fn outline<'a>(analysis: &'a Analysis, notebook: &'a Notebook, veil: &Veil) -> Outline<'a> {
    let discrepancies = discrepancies::entries(analysis, notebook, veil);
    Outline {
        articles: (analysis.articles.iter().zip(&analysis.coverage))
            .map(|(article, coverage)| Source {
                siglum: &article.siglum,
                title: veil.cited(&article.title),
                location: &article.location,
                outlet: article.outlet.as_deref(),
                byline: article.byline.as_deref(),
                published: article.published.map(|day| day.to_string()),
                sha256: &article.sha256,
                words: coverage.words,
                compared: coverage.compared,
                doubts: coverage.doubts.iter().map(|doubt| veil.told(doubt)).collect(),
            })
            .collect(),
        summary: summary(analysis, &discrepancies),
        discrepancies,
        quotations: words::quotations(analysis, veil),
        facts: matrix::matrix(analysis, veil),
        single: matrix::single(analysis, veil),
        names: matrix::names(analysis, veil),
        origins: (analysis.origins.iter())
            .map(|origin| Origin {
                sigla: super::summary::sigla(analysis, &origin.articles),
                share: origin.share,
                agency: origin.agency.as_deref().map(|agency| veil.named(agency)),
            })
            .collect(),
        notes: remarks(analysis, notebook, veil),
    }
}

fn summary(analysis: &Analysis, discrepancies: &[Entry]) -> Summary {
    let of_severity = |severity| discrepancies.iter().filter(|entry| entry.severity == severity).count();
    let of_verdict = |verdict| discrepancies.iter().filter(|entry| entry.verdict == verdict).count();
    let of_status = |status| (0..analysis.facts.len()).filter(|&index| analysis.status(index) == status).count();
    Summary {
        severities: [Severity::High, Severity::Medium, Severity::Low]
            .map(|severity| (severity, of_severity(severity)))
            .into_iter()
            .filter(|&(_, count)| count > 0)
            .collect(),
        verdicts: (Verdict::ALL.into_iter())
            .filter(|&verdict| verdict != Verdict::Open)
            .map(|verdict| (verdict, of_verdict(verdict)))
            .filter(|&(_, count)| count > 0)
            .collect(),
        facts: [Status::Shared, Status::Conflicting, Status::Single].map(|status| (status, of_status(status))),
        passages: analysis.passages.len(),
    }
}

/// The notes on selected words, and those whose finding or words are no longer there.
fn remarks(analysis: &Analysis, notebook: &Notebook, veil: &Veil) -> Vec<Remark> {
    let is_listed = |note: &crate::notes::Note| {
        let is_of = |found: &crate::compare::Discrepancy| {
            Some(found.rule) == note.rule.as_deref() && found.evidence == note.places
        };
        analysis.discrepancies.iter().any(is_of)
    };
    (notebook.notes().iter().enumerate().filter(|(_, note)| !is_listed(note)))
        .map(|(index, note)| Remark {
            places: note.places.iter().map(|&place| words::citation(analysis, veil, place)).collect(),
            verdict: note.verdict,
            comment: note.comment.clone(),
            signature: notebook.written(index).map(Written::signature).unwrap_or_default(),
        })
        .collect()
}

/// Which articles are in `articles`, as marks by `ArticleId`.
fn presence(analysis: &Analysis, articles: &[ArticleId]) -> Vec<bool> {
    let mut present = vec![false; analysis.articles.len()];
    for article in articles {
        present[article.0] = true;
    }
    present
}
