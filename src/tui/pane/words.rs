//! Words as the cursor goes over them: everything between two spaces.

use crate::text::Span;

/// The first word that begins at or after byte `position`.
pub fn word_from(text: &str, position: usize) -> Option<usize> {
    let rest = text.get(position..)?;
    rest.find(|character: char| !character.is_whitespace()).map(|start| position + start)
}

/// The beginning of the last word before byte `position`.
pub fn word_before(text: &str, position: usize) -> Option<usize> {
    let before = text.get(..position)?.trim_end();
    (!before.is_empty()).then(|| {
        before
            .rfind(char::is_whitespace)
            .map_or(0, |space| space + before[space..].chars().next().map_or(0, char::len_utf8))
    })
}

/// The word under byte `position`: everything up to the next spaces.
pub fn word_at(text: &str, position: usize) -> Span {
    let start = text
        .get(..position)
        .and_then(|before| before.char_indices().rev().find(|(_, character)| character.is_whitespace()));
    let start = start.map_or(0, |(space, character)| space + character.len_utf8());
    let end =
        text.get(position..).and_then(|rest| rest.find(char::is_whitespace)).map_or(text.len(), |end| position + end);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_spaces() {
        assert_eq!(word_at("so “good”, he", 6).of("so “good”, he"), "“good”,");
        assert_eq!(word_before("one two", 4), Some(0));
        assert_eq!(word_before("  one", 2), None);
    }
}
