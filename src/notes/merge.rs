//! Two programs on one story: what each has changed since both last knew the same, put together. A note that one has
//! changed survives being taken away by the other, and of two comments on one finding both are kept.

use serde_json::Value;

use super::annotation::{Annotation, PURPOSES};

/// What is left of a note that was `base` when both last knew the same; now it is `ours` here and `theirs` there.
pub fn merged(base: Option<&Value>, ours: Option<Annotation>, theirs: Option<Value>) -> Option<Value> {
    let base = base.and_then(Annotation::read);
    match (ours, theirs) {
        (None, None) => None,
        (None, Some(theirs)) => {
            let is_unchanged = match (&base, Annotation::read(&theirs)) {
                (Some(base), Some(theirs)) => same(base, &theirs),
                _ => false,
            };
            (!is_unchanged).then_some(theirs)
        }
        (Some(ours), None) => Some(ours.into_value()),
        (Some(ours), Some(theirs)) => {
            let ours = match Annotation::read(&theirs) {
                Some(read) => both(base.as_ref(), ours, &read),
                None => ours,
            };
            Some(laid_over(theirs, ours.into_value()))
        }
    }
}

/// Whether two states of a note say the same of the same words.
fn same(one: &Annotation, other: &Annotation) -> bool {
    one.comment() == other.comment() && one.verdict() == other.verdict() && one.target == other.target
}

/// What was changed on one side alone is as it is there; of the rest, our verdict and our words hold, and both comments.
fn both(base: Option<&Annotation>, mut ours: Annotation, theirs: &Annotation) -> Annotation {
    let comment = {
        let (before, here, there) =
            (base.map(Annotation::comment).unwrap_or_default(), ours.comment(), theirs.comment());
        if here == before || here == there {
            there
        } else if there == before || says_all_of(&here, &there) {
            here
        } else if says_all_of(&there, &here) {
            there
        } else {
            format!("{there}\n\n{here}")
        }
    };
    let before = base.map(Annotation::verdict).unwrap_or_default();
    let verdict = if ours.verdict() == before { theirs.verdict() } else { ours.verdict() };
    if base.is_some_and(|base| base.target == ours.target) {
        ours.target.clone_from(&theirs.target);
    }
    ours.say(&comment, verdict);
    ours
}

/// Whether nothing of `other` would be lost by keeping `one` alone.
fn says_all_of(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.lines().all(|line| one.lines().any(|known| known == line))
}

/// `ours` over `theirs`: what other programs have added to it, which we know nothing of, stays.
fn laid_over(theirs: Value, ours: Value) -> Value {
    let (Value::Object(mut entry), Value::Object(ours)) = (theirs, ours) else { return Value::Null };
    let foreign: Vec<_> = match entry.get("body") {
        Some(Value::Array(bodies)) => {
            let is_foreign = |body: &&Value| !PURPOSES.iter().any(|purpose| body["purpose"] == *purpose);
            bodies.iter().filter(is_foreign).cloned().collect()
        }
        _ => Vec::new(),
    };
    for (key, value) in ours {
        entry.insert(key, value);
    }
    if let Some(Value::Array(bodies)) = entry.get_mut("body") {
        bodies.extend(foreign);
    }
    Value::Object(entry)
}
