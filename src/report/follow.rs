//! Lets the notes follow the findings that they are on.

use crate::analysis::Analysis;
use crate::notes::{Finding, Notebook};

/// The user's notes and verdicts go to the findings of `analysis` that say what they were on: the story may have been
/// compared by another version, or with fewer articles, when they were written.
pub fn follow(notebook: &mut Notebook, analysis: &Analysis) {
    let discrepancies =
        analysis.discrepancies.iter().map(|found| Finding::new(Some(found.rule), found.evidence.clone()));
    let facts = (0..analysis.facts.len()).map(|index| Finding::new(None, analysis.readings(index).collect()));
    notebook.follow(discrepancies.chain(facts).collect());
}
