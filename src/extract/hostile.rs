//! Texts that say one thing over and over, as no news does: what a rule looks at around a word must not grow with them.
//! Work is counted in looks at words, so that no clock is needed.

use proptest::prelude::*;
use proptest::sample::select;

use super::mentions;
use crate::segment::looks::looks_of;
use crate::segment::segment;

/// How often a piece is repeated, and then twice as often: more than any rule looks around.
const REPEATS: usize = 300;

/// How many words the shorter text has at most.
const MOST_WORDS: usize = 600;

/// Twice the text may cost so many times the work: twice, and what rules that reach far (a hundred words and more) save
/// at the ends of the shorter text. Work that grows with the square makes it nearly four times.
const MOST_TIMES: f64 = 2.3;

/// A word of the worst text may cost so many looks. One of news costs about seventy, one of the worst piece below 600.
const MOST_LOOKS_A_WORD: usize = 2_000;

/// What texts are made of: each begins or goes on with something that some rule follows.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    // names
    "Mr. ", "Anna Bell ", "Anna ", "J. ", "Dr ", "Senator ", "Secretary of ", "General ", "Bank of ", "Church of the ", "X's ",
    "van ", "de la ", "al-", "Jean-", "Smith & ", "Norwegian ", "South Korean ", "US ", "U.S. ", "NATO ", "Inc. ", "Lee, Jr. ", "Lee (", "(ABC) ",
    "former ", "the airline ", "Norway ", "Paris, ", "Ann Lee, ", "Committee on ", "Drug Administration and ", "@me ", "Mayor ", "Lisbon's ",
    // numbers
    "one and ", "one ", "two ", "twenty-", "hundred ", "thousand ", "of thousands ", "dozens ", "half ", "half a ", "a third ", "third ",
    "1 ", "234 ", "1,000 ", "5 to ", "5-", "1/2 ", "½ ", "2.5 ", "3rd ", "No. 1 ", "page ", "more than ", "nearly ", "up to ", "per ", "point ",
    "degrees dozens ", "two men ", "old ", "people ", "points ", "in ", "all ", "the ", "those ", "million ", "% ", "5% ", "percent ",
    // money and sizes
    "$", "$5 ", "US$ ", "$5 million ", "20 dollars 43 ", "euros ", "5 pounds ", "pounds ", "5 km ", "5 feet 2 inches ", "5'10\" ", "a mile ", "km/", "square ",
    "20 degrees ", "magnitude ", "5 C ", "cents ",
    // dates and lengths
    "May 5, ", "May ", "Monday ", "Monday at ", "2012-", "2012 ", "last week ", "the ", "early ", "12:30 ", "a.m. ", "5 p.m. ", "from May ", "to ",
    "years ", "two years ", "a year and a half ", "two hours, ", "1 year ago ", "in two ", "the end of ", "'90s ",
    // quotations
    "“", "”", "\"", "'", "‘", "’", "“a ” ", "“a,” ", "“a b c d e f” ", "said ", "said “a ” ", "“a,” said ", "“a,” he said, ", "who said ", "according to ",
    "told ", "He said: ", ": ", "he ", ", ", "; ", "when ", "and ", "by ", "asked ", "saying ", "``", "''", "'s ",
    // marks and lines
    ". ", ".", "... ", "! ", "? ", "(", ") ", "[", "- ", "–", "\n", "\n\n", "* ", "a\n", "A\n\n", "a-", "x.", "http://", "#", "e\u{301}", "é", "世", "。",
    "was ", "is ", "has ", "will ", "very ", "quickly ", "big ", "dog ", "Word ", "WORD ", "mcDonald ", "that ", "which ",
];

/// How many looks `text` takes for each of its words, and in all.
fn looks(text: &str) -> (usize, usize) {
    let document = segment(text.into());
    let looks = looks_of(|| mentions(&document, jiff::civil::date(2025, 2, 24).into()));
    (looks / document.words.len().max(1), looks)
}

/// Checks that `piece` over and over costs as much for each word, however often.
fn check(piece: &str) -> Result<(), TestCaseError> {
    let words = segment(piece.into()).words.len().max(1);
    let repeats = REPEATS.min(MOST_WORDS / words);
    let (each, once) = looks(&piece.repeat(repeats));
    let (_, twice) = looks(&piece.repeat(2 * repeats));
    prop_assert!(each <= MOST_LOOKS_A_WORD, "{each} looks a word at {piece:?}");
    prop_assert!(twice as f64 <= MOST_TIMES * once as f64, "{once} looks become {twice} at {piece:?}");
    Ok(())
}

#[test]
fn one_thing_over_and_over_costs_no_more_for_each_word() {
    for piece in PIECES {
        check(piece).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn several_things_over_and_over_cost_no_more_either(pieces in prop::collection::vec(select(PIECES), 2..6)) {
        check(&pieces.concat())?;
    }
}
