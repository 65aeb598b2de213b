//! The real program in a terminal that is only remembered: keys in, the screen out.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

/// Nothing that the reader does takes so long, even in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running program and its terminal.
pub struct Pty {
    parser: Arc<Mutex<Parser>>,
    /// All that the program has written.
    pub written: Arc<Mutex<Vec<u8>>>,
    keys: Box<dyn Write + Send>,
    /// The program.
    pub child: Box<dyn Child + Send + Sync>,
    /// The terminal is closed when this goes.
    _master: Box<dyn MasterPty + Send>,
}

impl Pty {
    /// Starts `program` in `folder`, which is the user's home, too, in a terminal of so many columns and rows, as one who
    /// has used it before.
    pub fn start<A: AsRef<OsStr>>(program: &Path, arguments: &[A], folder: &Path, size: (u16, u16)) -> Self {
        let remembered = folder.join(".local").join("state").join("variorum");
        std::fs::create_dir_all(&remembered).expect("a folder");
        std::fs::write(remembered.join("opened-before"), "").expect("a marker");
        Self::start_anew(program, arguments, folder, size)
    }

    /// The same, as one who never has.
    pub fn start_anew<A: AsRef<OsStr>>(program: &Path, arguments: &[A], folder: &Path, size: (u16, u16)) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        // Neither the settings nor the notes and places of who runs this matter, and no terminal but this.
        for variable in ["NO_COLOR", "COLORTERM", "COLORFGBG", "VARIORUM_CONFIG"] {
            command.env_remove(variable);
        }
        Self::run(command, folder, size)
    }

    /// Starts `command` in `folder`, which is the user's home, too, in a terminal of so many columns and rows.
    pub fn run(mut command: CommandBuilder, folder: &Path, (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("the system has pseudo-terminals");
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("HOME", folder);
        for variable in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
            command.env_remove(variable);
        }
        let child = pair.slave.spawn_command(command).expect("the program is there");
        let mut output = pair.master.try_clone_reader().expect("the terminal can be read");
        let keys = pair.master.take_writer().expect("the terminal can be written to");
        let cells = |count| NonZeroU16::new(count).expect("a terminal has cells");
        let parser = Arc::new(Mutex::new(Parser::new(cells(rows), cells(columns), 0)));
        let shown = Arc::clone(&parser);
        let written = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&written);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The end of the program is an end of file, or an error, as the system likes.
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                kept.lock().expect("no thread panics with it").extend_from_slice(&bytes[..count]);
                shown.lock().expect("no thread panics with it").process(&bytes[..count]);
            }
        });
        Self { parser, written, keys, child, _master: pair.master }
    }

    /// Types `keys`, as bytes.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("the program listens");
    }

    /// Whether the screen shows `text` now.
    #[allow(dead_code, reason = "not every file of terminal tests asks without waiting")]
    pub fn shows(&self, text: &str) -> bool {
        self.parser.lock().expect("no thread panics with it").screen().contents().contains(text)
    }

    /// Waits until the screen shows `text`; the screen.
    pub fn wait_for(&self, text: &str) -> Screen {
        let begun = Instant::now();
        loop {
            let screen = self.parser.lock().expect("no thread panics with it").screen().clone();
            if screen.contents().contains(text) {
                return screen;
            }
            let written = self.written.lock().expect("no thread panics with it").len();
            assert!(begun.elapsed() < PATIENCE, "“{text}” never came in {written} bytes:\n{}", screen.contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[allow(dead_code, reason = "not every file of terminal tests waits for the last of it")]
    /// Waits until the screen shows `text` and nothing more is being drawn; the screen.
    pub fn wait_for_all(&self, text: &str) -> Screen {
        let mut screen = self.wait_for(text);
        loop {
            thread::sleep(Duration::from_millis(300));
            let next = self.wait_for(text);
            if next.contents_formatted() == screen.contents_formatted() {
                return next;
            }
            screen = next;
        }
    }

    /// Waits until the program has ended; how, and the screen as it left it.
    pub fn end(mut self) -> (ExitStatus, Screen) {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("the program can be asked") {
                break status;
            }
            assert!(begun.elapsed() < PATIENCE, "{} does not end", self.child.process_id().unwrap_or_default());
            thread::sleep(Duration::from_millis(5));
        };
        // What the program wrote last may still be on its way.
        thread::sleep(Duration::from_millis(200));
        let screen = self.parser.lock().expect("no thread panics with it").screen().clone();
        (status, screen)
    }
}
