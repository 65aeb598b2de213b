//! Text of an article inside Markdown: shown as it is, whatever it tries to be.

use std::fmt::{self, Display, Write};

/// Text on one line, with everything escaped that Markdown or its common extensions would take for more than text:
/// emphasis, code, links (bare addresses, too), HTML, entities, table cells, formulas, mentions and issue numbers.
///
/// It must not begin a line, where other marks have a meaning.
pub struct Plain<'t>(pub &'t str);

impl Display for Plain<'_> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let mut characters = self.0.chars().peekable();
        let mut word = String::new();
        let mut was_space = false;
        while let Some(character) = characters.next() {
            if character.is_whitespace() || character.is_control() {
                if !was_space {
                    out.write_char(' ')?;
                }
                was_space = true;
                word.clear();
                continue;
            }
            was_space = false;
            let begins_address = match character {
                ':' => characters.peek() == Some(&'/'),
                '.' => word.eq_ignore_ascii_case("www"),
                _ => false,
            };
            if begins_address
                || matches!(
                    character,
                    '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '#' | '~' | '$' | '@'
                )
            {
                out.write_char('\\')?;
            }
            out.write_char(character)?;
            if character.is_alphanumeric() {
                word.push(character);
            } else {
                word.clear();
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(Plain(text).to_string(), expected);
    }

    #[test]
    fn marks_of_markdown_are_escaped() {
        check("*no* _no_ `no` | [x](y) <b> &amp; ~~x~~", r"\*no\* \_no\_ \`no\` \| \[x\](y) \<b\> \&amp; \~\~x\~\~");
        check(r"\", r"\\");
    }

    #[test]
    fn addresses_mentions_and_formulas_stay_text() {
        check("http://x.org www.x.org a@x.org #7 $1 to $2", r"http\://x.org www\.x.org a\@x.org \#7 \$1 to \$2");
    }

    #[test]
    fn plain_words_stay_plain() {
        check("“Grüße”, he said: 3.5 (three) – and so on!", "“Grüße”, he said: 3.5 (three) – and so on!");
    }

    proptest! {
        #[test]
        fn no_text_leaves_its_line_or_opens_markup(text in any::<String>()) {
            let out = Plain(&text).to_string();
            prop_assert!(!out.contains(['\n', '\r', '\t']));
            // Without its escaped characters nothing is left that means something.
            let mut rest = String::new();
            let mut characters = out.chars();
            while let Some(character) = characters.next() {
                if character == '\\' {
                    characters.next();
                } else {
                    rest.push(character);
                }
            }
            prop_assert!(!rest.contains(['`', '*', '_', '[', ']', '<', '>', '|', '&', '#', '~', '$', '@']));
        }
    }
}
