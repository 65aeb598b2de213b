//! What goes on without an end: lists, tables, transcripts and noise, in which no full stop tells where one statement ends.
//! They are cut, so that what looks around a word inside its sentence costs the same wherever the word stands.

use std::ops::Range;

use super::words::{Word, WordKind};

/// A sentence has at most so many words. The longest of 5,000 read in news had 152, with the names of a page's links in it;
/// what goes on longer is no sentence.
pub const MOST_WORDS: usize = 256;
/// What is cut keeps at least so many, however well it could be cut before.
const LEAST_WORDS: usize = MOST_WORDS / 2;

/// The pieces that the words of one sentence are cut into, in order; one for all sentences of news.
pub fn pieces(words: &[Word]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = words.get(start..).filter(|rest| !rest.is_empty())?;
        let piece = start..start + piece(rest);
        start = piece.end;
        Some(piece)
    })
}

/// How many of `words` the first piece has. It ends behind a mark or, where there is none, before a space, so that no value
/// and no name is cut where that can be helped.
fn piece(words: &[Word]) -> usize {
    if words.len() <= MOST_WORDS {
        return words.len();
    }
    let is_apart = |place: &usize| !words[*place].glued;
    let follows_mark = |place: &usize| words[place - 1].kind == WordKind::Mark;
    let ends = || (LEAST_WORDS..=MOST_WORDS).rev().filter(is_apart);
    ends().find(follows_mark).or_else(|| ends().next()).unwrap_or(MOST_WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::{Document, segment};

    fn sentences(text: &str) -> (Document, Vec<String>) {
        let document = segment(text.into());
        let written = document.sentences.iter().map(|sentence| sentence.span.of(&document.text).to_owned()).collect();
        (document, written)
    }

    #[test]
    fn a_long_sentence_of_news_stays_one() {
        let text = format!("{}stopped.", "then one of them went on and ".repeat(30));
        assert_eq!(sentences(&text).1, [text]);
    }

    #[test]
    fn a_list_without_an_end_is_cut_behind_its_marks() {
        let (document, found) = sentences(&"Anna Bell of Lisbon, ".repeat(400));
        assert!(document.sentences.iter().all(|sentence| sentence.words.len() <= MOST_WORDS));
        assert!(found.iter().all(|piece| piece.starts_with("Anna") && piece.ends_with("Lisbon,")), "{found:?}");
    }

    #[test]
    fn words_without_an_end_are_cut_at_spaces_and_what_has_none_anywhere() {
        for unit in ["over-all ", "(", "e\u{301}-", "1 ", "said “", "世a"] {
            let text = unit.repeat(2_000);
            let (document, found) = sentences(text.trim());
            assert!(document.sentences.iter().all(|sentence| sentence.words.len() <= MOST_WORDS), "{unit}");
            assert_eq!(found.concat().replace(' ', ""), text.replace(' ', ""), "{unit}: all is in one piece");
            if unit == "over-all " {
                assert!(found.iter().all(|piece| piece.starts_with("over")), "{found:?}");
            }
        }
    }

    #[test]
    fn words_know_their_piece_and_count_its_clauses_anew() {
        let (document, _) = sentences(&"a man, ".repeat(400));
        for (index, sentence) in document.sentences.iter().enumerate() {
            let words = &document.words[sentence.words.clone()];
            assert!(words.iter().all(|word| word.sentence() == index));
            assert_eq!((words[0].clause(), words[words.len() - 1].clause()), (0, words.len() / 3));
        }
    }
}
