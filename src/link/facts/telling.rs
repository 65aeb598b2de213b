//! What one article tells with one value at one place, and what stands around it.

use std::collections::BTreeMap;

use super::ages;
use super::frame::Frame;
use crate::extract::{Amount, Decimal, Hedge, Mention, Value};
use crate::link::roles::Roles;
use crate::link::surroundings::Surroundings;
use crate::link::terms::{TermKind, Terms};
use crate::link::thesaurus::meaning;
use crate::link::values::{specificity, value_key};
use crate::link::{FactKind, Groups, SentenceId};
use crate::read::ArticleId;
use crate::segment::{Document, Term, WordKind, stem};
use crate::text::Classes;

/// Nouns that count people; news exchanges them freely.
const PEOPLE: [&str; 9] =
    ["person", "employee", "job", "position", "member", "passenger", "victim", "individual", "other"];

/// Equal values of one article are told again, whatever stands around them, when they are as specific as this.
const SPECIFIC: f64 = 0.6;
/// Less specific ones when their surroundings are as alike as this.
const ALIKE: f64 = 0.35;

/// What values of one kind are told of, where that parts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A time of day alone: “at 20:41 (1841 UTC)”.
    Clock,
    /// How old somebody is.
    Age,
    Other,
}

/// Which end of a tally like “231-187” a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TallyEnd {
    First,
    Last,
}

/// A value at one place of an article.
pub struct Telling<'m> {
    pub article: ArticleId,
    /// Index of its mention among the article's.
    pub mention: usize,
    pub sentence: SentenceId,
    pub kind: FactKind,
    /// What of the kind it is.
    pub form: Form,
    pub value: &'m Value,
    /// See [`value_key`].
    pub key: Term,
    pub specificity: f64,
    /// The noun counted, by meaning.
    pub noun: Option<Term>,
    /// The nearest verb of its clause, by meaning.
    pub verb: Option<Term>,
    /// Whether what is told behind it is told as not so: “on Monday he said he would not sign”.
    pub denied: bool,
    /// The preposition before it: “on”, “since”, “until”.
    pub preposition: Option<Term>,
    /// The nearest name of its clause or, where that has none, of its sentence.
    pub entity: Option<Term>,
    /// Whose age it is, where a name stands beside it.
    pub bearer: Option<Term>,
    /// The end that it is of a tally, and the value of the other one.
    pub tally: Option<(TallyEnd, Term)>,
    /// Whether it stands in running text and not in a headline, a dateline or a list.
    pub runs: bool,
    /// Of how many things its article tells this value.
    pub things: usize,
    pub roles: Roles,
    pub surroundings: Surroundings,
    /// The words beside it.
    pub frame: Frame,
}

/// The tellings of one article, in reading order.
pub fn tellings<'m>(
    article: ArticleId,
    document: &Document,
    mentions: &'m [Mention],
    terms: &Terms,
) -> Vec<Telling<'m>> {
    let values = mentions.iter().enumerate().filter_map(|(index, mention)| {
        let (key, kind) = (value_key(&mention.value)?, FactKind::of(&mention.value)?);
        let form = form(document, mentions, mention);
        let years = ages::years(document, mentions, mention);
        let bearer = if form == Form::Age { ages::bearer(document, terms, article, mention) } else { None };
        // An age is a figure, however it is told.
        let kind = if years.is_some() { FactKind::Number } else { kind };
        let key = match &mention.value {
            _ if let Some(years) = years => Term::of(&format!("age {}", years.normalize())),
            Value::Date { timex } if form == Form::Clock => Term::of(timex),
            // “Last month” and “next month” are equal only in that nobody knows which month that is; “years” and “several
            // years” in that nobody knows how many.
            Value::Date { timex } | Value::Duration { timex, .. } if is_vague(timex) => {
                let words = mention.words.clone().map(|word| document.folded(word));
                Term::of(&words.fold(key, |key, word| key + " " + word))
            }
            _ => Term::of(&key),
        };
        Some(Telling {
            article,
            mention: index,
            sentence: SentenceId { article, index: mention.sentence },
            kind,
            form,
            value: &mention.value,
            key,
            specificity: specificity(&mention.value),
            noun: noun(&mention.value),
            verb: verb(document, mention),
            denied: is_denied(document, mention),
            preposition: preposition(document, mention),
            entity: bearer.or_else(|| entity(document, terms, article, mention)),
            bearer,
            tally: tally(document, mentions, index),
            runs: document.is_running_text(mention.span),
            things: 1,
            roles: Roles::of(document, mentions, mention),
            surroundings: Surroundings::of(document, terms, article, mention),
            frame: Frame::of(document, terms, article, mention),
        })
    });
    let mut tellings: Vec<Telling> = values.collect();
    count_things(&mut tellings);
    tellings
}

/// Counts of how many things each value is told.
fn count_things(tellings: &mut [Telling]) {
    /// A value told more often than this is told of many things; it is not looked at which.
    const MOST_TIMES: usize = 24;
    let mut by_key: BTreeMap<Term, Vec<usize>> = BTreeMap::new();
    for (place, telling) in tellings.iter().enumerate() {
        by_key.entry(telling.key).or_default().push(place);
    }
    for places in by_key.into_values().filter(|places| places.len() > 1) {
        let mut groups = Groups::new(places.len());
        if places.len() <= MOST_TIMES {
            for (at, &one) in places.iter().enumerate() {
                for (other_at, &other) in places.iter().enumerate().skip(at + 1) {
                    if tellings[one].is_told_again_by(&tellings[other]) {
                        groups.join(at, other_at);
                    }
                }
            }
        }
        let things = groups.into_sorted().len();
        for place in places {
            tellings[place].things = things;
        }
    }
}

/// Whether a date or length of time is told without a number.
fn is_vague(timex: &str) -> bool {
    !timex.contains(|digit: char| digit.is_ascii_digit())
}

impl Telling<'_> {
    /// Whether it is a date, or a length of time that is told in numbers: “years” are told of anything.
    pub fn is_definite_time(&self) -> bool {
        self.kind.is_time() && !matches!(self.value, Value::Duration { timex, .. } if is_vague(timex))
    }

    /// Whether `other`, of the same article, tells the same of the same thing.
    pub fn is_told_again_by(&self, other: &Self) -> bool {
        let same_noun = self.noun.is_some() && self.noun == other.noun;
        self.key == other.key
            && !self.is_of_another(other)
            && self.is_in_text_like(other)
            && !differ(self.noun, other.noun)
            && !self.plays_another_part_than(other)
            && (self.specificity >= SPECIFIC
                || same_noun
                || self.roles.meet(other.roles)
                || self.surroundings.similarity(&other.surroundings) >= ALIKE)
    }

    /// Whether the two cannot be of one thing: a time of day and a day, ages of two people, plain figures in other parts.
    pub fn is_of_another(&self, other: &Self) -> bool {
        let of_people = self.form == Form::Age
            && other.form == Form::Age
            && !self.is_of_one_person_as(other)
            && differ(self.entity, other.entity);
        // Small counts are equal by chance: four dead and four injured are two things.
        let by_chance =
            self.kind == FactKind::Number && self.specificity < SPECIFIC && self.plays_another_part_than(other);
        self.form != other.form || of_people || by_chance
    }

    /// Whether both are ages of one person, named beside both.
    pub fn is_of_one_person_as(&self, other: &Self) -> bool {
        self.bearer.is_some() && self.bearer == other.bearer
    }

    /// Whether both are the same end of a tally whose other end is one value: then they are of one vote.
    pub fn is_of_one_tally_as(&self, other: &Self) -> bool {
        self.tally.is_some() && self.tally == other.tally
    }

    /// How much of the words beside the two is alike, from the values on; nothing where what leads up to them parts them,
    /// as “from 5 percent” and “to 7 percent”.
    pub fn frame_likeness(&self, other: &Self) -> f64 {
        if differ(self.preposition, other.preposition) { 0.0 } else { self.frame.likeness(&other.frame) }
    }

    /// Whether not one stands in running text and the other outside it, where a date is the article's own; other values
    /// stand in headlines as in the text.
    pub fn is_in_text_like(&self, other: &Self) -> bool {
        self.kind != FactKind::Date || self.runs == other.runs
    }

    /// Whether the two play different parts; a date or a length of time plays none.
    pub fn plays_another_part_than(&self, other: &Self) -> bool {
        !self.kind.is_time() && self.roles.clash(other.roles)
    }
}

/// Whether both are there and differ.
pub fn differ(a: Option<Term>, b: Option<Term>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// The noun that a value counts, by meaning.
fn noun(value: &Value) -> Option<Term> {
    match value {
        Value::Number { of: Some(noun), .. } => {
            let noun = meaning(stem(noun));
            let counts_people = PEOPLE.iter().any(|people| meaning(stem(people)) == noun);
            Some(if counts_people { stem(PEOPLE[0]) } else { noun })
        }
        _ => None,
    }
}

/// The tally that a count is an end of: two counts joined by a dash alone. The goals of a match are few, and any two matches
/// may have them in common, so that small counts make none.
fn tally(document: &Document, mentions: &[Mention], index: usize) -> Option<(TallyEnd, Term)> {
    const LEAST: Decimal = Decimal::TEN;
    let mention = &mentions[index];
    let is_count = |mention: &&Mention| {
        let exact = |amount: &Amount| amount.upper.is_none() && amount.hedge == Hedge::Exact && amount.number >= LEAST;
        matches!(&mention.value, Value::Number { amount, .. } if exact(amount))
    };
    let joined = |first: &Mention, last: &Mention| {
        let between = document.text.get(first.span.end..last.span.start);
        between.is_some_and(|between| matches!(between, "-" | "–" | "‑"))
    };
    is_count(&mention).then_some(())?;
    let key = |mention: &Mention| value_key(&mention.value).map(|key| Term::of(&key));
    let after = mentions.get(index + 1).filter(is_count).filter(|after| joined(mention, after));
    let before = index.checked_sub(1).map(|before| &mentions[before]).filter(is_count);
    let before = before.filter(|before| joined(before, mention));
    match (before, after) {
        (None, Some(after)) => Some((TallyEnd::First, key(after)?)),
        (Some(before), None) => Some((TallyEnd::Last, key(before)?)),
        _ => None, // three are a telephone number
    }
}

/// What a mention is told of, by its words.
fn form(document: &Document, mentions: &[Mention], mention: &Mention) -> Form {
    /// Words that stand in a time of day.
    const OF_CLOCKS: [&str; 14] =
        ["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "utc", "gmt", "local", "time", "et", "est", "edt", "o'clock"];
    match &mention.value {
        Value::Date { timex } if timex.contains("T0") || timex.contains("T1") || timex.contains("T2") => {
            let is_of_clock =
                |word: usize| document.words[word].kind != WordKind::Word || OF_CLOCKS.contains(&document.folded(word));
            if mention.words.clone().all(is_of_clock) { Form::Clock } else { Form::Other }
        }
        _ if ages::is_age(document, mentions, mention) => Form::Age,
        _ => Form::Other,
    }
}

/// How far a word is from a mention, in words.
fn distance(mention: &Mention, word: usize) -> usize {
    if word < mention.words.start { mention.words.start - word } else { (word + 1).saturating_sub(mention.words.end) }
}

fn verb(document: &Document, mention: &Mention) -> Option<Term> {
    let sentence = document.sentences.get(mention.sentence)?;
    let clause = document.words.get(mention.words.start)?.clause();
    let verbs = sentence.words.clone().filter(|&word| {
        let word = &document.words[word];
        word.clause() == clause
            && word.kind == WordKind::Word
            && word.classes().any(Classes::VERB | Classes::PAST | Classes::PROGRESSIVE)
            && !word.classes().any(Classes::AUXILIARY | Classes::PREPOSITION | Classes::DETERMINER)
    });
    let nearest = verbs.min_by_key(|&word| (distance(mention, word), word))?;
    Some(meaning(document.words[nearest].stem))
}

/// Whether a word soon behind a mention, no mark between, denies what is told.
fn is_denied(document: &Document, mention: &Mention) -> bool {
    const NEAR_WORDS: usize = 6;
    let Some(sentence) = document.sentences.get(mention.sentence) else { return false };
    let behind = (mention.words.end..sentence.words.end).take(NEAR_WORDS);
    let mut behind = behind.take_while(|&word| document.words[word].kind != WordKind::Mark);
    behind.any(|word| matches!(document.folded(word), "not" | "never") || document.folded(word).ends_with("n't"))
}

/// The last preposition of the few words before a mention, or its own first word: extraction takes “since” into a date and
/// leaves “on” outside.
fn preposition(document: &Document, mention: &Mention) -> Option<Term> {
    const NEAR_WORDS: usize = 3;
    let first = mention.words.start;
    let near = document.words.get(first.saturating_sub(NEAR_WORDS)..first + 1)?;
    near.iter().rev().find(|word| word.classes().any(Classes::PREPOSITION)).map(|word| word.stem)
}

fn entity(document: &Document, terms: &Terms, article: ArticleId, mention: &Mention) -> Option<Term> {
    let sentence = document.sentences.get(mention.sentence)?;
    let clause = document.words.get(mention.words.start)?.clause();
    let names = terms.of(article, sentence.words.clone()).iter().filter(|place| place.kind == TermKind::Entity);
    let nearest =
        names.min_by_key(|place| (document.words[place.word()].clause() != clause, distance(mention, place.word())))?;
    Some(nearest.term)
}
