//! Letters on all that can be jumped to: typing them goes there.

use super::mode::Mode;
use super::places::Subject;
use crate::read::Excerpt;

/// The letters, those under the fingers at rest first. The last of them begin the labels of two letters, when there are
/// more places than letters.
const LETTERS: [char; 26] = [
    'a', 's', 'd', 'f', 'j', 'k', 'l', 'g', 'h', 'e', 'i', 'r', 'u', 'w', 'o', 'q', 'p', 'c', 'm', 'v', 'n', 't', 'y',
    'b', 'x', 'z',
];

/// What a label stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Words of an article.
    Words(Excerpt),
    /// An entry of the list on the screen.
    Entry(Subject),
}

/// A place with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// What is to be typed.
    pub label: String,
    /// Where that goes.
    pub target: Target,
}

/// The labels that are shown.
#[derive(Debug)]
pub struct Labels {
    /// The places, the shortest labels first.
    pub(super) places: Vec<Labelled>,
    /// What is typed of a label.
    pub(super) typed: String,
    /// What they lie over.
    pub(super) beneath: Mode,
}

impl Labels {
    /// Labels on `places`; more than two letters can tell apart are left without.
    pub fn new(targets: Vec<Target>, beneath: Mode) -> Self {
        let labels = labels(targets.len());
        let places = labels.into_iter().zip(targets).map(|(label, target)| Labelled { label, target }).collect();
        Self { places, typed: String::new(), beneath }
    }
}

/// `count` labels of one letter or two, or as many as there are. None is the beginning of another.
pub fn labels(count: usize) -> Vec<String> {
    let letters = LETTERS.len();
    // Each letter that begins labels of two gives `letters` in place of one.
    let beginning = count.saturating_sub(letters).div_ceil(letters - 1).min(letters);
    let (alone, first) = LETTERS.split_at(letters - beginning);
    let pairs = first.iter().rev().flat_map(|&first| LETTERS.iter().map(move |&second| format!("{first}{second}")));
    alone.iter().map(char::to_string).chain(pairs).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_begins_another_and_all_are_short() {
        for count in [0, 1, 2, 25, 26, 27, 51, 52, 100, 300, 676, 677, 5000] {
            let labels = labels(count);
            assert_eq!(labels.len(), count.min(LETTERS.len() * LETTERS.len()));
            for (place, label) in labels.iter().enumerate() {
                assert!((1..=2).contains(&label.len()));
                assert!(
                    labels[..place]
                        .iter()
                        .all(|other| !other.starts_with(&label[..1]) || other.len() == 2 && label.len() == 2)
                );
            }
            let mut once = labels.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), labels.len());
        }
    }

    #[test]
    fn the_letters_at_rest_come_first() {
        assert_eq!(labels(5), ["a", "s", "d", "f", "j"]);
        let many = labels(40);
        assert_eq!((many[0].as_str(), many[25].as_str(), many[26].as_str()), ("a", "za", "zs"));
    }
}
