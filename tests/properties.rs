//! What must hold for every text and every order of the articles.

#[path = "support/schema.rs"]
mod schema;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use variorum::analysis::{Analysis, analyze};
use variorum::extract::mentions;
use variorum::notes::Notebook;
use variorum::read::{Article, ArticleId, Excerpt, bundled, number, open};
use variorum::report;
use variorum::segment::segment;
use variorum::text::Span;

/// Pieces of news from which stories are made: they meet in figures, names, dates and quotations, and differ in some.
const SUBJECTS: &[&str] =
    &["The mayor of Lindau", "Ana Torres", "Police", "A spokesman for Norwind AG", "She", "Torres, 43,"];
const DEEDS: &[&str] = &[
    "said on Monday that 14 people were hurt",
    "said that at least 40 people were hurt",
    "put the damage at $1.2 million",
    "put the damage at about €1.1 million",
    "expects revenue to rise 8% to 280 million euros over the next three years",
    "did not expect the bridge to reopen before May 2024",
    "called the flood “the worst in a century”",
    "called it “the wurst in a century, the wurst",
    "will meet the Ministry of Transport in Lisbon on Tuesday",
    "has has already met the ministry",
];
const TAILS: &[&str] = &[
    ".",
    ", officials said.",
    ", after the river rose 3.5 metres in two hours.",
    " …",
    "\n",
    ". “We were lucky,” she added.",
];

fn sentence() -> impl Strategy<Value = String> {
    (select(SUBJECTS), select(DEEDS), select(TAILS)).prop_map(|(subject, deed, tail)| format!("{subject} {deed}{tail}"))
}

fn account() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 1..7).prop_map(|sentences| sentences.join(" "))
}

/// Text that is rich in what the stages look for, in places where it makes no sense.
fn noise() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[0-9]{1,40}",
        select(vec![
            "“",
            "”",
            "\"",
            "'",
            "’",
            "‘",
            "$",
            "€",
            "%",
            ".",
            ",",
            "-",
            "–",
            "…",
            "\n",
            "\n\n",
            " ",
            " million",
            " bn",
            "Mr. ",
            "(",
            ")",
            "1/2",
            "½",
            "three-quarters",
            " per cent",
            "Monday",
            "February 30",
            "9999",
            "0",
            "-1",
            "Q3",
            " said",
            "No. ",
            "e\u{301}",
            "世界",
            "ﷺ",
            "👩‍🚀",
            "\u{0}",
            "\u{feff}",
            "US$",
            "2020s",
            "1e9",
            ",000",
            " to ",
            " and a half",
            "dozen",
            "two hundred thousand million billion trillion quadrillion",
            "past decade",
            "Dr ",
            "&",
            "of the ",
            "\t",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn story(texts: &[&str]) -> Analysis {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    analyze(articles)
}

/// The findings in a form that does not depend on the articles' order: each article is named by its text.
fn findings(story: &Analysis) -> Vec<String> {
    let place = |excerpt: Excerpt| {
        let article = &story.articles[excerpt.article.0];
        format!("{}:{}-{}", &article.sha256[..12], excerpt.span.start, excerpt.span.end)
    };
    let places = |excerpts: Vec<Excerpt>| {
        let mut places: Vec<_> = excerpts.into_iter().map(place).collect();
        places.sort();
        places.join(" ")
    };
    let mut lines = Vec::new();
    for (fact, grade) in story.facts.iter().zip(&story.grades) {
        let readings = fact.readings.iter().map(|reading| reading.excerpt).collect();
        lines.push(format!("{:?} {grade:?} {:.6} {}", fact.kind, fact.certainty, places(readings)));
    }
    for entity in &story.entities {
        let mentions = entity.mentions.iter().map(|&mention| story.excerpt_of(mention)).collect();
        lines.push(format!("{} {:?} {}", entity.name, entity.kind, places(mentions)));
    }
    for passage in &story.passages {
        let sentences = passage.sentences.iter().map(|&sentence| story.sentence(sentence)).collect();
        lines.push(format!("{:.6} {}", passage.similarity, places(sentences)));
    }
    for found in &story.discrepancies {
        let facts = found.facts.len();
        lines.push(format!(
            "{} {:?} {:.6} {facts} {}",
            found.rule,
            found.severity,
            found.confidence,
            places(found.evidence.clone())
        ));
    }
    for (article, coverage) in story.articles.iter().zip(&story.coverage) {
        lines.push(format!(
            "{} {} {:.6} {:?}",
            &article.sha256[..12],
            coverage.words,
            coverage.compared,
            coverage.doubts
        ));
    }
    for origin in &story.origins {
        let mut articles: Vec<_> = origin.articles.iter().map(|article| &*story.articles[article.0].sha256).collect();
        articles.sort_unstable();
        lines.push(format!("{articles:?} {:.6} {:?}", origin.share, origin.agency));
    }
    lines.sort();
    lines
}

/// Fails unless every order of `texts` has the same findings. Equal texts cannot be told apart, and are left out.
fn any_order_is_alike(texts: [&str; 3]) -> Result<(), TestCaseError> {
    let [a, b, c] = texts;
    let expected = findings(&story(&texts));
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        let found = findings(&story(&order));
        let only = |these: &[String], those: &[String]| -> Vec<String> {
            these.iter().filter(|line| !those.contains(line)).cloned().collect()
        };
        prop_assert_eq!(only(&found, &expected), only(&expected, &found));
        prop_assert_eq!(found.len(), expected.len());
    }
    Ok(())
}

/// Fails unless every place in `story` fits its article.
fn places_fit(story: &Analysis) -> Result<(), TestCaseError> {
    let mut places: Vec<Excerpt> = story.discrepancies.iter().flat_map(|found| found.evidence.clone()).collect();
    places.extend((0..story.facts.len()).flat_map(|index| story.readings(index)));
    for (index, mentions) in story.mentions.iter().enumerate() {
        places.extend(mentions.iter().map(|mention| Excerpt { article: ArticleId(index), span: mention.span }));
    }
    for Excerpt { article, span } in places {
        let text = &story.articles[article.0].text;
        prop_assert!(span.start < span.end && text.get(span.range()).is_some(), "{:?} does not fit {:?}", span, text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_order_of_the_articles_changes_nothing_but_the_sigla(a in account(), b in account(), c in account()) {
        prop_assume!(a != b && b != c && a != c);
        any_order_is_alike([&a, &b, &c])?;
    }

    #[test]
    fn every_place_lies_inside_its_article(a in account(), b in account(), noise in noise()) {
        places_fit(&story(&[&a, &b, &noise]))?;
        places_fit(&story(&[&format!("{a} {noise}"), &format!("{noise} {b}")]))?;
    }

    #[test]
    fn no_text_makes_a_stage_or_a_report_fail(a in noise(), b in noise()) {
        let story = story(&[&a, &b, &a]);
        let json = report::json(&story, &Notebook::default());
        schema::report(&json);
        for text in [json, report::markdown(&story, &Notebook::default())] {
            prop_assert!(!text.contains(|character: char| character.is_control() && character != '\n'));
        }
    }

    // `extract` hands over texts as they are, controls and all.
    #[test]
    fn mentions_of_any_text_lie_inside_it(text in noise()) {
        let document = segment(text.as_str().into());
        for mention in mentions(&document, None) {
            let Span { start, end } = mention.span;
            prop_assert!(start < end && text.get(start..end).is_some(), "{:?}", mention);
        }
    }
}

#[test]
fn the_order_of_real_articles_changes_nothing_but_the_sigla() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let folders = fs::read_dir(corpus).expect("a corpus").map(|entry| entry.expect("an entry").path());
    let stories = folders.map(|folder| open(&[folder]).expect("a story")).chain([bundled()]);
    for articles in stories.filter(|articles| articles.len() > 2) {
        let texts = [&*articles[0].text, &*articles[1].text, &*articles[2].text];
        any_order_is_alike(texts).unwrap_or_else(|error| panic!("{}: {error}", articles[0].location));
    }
}
