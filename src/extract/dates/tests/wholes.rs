//! Dates made of several parts, and the parts of longer periods.

use super::*;

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
    check("On May 5, two thousand people marched.", &[("May 5", "XXXX-05-05")]);
    check("It sank on May 5, nineteen ninety-six.", &[("May 5, nineteen ninety-six", "1996-05-05")]);
}
