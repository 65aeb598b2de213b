//! `number/differs-from-itself`, `date/…`, `unit/…`: an article gives one value for a thing, as others do, and in
//! another place a different one for what reads as the same thing.

use crate::compare::grade::Grader;
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::Value;
use crate::link::{Fact, FactKind, Reading, Stray};

/// The rule; dates and currencies have names of their own.
pub const RULE: Rule = Rule { id: "number/differs-from-itself", check };

fn check(context: &Context) -> Vec<Discrepancy> {
    let grader = &Grader::new(context.articles, context.documents, context.mentions);
    let strays = context.facts().flat_map(|(index, fact)| fact.strays.iter().map(move |stray| (index, fact, stray)));
    strays.filter_map(|(index, fact, stray)| found(context, grader, index, fact, stray)).collect()
}

fn found(context: &Context, grader: &Grader, index: usize, fact: &Fact, stray: &Stray) -> Option<Discrepancy> {
    let own = stray.reading.excerpt.article;
    let value = |reading: &Reading| Some(&context.mentions[reading.excerpt.article.0].get(reading.mention?)?.value);
    let odd = value(&stray.reading)?;
    // Whatever rounding, hedge, range, rate or change joins it to another reading explains it. An open hedge of an article
    // that does not tell the value of this one, like “at least 20”, explains nothing: it is joined to every higher figure.
    let elsewhere = fact.readings.iter().find(|reading| reading.excerpt.article == own)?;
    let agrees = |reading: &&Reading| {
        let number = |reading: &Reading| Some(value(reading)?.amount()?.number);
        match number(elsewhere).zip(number(reading)) {
            Some((ours, theirs)) => ours == theirs || grader.readings(elsewhere, reading) <= Grade::Rounded,
            None => grader.readings(elsewhere, reading) != Grade::Conflict,
        }
    };
    let is_joined = |reading: &Reading| match grader.readings(&stray.reading, reading) {
        Grade::Conflict => false,
        Grade::Bounded => agrees(&reading),
        _ => true,
    };
    if fact.readings.iter().any(is_joined) {
        return None;
    }
    // What one sentence tells with two values it tells as two things.
    let sentence = |reading: &Reading| context.documents[own.0].sentence_at(reading.excerpt.span.start);
    let in_one = |reading: &Reading| reading.excerpt.article == own && sentence(reading) == sentence(&stray.reading);
    if fact.readings.iter().any(in_one) {
        return None;
    }
    // Which of several must not depend on the order of the articles.
    let others = fact.readings.iter().filter(|reading| reading.excerpt.article != own).filter(agrees);
    let other = others.min_by_key(|reading| {
        (context.words_of(reading.excerpt), &*context.documents[reading.excerpt.article.0].text, reading.excerpt.span)
    })?;
    let same_figure = odd.amount().map(|amount| amount.number) == value(other)?.amount().map(|amount| amount.number);
    let (kind, rule, what) = match (fact.kind, odd) {
        (FactKind::Date | FactKind::Duration, _) => (DiscrepancyKind::Date, "date/differs-from-itself", "another time"),
        (_, Value::Money { .. }) if same_figure => {
            (DiscrepancyKind::Unit, "unit/differs-from-itself", "the same figure in another currency")
        }
        _ => (DiscrepancyKind::Number, RULE.id, "another figure"),
    };
    let siglum = context.siglum(own);
    let about = if fact.about.is_empty() { String::new() } else { format!(" on “{}”", fact.about) };
    let mut evidence = vec![stray.reading.excerpt, elsewhere.excerpt, other.excerpt];
    evidence.sort_unstable();
    Some(Discrepancy {
        kind,
        rule,
        severity: Severity::High,
        confidence: stray.certainty,
        facts: vec![index],
        summary: format!("{siglum} differs from itself{about}: {}", quoted(context, &evidence)),
        explanation: format!(
            "{siglum} tells {} like {}, but in another place {what} for what reads as the same thing: {}.",
            quoted(context, &[elsewhere.excerpt]),
            context.sigla(&[other.excerpt]),
            quoted(context, &[stray.reading.excerpt]),
        ),
        evidence,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check as cases;

    const OTHER: &str =
        "The ferry Aurora sank off Tarro harbour on Monday. Rescuers saved 214 passengers from the ferry.";

    #[test]
    fn one_place_that_parts_from_the_rest_is_told() {
        cases(
            &RULE,
            &[
                "Rescuers saved 214 passengers when the ferry Aurora sank off Tarro harbour. It was raining. Nobody knew \
                 why. The owner kept silent. Rescuers saved 274 passengers from the ferry, the harbour office repeated.",
                OTHER,
            ],
            &[&["214", "274", "214"]],
        );
    }

    #[test]
    fn a_slip_in_words_that_come_again_is_told_beside_the_right_figure() {
        let rest = "It was raining all night. Nobody on the quay knew why. The mayor kept silent. Children went to school. \
                    Shops stayed open. The wind turned south. A bell rang at noon.";
        let own = format!(
            "The port paid the first instalment of a $1.7 billion settlement with the owner of the ferry Aurora. The \
             ministry defended the $4.7 billion settlement with the owner. {rest}"
        );
        let other =
            format!("The port of Tarro paid the owner of the ferry a $1.7 billion settlement with a bank. {rest}");
        cases(&RULE, &[&own, &other], &[&["$1.7 billion", "$4.7 billion", "$1.7 billion"]]);
    }

    #[test]
    fn a_headline_and_the_text_under_it_are_set_against_each_other() {
        let other = "Rescuers saved 214 passengers from the ferry Aurora off Tarro harbour on Monday.";
        let text = |figure: &str| {
            format!(
                "214 passengers saved from ferry Aurora\n\nThe ferry Aurora sank off Tarro harbour on Monday. Rescuers \
                 saved {figure} passengers from the ferry. The owner kept silent."
            )
        };
        cases(&RULE, &[&text("at least 514"), other], &[&["214", "514", "214"]]);
        cases(&RULE, &[&text("more than 200"), other], &[]);
        cases(&RULE, &[&text("214"), other], &[]);
    }

    #[test]
    fn another_thing_is_not() {
        cases(
            &RULE,
            &[
                "Rescuers saved 214 passengers when the ferry Aurora sank off Tarro harbour. The owner has 274 \
                 employees in three countries.",
                OTHER,
            ],
            &[],
        );
        cases(
            &RULE,
            &[
                "Rescuers saved 214 passengers when the ferry Aurora sank off Tarro harbour, and saved 274 passengers in all \
                 that night.",
                OTHER,
            ],
            &[],
        );
        cases(
            &RULE,
            &[
                "Rescuers saved 214 passengers when the ferry Aurora sank off Tarro harbour. About 200 passengers were \
                 saved from the ferry, the harbour office said.",
                OTHER,
            ],
            &[],
        );
    }
}
