//! `name/misspelt`: a capitalised word that nobody else writes and no lexicon knows, where the story has a near word: best
//! between the same neighbours (“General Motrs”, “General Motors”), else a long one that can hardly be anything else.
//!
//! The spellings of one entity are compared in `spellings`; here a word is compared by its place, so that it does not
//! matter whether linking has found out what the damaged name stands for.

mod sound;

use std::collections::BTreeSet;

use crate::compare::readings::quoted;
use crate::compare::written::Written;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::cores;
use crate::extract::gazetteer::{self, Sorts};
use crate::extract::{Mention, Value};
use crate::link::MentionId;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Shape, WordKind};
use crate::text::lexicon;

use super::is_damage;
use super::spellings::pairs;
use sound::{LEAST_LETTERS, Neighbours, Side, Vocabulary, is_near, is_sound, letters, neighbours};

/// The rule.
pub const RULE: Rule = Rule { id: "name/misspelt", check };

/// Where a name is longer than this, the word alone is shown.
const SHOWN_WORDS: usize = 4;
/// An article with more unknown names than this is in another language.
const MOST_UNKNOWN: usize = 60;

/// Near words are looked for to so many words before threads for more are started: each takes a millisecond.
const FEW_WORDS: usize = 2;

/// A word by its place.
type Place = (ArticleId, usize);

fn check(context: &Context) -> Vec<Discrepancy> {
    let written = context.written();
    let unknown: Vec<Place> = (context.documents.iter().enumerate())
        .flat_map(|(article, document)| {
            let places = (0..document.words.len()).filter(|&index| is_unknown(document, written, index));
            places.take(MOST_UNKNOWN).map(move |index| (ArticleId(article), index))
        })
        .collect();
    if unknown.is_empty() {
        return Vec::new();
    }
    // What linking has put with the name that it damages is told there.
    let words_of = |mention: MentionId| {
        let words = context.mentions[mention.article.0][mention.index].words.clone();
        words.map(move |index| (mention.article, index))
    };
    let told: BTreeSet<Place> = (context.links.entities.iter())
        .flat_map(|entity| pairs(context, entity).into_iter().filter(is_damage).flat_map(|pair| pair.rare))
        .flat_map(words_of)
        .collect();
    let unknown: Vec<Place> = unknown.into_iter().filter(|place| !told.contains(place)).collect();
    let neighbours = Neighbours::of(context, &unknown);
    let vocabulary = Vocabulary::of(context);
    let look = |&place: &Place| {
        let beside = neighbours.nearest(context, place).map(|sound| (sound, true));
        let told = beside.or_else(|| Some((vocabulary.nearest(context, place)?, false)));
        if let Some((sound, beside)) = told {
            return Some(entry(context, place, sound, beside));
        }
        let usual = usual(&context.documents[place.0.0], place.1)?;
        Some(alone(context, place, &usual))
    };
    cores::shares(unknown.len(), FEW_WORDS, |places| unknown[places].iter().filter_map(look).collect())
}

/// The near word of the dictionary that usually stands beside what stands beside word `index`: “Obama” has “Barack” before
/// it, whatever “Boarck” is. A surname after a title or given name can be anything.
fn usual(document: &Document, index: usize) -> Option<String> {
    /// How often the pair is counted in the news: more than by chance.
    const USUAL: f64 = 60.0;
    let damaged = document.folded(index);
    let (before, after): (Vec<_>, Vec<_>) =
        neighbours(document, index).map(|(_, side)| side).partition(|&side| side == Side::Before);
    let named = gazetteer::sorts(document.words[index.checked_sub(1)?].term).any(Sorts::TITLE | Sorts::GIVEN);
    let before = (!before.is_empty() && !named).then(|| document.folded(index - 1));
    let after = (!after.is_empty()).then(|| document.folded(index + 1));
    let counted = |word: &str| {
        let with_before = before.map_or(0.0, |before| lexicon::pair_count(before, word));
        with_before.max(after.map_or(0.0, |after| lexicon::pair_count(word, after)))
    };
    if before.is_none() && after.is_none() {
        return None;
    }
    let near = slips(damaged).into_iter().filter(|word| is_near(damaged, word));
    let best = near.map(|word| (counted(&word), word)).filter(|(count, _)| *count >= USUAL);
    best.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1))).map(|(_, word)| word)
}

/// The words of the dictionary with the same first letter that one letter, or one letter and an exchange of neighbours,
/// make of `damaged`.
fn slips(damaged: &str) -> BTreeSet<String> {
    const MOST: usize = 12;
    let letters: Vec<char> = damaged.chars().collect();
    let mut found: BTreeSet<String> = lexicon::near_from_first(damaged, 1, MOST).into_iter().collect();
    for place in 2..letters.len() {
        let mut exchanged = letters.clone();
        exchanged.swap(place - 1, place);
        let exchanged: String = exchanged.into_iter().collect();
        found.extend(lexicon::near_from_first(&exchanged, 1, MOST));
        found.extend(lexicon::entry(&exchanged).in_dictionary().then_some(exchanged));
    }
    found
}

fn alone(context: &Context, damaged: Place, usual: &str) -> Discrepancy {
    let place = excerpt(context, damaged);
    let word = context.documents[damaged.0.0].written(damaged.1);
    let siglum = context.siglum(damaged.0);
    let told = quoted(context, &[place]);
    Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: RULE.id,
        severity: Severity::High,
        confidence: 0.75,
        facts: Vec::new(),
        summary: format!("a misspelt name: {told}, perhaps “{usual}”"),
        explanation: format!(
            "“{word}” in {siglum} is in no dictionary and in no other article; beside the same word the news has \
             “{usual}”, which differs in a letter or two. An editor would check the spelling."
        ),
        evidence: vec![place],
    }
}

/// Whether a name's word is in no lexicon and told once, in no other article.
fn is_unknown(document: &Document, written: &Written, index: usize) -> bool {
    let word = &document.words[index];
    word.kind == WordKind::Word
        && matches!(word.shape, Shape::Title | Shape::Mixed)
        && !word.glued
        && !is_sound(word)
        && letters(document.folded(index)) >= LEAST_LETTERS
        && document.folded(index).chars().all(char::is_alphabetic)
        && !document.words.get(index + 1).is_some_and(|next| next.glued && document.folded(index + 1) == "-")
        && written.by_one_article(word.term) == Some(1)
}

fn entry(context: &Context, damaged: Place, sound: Place, beside: bool) -> Discrepancy {
    let mut evidence = vec![excerpt(context, damaged), excerpt(context, sound)];
    evidence.sort_unstable();
    let told = quoted(context, &evidence);
    let word = context.documents[damaged.0.0].written(damaged.1);
    let other = context.documents[sound.0.0].written(sound.1);
    let siglum = context.siglum(damaged.0);
    let place = if beside { "between the same words stands" } else { "the story has" };
    Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: RULE.id,
        severity: Severity::High,
        confidence: if beside { 0.9 } else { 0.75 },
        facts: Vec::new(),
        summary: format!("a name in two spellings: {told}"),
        explanation: format!(
            "“{word}” in {siglum} is in no dictionary and stands there alone; {place} “{other}”, which differs in a \
             letter or two. An editor would check the spelling."
        ),
        evidence,
    }
}

/// The name that a word belongs to.
fn name_at<'c>(context: &Context<'c>, (article, index): Place) -> Option<&'c Mention> {
    let mentions = &context.mentions[article.0];
    mentions.iter().find(|mention| matches!(mention.value, Value::Name(_)) && mention.words.contains(&index))
}

/// The name that a word belongs to, where that is short; else the word.
fn excerpt(context: &Context, place: Place) -> Excerpt {
    let name = name_at(context, place).filter(|name| name.words.len() <= SHOWN_WORDS);
    let word = context.documents[place.0.0].words[place.1].span();
    Excerpt { article: place.0, span: name.map_or(word, |name| name.span) }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::compare::rules::cases::check;

    #[test]
    fn a_damaged_word_between_the_same_neighbours() {
        check(
            &RULE,
            &["The plan of Harbor Seltuions failed.", "Work at Harbor Solutions went on."],
            &[&["Harbor Seltuions", "Harbor Solutions"]],
        );
        check(
            &RULE,
            &["On Monday Premier Boarck Sorel spoke.", "On Tuesday Barack Sorel left."],
            &[&["Boarck Sorel", "Barack Sorel"]],
        );
    }

    #[test]
    fn a_long_damaged_word_alone() {
        check(&RULE, &["He left for Flreida on Monday.", "They met in Florida."], &[&["Flreida", "Florida"]]);
    }

    #[test]
    fn what_usually_stands_there() {
        check(&RULE, &["On Monday Boarck Obama spoke.", "On Tuesday it rained."], &[&["Boarck Obama"]]);
    }

    #[test]
    fn other_names_are_no_damage() {
        for texts in [
            // no neighbour is the same, and the word is short
            ["On Monday Karen Lewos spoke.", "On Tuesday Peter Lewis left."],
            // told more than once
            ["On Monday Karen Lewos spoke. Then Lewos left.", "On Tuesday Karen Lewis left."],
            // a firm of two families
            ["The lawyers Zuckermann Spaeder spoke.", "House Speaker Ana Sorel spoke."],
            // plurals
            ["On Monday the Harbor Solutionss met.", "On Monday Harbor Solutions met."],
            // the other one is as unknown
            ["They met in Brunnwald.", "They met in Brunnwold."],
        ] {
            check(&RULE, &texts, &[]);
        }
    }
}
