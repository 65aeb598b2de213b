//! How probable it is that two sentences tell the same thing.

use std::cmp::Ordering;

use super::told::Told;
use crate::link::model::{Model, yes};
use crate::link::terms::TermKind;

/// What speaks for two sentences of different articles telling the same thing.
///
/// Fitted by `.ci/fit` on all pairs of sentences that share a telling term in nine annotated stories (8,490, of which 7 in
/// 100 tell a fact in common). Foretold with a story left out each time, three in four of those more probable than not do,
/// by an annotation that names only what a summary would. Cosine, containment and a clause's part of them add nothing.
pub const MODEL: Model<7> = Model {
    names: ["shared", "rarest", "best_of_both", "values", "context", "leads", "steps"],
    weights: [2.42, 3.78, 1.19, 1.14, 0.79, 0.86, 0.22],
    bias: -7.73,
};

/// The first sentences of an article, headline included, tell what happened.
const LEAD_SENTENCES: usize = 5;
/// More than so many equal steps or so much weight of equal values prove no more.
const ENOUGH_STEPS: u32 = 4;
const ENOUGH_VALUES: f64 = 3.0;

/// What two sentences share, looked at without their neighbours. A long story has half a million of these: seven digits of
/// each are enough.
#[derive(Clone, Copy, Debug)]
pub struct Overlap {
    /// Weight of all terms that both have.
    shared: f32,
    /// Weight of the most telling of them.
    rarest: f32,
    /// Weight of those that are values.
    values: f32,
    /// Terms that follow each other in both.
    steps: u32,
    /// How much of what they tell they share, 0 to 1.
    similarity: f32,
}

impl Overlap {
    /// Compares two sentences.
    pub fn of(a: &Told, b: &Told) -> Self {
        let (mut shared, mut rarest, mut values) = (0.0, 0.0_f64, 0.0);
        for (entry, _) in common(&a.terms, &b.terms, |entry| entry.term) {
            let weight = f64::from(entry.weight);
            shared += weight;
            rarest = rarest.max(weight);
            if entry.kind == TermKind::Value {
                values += weight;
            }
        }
        let steps = common(&a.steps, &b.steps, |&step| step).count() as u32;
        let similarity = similarity(shared, a.weight, b.weight) as f32;
        Self { shared: shared as f32, rarest: rarest as f32, values: values as f32, steps, similarity }
    }

    /// How much of what they tell the two share, 0 to 1.
    pub fn similarity(&self) -> f64 {
        f64::from(self.similarity)
    }

    /// The evidence, in the order of [`MODEL`]: `context` is how alike their neighbours are, `best_of_both` whether
    /// neither has a better partner in the other's article.
    pub fn evidence(&self, [a, b]: [&Told; 2], best_of_both: bool, context: f64) -> [f64; 7] {
        [
            f64::from(self.shared).ln_1p(),
            f64::from(self.rarest),
            yes(best_of_both),
            f64::from(self.values).min(ENOUGH_VALUES),
            context,
            yes(a.id.index < LEAD_SENTENCES && b.id.index < LEAD_SENTENCES),
            f64::from(self.steps.min(ENOUGH_STEPS)),
        ]
    }
}

/// The entries that both lists have, which are in the order of `key`.
fn common<'l, T, K: Ord>(a: &'l [T], b: &'l [T], key: impl Fn(&T) -> K) -> impl Iterator<Item = (&'l T, &'l T)> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    std::iter::from_fn(move || {
        loop {
            match key(a.peek()?).cmp(&key(b.peek()?)) {
                Ordering::Less => drop(a.next()),
                Ordering::Greater => drop(b.next()),
                Ordering::Equal => return a.next().zip(b.next()),
            }
        }
    })
}

/// How much of what they tell two sentences share that share so much weight, 0 to 1: the mean of cosine and containment,
/// because a short sentence is often contained in a long one.
fn similarity(shared: f64, a: f64, b: f64) -> f64 {
    if shared <= 0.0 {
        return 0.0;
    }
    f64::midpoint(shared / (a * b).sqrt(), shared / a.min(b)).min(1.0)
}
