//! Paragraphs → sentences.
//!
//! A sentence ends at a full stop, question or exclamation mark that stands outside quotation marks and brackets (or at
//! their very end), and that what follows lets be an end: no small letter, no comma, no name after an initial. Words
//! quoted whole stay in one sentence with the words that tell who said them.

mod abbreviations;
mod shelters;

use crate::text::{Classes, Span, fold, lexicon};
use abbreviations::Abbreviation;
use shelters::{is_closing, is_opening, shelters};

/// A name between a quotation and its verb has at most so many words: “…!” House Speaker Ann Maria Lee said.
const NAME_WORDS: usize = 6;
/// The longest word looked at for an abbreviation or the first word of a sentence, in bytes.
const WORD_BYTES: usize = 48;
/// A function word is at least so common: about 9,000 occurrences in the counted news.
const FUNCTION_WORD_BITS: f64 = 12.0;

/// The sentences of the paragraph at `paragraph`, trimmed, in order; every visible character lies in one. Linear in
/// the length of the paragraph.
pub fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let written = paragraph.of(text);
    let mut found = Vec::new();
    let mut from = 0;
    for end in ends(written) {
        push_trimmed(written, from, end, paragraph.start, &mut found);
        from = end;
    }
    push_trimmed(written, from, written.len(), paragraph.start, &mut found);
    found
}

/// Appends `written[from..end]` without the spaces around it.
fn push_trimmed(written: &str, from: usize, end: usize, offset: usize, found: &mut Vec<Span>) {
    let slice = &written[from..end];
    let start = from + (slice.len() - slice.trim_start().len());
    let end = from + slice.trim_end().len();
    if start < end {
        found.push(Span::new(offset + start, offset + end));
    }
}

/// Where the sentences of `written` end, in bytes, the last one left out.
fn ends(written: &str) -> Vec<usize> {
    let sheltered = shelters(written);
    let mut shelters = sheltered.iter().peekable();
    let mut found = Vec::new();
    let mut start = 0; // of the sentence
    let mut heard = 0; // up to where the sentence was searched for a letter or figure
    let mut says_something = false;
    let mut place = 0;
    while let Some(offset) = written[place..].find(is_terminal) {
        let stop = place + offset;
        while shelters.next_if(|shelter| shelter.end <= stop).is_some() {}
        let shelter = shelters.peek().filter(|shelter| shelter.start < stop);
        let run = run_end(written, stop);
        let (end, ends_quotation) = match shelter {
            // Inside a quotation only what stands at its very end counts.
            Some(shelter) => {
                if visible_end(written, run) < shelter.end {
                    place = run;
                    continue;
                }
                (closers_end(written, shelter.end.max(run)), true)
            }
            None => (closers_end(written, run), false),
        };
        // “... want more” has not begun before its first letter.
        says_something = says_something || written[heard..stop].chars().any(char::is_alphanumeric);
        heard = stop;
        if says_something && (Stop { written, start, first: stop, run, end, ends_quotation }).ends_sentence() {
            found.push(end);
            start = end + (written[end..].len() - written[end..].trim_start().len());
            (heard, says_something) = (end, false);
        }
        place = end.max(run);
    }
    found
}

/// A run of full stops or other marks that may end a sentence.
struct Stop<'t> {
    written: &'t str,
    /// Where the sentence starts, at its first visible character.
    start: usize,
    /// Its first mark.
    first: usize,
    /// Behind its last mark.
    run: usize,
    /// Behind the quotation marks and brackets that close after it.
    end: usize,
    /// Whether a quotation or bracket ends with it.
    ends_quotation: bool,
}

impl Stop<'_> {
    fn ends_sentence(&self) -> bool {
        let marks = &self.written[self.first..self.run];
        let rest = &self.written[self.end..];
        let following = rest.trim_start();
        if following.is_empty() {
            return false;
        }
        if marks.starts_with(is_wide) {
            return true;
        }
        if following.len() == rest.len() {
            return marks != "…" && self.lacks_space(rest);
        }
        if !may_begin(following) {
            return false;
        }
        match marks {
            "." => self.full_stop_ends(following),
            _ if marks.ends_with(['?', '!']) && self.ends_quotation => !is_attribution(following),
            // “I” goes on after an ellipsis as often as it begins.
            _ if marks.starts_with(['.', '…']) => first_word(following) != "I",
            _ => true,
        }
    }

    /// Whether a single full stop is more than the end of an abbreviation.
    fn full_stop_ends(&self, following: &str) -> bool {
        // The stop inside a bracket may be that of “(D-Ga.)”.
        if !self.written[self.run..self.end].chars().all(|c| c == ')') {
            return true;
        }
        let before = word_before(self.written, self.first);
        if self.first - before.len() == self.start && is_number(before) {
            return false; // “1. First,”
        }
        match abbreviations::of(before) {
            None => true,
            Some(Abbreviation::BeforeName) => false,
            Some(Abbreviation::BeforeFigure) => !following.starts_with(|c: char| c.is_ascii_digit()),
            Some(Abbreviation::Hour) => !goes_on_hour(following),
            Some(Abbreviation::AnywhereInside) => begins_sentence(following),
        }
    }

    /// “He left.The driver stayed”: a small word, the stop, and a known word with a capital.
    fn lacks_space(&self, rest: &str) -> bool {
        let word = first_word(rest);
        let mut letters = word.chars();
        let titled = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        if !titled || !is_known(word) {
            return false;
        }
        if self.end > self.run {
            return !rest.starts_with(is_closing);
        }
        let before = word_before(self.written, self.first);
        // Addresses on the net have no stop behind words of two letters, and more stops after them.
        before.chars().count() > 2
            && before.chars().skip(1).all(char::is_lowercase)
            && !rest[word.len()..].starts_with(['.', '/', '@', '-'])
            && is_known(before)
    }
}

const fn is_terminal(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…') || is_wide(character)
}

/// Marks of scripts that put no space behind them.
const fn is_wide(character: char) -> bool {
    matches!(character, '。' | '！' | '？')
}

/// Behind the marks that go on at `stop`, “...” and “?!” and “. . .” being one.
fn run_end(written: &str, stop: usize) -> usize {
    let rest = &written[stop..];
    let mut end = rest.find(|character| !is_terminal(character)).unwrap_or(rest.len());
    while rest[end..].starts_with(" .") && rest[..end].ends_with('.') {
        end += 2;
    }
    stop + end
}

/// Behind the closing marks at `from`.
fn closers_end(written: &str, from: usize) -> usize {
    let rest = &written[from..];
    let closing = rest.find(|character| !is_closing(character)).unwrap_or(rest.len());
    from + closing
}

/// Behind the closing marks at `from`, spaces between them aside.
fn visible_end(written: &str, from: usize) -> usize {
    let rest = &written[from..];
    from + rest.find(|character: char| !is_closing(character) && !character.is_whitespace()).unwrap_or(rest.len())
}

/// Whether a sentence can begin with `following`: not with a small letter or with a mark that goes on.
fn may_begin(following: &str) -> bool {
    let visible = following.trim_start_matches(|c: char| is_opening(c) || c == '-' || c == '–' || c == '—' || c == ' ');
    match visible.chars().next() {
        Some(first) if first.is_lowercase() => {
            // “iPhone”, and addresses that follow a message.
            visible.starts_with("http") || visible.chars().nth(1).is_some_and(char::is_uppercase)
        }
        Some('.' | '!' | '?') => visible.starts_with(".."),
        Some(first) => !matches!(first, ',' | ';' | ':' | ')' | ']' | '/'),
        None => !following.starts_with(is_closing),
    }
}

/// Whether `following` tells who said the question or exclamation before it: “…?” Ann Lee asked.
fn is_attribution(following: &str) -> bool {
    for (place, word) in following.split_whitespace().take(NAME_WORDS + 1).enumerate() {
        if !word.starts_with(char::is_uppercase) {
            return place > 0 && is_telling(word.trim_end_matches([',', '.', ':']));
        }
        let plain = word.trim_end_matches('.');
        if place == 0 && begins_sentence(plain) || plain.ends_with([',', '!', '?']) {
            return false;
        }
    }
    false
}

/// The commonest verbs behind a name that tell of speech and of nothing else.
fn is_telling(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "asked"
            | "asks"
            | "wrote"
            | "writes"
            | "tweeted"
            | "added"
            | "adds"
            | "told"
            | "replied"
            | "wondered"
            | "shouted"
            | "yelled"
            | "exclaimed"
            | "demanded"
            | "cried"
            | "recalled"
            | "responded"
            | "joked"
            | "continued"
    )
}

/// Whether what follows “5 p.m.” belongs to the hour: a weekday, a month, a zone (“ET”, “GMT”).
fn goes_on_hour(following: &str) -> bool {
    const ZONE_LETTERS: usize = 4; // “CEST”
    let word = first_word(following);
    let zone =
        (2..=ZONE_LETTERS).contains(&word.len()) && word.ends_with(['T', 'C']) && word.chars().all(char::is_uppercase);
    zone || abbreviations::is_day_or_month(word) || following.starts_with('(')
}

/// Whether the capital at the start of `following` is certainly one of a sentence, and not of a name that goes on: “The”,
/// “But”, “In”. “The U.S. Central Command” shows why a noun is not enough. Marks begin a sentence, too.
fn begins_sentence(following: &str) -> bool {
    let visible = following.trim_start_matches(is_opening);
    let word = first_word(visible);
    if word.is_empty() {
        return !visible.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '—'));
    }
    let entry = lexicon::entry(&fold::fold(word));
    entry.capital_share() < 0.5
        && entry.rarity() < FUNCTION_WORD_BITS
        && entry.classes.any(
            Classes::PREPOSITION
                | Classes::DETERMINER
                | Classes::CONJUNCTION
                | Classes::AUXILIARY
                | Classes::PRONOUN
                | Classes::ADVERB,
        )
}

fn is_known(word: &str) -> bool {
    lexicon::entry(&fold::fold(word)).is_known()
}

/// At most the digits of a list: “12”.
fn is_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The letters at the start of `text`, cut at [`WORD_BYTES`].
fn first_word(text: &str) -> &str {
    let end = text
        .char_indices()
        .find(|&(place, character)| !character.is_alphabetic() || place >= WORD_BYTES)
        .map_or(text.len(), |(place, _)| place);
    &text[..end]
}

/// What stands without a space before the stop at `stop`, inner stops included (“U.S”), cut at [`WORD_BYTES`].
fn word_before(written: &str, stop: usize) -> &str {
    let mut start = stop;
    for (place, character) in written[..stop].char_indices().rev() {
        if !(character.is_alphanumeric() || character == '.') || stop - place > WORD_BYTES {
            break;
        }
        start = place;
    }
    &written[start..stop]
}

#[cfg(test)]
mod tests;
