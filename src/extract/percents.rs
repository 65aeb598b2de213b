//! Shares: “8%”, “8 percent”, “two percentage points”.

use super::{Mention, Numeral};
use crate::segment::Document;

/// The shares in `document`, in reading order.
pub fn percents(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let _ = (document, numerals);
    Vec::new()
}
