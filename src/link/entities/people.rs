//! People: full names with one surname and given names that agree are one person; a surname or given name alone is the
//! person whom its own article names so.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::clusters::Clusters;
use super::forms::Form;
use super::spelling::{edits_between, is_variant, one_is_unknown};
use crate::extract::NameKind;
use crate::extract::gazetteer::{self, Sorts};
use crate::read::ArticleId;
use crate::segment::Term;

/// Links the full names of people. Longer names come first, so that “George Bush” joins one of “George H. W. Bush” and
/// “George W. Bush”, and not both.
pub fn link_full_names(forms: &[Form], clusters: &mut Clusters) {
    let mut order: Vec<usize> = (0..forms.len()).filter(|&form| is_full_name(&forms[form])).collect();
    order.sort_by_key(|&form| (Reverse(forms[form].words.len()), Reverse(forms[form].mentions.len()), form));
    let mut by_surname: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_letter: HashMap<char, Vec<usize>> = HashMap::new();
    for &form in &order {
        let same = by_surname.entry(forms[form].last()).or_default();
        let best = same
            .iter()
            .copied()
            .filter(|&other| agree(given(&forms[form]), given(&forms[other])))
            .max_by_key(|&other| (forms[other].mentions.len(), Reverse(other)));
        same.push(form);
        let alike = by_letter.entry(initial(forms[form].last())).or_default();
        let best = best.or_else(|| {
            let near = |&other: &usize| {
                is_near(forms[form].last(), forms[other].last()) && agree(given(&forms[form]), given(&forms[other]))
            };
            alike.iter().copied().find(near)
        });
        if let Some(best) = best {
            clusters.join(form, best);
        }
        alike.push(form);
    }
}

fn initial(word: &str) -> char {
    word.chars().next().unwrap_or(' ')
}

fn is_full_name(form: &Form) -> bool {
    form.kind == NameKind::Person && form.words.len() > 1
}

fn given(form: &Form) -> &[String] {
    &form.words[..form.words.len() - 1]
}

/// Whether two lists of given names can be one person's: the first ones agree, and no middle name differs.
fn agree(a: &[String], b: &[String]) -> bool {
    let (Some(first), Some(other)) = (a.first(), b.first()) else { return true };
    if !one_agrees(first, other) {
        return false;
    }
    let middle = |words: &[String]| words[1..].concat();
    let (middle_a, middle_b) = (middle(a), middle(b));
    middle_a.is_empty()
        || middle_b.is_empty()
        || middle_a.starts_with(&middle_b)
        || middle_b.starts_with(&middle_a)
        || middle_a.chars().next() == middle_b.chars().next() && (a.len() == 2 && b.len() == 2)
}

/// Whether two given names, or a given name and an initial, can be one.
fn one_agrees(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a) || is_variant(a, b)
}

/// Places surnames and given names that stand alone, each mention with the person of its own article if there is one.
pub fn link_short_names(forms: &[Form], clusters: &mut Clusters) {
    let mut bearers: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| is_full_name(form)) {
        bearers.entry(form.last()).or_default().push(index);
        if form.first() != form.last() {
            bearers.entry(form.first()).or_default().push(index);
        }
    }
    let mut by_letter: HashMap<char, Vec<usize>> = HashMap::new();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| is_full_name(form)) {
        by_letter.entry(initial(form.last())).or_default().push(index);
    }
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() == 1 && form.place.is_none()) {
        let word = form.first();
        let sorts = gazetteer::sorts(Term::of(word));
        let named = bearers.get(word).map_or(&[][..], Vec::as_slice);
        let alike = |test: fn(&str, &str) -> bool| -> Vec<usize> {
            let same_letter = by_letter.get(&initial(word)).filter(|_| named.is_empty()).into_iter().flatten();
            same_letter.copied().filter(|&other| test(word, forms[other].last())).collect()
        };
        let near = alike(is_near);
        let slipped = if sorts.any(Sorts::GIVEN) { Vec::new() } else { alike(is_slip) };
        for &(mention, kind) in &form.mentions {
            let open = match kind {
                NameKind::Person | NameKind::Other => true,
                _ if sorts.any(Sorts::INSTITUTION) => false,
                NameKind::Organisation => form.kind == NameKind::Person || form.upper || clusters.is_alone(index),
                NameKind::Place => form.kind == NameKind::Person,
            };
            if !open {
                continue;
            }
            let here: Vec<usize> =
                slipped.iter().copied().filter(|&other| forms[other].count_in(mention.article) > 0).collect();
            let candidates = [named, &near, &here].into_iter().find(|candidates| !candidates.is_empty());
            if let Some(person) = bearer(word, candidates.unwrap_or_default(), mention.article, forms, clusters) {
                clusters.place(mention, person);
            }
        }
    }
}

/// Whether one letter of a long surname has slipped, though both words are known names: in one article that names
/// nobody else so, that is likelier than two people.
fn is_slip(word: &str, surname: &str) -> bool {
    const LONG: usize = 6;
    word.chars().count() >= LONG && edits_between(word, surname) == Some(1) && !is_plural(word, surname)
}

fn is_plural(word: &str, surname: &str) -> bool {
    word.strip_prefix(surname).is_some_and(|ending| matches!(ending, "s" | "es"))
}

fn is_near(word: &str, surname: &str) -> bool {
    edits_between(word, surname).is_some() && one_is_unknown(word, surname)
}

/// Which of `candidates` a short name in `article` means: whoever bears it as surname before whoever bears it as given
/// name, in the same article before elsewhere, named more often before less often.
fn bearer(word: &str, candidates: &[usize], article: ArticleId, forms: &[Form], clusters: &Clusters) -> Option<usize> {
    let mut counts: HashMap<usize, (usize, usize)> = HashMap::new();
    for &candidate in candidates {
        let (here, everywhere) = counts.entry(clusters.root(candidate)).or_default();
        *here += forms[candidate].count_in(article);
        *everywhere += forms[candidate].mentions.len();
    }
    let given = gazetteer::sorts(Term::of(word)).any(Sorts::GIVEN);
    candidates
        .iter()
        .copied()
        .filter(|&candidate| {
            // A given name alone means somebody only where somebody of the article bears it.
            let by_given = forms[candidate].first() == word && forms[candidate].last() != word;
            !by_given || !given || counts[&clusters.root(candidate)].0 > 0
        })
        .max_by_key(|&candidate| {
            let (here, everywhere) = counts[&clusters.root(candidate)];
            let surname = forms[candidate].last() == word;
            (here > 0, surname, here, everywhere, Reverse(clusters.root(candidate)))
        })
}
