//! Quotations and who speaks.
//!
//! Marks are found and paired first; each pair is then judged as speech or not by what it holds and what stands around
//! it, and the speaker is looked for near by. A quotation over several paragraphs is one mention for each of them.

mod marks;
mod pairs;
mod phrases;
mod pronouns;
mod speakers;
mod subjects;
mod verbs;
mod words;

use std::ops::Range;

use super::{Mention, Value};
use crate::segment::{Document, ParagraphKind, Shape, WordKind};
use crate::text::{Classes, Span};

pub use marks::Style;
pub use pairs::{Fault, Pair, Paired, Stray, quotation_marks};
use speakers::{Speakers, Speech};
use verbs::saying;

/// Somebody's words inside quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The quoted words without their marks, bytes of the article.
    pub words: Span,
    /// The words that name the speaker, bytes of the article.
    pub speaker: Option<Span>,
    /// Whether it reads as speech, and not as a title, nickname or scare quote.
    pub is_speech: bool,
    /// Whether its closing mark is missing.
    pub unclosed: bool,
}

/// A quotation of so many words is speech, whatever stands around it.
const SPEECH_WORDS: usize = 6;

/// The quotations in `document`, in reading order. `names` are its names, which may name a speaker.
pub fn quotes(document: &Document, names: &[Mention]) -> Vec<Mention> {
    let marked = quotation_marks(document);
    let speakers = Speakers::new(document, names, outermost(&marked));
    let mut found: Vec<Mention> = Vec::new();
    let mut previous: Option<Speech> = None;
    let mut outer_end = 0;
    for (paragraph, paired) in marked.iter().enumerate() {
        for (place, pair) in paired.pairs.iter().enumerate() {
            let Some(words) = trimmed(document, pair, paired.pairs.get(place + 1)) else { continue };
            let nested = pair.inner.end <= outer_end;
            outer_end = outer_end.max(pair.inner.end);
            let own = if nested { None } else { speakers.of(&pair.inner, previous.as_ref()) };
            let reported = own.is_some() || near_saying(document, &pair.inner);
            let is_speech = is_speech(document, &words, reported);
            let speaker = match own {
                _ if nested || !is_speech => None,
                Some(speaker) => Some(speaker),
                None => {
                    let going_on =
                        goes_on(document, paragraph, &words, previous).then(|| previous.and_then(|last| last.speaker));
                    let begins = begins_sentence(document, &words);
                    going_on.unwrap_or_else(|| begins.then(|| speakers.of_sentence_before(&words))?)
                }
            };
            if is_speech && !nested {
                let sentence = document.words[words.end - 1].sentence();
                previous = Some(Speech { paragraph, sentence, speaker });
            }
            let span = document.span_of(words.clone());
            found.push(Mention {
                span,
                sentence: document.words[words.start].sentence(),
                words,
                value: Value::Quote(Quote { words: span, speaker, is_speech, unclosed: !pair.closed }),
            });
        }
    }
    found
}

/// Who is said to tell what stands outside quotation marks: “12 people died, the mayor said”.
#[derive(Debug)]
pub struct Tellers<'d>(Speakers<'d>);

impl<'d> Tellers<'d> {
    /// Reads the quotations of `document` off its `mentions` once.
    pub fn new(document: &'d Document, mentions: &'d [Mention]) -> Self {
        let mut quoted: Vec<Range<usize>> = Vec::new();
        for mention in mentions.iter().filter(|mention| matches!(mention.value, Value::Quote(_))) {
            if quoted.last().is_none_or(|last| mention.words.start >= last.end) {
                quoted.push(mention.words.clone());
            }
        }
        Self(Speakers::new(document, mentions, quoted))
    }

    /// The words that name who tells `words`, as far as their own sentence says; `None` for words that are quoted.
    pub fn of(&self, words: &Range<usize>) -> Option<Span> {
        if words.is_empty() || self.0.is_quoted(words.start) {
            return None;
        }
        // A quotation stands behind its mark, so the word right before it is not looked at; here that may be “said”.
        let all = &self.0.document.words;
        let is_followed = all.get(words.start + 1).is_some_and(|next| next.sentence() == all[words.start].sentence());
        let start = words.start + usize::from(is_followed);
        self.0.of(&(start..words.end.max(start)), None)
    }
}

/// The words inside pairs that lie in no other, in order.
fn outermost(marked: &[Paired]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for pair in marked.iter().flat_map(|paired| &paired.pairs) {
        if found.last().is_none_or(|last| pair.inner.start >= last.end) {
            found.push(pair.inner.clone());
        }
    }
    found
}

/// Whether a quotation stands at the start of its sentence.
fn begins_sentence(document: &Document, words: &Range<usize>) -> bool {
    words.start <= document.sentences[document.words[words.start].sentence()].words.start + 1
}

/// The words of a pair without the comma at their end; of one that never closes, no more than its sentence.
fn trimmed(document: &Document, pair: &Pair, next: Option<&Pair>) -> Option<Range<usize>> {
    let mut words = pair.inner.clone();
    if !pair.closed && next.is_none_or(|next| next.inner.start >= words.end) {
        let sentence = document.words[words.start].sentence();
        words.end = words.end.min(document.sentences[sentence].words.end);
    }
    while words.end > words.start && matches!(document.folded(words.end - 1), "," | "\"" | "'") {
        words.end -= 1;
    }
    let says_something = words.clone().any(|index| document.words[index].kind != WordKind::Mark);
    says_something.then_some(words)
}

/// Whether words inside quotation marks are somebody's speech.
fn is_speech(document: &Document, words: &Range<usize>, reported: bool) -> bool {
    let inner = || words.clone().filter(|&index| document.words[index].kind == WordKind::Word);
    let count = inner().count();
    let long = |index: &usize| document.written(*index).len() > 3;
    let all_capital = count > 0
        && inner().filter(long).count() > 0
        && inner().filter(long).all(|index| document.words[index].shape != Shape::Lower);
    let has_verb = inner().any(|index| document.words[index].classes().any(Classes::VERB | Classes::AUXILIARY));
    // In a headline every word may have a capital, and a whole sentence in capitals is shouted.
    let telling = !document.is_running_text(document.words[words.start].span())
        || (has_verb && count > 2 && matches!(document.folded(words.end - 1), "!" | "?"));
    let all_capital = all_capital && !(reported && telling);
    if is_nickname(document, words)
        || is_title(document, words, all_capital)
        || (all_capital && (count > 1 || !reported))
    {
        return false;
    }
    count >= SPEECH_WORDS || reported || (has_verb && count >= 4)
}

/// Whether the words are the title of a work: the word before says so, or they follow its owner (“the channel's ‘Tonight’”).
fn is_title(document: &Document, words: &Range<usize>, all_capital: bool) -> bool {
    let Some(before) = words.start.checked_sub(2) else { return false };
    matches!(document.folded(before), "titled" | "entitled" | "headlined")
        || (all_capital && (document.folded(before) == "'s" || document.folded(before) == "'"))
}

/// Whether the words stand between a first name and a surname.
fn is_nickname(document: &Document, words: &Range<usize>) -> bool {
    let is_name = |index: Option<usize>| {
        index.and_then(|index| document.words.get(index)).is_some_and(|word| {
            word.kind == WordKind::Word && word.shape == Shape::Title && !word.classes().any(Classes::PREPOSITION)
        })
    };
    words.len() <= 3 && is_name(words.start.checked_sub(2)) && is_name(Some(words.end + 1))
}

/// Whether a verb of saying stands in the sentence of the quotation, outside it and not far off.
fn near_saying(document: &Document, inner: &Range<usize>) -> bool {
    const NEAR_WORDS: usize = 12;
    let sentence = document.words[inner.start].sentence();
    let before = inner.start.saturating_sub(NEAR_WORDS)..inner.start;
    let after = inner.end..(inner.end + NEAR_WORDS).min(document.words.len());
    before.chain(after).any(|index| document.words[index].sentence() == sentence && saying(document, index).is_some())
}

/// Whether a quotation goes on with the speech before: it begins its sentence in the same paragraph, or the next one.
fn goes_on(document: &Document, paragraph: usize, words: &Range<usize>, previous: Option<Speech>) -> bool {
    let Some(Speech { paragraph: last, .. }) = previous else { return false };
    if document.paragraphs[paragraph].kind != ParagraphKind::Body {
        return false;
    }
    let begins = begins_sentence(document, words);
    let begins_paragraph =
        words.start <= document.sentences[document.paragraphs[paragraph].sentences.start].words.start + 1;
    (last == paragraph && begins) || (last + 1 == paragraph && begins_paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn check(text: &str, expected: &[(&str, bool)]) {
        let document = segment(text.into());
        let found = quotes(&document, &[]);
        let found: Vec<_> = found
            .iter()
            .map(|mention| {
                let Value::Quote(quote) = &mention.value else { panic!("only quotations") };
                (quote.words.of(text), quote.is_speech)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn speech_is_told_from_titles_and_nicknames() {
        check("“We will not close the harbour,” she said.", &[("We will not close the harbour", true)]);
        check("The film “The Old Bridge” won.", &[("The Old Bridge", false)]);
        check("Robert “Bobby” Lane won.", &[("Bobby", false)]);
        check("They ate so-called “fish” there.", &[("fish", false)]);
        check("He called the plan “a mess”.", &[("a mess", true)]);
    }

    #[test]
    fn a_quotation_may_hold_sentences_and_quotations() {
        check(
            "“We went. They cried ‘stop it’ then,” she said.",
            &[("We went. They cried ‘stop it’ then", true), ("stop it", true)],
        );
    }

    #[test]
    fn one_that_never_closes_ends_with_its_sentence() {
        check("“We will go to the harbour now. Then it rained.", &[("We will go to the harbour now.", true)]);
    }
}
