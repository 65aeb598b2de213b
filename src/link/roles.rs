//! What part a value plays, from the words around it: the dead or the injured, revenue or profit, a quarter or a year.
//! Two values of different parts are never one fact, however alike their sentences are.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::thesaurus::meaning;
use crate::extract::{Mention, Value};
use crate::segment::{Document, Term, WordKind, stem};
use crate::text::Classes;

/// Parts that exclude each other, an axis a line; alternatives parted by `|`, named by their first word. Words stand for all with their meaning
/// (see the thesaurus).
const AXES: [&str; 8] = [
    "killed death toll | injured wounded hurt | missing | rescued survivor survived | arrested detained | hospitalized",
    "revenue sales | profit earnings income | loss | investment invest spend spending | debt | dividend | valuation worth | saving",
    "quarter quarterly | year annual annually yearly | month monthly | week weekly | daily",
    "rise increase gain up | fall decrease loss down",
    "men | women | children",
    "cut layoff laid fire eliminate | hire add create | remain",
    "support favor back agree | oppose disagree against",
    "arrived arrival began start | left departure ended end",
];

/// A role word further away than this belongs to something else.
const FAR_WORDS: usize = 9;
/// Crossing “and” or a mark counts like so many words.
const CROSSING_WORDS: usize = 4;

type Alternatives = HashMap<Term, Vec<(usize, usize)>>;

/// From a meaning to the (axis, alternative)s that it stands for.
static ROLES: LazyLock<Alternatives> = LazyLock::new(|| {
    let mut roles = Alternatives::new();
    for (axis, line) in AXES.iter().enumerate() {
        for (alternative, words) in line.split('|').enumerate() {
            for word in words.split_whitespace() {
                let parts = roles.entry(meaning(stem(word))).or_default();
                if !parts.contains(&(axis, alternative)) {
                    parts.push((axis, alternative));
                }
            }
        }
    }
    roles
});

/// The alternative that a value takes on each axis; `None` where nothing near it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Roles([Option<usize>; AXES.len()]);

impl Roles {
    /// Reads the parts that `mention`, one of `mentions`, plays off the nearest role words of its sentence.
    pub fn of(document: &Document, mentions: &[Mention], mention: &Mention) -> Self {
        let Some(sentence) = document.sentences.get(mention.sentence) else {
            return Self::default();
        };
        let mut nearest = [(usize::MAX, None); AXES.len()];
        let from = mention.words.start.saturating_sub(FAR_WORDS).max(sentence.words.start);
        let to = (mention.words.end + FAR_WORDS).min(sentence.words.end);
        for word in (from..to).filter(|word| !mention.words.contains(word)) {
            let Some(parts) = ROLES.get(&meaning(document.words[word].stem)) else { continue };
            if word >= mention.words.end && begins_another(document, word)
                || is_in_length_of_time(document, mentions, word)
                || is_of_next(document, mentions, mention, word)
            {
                continue;
            }
            let between =
                if word < mention.words.start { word + 1..mention.words.start } else { mention.words.end..word };
            let crossings = between.clone().filter(|&other| parts_statements(document, other)).count();
            let far = between.len() + CROSSING_WORDS * crossings;
            for &(axis, alternative) in parts.iter().filter(|_| far <= FAR_WORDS) {
                if far < nearest[axis].0 {
                    nearest[axis] = (far, Some(alternative));
                }
            }
        }
        Self(nearest.map(|(_, alternative)| alternative))
    }

    /// Whether the two play different parts on some axis.
    pub fn clash(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a.is_some_and(|a| b.is_some_and(|b| a != b)))
    }

    /// The names of the parts in which the two differ, ours first: (“killed”, “injured”); `None` where they do not clash.
    pub fn difference(self, other: Self) -> Option<(&'static str, &'static str)> {
        let name = |axis: usize, alternative: usize| AXES[axis].split('|').nth(alternative)?.split_whitespace().next();
        (0..AXES.len()).find_map(|axis| match (self.0[axis], other.0[axis]) {
            (Some(ours), Some(theirs)) if ours != theirs => Some((name(axis, ours)?, name(axis, theirs)?)),
            _ => None,
        })
    }

    /// Whether the two play the same part on some axis.
    pub fn meet(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a.is_some() && *a == b)
    }
}

/// Whether a word is the unit of a length of time: “the three months through December” are no month, though “the quarter
/// through December” is a quarter.
fn is_in_length_of_time(document: &Document, mentions: &[Mention], word: usize) -> bool {
    let after = mentions.partition_point(|mention| mention.words.start <= word);
    let around = mentions[..after].iter().rev().take(2).find(|mention| mention.words.contains(&word));
    around.is_some_and(|mention| match &mention.value {
        Value::Duration { .. } => mention.words.len() > 1,
        Value::Date { .. } => document.folded(word).ends_with('s'), // several of them
        _ => false,
    })
}

/// Whether a role word behind a value leads up to the next one: “$1.6 trillion in taxes, coupled with spending cuts of $400
/// billion”.
fn is_of_next(document: &Document, mentions: &[Mention], mention: &Mention, word: usize) -> bool {
    const NEAR_WORDS: usize = 3;
    let next = mentions.partition_point(|other| other.words.start <= word);
    let next = mentions[next..].iter().find(|other| other.value.amount().is_some());
    word >= mention.words.end
        && next.is_some_and(|next| {
            let between = word + 1..next.words.start;
            between.len() <= NEAR_WORDS
                && between.len() < word - mention.words.end
                && between.clone().any(|word| document.folded(word) == "of")
                && !between.clone().any(|word| parts_statements(document, word))
        })
}

/// Whether a verb behind “and” has its own object, so that what stands before is nothing of its: “gunned down four people
/// and injured several others”.
fn begins_another(document: &Document, word: usize) -> bool {
    let follows_joiner = word.checked_sub(1).is_some_and(|before| matches!(document.folded(before), "and" | "but"));
    let has_object = document.words.get(word + 1).is_some_and(|next| {
        next.kind == WordKind::Figure || next.classes().any(Classes::DETERMINER | Classes::ADJECTIVE | Classes::NOUN)
    });
    follows_joiner && has_object && document.words[word].classes().any(Classes::VERB | Classes::PAST)
}

/// Whether a word parts what stands before it from what stands after.
fn parts_statements(document: &Document, word: usize) -> bool {
    let is_joiner = matches!(document.folded(word), "and" | "but" | "while" | "or");
    is_joiner || (document.words[word].kind == WordKind::Mark && document.folded(word) != "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::mentions;
    use crate::segment::segment;

    fn roles(text: &str) -> Vec<Roles> {
        let document = segment(text.into());
        let mentions = mentions(&document, None);
        (mentions.iter())
            .filter(|mention| {
                matches!(mention.value, Value::Number { .. } | Value::Money { .. } | Value::Percent { .. })
            })
            .map(|mention| Roles::of(&document, &mentions, mention))
            .collect()
    }

    #[test]
    fn the_dead_are_told_from_the_injured_in_any_order_of_words() {
        for text in ["The blast killed 4 people and injured 9 others.", "4 people were killed and 9 others injured."] {
            let found = roles(text);
            assert_eq!(found[0].difference(found[1]), Some(("killed", "injured")), "{text}");
            assert!(found[0].clash(found[1]), "{text}");
        }
    }

    #[test]
    fn a_verb_with_its_own_object_says_nothing_of_what_stands_before_and() {
        let found = roles("He shot 4 people and injured 9 others.");
        assert_eq!(found[0].difference(found[1]), None);
    }

    #[test]
    fn a_word_that_leads_up_to_the_next_value_says_nothing_of_the_one_before() {
        let plan = roles("The plan has $1.6 trillion in taxes coupled with spending of $400 billion.");
        let revenue = roles("The plan has $1.6 trillion in revenue.");
        assert!(!plan[0].clash(revenue[0]) && plan[1].clash(revenue[0]));
        let spent = roles("The plan has $1.6 trillion in spending, of which $400 billion are new.");
        assert!(spent[0].clash(revenue[0]));
    }

    #[test]
    fn a_length_of_time_is_no_part() {
        let (a, b) = (roles("Sales rose 4% for the 3 months through June."), roles("Sales rose 4% for the quarter."));
        assert!(!a[0].clash(b[0]));
    }

    #[test]
    fn other_words_for_one_part_meet() {
        let (a, b) = (roles("12 people died."), roles("The toll is 12 people."));
        assert!(a[0].meet(b[0]) && !a[0].clash(b[0]));
    }
}
