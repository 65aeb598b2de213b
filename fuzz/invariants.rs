//! What must hold for any bytes, one function a part of the program: for the fuzz targets beside this, and for
//! `cargo test`, which runs them on the seeds and on what chance makes of them (`tests/invariants.rs`).

use std::fs;
use std::panic;
use std::path::Path;
use std::process;
use std::sync::Once;

use variorum::analysis::analyze;
use variorum::config::Settings;
use variorum::extract;
use variorum::notes::{Note, Notebook, Verdict};
use variorum::read::formats::{Source, articles};
use variorum::read::{Article, ArticleId, Excerpt, Limits, harmless, number};
use variorum::report;
use variorum::segment::segment;
use variorum::text::Span;
use variorum::tui::{Surroundings, UserSettings};

/// What must hold for any bytes; it panics where it does not.
pub type Invariant = fn(&[u8]);

/// Every invariant by the name of its target and of the folder of its seeds.
pub const ALL: [(&str, Invariant); 6] = [
    ("read", read),
    ("segment", segments),
    ("extract", extracts),
    ("analyze", analyzes),
    ("notes", notes),
    ("config", config),
];

/// What sources say of their type; the first byte chooses.
const MEDIA_TYPES: [Option<&str>; 6] = [
    None,
    Some("text/html"),
    Some("text/html; charset=iso-2022-jp"),
    Some("text/markdown"),
    Some("text/plain; charset=utf-16"),
    Some("text/html; charset=gb18030"),
];

/// Any source is an article or a refusal, and everything in it is harmless.
pub fn read(bytes: &[u8]) {
    stop_at_own_panics();
    let Some((first, bytes)) = bytes.split_first() else { return };
    let media_type = MEDIA_TYPES[usize::from(*first) % MEDIA_TYPES.len()];
    let source = Source { media_type, ..Source::new("a/source", bytes) };
    let limits = Limits { source_mib: 1, page_mib: 1, nesting: 200, ..Limits::default() };
    let opened = articles(&source, &limits);
    assert_ne!(opened.articles.is_empty(), opened.refused.is_empty());
    for article in &opened.articles {
        assert!(!article.text.trim().is_empty());
        assert_eq!(harmless(&article.text, &mut Vec::new()), *article.text);
        let lines = [&article.title, &article.location].into_iter();
        let told = [&article.outlet, &article.byline, &article.language].into_iter().flatten();
        for line in lines.chain(told).chain(&article.doubts) {
            assert!(!line.contains(char::is_control), "{line:?}");
            assert_eq!(&harmless(line, &mut Vec::new()), line);
        }
    }
    for error in &opened.refused {
        assert!(!error.to_string().contains(char::is_control), "{error}");
    }
}

/// Reading catches the panics of the parsers that it uses. One of our own is a fault all the same, and ends the run.
fn stop_at_own_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Reading has a hook of its own, which must lie under this one.
        articles(&Source::new("a.md", b"It rained."), &Limits::default());
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |told| {
            usual(told);
            let ours = told.location().is_some_and(|location| {
                let file = location.file();
                !file.contains("registry") && !file.contains("rustc") && file.contains("src/read/")
            });
            if ours && std::thread::current().name() == Some("taking a source apart") {
                eprintln!("{told}");
                process::abort();
            }
        }));
    });
}

/// Paragraphs, sentences and words lie in order inside the text, on whole characters.
pub fn segments(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let document = segment(text.as_ref().into());
    let in_order = |spans: &mut dyn Iterator<Item = Span>| {
        let mut last = 0;
        for span in spans {
            assert!(last <= span.start && text.get(span.range()).is_some(), "{span:?} after {last}");
            last = span.end;
        }
    };
    in_order(&mut document.paragraphs.iter().map(|paragraph| paragraph.span));
    in_order(&mut document.sentences.iter().map(|sentence| sentence.span));
    in_order(&mut document.words.iter().map(variorum::segment::Word::span));
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        for sentence in &document.sentences[paragraph.sentences.clone()] {
            assert_eq!(sentence.paragraph, index);
            assert!(!sentence.words.is_empty() && sentence.words.end <= document.words.len());
        }
    }
}

/// Every mention lies inside the text, on whole characters, and the same text has the same ones.
pub fn extracts(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let document = segment(text.as_ref().into());
    let found = extract::mentions(&document, None);
    for mention in &found {
        let Span { start, end } = mention.span;
        assert!(start < end && text.get(start..end).is_some(), "{mention:?}");
    }
    assert_eq!(format!("{found:?}"), format!("{:?}", extract::mentions(&document, None)));
}

/// The byte between two articles of a story.
const DIVIDER: u8 = 0x1e;

/// Three articles at most: what is between them is compared, however many there are.
fn story(bytes: &[u8]) -> Vec<Article> {
    let texts = bytes.splitn(3, |byte| *byte == DIVIDER);
    let mut articles: Vec<_> = texts.map(|text| Article::from_bytes("-", text)).collect();
    number(&mut articles);
    articles
}

/// Every place of every finding lies inside its article, and every report is harmless.
pub fn analyzes(bytes: &[u8]) {
    let analysis = analyze(story(bytes));
    let facts = (0..analysis.facts.len()).flat_map(|index| analysis.readings(index));
    for Excerpt { article, span } in analysis.discrepancies.iter().flat_map(|found| found.evidence.clone()).chain(facts)
    {
        let text = &analysis.articles[article.0].text;
        assert!(span.start < span.end && text.get(span.range()).is_some(), "{span:?}");
    }
    let notebook = Notebook::default();
    for text in [
        report::json(&analysis, &notebook),
        report::markdown(&analysis, &notebook),
        report::html(&analysis, &notebook),
        report::csv(&analysis, &notebook),
        report::annotations(&analysis, &notebook),
    ] {
        assert!(!text.contains(|character: char| character.is_control() && !"\n\r\t".contains(character)));
    }
}

/// Any file of notes is read or refused and left as it is; what is read and saved is read again alike.
pub fn notes(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notes.json");
    fs::write(&file, bytes).expect("a file");
    let articles = [Article::from_text("Ten men fled the flood.\n\nTen men, police said.")];
    let Ok(mut notebook) = Notebook::open(&articles, Some(file.clone())) else {
        assert_eq!(fs::read(&file).expect("the file"), bytes);
        return;
    };
    if notebook.is_read_only() {
        // It has nothing to save, or is not allowed to; either way the file stays.
        let _ = notebook.save();
        assert_eq!(fs::read(&file).expect("the file"), bytes);
        return;
    }
    let place = Excerpt { article: ArticleId(0), span: Span::new(0, 3) };
    let note =
        Note { rule: None, places: vec![place], comment: "Who counted?".to_owned(), verdict: Verdict::NeedsChecking };
    notebook.set(note.clone());
    notebook.save().expect("it can be saved");
    let again = Notebook::open(&articles, Some(file)).expect("what was saved is read");
    assert_eq!(again.note_on(None, &[place]), Some(&note));
    assert_eq!(again.notes().len(), notebook.notes().len());
}

/// Any file of settings is read; what is wrong is told by its line, harmlessly.
pub fn config(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.lines().count().max(1);
    let settings = Settings::parse(&text);
    for section in &settings.sections {
        assert!(section.settings.iter().all(|setting| (1..=lines + 1).contains(&setting.line)));
    }
    let user = UserSettings::of(Some((Path::new("config.toml"), &text)), Surroundings::default());
    for mistake in user.mistakes.iter().flat_map(|mistakes| &mistakes.told) {
        assert!(!mistake.reason.contains(char::is_control), "{mistake:?}");
    }
}
