//! Amounts set beside each other as one: “380 billion yuan (about $53 billion)”, “181 miles, or 291 kilometres,”.

use std::ops::Range;

use crate::extract::{Mention, Value};
use crate::segment::{Document, WordKind};

/// Between two apposed amounts stand at most so many words and marks: “, which is equivalent to about”.
const MOST_BETWEEN: usize = 6;

/// Words that may stand before an amount told a second time.
const BEFORE: [&str; 26] = [
    "about",
    "approximately",
    "roughly",
    "around",
    "some",
    "nearly",
    "almost",
    "over",
    "more",
    "than",
    "just",
    "under",
    "equivalent",
    "equal",
    "to",
    "worth",
    "the",
    "at",
    "which",
    "is",
    "a",
    "approx",
    "ca",
    "circa",
    "~",
    "≈",
];
/// Of these, the ones that after a comma or “or” announce that it is told again.
const AGAIN: [&str; 11] =
    ["about", "approximately", "roughly", "around", "nearly", "almost", "equivalent", "equal", "approx", "circa", "≈"];

/// The neighbouring amounts of a document that one sentence tells as one, by index of their mentions, in reading order:
/// in brackets, after a dash, “or” or “about”.
pub fn apposed(document: &Document, mentions: &[Mention]) -> Vec<[usize; 2]> {
    let amounts: Vec<usize> = (0..mentions.len()).filter(|&place| mentions[place].value.amount().is_some()).collect();
    let mut found: Vec<[usize; 2]> = Vec::new();
    for pair in amounts.windows(2) {
        let [first, second] = [pair[0], pair[1]];
        let (one, other) = (&mentions[first], &mentions[second]);
        if one.sentence != other.sentence || one.words.end > other.words.start {
            continue;
        }
        let between = one.words.end..other.words.start;
        // “£20m ($25m; €23m)”
        let goes_on = found.last().is_some_and(|last| {
            last[1] == first && is_bracket(document, mentions[last[0]].words.end) && between.len() == 1
        });
        if goes_on && matches!(document.folded(between.start), ";" | "," | "/")
            || is_told_again(document, between, other)
        {
            found.push([first, second]);
        }
    }
    found
}

fn is_bracket(document: &Document, word: usize) -> bool {
    matches!(document.folded(word), "(" | "[")
}

/// Whether the words between two amounts announce the second as the first told again.
fn is_told_again(document: &Document, between: Range<usize>, second: &Mention) -> bool {
    if between.is_empty() || between.len() > MOST_BETWEEN {
        return false;
    }
    let opener = document.folded(between.start);
    let mut rest = between.start + 1..between.end;
    match opener {
        "(" | "[" => {
            let closes = matches!(document.folded(second.words.end), ")" | "]" | ";" | "," | "/");
            closes && rest.all(|word| BEFORE.contains(&document.folded(word)))
        }
        "=" | "≈" => rest.is_empty(),
        // A dash between words, not the hyphen of a range.
        "-" => {
            let is_apart = document.words.get(between.start).is_some_and(|word| !word.glued);
            is_apart && announces(document, rest)
        }
        "," if document.folded(rest.start) == "or" => {
            rest.start += 1;
            rest.all(|word| BEFORE.contains(&document.folded(word)))
        }
        "," | "or" => announces(document, rest),
        _ => false,
    }
}

fn announces(document: &Document, mut words: Range<usize>) -> bool {
    words.clone().any(|word| AGAIN.contains(&document.folded(word)))
        && words.all(|word| {
            BEFORE.contains(&document.folded(word))
                || document.words.get(word).is_some_and(|it| it.kind == WordKind::Clitic)
        })
}

/// The two sums of every apposed pair of sums in different currencies.
pub fn sums<'m>(document: &Document, mentions: &'m [Mention]) -> Vec<[(usize, &'m Mention); 2]> {
    let pairs = apposed(document, mentions).into_iter();
    pairs
        .map(|pair| pair.map(|place| (place, &mentions[place])))
        .filter(|[(_, one), (_, other)]| match (&one.value, &other.value) {
            (Value::Money { currency: ours, .. }, Value::Money { currency: theirs, .. }) => ours != theirs,
            _ => false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::mentions;
    use crate::segment::segment;

    fn check(text: &str, expected: &[[&str; 2]]) {
        let document = segment(text.into());
        let mentions = mentions(&document, None);
        let words = |place: usize| mentions[place].span.of(text);
        let found: Vec<_> = apposed(&document, &mentions).into_iter().map(|pair| pair.map(words)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_sum_told_again_in_another_currency() {
        check("It paid 70 billion yuan ($10 billion) for it.", &[["70 billion yuan", "$10 billion"]]);
        check("It paid 70 billion yuan, or about $10 billion, for it.", &[["70 billion yuan", "$10 billion"]]);
        check("It paid 70 billion yuan — roughly $10 billion — for it.", &[["70 billion yuan", "$10 billion"]]);
        check("It paid 70 billion yuan, equivalent to $10 billion.", &[["70 billion yuan", "$10 billion"]]);
        check("It paid £20m ($25m; €23m) for it.", &[["£20m", "$25m"], ["$25m", "€23m"]]);
    }

    #[test]
    fn another_sum_is_none() {
        check("It paid 70 billion yuan and $10 billion for it.", &[]);
        check("It paid 70 billion yuan, $10 billion and a house for it.", &[]);
        check("It will pay 70 billion yuan or $10 billion, as the seller likes.", &[]);
        check("It paid 70 billion yuan (of which $10 billion in loans) for it.", &[]);
        check("It paid 70 billion yuan. About $10 billion came from loans.", &[]);
    }
}
