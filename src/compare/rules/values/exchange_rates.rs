//! `unit/exchange-rates`: two places of the story set sums in two currencies beside each other as one, and the rates
//! that they imply are far apart: “70 billion yuan ($10 billion)”, “70 billion yuan ($10 million)”; or one place alone
//! implies a rate that there has never been: “€50 million ($53 billion)”.

use std::collections::BTreeMap;

use crate::compare::grade::{Interval, Rate, Rates};
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Decimal;
use crate::read::Excerpt;

/// The rule.
pub const RULE: Rule = Rule { id: "unit/exchange-rates", check };

/// Rates move over the years that a story looks back on, but hardly any to this many times itself.
const FAR_TIMES: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
const CONFIDENCE: f64 = 0.85;

/// The year from which the rates below are known.
const KNOWN_SINCE: i16 = 1999;
/// What a US dollar has been worth since then, in hundredths of each currency, at least and at most, with a margin of some
/// percent: what news of these years converts. Currencies that lost most of their worth meanwhile are left out.
const HUNDREDTHS_A_DOLLAR: [(&str, [i64; 2]); 24] = [
    ("AUD", [88, 215]),
    ("BRL", [145, 650]),
    ("CAD", [88, 167]),
    ("CHF", [69, 188]),
    ("CNY", [585, 850]),
    ("CZK", [1_400, 4_350]),
    ("DKK", [450, 930]),
    ("EUR", [60, 125]),
    ("GBP", [46, 98]),
    ("HKD", [760, 800]),
    ("ILS", [300, 520]),
    ("INR", [3_800, 9_500]),
    ("JPY", [7_200, 16_800]),
    ("KRW", [87_000, 163_000]),
    ("MXN", [850, 2_600]),
    ("NOK", [470, 1_220]),
    ("NZD", [108, 262]),
    ("PHP", [3_600, 6_200]),
    ("PLN", [195, 530]),
    ("SEK", [560, 1_170]),
    ("SGD", [115, 192]),
    ("THB", [2_700, 4_750]),
    ("TWD", [2_500, 3_650]),
    ("ZAR", [530, 2_050]),
];

fn check(context: &Context) -> Vec<Discrepancy> {
    let rates = Rates::new(context.documents, context.mentions);
    let mut by_pair: BTreeMap<[&str; 2], Vec<(Interval, Excerpt)>> = BTreeMap::new();
    for rate in &rates.told {
        let turned =
            if rate.from < rate.to { Some(rate.worth) } else { Interval::exactly(Decimal::ONE).over(rate.worth) };
        let pair = [rate.from.min(rate.to), rate.from.max(rate.to)];
        by_pair.entry(pair).or_default().extend(turned.map(|worth| (worth, rate.excerpt)));
    }
    let apart: Vec<Discrepancy> = by_pair.into_values().filter_map(|rates| found(context, &rates)).collect();
    // Of two rates that are far apart one is impossible, too; that is one finding.
    let is_told = |place: Excerpt| apart.iter().any(|found| found.evidence.contains(&place));
    let impossible = rates.told.iter().filter(|rate| {
        let day = context.articles[rate.excerpt.article.0].published;
        !is_told(rate.excerpt) && is_impossible(rate) && day.is_none_or(|day| day.year() >= KNOWN_SINCE)
    });
    let impossible: Vec<_> = impossible
        .map(|rate| {
            discrepancy(context, vec![rate.excerpt], |told| {
                format!(
                    "One sum is told in two currencies: {told}. It is listed because the two have not been worth so much \
                     of each other at any time since {KNOWN_SINCE}."
                )
            })
        })
        .collect();
    apart.into_iter().chain(impossible).collect()
}

/// Whether no day of the last decades knew such a rate.
fn is_impossible(rate: &Rate) -> bool {
    let hundredths = |currency: &str| {
        const DOLLAR: [i64; 2] = [100, 100];
        let known = HUNDREDTHS_A_DOLLAR.iter().find(|entry| entry.0 == currency).map(|entry| entry.1);
        let [least, most] = if currency == "USD" { DOLLAR } else { known? };
        Some(Interval { low: Some(least.into()), high: Some(most.into()) })
    };
    let known = hundredths(rate.to).zip(hundredths(rate.from)).and_then(|(to, from)| to.over(from));
    known.is_some_and(|known| !known.meets(rate.worth))
}

/// The least and the greatest rate of one pair of currencies, where both cannot be right, whatever the year.
fn found(context: &Context, rates: &[(Interval, Excerpt)]) -> Option<Discrepancy> {
    let least = rates.iter().map(|(worth, _)| (worth.low, worth.high)).min()?;
    let greatest = rates.iter().map(|(worth, _)| (worth.low, worth.high)).max()?;
    let times = greatest.0?.checked_div(least.1?)?;
    (times > FAR_TIMES).then(|| {
        let is_end = |worth: &Interval| [least, greatest].contains(&(worth.low, worth.high));
        let ends = rates.iter().filter(|(worth, _)| is_end(worth));
        discrepancy(context, ends.map(|(_, excerpt)| *excerpt).collect(), |told| {
            format!(
                "Each place tells one sum in two currencies, but at rates far apart: {told}. It is listed because no rate \
                 moves so far in the time that a story covers."
            )
        })
    })
}

fn discrepancy(context: &Context, mut evidence: Vec<Excerpt>, explanation: impl FnOnce(&str) -> String) -> Discrepancy {
    evidence.sort_unstable();
    let told = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Unit,
        rule: RULE.id,
        severity: Severity::High,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("sums that are not the same in both currencies: {told}"),
        explanation: explanation(&told),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check as cases;

    #[test]
    fn rates_far_apart_are_told() {
        cases(
            &RULE,
            &["It will pay 70 billion yuan ($10 billion) for it.", "It pays 7 billion yuan ($1 million) a year."],
            &[&["70 billion yuan ($10 billion", "7 billion yuan ($1 million"]],
        );
        cases(
            &RULE,
            &["It paid $10 billion (70 billion yuan). It lost 700 million yuan, or about $1 billion, on it."],
            &[&["$10 billion (70 billion yuan", "700 million yuan, or about $1 billion"]],
        );
    }

    #[test]
    fn a_rate_that_there_never_was_is_told() {
        let cases = |text, expected: &[&str]| cases(&RULE, &[text], &[expected]);
        cases("It paid €50 million ($53.5 billion) for the port.", &["€50 million ($53.5 billion"]);
        cases("It paid €80 billion ($53.5 billion) for the port.", &["€80 billion ($53.5 billion"]);
        cases("It paid £20 million (60 million yuan) for the port.", &["£20 million (60 million yuan"]);
    }

    #[test]
    fn rates_that_there_were_are_left_alone() {
        cases(&RULE, &["It paid €50 million ($43 million) in 2001 and £20 million ($41 million) in 2007."], &[]);
        cases(
            &RULE,
            &["It paid 50 million yen ($480,000), 50 million rubles ($2 billion) or €5 million (39 million yuan)."],
            &[],
        );
    }

    #[test]
    fn near_rates_and_other_currencies_are_left_alone() {
        cases(
            &RULE,
            &["It will pay 70 billion yuan ($10 billion) for it.", "It pays 8 billion yuan ($1.2 billion) a year."],
            &[],
        );
        cases(
            &RULE,
            &["It will pay 70 billion yuan ($10 billion) for it.", "It pays 7 billion yen ($50 million) a year."],
            &[],
        );
        cases(&RULE, &["It will pay 70 billion yuan ($10 billion) for it and 7 billion yuan and $10 for tea."], &[]);
    }
}
