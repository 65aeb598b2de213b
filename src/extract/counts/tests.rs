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
fn the_noun_is_found_behind_what_describes_it() {
    check("five current and former bank employees", &[("five", "5 employee")]);
    check(
        "900 US suppliers, two highly respected and experienced judges",
        &[("900", "900 supplier"), ("two", "2 judge")],
    );
    check("50 or more full-time workers; 300-plus pages", &[("50", "50 worker"), ("300", "300 page")]);
    check("three news sites and six sports stars", &[("three", "3 site"), ("six", "6 star")]);
    check("one former White House official", &[("one", "1 official")]);
    check("one active-duty U.S. officer", &[("one", "1 officer")]);
    check("at least one prominent Democrat", &[("one", "1 democrat")]);
    check("30 of the city's schools", &[("30", "30 school")]);
}

#[test]
fn what_is_done_is_not_what_is_counted() {
    check("one person familiar with the plan", &[("one", "1 person")]);
    check("He had one senator support him.", &[("one", "1 senator")]);
    check("one official even likened it to war", &[("one", "1 official")]);
    check("in one county but voted in another", &[("one", "1 county")]);
    check("if just one worker ends up in hospital", &[("one", "1 worker")]);
    check("two of the five injured suffered burns", &[("two", "2"), ("five", "5")]);
    check("The two met officials.", &[("two", "2")]);
}

#[test]
fn points_are_a_unit() {
    check(
        "The index fell 678 points to close at 8,962 points.",
        &[("678 points", "678 point"), ("8,962 points", "8962 point")],
    );
    check("a 14-point lead; at one point", &[("14", "14 point")]);
}

#[test]
fn figures_in_names_count_nothing() {
    check("The S&P 500 and Japan's Nikkei 225 fell, so did the Standard & Poor's 500 index.", &[]);
    check("Two of the Rolls-Royce Trent 900 engines failed.", &[("Two", "2 engine")]);
    check("It refunds iPhone 4 owners.", &[]);
    check("Airlines fly the Boeing 777; the 777 is long. It parked its 777 airliner.", &[]);
    check("Kin of Flight 447 passengers fear Title 42 limits on Route 66.", &[]);
    check("She called 911 near 10 Downing Street; the 911 caller hid a 401(k).", &[]);
    check("The No. 1 priority is the number one priority of the Group of Seven.", &[]);
    check("The Ford Five Hundred was renamed for iLife '11.", &[]);
    check("He flew aboard Air Force Two to see a play of The Three Sisters there.", &[]);
    check("It has three USB 2.0 ports, a GeForce 9400M chip and a 1920 x 1200 screen.", &[("three", "3 port")]);
    // The feet are a quantity, which wins over the count.
    check("He stands 6-foot-8, in his mid-20s; see example.org/news/2212625002/", &[("6", "6 foot")]);
}

#[test]
fn figures_beside_names_may_count() {
    check("In Lisbon 40 people fled.", &[("40", "40 person")]);
    check("She told Reuters 40 people fled.", &[("40", "40 person")]);
    check("On Memorial Day 20 people died.", &[("20", "20 person")]);
    check("Bomb Kills Two in Market", &[("Two", "2")]);
    check("They fear rumours Two senators spread online today.", &[("Two", "2 senator")]);
    check("The Dow sank 30 points.", &[("30 points", "30 point")]);
    check("A 12 member jury met the 20 dead.", &[("12", "12"), ("20", "20")]);
}

#[test]
fn the_same_number_twice_is_told_once() {
    check("They have twelve (12) tenants.", &[("twelve", "12 tenant")]);
    check("They have twelve (13) tenants.", &[("twelve", "12 tenant"), ("13", "13")]);
}

#[test]
fn a_number_may_count_nothing_named() {
    check("The toll rose to 17.", &[("17", "17")]);
    check("Jane Doe, 29, was hurt.", &[("29", "29")]);
}

#[test]
fn years_days_and_times_are_no_counts() {
    check("In 2020 and since 1998, on May 3 and 4 June, at 9 p.m. for three years, five or more months", &[]);
    check("The 2012 elections; it was built in 1784.", &[]);
    check("between 2010 and 2014, in the 2012–13 season; the London 2012 medals", &[]);
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
    check("One man fled; one dead, four injured.", &[("One", "1 man"), ("one", "1"), ("four", "4")]);
    check("At one point, on one hand", &[]);
}

#[test]
fn places_in_an_order() {
    check("the second man came 21st", &[("second", "2 th"), ("21st", "21 th")]);
    check("per second; a 30 second delay", &[]);
}
