//! Patterns of grammar: a word that calls for another kind of word than the one that follows. The classes of words and the
//! lists of grammar words are general; each pattern was read over edited news, where it hardly fires.

use super::Slip;
use super::line::Line;
use crate::compare::Severity::{self, High, Medium};
use crate::segment::{Shape, WordKind};
use crate::text::{Classes, lexicon};

/// What a pattern finds at a place: the places that show it, how grave it is, and why it cannot be read.
type Found = Option<(std::ops::Range<usize>, Severity, String)>;

/// The first pattern that finds something at `place`.
pub fn at(line: &Line, place: usize) -> Option<Slip> {
    line.word(place)?;
    let patterns: [fn(&Line, usize) -> Found; 13] = [
        modal_without_verb,
        two_verbs,
        verb_lost,
        lost_infinitive,
        wrong_form,
        wrong_infinitive,
        article_without_noun,
        two_articles,
        adverb_for_adjective,
        preposition_without_noun,
        two_prepositions,
        name_run_in,
        sentence_run_in,
    ];
    let (places, severity, reason) = patterns.iter().find_map(|pattern| pattern(line, place))?;
    Some(Slip { words: line.indices(places), severity, confidence: 0.85, reason })
}

const SUBJECTS: [&str; 12] = ["i", "he", "she", "they", "we", "it", "that", "which", "who", "these", "those", "you"];
/// Modals that are nothing else.
const SURE_MODALS: [&str; 4] = ["would", "could", "should", "must"];
const MODALS: [&str; 7] = ["would", "could", "should", "must", "can", "will", "might"];
/// Words that call for a noun.
const ARTICLES: [&str; 8] = ["the", "a", "an", "my", "your", "our", "their", "its"];
const BE_AND_HAVE: [&str; 7] = ["is", "are", "was", "were", "has", "have", "had"];
/// Words that a modal before its subject follows (“in no case would the…”), or after which its verb is left out (“as you
/// would a child”).
const TURNERS: [&str; 20] = [
    "no", "not", "nor", "neither", "only", "never", "rarely", "seldom", "what", "which", "how", "why", "when", "where",
    "as", "than", "so", "such", "like", "whom",
];

fn modal_without_verb(line: &Line, place: usize) -> Found {
    let (modal, next) = (line.form(place), line.form(place + 1));
    if !MODALS.contains(&modal) || !line.is_plain(place) || !line.is_plain(place + 1) {
        return None;
    }
    let after_subject = SUBJECTS.contains(&line.before(place, 1));
    let after_noun = SURE_MODALS.contains(&modal)
        && line.classes(place - 1).any(Classes::NOUN | Classes::PROPER)
        && place > line.places().start + 1;
    let turned = (1..=4).any(|back| TURNERS.contains(&line.before(place, back)));
    if !(after_subject || after_noun) || turned {
        return None;
    }
    let noun_follows = [
        "the", "a", "an", "my", "his", "their", "its", "our", "into", "is", "was", "were", "are", "has", "had", "been",
    ]
    .contains(&next)
        || (next == "of" && SURE_MODALS.contains(&modal))
        || (next == "most" && line.form(place + 2) == "of");
    if noun_follows || (after_subject && line.is_only_noun(place + 1)) {
        let end = if next == "most" { place + 3 } else { place + 2 };
        return Some((place - 1..end, High, format!("“{modal}” calls for a verb, and none follows")));
    }
    let calls_for_plain =
        line.is_only_past(place + 1) && (after_subject || (after_noun && line.form(place + 1).ends_with("ed")));
    calls_for_plain.then(|| (place - 1..place + 2, Medium, format!("“{next}” cannot stand after “{modal}”")))
}

/// “This is has been”, “the mayor is has”: where no relative clause without its pronoun (“the boat it is has…”) and no
/// “what” can have parted the two.
fn two_verbs(line: &Line, place: usize) -> Found {
    const OPENING: [&str; 7] = ["i", "he", "she", "they", "we", "it", "this"];
    const JOINING: [&str; 6] = ["and", "but", "that", "because", "whether", "if"];
    const FUSED: [&str; 12] =
        ["what", "how", "where", "why", "all", "whatever", "whoever", "who", "everything", "thing", "things", "one"];
    let (first, second) = (line.form(place), line.form(place + 1));
    let verbs = BE_AND_HAVE.contains(&first)
        && first != second
        && line.is_plain(place)
        && line.is_plain(place + 1)
        && (BE_AND_HAVE.contains(&second) || MODALS.contains(&second));
    if !verbs {
        return None;
    }
    let subject = line.before(place, 1);
    let opens = place == line.places().start + 1 || [",", ";"].contains(&line.before(place, 2));
    let after_pronoun = OPENING.contains(&subject) && (opens || JOINING.contains(&line.before(place, 2)));
    let after_relative = ["who", "which"].contains(&subject) && ["is", "was", "are", "were"].contains(&first);
    let is_be = ["is", "was", "are", "were"].contains(&first)
        && (BE_AND_HAVE.contains(&second) || SURE_MODALS.contains(&second));
    let after_noun = is_be
        && line.classes(place - 1).any(Classes::NOUN | Classes::PROPER)
        && !line.classes(place - 1).any(Classes::PRONOUN | Classes::VERB | Classes::PREPOSITION | Classes::ADVERB)
        && !(line.places().start..place).any(|other| FUSED.contains(&line.form(other)));
    (after_pronoun || after_relative || after_noun)
        .then(|| (place - 1..place + 2, Medium, format!("“{first}” and “{second}” are two verbs where one can stand")))
}

/// “they planning”, “when she a child”: no verb between the subject and what is said of it.
fn verb_lost(line: &Line, place: usize) -> Found {
    let (word, next) = (line.form(place), line.form(place + 1));
    let classes = line.classes(place + 1);
    let is_participle = next.ends_with("ing")
        && classes.any(Classes::PROGRESSIVE)
        && !["during", "bring", "being"].contains(&next)
        && lexicon::pair_count("was", next) + lexicon::pair_count("are", next) > 0.0;
    (["he", "she", "they", "we"].contains(&word)
        && line.is_plain_pair(place)
        && !line.classes(place - 1).any(Classes::AUXILIARY | Classes::VERB) // “are they going?”
        && !line.before(place, 1).ends_with("n't")
        && (is_participle || (["a", "an", "the"].contains(&next) && line.before(place, 1) != "than")))
        .then(|| (place..place + 2, Medium, format!("a form of “be” is missing between “{word}” and “{next}”")))
}

/// “has announce”, “did not went”, “was announce”.
fn wrong_form(line: &Line, place: usize) -> Found {
    const SHOWS_A_VERB: f64 = 300.0; // “to” before it in the counted news
    const TAKES_AN_OBJECT: f64 = 60.0; // the same for the article behind it
    let (first, second) = (line.form(place), line.form(place + 1));
    if !line.is_plain_pair(place) {
        return None;
    }
    let doing = |form: &str| ["do", "does", "did", "done", "doing", "all"].contains(&form);
    let perfect = ["has", "have", "had", "having"].contains(&first)
        && (line.is_only_verb(place + 1) || ["went", "took", "gave", "knew", "wrote", "began"].contains(&second));
    // “have call the move illegal”: a noun too, but the article behind it shows that it is the verb.
    let has_object = ["has", "have", "had"].contains(&first)
        && line.classes(place + 1).any(Classes::VERB)
        && !line.classes(place + 1).any(
            Classes::PAST
                | Classes::ADJECTIVE
                | Classes::ADVERB
                | Classes::PROGRESSIVE
                | Classes::AUXILIARY
                | Classes::DETERMINER
                | Classes::PREPOSITION,
        )
        && ["the", "a", "his", "their", "our", "its"].contains(&line.form(place + 2))
        && lexicon::pair_count("to", second) >= SHOWS_A_VERB
        && lexicon::pair_count(second, line.form(place + 2)) >= TAKES_AN_OBJECT
        && lexicon::pair_count(first, second) < 1.0;
    // “All he did was help”: what is done may follow “was” as it is.
    let being = ["is", "are", "was", "were", "been"].contains(&first)
        && (line.is_only_verb(place + 1) || ["went", "took", "gave", "knew", "wrote", "began"].contains(&second))
        && !line.places().any(|other| doing(line.form(other)));
    let denied = ["didn't", "doesn't", "don't"].contains(&first)
        || (first == "not" && ["did", "does", "do"].contains(&line.before(place, 1)));
    let doing_past = denied && line.is_only_past(place + 1);
    (perfect || has_object || being || doing_past)
        .then(|| (place..place + 2, Medium, format!("“{second}” has not the form that “{first}” calls for")))
}

/// Words after which “to” begins an infinitive and never a place or a person.
const WANT_INFINITIVE: [&str; 30] = [
    "wants", "want", "wanted", "trying", "tried", "tries", "able", "unable", "decided", "decides", "needs", "needed",
    "expected", "likely", "unlikely", "began", "begin", "hopes", "hoped", "refused", "refuses", "allowed", "forced",
    "willing", "ought", "vowed", "seeks", "sought", "supposed", "intends",
];

/// “wants to went”, “trying to agreement”, “careful not too say”.
fn wrong_infinitive(line: &Line, place: usize) -> Found {
    const SHOWS_A_VERB: f64 = 60.0; // “to” before it in the counted news
    const CALLS_FOR_TO: f64 = 0.1; // the part of a word's places where “to” follows
    let (word, next) = (line.form(place), line.form(place + 1));
    if word == "to" && WANT_INFINITIVE.contains(&line.before(place, 1)) && line.is_plain(place + 1) {
        let verbless = line.is_only_past(place + 1) || line.is_only_noun(place + 1);
        return verbless
            .then(|| (place - 1..place + 2, Medium, format!("“{next}” is no verb that “to” can stand before")));
    }
    if word != "too" || !line.is_plain(place) || !line.is_plain(place + 1) || line.word(place - 1).is_none() {
        return None;
    }
    let wanted = WANT_INFINITIVE.contains(&line.before(place, 1));
    // “She too said so”: behind a subject, “too” is in its place.
    let may_be_subject = line.classes(place - 1).any(Classes::NOUN | Classes::PRONOUN | Classes::PROPER);
    let is_verb = line.classes(place + 1).any(Classes::VERB)
        && !line.classes(place + 1).any(Classes::ADJECTIVE | Classes::ADVERB | Classes::PAST | Classes::PROGRESSIVE)
        && lexicon::pair_count("to", next) >= SHOWS_A_VERB
        && lexicon::pair_count("too", next) < 1.0;
    // “an attempt too avoid”: the word before calls for “to”.
    let calls_for_to = line.word(place - 1).is_some_and(|before| {
        lexicon::pair_count(line.before(place, 1), "to") >= CALLS_FOR_TO * before.entry.count().max(1.0)
            && lexicon::pair_count(line.before(place, 1), "too") < 1.0
    });
    let before_noun = ["the", "our", "their", "its", "his", "this", "these"].contains(&next)
        && line.classes(place - 1).any(Classes::VERB | Classes::PAST | Classes::PROGRESSIVE);
    (before_noun || (is_verb && (wanted || calls_for_to || line.before(place, 1) == "not" || !may_be_subject)))
        .then(|| (place - 1..place + 2, Medium, format!("“too” stands where “to {next}” is meant")))
}

/// “trying fill”: an infinitive that has lost its “to”.
fn lost_infinitive(line: &Line, place: usize) -> Found {
    const CALL_FOR_TO: [&str; 11] =
        ["trying", "tried", "unable", "able", "decided", "refused", "refuses", "vowed", "ought", "intends", "hoping"];
    const SHOWS_A_VERB: f64 = 300.0; // “to” before it in the counted news
    let (word, next) = (line.form(place), line.form(place + 1));
    let classes = line.classes(place + 1);
    let other = Classes::ADJECTIVE | Classes::ADVERB | Classes::PREPOSITION | Classes::PRONOUN | Classes::DETERMINER;
    (CALL_FOR_TO.contains(&word)
        && line.is_plain_pair(place)
        && classes.any(Classes::VERB)
        && !classes.any(other | Classes::PLURAL | Classes::CONJUNCTION | Classes::PROGRESSIVE)
        && lexicon::pair_count("to", next) >= SHOWS_A_VERB
        && lexicon::pair_count(word, next) < 1.0)
        .then(|| (place..place + 2, Medium, format!("“to” is missing between “{word}” and “{next}”")))
}

/// “the were”, “a of”, “the announce”, “in the Lisbon metropolitan.”
fn article_without_noun(line: &Line, place: usize) -> Found {
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

/// “the a”, “our the”; and “a May 2014’s”.
fn two_articles(line: &Line, place: usize) -> Found {
    const DETERMINERS: [&str; 12] =
        ["the", "a", "an", "this", "these", "those", "my", "our", "your", "their", "its", "his"];
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let (word, next) = (line.form(place), line.form(place + 1));
    if ARTICLES.contains(&word) && line.is_plain_pair(place) && word != next && DETERMINERS.contains(&next) {
        return Some((place..place + 2, Medium, format!("“{word}” and “{next}” cannot both stand before one noun")));
    }
    let dated = ["a", "an"].contains(&word) && MONTHS.contains(&next) && line.is_figure(place + 2);
    let clitic = line.at(place + 3).is_some_and(|clitic| clitic.kind == WordKind::Clitic);
    let glued = |place: usize| line.at(place).is_some_and(|word| word.glued);
    let marked = line.form(place + 3) == "'" && line.form(place + 4) == "s" && glued(place + 3) && glued(place + 4);
    let genitive = clitic || marked;
    (dated && genitive).then(|| {
        let end = if clitic { place + 4 } else { place + 5 };
        (place..end, Medium, format!("“{word}” belongs to the noun that follows, so the date cannot be a genitive"))
    })
}

/// “the officially report”.
fn adverb_for_adjective(line: &Line, place: usize) -> Found {
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
fn preposition_without_noun(line: &Line, place: usize) -> Found {
    let (word, next) = (line.form(place), line.form(place + 1));
    let calls_for_noun = ["of", "with", "from", "into", "at", "upon", "during"].contains(&word);
    if calls_for_noun && line.is_plain_pair(place) && line.is_only_verb(place + 1) {
        return Some((place..place + 2, Medium, format!("“{word}” calls for a noun, and “{next}” is a verb")));
    }
    (["than", "and", "or", "nor", "whose", "every"].contains(&word) && line.is_plain(place) && line.is_end(place + 1))
        .then(|| (place.saturating_sub(2)..place + 2, High, format!("the sentence ends on “{word}”")))
}

/// “for of”, “to than”.
fn two_prepositions(line: &Line, place: usize) -> Found {
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
fn name_run_in(line: &Line, place: usize) -> Found {
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
fn sentence_run_in(line: &Line, place: usize) -> Found {
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
