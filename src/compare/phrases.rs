//! Lists of phrases, looked up by their first word: a text is read through for dozens of them at once.

use crate::segment::{Document, Term, TermTable};

/// Phrases with what each stands for.
#[derive(Debug)]
pub struct Phrases<T: 'static> {
    /// By first word, in the order of the list.
    by_first: TermTable<Vec<(Vec<&'static str>, T)>>,
}

impl<T> Phrases<T> {
    /// `list` in the order in which the phrases are looked for; all folded, words parted by spaces.
    pub fn new(list: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: TermTable<Vec<_>> = TermTable::default();
        for (phrase, meant) in list {
            let words: Vec<&str> = phrase.split(' ').collect();
            by_first.entry(Term::of(words[0])).or_default().push((words, meant));
        }
        Self { by_first }
    }

    /// The phrases whose first word this is, in order.
    pub fn beginning(&self, first: Term) -> impl Iterator<Item = (&[&'static str], &T)> {
        self.by_first.get(&first).into_iter().flatten().map(|(words, meant)| (words.as_slice(), meant))
    }

    /// The first phrase that `document` has from word `start` on: how many words it has, and what it stands for.
    pub fn at(&self, document: &Document, start: usize) -> Option<(usize, &T)> {
        let first = document.words.get(start)?.term;
        let mut there = self.beginning(first).filter(|(words, _)| document.is_phrase(start, words));
        there.next().map(|(words, meant)| (words.len(), meant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    #[test]
    fn the_first_phrase_of_the_list_is_found() {
        let phrases = Phrases::new([("due to", 1), ("is not", 2), ("is not clear", 3), ("is", 4)]);
        let document = segment("It is not clear, and it is. Due to rain".into());
        let found: Vec<_> =
            (0..document.words.len() + 2).filter_map(|word| Some((word, *phrases.at(&document, word)?.1))).collect();
        assert_eq!(found, [(1, 2), (7, 4), (9, 1)]);
    }
}
