//! Names that are spelt right and written wrong: a surname in capitals or after “the”, a name with a space where it has
//! none.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::compare::Context;
use crate::extract::NameKind;
use crate::link::{Entity, MentionId};
use crate::read::Excerpt;
use crate::segment::{Document, Shape, WordKind};
use crate::text::Classes;

/// A name written in an odd way.
#[derive(Debug)]
pub struct Odd {
    /// Where.
    pub place: Excerpt,
    /// What is odd, to follow “writes … ”.
    pub how: &'static str,
    /// How sure it is that this is a slip.
    pub confidence: f64,
}

/// The mentions of a person that write the surname in capitals or put “the” before it.
pub fn odd_surnames(context: &Context, entity: &Entity) -> Vec<Odd> {
    if entity.kind != NameKind::Person || !entity.mentions.iter().any(|&mention| words(context, mention).len() > 1) {
        return Vec::new();
    }
    let surnames: BTreeSet<&str> = entity
        .mentions
        .iter()
        .map(|&mention| (mention.article.0, words(context, mention)))
        .filter(|(_, words)| words.len() > 1)
        .flat_map(|(article, words)| words.map(move |word| context.documents[article].folded(word)))
        .collect();
    let single: Vec<MentionId> =
        entity.mentions.iter().copied().filter(|&mention| words(context, mention).len() == 1).collect();
    let shouted: Vec<MentionId> = single.iter().copied().filter(|&mention| is_shouted(context, mention)).collect();
    single
        .iter()
        .filter_map(|&mention| {
            let document = &context.documents[mention.article.0];
            let word = words(context, mention).start;
            let family = !surnames.contains(&document.folded(word)); // “the Lopezes”
            if family {
                return None;
            }
            let article = word.checked_sub(1).filter(|&before| document.folded(before) == "the");
            // Twice in one article it is that article's style, or an acronym.
            let capitals = shouted.contains(&mention)
                && shouted.iter().filter(|other| other.article == mention.article).count() == 1
                && writes_small(context, entity, mention, document.folded(word));
            let span = context.mentions[mention.article.0][mention.index].span;
            let (span, how, confidence) = match article {
                Some(before) if capitals => {
                    (document.span_of(before..word + 1), "a surname in capitals and after an article", 0.95)
                }
                None if capitals => (span, "a surname in capitals", 0.85),
                Some(before) if acts(document, word + 1) => {
                    (document.span_of(before..word + 1), "a surname after an article", 0.8)
                }
                _ => return None,
            };
            Some(Odd { place: Excerpt { article: mention.article, span }, how, confidence })
        })
        .collect()
}

fn words(context: &Context, mention: MentionId) -> Range<usize> {
    context.mentions[mention.article.0][mention.index].words.clone()
}

/// Whether a mention of one word is in capitals while its sentence is not.
fn is_shouted(context: &Context, mention: MentionId) -> bool {
    let document = &context.documents[mention.article.0];
    let word = words(context, mention).start;
    let sentence = &document.sentences[document.words[word].sentence()];
    let lower = document.words[sentence.words.clone()].iter().filter(|word| word.shape == Shape::Lower).count();
    // A dateline is in capitals, and a name beside another word in capitals is part of something else.
    let beside = |index: Option<usize>| {
        index.and_then(|index| document.words.get(index)).is_some_and(|word| word.shape == Shape::Upper)
    };
    if word == sentence.words.start || beside(word.checked_sub(1)) || beside(Some(word + 1)) {
        return false;
    }
    // Two small words at least: a line of three may be an acronym's expansion or a headline.
    document.words[word].shape == Shape::Upper && document.written(word).chars().count() > 1 && lower >= 2
}

/// Whether the same article writes the surname `folded` of `entity` in small letters elsewhere.
fn writes_small(context: &Context, entity: &Entity, mention: MentionId, folded: &str) -> bool {
    let document = &context.documents[mention.article.0];
    entity.mentions.iter().filter(|other| other.article == mention.article && **other != mention).any(|&other| {
        words(context, other).any(|word| document.folded(word) == folded && document.words[word].shape != Shape::Upper)
    })
}

/// Whether word `index` is a verb that tells what somebody did, so that the name before it was no attribute (“the Lopez
/// plan”).
fn acts(document: &Document, index: usize) -> bool {
    document.words.get(index).is_some_and(|word| {
        let classes = word.classes();
        word.kind == WordKind::Word
            && word.shape == Shape::Lower
            && (classes.any(Classes::AUXILIARY)
                || (classes.any(Classes::PAST) && !classes.any(Classes::NOUN | Classes::ADJECTIVE)))
    })
}

/// Mentions of an entity that part a word which other mentions write as one: “Red Wood” for “RedWood”.
pub fn spaced(context: &Context, entity: &Entity) -> Option<(Vec<MentionId>, Vec<MentionId>)> {
    let mut apart = Vec::new();
    let mut joined = Vec::new();
    let plain = |mention: MentionId| {
        let document = &context.documents[mention.article.0];
        let words = words(context, mention);
        let all = &document.words[words.clone()];
        // Handles and hyphens follow rules of their own.
        all.iter()
            .all(|word| word.kind == WordKind::Word)
            .then(|| words.map(|word| document.folded(word)).collect::<Vec<_>>())
    };
    let written: Vec<(MentionId, Vec<&str>)> =
        entity.mentions.iter().filter_map(|&mention| plain(mention).map(|words| (mention, words))).collect();
    // By the first two words of a mention run together, how many words it has at most.
    let mut parted: HashMap<String, usize> = HashMap::new();
    for (_, words) in written.iter().filter(|(_, words)| words.len() > 1) {
        let most = parted.entry(words[..2].concat()).or_default();
        *most = words.len().max(*most);
    }
    let one_word = written.iter().find_map(|(mention, words)| {
        let shape = context.documents[mention.article.0].words[self::words(context, *mention).start].shape;
        let is_parted = || parted.get(words[0]).is_some_and(|&most| most > words.len());
        (shape == Shape::Mixed && is_parted()).then_some(words[0])
    })?;
    for (mention, words) in &written {
        if words[0] == one_word {
            joined.push(*mention);
        } else if words.len() > 1 && words[..2].concat() == one_word {
            apart.push(*mention);
        }
    }
    Some((apart, joined))
}
