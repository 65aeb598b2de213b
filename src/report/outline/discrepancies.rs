//! The discrepancies with their evidence and with what the user made of them.

use std::borrow::Cow;

use super::presence;
use super::words::{Citation, Run, citation, context};
use crate::analysis::Analysis;
use crate::compare::{Discrepancy, Severity};
use crate::notes::{Notebook, Verdict, Written};
use crate::report::excerpts::Veil;
use crate::report::json::id;

/// A discrepancy.
pub struct Entry<'a> {
    /// Its name in this report: `d1`.
    pub id: String,
    /// What differs, in a line.
    pub summary: Cow<'a, str>,
    /// Why it is reported.
    pub explanation: Cow<'a, str>,
    /// What sort.
    pub kind: &'static str,
    /// The rule that found it.
    pub rule: &'static str,
    /// How the readings relate, where a fact is concerned.
    pub grade: Option<&'static str>,
    /// How much it matters.
    pub severity: Severity,
    /// How sure the rule is, 0 to 1.
    pub confidence: f64,
    /// The readings: the words, and the sentence around them.
    pub evidence: Vec<(Citation, Option<Vec<Run>>)>,
    /// The articles that do not tell it, where a fact is concerned.
    pub silent: Vec<&'a str>,
    /// What the user thinks.
    pub verdict: Verdict,
    /// What the user wrote.
    pub comment: &'a str,
    /// Who wrote it and when, as far as that is known.
    pub signature: String,
}

/// All discrepancies, in the analysis' order.
pub fn entries<'a>(analysis: &'a Analysis, notebook: &'a Notebook, veil: &Veil) -> Vec<Entry<'a>> {
    let found = analysis.discrepancies.iter().enumerate();
    found.map(|(index, found)| entry(analysis, notebook, veil, (index, found))).collect()
}

fn entry<'a>(
    analysis: &'a Analysis,
    notebook: &'a Notebook,
    veil: &Veil,
    (index, found): (usize, &'a Discrepancy),
) -> Entry<'a> {
    let note = notebook.note_on(Some(found.rule), &found.evidence);
    let written = notebook.written_on(Some(found.rule), &found.evidence);
    Entry {
        id: id('d', index),
        summary: veil.told(&found.summary),
        explanation: veil.told(&found.explanation),
        kind: found.kind.name(),
        rule: found.rule,
        grade: found.facts.iter().filter_map(|&fact| analysis.grades[fact]).max().map(crate::compare::Grade::name),
        severity: found.severity,
        confidence: found.confidence,
        evidence: (found.evidence.iter())
            .map(|&excerpt| (citation(analysis, veil, excerpt), context(analysis, veil, excerpt)))
            .collect(),
        silent: silent(analysis, found),
        verdict: note.map(|note| note.verdict).unwrap_or_default(),
        comment: note.map_or("", |note| &note.comment),
        signature: written.map(Written::signature).unwrap_or_default(),
    }
}

/// The articles that neither tell one of the facts concerned nor are part of the evidence.
fn silent<'a>(analysis: &'a Analysis, found: &Discrepancy) -> Vec<&'a str> {
    if found.facts.is_empty() {
        return Vec::new();
    }
    let mut tell: Vec<_> = found.facts.iter().flat_map(|&fact| analysis.facts[fact].articles()).collect();
    tell.extend(found.evidence.iter().map(|excerpt| excerpt.article));
    let present = presence(analysis, &tell);
    (analysis.articles.iter().zip(present)).filter(|&(_, told)| !told).map(|(article, _)| &*article.siglum).collect()
}
