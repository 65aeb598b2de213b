use super::*;
use crate::extract::numerals;
use crate::segment::segment;

/// The durations found in `text`, as words, value and hedge.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str, Hedge)]) {
    let document = segment(text.into());
    let found = durations(&document, &numerals(&document));
    let found: Vec<_> = found
        .iter()
        .map(|mention| match &mention.value {
            Value::Duration { timex, hedge } => (mention.span.of(text), timex.as_str(), *hedge),
            other => panic!("no duration: {other:?}"),
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

use Hedge::{About, Exact, MoreThan};

#[test]
fn a_count_and_its_unit() {
    check("Over the next three years it grows.", &[("three years", "P3Y", Exact)]);
    check("A three-year plan for a 58-year-old.", &[("three-year", "P3Y", Exact), ("58-year-old", "P58Y", Exact)]);
    check("It took 24 hours and 2.5 days.", &[("24 hours", "PT24H", Exact), ("2.5 days", "P2.5D", Exact)]);
    check(
        "After two decades and six straight days.",
        &[("two decades", "P20Y", Exact), ("six straight days", "P6D", Exact)],
    );
}

#[test]
fn several_counts_are_one_length() {
    check("It lasted two years and three months.", &[("two years and three months", "P2Y3M", Exact)]);
    check("Done in 1 hour 30 minutes.", &[("1 hour 30 minutes", "PT1H30M", Exact)]);
    check("It took an hour and a half.", &[("an hour and a half", "PT1.5H", Exact)]);
    check("Wait half an hour.", &[("half an hour", "PT30M", Exact)]);
    check("The first time in a quarter-century.", &[("a quarter-century", "P25Y", Exact)]);
    check("They waited for nearly a quarter century.", &[("a quarter century", "P25Y", About)]);
    check("It pays a quarter an hour, every quarter day and in the third quarter.", &[]);
}

#[test]
fn one_of_a_unit_is_a_length_only_where_asked_for() {
    check("It ran for a year.", &[("a year", "P1Y", Exact)]);
    check("More than a week passed.", &[("a week", "P1W", MoreThan)]);
    check("They earn $30 an hour and 100 euros a week, twice a day.", &[]);
    check("It was a year of change, and a second chance. One day he will know.", &[]);
}

#[test]
fn lengths_without_a_number() {
    check("For several months and a few hours.", &[("several months", "PXM", Exact), ("a few hours", "PTXH", Exact)]);
    check("In a couple of weeks.", &[("a couple of weeks", "P2W", About)]);
    check("They fought for years.", &[("years", "PXY", Exact)]);
    check("The film was decades in the making.", &[("decades", "PXY", Exact)]);
    check("The years went by; days of rest.", &[]);
}

#[test]
fn the_past_decade_is_ten_years() {
    check("It surpasses the past decade.", &[("the past decade", "P10Y", Exact)]);
    check("Over the next year it grows. The next year he left.", &[("the next year", "P1Y", Exact)]);
}

#[test]
fn other_nouns_behind_a_number_are_no_units() {
    check("Three second halves, the third day and a split second.", &[]);
}

#[test]
fn over_is_mostly_during() {
    check("Pay rises 16 percent over four years.", &[("four years", "P4Y", Exact)]);
    check("The first strike in over four years.", &[("four years", "P4Y", MoreThan)]);
}

#[test]
fn half_days_are_a_sort_of_day() {
    check("Schools had half-days.", &[]);
    check("They spent half a day there.", &[("half a day", "PT12H", Exact)]);
}

#[test]
fn a_whole_and_a_part_are_one_length() {
    check("It took two and a quarter hours.", &[("two and a quarter hours", "PT2.25H", Exact)]);
    check("Cook for five and a half minutes.", &[("five and a half minutes", "PT5.5M", Exact)]);
    check("It ran 2 hours and fifteen.", &[("2 hours and fifteen", "PT2H15M", Exact)]);
    check("It ran 2 hours and fifteen people left.", &[("2 hours", "PT2H", Exact)]);
    check("Two hours and a quarter of the town.", &[("Two hours", "PT2H", Exact)]);
}

#[test]
fn whole_units_and_weekends() {
    check("The course lasts three weekends.", &[("three weekends", "P3WE", Exact)]);
    check("They left for full week or all year.", &[("full week", "P1W", Exact), ("all year", "P1Y", Exact)]);
    check("The full-year forecast rose on full-time jobs.", &[]);
}

#[test]
fn ages_are_lengths() {
    check("A 58-year-old man, 60 years old.", &[("58-year-old", "P58Y", Exact), ("60 years", "P60Y", Exact)]);
    check("Children of three years of age.", &[("three years", "P3Y", Exact)]);
    check(
        "Two men, aged 58 and 61, died; one wed at age 87.",
        &[("aged 58", "P58Y", Exact), ("age 87", "P87Y", Exact)],
    );
    check(
        "Girls aged 5 to 12 and a boy of the age of 9.",
        &[("aged 5 to 12", "P5Y/P12Y", Exact), ("age of 9", "P9Y", Exact)],
    );
    check("Whisky aged 12 weeks in 1,200 casks; the bronze age of 3000 wars.", &[("12 weeks", "P12W", Exact)]);
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_value_can_be_read_back(
            words in proptest::collection::vec(
                "(a|an|half|quarter|and|of|two|three|[0-9]{1,30}|[0-9]\\.[0-9]|years?|months?|hours?|minutes|weekends|seconds?|full|all|past|the|couple|several|-|old|to|é|世|\\PC{0,4})",
                0..24,
            ),
            glue in "( |)",
        ) {
            let document = segment(words.join(&glue).into());
            for mention in durations(&document, &numerals(&document)) {
                let Value::Duration { timex, .. } = &mention.value else { panic!("no duration") };
                prop_assert!(crate::extract::timex::is_duration(timex), "{timex}");
            }
        }
    }
}
