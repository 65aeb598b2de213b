use super::*;
use crate::extract::numerals;
use crate::segment::segment;

/// The dates found in `text`, published on the Thursday 2024-06-20 or on an unknown day, as words and value.
#[track_caller]
fn check_on(reference: Option<&str>, text: &str, expected: &[(&str, &str)]) {
    let document = segment(text.into());
    let found = dates(&document, &numerals(&document), reference.map(|day| day.parse().unwrap()));
    let found: Vec<_> = found
        .iter()
        .map(|mention| match &mention.value {
            Value::Date { timex } => (mention.span.of(text), timex.as_str()),
            other => panic!("no date: {other:?}"),
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    check_on(None, text, expected);
}

#[track_caller]
fn check_news(text: &str, expected: &[(&str, &str)]) {
    check_on(Some("2024-06-20"), text, expected);
}

#[test]
fn days_are_read_in_every_order() {
    check("The bridge fell on February 22, 2025.", &[("February 22, 2025", "2025-02-22")]);
    check("It opened on 22 Feb 2025 again.", &[("22 Feb 2025", "2025-02-22")]);
    check("The vote of Feb. 24 was close.", &[("Feb. 24", "XXXX-02-24")]);
    check("They met on the 4th of March.", &[("4th of March", "XXXX-03-04")]);
    check("Filed 2025-02-24 by the court.", &[("2025-02-24", "2025-02-24")]);
    check("Signed on 24/2/2025 in Oslo.", &[("24/2/2025", "2025-02-24")]);
    check("Signed on 24.02.2025 in Oslo.", &[("24.02.2025", "2025-02-24")]);
    check("The fair runs from July 3–5.", &[("July 3–5", "(XXXX-07-03,XXXX-07-05,P2D)")]);
}

#[test]
fn a_weekday_belongs_to_its_date() {
    check("It was seen on Thursday, July 25, 2013, at sea.", &[("Thursday, July 25, 2013", "2013-07-25")]);
    check("It was seen on Thursday in July.", &[("Thursday", "XXXX-WXX-4"), ("July", "XXXX-07")]);
}

#[test]
fn days_that_no_calendar_has_are_left_alone() {
    check("The form said 31/31/2025 and 2025-13-40.", &[]);
    check("Version 1.2.3 and 192.168.1.2 came out.", &[]);
}

#[test]
fn months_stand_alone_where_they_read_as_such() {
    check("Sales fell in July and rose in May.", &[("July", "XXXX-07"), ("May", "XXXX-05")]);
    check("They left in July 2016.", &[("July 2016", "2016-07")]);
    check("A Sept. 2011 paper said so.", &[("Sept. 2011", "2011-09")]);
    check_news("It fell in July and August 2016.", &[("July", "2016-07"), ("August 2016", "2016-08")]);
}

#[test]
fn words_that_only_look_like_months_are_none() {
    check("He may march on. May he rest. March on the palace!", &[]);
    check("Prime Minister Theresa May said April Jones and August Wilson were safe.", &[]);
    check("The sun sat low; wed in white, she said the jan was mar.", &[]);
}

#[test]
fn years_are_told_from_amounts() {
    check("The mine closed in 2012.", &[("2012", "2012")]);
    check(
        "It led from 2010 to 2014 and in 2020 and 2021.",
        &[("2010 to 2014", "(2010-01-01,2014-01-01,P4Y)"), ("2020", "2020"), ("2021", "2021")],
    );
    check("The law (1998) and the 2016 election mattered.", &[("1998", "1998"), ("2016", "2016")]);
    check("The 2012–13 season was short.", &[("2012–13", "(2012-01-01,2013-01-01,P1Y)")]);
    check("About 2000 people saw 1950 of 2000 homes burn. It cost $2016, or 2016%.", &[]);
    check("Flight 2019 carried more than 2040 passengers.", &[]);
}

#[test]
fn decades_and_centuries() {
    check("In the 1990s and the late '80s it grew.", &[("1990s", "199"), ("late '80s", "198")]);
    check("It is a 21st-century idea of the 19th century.", &[("21st-century", "20"), ("19th century", "18")]);
    check("A man in his 80s was hurt.", &[]);
}

#[test]
fn quarters_belong_to_a_year_where_one_is_told() {
    check("Profit rose in the third quarter of 2023.", &[("third quarter of 2023", "2023-Q3")]);
    check("Third-quarter sales fell.", &[("Third-quarter", "XXXX-Q3")]);
    check_news(
        "First-quarter sales fell; the fourth quarter was better.",
        &[("First-quarter", "2024-Q1"), ("fourth quarter", "2023-Q4")],
    );
    check("It was the third quarter of its fiscal year.", &[("third quarter of its fiscal year", "FYXXXX-Q3")]);
    check("It lost money in fiscal 2025.", &[("fiscal 2025", "FY2025")]);
    check("A quarter of the town fled.", &[]);
}

#[test]
fn months_that_run_up_to_a_date_are_a_period() {
    check("Revenue for the three months through December rose.", &[("three months through December", "XXXX-Q4")]);
    check("Sales for the six months to June 2023 fell.", &[("six months to June 2023", "2023-H1")]);
    check("The year ended March 31, 2024, was good.", &[("year ended March 31, 2024", "(2023-04-01,2024-04-01,P12M)")]);
}

#[test]
fn the_day_of_publication_anchors_what_is_told_from_it() {
    check_news(
        "It happened today, yesterday and last night.",
        &[("today", "2024-06-20"), ("yesterday", "2024-06-19"), ("last night", "2024-06-19TNI")],
    );
    check_news(
        "Prices rose this year, last month and last week.",
        &[("this year", "2024"), ("last month", "2024-05"), ("last week", "2024-W24")],
    );
    check_news(
        "The talks failed two years ago, or two weeks ago.",
        &[("two years ago", "2022"), ("two weeks ago", "2024-06-06")],
    );
    check_news(
        "Since the beginning of the year it rose, until the end of last year it fell.",
        &[("the beginning of the year", "2024"), ("the end of last year", "2023")],
    );
    check_news("Last summer and next Friday.", &[("Last summer", "2023-SU"), ("next Friday", "2024-06-28")]);
}

#[test]
fn without_it_they_stay_open() {
    check(
        "It happened yesterday, on Monday, last year.",
        &[("yesterday", "XXXX-XX-XX"), ("Monday", "XXXX-WXX-1"), ("last year", "XXXX")],
    );
    check("It happened two years ago, or two months ago.", &[("two years ago", "XXXX"), ("two months ago", "XXXX-XX")]);
    check(
        "It opens ten days from now, two Sundays from now.",
        &[("ten days from now", "XXXX-XX-XX"), ("two Sundays from now", "XXXX-WXX-7")],
    );
    check("It opens three days after tomorrow.", &[("three days after tomorrow", "XXXX-XX-XX")]);
}

#[test]
fn the_verb_tells_which_way_an_open_date_lies() {
    check_news("The chief resigned on Monday.", &[("Monday", "2024-06-17")]);
    check_news("The chief will resign on Monday.", &[("Monday", "2024-06-24")]);
    check_news("The decree is to be signed on Monday.", &[("Monday", "2024-06-24")]);
    check_news("He resigned in July.", &[("July", "2023-07")]);
    check_news("He resigned Aug. 3 after a row.", &[("Aug. 3", "2023-08-03")]);
    check_news("She testifies Aug. 3 in court.", &[("Aug. 3", "2024-08-03")]);
}

#[test]
fn a_dateline_anchors_an_article_without_a_date_of_its_own() {
    check(
        "Bridge falls\n\nThursday, June 20, 2024\n\nThe bridge fell on Monday.",
        &[("Thursday, June 20, 2024", "2024-06-20"), ("Monday", "2024-06-17")],
    );
    check(
        "Bridge falls\n\nThe bridge that was opened on June 20, 2024 by the old king of the land fell on Monday.",
        &[("June 20, 2024", "2024-06-20"), ("Monday", "XXXX-WXX-1")],
    );
}

#[test]
fn names_with_days_in_them_are_no_dates() {
    check("The Sunday Times wrote about Black Friday.", &[]);
    check("USA Today reported it.", &[]);
}

#[test]
fn times_of_day() {
    check("It struck at 3:25 a.m. on Sunday.", &[("3:25 a.m. on Sunday", "XXXX-WXX-7T03:25")]);
    check(
        "It struck just after 8pm, at 20:41 or 1841 UTC, at noon.",
        &[("8pm", "T20"), ("20:41", "T20:41"), ("1841 UTC", "T18:41Z"), ("noon", "T12:00")],
    );
    check("Open from 12 a.m. and 3:30-6 p.m. daily.", &[("12 a.m.", "T00"), ("3:30-6 p.m.", "(T15:30,T18,PT2H30M)")]);
    check("It happened on Sunday morning.", &[("Sunday morning", "XXXX-WXX-7TMO")]);
    check("They won 3:1 in a time of 2:03:05; I am 8 am I not.", &[("8 am", "T08")]);
}

#[test]
fn recent_months_lie_behind() {
    check("In recent months shares rose.", &[("recent months", "PAST_REF")]);
}

#[test]
fn weeks_and_days_told_by_their_number() {
    check_news("He left on Monday the 17th.", &[("Monday the 17th", "2024-06-17")]);
    check_news("It was shown in the week of June 10.", &[("the week of June 10", "2024-W24")]);
    check_news("It rained later in the week.", &[("later in the week", "2024-W25")]);
    check("In the last week of the campaign it rained.", &[]);
}

#[test]
fn old_years_stand_only_where_nothing_else_can() {
    check("The bank was founded in 1865.", &[("1865", "1865")]);
    check("They counted 1865 votes in 1500 homes.", &[]);
}

#[test]
fn a_weekday_at_the_end_of_a_line_does_not_belong_to_the_next() {
    check(
        "Banks stay closed until Friday\nJune 20, 2024\nThe banks are closed.",
        &[("Friday", "2024-06-21"), ("June 20, 2024", "2024-06-20")],
    );
}

#[test]
fn a_verb_far_before_a_date_does_not_put_it_ahead() {
    check_news(
        "The land is to hold three days of mourning for the crash on Wednesday.",
        &[("Wednesday", "2024-06-19")],
    );
}

mod away;
mod wholes;

mod any_text {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn dates_lie_in_the_text_and_never_overlap(
            words in proptest::collection::vec(
                "(early|late|mid|the|of|week|year|month|last|next|May|Feb\\.|Monday|two|a|ago|quarter|through|q[0-9]|[0-9]{1,5}|'[0-9]{2}s|-|/|:|p\\.m\\.|from|to|between|and|at|on|in|will|today|noon|UTC|first|days|Easter|weekend|é|世|\\PC{0,4})",
                0..24,
            ),
            glue in "( |)",
            anchored in any::<bool>(),
        ) {
            let document = segment(words.join(&glue).into());
            let reference = anchored.then(|| Date::constant(2024, 2, 29));
            let found = dates(&document, &numerals(&document), reference);
            for pair in found.windows(2) {
                prop_assert!(pair[0].words.end <= pair[1].words.start);
            }
            for mention in &found {
                prop_assert!(!mention.span.of(&document.text).is_empty());
                let Value::Date { timex } = &mention.value else { panic!("no date") };
                prop_assert!(timex::is_date(timex), "{timex}");
            }
        }
    }
}
