//! `quote/altered-word`: one utterance quoted in different words in two places. What a cut, an ellipsis or reported speech
//! explains is no finding, a word of content replaced, left out, put in or damaged is.

use super::changes::Change;
use super::places::{grouped, longest};
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::link::wording::EditKind;

/// The rule.
pub const RULE: Rule = Rule { id: "quote/altered-word", check };

fn check(context: &Context) -> Vec<Discrepancy> {
    joined(context.altered()).into_iter().map(|change| entry(context, change)).collect()
}

/// Changes that show one place of an article are one, also over a third: all of them disagree about one utterance. Words of
/// content, small words and ends that part are told apart.
fn joined(found: &[Change]) -> Vec<Change> {
    let slips = |change: &Change| match change.kind {
        EditKind::Parting => 0,
        EditKind::Function => 1,
        _ => 2,
    };
    let mut joined = Vec::new();
    for slip in 0..=2 {
        let alike: Vec<&Change> = found.iter().filter(|change| slips(change) == slip).collect();
        let groups = grouped(alike.iter().map(|change| change.evidence.as_slice()));
        joined.extend(groups.iter().filter_map(|members| as_one(members.iter().map(|&index| alike[index]))));
    }
    joined
}

/// The changes as one: told as the gravest tells it, with every place, of overlapping ones the longest.
fn as_one<'f>(changes: impl Iterator<Item = &'f Change> + Clone) -> Option<Change> {
    let gravest = changes.clone().max_by(|a, b| a.kind.cmp(&b.kind).then_with(|| b.told.cmp(&a.told)))?;
    let evidence = longest(changes.flat_map(|change| change.evidence.iter().copied()).collect());
    Some(Change { kind: gravest.kind, evidence, told: gravest.told.clone() })
}

fn entry(context: &Context, change: Change) -> Discrepancy {
    let (severity, confidence) = match change.kind {
        EditKind::Damaged => (Severity::High, 0.95),
        // A word left out or put in often hides a cut that was not marked.
        EditKind::Content if change.told.iter().any(String::is_empty) => (Severity::Medium, 0.75),
        EditKind::Content => (Severity::High, 0.8),
        EditKind::Function => (Severity::Low, 0.7),
        _ => (Severity::Medium, 0.6),
    };
    let one_article = change.evidence.iter().all(|excerpt| excerpt.article == change.evidence[0].article);
    let severity =
        if one_article && change.kind != EditKind::Damaged { severity.min(Severity::Medium) } else { severity };
    let [a, b] = &change.told;
    let what = match change.kind {
        EditKind::Damaged => format!("“{a}” and “{b}” are a letter or two apart, and one of them is in no dictionary"),
        _ if a.is_empty() => format!("“{b}” stands in one and not in the other"),
        _ if b.is_empty() => format!("“{a}” stands in one and not in the other"),
        _ => format!("“{a}” stands in one where the other has “{b}”"),
    };
    let sigla = context.sigla(&change.evidence);
    let who = if one_article { format!("{sigla} quotes") } else { format!("{sigla} quote") };
    Discrepancy {
        kind: DiscrepancyKind::Quote,
        rule: RULE.id,
        severity,
        confidence,
        facts: Vec::new(),
        summary: format!("one utterance in different words: {}", quoted(context, &change.evidence)),
        explanation: format!(
            "{who} what reads as one utterance in different words: {what}. Words inside quotation marks are promised to be \
             the speaker's own, so they cannot all be exact."
        ),
        evidence: change.evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::{check, discrepancies};

    #[test]
    fn a_changed_word_is_told() {
        check(
            &RULE,
            &[
                "“The harbour was safe in every inspection last winter,” the owner said.",
                "The owner told us: “The harbour was sound in every inspection last winter.”",
            ],
            &[&[
                "The harbour was safe in every inspection last winter",
                "The harbour was sound in every inspection last winter.",
            ]],
        );
    }

    #[test]
    fn three_accounts_are_one_entry() {
        let found = discrepancies(
            &RULE,
            &[
                "“The harbour was safe in every inspection last winter,” the owner said.",
                "“The harbour was unsafe in every inspection last winter,” the owner said.",
                "“The harbour was safe in every inspection last winter,” said the owner.",
            ],
        );
        assert_eq!((found.len(), found[0].evidence.len()), (1, 3));
    }

    #[test]
    fn a_damaged_word_is_told_by_the_sound_one() {
        let found = discrepancies(
            &RULE,
            &[
                "The mayor said the problems of the old harbour were “Surmontable” on Monday.",
                "On Monday the mayor said the problems of the old harbour were surmountable.",
            ],
        );
        assert_eq!((found.len(), found[0].severity), (1, Severity::High));
    }

    #[test]
    fn cuts_and_reported_speech_are_left_alone() {
        check(
            &RULE,
            &[
                "“The harbour was safe in every inspection last winter, and we will keep it so,” the owner said.",
                "The owner said that “the harbour is safe in every inspection” and “we will keep it so.”",
                "“[It] was safe in every inspection ... and we will keep it so,” said the owner.",
            ],
            &[],
        );
    }

    #[test]
    fn two_utterances_are_left_alone() {
        check(
            &RULE,
            &[
                "“We lost every boat in the harbour,” said Ana Ruiz.",
                "“They came to the harbour with every tool they had,” said Leo Lane.",
            ],
            &[],
        );
    }
}
