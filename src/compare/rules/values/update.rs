//! `number/update`, `date/update`: an article gives a later state of what another one tells: it says itself that the
//! figure was once the other's, or it is of a later day and its toll is higher. No conflict, but worth seeing.

use crate::compare::readings::{Readings, graded};
use crate::compare::rules::values::conflicting_figures::FIGURES;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::link::FactKind;

/// The rule.
pub const RULE: Rule = Rule { id: "number/update", check };

fn check(context: &Context) -> Vec<Discrepancy> {
    let figures = graded(context, &FIGURES, Grade::Update);
    let times = graded(context, &[FactKind::Date, FactKind::Duration], Grade::Update);
    let figures = figures.map(|readings| found(context, &readings, DiscrepancyKind::Number, RULE.id));
    figures.chain(times.map(|readings| found(context, &readings, DiscrepancyKind::Date, "date/update"))).collect()
}

fn found(context: &Context, readings: &Readings, kind: DiscrepancyKind, rule: &'static str) -> Discrepancy {
    let quoted = readings.quoted(context);
    Discrepancy {
        kind,
        rule,
        severity: Severity::Low,
        confidence: readings.certainty(context),
        facts: vec![readings.fact],
        summary: format!("an earlier and a later state{}: {quoted}", readings.about(context)),
        explanation: format!(
            "{} tell one thing at different states: {quoted}. It is no conflict, because an article tells the change itself \
             or is of a later day; it is listed so that the older figure is not taken for the last.",
            context.sigla(&readings.excerpts),
        ),
        evidence: readings.excerpts.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;
    use crate::compare::rules::values::conflicting_figures;

    const EARLY: &str = "The ferry Aurora sank off Tarro harbour on Monday. The sinking of the ferry killed 77 passengers, \
                         the Tarro harbour office said.";

    #[test]
    fn a_change_that_an_article_tells_is_no_conflict() {
        let late = "The ferry Aurora sank off Tarro harbour on Monday. The number of passengers killed in the sinking of the \
                    ferry rose to 80 from 77, the Tarro harbour office said.";
        cases::check(&conflicting_figures::RULE, &[EARLY, late], &[]);
    }

    #[test]
    fn a_higher_toll_of_a_later_day_is_no_conflict() {
        let late = "The ferry Aurora sank off Tarro harbour on Monday. The sinking of the ferry killed 80 passengers, the \
                    Tarro harbour office said.";
        let days = |early, late_day| [(EARLY, early), (late, late_day)];
        let later = days("2021-06-08", "2021-06-09");
        cases::check_published(&RULE, &later, &[&["77", "80"]]);
        cases::check_published(&conflicting_figures::RULE, &later, &[]);
        let earlier = days("2021-06-09", "2021-06-08");
        cases::check_published(&RULE, &earlier, &[]);
        cases::check_published(&conflicting_figures::RULE, &earlier, &[&["77", "80"]]);
        cases::check(&conflicting_figures::RULE, &[EARLY, late], &[&["77", "80"]]);
    }
}
