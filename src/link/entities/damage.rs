//! Damaged names: names of several words that are equal but for one, whose spellings are near, and single words that no
//! lexicon knows beside a near name told more often. They belong to the entity that they damage.

use std::collections::HashMap;

use super::clusters::Clusters;
use super::forms::Form;
use super::spelling::{NearWords, edits_between, is_slip, is_variant, one_is_unknown};
use crate::extract::NameKind;
use crate::segment::Term;

/// Links forms that differ by what a slip makes.
pub fn link_near_forms(forms: &[Form], clusters: &mut Clusters) {
    link_long(forms, clusters);
    link_single(forms, clusters);
}

/// Names of several words, one of which differs. They meet under what is left when one word is left out.
fn link_long(forms: &[Form], clusters: &mut Clusters) {
    let mut meeting: HashMap<Term, usize> = HashMap::new();
    // In the order in which they are made, so that the outcome does not hang on the map's.
    let mut meetings: Vec<Vec<(usize, usize)>> = Vec::new();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() > 1) {
        for left_out in 0..form.words.len() {
            // Run together, so that “H. W.” and “HW” meet.
            let rest: String = (form.words.iter().enumerate())
                .map(|(place, word)| if place == left_out { "*" } else { word.as_str() })
                .collect();
            let place = *meeting.entry(Term::of(&rest)).or_insert_with(|| {
                meetings.push(Vec::new());
                meetings.len() - 1
            });
            meetings[place].push((index, left_out));
        }
    }
    for met in meetings {
        for (place, &(a, left_out_a)) in met.iter().enumerate() {
            for &(b, left_out_b) in met[place + 1..].iter().take(MEETING) {
                if differ_by_slip(&forms[a], left_out_a, &forms[b], left_out_b) {
                    clusters.join(a, b);
                }
            }
        }
    }
}

/// More names than this that differ in one word are a series (“Flight 12”), not damage; it also keeps the cost linear.
const MEETING: usize = 24;

fn differ_by_slip(a: &Form, place_a: usize, b: &Form, place_b: usize) -> bool {
    let (one, other) = (&a.words[place_a], &b.words[place_b]);
    if edits_between(one, other).is_some() && one_is_unknown(one, other) {
        return true;
    }
    let people = a.kind == NameKind::Person && b.kind == NameKind::Person;
    if people {
        let last = |form: &Form, place: usize| place + 1 == form.words.len();
        // “Karl Hartmann” and “Karl Hartman” are told of one person, unless one article tells both.
        let slip = last(a, place_a) && last(b, place_b) && is_slip(one, other) && a.first().chars().count() > 1;
        return place_a == 0 && place_b == 0 && a.junior == b.junior && is_variant(one, other)
            || slip && !share_article(a, b);
    }
    // Of a long name of an organisation every word but one is the same, and that one begins alike.
    let organisations = a.kind == NameKind::Organisation && b.kind == NameKind::Organisation;
    organisations && a.words.len() >= 4 && one.chars().zip(other.chars()).take_while(|(x, y)| x == y).count() >= 2
}

/// Whether some article has both forms. Mentions are in order, so that one walk over both tells it.
fn share_article(a: &Form, b: &Form) -> bool {
    let mut others = b.mentions.iter().map(|(id, _)| id.article).peekable();
    a.mentions.iter().any(|(id, _)| {
        while others.next_if(|&other| other < id.article).is_some() {}
        others.peek() == Some(&id.article)
    })
}

/// Single words: a form that no lexicon knows, told once or twice, beside a near one told at least as often.
fn link_single(forms: &[Form], clusters: &mut Clusters) {
    let mut single = NearWords::default();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() == 1) {
        single.insert(form.first(), index);
    }
    for (index, form) in forms.iter().enumerate() {
        let word = form.first();
        if form.words.len() > 1 || form.mentions.len() > 2 || crate::text::lexicon::entry(word).is_known() {
            continue;
        }
        let best = (single.near(word).into_iter())
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
