//! Sizes found in a sentence: `check` names their words and values.

use super::*;
use crate::extract::numerals;
use crate::segment::segment;

/// Checks the sizes in `text`: words, number and unit.
fn check(text: &str, expected: &[(&str, &str)]) {
    let document = segment(text.into());
    let found: Vec<_> = quantities(&document, &numerals(&document))
        .into_iter()
        .map(|mention| {
            let Value::Quantity { amount, unit } = mention.value else { panic!("no size") };
            let upper = amount.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
            (mention.span.of(text).to_owned(), format!("{}{upper} {unit}", amount.number))
        })
        .collect();
    let expected: Vec<_> = expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn names_and_symbols() {
    check("17 km from the 2.5-mile pier", &[("17 km", "17 kilometre"), ("2.5-mile", "2.5 mile")]);
    check(
        "30GB, 100 kilograms and 75ml",
        &[("30GB", "30 gigabyte"), ("100 kilograms", "100 kilogram"), ("75ml", "75 millilitre")],
    );
    check(
        "20 °C, 70 degrees Fahrenheit, 98 degrees",
        &[
            ("20 °C", "20 degree celsius"),
            ("70 degrees Fahrenheit", "70 degree fahrenheit"),
            ("98 degrees", "98 degree"),
        ],
    );
}

#[test]
fn squares_rates_and_hours() {
    check(
        "3,000 square metres, 190 km2, 12 m², 5 sq. miles",
        &[
            ("3,000 square metres", "3000 square metre"),
            ("190 km2", "190 square kilometre"),
            ("12 m²", "12 square metre"),
            ("5 sq. miles", "5 square mile"),
        ],
    );
    check(
        "180 km per hour, 90 km/h, 60 miles an hour, 5 kilowatt-hours",
        &[
            ("180 km per hour", "180 kilometre per hour"),
            ("90 km/h", "90 kilometre per hour"),
            ("60 miles an hour", "60 mile per hour"),
            ("5 kilowatt-hours", "5 kilowatt hour"),
        ],
    );
}

#[test]
fn parts_ranges_and_sizes_in_two_units() {
    check("half a mile, a quarter of a mile", &[("half a mile", "0.5 mile"), ("a quarter of a mile", "0.25 mile")]);
    check("3km-5km and 8- to 16-metre boats", &[("3km-5km", "3..5 kilometre"), ("8- to 16-metre", "8..16 metre")]);
    check("She is 5 feet 2 inches tall.", &[("5 feet 2 inches", "62 inch")]);
    check("a mile away, 3 dollars a gallon", &[("a mile", "1 mile")]);
}

#[test]
fn pounds_are_weight_where_something_is_weighed() {
    check("It weighs 20 pounds.", &[("20 pounds", "20 pound")]);
    check("It costs 20 pounds.", &[]);
}

#[test]
fn other_senses_are_no_sizes() {
    check("She is back on her two feet.", &[]);
    check("a 5G network, 10 Miles Davis records, the third degree, \"We have 5\"", &[]);
}

#[test]
fn feet_and_inches_make_one_size() {
    check(
        "She is 5'10\", he 6 feet 3 inches, the guard 6-foot-8, the door 7 ft 2 in.",
        &[("5'10\"", "70 inch"), ("6 feet 3 inches", "75 inch"), ("6-foot-8", "80 inch"), ("7 ft 2 in", "86 inch")],
    );
    check("It is 0.7 in (1.8 cm) thick.", &[("0.7 in", "0.7 inch"), ("1.8 cm", "1.8 centimetre")]);
    check("A blast killed 5 in Kabul; the clock showed 5'10 to go; 6-foot-wide", &[("6-foot", "6 foot")]);
}

#[test]
fn parts_of_a_unit() {
    check(
        "a tenth of a gallon, a quarter mile, quarter-litre, three-quarters of a mile",
        &[
            ("a tenth of a gallon", "0.1 gallon"),
            ("a quarter mile", "0.25 mile"),
            ("quarter-litre", "0.25 litre"),
            ("three-quarters of a mile", "0.75 mile"),
        ],
    );
    check("the third of a mile-long row, the first quarter, a quarter of the year", &[]);
    check("a pound of flour, hundreds of miles", &[("a pound", "1 pound"), ("hundreds of miles", "100 mile")]);
    check("a pound, $3 a gallon, miles of road", &[]);
}

#[test]
fn figures_share_the_unit_behind_them() {
    check(
        "5, 10 and 15 miles; 10 by 20 feet",
        &[("5", "5 mile"), ("10", "10 mile"), ("15 miles", "15 mile"), ("10", "10 foot"), ("20 feet", "20 foot")],
    );
    check("128 GB or 256 GB", &[("128 GB", "128 gigabyte"), ("256 GB", "256 gigabyte")]);
    check("In 2012 and 50 miles away", &[("50 miles", "50 mile")]);
    check("between 2 litres and about 7 litres", &[("2 litres and about 7 litres", "2..7 litre")]);
    check("It fell from 44 mg to 50 mg.", &[("44 mg", "44 milligram"), ("50 mg", "50 milligram")]);
    check("ranging from -18 °C to -34 °C", &[("-18 °C to -34 °C", "-34..-18 degree celsius")]);
}

#[test]
fn degrees_are_heat_or_angles() {
    check(
        "20C (68F) in Rome, 2 degrees below zero at night, 20 below zero later",
        &[
            ("20C", "20 degree celsius"),
            ("68F", "68 degree fahrenheit"),
            ("2 degrees below zero", "-2 degree"),
            ("20 below zero", "-20 degree"),
        ],
    );
    check("a Boeing 777F, the 13F filing, one degree to the right of her, two degrees in law, 14.7C/share", &[]);
    check("The climate warmed by two degrees.", &[("two degrees", "2 degree")]);
}

#[test]
fn magnitudes_of_earthquakes() {
    check(
        "a magnitude 7.8 quake, a 6.1-magnitude tremor, a magnitude of 5",
        &[("magnitude 7.8", "7.8 magnitude"), ("6.1-magnitude", "6.1 magnitude"), ("magnitude of 5", "5 magnitude")],
    );
    check("a task of this magnitude 3 times", &[]);
}

#[test]
fn compound_units_are_put_together() {
    check(
        "40 µg/m3, 9.8 m/s2, 2.5 million barrels a day, 35 miles per gallon, 50 Mbps",
        &[
            ("40 µg/m3", "40 microgram per cubic metre"),
            ("9.8 m/s2", "9.8 metre per second squared"),
            ("2.5 million barrels a day", "2500000 barrel per day"),
            ("35 miles per gallon", "35 mile per gallon"),
            ("50 Mbps", "50 megabit per second"),
        ],
    );
    check(
        "15,000 British thermal units, 20 metric tons, 12 stone, three times a week, 400 parts per million, 500 kcal",
        &[
            ("15,000 British thermal units", "15000 British thermal unit"),
            ("20 metric tons", "20 tonne"),
            ("12 stone", "12 stone"),
            ("three times a week", "3 time per week"),
            ("400 parts per million", "400 part per million"),
            ("500 kcal", "500 kilocalorie"),
        ],
    );
    check("three times, two stone lions, four parts of it, a 64-bit chip, SCP-173m, 5 hours, a bar a day", &[]);
}

#[test]
fn a_single_unit_has_its_hedge() {
    let text = "It is less than an inch thick.";
    let document = segment(text.into());
    let found = quantities(&document, &numerals(&document));
    assert_eq!(found[0].value.amount().map(|amount| amount.hedge), Some(super::super::Hedge::LessThan));
}
