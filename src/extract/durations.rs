//! Stretches of time: “three years”, “the past decade”.

use super::{Mention, Numeral};
use crate::segment::Document;

/// The durations in `document`, in reading order.
pub fn durations(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let _ = (document, numerals);
    Vec::new()
}
