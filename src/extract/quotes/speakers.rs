//! Who speaks: the word that says so (“said”, “according to”) nearest to the quotation, and the name, pronoun or noun
//! that goes with it.
//!
//! Looked for behind the quotation, then before it, then in the rest of its sentence; what follows a quotation in the
//! same breath belongs to the same speaker.

use std::ops::Range;

use super::phrases::{is_capital, is_person_name};
use super::verbs::{Form, Sort, is_noun_of_saying, is_speaking_noun, puts_it, saying};
use crate::extract::{Mention, NameKind, Value};
use crate::segment::{Document, Shape, WordKind};
use crate::text::Span;

/// Words between a quotation and the verb that tells who speaks: a name with title and a clause about it.
const REACH_WORDS: usize = 24;
/// Words between a verb and words quoted after it in the same sentence.
const SENTENCE_WORDS: usize = 60;
/// Words before the colon of a headline: “Mayor Ana Ruiz: ‘It is safe’”.
const COLON_WORDS: usize = 6;
/// Words of a title before the name behind a quotation: “…,” House Speaker Ann Lee said.
const TITLE_WORDS: usize = 7;

/// Words spoken before, in the same document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech {
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Index of its last sentence.
    pub sentence: usize,
    /// The words that name who spoke.
    pub speaker: Option<Span>,
}

/// What is known of the speakers in one document.
#[derive(Debug)]
pub struct Speakers<'d> {
    pub(super) document: &'d Document,
    /// Names of people and organisations, in order.
    pub(super) names: Vec<&'d Mention>,
    /// The words inside quotation marks, in order, those that nest left out.
    quoted: Vec<Range<usize>>,
}

impl<'d> Speakers<'d> {
    /// Speakers of `document` among `names`, where the words of `quoted` stand inside quotation marks.
    pub fn new(document: &'d Document, names: &'d [Mention], quoted: Vec<Range<usize>>) -> Self {
        let speaks = |mention: &&Mention| {
            matches!(mention.value, Value::Name(NameKind::Person | NameKind::Organisation | NameKind::Other))
        };
        let mut names: Vec<_> = names.iter().filter(speaks).collect();
        names.sort_by_key(|mention| mention.words.start);
        Self { document, names, quoted }
    }

    /// The words that name who speaks the words `inner`, as far as its own sentences tell.
    ///
    /// `last` is the speech before, for “he added”.
    pub fn of(&self, inner: &Range<usize>, last: Option<&Speech>) -> Option<Span> {
        let found = self
            .behind(inner)
            .or_else(|| self.announced(inner))
            .or_else(|| self.before(inner))
            .or_else(|| self.later(inner))?;
        Some(self.resolved(found, inner, last))
    }

    /// “…,” Jane Doe said · “…,” said Jane Doe · “…”: Jane Doe
    fn behind(&self, inner: &Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let start = inner.end + self.marks_at(inner.end);
        let sentence = document.words.get(start)?.sentence();
        if self.paragraph_of(start) != self.paragraph_of(inner.start) {
            return None;
        }
        let closing = inner.end.saturating_sub(1)..start;
        let ended = closing.clone().any(|index| matches!(document.folded(index), "." | "..."));
        // Behind a full stop only “said Jane Doe”, written small, still belongs to the quotation.
        if ended && document.words[start].shape != Shape::Lower {
            return None;
        }
        if document.folded(start) == ":" {
            return self.names_between(start + 1, start + 1 + COLON_WORDS).next().map(|name| name.words.clone());
        }
        let end = self.sentence_end(sentence).min(start + REACH_WORDS);
        let end = (start..end).find(|&index| document.folded(index) == "\"").unwrap_or(end);
        if document.is_phrase(start, &["according", "to"]) {
            // “Lee called it ‘safe,’ according to the paper”: who wrote it down is not who said it.
            let begin = self.sentence_start(document.words[inner.start].sentence());
            let told = inner.start.checked_sub(1).and_then(|mark| self.told_before(mark, begin));
            return told.or_else(|| self.subject_after(start + 2, end));
        }
        // Who spoke is set off from what was said; without a pause the words around the marks are one clause.
        let paused = closing.clone().any(|index| matches!(document.folded(index), "," | "?" | "!" | "-" | "..." | "."));
        let whole = inner.start <= self.sentence_start(document.words[inner.start].sentence()) + 1;
        if !(paused || whole) {
            return None;
        }
        if saying(document, start).is_some_and(|saying| matches!(saying.form, Form::Past | Form::Third)) {
            return self.subject_after(start + 1, end);
        }
        let verb =
            (start..end).find(|&index| saying(document, index).is_some_and(|saying| saying.form != Form::Base))?;
        let form = saying(document, verb)?;
        if form.sort != Sort::Reports || (form.form == Form::Progressive && document.folded(verb - 1) == ",") {
            return None;
        }
        self.subject_of(verb, form.form, start).filter(|subject| subject.start < start + TITLE_WORDS)
    }

    /// Jane Doe: “…” · He was glad about the games: “…”
    fn announced(&self, inner: &Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let colon = inner.start.checked_sub(2).filter(|&colon| document.folded(colon) == ":")?;
        let start = self.sentence_start(document.words[colon].sentence());
        let start = (start..colon)
            .rev()
            .take(SENTENCE_WORDS)
            .find(|&index| document.folded(index) == ":")
            .map_or(start, |other| other + 1);
        if colon - start <= COLON_WORDS
            && let Some(name) = self.heads_line(start, colon)
        {
            return Some(name);
        }
        self.told_before(colon, start).or_else(|| self.main_subject(start, colon.saturating_sub(1)))
    }

    /// Jane Doe said “…” · according to Jane Doe, “…” · the plan, Jane Doe said, was “…” · “…,” said Jane Doe, “…”
    fn before(&self, inner: &Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let mark = inner.start.checked_sub(1)?;
        let start = self.sentence_start(document.words[inner.start].sentence());
        let headed = || {
            let colons = (start..mark).rev().take(SENTENCE_WORDS).filter(|&index| document.folded(index) == ":");
            let named = colons.filter_map(|colon| self.name_ending(colon)).find(|name| name.words.start >= start);
            named.map(|name| name.words.clone()).or_else(|| {
                let colon = (start..mark).take(COLON_WORDS).find(|&index| document.folded(index) == ":")?;
                (colon > start && is_speaking_noun(document.folded(colon - 1))).then_some(start..colon)
            })
        };
        if !document.is_running_text(document.words[mark].span())
            && let Some(name) = headed()
        {
            return Some(name);
        }
        self.told_before(mark, start)
            .or_else(|| {
                (start..mark)
                    .rev()
                    .take(SENTENCE_WORDS)
                    .find(|&index| document.is_phrase(index, &["according", "to"]))
                    .and_then(|index| self.subject_after(index + 2, mark))
            })
            .or_else(headed)
    }

    /// The subject of the nearest verb of saying before word `end` that has one, back to word `start`.
    fn told_before(&self, end: usize, start: usize) -> Option<Range<usize>> {
        let document = self.document;
        let verbs = (start..end).rev().take(SENTENCE_WORDS).filter(|&index| !self.is_quoted(index));
        for verb in verbs {
            // “was told by Jane Doe that”
            if document.folded(verb) == "by"
                && matches!(document.folded(verb.wrapping_sub(1)), "told" | "warned" | "described")
            {
                return self.subject_after(verb + 1, end);
            }
            if let Some(subject) = self.owner_of_saying(verb, start) {
                return Some(subject);
            }
            let Some(found) = saying(document, verb) else { continue };
            if self.is_aside(verb, start, end) {
                continue;
            }
            if let Some(subject) = self.subject_of(verb, found.form, start) {
                return Some(self.reporter_of(subject, start));
            }
            let inverted =
                verb > start && (start..verb).rev().take(2).any(|index| matches!(document.folded(index), "\"" | "'"));
            if inverted && let Some(subject) = self.subject_after(verb + 1, end) {
                return Some(subject);
            }
        }
        None
    }

    /// “Jane Doe's claim that the plan is ‘bad’”: whose words the noun at `noun` tells.
    fn owner_of_saying(&self, noun: usize, start: usize) -> Option<Range<usize>> {
        let document = self.document;
        let owner_end = noun.checked_sub(1).filter(|&end| end > start && document.folded(end) == "'s")?;
        let tells =
            is_noun_of_saying(document.folded(noun)) && matches!(document.folded(noun + 1), "that" | "of" | "about");
        tells.then(|| self.whole_phrase_ending(owner_end, start))?
    }

    /// Whether the verb at `verb` stands in an opening “As Jane Doe has reported,”, which tells nothing of what follows.
    fn is_aside(&self, verb: usize, start: usize, end: usize) -> bool {
        let document = self.document;
        matches!(
            document.folded(start),
            "as" | "before" | "after" | "when" | "while" | "since" | "although" | "though" | "if"
        ) && !puts_it(document, verb)
            && (verb..end).any(|index| document.folded(index) == ",")
            && !(start..verb).take(SENTENCE_WORDS).any(|index| document.folded(index) == ",")
    }

    /// “Jane Doe said her client has promised ‘…’”: who reports it, when the subject is told by a pronoun only.
    fn reporter_of(&self, subject: Range<usize>, start: usize) -> Range<usize> {
        let document = self.document;
        let by_pronoun =
            matches!(document.folded(subject.start), "he" | "she" | "they" | "it" | "his" | "her" | "their" | "its");
        let before = subject.start.checked_sub(1).filter(|&before| before > start && by_pronoun);
        let before = before.map(|before| if document.folded(before) == "that" { before - 1 } else { before });
        before.and_then(|verb| self.subject_of(verb, saying(document, verb)?.form, start)).unwrap_or(subject)
    }

    /// The plan is “…” for workers, Jane Doe said · … according to Jane Doe
    fn later(&self, inner: &Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let sentence = document.words.get(inner.end.checked_sub(1)?)?.sentence();
        let end = self.sentence_end(sentence).min(inner.end + SENTENCE_WORDS);
        for index in inner.end..end {
            if self.is_quoted(index) {
                continue;
            }
            if document.is_phrase(index, &["according", "to"]) {
                return self.subject_after(index + 2, end);
            }
            let Some(found) = saying(document, index) else { continue };
            let joined = matches!(document.folded(index - 1), "and" | "but" | "or");
            if joined || found.sort != Sort::Reports || found.form == Form::Progressive {
                continue;
            }
            let comma = (inner.end..index).find(|&comma| document.folded(comma) == ",");
            let subject = comma.and_then(|comma| self.subject_of(index, found.form, comma + 1));
            if let Some(subject) = subject.filter(|subject| {
                subject.start.checked_sub(TITLE_WORDS).is_none_or(|least| {
                    (least.max(inner.end)..subject.start).any(|place| document.folded(place) == ",")
                })
            }) {
                return Some(subject);
            }
        }
        None
    }

    /// Who is the subject of the sentence before the one that word `index` begins, when that can go on speaking: a person
    /// or “he”, in the same paragraph, and nobody quoted there.
    pub fn of_sentence_before(&self, inner: &Range<usize>) -> Option<Span> {
        let document = self.document;
        let sentence = document.words[inner.start].sentence();
        let before = sentence.checked_sub(1)?;
        let words = document.sentences[before].words.clone();
        if document.sentences[before].paragraph != document.sentences[sentence].paragraph
            || words.clone().any(|index| self.is_quoted(index))
        {
            return None;
        }
        let subject = self.main_subject(words.start, words.end.checked_sub(1)?)?;
        let personal = matches!(document.folded(subject.start), "he" | "she")
            || self.name_starting(subject.start).is_some_and(is_person_name);
        personal.then(|| self.resolved(subject, inner, None))
    }

    /// “he” → the person that the sentences before speak of.
    fn resolved(&self, found: Range<usize>, inner: &Range<usize>, last: Option<&Speech>) -> Span {
        let document = self.document;
        if found.len() == 1
            && matches!(document.folded(found.start), "he" | "she")
            && let Some(person) = self.meant_by_pronoun(found.start, inner, last)
        {
            return person;
        }
        document.span_of(found)
    }

    /// The name that alone, with a title at most, fills the words before the colon at `colon`.
    fn heads_line(&self, start: usize, colon: usize) -> Option<Range<usize>> {
        let document = self.document;
        if let Some(name) = self.name_ending(colon).filter(|name| name.words.start >= start) {
            // “Ann Lee rips Eva Ruiz: ‘Nobody likes her’”: who does it speaks.
            let first = self.name_starting(start).filter(|first| {
                is_person_name(first) && first.words.end < name.words.start && document.folded(first.words.end) != "'s"
            });
            return Some(first.unwrap_or(name).words.clone());
        }
        if colon > start && is_speaking_noun(document.folded(colon - 1)) {
            return Some(start..colon);
        }
        let all_capital = start < colon
            && (start..colon).all(|index| is_capital(document, index) || document.words[index].kind == WordKind::Mark);
        // Without a name only a run of capitals of two words and more is one: “More: …” and “Watch: …” are none.
        (all_capital && colon - start >= 2 && is_capital(document, start)).then_some(start..colon)
    }

    pub(super) fn names_between(&self, from: usize, end: usize) -> impl Iterator<Item = &'d Mention> {
        let first = self.names.partition_point(|mention| mention.words.start < from);
        self.names[first..].iter().copied().take_while(move |mention| mention.words.end <= end)
    }

    /// Whether word `index` stands inside quotation marks.
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        let pair = self.quoted.partition_point(|inner| inner.end <= index);
        self.quoted.get(pair).is_some_and(|inner| inner.contains(&index))
    }

    pub(super) fn sentence_start(&self, sentence: usize) -> usize {
        self.document.sentences.get(sentence).map_or(0, |sentence| sentence.words.start)
    }

    pub(super) fn sentence_end(&self, sentence: usize) -> usize {
        self.document.sentences.get(sentence).map_or(0, |sentence| sentence.words.end)
    }

    fn paragraph_of(&self, index: usize) -> Option<usize> {
        let word = self.document.words.get(index)?;
        self.document.sentences.get(word.sentence()).map(|sentence| sentence.paragraph)
    }

    /// How many quotation marks and commas stand at `index`.
    fn marks_at(&self, index: usize) -> usize {
        (index..self.document.words.len())
            .take_while(|&index| matches!(self.document.folded(index), "\"" | "'" | ","))
            .count()
    }
}

#[cfg(test)]
mod tests;
