//! Numerals found in a sentence: `check` takes them between brackets, and what each should be.

use super::*;
use crate::segment::segment;

/// Checks that the numerals of `marked` are those between brackets, and read as `expected`.
fn check(marked: &str, expected: &[&str]) {
    let text = marked.replace(['[', ']'], "");
    let document = segment(text.as_str().into());
    let found = numerals(&document);
    let mut shown = String::new();
    let mut from = 0;
    for numeral in &found {
        let span = document.span_of(numeral.words.clone());
        shown.extend([&text[from..span.start], "[", span.of(&text), "]"]);
        from = span.end;
    }
    shown += &text[from..];
    assert_eq!(shown, marked);
    let values: Vec<_> = found.iter().map(show).collect();
    assert_eq!(values, expected, "{marked}");
}

fn show(numeral: &Numeral) -> String {
    let Amount { number, upper, hedge, .. } = numeral.amount;
    let mut shown = number.round_dp(4).normalize().to_string();
    if let Some(upper) = upper {
        shown = format!("{shown}..{}", upper.normalize());
    }
    match numeral.form {
        NumeralForm::Cardinal => {}
        NumeralForm::Ordinal => shown += "th",
        NumeralForm::Fraction => shown += " part",
    }
    if hedge != super::super::Hedge::Exact {
        shown = format!("{shown} {}", hedge.name());
    }
    shown
}

fn precision(text: &str) -> String {
    numerals(&segment(text.into()))[0].amount.precision.normalize().to_string()
}

#[test]
fn figures_words_and_mixtures() {
    check("[1,507] fled, [two thousand three hundred and six] stayed", &["1507", "2306"]);
    check("[1.2bn] or [5.5 million] and [12 lakh]", &["1200000000", "5500000", "1200000"]);
    check("[two dozen] boats, [a hundred] men, [twenty-five] goats", &["24", "100", "25"]);
    check("[a hundred and fifty thousand] and [three thousand million]", &["150000", "3000000000"]);
    check("[two point five million] euros", &["2500000"]);
    check("it fell to [-5] or [minus five]", &["-5", "-5"]);
    check("[10 000] and [1½] and [.75]", &["10000", "1.5", "0.75"]);
}

#[test]
fn mixtures_with_parts() {
    check("[two and a half million] litres, [one and a half]", &["2500000", "1.5"]);
    check("[half a million] and [a quarter of a million] and [half a dozen]", &["500000", "250000", "6"]);
    check("[a million and a half] votes, an [eight-and-a-half]-hour talk", &["1500000", "8.5"]);
}

#[test]
fn figures_with_scale_words_go_on() {
    check("[7 thousand 5 hundred and 40] votes", &["7540"]);
    check("[412 hundred] and [3 lakh 50 thousand]", &["41200", "350000"]);
    check("[5 crore and three hundred]", &["50000300"]);
    check("They paid [5 million] and [20] goats, [3 thousand] and [40] cows.", &["5000000", "20", "3000", "40"]);
    check("She sold it for $[5 million] [two] years ago.", &["5000000", "2"]);
    check("It cost [one thousand] [two] weeks later, [one thousand two] men.", &["1000", "2", "1002"]);
    check("They own $[3 million] and [two hundred] acres.", &["3000000", "200"]);
}

#[test]
fn sums_of_scales_and_parts() {
    check("[two billion and a half million]", &["2000500000"]);
    check("[two billion and a half], [four million and two thirds].", &["2500000000", "4666666.6667"]);
    check("[two hundred and three dozen] eggs, [three dozen] eggs", &["236", "36"]);
    check("[1.5e+6], [2e3] and [2^10]", &["1500000", "2000", "1024"]);
    check("It killed [four] and [a fifth] of them burned.", &["4", "0.2 part"]);
    check("injuring [two] and a [third] man died", &["2", "3th"]);
}

#[test]
fn parts_in_several_words() {
    check("[thirty sixths], [three twenty-fourths], [five twenty fifths]", &["5 part", "0.125 part", "0.2 part"]);
    check("[-.5] or [45 hundredths] or [zero point 77]", &["-0.5", "0.45 part", "0.77"]);
    check("[two ten-thousandths] of it, [one one-hundredth] of a gram", &["0.0002 part", "0.01 part"]);
    check("[four hundred and twelve hundredths]", &["400.12"]);
    check("[one hundred and forty fifths], [one hundred forty fifths]", &["28 part", "2.2222 part"]);
    check("[a millionth], [one in 40] homes, [one in every three]", &["0 part", "0.025 part", "0.3333 part"]);
    check("[1 over 8], [three out of five]", &["0.125 part", "0.6 part"]);
    check(
        "[one] over [3] years, [two] in [2012], [900] out of [1.3 million]",
        &["1", "3 more_than", "2", "2012", "900", "1300000"],
    );
    check("[two hundred] [fifth]-graders, [twenty] [first] graders", &["200", "5th", "20", "1th"]);
}

#[test]
fn groups_with_a_name() {
    check("[a couple] of blasts and [a pair] of armed men", &["2 about", "2"]);
    check("[a score] of villages, [scores] of homes, [a couple hundred] men", &["20", "20 at_least", "200 about"]);
    check("The couple bought a pair of shoes; the scores of both tests; a score of [3]", &["3"]);
}

#[test]
fn numbers_read_out_and_written_in_one() {
    check("[three forty six].", &["346"]);
    check("[three] [forty]-foot boats came at [three] [forty-six].", &["3", "40", "3", "46"]);
    check("the [thirtyfirst] of [fortytwo]", &["31th", "42"]);
}

#[test]
fn parts() {
    check(
        "[three-quarters] of homes, [two thirds] of it, [a third] of all",
        &["0.75 part", "0.6667 part", "0.3333 part"],
    );
    check("[one in five] pupils and [nine out of 10]", &["0.2 part", "0.9 part"]);
    check("It fell by [a third].", &["0.3333 part"]);
    check("a [third] man, the [first] quarter of the year", &["3th", "1th"]);
}

#[test]
fn orders() {
    check("the [21st] and the [twenty-first], [third]", &["21th", "21th", "3th"]);
    check("the [one hundred and fifth] day, her [hundredth] game", &["105th", "100th"]);
}

#[test]
fn ranges_rise_and_changes_are_no_ranges() {
    check("[10 to 12] men, [7–9 lakh] rupees, [two or three] boats", &["10..12", "700000..900000", "2..3"]);
    check("between [one hundred and two hundred] people", &["100..200"]);
    check("It rose from [10] to [12].", &["10", "12"]);
    check("They won [3]–[2] on day [one].", &["3", "2", "1"]);
    check("prices ranging from [10 to 12]", &["10..12"]);
}

#[test]
fn hedges() {
    check(
        "at least [40], nearly [90], up to [5], more than [half]",
        &["40 at_least", "90 about", "5 at_most", "0.5 part more_than"],
    );
    check("about $[5 million], [500] metres or more, [100]+", &["5000000 about", "500 at_least", "100 at_least"]);
    check("at least another [40]; an additional [40]", &["40 at_least", "40"]);
    check(
        "[dozens] of people, [tens of thousands], [several hundred]",
        &["12 at_least", "10000 at_least", "100 at_least"],
    );
}

#[test]
fn hedges_and_bounds_as_they_are_written() {
    check("no fewer than [40], not more than [9], north of [300]", &["40 at_least", "9 at_most", "300 more_than"]);
    check("as many as [12], just under [7], well over [20]", &["12 at_most", "7 less_than", "20 more_than"]);
    check("upwards of [50], close to [60], just shy of [90]", &["50 more_than", "60 about", "90 less_than"]);
    check(
        "[20] or so, [300]-plus, [400] plus pages, [18] and older",
        &["20 about", "300 at_least", "400 at_least", "18 at_least"],
    );
    check("in the neighbourhood of [70], an estimated [80]", &["70 about", "80 about"]);
}

#[test]
fn words_of_hedges_in_other_senses() {
    check("It is not about that. [Forty] men stood by.", &["40"]);
    check("[40] or their wives; he is over it, [two] more; [5] plus [6]", &["40", "2", "5", "6"]);
    check("He stood close. To [two] of them he spoke, under a tree of [60] feet.", &["2", "60"]);
}

#[test]
fn ranges_as_they_are_written() {
    check("between [10 and 12], [10-12] and [5 to 6.5 million]", &["10..12", "10..12", "5000000..6500000"]);
    check("The rates are high, from [7 to 10].", &["7..10"]);
    check("It grew from [7] to [10]. Lisbon —[2] dead", &["7", "10", "2"]);
}

#[test]
fn codes_clocks_and_decades_are_no_numbers() {
    check("At 10:30 the F-16 of the 1990s, version 10.4.1, on 2025-02-22", &[]);
    check("call 212-555-0199", &[]);
}

#[test]
fn the_last_place_told_is_the_precision() {
    for (text, expected) in [
        ("1.2 billion", "100000000"),
        ("1,507", "1"),
        ("1,500", "100"),
        ("20", "1"),
        ("two million", "1000000"),
        ("half", "0.1"),
        ("forty-two", "1"),
        ("dozens", "12"),
    ] {
        assert_eq!(precision(text), expected, "{text}");
    }
}

#[test]
fn nothing_overflows() {
    let text = "999999999999999999999999 trillion trillion trillion lakh crore ".repeat(3)
        + "thousands of millions of trillions of trillions of trillions of trillions";
    assert!(!numerals(&segment(text.as_str().into())).is_empty());
}
