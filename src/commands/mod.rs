//! What the program does without the reader: `report` for one story, `extract`, `batch` and `group` for lines of JSON.

mod batch;
mod extract;
mod group;
mod lines;
mod report;

use std::io::{self, BufReader, IsTerminal};

use jiff::civil::Date;
use serde::Deserialize;

use crate::cli::Group;
use crate::error::Result;
use lines::answer_lines;

pub use report::{fetching, limits, plain, report, settings};

/// Answers lines of texts on standard input with lines of what they mention.
///
/// # Errors
///
/// When standard input cannot be read or standard output not be written.
pub fn extract() -> Result<()> {
    tell_a_person("texts");
    answer_lines(BufReader::new(io::stdin()), io::stdout().lock(), extract::answer)
}

/// Answers lines of stories on standard input with lines of comparisons.
///
/// # Errors
///
/// When standard input cannot be read or standard output not be written.
pub fn batch() -> Result<()> {
    tell_a_person("stories");
    answer_lines(BufReader::new(io::stdin()), io::stdout().lock(), batch::answer)
}

/// Groups the articles of the sources, or of the lines on standard input where there are none, into stories, and writes a
/// line for each.
///
/// # Errors
///
/// When a source or a line cannot be read, or standard output not be written.
pub fn group(options: &Group) -> Result<()> {
    let Group { sources, refresh } = options;
    if sources.is_empty() {
        tell_a_person("articles");
        return group::lines(BufReader::new(io::stdin()), io::stdout().lock());
    }
    let (articles, complete) = report::articles(sources, *refresh)?;
    group::write(articles, io::stdout().lock())?;
    complete.outcome()
}

/// Says what is awaited where a person, and no program, is to type it.
fn tell_a_person(what: &str) {
    if io::stdin().is_terminal() {
        report::warn(&format!("reading {what} from the terminal, one JSON object a line; Ctrl-D ends it"));
    }
}

/// What a line of JSON says; `Err` says what is wrong with it, by its column, as the line is known.
fn parsed<'l, T: Deserialize<'l>>(line: &'l [u8]) -> std::result::Result<T, String> {
    serde_json::from_slice(line).map_err(|error| error.to_string().replace(" at line 1 column ", " at column "))
}

/// The day of an ISO 8601 date or time; `Err` says what is wrong with it.
fn day(written: &str) -> std::result::Result<Date, String> {
    let day = written.trim().get(..DAY_BYTES);
    day.and_then(|day| day.parse().ok()).ok_or_else(|| format!("{written:?} is no date such as 2025-02-24"))
}

/// The length of `2025-02-24`.
const DAY_BYTES: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_stands_for_its_day() {
        for written in ["2013-02-12", "2013-02-12T04:30:00-02:00", " 2013-02-12 "] {
            assert_eq!(day(written), Ok(jiff::civil::date(2013, 2, 12)));
        }
    }

    #[test]
    fn what_is_no_date_is_said_so() {
        for written in ["", "yesterday", "2013-02-30", "12 February 2013", "世世世世"] {
            assert!(day(written).unwrap_err().contains("is no date"), "{written}");
        }
    }
}
