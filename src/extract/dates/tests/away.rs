//! Dates told by how far they lie from another, and stretches that run up to or from the day of the article.

use super::*;

#[test]
fn a_length_with_ago_behind_it_lies_in_the_past() {
    check_news(
        "Several weeks ago, or years ago, a few short months ago, half an hour ago, it rained.",
        &[
            ("Several weeks ago", "XXXX-WXX"),
            ("years ago", "XXXX"),
            ("a few short months ago", "XXXX-XX"),
            ("half an hour ago", "PAST_REF"),
        ],
    );
    check_news("It fell a year and a half ago.", &[("a year and a half ago", "XXXX")]);
    check_news("It fell ten to fifteen years ago.", &[("ten to fifteen years ago", "XXXX")]);
    check_news("The train leaves half an hour from now.", &[("half an hour from now", "FUTURE_REF")]);
}

#[test]
fn business_days_leave_out_the_weekend() {
    check_news("It is due three business days from now.", &[("three business days from now", "2024-06-25")]);
    check_news("It was filed six working days ago.", &[("six working days ago", "2024-06-12")]);
    check_news("The vote is in two business days.", &[("in two business days", "2024-06-24")]);
    check_news("It fell for four trading days.", &[]);
}

#[test]
fn more_than_a_length_ago_is_no_certain_year() {
    check_news("The mill closed more than 20 years ago.", &[("20 years ago", "XXXX")]);
    check_news("The mill closed about 20 years ago.", &[("20 years ago", "2004")]);
    check_news("He took over a year ago.", &[("a year ago", "2023")]);
}

#[test]
fn a_length_without_ago_is_no_date() {
    check_news("Several weeks of rain; for years, a few months and half an hour he waited.", &[]);
    check_news("For years agog crowds came.", &[]);
}

#[test]
fn a_stretch_up_to_now_and_a_day_ago_are_two_times() {
    check_news("For the last three months and two days ago it rained.", &[("two days ago", "2024-06-18")]);
}

#[test]
fn a_year_later_is_counted_from_the_year_that_the_story_goes_on_from() {
    check("He won in 1980. Four years later he lost.", &[("1980", "1980"), ("Four years later", "1984")]);
    check(
        "In March 2019 he left, and two years later he died.",
        &[("March 2019", "2019-03"), ("two years later", "2021")],
    );
    // No closer than the date it is counted from, and not against a date that is told.
    check("In 2008 it was rich; two months later it was gone.", &[("2008", "2008")]);
    check("He came in 2016. Jones came back a year later.", &[("2016", "2016")]);
    check("He came in 2014 and again a year later, in May 2015.", &[("2014", "2014"), ("May 2015", "2015-05")]);
    check("It came in 2014, two years later than planned.", &[("2014", "2014")]);
}

#[test]
fn the_next_days_without_an_article_are_a_stretch_of_the_calendar() {
    check_news("Rain will fall next five days.", &[("next five days", "(2024-06-21,2024-06-26,P5D)")]);
    check_news("Sales fell last two weeks.", &[("last two weeks", "(2024-06-06,2024-06-20,P2W)")]);
    check_news("It will spend it over the next three years, and over next two years.", &[]);
    check_news("In its last two years, the last two days and next two-day talks.", &[]);
}

#[test]
fn from_now_to_a_date() {
    check_news("Between now and November it must be sold.", &[("now and November", "(2024-06-20,2024-11-01,P134D)")]);
    check_news("From now until Monday nothing moves.", &[("now until Monday", "(2024-06-20,2024-06-24,P4D)")]);
    check_news("Between now and then, and from now on, it rains.", &[]);
}

#[test]
fn what_is_left_of_a_period_is_told_by_the_period() {
    check_news("She is out for the rest of the year.", &[("the rest of the year", "2024")]);
    check_news("He spent the remainder of 2019 abroad.", &[("the remainder of 2019", "2019")]);
    check_news("The rest of the team and the rest of the day trippers left.", &[]);
}

#[test]
fn the_day_that_ends_is_the_day_told() {
    check_news("On Monday the index ended the day at 7,114.", &[("Monday", "2024-06-17"), ("the day", "2024-06-17")]);
    check_news("The index ended the year down.", &[("the year", "2024")]);
    check_news("They ended the year-long ban and the day of rest.", &[]);
    check_news("Earlier in the day Wednesday he left.", &[("Earlier in the day Wednesday", "2024-06-19")]);
}

#[test]
fn a_night_into_the_next_day_begins_on_its_day() {
    check_news(
        "It snowed Sunday night into Monday, beginning at 9 p.m.",
        &[("Sunday night", "2024-06-16TNI"), ("Monday", "2024-06-17"), ("9 p.m.", "2024-06-16T21")],
    );
}

#[test]
fn times_in_a_row_are_told_by_their_last() {
    check("The bell rings at 6, 10 and 12 o'clock.", &[("6", "T06"), ("10", "T10"), ("12 o'clock", "T12")]);
    check("Shows are at 2, 5 and 8 p.m.", &[("2", "T14"), ("5", "T17"), ("8 p.m.", "T20")]);
    check("Police looked at 10 and 12 homes, then at 3 men and 5 p.m. came.", &[("5 p.m.", "T17")]);
}

#[test]
fn weekdays_in_names_and_of_every_week_are_no_days() {
    check_news("Billy Sunday was a preacher.", &[]);
    check_news("Megyn Kelly Sunday asked him why.", &[("Sunday", "2024-06-16")]);
    check_news("Kevin Friday signed the bill.", &[("Friday", "2024-06-14")]);
    check_news("They meet on Tuesday afternoons.", &[]);
}

#[test]
fn eight_figures_are_a_day_only_by_themselves() {
    check("The file of 20200701 was lost.", &[("20200701", "2020-07-01")]);
    check("Resolution 20200701, case no. 20200701, CVE-20200701-4 and 20209901 passed.", &[]);
    check("It struck at 0730 on Monday.", &[("0730 on Monday", "XXXX-WXX-1T07:30")]);
    check("Call 0730 or dial 0400 for help.", &[]);
}
