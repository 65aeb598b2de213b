//! Who does what a verb tells: the noun phrase before it, the one before the clause set between commas, the subject of
//! the sentence for “…, saying”, or the one behind it (“said Ann Lee”).

use std::ops::Range;

use super::speakers::Speakers;
use super::verbs::{Form, is_pronoun, saying, to_infinitive, verb_group_start};
use crate::extract::{Mention, NameKind, Value};
use crate::segment::{Document, Shape, WordKind};
use crate::text::Classes;

/// Words of a noun phrase: “the former head of the national office for public health”.
const PHRASE_WORDS: usize = 14;
/// Words of what is set between commas behind a name: “senior vice president of labour and benefits at the chamber”.
const APPOSITION_WORDS: usize = 30;
/// Words inside marks within a noun phrase: “the former ‘Good Morning’ host”.
const MARKED_WORDS: usize = 6;
/// Words between a verb and a name that stands in apposition to its subject: “the union's president, Rep. Ann Lee”.
const TITLE_WORDS: usize = 4;

impl Speakers<'_> {
    /// The subject of the verb of saying at `verb`, looked for back to word `from`.
    pub(super) fn subject_of(&self, verb: usize, form: Form, from: usize) -> Option<Range<usize>> {
        let document = self.document;
        let start = verb_group_start(document, verb).max(from);
        let last = start.checked_sub(1).filter(|&last| last >= from)?;
        if to_infinitive(document, verb) || matches!(document.folded(last), "and" | "but" | "or" | "then" | "while") {
            return self.main_subject(from, last);
        }
        match document.folded(last) {
            "who" | "which" | "that" => {
                let before = last.checked_sub(1).filter(|&before| before >= from)?;
                let end = if document.folded(before) == "," { before } else { last };
                self.phrase_ending(end, from)
            }
            "," if form != Form::Progressive => self.before_apposition(from, last),
            _ if form == Form::Progressive && start == verb => self.main_subject(from, last),
            ")" => {
                let opening = (from..last).rev().take(MARKED_WORDS + 2).find(|&index| document.folded(index) == "(")?;
                self.phrase_ending(opening, from)
            }
            _ => self.phrase_ending(start, from),
        }
    }

    /// The subject of the sentence that begins at word `from`, as far as word `until`: that of its first verb.
    pub(super) fn main_subject(&self, from: usize, until: usize) -> Option<Range<usize>> {
        let document = self.document;
        let from = self.behind_opening_clause(from, until);
        (from..=until).filter(|&index| !self.is_quoted(index) && is_finite(document, index)).find_map(|verb| {
            let start = verb_group_start(document, verb).max(from);
            let last = start.checked_sub(1).filter(|&last| last >= from)?;
            match document.folded(last) {
                "," => self.before_apposition(from, last),
                "who" | "which" | "that" => {
                    let before = last.checked_sub(1).filter(|&before| before >= from)?;
                    self.phrase_ending(if document.folded(before) == "," { before } else { last }, from)
                }
                _ => self.phrase_ending(start, from),
            }
        })
    }

    /// Behind “When the plan failed,” and the like at `from`.
    fn behind_opening_clause(&self, from: usize, until: usize) -> usize {
        let document = self.document;
        let opens = matches!(
            document.folded(from),
            "when" | "while" | "after" | "before" | "as" | "if" | "although" | "though" | "because" | "since" | "asked"
        );
        let comma = (from..until).take(APPOSITION_WORDS).find(|&index| document.folded(index) == ",");
        if opens { comma.map_or(from, |comma| comma + 1) } else { from }
    }

    /// The name or noun phrase before the words that are set between commas and end with the one at `last`.
    fn before_apposition(&self, from: usize, last: usize) -> Option<Range<usize>> {
        let document = self.document;
        let from = from.max(last.saturating_sub(APPOSITION_WORDS));
        let commas = || (from..last).filter(|&index| document.folded(index) == "," && !self.is_quoted(index));
        let person = commas().filter_map(|comma| {
            let name = self.name_ending(comma)?;
            // “After meeting Xi, Lee, …, said”: a comma before another name parts a list or clause.
            let is_person = matches!(name.value, Value::Name(NameKind::Person));
            let parts = self.name_starting(comma + 1).is_some_and(|next| next.words.end < last && is_person_name(next));
            (is_person && !parts).then(|| name.words.clone())
        });
        person.chain(commas().filter_map(|comma| self.phrase_ending(comma, from))).next().or_else(|| {
            // A lone comma before the verb: “Ann Lee, said”.
            self.phrase_ending(last, from)
        })
    }

    /// The noun phrase that ends before word `end`: its name where its head is one, else the whole phrase.
    pub(super) fn phrase_ending(&self, end: usize, from: usize) -> Option<Range<usize>> {
        let document = self.document;
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        if is_pronoun(document.folded(last)) || document.folded(last) == "who" {
            return Some(last..end);
        }
        let start = self.phrase_start(end, from);
        self.speaker_in(start..end)
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
                WordKind::Figure => start = index,
                WordKind::Word if is_pronoun(form) || is_clause_opener(form) => break,
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
                    if class.any(Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY)
                        && !class.any(Classes::NOUN | Classes::ADJECTIVE) =>
                {
                    break;
                }
                WordKind::Word if class.any(Classes::PREPOSITION) && word.rarity() < 12.0 => break,
                WordKind::Word
                    if class.any(Classes::PAST | Classes::VERB) && !class.any(Classes::NOUN | Classes::ADJECTIVE) =>
                {
                    break;
                }
                WordKind::Word => start = index,
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
    fn speaker_in(&self, phrase: Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        if phrase.is_empty() {
            return None;
        }
        let head_end = self.head_end(&phrase);
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
            && (class.any(Classes::NOUN | Classes::PRONOUN | Classes::PLURAL) || !document.words[last].is_known());
        // “Others said”, “many say”: adjectives without a noun.
        let stands_alone = phrase.len() == 1 && class.any(Classes::ADJECTIVE | Classes::DETERMINER);
        (can_speak || stands_alone).then_some(phrase)
    }

    /// Where the head of a phrase ends: before its first “of”, “for”, “at”, names that hold one aside.
    fn head_end(&self, phrase: &Range<usize>) -> usize {
        let document = self.document;
        (phrase.start + 1..phrase.end)
            .find(|&index| {
                joins_nouns(document.folded(index))
                    && document.words[index].shape == Shape::Lower
                    && !self.names_between(phrase.start, phrase.end).any(|name| name.words.contains(&index))
            })
            .unwrap_or(phrase.end)
    }

    /// The subject behind a verb at word `from`: “said Ann Lee”, “said the union's president, Ann Lee”, “said one of them”.
    pub(super) fn subject_after(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        if from >= end {
            return None;
        }
        if is_pronoun(document.folded(from)) {
            return Some(from..from + 1);
        }
        let mut phrase_end = from;
        for index in from..end.min(from + PHRASE_WORDS) {
            let word = &document.words[index];
            let form = document.folded(index);
            let next_is_noun = index + 1 < end && is_noun_like(document, index + 1);
            let goes_on = match word.kind {
                WordKind::Mark => matches!(form, "-" | "&" | ".") && (word.glued && index + 1 < end),
                WordKind::Clitic | WordKind::Figure => true,
                WordKind::Word if is_clause_opener(form) || is_pronoun(form) => false,
                WordKind::Word if joins_nouns(form) || form == "and" => index > from && next_is_noun,
                WordKind::Word => {
                    is_determiner(document, index)
                        || word.shape != Shape::Lower
                        || (word.classes().any(Classes::NOUN | Classes::ADJECTIVE | Classes::PRONOUN)
                            && !(word.classes().any(Classes::PREPOSITION) && word.rarity() < 12.0))
                        || !word.is_known()
                }
            };
            if !goes_on {
                break;
            }
            phrase_end = index + 1;
        }
        while phrase_end > from && document.words[phrase_end - 1].kind == WordKind::Mark {
            phrase_end -= 1;
        }
        let phrase = from..phrase_end;
        if phrase.is_empty() {
            return None;
        }
        let head_end = self.head_end(&phrase);
        if let Some(person) = self.names_between(phrase.start, head_end).find(|name| is_person_name(name))
            && !is_possessor(document, person)
        {
            return Some(person.words.clone());
        }
        if document.folded(phrase_end) == "," {
            let room = (phrase_end + 1 + TITLE_WORDS).min(end);
            let named = self.names_between(phrase_end + 1, end).next().filter(|name| {
                name.words.start < room
                    && is_person_name(name)
                    && (phrase_end + 1..name.words.start)
                        .all(|index| is_noun_like(document, index) || document.folded(index) == ".")
            });
            if let Some(name) = named {
                return Some(name.words.clone());
            }
            let capitals = (phrase_end + 1..room).take_while(|&index| is_capital(document, index)).count();
            if capitals > 1 && !is_capital(document, head_end - 1) {
                return Some(phrase_end + 1..phrase_end + 1 + capitals);
            }
        }
        self.speaker_in(phrase)
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

fn is_possessor(document: &Document, name: &Mention) -> bool {
    document.folded(name.words.end) == "'s"
}

/// A verb that has a subject of its own.
fn is_finite(document: &Document, index: usize) -> bool {
    let word = &document.words[index];
    if word.kind != WordKind::Word || word.shape != Shape::Lower {
        return false;
    }
    let class = word.classes();
    let spoken = saying(document, index).is_some_and(|saying| matches!(saying.form, Form::Past | Form::Third));
    let helper = class.any(Classes::AUXILIARY) && !class.any(Classes::PREPOSITION | Classes::CONJUNCTION);
    spoken || helper || (class.any(Classes::PAST) && !class.any(Classes::NOUN))
}

/// Prepositions that tie a noun to the one before: “a spokeswoman for the company”, “an analyst at the bank”.
fn joins_nouns(folded: &str) -> bool {
    matches!(folded, "of" | "for" | "at" | "from" | "with")
}

fn is_clause_opener(folded: &str) -> bool {
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

fn is_determiner(document: &Document, index: usize) -> bool {
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

fn is_noun_like(document: &Document, index: usize) -> bool {
    let word = &document.words[index];
    match word.kind {
        WordKind::Word => {
            word.shape != Shape::Lower
                || is_determiner(document, index)
                || word.classes().any(Classes::NOUN | Classes::PLURAL)
                || !word.is_known()
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
