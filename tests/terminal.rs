//! One run of the real program in a terminal, from opening to quitting, to prove that it is all wired up.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::path::Path;

use pty::Pty;
use vt100::MouseProtocolMode;

#[test]
fn a_story_is_opened_read_noted_and_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let notes = folder.path().join("notes.json");
    let program = Path::new(env!("CARGO_BIN_EXE_variorum"));
    let mut reader = Pty::start(program, &["--notes".as_ref(), notes.as_os_str()], folder.path(), (120, 40));

    let screen = reader.wait_for_all(" shared · ");
    assert!(screen.alternate_screen());
    assert!(screen.contents().contains("3 articles"));

    reader.press("s");
    reader.wait_for("─ shared ·");
    reader.press("mlook this up\r");
    reader.wait_for("† look this up");
    reader.press("c");
    reader.wait_for("confirmed ─");
    assert!(fs::read_to_string(&notes).expect("the notes are saved").contains("look this up"));

    reader.press("w");
    reader.wait_for("write a report");
    reader.press("\r");
    reader.wait_for("report written to variorum-report.md");
    let report = fs::read_to_string(folder.path().join("variorum-report.md")).expect("a report");
    assert!(report.starts_with("# "));

    reader.press("q");
    let (status, screen) = reader.end();
    assert!(status.success());
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
}

#[test]
fn every_view_is_a_key_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = Path::new(env!("CARGO_BIN_EXE_variorum"));
    let mut reader = Pty::start(program, &["--notes", "notes.json"], folder.path(), (120, 40));
    reader.wait_for_all(" shared · ");
    let views = [
        ("p", " SYNOPSIS "),
        ("f", " FACTS "),
        ("i", " DISCREPANCIES "),
        ("t", " ENTITIES "),
        ("o", " NOTES "),
        ("r", " READ "),
    ];
    for (key, shown) in views {
        reader.press(key);
        reader.wait_for(shown);
        reader.press("?");
        reader.wait_for(" MENU ");
        reader.press("\u{1b}");
        reader.wait_for(shown);
    }
    reader.press("i2jc");
    reader.wait_for("confirmed ─");
    reader.press("o");
    reader.wait_for("✓ d3");
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn control_c_leaves_a_note_unsaved_and_the_terminal_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let notes = folder.path().join("notes.json");
    let program = Path::new(env!("CARGO_BIN_EXE_variorum"));
    let mut reader = Pty::start(program, &["--notes".as_ref(), notes.as_os_str()], folder.path(), (80, 24));
    reader.wait_for(" shared · ");
    reader.press("vmhalf a no");
    reader.wait_for("half a no");
    reader.press("\u{3}");
    let (status, screen) = reader.end();
    assert!(status.success());
    assert!(!screen.alternate_screen() && !screen.hide_cursor());
    assert!(!notes.exists());
}

#[test]
fn who_opens_it_for_the_first_time_is_told_three_keys_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let notes = folder.path().join("notes.json");
    let program = Path::new(env!("CARGO_BIN_EXE_variorum"));
    let arguments = ["--notes".as_ref(), notes.as_os_str()];
    let mut reader = Pty::start_anew(program, &arguments, folder.path(), (100, 30));
    reader.wait_for("? shows all keys · d goes to what differs next · : finds any action");
    reader.press(":");
    assert!(!reader.wait_for("Enter run").contents().contains("shows all keys"));
    reader.press("quit\r");
    assert!(reader.end().0.success());

    let mut reader = Pty::start_anew(program, &arguments, folder.path(), (100, 30));
    assert!(!reader.wait_for_all(" shared · ").contents().contains("shows all keys"));
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn a_page_shows_its_outlet_and_day_and_what_lies_beside_it_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let story = folder.path().join("story");
    fs::create_dir(&story).expect("a folder");
    let page = "<html><head><title>River rises</title><meta property='og:site_name' content='The Herald'><meta name='date' \
                content='2024-05-02'></head><body><article><p>At least 40 people fled the flood, police said.</p></article></body></html>";
    fs::write(story.join("a.html"), page).expect("a file");
    fs::write(story.join("b.txt"), "Some 40 people fled the flood, police said.").expect("a file");
    fs::write(story.join("cover.png"), b"\x89PNG").expect("a file");
    let program = Path::new(env!("CARGO_BIN_EXE_variorum"));
    let mut reader = Pty::start(program, &["story"], folder.path(), (140, 30));
    let screen = reader.wait_for("cover.png (it is a picture)");
    assert!(screen.contents().contains("story/a.html · The Herald, 2024-05-02"), "{}", screen.contents());
    assert!(screen.contents().contains("At least 40 people fled"), "{}", screen.contents());
    reader.press("q");
    assert!(reader.end().0.success());
}
