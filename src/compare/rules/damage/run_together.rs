//! `garble/run-together`: what stood apart on a page and lost the space between: a foreign name joined to a word of the
//! sentence (“is Qorvexletting go”), a name stuck before the headline (“Qorvex:Storm closes…”), date and source in one
//! string, a sentence that begins right behind the full stop of another.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Shape, Word, WordKind};
use crate::text::{Classes, lexicon};

/// The rule.
pub const RULE: Rule = Rule { id: "garble/run-together", check };

/// Shorter pieces are initials, units and endings.
const LEAST_LETTERS: usize = 3;
/// Shorter names begin other words by chance.
const NAME_LETTERS: usize = 5;
/// Words less common than this are not taken for the second part of a joined word.
const COMMON: f64 = 150.0;
/// The headline and what stands by it.
const FIRST_LINES: usize = 2;
/// A string of date and source has no more words; that bounds the cost where no space stands at all.
const MOST_WORDS: usize = 24;
/// So many places of one sort are shown.
const MOST_SHOWN: usize = 6;

fn check(context: &Context) -> Vec<Discrepancy> {
    let names = names(context);
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        let article = ArticleId(article);
        let mut spaces = Vec::new();
        for place in 0..document.words.len() {
            if let Some((words, name)) = joined_to_name(document, place, &names) {
                found.push(entry(context, article, vec![words], Sort::Name(name)));
            } else if let Some(words) = date_and_source(document, place) {
                found.push(entry(context, article, vec![words], Sort::Source));
            } else if let Some(words) = behind_colon(document, place) {
                let paragraph = document.sentences[document.words[place].sentence()].paragraph;
                if paragraph < FIRST_LINES {
                    found.push(entry(context, article, vec![words], Sort::Headline));
                } else {
                    spaces.push(words);
                }
            } else if let Some(words) = behind_full_stop(document, place) {
                spaces.push(words);
            }
        }
        if !spaces.is_empty() {
            found.push(entry(context, article, spaces, Sort::Space));
        }
    }
    found
}

/// The names of the story that nobody but it knows, as folded words.
fn names<'d>(context: &Context<'d>) -> BTreeSet<&'d str> {
    let mut names = BTreeSet::new();
    for document in context.documents {
        for (place, word) in document.words.iter().enumerate() {
            let folded = document.folded(place);
            let is_name = word.kind == WordKind::Word
                && matches!(word.shape, Shape::Title | Shape::Mixed)
                && (!word.is_known() || word.entry.capital_share() > 0.9);
            if is_name && folded.is_ascii() && folded.len() >= NAME_LETTERS {
                names.insert(folded);
            }
        }
    }
    names
}

/// “Qorvexletting”: a name of the story and a verb, where the verb is usual beside its neighbours.
fn joined_to_name<'d>(document: &'d Document, place: usize, names: &BTreeSet<&str>) -> Option<(Range<usize>, &'d str)> {
    let word = &document.words[place];
    let folded = document.folded(place);
    let can_be = word.kind == WordKind::Word && word.shape == Shape::Title && !word.is_known() && folded.is_ascii();
    if !can_be {
        return None;
    }
    let before = place.checked_sub(1).map_or("", |before| document.folded(before));
    let after = document.folded(place + 1);
    let cut = (NAME_LETTERS..folded.len().saturating_sub(LEAST_LETTERS - 1)).find(|&cut| {
        let (name, rest) = folded.split_at(cut);
        let entry = lexicon::entry(rest);
        names.contains(name)
            && entry.in_dictionary()
            && entry.count() >= COMMON
            && entry
                .classes
                .any(Classes::VERB | Classes::PAST | Classes::PROGRESSIVE | Classes::AUXILIARY | Classes::PREPOSITION)
            && (lexicon::pair_count(before, rest) > 0.0 || lexicon::pair_count(rest, after) > 0.0)
    })?;
    Some((place..place + 1, &folded[..cut]))
}

/// “04:36:14source:agency”: a time with letters stuck to it, up to the next space.
fn date_and_source(document: &Document, place: usize) -> Option<Range<usize>> {
    let word = &document.words[place];
    let figure = place.checked_sub(1).filter(|_| word.glued)?;
    let is_time = document.words[figure].kind == WordKind::Figure
        && (document.folded(figure).contains(':')
            || (figure > 0 && document.words[figure].glued && document.folded(figure - 1) == ":"));
    let is_word =
        word.kind == WordKind::Word && word.entry.in_dictionary() && document.folded(place).len() > LEAST_LETTERS;
    if !(is_time && is_word) || document.folded(place).starts_with("am") || document.folded(place).starts_with("pm") {
        return None;
    }
    let start = (0..=figure).rev().take(MOST_WORDS).find(|&start| !document.words[start].glued).unwrap_or(figure);
    let end =
        (place + 1..document.words.len()).take(MOST_WORDS).find(|&end| !document.words[end].glued).unwrap_or(place + 1);
    Some(start..end)
}

/// “Qorvex:Storm”: a colon with no space on either side, between words.
fn behind_colon(document: &Document, place: usize) -> Option<Range<usize>> {
    let before = place.checked_sub(1)?;
    let next = document.words.get(place + 1)?;
    let is_word = |place: usize| {
        let word = &document.words[place];
        word.kind == WordKind::Word
            && document.folded(place).chars().count() >= LEAST_LETTERS
            && !document.folded(place).contains('.')
    };
    let first_glued = document.words[before].glued; // part of a longer string: an address
    let runs_on = document
        .words
        .get(place + 2)
        .is_some_and(|third| third.glued && ["/", ":", "@"].contains(&document.folded(place + 2)));
    (document.folded(place) == ":"
        && document.words[place].glued
        && next.glued
        && !first_glued
        && !runs_on
        && is_word(before)
        && is_word(place + 1)
        && !["http", "https", "mailto"].contains(&document.folded(before))
        && next.shape == Shape::Title)
        .then_some(before..place + 2)
}

/// “harbour.But”: the words on both sides of a full stop that no space follows, where the word at `place` opens a sentence.
fn behind_full_stop(document: &Document, place: usize) -> Option<Range<usize>> {
    let (before, stop) = (place.checked_sub(2)?, place - 1);
    let (last, next) = (&document.words[before], &document.words[place]);
    let is_sentence = |word: &Word| word.kind == WordKind::Word && word.entry.in_dictionary();
    (document.folded(stop) == "."
        && document.words[stop].glued
        && document.words[stop].span().end == next.span().start
        && last.sentence() + 1 == next.sentence()
        && is_sentence(last)
        && last.shape == Shape::Lower
        && document.folded(before).chars().count() >= LEAST_LETTERS
        && is_sentence(next)
        && next.shape == Shape::Title)
        .then_some(before..place + 1)
}

#[derive(Clone, Copy, Debug)]
enum Sort<'d> {
    Name(&'d str),
    Source,
    Headline,
    Space,
}

fn entry(context: &Context, article: ArticleId, places: Vec<Range<usize>>, sort: Sort) -> Discrepancy {
    let document = &context.documents[article.0];
    let evidence: Vec<_> =
        places.into_iter().take(MOST_SHOWN).map(|words| Excerpt { article, span: document.span_of(words) }).collect();
    let siglum = context.siglum(article);
    let mut words: Vec<_> = evidence.iter().map(|&place| format!("“{}”", shown(context, place))).collect();
    // The same lost space at the same link, again and again, is told once.
    words.dedup();
    let words = words.join(", ");
    let (severity, what, why) = match sort {
        Sort::Name(name) => (
            Severity::High,
            "a name joined to a word",
            format!(
                "It begins with “{name}”, a name that stands elsewhere in the story, and goes on with a word of the sentence"
            ),
        ),
        Sort::Source => (
            Severity::Medium,
            "date and source run together",
            "The line about the page is no part of the report".to_owned(),
        ),
        Sort::Headline => (
            Severity::Medium,
            "a name stuck before the headline",
            "No space stands behind the colon, as where a page's name was put before the headline".to_owned(),
        ),
        Sort::Space => {
            (Severity::Low, "no space between", "A space was lost, often with a link that stood there".to_owned())
        }
    };
    Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity,
        confidence: 0.85,
        facts: Vec::new(),
        summary: format!("{what}: {siglum} {words}"),
        explanation: format!("{siglum} has {words}. {why}."),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    fn check(text: &str, expected: &[&str]) {
        cases::check_alone(&RULE, text, expected);
    }

    #[test]
    fn a_name_joined_to_a_word_is_told() {
        check("Rain on the coast\n\nThe harbour is Qorvexletting go of its boats. Qorvex saw it.", &["Qorvexletting"]);
    }

    #[test]
    fn what_a_page_put_around_the_headline_is_told() {
        check("Qorvex:Storm closes the old harbour\n\nIt rained.", &["Qorvex:Storm"]);
        check("Storm\n\n2024-03-02 11:02:09source:paper\n\nIt rained.", &["11:02:09source:paper"]);
    }

    #[test]
    fn lost_spaces_are_one_entry_of_low_severity() {
        let text =
            "Rain on the coast\n\nIt rained.\n\nEarlier:Storm closes it\n\nThey saw the harbour.But nobody came.";
        let found = cases::discrepancies(&RULE, &[text]);
        assert_eq!((found.len(), found[0].evidence.len(), found[0].severity), (1, 2, Severity::Low));
    }

    #[test]
    fn names_times_and_addresses_are_left_alone() {
        check("Rain: Storm closes harbour\n\nSee https:Harbour.example/Boats at 10:30pm or 5:2.", &[]);
        check("Rain\n\nTrump and Trumpworld, Qorvex and Qorvexes, Harbourcare and the Harbour.", &[]);
        check("Rain\n\nThe U.S. and Amazon.Com saw it.", &[]);
    }
}
