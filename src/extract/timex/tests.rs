use super::*;
use crate::extract::Decimal;
use crate::extract::calendar::Unit;

#[track_caller]
fn days(timex: &str, expected: Option<(&str, &str)>) {
    let found = interval(timex).map(|(first, last)| (first.to_string(), last.to_string()));
    assert_eq!(found.as_ref().map(|(first, last)| (first.as_str(), last.as_str())), expected, "{timex}");
}

#[test]
fn anchored_values_have_a_first_and_last_day() {
    days("2024-02", Some(("2024-02-01", "2024-02-29")));
    days("2024-02-29TMO", Some(("2024-02-29", "2024-02-29")));
    days("199", Some(("1990-01-01", "1999-12-31")));
    days("2024-WI", Some(("2024-12-01", "2025-02-28")));
    days("2025-W09", Some(("2025-02-24", "2025-03-02")));
    days("2025-W09-WE", Some(("2025-03-01", "2025-03-02")));
    days("(2012-01-01,2013-01-01,P1Y)", Some(("2012-01-01", "2013-12-31")));
    days("2024-02-W05", Some(("2024-02-29", "2024-02-29")));
}

#[test]
fn other_values_have_none() {
    for timex in [
        "XXXX-02-24",
        "T20:41",
        "PAST_REF",
        "FY2025",
        "2023-02-29",
        "2024-Q5",
        "",
        "-",
        "(2013-01-01,2012-01-01,P1Y)",
        "2013-01-W06",
        "2013-01-W0",
        "(,)",
        "２０２４",
        "2024-é",
    ] {
        days(timex, None);
    }
}

#[test]
fn values_are_compared_by_what_both_tell() {
    for (a, b, expected) in [
        ("2025", "2025-02-24", Some(true)),
        ("2025", "2024-Q4", Some(false)),
        ("XXXX-07", "2017-07-21", Some(true)),
        ("XXXX-07-21", "2017-07", Some(true)),
        ("XXXX-08", "2017-07-21", Some(false)),
        ("XXXX-Q3", "XXXX-07", Some(true)),
        ("XXXX-Q4", "2017-07", Some(false)),
        ("FYXXXX-Q3", "2024-Q4", None),
        ("T20:41", "2013-07-24T20:42", Some(false)),
        ("T20", "T20:42", Some(true)),
        ("XXXX-XX-XX", "2013-07-24", None),
        ("XXXX-WXX-7TMO", "XXXX-WXX-7", Some(true)),
    ] {
        assert_eq!(compatible(a, b), expected, "{a} {b}");
        assert_eq!(compatible(b, a), expected, "{b} {a}");
    }
}

#[test]
fn lengths_count_every_part() {
    assert_eq!(seconds("P1Y6M"), seconds("P18M"));
    assert_eq!(seconds("P1W"), seconds("P7D"));
    assert_eq!(seconds("P2W/P3W"), Some((Decimal::from(1_209_600), Decimal::from(1_814_400))));
    for timex in ["PXM", "P", "P3", "2024", "PT", "P99999999999999999999999999999Y"] {
        assert_eq!(seconds(timex), None, "{timex}");
    }
}

#[test]
fn counts_are_written_without_needless_zeros() {
    assert_eq!(duration(&[("2.50".parse().unwrap(), Unit::Year)]).as_deref(), Some("P2.5Y"));
    assert_eq!(duration(&[(Decimal::TWO, Unit::Decade)]).as_deref(), Some("P20Y"));
    assert_eq!(duration(&[(Decimal::ONE, Unit::Hour), (Decimal::TEN, Unit::Minute)]).as_deref(), Some("PT1H10M"));
    assert_eq!(vague_duration(Unit::Hour), "PTXH");
}
