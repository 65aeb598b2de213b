//! `date/weekday`: a weekday and a date in one, and the date was another weekday: “Monday, February 25, 2025”.

use jiff::civil::{Date, Weekday};

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::{Mention, Value, timex};
use crate::read::{ArticleId, Excerpt};
use crate::segment::Document;

/// The rule.
pub const RULE: Rule = Rule { id: "date/weekday", check };

/// A calendar is certain; that the words are one date nearly so.
const CONFIDENCE: f64 = 0.95;

fn check(context: &Context) -> Vec<Discrepancy> {
    let articles = context.mentions.iter().enumerate();
    let mentions = articles.flat_map(|(article, mentions)| mentions.iter().map(move |it| (ArticleId(article), it)));
    mentions.filter_map(|(article, mention)| found(context, article, mention)).collect()
}

fn found(context: &Context, article: ArticleId, mention: &Mention) -> Option<Discrepancy> {
    let document = &context.documents[article.0];
    let told = weekday(document, mention)?;
    let Value::Date { timex } = &mention.value else { return None };
    let (day, last) = timex::interval(timex)?;
    // “Tuesday 19th” takes its month from somewhere, and “5/12” is read in two ways.
    let year = day.year().to_string();
    let has_year = mention.words.clone().any(|word| document.folded(word) == year);
    let says_day = names_month(document, mention)
        && mention.words.clone().any(|word| document.folded(word).starts_with(|c: char| c.is_ascii_digit()));
    if day != last || !says_day || day.weekday() == told {
        return None;
    }
    // Where the year is taken from the article's own day, the text may mean a neighbouring one.
    let fits_in = |years: i16| {
        let other = Date::new(day.year().saturating_add(years), day.month(), day.day());
        other.is_ok_and(|other| other.weekday() == told)
    };
    if !has_year && (fits_in(-1) || fits_in(1)) {
        return None;
    }
    let excerpt = Excerpt { article, span: mention.span };
    let words = shown(context, excerpt);
    let siglum = context.siglum(article);
    Some(Discrepancy {
        kind: DiscrepancyKind::Date,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("weekday and date do not fit: {siglum} “{words}”"),
        explanation: format!(
            "{siglum} tells “{words}”, but {day} was a {}. It is listed because either the weekday or the date must be \
             another.",
            name(day.weekday())
        ),
        evidence: vec![excerpt],
    })
}

/// Whether the words of a date name a month.
fn names_month(document: &Document, mention: &Mention) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    mention.words.clone().any(|word| {
        let folded = document.folded(word);
        folded.get(..3).is_some_and(|beginning| MONTHS.contains(&beginning))
    })
}

/// The one weekday that the words of a date name.
fn weekday(document: &Document, mention: &Mention) -> Option<Weekday> {
    let mut named = mention.words.clone().filter_map(|word| match document.folded(word).trim_end_matches('.') {
        "monday" | "mon" => Some(Weekday::Monday),
        "tuesday" | "tue" | "tues" => Some(Weekday::Tuesday),
        "wednesday" | "wed" => Some(Weekday::Wednesday),
        "thursday" | "thu" | "thur" | "thurs" => Some(Weekday::Thursday),
        "friday" | "fri" => Some(Weekday::Friday),
        "saturday" | "sat" => Some(Weekday::Saturday),
        "sunday" | "sun" => Some(Weekday::Sunday),
        _ => None,
    });
    let first = named.next()?;
    named.next().is_none().then_some(first)
}

/// The name of a weekday.
pub const fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::{check as cases, check_published};

    #[test]
    fn a_weekday_that_does_not_fit_is_told() {
        cases(&RULE, &["It sank on Friday, June 3, 2021, at noon."], &[&["Friday, June 3, 2021, at noon"]]);
        check_published(&RULE, &[("It sank on Monday, June 3.", "2021-06-10")], &[&["Monday, June 3"]]);
    }

    #[test]
    fn one_that_fits_or_a_year_unknown_is_not() {
        cases(&RULE, &["It sank on Thursday, June 3, 2021, and rose on Friday."], &[]);
        cases(&RULE, &["It sank on Monday, June 3."], &[]);
        // June 3 was a Wednesday in 2020 and is a Friday in 2022.
        check_published(&RULE, &[("It will sail on Friday, June 3.", "2021-06-10")], &[]);
        check_published(&RULE, &[("It sank on Monday.", "2021-06-10")], &[]);
        check_published(&RULE, &[("It sank on Monday 3rd.", "2021-06-10")], &[]);
    }
}
