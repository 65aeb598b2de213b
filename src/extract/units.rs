//! Units as written → their English singular, SI names spelt as in “kilometre”. A table knows the simple ones; here is
//! how they go together: powers (“square metres”, “km2”), rates (“miles per hour”, “µg/m³”), degrees and their scales.

mod measure;
mod table;

pub use measure::{converted, whole_ratio};

use super::line::Line;
use measure::{Powers, measure};
use table::{TABLE, kept};

/// A unit found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name.
    pub name: &'static str,
    /// Index of the word after it.
    pub end: usize,
}

/// The unit that begins with word `at`, after a number: “km”, “square metres”, “miles per hour”, “°C”.
///
/// Stretches of time are none, nor is what is only counted (“three times”), unless told for something: “times a week”.
pub fn unit(line: Line<'_>, at: usize) -> Option<Unit> {
    let first = power(line, at)?;
    if is_rate_only(first.name) {
        return rate(line, first);
    }
    is_no_time(first.name).then(|| rate(line, first).unwrap_or(first))
}

/// Whether `name` is a unit only of rates: three times or a “64-bit” chip are no sizes, “three times a week” is one.
fn is_rate_only(name: &str) -> bool {
    matches!(name, "time" | "revolution" | "bit")
}

fn is_no_time(name: &str) -> bool {
    measure(name).is_some_and(|measure| measure.powers != Powers::TIME)
}

/// “km”, “inches”, “degrees Celsius”, “°F”, “nautical miles”.
fn simple(line: Line<'_>, at: usize) -> Option<Unit> {
    let folded = line.word(at);
    match folded {
        "°" | "º" => return Some(degrees(line, at + 1)),
        "deg" => return Some(degrees(line, at + 1 + usize::from(line.word(at + 1) == "."))),
        _ => {}
    }
    let written = line.written(at);
    if let Some(symbol) = TABLE.symbol(written).filter(|_| is_after_figure(line, at, written)) {
        let is_near = line.glued(at) || !symbol.only_glued;
        return is_near.then_some(Unit { name: symbol.name, end: at + 1 });
    }
    line.is_word(at).then_some(())?;
    if let Some(unit) = phrase(line, at) {
        return Some(unit);
    }
    let name = TABLE.named(folded)?;
    Some(if name == "degree" { degrees(line, at + 1) } else { Unit { name, end: at + 1 } })
}

/// Whether word `at`, a symbol, stands where symbols do: one letter alone means a unit only beside a figure, or under
/// another unit (“m/s”).
fn is_after_figure(line: Line<'_>, at: usize, written: &str) -> bool {
    written.chars().nth(1).is_some() || line.is_figure(at.wrapping_sub(1)) || line.before(at, 1) == "/"
}

/// “nautical miles”, “light-years”, “kilowatt hours”, “British thermal units”.
fn phrase(line: Line<'_>, at: usize) -> Option<Unit> {
    let first = line.word(at);
    let singular = first.strip_suffix('s').unwrap_or(first);
    TABLE.begins(singular).then_some(())?;
    let mut words = singular.to_owned();
    let mut end = at + 1;
    for _ in 1..MOST_WORDS {
        let next = line.past_hyphen(end);
        words.push(' ');
        words.push_str(line.word(next));
        end = next + 1;
        if let Some(name) = TABLE.named(&words) {
            return Some(Unit { name, end });
        }
    }
    None
}

/// “British thermal unit”.
const MOST_WORDS: usize = 3;

/// “degrees” whose scale, if any, begins with word `at`.
fn degrees(line: Line<'_>, at: usize) -> Unit {
    match line.word(at) {
        "c" | "celsius" | "centigrade" => Unit { name: "degree celsius", end: at + 1 },
        "f" | "fahrenheit" => Unit { name: "degree fahrenheit", end: at + 1 },
        _ => Unit { name: "degree", end: at },
    }
}

/// A unit with or without a power: “square metres”, “sq km”, “m^2”, “km2”, “km cubed”.
fn power(line: Line<'_>, at: usize) -> Option<Unit> {
    let next = line.past_hyphen(at + 1);
    let after_stop = next + usize::from(line.word(next) == ".");
    let told_before = match line.word(at) {
        "square" => Some(("square ", next)),
        "cubic" => Some(("cubic ", next)),
        "sq" => Some(("square ", after_stop)),
        "cu" => Some(("cubic ", after_stop)),
        _ => None,
    };
    if let Some((power, base)) = told_before {
        return raised(power, simple(line, base)?);
    }
    if let Some(unit) = simple(line, at) {
        let (power, end) = match (line.word(unit.end), line.word(unit.end + 1)) {
            ("^", "2") => ("square ", unit.end + 2),
            ("^", "3") => ("cubic ", unit.end + 2),
            ("²" | "squared", _) => ("square ", unit.end + 1),
            ("³" | "cubed", _) => ("cubic ", unit.end + 1),
            _ => return Some(unit),
        };
        return Some(raised(power, Unit { end, ..unit }).unwrap_or(unit));
    }
    // “km2”
    let written = line.written(at);
    let base = written.strip_suffix(['2', '3'])?;
    let name = TABLE.symbol(base)?.name;
    raised(if written.ends_with('2') { "square " } else { "cubic " }, Unit { name, end: at + 1 })
}

/// The area or volume that `power` makes of a length, and “second squared” under a metre.
fn raised(power: &str, base: Unit) -> Option<Unit> {
    let powers = measure(base.name)?.powers;
    let name = match power {
        _ if powers == Powers::LENGTH => kept(&[power, base.name]),
        "square " if powers == Powers::TIME => kept(&[base.name, " squared"]),
        _ => return None,
    };
    Some(Unit { name, ..base })
}

/// “miles per hour”, “km/h”, “barrels a day”, “µg/m³”.
fn rate(line: Line<'_>, base: Unit) -> Option<Unit> {
    let joint = line.past_hyphen(base.end);
    let under = match line.word(joint) {
        "per" | "/" => power(line, line.past_hyphen(joint + 1))?,
        // “a litre a kilometre” is said of few units, “a day” of most.
        "a" | "an" | "every" => power(line, line.past_hyphen(joint + 1))
            .filter(|under| !is_no_time(under.name) || matches!(under.name, "gallon" | "litre" | "kilometre"))?,
        _ => return None,
    };
    let is_told = !is_rate_only(under.name) && !base.name.contains(" per ") && under.name != base.name;
    is_told.then(|| Unit { name: kept(&[base.name, " per ", under.name]), end: under.end })
}
