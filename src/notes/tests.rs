//! The notebook against a real folder.

use std::fs;
use std::path::Path;

use super::*;
use crate::read::ArticleId;
use crate::text::Span;

const RIVER: &str = "The river rose in the night. Ten men fled, the mayor said. Nobody was hurt.";
const FLOOD: &str = "Ten people fled the flood. “We were lucky”, the mayor said.";

fn articles(texts: &[&str]) -> Vec<Article> {
    texts.iter().map(|text| Article::from_text(text)).collect()
}

/// Where `words` stand in the article at `index`.
fn on(articles: &[Article], index: usize, words: &str) -> Excerpt {
    let start = articles[index].text.find(words).unwrap();
    Excerpt { article: ArticleId(index), span: Span::new(start, start + words.len()) }
}

fn note(rule: Option<&str>, places: &[Excerpt], comment: &str) -> Note {
    let verdict = Verdict::Confirmed;
    Note { rule: rule.map(str::to_owned), places: places.to_vec(), comment: comment.to_owned(), verdict }
}

fn open(articles: &[Article], file: &Path) -> Notebook {
    Notebook::open(articles, Some(file.to_owned())).unwrap()
}

fn comments(notebook: &Notebook) -> Vec<&str> {
    notebook.notes().iter().map(|note| note.comment.as_str()).collect()
}

#[test]
fn notes_are_found_again_whatever_the_order_of_the_articles() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER, FLOOD]);
    let mut notebook = open(&given, &file);
    let places = [on(&given, 0, "Ten men"), on(&given, 1, "Ten people")];
    notebook.set(note(Some("role/counted"), &places, "men or people?"));
    notebook.save().unwrap();

    let turned = articles(&[FLOOD, RIVER]);
    let places = [on(&turned, 0, "Ten people"), on(&turned, 1, "Ten men")];
    assert_eq!(open(&turned, &file).notes(), [note(Some("role/counted"), &places, "men or people?")]);
}

#[test]
fn an_open_note_without_a_comment_is_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    let place = [on(&given, 0, "river")];
    notebook.set(note(None, &place, "which?"));
    notebook.save().unwrap();
    notebook.set(Note { verdict: Verdict::Open, ..note(None, &place, "") });
    assert!(notebook.notes().is_empty());
    notebook.save().unwrap();
    assert!(open(&given, &file).notes().is_empty());
}

#[test]
fn one_place_can_have_notes_of_several_rules() {
    let given = articles(&[RIVER]);
    let mut notebook = Notebook { articles: given.clone(), ..Notebook::default() };
    let place = [on(&given, 0, "Ten")];
    notebook.set(note(Some("number/slip"), &place, "one"));
    notebook.set(note(None, &place, "two"));
    notebook.set(note(None, &place, "three"));
    assert_eq!(notebook.note_on(None, &place).unwrap().comment, "three");
    assert_eq!(notebook.note_on(Some("number/slip"), &place).unwrap().comment, "one");
    assert_eq!(notebook.note_on(Some("number/other"), &place), None);
}

#[test]
fn words_that_moved_are_found_by_what_stands_around_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "the mayor")], "name?"));
    notebook.save().unwrap();

    let longer = articles(&[&format!("FLOOD\n\nGrüße, said the mayor.\n\n{RIVER}")]);
    let found = open(&longer, &file).notes()[0].places[0];
    assert!(longer[0].text[..found.span.start].ends_with("Ten men fled, "));
}

#[test]
fn notes_whose_words_are_gone_are_kept_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "who counted?"));
    notebook.save().unwrap();

    // “Ten” stands here, too, but among other words.
    let other = articles(&[FLOOD]);
    let mut elsewhere = open(&other, &file);
    assert_eq!(elsewhere.notes(), [note(None, &[], "who counted?")]);
    elsewhere.set(note(None, &[on(&other, 0, "lucky")], "really?"));
    elsewhere.save().unwrap();
    assert_eq!(comments(&elsewhere), ["really?", "who counted?"]);
    assert_eq!(open(&given, &file).note_on(None, &[on(&given, 0, "Ten")]).unwrap().comment, "who counted?");
}

#[test]
fn a_note_whose_words_are_gone_still_has_them_to_show_and_can_be_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten men fled")], "who?"));
    notebook.set(note(None, &[on(&given, 0, "river")], "which?"));
    notebook.save().unwrap();

    let changed = articles(&["The river rose in the night. Everybody fled."]);
    let mut notebook = open(&changed, &file);
    assert_eq!(comments(&notebook), ["which?", "who?"]);
    assert_eq!(notebook.words_in_file(1), ["Ten men fled"]);
    let (name, revision) = (notebook.ids()[0].clone(), notebook.revision());
    assert_eq!(notebook.take_away(1).unwrap().comment, "who?");
    assert_eq!(notebook.take_away(1), None);
    assert_ne!(notebook.revision(), revision);
    notebook.save().unwrap();
    assert_eq!(open(&changed, &file).ids(), [name]);
}

#[test]
fn two_programs_on_one_story_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let (mut one, mut two) = (open(&given, &file), open(&given, &file));
    let (river, ten, nobody) = (on(&given, 0, "river"), on(&given, 0, "Ten"), on(&given, 0, "Nobody"));
    one.set(note(None, &[river], "one: river"));
    one.set(note(None, &[ten], "one: ten"));
    one.save().unwrap();
    two.set(note(None, &[ten], "two: ten"));
    two.set(note(None, &[nobody], "two: nobody"));
    two.save().unwrap();
    assert_eq!(comments(&two), ["one: river", "two: ten", "two: nobody"]);
    one.set(Note { verdict: Verdict::Open, ..note(None, &[river], "") });
    one.save().unwrap();
    assert_eq!(comments(&one), ["two: ten", "two: nobody"]);
}

#[test]
fn programs_that_save_at_the_same_time_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    std::thread::scope(|scope| {
        for start in 0..8 {
            let (given, file) = (&given, &file);
            scope.spawn(move || {
                let mut notebook = open(given, file);
                let place = Excerpt { article: ArticleId(0), span: Span::new(start, start + 1) };
                notebook.set(note(None, &[place], "mine"));
                notebook.save().unwrap();
            });
        }
    });
    assert_eq!(open(&given, &file).notes().len(), 8);
}

#[test]
fn a_file_that_is_not_of_notes_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("article.txt");
    fs::write(&file, RIVER).unwrap();
    let message = Notebook::open(&articles(&[RIVER]), Some(file.clone())).unwrap_err().to_string();
    assert!(message.contains("article.txt: it is no file of notes"), "{message}");
    assert_eq!(fs::read_to_string(&file).unwrap(), RIVER);
}

#[test]
fn a_newer_form_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let newer = r#"{"schema": "variorum/notes/2", "pages": []}"#;
    fs::write(&file, newer).unwrap();
    let message = Notebook::open(&articles(&[RIVER]), Some(file.clone())).unwrap_err().to_string();
    assert!(message.contains("form 2 of a newer variorum"), "{message}");
    assert_eq!(fs::read_to_string(&file).unwrap(), newer);
}

#[test]
fn a_damaged_file_of_ours_is_set_aside_and_the_one_before_it_used() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    for (words, comment) in [("Ten", "first"), ("river", "second")] {
        notebook.set(note(None, &[on(&given, 0, words)], comment));
        notebook.save().unwrap();
    }
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();

    let place = Place::ours(file.clone());
    let (entries, message) = place.load().unwrap();
    assert_eq!(entries.unwrap().len(), 1);
    assert!(message.unwrap().contains("notes.json.damaged-1, and the version before it is used"));
    assert_eq!(fs::read(folder.path().join("notes.json.damaged-1")).unwrap(), &whole[..whole.len() / 2]);
    assert!(!file.exists());
}

#[test]
fn entries_of_other_programs_stay_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let foreign =
        r#"{"schema": "variorum/notes/1", "first": {"items": [{"id": "x", "target": "http://example.org"}]}}"#;
    fs::write(&file, foreign).unwrap();
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    assert!(notebook.notes().is_empty());
    notebook.set(note(None, &[on(&given, 0, "Ten")], "ten"));
    notebook.save().unwrap();
    assert!(fs::read_to_string(&file).unwrap().contains("http://example.org"));
}

#[test]
fn what_cannot_be_saved_stays_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("no-folder"), "").unwrap();
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &folder.path().join("new").join("notes.json"));
    notebook.place = Some(Place::ours(folder.path().join("no-folder").join("notes.json")));
    notebook.set(note(None, &[on(&given, 0, "Ten")], "ten"));
    let message = notebook.save().unwrap_err().to_string();
    assert!(message.contains("cannot save the notes in") && message.contains("--notes"), "{message}");
    assert_eq!(comments(&notebook), ["ten"]);
    notebook.place = Some(Place::ours(folder.path().join("new").join("notes.json")));
    notebook.save().unwrap();
    assert_eq!(comments(&open(&given, &folder.path().join("new").join("notes.json"))), ["ten"]);
}

#[test]
fn a_note_from_a_file_steers_no_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "MARK"));
    notebook.save().unwrap();
    let text = fs::read_to_string(&file).unwrap().replace("MARK", "\\u001b[2J\\u202e");
    fs::write(&file, text).unwrap();
    assert_eq!(comments(&open(&given, &file)), ["␛[2J"]);
}

#[test]
fn one_article_opened_twice_keeps_both_places() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER, RIVER]);
    let mut notebook = open(&given, &file);
    let places = [on(&given, 0, "Ten"), on(&given, 1, "Ten")];
    notebook.set(note(None, &places, "twice"));
    notebook.save().unwrap();
    assert_eq!(open(&given, &file).notes()[0].places, places);
}
