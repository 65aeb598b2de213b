//! Sentences → words, figures and marks.
//!
//! A word keeps its inner apostrophe (“don't”) and inner full stops (“U.S.”, “a.m.”); a hyphen parts words and is a mark
//! of its own, because “three-year” and “three years” must meet. What is added to a word is split off: “'s”, “'ll”.
//! Figures keep their inner points and commas (“1,500.25”), and letters glued to them are a word of their own (“3rd”,
//! “80people”, “1.2bn”), told by [`Word::glued`].

use super::known::known;
use crate::text::lexicon::Entry;
use crate::text::{PackedSpan, Span, currency, fold};

/// A word, figure or mark. Words are the largest part of what a story takes in memory: places are kept in 32 bits, and
/// what would lie beyond 4 GiB is no word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Word {
    span: PackedSpan,
    /// Where its folded form begins in the document's folded text; use [`super::Document::folded`].
    pub(super) folded: u32,
    sentence: u32,
    /// What sort of thing it is.
    pub kind: WordKind,
    /// How its letters are written.
    pub shape: Shape,
    /// Whether it follows the word before without a space.
    pub glued: bool,
    /// Its folded form as a number.
    pub term: Term,
    /// Its stem as a number: “invested” and “invests” have the same.
    pub stem: Term,
    /// What the lexicon knows of it.
    pub entry: Entry,
    clause: u16,
}

impl Word {
    /// Its bytes in the article.
    pub const fn span(&self) -> Span {
        self.span.span()
    }

    /// Index of its sentence.
    pub const fn sentence(&self) -> usize {
        self.sentence as usize
    }

    /// Which clause of its sentence it stands in, from 0. All beyond the 65,535th are one.
    pub const fn clause(&self) -> usize {
        self.clause as usize
    }

    /// Says which sentence it stands in.
    pub(super) fn set_sentence(&mut self, sentence: usize) {
        self.sentence = place(sentence);
    }

    /// Says which clause it stands in.
    pub(super) fn set_clause(&mut self, clause: usize) {
        self.clause = u16::try_from(clause).unwrap_or(u16::MAX);
    }
}

/// A place in 32 bits.
fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// What sort of thing a [`Word`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordKind {
    /// Letters.
    Word,
    /// Begins with a figure: “380”, “1,500.25”.
    Figure,
    /// Added to the word before: “'s”, “'ll”.
    Clitic,
    /// Anything else, one character (or one run of full stops) each.
    Mark,
}

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// “plan”
    Lower,
    /// “Plan”, and “A”
    Title,
    /// “NATO”, “U.S.”
    Upper,
    /// “McDonald”, “iPhone”
    Mixed,
    /// No letters.
    None,
}

/// A string as a number: equal for equal strings, over all articles. Two different strings share one with a
/// probability that no story will see (64 bits, FNV-1a).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u64);

impl Term {
    /// The number of `folded`.
    pub const fn of(folded: &str) -> Self {
        // FNV-1a with its standard 64-bit offset and prime.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let bytes = folded.as_bytes();
        let mut place = 0;
        while place < bytes.len() {
            hash = (hash ^ bytes[place] as u64).wrapping_mul(0x0100_0000_01b3);
            place += 1;
        }
        Self(hash)
    }
}

/// No word of news is longer: the longest of chemistry have about 60 letters. What rules do with the letters of a word
/// must not grow with a page of them, so that what goes on is a word of its own, glued to this one.
const LONGEST_WORD_BYTES: usize = 128;

/// Appends the words of `sentence` (bytes of `text`) to `words`, and their folded forms to `folded`. Which sentence and
/// clause they stand in is not yet said.
pub fn push_words(text: &str, sentence: Span, words: &mut Vec<Word>, folded: &mut String) {
    let mut previous_end = None;
    let mut rest = sentence;
    while let Some(span) = next(text, rest) {
        rest.start = span.end;
        let (word, clitic) = split_clitic(text, span);
        for (span, is_clitic) in [(Some(word), false), (clitic, true)] {
            if let Some(span) = span {
                let glued = previous_end == Some(span.start);
                previous_end = Some(span.end);
                words.push(make(text, span, is_clitic, glued, folded));
            }
        }
    }
}

fn make(text: &str, span: Span, is_clitic: bool, glued: bool, folded: &mut String) -> Word {
    let written = span.of(text);
    let from = folded.len();
    fold::fold_into(written, folded);
    let form = &folded[from..];
    let first = written.chars().next().unwrap_or(' ');
    let kind = if is_clitic {
        WordKind::Clitic
    } else if first.is_ascii_digit() {
        WordKind::Figure
    } else if first.is_alphabetic() {
        WordKind::Word
    } else {
        WordKind::Mark
    };
    let term = Term::of(form);
    let (stem, entry) = if kind == WordKind::Word {
        let known = known(form, term);
        (known.stem, known.entry)
    } else {
        (term, Entry::default())
    };
    Word {
        span: span.into(),
        folded: place(from),
        kind,
        shape: shape(written),
        glued,
        term,
        stem,
        entry,
        sentence: 0,
        clause: 0,
    }
}

fn shape(written: &str) -> Shape {
    let mut letters = written.chars().filter(|character| character.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::None };
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, _) => Shape::Title,
        (true, _, 0) => Shape::Upper,
        (false, 0, _) => Shape::Lower,
        _ => Shape::Mixed,
    }
}

const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ')
}

/// The first word, figure or mark inside `within`.
fn next(text: &str, within: Span) -> Option<Span> {
    let slice = within.of(text);
    let (offset, first) = slice.char_indices().find(|(_, character)| !character.is_whitespace())?;
    let rest = &slice[offset..];
    let bytes = if first.is_ascii_digit() {
        figure_bytes(rest)
    } else if first.is_alphabetic() {
        currency::letters_before_figure(rest).unwrap_or_else(|| word_bytes(rest))
    } else if first == '.' {
        rest.len() - rest.trim_start_matches('.').len()
    } else {
        first.len_utf8() + marks_on(&rest[first.len_utf8()..])
    };
    let start = within.start + offset;
    Some(Span::new(start, start + bytes))
}

/// Bytes of combining marks and joiners at the start of `rest`, which belong to the character before them.
fn marks_on(rest: &str) -> usize {
    rest.find(|character| !is_combining(character)).unwrap_or(rest.len())
}

const fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{200d}')
}

/// The length of the figure at the start of `rest`: digits with single points and commas between digits.
fn figure_bytes(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    end
}

/// The length of the word at the start of `rest`.
fn word_bytes(rest: &str) -> usize {
    let mut end = 0;
    let mut characters = rest.char_indices().peekable();
    let mut after_stop = false;
    while end < LONGEST_WORD_BYTES
        && let Some((place, character)) = characters.next()
    {
        let following = characters.peek().map(|&(_, following)| following);
        if character.is_alphabetic() || is_combining(character) || (character.is_ascii_digit() && end > 0) {
            end = place + character.len_utf8();
            after_stop = false;
        } else if is_apostrophe(character) && following.is_some_and(char::is_alphabetic) && !after_stop {
            end = place + character.len_utf8();
        } else if character == '.' && is_initial(rest, place) {
            // “U.S.”, “a.m.”: single letters parted by full stops; the last stop belongs to them.
            end = place + 1;
            after_stop = true;
            if !following.is_some_and(char::is_alphabetic) {
                break;
            }
        } else {
            break;
        }
    }
    let word = &rest[..end];
    // “J.” alone is an initial and keeps its stop for the names to see; “end.” is no initial.
    if word.ends_with('.') && word.matches('.').count() == 1 { end - 1 } else { end }
}

/// Whether the full stop at byte `place` follows a single letter that starts the word or follows another stop, and the
/// pattern of letter and stop goes on or has gone on.
fn is_initial(rest: &str, place: usize) -> bool {
    let mut before = rest[..place].chars().rev();
    let single = before.next().is_some_and(char::is_alphabetic) && before.next().is_none_or(|c| c == '.');
    let mut after = rest[place + 1..].chars();
    let goes_on = after.next().is_some_and(char::is_alphabetic) && after.next() == Some('.');
    single && (goes_on || rest[..place].contains('.'))
}

/// Splits “Lisbon's” and “they'll” before the apostrophe; “don't” and “O'Brien” stay whole.
fn split_clitic(text: &str, span: Span) -> (Span, Option<Span>) {
    let written = span.of(text);
    if let Some((place, _)) = written.char_indices().rev().find(|&(_, character)| is_apostrophe(character))
        && place > 0
    {
        let mut added = fold::fold(&written[place..]);
        added.remove(0);
        if matches!(added.as_str(), "s" | "ll" | "re" | "ve" | "d" | "m") {
            let cut = span.start + place;
            return (Span::new(span.start, cut), Some(Span::new(cut, span.end)));
        }
    }
    (span, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let (mut words, mut folded) = (Vec::new(), String::new());
        push_words(text, Span::new(0, text.len()), &mut words, &mut folded);
        let found: Vec<_> = words.iter().map(|word| word.span().of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn hyphens_and_additions_part_words() {
        check(
            "Lisbon-based firm’s three-year plan",
            &["Lisbon", "-", "based", "firm", "’s", "three", "-", "year", "plan"],
        );
        check("it’ll, O'Brien don't", &["it", "’ll", ",", "O'Brien", "don't"]);
    }

    #[test]
    fn initials_keep_their_stops_and_sentences_do_not() {
        check("the U.S. at 9 a.m. in the end.", &["the", "U.S.", "at", "9", "a.m.", "in", "the", "end", "."]);
        check("J. Lee", &["J", ".", "Lee"]);
    }

    #[test]
    fn figures_keep_points_and_commas_between_digits() {
        check(
            "$1,500.25, 80people, 1.2bn, 3rd.",
            &["$", "1,500.25", ",", "80", "people", ",", "1.2", "bn", ",", "3", "rd", "."],
        );
        check("USD34.6 for MH370", &["USD", "34.6", "for", "MH370"]);
    }

    #[test]
    fn a_page_of_letters_is_many_words() {
        for letter in ["y", "Y", "é", "世", "e\u{301}", "y'", "y."] {
            let text = letter.repeat(5_000);
            let (mut words, mut folded) = (Vec::new(), String::new());
            push_words(&text, Span::new(0, text.len()), &mut words, &mut folded);
            assert!(words.iter().all(|word| word.span().bytes() < LONGEST_WORD_BYTES + letter.len()), "{letter}");
            assert_eq!(words.iter().map(|word| word.span().bytes()).sum::<usize>(), text.len(), "{letter}");
            assert!(words[1..].iter().all(|word| word.glued), "{letter}");
        }
        let longest = "y".repeat(LONGEST_WORD_BYTES);
        check(&longest, &[&longest]);
    }

    #[test]
    fn marks_stand_alone_but_an_ellipsis_is_one() {
        check("“No...” (so) …", &["“", "No", "...", "”", "(", "so", ")", "…"]);
    }
}
