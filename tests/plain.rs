//! The story as plain lines, as `--plain` and `report --format plain` print it.

#[path = "support/golden.rs"]
mod golden;
#[path = "support/program.rs"]
mod program;

use std::fmt::Write;

use program::{files, run, variorum};
use variorum::analysis::analyze;
use variorum::notes::{Note, Notebook, Verdict};
use variorum::read::{Article, ArticleId, Excerpt, number};
use variorum::report;
use variorum::text::Span;

const TEXTS: [&str; 2] = [
    "Ferry runs aground off Lindholm\n\nThe ferry Aurora ran aground off Lindholm on Tuesday with 247 people on board, \
     the coast guard said.\n\nCaptain Jane Doe told reporters that the rudder had failed “without any warning”.",
    "Passengers saved after ferry accident\n\nThe ferry Aurora ran aground off Lindholm on Tuesday with 274 people on \
     board, the coast guard said.\n\nCaptain Jane Doe told reporters that the rudder had failed “with little warning”.",
];

#[test]
fn it_reads_from_the_findings_to_the_texts() {
    let mut articles = TEXTS.map(Article::from_text).to_vec();
    number(&mut articles);
    let analysis = analyze(articles);
    let folder = tempfile::tempdir().expect("a folder");
    let notes = folder.path().join("notes.json");
    let mut notebook = Notebook::open(&analysis.articles, Some(notes)).expect("no notes yet");
    let gravest = &analysis.discrepancies[0];
    notebook.set(Note {
        rule: Some(gravest.rule.to_owned()),
        places: gravest.evidence.clone(),
        comment: "ask the coast guard".to_owned(),
        verdict: Verdict::NeedsChecking,
    });
    let aurora = Excerpt { article: ArticleId(0), span: Span::new(37, 49) };
    notebook.set(Note { rule: None, places: vec![aurora], comment: "built when?".to_owned(), verdict: Verdict::Open });
    let mut shown = String::new();
    for columns in [80, 40] {
        writeln!(shown, "{}", report::plain(&analysis, &notebook, columns)).expect("a string takes every write");
    }
    golden::check("report", "plain", &shown);
}

#[test]
fn both_ways_to_ask_for_it_give_the_same_and_the_report_adds_how_it_was_made() {
    let (_folder, paths) = files(&[("a.txt", TEXTS[0].as_bytes()), ("b.txt", TEXTS[1].as_bytes())]);
    let plain = run(&["--plain", &paths[0], &paths[1]], "");
    assert_eq!((plain.code, plain.err.as_str()), (0, ""));
    let report = run(&["report", "--format", "plain", &paths[0], &paths[1]], "").out;
    let added = report.strip_prefix(&plain.out).unwrap_or_else(|| panic!("another beginning:\n{report}"));
    assert!(added.starts_with("\nAbout this report\n\nMade by variorum "), "{added}");
    let plain = run(&["--plain"], "");
    assert!(plain.out.lines().all(|line| variorum::text::width::columns(line) <= 80));
    assert!(!plain.out.contains(['\u{1b}', '│', '┃', '─', '▒']));
}

#[test]
fn the_settings_are_printed_as_a_file_to_begin_with() {
    let printed = run(&["settings"], "");
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    for words in ["theme = \"auto\"", "[keys.views]", "next-discrepancy = [\"d\"]", "[themes.dark]", "# "] {
        assert!(printed.out.contains(words), "{words}");
    }
    let data = tempfile::tempdir().expect("a folder");
    let wrong = variorum(data.path()).args(["settings", "x"]).output().expect("it runs");
    assert_eq!(wrong.status.code(), Some(2));
}
