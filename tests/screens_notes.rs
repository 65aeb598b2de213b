//! Notes on the screen: their list and what is typed to find some, orphans and binding them anew, and writing a report.

#[path = "support/bare.rs"]
mod bare;
#[path = "support/ferry.rs"]
mod ferry;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/screen.rs"]
mod screen;

use screen::Screen;
use variorum::notes::{Note, Notebook, Verdict};
use variorum::read::{Article, ArticleId, Excerpt, number};
use variorum::text::Span;
use variorum::tui::{Effect, Event, UserSettings};

fn ferry(size: (u16, u16), keys: &str) -> Screen {
    let mut screen = Screen::open(&ferry::TEXTS, size);
    screen.compared(ferry::findings());
    screen.press(keys);
    screen
}

fn check(name: &str, screen: &mut Screen) {
    golden::check("screens", name, &screen.shown());
}

/// The ferry with a note on words of an article that has changed since, and one on words that still stand.
fn with_an_orphan(size: (u16, u16)) -> Screen {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notes.json");
    let before = "Nobody was on board, the harbour master said.";
    let mut articles = vec![Article::from_text(before)];
    number(&mut articles);
    let mut notebook = Notebook::open(&articles, Some(file.clone())).expect("no notes yet");
    let start = before.find("harbour").expect("it stands there");
    let place = Excerpt { article: ArticleId(0), span: Span::new(start, start + "harbour master".len()) };
    let comment = "Is there one? #people".to_owned();
    notebook.set(Note { rule: None, places: vec![place], comment, verdict: Verdict::NeedsChecking });
    notebook.save().expect("saved");
    let mut screen = Screen::noted(&ferry::TEXTS, UserSettings::default(), size, &file);
    screen.compared(ferry::findings());
    screen
}

#[test]
fn notes_are_found_by_what_is_typed() {
    let mut screen = ferry((80, 24), "m \"who?#toll\" Enter d m \"crew,#people\" Enter d c o /");
    screen.press("\"#pe\"");
    check("notes-find-80x24", &mut screen);
    screen.press("Enter");
    assert!(screen.text().contains(" 1 of 3 notes with #pe"), "{}", screen.text());
    screen.press("/ Ctrl-u \"crew\"");
    assert!(screen.status().contains("1 found · #people #toll"), "{}", screen.status());
    screen.press("Ctrl-u \"confirmed\"");
    assert!(screen.status().contains("1 found"), "{}", screen.status());
    screen.press("Ctrl-u \"nowhere\"");
    assert!(screen.text().contains("No note has all that"), "{}", screen.text());
    screen.press("Esc");
    assert!(screen.text().contains(" 3 notes, by place"), "{}", screen.text());
}

#[test]
fn an_orphan_says_what_it_was_on_and_is_bound_anew() {
    let mut screen = with_an_orphan((80, 24));
    screen.press("o");
    check("notes-orphan-80x24", &mut screen);
    screen.press("m \"-No.\" Enter");
    assert!(screen.text().contains("Is there one? #people-No."), "{}", screen.text());
    screen.press("b");
    assert!(screen.status().contains("select them with v, and b binds the note"), "{}", screen.status());
    screen.press("g v b");
    assert!(screen.status().contains("the note is bound to these words"), "{}", screen.status());
    screen.press("o");
    assert!(!screen.text().contains("words gone"), "{}", screen.text());
    screen.press("U");
    assert!(screen.text().contains("words gone"), "{}", screen.text());
}

#[test]
fn a_note_is_bound_to_words_of_several_articles() {
    let mut screen = ferry((120, 30), "g v m \"same?\" Enter Tab g v b");
    assert!(screen.status().contains("bound to these words, too"), "{}", screen.status());
    screen.press("o");
    assert!(screen.text().lines().any(|line| line.contains("same?") && line.ends_with("a b")), "{}", screen.text());
    screen.press("r v b");
    assert!(screen.status().contains("no longer bound to these words"), "{}", screen.status());
    screen.press("d b");
    assert!(screen.status().contains("no note is shown"), "{}", screen.status());
}

#[test]
fn a_report_asks_for_its_format_its_file_and_about_one_that_is_there() {
    let mut screen = ferry((80, 24), "w Down");
    check("notes-report-80x24", &mut screen);
    screen.press("Enter");
    let Some(Effect::WriteReport { path, over: false, .. }) = screen.effects.last() else {
        panic!("{:?}", screen.effects)
    };
    assert_eq!(path, "variorum-report.html");
    screen.tell(Event::ReportExists("variorum-report-2.html".to_owned()));
    check("notes-report-exists-80x24", &mut screen);
    screen.press("Esc");
    assert!(screen.status().starts_with("REPORT"), "{}", screen.status());
    screen.tell(Event::ReportExists("variorum-report-2.html".to_owned()));
    screen.press("n Enter");
    let Some(Effect::WriteReport { path, .. }) = screen.effects.last() else { panic!("{:?}", screen.effects) };
    assert_eq!(path, "variorum-report-2.html");
    screen.tell(Event::ReportWritten("report written to variorum-report-2.html".to_owned()));
    assert!(screen.status().contains("report written to variorum-report-2.html"), "{}", screen.status());
    // The next one is offered the same.
    screen.press("w");
    assert!(screen.text().contains("variorum-report-2.html"), "{}", screen.text());
    screen.press("Tab");
    assert_eq!(screen.effects.last(), Some(&Effect::CompletePath("variorum-report-2.html".to_owned())));
}

#[test]
fn verdicts_are_undone_and_done_again() {
    let mut screen = ferry((120, 40), "c d x U");
    assert!(screen.status().contains("undone: the note is gone"), "{}", screen.status());
    screen.press("U");
    assert!(screen.text().contains(" 3 differ"), "{}", screen.text());
    screen.press("U");
    assert!(screen.status().contains("nothing was done in this session"), "{}", screen.status());
    screen.press("2 Ctrl-r i");
    assert!(screen.text().contains("✗") && screen.text().contains("✓"), "{}", screen.text());
}
