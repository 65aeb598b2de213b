//! Parts of a whole: “three-quarters”, “half a million”, “one in five”, “4/5”, “½”. Most of these words have another
//! sense (“a third man”, “the first half”, “9/11”), so each form asks for the surroundings it needs.

use super::figures::figure;
use super::number_words::{Role, fraction_sign, number_word, parts};
use super::reading::{Reading, whole};
use super::spelled_parts::spelled;
use super::{Decimal, NumeralForm};
use crate::extract::currencies;
use crate::extract::line::Line;
use crate::text::Classes;

/// A part of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// How much of one.
    pub number: Decimal,
    /// How exactly it is told; see [`part_of`].
    pub precision: Decimal,
    /// Index of the word after it.
    pub end: usize,
}

/// Words after “a third” that show it to be a part and not a place in an order.
const AFTER_A_PART: [&str; 12] =
    ["of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "bigger", "cheaper", "faster", "the"];

/// Words before “a third” that show the same.
const BEFORE_A_PART: [&str; 10] =
    ["by", "nearly", "almost", "about", "over", "than", "around", "roughly", "approximately", "least"];

/// Denominators that are written with a slash; with others it is a date, a score or a name (“9/11”, “24/7”).
const SLASHED: [u64; 14] = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 1000];

/// The fraction that begins with word `at`; before a scale word it is a plain number (“half a million”).
pub fn fraction(line: Line<'_>, at: usize) -> Option<Reading> {
    if let Some(ratio) = ratio(line, at).or_else(|| over(line, at)) {
        return Some(plain(ratio));
    }
    let (found, is_sure) = bare_half(line, at)
        .or_else(|| written(line, at).or_else(|| spelled(line, at)).map(|found| (found, true)))
        .or_else(|| {
            let found = part(line, at)?;
            Some((found, is_sure_part(line, at, found.end)))
        })?;
    // “half a million”, “a quarter of a million”, “half-dozen”
    let mut next = line.past_hyphen(found.end);
    next += usize::from(line.word(next) == "of" && matches!(line.word(next + 1), "a" | "an"));
    next += usize::from(matches!(line.word(next), "a" | "an"));
    let scale = match number_word(line.word(next)).map(|word| word.role) {
        Some(Role::Scale(scale) | Role::Group(scale)) => Some(Decimal::from(scale)),
        Some(Role::Hundred) => Some(Decimal::ONE_HUNDRED),
        _ => None,
    };
    match scale {
        Some(scale) => Some(Reading {
            end: next + 1,
            number: found.number.checked_mul(scale)?.normalize(),
            scale,
            precision: found.precision.checked_mul(scale)?.normalize(),
            form: NumeralForm::Cardinal,
            is_vague: false,
        }),
        None => is_sure.then(|| plain(found)),
    }
}

const fn plain(part: Part) -> Reading {
    let Part { number, precision, end } = part;
    Reading { end, number, scale: Decimal::ONE, precision, form: NumeralForm::Fraction, is_vague: false }
}

/// “a half”, “one third”, “three-quarters”, beginning with word `at`.
pub fn part(line: Line<'_>, at: usize) -> Option<Part> {
    let numerator = match line.word(at) {
        "a" => 1,
        word => match number_word(word) {
            Some(word) if !word.ordinal => match word.role {
                Role::Small(number @ 1..) => u64::from(number),
                _ => return None,
            },
            _ => return None,
        },
    };
    let place = line.past_hyphen(at + 1);
    let word = line.word(place);
    let denominator = parts(word)?;
    let is_plural = word.ends_with('s');
    (is_plural == (numerator > 1)).then_some(())?;
    part_of(numerator, denominator, place + 1)
}

/// “a half”, “two thirds” as what is added to a number that ends with “and” before word `at`. After “and” may as well
/// stand the next thing (“injured two and a third was missing”), so no verb and no single noun may follow.
pub fn added_part(line: Line<'_>, at: usize) -> Option<Part> {
    let found = part(line, at)?;
    let next = line.past_hyphen(found.end);
    let is_simple = matches!(line.word(found.end - 1), "half" | "quarter" | "quarters");
    let may_follow =
        !line.is_word(next) || line.classes(next).any(Classes::PLURAL) || number_word(line.word(next)).is_some();
    (is_simple || may_follow).then_some(found)
}

/// “4/5”, “½”, beginning with word `at`.
pub fn written(line: Line<'_>, at: usize) -> Option<Part> {
    if let Some((numerator, denominator)) = fraction_sign(line.written(at)) {
        return part_of(numerator, denominator, at + 1);
    }
    let is_alone = line.before(at, 1) != "/" && !(line.word(at + 3) == "/" && line.glued(at + 3));
    let is_joined = line.word(at + 1) == "/" && line.glued(at + 1) && line.glued(at + 2);
    (is_alone && is_joined && line.is_figure(at + 2)).then_some(())?;
    let numerator: u64 = line.word(at).parse().ok()?;
    let denominator: u64 = line.word(at + 2).parse().ok()?;
    // Nobody leaves “9/12” for three quarters; “8/10” is a mark.
    let is_lowest = denominator.is_multiple_of(10) || is_prime_to(numerator, denominator);
    (numerator > 0 && numerator < denominator && is_lowest && SLASHED.contains(&denominator)).then_some(())?;
    part_of(numerator, denominator, at + 3)
}

/// Whether no number above one divides both.
const fn is_prime_to(mut a: u64, mut b: u64) -> bool {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a == 1
}

/// “half”, “quarter” without a numerator, and whether it is surely a part.
fn bare_half(line: Line<'_>, at: usize) -> Option<(Part, bool)> {
    match line.word(at) {
        "half" => {
            // “the first half”, “the southern half” are parts with a name, not sizes.
            let before = line.before(at, 1);
            let is_named = line.kind(at.wrapping_sub(1)).is_some()
                && (number_word(before).is_some_and(|word| word.ordinal)
                    || before.ends_with("ern")
                    || matches!(before, "last" | "latter" | "other" | "former" | "top" | "bottom" | "this" | "each"));
            Some((part_of(1, 2, at + 1)?, !is_named))
        }
        "quarter" => Some((part_of(1, 4, at + 1)?, false)),
        _ => None,
    }
}

/// Whether “a third”, “one quarter” at `at..end` is surely a part.
fn is_sure_part(line: Line<'_>, at: usize, end: usize) -> bool {
    let word = line.word(end - 1);
    let is_ambiguous = match line.word(at) {
        "a" => !matches!(word, "half"),
        // A quarter is a season, too; “three quarters” are three of them unless something tells.
        _ => word == "quarter" && !line.is_hyphen(at + 1),
    };
    let is_tiny = matches!(number_word(word).map(|word| word.role), Some(Role::Scale(_))) && !line.is_word(end);
    !is_ambiguous || is_tiny || AFTER_A_PART.contains(&line.word(end)) || BEFORE_A_PART.contains(&line.before(at, 1))
}

/// “one in five”, “nine out of 10”, “one in every 20”, beginning with word `at`.
fn ratio(line: Line<'_>, at: usize) -> Option<Part> {
    let is_out_of = line.is_phrase(at + 1, &["out", "of"]);
    let place = match (is_out_of, line.word(at + 1)) {
        (true, _) => at + 3,
        (false, "in") => at + 2,
        _ => return None,
    };
    let place = place + usize::from(line.word(place) == "every");
    let numerator = small_number(line, at)?;
    let (denominator, end) = whole(line, place)?;
    // “two in 2012”, “three in five years” tell when.
    let is_time = matches!(
        line.word(line.past_hyphen(end)),
        "days" | "weeks" | "months" | "years" | "hours" | "minutes" | "games" | "matches" | "day" | "year" | "month"
    );
    let is_year = line.is_figure(place) && line.word(place).len() == 4 && !is_out_of;
    // Two of a thousand is a share, “6,630 out of 1.3 million” a count and a crowd.
    let most = if numerator == 1 { MOST_IN_ONE } else { MOST_IN_MANY };
    let is_ratio = Decimal::from(numerator) < denominator
        && denominator <= Decimal::from(most)
        && (is_out_of || (numerator < 10 && !is_time && !is_year));
    is_ratio.then(|| ratio_of(Decimal::from(numerator), denominator, Decimal::ZERO, end))?
}

/// “one in a hundred million” is a chance.
const MOST_IN_ONE: u64 = 1_000_000_000;

/// “three in a thousand” is one, too.
const MOST_IN_MANY: u64 = 1_000;

/// “one over three”, beginning with word `at`, where nothing is counted: “one over three years” is no part.
fn over(line: Line<'_>, at: usize) -> Option<Part> {
    (line.word(at + 1) == "over").then_some(())?;
    let numerator = small_number(line, at)?;
    let (denominator, end) = whole(line, at + 2)?;
    let is_alone = !line.is_word(end) && !line.is_figure(end) && line.word(end) != "%" && !line.is_hyphen(end);
    let is_sum = currencies::before(line, at).is_some() || currencies::after(line, end).is_some();
    let is_part = is_alone && !is_sum && Decimal::from(numerator) < denominator;
    is_part.then(|| ratio_of(Decimal::from(numerator), denominator, Decimal::ZERO, end))?
}

/// A whole number above zero told by one word or figure.
fn small_number(line: Line<'_>, at: usize) -> Option<u64> {
    let word = number_word(line.word(at)).filter(|word| !word.ordinal);
    match word.map(|word| word.role) {
        Some(Role::Small(number @ 1..) | Role::Tens(number)) => Some(u64::from(number)),
        Some(_) => None,
        None => figure(line, at).filter(|figure| figure.end == at + 1)?.number.to_string().parse().ok(),
    }
}

/// A part with its precision: such words are chosen for the nearest simple part, so a fifth of the part's size counts
/// as its last place (“half” is anything from 45 % to 55 %).
fn part_of(numerator: u64, denominator: u64, end: usize) -> Option<Part> {
    ratio_of(Decimal::from(numerator), Decimal::from(denominator), Decimal::ZERO, end)
}

/// So many parts of a whole, and `more` wholes besides; repeating decimals to the 28 digits that a [`Decimal`] has.
pub fn ratio_of(numerator: Decimal, denominator: Decimal, more: Decimal, end: usize) -> Option<Part> {
    let number = numerator.checked_div(denominator)?.checked_add(more)?;
    let precision = Decimal::ONE.checked_div(denominator.checked_mul(Decimal::from(5))?)?;
    Some(Part { number, precision, end })
}
