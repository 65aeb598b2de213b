//! The stretches of a paragraph inside which no sentence ends: quotations and brackets that are closed.

use std::ops::Range;

/// The closed quotations and brackets of `written`, the outermost of those that nest, in order, as bytes with their
/// marks. One that never closes shelters nothing. Linear: every mark is seen once.
pub fn shelters(written: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut double: Option<usize> = None;
    let mut single: Option<usize> = None;
    let mut bracket: Option<usize> = None;
    let mut before = ' ';
    let mut characters = written.char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        let after = characters.peek().map_or(' ', |&(_, after)| after);
        let end = place + character.len_utf8();
        let closed = match character {
            '(' | '[' => {
                bracket = Some(place);
                None
            }
            ')' | ']' => bracket.take(),
            '`' if after == '`' => {
                double = Some(place);
                None
            }
            '"' | '“' | '”' | '„' | '«' | '»' => turn(&mut double, place, side(character, before, after)),
            '\'' if before == '\'' => double.take(),
            '‘' | '’' | '\'' => match side(character, before, after) {
                Side::Opens => {
                    single = Some(place);
                    None
                }
                // An apostrophe follows a letter; only behind a stop or comma it is certainly a closing mark.
                Side::Closes if matches!(before, '.' | ',' | '!' | '?' | '…') => single.take(),
                _ => None,
            },
            _ => None,
        };
        if let Some(from) = closed {
            while found.pop_if(|inner| inner.start >= from).is_some() {}
            found.push(from..end);
        }
        before = character;
    }
    found
}

/// Which way a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// Opens or closes the quotation at `open` with the mark at `place`; gives where the closed one began. A mark that opens
/// once more takes the place of the one before, which has been forgotten to close.
fn turn(open: &mut Option<usize>, place: usize, side: Side) -> Option<usize> {
    match (side, *open) {
        (Side::Opens, _) | (Side::Either, None) => {
            *open = Some(place);
            None
        }
        _ => open.take(),
    }
}

/// Which way `mark` looks between the characters `before` and `after`.
fn side(mark: char, before: char, after: char) -> Side {
    let free_before = before.is_whitespace() || is_opening(before) || matches!(before, '-' | '–' | '—' | '/');
    let free_after =
        after.is_whitespace() || is_closing(after) || after.is_ascii_punctuation() || matches!(after, '–' | '—' | '…');
    match mark {
        '„' | '«' => Side::Opens,
        '»' => Side::Closes,
        '“' | '‘' if !free_after || free_before => Side::Opens,
        '”' | '’' if !free_before || free_after => Side::Closes,
        _ => match (free_before, free_after) {
            (true, false) => Side::Opens,
            (false, _) => Side::Closes,
            (true, true) => Side::Either,
        },
    }
}

/// Marks that open a quotation or bracket.
pub const fn is_opening(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '„' | '`')
}

/// Marks that close a quotation or bracket.
pub const fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}
