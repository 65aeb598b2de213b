//! What one currency is worth in another, as the story itself tells it: a sum and the same sum in another currency
//! beside it imply a rate, as closely as their digits say. No other source of rates is needed, or trusted.

use super::apposed::sums;
use super::interval::Interval;
use crate::extract::{Amount, Decimal, Hedge, Mention, Value};
use crate::read::{ArticleId, Excerpt};
use crate::segment::Document;

/// Rounding moves a converted sum by less than this part of it; with the rate's own rounding that makes one in twenty.
const MOST_ROUNDING: Decimal = Decimal::from_parts(25, 0, 0, false, 3);

/// So many rates are looked at; a story tells the same few over and over.
const MOST_RATES: usize = 64;

/// A rate that two apposed sums imply.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// From this currency …
    pub from: &'static str,
    /// … to this one.
    pub to: &'static str,
    /// What one unit of the first is worth in the second.
    pub worth: Interval,
    /// Where both sums stand.
    pub excerpt: Excerpt,
}

/// The rates of a story.
#[derive(Clone, Debug, Default)]
pub struct Rates {
    /// One for each apposed pair, by its words.
    pub told: Vec<Rate>,
}

impl Rates {
    /// Reads the rates of a story once. Linear.
    pub fn new(documents: &[Document], mentions: &[Vec<Mention>]) -> Self {
        let articles = documents.iter().zip(mentions).enumerate();
        let told = articles.flat_map(|(article, (document, mentions))| {
            let pairs = sums(document, mentions).into_iter();
            pairs.filter_map(move |[(_, one), (_, other)]| {
                let excerpt = Excerpt { article: ArticleId(article), span: one.span.join(other.span) };
                rate(one, other, excerpt)
            })
        });
        let mut told: Vec<Rate> = told.collect();
        // Which are looked at where there are many must not depend on the order of the articles.
        told.sort_by_key(|rate| rate.excerpt.span.of(&documents[rate.excerpt.article.0].text));
        Self { told }
    }

    /// The articles that tell one.
    pub fn articles(&self) -> impl Iterator<Item = ArticleId> {
        self.told.iter().map(|rate| rate.excerpt.article)
    }

    /// Whether a rate of the story, or two of them in turn, make one sum the other.
    ///
    /// The same figure in two currencies is the same sum only where other places of the story say that they are worth
    /// the same: a currency mistaken beside its conversion implies a rate of its own.
    pub fn convert(&self, a: &Sum, b: &Sum) -> bool {
        let (mine, theirs) = (a.told(), b.told());
        let same_figure = a.amount.number == b.amount.number;
        let covers = |rate: &Rate, sum: &Sum| {
            rate.excerpt.article == sum.excerpt.article && rate.excerpt.span.overlaps(sum.excerpt.span)
        };
        let rates: Vec<&Rate> = self
            .told
            .iter()
            .filter(|rate| !same_figure || !(covers(rate, a) || covers(rate, b)))
            .take(MOST_RATES)
            .collect();
        let fits = |worth: Interval| {
            let is_par = Interval::exactly(Decimal::ONE).meets(worth);
            (!same_figure || is_par) && mine.times(worth).is_some_and(|sum| sum.meets(theirs))
        };
        from(&rates, a.currency).any(|(currency, worth)| {
            if currency == b.currency {
                return fits(worth);
            }
            let mut second = from(&rates, currency).filter(|(last, _)| *last == b.currency);
            second.any(|(_, other)| worth.times(other).is_some_and(fits))
        })
    }
}

/// A sum and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Sum<'m> {
    /// How much.
    pub amount: &'m Amount,
    /// ISO 4217 code.
    pub currency: &'static str,
    /// Where.
    pub excerpt: Excerpt,
}

impl Sum<'_> {
    fn told(&self) -> Interval {
        Interval::rounded(self.amount, Some(MOST_ROUNDING))
    }
}

/// The currencies that `currency` is told in, and what one unit of it is worth in them.
fn from<'r>(rates: &'r [&'r Rate], currency: &'r str) -> impl Iterator<Item = (&'static str, Interval)> + 'r {
    rates.iter().filter_map(move |rate| {
        if rate.from == currency {
            Some((rate.to, rate.worth))
        } else if rate.to == currency {
            Some((rate.from, Interval::exactly(Decimal::ONE).over(rate.worth)?))
        } else {
            None
        }
    })
}

/// The rate of two apposed sums: neither a range, both above nothing.
fn rate(one: &Mention, other: &Mention, excerpt: Excerpt) -> Option<Rate> {
    let (Value::Money { amount: a, currency: from }, Value::Money { amount: b, currency: to }) =
        (&one.value, &other.value)
    else {
        return None;
    };
    // A hedge of one is a hedge of both.
    let told = |amount: &Amount| Interval::rounded(&Amount { hedge: Hedge::Exact, ..*amount }, Some(MOST_ROUNDING));
    let is_plain = [a, b].iter().all(|amount| amount.upper.is_none() && amount.number > Decimal::ZERO);
    let worth = told(b).over(told(a)).filter(|_| is_plain)?;
    Some(Rate { from, to, worth, excerpt })
}
