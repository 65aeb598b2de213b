//! `name/other-person`: where two articles tell the same, one names Luis Holm and the other Mark Holm, and neither knows the
//! other's person. One of the two names is wrong.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::NameKind;
use crate::extract::gazetteer::{self, Sorts};
use crate::link::{MentionId, SentenceId};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Term, WordKind};

use super::spellings::excerpt;

/// The rule.
pub const RULE: Rule = Rule { id: "name/other-person", check };

/// A passage of more sentences than this is told by so many that its names tell nothing of each other.
const MOST_SENTENCES: usize = 16;

/// A full name in a sentence.
struct Named<'c> {
    mention: MentionId,
    entity: usize,
    first: &'c str,
    last: &'c str,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let mut by_sentence: BTreeMap<SentenceId, Vec<Named>> = BTreeMap::new();
    let mut articles: BTreeMap<usize, BTreeSet<ArticleId>> = BTreeMap::new();
    for (entity, it) in context.links.entities.iter().enumerate().filter(|(_, it)| it.kind == NameKind::Person) {
        for &mention in &it.mentions {
            articles.entry(entity).or_default().insert(mention.article);
            if let Some((first, last)) = full_name(context, mention) {
                let index = context.mentions[mention.article.0][mention.index].sentence;
                let sentence = SentenceId { article: mention.article, index };
                by_sentence.entry(sentence).or_default().push(Named { mention, entity, first, last });
            }
        }
    }
    let tells = |entity: usize, article: ArticleId| articles.get(&entity).is_some_and(|told| told.contains(&article));
    let mut seen: BTreeSet<[usize; 2]> = BTreeSet::new();
    let mut found = Vec::new();
    for passage in context.links.passages.iter().filter(|passage| passage.sentences.len() <= MOST_SENTENCES) {
        let named: Vec<&Named> =
            passage.sentences.iter().flat_map(|sentence| by_sentence.get(sentence).into_iter().flatten()).collect();
        for (place, one) in named.iter().enumerate() {
            for other in &named[place + 1..] {
                let (here, there) = (one.mention.article, other.mention.article);
                let half = (one.first == other.first) != (one.last == other.last);
                let apart = here != there && one.entity != other.entity && half;
                if apart
                    && !tells(one.entity, there)
                    && !tells(other.entity, here)
                    && seen.insert([one.entity.min(other.entity), one.entity.max(other.entity)])
                {
                    found.push(entry(context, one, other));
                }
            }
        }
    }
    found
}

/// The first and the last word of a person's name of two words or more.
fn full_name<'c>(context: &Context<'c>, mention: MentionId) -> Option<(&'c str, &'c str)> {
    let document = &context.documents[mention.article.0];
    let words = context.mentions[mention.article.0][mention.index].words.clone();
    let mut words = words.filter(|&index| {
        document.words[index].kind == WordKind::Word && !matches!(document.folded(index), "jr" | "sr" | "ii" | "iii")
    });
    let (first, last) = (words.next()?, words.next_back()?);
    let first = document.folded(first);
    let given = first.chars().count() > 1 && gazetteer::sorts(Term::of(first)).any(Sorts::GIVEN);
    given.then(|| (first, document.folded(last)))
}

fn entry(context: &Context, one: &Named, other: &Named) -> Discrepancy {
    let mut evidence: Vec<Excerpt> = vec![excerpt(context, one.mention), excerpt(context, other.mention)];
    evidence.sort_unstable();
    let readings = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: RULE.id,
        severity: Severity::High,
        confidence: 0.8,
        facts: Vec::new(),
        summary: format!("one person under two names: {readings}"),
        explanation: format!(
            "Where the articles tell the same, they name two people with half a name in common: {readings}. Neither \
             article knows the other's."
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::compare::rules::cases::check;

    #[test]
    fn half_a_name_is_another() {
        check(
            &RULE,
            &[
                "On Monday the harbor pilot Peter Lindqvist told reporters that the ferry sank within ten minutes.",
                "The ferry sank within ten minutes, the harbor pilot Peter Oyelaran told reporters on Monday.",
            ],
            &[&["Peter Lindqvist", "Peter Oyelaran"]],
        );
    }

    #[test]
    fn people_whom_both_know_are_two() {
        check(
            &RULE,
            &[
                "On Monday the harbor pilot Peter Lindqvist told reporters that the ferry sank within ten minutes. \
                 Peter Oyelaran was aboard.",
                "The ferry sank within ten minutes, the harbor pilot Peter Oyelaran told reporters on Monday.",
            ],
            &[],
        );
    }
}
