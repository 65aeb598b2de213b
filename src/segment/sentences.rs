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
            found.push(Span::new(start, end));
        }
    }
    found
}
