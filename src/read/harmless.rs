//! Text made harmless, here and once: nothing after this stage has to think of escape sequences, bidirectional
//! overrides or invisible characters.

/// The picture shown for an unprintable C1 control, which has none of its own.
const REPLACEMENT: char = '\u{fffd}';

/// Returns `text` without anything that could steer a terminal or hide from a reader; adds to `doubts` what was found.
///
/// Control characters become their pictures (`␛`), so that what they framed stays readable; characters without width
/// that change the order or hide (bidirectional marks, soft hyphens, zero-width spaces, tags) go. Line ends become
/// `\n`; tabs stay.
///
/// ```
/// use variorum::read::harmless;
///
/// let mut doubts = Vec::new();
/// assert_eq!(harmless("a\u{1b}]0;title\u{7} b\u{202e}c\r\n", &mut doubts), "a␛]0;title␇ bc\n");
/// assert_eq!(doubts.len(), 2);
/// ```
pub fn harmless(text: &str, doubts: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut controls, mut hidden) = (0_usize, 0_usize);
    let mut characters = text.chars().peekable();
    let mut previous = None;
    while let Some(character) = characters.next() {
        match character {
            '\n' | '\t' => out.push(character),
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => out.push('\n'),
            '\0'..='\u{1f}' => {
                controls += 1;
                out.push(char::from_u32(0x2400 + character as u32).unwrap_or(REPLACEMENT));
            }
            '\u{7f}' => {
                controls += 1;
                out.push('␡');
            }
            '\u{80}'..='\u{9f}' => {
                controls += 1;
                out.push(REPLACEMENT);
            }
            '\u{feff}' if previous.is_none() => {}
            // A joiner between two pictures makes one picture of them; anywhere else it only hides.
            '\u{200d}' if previous.is_some_and(is_picture) && characters.peek().copied().is_some_and(is_picture) => {
                out.push(character);
            }
            _ if is_hidden(character) => hidden += 1,
            _ => out.push(character),
        }
        previous = Some(character);
    }
    if controls > 0 {
        doubts.push(format!("{controls} control characters are shown as pictures (␛)"));
    }
    if hidden > 0 {
        doubts.push(format!("{hidden} invisible or direction-changing characters were taken out"));
    }
    out
}

/// Characters that show nothing, or change the order of what is shown.
const fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Emoji, roughly: what a joiner may stand between.
const fn is_picture(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clean(text: &str) -> String {
        harmless(text, &mut Vec::new())
    }

    #[test]
    fn a_stray_escape_takes_no_words_with_it() {
        assert_eq!(clean("a\u{1b}]0;the rest of the article"), "a␛]0;the rest of the article");
    }

    #[test]
    fn joined_emoji_stay_and_joiners_elsewhere_go() {
        assert_eq!(clean("👩\u{200d}🚀 a\u{200d}b"), "👩\u{200d}🚀 ab");
    }

    #[test]
    fn plain_text_stays_as_it_is_and_raises_no_doubt() {
        let mut doubts = Vec::new();
        let text = "“Grüße”\n\n\tSão Paulo – 世界 é";
        assert_eq!(harmless(text, &mut doubts), text);
        assert!(doubts.is_empty());
    }

    proptest! {
        #[test]
        fn nothing_that_steers_a_terminal_is_left(text in any::<String>()) {
            let out = clean(&text);
            let steers = |c: char| (c.is_control() && c != '\n' && c != '\t') || (is_hidden(c) && c != '\u{200d}');
            prop_assert!(!out.contains(steers));
            prop_assert_eq!(clean(&out), out);
        }
    }
}
