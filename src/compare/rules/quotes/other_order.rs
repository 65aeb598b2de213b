//! `quote/other-order`: one utterance with its parts in another order: “we kept it open and nobody was hurt”, “nobody was hurt
//! and we kept it open”, each inside one pair of quotation marks.

use super::loose::{Meeting, Token, meet};
use super::places::grouped;
use super::spoken::Spoken;
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::Excerpt;

/// The rule.
pub const RULE: Rule = Rule { id: "quote/other-order", check };

/// Each of the two parts that changed places is so many words in a row …
const LEAST_RUN_WORDS: usize = 4;
/// … that weigh as much as a rare word and a half.
const LEAST_WEIGHT: f64 = 12.0;
/// Together they are this part of the shorter quotation.
const LEAST_PART: f64 = 0.7;
/// Now and then a speaker turns his own sentence round.
const CONFIDENCE: f64 = 0.7;

fn check(context: &Context) -> Vec<Discrepancy> {
    let counterparts = context.counterparts();
    let is_told =
        |[a, b]: &[&Spoken; 2]| (a.voice.is_some() && a.voice == b.voice) || counterparts.are(a.place(), b.place());
    let pairs = context.speech().pairs().filter(is_told);
    let mut found: Vec<Vec<Excerpt>> = pairs.filter_map(|pair| turned(context, pair)).collect();
    found.sort_unstable();
    let groups = grouped(found.iter().map(Vec::as_slice));
    groups.into_iter().filter_map(|members| Some(entry(context, found[*members.first()?].clone()))).collect()
}

/// The stretch of both over two parts that follow each other here the other way than there.
fn turned(context: &Context, [a, b]: [&Spoken; 2]) -> Option<Vec<Excerpt>> {
    let first = meet(&a.tokens, &b.tokens).filter(is_told)?;
    let (one, other) = (first.stretch(0), first.stretch(1));
    let ahead = || part(&a.tokens, &b.tokens, 0..one.start, other.end..b.tokens.len());
    let behind = || part(&a.tokens, &b.tokens, one.end..a.tokens.len(), 0..other.start);
    let second = ahead().or_else(behind)?;
    let whole = [0, 1].map(|side| {
        let (first, second) = (first.stretch(side), second.stretch(side));
        first.start.min(second.start)..first.end.max(second.end)
    });
    let is_marked = |tokens: &[Token]| tokens.iter().any(|token| matches!(token.folded, "..." | "[" | "("));
    let weigh = |tokens: &[Token]| tokens.iter().map(|token| token.weight).sum::<f64>();
    let least = weigh(&a.tokens).min(weigh(&b.tokens)).max(1.0);
    let (a_words, b_words) = (&a.tokens[whole[0].clone()], &b.tokens[whole[1].clone()]);
    if is_marked(a_words) || is_marked(b_words) || first.weight + second.weight < LEAST_PART * least {
        return None;
    }
    let mut evidence = vec![a.excerpt(context, whole[0].clone()), b.excerpt(context, whole[1].clone())];
    evidence.sort_unstable();
    Some(evidence)
}

fn is_told(meeting: &Meeting) -> bool {
    meeting.longest_run() >= LEAST_RUN_WORDS && meeting.weight >= LEAST_WEIGHT
}

/// What a part of one quotation shares with a part of the other, counted from the beginning of both.
fn part(a: &[Token], b: &[Token], from: std::ops::Range<usize>, to: std::ops::Range<usize>) -> Option<Meeting> {
    let mut meeting = meet(a.get(from.clone())?, b.get(to.clone())?).filter(is_told)?;
    for pair in &mut meeting.pairs {
        *pair = [pair[0] + from.start, pair[1] + to.start];
    }
    Some(meeting)
}

fn entry(context: &Context, evidence: Vec<Excerpt>) -> Discrepancy {
    let readings = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Quote,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("one utterance in another order: {readings}"),
        explanation: format!(
            "Two parts of what reads as one utterance follow each other in one order here and in the other there: {readings}. \
             Words inside quotation marks are promised to stand as they were said."
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check;

    const SOUND: &str =
        "Ferries\n\n“We kept the old harbour open and every ferry captain was warned,” Ana Ruiz said on Monday.";

    #[test]
    fn parts_that_changed_places_are_told() {
        check(
            &RULE,
            &[
                SOUND,
                "Ferries\n\n“Every ferry captain was warned and we kept the old harbour open,” Ana Ruiz said on Monday.",
            ],
            &[&[
                "We kept the old harbour open and every ferry captain was warned",
                "Every ferry captain was warned and we kept the old harbour open",
            ]],
        );
    }

    #[test]
    fn parts_quoted_one_by_one_are_left_alone() {
        check(
            &RULE,
            &[
                SOUND,
                "Ferries\n\nAna Ruiz said “every ferry captain was warned” and that “we kept the old harbour open”.",
                "Ferries\n\n“Every ferry captain was warned ... we kept the old harbour open,” Ana Ruiz said.",
            ],
            &[],
        );
    }
}
