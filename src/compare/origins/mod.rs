//! Agreement that is no corroboration: articles that share long wording of their own, or that credit one news agency,
//! have a common origin and count once.
//!
//! Words inside quotation marks are left out: whoever hears one speech quotes the same words.

mod credits;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::{Context, Origin};
use crate::extract::{Mention, Value};
use crate::link::Groups;
use crate::read::ArticleId;
use crate::segment::{Document, Term, TermMap, WordKind};

/// Wording of so many words in a row is no chance.
const RUN_WORDS: usize = 10;

/// Articles that have this part of the shorter text in common have a common origin. Set phrases and short official
/// statements stay below it.
const COMMON_SHARE: f64 = 0.2;

/// A text with fewer words of its own than this is too short to tell a copy from a coincidence.
const LEAST_WORDS: usize = 3 * RUN_WORDS;

/// The common origins among the articles, by first article.
pub fn origins(context: &Context) -> Vec<Origin> {
    let texts: Vec<_> =
        (context.documents.iter().zip(context.mentions)).map(|(text, mentions)| Own::new(text, mentions)).collect();
    let credits: Vec<_> = context.documents.iter().map(credits::credit).collect();
    let shares = shared_parts(&texts);
    let mut groups = Groups::new(texts.len());
    for ([a, b], _) in shares.iter().filter(|(_, share)| *share >= COMMON_SHARE) {
        groups.join(*a, *b);
    }
    let mut first_with: BTreeMap<&str, usize> = BTreeMap::new();
    for (article, credit) in credits.iter().enumerate() {
        if let Some(agency) = credit {
            groups.join(*first_with.entry(agency).or_insert(article), article);
        }
    }
    let mut shares_in: HashMap<usize, Vec<f64>> = HashMap::new();
    for ([a, b], share) in shares {
        if groups.of(a) == groups.of(b) {
            shares_in.entry(groups.of(a)).or_default().push(share);
        }
    }
    let inside = |articles: &[usize]| shares_in.get(&groups.of(articles[0])).map_or(&[][..], Vec::as_slice);
    let together = groups.clone().into_sorted().into_iter().filter(|articles| articles.len() > 1);
    together.map(|articles| origin(&articles, inside(&articles), &credits)).collect()
}

/// The origin that these articles have in common: the least that two of them share of those who do share wording, and
/// the agency that most of them credit.
fn origin(articles: &[usize], shares: &[f64], credits: &[Option<&'static str>]) -> Origin {
    let inside = || shares.iter().copied();
    let share = inside().filter(|share| *share >= COMMON_SHARE).reduce(f64::min).or_else(|| inside().reduce(f64::max));
    let mut credited: BTreeMap<&str, usize> = BTreeMap::new();
    for agency in articles.iter().filter_map(|&article| credits[article]) {
        *credited.entry(agency).or_default() += 1;
    }
    let agency = credited.into_iter().max_by_key(|&(agency, count)| (count, std::cmp::Reverse(agency)));
    Origin {
        articles: articles.iter().copied().map(ArticleId).collect(),
        share: share.unwrap_or_default(),
        agency: agency.map(|(agency, _)| agency.to_owned()),
    }
}

/// An article's own words, in the stretches between its quotations.
struct Own {
    stretches: Vec<Vec<Term>>,
    words: usize,
}

impl Own {
    fn new(document: &Document, mentions: &[Mention]) -> Self {
        let mut quoted = vec![false; document.words.len()];
        for mention in mentions {
            if let (Value::Quote(_), Some(words)) = (&mention.value, quoted.get_mut(mention.words.clone())) {
                words.fill(true);
            }
        }
        let mut stretches = vec![Vec::new()];
        for (word, quoted) in document.words.iter().zip(quoted) {
            if quoted {
                if stretches.last().is_some_and(|stretch: &Vec<_>| !stretch.is_empty()) {
                    stretches.push(Vec::new());
                }
            } else if word.kind != WordKind::Mark
                && let Some(stretch) = stretches.last_mut()
            {
                stretch.push(word.term);
            }
        }
        Self { words: stretches.iter().map(Vec::len).sum(), stretches }
    }

    fn runs(&self) -> impl Iterator<Item = Term> {
        self.stretches.iter().flat_map(|stretch| stretch.windows(RUN_WORDS)).map(number)
    }
}

/// A run of words as a number.
fn number(run: &[Term]) -> Term {
    /// 2^64 divided by the golden ratio, odd.
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    Term(run.iter().fold(0, |number: u64, word| (number.rotate_left(5) ^ word.0).wrapping_mul(SPREAD)))
}

/// By pair of articles that share wording, the part of the shorter one that stands in the other in runs; pairs ascend.
fn shared_parts(texts: &[Own]) -> Vec<([usize; 2], f64)> {
    let mut holders: TermMap<Vec<usize>> = TermMap::default();
    for (article, text) in texts.iter().enumerate() {
        for run in text.runs() {
            let known = holders.entry(run).or_default();
            if known.last() != Some(&article) {
                known.push(article);
            }
        }
    }
    let mut shares: Vec<([usize; 2], f64)> = Vec::new();
    let known = Holders::new(holders);
    for (article, text) in texts.iter().enumerate().filter(|(_, text)| text.words >= LEAST_WORDS) {
        for (other, covered) in covered(article, text, &known, texts.len()) {
            // Of two equally long ones, the one that has more of it in the other.
            if text.words <= texts[other].words {
                shares.push(([article.min(other), article.max(other)], covered as f64 / text.words as f64));
            }
        }
    }
    shares.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    shares.dedup_by_key(|entry| entry.0);
    shares
}

/// Which articles have each run. A copied passage is many runs that the same articles have, so each such set of articles is
/// kept once.
struct Holders {
    /// By run, the place of its articles in `sets`.
    of: TermMap<usize>,
    /// Articles, ascending.
    sets: Vec<Vec<usize>>,
}

impl Holders {
    fn new(holders: TermMap<Vec<usize>>) -> Self {
        let mut places: HashMap<Vec<usize>, usize> = HashMap::new();
        let numbered = holders.into_iter().map(|(run, articles)| {
            let next = places.len();
            (run, *places.entry(articles).or_insert(next))
        });
        let of = numbered.collect();
        let mut sets = vec![Vec::new(); places.len()];
        for (articles, place) in places {
            sets[place] = articles;
        }
        Self { of, sets }
    }
}

/// How many words of the article stand in runs that each other one has, too.
fn covered(article: usize, text: &Own, holders: &Holders, articles: usize) -> Vec<(usize, usize)> {
    // Runs that follow each other and that the same articles have, as one stretch of words.
    let mut passages: Vec<(usize, Range<usize>)> = Vec::new();
    let mut offset = 0;
    for stretch in &text.stretches {
        for (start, run) in stretch.windows(RUN_WORDS).enumerate() {
            let Some(&set) = holders.of.get(&number(run)) else { continue };
            let (start, end) = (offset + start, offset + start + RUN_WORDS);
            match passages.last_mut() {
                Some((same, words)) if *same == set && start <= words.end => words.end = end,
                _ => passages.push((set, start..end)),
            }
        }
        offset += stretch.len();
    }
    // For each other article: the words covered so far, and where the last covered one ends.
    let mut covered = vec![(0, 0); articles];
    for (set, words) in passages {
        for &other in holders.sets[set].iter().filter(|&&other| other != article) {
            let (count, last_end) = &mut covered[other];
            *count += words.end - words.start.max(*last_end);
            *last_end = words.end;
        }
    }
    let counts = covered.into_iter().map(|(count, _)| count).enumerate();
    counts.filter(|&(_, count)| count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Tables;
    use crate::extract::mentions;
    use crate::link::Links;
    use crate::read::Article;
    use crate::segment::segment;

    const WIRE: &str = "The river rose by three metres in one night and carried away two bridges near the old mill, \
                        and the villages further down were cut off until the army came with boats at noon.";

    /// The origins of the texts, as the articles' numbers, the share in percent, and the agency.
    fn check(texts: &[&str], expected: &[(&[usize], f64, Option<&str>)]) {
        let articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        let documents: Vec<_> = articles.iter().map(|article| segment(article.text.clone())).collect();
        let mentions: Vec<_> = documents.iter().map(|document| mentions(document, None)).collect();
        let links = Links::default();
        let context = Context {
            articles: &articles,
            documents: &documents,
            mentions: &mentions,
            links: &links,
            grades: &[],
            tables: &Tables::default(),
        };
        let found = origins(&context);
        let found: Vec<(Vec<usize>, f64, Option<&str>)> = found
            .iter()
            .map(|origin| {
                let articles = origin.articles.iter().map(|article| article.0).collect();
                (articles, (100.0 * origin.share).round(), origin.agency.as_deref())
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|&(articles, share, agency)| (articles.to_vec(), share, agency)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn long_wording_in_common_tells_a_common_origin() {
        let longer =
            format!("A mayor wept. {WIRE} Nobody knows when the bridges will be built again, or who will pay.");
        check(&[WIRE, "A flood came to the valley.", &longer], &[(&[0, 2], 100.0, None)]);
    }

    #[test]
    fn articles_that_tell_the_same_in_their_own_words_have_none() {
        let own = "Two bridges near the old mill were swept away when the river rose by three metres overnight. Army \
                   boats reached the villages downstream at noon, which until then could not be reached.";
        check(&[WIRE, own], &[]);
    }

    #[test]
    fn one_speech_quoted_by_two_is_no_common_origin() {
        let quoting = |frame: &str| {
            format!(
                "{frame} “We have lost two bridges and a mill in one night, and we shall build all three of them again \
                 before the next spring comes,” she said. There was long applause in the hall before people went home \
                 through the rain."
            )
        };
        let other =
            quoting("The governor spoke on Tuesday.").replace("There was long", "Few believed it, but there was");
        check(&[&quoting("At noon the governor came to the town hall."), &other], &[]);
    }

    #[test]
    fn copies_of_copies_have_one_origin() {
        let half = |text: &str, from: usize, to: usize| {
            text.split(' ').skip(from).take(to - from).collect::<Vec<_>>().join(" ")
        };
        let (first, second) = (half(WIRE, 0, 32), half(WIRE, 3, 40));
        check(&[&first, WIRE, &second], &[(&[0, 1, 2], 94.0, None)]);
    }

    #[test]
    fn one_agency_credited_by_two_is_a_common_origin() {
        let bridge = "LINDAU (Reuters) - A bridge fell into the river on Monday, and nobody was hurt.";
        let own = "A bridge is gone, and nobody was hurt, the town said.\n\nReuters";
        check(&[bridge, "A bridge fell.", own], &[(&[0, 2], 0.0, Some("Reuters"))]);
    }
}
