//! `attribution/other-source`: a figure that articles have from different people or bodies. Who speaks for whom is not known,
//! so names that have a word in common, or a person named beside the body, are one source.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::voices::{Voice, Voices};
use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::{Tellers, Value};
use crate::link::{FactKind, value_specificity};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};
use crate::text::Classes;

/// The rule.
pub const RULE: Rule = Rule { id: "attribution/other-source", check };

/// Words that tell where a figure comes from, and nothing of what their subject does with it.
const TELLING: [&str; 32] = [
    "said",
    "says",
    "saying",
    "say",
    "told",
    "tells",
    "announced",
    "announces",
    "reported",
    "reports",
    "reporting",
    "confirmed",
    "confirms",
    "estimated",
    "estimates",
    "tweeted",
    "tweets",
    "wrote",
    "writes",
    "noted",
    "notes",
    "stated",
    "states",
    "claimed",
    "claims",
    "put",
    "puts",
    "according",
    "counted",
    "revealed",
    "disclosed",
    "believes",
];
/// Words for a source that may be anybody's.
const ANYBODY: [&str; 24] = [
    "report",
    "reports",
    "document",
    "documents",
    "statement",
    "note",
    "source",
    "sources",
    "people",
    "person",
    "agency",
    "paper",
    "newspaper",
    "he",
    "she",
    "they",
    "it",
    "who",
    "we",
    "i",
    "who",
    "which",
    "data",
    "release",
];
/// A telling word stands so near to the one who tells.
const NEAR_WORDS: usize = 3;
/// Figures that say less than this come up for many things: a two, an age.
const LEAST_SPECIFIC: f64 = 0.45;
/// What stands so near to a person's name may be what he speaks for.
const OFFICE_WORDS: usize = 10;
/// Words from who tells it to the figure that are shown together.
const SHOWN_WORDS: usize = 20;
/// Both may be right, one having it from the other.
const CONFIDENCE: f64 = 0.6;

struct Told {
    voice: Voice,
    teller: Excerpt,
    /// The stems of the words for the teller.
    words: HashSet<Term>,
    shown: Excerpt,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let voices = context.voices();
    let documents = context.documents.iter().zip(context.mentions);
    let tellers: Vec<Tellers> = documents.map(|(document, mentions)| Tellers::new(document, mentions)).collect();
    let mut called = Called::default();
    let mut found = Vec::new();
    for (index, fact) in context.facts() {
        let told_twice = context.grades.get(index).copied().flatten().is_some();
        if !told_twice || matches!(fact.kind, FactKind::Quote | FactKind::Statement | FactKind::Date) {
            continue;
        }
        let mut by_article: BTreeMap<ArticleId, Option<Told>> = BTreeMap::new();
        for reading in &fact.readings {
            let article = reading.excerpt.article;
            let value = reading.mention.and_then(|mention| context.mentions[article.0].get(mention));
            let Some(value) = value.filter(|mention| is_specific(&mention.value)) else { continue };
            let document = &context.documents[article.0];
            let told = tellers[article.0]
                .of(&value.words)
                .and_then(|teller| told(voices, Excerpt { article, span: teller }, reading.excerpt, document));
            // An article that gives it in its own name, too, has it from nobody in particular.
            by_article
                .entry(article)
                .and_modify(|known| *known = known.take().filter(|_| told.is_some()))
                .or_insert(told);
        }
        let mut told: Vec<Told> = by_article.into_values().flatten().collect();
        // Of several the words decide which are shown, and not the order of the articles.
        told.sort_by_key(|told| {
            let text = &*context.documents[told.shown.article.0].text;
            (context.words_of(told.shown), context.words_of(told.teller), text)
        });
        // Those who are called alike are others to the same ones.
        let mut tried: Vec<&Told> = Vec::new();
        let pair = told.iter().enumerate().find_map(|(place, one)| {
            if tried.iter().any(|tried| tried.voice == one.voice && tried.words == one.words) {
                return None;
            }
            tried.push(one);
            let other = told[place + 1..].iter().find(|other| are_others(context, &mut called, one, other))?;
            Some([one, other])
        });
        if let Some(pair) = pair {
            found.push(entry(context, index, pair));
        }
    }
    found
}

fn is_specific(value: &Value) -> bool {
    // A bare figure is an age, a score or a number of a thing.
    if matches!(value, Value::Number { of: None, .. }) {
        return false;
    }
    value_specificity(value) >= LEAST_SPECIFIC
}

/// Who tells a figure, if words of telling say so and it is not just anybody.
fn told(voices: &Voices, teller: Excerpt, value: Excerpt, document: &Document) -> Option<Told> {
    let words = document.words_in(teller.span);
    let near = words.start.saturating_sub(NEAR_WORDS)..(words.end + NEAR_WORDS).min(document.words.len());
    let is_telling = near.clone().any(|word| TELLING.contains(&document.folded(word)));
    let is_anybody = words.clone().any(|word| ANYBODY.contains(&document.folded(word)));
    if !is_telling || is_anybody || words.is_empty() {
        return None;
    }
    let voice = voices.of_excerpt(teller)?;
    let stems: HashSet<Term> = content(document, words.clone()).collect();
    let value = document.words_in(value.span);
    let whole = words.start.min(value.start)..words.end.max(value.end);
    let telling =
        near.filter(|word| TELLING.contains(&document.folded(*word))).min_by_key(|word| word.abs_diff(words.start));
    let span = match telling {
        _ if whole.len() <= SHOWN_WORDS => document.span_of(whole),
        Some(telling) => document.span_of(words.start.min(telling)..words.end.max(telling + 1)),
        None => teller.span,
    };
    Some(Told { voice, teller, words: stems, shown: Excerpt { article: teller.article, span } })
}

/// The words for those who are named, wherever they are: of a person with what stands beside the name. Looked up once each.
#[derive(Default)]
struct Called(HashMap<Voice, HashSet<Term>>);

impl Called {
    fn both(&mut self, context: &Context, voices: [Voice; 2]) -> [&HashSet<Term>; 2] {
        for voice in voices {
            self.0.entry(voice).or_insert_with(|| words_for(context, voice));
        }
        voices.map(|voice| &self.0[&voice])
    }
}

fn words_for(context: &Context, voice: Voice) -> HashSet<Term> {
    let (Voice::Person(entity) | Voice::Body(entity)) = voice else { return HashSet::new() };
    let mentions = context.links.entities[entity].mentions.iter().filter_map(|id| {
        let words = &context.mentions[id.article.0].get(id.index)?.words;
        let from = words.start.saturating_sub(OFFICE_WORDS);
        let reach = if matches!(voice, Voice::Person(_)) { from..words.end + OFFICE_WORDS } else { words.clone() };
        Some(content(&context.documents[id.article.0], reach))
    });
    mentions.flatten().collect()
}

fn content(document: &Document, words: Range<usize>) -> impl Iterator<Item = Term> {
    let grammar =
        Classes::DETERMINER | Classes::PREPOSITION | Classes::CONJUNCTION | Classes::PRONOUN | Classes::AUXILIARY;
    let words = document.words.get(words.start..words.end.min(document.words.len())).unwrap_or_default();
    words.iter().filter(move |word| word.kind == WordKind::Word && !word.classes().any(grammar)).map(|word| word.stem)
}

/// Whether two tellers are surely not one.
fn are_others(context: &Context, called: &mut Called, one: &Told, other: &Told) -> bool {
    match (one.voice, other.voice) {
        (Voice::Person(one), Voice::Person(other)) => one != other,
        (Voice::Unnamed(_), Voice::Unnamed(_)) => false,
        _ if one.voice == other.voice => false,
        _ => {
            let [ours, theirs] = called.both(context, [one.voice, other.voice]);
            [&one.words, ours].iter().all(|ours| [&other.words, theirs].iter().all(|theirs| ours.is_disjoint(theirs)))
        }
    }
}

fn entry(context: &Context, fact: usize, told: [&Told; 2]) -> Discrepancy {
    let [one, other] =
        told.map(|told| format!("{} from “{}”", context.siglum(told.teller.article), shown(context, told.teller)));
    let mut evidence: Vec<Excerpt> = told.iter().map(|told| told.shown).collect();
    evidence.sort_unstable();
    Discrepancy {
        kind: DiscrepancyKind::Attribution,
        rule: RULE.id,
        severity: Severity::Low,
        confidence: CONFIDENCE * context.links.facts[fact].certainty,
        facts: vec![fact],
        summary: format!("one figure from two sources: {one}; {other}"),
        explanation: format!(
            "The articles name different sources for what reads as the same figure: {one}; {other}. One may have it from the \
             other; a reader who wants to check it must know from whom it comes."
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check;

    const RUIZ: &str = "Ferries\n\nAna Ruiz said 1,450 people fled the harbour of Oldtown in the storm on Monday.";

    #[test]
    fn two_sources_of_one_figure_are_told() {
        check(
            &RULE,
            &[RUIZ, "Ferries\n\nMarie Curtin said 1,450 people fled the harbour of Oldtown in the storm on Monday."],
            &[&["Ana Ruiz said 1,450", "Marie Curtin said 1,450"]],
        );
    }

    #[test]
    fn one_source_under_two_names_is_left_alone() {
        for other in [
            "Ferries\n\nRuiz said 1,450 people fled the harbour of Oldtown in the storm on Monday.",
            "Ferries\n\nThe harbour of Oldtown lost 1,450 people in the storm on Monday, according to a report.",
            "Ferries\n\nIn the storm on Monday 1,450 people fled the harbour of Oldtown.",
        ] {
            check(&RULE, &[RUIZ, other], &[]);
        }
    }
}
