//! Whether two words are spellings of one name: few edits apart, and not two names that are both known.

use std::collections::HashMap;

use crate::segment::Term;
use crate::text::lexicon;

/// Shorter words have too many neighbours: one edit makes “Kerr” of “Kern”.
const SHORTEST: usize = 5;
/// Words of this length and more may be two edits apart.
const LONG: usize = 6;

/// The number of edits (letters put in, left out, replaced, or exchanged with their neighbour) between two folded words
/// that may be spellings of one name: at most two, one in short words, the first letter untouched. `None` when they
/// are further apart or equal.
///
/// ```
/// use variorum::link::edits_between;
///
/// assert_eq!(edits_between("lindqvist", "lindqivst"), Some(1));
/// assert_eq!(edits_between("lindqvist", "lundgren"), None);
/// ```
pub fn edits_between(a: &str, b: &str) -> Option<usize> {
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    if a == b || short < SHORTEST || long - short > 2 || a.chars().next() != b.chars().next() {
        return None;
    }
    let edits = strsim::osa_distance(a, b);
    (edits <= if short >= LONG { 2 } else { 1 }).then_some(edits)
}

/// Whether one of two near words is unknown to the lexicon, so that it can be a misspelling of the other. “Austria” and
/// “Australia” are near, but both are known.
pub fn one_is_unknown(a: &str, b: &str) -> bool {
    !lexicon::entry(a).is_known() || !lexicon::entry(b).is_known()
}

/// Whether one letter of a long surname has slipped, though both words are known names: told of one person, that is
/// likelier than two people.
pub fn is_slip(a: &str, b: &str) -> bool {
    /// Shorter surnames differ in one letter by chance.
    const SURNAME: usize = 6;
    let plural = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|end| matches!(end, "s" | "es"));
    a.chars().count() >= SURNAME && edits_between(a, b) == Some(1) && !plural(a, b) && !plural(b, a)
}

/// Whether one word is a form of the other as names have them in different languages or in short: “Ibrahim” and
/// “Ebrahim”, “Jon” and “John”.
pub fn is_variant(a: &str, b: &str) -> bool {
    let (long, short) = if a.chars().count() >= b.chars().count() { (a, b) } else { (b, a) };
    // Three letters carry a name; below, a common start means nothing.
    (short.chars().count() >= 3 && long.starts_with(short))
        || (short.chars().count() >= 4 && strsim::osa_distance(a, b) == 1)
        || SHORT_FORMS.iter().any(|forms| forms.contains(&a) && forms.contains(&b))
}

/// Common English given names and their short forms that do not begin alike.
const SHORT_FORMS: [&[&str]; 52] = [
    &["thomas", "tom", "tommy"],
    &["daniel", "danny", "dan"],
    &["matthew", "matt", "matty"],
    &["jeffrey", "geoffrey", "jeff", "geoff"],
    &["donald", "donnie", "donny", "don"],
    &["ronald", "ronnie", "ronny", "ron"],
    &["kenneth", "kenny", "ken"],
    &["benjamin", "benny", "ben"],
    &["timothy", "timmy", "tim"],
    &["samuel", "samantha", "sammy", "sam"],
    &["jennifer", "jenny", "jen"],
    &["rebecca", "becky", "becca"],
    &["deborah", "debra", "debbie", "deb"],
    &["susan", "suzanne", "susie", "sue"],
    &["victoria", "vicky", "vicki"],
    &["jacob", "jake"],
    &["nathaniel", "nathan", "nate"],
    &["frederick", "alfred", "freddie", "freddy", "fred"],
    &["leonard", "lenny", "len"],
    &["bernard", "bernie"],
    &["walter", "walt", "wally"],
    &["gabriel", "gabe"],
    &["phillip", "philip", "phil"],
    &["sarah", "sally"],
    &["robert", "bob", "bobby", "rob"],
    &["william", "bill", "billy", "will"],
    &["richard", "dick", "rick", "rich"],
    &["james", "jim", "jimmy", "jamie"],
    &["john", "jack", "johnny"],
    &["charles", "chuck", "charlie"],
    &["edward", "ted", "ed", "eddie", "teddy"],
    &["theodore", "ted", "teddy"],
    &["michael", "mike", "mick"],
    &["elizabeth", "liz", "beth", "betty", "betsy", "lisa"],
    &["margaret", "peggy", "maggie", "meg"],
    &["henry", "harry", "hank"],
    &["francis", "frank"],
    &["joseph", "joe"],
    &["anthony", "tony"],
    &["andrew", "andy", "drew"],
    &["rudolph", "rudy", "rudolf"],
    &["lawrence", "larry"],
    &["gerald", "jerry"],
    &["katherine", "kate", "kathy", "katie"],
    &["catherine", "cathy", "kate"],
    &["patricia", "pat", "patty"],
    &["patrick", "pat", "paddy"],
    &["nicholas", "nick"],
    &["christopher", "chris", "kit"],
    &["alexander", "alex", "sasha", "alec"],
    &["stephen", "steven", "steve"],
    &["vladimir", "volodymyr"],
];

/// Words with an index of what they are with up to two letters left out, under which near words meet: a look-up costs the
/// same however many words there are.
#[derive(Default)]
pub struct NearWords {
    without: HashMap<Term, Vec<usize>>,
}

impl NearWords {
    /// No name has a longer word; it keeps the number of keys of one word small.
    const LONGEST: usize = 20;

    /// A word that more words than this are near to is not known by its spelling. In 53 stories and a heap of 77 articles no
    /// word has more than two.
    const MOST: usize = 100;
    /// Near words meet under several keys each: so many entries are of more words than [`Self::MOST`].
    const MOST_ENTRIES: usize = 8 * Self::MOST;

    /// Adds `word`, which the caller knows by `place`.
    pub fn insert(&mut self, word: &str, place: usize) {
        each_key(word, |key| {
            let places = self.without.entry(key).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        });
    }

    /// The places of the words that [`edits_between`] may find near to `word`, and perhaps of a few others; in order. None
    /// where there are so many that near spellings mean nothing, as in a list of syllables.
    pub fn near(&self, word: &str) -> Vec<usize> {
        let mut found = Vec::new();
        each_key(word, |key| {
            if found.len() <= Self::MOST_ENTRIES {
                found.extend(self.without.get(&key).into_iter().flatten());
            }
        });
        if found.len() > Self::MOST_ENTRIES {
            return Vec::new();
        }
        found.sort_unstable();
        found.dedup();
        if found.len() <= Self::MOST { found } else { Vec::new() }
    }
}

/// Calls `take` with `word` and with all that is left of it without one or two letters; the first letter stays.
fn each_key(word: &str, mut take: impl FnMut(Term)) {
    let letters: Vec<char> = word.chars().collect();
    if !(SHORTEST..=NearWords::LONGEST).contains(&letters.len()) {
        return;
    }
    let mut rest = String::with_capacity(word.len());
    // Equal places leave out one letter, the first one none.
    for left in 0..letters.len() {
        for other in left..letters.len() {
            if left == 0 && other > 0 {
                break;
            }
            rest.clear();
            let kept = letters.iter().enumerate().filter(|&(place, _)| place == 0 || place != left && place != other);
            rest.extend(kept.map(|(_, letter)| letter));
            take(Term::of(&rest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_without_looking_at_all() {
        let mut words = NearWords::default();
        // Names of many people: syllables put together.
        let syllables = ["bra", "kol", "vin", "der", "sto", "lem", "gar", "nip", "hul", "tes"];
        let mut all = Vec::new();
        for a in syllables {
            for b in syllables {
                for c in syllables {
                    all.push([a, b, c].concat());
                }
            }
        }
        for (place, word) in all.iter().enumerate() {
            words.insert(word, place);
        }
        for damaged in ["kolvinedr", "stlemgar", "garniphu", "hultessto"] {
            let found = words.near(damaged);
            assert!(found.len() < all.len() / 50, "{damaged}: {}", found.len());
            for (place, word) in all.iter().enumerate() {
                assert!(edits_between(damaged, word).is_none() || found.contains(&place), "{damaged} {word}");
            }
        }
    }

    #[test]
    fn damage_is_near_and_other_names_are_not() {
        for (sound, damaged) in [("hartmann", "hatrmonn"), ("fujimori", "fujimory"), ("kovacs", "kovasc")] {
            assert!(edits_between(sound, damaged).is_some(), "{sound} {damaged}");
        }
        for (one, other) in [("kerry", "kelly"), ("iran", "iraq"), ("hansen", "jansen")] {
            assert!(edits_between(one, other).is_none(), "{one} {other}");
        }
        assert!(!one_is_unknown("austria", "australia"));
    }

    #[test]
    fn given_names_have_variants() {
        assert!(is_variant("bob", "robert") && is_variant("jon", "jonathan") && is_variant("yusuf", "yussuf"));
        assert!(!is_variant("anna", "maria") && !is_variant("al", "albert"));
    }
}
