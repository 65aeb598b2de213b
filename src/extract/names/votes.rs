//! Votes on what a name names, and who wins them.

use std::ops::AddAssign;

use super::NameKind;

/// Votes for each kind. A cue that hardly ever errs has 5, one that only leans has 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    pub person: i32,
    pub organisation: i32,
    pub place: i32,
    /// For a thing that is none of these: a product, a law, a disease.
    pub other: i32,
    /// How often the name does what people and bodies do: it says or announces something.
    pub acts: i32,
    /// How many mentions voted.
    pub mentions: i32,
}

impl AddAssign for Votes {
    fn add_assign(&mut self, more: Self) {
        self.person += more.person;
        self.organisation += more.organisation;
        self.place += more.place;
        self.other += more.other;
        self.acts += more.acts;
        self.mentions += more.mentions;
    }
}

impl Votes {
    /// These votes as if one mention had given them, twice: what surroundings say in one place counts less than what
    /// they say everywhere.
    pub fn averaged(self) -> Self {
        let share = |votes: i32| (2 * votes + self.mentions / 2) / self.mentions.max(1);
        Self {
            person: share(self.person),
            organisation: share(self.organisation),
            place: share(self.place),
            other: share(self.other),
            ..self
        }
    }

    /// The kind with most votes; a place before an organisation before a person when level, and none of them where
    /// as much speaks for another thing.
    pub fn winner(self) -> NameKind {
        let most = self.person.max(self.organisation).max(self.place);
        match most {
            _ if most <= self.other.max(0) => NameKind::Other,
            _ if most == self.place => NameKind::Place,
            _ if most == self.organisation => NameKind::Organisation,
            _ => NameKind::Person,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_with_most_votes_wins() {
        let votes = |person, organisation, place, other| {
            Votes { person, organisation, place, other, ..Votes::default() }.winner()
        };
        assert_eq!(votes(0, 0, 0, 0), NameKind::Other);
        assert_eq!(votes(1, 0, 0, 0), NameKind::Person);
        assert_eq!(votes(2, 2, 1, 0), NameKind::Organisation);
        assert_eq!(votes(2, 2, 2, 1), NameKind::Place);
        assert_eq!(votes(2, 2, 2, 2), NameKind::Other);
    }

    #[test]
    fn an_average_counts_what_is_said_everywhere() {
        let twice = Votes { person: 4, place: 1, mentions: 2, ..Votes::default() };
        assert_eq!((twice.averaged().person, twice.averaged().place), (4, 1));
        assert_eq!(Votes::default().averaged(), Votes::default());
    }
}
