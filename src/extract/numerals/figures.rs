//! Figures as written → exact decimals: “1,500.25”, “10 000”, “12,34,567”. What has the form of a version or a list
//! (“1.2.3”, “1,2”) is no number.

use super::Decimal;
use crate::extract::line::Line;

/// A figure's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// How much.
    pub number: Decimal,
    /// What one unit in its last place is worth; see `Amount::precision`.
    pub precision: Decimal,
    /// Index of the word after it.
    pub end: usize,
}

/// More digits than that are no amount of anything, and would not fit a [`Decimal`].
const MOST_DIGITS: usize = 24;

/// The figure that begins with word `at`, with groups of three digits parted by spaces: “1 234 567”.
pub fn figure(line: Line<'_>, at: usize) -> Option<Figure> {
    let mut written = String::new();
    let mut end = at + 1;
    let begins = !line.glued(at) || (line.before(at, 1) == "-" && !line.glued(at - 1));
    if line.word(at) == "." && begins && line.glued(end) && line.is_figure(end) {
        // “.75”, “-.75”
        written.push_str("0.");
        written.push_str(line.word(end));
        end += 1;
    } else if line.word(at) == "point" && !line.is_word(at.wrapping_sub(1)) && is_decimals(line, end) {
        // “point 75”
        written.push_str("0.");
        written.push_str(line.word(end));
        end += 1;
    } else if line.is_figure(at) {
        written.push_str(line.word(at));
        let is_first = written.len() <= 3 && !written.starts_with('0');
        while is_first
            && written.len() <= MOST_DIGITS
            && line.is_figure(end)
            && !line.glued(end)
            && is_next_group(line.word(end))
        {
            written.push_str(line.word(end));
            end += 1;
        }
    }
    let (number, precision) = value(&written)?;
    Some(Figure { number, precision, end })
}

/// Whether the figure at `at` can be what follows “point” alone: “point 5” may be a point of an agenda.
fn is_decimals(line: Line<'_>, at: usize) -> bool {
    line.word(at).len() > 1 && is_digits(line, at)
}

/// Whether word `at` is a figure of digits alone, not too many.
pub fn is_digits(line: Line<'_>, at: usize) -> bool {
    let digits = line.word(at);
    line.is_figure(at) && digits.len() <= MOST_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `word` can go on a figure after a space: three digits, the last of them perhaps with decimals.
fn is_next_group(word: &str) -> bool {
    let (whole, decimals) = word.split_once('.').unwrap_or((word, ""));
    whole.len() == 3 && whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit())
}

/// The value and precision of a figure's text.
pub fn value(written: &str) -> Option<(Decimal, Decimal)> {
    // “007” and “0199” are parts of a code.
    let is_code = written.len() > 1 && written.starts_with('0') && !written.starts_with("0.");
    if written.len() > MOST_DIGITS || written.is_empty() || is_code {
        return None;
    }
    let plain = match written.matches('.').count() {
        0 | 1 => {
            let (whole, rest) = written.split_once('.').unwrap_or((written, ""));
            if rest.contains(',') || !is_grouped(whole, ',') {
                return None;
            }
            written.replace(',', "")
        }
        // “1.234.567”, as much of Europe writes it
        _ if is_grouped(written, '.') && !written.contains(',') => written.replace('.', ""),
        _ => return None,
    };
    let number: Decimal = plain.parse().ok()?;
    Some((number, precision(number)?))
}

/// Whether the digits of `whole` stand in groups of three (or, as in India, of two before the last three).
fn is_grouped(whole: &str, separator: char) -> bool {
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or("");
    let rest: Vec<_> = groups.collect();
    let Some((last, middle)) = rest.split_last() else { return true };
    (1..=3).contains(&first.len())
        && last.len() == 3
        && (middle.iter().all(|group| group.len() == 3) || middle.iter().all(|group| group.len() == 2))
}

/// What one unit in the last place of `number` as told is worth. Zeros at the end of a whole number may be rounding,
/// but two digits are taken as told: who writes “20 people” has counted, who writes “2,000” may not have.
pub fn precision(number: Decimal) -> Option<Decimal> {
    if number.scale() > 0 {
        return Some(Decimal::new(1, number.scale()));
    }
    let mut unit = Decimal::ONE;
    let hundred = Decimal::ONE_HUNDRED;
    while (number / unit).abs() >= hundred && (number % (unit * Decimal::TEN)).is_zero() && !number.is_zero() {
        unit = unit.checked_mul(Decimal::TEN)?;
    }
    Some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, expected: Option<(&str, &str)>) {
        let found = value(written).map(|(number, precision)| (number.to_string(), precision.to_string()));
        assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())), "{written}");
    }

    #[test]
    fn separators_group_digits() {
        check("1,507", Some(("1507", "1")));
        check("1,500", Some(("1500", "100")));
        check("12,34,567", Some(("1234567", "1")));
        check("1.234.567", Some(("1234567", "1")));
        check("1,500.25", Some(("1500.25", "0.01")));
    }

    #[test]
    fn lists_and_versions_are_no_numbers() {
        check("1,2", None);
        check("10.4.1", None);
        check("1.5,3", None);
        check("123456789012345678901234567890", None);
    }

    #[test]
    fn two_digits_are_taken_as_told() {
        check("20", Some(("20", "1")));
        check("100", Some(("100", "10")));
        check("0", Some(("0", "1")));
    }
}
