//! Sums of money: “$1.2bn”, “380 billion yuan”.

use super::{Mention, Numeral};
use crate::segment::Document;

/// The sums of money in `document`, in reading order.
pub fn money(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let _ = (document, numerals);
    Vec::new()
}
