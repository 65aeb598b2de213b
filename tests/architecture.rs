//! What may import what, and what may be named where: read from the sources, so that prose cannot drift from them.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module, and those of ours that it may import. What is not listed may import everything.
const IMPORTS: [(&str, &[&str]); 14] = [
    ("text", &[]),
    ("error", &[]),
    ("cores", &[]),
    // It lets the forms of a report be chosen.
    ("cli", &["report"]),
    ("config", &[]),
    ("read", &["text", "error"]),
    ("segment", &["text", "read"]),
    ("group", &["text", "read", "segment", "cores"]),
    ("extract", &["text", "read", "segment"]),
    ("link", &["text", "read", "segment", "extract", "cores"]),
    ("compare", &["text", "read", "segment", "extract", "link", "cores"]),
    ("analysis", &["text", "read", "segment", "extract", "link", "compare", "cores"]),
    ("notes", &["text", "read", "error"]),
    ("report", &["text", "read", "segment", "extract", "link", "compare", "analysis", "notes", "error"]),
];

/// Words that only some places may contain, by the beginning of their path in `src`.
const NAMES: [(&str, &[&str]); 17] = [
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("crate::tui", &["tui", "main.rs"]),
    // The network has one door.
    ("ureq", &["read/places/page.rs"]),
    ("feed_rs", &["read/places/feed.rs"]),
    ("std::net", &[]),
    (
        "std::fs",
        &[
            "read/files.rs",
            "read/places/copies.rs",
            "notes/store.rs",
            "notes/story.rs",
            "notes/tests.rs",
            "report/mod.rs",
            "main.rs",
            "config.rs",
            "tui/editor.rs",
            "tui/paths.rs",
            "tui/first_run.rs",
            "tui/state.rs",
            "tui/watch.rs",
        ],
    ),
    ("tempfile", &["notes", "report", "read/places/copies.rs", "tui/editor.rs", "tui/state.rs"]),
    // No clock and no chance: the same input gives the same bytes. What is read within its time is read alike, and a lock
    // is waited for, but not for ever.
    ("std::time", &["tui", "commands", "notes/store.rs", "read/formats/isolated.rs", "read/places"]),
    ("SystemTime", &["tui"]),
    ("Instant::", &["tui"]),
    ("Zoned::now", &["tui"]),
    // When a report was made; `--reproducible` leaves it out.
    ("Timestamp::now", &["commands/report.rs", "tui"]),
    ("rand::", &[]),
    // These panic when nobody listens any more.
    ("println!", &[]),
    ("eprint!", &[]),
    ("dbg!", &[]),
];

/// The longest file: what is longer holds several ideas.
const MOST_LINES: usize = 500;

/// The breaches in one file at `path` in `src`.
fn breaches(path: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Unit tests stand at the end of a file and may use what they need.
    let code: Vec<_> = source.lines().take_while(|line| line.trim() != "#[cfg(test)]").collect();
    let module = path.split(['/', '.']).next().unwrap_or_default();
    let allowed = IMPORTS.iter().find(|(name, _)| *name == module).map(|(_, allowed)| *allowed);
    for (number, line) in code.iter().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        let place = format!("src/{path}:{}", number + 1);
        for imported in imported(line) {
            if imported != module && allowed.is_some_and(|allowed| !allowed.contains(&imported)) {
                found.push(format!("{place}: `{module}` may not import `{imported}`"));
            }
        }
        for (name, places) in NAMES {
            if line.contains(name) && !places.iter().any(|place| path.starts_with(place)) {
                found.push(format!("{place}: `{name}` may not be named here"));
            }
        }
    }
    let lines = source.lines().count();
    if lines > MOST_LINES {
        found.push(format!("src/{path}: {lines} lines are too many for one idea"));
    }
    found
}

/// The modules of ours that a line names from the crate's root: `crate::text::Span`, `crate::{read, text}`.
fn imported(line: &str) -> Vec<&str> {
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let name = |rest: &'_ str| rest.find(|character| !is_name(character)).unwrap_or(rest.len());
    let mut names = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(list.split(',').map(str::trim).map(|item| &item[..name(item)])),
            None => names.push(&rest[..name(rest)]),
        }
    }
    names
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn every_source_keeps_to_its_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    assert!(paths.len() > 30, "the sources were not found");
    let found: Vec<_> = paths
        .iter()
        .flat_map(|path| {
            let name =
                path.strip_prefix(&root).expect("it lies there").to_str().expect("a plain name").replace('\\', "/");
            breaches(&name, &fs::read_to_string(path).expect("a readable source"))
        })
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn breaches_are_seen() {
    let check = |path: &str, source: &str, expected: usize| {
        assert_eq!(breaches(path, source).len(), expected, "{path}: {source}");
    };
    check("text/span.rs", "use crate::read::Article;", 1);
    check("text/span.rs", "use crate::text::fold;", 0);
    check("link/mod.rs", "use crate::{compare, text};", 1);
    check("extract/mod.rs", "let found = crate::link::link(&[], &[]);", 1);
    check("compare/mod.rs", "use std::time::Instant;\n// std::fs\n#[cfg(test)]\nuse std::fs;", 1);
    check("report/json.rs", "use ratatui::text::Line;", 1);
    check("tui/view/facts.rs", "use ratatui::text::Line;\nuse crate::report;", 0);
    check("commands/batch.rs", &"\n".repeat(MOST_LINES + 1), 1);
}
