//! A normalised value as a reader writes it: figures in groups of three, signs for hedges, dates as ISO has them, lengths
//! of time in words.

use crate::extract::{Amount, Decimal, Hedge, Value};

/// What `value` says; `None` for names, quotations and ranks, whose words say it, and for dates and lengths of time that
/// are left open.
///
/// ```
/// use variorum::extract::{Hedge, Value};
/// use variorum::report::worded;
///
/// let length = Value::Duration { timex: "P3Y6M".into(), hedge: Hedge::AtLeast };
/// assert_eq!(worded(&length).as_deref(), Some("≥ 3 years 6 months"));
/// ```
pub fn worded(value: &Value) -> Option<String> {
    match value {
        Value::Money { amount, currency } => Some(format!("{} {currency}", figure(amount))),
        Value::Percent { amount, points: false } => Some(format!("{} %", figure(amount))),
        Value::Percent { amount, points: true } => {
            Some(format!("{} percentage {}", figure(amount), if is_one(amount) { "point" } else { "points" }))
        }
        Value::Quantity { amount, unit } => {
            let unit = if is_one(amount) { (*unit).to_owned() } else { several(unit) };
            Some(format!("{} {unit}", figure(amount)))
        }
        Value::Number { amount, .. } => Some(figure(amount)),
        Value::Date { timex } => date(timex),
        Value::Duration { timex, hedge } => Some(format!("{}{}", sign(*hedge), duration(timex)?)),
        Value::Ordinal { .. } | Value::Quote(_) | Value::Name(_) => None,
    }
}

/// The sign for how exactly a value is told, with the space after it; empty when it is told exactly.
pub const fn sign(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact => "",
        Hedge::About => "≈ ",
        Hedge::AtLeast => "≥ ",
        Hedge::MoreThan => "> ",
        Hedge::AtMost => "≤ ",
        Hedge::LessThan => "< ",
    }
}

fn is_one(amount: &Amount) -> bool {
    amount.number == Decimal::ONE && amount.upper.is_none()
}

/// `≈ 1,200,000`, `10–12`.
fn figure(amount: &Amount) -> String {
    let upper = amount.upper.map_or(String::new(), |upper| format!("–{}", grouped(upper)));
    format!("{}{}{upper}", sign(amount.hedge), grouped(amount.number))
}

/// A number, its whole part in groups of three from ten thousand on: below, 2,025 people and the year 2025 look alike to
/// nobody, but 2025 is read faster.
pub fn grouped(number: Decimal) -> String {
    let written = number.normalize().to_string();
    let (minus, digits) = written.strip_prefix('-').map_or(("", written.as_str()), |digits| ("-", digits));
    let (whole, part) = digits.find('.').map_or((digits, ""), |point| digits.split_at(point));
    if whole.len() < 5 {
        return written;
    }
    let mut out = minus.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + part
}

/// The plural of a unit's name: of the noun in it, so that it is “kilometres per hour” and “degrees Celsius”.
fn several(unit: &str) -> String {
    let (thing, rest) =
        unit.split_once(" per ").map_or((unit, String::new()), |(thing, of)| (thing, format!(" per {of}")));
    let plural = match thing.rsplit_once(' ') {
        Some(("degree", scale)) => format!("degrees {scale}"),
        Some((kind, noun)) => format!("{kind} {}", nouns(noun)),
        None => nouns(thing),
    };
    plural + &rest
}

fn nouns(noun: &str) -> String {
    match noun {
        "foot" => "feet".to_owned(),
        _ if noun.ends_with("ch") => format!("{noun}es"),
        _ if noun.ends_with(['s', 'z', 'x']) => noun.to_owned(),
        _ => format!("{noun}s"),
    }
}

/// A date or time of which all is known that it tells; parts of the day in words.
fn date(timex: &str) -> Option<String> {
    if timex.contains(['X', '(', ',', '_']) {
        return None;
    }
    let (day, time) = timex.split_once('T').map_or((timex, None), |(day, time)| (day, Some(time)));
    let day = if day.is_empty() { None } else { Some(calendar(day)?) };
    let time = match time {
        None => None,
        Some("MO") => Some("morning"),
        Some("MI") => Some("midday"),
        Some("AF") => Some("afternoon"),
        Some("EV") => Some("evening"),
        Some("NI") => Some("night"),
        Some("DT") => Some("day"),
        Some(clock) if clock.contains(':') => Some(clock),
        Some(_) => return None,
    };
    let parts: Vec<_> = day.as_deref().into_iter().chain(time).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// A day, month, year, week, season, quarter or decade.
fn calendar(day: &str) -> Option<String> {
    let (year, rest) = day.split_once('-').map_or((day, ""), |(year, rest)| (year, rest));
    if !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match (year.len(), rest) {
        (3, "") => return Some(format!("{year}0s")),
        (4, _) => {}
        _ => return None,
    }
    let season = match rest {
        "SP" => "spring",
        "SU" => "summer",
        "FA" => "autumn",
        "WI" => "winter",
        _ => "",
    };
    if !season.is_empty() {
        return Some(format!("{season} {year}"));
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if rest.is_empty() || rest.split('-').all(digits) {
        return Some(day.to_owned());
    }
    if let Some(week) = rest.strip_prefix('W') {
        return match week.split_once('-') {
            Some((week, "WE")) if digits(week) => {
                Some(format!("weekend of week {} of {year}", week.trim_start_matches('0')))
            }
            None if digits(week) => Some(format!("week {} of {year}", week.trim_start_matches('0'))),
            _ => None,
        };
    }
    let part = rest.strip_prefix(['Q', 'H'])?;
    digits(part).then(|| format!("{rest} {year}"))
}

/// A length of time in words: `3 years 6 months`.
fn duration(timex: &str) -> Option<String> {
    const DAYS: [(char, &str); 5] = [('E', "decade"), ('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")];
    const TIMES: [(char, &str); 3] = [('H', "hour"), ('M', "minute"), ('S', "second")];
    let rest = timex.strip_prefix('P')?;
    let (days, times) = rest.split_once('T').map_or((rest, ""), |(days, times)| (days, times));
    let mut parts = Vec::new();
    for (mut rest, names) in [(days, &DAYS[..]), (times, &TIMES[..])] {
        while !rest.is_empty() {
            let end = rest.find(|character: char| !character.is_ascii_digit() && character != '.')?;
            let letter = rest[end..].chars().next()?;
            let (_, name) = names.iter().find(|(other, _)| *other == letter)?;
            let number: Decimal = rest[..end].parse().ok()?;
            let plural = if number == Decimal::ONE { "" } else { "s" };
            parts.push(format!("{} {name}{plural}", grouped(number)));
            rest = &rest[end + letter.len_utf8()..];
        }
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(number: &str, upper: Option<&str>, hedge: Hedge) -> Amount {
        let decimal = |written: &str| written.parse::<Decimal>().unwrap();
        Amount { number: decimal(number), upper: upper.map(decimal), hedge, precision: Decimal::ONE }
    }

    fn check(value: &Value, expected: &str) {
        assert_eq!(worded(value).unwrap_or_default(), expected, "{value:?}");
    }

    #[test]
    fn sums_are_told_in_groups_of_three_with_their_hedge() {
        let money = |amount| Value::Money { amount, currency: "EUR" };
        check(&money(amount("50000000000.0", None, Hedge::About)), "≈ 50,000,000,000 EUR");
        check(&money(amount("1234.50", None, Hedge::Exact)), "1234.5 EUR");
        check(&money(amount("-12345", None, Hedge::Exact)), "-12,345 EUR");
        check(&money(amount("1000000", Some("2000000"), Hedge::AtLeast)), "≥ 1,000,000–2,000,000 EUR");
    }

    #[test]
    fn shares_and_measures_have_their_unit() {
        check(&Value::Percent { amount: amount("75", None, Hedge::Exact), points: false }, "75 %");
        check(&Value::Percent { amount: amount("1", None, Hedge::Exact), points: true }, "1 percentage point");
        let measure = |number, unit| Value::Quantity { amount: amount(number, None, Hedge::Exact), unit };
        check(&measure("180", "kilometre per hour"), "180 kilometres per hour");
        check(&measure("6", "foot"), "6 feet");
        check(&measure("1", "foot"), "1 foot");
        check(&measure("20", "degree Celsius"), "20 degrees Celsius");
        check(&measure("3", "square inch"), "3 square inches");
        check(&measure("50", "hertz"), "50 hertz");
    }

    #[test]
    fn dates_are_told_as_far_as_they_are_known() {
        let date = |timex: &str| Value::Date { timex: timex.to_owned() };
        check(&date("2025-02-24"), "2025-02-24");
        check(&date("2025-02-24TEV"), "2025-02-24 evening");
        check(&date("T18:30"), "18:30");
        check(&date("2025-W08"), "week 8 of 2025");
        check(&date("2025-Q3"), "Q3 2025");
        check(&date("2025-SU"), "summer 2025");
        check(&date("201"), "2010s");
        for open in ["XXXX-WXX-1", "PAST_REF", "(2014-01-01,2018-01-01,P4Y)", "", "2025-W0é", "T"] {
            check(&date(open), "");
        }
    }

    #[test]
    fn lengths_of_time_are_told_in_words() {
        let length = |timex: &str| Value::Duration { timex: timex.to_owned(), hedge: Hedge::Exact };
        check(&length("P10Y"), "10 years");
        check(&length("P1DT2H30M"), "1 day 2 hours 30 minutes");
        check(&length("P1.5Y"), "1.5 years");
        for open in ["PXD", "P", "PT", "P3", "3Y", "P3é"] {
            check(&length(open), "");
        }
    }
}
