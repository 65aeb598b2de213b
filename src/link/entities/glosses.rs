//! Acronyms that an article explains: “the Harbour Workers and Dockers Union (HWDU)”. The brackets allow what bare initials
//! do not: letters left out or taken from inside the words.

use super::clusters::Clusters;
use super::forms::Form;
use crate::extract::{Mention, NameKind};
use crate::segment::Document;

/// Links each name with the acronym in brackets right after it.
pub fn link_glosses(documents: &[Document], mentions: &[Vec<Mention>], forms: &[Form], clusters: &mut Clusters) {
    // Which form each mention has, by article and index.
    let mut form_of: Vec<Vec<Option<usize>>> = mentions.iter().map(|mentions| vec![None; mentions.len()]).collect();
    for (index, form) in forms.iter().enumerate() {
        for (id, _) in &form.mentions {
            form_of[id.article.0][id.index] = Some(index);
        }
    }
    for ((document, mentions), form_of) in documents.iter().zip(mentions).zip(&form_of) {
        let mut last: Option<(usize, usize)> = None;
        for (mention, &form) in mentions.iter().zip(form_of) {
            let Some(form) = form else { continue };
            if let Some((end, long)) = last
                && mention.words.start == end + 1
                && document.folded(end) == "("
                && document.folded(mention.words.end) == ")"
                && explains(&forms[long], &forms[form])
            {
                clusters.join(form, long);
            }
            last = Some((mention.words.end, form));
        }
    }
}

/// Whether the letters of `short` come in order in the words of `long`, from its first letter on.
fn explains(long: &Form, short: &Form) -> bool {
    let acronym = short.upper && short.words.len() == 1 && short.first().chars().count() > 1 && short.place.is_none();
    if !acronym || long.words.len() < 2 || long.kind == NameKind::Person {
        return false;
    }
    let mut letters = long.words.iter().flat_map(|word| word.chars());
    long.first().chars().next() == short.first().chars().next()
        && short.first().chars().all(|letter| letters.any(|other| other == letter))
}
