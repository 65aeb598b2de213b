//! `garble/wrong-word`: a word of the language that stands where another article, in the same words around it, has a
//! near one: “on the brake of war”, “on the brink of war”. The counted news decides which of the two nobody writes there.

use std::collections::HashMap;

use strsim::osa_distance;

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::link::SentenceId;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Shape, Term, WordKind};
use crate::text::lexicon;

/// The rule.
pub const RULE: Rule = Rule { id: "garble/wrong-word", check };

/// Sentences of other articles that are looked at for one.
const MOST_SENTENCES: usize = 8;
/// Rarer words have no counted neighbours, so that none is missed.
const COMMON: f64 = 200.0;
/// So often the sound word stands beside the same neighbour in the counted news.
const USUAL: f64 = 60.0;

fn check(context: &Context) -> Vec<Discrepancy> {
    let counterparts = context.counterparts();
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        for index in 0..document.sentences.len() {
            let here = SentenceId { article: ArticleId(article), index };
            let others = counterparts.first(here, MOST_SENTENCES);
            if !others.is_empty() {
                found.extend(in_sentence(context, here, &others));
            }
        }
    }
    found
}

fn in_sentence(context: &Context, here: SentenceId, others: &[SentenceId]) -> Option<Discrepancy> {
    let document = &context.documents[here.article.0];
    let mut by_neighbours: HashMap<(Term, Term), usize> = HashMap::new();
    for (before, place, after) in inner(document, here.index) {
        by_neighbours.entry((before, after)).or_insert(place);
    }
    others.iter().find_map(|other| {
        let theirs = &context.documents[other.article.0];
        inner(theirs, other.index).find_map(|(before, sound, after)| {
            let place = *by_neighbours.get(&(before, after))?;
            is_slip(document, place, theirs, sound)
                .then(|| entry(context, (here.article, place), (other.article, sound)))
        })
    })
}

/// The plain words of a sentence with the words before and after them.
fn inner(document: &Document, sentence: usize) -> impl Iterator<Item = (Term, usize, Term)> {
    let words = document.sentences[sentence].words.clone();
    words.clone().skip(1).take(words.len().saturating_sub(2)).filter_map(|place| {
        let is_word = |place: usize| document.words[place].kind == WordKind::Word;
        let plain =
            document.words[place].shape == Shape::Lower && is_word(place - 1) && is_word(place) && is_word(place + 1);
        plain.then(|| (document.words[place - 1].term, place, document.words[place + 1].term))
    })
}

/// Whether the word at `place` is one that nobody writes there, one or two slips away from the usual one of the other.
fn is_slip(document: &Document, place: usize, theirs: &Document, sound: usize) -> bool {
    let (word, usual) = (&document.words[place], &theirs.words[sound]);
    let (form, meant) = (document.folded(place), theirs.folded(sound));
    let (before, after) = (document.folded(place - 1), document.folded(place + 1));
    let most_edits = if form.len() >= 6 { 2 } else { 1 };
    let beside = |form: &str| (lexicon::pair_count(before, form), lexicon::pair_count(form, after));
    word.stem != usual.stem
        && word.entry.in_dictionary()
        && usual.entry.in_dictionary()
        && word.entry.count() >= COMMON
        && form.len().abs_diff(meant.len()) <= most_edits
        && beside(form) == (0.0, 0.0)
        && {
            let (left, right) = beside(meant);
            left.max(right) >= USUAL
        }
        && osa_distance(form, meant) <= most_edits
}

fn entry(context: &Context, damaged: (ArticleId, usize), sound: (ArticleId, usize)) -> Discrepancy {
    let excerpt = |(article, place): (ArticleId, usize)| Excerpt {
        article,
        span: context.documents[article.0].span_of(place - 1..place + 2),
    };
    let (wrong, right) = (excerpt(damaged), excerpt(sound));
    let [here, there] = [wrong.article, right.article].map(|article| context.siglum(article));
    let word = |(article, place): (ArticleId, usize)| context.documents[article.0].written(place).to_owned();
    let mut evidence = vec![wrong, right];
    evidence.sort_unstable();
    Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: 0.8,
        facts: Vec::new(),
        summary: format!("wrong word: {here} “{}”; {there} “{}”", shown(context, wrong), shown(context, right)),
        explanation: format!(
            "{here} has “{}” where {there}, with the same words around it, has “{}”. News hardly ever writes the first \
             beside these words, and often the second.",
            word(damaged),
            word(sound)
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    #[test]
    fn a_near_word_of_the_same_wording_shows_the_wrong_one() {
        let sound =
            "Rain on the coast\n\nThe harbour owners of Lisbon went on strike after the storm took their boats.";
        let wrong =
            "Rain on the coast\n\nThe harbour owners of Lisbon went in strike after the storm book their boats.";
        cases::check(&RULE, &[sound, wrong], &[&["storm took their", "storm book their"]]);
    }

    #[test]
    fn two_usual_words_are_left_alone() {
        let one =
            "Rain on the coast\n\nThe harbour owners of Lisbon lost their boats in the storm on the night of Monday.";
        let other =
            "Rain on the coast\n\nThe harbour owners of Lisbon lose their boats in the storm in the night of Monday.";
        cases::check(&RULE, &[one, one], &[]);
        cases::check(&RULE, &[one, other], &[]);
    }
}
