//! Paragraphs → sentences, by the `sentencex` crate, wrapped here so that it can be exchanged.

use crate::text::Span;

/// The sentences of the paragraph at `paragraph`, trimmed, in order.
pub fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let written = paragraph.of(text);
    // A line break inside a paragraph was no break of the sentence: the splitter must see a space there.
    let joined: String = written.chars().map(|character| if character == '\n' { ' ' } else { character }).collect();
    let mut found = Vec::new();
    for boundary in sentencex::get_sentence_boundaries("en", &joined) {
        let slice = &written[boundary.start_byte..boundary.end_byte];
        let start = paragraph.start + boundary.start_byte + (slice.len() - slice.trim_start().len());
        let end = paragraph.start + boundary.start_byte + slice.trim_end().len();
        if start < end {
            match found.last_mut() {
                Some(Span { start: first, end: last }) if is_time_parted(&text[*first..*last], &text[start..end]) => {
                    *last = end;
                }
                _ => found.push(Span::new(start, end)),
            }
        }
    }
    found
}

/// Whether a sentence was ended at “p.m.” before the zone or day that belongs to the time: “at 5 p.m. ET Sunday”.
fn is_time_parted(before: &str, behind: &str) -> bool {
    const GOES_ON: [&str; 19] = [
        "ET",
        "EST",
        "EDT",
        "CT",
        "CST",
        "CDT",
        "MT",
        "PT",
        "PST",
        "PDT",
        "GMT",
        "UTC",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let first = behind.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
    (before.ends_with(" a.m.") || before.ends_with(" p.m.")) && GOES_ON.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_time_keeps_its_zone_and_day() {
        check("It began at 9 p.m. EST on Tuesday. All came.", &["It began at 9 p.m. EST on Tuesday.", "All came."]);
        check("It began at 9 p.m. Sunday. All came.", &["It began at 9 p.m. Sunday.", "All came."]);
        check("It began at 9 p.m. All came.", &["It began at 9 p.m.", "All came."]);
    }
}
