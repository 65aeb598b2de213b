//! Readings of scales: degrees of heat, whose letters and words have other senses, and magnitudes of earthquakes.

use super::Size;
use crate::extract::line::Line;
use crate::extract::measured::{Measured, is_near};
use crate::extract::units::Unit;
use crate::extract::{Amount, Decimal, Numeral};
use crate::segment::Shape;
use crate::text::Classes;

/// Words in a sentence about heat. (Made from what weather, fever and kitchen reports say.)
const HEAT: [&str; 33] = [
    "temperature",
    "temperatures",
    "heat",
    "heatwave",
    "hot",
    "hotter",
    "hottest",
    "warm",
    "warmer",
    "warmest",
    "warming",
    "cold",
    "colder",
    "coldest",
    "cool",
    "cooler",
    "freezing",
    "frost",
    "weather",
    "highs",
    "lows",
    "mercury",
    "thermometer",
    "climate",
    "fever",
    "oven",
    "boil",
    "boils",
    "melt",
    "melts",
    "fahrenheit",
    "celsius",
    "°",
];

/// Words in a sentence about angles. (Made from compass and geometry.)
const ANGLES: [&str; 8] = ["angle", "latitude", "longitude", "north", "south", "rotate", "rotated", "zero"];

/// Words after which a bare “40C” is a temperature.
const READING: [&str; 16] = [
    "of", "to", "at", "above", "below", "over", "under", "near", "around", "about", "reach", "reached", "hit", "and",
    "between", "(",
];

/// Hotter than any weather, fever or oven that is told without a word for heat.
const HOTTEST: Decimal = Decimal::from_parts(250, 0, 0, false, 0);

/// Whether `found`, if it is degrees, is heat or an angle: not the “F” of “777F”, nor “one degree to the right of him”.
pub fn is_degree(line: Line<'_>, start: usize, at: usize, found: Unit, amount: &Amount) -> bool {
    let any = |cues: &[&str]| is_near(line, at, cues);
    match line.written(at) {
        "C" | "F" => {
            let before = start.wrapping_sub(1);
            let is_reading = READING.contains(&line.word(before)) && amount.number < HOTTEST;
            let is_name = before > line.start && line.shape(before) == Shape::Title;
            let is_of_thing = line.classes(found.end).any(Classes::NOUN) && !HEAT.contains(&line.word(found.end));
            // “20C (68F)”
            let is_converted = line.word(found.end) == "(" && matches!(line.written(found.end + 2), "C" | "F");
            !is_name && !is_of_thing && line.word(found.end) != "/" && (is_reading || is_converted || any(&HEAT))
        }
        _ if found.name == "degree" && line.word(at).starts_with("degree") => {
            let is_academic = matches!(line.word(at + 1), "from" | "in" | "burns");
            let is_in_words = !line.is_figure(start) && line.word(start) != "minus";
            !is_academic && (!is_in_words || any(&HEAT) || any(&ANGLES))
        }
        _ => true,
    }
}

/// “20 below zero”, without the degrees.
pub fn below_zero(line: Line<'_>, at: usize) -> Option<Unit> {
    line.is_phrase(at, &["below", "zero"]).then_some(Unit { name: "degree", end: at + 2 })
}

/// No earthquake comes near it.
const GREATEST_MAGNITUDE: Decimal = Decimal::from_parts(11, 0, 0, false, 0);

/// “magnitude 7.8”, “a 7.8-magnitude quake”, “a magnitude of 7.8”, “7.8 on the Richter scale”.
pub fn magnitude(line: Line<'_>, numeral: &Numeral) -> Option<Size> {
    let (mut start, mut end) = (numeral.words.start, numeral.words.end);
    let after = line.past_hyphen(end);
    let before = start.checked_sub(usize::from(line.before(start, 1) == "of" || line.is_hyphen(start.wrapping_sub(1))));
    if line.word(after) == "magnitude" {
        end = after + 1;
    // “magnitude” between two figures belongs to the one before.
    } else if let Some(before) = before.filter(|&before| {
        line.before(before, 1) == "magnitude" && before.checked_sub(2).is_none_or(|other| !line.is_figure(other))
    }) {
        start = before - 1;
    } else if !line.is_phrase(end, &["on", "the", "richter"]) {
        return None;
    }
    // “a storm of that magnitude 3 times a year”
    let is_magnitude =
        line.word(end) != "times" && numeral.amount.number < GREATEST_MAGNITUDE && line.is_figure(numeral.words.start);
    is_magnitude.then_some(Measured { words: start..end, amount: numeral.amount, unit: "magnitude" })
}
