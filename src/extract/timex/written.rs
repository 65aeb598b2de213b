//! How values of periods and lengths are written.

use jiff::civil::Date;

use crate::extract::Decimal;
use crate::extract::calendar::Unit;

/// The value of a stretch of time made of several counts, longest unit first: `P1Y6M`; `None` for none or too much.
pub(in crate::extract) fn duration(counts: &[(Decimal, Unit)]) -> Option<String> {
    let (mut days, mut clock) = (String::new(), String::new());
    for &(count, unit) in counts {
        let amount = unit.amount(count)?.normalize();
        let part = if unit.is_of_the_clock() { &mut clock } else { &mut days };
        part.push_str(&amount.to_string());
        part.push_str(unit.counted().1);
    }
    match (days.is_empty(), clock.is_empty()) {
        (true, true) => None,
        (_, true) => Some(format!("P{days}")),
        _ => Some(format!("P{days}T{clock}")),
    }
}

/// The value of an untold number of a unit, as in “several months”: `PXM`.
pub(in crate::extract) fn vague_duration(unit: Unit) -> String {
    let time = if unit.is_of_the_clock() { "T" } else { "" };
    format!("P{time}X{}", unit.counted().1)
}

/// The value of the period of `unit` in which `day` lies; `None` for parts of a day
/// and before the year 1.
pub(in crate::extract) fn period(day: Date, unit: Unit) -> Option<String> {
    let (year, month) = (day.year(), day.month());
    if year < 1 {
        return None; // TIMEX3 has other values for years before our era
    }
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => day.to_string(),
        Unit::Week | Unit::Fortnight => {
            let week = day.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Unit::Month => format!("{year:04}-{month:02}"),
        Unit::Quarter => format!("{year:04}-Q{}", (month + 2) / 3),
        Unit::Year => format!("{year:04}"),
        Unit::Decade => format!("{:03}", year / 10),
        Unit::Century => format!("{:02}", year / 100),
    })
}

/// The value of some period of `unit`, nobody can tell which; `None` for parts of a day.
pub(in crate::extract) fn unknown_period(unit: Unit) -> Option<&'static str> {
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    })
}
