//! `date/…`: articles give different days, times or stretches of time for one thing. Where day and month have changed
//! places, or a weekday meets a date that was another weekday, the rule is named for that slip.

use std::collections::BTreeSet;

use super::weekday;
use crate::compare::grade::minutes_apart;
use crate::compare::readings::{Readings, graded};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::{Value, timex};
use crate::link::FactKind;

/// The rule; slips have names of their own.
pub const RULE: Rule = Rule { id: "date/conflicting-dates", check };

/// Clock times so few minutes apart mislead nobody.
const FEW_MINUTES: i32 = 5;

fn check(context: &Context) -> Vec<Discrepancy> {
    graded(context, &[FactKind::Date, FactKind::Duration], Grade::Conflict)
        .map(|readings| found(context, &readings))
        .collect()
}

fn found(context: &Context, readings: &Readings) -> Discrepancy {
    let what = match context.links.facts[readings.fact].kind {
        FactKind::Duration => "lengths of time",
        _ => "dates",
    };
    let slip = Slip::of(&readings.values);
    let is_near = near(&readings.values);
    let reason = match &slip {
        Some(Slip::Swapped) => "The same two figures are day and month here and month and day there.".to_owned(),
        Some(Slip::Weekday(day, weekday)) => format!("{day} was a {weekday}."),
        None if is_near => "They are a few minutes apart.".to_owned(),
        None => "Neither lies inside the other.".to_owned(),
    };
    Discrepancy {
        kind: DiscrepancyKind::Date,
        rule: slip.as_ref().map_or(RULE.id, Slip::rule),
        severity: if is_near { Severity::Low } else { readings.severity(context) },
        confidence: readings.certainty(context),
        facts: vec![readings.fact],
        summary: format!("different {what}{}: {}", readings.about(context), readings.quoted(context)),
        explanation: format!(
            "{} give different {what} for what reads as one thing: {}. {reason}",
            context.sigla(&readings.excerpts),
            readings.quoted(context),
        ),
        evidence: readings.excerpts.clone(),
    }
}

/// Whether all values are times of day within a few minutes.
fn near(values: &[&Value]) -> bool {
    let timex = |value: &Value| match value {
        Value::Date { timex } => Some(timex.clone()),
        _ => None,
    };
    let told: Option<BTreeSet<String>> = values.iter().map(|value| timex(value)).collect();
    let is_near = |a: &String, b: &String| minutes_apart(a, b).is_some_and(|apart| apart <= FEW_MINUTES);
    told.is_some_and(|told| told.iter().all(|one| told.iter().all(|other| is_near(one, other))))
}

/// A likely way in which one date became the other.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Slip {
    /// 3/4 for 4/3.
    Swapped,
    /// A weekday and a date that was another: the date, and what weekday it was.
    Weekday(String, &'static str),
}

impl Slip {
    const fn rule(&self) -> &'static str {
        match self {
            Self::Swapped => "date/day-and-month",
            Self::Weekday(..) => "date/weekday-and-date",
        }
    }

    /// The slip that explains two different values; more need more than one.
    fn of(values: &[&Value]) -> Option<Self> {
        let mut told: Vec<&str> = values
            .iter()
            .filter_map(|value| match value {
                Value::Date { timex } => Some(timex.as_str()),
                _ => None,
            })
            .collect();
        told.sort_unstable();
        told.dedup();
        let [one, other] = told[..] else { return None };
        let day = |timex: &str| timex::interval(timex).filter(|(first, last)| first == last).map(|(day, _)| day);
        if let (Some(a), Some(b)) = (day(one), day(other)) {
            let swapped = a.year() == b.year() && a.month() == b.day() && a.day() == b.month();
            return swapped.then_some(Self::Swapped);
        }
        let weekday_only = |timex: &str| timex.starts_with("XXXX-WXX-");
        let date = day(one).filter(|_| weekday_only(other)).or_else(|| day(other).filter(|_| weekday_only(one)))?;
        Some(Self::Weekday(date.to_string(), weekday::name(date.weekday())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    #[test]
    fn who_tells_both_dates_means_two_things() {
        let ours =
            "The ferry Aurora sank off Tarro harbour. Paul Smith repaired the engine in February 2015 for the owner.";
        let theirs = "The ferry Aurora sank off Tarro harbour. Nobody at the yard by the old bridge of the town had looked at \
                      the engine after the May 2015 visit by his crew, said Paul Smith.";
        let both = format!("{theirs} Lorvik bought two buses in February 2015.");
        cases::check(&RULE, &[ours, theirs], &[&["February 2015", "May 2015"]]);
        cases::check(&RULE, &[ours, &both], &[]);
    }

    #[test]
    fn what_was_denied_one_day_and_granted_the_next_is_two_things() {
        let banned = "On Thursday the council said it would not let the ferry Aurora enter the harbour of Tarro.";
        let banned_later = "On Friday the council said it would not let the ferry Aurora enter the harbour of Tarro.";
        let let_in = "On Friday the council said it would let the ferry Aurora enter the harbour of Tarro.";
        let let_in_sooner = "On Thursday the council said it would let the ferry Aurora enter the harbour of Tarro.";
        cases::check(&RULE, &[banned, let_in], &[]);
        cases::check(&RULE, &[banned, banned_later], &[&["Thursday", "Friday"]]);
        cases::check(&RULE, &[let_in_sooner, let_in], &[&["Thursday", "Friday"]]);
    }

    #[test]
    fn slips_are_named_where_they_fit() {
        let of = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|timex| Value::Date { timex: timex.into() });
            Slip::of(&[&a, &b])
        };
        assert_eq!(of("2021-03-04", "2021-04-03"), Some(Slip::Swapped));
        assert_eq!(of("XXXX-WXX-5", "2021-06-03"), Some(Slip::Weekday("2021-06-03".into(), "Thursday")));
        assert_eq!(of("2021-03-04", "2021-03-05"), None);
        assert_eq!(of("2021-03", "2021-04"), None);
    }
}
