//! Powers after a figure: “1.2e+6” is 1200000, “10^9” a thousand million. A result that no [`Decimal`] holds exactly is
//! none.

use super::Decimal;
use crate::extract::line::Line;
use crate::segment::WordKind;

/// A greater power of anything but one fits no [`Decimal`].
const GREATEST_POWER: u32 = 96;

/// A factor with which to multiply a figure, or its power; and the index of the word after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Power {
    /// What it makes of the figure.
    pub number: Decimal,
    /// What it makes of the last place told.
    pub precision: Decimal,
    /// Index of the word after it.
    pub end: usize,
}

/// What the power behind a figure that ends before word `at` makes of it.
pub fn power(line: Line<'_>, at: usize, number: Decimal, precision: Decimal) -> Option<Power> {
    line.glued(at).then_some(())?;
    if line.word(at) == "^" {
        let digits = at + 1 + usize::from(line.word(at + 1) == "+" && line.glued(at + 1));
        let power = raised(number, exponent(line, digits)?)?;
        return Some(Power { number: power, precision: Decimal::new(1, power.scale()), end: digits + 1 });
    }
    let (is_negative, exponent, end) = if line.word(at) == "e" {
        let is_signed = matches!(line.word(at + 1), "+" | "-") && line.glued(at + 1);
        let digits = at + 1 + usize::from(is_signed);
        (line.word(at + 1) == "-", exponent(line, digits)?, digits + 1)
    } else {
        // Letters keep the figures behind them: “e13”.
        let digits = line.word(at).strip_prefix('e').filter(|_| line.kind(at) == Some(WordKind::Word))?;
        (false, digits.parse().ok().filter(|power| *power <= GREATEST_POWER)?, at + 1)
    };
    let factor = raised(Decimal::TEN, exponent)?;
    let scaled = |value: Decimal| {
        let result = if is_negative { value.checked_div(factor)? } else { value.checked_mul(factor)? };
        // Digits beyond what a decimal holds are lost in division.
        (!result.is_zero() || value.is_zero()).then(|| result.normalize())
    };
    Some(Power { number: scaled(number)?, precision: scaled(precision)?, end })
}

fn exponent(line: Line<'_>, at: usize) -> Option<u32> {
    (line.glued(at) && line.is_figure(at)).then_some(())?;
    line.word(at).parse().ok().filter(|power| *power <= GREATEST_POWER)
}

fn raised(base: Decimal, power: u32) -> Option<Decimal> {
    (0..power).try_fold(Decimal::ONE, |product, _| product.checked_mul(base))
}
