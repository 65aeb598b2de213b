//! Days, months, years and times of day, as TIMEX3 values.

use jiff::civil::Date;

use super::Mention;
use crate::segment::Document;

/// The dates and times in `document`, in reading order, resolved against `reference` where there is one.
pub fn dates(document: &Document, reference: Option<Date>) -> Vec<Mention> {
    let _ = (document, reference);
    Vec::new()
}
