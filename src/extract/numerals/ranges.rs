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
    let (joint, at) = joint(line, low.end)?;
    let high = reading(line, at).filter(|high| high.form == low.form)?;
    let (number, precision) = scaled(low, &high).unwrap_or((low.number, low.precision));
    // “rose 3 to 4 percent” tells a range, “rose 3 to 104” does not.
    let has_unit = line.is_word(high.end) || line.word(high.end) == "%";
    let is_range = number < high.number
        && match joint {
            Joint::Dash => !is_years(line, low, &high) && !is_code(line, high.end),
            Joint::To => !is_from(line, start) && (has_unit || !is_change(line, start)),
            Joint::And => line.before(start, 1) == "between",
            Joint::Or => is_near(number, high.number),
        };
    is_range.then_some(Range { low: number, precision, high })
}

/// Whether two amounts of one unit, the first at `words` and the second beginning with word `next`, are one range:
/// “$10 to $12”, “3 km–5 km”.
pub fn are_range(line: Line<'_>, words: &std::ops::Range<usize>, low: Decimal, next: usize, high: Decimal) -> bool {
    let start = words.start;
    joint(line, words.end).is_some_and(|(joint, at)| {
        at == next
            && low < high
            && match joint {
                Joint::Dash => true,
                Joint::To => !is_from(line, start) && !is_change(line, start),
                Joint::And => line.before(start, 1) == "between",
                Joint::Or => is_near(low, high),
            }
    })
}

/// What joins the ends of a range.
#[derive(Clone, Copy)]
enum Joint {
    Dash,
    To,
    And,
    Or,
}

/// The joint at word `at`, and the index of the word after it.
fn joint(line: Line<'_>, at: usize) -> Option<(Joint, usize)> {
    let is_dash = line.word(at) == "-";
    match line.word(at) {
        "to" => Some((Joint::To, at + 1)),
        "and" => Some((Joint::And, at + 1)),
        "or" => Some((Joint::Or, at + 1)),
        // “10-to-12”
        _ if line.is_hyphen(at) && line.word(at + 1) == "to" && line.is_hyphen(at + 2) => Some((Joint::To, at + 3)),
        // “8- to 16-metre”
        _ if is_dash && line.glued(at) && line.word(at + 1) == "to" => Some((Joint::To, at + 2)),
        _ if is_dash && line.glued(at) == line.glued(at + 1) => Some((Joint::Dash, at + 1)),
        _ => None,
    }
}

/// The lower end in the scale of the upper: “7” in “7–9 lakh”, but not “900” in “900 to 1.2 million”.
fn scaled(low: &Reading, high: &Reading) -> Option<(Decimal, Decimal)> {
    let mantissa = high.number.checked_div(high.scale)?;
    (low.scale == Decimal::ONE && low.number < mantissa).then_some(())?;
    Some((low.number.checked_mul(high.scale)?, low.precision.checked_mul(high.scale)?))
}

/// Whether “from” stands before, and not as in “ranging from 10 to 12”: what was, and what is now.
fn is_from(line: Line<'_>, start: usize) -> bool {
    let cue = line.before(start, 2);
    // “are high, from 7 to 10”: nothing right before that could change.
    let is_aside = matches!(cue, "" | "," | "(" | ":" | "-");
    line.before(start, 1) == "from" && !RANGING.contains(&cue) && !is_aside
}

fn is_change(line: Line<'_>, start: usize) -> bool {
    CHANGES.contains(&line.before(start, 1))
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
