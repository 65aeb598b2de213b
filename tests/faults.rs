//! What may befall a file of notes, on the real program in a terminal: that it is killed, that the disk is full, that its
//! folder may not be written to, that the file goes, that two programs write it. No note that was shown as saved is
//! missing, and no file is damaged.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use portable_pty::CommandBuilder;
use pty::Pty;
use serde_json::Value;
use variorum::notes::Notebook;
use variorum::read;

/// The words that notes are made on; a note on each is enough.
const TEXT: &str = "one two three four five six seven eight nine ten eleven twelve.";
const SIZE: (u16, u16) = (80, 24);
const SAVED: &str = "note saved";

/// A folder with an article, and the file of its notes.
struct Story {
    folder: tempfile::TempDir,
}

impl Story {
    fn new() -> Self {
        // What a killed program has written stays with the system, whatever the disk; in memory no time is spent on that.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
        fs::write(folder.path().join("a.txt"), TEXT).expect("an article");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The reader on the article, its notes in `notes`.
    fn read(&self, notes: &Path) -> Pty {
        let program = Path::new(env!("CARGO_BIN_EXE_variorum"));
        let article = self.path("a.txt");
        let reader = Pty::start(program, &["--notes".as_ref(), notes, &article], self.folder.path(), SIZE);
        reader.wait_for(" 1 article");
        reader
    }

    /// The reader, started by the shell after `first`.
    fn read_after(&self, first: &str, notes: &Path) -> Pty {
        let mut command = CommandBuilder::new("sh");
        let program = env!("CARGO_BIN_EXE_variorum");
        command.args(["-c", &format!("{first}; exec \"$0\" \"$@\""), program, "--notes"]);
        command.args([notes, &self.path("a.txt")]);
        let reader = Pty::run(command, self.folder.path(), SIZE);
        reader.wait_for(" 1 article");
        reader
    }

    /// The notes' comments as a file has them; it is whole, or not there.
    fn comments(&self, notes: &Path) -> BTreeSet<String> {
        let Ok(bytes) = fs::read(notes) else { return BTreeSet::new() };
        let _: Value = serde_json::from_slice(&bytes).expect("the file is whole");
        let articles = read::open(&[self.path("a.txt")], &read::Limits::default()).expect("an article").articles;
        let notebook = Notebook::open(&articles, Some(notes.to_owned())).expect("notes");
        assert_eq!(notebook.message(), None);
        notebook.notes().iter().flat_map(|note| note.comment.lines()).map(str::to_owned).collect()
    }
}

/// Writes `comment` on word number `word`; it is shown as saved, or what went wrong is.
fn write(reader: &mut Pty, word: usize, comment: &str) {
    reader.press(&format!("g{}vm", "l".repeat(word)));
    reader.wait_for("note on “");
    // Whatever stands there already stays, on a line of its own.
    reader.press(&format!("\n{comment}\r"));
}

/// A linear congruential generator (Knuth, MMIX): chance enough, and the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// How often the program is killed.
const KILLS: usize = 200;
/// So many at once: a machine has two cores at least.
const LANES: usize = 4;

#[test]
fn killed_at_any_moment_it_has_lost_nothing_that_it_showed_as_saved() {
    thread::scope(|scope| {
        for lane in 0..LANES {
            scope.spawn(move || {
                let story = Story::new();
                let notes = story.path("notes.json");
                let mut chance = Chance(lane as u64);
                let mut saved = BTreeSet::new();
                for kill in 0..KILLS / LANES {
                    let mut reader = story.read(&notes);
                    let before = saved.len();
                    // Two are shown as saved or not, as it comes; the kill falls somewhere into the second.
                    let comments = [0, 1].map(|note| format!("lane {lane}, kill {kill}, note {note}"));
                    let word = chance.below(12) as usize;
                    write(&mut reader, word, &comments[0]);
                    reader.wait_for(SAVED);
                    saved.insert(comments[0].clone());
                    reader.press("g");
                    reader.wait_for("? keys");
                    reader.press(&format!("{}vm\n{}\r", "l".repeat(chance.below(12) as usize), comments[1]));
                    thread::sleep(Duration::from_micros(chance.below(60_000)));
                    let was_shown = reader.shows(SAVED);
                    reader.child.kill().expect("it can be killed");
                    let _ = reader.child.wait();
                    if was_shown {
                        saved.insert(comments[1].clone());
                    }
                    let found = story.comments(&notes);
                    let missing: Vec<_> = saved.difference(&found).collect();
                    assert!(missing.is_empty(), "lane {lane}, kill {kill}: {missing:?} of {before}");
                }
                assert!(saved.len() >= KILLS / LANES);
            });
        }
    });
}

#[test]
fn two_windows_that_write_in_turn_lose_nothing() {
    /// How often a note is written, in all.
    const TURNS: usize = 500;
    let story = Story::new();
    let notes = story.path("notes.json");
    let mut windows = [story.read(&notes), story.read(&notes)];
    let mut written = BTreeSet::new();
    let mut chance = Chance(7);
    for turn in 0..TURNS {
        let comment = format!("t{turn}");
        let word = chance.below(12) as usize;
        let window = &mut windows[turn % 2];
        window.press(&format!("g{}vm", "l".repeat(word)));
        window.wait_for(" NOTE ");
        window.press(&format!("\n{comment}\r"));
        window.wait_for(SAVED);
        written.insert(comment);
        if turn % 50 == 49 || turn + 1 == TURNS {
            let found = story.comments(&notes);
            let missing: Vec<_> = written.difference(&found).collect();
            assert!(missing.is_empty(), "after turn {turn}: {missing:?}");
        }
    }
    // Each shows what the other has written last.
    for window in &mut windows {
        window.press("o/");
        window.press(&format!("t{}", TURNS - 1));
        window.wait_for("1 found");
        window.press(&format!("\u{8}\u{8}\u{8}{}", TURNS - 2));
        window.wait_for("1 found");
    }
}

/// In a folder that is full, or may not be written to, a note is not shown as saved, and what was saved before is there.
fn cannot_save(story: &Story, mut reader: Pty, notes: &Path, mend: impl FnOnce()) {
    write(&mut reader, 0, "cannot be saved");
    reader.wait_for("cannot save the notes");
    // It is not lost by leaving either, unless that is wanted.
    reader.press("q");
    reader.wait_for("once more leaves without your notes");
    reader.press("j");
    mend();
    write(&mut reader, 1, "can be saved");
    reader.wait_for(SAVED);
    assert_eq!(story.comments(notes), ["can be saved", "cannot be saved"].map(str::to_owned).into());
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn a_full_disk_loses_nothing() {
    // The smallest that holds an empty file of notes and no more.
    let story = Story::new();
    let disk = story.path("disk");
    fs::create_dir(&disk).expect("a folder");
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&disk).output();
    if !mounted.is_ok_and(|mounted| mounted.status.success()) {
        eprintln!("skipped: no small disk can be mounted here; a limit on the length of files stands for it");
        return;
    }
    let ballast = disk.join("ballast");
    let fill = || {
        let mut bytes = 64 << 10;
        while bytes > 0 && fs::write(&ballast, vec![0; bytes]).is_err() {
            bytes -= 1 << 10;
        }
    };
    fill();
    let notes = disk.join("notes.json");
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let reader = story.read(&notes);
        cannot_save(&story, reader, &notes, || fs::remove_file(&ballast).expect("the ballast goes"));
    }));
    let _ = Command::new("umount").arg("-l").arg(&disk).output();
    done.unwrap_or_else(|reason| std::panic::resume_unwind(reason));
}

#[test]
fn a_limit_on_the_length_of_files_loses_nothing() {
    let story = Story::new();
    let notes = story.path("notes.json");
    let mut reader = story.read(&notes);
    write(&mut reader, 0, "short");
    reader.wait_for(SAVED);
    reader.press("q");
    assert!(reader.end().0.success());
    // Blocks of 512 bytes or of 1024, as the shell likes; the file grows beyond both. The signal is left aside, as when
    // the disk is full.
    let mut reader = story.read_after("trap '' XFSZ; ulimit -f 8", &notes);
    write(&mut reader, 1, &format!("\u{1b}[200~{}\u{1b}[201~", "long ".repeat(2000)));
    reader.wait_for("cannot save the notes");
    assert_eq!(story.comments(&notes), BTreeSet::from(["short".to_owned()]));
    reader.press("U");
    reader.wait_for("undone");
    write(&mut reader, 2, "short again");
    reader.wait_for(SAVED);
    assert_eq!(story.comments(&notes), ["short", "short again"].map(str::to_owned).into());
}

#[test]
fn a_folder_that_may_not_be_written_to_loses_nothing() {
    let story = Story::new();
    let folder = story.path("locked");
    fs::create_dir(&folder).expect("a folder");
    let notes = folder.join("notes.json");
    let mode = |mode: u32| {
        let permissions = std::os::unix::fs::PermissionsExt::from_mode(mode);
        fs::set_permissions(&folder, permissions).expect("our own folder");
    };
    mode(0o555);
    if fs::write(folder.join("probe"), "").is_ok() {
        // Whoever runs this may write anywhere: where there is no folder, nobody may.
        fs::remove_dir_all(&folder).expect("our own folder");
        fs::write(&folder, "a file in the place of the folder").expect("a file");
        let reader = story.read_beside(&notes);
        return cannot_save(&story, reader, &notes, || fs::remove_file(&folder).expect("our own file"));
    }
    let reader = story.read(&notes);
    cannot_save(&story, reader, &notes, || mode(0o755));
}

impl Story {
    /// The reader, whose notes' folder becomes a file once it is open.
    fn read_beside(&self, notes: &Path) -> Pty {
        let folder = notes.parent().expect("a folder");
        fs::remove_file(folder).expect("our own file");
        fs::create_dir(folder).expect("a folder");
        let reader = self.read(notes);
        fs::remove_dir_all(folder).expect("our own folder");
        fs::write(folder, "a file in the place of the folder").expect("a file");
        reader
    }
}

#[test]
fn a_file_that_goes_is_written_anew_and_one_that_is_damaged_is_set_aside() {
    let story = Story::new();
    let notes = story.path("notes.json");
    let mut reader = story.read(&notes);
    write(&mut reader, 0, "first");
    reader.wait_for(SAVED);
    fs::remove_file(&notes).expect("the file is there");
    write(&mut reader, 1, "second");
    reader.wait_for(SAVED);
    assert_eq!(story.comments(&notes), ["first", "second"].map(str::to_owned).into());
    let whole = fs::read(&notes).expect("the file is there");
    fs::write(&notes, &whole[..whole.len() / 2]).expect("written");
    reader.wait_for("the notes were damaged");
    write(&mut reader, 2, "third");
    reader.wait_for(SAVED);
    let aside = story.path("notes.json.damaged-1");
    assert_eq!(fs::read(aside).expect("it is set aside"), &whole[..whole.len() / 2]);
    let found = story.comments(&notes);
    assert!(found.contains("third") && found.contains("first"), "{found:?}");
}
