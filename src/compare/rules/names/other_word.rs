//! `name/other-word`: an organisation whose long name one article tells once with another word in it, or with one too many:
//! “Harbor National Police Department” for “Harbor Lisbon Police Department”. Linking has found that both are one.

use std::collections::BTreeMap;

use crate::compare::counterparts::Counterparts;
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::NameKind;
use crate::extract::gazetteer::{self, Sorts};
use crate::link::{Entity, MentionId, edits_between};
use crate::read::Excerpt;
use crate::segment::{Shape, Term, WordKind};

use super::spellings::{excerpt, one_elsewhere, sentence_of};

/// The rule.
pub const RULE: Rule = Rule { id: "name/other-word", check };

/// Names that differ in one of fewer words are two bodies, or one in short.
const LEAST_WORDS: usize = 4;
/// … and a name is too short to have a word put in.
const LEAST_WORDS_WITH_ONE_MORE: usize = 3;
/// The word that the odd one stands for is told at least so often.
const USUAL_TIMES: usize = 3;

fn check(context: &Context) -> Vec<Discrepancy> {
    let bodies = context.links.entities.iter().filter(|entity| entity.kind == NameKind::Organisation);
    let counterparts = context.counterparts();
    bodies.flat_map(|entity| found(context, counterparts, entity)).collect()
}

fn found(context: &Context, counterparts: &Counterparts, entity: &Entity) -> Vec<Discrepancy> {
    let mut forms: BTreeMap<Vec<&str>, Vec<MentionId>> = BTreeMap::new();
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for &mention in &entity.mentions {
        let words = words(context, mention);
        for word in &words {
            *told.entry(word).or_default() += 1;
        }
        forms.entry(words).or_default().push(mention);
    }
    let times = |word: &str| told.get(word).copied().unwrap_or_default();
    let mut found = Vec::new();
    for (odd, at) in forms.iter().filter(|(odd, at)| at.len() == 1 && odd.len() >= LEAST_WORDS_WITH_ONE_MORE) {
        let usual: Vec<MentionId> = (forms.iter())
            .filter(|(usual, mentions)| {
                other_word(odd, usual)
                    .is_some_and(|(word, other)| times(word) == 1 && other.map_or(mentions.len(), times) >= USUAL_TIMES)
            })
            .flat_map(|(_, mentions)| mentions.iter().copied())
            .collect();
        if !usual.is_empty() {
            found.push(entry(context, counterparts, at[0], &usual));
        }
    }
    found
}

/// The words of a name that count; none where it is written otherwise than in small letters with capitals.
fn words<'c>(context: &Context<'c>, mention: MentionId) -> Vec<&'c str> {
    let document = &context.documents[mention.article.0];
    let words = context.mentions[mention.article.0][mention.index].words.clone();
    let plain = words.filter(|&index| document.words[index].kind == WordKind::Word);
    let plain: Vec<usize> = plain.filter(|&index| document.folded(index) != "the").collect();
    let shouted = plain.iter().all(|&index| document.words[index].shape == Shape::Upper);
    if shouted { Vec::new() } else { plain.into_iter().map(|index| document.folded(index)).collect() }
}

/// The word of `odd` that `usual` does not have, inside the name, and what that has in its place.
fn other_word<'w>(odd: &[&'w str], usual: &[&'w str]) -> Option<(&'w str, Option<&'w str>)> {
    let same = odd.iter().zip(usual).take_while(|(a, b)| a == b).count();
    let (rest, rest_usual) = (odd.get(same + 1..)?, usual.get(same..)?);
    if same == 0 || rest.is_empty() {
        return None;
    }
    let word = odd[same];
    if rest == rest_usual {
        // “Norwegian (Labour) Parliament”: what joins with any name.
        let joins = gazetteer::sorts(Term::of(word)).any(Sorts::OFFICE | Sorts::TITLE | Sorts::NATIONAL);
        return (!joins).then_some((word, None));
    }
    let (&other, rest_usual) = rest_usual.split_first()?;
    let apart = edits_between(word, other).is_none() && !word.starts_with(other) && !other.starts_with(word);
    (rest == rest_usual && odd.len() >= LEAST_WORDS && apart).then_some((word, Some(other)))
}

fn entry(context: &Context, counterparts: &Counterparts, odd: MentionId, usual: &[MentionId]) -> Discrepancy {
    let mut shown = one_elsewhere(context, counterparts, usual, sentence_of(context, odd));
    shown.extend(usual.iter().copied().find(|mention| mention.article == odd.article));
    shown.push(odd);
    shown.sort_unstable();
    shown.dedup();
    let evidence: Vec<Excerpt> = shown.into_iter().map(|mention| excerpt(context, mention)).collect();
    let readings = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: RULE.id,
        severity: Severity::High,
        confidence: 0.8,
        facts: Vec::new(),
        summary: format!("one body under two names: {readings}"),
        explanation: format!(
            "The names are the same but for one word: {readings}. {} has it once and nobody else does.",
            context.siglum(odd.article)
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::compare::rules::cases::check;

    #[test]
    fn another_word_or_one_too_many() {
        check(
            &RULE,
            &[
                "The Greater Lisbon Police Department spoke. Later the Greater Library Police Department left.",
                "The Greater Lisbon Police Department spoke.",
                "The Greater Lisbon Police Department spoke.",
            ],
            &[&[
                "Greater Lisbon Police Department",
                "Greater Library Police Department",
                "Greater Lisbon Police Department",
                "Greater Lisbon Police Department",
            ]],
        );
    }

    #[test]
    fn other_bodies_and_short_forms_are_none() {
        for texts in [
            ["The Lisbon Police Department spoke.", "The Porto Police Department spoke."],
            [
                "The Lisbon Senate met. The Lisbon Senate left. The Lisbon Senate slept.",
                "The Lisbon Republican Senate met.",
            ],
            ["The Senate Judiciary Committee met.", "The Senate Finance Committee met."],
            ["The Harbor Workers Union met. The Harbor Workers Union left.", "The Harbor Union met."],
            ["The Metro Lisbon Police Department spoke.", "The Metropolitan Lisbon Police Department spoke."],
        ] {
            check(&RULE, &texts, &[]);
        }
    }
}
