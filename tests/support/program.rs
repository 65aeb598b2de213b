//! The program itself, run as a user or another program runs it.
#![allow(dead_code, reason = "not every suite asks for all that a run tells")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The program, with a data folder of its own so that nobody's notes matter.
pub fn variorum(data: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("variorum"));
    command.env("HOME", data).env("XDG_DATA_HOME", data).env("XDG_CONFIG_HOME", data).env("XDG_STATE_HOME", data);
    command
}

/// What the program did.
pub struct Outcome {
    /// Its exit status.
    pub code: i32,
    /// What it wrote to standard output.
    pub out: String,
    /// What it wrote to standard error.
    pub err: String,
}

/// Runs the program with `arguments` and `input`.
pub fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Outcome {
    let data = tempfile::tempdir().expect("a folder");
    let output = variorum(data.path()).args(arguments).write_stdin(input).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it writes UTF-8");
    Outcome {
        code: output.status.code().expect("it ends by itself"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// A folder with files of these names and contents.
pub fn files(contents: &[(&str, &[u8])]) -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    let mut paths = Vec::new();
    for (name, bytes) in contents {
        std::fs::write(path(name), bytes).expect("a writable file");
        paths.push(path(name).to_str().expect("a plain name").to_owned());
    }
    (folder, paths)
}
