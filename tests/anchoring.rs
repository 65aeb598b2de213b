//! What is claimed of notes on an article that has changed, over the articles of the tests, with edits by a fixed chance:
//! each is where its words are, or nowhere, and never elsewhere; and where the words still stand, nearly all are there.
//! `cargo bench --bench anchoring` prints the figures.

#[path = "support/edits.rs"]
mod edits;

use std::path::Path;

use edits::{EDITS, Tally, tally, texts};

/// The least part of the notes whose words still stand that has to be where they belong.
const LEAST_RIGHT: f64 = 0.95;
/// Notes on each article; the bench makes more.
const NOTES: usize = 14;

#[test]
fn notes_are_where_their_words_are_or_nowhere() {
    let articles = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("corpus"));
    let mut all = Tally::default();
    for edit in EDITS {
        for (number, text) in articles.iter().enumerate() {
            let folder = tempfile::tempdir().expect("a folder");
            let counted = tally(text, edit, NOTES, number as u64, folder.path());
            assert_eq!(counted.wrong, 0, "{edit:?} of article {number}: {counted:?}");
            all.add(counted);
        }
    }
    assert!(all.notes > 800 && all.rate() >= LEAST_RIGHT, "{all:?}");
}

#[test]
fn a_paragraph_that_stands_twice_side_by_side_is_told_by_what_is_around_it_or_not_at_all() {
    use variorum::notes::{Note, Notebook};
    use variorum::read::{Article, ArticleId, Excerpt};
    use variorum::text::Span;

    let paragraph = "Ten men fled the flood on Sunday night, the mayor of the town said in a statement.";
    let text = format!("Flood in Lund\n\n{paragraph}\n\nThe river is falling again.");
    let doubled = format!("Flood in Lund\n\n{paragraph}\n\n{paragraph}\n\nThe river is falling again.");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notes.json");
    let article = [Article::from_text(&text)];
    let mut notebook = Notebook::open(&article, Some(file.clone())).expect("no notes yet");
    for words in ["Ten men", "mayor of the town", "statement"] {
        let start = text.find(words).expect("it stands there");
        let place = Excerpt { article: ArticleId(0), span: Span::new(start, start + words.len()) };
        notebook.set(Note { places: vec![place], comment: words.to_owned(), ..Note::default() });
    }
    notebook.save().expect("saved");
    let notebook = Notebook::open(&[Article::from_text(&doubled)], Some(file)).expect("the notes");
    assert_eq!(notebook.notes().len(), 3);
    for note in notebook.notes() {
        if let [place] = note.places[..] {
            assert_eq!(place.span.of(&doubled), note.comment);
        }
    }
}
