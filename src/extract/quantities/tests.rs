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
    let expected: Vec<_> =
        expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
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
    check("a 5G network, 10 Miles Davis records, the third degree, \"We have 5\"", &[]);
}
