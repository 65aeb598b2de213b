//! How the real program behaves towards the shell, the system and the terminal: it stops and goes on, ends without losing
//! anything, asks without waiting, and finds the place again.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use portable_pty::CommandBuilder;
use pty::Pty;
use rustix::process::{Pid, Signal, kill_process};
use vt100::MouseProtocolMode;

const PROGRAM: &str = env!("CARGO_BIN_EXE_variorum");
const SIZE: (u16, u16) = (120, 40);

fn start(folder: &Path) -> Pty {
    Pty::start(Path::new(PROGRAM), &["--notes", "notes.json"], folder, SIZE)
}

/// With these variables in its environment.
fn start_in(folder: &Path, variables: &[(&str, &str)]) -> Pty {
    let mut command = CommandBuilder::new(PROGRAM);
    for variable in ["NO_COLOR", "COLORTERM", "COLORFGBG", "VARIORUM_CONFIG"] {
        command.env_remove(variable);
    }
    for (name, value) in variables {
        command.env(name, value);
    }
    Pty::run(command, folder, SIZE)
}

fn written(reader: &Pty) -> String {
    String::from_utf8_lossy(&reader.written.lock().expect("no thread panics with it")).into_owned()
}

fn send(reader: &Pty, signal: Signal) {
    let id = reader.child.process_id().expect("it runs");
    let id = Pid::from_raw(i32::try_from(id).expect("a small number")).expect("a program");
    kill_process(id, signal).expect("it can be told");
}

#[test]
fn it_stops_and_goes_on_as_the_shell_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut shell = CommandBuilder::new("sh");
    shell.arg("-i");
    shell.env("PS1", "prompt> ");
    shell.env_remove("ENV");
    let mut shell = Pty::run(shell, folder.path(), SIZE);
    shell.wait_for("prompt> ");
    shell.press(&format!("{PROGRAM} --notes notes.json\n"));
    shell.wait_for(" shared · ");
    for _ in 0..2 {
        shell.press("\u{1a}");
        let screen = shell.wait_for_all("prompt> ");
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        shell.press("fg\n");
        let screen = shell.wait_for_all(" shared · ");
        assert!(screen.alternate_screen() && screen.bracketed_paste());
        assert!(screen.contents().contains("? keys"), "{}", screen.contents());
        shell.press("i");
        shell.wait_for("discrepancies: ");
        shell.press("r");
    }
    shell.press("q");
    let screen = shell.wait_for_all("prompt> ");
    assert!(!screen.alternate_screen());
    shell.press("exit\n");
    shell.end();
}

#[test]
fn who_is_told_to_end_loses_no_note() {
    for signal in [Signal::TERM, Signal::HUP] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut reader = start(folder.path());
        reader.wait_for(" shared · ");
        reader.press("mhalf a no");
        reader.wait_for("half a no");
        send(&reader, signal);
        let (status, screen) = reader.end();
        assert!(!status.success(), "it ends by the signal");
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        let notes = fs::read_to_string(folder.path().join("notes.json")).expect("the notes are saved");
        assert!(notes.contains("half a no"), "{notes}");
    }
}

/// Builds for tests alone can be asked to break down.
#[cfg(debug_assertions)]
#[test]
fn where_it_breaks_down_the_terminal_is_as_before_and_no_note_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut shell = CommandBuilder::new("sh");
    shell.arg("-i");
    shell.env("PS1", "prompt> ");
    shell.env("VARIORUM_BREAK_DOWN", "1");
    shell.env("RUST_BACKTRACE", "0");
    shell.env_remove("ENV");
    let mut shell = Pty::run(shell, folder.path(), SIZE);
    shell.wait_for("prompt> ");
    shell.press(&format!("{PROGRAM} --notes notes.json\n"));
    shell.wait_for(" shared · ");
    shell.press("mhalf a no");
    shell.wait_for("half a no");
    shell.press("\u{1b}[200~break down\u{1b}[201~");
    let screen = shell.wait_for_all("asked to break down");
    assert!(screen.contents().trim_end().ends_with("prompt>"), "{}", screen.contents());
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
    let written = written(&shell);
    assert!(written.contains("\u{1b}[23;0t") && written.contains("\u{1b}[8h"), "the title and the cells are as before");
    shell.press("stty -a | grep -q -e -icanon -e -echo\\  || echo as be''fore\n");
    shell.wait_for("as before");
    shell.press("exit\n");
    shell.end();
    let notes = fs::read_to_string(folder.path().join("notes.json")).expect("the notes are saved");
    assert!(notes.contains("half a no"), "{notes}");
}

/// The reader of a story of three sources, of which the second comes through a pipe that the shell hands over, and the
/// third is `last`; and the other end of the pipe: when it is dropped, that article has ended.
fn slow_story(folder: &Path, last: &str) -> (Pty, fs::File) {
    fs::write(folder.join("a.txt"), "Harbour closed\n\nThe harbour was closed on Monday.").expect("written");
    fs::write(folder.join("c.txt"), "Harbour shut\n\nThe harbour was shut on Tuesday.").expect("written");
    let pipe = folder.join("pipe");
    if !pipe.exists() {
        let made = Command::new("mkfifo").arg(&pipe).status().expect("every Unix has mkfifo");
        assert!(made.success());
    }
    // Opened for both, it does not wait for the other end.
    let end = fs::File::options().read(true).write(true).open(&pipe).expect("a pipe");
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "exec \"$1\" a.txt /dev/fd/3 \"$2\" 3<pipe", "sh", PROGRAM, last]);
    command.env_remove("VARIORUM_CONFIG");
    let remembered = folder.join(".local").join("state").join("variorum");
    fs::create_dir_all(&remembered).expect("a folder");
    fs::write(remembered.join("opened-before"), "").expect("a marker");
    (Pty::run(command, folder, SIZE), end)
}

const SLOW: &[u8] = b"Harbour opens\n\nThe harbour opens on Friday.";

#[test]
fn what_takes_long_to_read_is_read_behind_the_first_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut reader, mut end) = slow_story(folder.path(), "c.txt");
    let screen = reader.wait_for_all("reading 2 of 3 articles");
    assert!(screen.contents().contains("/dev/fd/3") && screen.alternate_screen(), "{}", screen.contents());
    reader.press("?");
    reader.wait_for(" MENU ");
    reader.press("\u{1b}");
    reader.wait_for(" READ ");
    end.write_all(SLOW).expect("written");
    drop(end);
    let screen = reader.wait_for_all("The harbour opens on");
    assert!(screen.contents().contains("3 articles"), "{}", screen.contents());
    assert!(written(&reader).contains("\u{1b}]0;variorum: Harbour closed\u{7}"));
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn who_does_not_wait_opens_what_is_read_or_leaves() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut reader, _end) = slow_story(folder.path(), "c.txt");
    reader.wait_for("reading 2 of 3 articles");
    reader.press("\u{1b}");
    let screen = reader.wait_for("1 of 3 articles were read");
    assert!(screen.contents().contains("The harbour was closed"), "{}", screen.contents());
    reader.press("q");
    assert!(reader.end().0.success());

    let (mut reader, _end) = slow_story(folder.path(), "c.txt");
    reader.wait_for("reading 2 of 3 articles");
    reader.press("q");
    let (status, screen) = reader.end();
    assert!(status.success() && !screen.alternate_screen());
}

#[test]
fn what_cannot_be_read_is_said_as_plainly_when_it_comes_late() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut reader, mut end) = slow_story(folder.path(), "missing.txt");
    reader.wait_for("reading 2 of 3 articles");
    end.write_all(SLOW).expect("written");
    drop(end);
    // The others open all the same.
    let screen = reader.wait_for("cannot read missing.txt: there is no such file; check the path");
    assert!(screen.contents().contains("2 articles"), "{}", screen.contents());
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn the_window_has_the_story_s_title_while_it_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let article = folder.path().join("a.txt");
    fs::write(&article, "Harbour \u{1b}]0;evil\u{7} closed\n\nThe harbour was closed on Monday.").expect("written");
    let mut reader = Pty::start(Path::new(PROGRAM), &["a.txt"], folder.path(), SIZE);
    reader.wait_for("1 article");
    reader.press("q");
    let bytes = reader.written.clone();
    reader.end();
    let written = String::from_utf8_lossy(&bytes.lock().expect("no thread panics with it")).into_owned();
    let kept = written.find("\u{1b}[22;0t").expect("the title before is put aside");
    let taken = written.find("\u{1b}]0;variorum: Harbour ␛]0;evil␇ closed\u{7}").expect("a title");
    let given_back = written.rfind("\u{1b}[23;0t").expect("the title before");
    assert!(kept < taken && taken < given_back);
}

#[test]
fn the_terminal_is_asked_for_its_background_after_the_first_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut reader = start_in(folder.path(), &[("COLORTERM", "truecolor")]);
    reader.wait_for_all(" shared · ");
    let before = written(&reader);
    let asked = before.find("\u{1b}]11;?").expect("a question");
    assert!(before.find("3 articles").is_some_and(|frame| frame < asked));
    assert!(!before.contains("38;2;"), "without an answer the sixteen colours hold");
    reader.press("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\i");
    reader.wait_for_all("discrepancies: ");
    // The ink of a grave discrepancy in the light theme.
    assert!(written(&reader).contains("38;2;168;32;26"), "{}", written(&reader));
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn a_terminal_that_is_known_is_not_asked() {
    for variables in [&[][..], &[("COLORTERM", "truecolor"), ("NO_COLOR", "1")]] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut reader = start_in(folder.path(), variables);
        reader.wait_for_all(" shared · ");
        let written = written(&reader);
        assert!(!written.contains("\u{1b}]11;"));
        assert_eq!(written.contains("\u{1b}[38;"), variables.is_empty());
        reader.press("q");
        reader.end();
    }
}

#[test]
fn the_place_is_found_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut reader = start(folder.path());
    reader.wait_for_all(" shared · ");
    reader.press("q");
    reader.end();
    let places = folder.path().join(".local/state/variorum/places");
    assert!(!places.exists(), "who only looked in has no place");

    let mut reader = start(folder.path());
    reader.wait_for_all(" shared · ");
    reader.press("ijj");
    reader.wait_for("3 of ");
    reader.press("\t");
    reader.press("q");
    reader.end();
    let mut reader = start(folder.path());
    let screen = reader.wait_for_all(" shared · ");
    assert!(screen.contents().contains("discrepancies: "), "{}", screen.contents());
    reader.press("r<++G");
    reader.wait_for("100%");
    let left = reader.wait_for_all(" shared · ");
    reader.press("q");
    reader.end();
    let mut reader = start(folder.path());
    let found = reader.wait_for_all(" shared · ");
    // The columns in their order, and how many rows they have beside the apparatus.
    let columns = |screen: &vt100::Screen| screen.contents().lines().nth(1).map(str::to_owned);
    let edge = |screen: &vt100::Screen| screen.contents().lines().position(|line| line.contains(" ─ open ─"));
    assert_eq!(columns(&found), columns(&left));
    assert!(columns(&found).is_some_and(|line| line.find(" b ") < line.find(" a ")), "{}", found.contents());
    assert_eq!((found.cursor_position(), edge(&found)), (left.cursor_position(), edge(&left)));
    reader.press("q");
    reader.end();

    for entry in fs::read_dir(places).expect("a folder") {
        fs::write(entry.expect("a file").path(), "{damaged").expect("written");
    }
    let mut reader = start(folder.path());
    assert!(!reader.wait_for_all(" shared · ").contents().contains("discrepancies: "));
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn mistakes_in_the_settings_are_told_and_the_rest_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = "theme = 'drak'\n[keys.views]\nquit = ['Hyper-q', 'X']\nnote = 7.5\n";
    let path = folder.path().join("mine.toml");
    fs::write(&path, settings).expect("written");
    let mut reader = start_in(folder.path(), &[("VARIORUM_CONFIG", path.to_str().expect("a plain name"))]);
    let screen = reader.wait_for_all(" shared · ").contents();
    for words in
        ["line 1  there is no theme “drak”", "line 3  there is no key “Hyper-q”", "3 mistakes in your settings"]
    {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    reader.press(" ");
    assert!(!reader.wait_for_all("differ").contents().contains("line 1"));
    reader.press("X");
    assert!(reader.end().0.success());
}

#[test]
fn who_waits_for_the_comparison_sees_how_far_it_is_and_can_leave() {
    let folder = tempfile::tempdir().expect("a folder");
    let names: Vec<_> = (0..12).map(|number| format!("{number}.txt")).collect();
    for (number, name) in names.iter().enumerate() {
        let sentence = |at: usize| {
            format!(
                "On Monday {} of the {number} boats and {at} people near Lindholm left the harbour.\n\n",
                at * 7 % 13
            )
        };
        fs::write(folder.path().join(name), (0..1500).map(sentence).collect::<String>()).expect("written");
    }
    let mut reader = Pty::start(Path::new(PROGRAM), &names, folder.path(), SIZE);
    reader.wait_for("extracting …");
    reader.press("q");
    let (status, screen) = reader.end();
    assert!(status.success() && !screen.alternate_screen());
}
