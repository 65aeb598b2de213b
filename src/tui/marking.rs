//! The marks on the texts as the reader knows them: what each means, how it shows beside the text, and which of them are
//! switched off.

use super::action::Action;
use super::paint::{Mark, Marks};
use super::theme::Part;

/// Marks that mean one thing, and are switched on and off together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    /// Where the accounts differ.
    Differs,
    /// Damaged text.
    Damage,
    /// What several articles tell alike.
    Shared,
    /// What one article alone tells.
    Single,
    /// Names.
    Names,
    /// Quotations.
    Quotations,
    /// What a note is bound to.
    Notes,
}

impl Marking {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 7] =
        [Self::Differs, Self::Damage, Self::Shared, Self::Single, Self::Names, Self::Quotations, Self::Notes];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::Damage => "damage",
            Self::Shared => "shared",
            Self::Single => "single",
            Self::Names => "names",
            Self::Quotations => "quotations",
            Self::Notes => "notes",
        }
    }

    /// What it means.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Differs => "the accounts differ here",
            Self::Damage => "the text is damaged, or told twice",
            Self::Shared => "another article tells it, too",
            Self::Single => "a fact that this article alone tells",
            Self::Names => "a person, organisation or place",
            Self::Quotations => "words that somebody is quoted with",
            Self::Notes => "you have a note or a verdict on it",
        }
    }

    /// Its sign beside the text.
    pub const fn sign(self) -> Option<(&'static str, Part)> {
        match self {
            Self::Differs => Some(("≠", Part::Differs)),
            Self::Damage => Some(("!", Part::Damaged)),
            Self::Shared => Some(("=", Part::Shared)),
            Self::Single => Some(("·", Part::Quiet)),
            Self::Names | Self::Quotations => None,
            Self::Notes => Some(("†", Part::Noted)),
        }
    }

    /// The marks that it stands for, that of single words first.
    pub const fn marks(self) -> &'static [Mark] {
        match self {
            Self::Differs => &[Mark::Differs, Mark::DiffersRows],
            Self::Damage => &[Mark::Damaged, Mark::DamagedRows],
            Self::Shared => &[Mark::Shared, Mark::Stated, Mark::Matched],
            Self::Single => &[Mark::Single],
            Self::Names => &[Mark::Name],
            Self::Quotations => &[Mark::Quote],
            Self::Notes => &[Mark::Noted],
        }
    }

    /// What switches it.
    pub const fn action(self) -> Action {
        match self {
            Self::Differs => Action::ToggleDiffers,
            Self::Damage => Action::ToggleDamage,
            Self::Shared => Action::ToggleShared,
            Self::Single => Action::ToggleSingle,
            Self::Names => Action::ToggleNames,
            Self::Quotations => Action::ToggleQuotations,
            Self::Notes => Action::ToggleNotes,
        }
    }

    /// Whether it is among the marks that are switched off.
    pub fn is_off(self, off: Marks) -> bool {
        self.marks().iter().any(|&mark| off.has(mark))
    }

    /// Those of the marks `off` with this switched the other way.
    pub fn switched(self, off: Marks) -> Marks {
        let own = self.marks().iter().fold(Marks::default(), |all, &mark| all.and(mark.into()));
        if self.is_off(off) { off.without(own) } else { off.and(own) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switching_twice_changes_nothing_and_leaves_the_others_alone() {
        let off = Marking::Names.switched(Marks::default());
        for marking in Marking::ALL {
            assert_eq!(marking.is_off(off), marking == Marking::Names, "{marking:?}");
            assert_eq!(marking.switched(marking.switched(off)), off);
        }
    }
}
