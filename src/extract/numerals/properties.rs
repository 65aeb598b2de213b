//! What must hold of numerals in any text, and of every number spelled out.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::segment::segment;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(u64, &str); 4] =
    [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

/// What stands between “hundred” and what is smaller.
#[derive(Clone, Copy, Debug)]
enum Joint {
    And,
    Space,
}

/// Appends the words of `number`, which is below a thousand.
fn spell_group(number: usize, joint: Joint, words: &mut Vec<String>) {
    if number >= 100 {
        words.push(format!("{} hundred", ONES[number / 100]));
        if matches!(joint, Joint::And) && !number.is_multiple_of(100) {
            words.push("and".to_owned());
        }
    }
    match number % 100 {
        0 if number > 0 => {}
        small if small < 20 => words.push(ONES[small].to_owned()),
        tens if tens % 10 == 0 => words.push(TENS[tens / 10].to_owned()),
        tens => words.push(format!("{}-{}", TENS[tens / 10], ONES[tens % 10])),
    }
}

/// `number` in words.
fn spell(number: u64, joint: Joint) -> String {
    let mut words = Vec::new();
    let mut rest = number;
    for (scale, name) in SCALES {
        if rest >= scale {
            spell_group(usize::try_from(rest / scale).unwrap_or(0), joint, &mut words);
            words.push(name.to_owned());
            rest %= scale;
        }
    }
    if rest > 0 || number == 0 {
        spell_group(usize::try_from(rest).unwrap_or(0), joint, &mut words);
    }
    words.join(" ")
}

/// Pieces of numbers, in places where they make no sense.
fn noise() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[0-9]{1,30}",
        select(ONES.to_vec()).prop_map(String::from),
        select(vec![
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillions",
            "lakh",
            "crore",
            "dozen",
            "dozens",
            "tens of",
            "scores of",
            "a",
            "and",
            "half",
            "quarter",
            "third",
            "fifths",
            "twenty",
            "hundredths",
            "one",
            "in",
            "over",
            "out of",
            "every",
            "point",
            "minus",
            "-",
            "–",
            "^",
            "e",
            "e9",
            "+",
            ".",
            ",",
            "/",
            "½",
            "%",
            "to",
            "or",
            "from",
            "between",
            "couple",
            "pair of",
            "people",
            "points",
            "No.",
            "cr",
            "M",
            "k",
            "bn",
            "st",
            "th",
            "(",
            ")",
            "$",
            "first",
            "'s",
            "US",
            "Boeing",
        ])
        .prop_map(String::from),
    ];
    (prop::collection::vec((piece, select(vec!["", " ", "\n"])), 0..40))
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap.to_owned()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numerals_of_any_text_lie_on_its_words_in_order(text in noise()) {
        let document = segment(text.as_str().into());
        let mut last = 0;
        for numeral in numerals(&document) {
            prop_assert!(numeral.words.start >= last && !numeral.words.is_empty(), "{text:?}");
            prop_assert!(numeral.words.end <= document.words.len(), "{text:?}");
            last = numeral.words.end;
        }
        for mention in crate::extract::mentions(&document, None) {
            prop_assert!(mention.words.end <= document.words.len() && !mention.words.is_empty(), "{text:?}");
        }
    }

    #[test]
    fn a_number_spelled_out_reads_as_itself(
        digits in 1_u32..15,
        seed in any::<u64>(),
        joint in select(vec![Joint::And, Joint::Space]),
    ) {
        let number = seed % 10_u64.pow(digits);
        let text = format!("There were {} of them.", spell(number, joint));
        let document = segment(text.as_str().into());
        let found = numerals(&document);
        prop_assert_eq!(found.len(), 1, "{}", &text);
        prop_assert_eq!(found[0].amount.number, Decimal::from(number), "{}", &text);
    }

    #[test]
    fn a_figure_with_a_scale_reads_as_its_product(figure in 1_u32..1_000, scale in select(SCALES.to_vec())) {
        let text = format!("There were {figure} {} of them.", scale.1);
        let found = numerals(&segment(text.as_str().into()));
        prop_assert_eq!(found.len(), 1, "{}", &text);
        prop_assert_eq!(found[0].amount.number, Decimal::from(figure) * Decimal::from(scale.0));
    }
}
