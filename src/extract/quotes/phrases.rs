//! Noun phrases: how far one reaches back from its last word, what its head is, and which of its words name a speaker.

use std::ops::Range;

use super::speakers::Speakers;
use super::verbs::{is_pronoun, saying};
use crate::extract::{Mention, NameKind, Value};
use crate::segment::{Document, Shape, Word, WordKind};
use crate::text::Classes;

/// Words of a noun phrase: “the former head of the national office for public health”.
pub(super) const PHRASE_WORDS: usize = 14;
/// Words inside marks within a noun phrase: “the former ‘Good Morning’ host”.
pub(super) const MARKED_WORDS: usize = 6;

impl Speakers<'_> {
    /// The noun phrase that ends before word `end`: its name where its head is one, else the whole phrase.
    pub(super) fn phrase_ending(&self, end: usize, from: usize) -> Option<Range<usize>> {
        let document = self.document;
        let end = self.without_time(end, from);
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        if is_pronoun(document.folded(last)) || document.folded(last) == "who" {
            return Some(last..end);
        }
        // What hangs on a preposition is no subject: “Ann Lee on Friday said”.
        let before = self.phrase_start(end, from).checked_sub(1).filter(|&before| before >= from);
        let hangs = before.filter(|&before| {
            let word = &document.words[before];
            word.shape == Shape::Lower
                && word.classes().any(Classes::PREPOSITION)
                && !is_clause_opener(document.folded(before))
        });
        hangs
            .and_then(|preposition| self.whole_phrase_ending(preposition, from))
            .or_else(|| self.whole_phrase_ending(end, from))
    }

    /// The noun phrase that ends before word `end`, whatever it hangs on.
    pub(super) fn whole_phrase_ending(&self, end: usize, from: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        if is_pronoun(self.document.folded(last)) {
            return Some(last..end);
        }
        let start = self.phrase_start(end, from);
        // “Ann Lee, the head of the office said”: the comma behind the office is missing, the name is meant.
        let comma = start.checked_sub(1).filter(|&comma| comma > from && self.document.folded(comma) == ",");
        let named = comma.filter(|_| start < end && is_determiner(self.document, start));
        let named = named.and_then(|comma| self.name_ending(comma)).filter(|name| is_person_name(name));
        named.map(|name| name.words.clone()).or_else(|| self.speaker_in(start..end))
    }

    /// Where a phrase ends without what tells the time at its end: “Ann Lee | last month”, “Ann Lee | Sunday”.
    fn without_time(&self, end: usize, from: usize) -> usize {
        let document = self.document;
        let Some(last) = end.checked_sub(1).filter(|&last| last > from) else { return end };
        match document.folded(last) {
            "week" | "month" | "year" | "weekend" | "night" | "morning" | "afternoon" | "evening" | "fall"
            | "spring"
                if last > from + 1 && matches!(document.folded(last - 1), "last" | "this" | "that" | "next") =>
            {
                last - 1
            }
            "today" | "yesterday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday"
            | "sunday"
                if !matches!(document.folded(last - 1), "on" | "since" | "until" | "by") =>
            {
                last
            }
            _ => end,
        }
    }

    /// Where the noun phrase that ends before word `end` begins.
    fn phrase_start(&self, end: usize, from: usize) -> usize {
        let document = self.document;
        let least = from.max(end.saturating_sub(PHRASE_WORDS));
        let mut start = end;
        while start > least {
            let index = start - 1;
            let word = &document.words[index];
            let form = document.folded(index);
            let class = word.classes();
            let noun_before = index > least && is_noun_like(document, index - 1);
            match word.kind {
                WordKind::Mark => match form {
                    "-" | "." | "&" if word.glued && index > least => start = index,
                    "&" => start = index,
                    "\"" | "'" if start < end => {
                        let marked = (least..index).rev().take(MARKED_WORDS);
                        match marked.into_iter().find(|&other| document.folded(other) == form) {
                            Some(opening) => start = opening,
                            None => break,
                        }
                    }
                    _ => break,
                },
                WordKind::Clitic if form == "'s" => start = index,
                WordKind::Clitic => break,
                WordKind::Word if is_pronoun(form) || is_clause_opener(form) || saying(document, index).is_some() => {
                    break;
                }
                WordKind::Word if is_determiner(document, index) => {
                    start = index;
                    if !(index > least + 1 && joins_nouns(document.folded(index - 1))) {
                        break;
                    }
                }
                WordKind::Word if joins_nouns(form) || matches!(form, "and" | "or") => {
                    if start == end || !noun_before {
                        break;
                    }
                    start = index;
                }
                WordKind::Word if word.shape != Shape::Lower => start = index,
                WordKind::Word
                    if class.any(Classes::AUXILIARY)
                        || (class.any(Classes::PREPOSITION | Classes::CONJUNCTION)
                            && !class.any(Classes::NOUN | Classes::PLURAL | Classes::ADJECTIVE)) =>
                {
                    break;
                }
                WordKind::Word if class.any(Classes::PREPOSITION) && word.rarity() < 12.0 => break,
                WordKind::Word
                    if class.any(Classes::PAST | Classes::VERB)
                        && !class.any(Classes::NOUN | Classes::PLURAL | Classes::ADJECTIVE) =>
                {
                    break;
                }
                WordKind::Word | WordKind::Figure => start = index,
            }
        }
        // What cannot begin a phrase stays outside.
        while start < end
            && (matches!(document.folded(start), "and" | "or" | "." | "&" | "-" | "\"" | "'" | "'s" | ",")
                || joins_nouns(document.folded(start))
                || (document.words[start].classes().any(Classes::ADVERB | Classes::CONJUNCTION | Classes::PREPOSITION)
                    && !is_determiner(document, start)
                    && !document.words[start].classes().any(Classes::NOUN | Classes::ADJECTIVE | Classes::PROPER)))
        {
            start += 1;
        }
        start
    }

    /// The words that name the speaker in a noun phrase: a name that is its head, else all of it.
    pub(super) fn speaker_in(&self, phrase: Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        if phrase.is_empty() {
            return None;
        }
        let mut head_end = self.head_end(&phrase);
        // “Secretary of State Ann Lee”: an office before its name, written with capitals.
        if head_end < phrase.end
            && is_capital(document, head_end - 1)
            && document.folded(head_end) == "of"
            && self.name_ending(phrase.end).is_some_and(|name| {
                is_person_name(name) && name.words.start > head_end + 1 && is_capital(document, name.words.start - 1)
            })
        {
            head_end = phrase.end;
        }
        if let Some(name) = self.name_ending(head_end).filter(|name| name.words.start >= phrase.start) {
            let other = name.words.start.checked_sub(2).filter(|&other| other >= phrase.start);
            let pair = other.filter(|_| document.folded(name.words.start - 1) == "and");
            let first = pair.and_then(|other| self.name_ending(other + 1)).filter(|_| is_person_name(name));
            let start = first.filter(|first| is_person_name(first)).map_or(name.words.start, |first| first.words.start);
            return Some(start.max(phrase.start)..name.words.end);
        }
        let last = head_end - 1;
        if is_capital(document, last) {
            let first = (phrase.start..head_end)
                .rev()
                .take_while(|&index| {
                    (is_capital(document, index) && !is_determiner(document, index))
                        || (document.folded(index) == "." && document.words[index].glued)
                })
                .last();
            return first.filter(|&first| is_capital(document, first)).map(|first| first..head_end);
        }
        let class = document.words[last].classes();
        let can_speak = document.words[last].kind == WordKind::Word
            && (class.any(Classes::NOUN | Classes::PRONOUN | Classes::PLURAL)
                || is_nameless_noun(&document.words[last]));
        // “Others said”, “many say”: adjectives without a noun.
        let stands_alone = phrase.len() == 1 && class.any(Classes::ADJECTIVE | Classes::DETERMINER);
        (can_speak || stands_alone).then_some(phrase)
    }

    /// Where the head of a phrase ends: before its first “of”, “for”, “at”, names that hold one aside.
    pub(super) fn head_end(&self, phrase: &Range<usize>) -> usize {
        let document = self.document;
        (phrase.start + 1..phrase.end)
            .find(|&index| {
                joins_nouns(document.folded(index))
                    && document.words[index].shape == Shape::Lower
                    && !self.names_between(phrase.start, phrase.end).any(|name| name.words.contains(&index))
            })
            .unwrap_or(phrase.end)
    }

    /// The name that ends before word `end`.
    pub(super) fn name_ending(&self, end: usize) -> Option<&Mention> {
        let named = self.names.partition_point(|mention| mention.words.end <= end).checked_sub(1)?;
        Some(self.names[named]).filter(|name| name.words.end == end)
    }

    /// The name that begins with word `start`.
    pub(super) fn name_starting(&self, start: usize) -> Option<&Mention> {
        let named = self.names.partition_point(|mention| mention.words.start < start);
        self.names.get(named).copied().filter(|name| name.words.start == start)
    }
}

/// Whether `name` names a person.
pub fn is_person_name(name: &Mention) -> bool {
    matches!(name.value, Value::Name(NameKind::Person))
}

/// Prepositions that tie a noun to the one before: “a spokeswoman for the company”, “an analyst at the bank”.
pub(super) fn joins_nouns(folded: &str) -> bool {
    matches!(folded, "of" | "for" | "at" | "from" | "with")
}

pub(super) fn is_clause_opener(folded: &str) -> bool {
    matches!(
        folded,
        "that"
            | "which"
            | "who"
            | "when"
            | "while"
            | "if"
            | "because"
            | "as"
            | "but"
            | "where"
            | "after"
            | "before"
            | "so"
            | "since"
            | "although"
            | "though"
            | "whether"
            | "until"
            | "than"
            | "what"
            | "how"
            | "why"
    )
}

pub(super) fn is_determiner(document: &Document, index: usize) -> bool {
    matches!(
        document.folded(index),
        "the"
            | "a"
            | "an"
            | "this"
            | "these"
            | "those"
            | "another"
            | "one"
            | "some"
            | "several"
            | "many"
            | "both"
            | "my"
            | "his"
            | "her"
            | "its"
            | "our"
            | "their"
            | "your"
            | "any"
            | "each"
            | "no"
            | "every"
            | "most"
            | "few"
    )
}

pub(super) fn is_noun_like(document: &Document, index: usize) -> bool {
    let word = &document.words[index];
    match word.kind {
        WordKind::Word => {
            word.shape != Shape::Lower
                || is_determiner(document, index)
                || word.classes().any(Classes::NOUN | Classes::PLURAL)
                || is_nameless_noun(word)
        }
        WordKind::Clitic => document.folded(index) == "'s",
        WordKind::Figure => true,
        WordKind::Mark => false,
    }
}

/// Whether word `index` is written with a capital.
pub fn is_capital(document: &Document, index: usize) -> bool {
    document.words.get(index).is_some_and(|word| {
        word.kind == WordKind::Word && matches!(word.shape, Shape::Title | Shape::Upper | Shape::Mixed)
    })
}

/// Whether a word of which the lexicon knows no class must be a noun: the other classes are closed, or ever counted.
pub(super) fn is_nameless_noun(word: &Word) -> bool {
    let others = Classes::VERB | Classes::ADVERB | Classes::ADJECTIVE | Classes::PREPOSITION | Classes::CONJUNCTION;
    !word.classes().any(others | Classes::AUXILIARY | Classes::PAST | Classes::PROGRESSIVE | Classes::PRONOUN)
        && !word.classes().any(Classes::DETERMINER)
}
