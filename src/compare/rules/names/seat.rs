//! `name/party`: one member of a parliament with two parties or two states behind the name: “(D-Texas)”, “R-Ohio”.

use std::collections::BTreeMap;

use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::NameKind;
use crate::extract::gazetteer::{self, Sorts};
use crate::link::{Entity, MentionId};
use crate::read::Excerpt;
use crate::segment::{Document, Shape, Term, WordKind};

/// The rule.
pub const RULE: Rule = Rule { id: "name/party", check };

/// The longest name of a state has as many words, stops and hyphens.
const MOST_WORDS: usize = 5;

/// What stands behind a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Seat {
    party: Term,
    /// Where it is one that the lists know.
    state: Option<Term>,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let people = context.links.entities.iter().filter(|entity| entity.kind == NameKind::Person);
    people.filter_map(|entity| found(context, entity)).collect()
}

fn found(context: &Context, entity: &Entity) -> Option<Discrepancy> {
    let mut told: BTreeMap<Seat, Vec<Excerpt>> = BTreeMap::new();
    for &mention in &entity.mentions {
        if let Some((seat, place)) = seat(context, mention) {
            let places = told.entry(seat).or_default();
            if places.iter().all(|other| other.article != place.article) {
                places.push(place);
            }
        }
    }
    let parties = told.keys().any(|seat| told.keys().any(|other| seat.party != other.party));
    let states = told.keys().any(|seat| {
        told.keys().any(|other| seat.state.is_some() && other.state.is_some() && seat.state != other.state)
    });
    if !parties && !states {
        return None;
    }
    let mut evidence: Vec<Excerpt> = told.into_values().flatten().collect();
    evidence.sort_unstable();
    let readings = quoted(context, &evidence);
    let what = if parties { "parties" } else { "states" };
    Some(Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: RULE.id,
        severity: Severity::High,
        confidence: 0.85,
        facts: Vec::new(),
        summary: format!("different {what} of {}: {readings}", entity.name),
        explanation: format!("Behind one name stand different {what}: {readings}. Nobody sits for both at a time."),
        evidence,
    })
}

/// “, R-Ala.”, “(D-N.Y.)”: the party and state behind a name, and the words from the name to the state.
fn seat(context: &Context, mention: MentionId) -> Option<(Seat, Excerpt)> {
    let document = &context.documents[mention.article.0];
    let name = context.mentions[mention.article.0][mention.index].words.clone();
    let opens = matches!(document.folded(name.end), "," | "(");
    let party = name.end + 1;
    let is_party = matches!(document.folded(party), "r" | "d" | "i")
        && document.words.get(party)?.shape != Shape::Lower
        && document.folded(party + 1) == "-"
        && document.words[party + 1].glued;
    if !opens || !is_party {
        return None;
    }
    let (state, end) = state(document, party + 2);
    let span = document.span_of(name.start..end);
    let seat = Seat { party: document.words[party].term, state };
    Some((seat, Excerpt { article: mention.article, span }))
}

/// The state that begins at word `start`, and the end of its words.
fn state(document: &Document, start: usize) -> (Option<Term>, usize) {
    let mut key = String::new();
    let mut known = (None, start + 1);
    for index in start..start + MOST_WORDS {
        let Some(word) = document.words.get(index).filter(|word| word.kind == WordKind::Word || word.glued) else {
            break;
        };
        if word.kind == WordKind::Mark && document.folded(index) != "." {
            break;
        }
        gazetteer::push_key(document.written(index), &mut key);
        // “New York” is a city; behind a party it is the state.
        let whole = Term::of(&format!("{key} state"));
        let is_state = |place| gazetteer::sorts(place).any(Sorts::STATE);
        if let Some(place) = [whole, Term::of(&key)].into_iter().find(|&place| is_state(place)) {
            known = (Some(gazetteer::usual_place(place)), index + 1);
        }
    }
    (known.0, known.1.min(document.words.len()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::compare::rules::cases::check;

    #[test]
    fn another_party_or_state() {
        check(
            &RULE,
            &["On Monday Sen. Ana Sorel (D-Ohio) spoke.", "On Monday Ana Sorel, R-Ohio, spoke."],
            &[&["Ana Sorel (D-Ohio", "Ana Sorel, R-Ohio"]],
        );
        check(
            &RULE,
            &["On Monday Sen. Ana Sorel (D-Ohio) spoke.", "On Monday Ana Sorel, D-Texas, spoke."],
            &[&["Ana Sorel (D-Ohio", "Ana Sorel, D-Texas"]],
        );
    }

    #[test]
    fn other_writings_of_a_state_are_the_same() {
        for texts in [
            ["On Monday Sen. Ana Sorel (D-N.Y.) spoke.", "On Monday Ana Sorel, D-New York, spoke."],
            ["On Monday Sen. Ana Sorel (R-Ala.) spoke.", "On Monday Ana Sorel, R-Alabama, spoke."],
            ["On Monday Sen. Ana Sorel (R-Mobile) spoke.", "On Monday Ana Sorel, R-Alabama, spoke."],
            ["On Monday Sen. Ana Sorel (D-Ohio) spoke.", "On Monday Karl Holm, R-Ohio, spoke."],
        ] {
            check(&RULE, &texts, &[]);
        }
    }
}
