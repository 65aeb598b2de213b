//! What one of a unit is worth in base units, and amounts told in one unit told in another. Units are known by their
//! names, which are put together as English does (“square metre”, “kilometre per hour”), so they are taken apart alike.

use super::table::{TABLE, ten_to};
use crate::extract::{Amount, Decimal};

/// Base units. The last of them measure what converts to nothing else (a decibel, a count of times).
const BASES: [&str; 15] =
    ["m", "kg", "s", "A", "K", "mol", "bit", "degree", "Sv", "Bq", "dB", "lm", "px", "time", "magnitude"];

/// Powers of the base units: “m s-1” is 1 of metres and −1 of seconds. Units with the same powers measure one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Powers([i8; BASES.len()]);

impl Powers {
    /// One metre.
    pub const LENGTH: Self = Self::base(0);
    /// One second.
    pub const TIME: Self = Self::base(2);

    const fn base(index: usize) -> Self {
        let mut powers = [0; BASES.len()];
        powers[index] = 1;
        Self(powers)
    }

    /// Reads “m2 kg s-3”.
    pub fn parse(text: &str) -> Option<Self> {
        let mut powers = Self::default();
        for word in text.split_whitespace() {
            let cut = word.find(|c: char| c == '-' || c.is_ascii_digit()).unwrap_or(word.len());
            let (base, power) = word.split_at(cut);
            let index = BASES.iter().position(|name| *name == base)?;
            powers.0[index] = if power.is_empty() { 1 } else { power.parse().ok()? };
        }
        Some(powers)
    }

    fn plus(self, other: Self, times: i8) -> Self {
        let mut powers = self;
        for (power, more) in powers.0.iter_mut().zip(other.0) {
            *power = power.saturating_add(more.saturating_mul(times));
        }
        powers
    }
}

/// What one of a unit is worth: (reading + `offset`) · `numerator` ÷ `denominator` base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    numerator: Decimal,
    denominator: Decimal,
    offset: Decimal,
    /// Of which base units.
    pub powers: Powers,
}

/// Reads a size as `assets/units.txt` tells it: “0.3048”, “1852/3600”, “1 + 273.15”.
pub fn size_of(text: &str, powers: Powers) -> Option<Measure> {
    let (size, offset) = text.split_once('+').unwrap_or((text, "0"));
    let (numerator, denominator) = size.split_once('/').unwrap_or((size, "1"));
    let parse = |text: &str| text.trim().parse::<Decimal>().ok();
    let denominator = parse(denominator).filter(|denominator| !denominator.is_zero())?;
    Some(Measure { numerator: parse(numerator)?, denominator, offset: parse(offset)?, powers })
}

impl Measure {
    /// The same with an SI prefix.
    pub fn times_ten_to(self, exponent: i32) -> Option<Self> {
        let (numerator, denominator) = ten_to(exponent)?;
        let numerator = self.numerator.checked_mul(numerator)?;
        Some(Self { numerator, denominator: self.denominator.checked_mul(denominator)?, ..self })
    }

    fn times(self, other: Self) -> Option<Self> {
        Some(Self {
            numerator: self.numerator.checked_mul(other.numerator)?,
            denominator: self.denominator.checked_mul(other.denominator)?,
            offset: Decimal::ZERO,
            powers: self.powers.plus(other.powers, 1),
        })
    }

    fn per(self, other: Self) -> Option<Self> {
        Some(Self {
            numerator: self.numerator.checked_mul(other.denominator)?,
            denominator: self.denominator.checked_mul(other.numerator)?,
            offset: Decimal::ZERO,
            powers: self.powers.plus(other.powers, -1),
        })
    }
}

/// What one of the unit `name` is worth; `None` for a name that no mention has.
pub fn measure(name: &str) -> Option<Measure> {
    if let Some(simple) = TABLE.measure(name) {
        return Some(simple);
    }
    if let Some((over, under)) = name.split_once(" per ") {
        return measure(over)?.per(measure(under)?);
    }
    if let Some(base) = name.strip_prefix("square ").or_else(|| name.strip_suffix(" squared")) {
        let base = measure(base)?;
        return base.times(base);
    }
    let base = measure(name.strip_prefix("cubic ")?)?;
    base.times(base)?.times(base)
}

/// Digits that a converted number keeps: more than anybody tells, few enough that what division cut off stays unseen.
const DIGITS: u32 = 20;

/// Decimals that a [`Decimal`] holds; a result so small that fewer than [`FEWEST_DIGITS`] of its digits are left is none.
const MOST_DECIMALS: u32 = 28;

/// How many digits of a converted number must be true: more than anybody tells.
const FEWEST_DIGITS: u32 = 12;

/// `amount` of the unit `from` told in the unit `to`, both named as in [`Value::Quantity`](crate::extract::Value); its
/// precision is converted with it, its hedge stays.
///
/// Exact where the quotient of the units is a finite decimal, else right to twenty digits. `None` where the units
/// measure different things, and where a decimal cannot hold the result. A temperature is a reading on a scale, never a
/// difference of two. Customary volumes are those of the United States, and a “ton” is the short one.
///
/// ```
/// use variorum::extract::{converted, mentions, Value};
/// use variorum::segment::segment;
///
/// let document = segment("The storm covered 100 miles.".into());
/// let Value::Quantity { amount, unit } = &mentions(&document, None)[0].value else { panic!() };
/// assert_eq!(converted(amount, unit, "kilometre").unwrap().number.to_string(), "160.9344");
/// assert_eq!(converted(amount, unit, "kilogram"), None);
/// ```
pub fn converted(amount: &Amount, from: &str, to: &str) -> Option<Amount> {
    if from == to {
        return Some(*amount);
    }
    let (from, to) = (measure(from)?, measure(to)?);
    (from.powers == to.powers).then_some(())?;
    let reading = |number: Decimal| told_in(number.checked_add(from.offset)?, &from, &to)?.checked_sub(to.offset);
    Some(Amount {
        number: told(reading(amount.number)?)?,
        upper: match amount.upper {
            Some(upper) => Some(told(reading(upper)?)?),
            None => None,
        },
        hedge: amount.hedge,
        precision: told(told_in(amount.precision, &from, &to)?)?,
    })
}

/// How many of the unit `small` make one of `large`, where that is a whole number above one.
pub fn whole_ratio(large: &str, small: &str) -> Option<Decimal> {
    let (large, small) = (measure(large)?, measure(small)?);
    let ratio = told_in(Decimal::ONE, &large, &small).filter(|_| large.powers == small.powers)?.normalize();
    (ratio.is_integer() && ratio > Decimal::ONE && large.offset == small.offset).then_some(ratio)
}

/// `number` units of `from` in units of `to`, offsets left aside.
fn told_in(number: Decimal, from: &Measure, to: &Measure) -> Option<Decimal> {
    let over = from.numerator.checked_mul(to.denominator)?;
    let under = from.denominator.checked_mul(to.numerator)?;
    // Multiplying first keeps it exact; where that grows too large, dividing first does.
    match number.checked_mul(over) {
        Some(product) => product.checked_div(under),
        None => number.checked_mul(over.checked_div(under)?),
    }
}

/// The number as told on: rounded to [`DIGITS`]; `None` where too few of its digits are left.
fn told(number: Decimal) -> Option<Decimal> {
    let least = Decimal::new(1, MOST_DECIMALS - FEWEST_DIGITS);
    let is_held = number.is_zero() || number.abs() >= least;
    is_held.then(|| number.round_sf(DIGITS))?.map(|number| number.normalize())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::extract::Hedge;

    fn amount(number: Decimal) -> Amount {
        Amount { number, upper: None, hedge: Hedge::About, precision: Decimal::ONE }
    }

    /// Checks that `number` of the unit `from` is `expected` of the unit `to`, rounded to six decimals.
    fn check(number: &str, from: &str, to: &str, expected: &str) {
        let found = converted(&amount(number.parse().unwrap()), from, to).map(|amount| amount.number);
        let shown = found.map_or("none".to_owned(), |found| found.round_dp(6).normalize().to_string());
        assert_eq!(shown, expected, "{number} {from} in {to}");
    }

    #[test]
    fn lengths_areas_volumes_and_masses() {
        check("100", "mile", "kilometre", "160.9344");
        check("6", "foot", "centimetre", "182.88");
        check("1", "square mile", "hectare", "258.998811");
        check("640", "acre", "square mile", "1");
        check("1", "cubic metre", "litre", "1000");
        check("2", "pound", "gram", "907.18474");
        check("1", "light year", "kilometre", "9460730472580.8");
    }

    #[test]
    fn rates_energy_and_data() {
        check("60", "mile per hour", "kilometre per hour", "96.56064");
        check("36", "kilometre per hour", "metre per second", "10");
        check("1", "knot", "kilometre per hour", "1.852");
        check("1", "nautical mile per hour", "knot", "1");
        check("9.80665", "metre per second squared", "foot per second squared", "32.174049");
        check("1", "kilowatt hour", "megajoule", "3.6");
        check("1", "gigabyte", "megabit", "8000");
        check("30", "mile per gallon", "kilometre per litre", "12.754311");
        check("1", "barrel per day", "litre per day", "158.987295");
    }

    #[test]
    fn temperatures_are_readings_of_scales() {
        check("100", "degree celsius", "degree fahrenheit", "212");
        check("-40", "degree fahrenheit", "degree celsius", "-40");
        check("0", "kelvin", "degree celsius", "-273.15");
    }

    #[test]
    fn precision_goes_with_the_number_and_both_ends_of_a_range() {
        let told = Amount { upper: Some(Decimal::from(20)), ..amount(Decimal::from(10)) };
        let found = converted(&told, "foot", "centimetre").unwrap();
        assert_eq!(
            [found.number, found.upper.unwrap(), found.precision].map(|part| part.to_string()),
            ["304.8", "609.6", "30.48"]
        );
        assert_eq!(found.hedge, Hedge::About);
    }

    #[test]
    fn different_things_do_not_convert() {
        check("1", "mile", "kilogram", "none");
        check("1", "degree", "degree celsius", "none");
        check("1", "hertz", "becquerel", "none");
        check("1", "no such unit", "metre", "none");
        check("1", "inch", "light year", "none");
    }

    #[test]
    fn a_whole_number_of_small_units_makes_a_large_one() {
        let ratio = |large, small| whole_ratio(large, small).map(|ratio| ratio.to_string());
        assert_eq!(ratio("foot", "inch").as_deref(), Some("12"));
        assert_eq!(ratio("pound", "ounce").as_deref(), Some("16"));
        assert_eq!(ratio("metre", "foot"), None);
        assert_eq!(ratio("inch", "foot"), None);
        assert_eq!(ratio("degree celsius", "degree fahrenheit"), None);
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same(
            mantissa in -1_000_000_000_i64..1_000_000_000,
            scale in 0_u32..4,
            from in 0_usize..1_000,
            to in 0_usize..1_000,
            power in 0_usize..4,
        ) {
            let names: Vec<_> = TABLE.names().collect();
            let (from, to) = (names[from % names.len()], names[to % names.len()]);
            let compound = |name: &str| match power {
                0 => name.to_owned(),
                1 => format!("{name} per hour"),
                2 => format!("square {name}"),
                _ => format!("gram per {name}"),
            };
            let told = amount(Decimal::new(mantissa, scale));
            if let Some(there) = converted(&told, &compound(from), &compound(to))
                && let Some(back) = converted(&there, &compound(to), &compound(from))
            {
                prop_assert_eq!(back.number.round_dp(scale), told.number, "{} in {}", from, to);
            }
        }
    }
}
