//! How probable it is that two tellings are of one fact.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{
    are_close, are_far, are_large, are_of_other_years, day, is_same_figure, may_differ, same_digits, scaled,
};
use super::models::{EQUAL, EQUAL_TIMES, UNEQUAL};
use super::telling::{Telling, differ};
use crate::cores;
use crate::link::model::yes;
use crate::link::passages::Passages;
use crate::link::{FactKind, Groups, SentenceId};
use crate::read::ArticleId;
use crate::segment::Term;

/// Two equal values are one fact from this probability on.
pub const ACCEPT_EQUAL: f64 = 0.55;
/// How probable it is that an article tells one thing again when [`Telling::is_told_again_by`] says so, and when not.
const SURELY: f64 = 0.9;
const HARDLY: f64 = 0.1;

/// The evidence on two tellings, for the table that it is weighed by.
#[derive(Clone, Debug)]
pub enum Weighed {
    /// Of two equal values.
    Equal([f64; 7]),
    /// Of two equal dates or lengths of time.
    EqualTimes([f64; 7]),
    /// Of two different values.
    Unequal([f64; 19]),
}

impl Weighed {
    fn probability(&self) -> f64 {
        match self {
            Self::Equal(evidence) => EQUAL.probability(evidence),
            Self::EqualTimes(evidence) => EQUAL_TIMES.probability(evidence),
            Self::Unequal(evidence) => UNEQUAL.probability(evidence),
        }
    }

    /// What `.ci/fit` calls the table.
    pub const fn what(&self) -> &'static str {
        match self {
            Self::Equal(_) => "equal",
            Self::EqualTimes(_) => "equal_times",
            Self::Unequal(_) => "unequal",
        }
    }

    /// The evidence, by name.
    pub fn named(&self) -> Vec<(&'static str, f64)> {
        let (names, evidence): (&[&str], &[f64]) = match self {
            Self::Equal(evidence) => (&EQUAL.names, evidence),
            Self::EqualTimes(evidence) => (&EQUAL_TIMES.names, evidence),
            Self::Unequal(evidence) => (&UNEQUAL.names, evidence),
        };
        names.iter().copied().zip(evidence.iter().copied()).collect()
    }
}

/// What is known of all tellings of a story, to weigh two of them.
pub struct Evidence<'e> {
    tellings: &'e [Telling<'e>],
    passages: &'e Passages,
    /// By telling: the other articles, ascending, with how alike the most alike candidate is there,
    best: Vec<Vec<(ArticleId, f64)>>,
    /// … and for times the most alike one of the same value.
    best_equal: Vec<Vec<(ArticleId, f64)>>,
    /// By telling, the group of those that tell its value of the same thing,
    group: Vec<usize>,
    /// … and by group the articles that do, ascending.
    told_by: Vec<Vec<ArticleId>>,
    /// By telling, its sentence among those that tell values,
    sentence: Vec<usize>,
    /// … and by sentence the values that it tells, each once.
    values: Vec<Vec<Term>>,
    /// The values that each article tells,
    told: BTreeMap<ArticleId, BTreeSet<Term>>,
    /// … and the days, with their sentences.
    days: BTreeMap<ArticleId, Vec<(SentenceId, &'e str)>>,
}

impl<'e> Evidence<'e> {
    pub fn new(tellings: &'e [Telling<'e>], passages: &'e Passages, candidates: &[[usize; 2]]) -> Self {
        let (mut sentence, mut values) = (Vec::with_capacity(tellings.len()), Vec::<Vec<Term>>::new());
        let mut last: Option<SentenceId> = None;
        let mut days: BTreeMap<ArticleId, Vec<(SentenceId, &str)>> = BTreeMap::new();
        let mut told: BTreeMap<ArticleId, BTreeSet<Term>> = BTreeMap::new();
        // Tellings come in reading order.
        for telling in tellings {
            told.entry(telling.article).or_default().insert(telling.key);
            if let Some(day) = day(telling.value) {
                days.entry(telling.article).or_default().push((telling.sentence, day));
            }
            if last.replace(telling.sentence) != Some(telling.sentence) {
                values.push(Vec::new());
            }
            sentence.push(values.len() - 1);
            if let Some(values) = values.last_mut().filter(|values| !values.contains(&telling.key)) {
                values.push(telling.key);
            }
        }
        let none = vec![Vec::new(); tellings.len()];
        let mut evidence = Self {
            tellings,
            passages,
            best: none.clone(),
            best_equal: none,
            group: Vec::new(),
            told_by: Vec::new(),
            sentence,
            values,
            told,
            days,
        };
        let is_one_time = |&[a, b]: &[usize; 2]| tellings[a].is_definite_time() && tellings[a].key == tellings[b].key;
        let equal: Vec<[usize; 2]> = candidates.iter().copied().filter(is_one_time).collect();
        evidence.best_equal = evidence.best_of(&equal);
        (evidence.group, evidence.told_by) = evidence.told_alike(candidates);
        evidence.best = evidence.best_of(candidates);
        evidence
    }

    /// By telling: the other articles, ascending, with how alike the most alike of its partners in `pairs` is there.
    fn best_of(&self, pairs: &[[usize; 2]]) -> Vec<Vec<(ArticleId, f64)>> {
        let mut found: Vec<Vec<(ArticleId, f64)>> = vec![Vec::new(); self.tellings.len()];
        let likeness = of_each(pairs, |[a, b]| self.likeness(a, b));
        for (&[a, b], likeness) in pairs.iter().zip(likeness) {
            for (one, other) in [(a, b), (b, a)] {
                let article = self.tellings[other].article;
                // Pairs come by place, so that for each telling the articles of the others ascend.
                match found[one].last_mut() {
                    Some((last, best)) if *last == article => *best = best.max(likeness),
                    _ => found[one].push((article, likeness)),
                }
            }
        }
        found
    }

    /// By telling, the group of those that tell its value of the same thing; and by group the articles that do.
    fn told_alike(&self, candidates: &[[usize; 2]]) -> (Vec<usize>, Vec<Vec<ArticleId>>) {
        let mut groups = Groups::new(self.tellings.len());
        let are_alike = of_each(candidates, |[a, b]| {
            self.tellings[a].key == self.tellings[b].key && self.probability(a, b) >= ACCEPT_EQUAL
        });
        for (&[a, b], _) in candidates.iter().zip(are_alike).filter(|entry| entry.1) {
            groups.join(a, b);
        }
        let mut group = vec![0; self.tellings.len()];
        let mut told_by = Vec::new();
        for members in groups.into_sorted() {
            let articles: BTreeSet<ArticleId> = members.iter().map(|&member| self.tellings[member].article).collect();
            for member in members {
                group[member] = told_by.len();
            }
            told_by.push(articles.into_iter().collect());
        }
        (group, told_by)
    }

    /// The articles that tell the value of telling `place` of the same thing, ascending.
    fn told_by(&self, place: usize) -> &[ArticleId] {
        &self.told_by[self.group[place]]
    }

    /// How probable it is that two tellings are of one fact, 0 to 1.
    pub fn probability(&self, a: usize, b: usize) -> f64 {
        let [one, other] = [a, b].map(|place| &self.tellings[place]);
        if one.kind != other.kind || one.is_of_another(other) {
            0.0
        } else if one.article == other.article {
            if one.is_told_again_by(other) { SURELY } else { HARDLY }
        } else if one.is_of_one_person_as(other) || one.is_of_one_tally_as(other) {
            SURELY
        } else {
            self.weighed(a, b).map_or(0.0, |weighed| weighed.probability())
        }
    }

    /// Whether two tellings stand in one place of what is told: ages of one person, with one verb, of one noun, or in sentences that tell the
    /// same.
    pub fn is_same_slot(&self, a: usize, b: usize) -> bool {
        const SAME_SENTENCE: f64 = 0.3;
        let [a, b] = [a, b].map(|place| &self.tellings[place]);
        let meet = |a: Option<Term>, b: Option<Term>| a.is_some() && a == b;
        a.is_of_one_person_as(b)
            || meet(a.verb, b.verb)
            || meet(a.noun, b.noun)
            || self.passages.probability(a.sentence, b.sentence) >= SAME_SENTENCE
    }

    /// The evidence on two tellings of different articles; `None` where they cannot be of one fact.
    pub fn across(&self, a: usize, b: usize) -> Option<Weighed> {
        let [one, other] = [a, b].map(|place| &self.tellings[place]);
        let is_one_kind = one.kind == other.kind && one.article != other.article && !one.is_of_another(other);
        is_one_kind.then(|| self.weighed(a, b)).flatten()
    }

    /// The same of two of one kind.
    fn weighed(&self, a: usize, b: usize) -> Option<Weighed> {
        let [one, other] = [a, b].map(|place| &self.tellings[place]);
        if one.key != other.key {
            self.may_differ(a, b).then(|| Weighed::Unequal(self.unequal(a, b)))
        } else if one.is_definite_time() {
            Some(Weighed::EqualTimes(self.equal_times(a, b)))
        } else {
            Some(Weighed::Equal(self.equal(one, other)))
        }
    }

    /// Whether the value of one stands beside the other, in its sentence: then that is its equal, and the other one is
    /// something else.
    fn is_told_beside(&self, a: usize, b: usize) -> bool {
        self.values_beside(a).contains(&self.tellings[b].key) || self.values_beside(b).contains(&self.tellings[a].key)
    }

    /// Whether neither article tells the other's value anywhere: one that does may mean two things.
    pub fn is_told_by_one_alone(&self, a: usize, b: usize) -> bool {
        let [one, other] = [a, b].map(|place| &self.tellings[place]);
        let tells = |article: ArticleId, key: Term| self.told.get(&article).is_some_and(|told| told.contains(&key));
        !tells(one.article, other.key) && !tells(other.article, one.key)
    }

    /// The values that the sentence of a telling tells.
    fn values_beside(&self, telling: usize) -> &[Term] {
        &self.values[self.sentence[telling]]
    }

    /// Whether two unequal values can be readings of one fact.
    pub fn may_differ(&self, a: usize, b: usize) -> bool {
        let [one, other] = [a, b].map(|place| &self.tellings[place]);
        // What was not so on Thursday and is so on Friday are two things.
        let turns = one.kind.is_time() && one.denied != other.denied;
        may_differ(one.value, other.value) && !turns && !self.is_told_beside(a, b)
    }

    fn equal(&self, a: &Telling, b: &Telling) -> [f64; 7] {
        [
            a.specificity * self.passages.probability(a.sentence, b.sentence),
            a.specificity * told_once(a, b),
            yes(a.is_in_text_like(b)),
            yes(a.verb.is_some() && a.verb == b.verb),
            yes(differ(a.entity, b.entity)),
            yes(a.noun.is_some() && a.noun == b.noun),
            yes(differ(a.noun, b.noun)),
        ]
    }

    fn equal_times(&self, a_place: usize, b_place: usize) -> [f64; 7] {
        let [a, b] = [a_place, b_place].map(|place| &self.tellings[place]);
        let told_alike = self.passages.probability(a.sentence, b.sentence);
        let likeness = a.surroundings.similarity(&b.surroundings) + told_alike;
        [
            a.specificity * told_alike,
            told_once(a, b),
            yes(a.is_in_text_like(b)),
            yes(a.verb.is_some() && a.verb == b.verb),
            yes(differ(a.entity, b.entity)),
            yes(a.preposition.is_some() && a.preposition == b.preposition),
            yes(self.is_best_of_both(&self.best_equal, [a_place, b_place], likeness)),
        ]
    }

    /// Whether neither of two tellings so much alike has a likelier partner in the other's article, going by `best`.
    fn is_best_of_both(&self, best: &[Vec<(ArticleId, f64)>], [a, b]: [usize; 2], likeness: f64) -> bool {
        let is_best = |one: usize, other: usize| {
            let article = self.tellings[other].article;
            let place = best[one].binary_search_by_key(&article, |entry| entry.0);
            place.map_or(true, |place| likeness >= best[one][place].1)
        };
        is_best(a, b) && is_best(b, a)
    }

    fn unequal(&self, a_place: usize, b_place: usize) -> [f64; 19] {
        let [a, b] = [a_place, b_place].map(|place| &self.tellings[place]);
        let alike = a.surroundings.similarity(&b.surroundings);
        let specificity = a.specificity.min(b.specificity);
        let likeness = alike + self.passages.probability(a.sentence, b.sentence);
        let same_figure = is_same_figure(a.value, b.value);
        let close = !same_figure && are_close(a.value, b.value);
        let tell = |place: usize, article: ArticleId| self.told_by(place).binary_search(&article).is_ok();
        let alone = !tell(a_place, b.article) && !tell(b_place, a.article);
        let told_by_more = self.told_by(a_place).len() > 1 || self.told_by(b_place).len() > 1;
        let is_date = a.kind == FactKind::Date;
        let theirs = self.values_beside(b_place);
        let also_told = self.values_beside(a_place).iter().filter(|&value| *value != a.key && theirs.contains(value));
        [
            alike,
            if alone { alike } else { 0.0 },
            yes(alone && told_by_more),
            yes(is_date && a.preposition.is_some() && a.preposition == b.preposition),
            also_told.take(2).count() as f64,
            yes(a.verb.is_some() && a.verb == b.verb),
            yes(self.is_best_of_both(&self.best, [a_place, b_place], likeness)),
            yes(same_figure),
            yes(close),
            yes(!same_digits(a.value, b.value) && are_far(a.value, b.value)),
            yes(are_of_other_years(a.value, b.value)),
            scaled(a.value, b.value),
            specificity * told_once(a, b),
            yes(a.is_in_text_like(b)),
            yes(differ(a.noun, b.noun)),
            yes(a.plays_another_part_than(b)),
            yes(a.kind == FactKind::Number && a.roles.meet(b.roles)),
            yes(a.noun.is_some() && a.noun == b.noun && are_large(a.value, b.value) && !are_far(a.value, b.value)),
            yes(self.is_day_of_one_event(a, b)),
        ]
    }

    /// Whether two days are told of what both articles begin with: in sentences that tell the same, of one actor, no other
    /// day in them, and not both articles tell both days.
    fn is_day_of_one_event(&self, a: &Telling, b: &Telling) -> bool {
        /// News tells in its first sentences what happened and when.
        const BEGINNING: usize = 8;
        const SAME_SENTENCE: f64 = 0.2;
        let begins = |telling: &Telling| telling.runs && telling.sentence.index < BEGINNING;
        let days = |telling: &Telling| self.days.get(&telling.article).map_or(&[][..], Vec::as_slice);
        let Some((ours, theirs)) = day(a.value).zip(day(b.value)) else { return false };
        let tells = |telling: &Telling, sought: &str| days(telling).iter().any(|(_, day)| *day == sought);
        // “On Monday”, though the sentence tells a day of some month, too.
        let is_weekday = |day: &str| day.contains("WXX");
        let only = |telling: &Telling, own: &str| {
            let others = days(telling).iter().filter(|entry| entry.0 == telling.sentence);
            others.filter(|entry| is_weekday(entry.1) == is_weekday(own)).count() == 1
        };
        begins(a)
            && begins(b)
            && a.entity.is_some()
            && a.entity == b.entity
            && self.passages.probability(a.sentence, b.sentence) >= SAME_SENTENCE
            && only(a, ours)
            && only(b, theirs)
            && !(tells(a, theirs) && tells(b, ours))
    }

    /// How alike what stands around two tellings is.
    fn likeness(&self, a: usize, b: usize) -> f64 {
        let [a, b] = [a, b].map(|place| &self.tellings[place]);
        a.surroundings.similarity(&b.surroundings) + self.passages.probability(a.sentence, b.sentence)
    }
}

/// What `work` makes of each of `pairs`, in order.
pub fn of_each<T: Send>(pairs: &[[usize; 2]], work: impl Fn([usize; 2]) -> T + Sync) -> Vec<T> {
    /// Fewer pairs are weighed before threads for it are started.
    const FEW: usize = 1024;
    cores::shares(pairs.len(), FEW, |places| pairs[places].iter().map(|&pair| work(pair)).collect())
}

/// 1 for values that either article tells of one thing, less for those told of several.
fn told_once(a: &Telling, b: &Telling) -> f64 {
    1.0 / (a.things * b.things) as f64
}
