//! Text → paragraphs, with lines that were broken inside a sentence put together again.
//!
//! Articles arrive with hard wraps, with links that were flattened into lines of their own, and with headings on lines
//! that no blank line sets apart. A line is joined to the one before when that one has not ended its sentence and this
//! one can go on with it: it begins in lower case, or with a name (what links mostly hold).

use std::ops::Range;

use super::sentences::sentences;
use crate::text::lexicon::Entry;
use crate::text::{Classes, Span, fold, lexicon};

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From its first to its last visible character, bytes of the article; inner line breaks included.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
    /// Indices of its sentences, once it is segmented; empty before.
    pub sentences: Range<usize>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// The article's own headline: its first line, when that is no sentence of the text.
    Headline,
    /// A heading inside the text.
    Heading,
    /// An entry of a list, its bullet included.
    Bullet,
    /// Running text.
    Body,
}

/// A heading has at most so many words: longer lines without a full stop are broken text (headlines of news agencies
/// reach 15 words, sub-headings rarely 10).
const HEADING_WORDS: usize = 10;
/// A heading of so many words may begin like a sentence.
const SHORT_HEADING_WORDS: usize = 4;
/// A headline has at most so many words.
const HEADLINE_WORDS: usize = 22;

/// The paragraphs of `text`, in order; every visible character lies in one. Linear in the length of the text.
///
/// ```
/// use variorum::segment::paragraphs;
///
/// let text = "The plan was told by\nJane Doe\non Monday.\nNew Money\nThe bank pays.";
/// let found: Vec<_> = paragraphs(text).iter().map(|paragraph| paragraph.span.of(text)).collect();
/// assert_eq!(found, ["The plan was told by\nJane Doe\non Monday.", "New Money", "The bank pays."]);
/// ```
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut open = false; // whether the last paragraph may go on
    let mut lines_joined = 0;
    for line in lines(text) {
        let Some(span) = trimmed(text, line) else {
            open = false;
            continue;
        };
        let bullet = bullet_bytes(span.of(text)).is_some();
        if open
            && !bullet
            && let Some(last) = found.last_mut()
            && goes_on(last.span.of(text), span.of(text), lines_joined)
        {
            last.span = last.span.join(span);
            lines_joined += 1;
            continue;
        }
        let kind = if bullet { ParagraphKind::Bullet } else { ParagraphKind::Body };
        found.push(Paragraph { span, kind, sentences: 0..0 });
        open = true;
        lines_joined = 0;
    }
    found.shrink_to_fit();
    name_headings(text, &mut found);
    found
}

/// The lines of `text` as spans, their ends left out.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span::new(from, from + line.trim_end_matches('\n').len());
        from += line.len();
        span
    })
}

/// The line without the spaces around it; `None` when nothing is left.
fn trimmed(text: &str, line: Span) -> Option<Span> {
    let written = line.of(text);
    let start = line.start + (written.len() - written.trim_start().len());
    let end = line.start + written.trim_end().len();
    (start < end).then(|| Span::new(start, end))
}

/// The length of the bullet that `line` begins with, its space included.
fn bullet_bytes(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    (matches!(first, '•' | '·' | '*' | '-' | '–' | '▪' | '■' | '●' | '‣') && rest.starts_with([' ', '\t']))
        .then(|| line.len() - rest.trim_start().len())
}

/// Whether `line` goes on with the unfinished sentence at the end of `before`.
fn goes_on(before: &str, line: &str, lines_joined: usize) -> bool {
    if ends_sentence(before) {
        return false;
    }
    let Some(first) = line.chars().find(|character| !is_opening(*character)) else {
        return true;
    };
    if first.is_lowercase() || matches!(first, ',' | ';' | ')' | '.') {
        return true;
    }
    if lines_joined == 0 && is_heading(before) {
        return false;
    }
    let word: String = line.chars().skip_while(|c| is_opening(*c)).take_while(|c| c.is_alphanumeric()).collect();
    first.is_ascii_digit() || begins_name(&word)
}

/// Whether a capitalised word in this place is a name, going by how it is usually written. A word that is mostly
/// written small is the start of a sentence; one that nobody knows is a name.
fn begins_name(word: &str) -> bool {
    let entry = lexicon::entry(&fold::fold(word));
    // Half of all places: what is a name as often as a word (“May”, “Bush”) may go on a sentence.
    !entry.is_known() || entry.capital_share() >= 0.5 || (entry.classes.any(Classes::PROPER) && entry.count() < 1.0)
}

/// Whether a line ends where a sentence can end, closing quotation marks and brackets aside.
fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(is_closing).ends_with(['.', '!', '?', ':', '…'])
}

const fn is_opening(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '„')
}

const fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}

/// Whether a whole line reads as a heading and not as the start of a sentence: few words, no mark at the end, not
/// ending on a word that calls for another, and either in title case or without a verb of its own.
fn is_heading(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.is_empty() || words.len() > HEADING_WORDS || line.ends_with([',', ';', '-', '–', '—']) {
        return false;
    }
    let entries: Vec<_> = words
        .iter()
        .map(|word| lexicon::entry(&fold::fold(word.trim_matches(|c: char| !c.is_alphanumeric()))))
        .collect();
    if entries.last().is_some_and(|&entry| calls_for_more(entry)) {
        return false;
    }
    let long: Vec<&&str> = words.iter().filter(|word| word.chars().count() >= 4).collect();
    let capitals = long.iter().filter(|word| word.chars().next().is_some_and(|first| !first.is_lowercase())).count();
    let in_title_case = 3 * capitals >= 2 * long.len();
    let has_auxiliary = entries.iter().any(|entry| entry.classes.any(Classes::AUXILIARY));
    // Headings drop their articles: “The plan is told by”, “In the spring” begin sentences, “The plan so far” does not.
    let begins_sentence =
        words.len() > SHORT_HEADING_WORDS && entries.first().is_some_and(|&entry| calls_for_more(entry));
    in_title_case || !(has_auxiliary || begins_sentence)
}

/// Whether a word cannot end a heading: “in”, “the”, “while”. Rarer words of these classes (“following”) can.
fn calls_for_more(entry: Entry) -> bool {
    const FUNCTION_WORD_BITS: f64 = 11.0; // about 17,000 occurrences in the counted news
    entry.rarity() < FUNCTION_WORD_BITS
        && entry.classes.any(Classes::PREPOSITION | Classes::DETERMINER | Classes::CONJUNCTION | Classes::AUXILIARY)
}

/// Names the headline and the headings among the paragraphs.
fn name_headings(text: &str, paragraphs: &mut [Paragraph]) {
    let count = paragraphs.len();
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        let line = paragraph.span.of(text);
        if paragraph.kind != ParagraphKind::Body || line.contains('\n') || index + 1 == count {
            continue;
        }
        let words = line.split_whitespace().count();
        // A headline is one sentence at most: a line with a finished sentence in it is text that broke off.
        if index == 0
            && words <= HEADLINE_WORDS
            && !line.ends_with(['.', ':', ',', ';', '-'])
            && sentences(text, paragraph.span).len() == 1
        {
            paragraph.kind = ParagraphKind::Headline;
        } else if !ends_sentence(line) && is_heading(line) {
            paragraph.kind = ParagraphKind::Heading;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, ParagraphKind)]) {
        let found = paragraphs(text);
        let found: Vec<_> = found.iter().map(|paragraph| (paragraph.span.of(text), paragraph.kind)).collect();
        assert_eq!(found, expected);
    }

    use ParagraphKind::{Body, Bullet, Heading, Headline};

    #[test]
    fn a_link_on_its_own_line_belongs_to_its_sentence() {
        check(
            "Confidence in\nLisbon and other cities has grown.\nWhile\nJane Doe no longer leads\nSamsung, she stays.",
            &[
                ("Confidence in\nLisbon and other cities has grown.", Body),
                ("While\nJane Doe no longer leads\nSamsung, she stays.", Body),
            ],
        );
        check(
            "It grew.\nThis plan comes shortly after a talk between the founder\nJane Doe and the mayor.\nAll wait.",
            &[
                ("It grew.", Body),
                ("This plan comes shortly after a talk between the founder\nJane Doe and the mayor.", Body),
                ("All wait.", Body),
            ],
        );
    }

    #[test]
    fn a_sentence_that_breaks_off_does_not_swallow_the_next_paragraph() {
        check(
            "It is the goal of its plan. By\nA woman walks past the shop.",
            &[("It is the goal of its plan. By", Body), ("A woman walks past the shop.", Body)],
        );
    }

    #[test]
    fn headings_are_told_from_broken_lines() {
        check(
            "Prices fall again\n\nThey fell.\nGovernment Backing\nThe timing is good.",
            &[
                ("Prices fall again", Headline),
                ("They fell.", Body),
                ("Government Backing", Heading),
                ("The timing is good.", Body),
            ],
        );
    }

    #[test]
    fn entries_of_a_list_stand_alone() {
        check("* One dead\n* Two hurt", &[("* One dead", Bullet), ("* Two hurt", Bullet)]);
    }
}
