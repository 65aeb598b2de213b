//! How the screen names kinds, verdicts and facts: in words of a reader, not of the file format.

use crate::compare::DiscrepancyKind;
use crate::notes::Verdict;

/// A kind of discrepancy.
pub const fn kind_name(kind: DiscrepancyKind) -> &'static str {
    match kind {
        DiscrepancyKind::Number => "different figures",
        DiscrepancyKind::Unit => "another unit or currency",
        DiscrepancyKind::Date => "different dates or times",
        DiscrepancyKind::Name => "different or damaged name",
        DiscrepancyKind::Quote => "quotation in different words",
        DiscrepancyKind::Attribution => "said by different people",
        DiscrepancyKind::Role => "the same in another part",
        DiscrepancyKind::Scope => "claimed wider or narrower",
        DiscrepancyKind::Polarity => "said here, denied there",
        DiscrepancyKind::Garble => "damaged text",
        DiscrepancyKind::Truncation => "text that breaks off",
        DiscrepancyKind::Repetition => "told twice",
    }
}

/// A verdict.
pub const fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Open => "open",
        Verdict::Confirmed => "confirmed",
        Verdict::Dismissed => "dismissed",
        Verdict::NeedsChecking => "to be checked",
    }
}

/// `1 note`, `2 notes`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
