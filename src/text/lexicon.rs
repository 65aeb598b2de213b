//! What English words are and how common: a dictionary with word classes, counts from news, and common pairs of words,
//! read in place from the maps built into the binary (`assets/lexicon`), so nothing is loaded at start.

use std::ops::BitOr;
use std::sync::LazyLock;

use fst::automaton::Levenshtein;
use fst::{IntoStreamer, Map, Streamer};

/// Words of running text behind the counts in `assets/lexicon` (its README tells where they come from).
pub const CORPUS_WORDS: f64 = 35_900_000.0;

static WORDS: LazyLock<Map<&'static [u8]>> = LazyLock::new(|| {
    Map::new(include_bytes!("../../assets/lexicon/words.fst").as_slice()).expect("words.fst is built into the program")
});

static PAIRS: LazyLock<Map<&'static [u8]>> = LazyLock::new(|| {
    Map::new(include_bytes!("../../assets/lexicon/pairs.fst").as_slice()).expect("pairs.fst is built into the program")
});

/// The word classes that a word can have, as bits; a word such as “plan” has several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(u16);

impl Classes {
    /// “plan”, “Alps”.
    pub const NOUN: Self = Self(1);
    /// “Lisbon”: a noun that is a name.
    pub const PROPER: Self = Self(1 << 1);
    /// “plans”.
    pub const PLURAL: Self = Self(1 << 2);
    /// “rise”.
    pub const VERB: Self = Self(1 << 3);
    /// “rose”, “risen”: preterite or past participle.
    pub const PAST: Self = Self(1 << 4);
    /// “rising”.
    pub const PROGRESSIVE: Self = Self(1 << 5);
    /// “will”, “have”.
    pub const AUXILIARY: Self = Self(1 << 6);
    /// “rapid”.
    pub const ADJECTIVE: Self = Self(1 << 7);
    /// “rapidly”.
    pub const ADVERB: Self = Self(1 << 8);
    /// “they”.
    pub const PRONOUN: Self = Self(1 << 9);
    /// “the”.
    pub const DETERMINER: Self = Self(1 << 10);
    /// “of”.
    pub const PREPOSITION: Self = Self(1 << 11);
    /// “because”.
    pub const CONJUNCTION: Self = Self(1 << 12);
    /// Marked as especially common by the dictionary.
    pub const COMMON: Self = Self(1 << 13);
    /// “etc”.
    pub const ABBREVIATION: Self = Self(1 << 14);
    /// Stands in the dictionary, and not only in the counts.
    pub const IN_DICTIONARY: Self = Self(1 << 15);

    /// Whether the word has at least one of `classes`.
    pub const fn any(self, classes: Self) -> bool {
        self.0 & classes.0 != 0
    }

    /// These classes and `more`; `|` for constants.
    #[must_use]
    pub const fn or(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// Whether the word has all of `classes`.
    pub const fn all(self, classes: Self) -> bool {
        self.0 & classes.0 == classes.0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What is known of one word. The default is a word that nothing is known of.
///
/// Layout of a value in `words.fst`: bits 0–15 [`Classes`], 16–23 the count as 1 + 8·log2 (0: not counted), 24–31 and
/// 32–39 the share, in 255ths, of its places inside sentences where it is written Capital or UPPER.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its word classes.
    pub classes: Classes,
    count_step: u8,
    capital: u8,
    upper: u8,
}

impl Entry {
    fn unpack(value: u64) -> Self {
        let [low, high, count_step, capital, upper, ..] = value.to_le_bytes();
        Self { classes: Classes(u16::from_le_bytes([low, high])), count_step, capital, upper }
    }

    /// How often the word stands in the counted news, rounded to an eighth of a doubling; 0 for fewer than six times.
    pub fn count(self) -> f64 {
        from_step(self.count_step)
    }

    /// How much a shared occurrence tells, in bits: log2 of the corpus size over the count. About 4 for “the”, 25 for
    /// a word that was never counted.
    pub fn rarity(self) -> f64 {
        (CORPUS_WORDS / self.count().max(1.0)).log2()
    }

    /// The share of its places inside sentences where it is written with a first capital or all in capitals: near 1
    /// for names.
    pub fn capital_share(self) -> f64 {
        f64::from(self.capital) / 255.0 + f64::from(self.upper) / 255.0
    }

    /// Whether the dictionary or the counts know it at all.
    pub fn is_known(self) -> bool {
        self != Self::default()
    }

    /// Whether it stands in the dictionary.
    pub fn in_dictionary(self) -> bool {
        self.classes.any(Classes::IN_DICTIONARY)
    }
}

fn from_step(step: u8) -> f64 {
    if step == 0 { 0.0 } else { ((f64::from(step) - 1.0) / 8.0).exp2() }
}

/// What is known of `folded`, a word as [`super::fold::fold`] gives it.
///
/// ```
/// use variorum::text::{Classes, lexicon};
///
/// assert!(lexicon::entry("surmountable").classes.any(Classes::ADJECTIVE));
/// assert!(!lexicon::entry("surmontable").is_known());
/// assert!(lexicon::entry("monday").capital_share() > 0.9);
/// ```
pub fn entry(folded: &str) -> Entry {
    WORDS.get(folded).map(Entry::unpack).unwrap_or_default()
}

/// How often `second` follows `first` in the counted news; 0 for fewer than 25 times. Both folded; `<s>` and `</s>`
/// stand for a sentence's ends, `<n>` for any figure.
pub fn pair_count(first: &str, second: &str) -> f64 {
    let mut key = String::with_capacity(first.len() + second.len() + 1);
    key.push_str(first);
    key.push(' ');
    key.push_str(second);
    PAIRS.get(key).map_or(0.0, |step| from_step(step as u8))
}

/// The words of the dictionary at most `edits` insertions, deletions or replacements away from `folded`, most common
/// first, at most `limit`. Costs about a tenth of a millisecond for one edit.
///
/// ```
/// use variorum::text::lexicon;
///
/// assert_eq!(lexicon::near("surmontable", 1, 3)[0], "surmountable");
/// ```
pub fn near(folded: &str, edits: u32, limit: usize) -> Vec<String> {
    near_from(folded, edits, limit, "")
}

/// Those of [`near`] that begin with the same letter, in a fraction of the time.
///
/// ```
/// use variorum::text::lexicon;
///
/// assert_eq!(lexicon::near_from_first("surmontable", 1, 3)[0], "surmountable");
/// assert!(lexicon::near_from_first("tidge", 1, 9).iter().all(|word| word.starts_with('t')));
/// ```
pub fn near_from_first(folded: &str, edits: u32, limit: usize) -> Vec<String> {
    near_from(folded, edits, limit, folded.chars().next().map_or("", |first| &folded[..first.len_utf8()]))
}

fn near_from(folded: &str, edits: u32, limit: usize, beginning: &str) -> Vec<String> {
    let Ok(automaton) = Levenshtein::new(folded, edits) else {
        return Vec::new(); // too long for an automaton: no near words
    };
    let mut found: Vec<(u8, String)> = Vec::new();
    let search = WORDS.search(automaton).ge(beginning);
    let mut behind = beginning.as_bytes().to_vec();
    let mut stream = match behind.last_mut() {
        // No byte of UTF-8 is the greatest one.
        Some(last) => {
            *last += 1;
            search.lt(behind)
        }
        None => search,
    }
    .into_stream();
    while let Some((word, value)) = stream.next() {
        let entry = Entry::unpack(value);
        if entry.in_dictionary()
            && let Ok(word) = std::str::from_utf8(word)
            && word != folded
        {
            found.push((entry.count_step, word.to_owned()));
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.into_iter().take(limit).map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_worth_less_than_rare_ones() {
        assert!(entry("the").rarity() < 6.0);
        assert!(entry("surmountable").rarity() > 18.0);
        assert!(entry("no such word").rarity() > 24.0);
    }

    #[test]
    fn pairs_tell_usual_wording_from_odd() {
        assert!(pair_count("prime", "minister") > 1000.0);
        assert!(pair_count("prime", "of") < 1000.0);
        assert!(pair_count("brain", "rails") < 1.0);
    }

    #[test]
    fn a_word_has_all_its_classes() {
        let plan = entry("plan").classes;
        assert!(plan.all(Classes::NOUN | Classes::VERB));
        assert!(!plan.any(Classes::PREPOSITION));
        assert!(entry("will").classes.any(Classes::AUXILIARY));
    }
}
