//! Golden files: what a case gave when somebody last read it and found it right.
//!
//! To add a case, add its input and run with `UPDATE_GOLDEN=1`; then read the file it wrote before committing it.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Compares `actual` with `tests/golden/<kind>/<case>.txt`, or writes it there when `UPDATE_GOLDEN` is set.
pub fn check(kind: &str, case: &str, actual: &str) {
    let path = folder("golden").join(kind).join(format!("{case}.txt"));
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a writable folder");
        fs::write(&path, actual).expect("a writable file");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if let Some(difference) = first_difference(&expected, actual) {
        panic!("{}: {difference}\nread it, and update it with UPDATE_GOLDEN=1 if it is right", path.display());
    }
}

/// A folder beside this one.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn first_difference(expected: &str, actual: &str) -> Option<String> {
    if expected == actual {
        return None;
    }
    let mut ours = actual.lines();
    let mut theirs = expected.lines();
    let mut number = 0;
    loop {
        number += 1;
        let (ours, theirs) = (ours.next(), theirs.next());
        if ours != theirs || ours.is_none() {
            let mut message = String::new();
            let shown = |line: Option<&str>| line.unwrap_or("(nothing)").to_owned();
            write!(message, "line {number}\n  expected: {}\n  actual:   {}", shown(theirs), shown(ours))
                .expect("a string takes every write");
            return Some(message);
        }
    }
}
