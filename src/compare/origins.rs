//! Agreement that is no corroboration: articles that share long wording, or credit one news agency, have a common
//! origin and count once.

use std::collections::HashMap;

use super::{Context, Origin};
use crate::link::Groups;
use crate::read::ArticleId;
use crate::segment::{Document, Term, WordKind};

/// Wording of so many words in a row is no chance.
const RUN_WORDS: usize = 10;
/// Articles that have this part of the shorter text in common have a common origin. Quotations that both took from one
/// speech stay below it.
const COMMON_SHARE: f64 = 0.2;
/// A credit stands in so many words at either end of an article.
const CREDIT_WORDS: usize = 40;

/// News agencies as they are credited, folded.
const AGENCIES: [(&str, &str); 14] = [
    ("reuters", "Reuters"),
    ("ap", "AP"),
    ("associated press", "AP"),
    ("afp", "AFP"),
    ("agence france-presse", "AFP"),
    ("bloomberg", "Bloomberg"),
    ("dpa", "dpa"),
    ("xinhua", "Xinhua"),
    ("upi", "UPI"),
    ("efe", "EFE"),
    ("ansa", "ANSA"),
    ("pa media", "PA Media"),
    ("kyodo", "Kyodo"),
    ("yonhap", "Yonhap"),
];

/// The common origins among the articles, by first article.
pub fn origins(context: &Context) -> Vec<Origin> {
    let texts: Vec<Vec<Term>> = context.documents.iter().map(running_words).collect();
    let credits: Vec<Option<&str>> = context.documents.iter().map(credit).collect();
    let mut groups = Groups::new(texts.len());
    let common: Vec<_> = shared_parts(&texts).into_iter().filter(|part| part.1 >= COMMON_SHARE).collect();
    for ([a, b], _) in &common {
        groups.join(*a, *b);
    }
    groups
        .into_sorted()
        .into_iter()
        .filter(|articles| articles.len() > 1)
        .map(|articles| {
            let inside = common.iter().filter(|(pair, _)| articles.contains(&pair[0]));
            let share = inside.map(|part| part.1).reduce(f64::min).unwrap_or_default();
            let agency = articles.iter().find_map(|&article| credits[article]).map(str::to_owned);
            Origin { articles: articles.into_iter().map(ArticleId).collect(), share, agency }
        })
        .collect()
}

/// The words of an article as numbers, marks and figures' glue left out.
fn running_words(document: &Document) -> Vec<Term> {
    document.words.iter().filter(|word| word.kind != WordKind::Mark).map(|word| word.term).collect()
}

/// By pair of articles, the part of the shorter one that stands in the other in runs of [`RUN_WORDS`]; by articles.
fn shared_parts(texts: &[Vec<Term>]) -> Vec<([usize; 2], f64)> {
    let mut runs: HashMap<&[Term], Vec<usize>> = HashMap::new();
    for (article, words) in texts.iter().enumerate() {
        for run in words.windows(RUN_WORDS) {
            let holders = runs.entry(run).or_default();
            if holders.last() != Some(&article) {
                holders.push(article);
            }
        }
    }
    // Which words of an article stand in the other's runs too.
    let mut covered: HashMap<[usize; 2], Vec<bool>> = HashMap::new();
    for (article, words) in texts.iter().enumerate() {
        for (start, run) in words.windows(RUN_WORDS).enumerate() {
            for &other in runs[run].iter().filter(|&&other| other != article) {
                let marks = covered.entry([article, other]).or_insert_with(|| vec![false; words.len()]);
                marks[start..start + RUN_WORDS].fill(true);
            }
        }
    }
    let mut parts: Vec<([usize; 2], f64)> = Vec::new();
    for ([article, other], marks) in &covered {
        let is_shorter = (texts[*article].len(), *article) < (texts[*other].len(), *other);
        if is_shorter {
            let share = marks.iter().filter(|mark| **mark).count() as f64 / marks.len() as f64;
            parts.push(([*article.min(other), *article.max(other)], share));
        }
    }
    parts.sort_by_key(|part| part.0);
    parts
}

/// The agency that an article credits at its beginning or end.
fn credit(document: &Document) -> Option<&'static str> {
    let count = document.words.len();
    let ends =
        (0..count.min(CREDIT_WORDS)).chain(count.saturating_sub(CREDIT_WORDS).max(CREDIT_WORDS.min(count))..count);
    for place in ends {
        for (written, name) in AGENCIES {
            let phrase: Vec<&str> = written.split([' ', '-']).collect();
            let is_name = document.words[place].span.of(&document.text).starts_with(char::is_uppercase);
            if is_name && document.is_phrase(place, &phrase) {
                return Some(name);
            }
        }
    }
    None
}
