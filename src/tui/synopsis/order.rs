//! One order out of the orders of several articles. What one article alone tells stands before the passage that it leads
//! to. Where two articles tell passages in different orders, as few sentences as can be give way, and they are marked.

use std::collections::BTreeSet;

use super::crossings::{self, Stops};
use crate::link::SentenceId;

/// A sentence in its band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The sentence.
    pub sentence: SentenceId,
    /// Whether it keeps to the order of its article.
    pub order: Order,
}

/// Where a sentence stands, compared with the order of its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Where it stands in the article.
    Kept,
    /// Before sentences that its article has before it: it comes further down there.
    Early,
    /// After sentences that its article has after it: it comes further up there.
    Late,
}

/// Puts `groups` of sentences, which hold every sentence once, in one order; `counts` are the sentences of each article.
/// Gives the index of each group, and its sentences.
pub fn merge(groups: &[Vec<SentenceId>], counts: &[usize]) -> Vec<(usize, Vec<Placed>)> {
    let mut merge = Merge::new(groups, counts);
    while let Some(next) = merge.next_passage() {
        for Stop { article, queued, .. } in merge.stops[next].clone() {
            if merge.crossed(article, queued) == 0 {
                merge.place_alone(article, queued);
            }
        }
        merge.place(next);
    }
    for article in 0..counts.len() {
        merge.place_alone(article, merge.queues[article].len());
    }
    merge.order
}

/// Where a group stands in an article whose order it keeps.
#[derive(Clone, Copy, Debug)]
struct Stop {
    article: usize,
    /// Its place in the article's queue.
    queued: usize,
    /// How far into the article, from 0 to 1.
    depth: f64,
}

struct Merge<'g> {
    groups: &'g [Vec<SentenceId>],
    /// By group, where it stands in the articles whose order it keeps.
    stops: Vec<Vec<Stop>>,
    /// By article, the groups that keep its order, in that order.
    queues: Vec<Vec<usize>>,
    /// By article, how many passages stand before each place of its queue.
    passages_before: Vec<Vec<usize>>,
    /// By article, the place of the first passage in its queue that is not placed.
    aims: Vec<usize>,
    /// By article, the place in its queue up to which what it alone tells is placed.
    done: Vec<usize>,
    placed: Vec<bool>,
    /// By article, which sentences wait for nothing more: placed, or free to stand anywhere.
    settled: Vec<Vec<bool>>,
    /// By article, the first sentence that is not settled.
    due: Vec<usize>,
    /// By article, how far its sentences are placed in order.
    reached: Vec<usize>,
    order: Vec<(usize, Vec<Placed>)>,
}

impl<'g> Merge<'g> {
    fn new(groups: &'g [Vec<SentenceId>], counts: &[usize]) -> Self {
        let depth = |(article, index): (usize, usize)| index as f64 / counts[article].max(1) as f64;
        let first = |same: &[SentenceId]| (same[0].article.0, same[0].index);
        let all: Stops = groups
            .iter()
            .map(|sentences| sentences.chunk_by(|one, other| one.article == other.article).map(first).collect())
            .collect();
        let loose = crossings::loose(&all, depth);
        let mut firsts: Vec<Vec<(usize, usize)>> = vec![Vec::new(); counts.len()];
        for (group, stops) in all.iter().enumerate() {
            for &(article, index) in stops.iter().filter(|(article, _)| !loose.contains(&(group, *article))) {
                firsts[article].push((index, group));
            }
        }
        let mut stops: Vec<Vec<Stop>> = vec![Vec::new(); groups.len()];
        for (article, firsts) in firsts.iter_mut().enumerate() {
            firsts.sort_unstable();
            for (queued, &(index, group)) in firsts.iter().enumerate() {
                stops[group].push(Stop { article, queued, depth: depth((article, index)) });
            }
        }
        let queues: Vec<Vec<usize>> =
            firsts.into_iter().map(|firsts| firsts.into_iter().map(|(_, group)| group).collect()).collect();
        let before = |queue: &Vec<usize>| {
            let mut passages = 0;
            let mut before: Vec<usize> = Vec::with_capacity(queue.len() + 1);
            for &group in queue {
                before.push(passages);
                passages += usize::from(is_passage(&groups[group]));
            }
            before.push(passages);
            before
        };
        let mut merge = Self {
            passages_before: queues.iter().map(before).collect(),
            aims: vec![0; counts.len()],
            done: vec![0; counts.len()],
            placed: vec![false; groups.len()],
            settled: settled(groups, counts, &loose),
            due: vec![0; counts.len()],
            reached: vec![0; counts.len()],
            order: Vec::with_capacity(groups.len()),
            groups,
            stops,
            queues,
        };
        for article in 0..counts.len() {
            merge.aim(article);
            merge.pass_settled(article);
        }
        merge
    }

    /// How many passages of `article` must wait when that at place `queued` comes next.
    fn crossed(&self, article: usize, queued: usize) -> usize {
        let before = &self.passages_before[article];
        before[queued].saturating_sub(before[self.aims[article]])
    }

    /// The passage that comes next: the one for which the fewest must wait, and of those the one nearest to the
    /// beginning.
    fn next_passage(&self) -> Option<usize> {
        // Many articles aim at one passage; it is weighed once.
        let mut aimed: Vec<usize> =
            self.queues.iter().zip(&self.aims).filter_map(|(queue, &aim)| queue.get(aim).copied()).collect();
        aimed.sort_unstable();
        aimed.dedup();
        let weighed = aimed.into_iter().map(|group| {
            let stops = &self.stops[group];
            let crossed = stops.iter().map(|stop| self.crossed(stop.article, stop.queued)).sum::<usize>();
            let depth = stops.iter().map(|stop| stop.depth).sum::<f64>() / stops.len() as f64;
            (crossed, depth, group)
        });
        let next =
            weighed.min_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)).then(one.2.cmp(&other.2)));
        next.map(|(.., group)| group)
    }

    /// Places what `article` alone tells before place `queued` of its queue.
    fn place_alone(&mut self, article: usize, queued: usize) {
        for place in self.done[article]..queued {
            let group = self.queues[article][place];
            if !self.placed[group] {
                self.place(group);
            }
        }
        self.done[article] = self.done[article].max(queued);
    }

    fn place(&mut self, group: usize) {
        let groups = self.groups;
        let mut band = Vec::with_capacity(groups[group].len());
        for &sentence in &groups[group] {
            let (article, index) = (sentence.article.0, sentence.index);
            let order = if index > self.due[article] {
                Order::Early
            } else if index < self.reached[article] {
                Order::Late
            } else {
                self.reached[article] = index;
                Order::Kept
            };
            band.push(Placed { sentence, order });
            self.settled[article][index] = true;
            self.pass_settled(article);
        }
        self.order.push((group, band));
        self.placed[group] = true;
        for stop in self.stops[group].clone() {
            self.aim(stop.article);
        }
    }

    fn pass_settled(&mut self, article: usize) {
        while self.settled[article].get(self.due[article]) == Some(&true) {
            self.due[article] += 1;
        }
    }

    fn aim(&mut self, article: usize) {
        let queue = &self.queues[article];
        let waits = |group: usize| !self.placed[group] && is_passage(&self.groups[group]);
        let ahead = queue.get(self.aims[article]..).unwrap_or_default();
        self.aims[article] += ahead.iter().position(|&group| waits(group)).unwrap_or(ahead.len());
    }
}

/// By article, which sentences may stand anywhere.
fn settled(groups: &[Vec<SentenceId>], counts: &[usize], loose: &BTreeSet<(usize, usize)>) -> Vec<Vec<bool>> {
    let mut settled: Vec<Vec<bool>> = counts.iter().map(|&count| vec![false; count]).collect();
    for &(group, article) in loose {
        for sentence in groups[group].iter().filter(|sentence| sentence.article.0 == article) {
            settled[article][sentence.index] = true;
        }
    }
    settled
}

/// Whether several articles stand in a group.
fn is_passage(group: &[SentenceId]) -> bool {
    group.first().zip(group.last()).is_some_and(|(first, last)| first.article != last.article)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::ArticleId;

    /// Articles whose sentences are letters, capitals for passages: what stands in each band, `↓` before what its article
    /// has further down, `↑` before what it has further up.
    fn check(articles: &[&str], expected: &[&str]) {
        let mut groups: Vec<(char, Vec<SentenceId>)> = Vec::new();
        for (article, text) in articles.iter().enumerate() {
            for (index, letter) in text.chars().enumerate() {
                let sentence = SentenceId { article: ArticleId(article), index };
                match groups.iter_mut().find(|(other, _)| *other == letter) {
                    Some((_, sentences)) => sentences.push(sentence),
                    None => groups.push((letter, vec![sentence])),
                }
            }
        }
        let counts: Vec<_> = articles.iter().map(|text| text.len()).collect();
        let (letters, groups): (Vec<_>, Vec<_>) = groups.into_iter().unzip();
        let bands: Vec<String> = merge(&groups, &counts)
            .into_iter()
            .map(|(group, band)| {
                let told = band.iter().map(|placed| {
                    let mark = match placed.order {
                        Order::Kept => "",
                        Order::Early => "↓",
                        Order::Late => "↑",
                    };
                    format!("{mark}{}{}", ["a", "b", "c"][placed.sentence.article.0], placed.sentence.index)
                });
                format!("{}: {}", letters[group], told.collect::<Vec<_>>().join(" "))
            })
            .collect();
        assert_eq!(bands, expected);
    }

    #[test]
    fn what_one_alone_tells_stands_before_the_passage_that_it_leads_to() {
        check(&["PxQ", "PyQz"], &["P: a0 b0", "x: a1", "y: b1", "Q: a2 b2", "z: b3"]);
    }

    #[test]
    fn what_stands_elsewhere_in_one_article_gives_way() {
        check(&["PQRST", "QRSTP"], &["P: a0 ↓b4", "Q: a1 b0", "R: a2 b1", "S: a3 b2", "T: a4 b3"]);
        check(
            &["TPQRS", "PQRST", "PQRST"],
            &["P: a1 b0 c0", "Q: a2 b1 c1", "R: a3 b2 c2", "S: a4 b3 c3", "T: ↑a0 b4 c4"],
        );
    }

    #[test]
    fn of_crossing_passages_the_fewest_give_way() {
        check(&["PQR", "QRP"], &["P: a0 ↓b2", "Q: a1 b0", "R: a2 b1"]);
        check(&["xPQ", "QyP"], &["x: a0", "P: a1 ↓b2", "Q: a2 b0", "y: b1"]);
    }

    #[test]
    fn a_passage_that_two_articles_tell_does_not_wait_for_the_third() {
        check(&["PR", "PR", "xQRz"], &["P: a0 b0", "x: c0", "Q: c1", "R: a1 b1 c2", "z: c3"]);
    }

    #[test]
    fn a_sentence_far_behind_another_of_its_passage_is_fetched_up() {
        check(&["PxyP", "P"], &["P: a0 ↓a3 b0", "x: a1", "y: a2"]);
    }

    #[test]
    fn every_article_may_be_empty_or_alone() {
        check(&["", ""], &[]);
        check(&["xy", ""], &["x: a0", "y: a1"]);
    }
}
