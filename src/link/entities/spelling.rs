//! Whether two words are spellings of one name: few edits apart, and not two names that are both known.

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

/// Whether one word is a form of the other as names have them in different languages or in short: “Ibrahim” and
/// “Ebrahim”, “Jon” and “John”.
pub fn is_variant(a: &str, b: &str) -> bool {
    let (long, short) = if a.chars().count() >= b.chars().count() { (a, b) } else { (b, a) };
    // Three letters carry a name; below, a common start means nothing.
    (short.chars().count() >= 3 && long.starts_with(short))
        || (short.chars().count() >= 4 && strsim::osa_distance(a, b) == 1)
        || SHORT_FORMS.iter().any(|forms| forms.contains(&a) && forms.contains(&b))
}

/// Given names and their short forms that do not begin alike.
const SHORT_FORMS: [&[&str]; 28] = [
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

#[cfg(test)]
mod tests {
    use super::*;

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
