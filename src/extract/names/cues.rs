//! Cues: words around and inside a name that tell what it names. The words are data, in `assets/names/cues.txt`.

use std::sync::LazyLock;

use crate::extract::names::gazetteer::{self, Sorts};
use crate::segment::{Term, TermTable};

/// What cues a word gives, as bits; “partner” may give several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cues(u32);

impl Cues {
    /// What a company or another body does or is: “the airline Acme”; what ends in “maker” is one, too.
    pub const TRADE: Self = Self(1);
    /// Makers that are people.
    pub const MAKER: Self = Self(1 << 1);
    /// What one owns of a company: “a stake in Acme”.
    pub const SHARE: Self = Self(1 << 2);
    /// After these, “in” tells no place: “trust in”.
    pub const TRUST: Self = Self(1 << 3);
    /// Nouns for a place: “the city of”, “Halmstad, a port in”.
    pub const SETTLEMENT: Self = Self(1 << 4);
    /// Who or what belongs to a body, before “of”, “at” and “with”: “the founder of”.
    pub const MEMBER: Self = Self(1 << 5);
    /// The same before “at” and “with” alone: “an analyst at”.
    pub const STAFF: Self = Self(1 << 6);
    /// The same before “for”.
    pub const SERVICE: Self = Self(1 << 7);
    /// What a body does to what it has, before “by”: “owned by”.
    pub const DONE_BY_COMPANY: Self = Self(1 << 8);
    /// What follows the name of an organisation: “Acme shares”, “Acme's board”.
    pub const OF_ORGANISATION: Self = Self(1 << 9);
    /// Whose name may follow at once: “his wife Ana”.
    pub const KIN: Self = Self(1 << 10);
    /// What a person has: “Lee's lawyer”.
    pub const OF_PERSON: Self = Self(1 << 11);
    /// What a place has: “Peru's capital”.
    pub const OF_PLACE: Self = Self(1 << 12);
    /// What follows the name of a disease or treaty: “the Marburg virus”.
    pub const OF_THING: Self = Self(1 << 13);
    /// What people and bodies do: they say and announce.
    pub const ACT: Self = Self(1 << 14);
    /// What bodies alone do.
    pub const ACT_OF_ORGANISATION: Self = Self(1 << 15);
    /// What people alone do.
    pub const ACT_OF_PERSON: Self = Self(1 << 16);
    /// Words that begin the name of a place; others of its words only end one.
    pub const BEGINS_PLACE: Self = Self(1 << 17);
    /// They part a place when they stand before it; after it they make the name of a company (“Great Western”).
    pub const DIRECTION: Self = Self(1 << 18);
    /// The last word of the name of a law, a war, a prize or another thing.
    pub const ENDS_THING: Self = Self(1 << 19);
    /// The first word of the name of a storm or another thing.
    pub const BEGINS_THING: Self = Self(1 << 20);
    /// What makes of “chief” the head of a company.
    pub const CHIEF: Self = Self(1 << 21);

    /// Whether it is at least one of `cues`.
    pub const fn any(self, cues: Self) -> bool {
        self.0 & cues.0 != 0
    }
}

impl std::ops::BitOr for Cues {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The names of the cues in the list.
const NAMES: [(&str, Cues); 22] = [
    ("trade", Cues::TRADE),
    ("maker", Cues::MAKER),
    ("share", Cues::SHARE),
    ("trust", Cues::TRUST),
    ("settlement", Cues::SETTLEMENT),
    ("member", Cues::MEMBER),
    ("staff", Cues::STAFF),
    ("service", Cues::SERVICE),
    ("done by company", Cues::DONE_BY_COMPANY),
    ("of organisation", Cues::OF_ORGANISATION),
    ("kin", Cues::KIN),
    ("of person", Cues::OF_PERSON),
    ("of place", Cues::OF_PLACE),
    ("of thing", Cues::OF_THING),
    ("act", Cues::ACT),
    ("act of organisation", Cues::ACT_OF_ORGANISATION),
    ("act of person", Cues::ACT_OF_PERSON),
    ("begins place", Cues::BEGINS_PLACE),
    ("direction", Cues::DIRECTION),
    ("ends thing", Cues::ENDS_THING),
    ("begins thing", Cues::BEGINS_THING),
    ("chief", Cues::CHIEF),
];
const LIST: &str = include_str!("../../../assets/names/cues.txt");

static TABLE: LazyLock<TermTable<Cues>> = LazyLock::new(|| {
    let mut table = TermTable::default();
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once('|') else { continue };
        let cue = NAMES.iter().find(|(other, _)| *other == name.trim()).map_or(Cues::default(), |&(_, cue)| cue);
        for word in words.split(',') {
            let known: &mut Cues = table.entry(Term::of(word.trim())).or_default();
            *known = *known | cue;
        }
    }
    table
});

/// The cues that `word`, in lower case, gives.
pub fn of(word: &str) -> Cues {
    TABLE.get(&Term::of(word)).copied().unwrap_or_default()
}

/// How strongly a preposition or adjective speaks for a place after it.
pub fn before_place(word: &str) -> i32 {
    match word {
        "in" | "outside" | "throughout" | "across" => 2,
        "near" | "southern" | "northern" | "eastern" | "western" | "central" | "southeastern" | "southwestern"
        | "northeastern" | "northwestern" | "mainland" => 3,
        "downtown" => 4,
        _ => 0,
    }
}

/// Whether `word` says what a company or another body does, in either number: “airline”, “unions”, “chipmaker”.
pub fn is_trade(word: &str) -> bool {
    const MAKER: &str = "maker";
    let singular = word.strip_suffix('s').unwrap_or(word);
    let cues = of(word) | of(singular);
    cues.any(Cues::TRADE)
        || (singular.ends_with(MAKER) && singular.len() > MAKER.len() && !cues.any(Cues::MAKER))
        || word.strip_suffix("ies").is_some_and(|stem| of(&format!("{stem}y")).any(Cues::TRADE))
}

/// Whether `word` with a preposition says who belongs to the body named after it: “the founder of”, “jobs at”.
pub fn is_staff(word: &str, preposition: &str) -> bool {
    match preposition {
        "of" => of(word).any(Cues::MEMBER),
        "at" | "with" => of(word).any(Cues::MEMBER | Cues::STAFF),
        "for" => of(word).any(Cues::SERVICE),
        _ => false,
    }
}

/// What a noun after a name and a comma says of it: “Acme, the *carmaker*,”.
pub fn apposition(word: &str) -> Sorts {
    if is_trade(word) {
        Sorts::ORGANISATION
    } else if of(word).any(Cues::SETTLEMENT) {
        Sorts::PLACE
    } else if gazetteer::sorts(Term::of(word)).any(Sorts::TITLE) {
        Sorts::TITLE
    } else {
        Sorts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_has_a_known_cue() {
        for line in LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let name = line.split('|').next().unwrap_or_default().trim();
            assert!(NAMES.iter().any(|(other, _)| *other == name), "{line}");
        }
    }

    #[test]
    fn a_word_gives_all_its_cues() {
        assert!(of("plan").any(Cues::ENDS_THING));
        assert!(of("resigned").any(Cues::ACT_OF_PERSON) && !of("resigned").any(Cues::ACT));
        assert_eq!(of(""), Cues::default());
    }

    #[test]
    fn trades_are_found_in_either_number() {
        for trade in ["airline", "airlines", "carmaker", "chipmakers", "company", "agencies", "watchdog"] {
            assert!(is_trade(trade), "{trade}");
        }
        for other in ["lawmaker", "filmmakers", "city", "", "ies", "s", "man"] {
            assert!(!is_trade(other), "{other}");
        }
    }
}
