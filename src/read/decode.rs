//! Bytes → text, in the order in which a browser decides: the byte order mark, what the source declares, and only then
//! what the bytes look like.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes from which it is told whether a text without a mark is UTF-16.
const LOOK_BYTES: usize = 1024;

/// The encoding that a label names (`iso-8859-1`, `"UTF-8"`), if it is one that text can be in.
pub fn encoding_of(label: &str) -> Option<&'static Encoding> {
    let label = label.trim().trim_matches(['"', '\'']);
    Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != REPLACEMENT)
}

/// The text of `bytes`, which their source declares to be in some encoding, or not; adds to `doubts` what had to be
/// guessed or could not be decoded.
pub fn decode<'b>(bytes: &'b [u8], declared: Option<&'static Encoding>, doubts: &mut Vec<String>) -> Cow<'b, str> {
    let encoding = if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        encoding
    } else if let Ok(text) = std::str::from_utf8(bytes)
        && !declared.is_some_and(|declared| holds_in_utf_8_form(declared, bytes))
        && without_mark(bytes).is_none()
    {
        if let Some(declared) = declared.filter(|declared| *declared != UTF_8 && !text.is_ascii()) {
            doubts.push(format!("declared to be {}, but it is UTF-8", declared.name()));
        }
        return Cow::Borrowed(text);
    } else if let Some(declared) = declared.filter(|declared| *declared != UTF_8) {
        declared
    } else if let Some(encoding) = without_mark(bytes) {
        encoding
    } else if is_broken_utf_8(bytes) {
        UTF_8
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

/// Whether `bytes`, which are valid UTF-8, say as much in the encoding that is declared: one of several bytes a character
/// can look like UTF-8 by chance, one of a single byte hardly ever does.
fn holds_in_utf_8_form(declared: &'static Encoding, bytes: &[u8]) -> bool {
    let utf_16 = declared == UTF_16LE || declared == UTF_16BE;
    declared != UTF_8 && !declared.is_single_byte() && !utf_16 && !declared.decode_without_bom_handling(bytes).1
}

/// UTF-16 that lost its mark: nearly every second byte of Western text is zero in it.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let looked = &bytes[..bytes.len().min(LOOK_BYTES)];
    let zeros = |first: usize| looked.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = |count: usize| count * 10 > looked.len() / 2 * 8;
    match looked.len() {
        0..8 => None,
        _ if most(odd) && even == 0 => Some(UTF_16LE),
        _ if most(even) && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether invalid UTF-8 is UTF-8 all the same, with some bytes broken: what is whole in it outweighs what is not.
fn is_broken_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 2 * broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], label: Option<&str>) -> (String, usize) {
        let mut doubts = Vec::new();
        let text = decode(bytes, label.and_then(encoding_of), &mut doubts).into_owned();
        (text, doubts.len())
    }

    #[test]
    fn windows_quotation_marks_are_read_as_such() {
        let text = "The mayor said “no” and left.".to_owned();
        assert_eq!(decoded(b"The mayor said \x93no\x94 and left.", None), (text.clone(), 1));
        assert_eq!(decoded(b"The mayor said \x93no\x94 and left.", Some("iso-8859-1")), (text, 0));
    }

    #[test]
    fn a_byte_order_mark_decides() {
        assert_eq!(decoded(b"\xff\xfeh\0i\0", Some("utf-8")), ("hi".to_owned(), 0));
        assert_eq!(decoded(b"\xef\xbb\xbfhi", Some("shift_jis")), ("hi".to_owned(), 0));
    }

    #[test]
    fn utf_8_raises_no_doubt_unless_another_is_declared() {
        assert_eq!(decoded("naïve".as_bytes(), None), ("naïve".to_owned(), 0));
        assert_eq!(decoded("naïve".as_bytes(), Some("utf-8")), ("naïve".to_owned(), 0));
        assert_eq!(decoded("naïve".as_bytes(), Some("windows-1252")), ("naïve".to_owned(), 1));
        assert_eq!(decoded(b"naive", Some("utf-16")), ("naive".to_owned(), 0));
    }

    #[test]
    fn every_encoding_that_has_a_name_is_read_by_it() {
        for (label, words) in [
            ("koi8-r", "Река поднялась"),
            ("windows-1251", "Река поднялась"),
            ("shift_jis", "川の水位が上がった"),
            ("euc-jp", "川の水位が上がった"),
            ("iso-2022-jp", "川の水位が上がった"),
            ("gb18030", "河水上涨"),
            ("big5", "河水上漲"),
            ("euc-kr", "강물이 불었다"),
            ("iso-8859-2", "Řeka stoupla"),
            ("macintosh", "La rivière a monté"),
        ] {
            let bytes = encoding_of(label).unwrap().encode(words).0;
            assert_eq!(decoded(&bytes, Some(label)), (words.to_owned(), 0), "{label}");
        }
    }

    #[test]
    fn utf_16_is_known_without_its_mark() {
        let words = "The river rose, naïvely.";
        let units: Vec<u16> = words.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!((decoded(&little, None).0, decoded(&big, None).0), (words.to_owned(), words.to_owned()));
    }

    #[test]
    fn one_broken_byte_does_not_spoil_the_other_letters() {
        let mut bytes = "“The river rose”, said Müller.".as_bytes().to_vec();
        bytes[9] = 0xff;
        assert_eq!(decoded(&bytes, None), ("“The ri\u{fffd}er rose”, said Müller.".to_owned(), 1));
        assert_eq!(decoded(b"\xff\xfeh\0\0\xd8", None).1, 1, "half a character of UTF-16");
    }

    #[test]
    fn labels_that_name_nothing_are_none() {
        assert!(encoding_of("klingon").is_none() && encoding_of("iso-2022-kr").is_none() && encoding_of("").is_none());
    }
}
