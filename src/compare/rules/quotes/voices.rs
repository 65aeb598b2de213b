//! Who speaks, told apart by what the articles name: one person however he is called, or the words for somebody unnamed.

use std::collections::HashMap;

use crate::compare::Context;
use crate::extract::NameKind;
use crate::extract::Value;
use crate::link::MentionId;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Term, WordKind};
use crate::text::Span;

/// So many mentions may begin before the words for a speaker and reach into them.
const NESTED: usize = 3;

/// Somebody who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// A person with a name, by the index of the entity.
    Person(usize),
    /// Somebody who speaks for it, or the thing itself: an organisation or place with a name.
    Body(usize),
    /// Somebody without a name, by the word for him: “spokesman”.
    Unnamed(Term),
}

/// Looks up who is meant by words that name a speaker.
#[derive(Debug)]
pub struct Voices<'c> {
    context: Context<'c>,
    entities: HashMap<MentionId, usize>,
}

impl<'c> Voices<'c> {
    /// Reads the entities of a story once.
    pub fn new(context: &Context<'c>) -> Self {
        let entities = context.links.entities.iter().enumerate();
        let entities =
            entities.flat_map(|(index, entity)| entity.mentions.iter().map(move |&mention| (mention, index))).collect();
        Self { context: *context, entities }
    }

    /// Who is named by the words under `speaker`: a person before what he speaks for.
    pub fn of(&self, article: ArticleId, speaker: Span) -> Option<Voice> {
        let mentions = &self.context.mentions[article.0];
        let end = mentions.partition_point(|mention| mention.span.start < speaker.end);
        let start = mentions.partition_point(|mention| mention.span.start < speaker.start);
        let named = mentions.iter().enumerate().take(end).skip(start.saturating_sub(NESTED));
        let named = named.filter(|(_, mention)| mention.span.overlaps(speaker));
        let mut body = None;
        for (index, mention) in named {
            let Value::Name(kind) = mention.value else { continue };
            let Some(&entity) = self.entities.get(&MentionId { article, index }) else { continue };
            if kind == NameKind::Person || self.context.links.entities[entity].kind == NameKind::Person {
                return Some(Voice::Person(entity));
            }
            body = body.or(Some(Voice::Body(entity)));
        }
        let document = &self.context.documents[article.0];
        let words = document.words.get(document.words_in(speaker)).unwrap_or_default();
        let last = words.iter().rev().find(|word| word.kind == WordKind::Word);
        body.or(last.map(|word| Voice::Unnamed(word.stem)))
    }

    /// The same for an excerpt.
    pub fn of_excerpt(&self, speaker: Excerpt) -> Option<Voice> {
        self.of(speaker.article, speaker.span)
    }
}
