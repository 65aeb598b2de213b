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
fn the_articles_habit_tells_what_a_bare_dollar_is() {
    check(
        "The state of Victoria, Australia, pays $52 million (US$40 million), then $3 million.",
        &[("$52 million", "52000000 AUD"), ("US$40 million", "40000000 USD"), ("$3 million", "3000000 AUD")],
    );
    // No dollar is worth more than the American one: here another sign was lost.
    check(
        "Singapore gets 150 million $ (US$199 million).",
        &[("150 million $", "150000000 USD"), ("US$199 million", "199000000 USD")],
    );
    check(
        "It costs 20 euros and 50 cents, or 99 cents online.",
        &[("20 euros and 50 cents", "20.5 EUR"), ("99 cents", "0.99 EUR")],
    );
}

#[test]
fn bare_pounds_and_rupees_are_the_articles_own() {
    check(
        "He owes 500 Egyptian pounds and paid 200 pounds.",
        &[("500 Egyptian pounds", "500 EGP"), ("200 pounds", "200 EGP")],
    );
    check("In Cairo a pass costs 200 pounds.", &[("200 pounds", "200 EGP")]);
    check("Britain pays Egypt, Egypt, Egypt 200 pounds.", &[("200 pounds", "200 GBP")]);
    check("In Karachi it costs Rs 90.", &[("Rs 90", "90 PKR")]);
}

#[test]
fn codes_and_signs_are_glued_to_figures() {
    check(
        "USD50, CNY3.5 million and Rs50,000",
        &[("USD50", "50 USD"), ("CNY3.5 million", "3500000 CNY"), ("Rs50,000", "50000 INR")],
    );
    check("3 USD50 cards, $5 $6, 7€", &[("USD50", "50 USD"), ("$5", "5 USD"), ("$6", "6 USD"), ("7€", "7 EUR")]);
    check("30 MUSD and 4 kEUR, $1MM", &[("30 MUSD", "30000000 USD"), ("4 kEUR", "4000 EUR"), ("$1MM", "1000000 USD")]);
    check("flight MH370, the A320, COVID19 and the COP26 talks", &[]);
}

#[test]
fn countries_stand_before_nouns_and_nouns_before_figures() {
    check(
        "50 Malaysian ringgit, 5 South African rand, 200 Danish crowns",
        &[("50 Malaysian ringgit", "50 MYR"), ("5 South African rand", "5 ZAR"), ("200 Danish crowns", "200 DKK")],
    );
    check(
        "Rupees 500 crore, US dollars 5 billion",
        &[("Rupees 500 crore", "5000000000 INR"), ("US dollars 5 billion", "5000000000 USD")],
    );
    check("Euro 2024 begins, and 42 Rand Paul voters left the one Pence's aides chose", &[]);
}

#[test]
fn small_coins_join_their_sum() {
    check(
        "20 rupees and 43 paise, 3 CAD 50 cents",
        &[("20 rupees and 43 paise", "20.43 INR"), ("3 CAD 50 cents", "3.5 CAD")],
    );
    check("17 USD 25, 20 dollars 43", &[("17 USD 25", "17.25 USD"), ("20 dollars 43", "20.43 USD")]);
    check("He paid 20 dollars 43 times.", &[("20 dollars", "20 USD")]);
    check(
        "10 euro cents, two dimes, 5p",
        &[("10 euro cents", "0.1 EUR"), ("two dimes", "0.2 USD"), ("5p", "0.05 GBP")],
    );
    check("1080p video, my two cents", &[]);
}

#[test]
fn the_ends_of_a_range_share_sign_and_scale() {
    check("$10-$20, then $5-6bn", &[("$10-$20", "10..20 USD"), ("$5-6bn", "5000000000..6000000000 USD")]);
    check("between $10 and $12 billion", &[("$10 and $12 billion", "10000000000..12000000000 USD")]);
    check("It fell from $900 to $1.2 million.", &[("$900", "900 USD"), ("$1.2 million", "1200000 USD")]);
}

#[test]
fn what_goes_on_a_sum_is_a_sum() {
    check(
        "It asked for $5 billion on top of the four billion it has had.",
        &[("$5 billion", "5000000000 USD"), ("four billion", "4000000000 USD")],
    );
    check(
        "It spent $5 billion on the four million who live there, and the 3 million people near.",
        &[("$5 billion", "5000000000 USD")],
    );
    check("It had the four billion it asked for.", &[]);
    check(
        "a multibillion-pound deal, a multi-million-dollar one",
        &[("multibillion-pound", "1000000000 GBP"), ("million-dollar", "1000000 USD")],
    );
}

#[test]
fn a_single_coin_is_a_sum_and_a_manner_of_speaking_is_none() {
    check("She sold it for less than a dollar.", &[("a dollar", "1 USD")]);
    check("Not a dollar was lost in a dollar store, nor did a dollar-based fund gain.", &[]);
}

#[test]
fn exchange_rates_are_no_sums() {
    check("It traded at 92 yen to the dollar and 7.1 yuan per dollar.", &[]);
    check("Lenders get 20 cents on the dollar.", &[]);
    check("It gave 92 yen to the driver and 5 dollars per person.", &[("92 yen", "92 JPY"), ("5 dollars", "5 USD")]);
}

#[test]
fn pounds_of_something_are_weight() {
    check("She earned 20 pounds.", &[("20 pounds", "20 GBP")]);
    check("He lost weight, 20 pounds, on 3 pounds of fish and a 20-pound bag.", &[]);
    check("The baby was over two pounds.", &[]);
    check("The flood did thousands of pounds of damage.", &[("thousands of pounds", "1000 GBP")]);
    check(
        "She found a 20-pound note in London and was fined 500 pounds.",
        &[("20-pound", "20 GBP"), ("500 pounds", "500 GBP")],
    );
}

#[test]
fn other_words_are_no_money() {
    check("They won 5 won games; ALL 228 died; 40 policemen; a 4 mark", &[]);
    check("the COP 26 summit, TOP 10", &[]);
}
