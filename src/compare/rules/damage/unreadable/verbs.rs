//! Patterns around verbs: a modal, a subject or a “to” whose verb is missing, two verbs for one, a form that another word
//! does not allow.

use super::Found;
use super::line::Line;
use crate::compare::Severity::{High, Medium};
use crate::text::{Classes, lexicon};

const SUBJECTS: [&str; 12] = ["i", "he", "she", "they", "we", "it", "that", "which", "who", "these", "those", "you"];
/// Modals that are nothing else.
const SURE_MODALS: [&str; 4] = ["would", "could", "should", "must"];
const MODALS: [&str; 7] = ["would", "could", "should", "must", "can", "will", "might"];
const BE_AND_HAVE: [&str; 7] = ["is", "are", "was", "were", "has", "have", "had"];
/// Words that a modal before its subject follows (“in no case would the…”), or after which its verb is left out (“as you
/// would a child”).
const TURNERS: [&str; 20] = [
    "no", "not", "nor", "neither", "only", "never", "rarely", "seldom", "what", "which", "how", "why", "when", "where",
    "as", "than", "so", "such", "like", "whom",
];

pub fn modal_without_verb(line: &Line, place: usize) -> Found {
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
pub fn two_verbs(line: &Line, place: usize) -> Found {
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
pub fn verb_lost(line: &Line, place: usize) -> Found {
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
pub fn wrong_form(line: &Line, place: usize) -> Found {
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
pub fn wrong_infinitive(line: &Line, place: usize) -> Found {
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
pub fn lost_infinitive(line: &Line, place: usize) -> Found {
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
