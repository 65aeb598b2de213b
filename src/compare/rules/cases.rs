//! How the rules are tested: articles in, the words of the evidence out.

use crate::compare::grade::Grader;
use crate::compare::{Context, Discrepancy, Rule, Tables, compare};
use crate::extract::mentions;
use crate::link::link;
use crate::read::{Article, number};
use crate::segment::segment;

/// What `rule` finds in articles with these texts.
pub fn discrepancies(rule: &Rule, texts: &[&str]) -> Vec<Discrepancy> {
    found(rule, texts.iter().map(|text| Article::from_text(text)).collect())
}

fn found(rule: &Rule, mut articles: Vec<Article>) -> Vec<Discrepancy> {
    number(&mut articles);
    let documents: Vec<_> = articles.iter().map(|article| segment(article.text.clone())).collect();
    let mentions: Vec<_> =
        documents.iter().zip(&articles).map(|(document, article)| mentions(document, article.published)).collect();
    let links = link(&documents, &mentions);
    let grader = Grader::new(&articles, &documents, &mentions);
    let grades: Vec<_> = links.facts.iter().map(|fact| grader.grade(fact)).collect();
    let context = Context {
        articles: &articles,
        documents: &documents,
        mentions: &mentions,
        links: &links,
        grades: &grades,
        tables: &Tables::default(),
    };
    (rule.check)(&context)
}

/// What all rules together report of articles with these texts.
pub fn reported(texts: &[&str]) -> Vec<Discrepancy> {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let documents: Vec<_> = articles.iter().map(|article| segment(article.text.clone())).collect();
    let mentions: Vec<_> =
        documents.iter().zip(&articles).map(|(document, article)| mentions(document, article.published)).collect();
    let links = link(&documents, &mentions);
    compare(&articles, &documents, &mentions, &links).discrepancies
}

/// Asserts the words of the evidence of everything that `rule` finds in `texts`.
pub fn check(rule: &Rule, texts: &[&str], expected: &[&[&str]]) {
    assert_evidence(&discrepancies(rule, texts), texts, expected);
}

/// The same for articles with the days of their publication.
pub fn check_published(rule: &Rule, articles: &[(&str, &str)], expected: &[&[&str]]) {
    let article = |&(text, day): &(&str, &str)| Article {
        published: Some(day.parse().expect("a test names a day")),
        ..Article::from_text(text)
    };
    let texts: Vec<&str> = articles.iter().map(|article| article.0).collect();
    assert_evidence(&found(rule, articles.iter().map(article).collect()), &texts, expected);
}

fn assert_evidence(found: &[Discrepancy], texts: &[&str], expected: &[&[&str]]) {
    let words = |found: &Discrepancy| -> Vec<String> {
        found.evidence.iter().map(|it| it.span.of(texts[it.article.0]).to_owned()).collect()
    };
    let found: Vec<Vec<String>> = found.iter().map(words).collect();
    assert_eq!(found, expected, "{texts:#?}");
}

/// The same for one article, each finding with one place.
pub fn check_alone(rule: &Rule, text: &str, expected: &[&str]) {
    check(rule, &[text], &expected.chunks(1).collect::<Vec<_>>());
}
