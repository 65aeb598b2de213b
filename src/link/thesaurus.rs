//! Words that news uses for one thing, so that “wounded” and “injured” meet. Groups stand in `assets/thesaurus`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::segment::{Term, stem};

/// From the stem of every word of a group to the stem of the group's first word. A stem of several groups belongs to
/// the first.
static GROUPS: LazyLock<HashMap<Term, Term>> = LazyLock::new(|| {
    let mut groups = HashMap::new();
    for line in include_str!("../../assets/thesaurus/news.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut stems = line.split_whitespace().map(stem);
        if let Some(first) = stems.next() {
            let first = *groups.entry(first).or_insert(first);
            for other in stems {
                groups.entry(other).or_insert(first);
            }
        }
    }
    groups
});

/// The stem that stands for `stem` and for the words that mean the same.
pub fn meaning(stem: Term) -> Term {
    GROUPS.get(&stem).copied().unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        meaning(stem(a)) == meaning(stem(b))
    }

    #[test]
    fn words_for_one_thing_meet() {
        assert!(same("wounded", "injured"));
        assert!(same("died", "deaths"));
    }

    #[test]
    fn opposites_do_not() {
        assert!(!same("rise", "fall"));
        assert!(!same("dead", "injured"));
        assert!(!same("approve", "reject"));
    }
}
