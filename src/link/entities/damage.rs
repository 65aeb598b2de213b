//! Damaged names: names of several words that are equal but for one, whose spellings are near, and single words that no
//! lexicon knows beside a near name told more often. They belong to the entity that they damage.

use std::collections::HashMap;

use super::clusters::Clusters;
use super::forms::Form;
use super::spelling::{edits_between, is_variant, one_is_unknown};
use crate::extract::NameKind;
use crate::segment::Term;

/// Links forms that differ by what a slip makes.
pub fn link_near_forms(forms: &[Form], clusters: &mut Clusters) {
    link_long(forms, clusters);
    link_single(forms, clusters);
}

/// Names of several words, one of which differs. They meet under what is left when one word is left out.
fn link_long(forms: &[Form], clusters: &mut Clusters) {
    let mut meeting: HashMap<(Term, usize), Vec<usize>> = HashMap::new();
    let mut order: Vec<(Term, usize)> = Vec::new();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() > 1) {
        for left_out in 0..form.words.len() {
            let mut rest = String::new();
            for (place, word) in form.words.iter().enumerate() {
                // Run together, so that “H. W.” and “HW” meet.
                rest.push_str(if place == left_out { "*" } else { word });
            }
            let key = (Term::of(&rest), left_out);
            let met = meeting.entry(key).or_default();
            if met.is_empty() {
                order.push(key);
            }
            met.push(index);
        }
    }
    for key in order {
        let met = &meeting[&key];
        for (place, &a) in met.iter().enumerate() {
            for &b in met[place + 1..].iter().take(MEETING) {
                if differ_by_slip(&forms[a], &forms[b], key.1) {
                    clusters.join(a, b);
                }
            }
        }
    }
}

/// More names than this that differ in one word are a series (“Flight 12”), not damage; it also keeps the cost linear.
const MEETING: usize = 24;

fn differ_by_slip(a: &Form, b: &Form, place: usize) -> bool {
    let (Some(one), Some(other)) = (a.words.get(place), b.words.get(place)) else { return false };
    if edits_between(one, other).is_some() && one_is_unknown(one, other) {
        return true;
    }
    let people = a.kind == NameKind::Person && b.kind == NameKind::Person;
    if people {
        return place == 0 && is_variant(one, other);
    }
    // Of a long name of an organisation every word but one is the same, and that one begins alike.
    let organisations = a.kind == NameKind::Organisation && b.kind == NameKind::Organisation;
    organisations && a.words.len() >= 4 && one.chars().zip(other.chars()).take_while(|(x, y)| x == y).count() >= 2
}

/// Single words: a form that no lexicon knows, told once or twice, beside a near one told at least as often.
fn link_single(forms: &[Form], clusters: &mut Clusters) {
    let mut by_letter: HashMap<char, Vec<usize>> = HashMap::new();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() == 1) {
        by_letter.entry(form.first().chars().next().unwrap_or(' ')).or_default().push(index);
    }
    for (index, form) in forms.iter().enumerate() {
        let word = form.first();
        if form.words.len() > 1 || form.mentions.len() > 2 || crate::text::lexicon::entry(word).is_known() {
            continue;
        }
        let near = word.chars().next().and_then(|first| by_letter.get(&first)).into_iter().flatten().copied();
        let best = near
            .filter(|&other| other != index && forms[other].mentions.len() >= form.mentions.len())
            .filter_map(|other| Some((edits_between(word, forms[other].first())?, other)))
            .min_by_key(|&(edits, other)| (edits, std::cmp::Reverse(forms[other].mentions.len()), other));
        if let Some((_, other)) = best {
            for &(mention, _) in &form.mentions {
                if !clusters.is_placed(mention) {
                    // The near form's own mentions may have been placed with a person; go with its first.
                    clusters.place(mention, clusters.of(forms[other].mentions[0].0, other));
                }
            }
        }
    }
}
