//! Articles made to harm: to steer the terminal, to hide, to fill the memory, to stop the work. The real program reads
//! them, and nothing of it comes through.
#![cfg(unix)]

#[path = "support/program.rs"]
mod program;
#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use program::{files, run, variorum};
use pty::Pty;

/// What a terminal would obey, and what hides from a reader; the digits in it stand nowhere else.
const ATTACKS: [&str; 14] = [
    "\u{1b}]52;c;b3duZWQ5MQ==\u{7}",
    "\u{1b}]0;owned91\u{7}",
    "\u{1b}]8;;https://example.org/owned91\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{1b}[9191H\u{1b}[2J\u{1b}[?1049l",
    "\u{1b}P+q91\u{1b}\\",
    "\u{1b}c",
    "\u{9b}9191H",
    "\u{9d}0;owned91\u{9c}",
    "\u{202e}desrever\u{202c}",
    "\u{2067}isolated\u{2069}",
    "zero\u{200b}width\u{2060}\u{feff}",
    "\u{e0001}\u{e0061}\u{e007f}",
    "\u{f8ff}\u{10fffd}",
    "line\u{2028}end\u{2029}",
];

/// An article in which every control character and every attack stands in a sentence that is compared.
fn article(people: u32) -> String {
    let controls: String = ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}').filter(|c| !"\n\t\r\0".contains(*c)).collect();
    let paragraphs = ATTACKS.map(|attack| {
        format!("The mayor{attack} of Lindau said on Monday that {people} people{attack} were hurt.\n\n")
    });
    let (headline, name) = (ATTACKS[1], ATTACKS[6]);
    let quotation = format!("“We were{controls} lucky,” said Ann{name} Lee, who saw {people} houses fall.\n");
    format!("River{headline} rises at Lindau\n\n{}{quotation}", paragraphs.concat())
}

/// The same as a page, with attacks in what it says of itself.
fn page(people: u32) -> String {
    let body = article(people).replace('<', "").replace("\n\n", "</p><p>");
    format!(
        "<!doctype html><html lang='en{0}'><head><title>River{0} rises</title><meta property='og:site_name' \
         content='Herald{0}{1}'><meta name='author' content='Ann{0} Lee'></head><body><article><p>{body}</p></article></body></html>",
        ATTACKS[1], ATTACKS[8]
    )
}

/// What must not be in anything that is written, whatever it is for.
fn is_harmful(character: char) -> bool {
    matches!(character,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

/// A folder with three such articles, one of them with a name that is an attack, too.
fn hostile_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let named = format!("b{}\n\u{202e}x.txt", ATTACKS[1].replace('/', ""));
    for (name, text) in [("a.txt", article(14)), (&named, article(41)), ("c.html", page(14))] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    // In its own encoding a C1 control is one byte.
    let mut latin = b"River rises\n\nThe caf\xe9 at Lindau is shut. ".to_vec();
    latin.extend(0x80..=0x9f_u8);
    fs::write(folder.path().join("d.txt"), latin).expect("a file");
    folder
}

#[test]
fn not_one_control_of_an_article_reaches_the_terminal() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = hostile_folder();
    let program = Path::new(env!("CARGO_BIN_EXE_variorum"));
    let mut reader = Pty::start(program, &[folder.path()], home.path(), (140, 40));
    reader.wait_for_all(" shared · ");
    for (keys, shown) in [
        ("d", "─"),
        ("s", "─"),
        ("p", "SYNOPSIS"),
        ("f", "FACTS"),
        ("i", "DISCREPANCIES"),
        ("t", "ENTITIES"),
        ("o", "NOTES"),
        ("r", "READ"),
        ("G", "READ"),
        ("\t\t", "READ"),
        ("/mayor\r", "READ"),
        ("y", "READ"),
        ("mnoted\r", "READ"),
        ("w", "REPORT"),
        ("\r", "written"),
    ] {
        reader.press(keys);
        reader.wait_for_all(shown);
    }
    reader.press("q");
    let written = std::sync::Arc::clone(&reader.written);
    let (status, screen) = reader.end();
    assert!(status.success() && !screen.alternate_screen());
    let written = written.lock().expect("no thread panics with it");
    check_terminal(&written);
    let report = fs::read_to_string(home.path().join("variorum-report.md")).expect("the report");
    check_report("the reader's report", &report);
}

/// What the program itself writes are escape sequences of the known sorts; whatever else is a control came from an
/// article.
fn check_terminal(written: &[u8]) {
    let text = String::from_utf8(written.to_vec()).expect("it writes UTF-8");
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|character: char| character.is_control() || is_harmful(character)) {
        let (_, from) = rest.split_at(at);
        let near = || from.chars().take(40).collect::<String>();
        let mut characters = from.chars();
        rest = match characters.next() {
            Some('\n' | '\r') => characters.as_str(),
            Some('\u{1b}') => match characters.next() {
                // A title, a copy to the clipboard, a question: no control may stand inside.
                Some(']') => {
                    let body = characters.as_str();
                    let end = body.find(char::is_control).unwrap_or_else(|| panic!("unended: {:?}", near()));
                    let content = &body[..end];
                    assert!(
                        !content.starts_with('8') && !content.starts_with("0;owned") && !content.contains("b3duZWQ5MQ"),
                        "{:?}",
                        near()
                    );
                    let after = &body[end..];
                    after
                        .strip_prefix('\u{7}')
                        .or_else(|| after.strip_prefix("\u{1b}\\"))
                        .unwrap_or_else(|| panic!("a control in {:?}", near()))
                }
                Some('[') => {
                    let body = characters.as_str();
                    let end = body.find(|character: char| ('@'..='~').contains(&character)).expect("a final byte");
                    assert!(body[..end].chars().all(|c| c.is_ascii_digit() || " ;:?<>=$!".contains(c)), "{:?}", near());
                    assert!(!body[..end].contains("9191"), "{:?}", near());
                    &body[end + 1..]
                }
                Some('7' | '8' | '(' | '=' | '>') => characters.as_str(),
                other => panic!("ESC {other:?} in {:?}", near()),
            },
            _ => panic!("{:?} before {:?}", from.chars().next(), near()),
        };
    }
}

#[test]
fn what_is_checked_would_be_seen() {
    for attack in ATTACKS {
        let seen = std::panic::catch_unwind(|| check_terminal(attack.as_bytes())).is_err();
        assert!(seen, "{attack:?}");
        assert!(std::panic::catch_unwind(|| check_report("it", attack)).is_err(), "{attack:?}");
    }
    check_terminal("\u{1b}[2J\u{1b}[38;5;3mwords\u{1b}]0;River rises\u{7}\r\n\u{1b}[?25l".as_bytes());
}

/// A report has lines, and no control or hidden character but these.
fn check_report(name: &str, report: &str) {
    let harm = report.char_indices().find(|&(_, c)| (c.is_control() && !"\n\r\t".contains(c)) || is_harmful(c));
    if let Some((at, character)) = harm {
        let around: String = report[..at].chars().rev().take(60).collect::<String>().chars().rev().collect();
        panic!("{name} has {character:?} after {around:?}");
    }
}

#[test]
fn nor_is_any_in_a_report() {
    let folder = hostile_folder();
    let folder = folder.path().to_str().expect("a plain name");
    for format in ["markdown", "html", "json", "csv", "annotations", "plain"] {
        let outcome = run(&["report", "--format", format, folder], "");
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        check_report(format, &outcome.out);
        check_report(format, &outcome.err);
        assert!(outcome.out.contains("Lindau"), "{format}");
    }
    // The texts are read and what was in them is told.
    let json: serde_json::Value =
        serde_json::from_str(&run(&["report", "--format", "json", folder], "").out).expect("JSON");
    assert_eq!(json["sources"].as_array().map(Vec::len), Some(4));
    let doubts = json["coverage"][0]["doubts"].to_string();
    assert!(doubts.contains("control characters") && doubts.contains("direction-changing"), "{doubts}");
    assert!(doubts.contains("without a common meaning"), "{doubts}");
}

#[test]
fn nor_in_the_lines_for_other_programs() {
    let text = article(14);
    let lines = [
        ("extract", serde_json::json!({"id": text, "text": text})),
        (
            "batch",
            serde_json::json!({"id": text, "sources": [{"id": text, "title": text, "text": text, "published": text}]}),
        ),
    ];
    for (command, line) in lines {
        let outcome = run(&[command], format!("{line}\n"));
        assert_eq!((outcome.code, outcome.out.lines().count()), (0, 1), "{command}: {}", outcome.err);
        check_report(command, &outcome.out);
    }
}

#[test]
fn messages_about_hostile_names_are_harmless() {
    let (folder, _) = files(&[("fine.txt", b"Ten people fled.")]);
    let name = format!("gone{}\u{202e}\n.txt", ATTACKS[1]);
    let path = folder.path().join(name);
    let path = path.to_str().expect("UTF-8");
    let notes = format!("{path}/notes");
    for arguments in [
        vec!["report", path],
        vec!["report", "--output", &notes, "--notes", &notes],
        vec!["report", "--notes", path, path],
    ] {
        let outcome = run(&arguments, "");
        assert_eq!(outcome.code, 1, "{arguments:?}");
        check_report("a message", &outcome.err);
        assert_eq!(outcome.err.lines().count(), 1, "{:?}", outcome.err);
    }
}

/// What the program did, and the most memory that it held.
struct Held {
    code: Option<i32>,
    err: String,
    mib: u64,
}

/// Runs the program on `source` and watches its memory, where the system tells it.
fn held(folder: &Path, source: &Path, settings: &str) -> Held {
    fs::write(folder.join("config.toml"), settings).expect("a file");
    let mut child = Command::new(variorum(folder).get_program())
        .args(["report", "--format", "json"])
        .arg(source)
        .envs([("HOME", folder), ("XDG_DATA_HOME", folder), ("XDG_CONFIG_HOME", folder), ("XDG_STATE_HOME", folder)])
        .env("VARIORUM_CONFIG", folder.join("config.toml"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut kib = 0;
    let code = loop {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let peak = told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        kib = kib.max(peak.unwrap_or(0));
        if let Some(ended) = child.try_wait().expect("it can be asked") {
            break ended.code();
        }
        thread::sleep(Duration::from_millis(2));
    };
    let mut err = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().expect("a pipe"), &mut err).expect("UTF-8");
    Held { code, err, mib: kib / 1024 }
}

/// What is refused is refused with the name of the limit, in bounded memory.
fn refused(name: &str, bytes: &[u8], settings: &str, words: &[&str], most_mib: u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a file");
    let outcome = held(folder.path(), &path, settings);
    assert_eq!(outcome.code, Some(1), "{name}: {}", outcome.err);
    for word in words {
        assert!(outcome.err.contains(word), "{name}: {word:?} is not in {:?}", outcome.err);
    }
    assert!(outcome.mib <= most_mib, "{name}: {} MiB", outcome.mib);
}

#[test]
fn a_hundred_thousand_nested_tags_are_refused_and_no_end() {
    for tags in ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<svg><g>", "<div/>", "<template>", "<math><mi>", "<q>"]
    {
        let page = format!("<!doctype html><body>{}<p>It rained.</p>", tags.repeat(100_000));
        refused("deep.html", page.as_bytes(), "", &["deep.html", "more than 512 deep", "“nesting”"], 64);
    }
}

#[test]
fn where_the_limit_is_high_deep_pages_take_no_more_than_their_time() {
    for tags in ["<div>", "<b>", "<p>", "<a>", "<li>"] {
        let page = format!("<!doctype html><body>{}It rained.", tags.repeat(20_000));
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep.html");
        fs::write(&path, page).expect("a file");
        let outcome = held(folder.path(), &path, "[limits]\nnesting = 1000000\nseconds = 2\n");
        let in_time = outcome.code == Some(0) || outcome.err.contains("“seconds”");
        assert!(in_time && outcome.mib < 256, "{tags}: {:?} {} {} MiB", outcome.code, outcome.err, outcome.mib);
    }
}

#[test]
fn a_page_that_takes_too_long_is_given_up() {
    let attributes = (0..200_000).map(|number| format!(" a{number}=1")).collect::<Vec<_>>().concat();
    let page = format!("<html><body><p{attributes}>It rained on the town.</p>");
    refused("slow.html", page.as_bytes(), "[limits]\nseconds = 1\n", &["longer than 1 seconds", "“seconds”"], 256);
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b'a'; 8 << 20]).expect("it packs");
    // Members one after the other are one file: 800 MiB in as many kilobytes.
    let bomb = encoder.finish().expect("it packs").repeat(100);
    assert!(bomb.len() < 1 << 20);
    refused("bomb.txt.gz", &bomb, "", &["bomb.txt.gz", "more than 64 MiB when unpacked", "“source-mib”"], 256);
}

#[test]
fn ten_megabytes_on_one_line_are_an_article() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("line.txt");
    fs::write(&path, "the river rose and rose ".repeat(10_000_000 / 24)).expect("a file");
    let program = Path::new(env!("CARGO_BIN_EXE_variorum"));
    let mut reader = Pty::start(program, &[&path], folder.path(), (100, 30));
    reader.wait_for("the river rose");
    reader.press("Gq");
    let id = reader.child.process_id().expect("it runs");
    let told = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let kib =
        told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    assert!(kib.is_none_or(|kib| kib < 1 << 20), "{kib:?}");
    let (status, screen) = reader.end();
    assert!(status.success() && !screen.alternate_screen());
}

#[test]
fn broken_encodings_are_read_as_far_as_they_go() {
    let (folder, paths) = files(&[
        ("cut.txt", "Ten people fled the café".as_bytes().split_last().map(|(_, rest)| rest).unwrap_or_default()),
        ("overlong.txt", b"Ten people fled.\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80"),
        ("surrogate.txt", b"\xff\xfeT\0e\0n\0 \0\x00\xd8f\0l\0e\0d\0.\0"),
        ("odd.txt", b"\xfe\xff\0T\0e\0n\0 \0f\0l\0e\0d\0.\0"),
    ]);
    let report = run(&["report", "--format", "json", folder.path().to_str().expect("a plain name")], "");
    assert_eq!(report.code, 0, "{}", report.err);
    let json: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
    assert_eq!(json["sources"].as_array().map(Vec::len), Some(paths.len()));
    check_report("broken encodings", &report.out);
    // Zeros are no text; where they come late they are shown.
    let late = format!("{}\0 and rose.", "The river rose. ".repeat(1000));
    let (_folder, paths) = files(&[("zero.txt", b"The river\0 rose."), ("late.txt", late.as_bytes())]);
    assert!(run(&["report", &paths[0]], "").err.contains("it is no text"));
    let report = run(&["report", "--format", "json", &paths[1]], "");
    assert!(report.code == 0 && report.out.contains('␀'), "{}", report.err);
}

#[test]
fn links_in_circles_pipes_and_devices_are_named_and_never_opened() {
    let (folder, _) = files(&[("fine.txt", b"Ten people fled.")]);
    let path = |name: &str| folder.path().join(name);
    symlink(path("circle"), path("circle")).expect("a link");
    symlink(path("two"), path("one")).expect("a link");
    symlink(path("one"), path("two")).expect("a link");
    symlink(folder.path(), path("itself")).expect("a link");
    symlink("/dev/zero", path("zero")).expect("a link");
    let made = Command::new("mkfifo").arg(path("pipe")).status().is_ok_and(|status| status.success());
    let outcome = run(&["report", folder.path().to_str().expect("a plain name")], "");
    assert!(outcome.code == 0 && outcome.out.starts_with("# Comparison of 1 article\n"), "{}", outcome.err);
    for name in ["circle", "one", "two", "itself", "zero"] {
        assert!(outcome.err.contains(&format!("{name} (")), "{name}: {}", outcome.err);
    }
    assert_eq!(made, outcome.err.contains("pipe (it is a pipe"), "{}", outcome.err);
    for device in ["/dev/zero", "/dev/tty", "/dev/random"] {
        let outcome = run(&["report", device], "");
        assert!(outcome.code == 1 && outcome.err.contains("no file"), "{device}: {}", outcome.err);
    }
}
