//! Names of people, organisations, places and other things.
//!
//! Capitals mark them, except where everything has one; runs of such words are names once titles and offices are cut
//! off; what a name names is voted on by the words inside and around it.

mod adjectives;
mod around;
mod casing;
mod cues;
pub mod gazetteer;
mod inside;
mod kinds;
mod pieces;
mod runs;
mod votes;

use super::{Mention, Value};
use crate::segment::Document;
use adjectives::adjectives;
use casing::Casing;
use kinds::kinds;
use pieces::pieces;
use runs::runs;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// “Jane Doe”
    Person,
    /// “Ministry of Finance”
    Organisation,
    /// “Lisbon”
    Place,
    /// “Nobel Prize”
    Other,
}

impl NameKind {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// The names in `document`, in reading order; none overlaps another.
///
/// A person's name is given without title and office; adjectives (“Norwegian”), days and months are no names.
///
/// ```
/// use variorum::extract::mentions;
/// use variorum::segment::segment;
///
/// let document = segment("Former Prime Minister Ana de la Cruz left Quito's Bank of Labour on Monday.".into());
/// let names: Vec<_> = mentions(&document, None).iter().map(|name| name.span.of(&document.text).to_owned()).collect();
/// assert!(names.contains(&"Ana de la Cruz".to_owned()) && names.contains(&"Bank of Labour".to_owned()));
/// ```
pub fn names(document: &Document) -> Vec<Mention> {
    let casing = Casing::of(document);
    let pieces = pieces(document, runs(document, &casing));
    let kinds = kinds(document, &casing, &pieces);
    let adjectives = adjectives(document, &pieces).into_iter().map(|words| (words, NameKind::Place));
    let mut found: Vec<_> = pieces.into_iter().map(|piece| piece.words).zip(kinds).chain(adjectives).collect();
    found.sort_unstable_by_key(|(words, _)| words.start);
    found
        .into_iter()
        .map(|(words, kind)| Mention {
            span: document.span_of(words.clone()),
            sentence: document.words[words.start].sentence,
            words,
            value: Value::Name(kind),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// Reads the names of a text in which each is marked: `[p Ana Paz]` a person, `o` an organisation, `l` a place,
    /// `x` anything else.
    fn check(marked: &str) {
        let mut text = String::new();
        let mut expected = Vec::new();
        let mut parts = marked.split('[');
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (name, rest) = part.split_once(']').expect("a closing bracket");
            let (kind, name) = name.split_once(' ').expect("a letter and a name");
            expected.push((name.to_owned(), kind.to_owned()));
            text.push_str(name);
            text.push_str(rest);
        }
        let document = segment(text.as_str().into());
        let found: Vec<_> = names(&document)
            .iter()
            .map(|mention| {
                let Value::Name(kind) = mention.value else { panic!("not a name") };
                let letter = match kind {
                    NameKind::Person => "p",
                    NameKind::Organisation => "o",
                    NameKind::Place => "l",
                    NameKind::Other => "x",
                };
                (mention.span.of(&text).to_owned(), letter.to_owned())
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn titles_and_offices_are_no_part_of_a_name() {
        check("On Monday President [p Ana Paz] met Prime Minister [p Tom Berg] in [l Lisbon].");
        check("The speech by [l Quito] Mayor [p Rosa Lind] was short.");
        check("Former Secretary of State [p Ana Paz] and Gen. [p Peter Holm] left.");
        check("He wrote to Lt. Col. [p Ivan Marek] about it.");
        check("They saw the prime minister, the Foreign Minister and the Senator.");
    }

    #[test]
    fn titles_that_are_words_leave_things_alone() {
        check("The staff of [o General Dynamics] went to [l King Street] with Judge [p Ruth Adler].");
    }

    #[test]
    fn names_go_on_over_initials_particles_and_hyphens() {
        check("It was told by [p Ana M. Paz], [p Jean-Luc Moreau], [p Maria de la Cruz] and [p Omar al-Masri].");
        check("The speech of [p John Hale Jr.] was long.");
    }

    #[test]
    fn organisations_hold_small_words_and_common_ones() {
        check(
            "The [o Ministry of Finance] asked the [o University of Porto] and the [o Food and Drug Administration].",
        );
        check("They sued [o Holm & Sons Ltd] and the [o People's Bank] on Friday.");
        check("An [o American Bankers Association] report named [o NATO] too.");
    }

    #[test]
    fn a_capital_at_a_sentence_start_is_no_name_yet() {
        check("Water rose. People fled. However, [p Maria Lind] stayed. Prices fell.");
        check("He said: “Nobody knows.” “Never,” she said.");
        check("Pancake mix sold out. The [x Pancake House] closed. [x Pancake House] guests left.");
    }

    #[test]
    fn headlines_and_shouting_say_nothing_by_capitals() {
        check("Deep Water Rises Again After Heavy Storm In [l Lisbon]\n\nThe water rose by two metres on Sunday.");
        check("WATER RISES AGAIN IN [l LISBON]\n\nThe water rose by two metres.");
    }

    #[test]
    fn peoples_days_and_months_are_no_names() {
        check("Norwegian and Chinese officials met on Tuesday in March; Muslims and Democrats came.");
        check("The Israeli [p Noa Levi] won the [x French Open] in [l South Korea], a South Korean paper said.");
    }

    #[test]
    fn places_are_told_by_lists_and_by_what_stands_around() {
        check("In [l Norway] and near [l Brunnvik], the [l Mill River] rose; a [l Lisbon]-based firm closed.");
        check("[l HALMSTAD], [l Sweden] — Rain fell for days in [l Halmstad].");
    }

    #[test]
    fn a_surname_alone_is_the_person_of_the_full_name() {
        check("The mayor, [p Ana Sorel], resigned. [p Sorel] had led the town for years.");
    }

    #[test]
    fn names_side_by_side_part_where_each_stands_alone_elsewhere() {
        check(
            "A [l Denver] [x Pancake House] burned. [x Pancake House] closed. The [x Pancake House] will open in [l Denver].",
        );
    }

    #[test]
    fn addresses_and_tags_name_nothing() {
        check("See https://www.Example.com/Ana-Paz and #Vote for it, wrote [x @anapaz] on Sunday.");
    }

    #[test]
    fn odd_text_is_no_trouble() {
        for text in
            ["", ".", "'s", "“", "A.", "@", "of the", "al-", "-A-", "Dr.", "Inc.", "21st", "X's", "The", "&", "Ä ß Ω"]
        {
            let document = segment(text.into());
            for mention in names(&document) {
                assert!(!mention.words.is_empty() && !mention.span.is_empty(), "{text}");
            }
        }
    }
}
