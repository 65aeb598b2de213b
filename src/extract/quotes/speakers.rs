//! Who speaks: the word that says so (“said”, “according to”) nearest to the quotation, and the name, pronoun or noun
//! that goes with it.
//!
//! Looked for behind the quotation, then before it, then in the rest of its sentence; what follows a quotation in the
//! same breath belongs to the same speaker. “He said” means the person named last.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::{Mention, NameKind, Value};
use crate::segment::{Document, Shape, Term, WordKind, stem};
use crate::text::{Classes, Span};

/// Verbs of saying, by their forms that do not share a stem.
const SAYING: [&str; 74] = [
    "say",
    "said",
    "tell",
    "told",
    "add",
    "write",
    "wrote",
    "written",
    "tweet",
    "post",
    "ask",
    "reply",
    "answer",
    "explain",
    "note",
    "state",
    "declare",
    "announce",
    "insist",
    "argue",
    "claim",
    "warn",
    "acknowledge",
    "admit",
    "conclude",
    "continue",
    "recall",
    "remark",
    "testify",
    "respond",
    "describe",
    "call",
    "joke",
    "shout",
    "predict",
    "promise",
    "vow",
    "urge",
    "comment",
    "confirm",
    "deny",
    "report",
    "complain",
    "caution",
    "maintain",
    "observe",
    "suggest",
    "speak",
    "spoke",
    "allege",
    "assert",
    "contend",
    "stress",
    "emphasize",
    "emphasise",
    "boast",
    "reveal",
    "concede",
    "recount",
    "reiterate",
    "lament",
    "muse",
    "retort",
    "counter",
    "quip",
    "yell",
    "cry",
    "label",
    "dub",
    "think",
    "thought",
    "believe",
    "quote",
    "read",
];

static SAYING_STEMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    let mut stems: Vec<_> = SAYING.iter().map(|word| stem(word)).collect();
    stems.sort_unstable();
    stems
});

/// Words between a quotation and the verb that tells who speaks: a name with title and a clause about it.
const REACH_WORDS: usize = 18;
/// Words of a plain subject: “the union's chief negotiator”.
const SUBJECT_WORDS: usize = 5;

/// Whether word `index` is a verb of saying, and not part of a compound such as “so-called”.
pub fn is_saying(document: &Document, index: usize) -> bool {
    let in_compound = index.checked_sub(1).is_some_and(|before| document.folded(before) == "-");
    !in_compound
        && document
            .words
            .get(index)
            .is_some_and(|word| word.kind == WordKind::Word && SAYING_STEMS.binary_search(&word.stem).is_ok())
}

/// What is known of the speakers in one document.
#[derive(Debug)]
pub struct Speakers<'d> {
    document: &'d Document,
    /// Names of people and organisations, in order.
    names: Vec<&'d Mention>,
}

impl<'d> Speakers<'d> {
    /// Speakers of `document` among `names`.
    pub fn new(document: &'d Document, names: &'d [Mention]) -> Self {
        let speaks = |mention: &&Mention| {
            matches!(mention.value, Value::Name(NameKind::Person | NameKind::Organisation | NameKind::Other))
        };
        let mut names: Vec<_> = names.iter().filter(speaks).collect();
        names.sort_by_key(|mention| mention.words.start);
        Self { document, names }
    }

    /// The words that name who speaks the words `inner`, as far as its own sentences tell.
    pub fn of(&self, inner: &Range<usize>) -> Option<Span> {
        let behind = self.behind(inner);
        let before = || self.before(inner);
        let found = behind.or_else(before).or_else(|| self.in_sentence(inner))?;
        Some(self.resolved(found, inner))
    }

    /// “…,” Jane Doe said · “…,” said Jane Doe · “…”: Jane Doe
    fn behind(&self, inner: &Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let start = inner.end + self.marks_at(inner.end);
        let last_word = inner.end.saturating_sub(1);
        let ended = matches!(document.folded(last_word), "." | "...");
        let sentence = document.words.get(start)?.sentence;
        // Behind a full stop only “said Jane Doe”, written small, still belongs to the quotation.
        if ended && document.words[start].shape != Shape::Lower {
            return None;
        }
        if document.folded(start) == ":" {
            return self.name_from(start + 1, 4);
        }
        let zone = start..self.sentence_end(sentence).min(start + REACH_WORDS);
        let zone = zone.start..self.next_opening(zone.clone());
        if document.is_phrase(zone.start, &["according", "to"]) {
            return self.subject_after(zone.start + 2, zone.end);
        }
        let verb = zone.clone().find(|&index| is_saying(document, index))?;
        let first = (start..verb).find(|&index| document.words[index].kind != WordKind::Mark);
        match first {
            None => self.subject_after(verb + 1, zone.end),
            // “…”, which the mayor said …: another clause.
            Some(first) if first > start + 1 || opens_clause(document, first) => None,
            Some(first) => self.subject_between(first, verb),
        }
    }

    /// Jane Doe said: “…” · according to Jane Doe, “…” · Jane Doe: “…”
    fn before(&self, inner: &Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let mark = inner.start.checked_sub(1)?;
        let sentence = document.words[inner.start].sentence;
        let begin = self.sentence_start(sentence).max(mark.saturating_sub(REACH_WORDS));
        let last = mark.checked_sub(1)?;
        if last < begin {
            // The sentence before may end with a colon that announces this one.
            return (document.folded(last) == ":").then(|| self.last_subject(document.words[last].sentence, last))?;
        }
        if document.folded(last) == ":"
            && let Some(name) = self.name_ending_at(last)
        {
            return Some(name);
        }
        let verb = (begin..mark).rev().take(8).find(|&index| is_saying(document, index))?;
        self.subject_before(verb, self.sentence_start(sentence))
    }

    /// Jane Doe said the plan was “…” · the plan, Jane Doe said, was “…”
    fn in_sentence(&self, inner: &Range<usize>) -> Option<Range<usize>> {
        let document = self.document;
        let sentence = document.words.get(inner.start)?.sentence;
        let start = self.sentence_start(sentence);
        let end = self.sentence_end(document.words[inner.end - 1].sentence);
        if let Some(verb) = (start..inner.start).rev().take(40).find(|&index| is_saying(document, index)) {
            return self.subject_before(verb, start);
        }
        let after = inner.end..end.min(inner.end + 2 * REACH_WORDS);
        for index in after.clone() {
            if document.is_phrase(index, &["according", "to"]) {
                return self.subject_after(index + 2, after.end);
            }
            if is_saying(document, index) && document.words[index].classes().any(Classes::PAST) {
                return self.subject_before(index, inner.end).or_else(|| self.subject_after(index + 1, after.end));
            }
        }
        (start..inner.start.saturating_sub(1))
            .find(|&index| document.is_phrase(index, &["according", "to"]))
            .and_then(|index| self.subject_after(index + 2, inner.start))
    }

    /// The subject of the verb at `verb`, back to word `from`: a name, with a clause about it in between or not; a
    /// pronoun; or a plain noun.
    fn subject_before(&self, verb: usize, from: usize) -> Option<Range<usize>> {
        let document = self.document;
        let mut end = verb;
        while end > from
            && (document.words[end - 1].classes().any(Classes::ADVERB | Classes::AUXILIARY)
                && document.words[end - 1].shape == Shape::Lower
                && !is_pronoun(document.folded(end - 1)))
        {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        if is_pronoun(document.folded(last)) {
            return Some(last..end);
        }
        if document.folded(last) == "," {
            // “Jane Doe, who runs the harbour, said”
            let opening = (from..last).rev().take(REACH_WORDS).find(|&index| document.folded(index) == ",");
            return opening.and_then(|opening| self.name_ending_at(opening)).or_else(|| self.last_name(from, last));
        }
        self.name_ending_at(end).or_else(|| self.last_name(end.saturating_sub(REACH_WORDS).max(from), end)).or_else(
            || {
                let least = from.max(end.saturating_sub(SUBJECT_WORDS));
                let first =
                    (least..end).rev().take_while(|&index| document.words[index].kind != WordKind::Mark).last()?;
                let noun = document.words[last].classes().any(Classes::NOUN);
                noun.then_some(first..end)
            },
        )
    }

    /// The subject between the end of a quotation and its verb: “…,” Jane Doe, a sailor, said.
    fn subject_between(&self, first: usize, verb: usize) -> Option<Range<usize>> {
        if is_pronoun(self.document.folded(first)) {
            return Some(first..first + 1);
        }
        self.first_name(first, verb).or_else(|| self.subject_before(verb, first))
    }

    /// The subject behind a verb: “said Jane Doe”, “said the union's president, Jane Doe”, “said one of them”.
    fn subject_after(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        if is_pronoun(document.folded(from)) {
            return Some(from..from + 1);
        }
        let is_end =
            |&index: &usize| matches!(document.folded(index), "." | ";" | "\"") || opens_clause(document, index);
        let end = (from..end).find(is_end).unwrap_or(end);
        let people = |mention: &&&Mention| matches!(mention.value, Value::Name(NameKind::Person));
        let inside: Vec<_> = self.names_between(from, end).collect();
        if let Some(name) = inside.iter().find(people).or(inside.first()) {
            return Some(name.words.clone());
        }
        capitals(document, from, end).or_else(|| {
            let last =
                (from..end).take_while(|&index| document.words[index].kind != WordKind::Mark).take(SUBJECT_WORDS);
            last.last().map(|last| from..last + 1)
        })
    }

    /// “he” → the person named last before it, in this sentence or the one before.
    fn resolved(&self, found: Range<usize>, inner: &Range<usize>) -> Span {
        let document = self.document;
        let form = document.folded(found.start);
        if found.len() == 1 && matches!(form, "he" | "she") {
            let sentence = document.words[inner.start.min(found.start)].sentence;
            let from = self.sentence_start(sentence.saturating_sub(2));
            let person = self
                .names_between(from, found.start.min(inner.start))
                .filter(|mention| matches!(mention.value, Value::Name(NameKind::Person)))
                .last();
            if let Some(person) = person {
                return person.span;
            }
        }
        document.span_of(found)
    }

    fn last_subject(&self, sentence: usize, before: usize) -> Option<Range<usize>> {
        let start = self.sentence_start(sentence);
        let verb = (start..before).rev().find(|&index| is_saying(self.document, index));
        match verb {
            Some(verb) => self.subject_before(verb, start),
            None => self.name_ending_at(before),
        }
    }

    fn names_between(&self, from: usize, end: usize) -> impl Iterator<Item = &'d Mention> {
        let first = self.names.partition_point(|mention| mention.words.start < from);
        self.names[first..].iter().copied().take_while(move |mention| mention.words.end <= end)
    }

    fn first_name(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let found = self.names_between(from, end).next().map(|mention| mention.words.clone());
        found.or_else(|| capitals(self.document, from, end))
    }

    fn last_name(&self, from: usize, end: usize) -> Option<Range<usize>> {
        self.names_between(from, end).last().map(|mention| mention.words.clone())
    }

    fn name_from(&self, from: usize, reach: usize) -> Option<Range<usize>> {
        self.first_name(from, (from + reach).min(self.document.words.len()))
    }

    /// The name, or the run of capitalised words, that ends before word `end`.
    fn name_ending_at(&self, end: usize) -> Option<Range<usize>> {
        let named = self.names.partition_point(|mention| mention.words.end <= end).checked_sub(1);
        if let Some(named) = named.filter(|&named| self.names[named].words.end == end) {
            return Some(self.names[named].words.clone());
        }
        let first = (0..end).rev().take_while(|&index| is_capital(self.document, index)).last()?;
        Some(first..end)
    }

    fn sentence_start(&self, sentence: usize) -> usize {
        self.document.sentences.get(sentence).map_or(0, |sentence| sentence.words.start)
    }

    fn sentence_end(&self, sentence: usize) -> usize {
        self.document.sentences.get(sentence).map_or(0, |sentence| sentence.words.end)
    }

    /// How many quotation marks and commas stand at `index`.
    fn marks_at(&self, index: usize) -> usize {
        (index..self.document.words.len())
            .take_while(|&index| matches!(self.document.folded(index), "\"" | "'" | "," | "«" | "»"))
            .count()
    }

    /// Where in `zone` the next quotation begins; its end when none does.
    fn next_opening(&self, zone: Range<usize>) -> usize {
        zone.clone().find(|&index| self.document.folded(index) == "\"").unwrap_or(zone.end)
    }
}

fn is_pronoun(folded: &str) -> bool {
    matches!(folded, "he" | "she" | "they" | "i" | "we" | "it" | "who")
}

fn is_capital(document: &Document, index: usize) -> bool {
    let word = &document.words[index];
    word.kind == WordKind::Word && matches!(word.shape, Shape::Title | Shape::Upper | Shape::Mixed)
}

fn opens_clause(document: &Document, index: usize) -> bool {
    matches!(
        document.folded(index),
        "which" | "when" | "while" | "after" | "before" | "as" | "but" | "because" | "where"
    )
}

/// The first run of capitalised words in `from..end`.
fn capitals(document: &Document, from: usize, end: usize) -> Option<Range<usize>> {
    let first = (from..end).find(|&index| is_capital(document, index))?;
    let last = (first..end).take_while(|&index| is_capital(document, index)).last()?;
    Some(first..last + 1)
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::quotes;
    use crate::segment::segment;

    fn check(text: &str, expected: &[Option<&str>]) {
        let document = segment(text.into());
        let found = quotes(&document, &[]);
        let speakers: Vec<_> = found
            .iter()
            .map(|mention| match &mention.value {
                crate::extract::Value::Quote(quote) => quote.speaker.map(|span| span.of(text)),
                _ => None,
            })
            .collect();
        assert_eq!(speakers, expected, "{text}");
    }

    #[test]
    fn behind_the_quotation() {
        check("“The bridge is safe,” Ana Ruiz said on Monday.", &[Some("Ana Ruiz")]);
        check("“The bridge is safe,” said Ana Ruiz, who built it.", &[Some("Ana Ruiz")]);
        check("“The bridge is safe,” he said.", &[Some("he")]);
        check("“The bridge is safe,” according to Ana Ruiz.", &[Some("Ana Ruiz")]);
        check("“The bridge is safe,” said the union's president, Ana Ruiz.", &[Some("Ana Ruiz")]);
    }

    #[test]
    fn before_the_quotation() {
        check("Ana Ruiz said: “The bridge is safe.”", &[Some("Ana Ruiz")]);
        check("According to Ana Ruiz, “the bridge is safe.”", &[Some("Ana Ruiz")]);
        check("Ana Ruiz: 'Bridge is safe'", &[Some("Ana Ruiz")]);
        check("Ana Ruiz, who built it, said “the bridge is safe.”", &[Some("Ana Ruiz")]);
        check("The officials said “the bridge is safe.”", &[Some("The officials")]);
    }

    #[test]
    fn around_and_between() {
        check("“It is safe,” Ana Ruiz said. “We looked at it.”", &[Some("Ana Ruiz"), Some("Ana Ruiz")]);
        check("Ana Ruiz said the bridge, now open, is “quite safe” to use.", &[Some("Ana Ruiz")]);
    }

    #[test]
    fn nobody_speaks_in_a_title() {
        check("They watched “The Old Bridge” twice.", &[None]);
    }
}
