//! The command line as a user and other programs meet it: results, messages and exit codes of the real binary.

#[path = "support/program.rs"]
mod program;
#[path = "support/schema.rs"]
mod schema;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use program::{files, run, variorum};
use serde_json::Value;

const TEN: &[u8] = b"Ten people fled the flood, police said.";
const TWELVE: &[u8] = b"Twelve people fled the flood, police said.";

/// Runs the program and expects it to fail with this code and a message that has all of these words.
fn fails(arguments: &[&str], input: &[u8], code: i32, words: &[&str]) {
    let outcome = run(arguments, input);
    assert_eq!(outcome.code, code, "{arguments:?}: {}", outcome.err);
    assert_eq!(outcome.out, "", "{arguments:?}");
    for word in words {
        assert!(outcome.err.contains(word), "{arguments:?}: {word:?} is not in {:?}", outcome.err);
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn without_sources_it_reports_on_the_bundled_story() {
    let outcome = run(&["report", "--format", "json", "--reproducible"], "");
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let report = schema::report(&outcome.out);
    assert_eq!(report["schema"], "variorum/comparison/1");
    assert_eq!(report["sources"].as_array().expect("sources").len(), 3);
    assert_eq!(
        run(&["report", "--format", "json", "--reproducible"], "").out,
        outcome.out,
        "the same input gives the same bytes"
    );
}

#[test]
fn where_there_is_no_terminal_it_prints_the_report_instead_of_the_reader() {
    let outcome = run(&[], "");
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(outcome.out.starts_with("# Comparison of 3 articles\n"));
    // They may have been made a second apart.
    let findings = |report: &str| report.split_once("## Articles").expect("articles").1.to_owned();
    assert_eq!(findings(&run(&["report"], "").out), findings(&outcome.out));
}

#[test]
fn files_folders_and_standard_input_are_sources() {
    let (folder, paths) = files(&[("b.txt", TEN), ("a.txt", TWELVE), ("notes.json", b"{}")]);
    let locations = |arguments: &[&str], input: &[u8]| -> Vec<String> {
        let outcome = run(&[&["report", "--format", "json"], arguments].concat(), input);
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        let report = schema::report(&outcome.out);
        let sources = report["sources"].as_array().expect("sources");
        sources.iter().map(|source| source["location"].as_str().expect("a location").to_owned()).collect()
    };
    let (b, a) = (paths[0].as_str(), paths[1].as_str());
    assert_eq!(locations(&[b, a], b""), [b, a]);
    assert_eq!(locations(&[folder.path().to_str().expect("a plain name")], b""), [a, b]);
    assert_eq!(locations(&["-", a], TEN), ["-", a]);
}

#[test]
fn what_cannot_be_read_is_named_with_a_remedy() {
    let (folder, paths) = files(&[("empty.txt", b" \n"), ("picture.txt", b"\x89PNG\0\0"), ("fine.txt", TEN)]);
    let report = |path: &str, words: &[&str]| fails(&["report", &paths[2], path], b"", 1, words);
    report("/no/such/file.txt", &["cannot read /no/such/file.txt", "no such file", "check the path"]);
    report(&paths[0], &["empty.txt", "it is empty"]);
    report(&paths[1], &["picture.txt", "it is no text", "plain text"]);
    let bare = folder.path().join("bare");
    std::fs::create_dir(&bare).expect("a folder");
    report(bare.to_str().expect("a plain name"), &["bare", "no text file"]);
    fails(&["report", "-"], b"", 1, &["cannot read -", "it is empty"]);
}

#[test]
fn other_encodings_are_read_and_said() {
    let (_folder, paths) = files(&[("old.txt", b"The mayor said \x93no\x94 and left the caf\xe9.")]);
    let report = schema::report(&run(&["report", "--format", "json", &paths[0]], "").out);
    assert_eq!(report["sources"][0]["text"], "The mayor said “no” and left the café.");
    assert!(report["coverage"][0]["doubts"][0].as_str().expect("a doubt").contains("not valid UTF-8"), "{report}");
}

#[test]
fn a_wrong_command_line_is_told_from_a_failure() {
    fails(&["report", "--format", "docx"], b"", 2, &["docx", "markdown, html, json, csv, annotations"]);
    fails(&["--colour"], b"", 2, &["--colour", "--help"]);
    fails(&["extract", "file.txt"], b"", 2, &["file.txt"]);
    for arguments in [&["--help"][..], &["--version"], &["report", "--help"], &["batch", "--help"]] {
        let outcome = run(arguments, "");
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        assert!(outcome.out.contains("variorum"), "{}", outcome.out);
    }
}

#[test]
fn a_report_goes_into_a_file_and_one_that_cannot_leaves_what_was_there() {
    let (folder, paths) = files(&[("a.txt", TEN), ("old.md", b"old")]);
    let outcome = run(&["report", "--output", &paths[1], &paths[0]], "");
    assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.as_str()), (0, "", ""));
    let written = std::fs::read_to_string(&paths[1]).expect("the report");
    assert!(written.starts_with("# Comparison of 1 article\n"));
    let nowhere = folder.path().join("missing").join("report.md");
    let nowhere = nowhere.to_str().expect("a plain name");
    fails(&["report", "--output", nowhere, &paths[0]], b"", 1, &["cannot write", nowhere, "--output"]);
}

#[test]
fn notes_are_taken_from_the_file_named_and_other_files_are_left_alone() {
    let (_folder, paths) = files(&[("a.txt", TEN), ("notes.json", b"{\"schema\": \"something/else\"}")]);
    fails(&["report", "--notes", &paths[1], &paths[0]], b"", 1, &["notes.json", "no file of notes", "--notes"]);
    assert_eq!(std::fs::read(&paths[1]).expect("the file"), b"{\"schema\": \"something/else\"}");
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    for command in ["report", "extract", "batch"] {
        let data = tempfile::tempdir().expect("a folder");
        let mut program = Command::new(variorum(data.path()).get_program())
            .args([command])
            .env("XDG_DATA_HOME", data.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = program.stdin.take().expect("a pipe");
        drop(program.stdout.take());
        // The input stays open: the program must not wait for more of it. It may close it before all is written.
        let line = format!("{}\n", r#"{"id": 1, "text": "So it goes.", "sources": [{"text": "So it goes."}]}"#);
        let _ = input.write_all(line.repeat(5).as_bytes());
        let output = program.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{command}");
        assert_eq!(output.status.code(), Some(0), "{command}");
        drop(input);
    }
}

#[test]
fn extract_answers_each_line_in_order_and_bad_ones_with_an_error() {
    let input = b"{\"id\": 1, \"text\": \"Gr\xc3\xbc\xc3\x9fe: it cost $5 million.\"}\nno json\n\n{\"id\": \"x\"}\n\xff\n{\"id\": 2, \"text\": \"\"}\n";
    let outcome = run(&["extract"], input.as_slice());
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let lines: Vec<_> = outcome.out.lines().map(json).collect();
    let errors: Vec<_> = lines.iter().map(|line| line["error"].as_str().unwrap_or("none")).collect();
    assert_eq!(lines.len(), 5);
    assert!(errors[1].starts_with("line 2: ") && errors[2].contains("line 4: missing field `text`"), "{errors:?}");
    assert!(errors[3].starts_with("line 5: "), "{errors:?}");
    assert_eq!((&lines[0]["id"], &lines[2]["id"], &lines[4]["id"]), (&1.into(), &"x".into(), &2.into()));
    let mentions = lines[0]["mentions"].as_array().expect("mentions");
    let money = mentions.iter().find(|mention| mention["kind"] == "money").expect("the sum");
    assert_eq!((&money["start"], &money["end"], &money["text"]), (&15.into(), &25.into(), &"$5 million".into()));
    assert_eq!((&money["kind"], &money["value"]["number"]), (&"money".into(), &"5000000".into()));
}

#[test]
fn extract_answers_before_the_next_line_comes() {
    let data = tempfile::tempdir().expect("a folder");
    let mut program = Command::new(variorum(data.path()).get_program())
        .arg("extract")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = program.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(program.stdout.take().expect("a pipe")).lines();
    for id in 0..3 {
        writeln!(input, "{{\"id\": {id}, \"text\": \"So it goes.\"}}").expect("it listens");
        assert_eq!(json(&answers.next().expect("an answer").expect("UTF-8"))["id"], id);
    }
    drop(input);
    assert!(program.wait().expect("it ends").success());
}

#[test]
fn a_line_of_ten_megabytes_is_a_line_like_others() {
    // The caller's own fields are none of ours, and reading so many words would only test the patience.
    let long = format!(
        "{{\"id\": 1, \"page\": \"{}\", \"text\": \"\"}}\n{{\"id\": 2, \"text\": \"\"}}\n",
        "x".repeat(10_000_000)
    );
    let ids: Vec<_> = run(&["extract"], long).out.lines().map(|line| json(line)["id"].clone()).collect();
    assert_eq!(ids, [1, 2]);
}

#[test]
fn batch_gives_the_report_of_each_story_under_the_caller_s_names() {
    let story =
        r#"{"id": "flood", "sources": [{"id": "wire", "text": "Ten people fled."}, {"text": "Twelve people fled."}]}"#;
    let outcome = run(&["batch"], format!("{story}\n[]\n{{\"id\": 5, \"sources\": []}}\n"));
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let lines: Vec<_> = outcome.out.lines().map(json).collect();
    assert_eq!(lines[0]["id"], "flood");
    let comparison = &lines[0]["comparison"];
    schema::keeps_to_it(comparison);
    assert_eq!(comparison["schema"], "variorum/comparison/1");
    assert_eq!((&comparison["sources"][0]["id"], &comparison["sources"][1]["id"]), (&"wire".into(), &"b".into()));
    assert!(lines[1]["error"].as_str().expect("an error").starts_with("line 2: "));
    assert_eq!((&lines[2]["id"], &lines[2]["error"]), (&5.into(), &"line 3: the story has no sources".into()));
}

#[test]
fn batch_and_report_say_the_same() {
    let (_folder, paths) = files(&[("a.txt", TEN), ("b.txt", TWELVE)]);
    let report = schema::report(&run(&["report", "--format", "json", &paths[0], &paths[1]], "").out);
    let texts = [TEN, TWELVE].map(|text| String::from_utf8_lossy(text).into_owned());
    let story = serde_json::json!({"sources": [{"text": texts[0]}, {"text": texts[1]}]});
    let batch = json(&run(&["batch"], story.to_string()).out);
    schema::keeps_to_it(&batch["comparison"]);
    for part in ["facts", "discrepancies", "passages", "entities", "coverage", "origins"] {
        assert_eq!(batch["comparison"][part], report[part], "{part}");
    }
}
