//! Who is meant by a surname or given name that stands alone and that several people of the story bear.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::clusters::Clusters;
use super::forms::Form;
use crate::link::MentionId;
use crate::read::ArticleId;

/// A person is the chief bearer of a name when told by full name at least so many times as often as any other.
const CHIEF: usize = 2;

/// Who is named in full only after the surname has stood alone so many times is somebody else: news introduces people by
/// full name, and only headline and first sentence may be before that.
const LATE: usize = 3;

/// One person who bears the name.
struct Bearer<'f> {
    root: usize,
    forms: Vec<&'f Form>,
    /// Whether the name is the surname, and not the given name.
    surname: bool,
    /// Full names in all articles.
    everywhere: usize,
}

impl Bearer<'_> {
    fn count_in(&self, article: ArticleId) -> usize {
        self.forms.iter().map(|form| form.count_in(article)).sum()
    }

    fn first_in(&self, article: ArticleId) -> Option<MentionId> {
        self.forms.iter().filter_map(|form| form.first_in(article)).min()
    }

    fn last_before(&self, mention: MentionId) -> Option<usize> {
        self.forms.iter().filter_map(|form| form.last_before(mention)).max()
    }
}

/// The people who bear a name, and whom it has stood for so far in the article at hand.
pub struct Bearers<'f> {
    /// The name alone.
    alone: &'f Form,
    people: Vec<Bearer<'f>>,
    /// Whether the name alone means somebody only where a bearer of it is named in full.
    only_here: bool,
    article: Option<ArticleId>,
    /// Indices of people whom the name alone has meant in `article`.
    meant: Vec<usize>,
}

/// One of the people, as seen from a mention.
struct Seen {
    place: usize,
    before: bool,
    surname: bool,
    here: usize,
    everywhere: usize,
    last: Option<usize>,
}

impl<'f> Bearers<'f> {
    /// The people among the full names `candidates` who bear the name `alone`.
    pub fn of(alone: &'f Form, candidates: &[usize], forms: &'f [Form], clusters: &Clusters, only_here: bool) -> Self {
        let word = alone.first();
        let mut people: BTreeMap<usize, Bearer<'f>> = BTreeMap::new();
        for &candidate in candidates {
            let form = &forms[candidate];
            let root = clusters.root(candidate);
            let bearer =
                people.entry(root).or_insert(Bearer { root, forms: Vec::new(), surname: false, everywhere: 0 });
            bearer.surname |= form.last() == word || form.first() != word;
            bearer.everywhere += form.mentions.len();
            bearer.forms.push(form);
        }
        Self { alone, people: people.into_values().collect(), only_here, article: None, meant: Vec::new() }
    }

    /// Whether nobody bears the name.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The cluster of the person whom `mention` of the name alone means. Mentions have to come in order.
    ///
    /// Whoever has been named before it in its article comes first, then whoever bears the name as surname. Among
    /// several it is the chief bearer in the article, else in the story: after a word on the family, the surname alone
    /// still means the one whom the news is about. Where nobody is chief it is the one named last.
    pub fn meant_by(&mut self, mention: MentionId) -> Option<usize> {
        if self.article != Some(mention.article) {
            self.article = Some(mention.article);
            self.meant.clear();
        }
        let place = self.choose(mention)?;
        if !self.meant.contains(&place) {
            self.meant.push(place);
        }
        Some(self.people[place].root)
    }

    fn is_late(&self, person: &Bearer<'_>, article: ArticleId) -> bool {
        person.first_in(article).is_some_and(|first| self.alone.count_before(first) >= LATE)
    }

    fn choose(&self, mention: MentionId) -> Option<usize> {
        let mut seen: Vec<Seen> = (self.people.iter().enumerate())
            .map(|(place, person)| {
                let last = person.last_before(mention);
                Seen {
                    place,
                    before: last.is_some() || self.meant.contains(&place),
                    surname: person.surname,
                    here: person.count_in(mention.article),
                    everywhere: person.everywhere,
                    last,
                }
            })
            .filter(|seen| seen.surname || !self.only_here || seen.here > 0)
            .collect();
        let late: Vec<bool> = seen.iter().map(|seen| self.is_late(&self.people[seen.place], mention.article)).collect();
        let most = |late_ones: bool| {
            let those = seen.iter().zip(&late).filter(|&(_, &late)| late == late_ones);
            those.map(|(seen, _)| seen.everywhere).max().unwrap_or_default()
        };
        if most(false) > 0 && most(false) >= most(true) {
            let mut late = late.into_iter();
            seen.retain(|_| !late.next().unwrap_or_default());
        }
        let best = seen.iter().map(|seen| (seen.before, seen.surname)).max()?;
        seen.retain(|seen| (seen.before, seen.surname) == best);
        let chief = if best.0 {
            chief(&seen, |seen| seen.here).or_else(|| chief(&seen, |seen| seen.everywhere))
        } else {
            // Named later in the article or not at all: the headline's “Sorel”.
            chief(&seen, |seen| seen.everywhere)
        };
        chief.or_else(|| {
            let last = |seen: &&Seen| (seen.last, seen.here, seen.everywhere, Reverse(seen.place));
            seen.iter().max_by_key(last).map(|seen| seen.place)
        })
    }
}

/// The one whose `weight` is [`CHIEF`] times any other's.
fn chief(seen: &[Seen], weight: impl Fn(&Seen) -> usize) -> Option<usize> {
    let first = seen.iter().max_by_key(|&seen| (weight(seen), Reverse(seen.place)))?;
    let second = seen.iter().filter(|other| other.place != first.place).map(&weight).max().unwrap_or_default();
    (weight(first) > 0 && weight(first) >= CHIEF * second).then_some(first.place)
}
