//! Shares: “8%”, “8 percent”, “two percentage points”, “25 basis points”.

use super::line::Line;
use super::measured::{Measured, join_ranges, times};
use super::{Decimal, Mention, Numeral, NumeralForm, Value};
use crate::segment::{Document, WordKind};

/// What a share is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Share {
    Percent,
    Points,
}

/// Basis points in a percentage point, as digits after the point.
const BASIS_POINT_DIGITS: u32 = 2;

/// The shares in `document`, in reading order.
///
/// Percentage points are told from percent; basis points are hundredths of a percentage point.
pub fn percents(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let mut found: Vec<Measured<Share>> = Vec::new();
    for share in numerals.iter().filter_map(|numeral| percent(document, numeral)) {
        // The “one percent” of “a quarter of one percent” is told already.
        if found.last().is_none_or(|last| last.words.end <= share.words.start) {
            found.push(share);
        }
    }
    join_ranges(document, found)
        .into_iter()
        .filter_map(|Measured { words, amount, unit }| {
            Mention::new(document, words, Value::Percent { amount, points: unit == Share::Points })
        })
        .collect()
}

fn percent(document: &Document, numeral: &Numeral) -> Option<Measured<Share>> {
    (numeral.form != NumeralForm::Ordinal).then_some(())?;
    let line = Line::around(document, numeral.words.start);
    let mut at = line.past_hyphen(numeral.words.end);
    if numeral.form == NumeralForm::Fraction {
        // “half a percent”, “half of one percent”
        at += usize::from(line.word(at) == "of");
        at += usize::from(matches!(line.word(at), "a" | "one" | "1"));
    }
    let start = numeral.words.start;
    let measured = |end: usize, unit| Some(Measured { words: start..end, amount: numeral.amount, unit });
    if let Some(end) = basis_points(line, at) {
        let amount = times(&numeral.amount, Decimal::new(1, BASIS_POINT_DIGITS))?;
        return Some(Measured { words: start..end, amount, unit: Share::Points });
    }
    let end = match line.word(at) {
        // “30%25” is part of an address.
        "%" | "％" if !is_escape(line, at + 1) && !is_in_address(line, start) => at + 1,
        "percent" | "percents" | "pct" | "percentage" => at + 1,
        // “PC” is a computer.
        "pc" if line.written(at) == "pc" && line.glued(at) => at + 1,
        "per" if line.word(at + 1) == "cent" => at + 2,
        "pp" | "ppt" | "ppts" => return measured(at + 1, Share::Points),
        _ => return None,
    };
    let point = line.past_hyphen(end);
    if matches!(line.word(point), "point" | "points" | "pt" | "pts") {
        return measured(point + 1, Share::Points);
    }
    measured(end, Share::Percent)
}

/// The index of the word after “basis points” or “bps” at `at`.
fn basis_points(line: Line<'_>, at: usize) -> Option<usize> {
    match line.word(at) {
        "bp" | "bps" => Some(at + 1),
        "basis" => {
            let point = line.past_hyphen(at + 1);
            matches!(line.word(point), "point" | "points").then_some(point + 1)
        }
        _ => None,
    }
}

/// Whether a figure or letter is glued to the percent sign before word `at`.
fn is_escape(line: Line<'_>, at: usize) -> bool {
    line.glued(at) && matches!(line.kind(at), Some(WordKind::Figure | WordKind::Word))
}

/// Whether the figure at `at` goes on an address: “…%25%2020%”.
fn is_in_address(line: Line<'_>, at: usize) -> bool {
    line.glued(at) && line.before(at, 1) == "%"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::numerals;
    use crate::segment::segment;

    /// Checks the shares of `text`: the words, the number, and `pp` for points.
    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = segment(text.into());
        let found: Vec<_> = percents(&document, &numerals(&document))
            .into_iter()
            .map(|mention| {
                let Value::Percent { amount, points } = mention.value else { panic!("no share") };
                let upper = amount.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
                let unit = if points { "pp" } else { "%" };
                (mention.span.of(text).to_owned(), format!("{}{upper}{unit}", amount.number))
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn signs_and_words() {
        check("Up 8%, 8 percent and 8 per cent", &[("8%", "8%"), ("8 percent", "8%"), ("8 per cent", "8%")]);
        check("an eight-percent rise, half a percent", &[("eight-percent", "8%"), ("half a percent", "0.5%")]);
        check(
            "a quarter of one percent, one-half of 1 percent",
            &[("a quarter of one percent", "0.25%"), ("one-half of 1 percent", "0.5%")],
        );
    }

    #[test]
    fn points_are_not_percent() {
        check("up two percentage points", &[("two percentage points", "2pp")]);
        check("a 25-basis-point cut, up 50bps", &[("25-basis-point", "0.25pp"), ("50bps", "0.5pp")]);
        check("2 % points, 3 pct, 4pc; 5 PCs", &[("2 % points", "2pp"), ("3 pct", "3%"), ("4pc", "4%")]);
    }

    #[test]
    fn ranges_of_both_forms() {
        check("3% to 5%, between 7 and 9 percent", &[("3% to 5%", "3..5%"), ("7 and 9 percent", "7..9%")]);
        check("It fell from 5% to 3%.", &[("5%", "5%"), ("3%", "3%")]);
        check("It rose from 3% to 5%.", &[("3%", "3%"), ("5%", "5%")]);
        check("The shares are high, from 50 to 80%.", &[("50 to 80%", "50..80%")]);
    }

    #[test]
    fn other_points_and_addresses_are_no_shares() {
        check("He scored 12 points; see example.org/q=30%25%20", &[]);
    }
}
