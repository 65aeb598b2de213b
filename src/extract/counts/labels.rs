//! Figures that number something: what follows a label (“Flight 447”, “No. 1”, “Title 42”), houses in a street,
//! paragraphs of a law, telephone numbers that stand for a service.

use crate::extract::Numeral;
use crate::extract::line::Line;
use crate::segment::Shape;
use crate::text::Classes;

/// Nouns after which a figure is a reference: “page 4”, “Chapter 11”.
const LABELS: [&str; 50] = [
    "page",
    "pages",
    "chapter",
    "section",
    "article",
    "clause",
    "paragraph",
    "part",
    "phase",
    "stage",
    "step",
    "line",
    "room",
    "channel",
    "flight",
    "route",
    "highway",
    "interstate",
    "exit",
    "gate",
    "level",
    "grade",
    "type",
    "version",
    "volume",
    "issue",
    "episode",
    "season",
    "round",
    "game",
    "day",
    "week",
    "table",
    "figure",
    "appendix",
    "title",
    "proposition",
    "category",
    "class",
    "group",
    "unit",
    "terminal",
    "platform",
    "no",
    "number",
    "act",
    "apartment",
    "suite",
    "runway",
    "update",
];

/// Labels that end what tells when or where, even in capitals: “On Memorial Day 20 people …”.
const LOOSE_LABELS: [&str; 9] = ["day", "week", "season", "line", "class", "group", "unit", "act", "no"];

/// Numbers that are dialled for a service, in several countries.
const SERVICES: [&str; 10] = ["000", "101", "111", "112", "211", "311", "411", "911", "988", "999"];

/// What is done with such a number, or comes from it.
const CALLING: [&str; 16] = [
    "call",
    "calls",
    "called",
    "calling",
    "caller",
    "callers",
    "dial",
    "dialed",
    "dialled",
    "dialing",
    "dialling",
    "operator",
    "operators",
    "dispatcher",
    "dispatchers",
    "emergency",
];

/// Nouns that end the name of a street.
const STREETS: [&str; 15] = [
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "boulevard",
    "blvd",
    "lane",
    "drive",
    "square",
    "way",
    "court",
    "terrace",
    "place",
];

/// How many words of a street's name may stand between the house and “Street”.
const MOST_STREET_WORDS: usize = 3;

/// Whether `numeral` is the number of something: “page 4”, “Flight 447 passengers”, “No. 1 priority”, “10 Downing
/// Street”, “called 911”, “the 777 airliner”.
pub fn is_numbered(line: Line<'_>, numeral: &Numeral, is_counting: bool) -> bool {
    let (start, end) = (numeral.words.start, numeral.words.end);
    let before = start.wrapping_sub(1);
    let label = line.word(before);
    let has_sign = matches!(label, "#" | "№")
        || (label == "." && line.glued(before) && matches!(line.word(before.wrapping_sub(1)), "no" | "nos"))
        || (label == "number" && !line.classes(end).any(Classes::PLURAL));
    let is_title = (line.shape(before) == Shape::Title && before > line.start) || line.shape(before) == Shape::Upper;
    let is_labelled = LABELS.contains(&label) && (!is_counting || (is_title && !LOOSE_LABELS.contains(&label)));
    has_sign || is_labelled || is_house(line, numeral) || is_service(line, start, end) || is_paragraph(line, start, end)
}

/// “401(k)”, “501(c)(3)”, “401-k”.
fn is_paragraph(line: Line<'_>, start: usize, end: usize) -> bool {
    let opens = line.is_figure(start)
        && ((line.word(end) == "(" && line.glued(end) && line.word(end + 2) == ")") || line.is_hyphen(end));
    opens && line.is_word(end + 1) && line.glued(end + 1) && line.word(end + 1).len() == 1
}

/// “10 Downing Street”, “1600 Pennsylvania Avenue”.
fn is_house(line: Line<'_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.words.start, numeral.words.end);
    let is_capital = |at: usize| line.shape(at) == Shape::Title;
    line.is_figure(start)
        && is_capital(end)
        && (end + 1..=end + MOST_STREET_WORDS)
            .take_while(|&at| is_capital(at))
            .any(|at| STREETS.contains(&line.word(at)))
}

/// “called 911”, “a 911 dispatcher”.
fn is_service(line: Line<'_>, start: usize, end: usize) -> bool {
    SERVICES.contains(&line.word(start))
        && (CALLING.contains(&line.word(end)) || CALLING.contains(&line.before(start, 1)))
}
