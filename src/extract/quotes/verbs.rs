//! The verbs that tell of speech, and whether a word is one of them in the place where it stands.

use std::sync::LazyLock;

use super::words;
use crate::segment::{Document, Shape, Term, Word, WordKind};
use crate::text::Classes;

/// Which form of its verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// “say”
    Base,
    /// “says”
    Third,
    /// “said”
    Past,
    /// “saying”
    Progressive,
}

/// What a verb of saying takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Whole sentences: “said”, and whatever else.
    Reports,
    /// Some words of a judgement: “accused them of ‘theft’”.
    Judges,
}

/// A verb of saying where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saying {
    /// Which form it has.
    pub form: Form,
    /// What it takes.
    pub sort: Sort,
}

static FORMS: LazyLock<Vec<(Term, Saying)>> = LazyLock::new(|| {
    let mut forms: Vec<_> = words::IRREGULAR
        .iter()
        .map(|&(form, kind)| (Term::of(form), Saying { form: kind, sort: Sort::Reports }))
        .collect();
    for (verbs, sort) in [(words::REPORTING, Sort::Reports), (words::JUDGING, Sort::Judges)] {
        for verb in verbs.split_whitespace() {
            forms.extend(inflected(verb).map(|(written, form)| (Term::of(&written), Saying { form, sort })));
        }
    }
    forms.sort_unstable_by_key(|&(term, _)| term);
    forms
});

/// The four forms of a regular verb.
fn inflected(verb: &str) -> [(String, Form); 4] {
    let before_y = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o']));
    let doubled = if words::DOUBLING.contains(&verb) { &verb[verb.len() - 1..] } else { "" };
    let past = match (before_y, verb.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}ied"),
        (_, Some(stem)) => format!("{stem}ed"),
        _ => format!("{verb}{doubled}ed"),
    };
    let third = match before_y {
        Some(stem) => format!("{stem}ies"),
        None if verb.ends_with(['s', 'x']) || verb.ends_with("sh") || verb.ends_with("ch") => format!("{verb}es"),
        None => format!("{verb}s"),
    };
    let progressive = format!("{}{doubled}ing", verb.strip_suffix('e').unwrap_or(verb));
    [(verb.into(), Form::Base), (third, Form::Third), (past, Form::Past), (progressive, Form::Progressive)]
}

/// The verb of saying at word `index`; `None` for other words, for nouns that look like one (“the report”, “United
/// States”), for passives (“was told”) and participles (“so-called”, “when asked”).
pub fn saying(document: &Document, index: usize) -> Option<Saying> {
    let word = document.words.get(index)?;
    if word.kind != WordKind::Word {
        return None;
    }
    if puts_it(document, index) {
        return Some(Saying { form: Form::Past, sort: Sort::Reports });
    }
    let found = FORMS.binary_search_by_key(&word.term, |&(term, _)| term).ok()?;
    let saying = FORMS[found].1;
    let before = verb_group_start(document, index).checked_sub(1)?;
    if document.words[before].sentence() != word.sentence() {
        return None;
    }
    let previous = document.folded(index - 1);
    let noun_like = word.classes().any(Classes::NOUN);
    if previous == "-"
        || is_article(previous)
        || (word.shape != Shape::Lower && (noun_like || !in_title(document, index)))
    {
        return None;
    }
    let class = document.words[index - 1].classes();
    let is_verb = match saying.form {
        Form::Base => to_infinitive(document, index) || agrees_with_base(document, index, before),
        Form::Third => {
            !(noun_like
                && (document.words[index - 1].kind == WordKind::Clitic
                    || class.any(Classes::PREPOSITION | Classes::CONJUNCTION)
                    || class.any(Classes::ADJECTIVE)))
        }
        Form::Past if in_title(document, index) && hangs_on(document.folded(index + 1)) => false,
        Form::Past => {
            !(is_being(document, index) || matches!(previous, "when" | "if" | "once" | "as" | "being" | "so"))
                && document.words[index - 1].kind != WordKind::Clitic
        }
        Form::Progressive => !(noun_like && document.words[index - 1].kind == WordKind::Clitic),
    };
    is_verb.then_some(saying)
}

/// “As Ann Lee put it”
pub fn puts_it(document: &Document, index: usize) -> bool {
    index > 0 && document.is_phrase(index, &["put", "it"])
}

/// Words behind a participle that a headline leaves the helper out of: “Mayor slammed for ‘rash’ plan”.
fn hangs_on(folded: &str) -> bool {
    matches!(folded, "for" | "by" | "over" | "as" | "of" | "with" | "after" | "in")
}

/// Whether word `index` stands in a headline, where verbs have capitals.
fn in_title(document: &Document, index: usize) -> bool {
    !document.is_running_text(document.words[index].span())
}

/// Whether the subject or helper before a bare infinitive lets it be the verb: “they say”, “will say”, “officials say”.
fn agrees_with_base(document: &Document, index: usize, before: usize) -> bool {
    if before + 1 < index {
        return document.words[before + 1..index].iter().any(|word| word.classes().any(Classes::AUXILIARY))
            && !is_being(document, index);
    }
    matches!(document.folded(before), "i" | "we" | "they" | "you" | "who" | "and")
        || document.words[before].classes().any(Classes::PLURAL)
}

/// Where the verb at `verb` begins with its adverbs and helpers: “can also be heard | saying” begins at “can”.
pub fn verb_group_start(document: &Document, verb: usize) -> usize {
    const HELPERS: usize = 7;
    let sentence = document.words.get(verb).map(Word::sentence);
    let mut start = verb;
    while start > 0 && verb - start < HELPERS {
        let word = &document.words[start - 1];
        let helps = Some(word.sentence()) == sentence
            && word.shape == Shape::Lower
            && (is_helper(document.folded(start - 1))
                || (start > 1 && document.is_phrase(start - 2, &["quoted", "as"]))
                || (word.classes().any(Classes::ADVERB | Classes::AUXILIARY)
                    && !word
                        .classes()
                        .any(Classes::NOUN | Classes::PRONOUN | Classes::DETERMINER | Classes::CONJUNCTION)
                    && !is_pronoun(document.folded(start - 1))));
        if !helps {
            break;
        }
        start -= 1;
    }
    start
}

/// Words inside a verb group that the classes do not tell: “was quoted as saying”, “is heard saying”, “went on to say”.
fn is_helper(folded: &str) -> bool {
    words::HELPERS.contains(&folded)
}

/// Whether a form of “to be” stands in the group of the verb at `verb`, which makes a past form a passive.
pub fn is_being(document: &Document, verb: usize) -> bool {
    (verb_group_start(document, verb)..verb)
        .any(|index| matches!(document.folded(index), "is" | "was" | "are" | "were" | "be" | "been" | "being" | "am"))
        || document.folded(verb.wrapping_sub(1)) == "'s"
}

/// Whether “to” stands in the group of the verb at `verb`.
pub fn to_infinitive(document: &Document, verb: usize) -> bool {
    (verb_group_start(document, verb)..verb).any(|index| document.folded(index) == "to")
}

fn is_article(folded: &str) -> bool {
    words::ARTICLES.contains(&folded)
}

/// Nouns that tell of words: “her claim that”.
pub fn is_noun_of_saying(folded: &str) -> bool {
    words::NOUNS_OF_SAYING.contains(&folded)
}

/// Nouns that headlines put before a colon for who speaks: “Police: Driver was ‘calm’”.
pub fn is_speaking_noun(folded: &str) -> bool {
    words::SPEAKING_NOUNS.contains(&folded)
}

/// Whether `folded` is a pronoun that can be a subject.
pub fn is_pronoun(folded: &str) -> bool {
    matches!(folded, "he" | "she" | "they" | "i" | "we" | "it" | "you")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// The verbs of saying in `text`.
    fn check(text: &str, expected: &[&str]) {
        let document = segment(text.into());
        let found: Vec<_> = (0..document.words.len())
            .filter(|&index| saying(&document, index).is_some())
            .map(|index| document.written(index))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn verbs_of_saying() {
        check("She added that officials say it, and he replied.", &["added", "say", "replied"]);
        check("He has also admitted it and will concede more.", &["admitted", "concede"]);
        check("The mayor was quoted as saying so, denying all.", &["saying", "denying"]);
    }

    #[test]
    fn nouns_passives_and_participles_are_none() {
        check("The report on the United States and the claims of others.", &[]);
        check("He was told to go when asked about the so-called plan.", &[]);
    }
}
