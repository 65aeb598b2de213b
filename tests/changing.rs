//! A story that changes while it is read: articles join it and leave it, their files are written anew; the real program
//! in a terminal.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::path::Path;

use pty::Pty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_variorum");
const SIZE: (u16, u16) = (120, 40);

/// A folder with two articles of a story and one that may join them.
fn harbour() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("a.txt", "Harbour closed\n\nThe harbour of Ottery was closed on Monday after 14 people fell ill."),
        ("b.txt", "Harbour shut\n\nOttery harbour was shut on Monday when 14 people fell ill, the mayor said."),
        ("c d.txt", "Illness in Ottery\n\nThe harbour of Ottery was closed on Monday after 41 people fell ill."),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn start(folder: &Path) -> Pty {
    let reader = Pty::start(Path::new(PROGRAM), &["--notes", "notes.json", "a.txt", "b.txt"], folder, SIZE);
    reader.wait_for(" shared · ");
    reader
}

/// A paste as terminals mark it.
fn paste(reader: &mut Pty, text: &str) {
    reader.press(&format!("\u{1b}[200~{text}\u{1b}[201~"));
}

#[test]
fn an_article_joins_the_story_and_leaves_it_and_its_notes_come_back_with_it() {
    let folder = harbour();
    let mut reader = start(folder.path());
    assert!(reader.shows(" 0 differ"));
    reader.press("ac\t");
    reader.wait_for("c d.txt");
    reader.press("\r");
    reader.wait_for("c d.txt is in the story now");
    reader.wait_for_all("3 articles · ");
    reader.press("dmwho counted?\r");
    reader.wait_for("· 1 note");
    reader.press("r\t\tX");
    let screen = reader.wait_for_all("c d.txt is no longer in the story");
    assert!(
        screen.contents().contains("2 articles · ") && !screen.contents().contains("Illness"),
        "{}",
        screen.contents()
    );
    // What left comes back by its name.
    reader.press("a\u{1b}[A");
    reader.wait_for("c d.txt");
    reader.press("\r");
    reader.wait_for_all("· 1 note");
    reader.press("o");
    let screen = reader.wait_for_all("who counted?");
    assert!(screen.contents().contains("1 note"), "{}", screen.contents());
    reader.press("q");
    assert!(reader.end().0.success());
    let notes = fs::read_to_string(folder.path().join("notes.json")).expect("notes");
    assert!(notes.contains("who counted?"), "{notes}");
}

#[test]
fn a_note_made_before_an_article_joined_and_another_left_is_undone_and_done_again() {
    let folder = harbour();
    let file = folder.path().join("notes.json");
    let is_in_file = || fs::read_to_string(&file).expect("notes").contains("how many?");
    let mut reader = start(folder.path());
    reader.press("gvm");
    reader.wait_for("note on “");
    reader.press("how many?\r");
    reader.wait_for_all("· 1 note");
    assert!(is_in_file());
    reader.press("ac\t");
    reader.wait_for("c d.txt");
    reader.press("\r");
    reader.wait_for_all("c d.txt is in the story now");
    reader.wait_for_all("1 differs: 1 high");
    reader.press("U");
    reader.wait_for_all("undone: the note is gone");
    assert!(!is_in_file());
    // The article that the note is on leaves; done again, the note is kept without its words.
    reader.press("X");
    reader.wait_for_all("a.txt is no longer in the story");
    reader.press("\u{12}");
    reader.wait_for_all("done again: the note on");
    assert!(is_in_file());
    reader.press("U");
    reader.wait_for_all("undone: the note is gone");
    assert!(!is_in_file());
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn what_is_pasted_joins_the_story_when_the_user_says_so() {
    let folder = harbour();
    let mut reader = start(folder.path());
    paste(&mut reader, "Sick in Ottery\r\rThe harbour of Ottery was closed on Monday after 44 people fell ill.");
    reader.wait_for("16 words pasted: Sick in Ottery");
    reader.press("\r");
    reader.wait_for("pasted is in the story now");
    reader.wait_for_all("3 articles · ");
    reader.press("\t\t");
    reader.wait_for_all("after 44 people fell");
    paste(&mut reader, "missing.txt");
    reader.wait_for("ADD");
    reader.press("\r");
    reader.wait_for("there is no such file");
    paste(&mut reader, "gone.txt");
    reader.wait_for("gone.txt");
    reader.press("\u{1b}");
    let screen = reader.wait_for_all(" READ ");
    assert!(screen.contents().contains("3 articles · "), "{}", screen.contents());
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn a_file_that_is_written_anew_is_read_anew_and_the_place_is_kept() {
    let folder = harbour();
    let file = folder.path().join("b.txt");
    let mut reader = start(folder.path());
    reader.press("i");
    reader.wait_for(" DISCREPANCIES ");
    let changed = fs::read_to_string(&file).expect("read").replace("14 people", "41 people");
    fs::write(&file, changed).expect("written");
    let screen = reader.wait_for("b.txt has changed; read anew");
    assert!(screen.contents().contains(" DISCREPANCIES "), "{}", screen.contents());
    reader.wait_for_all("1 differs: 1 high");
    // Words that are being written are not disturbed by it.
    reader.press("mhalf a no");
    reader.wait_for("half a no");
    fs::write(&file, "Harbour open\n\nNobody is ill.").expect("written");
    std::thread::sleep(std::time::Duration::from_secs(4));
    assert!(reader.shows("half a no"));
    reader.press("te\r");
    reader.wait_for_all("b.txt has changed; read anew");
    reader.press("r\t");
    reader.wait_for_all("Nobody is ill.");
    reader.press("q");
    assert!(reader.end().0.success());
    let notes = fs::read_to_string(folder.path().join("notes.json")).expect("notes");
    assert!(notes.contains("half a note"), "{notes}");
}

#[test]
fn all_sources_are_read_anew_when_the_user_asks() {
    let folder = harbour();
    let mut reader = start(folder.path());
    reader.press("R");
    reader.wait_for("no source has changed");
    fs::remove_file(folder.path().join("b.txt")).expect("removed");
    reader.press("R");
    let screen = reader.wait_for_all("there is no such file");
    assert!(screen.contents().contains("2 articles · "), "what is gone stays open: {}", screen.contents());
    reader.press("q");
    assert!(reader.end().0.success());
}
