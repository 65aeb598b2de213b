//! The rules, one file each, and the only list of them.

mod altered_word;
mod arithmetic;
mod breaks_off;
#[cfg(test)]
mod cases;
mod claims;
mod conflicting_dates;
mod conflicting_figures;
mod contrast;
mod differs_from_itself;
mod doubled_word;
mod exchange_rates;
mod hedge;
mod names;
mod non_word;
mod other_list;
mod other_part;
mod other_unit;
mod quotation_marks;
mod reworded_quote;
mod told_twice;
mod update;
mod weekday;

use std::cmp::Reverse;
use std::collections::HashMap;

use super::shown::shown;
use super::{Context, Discrepancy, DiscrepancyKind, Rule};
use crate::read::ArticleId;

/// Every rule, in the order in which they name a discrepancy that several of them see.
pub const RULES: &[Rule] = &[
    other_unit::RULE,
    conflicting_figures::RULE,
    conflicting_dates::RULE,
    differs_from_itself::RULE,
    weekday::RULE,
    exchange_rates::RULE,
    arithmetic::WRONG_CONVERSION,
    arithmetic::PARTS_AND_WHOLE,
    arithmetic::PERCENT_AND_BASE,
    arithmetic::AGE_AND_BIRTH,
    other_part::RULE,
    names::DAMAGED,
    names::VARIANT,
    update::RULE,
    hedge::RULE,
    contrast::RULE,
    claims::KNOWN_HERE,
    claims::LIMITS,
    other_list::RULE,
    altered_word::RULE,
    reworded_quote::RULE,
    doubled_word::RULE,
    non_word::RULE,
    quotation_marks::RULE,
    breaks_off::RULE,
    told_twice::RULE,
];

/// Puts what the rules found into the order of a report, gravest first, and makes one entry of what several of them saw
/// or one saw in parts. Each finding comes with the place of its rule in [`RULES`].
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
    // By article, the places in `kept` of what is shown there, ascending: only those can show what a later one shows.
    let mut shown_in: HashMap<ArticleId, Vec<usize>> = HashMap::new();
    for (_, found) in found {
        let first = found.evidence.first().and_then(|place| shown_in.get(&place.article));
        let earlier = first.and_then(|earlier| earlier.iter().copied().find(|&place| is_same(&kept[place], &found)));
        if let Some(place) = earlier {
            let facts = &mut kept[place].facts;
            facts.extend(found.facts);
            facts.sort_unstable();
            facts.dedup();
        } else {
            for place in &found.evidence {
                let shown = shown_in.entry(place.article).or_default();
                if shown.last() != Some(&kept.len()) {
                    shown.push(kept.len());
                }
            }
            kept.push(found);
        }
    }
    kept.sort_by(|a, b| {
        (b.severity.cmp(&a.severity))
            .then(b.confidence.total_cmp(&a.confidence))
            .then_with(|| a.evidence.cmp(&b.evidence))
            .then_with(|| a.rule.cmp(b.rule))
    });
    kept
}

/// Whether `later` shows nothing that `earlier` does not: the same sort of difference at the same places.
fn is_same(earlier: &Discrepancy, later: &Discrepancy) -> bool {
    let words = |kind| matches!(kind, DiscrepancyKind::Quote | DiscrepancyKind::Garble | DiscrepancyKind::Name);
    let same_sort = earlier.kind == later.kind || (words(earlier.kind) && words(later.kind));
    same_sort
        && later.evidence.iter().all(|place| {
            let from = earlier.evidence.partition_point(|other| other.article < place.article);
            let mut there = earlier.evidence[from..].iter().take_while(|other| other.article == place.article);
            there.any(|other| other.span.overlaps(place.span))
        })
}
