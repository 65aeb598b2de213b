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
    // Whatever rounding, hedge, range, rate or change joins it to any other reading explains it.
    if !fact.readings.iter().all(|reading| grader.readings(&stray.reading, reading) == Grade::Conflict) {
        return None;
    }
    // What one sentence tells with two values it tells as two things.
    let sentence = |reading: &Reading| context.documents[own.0].sentence_at(reading.excerpt.span.start);
    let in_one = |reading: &Reading| reading.excerpt.article == own && sentence(reading) == sentence(&stray.reading);
    if fact.readings.iter().any(in_one) {
        return None;
    }
    let elsewhere = fact.readings.iter().find(|reading| reading.excerpt.article == own)?;
    // Which of several must not depend on the order of the articles.
    let others = fact.readings.iter().filter(|reading| reading.excerpt.article != own);
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
