//! How long a text takes that says one thing over and over, for each megabyte of it: `cargo bench --bench hostile`.
//!
//! The second column is for twice the text of the first and must not be larger than noise makes it, whatever the text;
//! that it is not is a test of the library (`extract::hostile`), where work is counted. Here is what it means in seconds.

use std::hint::black_box;
use std::time::Instant;

use jiff::civil::date;
use variorum::extract::mentions;
use variorum::segment::segment;

/// Bytes of the shorter text.
const BYTES: usize = 500_000;

/// What is repeated, by name.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("title", "Mr. "), ("names", "Anna Bell "), ("name, ", "Ann Lee, "), ("of", "Bank of "), ("particles", "de la "),
    ("initials", "J. "), ("owners", "X's "), ("shouting", "WORD "), ("acronyms", "Harbor Council (HC) "),
    ("one and", "one and "), ("figures", "1 "), ("groups", "234 "), ("plurals", "degrees dozens "), ("to", "5 to "),
    ("No. 1", "No. 1 "), ("commas", "1,000,"), ("hedges", "more than about "), ("by", "by "), ("and", "and "),
    ("dollars", "$5 million "), ("signs", "$"), ("percent", "5% "), ("feet", "5 feet 2 inches "),
    ("months", "May "), ("days", "May 5, "), ("hours", "Monday at 5 p.m. "), ("lengths", "a year and a half "),
    ("said", "said "), ("quoted", "said “a ” "), ("told", "“We go,” said Ann Lee, who told him, "), ("opened", "“"),
    ("nested", "“‘a ‘b ” "), ("straight", "'a "), ("brackets", "("), ("hyphens", "a-"), ("one word", "a"), ("ys", "ya"),
    ("accents", "e\u{301}\u{301}\u{301}"), ("addresses", "www.a.b/"), ("lines", "a\n"), ("paragraphs", "Word\n\n"),
    ("bullets", "* a\n"), ("no stop", "the quick brown fox and 40 people jumped over two lazy dogs in March with Mr Smith "),
];

fn main() {
    println!("{:>12} {:>16} {:>16}", "repeated", "s/MB at 0.5 MB", "s/MB at 1 MB");
    for &(name, unit) in UNITS {
        println!("{name:>12} {:>16.2} {:>16.2}", seconds_a_megabyte(unit, BYTES), seconds_a_megabyte(unit, 2 * BYTES));
    }
}

/// The seconds that each megabyte of `unit` over and over takes in so many bytes.
fn seconds_a_megabyte(unit: &str, bytes: usize) -> f64 {
    let text = unit.repeat(bytes / unit.len());
    let start = Instant::now();
    let document = segment(text.as_str().into());
    black_box(mentions(&document, Some(date(2025, 2, 24))));
    start.elapsed().as_secs_f64() / (text.len() as f64 / 1e6)
}
