//! Articles in PDF files; taking them apart is a feature of the build, as it doubles its time.

use super::{Draft, Refusal, Source};
use crate::read::Limits;

/// Without the feature a PDF is named, not read.
#[cfg(not(feature = "pdf"))]
pub fn draft(_source: &Source, _limits: &Limits) -> Result<Draft, Refusal> {
    Err(Refusal::new(
        "it is a PDF, and this variorum was built without them",
        "build it with “cargo install --path . --features pdf”, or save the article as plain text",
    ))
}
