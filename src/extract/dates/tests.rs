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
    check("It happened two years ago.", &[]);
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

#[test]
fn a_time_belongs_to_the_day_beside_it() {
    check_news(
        "The vote is on Monday at 5 p.m., the count was yesterday at 20:30.",
        &[("Monday at 5 p.m.", "2024-06-17T17"), ("yesterday at 20:30", "2024-06-19T20:30")],
    );
    check("Polls close at 9 p.m. EST on Tuesday.", &[("9 p.m. EST on Tuesday", "XXXX-WXX-2T21")]);
    check("It sank at noon Friday.", &[("noon Friday", "XXXX-WXX-5T12:00")]);
    check_news("The mayor spoke last night at 8.", &[("last night at 8", "2024-06-19T20")]);
    check("They met on Sunday in the morning.", &[("Sunday in the morning", "XXXX-WXX-7TMO")]);
    check("The shop opens Friday at five-thirty.", &[("Friday at five-thirty", "XXXX-WXX-5T05:30")]);
}

#[test]
fn a_figure_beside_a_day_need_not_be_a_time() {
    check("The index closed on Monday at 5,272.50.", &[("Monday", "XXXX-WXX-1")]);
    check("Police on Friday at 12 sites found arms.", &[("Friday", "XXXX-WXX-5")]);
    check("They won on Saturday 3-2 and on Sunday 21-14.", &[("Saturday", "XXXX-WXX-6"), ("Sunday", "XXXX-WXX-7")]);
    check("It employs 10 to 12 people, from 5 to 7 tons each.", &[]);
}

#[test]
fn a_time_goes_on_from_the_day_told_before_it_in_the_sentence() {
    check(
        "On Friday the fire broke out at 3:25 a.m. A second alarm came at 4 a.m.",
        &[("Friday", "XXXX-WXX-5"), ("3:25 a.m.", "XXXX-WXX-5T03:25"), ("4 a.m.", "T04")],
    );
    check_news("The ship left at 18:00 UTC.", &[("18:00 UTC", "2024-06-20T18:00Z")]);
}

#[test]
fn times_from_one_to_another() {
    check("It is shut from 2 to 4 p.m. daily.", &[("2 to 4 p.m.", "(T14,T16,PT2H)")]);
    check("Rain fell between 9 a.m. and noon.", &[("9 a.m. and noon", "(T09,T12:00,PT3H)")]);
    check("It is shut from 10 p.m. to midnight.", &[("10 p.m. to midnight", "(T22,T24:00,PT2H)")]);
    check("Rain fell between 9:15 and 10:30.", &[("9:15 and 10:30", "(T09:15,T10:30,PT1H15M)")]);
    check("The curfew runs 10 p.m. to 5 a.m.", &[("10 p.m. to 5 a.m.", "(T22,T05,PT7H)")]);
    check("It is open Monday 8-9 a.m. only.", &[("Monday 8-9 a.m.", "(XXXX-WXX-1T08,XXXX-WXX-1T09,PT1H)")]);
}

#[test]
fn days_and_months_from_one_to_another() {
    check("He led it between 2006 and 2015.", &[("2006 and 2015", "(2006-01-01,2015-01-01,P9Y)")]);
    check("It ran from Jan. 22 to March 5, 2019.", &[("Jan. 22 to March 5, 2019", "(2019-01-22,2019-03-05,P42D)")]);
    check("It ran Dec. 20, 2018 to Jan. 5.", &[("Dec. 20, 2018 to Jan. 5", "(2018-12-20,2019-01-05,P16D)")]);
    check("Prices fell from May to September.", &[("May to September", "(XXXX-05-01,XXXX-09-01,P4M)")]);
    check("The fair is on 5 to 7 March.", &[("5 to 7 March", "(XXXX-03-05,XXXX-03-07,P2D)")]);
    check("It is on April 9th through 17th.", &[("April 9th through 17th", "(XXXX-04-09,XXXX-04-17,P8D)")]);
    check_news("Shops open Monday to Friday.", &[("Monday to Friday", "(XXXX-WXX-1,XXXX-WXX-5,P4D)")]);
    check_news("It fell from January to now.", &[("January to now", "(2024-01-01,2024-06-20,P171D)")]);
}

#[test]
fn a_date_that_is_moved_is_no_range() {
    check("The vote was postponed from Monday to Friday.", &[("Monday", "XXXX-WXX-1"), ("Friday", "XXXX-WXX-5")]);
    check("Sales rose in 2012 and in 2015.", &[("2012", "2012"), ("2015", "2015")]);
    check("From April 9 to 17 people a day came.", &[("April 9", "XXXX-04-09")]);
}

#[test]
fn days_counted_from_another_are_dates() {
    check_news("The talks broke down 1 month 20 days ago.", &[("1 month 20 days ago", "2024-04-30")]);
    check_news("She will return in two weeks.", &[("in two weeks", "2024-07-04")]);
    check_news("The vote is in ten days.", &[("in ten days", "2024-06-30")]);
    check_news("He fled three days after January 12, 2020.", &[("three days after January 12, 2020", "2020-01-15")]);
    check_news("It opens two days from tomorrow.", &[("two days from tomorrow", "2024-06-23")]);
    check_news("He saw it two Sundays ago.", &[("two Sundays ago", "2024-06-09")]);
}

#[test]
fn lengths_are_no_dates() {
    check_news("He finished the race in two days.", &[]);
    check_news("It will be the worst drought in ten years.", &[]);
    check_news("The firm will spend $50 million in three years.", &[]);
    check_news("In the two weeks since, she will not have slept.", &[]);
    check_news("He died two years after his win.", &[]);
}

#[test]
fn parts_of_a_period() {
    check("It rained in the first week of 2015.", &[("the first week of 2015", "2015-W01")]);
    check("It rained in the last week of July 2016.", &[("the last week of July 2016", "2016-07-W05")]);
    check(
        "Sales in the last four months of 2021 fell.",
        &[("the last four months of 2021", "(2021-09-01,2022-01-01,P4M)")],
    );
    check("They vote on the first Tuesday of November 2018.", &[("the first Tuesday of November 2018", "2018-11-06")]);
    check_news("He was jailed in October last year.", &[("October last year", "2023-10")]);
    check_news("Growth in last year's first quarter was weak.", &[("last year's first quarter", "2023-Q1")]);
    check("In the first week of the war it rained.", &[]);
}

#[test]
fn weekdays_with_their_week_or_date() {
    check_news("She arrives on Tuesday of next week.", &[("Tuesday of next week", "2024-06-25")]);
    check_news("It was sold last week on Monday.", &[("last week on Monday", "2024-06-10")]);
    check("He left on Friday (June 15, 2018) by boat.", &[("Friday (June 15, 2018)", "2018-06-15")]);
    check_news("It ended today (June 20).", &[("today (June 20)", "2024-06-20")]);
    check("They meet every Monday. Fox News Sunday aired it.", &[]);
}

#[test]
fn feasts_are_days_only_where_they_stand_as_such() {
    check_news("He died on Easter Sunday.", &[("Easter Sunday", "2024-03-31")]);
    check_news("She died on Thanksgiving 2018.", &[("Thanksgiving 2018", "2018-11-22")]);
    check("Christmas sales fell; Easter eggs, the Good Friday Agreement, Christmas Island.", &[]);
}

#[test]
fn figures_that_may_be_a_day_need_a_word_that_says_so() {
    check("They met on 22/04 and until 4/25.", &[("22/04", "XXXX-04-22"), ("4/25", "XXXX-04-25")]);
    check("The law came with the 9/11 attacks.", &[("9/11", "2001-09-11")]);
    check("It is open 24/7. About 3/4 of them, or 9/16 of an inch, scored 4-22.", &[]);
    check("Filed 23/Sep/2020 and 2019-sep-1.", &[("23/Sep/2020", "2020-09-23"), ("2019-sep-1", "2019-09-01")]);
    check("Sales in 2017 Q1 and 2018-12 rose.", &[("2017 Q1", "2017-Q1"), ("2018-12", "2018-12")]);
    check("Resolution 2015-12 passed.", &[]);
}

#[test]
fn a_day_of_some_month() {
    check("He resigned on the 22nd.", &[("the 22nd", "XXXX-XX-22")]);
    check("He came third in the 22nd minute, on the 18th hole and on the 3rd try.", &[]);
}

#[test]
fn numbers_in_words_tell_days_and_times() {
    check("It began June twenty-two.", &[("June twenty-two", "XXXX-06-22")]);
    check("He woke at half past five in the morning.", &[("half past five in the morning", "T05:30")]);
    check("In May twenty people left; it may be.", &[("May", "XXXX-05")]);
}

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
