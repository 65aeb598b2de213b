//! Where an article says by whom, where and when it was written: a byline on a line of its own, and the dateline before
//! the first sentence (“LISBON, March 3 (Agency) — The …”). Both are set apart on the screen, being no part of the story.

use crate::segment::{Document, ParagraphKind};
use crate::text::Span;

/// Both stand among so many first paragraphs: headline, sub-headline, byline, text.
const PARAGRAPHS: usize = 5;
/// A byline has at most so many words: “By”, two names of three words, “and”, an office.
const BYLINE_WORDS: usize = 12;
/// A dateline has at most so many bytes: two places, a date, an agency.
const DATELINE_BYTES: usize = 70;
/// What ends a dateline.
const DASHES: [&str; 6] = [" — ", " – ", " -- ", " - ", "— ", "– "];

/// The bylines and datelines of an article, in reading order.
pub fn datelines(document: &Document) -> Vec<Span> {
    let found = document.paragraphs.iter().take(PARAGRAPHS).filter_map(|paragraph| {
        let text = paragraph.span.of(&document.text);
        let bytes = match paragraph.kind {
            ParagraphKind::Body | ParagraphKind::Heading if is_byline(text) => Some(text.len()),
            ParagraphKind::Body => dateline_bytes(text),
            ParagraphKind::Headline | ParagraphKind::Heading | ParagraphKind::Bullet => None,
        };
        bytes.map(|bytes| Span::new(paragraph.span.start, paragraph.span.start + bytes))
    });
    found.collect()
}

/// Whether a paragraph only says who wrote it.
fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let by = words.next().is_some_and(|first| first.eq_ignore_ascii_case("by"));
    let named = words.clone().next().is_some_and(begins_large);
    by && named && words.count() < BYLINE_WORDS && !text.ends_with(['.', '!', '?', '”', '"'])
}

/// The length of the dateline that `text` begins with, its dash included. It names a place in capitals, or an agency in
/// brackets before the dash, and nothing in it is written like running text.
fn dateline_bytes(text: &str) -> Option<usize> {
    let (end, dash) = DASHES.iter().filter_map(|dash| Some((text.find(dash)?, *dash))).min()?;
    let before = &text[..end];
    let words = || before.split_whitespace();
    let capitals = words().next()?;
    let capitals = capitals.trim_matches(',');
    let in_capitals =
        capitals.chars().count() > 2 && capitals.chars().all(|letter| letter.is_uppercase() || letter == '.');
    let apart =
        words().all(|word| begins_large(word.trim_start_matches('(')) || word.starts_with(|c: char| c.is_numeric()));
    let short = before.len() <= DATELINE_BYTES && !before.contains('\n');
    (short && apart && (in_capitals || before.ends_with(')'))).then_some(end + dash.trim_end().len())
}

fn begins_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn check(text: &str, expected: &[&str]) {
        let document = segment(text.into());
        let found: Vec<_> = datelines(&document).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn bylines_and_datelines() {
        check("LISBON (Reuters) - The river rose on Monday.", &["LISBON (Reuters) -"]);
        check("HALMSTAD, March 3 — The river rose.", &["HALMSTAD, March 3 —"]);
        check("Porto, Portugal (CNN) -- A pair of boats sank.", &["Porto, Portugal (CNN) --"]);
        check("River rises\n\nBy Jane Doe and John Roe\n\nThe river rose.", &["By Jane Doe and John Roe"]);
    }

    #[test]
    fn running_text_with_dashes_and_by() {
        check("The river — which few had watched — rose on Monday.", &[]);
        check("River Tejo – The Long One – rose on Monday.", &[]);
        check("NATO officials (and others) - all of them - came.", &[]);
        check("By Monday the river had risen by two metres.", &[]);
        check("The mayor (62) - a baker - came.", &[]);
        check("", &[]);
    }
}
