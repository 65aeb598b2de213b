//! Stories to report on, with notes.

use std::fs;
use std::path::Path;

use variorum::analysis::{Analysis, analyze};
use variorum::link::SentenceId;
use variorum::notes::{Note, Notebook, Verdict};
use variorum::read::{Article, ArticleId, Limits, bundled, number, open};

/// A story of these texts.
pub fn story(texts: &[&str]) -> Analysis {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    analyze(articles)
}

/// Every story of the corpus, the bundled one, and some that have hardly anything.
pub fn stories() -> Vec<Analysis> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut folders: Vec<_> =
        fs::read_dir(corpus).expect("a corpus").map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    let mut stories: Vec<_> = folders
        .into_iter()
        .map(|folder| analyze(open(&[folder], &Limits::default()).expect("a story").articles))
        .collect();
    stories.push(analyze(bundled()));
    stories.push(story(&[""]));
    stories.push(story(&["Headline alone"]));
    stories.push(story(&["Ten people fled.", "", "Twelve people fled."]));
    stories.push(analyze(Vec::new()));
    stories
}

/// Notes on the first discrepancy and on the first sentence, and one whose words are gone.
pub fn notes(story: &Analysis) -> Notebook {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notes.json");
    let mut before = story.articles.clone();
    before.push(Article::from_text("Nobody knows this any more."));
    number(&mut before);
    let mut notebook = Notebook::open(&before, Some(file.clone())).expect("a notebook");
    let mut set = |rule: Option<&str>, places, comment: &str, verdict| {
        notebook.set(Note { rule: rule.map(str::to_owned), places, comment: comment.to_owned(), verdict });
    };
    if let Some(found) = story.discrepancies.first() {
        set(Some(found.rule), found.evidence.clone(), "Ask <them> & “us” #to-ask.\n\nTwice.", Verdict::Confirmed);
    }
    if story.documents.first().is_some_and(|document| !document.sentences.is_empty()) {
        let sentence = story.sentence(SentenceId { article: ArticleId(0), index: 0 });
        set(None, vec![sentence], "=when?", Verdict::NeedsChecking);
    }
    let gone = variorum::read::Excerpt {
        article: ArticleId(story.articles.len()),
        span: variorum::text::Span::new(0, "Nobody".len()),
    };
    set(None, vec![gone], "Who?", Verdict::Dismissed);
    notebook.sign("Ann & <Bo>", "2026-11-26T12:03:59Z".parse().expect("a time"));
    notebook.save().expect("saved");
    Notebook::open(&story.articles, Some(file)).expect("the same notebook")
}
