//! Where one statement of a sentence ends and the next begins: at stronger marks, at words that open a clause, and at
//! “and”, “or”, “but” before a verb. A value belongs to its clause before it belongs to its sentence.

use super::words::{Word, WordKind};
use crate::text::Classes;

/// Marks that end a clause.
const MARKS: [&str; 9] = [",", ";", ":", "(", ")", "--", "-", "\"", "..."];

/// Words that open a clause of their own.
const OPENERS: [&str; 20] = [
    "which", "who", "whom", "whose", "where", "when", "while", "whereas", "although", "though", "because", "after",
    "before", "until", "unless", "if", "as", "since", "than", "that",
];

/// Words that join clauses when a verb follows.
const JOINERS: [&str; 4] = ["and", "but", "or", "nor"];

/// Numbers the clauses of one sentence's words from 0.
pub fn mark(words: &mut [Word], folded: &str) {
    let mut clause = 0;
    for place in 0..words.len() {
        let from = words[place].folded as usize;
        let to = words.get(place + 1).map_or(folded.len(), |next| next.folded as usize);
        let form = &folded[from..to];
        let parts = match words[place].kind {
            // A hyphen inside a compound is glued on both sides and parts nothing.
            WordKind::Mark if form == "-" => {
                !(words[place].glued && words.get(place + 1).is_some_and(|next| next.glued))
            }
            WordKind::Mark => MARKS.contains(&form),
            WordKind::Word if OPENERS.contains(&form) => true,
            WordKind::Word if JOINERS.contains(&form) => words.get(place + 1).is_some_and(|next| {
                let classes = next.classes();
                classes.any(Classes::AUXILIARY | Classes::PAST)
                    || (classes.any(Classes::VERB) && !classes.any(Classes::NOUN | Classes::ADJECTIVE))
            }),
            _ => false,
        };
        if parts && place > 0 {
            clause += 1;
        }
        words[place].set_clause(clause);
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::segment;

    fn check(text: &str, expected: &[&str]) {
        let document = segment(text.into());
        let mut clauses: Vec<Vec<&str>> = Vec::new();
        for (index, word) in document.words.iter().enumerate() {
            if clauses.len() <= word.clause() {
                clauses.push(Vec::new());
            }
            clauses[word.clause()].push(document.written(index));
        }
        let found: Vec<_> = clauses.iter().map(|words| words.join(" ")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn statements_of_one_sentence_part() {
        check(
            "Revenue rose 8% to 2 million euros, beating estimates and lifted shares after a slow year.",
            &["Revenue rose 8 % to 2 million euros", ", beating estimates", "and lifted shares", "after a slow year ."],
        );
    }

    #[test]
    fn a_pair_of_nouns_and_a_compound_stay_together() {
        check("Water and power failed in the three-year plan", &["Water and power failed in the three - year plan"]);
    }
}
