//! Ages, in whatever form they are told, and whose they are.

use crate::extract::{Decimal, Hedge, Mention, NameKind, Value};
use crate::link::terms::{TermAt, TermKind, Terms};
use crate::read::ArticleId;
use crate::segment::{Document, Term, WordKind};

/// Nobody is older.
const OLDEST_YEARS: i64 = 130;

/// Whether a mention tells how old somebody is.
pub fn is_age(document: &Document, mentions: &[Mention], mention: &Mention) -> bool {
    let is_age_word = |word: usize| matches!(document.folded(word), "old" | "olds" | "age" | "aged" | "ages");
    match &mention.value {
        Value::Duration { .. } => mention.words.clone().any(is_age_word),
        Value::Number { .. } => apposed(document, mentions, mention).is_some(),
        _ => false,
    }
}

/// The years that an age tells; `None` for what is none and for a range of ages.
pub fn years(document: &Document, mentions: &[Mention], mention: &Mention) -> Option<Decimal> {
    match &mention.value {
        Value::Duration { .. } if is_age(document, mentions, mention) => mention.value.years(),
        Value::Number { .. } => apposed(document, mentions, mention),
        _ => None,
    }
}

/// The years of a plain count between marks behind a person's name: “Maria Lopez, 34, said”.
fn apposed(document: &Document, mentions: &[Mention], mention: &Mention) -> Option<Decimal> {
    let Value::Number { amount, of: None } = &mention.value else { return None };
    let is = |word: usize, marks: &[&str]| document.words.get(word).is_some() && marks.contains(&document.folded(word));
    let comma = mention.words.start.checked_sub(1).filter(|&word| is(word, &[","]))?;
    let before = mentions.partition_point(|other| other.span.start < mention.span.start);
    // A name inside a name, or inside a quotation, comes after what it stands in.
    let mut before = mentions[..before].iter().rev().take(3);
    let behind_person =
        before.any(|name| name.words.end == comma && matches!(name.value, Value::Name(NameKind::Person)));
    let is_age = mention.words.len() == 1
        && amount.upper.is_none()
        && amount.hedge == Hedge::Exact
        && amount.number.is_integer()
        && (Decimal::ONE..=Decimal::from(OLDEST_YEARS)).contains(&amount.number);
    (behind_person && is_age && is(mention.words.end, &[",", ".", ";", ")"])).then_some(amount.number)
}

/// The name beside an age: “Maria Lopez, 34,”, “Maria Lopez, a 34-year-old teacher”, “the 34-year-old Maria Lopez”.
pub fn bearer(document: &Document, terms: &Terms, article: ArticleId, mention: &Mention) -> Option<Term> {
    /// A title or a first name that the term does not cover may stand between.
    const NEAR_WORDS: usize = 3;
    let sentence = document.sentences.get(mention.sentence)?.words.clone();
    // Not those of “29-year-old” and “Jr.”
    let is_mark =
        |word: usize| document.words[word].kind == WordKind::Mark && !matches!(document.folded(word), "-" | ".");
    let name = |place: &&TermAt| place.kind == TermKind::Entity;
    let after = mention.words.end..(mention.words.end + NEAR_WORDS).min(sentence.end);
    let after = terms.of(article, after).iter().find(name);
    let after = after.filter(|place| !(mention.words.end..place.word()).any(is_mark));
    let from = mention.words.start.saturating_sub(2 * NEAR_WORDS).max(sentence.start);
    let before = terms.of(article, from..mention.words.start).iter().rfind(name);
    let apposed = |place: &&TermAt| {
        let mut marks = (place.word() + 1..mention.words.start).filter(|&word| is_mark(word));
        marks.next().is_some_and(|mark| document.folded(mark) == "," && mark + NEAR_WORDS > mention.words.start)
            && marks.next().is_none()
    };
    after.or_else(|| before.filter(apposed)).map(|place| place.term)
}
