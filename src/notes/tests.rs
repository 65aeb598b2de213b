//! The notebook against a real folder.

mod together;
mod trails;

use std::fs;
use std::path::Path;

use super::store::Place;
use super::*;
use crate::read::{Article, ArticleId};
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
    let folder = tempfile::tempdir().unwrap();
    let mut notebook = open(&given, &folder.path().join("notes.json"));
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
    assert_eq!(notebook.lost_words(1), ["Ten men fled"]);
    let (name, revision) = (notebook.ids().next().unwrap().to_owned(), notebook.revision());
    assert_eq!(notebook.take_away(1).unwrap().comment, "who?");
    assert_eq!(notebook.take_away(1), None);
    assert_ne!(notebook.revision(), revision);
    notebook.save().unwrap();
    assert_eq!(open(&changed, &file).ids().collect::<Vec<_>>(), [name]);
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
    // Both were made before either knew of the other's; no words of anybody are lost.
    let both = "one: ten\n\ntwo: ten";
    assert_eq!(comments(&two), ["one: river", both, "two: nobody"]);
    one.set(Note { verdict: Verdict::Open, ..note(None, &[river], "") });
    one.save().unwrap();
    assert_eq!(comments(&one), [both, "two: nobody"]);
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
fn a_newer_form_is_only_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "who?"));
    notebook.save().unwrap();
    let newer = fs::read_to_string(&file).unwrap().replace("variorum/notes/1", "variorum/notes/2");
    for newer in [newer.as_str(), r#"{"schema": "variorum/notes/2", "pages": []}"#] {
        fs::write(&file, newer).unwrap();
        let mut notebook = open(&given, &file);
        assert!(notebook.is_read_only());
        assert!(notebook.message().unwrap().contains("form 2 of a newer variorum"));
        assert_eq!(notebook.notes().len(), usize::from(newer.contains("who?")));
        notebook.set(note(None, &[on(&given, 0, "river")], "which?"));
        assert!(notebook.save().is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), newer);
    }
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

    let notebook = open(&given, &file);
    assert_eq!(comments(&notebook), ["first"]);
    assert!(notebook.message().unwrap().contains("the version before is used"));
    assert_eq!(fs::read(folder.path().join("notes.json.damaged-1")).unwrap(), &whole[..whole.len() / 2]);
    assert!(!file.exists());

    // The version before is damaged, too; what has no form at all is not.
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    fs::write(folder.path().join("notes.json.bak"), "").unwrap();
    let notebook = open(&given, &file);
    assert!(notebook.notes().is_empty());
    assert!(notebook.message().unwrap().contains("they begin anew"));
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

#[test]
fn a_note_whose_words_are_gone_can_be_written_on_and_bound_anew() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(Some("number/slip"), &[on(&given, 0, "Ten men fled")], "who?"));
    notebook.save().unwrap();
    let changed = articles(&["The river rose in the night. Everybody ran away."]);
    let mut notebook = open(&changed, &file);
    let id = notebook.ids().next().unwrap().to_owned();
    notebook.say(&id, "who, now?", Verdict::NeedsChecking);
    notebook.save().unwrap();
    let again = open(&changed, &file);
    assert_eq!((comments(&again), again.lost_words(0)), (vec!["who, now?"], vec!["Ten men fled".to_owned()]));
    // In the article as it was, it is where it was.
    assert_eq!(open(&given, &file).notes()[0].places, [on(&given, 0, "Ten men fled")]);
    let everybody = on(&changed, 0, "Everybody");
    notebook.bind(&id, vec![everybody]);
    notebook.save().unwrap();
    assert_eq!(open(&changed, &file).notes()[0].places, [everybody]);
    // Its name is taken: another note on its old words gets one of its own.
    let mut old = open(&given, &file);
    old.set(note(Some("number/slip"), &[on(&given, 0, "Ten men fled")], "new"));
    old.save().unwrap();
    assert_eq!(open(&given, &file).notes().len(), 2);
}

#[test]
fn of_a_note_on_several_articles_what_is_open_is_shown_and_the_rest_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER, FLOOD]);
    let mut notebook = open(&given, &file);
    let places = [on(&given, 0, "Ten men"), on(&given, 1, "Ten people")];
    notebook.set(note(None, &places, "men or people?"));
    notebook.save().unwrap();
    let alone = articles(&[FLOOD]);
    let mut notebook = open(&alone, &file);
    let id = notebook.ids().next().unwrap().to_owned();
    assert_eq!(notebook.notes()[0].places, [on(&alone, 0, "Ten people")]);
    assert_eq!(notebook.lost_words(0), ["Ten men"]);
    notebook.say(&id, "people", Verdict::Confirmed);
    notebook.save().unwrap();
    assert_eq!(open(&given, &file).notes(), [note(None, &places, "people")]);
}

#[test]
fn a_verdict_follows_its_finding_when_another_article_joins_the_story() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER, FLOOD]);
    let mut notebook = open(&given, &file);
    let places = [on(&given, 0, "Ten men"), on(&given, 1, "Ten people")];
    notebook.set(note(Some("number/slip"), &places, "men or people?"));
    notebook.save().unwrap();
    // The new one comes first, so that every number is another.
    let three = articles(&["Twelve women fled the flood.", RIVER, FLOOD]);
    let mut notebook = open(&three, &file);
    let all = [on(&three, 0, "Twelve women"), on(&three, 1, "Ten men"), on(&three, 2, "Ten people")];
    notebook.follow(vec![
        Finding::new(Some("name/misspelt"), all.to_vec()),
        Finding::new(Some("number/slip"), all.to_vec()),
        Finding::new(Some("number/slip"), vec![on(&three, 1, "river"), on(&three, 2, "lucky")]),
    ]);
    assert_eq!(notebook.note_on(Some("number/slip"), &all).unwrap().comment, "men or people?");
    assert_eq!(notebook.note_on(Some("name/misspelt"), &all), None);
    // It does so, too, after another program has written the file.
    let mut other = open(&given, &file);
    other.set(note(None, &[on(&given, 0, "river")], "which?"));
    other.save().unwrap();
    notebook.refresh().unwrap();
    assert!(notebook.note_on(Some("number/slip"), &all).is_some());
    assert_eq!(notebook.notes().len(), 2);
}

#[test]
fn a_note_on_words_stays_on_them_and_one_on_a_fact_follows_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER, FLOOD]);
    let mut notebook = open(&given, &file);
    let ten = [on(&given, 0, "Ten men")];
    let fact = vec![on(&given, 0, "river"), on(&given, 1, "flood")];
    notebook.follow(vec![Finding::new(None, fact.clone())]);
    notebook.set(note(None, &ten, "on words"));
    notebook.set(note(None, &fact, "on a fact"));
    notebook.save().unwrap();
    // Both are in larger facts now.
    let mut notebook = open(&given, &file);
    let larger = [fact[0], fact[1], on(&given, 1, "lucky")];
    let both = [ten[0], on(&given, 1, "Ten people")];
    notebook.follow(vec![Finding::new(None, larger.to_vec()), Finding::new(None, both.to_vec())]);
    assert_eq!(notebook.note_on(None, &ten).unwrap().comment, "on words");
    assert_eq!(notebook.note_on(None, &larger).unwrap().comment, "on a fact");
}

#[test]
fn a_file_that_was_taken_away_is_written_anew_with_all_it_had() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "one"));
    notebook.save().unwrap();
    fs::remove_file(&file).unwrap();
    assert!(!notebook.is_out_of_date());
    notebook.set(note(None, &[on(&given, 0, "river")], "two"));
    notebook.save().unwrap();
    assert_eq!(comments(&open(&given, &file)), ["two", "one"]);
}

/// The musts of the Web Annotation Data Model (2017) for a collection, its page and its annotations.
#[test]
fn the_file_is_a_collection_of_annotations() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER, FLOOD]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten men"), on(&given, 1, "Ten people")], "men or people? #toll"));
    notebook.set(Note { verdict: Verdict::Open, ..note(None, &[on(&given, 0, "river")], "which?") });
    notebook.sign("Ann", "2026-05-03T08:00:00Z".parse().unwrap());
    notebook.save().unwrap();
    let story: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_eq!(story["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(story["type"], "AnnotationCollection");
    assert!(story["id"].as_str().is_some_and(|id| id.starts_with("urn:")));
    assert_eq!(story["total"], 2);
    let page = &story["first"];
    assert_eq!((&page["type"], &page["partOf"]), (&"AnnotationPage".into(), &story["id"]));
    assert!(page["id"].is_string() && page["id"] != story["id"]);
    let items = page["items"].as_array().unwrap();
    assert_ne!(items[0]["id"], items[1]["id"]);
    for item in items {
        assert_eq!(item["type"], "Annotation");
        assert!(item["id"].as_str().is_some_and(|id| id.starts_with("urn:")));
        let is_on_river = item["target"].as_array().unwrap().len() == 1;
        assert_eq!(item["motivation"], if is_on_river { "commenting" } else { "assessing" });
        assert_eq!(item["creator"], serde_json::json!({"type": "Person", "name": "Ann"}));
        assert!(item["created"].as_str().unwrap().ends_with('Z') && item["modified"].as_str().unwrap().ends_with('Z'));
        assert!(item["body"].as_array().unwrap().iter().all(|body| body["value"].is_string()));
        for target in item["target"].as_array().unwrap() {
            assert!(target["source"].as_str().unwrap().starts_with("urn:sha256:"));
            let [position, quotation] = target["selector"].as_array().unwrap().as_slice() else { panic!() };
            assert_eq!(position["type"], "TextPositionSelector");
            assert!(position["start"].as_u64().unwrap() < position["end"].as_u64().unwrap());
            assert_eq!(quotation["type"], "TextQuoteSelector");
            assert!(!quotation["exact"].as_str().unwrap().is_empty());
        }
    }
    let tags = items.iter().flat_map(|item| item["body"].as_array().unwrap());
    assert_eq!(tags.filter(|body| body["purpose"] == "tagging" && body["value"] == "toll").count(), 1);
}
