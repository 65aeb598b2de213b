//! Text made harmless, here and once: nothing after this stage has to think of escape sequences, bidirectional
//! overrides or invisible characters.

/// The picture shown for an unprintable C1 control, which has none of its own.
const REPLACEMENT: char = '\u{fffd}';

/// What stands for a character that has no meaning of its own, only one in a font of its sender.
const EMPTY_BOX: char = '▯';

/// Returns `text` without anything that could steer a terminal or hide from a reader; adds to `doubts` what was found.
///
/// Control characters become their pictures (`␛`), so that what they framed stays readable; characters of private use
/// become `▯`; characters without width that change the order or hide (bidirectional marks, soft hyphens, zero-width
/// spaces, tags) go. Joiners stay where a picture or a script needs them. Line ends become `\n`; tabs stay.
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
    let (mut controls, mut hidden, mut private) = (0_usize, 0_usize, 0_usize);
    let mut characters = text.chars().peekable();
    // The last character that was kept: what is taken out must not change what its neighbours may be.
    let mut previous = None;
    while let Some(character) = characters.next() {
        let kept = match character {
            '\n' | '\t' => character,
            '\r' if characters.peek() == Some(&'\n') => continue,
            '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {
                controls += 1;
                picture_of(character)
            }
            // The mark of the byte order: it belongs to the bytes, not to the text.
            '\u{feff}' if previous.is_none() => continue,
            _ if is_private(character) => {
                private += 1;
                EMPTY_BOX
            }
            '\u{200c}' | '\u{200d}' if joins(previous, character, characters.peek().copied()) => character,
            '\u{fe00}'..='\u{fe0f}' if previous.is_some_and(takes_variation) => character,
            _ if is_hidden(character) => {
                hidden += 1;
                continue;
            }
            _ => character,
        };
        out.push(kept);
        previous = Some(kept);
    }
    if controls > 0 {
        doubts.push(format!("{controls} control characters are shown as pictures (␛)"));
    }
    if private > 0 {
        doubts.push(format!("{private} characters without a common meaning are shown as {EMPTY_BOX}"));
    }
    if hidden > 0 {
        doubts.push(format!("{hidden} invisible or direction-changing characters were taken out"));
    }
    out
}

/// The same for what has one line, such as a name or a title: its line ends are shown, too.
///
/// ```
/// use variorum::read::harmless_line;
///
/// assert_eq!(harmless_line("a\nb\tc\u{1b}[m"), "a␤b c␛[m");
/// ```
pub fn harmless_line(text: &str) -> String {
    harmless(text, &mut Vec::new()).replace('\n', "␤").replace('\t', " ")
}

fn picture_of(control: char) -> char {
    match control {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + control as u32).unwrap_or(REPLACEMENT),
        '\u{7f}' => '␡',
        _ => REPLACEMENT,
    }
}

/// Characters that show nothing, or change the order of what is shown.
const fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Characters for private use, and those that are none.
const fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'..='\u{10ffff}')
        || character as u32 & 0xfffe == 0xfffe
}

/// Whether a joiner, or the zero-width character that keeps two letters apart, does its work between these two.
fn joins(previous: Option<char>, joiner: char, next: Option<char>) -> bool {
    let between = |is: fn(char) -> bool| previous.is_some_and(is) && next.is_some_and(is);
    // Between two pictures a joiner makes one of them; after a virama it chooses the form of the letter before.
    (joiner == '\u{200d}' && between(is_picture) && next != Some('\u{fe0f}'))
        || between(is_joined_script)
        || previous.is_some_and(is_virama)
}

/// Emoji, roughly: what a joiner may stand between.
const fn is_picture(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// Letters and signs of the scripts in which a joiner, or its absence, changes the word: those of Arabic and its
/// neighbours, of India and South-East Asia, Mongolian.
const fn is_joined_script(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f40}'..='\u{109f}' | '\u{1780}'..='\u{17b3}'
        | '\u{17b6}'..='\u{17dd}' | '\u{1820}'..='\u{18aa}' | '\u{fb50}'..='\u{fdcf}' | '\u{fe70}'..='\u{fefc}')
}

/// The signs of the scripts of India that take the vowel from a letter.
const fn is_virama(character: char) -> bool {
    matches!(
        character,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
            | '\u{103a}'
            | '\u{17d2}'
    )
}

/// What a variation selector may follow: anything that is seen, once.
fn takes_variation(character: char) -> bool {
    !character.is_whitespace() && !is_hidden(character)
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
        assert_eq!(clean("❤\u{fe0f}\u{200d}🔥"), "❤\u{fe0f}\u{200d}🔥");
    }

    #[test]
    fn joiners_stay_in_the_scripts_that_need_them() {
        for word in ["می\u{200c}خواهم", "ক্\u{200d}ষ", "ශ්\u{200d}රී", "র\u{9cd}\u{200d} ", "क\u{94d}\u{200c}ष"]
        {
            assert_eq!(clean(word), word);
        }
        assert_eq!(clean("می\u{200c} word \u{200c}"), "می word ");
    }

    #[test]
    fn selectors_stay_on_what_they_vary_and_hide_nothing_else() {
        assert_eq!(clean("✈\u{fe0e} 1\u{fe0f}\u{20e3}"), "✈\u{fe0e} 1\u{fe0f}\u{20e3}");
        assert_eq!(clean("a\u{fe01}\u{fe02}\u{fe03}b \u{fe0f}"), "a\u{fe01}b ");
    }

    #[test]
    fn private_characters_are_seen() {
        let mut doubts = Vec::new();
        assert_eq!(harmless("a\u{f8ff}b\u{10ffff}\u{fdd0}", &mut doubts), "a▯b▯▯");
        assert_eq!(doubts, ["3 characters without a common meaning are shown as ▯"]);
    }

    #[test]
    fn plain_text_stays_as_it_is_and_raises_no_doubt() {
        let mut doubts = Vec::new();
        let text = "“Grüße”\n\n\tSão Paulo – 世界 é";
        assert_eq!(harmless(text, &mut doubts), text);
        assert!(doubts.is_empty());
    }

    /// Characters of all sorts, those that are dangerous more often than by chance.
    fn hostile() -> impl Strategy<Value = String> {
        let character = prop_oneof![
            any::<char>(),
            proptest::char::ranges(vec!['\0'..='\u{9f}', '\u{200b}'..='\u{206f}', '\u{e0000}'..='\u{e007f}'].into()),
            proptest::sample::select(vec![
                '\u{200d}', '\u{fe0f}', '👩', '🚀', 'م', '\u{94d}', '\u{feff}', '\r', '\u{e000}'
            ]),
        ];
        prop::collection::vec(character, 0..40).prop_map(|characters| characters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn nothing_that_steers_a_terminal_is_left(text in hostile()) {
            let out = clean(&text);
            let stays = |c: char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
            let steers = |c: char| {
                (c.is_control() && c != '\n' && c != '\t') || (is_hidden(c) && !stays(c)) || is_private(c)
            };
            prop_assert!(!out.contains(steers));
            prop_assert_eq!(clean(&out), out);
        }
    }
}
