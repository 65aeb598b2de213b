//! Figures that count nothing: years, days, times, parts of a name or of a reference, “one” as a pronoun.

use super::counted::is_plural_noun;
use crate::extract::line::Line;
use crate::extract::numerals::number_word;
use crate::extract::{Decimal, Hedge, Numeral, NumeralForm};
use crate::segment::{Shape, WordKind};
use crate::text::Classes;

const MONTHS: [&str; 22] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Stretches of time: what they follow is a duration.
const TIME_UNITS: [&str; 26] = [
    "second",
    "seconds",
    "sec",
    "secs",
    "minute",
    "minutes",
    "min",
    "mins",
    "hour",
    "hours",
    "hr",
    "hrs",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "yr",
    "yrs",
    "decade",
    "decades",
    "century",
    "centuries",
];

/// Words of clock time after a figure.
const CLOCK: [&str; 24] = [
    "am", "pm", "a.m.", "p.m.", "o'clock", "noon", "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst",
    "pdt", "bst", "cet", "cest", "eet", "msk", "ist", "hkt", "jst",
];

/// Whether `numeral` tells when, or how long: a year, a day of a month, a clock time, a stretch of time.
pub fn is_time(line: Line<'_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.words.start, numeral.words.end);
    let next = line.past_hyphen(end);
    let is_day = numeral.amount.number <= Decimal::from(31)
        && (is_month(line, start.wrapping_sub(1))
            || (line.before(start, 1) == "." && is_month(line, start.wrapping_sub(2)))
            || is_month(line, next)
            || (line.word(end) == "of" && is_month(line, end + 1)));
    let is_clock = CLOCK.contains(&line.word(end))
        || (numeral.form == NumeralForm::Cardinal
            && line.is_figure(start)
            && line.word(end) == "."
            && is_clock_stop(line, end));
    let is_stretch = numeral.form != NumeralForm::Ordinal
        && (TIME_UNITS.contains(&line.word(next))
            || (line.word(next) == "or"
                && matches!(line.word(next + 1), "more" | "so" | "fewer" | "less")
                && TIME_UNITS.contains(&line.word(next + 2)))
            || (matches!(line.word(next), "more" | "consecutive" | "straight" | "full" | "a" | "an" | "of")
                && TIME_UNITS.contains(&line.word(next + 1))));
    is_day || is_clock || is_stretch || is_year(line, numeral) || are_years(line, numeral)
}

/// “between 2010 and 2014”: two years where nothing is counted.
fn are_years(line: Line<'_>, numeral: &Numeral) -> bool {
    let (start, last) = (numeral.words.start, numeral.words.end - 1);
    let is_recent = |number: Decimal| number >= Decimal::from(1_900) && number < Decimal::from(2_100);
    let is_plain = |at: usize| line.word(at).len() == 4 && line.is_figure(at);
    is_plain(start)
        && is_plain(last)
        && numeral.amount.upper.is_some_and(is_recent)
        && is_recent(numeral.amount.number)
        && numeral.amount.hedge == Hedge::Exact
        && !is_plural_noun(line, numeral.words.end)
}

/// “9 p.m” at the end of a sentence, where the words part it.
fn is_clock_stop(line: Line<'_>, end: usize) -> bool {
    matches!(line.word(end + 1), "m") && line.glued(end + 1)
}

fn is_month(line: Line<'_>, at: usize) -> bool {
    MONTHS.contains(&line.word(at)) && line.shape(at) != Shape::Lower
}

/// Words before a figure of four digits that make it a year.
const BEFORE_A_YEAR: [&str; 14] =
    ["in", "since", "until", "till", "by", "from", "during", "before", "after", "early", "late", "mid", "of", "circa"];

/// Whether a figure of four digits reads as a year. Between 1900 and 2099 it does unless something is counted, at other
/// times only after a word that asks for one.
fn is_year(line: Line<'_>, numeral: &Numeral) -> bool {
    let start = numeral.words.start;
    let is_figure = line.word(start).len() == 4
        && line.word(start).bytes().all(|byte| byte.is_ascii_digit())
        && numeral.words.len() == 1;
    let (number, end) = (numeral.amount.number, numeral.words.end);
    if !is_figure
        || number < Decimal::from(1_000)
        || number >= Decimal::from(2_100)
        || numeral.amount.hedge != Hedge::Exact
    {
        return false;
    }
    let before = line.before(start, 1);
    let is_counting = is_plural_noun(line, end) && line.shape(end) != Shape::Title;
    let is_asked =
        BEFORE_A_YEAR.contains(&before) || is_month(line, start.wrapping_sub(1)) || WEEKDAYS.contains(&before);
    let is_recent = number >= Decimal::from(1_900);
    match (is_counting, is_recent) {
        (false, true) => true,
        (false, false) => is_asked,
        // “the 2012 elections”, “its 2019 results”, “the London 2012 medals”
        (true, true) => {
            let is_chosen =
                |at: usize| line.classes(at).any(Classes::DETERMINER) || matches!(line.word(at), "its" | "their");
            let name = start.wrapping_sub(1);
            let is_event = line.shape(name) == Shape::Title
                && line.classes(name).any(Classes::PROPER)
                && !line.classes(name.wrapping_sub(1)).any(Classes::PREPOSITION)
                && line.is_word(name.wrapping_sub(1));
            is_chosen(name) || is_event
        }
        (true, false) => false,
    }
}

/// Whether `numeral` marks an item of a list, is part of a word or of a date.
pub fn is_reference(line: Line<'_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.words.start, numeral.words.end);
    if is_list_mark(line, start, end) {
        return true;
    }
    let before = start.wrapping_sub(1);
    // “9/11”, “24/7”
    let has_slash = (line.word(end) == "/" && line.glued(end) && line.is_figure(end + 1))
        || (line.word(before) == "/" && line.glued(start) && line.is_figure(before.wrapping_sub(1)));
    // “the 200LR”, “3D”, but not “80people”, where a space is lost
    let is_glued_name = line.is_figure(end - 1)
        && line.glued(end)
        && line.is_word(end)
        && (line.word(end).len() < 3 || line.shape(end) != Shape::Lower);
    // “mid-20”, “6-foot-8”: what a word and a hyphen lead counts nothing by itself.
    let is_compound = line.is_figure(start)
        && line.is_hyphen(before)
        && line.is_word(before.wrapping_sub(1))
        && number_word(line.word(before.wrapping_sub(1))).is_none();
    has_slash
        || is_glued_name
        || is_side(line, start, end)
        || is_compound
        || is_address(line, start)
        || is_season_end(line, start)
        || is_short_year(line, start)
}

/// More digits in a row are a key of some register.
const MOST_DIGITS_OF_A_COUNT: usize = 12;

/// “example.org/2212625002/”, “636767700663235118”.
fn is_address(line: Line<'_>, start: usize) -> bool {
    let before = start.wrapping_sub(1);
    let is_path = line.word(before) == "/" && line.glued(start) && line.glued(before);
    line.is_figure(start)
        && (is_path
            || line.word(start).bytes().all(|byte| byte.is_ascii_digit())
                && line.word(start).len() > MOST_DIGITS_OF_A_COUNT)
}

/// “'11”: a year without its century.
fn is_short_year(line: Line<'_>, start: usize) -> bool {
    line.is_figure(start)
        && line.word(start).len() == 2
        && line.glued(start)
        && line.before(start, 1) == "'"
        && !line.glued(start.wrapping_sub(1))
}

/// “1920 x 1200”, “320x240”: the sides of something.
fn is_side(line: Line<'_>, start: usize, end: usize) -> bool {
    let before = start.wrapping_sub(1);
    let is_times = |at: usize| matches!(line.word(at), "x" | "×");
    let has_second = line.glued(end)
        && line.word(end).strip_prefix('x').is_some_and(|side| side.starts_with(|digit: char| digit.is_ascii_digit()));
    (is_times(end) && line.is_figure(end + 1))
        || has_second
        || (is_times(before) && line.is_figure(before.wrapping_sub(1)))
}

/// “2012–13”: the second year of the season, told in two figures.
fn is_season_end(line: Line<'_>, start: usize) -> bool {
    let joint = start.wrapping_sub(1);
    let year = line.word(joint.wrapping_sub(1));
    line.is_hyphen(joint)
        && line.word(start).len() == 2
        && year.len() == 4
        && matches!(year.get(..2), Some("18" | "19" | "20"))
        && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether word `at` is a day of the week.
pub fn is_weekday(line: Line<'_>, at: usize) -> bool {
    WEEKDAYS.contains(&line.word(at))
}

/// “1.”, “2)” at the start of a sentence with more words, or as a sentence among others.
fn is_list_mark(line: Line<'_>, start: usize, end: usize) -> bool {
    let has_others = line.start > 0 || line.end < line.document.words.len();
    start == line.start
        && line.is_figure(start)
        && matches!(line.word(end), "." | ")")
        && line.glued(end)
        && (end + 1 < line.end || has_others)
}

/// Whether “one” (or “half”) counts nothing: “no one”, “one of the”, “which one”, “one another”.
pub fn is_one_of_no_count(line: Line<'_>, numeral: &Numeral, is_counting: bool) -> bool {
    let (start, end) = (numeral.words.start, numeral.words.end);
    if numeral.words.len() != 1 {
        return false;
    }
    match line.word(start) {
        "one" => {
            let before = line.before(start, 1);
            let is_alone = start == line.start && end == line.end;
            let is_pronoun = matches!(line.word(end), "of" | "another" | "that" | "who" | "which" | "where" | "such")
                || line.kind(end) == Some(WordKind::Clitic)
                || line.is_hyphen(end)
                || line.is_hyphen(start.wrapping_sub(1))
                || matches!(
                    before,
                    "no" | "every"
                        | "each"
                        | "either"
                        | "neither"
                        | "any"
                        | "some"
                        | "another"
                        | "which"
                        | "not"
                        | "the"
                        | "this"
                        | "that"
                );
            // “at one point”, “on one hand”
            let is_idiom = (before == "at" && matches!(line.word(end), "point" | "stage" | "time"))
                || (before == "on" && matches!(line.word(end), "hand" | "level"));
            // “one dead, four injured”
            let is_victim = matches!(
                line.word(end),
                "dead" | "killed" | "injured" | "hurt" | "wounded" | "missing" | "arrested" | "detained"
            );
            is_pronoun || is_idiom || !(is_victim || is_counting || is_alone || follows_count(line, start))
        }
        "half" => line.is_hyphen(end) || (line.before(start, 1) == "the" && !is_counting),
        "zero" => matches!(line.before(start, 1), "ground" | "absolute" | "below" | "above"),
        _ => false,
    }
}

/// “killed two and injured one”: a number stands nearby.
fn follows_count(line: Line<'_>, start: usize) -> bool {
    let nearby = start.saturating_sub(5).max(line.start)..start;
    nearby.into_iter().any(|at| line.is_figure(at) || number_word(line.word(at)).is_some_and(|word| !word.ordinal))
}
