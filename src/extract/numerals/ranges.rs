//! Two numbers that are one range: “10 to 12”, “between two and three million”, “7–9 lakh”. Two numbers with “to” may as
//! well be a change (“rose from 10 to 12”) or a result (“won 3–2”), so a range must rise and nothing may speak of change.

use super::Decimal;
use super::reading::{Reading, reading};
use crate::extract::line::Line;

/// A range: its lower end carries the scale and the precision.
pub struct Range {
    /// The lower end, told with the scale of the upper.
    pub low: Decimal,
    /// Its precision.
    pub precision: Decimal,
    /// The upper end.
    pub high: Reading,
}

/// Words before “from” that make “from 10 to 12” a range.
const RANGING: [&str; 9] = ["range", "ranges", "ranged", "ranging", "anywhere", "varied", "varies", "varying", "aged"];

/// Verbs after which “10 to 12” is a difference and what came of it.
const CHANGES: [&str; 26] = [
    "rose",
    "fell",
    "grew",
    "gained",
    "lost",
    "dropped",
    "climbed",
    "jumped",
    "slipped",
    "slid",
    "sank",
    "advanced",
    "declined",
    "surged",
    "soared",
    "plunged",
    "tumbled",
    "increased",
    "decreased",
    "added",
    "shed",
    "up",
    "down",
    "edged",
    "dipped",
    "rising",
];

/// The range whose lower end is `low` at `start..low.end`.
pub fn range(line: Line<'_>, start: usize, low: &Reading) -> Option<Range> {
    let (connector, at) = match line.word(low.end) {
        "-" if line.is_hyphen(low.end)
            && matches!(line.word(low.end + 1), "to" | "or")
            && line.is_hyphen(low.end + 2) =>
        {
            ("to", low.end + 3) // “10-to-12”
        }
        // “8- to 16-metre”
        "-" if line.glued(low.end) && line.word(low.end + 1) == "to" => ("to", low.end + 2),
        "-" if line.glued(low.end) == line.glued(low.end + 1) => ("-", low.end + 1),
        word @ ("to" | "or" | "and") => (word, low.end + 1),
        _ => return None,
    };
    let high = reading(line, at).filter(|high| high.form == low.form)?;
    let scaled = scaled(low, &high);
    let (number, precision) = scaled.unwrap_or((low.number, low.precision));
    let is_range = number < high.number
        && match connector {
            "and" => line.before(start, 1) == "between",
            "to" => !is_change(line, start, &high),
            "or" => is_near(number, high.number),
            _ => !is_years(line, low, &high) && !is_code(line, high.end),
        };
    is_range.then_some(Range { low: number, precision, high })
}

/// The lower end in the scale of the upper: “7” in “7–9 lakh”, but not “900” in “900 to 1.2 million”.
fn scaled(low: &Reading, high: &Reading) -> Option<(Decimal, Decimal)> {
    let mantissa = high.number.checked_div(high.scale)?;
    (low.scale == Decimal::ONE && low.number < mantissa).then_some(())?;
    Some((low.number.checked_mul(high.scale)?, low.precision.checked_mul(high.scale)?))
}

fn is_change(line: Line<'_>, start: usize, high: &Reading) -> bool {
    if line.before(start, 1) == "from" {
        let cue = line.before(start, 2);
        return !RANGING.contains(&cue) && !cue.is_empty();
    }
    // “rose 3 to 4 percent” tells a range, “rose 3 to 104” does not.
    CHANGES.contains(&line.before(start, 1)) && !line.is_word(high.end) && line.word(high.end) != "%"
}

/// “two or three”, “40 or 50”: alternatives that lie together.
fn is_near(low: Decimal, high: Decimal) -> bool {
    low.checked_mul(Decimal::TWO).is_some_and(|double| high <= double)
}

/// “2012–2014” reads as years.
fn is_years(line: Line<'_>, low: &Reading, high: &Reading) -> bool {
    let is_year = |number: Decimal, end: usize| {
        number >= Decimal::from(1_000) && number < Decimal::from(2_100) && line.word(end - 1).len() == 4
    };
    is_year(low.number, low.end) && is_year(high.number, high.end)
}

/// Whether the figures go on as in a telephone number or a date: “555-0199-22”.
fn is_code(line: Line<'_>, end: usize) -> bool {
    line.is_hyphen(end) && line.is_figure(end + 1)
}
