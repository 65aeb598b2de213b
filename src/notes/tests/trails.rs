//! Undoing what was done before the story changed.

use super::*;

/// The story is opened with these articles instead, as the reader does it.
fn reopen(trails: &mut Trails, notebook: Notebook, articles: &[Article], file: &Path) -> Notebook {
    let mut next = open(articles, file);
    trails.go_on(notebook, &mut next);
    next
}

/// The comments in the file, as another program would read them there.
fn in_file(articles: &[Article], file: &Path) -> Vec<String> {
    comments(&open(articles, file)).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_note_made_before_an_article_joined_is_undone_and_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let two = articles(&[RIVER, FLOOD]);
    let mut notebook = open(&two, &file);
    notebook.set(note(None, &[on(&two, 0, "Ten men"), on(&two, 1, "Ten people")], "men or people?"));
    notebook.save().unwrap();
    // The new one comes first, so that every number is another.
    let three = articles(&["Twelve women fled the flood.", RIVER, FLOOD]);
    let mut notebook = reopen(&mut Trails::default(), notebook, &three, &file);
    assert!(matches!(notebook.undo(), Undone::Note(_)));
    notebook.save().unwrap();
    assert_eq!(in_file(&three, &file), [""; 0]);
    assert_eq!(notebook.undo(), Undone::Nothing);
    assert!(matches!(notebook.redo(), Undone::Note(_)));
    notebook.save().unwrap();
    let places = [on(&three, 1, "Ten men"), on(&three, 2, "Ten people")];
    assert_eq!(open(&three, &file).note_on(None, &places).unwrap().comment, "men or people?");
}

#[test]
fn every_step_is_undone_across_several_changes_of_the_story() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let stories = [&[RIVER][..], &[RIVER, FLOOD], &[FLOOD, RIVER], &[RIVER]].map(articles);
    let mut trails = Trails::default();
    let mut notebook = open(&stories[0], &file);
    for (number, story) in stories.iter().enumerate() {
        if number > 0 {
            notebook = reopen(&mut trails, notebook, story, &file);
        }
        let river = story.iter().position(|article| &*article.text == RIVER).unwrap();
        notebook.set(note(None, &[on(story, river, "Ten men")], &number.to_string()));
        notebook.save().unwrap();
    }
    let mut states = Vec::new();
    while let Undone::Note(_) = notebook.undo() {
        notebook.save().unwrap();
        states.push(in_file(&stories[0], &file).join(" "));
    }
    assert_eq!(states, ["2", "1", "0", ""]);
    while let Undone::Note(_) = notebook.redo() {}
    assert_eq!(notebook.note_on(None, &[on(&stories[3], 0, "Ten men")]).unwrap().comment, "3");
}

#[test]
fn a_note_whose_article_has_left_is_undone_and_has_its_words_when_that_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let both = articles(&[RIVER, FLOOD]);
    let mut trails = Trails::default();
    let mut notebook = open(&both, &file);
    notebook.set(note(None, &[on(&both, 0, "Ten men")], "who?"));
    notebook.save().unwrap();
    let alone = articles(&[FLOOD]);
    let mut notebook = reopen(&mut trails, notebook, &alone, &file);
    assert_eq!(notebook.lost_words(0), ["Ten men"]);
    assert!(matches!(notebook.undo(), Undone::Note(_)));
    notebook.save().unwrap();
    assert_eq!(in_file(&both, &file), [""; 0]);
    assert!(matches!(notebook.redo(), Undone::Note(_)));
    notebook.save().unwrap();
    assert_eq!((comments(&notebook), notebook.lost_words(0)), (vec!["who?"], vec!["Ten men".to_owned()]));
    let mut notebook = reopen(&mut trails, notebook, &both, &file);
    assert_eq!(notebook.notes()[0].places, [on(&both, 0, "Ten men")]);
    assert!(matches!(notebook.undo(), Undone::Note(_)));
    assert!(notebook.notes().is_empty());
}

#[test]
fn a_note_in_an_article_that_has_changed_is_undone_where_its_words_are_now() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "the mayor")], "name?"));
    notebook.save().unwrap();
    notebook.take_away(0);
    notebook.save().unwrap();
    let longer = articles(&[&format!("FLOOD\n\nIt had rained for days.\n\n{RIVER}")]);
    let mut notebook = reopen(&mut Trails::default(), notebook, &longer, &file);
    assert!(matches!(notebook.undo(), Undone::Note(_)));
    assert_eq!(notebook.note_on(None, &[on(&longer, 0, "the mayor")]).unwrap().comment, "name?");
}

#[test]
fn a_verdict_that_has_followed_its_finding_to_a_new_article_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let two = articles(&[RIVER, FLOOD]);
    let mut notebook = open(&two, &file);
    let places = [on(&two, 0, "Ten men"), on(&two, 1, "Ten people")];
    notebook.follow(vec![Finding::new(Some("number/slip"), places.to_vec())]);
    notebook.set(note(Some("number/slip"), &places, "men or people?"));
    notebook.save().unwrap();
    let three = articles(&["Twelve women fled the flood.", RIVER, FLOOD]);
    let mut notebook = reopen(&mut Trails::default(), notebook, &three, &file);
    let all = [on(&three, 0, "Twelve women"), on(&three, 1, "Ten men"), on(&three, 2, "Ten people")];
    notebook.follow(vec![Finding::new(Some("number/slip"), all.to_vec())]);
    assert!(notebook.note_on(Some("number/slip"), &all).is_some());
    assert!(matches!(notebook.undo(), Undone::Note(_)));
    notebook.save().unwrap();
    assert_eq!(in_file(&three, &file), [""; 0]);
    // Done again, it is on the finding as that is now.
    assert!(matches!(notebook.redo(), Undone::Note(_)));
    assert!(notebook.note_on(Some("number/slip"), &all).is_some());
}

#[test]
fn a_story_that_is_opened_again_has_its_own_steps_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let [flood, river] = ["flood.json", "river.json"].map(|name| folder.path().join(name));
    let (on_river, on_flood) = (articles(&[RIVER]), articles(&[FLOOD]));
    let mut trails = Trails::default();
    let mut notebook = open(&on_river, &river);
    notebook.set(note(None, &[on(&on_river, 0, "Ten")], "who?"));
    notebook.save().unwrap();
    let mut notebook = reopen(&mut trails, notebook, &on_flood, &flood);
    assert_eq!(notebook.undo(), Undone::Nothing);
    notebook.set(note(None, &[on(&on_flood, 0, "lucky")], "really?"));
    notebook.save().unwrap();
    let mut notebook = reopen(&mut trails, notebook, &on_river, &river);
    assert!(matches!(notebook.undo(), Undone::Note(_)));
    notebook.save().unwrap();
    assert_eq!(notebook.undo(), Undone::Nothing);
    assert_eq!(in_file(&on_river, &river), [""; 0]);
    assert_eq!(in_file(&on_flood, &flood), ["really?"]);
}

#[test]
fn what_another_program_has_changed_meanwhile_is_not_undone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "one"));
    notebook.save().unwrap();
    let mut other = open(&given, &file);
    other.set(note(None, &[on(&given, 0, "Ten")], "one, they say"));
    other.save().unwrap();
    let mut notebook = reopen(&mut Trails::default(), notebook, &articles(&[RIVER, FLOOD]), &file);
    assert_eq!(notebook.undo(), Undone::Changed);
    assert_eq!(comments(&notebook), ["one, they say"]);
}

#[test]
fn what_could_not_be_saved_before_the_story_changed_is_saved_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    for (words, comment) in [("Ten", "old"), ("river", "which?")] {
        notebook.set(note(None, &[on(&given, 0, words)], comment));
    }
    notebook.save().unwrap();
    notebook.set(note(None, &[on(&given, 0, "Nobody")], "unsaved"));
    notebook.take_away(notebook.index_of(notebook.id_on(None, &[on(&given, 0, "Ten")]).unwrap()).unwrap());
    let turned = articles(&[FLOOD, RIVER]);
    let mut notebook = reopen(&mut Trails::default(), notebook, &turned, &file);
    assert!(notebook.is_unsaved());
    notebook.save().unwrap();
    assert_eq!(in_file(&turned, &file), ["which?", "unsaved"]);
    // A story that is left with something unsaved, and not gone back to, is saved at the end.
    notebook.set(note(None, &[on(&turned, 0, "lucky")], "really?"));
    let mut trails = Trails::default();
    trails.go_on(notebook, &mut open(&given, &folder.path().join("other.json")));
    assert!(trails.are_unsaved());
    trails.save().unwrap();
    assert!(!trails.are_unsaved() && in_file(&turned, &file).contains(&"really?".to_owned()));
}
