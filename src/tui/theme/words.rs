//! A look in words: `yellow bold underline`, `#1e1e2e on bg:#f5e0dc`-like backgrounds as `bg:…`, and `no-…` for what is
//! to be taken away.

use ratatui::style::{Color, Modifier, Style};

/// The colours that every terminal has, as its own palette draws them.
const COLOURS: [(&str, Color); 18] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("gray", Color::Gray),
    ("dark-gray", Color::DarkGray),
    ("light-red", Color::LightRed),
    ("light-green", Color::LightGreen),
    ("light-yellow", Color::LightYellow),
    ("light-blue", Color::LightBlue),
    ("light-magenta", Color::LightMagenta),
    ("light-cyan", Color::LightCyan),
    ("white", Color::White),
    // The terminal's own ink or paper.
    ("default", Color::Reset),
    ("grey", Color::Gray),
];

/// What letters can be beside their colour.
const MODIFIERS: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
    ("crossed-out", Modifier::CROSSED_OUT),
];

/// The word that takes away all that the scope before the dot has.
const ANEW: &str = "plain";

/// What a scope adds to the look of the scope before its dot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether nothing of that look holds.
    anew: bool,
    style: Style,
}

impl Look {
    /// This look on top of `base`.
    pub fn over(self, base: Style) -> Style {
        if self.anew { self.style } else { base.patch(self.style) }
    }
}

/// The look that `written` describes.
///
/// # Errors
///
/// When a word of it is unknown: what is wrong, in one line.
pub fn look(written: &str) -> Result<Look, String> {
    let mut look = Look::default();
    for word in written.split_whitespace() {
        if word.eq_ignore_ascii_case(ANEW) {
            look = Look { anew: true, style: Style::new() };
        } else if let Some(name) = word.strip_prefix("bg:") {
            look.style = look.style.bg(colour(name).ok_or_else(|| unknown(word))?);
        } else if let Some(modifier) = word.strip_prefix("no-").map(modifier) {
            look.style = look.style.remove_modifier(modifier.ok_or_else(|| unknown(word))?);
        } else if let Some(modifier) = modifier(word) {
            look.style = look.style.add_modifier(modifier);
        } else {
            look.style = look.style.fg(colour(word).ok_or_else(|| unknown(word))?);
        }
    }
    Ok(look)
}

fn modifier(word: &str) -> Option<Modifier> {
    MODIFIERS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|&(_, modifier)| modifier)
}

fn colour(word: &str) -> Option<Color> {
    let Some(digits) = word.strip_prefix('#') else {
        return COLOURS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|&(_, colour)| colour);
    };
    let digits: Vec<u8> =
        digits.chars().map(|digit| digit.to_digit(16).map(|value| value as u8)).collect::<Option<_>>()?;
    match digits[..] {
        [red, green, blue] => Some(Color::Rgb(red * 17, green * 17, blue * 17)),
        [r, ed, g, reen, b, lue] => Some(Color::Rgb(r * 16 + ed, g * 16 + reen, b * 16 + lue)),
        _ => None,
    }
}

fn unknown(word: &str) -> String {
    if word.contains('#') {
        return format!("“{word}” is no colour; colours are written #f80 or #ff8800");
    }
    format!(
        "“{word}” is no colour and no look; there are colours such as red, light-blue and #ff8800, bg: and a colour, bold, dim, italic, underline, reverse, crossed-out, no- and one of these, plain"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, expected: Style) {
        assert_eq!(look(written), Ok(Look { anew: false, style: expected }), "{written}");
    }

    #[test]
    fn colours_have_names_or_digits() {
        check("yellow bold underline", Style::new().fg(Color::Yellow).bold().underlined());
        check("bg:#303030 #f80", Style::new().fg(Color::Rgb(255, 136, 0)).bg(Color::Rgb(48, 48, 48)));
        check("bg:light-blue Black", Style::new().fg(Color::Black).bg(Color::LightBlue));
        check("", Style::new());
    }

    #[test]
    fn what_is_taken_away_is_not_there() {
        let bold = look("red bold underline").expect("a look").over(Style::new());
        assert_eq!(look("no-bold").expect("a look").over(bold).add_modifier, Modifier::UNDERLINED);
        assert_eq!(look("plain italic").expect("a look").over(bold), Style::new().italic());
        assert_eq!(look("").expect("a look").over(bold), bold);
    }

    #[test]
    fn unknown_words_are_told() {
        for word in ["purplish", "#12", "#12345g", "bg:", "bg:bold", "no-red", "##fff", "#世界世"] {
            assert!(look(word).is_err_and(|reason| reason.contains(word)), "{word}");
        }
    }
}
