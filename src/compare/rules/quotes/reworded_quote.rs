//! `quote/reworded`: a quotation whose words nearly all stand in another sentence that quotes, but partly outside its
//! quotation marks and in another order: one utterance was taken apart and put together again.

use std::collections::{BTreeMap, HashMap};

use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Value;
use crate::link::wording::{Wording, same_utterance};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule { id: "quote/reworded", check };

/// Words rarer than this say what a quotation is about: about 17,000 occurrences in the counted news.
const CONTENT_BITS: f64 = 11.0;
/// A quotation of fewer such words can meet another by chance.
const LEAST_WORDS: usize = 5;
/// The other sentence has this part of what the quotation tells; a paraphrase keeps less.
const LEAST_PART: f64 = 0.75;
/// Words further away from a quotation than this belong to another statement.
const NEAR_WORDS: usize = 16;
/// A word that stands in or beside more quotations than this for each article does not lead to the one that was reworded;
/// it also keeps the cost linear.
const MOST_AN_ARTICLE: usize = 12;
/// Which of two sentences is the reworded one is not known, and now and then both are sound.
const CONFIDENCE: f64 = 0.7;

/// A quotation and what it tells.
struct Quotation<'d> {
    excerpt: Excerpt,
    words: Wording<'d>,
    /// The stems of its words of content, with their rarity in bits.
    content: BTreeMap<Term, f64>,
    /// The same of the words close by in its sentence that nobody quotes.
    around: BTreeMap<Term, f64>,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let quotations = quotations(context);
    let mut by_stem: HashMap<Term, Vec<usize>> = HashMap::new();
    for (place, quotation) in quotations.iter().enumerate() {
        for &stem in quotation.content.keys().chain(quotation.around.keys()) {
            by_stem.entry(stem).or_default().push(place);
        }
    }
    // Many articles may have a quotation, in one sentence: whatever reads the same is looked at once.
    let mut numbers: HashMap<(&[Term], Vec<Term>), usize> = HashMap::new();
    let mut same_words: Vec<Vec<&Quotation>> = Vec::new();
    for quotation in quotations.iter().filter(|quotation| quotation.content.len() >= LEAST_WORDS) {
        let key = (quotation.words.terms(), quotation.content.keys().copied().collect());
        let number = *numbers.entry(key).or_insert(same_words.len());
        if number == same_words.len() {
            same_words.push(Vec::new());
        }
        same_words[number].push(quotation);
    }
    let mut numbers: HashMap<(&[Term], [Vec<Term>; 2]), usize> = HashMap::new();
    let readings: Vec<usize> = quotations
        .iter()
        .map(|other| {
            let next = numbers.len();
            let stems = [&other.content, &other.around].map(|stems| stems.keys().copied().collect());
            *numbers.entry((other.words.terms(), stems)).or_insert(next)
        })
        .collect();
    let most = MOST_AN_ARTICLE * context.articles.len();
    let mut found: Vec<Discrepancy> = Vec::new();
    for same in &same_words {
        let mut known: HashMap<usize, bool> = HashMap::new();
        for place in rarest(same[0], &by_stem, most) {
            let other = &quotations[place];
            if *known.entry(readings[place]).or_insert_with(|| same[0].is_reworded_by(other))
                && let Some(quotation) = same.iter().find(|quotation| quotation.is_apart_from(other))
            {
                found.push(discrepancy(context, quotation, other));
            }
        }
    }
    found
}

/// The quotations in or beside which one of the two rarest words of `quotation` stands: those that lack both lack too much.
/// By place; a word that stands beside more than `most` leads to none.
fn rarest(quotation: &Quotation, by_stem: &HashMap<Term, Vec<usize>>, most: usize) -> Vec<usize> {
    let mut stems: Vec<_> = quotation.content.keys().filter_map(|stem| by_stem.get(stem)).collect();
    stems.sort_by_key(|places| places.len());
    let rare = stems.into_iter().take(2).filter(|places| places.len() <= most);
    let mut others: Vec<usize> = rare.flatten().copied().collect();
    others.sort_unstable();
    others.dedup();
    others
}

impl Quotation<'_> {
    fn is_apart_from(&self, other: &Self) -> bool {
        self.excerpt.article != other.excerpt.article || !self.excerpt.span.overlaps(other.excerpt.span)
    }

    /// By their words alone, wherever they stand.
    fn is_reworded_by(&self, other: &Self) -> bool {
        let whole: f64 = self.content.values().sum();
        let part = |stems: &BTreeMap<Term, f64>| -> f64 {
            self.content.iter().filter(|(stem, _)| stems.contains_key(stem)).map(|(_, bits)| bits).sum()
        };
        let outside: BTreeMap<Term, f64> =
            other.around.iter().filter(|(stem, _)| !other.content.contains_key(stem)).map(|(a, b)| (*a, *b)).collect();
        let (inside, outside) = (part(&other.content), part(&outside));
        outside > 0.0
            && inside + outside >= LEAST_PART * whole
            && inside + outside < whole
            && same_utterance(&self.words, &other.words).is_none()
    }
}

fn quotations<'c>(context: &'c Context) -> Vec<Quotation<'c>> {
    let mut found = Vec::new();
    for (article, (document, mentions)) in context.documents.iter().zip(context.mentions).enumerate() {
        let mut is_quoted = vec![false; document.words.len()];
        for mention in mentions {
            if let Value::Quote(quote) = &mention.value {
                is_quoted[document.words_in(quote.words)].fill(true);
            }
        }
        for mention in mentions {
            if let Value::Quote(quote) = &mention.value
                && quote.is_speech
                && let Some(sentence) = document.sentences.get(mention.sentence)
            {
                let inside = document.words_in(quote.words);
                let near = inside.start.saturating_sub(NEAR_WORDS)..inside.end + NEAR_WORDS;
                let around = sentence.words.clone().filter(|&word| near.contains(&word) && !is_quoted[word]);
                found.push(Quotation {
                    excerpt: Excerpt { article: ArticleId(article), span: with_marks(document, quote.words) },
                    words: Wording::under(document, quote.words),
                    content: content(document, inside.clone()),
                    around: content(document, around),
                });
            }
        }
    }
    found
}

/// The quoted words with the marks around them.
fn with_marks(document: &Document, words: Span) -> Span {
    let inside = document.words_in(words);
    let is_mark = |word: usize| document.words.get(word).is_some_and(|word| word.kind == WordKind::Mark);
    let start = inside.start - usize::from(inside.start > 0 && is_mark(inside.start - 1));
    let end = inside.end + usize::from(is_mark(inside.end));
    document.span_of(start..end)
}

fn content(document: &Document, words: impl Iterator<Item = usize>) -> BTreeMap<Term, f64> {
    words
        .map(|word| &document.words[word])
        .filter(|word| word.kind == WordKind::Word && word.rarity() >= CONTENT_BITS)
        .map(|word| (word.stem, word.rarity()))
        .collect()
}

fn discrepancy(context: &Context, quotation: &Quotation, other: &Quotation) -> Discrepancy {
    let mut evidence = vec![quotation.excerpt, other.excerpt];
    evidence.sort_unstable();
    let readings = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Quote,
        rule: RULE.id,
        severity: Severity::High,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("one utterance put together in two ways: {readings}"),
        explanation: format!(
            "Nearly all words of content of the one quotation stand in and beside the other, but in another order and \
             partly outside the quotation marks: {readings}. Both cannot give the words as they were said."
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::read::Article;

    fn check(texts: [&str; 2], expected: usize) {
        let story = analyze(texts.iter().map(|text| Article::from_text(text)).collect());
        let found = story.discrepancies.iter().filter(|discrepancy| discrepancy.rule == super::RULE.id).count();
        assert_eq!(found, expected, "{texts:?}");
    }

    const SOUND: &str = "The ferry line spoke of “deepening Nordline’s commitment to affordable coastal transport”.";

    #[test]
    fn words_taken_apart_and_put_together_again_are_seen() {
        check(
            [
                SOUND,
                "“The line said its ferries were cleansed” for affordable coastal transport (of Nordline’s) commitment.",
            ],
            1,
        );
    }

    #[test]
    fn a_part_of_it_and_a_report_of_it_are_sound() {
        check([SOUND, "It named its “commitment to affordable coastal transport” in a letter."], 0);
        check([SOUND, "Nordline repeated its commitment to affordable coastal transport."], 0);
        check([SOUND, "“We are late,” the captain of the coastal transport said."], 0);
    }
}
