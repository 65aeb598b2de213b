//! What an editor may expect of the findings as a whole: silence between articles that have nothing in common, nothing
//! between an article and itself, and of a copy with one change just that change.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use variorum::analysis::{Analysis, analyze};
use variorum::compare::{Discrepancy, DiscrepancyKind};
use variorum::read::{Article, ArticleId, number};

/// The texts of the stories that the project's tests hold, story by story.
fn stories() -> Vec<Vec<String>> {
    let sorted = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("the folder is part of the project");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
        paths.sort();
        paths
    };
    let folders = sorted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus"));
    let texts = |folder: &PathBuf| -> Vec<String> {
        let articles = sorted(folder).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
        articles.map(|path| fs::read_to_string(path).expect("it is text")).collect()
    };
    folders.iter().map(texts).collect()
}

fn story(texts: &[&str]) -> Analysis {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    analyze(articles)
}

/// Whether a finding is a difference between articles and not damage that each of them has.
fn is_between(found: &Discrepancy) -> bool {
    let damage = [DiscrepancyKind::Garble, DiscrepancyKind::Truncation, DiscrepancyKind::Repetition];
    let articles: BTreeSet<ArticleId> = found.evidence.iter().map(|place| place.article).collect();
    articles.len() > 1 && !damage.contains(&found.kind)
}

fn between(texts: &[&str]) -> Vec<String> {
    let story = story(texts);
    story.discrepancies.iter().filter(|found| is_between(found)).map(|found| found.summary.clone()).collect()
}

#[test]
fn articles_of_different_events_do_not_differ() {
    let stories = stories();
    for (place, ours) in stories.iter().enumerate() {
        for theirs in &stories[place + 1..] {
            for (one, other) in ours.iter().flat_map(|one| theirs.iter().map(move |other| (one, other))) {
                assert_eq!(between(&[one, other]), Vec::<String>::new(), "{one:.40} / {other:.40}");
            }
        }
    }
}

#[test]
fn an_article_does_not_differ_from_its_copy() {
    for text in stories().iter().flatten() {
        // What an article has against itself the copy has too.
        let own: BTreeSet<&str> = story(&[text]).discrepancies.iter().map(|found| found.rule).collect();
        let twice = story(&[text, text]);
        let found = twice.discrepancies.iter().filter(|found| is_between(found) && !own.contains(found.rule));
        let found: Vec<&str> = found.map(|found| found.summary.as_str()).collect();
        assert_eq!(found, Vec::<&str>::new(), "{text:.60}");
    }
}

/// Asserts that a copy of `text` in which one place is changed has just that as a difference, at the changed place.
#[track_caller]
fn check_change(text: &str, from: &str, to: &str) {
    let start = text.find(from).expect("the text has it");
    let copy = text.replacen(from, to, 1);
    let story = story(&[text, &copy]);
    let own = |found: &&Discrepancy| {
        let is_there = |place: &variorum::read::Excerpt| {
            place.article == ArticleId(1) && place.span.start < start + to.len() && start < place.span.end
        };
        is_between(found) || found.evidence.iter().any(is_there)
    };
    let found: Vec<&Discrepancy> = story.discrepancies.iter().filter(own).collect();
    let summaries: Vec<&str> = found.iter().map(|found| found.summary.as_str()).collect();
    assert_eq!(found.len(), 1, "“{from}” changed to “{to}”: {summaries:#?}");
    assert!(found[0].evidence.iter().any(|place| place.article == ArticleId(1)), "{summaries:#?}");
}

const FERRY: &str = "Ferry sinks off Tarro\n\nThe ferry Aurora sank off Tarro harbour on Monday. Rescuers saved 214 \
    passengers, the coast guard said.\n\n“We heard a dreadful noise below the deck,” said Maria Lopez, the captain of \
    the Aurora.\n\nNorwind Lines, which owns the ferry, put the loss at $12.5 million. Its shares fell 3.4 percent.\n\n\
    The transport ministry in Lisbon opened an inquiry, which is to end in March 2026.";

#[test]
fn a_changed_figure_is_the_only_difference() {
    check_change(FERRY, "214", "241");
    check_change(FERRY, "$12.5 million", "$12.5 billion");
    check_change(FERRY, "$12.5 million", "€12.5 million");
    check_change(FERRY, "3.4 percent", "3.9 percent");
    check_change(FERRY, "March 2026", "May 2026");
    check_change(FERRY, "Monday", "Thursday");
}

#[test]
fn a_changed_word_is_the_only_difference() {
    check_change(FERRY, "dreadful", "dredaful");
    check_change(FERRY, "dreadful noise", "wonderful noise");
    check_change(FERRY, "Maria Lopez", "Maria Lopaz");
    check_change(FERRY, "ministry", "minsitry");
    check_change(FERRY, "opened an inquiry", "opened opened an inquiry");
}
