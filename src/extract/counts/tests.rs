//! Counts found in a sentence: `check` names the words, the number and what is counted.

use super::*;
use crate::extract::numerals;
use crate::segment::segment;

/// Checks the counts and ordinals of `text`: words, number, and the noun counted or `th` for an ordinal.
fn check(text: &str, expected: &[(&str, &str)]) {
    let document = segment(text.into());
    let found: Vec<_> = counts(&document, &numerals(&document))
        .into_iter()
        .map(|mention| {
            let shown = match mention.value {
                Value::Number { amount, of } => format!("{} {}", amount.number.normalize(), of.unwrap_or_default()),
                Value::Ordinal { number } => format!("{number} th"),
                other => panic!("{other:?}"),
            };
            (mention.span.of(text).to_owned(), shown.trim().to_owned())
        })
        .collect();
    let expected: Vec<_> = expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_noun_counted_is_its_lemma() {
    check("247 people, two young men, five cities", &[("247", "247 person"), ("two", "2 man"), ("five", "5 city")]);
    check("three senior police officers and one child", &[("three", "3 officer"), ("one", "1 child")]);
    check("a 12-member jury, 400 boxes", &[("12", "12 member"), ("400", "400 box")]);
    check("half of the workers; thousands of homes", &[("half", "0.5 worker"), ("thousands", "1000 home")]);
}

#[test]
fn a_number_may_count_nothing_named() {
    check("The toll rose to 17.", &[("17", "17")]);
    check("Jane Doe, 29, was hurt.", &[("29", "29")]);
}

#[test]
fn years_days_and_times_are_no_counts() {
    check("In 2020 and since 1998, on May 3 and 4 June, at 9 p.m. for three years", &[]);
    check("The 2012 elections; it was built in 1784.", &[]);
    check("Some 2000 people and 1500 homes", &[("2000", "2000 person"), ("1500", "1500 home")]);
}

#[test]
fn references_and_names_are_no_counts() {
    check("See page 4 of Chapter 11, the Falcon 9 and Article 5.", &[]);
    check("They fled after 9/11 on a 3D map.", &[]);
    check("In Lisbon 40 people fled.", &[("40", "40 person")]);
}

#[test]
fn one_is_often_a_pronoun() {
    check("No one helped one another; one of the men took the red one.", &[]);
    check("One man fled.", &[("One", "1 man")]);
}

#[test]
fn places_in_an_order() {
    check("the second man came 21st", &[("second", "2 th"), ("21st", "21 th")]);
    check("per second; a 30 second delay", &[]);
}
