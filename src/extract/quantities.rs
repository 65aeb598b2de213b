//! Measured sizes: “180 km per hour”, “3,000 square metres”.

use super::{Mention, Numeral};
use crate::segment::Document;

/// The measured sizes in `document`, in reading order.
pub fn quantities(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let _ = (document, numerals);
    Vec::new()
}
