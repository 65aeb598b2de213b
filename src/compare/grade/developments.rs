//! What an article itself tells as a change of one figure: “rose to 80 from 77”, “raised its estimate from 77 to 80”,
//! “80, up from 77”. An article that still tells the earlier figure is older, not wrong.

use std::collections::HashMap;
use std::ops::Range;

use crate::extract::{Mention, Value};
use crate::link::FactKind;
use crate::read::ArticleId;
use crate::segment::{Document, Term, WordKind, stem};

/// Verbs of change, by their stems.
const CHANGES: [&str; 30] = [
    "rise",
    "rose",
    "risen",
    "raise",
    "increase",
    "grow",
    "grew",
    "climb",
    "jump",
    "fall",
    "fell",
    "drop",
    "decline",
    "lower",
    "cut",
    "revise",
    "update",
    "upgrade",
    "downgrade",
    "reduce",
    "expand",
    "extend",
    "lift",
    "correct",
    "adjust",
    "move",
    "postpone",
    "delay",
    "push",
    "change",
];
/// Words that may stand between the two figures beside what they count.
const FILLERS: [&str; 14] = [
    "to",
    "from",
    "a",
    "an",
    "the",
    "at",
    "least",
    "about",
    "nearly",
    "more",
    "than",
    "earlier",
    "previous",
    "previously",
];
/// Between the two figures stand at most so many words.
const MOST_BETWEEN: usize = 6;
/// And so many that are not among [`FILLERS`]: “80 people from 77”.
const MOST_OTHERS: usize = 1;

/// The changes that a story tells.
#[derive(Clone, Debug, Default)]
pub struct Developments {
    /// By article and index of the later figure's mention, the index of the earlier one's.
    earlier: HashMap<(ArticleId, usize), usize>,
}

impl Developments {
    /// Reads the changes of a story once. Linear.
    pub fn new(documents: &[Document], mentions: &[Vec<Mention>]) -> Self {
        let mut earlier = HashMap::new();
        for (article, (document, mentions)) in documents.iter().zip(mentions).enumerate() {
            let kind = |place: usize| FactKind::of(&mentions[place].value);
            let values: Vec<usize> =
                (0..mentions.len()).filter(|&place| kind(place).is_some_and(|kind| kind != FactKind::Quote)).collect();
            for pair in values.windows(2) {
                let (one, other) = (&mentions[pair[0]], &mentions[pair[1]]);
                if kind(pair[0]) != kind(pair[1]) || one.sentence != other.sentence {
                    continue;
                }
                if let Some(order) = order(document, one, other) {
                    let (late, early) = match order {
                        Order::LaterFirst => (pair[0], pair[1]),
                        Order::EarlierFirst => (pair[1], pair[0]),
                    };
                    earlier.insert((ArticleId(article), late), early);
                }
            }
        }
        Self { earlier }
    }

    /// The value that the article tells as the earlier state of mention `index`.
    pub fn before<'m>(&self, article: ArticleId, index: usize, mentions: &'m [Vec<Mention>]) -> Option<&'m Value> {
        let earlier = *self.earlier.get(&(article, index))?;
        Some(&mentions.get(article.0)?.get(earlier)?.value)
    }
}

enum Order {
    LaterFirst,
    EarlierFirst,
}

/// Which of two neighbouring values is the later state, where the words around them say that one became the other.
fn order(document: &Document, one: &Mention, other: &Mention) -> Option<Order> {
    if one.words.end > other.words.start {
        return None;
    }
    let between = one.words.end..other.words.start;
    let folded = |word: usize| document.folded(word);
    if between.is_empty() || between.len() > MOST_BETWEEN {
        return None;
    }
    let others = between
        .clone()
        .filter(|&word| !FILLERS.contains(&folded(word)) && !matches!(folded(word), "," | "up" | "down"));
    let others: Vec<usize> = others.collect();
    let are_words = others.iter().all(|&word| document.words[word].kind == WordKind::Word);
    if others.len() > MOST_OTHERS || !are_words {
        return None;
    }
    let has = |words: Range<usize>, sought: &str| words.clone().any(|word| folded(word) == sought);
    let sentence = document.sentences.get(one.sentence)?.words.clone();
    let comes_after = |word: &str| {
        // “to at least 80”
        const HEDGE_WORDS: usize = 3;
        has(one.words.start.saturating_sub(HEDGE_WORDS).max(sentence.start)..one.words.start, word)
    };
    if has(between.clone(), "from") && (has(between.clone(), "up") || has(between.clone(), "down")) {
        return Some(Order::LaterFirst);
    }
    if !changes(document, sentence.start..one.words.start) {
        return None;
    }
    if has(between.clone(), "from") && comes_after("to") {
        Some(Order::LaterFirst)
    } else if has(between, "to") && comes_after("from") {
        Some(Order::EarlierFirst)
    } else {
        None
    }
}

/// Whether a verb of change stands near before.
fn changes(document: &Document, before: Range<usize>) -> bool {
    const NEAR_WORDS: usize = 10;
    let stems: [Term; CHANGES.len()] = CHANGES.map(stem);
    let near = before.end.saturating_sub(NEAR_WORDS).max(before.start)..before.end;
    near.into_iter().any(|word| stems.contains(&document.words[word].stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::mentions;
    use crate::segment::segment;

    /// Later and earlier words of every change told in `text`.
    fn check(text: &str, expected: &[[&str; 2]]) {
        let document = segment(text.into());
        let mentions = vec![mentions(&document, None)];
        let told = Developments::new(std::slice::from_ref(&document), &mentions);
        let mut found: Vec<_> = told.earlier.iter().map(|((_, late), early)| [*late, *early]).collect();
        found.sort_unstable();
        let found: Vec<_> = found.into_iter().map(|pair| pair.map(|place| mentions[0][place].span.of(text))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_figure_that_became_another() {
        check("The death toll rose to 80 from 77 on Friday.", &[["80", "77"]]);
        check("The ministry raised its estimate from 77 to 80 people.", &[["80", "77"]]);
        check("The ministry counted 80 dead, up from 77.", &[["80", "77"]]);
        check("The bank cut its forecast to 1.5 percent from 2 percent.", &[["1.5 percent", "2 percent"]]);
    }

    #[test]
    fn two_figures_of_different_things() {
        check("The road from 77 houses to 80 farms was closed.", &[]);
        check("It took 80 men from 77 towns.", &[]);
        check("The toll rose. Of 80 men from 77 towns some came back.", &[]);
    }
}
