//! Two notebooks on one file, who wrote what when, and undoing it.

use super::*;

/// Two programs that have opened the same notes: one says `here`, the other `there`; what both have after saving.
fn merged(before: Option<(&str, Verdict)>, here: Option<(&str, Verdict)>, there: Option<(&str, Verdict)>) -> Vec<Note> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let place = [on(&given, 0, "Ten")];
    let say = |notebook: &mut Notebook, said: Option<(&str, Verdict)>| {
        let (comment, verdict) = said.unwrap_or(("", Verdict::Open));
        notebook.set(Note { verdict, ..note(None, &place, comment) });
        notebook.save().unwrap();
    };
    say(&mut open(&given, &file), before);
    let (mut one, mut other) = (open(&given, &file), open(&given, &file));
    say(&mut other, there);
    say(&mut one, here);
    for notebook in [&mut one, &mut other] {
        if notebook.is_out_of_date() {
            notebook.refresh().unwrap();
        }
    }
    assert_eq!(one.notes(), other.notes());
    assert_eq!(one.notes(), open(&given, &file).notes());
    one.notes().to_vec()
}

#[test]
fn what_both_have_changed_is_put_together() {
    use Verdict::{Confirmed, Dismissed, Open};
    let check = |before, here, there, expected: Option<(&str, Verdict)>| {
        let notes = merged(before, here, there);
        let said: Vec<_> = notes.iter().map(|note| (note.comment.as_str(), note.verdict)).collect();
        assert_eq!(said, expected.into_iter().collect::<Vec<_>>(), "{before:?} {here:?} {there:?}");
    };
    let before = Some(("who?", Open));
    check(before, Some(("who?", Confirmed)), Some(("the mayor", Open)), Some(("the mayor", Confirmed)));
    check(before, Some(("who? police", Open)), before, Some(("who? police", Open)));
    check(before, before, Some(("who? police", Open)), Some(("who? police", Open)));
    check(before, Some(("here", Open)), Some(("there", Open)), Some(("there\n\nhere", Open)));
    check(before, Some(("who? police, both", Open)), Some(("who? police", Open)), Some(("who? police, both", Open)));
    check(before, Some(("who?", Confirmed)), Some(("who?", Dismissed)), Some(("who?", Confirmed)));
    // Made by both.
    check(None, Some(("here", Open)), Some(("there", Confirmed)), Some(("there\n\nhere", Confirmed)));
}

#[test]
fn taking_away_survives_unless_the_other_has_changed_it() {
    use Verdict::{Confirmed, Open};
    let before = Some(("who?", Open));
    assert_eq!(merged(before, None, before), []);
    assert_eq!(merged(before, before, None), []);
    assert_eq!(merged(before, None, None), []);
    assert_eq!(merged(before, None, Some(("who?", Confirmed))).len(), 1);
    assert_eq!(merged(before, Some(("who?", Confirmed)), None).len(), 1);
}

#[test]
fn what_other_programs_have_added_to_a_note_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "MARK #mine"));
    notebook.save().unwrap();
    let mut story: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let item = &mut story["first"]["items"][0];
    item["rights"] = "http://example.org/cc0".into();
    let bodies = item["body"].as_array_mut().unwrap();
    bodies.push(serde_json::json!({"type": "TextualBody", "purpose": "tagging", "value": "their tag"}));
    bodies.push(serde_json::json!({"type": "TextualBody", "purpose": "linking", "value": "http://example.org"}));
    fs::write(&file, story.to_string()).unwrap();
    let mut notebook = open(&given, &file);
    assert_eq!(comments(&notebook), ["MARK #mine #their-tag"]);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "changed #their-tag"));
    notebook.save().unwrap();
    let text = fs::read_to_string(&file).unwrap();
    for kept in ["http://example.org/cc0", "\"linking\"", "changed"] {
        assert!(text.contains(kept), "{text}");
    }
    assert!(!text.contains("MARK") && !text.contains("\"mine\""), "{text}");
}

#[test]
fn who_wrote_a_note_and_when_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let [morning, noon] = ["2026-05-03T08:00:00Z", "2026-05-03T12:00:00Z"].map(|time| time.parse().unwrap());
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "who?"));
    notebook.sign("Ann", morning);
    notebook.save().unwrap();
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[on(&given, 0, "Ten")], "the mayor"));
    notebook.set(note(None, &[on(&given, 0, "river")], "which?"));
    notebook.sign("Bo", noon);
    notebook.save().unwrap();
    let written = |author: &str, created, modified| Written {
        author: author.to_owned(),
        created: Some(created),
        modified: Some(modified),
    };
    let notebook = open(&given, &file);
    assert_eq!(comments(&notebook), ["which?", "the mayor"]);
    assert_eq!(notebook.written(0), Some(&written("Bo", noon, noon)));
    assert_eq!(notebook.written(1), Some(&written("Ann", morning, noon)));
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(r#""created": "2026-05-03T08:00:00Z""#), "{text}");
}

#[test]
fn everything_can_be_undone_and_done_again_across_saving_and_other_programs() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let (ten, river, nobody) = (on(&given, 0, "Ten"), on(&given, 0, "river"), on(&given, 0, "Nobody"));
    let mut notebook = open(&given, &file);
    assert_eq!(notebook.undo(), Undone::Nothing);
    notebook.set(note(None, &[ten], "one"));
    notebook.save().unwrap();
    notebook.set(note(None, &[ten], "two"));
    notebook.set(note(None, &[river], "three"));
    notebook.save().unwrap();
    let mut other = open(&given, &file);
    other.set(note(None, &[nobody], "theirs"));
    other.save().unwrap();
    notebook.take_away(0);
    notebook.save().unwrap();
    assert_eq!(comments(&notebook), ["two", "theirs"]);
    let mut states = vec![];
    while let Undone::Note(_) = notebook.undo() {
        notebook.save().unwrap();
        states.push(comments(&notebook).join(" "));
    }
    assert_eq!(states, ["three two theirs", "two theirs", "one theirs", "theirs"]);
    while let Undone::Note(_) = notebook.redo() {}
    notebook.save().unwrap();
    assert_eq!(comments(&open(&given, &file)), ["two", "theirs"]);
    // What is new takes the place of what could have been done again.
    notebook.undo();
    notebook.set(note(None, &[ten], "four"));
    assert_eq!(notebook.redo(), Undone::Nothing);
}

#[test]
fn what_another_program_has_changed_since_is_not_undone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.json");
    let given = articles(&[RIVER]);
    let ten = on(&given, 0, "Ten");
    let mut notebook = open(&given, &file);
    notebook.set(note(None, &[ten], "one"));
    notebook.set(Note { verdict: Verdict::Dismissed, ..note(None, &[ten], "one") });
    notebook.save().unwrap();
    let mut other = open(&given, &file);
    other.set(Note { verdict: Verdict::Dismissed, ..note(None, &[ten], "one, they say") });
    other.save().unwrap();
    notebook.refresh().unwrap();
    // The verdict alone was ours last, and goes back alone.
    assert!(matches!(notebook.undo(), Undone::Note(_)));
    assert_eq!(notebook.notes(), [note(None, &[ten], "one, they say")]);
    // That the note was made is no longer ours to take back.
    assert_eq!(notebook.undo(), Undone::Changed);
    assert_eq!(comments(&notebook), ["one, they say"]);
}
