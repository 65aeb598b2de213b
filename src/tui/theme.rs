//! What each mark and each part of the screen looks like. Sixteen colours, so that the terminal's own palette decides;
//! and every meaning shows in the letters or the modifiers, too, so that nothing is lost without colour.

use ratatui::style::{Color, Modifier, Style};

use super::paint::{Mark, Marks};
use crate::compare::Severity;

/// A part of the screen that is not an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The program's name, the mode, a key in a hint.
    Strong,
    /// A key in a name or a hint.
    Key,
    /// The entry of a list that the keys act on.
    Chosen,
    /// Letters to be typed, on what they lead to.
    Label,
    /// What may stay in the background.
    Quiet,
    /// The header of the article that is read.
    Focused,
    /// Headlines and headings.
    Heading,
    /// Bars, signs and strip cells for what is shared.
    Shared,
    /// The same for what differs.
    Differs,
    /// The same for damage.
    Damaged,
    /// The same for notes.
    Noted,
    /// What could not be done.
    Failed,
}

/// The look of everything.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    coloured: bool,
}

impl Theme {
    /// Colours, unless the user does not want any (`NO_COLOR`, see no-color.org).
    pub fn from_environment() -> Self {
        Self { coloured: std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) }
    }

    /// With colours, or with modifiers alone.
    pub const fn new(colours: Colours) -> Self {
        Self { coloured: matches!(colours, Colours::Sixteen) }
    }

    /// The look of text with these marks on it, over `base`.
    pub fn text(self, marks: Marks, base: Style) -> Style {
        marks.iter().fold(base, |style, mark| self.marked(mark, style))
    }

    fn marked(self, mark: Mark, style: Style) -> Style {
        match mark {
            // Whole sentences are marked beside the text, by the strip and the gutter; in the text it would be clutter.
            Mark::Matched | Mark::Single | Mark::Stated | Mark::DamagedRows | Mark::DiffersRows | Mark::Beside => style,
            Mark::Dateline => {
                let style = style.remove_modifier(Modifier::BOLD);
                if self.coloured { style.fg(Color::DarkGray) } else { style.add_modifier(Modifier::DIM) }
            }
            Mark::Quote => style.add_modifier(Modifier::ITALIC),
            Mark::Name => style.add_modifier(Modifier::BOLD),
            Mark::Shared => self.fg(style, Color::Green).add_modifier(Modifier::UNDERLINED),
            Mark::Damaged => {
                self.fg(style, Color::Magenta).add_modifier(Modifier::UNDERLINED).add_modifier(Modifier::BOLD)
            }
            Mark::Differs => {
                self.fg(style, Color::Yellow).add_modifier(Modifier::UNDERLINED).add_modifier(Modifier::BOLD)
            }
            // The dagger in the gutter marks a note; its words keep what else is on them.
            Mark::Noted => self.fg(style, Color::Cyan),
            Mark::Current => style.add_modifier(Modifier::REVERSED).remove_modifier(Modifier::UNDERLINED),
            Mark::Found | Mark::Selected if !self.coloured => {
                let style = style.remove_modifier(Modifier::BOLD | Modifier::ITALIC);
                style.add_modifier(Modifier::REVERSED | Modifier::UNDERLINED)
            }
            Mark::Found => style.fg(Color::Black).bg(Color::LightYellow).remove_modifier(Modifier::REVERSED),
            Mark::Selected => style.fg(Color::Black).bg(Color::LightBlue).remove_modifier(Modifier::REVERSED),
        }
    }

    /// The look of a part of the screen.
    pub fn part(self, part: Part) -> Style {
        let plain = Style::new();
        match part {
            Part::Strong | Part::Heading | Part::Focused => plain.add_modifier(Modifier::BOLD),
            Part::Key => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Part::Chosen => plain.add_modifier(Modifier::REVERSED),
            Part::Label if !self.coloured => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Part::Label => plain.fg(Color::Black).bg(Color::LightYellow).add_modifier(Modifier::BOLD),
            Part::Quiet => self.fg(plain, Color::DarkGray),
            Part::Shared => self.fg(plain, Color::Green),
            Part::Differs => self.fg(plain, Color::Yellow).add_modifier(Modifier::BOLD),
            Part::Damaged => self.fg(plain, Color::Magenta).add_modifier(Modifier::BOLD),
            Part::Noted => self.fg(plain, Color::Cyan).add_modifier(Modifier::BOLD),
            Part::Failed => self.fg(plain, Color::LightRed).add_modifier(Modifier::BOLD),
        }
    }

    /// The look of a severity's name.
    pub fn severity(self, severity: Severity) -> Style {
        match severity {
            Severity::High => self.fg(Style::new(), Color::LightRed).add_modifier(Modifier::BOLD),
            Severity::Medium => self.fg(Style::new(), Color::Yellow),
            Severity::Low => self.part(Part::Quiet),
        }
    }

    fn fg(self, style: Style, color: Color) -> Style {
        if self.coloured { style.fg(color) } else { style }
    }
}

/// How many colours the theme may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's sixteen.
    Sixteen,
    /// None: modifiers alone.
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_the_marks_still_differ() {
        let theme = Theme::new(Colours::None);
        let marks = [Mark::Matched, Mark::Quote, Mark::Name, Mark::Shared, Mark::Differs, Mark::Current, Mark::Found];
        let looks: Vec<_> = marks.iter().map(|&mark| theme.text(mark.into(), Style::new())).collect();
        for (place, look) in looks.iter().enumerate() {
            assert!(look.fg.is_none() && look.bg.is_none());
            assert!(!looks[..place].contains(look), "{:?}", marks[place]);
        }
    }

    #[test]
    fn the_weightiest_mark_gives_the_colour() {
        let theme = Theme::new(Colours::Sixteen);
        let look = theme.text(Marks::from(Mark::Shared).and(Mark::Differs.into()), Style::new());
        assert_eq!(look.fg, Some(Color::Yellow));
    }
}
