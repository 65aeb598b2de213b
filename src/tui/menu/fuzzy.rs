//! What is typed → which actions are meant, and how well: the letters of a name in their order, or words of its help.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// A word found in the name is worth so much more than any found in the help: names are what people learn.
const IN_NAME: u32 = 1_000;

/// How well a name and its help match, and where: characters that are to be emphasised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// The higher the better.
    pub score: u32,
    /// Indices of characters of the name.
    pub name: Vec<u32>,
    /// Indices of characters of the help.
    pub help: Vec<u32>,
}

/// A pattern that has been typed.
#[derive(Debug)]
pub struct Fuzzy {
    /// Each word, to be found by its letters and to be found as it is.
    words: Vec<(Atom, Atom)>,
    matcher: Matcher,
}

impl Fuzzy {
    /// The pattern `typed`: its words in any order.
    pub fn new(typed: &str) -> Self {
        let mut config = Config::DEFAULT;
        config.prefer_prefix = true;
        let atom = |word, kind| Atom::new(word, CaseMatching::Ignore, Normalization::Smart, kind, false);
        let words = typed.split_whitespace().map(|word| (atom(word, AtomKind::Fuzzy), atom(word, AtomKind::Substring)));
        Self { words: words.collect(), matcher: Matcher::new(config) }
    }

    /// Matches an action: each word by its letters in `name`, or else as it is in `help`. Nothing typed matches all.
    pub fn matches(&mut self, name: &str, help: &str) -> Option<Match> {
        let mut found = Match::default();
        let (mut name_characters, mut help_characters) = (Vec::new(), Vec::new());
        let name = Utf32Str::new(name, &mut name_characters);
        let help = Utf32Str::new(help, &mut help_characters);
        for (letters, word) in &self.words {
            if let Some(score) = letters.indices(name, &mut self.matcher, &mut found.name) {
                found.score += IN_NAME + u32::from(score);
                continue;
            }
            // Scattered letters can be found in almost any sentence and mean nothing there.
            found.score += u32::from(word.indices(help, &mut self.matcher, &mut found.help)?);
        }
        for indices in [&mut found.name, &mut found.help] {
            indices.sort_unstable();
            indices.dedup();
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that `typed` matches, the best first.
    fn check(typed: &str, expected: &[&str]) {
        const ACTIONS: [(&str, &str); 5] = [
            ("next-discrepancy", "go to the next discrepancy, gravest first"),
            ("next-shared", "go to the next fact that several articles tell alike"),
            ("dismiss", "dismiss the finding"),
            ("search", "search all articles"),
            ("write-report", "write the comparison to a file"),
        ];
        let mut fuzzy = Fuzzy::new(typed);
        let mut found: Vec<_> = ACTIONS
            .iter()
            .filter_map(|&(name, help)| fuzzy.matches(name, help).map(|found| (found.score, name)))
            .collect();
        found.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
        assert_eq!(found.into_iter().map(|(_, name)| name).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn letters_of_a_name_in_their_order() {
        check("nd", &["next-discrepancy", "next-shared", "dismiss"]);
        check("wrep", &["write-report"]);
        check("DIS", &["dismiss", "next-discrepancy"]);
        check("zzz", &[]);
    }

    #[test]
    fn words_of_the_help_come_after_names() {
        check("articles", &["next-shared", "search"]);
        check("sea", &["search", "next-discrepancy"]);
        check("next file", &[]);
        check("next gravest", &["next-discrepancy"]);
    }

    #[test]
    fn what_is_found_is_known_letter_by_letter() {
        let found = Fuzzy::new("shar alike").matches("next-shared", "told alike").expect("it does");
        assert_eq!((found.name, found.help), (vec![5, 6, 7, 8], vec![5, 6, 7, 8, 9]));
    }

    #[test]
    fn any_letters_may_be_typed() {
        for typed in ["", " ", "\\", "世界", "e\u{301}", "^$!'", "-"] {
            Fuzzy::new(typed).matches("next-shared", "told “alike” – or not");
        }
    }
}
