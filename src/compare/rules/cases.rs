//! How the rules are tested: articles in, the words of the evidence out.

use crate::compare::{Context, Discrepancy, Rule};
use crate::extract::mentions;
use crate::link::link;
use crate::read::{Article, number};
use crate::segment::segment;

/// What `rule` finds in articles with these texts.
pub fn discrepancies(rule: &Rule, texts: &[&str]) -> Vec<Discrepancy> {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let documents: Vec<_> = articles.iter().map(|article| segment(article.text.clone())).collect();
    let mentions: Vec<_> = documents.iter().map(|document| mentions(document, None)).collect();
    let links = link(&documents, &mentions);
    let context =
        Context { articles: &articles, documents: &documents, mentions: &mentions, links: &links, grades: &[] };
    (rule.check)(&context)
}

/// Asserts the words of the evidence of everything that `rule` finds in `texts`.
pub fn check(rule: &Rule, texts: &[&str], expected: &[&[&str]]) {
    let found: Vec<Vec<String>> = discrepancies(rule, texts)
        .iter()
        .map(|found| found.evidence.iter().map(|it| it.span.of(texts[it.article.0]).to_owned()).collect())
        .collect();
    assert_eq!(found, expected, "{texts:#?}");
}

/// The same for one article, each finding with one place.
pub fn check_alone(rule: &Rule, text: &str, expected: &[&str]) {
    check(rule, &[text], &expected.chunks(1).collect::<Vec<_>>());
}
