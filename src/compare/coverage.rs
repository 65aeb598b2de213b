//! What could be compared in each article, and what stood in the way: “no conflict found” is not “confirmed”.

use super::{Context, Coverage};
use crate::read::ArticleId;
use crate::segment::{Document, WordKind};

/// The least part of an English article's words that are among the most common ones; English news has 0.34 and more of
/// them, French, Spanish, Italian, German and Dutch 0.11 at most.
const LEAST_COMMON: f64 = 0.2;

/// How often a word stands in the counted news to be one of the most common: once in about 700 words.
const COMMON_COUNT: f64 = 50_000.0;

/// How many words it takes to judge the language by them.
const WORDS_TO_JUDGE: usize = 20;

/// Each article's coverage. A sentence could be compared when another article has a sentence that tells the same, or
/// states one of its facts.
pub fn coverage(context: &Context) -> Vec<Coverage> {
    let compared = compared_sentences(context);
    (context.articles.iter().zip(context.documents).zip(compared))
        .map(|((article, document), compared)| {
            let words = document.words.iter().filter(|word| word.kind == WordKind::Word).count();
            let sentences = compared.len().max(1) as f64;
            let mut doubts = article.doubts.clone();
            if context.articles.len() < 2 {
                doubts.push("there is no other article to compare it with".to_owned());
            } else if words == 0 {
                doubts.push("it holds no words".to_owned());
            }
            if words >= WORDS_TO_JUDGE && common_share(document) < LEAST_COMMON {
                doubts.push("it does not read as English, which alone is understood; much may be missed".to_owned());
            }
            Coverage { words, compared: compared.iter().filter(|&&it| it).count() as f64 / sentences, doubts }
        })
        .collect()
}

/// For each sentence of each article, whether it could be compared.
fn compared_sentences(context: &Context) -> Vec<Vec<bool>> {
    let mut compared: Vec<_> = context.documents.iter().map(|document| vec![false; document.sentences.len()]).collect();
    for passage in &context.links.passages {
        for sentence in &passage.sentences {
            mark(&mut compared, sentence.article, sentence.index);
        }
    }
    for fact in context.links.facts.iter().filter(|fact| fact.articles().len() > 1) {
        for reading in &fact.readings {
            let article = reading.excerpt.article;
            if let Some(index) = context.documents[article.0].sentence_at(reading.excerpt.span.start) {
                mark(&mut compared, article, index);
            }
        }
    }
    compared
}

fn mark(compared: &mut [Vec<bool>], article: ArticleId, sentence: usize) {
    if let Some(mark) = compared.get_mut(article.0).and_then(|sentences| sentences.get_mut(sentence)) {
        *mark = true;
    }
}

/// The part of the words that are among the most common English ones.
fn common_share(document: &Document) -> f64 {
    let words = || document.words.iter().filter(|word| word.kind == WordKind::Word);
    words().filter(|word| word.entry.count() > COMMON_COUNT).count() as f64 / words().count().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Tables;
    use crate::link::{Fact, FactKind, Links, Passage, Reading, SentenceId};
    use crate::read::{Article, Excerpt};
    use crate::segment::segment;
    use crate::text::Span;

    fn check(texts: &[&str], links: &Links) -> Vec<(f64, usize)> {
        let articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        let documents: Vec<_> = articles.iter().map(|article| segment(article.text.clone())).collect();
        let context = Context {
            articles: &articles,
            documents: &documents,
            mentions: &[],
            links,
            grades: &[],
            tables: &Tables::default(),
        };
        coverage(&context).iter().map(|coverage| (coverage.compared, coverage.doubts.len())).collect()
    }

    #[test]
    fn sentences_with_a_counterpart_count() {
        let sentence = |article, index| SentenceId { article: ArticleId(article), index };
        let passages = vec![Passage { sentences: vec![sentence(0, 1), sentence(1, 0)], similarity: 0.6 }];
        let links = Links { passages, ..Links::default() };
        assert_eq!(check(&["It rained. It snowed.", "Snow fell."], &links), [(0.5, 0), (1.0, 0)]);
    }

    #[test]
    fn sentences_that_state_a_fact_of_another_article_count_and_facts_told_once_do_not() {
        let reading = |article, start, end| Reading {
            excerpt: Excerpt { article: ArticleId(article), span: Span::new(start, end) },
            mention: None,
        };
        let fact = |readings| Fact {
            kind: FactKind::Number,
            readings,
            about: String::new(),
            certainty: 1.0,
            strays: Vec::new(),
        };
        let facts = vec![fact(vec![reading(0, 0, 3), reading(1, 0, 2)]), fact(vec![reading(0, 14, 17)])];
        let links = Links { facts, ..Links::default() };
        assert_eq!(check(&["Ten men fled. Six men stayed.", "10 men fled."], &links), [(0.5, 0), (1.0, 0)]);
    }

    #[test]
    fn what_stood_in_the_way_is_said() {
        assert_eq!(check(&["It rained."], &Links::default()), [(0.0, 1)]);
        let german = "Der Fluss stieg in der Nacht auf einen neuen Höchststand und überflutete dabei mehrere Keller, \
                      sodass die Feuerwehr viele Bewohner mit Schlauchbooten aus ihren Wohnungen holen musste.";
        assert_eq!(check(&[german, "The river rose."], &Links::default()), [(0.0, 1), (0.0, 0)]);
    }
}
