//! Articles of several events in the real program: a story is chosen, read, and another one chosen.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use std::path::Path;

use pty::Pty;

const ARTICLES: [(&str, &str); 5] = [
    (
        "a.txt",
        "Fire destroys Ottery mill\n\nA fire destroyed the old Ottery mill on Tuesday, said fire chief Ana Ruiz. Forty \
               residents of Tamsin Street were led to safety.",
    ),
    (
        "b.txt",
        "Warehouse fire in Kelso\n\nA fire broke out in a Lundgren warehouse in Kelso on Friday. Fire chief Bo Sandoval \
               said that two people were hurt.",
    ),
    (
        "c.txt",
        "Ottery mill burns down\n\nFire chief Ana Ruiz said that nobody was hurt when flames tore through the mill at \
               Ottery. About 50 people from Tamsin Street had to leave.",
    ),
    (
        "d.txt",
        "Two hurt in Kelso blaze\n\nTwo workers of Lundgren were hurt when the firm's warehouse burnt, said fire chief \
               Bo Sandoval of Kelso.",
    ),
    (
        "e.txt",
        "Lundgren warehouse burns\n\nKelso's fire chief, Bo Sandoval, blamed a cable for the flames in the Lundgren \
               warehouse that hurt two.",
    ),
];

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("mixed")).expect("a folder");
    for (name, text) in ARTICLES {
        std::fs::write(folder.path().join("mixed").join(name), text).expect("written");
    }
    folder
}

fn reader(folder: &Path, arguments: &[&str]) -> Pty {
    Pty::start(Path::new(env!("CARGO_BIN_EXE_variorum")), arguments, folder, (120, 40))
}

#[test]
fn one_story_is_chosen_and_then_another() {
    let folder = folder();
    let mut reader = reader(folder.path(), &["mixed"]);
    let screen = reader.wait_for_all("told by several articles");
    assert!(screen.contents().contains("3 articles") && screen.contents().contains("2 articles"));
    reader.press("\r");
    let screen = reader.wait_for_all(" shared · ");
    assert!(screen.contents().contains("Lundgren") && !screen.contents().contains("Tamsin"), "{}", screen.contents());
    reader.press("O");
    reader.wait_for("told by several articles");
    reader.press("\x1b[B\r");
    reader.wait_for("Tamsin");
    let screen = reader.wait_for_all(" shared · ");
    assert!(!screen.contents().contains("Lundgren"), "{}", screen.contents());
    reader.press("q");
    assert!(reader.end().0.success());
}

#[test]
fn all_articles_are_one_story_when_that_is_wanted() {
    let folder = folder();
    let mut reader = reader(folder.path(), &["--one-story", "mixed"]);
    let screen = reader.wait_for_all(" shared · ");
    assert!(screen.contents().contains("5 articles"), "{}", screen.contents());
    reader.press("q");
    assert!(reader.end().0.success());
}
