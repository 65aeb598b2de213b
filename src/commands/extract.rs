//! One text → one line of everything that it mentions.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{day, parsed};
use crate::extract::mentions;
use crate::report::{Found, found, to_json};
use crate::segment::segment;
use crate::text::CodePoints;

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: String,
    reference_time: Option<String>,
}

#[derive(Serialize)]
struct Answer<'t> {
    id: Value,
    mentions: Vec<Found<'t>>,
}

/// The answer to one line. The text is taken as it is, not made harmless, so that positions fit the caller's own copy;
/// harm is kept away by escapes in the JSON.
pub fn answer(line: &[u8]) -> Result<String, String> {
    let Request { id, text, reference_time } = parsed(line)?;
    let reference = reference_time.filter(|time| !time.trim().is_empty()).map(|time| day(&time)).transpose();
    let reference = reference.map_err(|error| format!("reference_time {error}"))?;
    let document = segment(text.into());
    let points = CodePoints::new(&document.text);
    let mentions = mentions(&document, reference);
    Ok(to_json(&Answer {
        id,
        mentions: mentions.iter().map(|mention| found(mention, &document.text, &points)).collect(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_anything_has_no_mentions() {
        assert_eq!(answer(br#"{"id": 3, "text": "so it goes"}"#).unwrap(), r#"{"id":3,"mentions":[]}"#);
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said() {
        let wrong = |line: &str| answer(line.as_bytes()).unwrap_err();
        assert!(wrong(r#"{"id": 3}"#).contains("missing field `text`"));
        assert!(wrong(r#"{"text": "", "reference_time": "soon"}"#).contains("reference_time \"soon\" is no date"));
        assert!(wrong("[").contains("EOF"));
    }
}
