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

/// Where the note on `words` of the text `before` is in the text `now`, which it was bound to again.
fn moved(before: &str, words: &str, now: &str) -> Option<std::ops::Range<usize>> {
    use variorum::notes::{Note, Notebook};
    use variorum::read::{Article, ArticleId, Excerpt};
    use variorum::text::Span;

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notes.json");
    let mut notebook = Notebook::open(&[Article::from_text(before)], Some(file.clone())).expect("no notes yet");
    let start = before.find(words).expect("it stands there");
    let place = Excerpt { article: ArticleId(0), span: Span::new(start, start + words.len()) };
    notebook.set(Note { places: vec![place], comment: "really?".to_owned(), ..Note::default() });
    notebook.save().expect("saved");
    let notebook = Notebook::open(&[Article::from_text(now)], Some(file)).expect("the notes");
    notebook.notes()[0].places.first().map(|place| place.span.start..place.span.end)
}

#[test]
fn a_word_that_is_put_in_beside_a_note_is_none_of_its_own() {
    let text =
        "It is unknown what he did then. The other driver has confirmed that the curve was taken at 200 km an hour.";
    let note = "driver has confirmed that the";
    let now = text.replace("the curve", "the the");
    let start = text.find(note).expect("it stands there");
    assert_eq!(moved(text, note, &now), Some(start..start + note.len()));
    let note = "the curve was taken";
    let now = text.replace("that the", "the the");
    let start = now.find(note).expect("it stands there");
    assert_eq!(moved(text, note, &now), Some(start..start + note.len()));
}

#[test]
fn a_short_paragraph_that_is_gone_is_not_found_in_a_sentence_that_says_the_same() {
    let line = "One of the worst floods in Lund";
    let long = "The water came at night from the hills in the north, broke two dams and ran through the market hall.";
    let body = "Nobody had seen this before. It was one of the worst floods in Lund.";
    let text = format!("Ten dead after storm\n\n{line}\n\nBy our correspondents in the south\n\n{long}\n\n{body}");
    let start = text.find("Lund").expect("it stands there") + "Update\n\n".len();
    assert_eq!(moved(&text, "Lund", &format!("Update\n\n{text}")), Some(start..start + "Lund".len()));
    // What has come after the sentence is a little like what came after the line.
    let now = format!("Ten dead after storm\n\n{long}\n\n{body}\n\nBy men in the city");
    assert_eq!(moved(&text, "Lund", &now), None);
}

#[test]
fn a_long_paragraph_that_stands_twice_is_told_by_its_neighbours() {
    const SYLLABLES: [&str; 7] = ["ba", "de", "fi", "go", "lu", "ma", "ne"];
    // No two words are the same.
    let word = |number: usize| [number, number / 7, number / 49].map(|part| SYLLABLES[part % 7]).concat();
    let long = (0..240).map(word).collect::<Vec<_>>().join(" ");
    let note = [120, 121, 122].map(word).join(" ");
    let (flood, rain) = ("Flood in Lund after a week of rain", "More showers are expected, forecasters say");
    let other = "Something else was said about the hospital.";
    let text = format!("{flood}\n\n{long}\n\n{rain}");
    let check = |paragraphs: &[&str], copy: Option<usize>| {
        let now = paragraphs.join("\n\n");
        let copy = copy.and_then(|copy| now.match_indices(&note).nth(copy));
        let expected = copy.map(|(start, words)| start..start + words.len());
        assert_eq!(moved(&text, &note, &now), expected, "{paragraphs:?}");
    };
    check(&[&long, other, flood, &long, rain], Some(1));
    check(&[flood, &long, other, &long], Some(0));
    check(&[other, &long, flood, &long, rain], Some(1));
    // One neighbour each, or none: either may be the one.
    check(&[flood, &long, other, &long, rain], None);
    check(&[&long, other, &long], None);
}
