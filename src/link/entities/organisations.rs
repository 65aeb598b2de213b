//! Organisations and places: names without what companies may leave off, acronyms and what they stand for, a last word
//! that stands for the whole (“the Journal”).

use std::cmp::Reverse;
use std::collections::HashMap;

use super::clusters::Clusters;
use super::forms::Form;
use crate::extract::NameKind;
use crate::extract::gazetteer::{self, Sorts};
use crate::segment::Term;
use crate::text::{Classes, lexicon};

/// Words that the name of a company or station has in full and leaves off in short.
const LEFT_OFF: [&str; 31] = [
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "companies",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "gmbh",
    "ag",
    "sa",
    "nv",
    "spa",
    "group",
    "holding",
    "holdings",
    "motor",
    "motors",
    "solutions",
    "tv",
    "television",
    "channel",
    "technologies",
    "industries",
    "international",
    "entertainment",
    "stores",
];
/// A short form may also leave these off when nothing else bears it.
const LEFT_OFF_ALONE: [&str; 10] =
    ["news", "airlines", "airways", "systems", "media", "party", "network", "agency", "department", "ministry"];
/// Bodies named either way round: “Department of Justice”, “Justice Department”.
const EITHER_WAY: [&str; 4] = ["department", "ministry", "embassy", "consulate"];
/// Words and their other writings: British and short ones, and ordinals in words (“Ninth Circuit”, “9th Circuit”).
const WRITINGS: [(&str, &str); 22] = [
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
    ("ninth", "9th"),
    ("tenth", "10th"),
    ("eleventh", "11th"),
    ("twelfth", "12th"),
    ("centre", "center"),
    ("defence", "defense"),
    ("labour", "labor"),
    ("harbour", "harbor"),
    ("theatre", "theater"),
    ("programme", "program"),
    ("organisation", "organization"),
    ("dept", "department"),
    ("intl", "international"),
    ("assn", "association"),
];
/// What the acronyms that begin names of bodies stand for: “UN Security Council”.
const LONG_BEGINNINGS: [([&str; 2], &str); 4] = [
    (["united", "nations"], "un"),
    (["united", "states"], "us"),
    (["united", "kingdom"], "uk"),
    (["european", "union"], "eu"),
];

/// Links names of places and organisations that are the same but for what may be left off, and acronyms.
pub fn link_things(forms: &[Form], clusters: &mut Clusters) {
    let mut first_with: HashMap<String, usize> = HashMap::new();
    let mut places: HashMap<Term, usize> = HashMap::new();
    for (index, form) in forms.iter().enumerate() {
        if form.kind == NameKind::Person && form.words.len() > 1 {
            continue;
        }
        if let Some(place) = form.place {
            let first = *places.entry(place).or_insert(index);
            clusters.join(index, first);
        } else if let Some(core) = core(form) {
            let first = *first_with.entry(core).or_insert(index);
            if first != index {
                clusters.join(index, first);
            }
        }
    }
    link_short_forms(forms, clusters);
    link_acronyms(forms, clusters);
    link_parts(forms, clusters);
}

fn is_organisation(form: &Form) -> bool {
    matches!(form.kind, NameKind::Organisation | NameKind::Other) && form.words.len() > 1
}

/// A name's words without what may be left off and without plural endings, run together.
fn core(form: &Form) -> Option<String> {
    let long = form.words.len() > 1;
    let begins = LONG_BEGINNINGS
        .iter()
        .find(|(long, _)| form.words.len() > long.len() && form.words.starts_with(&long.map(str::to_owned)));
    let rest = form.words.iter().skip(begins.map_or(0, |(long, _)| long.len())).map(String::as_str);
    let mut kept: Vec<&str> = begins
        .iter()
        .map(|(_, short)| *short)
        .chain(rest)
        .map(|word| WRITINGS.iter().find(|(other, _)| *other == word).map_or(word, |(_, usual)| usual))
        .enumerate()
        .filter(|&(place, word)| place == 0 || !LEFT_OFF.contains(&word))
        .map(|(_, word)| if long && word.chars().count() > 4 { word.trim_end_matches('s') } else { word })
        .collect();
    // The body goes last, with what stands before it as it was.
    if long && let Some(place) = kept.iter().position(|word| EITHER_WAY.contains(word)) {
        kept[place..].rotate_left(1);
        // “the Harbor Police” of “the Harbor Police Department”; one word alone can be anything.
        if kept.len() > 2 && kept.last().is_some_and(|body| *body == "department" || *body == "ministry") {
            kept.pop();
        }
    }
    (!kept.is_empty()).then(|| kept.concat())
}

/// “Harbor” for “Harbor News”, where one organisation alone begins so; “Santa Rosa” for “Santa Rosa de Copan”.
fn link_short_forms(forms: &[Form], clusters: &mut Clusters) {
    let mut longer: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, form) in forms.iter().enumerate() {
        let place_with_particle = form.kind == NameKind::Place
            && form.place.is_none()
            && [" de ", " del ", " de la ", " am ", " upon ", "-sur-"]
                .iter()
                .any(|part| form.written.to_lowercase().contains(part));
        let rest_left_off = is_organisation(form)
            && form.words[1..]
                .iter()
                .all(|word| LEFT_OFF_ALONE.contains(&word.as_str()) || LEFT_OFF.contains(&word.as_str()));
        if place_with_particle || rest_left_off {
            longer.entry(form.first()).or_default().push(index);
        }
    }
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() == 1 && form.place.is_none()) {
        if let Some(&best) = longer
            .get(form.first())
            .and_then(|longer| longer.iter().max_by_key(|&&other| (forms[other].mentions.len(), Reverse(other))))
        {
            clusters.join(index, best);
        }
    }
}

/// What a word gives to the acronym of its name: a first letter; an acronym all of its own, so that “U.N.” is no
/// “U.S. Navy”.
fn initial(word: &str) -> &str {
    if LONG_BEGINNINGS.iter().any(|&(_, short)| short == word) {
        return word;
    }
    word.char_indices().nth(1).map_or(word, |(second, _)| &word[..second])
}

/// Links acronyms with the names whose initials they are.
fn link_acronyms(forms: &[Form], clusters: &mut Clusters) {
    let mut by_initials: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, form) in
        forms.iter().enumerate().filter(|(_, form)| form.words.len() > 1 && form.kind != NameKind::Person)
    {
        let initials: String = form.words.iter().map(|word| initial(word)).collect();
        by_initials.entry(initials).or_default().push(index);
    }
    for (index, form) in forms.iter().enumerate() {
        // Two letters at least; a place keeps its own short forms.
        if form.words.len() > 1 || !form.upper || form.place.is_some() || form.first().chars().count() < 2 {
            continue;
        }
        let full = by_initials
            .get(form.first())
            .and_then(|full| full.iter().copied().max_by_key(|&other| (forms[other].mentions.len(), Reverse(other))));
        if let Some(full) = full {
            clusters.join(index, full);
        }
    }
}

/// Links “the Journal” and “the Police Department” with the one name of an organisation that ends so, in the same article
/// or else in the story.
fn link_parts(forms: &[Form], clusters: &mut Clusters) {
    let mut by_last: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| is_organisation(form)) {
        by_last.entry(form.last()).or_default().push(index);
    }
    for (index, form) in forms.iter().enumerate() {
        let entry = lexicon::entry(form.first());
        let sorts = gazetteer::sorts(Term::of(form.first()));
        let common = !form.upper
            && (sorts.any(Sorts::ORGANISATION) || (entry.classes.any(Classes::NOUN) && entry.capital_share() < 0.8));
        if form.place.is_some() || form.kind == NameKind::Person || (form.words.len() == 1 && !common) {
            continue;
        }
        let longer: Vec<usize> = by_last
            .get(form.last())
            .into_iter()
            .flatten()
            .copied()
            .filter(|&other| {
                other != index && forms[other].words.len() > form.words.len() && holds(&forms[other], form)
            })
            .collect();
        if form.words.len() > 1 {
            // Several bodies can end alike; only one leaves no doubt.
            let mut roots: Vec<usize> = longer.iter().map(|&other| clusters.root(other)).collect();
            roots.sort_unstable();
            roots.dedup();
            let body = |word: &String| gazetteer::sorts(Term::of(word)).any(Sorts::ORGANISATION);
            if let [only] = roots[..]
                && (form.words.iter().any(body)
                    || gazetteer::sorts(Term::of(&gazetteer::key(&form.written))).any(Sorts::INSTITUTION))
            {
                clusters.join(index, only);
            }
            continue;
        }
        for &(mention, _) in &form.mentions {
            let best = longer.iter().copied().max_by_key(|&other| {
                (forms[other].count_in(mention.article), forms[other].mentions.len(), Reverse(other))
            });
            if let Some(best) = best
                && !clusters.is_placed(mention)
            {
                clusters.place(mention, best);
            }
        }
    }
}

/// Whether the words of `short` stand in `long` in the same order; a word may be cut short (“Metro” for “Metropolitan”).
fn holds(long: &Form, short: &Form) -> bool {
    let mut rest = long.words.iter();
    short
        .words
        .iter()
        .all(|word| rest.any(|other| other == word || (word.chars().count() >= 4 && other.starts_with(word.as_str()))))
}
