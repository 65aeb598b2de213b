//! What the terminal and the user's environment say about colours, and which theme fits.

use std::env;

/// What stands behind the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Dark; letters are light.
    Dark,
    /// Light; letters are dark.
    Light,
}

impl Background {
    /// Whether a colour, each part from 0 to 1, is a dark or a light one.
    pub fn of(red: f64, green: f64, blue: f64) -> Self {
        // The weights of ITU-R BT.709; on a colour of half the brightness neither kind of letters is better.
        if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5 { Self::Dark } else { Self::Light }
    }
}

/// What is known of the terminal and of the user's wishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The user wants no colours (`NO_COLOR`, see no-color.org).
    pub no_colours: bool,
    /// The terminal draws any colour, not only its sixteen.
    pub any_colour: bool,
    /// What stands behind the letters, where it is known.
    pub background: Option<Background>,
}

impl Surroundings {
    /// What the environment says.
    pub fn from_environment() -> Self {
        Self::of(|name| env::var(name).ok())
    }

    fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name| variable(name).unwrap_or_default();
        let any_colour =
            matches!(value("COLORTERM").as_str(), "truecolor" | "24bit") || value("TERM").ends_with("-direct");
        Self {
            no_colours: !value("NO_COLOR").is_empty() || value("TERM") == "dumb",
            any_colour,
            background: background(&value("COLORFGBG")),
        }
    }

    /// The theme that fits.
    pub const fn theme(self) -> &'static str {
        match (self.no_colours, self.any_colour, self.background) {
            (true, ..) => "monochrome",
            (_, true, Some(Background::Dark)) => "dark",
            (_, true, Some(Background::Light)) => "light",
            _ => "sixteen",
        }
    }

    /// Whether it is worth asking the terminal for its background.
    pub const fn can_ask(self) -> bool {
        self.any_colour && !self.no_colours
    }
}

/// What rxvt, Konsole and others say of their colours: `15;0` or `15;default;0`, the background last.
fn background(colours: &str) -> Option<Background> {
    match colours.rsplit(';').next()?.parse().ok()? {
        0..=6 | 8 => Some(Background::Dark),
        7 | 9..=15 => Some(Background::Light),
        16_u8.. => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variables: &[(&str, &str)], theme: &str) {
        let variable =
            |name: &str| variables.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(Surroundings::of(variable).theme(), theme, "{variables:?}");
    }

    #[test]
    fn a_terminal_with_all_colours_and_a_known_background_gets_its_theme() {
        check(&[("COLORTERM", "truecolor"), ("COLORFGBG", "15;0")], "dark");
        check(&[("COLORTERM", "24bit"), ("COLORFGBG", "0;default;15")], "light");
        check(&[("TERM", "xterm-direct"), ("COLORFGBG", "0;7")], "light");
    }

    #[test]
    fn where_something_is_unknown_the_sixteen_colours_do() {
        check(&[], "sixteen");
        check(&[("COLORTERM", "truecolor")], "sixteen");
        check(&[("COLORFGBG", "15;0")], "sixteen");
        check(&[("COLORTERM", "truecolor"), ("COLORFGBG", "15;default")], "sixteen");
        check(&[("COLORTERM", "truecolor"), ("COLORFGBG", "99")], "sixteen");
    }

    #[test]
    fn who_wants_no_colours_gets_none() {
        check(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor"), ("COLORFGBG", "15;0")], "monochrome");
        check(&[("NO_COLOR", ""), ("COLORTERM", "truecolor"), ("COLORFGBG", "15;0")], "dark");
        check(&[("TERM", "dumb")], "monochrome");
    }
}
