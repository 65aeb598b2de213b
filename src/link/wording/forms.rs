//! Words that are one word in other forms: inflected, shifted by reported speech, spelt in another way, or damaged.

use strsim::osa_distance;

use super::tokens::Token;
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

/// Shorter words than this have too many neighbours to be known again when damaged.
pub const LEAST_LETTERS: usize = 5;

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
pub fn is_form_of(a: &Token, b: &Token) -> bool {
    is_inflected(a, b) || a.made.spelling == b.made.spelling || is_damaged_form(a, b) || is_damaged_form(b, a)
}

/// Whether two words are forms of one: “see”, “seen”; “we”, “they”.
pub fn is_inflected(a: &Token, b: &Token) -> bool {
    a.made.forms & b.made.forms != 0 || (a.made.is_alphabetic && a.made.stem == b.made.stem)
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
pub fn is_damaged_form(damaged: &Token, sound: &Token) -> bool {
    const LONG_LETTERS: usize = 8; // a long word is known again with a letter more at fault
    let most = if sound.made.letters >= LONG_LETTERS { 3 } else { 2 };
    sound.made.letters >= LEAST_LETTERS
        && damaged.made.is_alphabetic
        && !damaged.made.is_known
        && sound.made.is_known
        && damaged.made.letters.abs_diff(sound.made.letters) <= most
        && osa_distance(damaged.folded, sound.folded) <= most
}

/// Whether two runs of words are the same but for spelling: spaces, hyphens, contractions, British or American, numbers in
/// figures or words.
pub fn are_alike(a: &[Token], b: &[Token]) -> bool {
    match (a, b) {
        ([], _) | (_, []) => false,
        ([one], [other]) => one.made.spelling == other.made.spelling,
        _ => begin_with_one_letter(a, b) && run_together(&folded(a)) == run_together(&folded(b)),
    }
}

/// Whether the spellings of two runs may begin with the same character.
fn begin_with_one_letter(a: &[Token], b: &[Token]) -> bool {
    // A first word that leaves nothing says nothing.
    !matches!((a[0].made.first, b[0].made.first), (Some(one), Some(other)) if one != other)
}

fn folded<'d>(words: &[Token<'d>]) -> Vec<&'d str> {
    words.iter().map(|word| word.folded).collect()
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
    use crate::link::wording::Wording;

    fn words(text: &str) -> Vec<Token<'_>> {
        Wording::of_text(text).tokens
    }

    #[test]
    fn forms_of_one_word_are_known() {
        let is_inflected = |a: &str, b: &str| is_inflected(&words(a)[0], &words(b)[0]);
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
            assert!(are_alike(&words(a), &words(b)), "{a:?} {b:?}");
        }
        assert!(!are_alike(&words("eight"), &words("9")));
        assert!(!are_alike(&words("the wave length"), &words("a wavelength")));
    }

    #[test]
    fn what_turns_a_statement_round_is_content() {
        assert!(carries_content("not") && carries_content("harbour") && carries_content("can't"));
        assert!(!carries_content("of") && !carries_content("actually") && !carries_content("'s"));
    }
}
