//! `attribution/other-mouth`: the same quoted words, said by one person in one article and by another one in another.

use std::collections::{BTreeSet, HashMap};

use super::loose::meet;
use super::places::grouped;
use super::spoken::Spoken;
use super::voices::Voice;
use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::Excerpt;
use crate::segment::{Term, Word, WordKind};

/// The rule.
pub const RULE: Rule = Rule { id: "attribution/other-mouth", check };

/// So many words in a row are nobody's by chance …
const LEAST_RUN_WORDS: usize = 5;
/// … where they tell so much, about three rare words, …
const LEAST_WEIGHT: f64 = 25.0;
/// … and are this part of what the shorter quotation tells.
const LEAST_PART: f64 = 0.85;
/// So many sentences before a quotation may name who speaks, and in so many before and behind it the other one must not be
/// named.
const AROUND_SENTENCES: usize = 2;
/// Words and marks between a quotation and the name of who says it, at most: “…,” said Ann Lee.
const PLAIN_WORDS: usize = 4;
/// Who speaks is read off the words around, which goes wrong now and then.
const CONFIDENCE: f64 = 0.7;

struct Mouths {
    /// The speakers and their words in both.
    evidence: Vec<Excerpt>,
    speakers: [Excerpt; 2],
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let mut called: HashMap<usize, BTreeSet<Term>> = HashMap::new();
    let pairs = context.speech().pairs();
    let found: Vec<Mouths> = pairs.filter_map(|pair| mouths(context, &mut called, pair)).collect();
    let groups = grouped(found.iter().map(|found| found.evidence.as_slice()));
    groups.into_iter().filter_map(|members| Some(entry(context, &found[*members.first()?]))).collect()
}

/// The same words in two mouths; `called` keeps the last words of people's names.
fn mouths(context: &Context, called: &mut HashMap<usize, BTreeSet<Term>>, [a, b]: [&Spoken; 2]) -> Option<Mouths> {
    let (Some(Voice::Person(one)), Some(Voice::Person(other))) = (a.voice, b.voice) else { return None };
    if one == other || a.article == b.article {
        return None;
    }
    for entity in [one, other] {
        called.entry(entity).or_insert_with(|| last_words(context, entity));
    }
    let names = [one, other].map(|entity| &called[&entity]);
    if !names[0].is_disjoint(names[1]) {
        return None;
    }
    let is_open =
        |spoken: &Spoken, other: &BTreeSet<Term>| !is_said_beside(context, spoken) || is_near(context, spoken, other);
    let are_plain = is_plain(context, a, names[1]) && is_plain(context, b, names[0]);
    if !are_plain && (is_open(a, names[1]) || is_open(b, names[0])) {
        return None;
    }
    let meeting = meet(&a.tokens, &b.tokens)?;
    let weigh = |spoken: &Spoken| -> f64 { spoken.tokens.iter().map(|token| token.weight).sum() };
    let least = weigh(a).min(weigh(b)).max(1.0);
    if meeting.longest_run() < LEAST_RUN_WORDS || meeting.weight < LEAST_WEIGHT || meeting.weight < LEAST_PART * least {
        return None;
    }
    let speaker = |spoken: &Spoken| Some(Excerpt { article: spoken.article, span: spoken.speaker? });
    let speakers = [speaker(a)?, speaker(b)?];
    let mut evidence = vec![a.excerpt(context, meeting.stretch(0)), b.excerpt(context, meeting.stretch(1))];
    evidence.extend(speakers);
    evidence.sort_unstable();
    Some(Mouths { evidence, speakers })
}

/// The last words of the names that the articles call a person by.
fn last_words(context: &Context, entity: usize) -> BTreeSet<Term> {
    let mentions = context.links.entities[entity].mentions.iter();
    mentions
        .filter_map(|id| {
            let mention = context.mentions[id.article.0].get(id.index)?;
            Some(context.documents[id.article.0].words[mention.words.clone()].last()?.term)
        })
        .collect()
}

/// Whether who speaks is named with the quotation or right before: “Lee disagreed. “…,” she said.”
fn is_said_beside(context: &Context, spoken: &Spoken) -> bool {
    let document = &context.documents[spoken.article.0];
    let sentence = spoken.speaker.and_then(|speaker| document.sentence_at(speaker.start));
    let last = document.words.get(spoken.all.end.saturating_sub(1)).map_or(spoken.sentence, Word::sentence);
    sentence.is_some_and(|sentence| (spoken.sentence.saturating_sub(AROUND_SENTENCES)..=last + 1).contains(&sentence))
}

/// Whether the name stands right before or behind the quotation, with a verb of saying at most between, and the other one
/// has no part in the sentence: “…,” Ann Lee said.
fn is_plain(context: &Context, spoken: &Spoken, others: &BTreeSet<Term>) -> bool {
    let document = &context.documents[spoken.article.0];
    let Some(speaker) = spoken.speaker.map(|speaker| document.words_in(speaker)) else { return false };
    let is_behind = speaker.start >= spoken.all.end;
    let between = if is_behind { spoken.all.end..speaker.start } else { speaker.end..spoken.all.start };
    let words: Vec<&str> = between.clone().map(|word| document.folded(word)).collect();
    let told = between.filter(|&word| document.words[word].kind == WordKind::Word).count();
    let is_joined = if is_behind { told <= 1 } else { told == 1 || words.contains(&":") };
    let Some(sentence) = document.words.get(speaker.start).map(Word::sentence) else { return false };
    let around = document.sentences[sentence].words.clone().filter(|word| !spoken.all.contains(word));
    is_joined
        && !words.is_empty()
        && words.len() <= PLAIN_WORDS
        && !words.contains(&".")
        && !around.into_iter().any(|word| others.contains(&document.words[word].term))
}

/// Whether somebody with one of these last names is named around the quotation: he may be the one who speaks.
fn is_near(context: &Context, spoken: &Spoken, names: &BTreeSet<Term>) -> bool {
    let document = &context.documents[spoken.article.0];
    let from = spoken.sentence.saturating_sub(AROUND_SENTENCES);
    let last = document.words.get(spoken.all.end.saturating_sub(1)).map_or(spoken.sentence, Word::sentence);
    let around = document.sentences.iter().take(last + AROUND_SENTENCES + 1).skip(from);
    around.flat_map(|sentence| &document.words[sentence.words.clone()]).any(|word| names.contains(&word.term))
}

fn entry(context: &Context, found: &Mouths) -> Discrepancy {
    let mut speakers = found.speakers;
    speakers.sort_unstable();
    let [one, other] = speakers
        .map(|speaker| format!("{} has it from “{}”", context.siglum(speaker.article), shown(context, speaker)));
    Discrepancy {
        kind: DiscrepancyKind::Attribution,
        rule: RULE.id,
        severity: Severity::High,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("the same words in two mouths: {one}, {other}"),
        explanation: format!(
            "Both articles quote the same words, and name another speaker: {one}, {other}. One of them is mistaken, unless \
             both said it together."
        ),
        evidence: found.evidence.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check;

    const RUIZ: &str = "Ferries\n\n“The harbour wall was inspected every single spring,” Ana Ruiz said on Monday.";

    #[test]
    fn two_speakers_of_the_same_words_are_told() {
        check(
            &RULE,
            &[RUIZ, "Ferries\n\n“The harbour wall was inspected every single spring,” Marie Curtin said on Monday."],
            &[&[
                "The harbour wall was inspected every single spring",
                "Ana Ruiz",
                "The harbour wall was inspected every single spring",
                "Marie Curtin",
            ]],
        );
    }

    #[test]
    fn one_person_and_somebody_without_a_name_are_left_alone() {
        for other in [
            "Ferries\n\n“The harbour wall was inspected every single spring,” Ruiz said on Monday.",
            "Ferries\n\n“The harbour wall was inspected every single spring,” the mayor said on Monday.",
            "Ferries\n\n“The harbour wall was inspected every single spring,” the Harbour Authority said.",
        ] {
            check(&RULE, &[RUIZ, other], &[]);
        }
    }

    #[test]
    fn where_both_are_named_nobody_knows_who_speaks() {
        let other = "Ferries\n\nMarie Curtin asked Ana Ruiz about the storm. “The harbour wall was inspected every single \
                     spring,” he heard.";
        check(&RULE, &[RUIZ, other], &[]);
    }

    #[test]
    fn words_that_anybody_says_are_left_alone() {
        check(&RULE, &["“It is what it is,” Ana Ruiz said.", "“It is what it is,” Marie Curtin said."], &[]);
    }
}
