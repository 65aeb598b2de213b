//! Words and phrases that tell what a name names: titles, given names, words of organisations and places, countries with
//! their adjectives, cities. The lists are plain files in `assets/names`; here they become one table, searched by number.

use std::ops::BitOr;
use std::sync::LazyLock;

use crate::segment::{Term, TermTable};

/// What a word or phrase of the lists can be, as bits; “Georgia” is a country, a state and a given name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorts(u16);

impl Sorts {
    /// “senator”: stands before a person's name.
    pub const TITLE: Self = Self(1);
    /// “former”, “finance”: joins with a title.
    pub const OFFICE: Self = Self(1 << 1);
    /// “Maria”
    pub const GIVEN: Self = Self(1 << 2);
    /// “university”, “inc”: a word of an organisation's name.
    pub const ORGANISATION: Self = Self(1 << 3);
    /// “Red Cross”: a whole name.
    pub const INSTITUTION: Self = Self(1 << 4);
    /// “river”, “north”: a word of a place's name.
    pub const PLACE_WORD: Self = Self(1 << 5);
    /// “Norway”, “Lisbon”: a whole name of a place.
    pub const PLACE: Self = Self(1 << 6);
    /// “Norwegian”, “Lutherans”: no mention of a place or body.
    pub const DEMONYM: Self = Self(1 << 7);
    /// “bank”: a name goes on after it over “of” and “for”.
    pub const HEAD: Self = Self(1 << 8);
    /// “Monday”: a capital, but no name.
    pub const CALENDAR: Self = Self(1 << 9);
    /// “Conn”: a short way to write a state, which is a name only with its full stop or in capitals.
    pub const SHORT_STATE: Self = Self(1 << 10);
    /// “Norway”, “Europe”: a country or a part of the world, always a [`Sorts::PLACE`] too.
    pub const COUNTRY: Self = Self(1 << 11);

    /// “Johnson”: a family name, which alone is rather a person than a company.
    pub const FAMILY: Self = Self(1 << 12);

    /// “Norwegian”: the adjective of a country or a part of the world.
    pub const NATIONAL: Self = Self(1 << 13);

    /// “Ohio”, “Conn”: a part of a country, in full or in short.
    pub const STATE: Self = Self(1 << 14);

    /// Whether it is at least one of `sorts`.
    pub const fn any(self, sorts: Self) -> bool {
        self.0 & sorts.0 != 0
    }
}

impl BitOr for Sorts {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The lists that hold one word or phrase a line.
const PLAIN: [(&str, Sorts); 11] = [
    (include_str!("../../../assets/names/titles.txt"), Sorts::TITLE),
    (include_str!("../../../assets/names/offices.txt"), Sorts::OFFICE),
    (include_str!("../../../assets/names/given.txt"), Sorts::GIVEN),
    (include_str!("../../../assets/names/family.txt"), Sorts::FAMILY),
    (include_str!("../../../assets/names/organisations.txt"), Sorts::ORGANISATION),
    (include_str!("../../../assets/names/institutions.txt"), Sorts::INSTITUTION),
    (include_str!("../../../assets/names/places.txt"), Sorts::PLACE_WORD),
    (include_str!("../../../assets/names/cities.txt"), Sorts::PLACE),
    (include_str!("../../../assets/names/regions.txt"), Sorts::PLACE),
    (include_str!("../../../assets/names/heads_of.txt"), Sorts::HEAD),
    (include_str!("../../../assets/names/peoples.txt"), Sorts::DEMONYM),
];
const CALENDAR: &str = include_str!("../../../assets/names/calendar.txt");
const COUNTRIES: &str = include_str!("../../../assets/names/countries.txt");
const STATES: &str = include_str!("../../../assets/names/states.txt");

struct Gazetteer {
    sorts: TermTable<Sorts>,
    /// The usual name of a place, by another.
    usual: TermTable<Term>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut sorts: Vec<(Term, Sorts)> = Vec::with_capacity(5000);
    let mut usual: Vec<(Term, Term)> = Vec::with_capacity(200);
    for (list, sort) in PLAIN {
        sorts.extend(entries(list).map(|entry| (term(entry), sort)));
    }
    sorts.extend(entries(CALENDAR).map(|entry| (Term::of(&entry.to_lowercase()), Sorts::CALENDAR)));
    for (list, all, short) in [(COUNTRIES, Sorts::COUNTRY, Sorts::PLACE), (STATES, Sorts::STATE, Sorts::SHORT_STATE)] {
        for line in entries(list) {
            let mut fields = line.split('|');
            let name = term(fields.next().unwrap_or_default());
            sorts.push((name, Sorts::PLACE | all));
            for other in parts(fields.next()) {
                sorts.push((term(other), Sorts::PLACE | all | short));
                usual.push((term(other), name));
            }
            for (place, people) in parts(fields.next()).enumerate() {
                let adjective = if place == 0 { Sorts::NATIONAL } else { Sorts::default() };
                sorts.push((term(people), Sorts::DEMONYM | adjective));
                usual.push((term(people), name));
            }
        }
    }
    let mut table = TermTable::default();
    for (term, sort) in sorts {
        let known: &mut Sorts = table.entry(term).or_default();
        *known = *known | sort;
    }
    // Of several usual names the least counts, as good as any other.
    usual.sort_unstable_by(|a, b| b.cmp(a));
    Gazetteer { sorts: table, usual: usual.into_iter().collect() }
});

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn parts(field: Option<&'static str>) -> impl Iterator<Item = &'static str> {
    field.unwrap_or_default().split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn term(entry: &str) -> Term {
    Term::of(&key(entry))
}

/// The form under which a name is looked up: letters and figures in lower case, parts with one space between.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    push_key(name, &mut key);
    key
}

/// Appends a word to the key of a name.
pub fn push_key(word: &str, key: &mut String) {
    let mut apart = !key.is_empty();
    for character in word.chars() {
        if character.is_alphanumeric() {
            if apart && !key.is_empty() {
                key.push(' ');
            }
            apart = false;
            if character.is_ascii() {
                key.push(character.to_ascii_lowercase());
            } else {
                key.extend(character.to_lowercase());
            }
        } else if character != '.' && character != '\'' {
            apart = true;
        }
    }
}

/// What the lists know of a word or a name's [`key`].
pub fn sorts(term: Term) -> Sorts {
    #[cfg(test)]
    crate::segment::looks::look();
    GAZETTEER.sorts.get(&term).copied().unwrap_or_default()
}

/// The usual name of the place with the key `term`: that of “United States” for “US”; itself where there is no other.
pub fn usual_place(term: Term) -> Term {
    GAZETTEER.usual.get(&term).copied().unwrap_or(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_all_its_sorts() {
        let georgia = sorts(Term::of("georgia"));
        assert!(georgia.any(Sorts::PLACE) && georgia.any(Sorts::GIVEN));
        assert!(sorts(Term::of("new york city")).any(Sorts::PLACE));
        assert!(!sorts(Term::of("surmountable")).any(Sorts::PLACE | Sorts::GIVEN | Sorts::TITLE));
    }

    #[test]
    fn other_names_of_a_country_lead_to_its_usual_one() {
        for other in ["u.s.", "US", "America"] {
            assert_eq!(usual_place(Term::of(&key(other))), Term::of("united states"), "{other}");
        }
        assert_eq!(usual_place(Term::of("peru")), Term::of("peru"));
    }
}
