//! Which quotation marks a text has, and which way each looks.
//!
//! Curly marks say themselves whether they open or close. Straight ones are judged by the spaces around them, and single
//! ones must be told from apostrophes, decades, feet and inches, which are no quotation marks at all.

use std::ops::Range;

use crate::segment::{Document, WordKind};
use crate::text::lexicon;

/// A family of quotation marks; what opens in one closes in the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// “ ”, " ", „ “, `` ''
    Double,
    /// ‘ ’, ' '
    Single,
    /// « »
    Guillemet,
}

/// Which way a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It can only open.
    Opens,
    /// It can only close.
    Closes,
    /// Its writing does not tell.
    Either,
}

/// One quotation mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Index of its word in the document; two for `` and ''.
    pub words: Range<usize>,
    /// Its family.
    pub style: Style,
    /// Which way it looks.
    pub side: Side,
}

/// Words written with an apostrophe before them that is no quotation mark.
const ELISIONS: [&str; 12] = ["em", "til", "till", "tis", "twas", "cause", "bout", "n", "round", "cuz", "nuff", "er"];

/// The quotation marks among `words` of the document, in order; apostrophes, feet and inches are left out.
pub fn marks(document: &Document, words: Range<usize>) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut index = words.start;
    while index < words.end {
        let end = index + mark_words(document, index, words.end);
        if end > index {
            let place = Place::of(document, index..end, &words);
            if let Some((style, side)) = judge(document, index..end, place) {
                found.push(Mark { words: index..end, style, side });
            }
        }
        index = end.max(index + 1);
    }
    found
}

/// How many words the quotation mark at `index` takes: none when there is none, two for `` and ''.
fn mark_words(document: &Document, index: usize, end: usize) -> usize {
    match document.folded(index) {
        "\"" | "«" | "»" => 1,
        "'" => {
            let doubled = index + 1 < end
                && document.words[index + 1].span().start == document.words[index].span().end
                && document.written(index) == document.written(index + 1)
                && matches!(document.written(index), "`" | "'" | "‘" | "’");
            1 + usize::from(doubled)
        }
        _ => 0,
    }
}

/// What stands around a mark.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// A space, the paragraph's start, an opening bracket or a dash stands before it.
    free_before: bool,
    /// A space, the paragraph's end or punctuation stands after it.
    free_after: bool,
    /// What is glued to it in front.
    before: Option<WordKind>,
    /// What is glued to it behind.
    after: Option<WordKind>,
}

impl Place {
    fn of(document: &Document, mark: Range<usize>, within: &Range<usize>) -> Self {
        // The first word of a sentence is never told to be glued; its bytes tell.
        let touch = |index: usize| document.words[index - 1].span().end == document.words[index].span().start;
        let glued_before = mark.start > within.start && touch(mark.start);
        let glued_after = mark.end < within.end && touch(mark.end);
        let before = if glued_before { document.folded(mark.start - 1) } else { "" };
        let after = if glued_after { document.folded(mark.end) } else { "" };
        let kind = |glued: bool, index: usize| glued.then(|| document.words[index].kind);
        Self {
            free_before: !glued_before || matches!(before, "(" | "[" | "-" | "/" | "\"" | "'" | ":"),
            free_after: !glued_after
                || matches!(after, "." | "," | ";" | ":" | "?" | "!" | ")" | "]" | "-" | "/" | "\"" | "'" | "..."),
            before: kind(glued_before, mark.start.saturating_sub(1)),
            after: kind(glued_after, mark.end),
        }
    }
}

/// The style and side of the mark at `mark`; `None` for what is no quotation mark.
fn judge(document: &Document, mark: Range<usize>, place: Place) -> Option<(Style, Side)> {
    let written = document.written(mark.start);
    if mark.len() == 2 {
        let side = if written == "`" || written == "‘" { Side::Opens } else { Side::Closes };
        return Some((Style::Double, side));
    }
    let by_spaces = match (place.free_before, place.free_after) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    };
    Some(match written {
        "″" | "′" => return None,
        "«" => (Style::Guillemet, Side::Opens),
        "»" => (Style::Guillemet, Side::Closes),
        // A German quotation ends with this one.
        "“" if by_spaces == Side::Closes => (Style::Double, Side::Closes),
        "“" | "”" if by_spaces == Side::Either && place.free_before => (Style::Double, Side::Either),
        "“" | "„" => (Style::Double, Side::Opens),
        // Automatic curling turns a mark behind a dash or bracket the wrong way.
        "”" if by_spaces == Side::Opens => (Style::Double, Side::Opens),
        "”" => (Style::Double, Side::Closes),
        "\"" if place.before == Some(WordKind::Figure) && place.free_after && is_size(document, mark.start) => {
            return None;
        }
        "\"" | "‟" => (Style::Double, by_spaces),
        _ => (Style::Single, single_side(document, mark.start, place)?),
    })
}

/// Whether the figure before the mark at `mark` is a size in feet and inches: “6'2"”.
fn is_size(document: &Document, mark: usize) -> bool {
    mark >= 2 && document.folded(mark - 2) == "'" && document.words[mark - 1].glued
}

/// Which way a single mark looks; `None` for an apostrophe.
fn single_side(document: &Document, mark: usize, place: Place) -> Option<Side> {
    let written = document.written(mark);
    if place.free_before && !place.free_after {
        let elided = ELISIONS.contains(&document.folded(mark + 1)) || is_decade(document, mark, place);
        return (!elided && written != "’").then_some(Side::Opens);
    }
    if !place.free_before && place.free_after && place.before != Some(WordKind::Figure) {
        let before = document.folded(mark - 1);
        let dropped = before.ends_with("in") && lexicon::entry(&format!("{before}g")).is_known();
        return (!dropped && written != "‘").then_some(Side::Closes);
    }
    None
}

/// Whether the mark at `mark` stands for the century: “’90s”.
fn is_decade(document: &Document, mark: usize, place: Place) -> bool {
    place.after == Some(WordKind::Figure) && document.written(mark + 1).len() == 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// `(` for a mark that opens, `)` for one that closes, `?` for one that does not tell.
    fn check(text: &str, expected: &str) {
        let document = segment(text.into());
        let found: String = marks(&document, 0..document.words.len())
            .iter()
            .map(|mark| match mark.side {
                Side::Opens => '(',
                Side::Closes => ')',
                Side::Either => '?',
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn straight_marks_look_where_the_word_is() {
        check("He said \"no,\" and (\"twice\") left.", "()()");
        check("It was \" a turn .\" Then", "?)");
    }

    #[test]
    fn curly_marks_and_others_say_it_themselves() {
        check("“No” «oui» „nein“ ``yes''", "()()()()");
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The ’90s, rock 'n roll, get 'em, the owner's boat", "");
        check("He was talkin' fast", "");
        check("She is 6'2\" tall", "");
    }

    #[test]
    fn single_marks_are() {
        check("They call it 'a mess,' he said", "()");
        check("‘Mad,’ she said of the owners’ plan", "())"); // whose the last is, only the pairing can tell
    }
}
