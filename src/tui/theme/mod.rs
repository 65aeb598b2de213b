//! What each mark and each part of the screen looks like. The looks are data (`assets/themes.toml`, and the user's own
//! laid over them): a scope, such as `differs.sign`, and its look in words. [`Theme`] has them resolved, so that drawing
//! only looks them up.

mod choice;
mod scope;
mod themes;
mod words;

use ratatui::style::Style;

use super::paint::{Mark, Marks};
use crate::compare::Severity;
use scope::Scope;

pub use choice::{Background, Surroundings};
pub use themes::{CHOICE, DEFAULTS, PREFIX, Themes};

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

impl Part {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Strong,
        Self::Key,
        Self::Chosen,
        Self::Label,
        Self::Quiet,
        Self::Focused,
        Self::Heading,
        Self::Shared,
        Self::Differs,
        Self::Damaged,
        Self::Noted,
        Self::Failed,
    ];
}

/// The look of every scope.
#[derive(Clone, Debug, Default)]
struct Looks {
    screen: Style,
    marks: [Style; Mark::ALL.len()],
    parts: [Style; Part::ALL.len()],
    /// Low, medium, high.
    severities: [Style; 3],
}

impl Looks {
    fn of_mut(&mut self, scope: Scope) -> &mut Style {
        match scope {
            Scope::Screen => &mut self.screen,
            Scope::Mark(mark) => &mut self.marks[mark as usize],
            Scope::Part(part) => &mut self.parts[part as usize],
            Scope::Severity(severity) => &mut self.severities[severity as usize],
        }
    }
}

/// The look of everything. Themes are few, and hold until the program ends; so one is only pointed to.
#[derive(Clone, Copy, Debug)]
pub struct Theme(&'static Looks);

impl Theme {
    /// The terminal's sixteen colours, or none.
    pub fn new(colours: Colours) -> Self {
        Themes::built_in(match colours {
            Colours::Sixteen => "sixteen",
            Colours::None => "monochrome",
        })
    }

    /// Keeps these looks for good.
    fn keep(looks: Looks) -> Self {
        Self(Box::leak(Box::new(looks)))
    }

    /// The look of text with these marks on it, over `base`.
    pub fn text(self, marks: Marks, base: Style) -> Style {
        marks.iter().fold(base, |style, mark| style.patch(self.0.marks[mark as usize]))
    }

    /// The look of a part of the screen.
    pub fn part(self, part: Part) -> Style {
        self.0.parts[part as usize]
    }

    /// The look of a severity's name.
    pub fn severity(self, severity: Severity) -> Style {
        self.0.severities[severity as usize]
    }

    /// The look of what has no other: the terminal's own unless the theme brings its paper and ink.
    pub fn screen(self) -> Style {
        self.0.screen
    }
}

/// How many colours a theme may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's sixteen.
    Sixteen,
    /// None: modifiers alone.
    None,
}

#[cfg(test)]
mod tests;
