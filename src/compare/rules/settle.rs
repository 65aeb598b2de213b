//! What the rules found → what is reported: one entry for one discrepancy, in the order of a report.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::names;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Severity};
use crate::read::{ArticleId, Excerpt};

/// Puts what the rules found into the order of a report, gravest first, and makes one entry of what several of them saw
/// or one saw in parts. Each finding comes with the place of its rule in [`RULES`](super::RULES).
pub fn settle(context: &Context, mut found: Vec<(usize, Discrepancy)>) -> Vec<Discrepancy> {
    // What is kept of two alike must not depend on the order of the articles: at last their words decide.
    let words = |found: &Discrepancy| -> Vec<String> {
        let mut words: Vec<_> = found.evidence.iter().map(|&place| context.words_of(place).to_owned()).collect();
        words.sort_unstable();
        words
    };
    found.sort_by_cached_key(|(rule, found)| {
        (Reverse(found.severity), *rule, Reverse(found.evidence.len()), words(found))
    });
    let mut kept: Vec<Discrepancy> = Vec::new();
    // By stretch of text, the places in `kept` of what is shown there, ascending: only those can show what a later one shows.
    let mut shown_in: HashMap<(ArticleId, usize), Vec<usize>> = HashMap::new();
    for (_, found) in found {
        let near: BTreeSet<usize> = found
            .evidence
            .first()
            .into_iter()
            .flat_map(stretches)
            .filter_map(|at| shown_in.get(&at))
            .flatten()
            .copied()
            .collect();
        let earlier = near.into_iter().find(|&place| is_same(&kept[place], &found));
        if let Some(place) = earlier {
            let facts = &mut kept[place].facts;
            facts.extend(found.facts);
            facts.sort_unstable();
            facts.dedup();
        } else {
            for at in found.evidence.iter().flat_map(stretches) {
                let shown = shown_in.entry(at).or_default();
                if shown.last() != Some(&kept.len()) {
                    shown.push(kept.len());
                }
            }
            kept.push(found);
        }
    }
    let mut kept = one_a_damaged_sentence(context, kept);
    kept.sort_by(|a, b| {
        (b.severity.cmp(&a.severity))
            .then(b.confidence.total_cmp(&a.confidence))
            .then_with(|| a.evidence.cmp(&b.evidence))
            .then_with(|| a.rule.cmp(b.rule))
    });
    kept
}

/// The stretches of text, equally long, that an excerpt lies in.
fn stretches(excerpt: &Excerpt) -> impl Iterator<Item = (ArticleId, usize)> + use<> {
    /// Most evidence is shorter.
    const BYTES: usize = 256;
    let article = excerpt.article;
    (excerpt.span.start / BYTES..=excerpt.span.end / BYTES).map(move |stretch| (article, stretch))
}

/// So many marks of damage of one sentence are told in words; the others are counted and shown.
const MOST_TOLD: usize = 3;

/// Marks of damage in one sentence are one entry: an editor corrects them in one go. What is told in several sentences
/// or articles stays for itself, and pedantry does not join what is grave.
fn one_a_damaged_sentence(context: &Context, found: Vec<Discrepancy>) -> Vec<Discrepancy> {
    let sentence = |found: &Discrepancy| {
        let place = found.evidence.first()?;
        let document = &context.documents[place.article.0];
        let only = found.kind == DiscrepancyKind::Garble && found.severity > Severity::Low && found.evidence.len() == 1;
        only.then(|| document.sentence_at(place.span.start)).flatten().map(|sentence| (place.article, sentence))
    };
    let mut first_of: HashMap<(ArticleId, usize), usize> = HashMap::new();
    let mut kept: Vec<Discrepancy> = Vec::new();
    // By place in `kept`, how many more are put to it.
    let mut more: BTreeMap<usize, usize> = BTreeMap::new();
    for found in found {
        let earlier = sentence(&found).map(|sentence| *first_of.entry(sentence).or_insert(kept.len()));
        let Some((place, earlier)) = earlier.and_then(|place| Some((place, kept.get_mut(place)?))) else {
            kept.push(found);
            continue;
        };
        let count = more.entry(place).or_default();
        *count += 1;
        if *count < MOST_TOLD {
            earlier.summary = format!("{}; {}", earlier.summary, found.summary);
            earlier.explanation = format!("{} {}", earlier.explanation, found.explanation);
        }
        earlier.facts.extend(found.facts);
        earlier.evidence.extend(found.evidence);
    }
    for (place, count) in more {
        let found = &mut kept[place];
        found.evidence.sort_unstable();
        if count >= MOST_TOLD {
            found.summary = format!("{}; and {} more in this sentence", found.summary, count + 1 - MOST_TOLD);
        }
    }
    kept
}

/// Whether `later` shows nothing that `earlier` does not: the same sort of difference at the same places.
fn is_same(earlier: &Discrepancy, later: &Discrepancy) -> bool {
    let words = |kind| matches!(kind, DiscrepancyKind::Quote | DiscrepancyKind::Garble | DiscrepancyKind::Name);
    // What somebody is and how the name is written are two differences, though both are shown on the name.
    let is_of_office = |found: &Discrepancy| found.rule == names::office::RULE.id;
    let same_sort = (earlier.kind == later.kind || (words(earlier.kind) && words(later.kind)))
        && is_of_office(earlier) == is_of_office(later);
    same_sort
        && later.evidence.iter().all(|place| {
            let from = earlier.evidence.partition_point(|other| other.article < place.article);
            let mut there = earlier.evidence[from..].iter().take_while(|other| other.article == place.article);
            there.any(|other| other.span.overlaps(place.span))
        })
}

#[cfg(test)]
mod tests {
    use crate::compare::rules::cases;

    #[test]
    fn damage_in_one_sentence_is_one_entry() {
        let text =
            "Rain on the coast\n\nThe goverment went to to the harbour.\n\nThe storm tore theboats from the quay.";
        let found = cases::reported(&[text]);
        let counts: Vec<_> = found.iter().map(|found| found.evidence.len()).collect();
        assert_eq!(counts, [1, 2], "{found:#?}");
        assert!(found[1].summary.contains("goverment") && found[1].summary.contains("to to"), "{found:#?}");
    }

    #[test]
    fn another_office_of_a_name_written_otherwise_is_an_entry_of_its_own() {
        let found = cases::reported(&[
            "Harbour\n\nOn Monday Finance Minister Ruth Okafor opened the new harbour. Okafor thanked the crews of the boats.",
            "Harbour\n\nOn Monday Foreign Minister Ruth Okador opened the new harbour. Okador thanked the crews of the boats.",
        ]);
        let rules: Vec<_> = found.iter().map(|found| found.rule).filter(|rule| rule.starts_with("name/")).collect();
        assert!(rules.contains(&"name/office") && rules.len() == 2, "{found:#?}");
    }

    #[test]
    fn a_sentence_in_ruins_is_told_in_few_words() {
        let text = format!("Rain on the coast\n\nThe ministry {}to the harbour.", "went to to and and ".repeat(40));
        let found = cases::reported(&[&text]);
        let ruins = found.iter().max_by_key(|found| found.evidence.len()).expect("it is damaged");
        assert!(ruins.evidence.len() >= 40 && ruins.summary.len() < 200, "{}", ruins.summary);
        assert!(ruins.summary.ends_with("more in this sentence"), "{}", ruins.summary);
    }
}
