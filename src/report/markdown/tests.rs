//! The report on small stories, as it is read.

use crate::analysis::{Analysis, analyze};
use crate::compare::{Discrepancy, DiscrepancyKind, Grade, Severity};
use crate::link::{Fact, FactKind, Reading};
use crate::notes::{Note, Notebook, Verdict};
use crate::read::{Article, ArticleId, Excerpt, number};
use crate::report::markdown;
use crate::text::Span;

/// A story with one fact that is told differently, made by hand so that no rule decides over the report's tests.
fn story(texts: &[&str], readings: &[(usize, &str)]) -> Analysis {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let mut analysis = analyze(articles);
    let evidence: Vec<_> = readings
        .iter()
        .map(|&(article, words)| {
            let start = texts[article].find(words).unwrap();
            Excerpt { article: ArticleId(article), span: Span::new(start, start + words.len()) }
        })
        .collect();
    analysis.facts = vec![Fact {
        kind: FactKind::Number,
        readings: evidence.iter().map(|&excerpt| Reading { excerpt, mention: None }).collect(),
        about: "people *fled*".to_owned(),
        certainty: 0.9,
        strays: Vec::new(),
    }];
    analysis.grades = vec![Some(Grade::Conflict)];
    analysis.discrepancies = vec![Discrepancy {
        kind: DiscrepancyKind::Number,
        rule: "number/other",
        severity: Severity::High,
        confidence: 0.875,
        facts: vec![0],
        summary: "a tells ten, b twelve".to_owned(),
        explanation: "Both count those who fled.".to_owned(),
        evidence,
    }];
    analysis
}

const TEXTS: [&str; 3] = ["Ten people fled the flood.", "Flood\n\nPolice said twelve people fled.", "A flood came."];

#[test]
fn a_discrepancy_shows_each_reading_with_its_place_and_who_is_silent() {
    let report = markdown(&story(&TEXTS, &[(0, "Ten people"), (1, "twelve people")]), &Notebook::default());
    let start = report.find("### d1").unwrap();
    let end = report[start..].find("\n## ").unwrap();
    assert_eq!(
        report[start..start + end].trim_end(),
        "### d1 · high · a tells ten, b twelve

- **a** ¶1 “Ten people” — in: **Ten people** fled the flood.
- **b** ¶2 “twelve people” — in: Police said **twelve people** fled.
- **c** – *not told*

Why: Both count those who fled.

*number · rule number/other · readings: conflict · confidence 0.88 · verdict: not judged yet*"
    );
}

#[test]
fn the_matrix_shows_gaps() {
    let report = markdown(&story(&TEXTS, &[(0, "Ten"), (1, "twelve")]), &Notebook::default());
    let row =
        "| | fact | a | b | c |\n| --- | --- | --- | --- | --- |\n| ≠ | people \\*fled\\* | Ten ¶1 | twelve ¶2 | – |\n";
    assert!(report.contains(row), "{report}");
}

#[test]
fn verdicts_and_comments_of_the_user_stand_with_their_discrepancy() {
    let analysis = story(&TEXTS, &[(0, "Ten"), (1, "twelve")]);
    let folder = tempfile::tempdir().unwrap();
    let mut notebook = Notebook::open(&analysis.articles, Some(folder.path().join("notes.json"))).unwrap();
    notebook.set(Note {
        rule: Some("number/other".to_owned()),
        places: analysis.discrepancies[0].evidence.clone(),
        comment: "Police:\n\n*twelve*".to_owned(),
        verdict: Verdict::Confirmed,
    });
    notebook.set(Note {
        rule: None,
        places: vec![Excerpt { article: ArticleId(2), span: Span::new(2, 7) }],
        comment: "when?".to_owned(),
        verdict: Verdict::NeedsChecking,
    });
    let report = markdown(&analysis, &notebook);
    assert!(report.contains("verdict: confirmed*\n\n> **Note:** Police:  \n> … \\*twelve\\*\n\n"), "{report}");
    assert!(report.contains("1 high; judged so far: 1 confirmed"), "{report}");
    assert!(report.contains("## Other notes\n\n- **c** ¶1 “flood”: when? *(needs checking)*\n"), "{report}");
}

#[test]
fn more_articles_than_columns_make_a_list() {
    let texts = ["Ten people fled."; 9];
    let report = markdown(&story(&texts, &[(0, "Ten"), (8, "Ten")]), &Notebook::default());
    assert!(report.contains("- ≠ people \\*fled\\* (2 of 9)\n    - **a** Ten ¶1\n    - **i** Ten ¶1\n"), "{report}");
}

#[test]
fn a_story_without_findings_says_so_and_what_that_means() {
    let report = markdown(&analyze(vec![Article::from_text("It rained.")]), &Notebook::default());
    assert!(report.starts_with("# Comparison of 1 article\n"));
    assert!(report.contains("- **0 discrepancies**\n") && report.contains("does not mean “confirmed”"), "{report}");
    assert!(report.contains("there is no other article to compare it with"), "{report}");
}
