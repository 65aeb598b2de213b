//! JSON on one line in which nothing can steer a terminal: what JSON itself does not escape (C1 controls, invisible
//! and direction-changing characters) is written as `\u….`, which every reader turns back into the same text.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::read::harmless;

/// `value` as JSON on one line.
///
/// ```
/// use variorum::report::to_json;
///
/// assert_eq!(to_json(&"“no”\n\u{202e}"), r#""“no”\n\u202e""#);
/// ```
///
/// # Panics
///
/// For a map whose keys are no strings, which none of our shapes has.
pub fn to_json(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut out, Plain))
        .expect("our shapes have only strings for keys, and memory takes every byte");
    String::from_utf8(out).expect("JSON of strings is a string")
}

struct Plain;

impl Formatter for Plain {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut start = 0;
        for (at, character) in fragment.char_indices().filter(|&(_, character)| steers(character)) {
            out.write_all(&fragment.as_bytes()[start..at])?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            start = at + character.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[start..])
    }
}

/// Whether a terminal might obey the character instead of showing it.
fn steers(character: char) -> bool {
    !character.is_ascii_graphic()
        && character != ' '
        && harmless(character.encode_utf8(&mut [0; 4]), &mut Vec::new()).chars().ne([character])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_escaped_and_read_back_the_same() {
        let text = "\u{1b}[2J \u{9b}2J \u{7f} a\u{202e}b \u{200d} \u{e0041} \r\n";
        let json = to_json(&text);
        assert!(json.chars().all(|character| matches!(character, ' '..='~')), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }

    #[test]
    fn what_can_be_read_stays_readable() {
        assert_eq!(to_json(&["Grüße", "世界 “é”"]), r#"["Grüße","世界 “é”"]"#);
    }
}
