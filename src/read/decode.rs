//! Bytes → text: UTF-8 where it is, else what the byte order mark or the bytes' statistics say.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// The text of `bytes`; adds to `doubts` what had to be guessed or could not be decoded.
pub fn decode<'b>(bytes: &'b [u8], doubts: &mut Vec<String>) -> Cow<'b, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let encoding = if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        encoding
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        let encoding = detector.guess(None, Utf8Detection::Allow);
        doubts.push(format!("not valid UTF-8; read as {}", encoding.name()));
        encoding
    };
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        doubts.push("some bytes could not be decoded and are shown as \u{fffd}".to_owned());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, usize) {
        let mut doubts = Vec::new();
        let text = decode(bytes, &mut doubts).into_owned();
        (text, doubts.len())
    }

    #[test]
    fn windows_quotation_marks_are_read_as_such() {
        assert_eq!(decoded(b"The mayor said \x93no\x94 and left."), ("The mayor said “no” and left.".to_owned(), 1));
    }

    #[test]
    fn a_byte_order_mark_decides() {
        assert_eq!(decoded(b"\xff\xfeh\0i\0"), ("hi".to_owned(), 0));
    }

    #[test]
    fn utf_8_raises_no_doubt() {
        assert_eq!(decoded("naïve".as_bytes()), ("naïve".to_owned(), 0));
    }
}
