//! Who does what a verb tells: the noun phrase before it, the one before the clause set between commas, the subject of
//! the sentence for “…, saying”, or the one behind it (“said Ann Lee”).

use std::ops::Range;

use super::phrases::{
    MARKED_WORDS, PHRASE_WORDS, is_capital, is_clause_opener, is_determiner, is_nameless_noun, is_noun_like,
    is_person_name, joins_nouns,
};
use super::speakers::Speakers;
use super::verbs::{Form, is_being, is_pronoun, saying, to_infinitive, verb_group_start};
use crate::extract::Mention;
use crate::segment::{Document, Shape, WordKind};
use crate::text::Classes;

/// Words of what is set between commas behind a name: “senior vice president of labour and benefits at the chamber”.
const APPOSITION_WORDS: usize = 30;
/// Words between a verb and a name that stands in apposition to its subject: “the union's president, Rep. Ann Lee”.
const TITLE_WORDS: usize = 4;
/// Words looked over for the subject of a sentence, which no sentence of news reaches; it bounds the time for a text
/// without full stops.
pub(super) const CLAUSE_WORDS: usize = 120;

impl Speakers<'_> {
    /// The subject of the verb of saying at `verb`, looked for back to word `from`.
    pub(super) fn subject_of(&self, verb: usize, form: Form, from: usize) -> Option<Range<usize>> {
        let document = self.document;
        let start = verb_group_start(document, verb).max(from);
        let last = start.checked_sub(1).filter(|&last| last >= from)?;
        if to_infinitive(document, verb) {
            // “leaving Ann Lee to ask”
            let told = self.name_ending(start).filter(|name| is_person_name(name) && name.words.start > from);
            return told.map(|name| name.words.clone()).or_else(|| self.main_subject(from, last));
        }
        if matches!(document.folded(last), "and" | "but" | "or" | "then" | "while") {
            return self.main_subject(from, last);
        }
        match document.folded(last) {
            "who" | "which" | "that" => {
                let before = last.checked_sub(1).filter(|&before| before >= from)?;
                let end = if document.folded(before) == "," { before } else { last };
                self.phrase_ending(end, from)
            }
            "," if form != Form::Progressive || is_being(document, verb) => self.before_apposition(from, last),
            // “The paper quotes Ann Lee as saying”
            "as" if form == Form::Progressive => self.phrase_ending(last, from),
            _ if form == Form::Progressive && !is_being(document, verb) => self.main_subject(from, last),
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
        let from = self.behind_opening_clause(from.max(until.saturating_sub(CLAUSE_WORDS)), until);
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
            let is_person = is_person_name(name);
            let parts = self.name_starting(comma + 1).is_some_and(|next| next.words.end < last && is_person_name(next));
            (is_person && !parts).then(|| name.words.clone())
        });
        // “The owner's lawyer, Ann Lee, said”
        let beside = self.name_ending(last).filter(|name| is_person_name(name) && name.words.start > from);
        person
            .chain(beside.map(|name| name.words.clone()))
            .chain(commas().rev().filter_map(|comma| self.phrase_ending(comma, from)))
            .next()
            .or_else(|| {
                // A lone comma before the verb: “Ann Lee, said”.
                self.phrase_ending(last, from)
            })
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
                        || (word.classes().any(Classes::NOUN | Classes::PLURAL | Classes::ADJECTIVE | Classes::PRONOUN)
                            && !(word.classes().any(Classes::PREPOSITION) && word.rarity() < 12.0))
                        || is_nameless_noun(word)
                }
            };
            if !goes_on {
                break;
            }
            phrase_end = index + 1;
        }
        // A phrase that breaks off behind “of” or “the” has lost its noun.
        while phrase_end > from
            && (document.words[phrase_end - 1].kind == WordKind::Mark
                || joins_nouns(document.folded(phrase_end - 1))
                || matches!(document.folded(phrase_end - 1), "the" | "a" | "an" | "and"))
        {
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
        // A name is no apposition to a name: “according to Lee, the Ruiz bridge”.
        if document.folded(phrase_end) == "," && !is_capital(document, head_end - 1) {
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
            if capitals > 1 {
                return Some(phrase_end + 1..phrase_end + 1 + capitals);
            }
        }
        self.speaker_in(phrase)
    }
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
