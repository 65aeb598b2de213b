//! Patterns around nouns and sentences: an article or a preposition whose noun is missing, an adverb for an adjective, and
//! what a page ran into a sentence.

use super::Found;
use super::line::Line;
use crate::compare::Severity::{High, Medium};
use crate::segment::Shape;
use crate::text::{Classes, lexicon};

/// Words that call for a noun.
const ARTICLES: [&str; 8] = ["the", "a", "an", "my", "your", "our", "their", "its"];

/// “the were”, “a of”, “the announce”, “in the Lisbon metropolitan.”
pub fn article_without_noun(line: &Line, place: usize) -> Found {
    const NEVER_NOUNS: [&str; 28] = [
        "is", "are", "was", "were", "has", "have", "had", "does", "been", "am", "would", "could", "should", "they",
        "he", "we", "because", "of", "and", "or", "from", "into", "at", "to", "with", "for", "by", "than",
    ];
    let (word, next) = (line.form(place), line.form(place + 1));
    let is_article = ARTICLES.contains(&word);
    if is_article && line.is_plain_pair(place) && (NEVER_NOUNS.contains(&next) || line.is_only_verb(place + 1)) {
        return Some((place..place + 2, Medium, format!("“{word}” calls for a noun, and “{next}” is none")));
    }
    if is_article && word != "a" && line.is_plain(place) && line.is_end(place + 1) {
        return Some((place..place + 2, High, format!("“{word}” calls for a noun, and the sentence ends")));
    }
    adjective_alone(line, place)
}

/// An adjective that no counted sentence ends with, behind an article, at the end of a sentence.
fn adjective_alone(line: &Line, place: usize) -> Found {
    const COUNTED: f64 = 150.0; // so often and never at an end
    const ENDINGS: [&str; 7] = ["al", "an", "ic", "ive", "ous", "ary", "ory"];
    let word = line.word(place).filter(|word| word.classes().any(Classes::ADJECTIVE))?;
    let form = line.form(place);
    let alone = line.is_end(place + 1)
        && line.is_plain(place)
        && ENDINGS.iter().any(|ending| form.ends_with(ending))
        && word.entry.count() >= COUNTED
        && lexicon::pair_count(form, "</s>") < 1.0;
    if !alone {
        return None;
    }
    let is_name = |&place: &usize| {
        line.word(place).is_some_and(|word| {
            matches!(word.shape, Shape::Title | Shape::Upper) && !ARTICLES.contains(&line.form(place))
        })
    };
    let start = (line.places().start..place).rev().take_while(is_name).last().unwrap_or(place);
    let article = start.checked_sub(1)?;
    (ARTICLES.contains(&line.form(article)))
        .then(|| (article..place + 2, Medium, format!("a noun is missing after “{form}”")))
}

/// “the a”, “our the”.
pub fn two_articles(line: &Line, place: usize) -> Found {
    const DETERMINERS: [&str; 12] =
        ["the", "a", "an", "this", "these", "those", "my", "our", "your", "their", "its", "his"];
    let (word, next) = (line.form(place), line.form(place + 1));
    (ARTICLES.contains(&word) && line.is_plain_pair(place) && word != next && DETERMINERS.contains(&next))
        .then(|| (place..place + 2, Medium, format!("“{word}” and “{next}” cannot both stand before one noun")))
}

/// “the officially report”.
pub fn adverb_for_adjective(line: &Line, place: usize) -> Found {
    /// Adverbs that say how much of a noun.
    const OF_MEASURE: [&str; 8] =
        ["nearly", "roughly", "approximately", "exactly", "barely", "hardly", "only", "mostly"];
    /// So often the adjective stands before the noun in the counted news, and the adverb never.
    const USUAL_PAIR: f64 = 25.0;
    let (word, adverb, noun) = (line.form(place), line.form(place + 1), line.form(place + 2));
    let is_article = ARTICLES.contains(&word) || ["his", "her", "this"].contains(&word);
    let classes = line.classes(place + 1);
    let is_adverb = line.is_plain_pair(place)
        && adverb.ends_with("ly")
        && classes.any(Classes::ADVERB)
        && !classes.any(Classes::ADJECTIVE | Classes::NOUN)
        && !OF_MEASURE.contains(&adverb)
        && line.is_plain(place + 2);
    let adjective = adverb.strip_suffix("ly").unwrap_or_default();
    let usual = || {
        (is_article || ["of", "in", "with", "for", "from"].contains(&word))
            && line.classes(place + 2).any(Classes::NOUN)
            && !line.classes(place + 2).any(Classes::ADJECTIVE | Classes::PAST | Classes::PROGRESSIVE)
            && lexicon::pair_count(adjective, noun) >= USUAL_PAIR
            && lexicon::pair_count(adverb, noun) < 1.0
    };
    (is_adverb && ((is_article && line.is_only_noun(place + 2)) || usual())).then(|| {
        (place..place + 3, Medium, format!("the adverb “{adverb}” stands where a noun calls for an adjective"))
    })
}

/// “of announce”, “than.”
pub fn preposition_without_noun(line: &Line, place: usize) -> Found {
    let (word, next) = (line.form(place), line.form(place + 1));
    let calls_for_noun = ["of", "with", "from", "into", "at", "upon", "during"].contains(&word);
    if calls_for_noun && line.is_plain_pair(place) && line.is_only_verb(place + 1) {
        return Some((place..place + 2, Medium, format!("“{word}” calls for a noun, and “{next}” is a verb")));
    }
    (["than", "and", "or", "nor", "whose", "every"].contains(&word) && line.is_plain(place) && line.is_end(place + 1))
        .then(|| (place.saturating_sub(2)..place + 2, High, format!("the sentence ends on “{word}”")))
}

/// “for of”, “to than”.
pub fn two_prepositions(line: &Line, place: usize) -> Found {
    let (word, next) = (line.form(place), line.form(place + 1));
    if !line.is_plain_pair(place) {
        return None;
    }
    let before_of = ["to", "by", "for", "from", "at", "into"].contains(&word)
        && next == "of"
        && !["course", "late", "all"].contains(&line.form(place + 2));
    let to_other = word == "to" && ["than", "into", "upon", "whether"].contains(&next);
    (before_of || to_other).then(|| {
        (place.saturating_sub(1)..place + 3, Medium, format!("“{word}” and “{next}” cannot stand side by side"))
    })
}

/// Words that open sentences and are written small inside them.
const OPENERS: [&str; 17] = [
    "but",
    "the",
    "and",
    "he",
    "she",
    "they",
    "however",
    "these",
    "those",
    "it",
    "its",
    "when",
    "while",
    "after",
    "if",
    "there",
    "according",
];

/// “QRX QRX But QRX”: what linked names on the page, run into the sentence.
pub fn name_run_in(line: &Line, place: usize) -> Found {
    let (first, second) = (line.word(place)?, line.word(place + 1)?);
    let opener = line.word(place + 2)?;
    (first.term == second.term
        && matches!(first.shape, Shape::Upper | Shape::Title)
        && first.shape == second.shape
        && opener.shape == Shape::Title
        && OPENERS.contains(&line.form(place + 2)))
    .then(|| {
        let name = line.form(place).to_uppercase();
        (
            place..place + 3,
            High,
            format!("the name stands twice before the sentence begins ({name}), as links of a page do"),
        )
    })
}

/// “They closed the harbour The storm went on”: two sentences without a stop between them.
pub fn sentence_run_in(line: &Line, place: usize) -> Found {
    let opener = line.word(place)?;
    (opener.shape == Shape::Title
        && OPENERS.contains(&line.form(place))
        && line.is_plain(place - 1)
        && line.is_plain(place + 1)
        && line.classes(place - 1).any(Classes::NOUN | Classes::VERB))
    .then(|| {
        let word = line.form(place);
        (place - 1..place + 2, Medium, format!("a sentence begins with “{word}” before the one before it has ended"))
    })
}
