//! Sums found in a sentence: `check` names their words and values.

use super::*;
use crate::extract::numerals;
use crate::segment::segment;

/// Checks the sums of `text`: words, number, currency.
fn check(text: &str, expected: &[(&str, &str)]) {
    let document = segment(text.into());
    let found: Vec<_> = money(&document, &numerals(&document))
        .into_iter()
        .map(|mention| {
            let Value::Money { amount, currency } = mention.value else { panic!("no sum") };
            let upper = amount.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
            (mention.span.of(text).to_owned(), format!("{}{upper} {currency}", amount.number))
        })
        .collect();
    let expected: Vec<_> = expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn signs_stand_before_and_after() {
    check(
        "$5, US$1.4bn, A$ 3m and €20",
        &[("$5", "5 USD"), ("US$1.4bn", "1400000000 USD"), ("A$ 3m", "3000000 AUD"), ("€20", "20 EUR")],
    );
    check("20 €, £5 million", &[("20 €", "20 EUR"), ("£5 million", "5000000 GBP")]);
    check("a loss of -$5 and $-6", &[("-$5", "-5 USD"), ("$-6", "-6 USD")]);
}

#[test]
fn names_and_codes() {
    check(
        "380 million yuan, RMB 5, Rs. 500 crore",
        &[("380 million yuan", "380000000 CNY"), ("RMB 5", "5 CNY"), ("Rs. 500 crore", "5000000000 INR")],
    );
    check(
        "SEK 30, 20 usd, 5 Hong Kong dollars, 7 New Zealand dollars",
        &[
            ("SEK 30", "30 SEK"),
            ("20 usd", "20 USD"),
            ("5 Hong Kong dollars", "5 HKD"),
            ("7 New Zealand dollars", "7 NZD"),
        ],
    );
    check(
        "billions of dollars and a 20-euro note",
        &[("billions of dollars", "1000000000 USD"), ("20-euro", "20 EUR")],
    );
    check("75 USD million", &[("75 USD million", "75000000 USD")]);
}

#[test]
fn hundredths_count_as_such() {
    check("26 cents, 470 pence and 50p", &[("26 cents", "0.26 USD"), ("470 pence", "4.7 GBP"), ("50p", "0.5 GBP")]);
    check("thirteen dollars and forty-five cents", &[("thirteen dollars and forty-five cents", "13.45 USD")]);
}

#[test]
fn ranges_take_one_sum() {
    check("between $12 million and $20 million", &[("$12 million and $20 million", "12000000..20000000 USD")]);
    check("$10-15 million", &[("$10-15 million", "10000000..15000000 USD")]);
    check("It rose from $10 to $12.", &[("$10", "10 USD"), ("$12", "12 USD")]);
}

#[test]
fn the_article_tells_which_member_of_a_family() {
    check("In Chile the fine is 500 pesos.", &[("500 pesos", "500 CLP")]);
    check("The fine is 500 pesos.", &[("500 pesos", "500 MXN")]);
    check("All figures are in Canadian dollars. It paid $5.", &[("$5", "5 CAD")]);
    check(
        "It paid 5 million Canadian dollars, or $3.6 million.",
        &[("5 million Canadian dollars", "5000000 CAD"), ("$3.6 million", "3600000 USD")],
    );
}

#[test]
fn pounds_of_something_are_weight() {
    check("She earned 20 pounds.", &[("20 pounds", "20 GBP")]);
    check("He lost weight, 20 pounds, on 3 pounds of fish and a 20-pound bag.", &[]);
}

#[test]
fn other_words_are_no_money() {
    check("They won 5 won games; ALL 228 died; 40 policemen; a 4 mark", &[]);
    check("the COP 26 summit, TOP 10", &[]);
}
