//! `scope/hedge`, `number/rounded`, `number/loose-bound`, `number/two-bounds`, `number/other-range`: readings that can
//! all be right, and still do not say the same: the same figure exact here and hedged there, told with fewer digits, or
//! only bounded, by bounds or ranges that differ.
//!
//! What any editor would let pass is left out: a figure inside the other's bound or range, “just over 1 percent”
//! against “1 percent”, “hundreds” against “more than 300”, ages told as “15 and older”.

use std::collections::BTreeSet;

use crate::compare::grade::{Interval, reach};
use crate::compare::readings::{Readings, graded};
use crate::compare::rules::values::conflicting_figures::{FIGURES, ends, part_apart};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::{Hedge, Mention, Value};
use crate::read::Excerpt;
use crate::segment::Document;

/// The rule.
pub const RULE: Rule = Rule { id: "scope/hedge", check };

/// A bound is loose when the other figure lies further away than this part of it: “at least 20” against “23” may be an
/// older state of things, “more than 50” against “53” is not.
const LOOSE: f64 = 0.1;

fn check(context: &Context) -> Vec<Discrepancy> {
    let graded = [Grade::Rounded, Grade::Bounded].into_iter().flat_map(|grade| graded(context, &FIGURES, grade));
    graded.filter_map(|readings| found(context, &readings)).collect()
}

/// How sure a figure is told, as far as it makes a difference to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Certainty {
    Exact,
    About,
    FromBelow,
    FromAbove,
}

impl Certainty {
    fn of(document: &Document, mention: &Mention) -> Self {
        let hedge = mention.value.amount().map(|amount| amount.hedge).unwrap_or_default();
        match hedge {
            Hedge::Exact => Self::Exact,
            _ if is_slight(document, mention) || is_age_limit(document, mention) => Self::Exact,
            Hedge::About => Self::About,
            Hedge::AtLeast | Hedge::MoreThan => Self::FromBelow,
            Hedge::AtMost | Hedge::LessThan => Self::FromAbove,
        }
    }

    const fn is_bound(self) -> bool {
        matches!(self, Self::FromBelow | Self::FromAbove)
    }
}

/// “just over”, “slightly less than”: the figure is meant, and rounded.
fn is_slight(document: &Document, mention: &Mention) -> bool {
    const NEAR_WORDS: usize = 3;
    let near = mention.words.start.saturating_sub(NEAR_WORDS)..mention.words.start;
    near.into_iter().any(|word| matches!(document.folded(word), "just" | "slightly" | "barely" | "shy"))
}

/// “15 and older”, “as young as 15”: an age limit is exact, whichever side it is told from.
fn is_age_limit(document: &Document, mention: &Mention) -> bool {
    const AFTER: [&str; 7] = ["older", "over", "above", "up", "younger", "under", "below"];
    let end = mention.words.end;
    let follows = matches!(document.folded(end), "and" | "or" | "years") && AFTER.contains(&document.folded(end + 1));
    let start = mention.words.start;
    let as_old_as = document.folded(start.wrapping_sub(1)) == "as"
        && matches!(document.folded(start.wrapping_sub(2)), "young" | "old");
    // “girls younger than 17”, “under 17”
    let of_nothing = matches!(mention.value, Value::Number { of: None, .. });
    let younger = document.folded(start.wrapping_sub(1)) == "than"
        && matches!(document.folded(start.wrapping_sub(2)), "younger" | "older");
    follows || as_old_as || (of_nothing && younger)
}

fn found(context: &Context, readings: &Readings) -> Option<Discrepancy> {
    let (low, high) = ends(&readings.values)?;
    if vague_words_fit(context, readings) {
        return None;
    }
    let certainties: Vec<Certainty> = readings
        .mentions
        .iter()
        .zip(&readings.excerpts)
        .map(|(mention, excerpt)| Certainty::of(&context.documents[excerpt.article.0], mention))
        .collect();
    let is_loose = part_apart(low, high) > LOOSE && readings.values.iter().any(|value| bounds(value));
    let has_range = readings.values.iter().any(|value| value.amount().is_some_and(|amount| amount.upper.is_some()));
    let upper = |value: &&Value| value.amount().and_then(|amount| amount.upper);
    let same_ends = low == high && readings.values.iter().all(|value| upper(value) == upper(&readings.values[0]));
    let told = if same_ends {
        same_figure(context, readings, &certainties)?
    } else if has_range {
        ranges(context, readings)?
    } else if is_loose {
        Told {
            rule: "number/loose-bound",
            severity: Severity::Medium,
            what: "a bound far from the figure",
            quoted: readings.quoted(context),
            why: "They can all be right, because one figure is only a bound, but another lies far beyond it, as when one \
                  account is older.",
        }
    } else {
        different_figures(context, readings, &certainties)?
    };
    Some(Discrepancy {
        kind: if told.rule == RULE.id { DiscrepancyKind::Scope } else { DiscrepancyKind::Number },
        rule: told.rule,
        severity: told.severity,
        confidence: readings.certainty(context),
        facts: vec![readings.fact],
        summary: format!("{}{}: {}", told.what, readings.about(context), told.quoted),
        explanation: format!(
            "{} tell what reads as one thing: {}. {}",
            context.sigla(&readings.excerpts),
            told.quoted,
            told.why
        ),
        evidence: readings.excerpts.clone(),
    })
}

/// What there is to say of readings that can all be right.
struct Told {
    rule: &'static str,
    severity: Severity,
    what: &'static str,
    quoted: String,
    why: &'static str,
}

fn same_figure(context: &Context, readings: &Readings, certainties: &[Certainty]) -> Option<Told> {
    let kinds: BTreeSet<Certainty> = certainties.iter().copied().collect();
    // “under 17” and “17 and above” are one limit, seen from both sides.
    let from_both_sides = kinds.contains(&Certainty::FromBelow) && kinds.contains(&Certainty::FromAbove);
    (kinds.len() > 1 && !from_both_sides).then(|| Told {
        rule: RULE.id,
        severity: Severity::Low,
        what: if kinds.contains(&Certainty::Exact) { "exact here, hedged there" } else { "hedged in two ways" },
        quoted: with_hedges(context, readings),
        why: "The figure is the same, but not how sure it is. It is listed because a hedge tends to get lost when a figure is \
              passed on.",
    })
}

/// Ranges told with other ends, where none is only a rounding or a place inside the other.
fn ranges(context: &Context, readings: &Readings) -> Option<Told> {
    let amounts = || readings.values.iter().filter_map(|value| value.amount());
    let are_ranges = amounts().all(|amount| amount.upper.is_some() && matches!(amount.hedge, Hedge::Exact));
    let differ =
        amounts().any(|amount| Some((amount.number, amount.upper)) != amounts().next().map(|it| (it.number, it.upper)));
    if are_ranges && differ {
        return Some(Told {
            rule: "number/other-range",
            severity: Severity::Low,
            what: "ranges with other ends",
            quoted: readings.quoted(context),
            why: "The ranges overlap, but begin or end elsewhere.",
        });
    }
    None
}

fn different_figures(context: &Context, readings: &Readings, certainties: &[Certainty]) -> Option<Told> {
    let all = |is: fn(&Certainty) -> bool| certainties.iter().all(is);
    if all(|certainty| certainty.is_bound()) {
        return Some(Told {
            rule: "number/two-bounds",
            severity: Severity::Medium,
            what: "different bounds",
            quoted: with_hedges(context, readings),
            why: "Each figure is only a bound, so all can be right. They are listed because one account may be older.",
        });
    }
    // A figure inside the other's bound is what the bound says; of two that are told roughly neither claims to be
    // right.
    let says_nothing = certainties.iter().any(|certainty| certainty.is_bound()) || all(|it| *it == Certainty::About);
    (!says_nothing).then(|| Told {
        rule: "number/rounded",
        severity: Severity::Low,
        what: "rounded",
        quoted: readings.quoted(context),
        why: "It is one figure, told with different precision. It is listed because a reader may take the rounder one for \
              exact.",
    })
}

/// Whether some readings are told by a word like “hundreds”, and all the others are what such a word is used for.
fn vague_words_fit(context: &Context, readings: &Readings) -> bool {
    let reaches: Vec<Option<Interval>> = readings
        .mentions
        .iter()
        .zip(&readings.excerpts)
        .map(|(mention, excerpt)| reach(&context.documents[excerpt.article.0], mention))
        .collect();
    let fits = |one: usize, other: usize| {
        let claimed = |place: usize| {
            reaches[place].or_else(|| readings.values[place].amount().map(|amount| Interval::rounded(amount, None)))
        };
        claimed(one).is_some_and(|one| claimed(other).is_some_and(|other| one.meets(other)))
    };
    let vague = (0..reaches.len()).filter(|&place| reaches[place].is_some());
    let exact = reaches.iter().filter(|reach| reach.is_none()).count();
    exact <= 1 && exact < reaches.len() && vague.into_iter().all(|one| (0..reaches.len()).all(|other| fits(one, other)))
}

/// The readings with what the words before them say of their certainty: “a “380 cars” (exactly); b …”.
fn with_hedges(context: &Context, readings: &Readings) -> String {
    let certainty = |value: &Value| match value.amount().map(|amount| amount.hedge).unwrap_or_default() {
        Hedge::Exact => "exactly",
        Hedge::About => "about",
        Hedge::AtLeast => "at least",
        Hedge::MoreThan => "more than",
        Hedge::AtMost => "at most",
        Hedge::LessThan => "less than",
    };
    let told = readings.excerpts.iter().zip(&readings.values).map(|(&excerpt, value): (&Excerpt, _)| {
        format!("{} “{}” ({})", context.siglum(excerpt.article), context.words_of(excerpt), certainty(value))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn bounds(value: &Value) -> bool {
    value.amount().is_some_and(|amount| !matches!(amount.hedge, Hedge::Exact | Hedge::About))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::discrepancies;

    /// The rules that fire when two accounts tell one thing with these words for its number.
    fn check(one: &str, other: &str, expected: &[&str]) {
        let text = |words: &str| {
            format!(
                "The ferry Aurora sank off Tarro harbour on Monday. The sinking of the ferry Aurora injured {words} passengers, \
                 the Tarro harbour office said."
            )
        };
        let found = discrepancies(&RULE, &[&text(one), &text(other)]);
        assert_eq!(found.iter().map(|found| found.rule).collect::<Vec<_>>(), expected, "{one} / {other}");
    }

    #[test]
    fn a_hedge_that_is_lost_is_told() {
        check("214", "about 214", &["scope/hedge"]);
        check("at least 214", "214", &["scope/hedge"]);
        check("1,500", "1,507", &["number/rounded"]);
        check("more than 200", "290", &["number/loose-bound"]);
        check("at least 77", "at least 78", &["number/two-bounds"]);
    }

    #[test]
    fn what_any_editor_would_let_pass_is_not() {
        check("hundreds of", "more than 300", &[]);
        check("dozens of", "47", &[]);
        check("thousands of", "4,200", &[]);
        check("at least 300", "more than 300", &[]);
        check("just over 300", "300", &[]);
        check("more than 300", "312", &[]);
        check("about 310", "some 300", &[]);
    }
}
