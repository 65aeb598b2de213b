//! Names of all articles → [`Entity`]s: which names mean the same person, organisation or place.
//!
//! Names are gathered by how they are written, so that each form is looked at once; forms are then put together by
//! surname and given names, by acronym, by what a name may leave off and by near spelling, always through an index.

mod bearers;
mod clusters;
mod damage;
mod forms;
mod glosses;
mod organisations;
mod people;
mod spelling;

use std::collections::BTreeMap;

use super::{Entity, MentionId};
use crate::extract::{Mention, NameKind};
use crate::segment::Document;
use clusters::Clusters;
use forms::{Form, forms};

pub use spelling::edits_between;

/// The entities that the names in `mentions` refer to; every name belongs to exactly one.
///
/// ```
/// use variorum::analysis::analyze;
/// use variorum::read::Article;
///
/// let story = analyze(vec![
///     Article::from_text("The plan of Ana Sorel failed. Sorel left."),
///     Article::from_text("On Monday Sorel, Ana said."),
/// ]);
/// assert_eq!(story.entities[0].name, "Ana Sorel");
/// assert!(story.entities[0].mentions.len() >= 2);
/// ```
pub fn entities(documents: &[Document], mentions: &[Vec<Mention>]) -> Vec<Entity> {
    let forms = forms(documents, mentions);
    let mut clusters = Clusters::new(forms.len());
    people::link_full_names(&forms, &mut clusters);
    organisations::link_things(&forms, &mut clusters);
    glosses::link_glosses(documents, mentions, &forms, &mut clusters);
    damage::link_near_forms(&forms, &mut clusters);
    people::link_short_names(&forms, &mut clusters);
    gather(&forms, &clusters)
}

/// The clusters as entities, by first mention.
fn gather(forms: &[Form], clusters: &Clusters) -> Vec<Entity> {
    let mut members: BTreeMap<usize, BTreeMap<usize, Vec<MentionId>>> = BTreeMap::new();
    for (index, form) in forms.iter().enumerate() {
        for &(mention, _) in &form.mentions {
            members.entry(clusters.of(mention, index)).or_default().entry(index).or_default().push(mention);
        }
    }
    let mut entities: Vec<Entity> = members.into_values().map(|members| entity(forms, members)).collect();
    entities.sort_by(|a, b| a.mentions.cmp(&b.mentions));
    entities
}

fn entity(forms: &[Form], members: BTreeMap<usize, Vec<MentionId>>) -> Entity {
    let kind = kind_of(forms, &members);
    let count = |long: bool| {
        members
            .iter()
            .filter(move |(form, _)| (forms[**form].words.len() > 1) == long)
            .map(|(&form, mentions)| {
                let person = kind == NameKind::Person && forms[form].begins_as_person();
                (forms[form].names_outright(), person, mentions.len(), std::cmp::Reverse(&forms[form].written), form)
            })
            .max()
    };
    // The full name told most often; a company's short one where that is told more often than any other.
    let usual = match (count(true), count(false)) {
        (Some(long), Some(short)) => {
            let short_is_usual = kind != NameKind::Person && short.0 && short.2 > long.2 && !forms[short.4].upper;
            if short_is_usual { short.4 } else { long.4 }
        }
        (Some((.., form)), None) | (None, Some((.., form))) => form,
        (None, None) => unreachable!("an entity has a mention"),
    };
    let mut mentions: Vec<MentionId> = members.into_values().flatten().collect();
    mentions.sort_unstable();
    Entity { name: forms[usual].written.clone(), kind, mentions }
}

/// What most mentions are taken for; full names count before short ones, and a kind before none. Who has a person's full
/// name and no other thing's is a person, whatever the surname alone was taken for.
fn kind_of(forms: &[Form], members: &BTreeMap<usize, Vec<MentionId>>) -> NameKind {
    let mut long = members.keys().map(|&form| &forms[form]).filter(|form| form.words.len() > 1).peekable();
    if long.peek().is_some() && long.all(|form| form.kind == NameKind::Person && form.begins_as_person()) {
        return NameKind::Person;
    }
    let weight = |kind: NameKind| -> usize {
        members
            .iter()
            .filter(|(form, _)| forms[**form].kind == kind)
            .map(|(&form, mentions)| mentions.len() * if forms[form].words.len() > 1 { 3 } else { 1 })
            .sum()
    };
    [NameKind::Person, NameKind::Organisation, NameKind::Place]
        .into_iter()
        .max_by_key(|&kind| (weight(kind), std::cmp::Reverse(kind)))
        .filter(|&kind| weight(kind) > 0)
        .unwrap_or(NameKind::Other)
}

#[cfg(test)]
mod tests;
