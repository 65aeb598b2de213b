//! The same report again: the same bytes where that is asked for, and else what another person needs to make it.

use std::process::Command;

use serde_json::Value;

use crate::program::files;

const FORMATS: [&str; 7] = ["markdown", "html", "json", "csv", "annotations", "tei", "plain"];
const TEXTS: [(&str, &[u8]); 2] = [
    ("one's own.txt", b"Ten people fled the flood in Lund, said Ann Lee."),
    ("b.txt", b"Twelve people fled the flood in Lund, said Ann Lee."),
];

/// What the program prints, started in `folder`.
fn printed(folder: &std::path::Path, arguments: &[&str]) -> String {
    let data = tempfile::tempdir().expect("a folder");
    let output = crate::program::variorum(data.path()).current_dir(folder).args(arguments).output().expect("it starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn has_time(report: &str) -> bool {
    regex::Regex::new(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ").expect("a pattern").is_match(report)
}

#[test]
fn a_reproducible_report_is_the_same_in_every_folder() {
    let (here, here_paths) = files(&TEXTS);
    let (there, _) = files(&TEXTS);
    for format in FORMATS {
        let options = ["report", "--reproducible", "--format", format];
        let by_path =
            printed(std::env::temp_dir().as_path(), &[&options[..], &[&here_paths[0], &here_paths[1]]].concat());
        let by_name = printed(there.path(), &[&options[..], &[TEXTS[0].0, TEXTS[1].0]].concat());
        assert_eq!(by_path, by_name, "{format}");
        let folder = here.path().to_str().expect("a plain name");
        assert!(!by_path.contains(folder) && !has_time(&by_path), "{format}: {by_path}");
        let has_command = by_path.replace('\\', "").contains("--reproducible") || format == "csv";
        assert!(by_path.contains("0.1.0") && has_command, "{format}: {by_path}");
    }
}

#[test]
fn another_report_says_when_and_how_it_was_made() {
    let (folder, paths) = files(&TEXTS);
    for format in FORMATS {
        let report = printed(folder.path(), &["report", "--format", format, "--excerpts", "short", &paths[1]]);
        // What programs compare is the same every time.
        assert_eq!(has_time(&report), !matches!(format, "csv" | "json"), "{format}: {report}");
        assert!(report.contains("0.1.0"), "{format}: {report}");
        if format == "csv" {
            continue;
        }
        let named = report.replace('\n', " ").replace('\\', "");
        assert!(named.contains(&format!("variorum report --format {format} --excerpts short")), "{format}: {report}");
    }
}

#[test]
fn the_command_that_it_names_makes_it_again() {
    let (folder, paths) = files(&TEXTS);
    let first: Value = serde_json::from_str(&printed(
        folder.path(),
        &["report", "--format", "json", "--excerpts", "none", &paths[0], "b.txt"],
    ))
    .expect("JSON");
    let command = first["made"]["command"].as_str().expect("a command");
    let program = assert_cmd::cargo::cargo_bin!("variorum").to_str().expect("a plain path").to_owned();
    let shell = command.replacen("variorum", &format!("'{program}'"), 1);
    let output = Command::new("sh")
        .args(["-c", &shell])
        .current_dir(folder.path())
        .env("XDG_DATA_HOME", folder.path())
        .output()
        .expect("a shell");
    let again: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{shell}: {output:?}"));
    assert_eq!(again, first);
}
