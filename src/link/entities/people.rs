//! People: full names with one surname and given names that agree are one person; a surname or given name alone is the
//! person whom its own article names so.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::bearers::Bearers;
use super::clusters::Clusters;
use super::forms::Form;
use super::spelling::{NearWords, edits_between, is_slip, is_variant, one_is_unknown};
use crate::extract::NameKind;
use crate::extract::gazetteer::{self, Sorts};
use crate::segment::Term;

/// Of those who share a surname only so many are compared with one more who bears it, those with the fullest names: in a list
/// of thousands of names a surname alone means nobody. In the stories read, four share one at most.
const MOST_OF_A_SURNAME: usize = 48;

/// Links the full names of people. Longer names come first, so that “George Bush” joins one of “George H. W. Bush” and
/// “George W. Bush”, and not both.
pub fn link_full_names(forms: &[Form], clusters: &mut Clusters) {
    let mut order: Vec<usize> = (0..forms.len()).filter(|&form| is_full_name(&forms[form])).collect();
    order.sort_by_key(|&form| (Reverse(forms[form].words.len()), Reverse(forms[form].mentions.len()), form));
    // By their places in `order`.
    let mut surnames = Surnames::default();
    for (place, &form) in order.iter().enumerate() {
        let (surname, bearer) = (forms[form].last(), &forms[form]);
        let best = (surnames.bearers(surname).iter().map(|&place| order[place]))
            .filter(|&other| {
                let other = &forms[other];
                bearer.junior == other.junior && (agree(given(bearer), given(other)) || is_tail(bearer, other))
            })
            .max_by_key(|&other| (forms[other].mentions.len(), Reverse(other)));
        let best = best.or_else(|| {
            let mut near = surnames.near(surname, is_near).into_iter().map(|place| order[place]);
            near.find(|&other| agree(given(bearer), given(&forms[other])))
        });
        if let Some(best) = best {
            clusters.join(form, best);
        }
        if surnames.bearers(surname).len() < MOST_OF_A_SURNAME {
            surnames.insert(surname, place);
        }
    }
}

/// Who has which surname, and which surnames are near to each other.
#[derive(Default)]
struct Surnames<'f> {
    names: Vec<&'f str>,
    places: HashMap<&'f str, Vec<usize>>,
    near: NearWords,
}

impl<'f> Surnames<'f> {
    /// Adds one who has it, whom the caller knows by `bearer`; they come in order.
    fn insert(&mut self, surname: &'f str, bearer: usize) {
        let bearers = self.places.entry(surname).or_default();
        if bearers.is_empty() {
            self.near.insert(surname, self.names.len());
            self.names.push(surname);
        }
        bearers.push(bearer);
    }

    fn bearers(&self, surname: &str) -> &[usize] {
        self.places.get(surname).map_or(&[], Vec::as_slice)
    }

    /// Who has a surname that is near to `word` and passes `test` with it, in order.
    fn near(&self, word: &str, test: fn(&str, &str) -> bool) -> Vec<usize> {
        let near = self.near.near(word).into_iter().map(|place| self.names[place]);
        let mut bearers: Vec<usize> =
            near.filter(|surname| test(word, surname)).flat_map(|surname| self.bearers(surname)).copied().collect();
        bearers.sort_unstable();
        bearers
    }
}

fn is_full_name(form: &Form) -> bool {
    form.kind == NameKind::Person && form.words.len() > 1
}

/// Whether `short` is what `long` ends with: “Ruiz-Soler” of “Ana Ruiz-Soler”, where the given name is told elsewhere or
/// something that is no name has been read into it.
fn is_tail(short: &Form, long: &Form) -> bool {
    /// More words before it are a list of people run together.
    const BEFORE: usize = 2;
    (1..=BEFORE).contains(&long.words.len().saturating_sub(short.words.len())) && long.words.ends_with(&short.words)
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
    let mut surnames = Surnames::default();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| is_full_name(form)) {
        surnames.insert(form.last(), index);
    }
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() == 1 && form.place.is_none()) {
        let word = form.first();
        let sorts = gazetteer::sorts(Term::of(word));
        let named = bearers.get(word).map_or(&[][..], Vec::as_slice);
        let alike = |test| if named.is_empty() { surnames.near(word, test) } else { Vec::new() };
        let near = alike(is_near);
        let slipped = if sorts.any(Sorts::GIVEN) { Vec::new() } else { alike(is_slip) };
        // Capitals are an agency's before its photographer's: “AP Ana Paz”.
        let named: Vec<usize> = (named.iter().copied())
            .filter(|&other| !form.upper || sorts.any(Sorts::GIVEN) || forms[other].last() == word)
            .collect();
        let given = sorts.any(Sorts::GIVEN);
        let mut named = Bearers::of(form, &named, forms, clusters, given);
        let mut near = Bearers::of(form, &near, forms, clusters, given);
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
            let person = if !named.is_empty() {
                named.meant_by(mention)
            } else if !near.is_empty() {
                near.meant_by(mention)
            } else {
                let here = slipped.iter().copied().filter(|&other| forms[other].count_in(mention.article) > 0);
                let here: Vec<usize> = here.collect();
                Bearers::of(form, &here, forms, clusters, given).meant_by(mention)
            };
            if let Some(person) = person {
                clusters.place(mention, person);
            }
        }
    }
}

fn is_near(word: &str, surname: &str) -> bool {
    edits_between(word, surname).is_some() && one_is_unknown(word, surname)
}
