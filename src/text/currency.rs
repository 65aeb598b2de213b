//! Letters that stand for a currency beside a figure: ISO 4217 codes, and what else is written without a space (“Rs500”).

use iso_currency::Currency;

/// ISO codes that read as another word or name in capitals.
const OTHER_WORDS: [&str; 19] = [
    "ALL", "AMD", "BAM", "BOB", "COP", "CUP", "ERN", "GEL", "LAK", "MAD", "MOP", "NAD", "PEN", "RON", "SOS", "TOP",
    "TRY", "STD", "MGA",
];

/// Letters that are no code but are glued to figures; longer ones first.
const LETTERS: [&str; 7] = ["KSh", "Ksh", "RMB", "NIS", "Rs", "RM", "Rp"];

/// The ISO 4217 code that `written` is, in capitals or not. “COP” and “TOP” are none: more often they are a word.
///
/// ```
/// use variorum::text::currency::code;
///
/// assert_eq!((code("EUR"), code("eur"), code("TOP")), (Some("EUR"), Some("EUR"), None));
/// ```
pub fn code(written: &str) -> Option<&'static str> {
    (written.len() == 3).then_some(())?;
    let capitals = written.to_ascii_uppercase();
    Currency::from_code(&capitals).filter(|_| !OTHER_WORDS.contains(&capitals.as_str())).map(|found| found.code())
}

/// Bytes of the currency's letters with which `text` begins, where a figure is glued to them: 3 for “USD50”, 2 for
/// “Rs500”. Other letters before a figure are a name (“MH370”).
pub fn letters_before_figure(text: &str) -> Option<usize> {
    let begins = |letters: usize| {
        let bytes = text.as_bytes();
        bytes.get(letters).is_some_and(u8::is_ascii_digit) && bytes[..letters].iter().all(u8::is_ascii_alphabetic)
    };
    if begins(3) {
        let letters = &text[..3];
        let is_code = letters.bytes().all(|letter| letter.is_ascii_uppercase()) && code(letters).is_some();
        return (is_code || LETTERS.contains(&letters)).then_some(3);
    }
    (begins(2) && LETTERS.contains(&&text[..2])).then_some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_currency_is_parted_from_its_figure() {
        for (text, expected) in
            [("USD50 cards", Some(3)), ("Rs50,000", Some(2)), ("MH370", None), ("COP26", None), ("USDA50", None)]
        {
            assert_eq!(letters_before_figure(text), expected, "{text}");
        }
    }
}
