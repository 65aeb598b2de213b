//! Words that are one word in other forms: inflected, shifted by reported speech, spelt in another way, or damaged.

use strsim::osa_distance;

use crate::segment::stem;
use crate::text::{Classes, lexicon};

/// Words rarer than this carry content: about 17,000 occurrences in the counted news.
const CONTENT_BITS: f64 = 11.0;

/// Words of speech that a transcriber keeps or leaves out.
const FILLERS: [&str; 27] = [
    "well",
    "so",
    "just",
    "very",
    "really",
    "also",
    "then",
    "now",
    "too",
    "even",
    "yes",
    "oh",
    "here",
    "there",
    "actually",
    "basically",
    "frankly",
    "honestly",
    "obviously",
    "certainly",
    "um",
    "uh",
    "ah",
    "okay",
    "ok",
    "hey",
    "yeah",
];

/// Words that turn a statement round.
const NEGATIONS: [&str; 9] = ["not", "no", "never", "none", "nobody", "nothing", "nor", "without", "neither"];

/// Verbs and pronouns whose forms replace each other when speech is reported.
const SHIFTED: [&[&str]; 12] = [
    &["is", "'s", "was", "are", "'re", "were", "be", "been", "being", "am", "'m"],
    &["has", "have", "had", "'ve", "'s", "'d", "having"],
    &["do", "does", "did"],
    &["will", "'ll", "would", "'d"],
    &["can", "could"],
    &["may", "might"],
    &["shall", "should"],
    &["i", "we", "you", "he", "she", "they", "it", "one", "this", "that"],
    &["me", "us", "you", "him", "her", "them", "it"],
    &["my", "our", "your", "his", "her", "their", "its", "the"],
    &["mine", "ours", "yours", "hers", "theirs"],
    &["this", "that", "these", "those", "the", "a", "an"],
];

/// Verbs whose past forms have another stem.
const IRREGULAR: [&[&str]; 40] = [
    &["become", "became"],
    &["begin", "began", "begun"],
    &["break", "broke", "broken"],
    &["bring", "brought"],
    &["build", "built"],
    &["buy", "bought"],
    &["catch", "caught"],
    &["choose", "chose", "chosen"],
    &["come", "came"],
    &["do", "did", "done"],
    &["drive", "drove", "driven"],
    &["fall", "fell", "fallen"],
    &["feel", "felt"],
    &["fight", "fought"],
    &["find", "found"],
    &["get", "got", "gotten"],
    &["give", "gave", "given"],
    &["go", "goes", "went", "gone"],
    &["grow", "grew", "grown"],
    &["hear", "heard"],
    &["hold", "held"],
    &["keep", "kept"],
    &["know", "knew", "known"],
    &["leave", "left"],
    &["lose", "lost"],
    &["make", "made"],
    &["mean", "meant"],
    &["pay", "paid"],
    &["rise", "rose", "risen"],
    &["say", "said"],
    &["see", "saw", "seen"],
    &["send", "sent"],
    &["speak", "spoke", "spoken"],
    &["stand", "stood"],
    &["take", "took", "taken"],
    &["teach", "taught"],
    &["tell", "told"],
    &["think", "thought"],
    &["win", "won"],
    &["write", "wrote", "written"],
];

/// Numbers in words; the figure is the place in the list.
const NUMBERS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Tens in words, from thirty on.
const TENS: [&str; 7] = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// What sharing `word` tells, in bits; neither the commonest nor the rarest words count beyond reason.
pub fn word_bits(word: &str) -> f64 {
    lexicon::entry(word).rarity().clamp(3.0, 20.0)
}

/// Whether a change of `word` changes what is said.
pub fn carries_content(word: &str) -> bool {
    let grammar =
        Classes::PREPOSITION | Classes::DETERMINER | Classes::CONJUNCTION | Classes::AUXILIARY | Classes::PRONOUN;
    let entry = lexicon::entry(word);
    let turns_round = NEGATIONS.contains(&word) || word.ends_with("n't");
    let is_plain = word.chars().any(char::is_alphanumeric) && !word.starts_with('\'') && !FILLERS.contains(&word);
    turns_round || (is_plain && (entry.rarity() >= CONTENT_BITS || !entry.classes.any(grammar)))
}

/// Whether two words are one in other forms, spellings, or one of them damaged.
pub fn is_form_of(a: &str, b: &str) -> bool {
    is_inflected(a, b) || written_alike(&[a], &[b]) || is_damaged_form(a, b) || is_damaged_form(b, a)
}

/// Whether two words are forms of one: “see”, “seen”; “we”, “they”.
pub fn is_inflected(a: &str, b: &str) -> bool {
    SHIFTED.iter().chain(&IRREGULAR).any(|forms| has_form(forms, a) && has_form(forms, b))
        || (a.chars().all(char::is_alphabetic) && stem(a) == stem(b))
}

/// Which verbs and pronouns a word is a form of, a bit each: words with a bit in common are forms of one.
pub fn form_bits(word: &str) -> u64 {
    let forms = SHIFTED.iter().chain(&IRREGULAR).enumerate();
    forms.filter(|(_, forms)| has_form(forms, word)).fold(0, |bits, (place, _)| bits | (1 << (place % 64)))
}

/// How a word is written once American and British, contracted and full forms are one.
pub fn spelling(word: &str) -> String {
    run_together(&[word])
}

/// Whether `word` is one of `forms` or ends in “s” or “ing” after one.
fn has_form(forms: &[&str], word: &str) -> bool {
    let base = word.strip_suffix("ing").or_else(|| word.strip_suffix('s')).unwrap_or(word);
    forms.iter().any(|form| *form == word || (form.len() > 2 && *form == base))
}

/// Whether `damaged` is no word and a letter or two away from `sound`, which is one.
pub fn is_damaged_form(damaged: &str, sound: &str) -> bool {
    const LEAST_LETTERS: usize = 5; // shorter words have too many neighbours
    const LONG_LETTERS: usize = 8; // a long word is known again with a letter more at fault
    let letters = sound.chars().count();
    letters >= LEAST_LETTERS
        && damaged.chars().all(char::is_alphabetic)
        && !lexicon::entry(damaged).is_known()
        && lexicon::entry(sound).is_known()
        && osa_distance(damaged, sound) <= if letters >= LONG_LETTERS { 3 } else { 2 }
}

/// Whether two runs of words are the same but for spelling: spaces, hyphens, contractions, British or American, numbers in
/// figures or words.
pub fn written_alike(a: &[&str], b: &[&str]) -> bool {
    !a.is_empty() && !b.is_empty() && run_together(a) == run_together(b)
}

fn run_together(words: &[&str]) -> String {
    let mut out = String::new();
    for (place, word) in words.iter().enumerate() {
        let before_figure =
            words.get(place + 1).is_some_and(|next| number(next).is_some() || next.parse::<u64>().is_ok());
        match *word {
            "no" if before_figure => out.push_str("number"), // “No. 1”
            "can't" => out.push_str("cannot"),
            "won't" => out.push_str("willnot"),
            "gonna" => out.push_str("goingto"),
            "wanna" => out.push_str("wantto"),
            "gotta" => out.push_str("gotto"),
            "and" => out.push('&'),
            "percent" => out.push('%'),
            _ => {
                if let Some(number) = number(word) {
                    out.push_str(&number.to_string());
                } else if let Some(verb) = word.strip_suffix("n't") {
                    out.push_str(verb);
                    out.push_str("not");
                } else {
                    out.push_str(&word.replace('z', "s").replace("our", "or").replace('\'', ""));
                }
            }
        }
    }
    out
}

fn number(word: &str) -> Option<usize> {
    let ones = NUMBERS.iter().position(|number| *number == word);
    ones.or_else(|| TENS.iter().position(|number| *number == word).map(|tens| 10 * (tens + 3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_known() {
        for (a, b) in [("see", "seen"), ("goes", "went"), ("we", "they"), ("closed", "closing"), ("is", "'re")] {
            assert!(is_inflected(a, b), "{a} {b}");
        }
        for (a, b) in [("see", "sell"), ("will", "can"), ("we", "our"), ("may", "must")] {
            assert!(!is_inflected(a, b), "{a} {b}");
        }
    }

    #[test]
    fn spellings_of_one_word_are_known() {
        for (a, b) in [
            ("8", "eight"),
            ("no 1", "number one"),
            ("thirty", "30"),
            ("realised", "realized"),
            ("wave length", "wavelength"),
        ] {
            let (a, b): (Vec<_>, Vec<_>) = (a.split(' ').collect(), b.split(' ').collect());
            assert!(written_alike(&a, &b), "{a:?} {b:?}");
        }
        assert!(!written_alike(&["eight"], &["9"]));
    }

    #[test]
    fn what_turns_a_statement_round_is_content() {
        assert!(carries_content("not") && carries_content("harbour") && carries_content("can't"));
        assert!(!carries_content("of") && !carries_content("actually") && !carries_content("'s"));
    }
}
