//! The lists of what differs and of the notes with few accounts and with many: story, size, keys → screen.

#[path = "support/golden.rs"]
mod golden;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/storm.rs"]
mod storm;

use screen::Screen;

/// The three sizes that every view has to be good at.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
/// Two accounts, as many as stand side by side on a large screen, and more than that.
const COUNTS: [usize; 3] = [2, 5, 12];

/// The storm in `count` accounts, in a terminal of this size.
fn storm(count: usize, size: (u16, u16)) -> Screen {
    let texts = storm::texts(count);
    let mut screen = Screen::open(&texts.iter().map(String::as_str).collect::<Vec<_>>(), size);
    screen.compared(storm::findings(&texts));
    screen
}

/// What the screen shows after `keys`, of every number of accounts at every size.
fn check(case: &str, keys: &str) {
    for count in COUNTS {
        for (width, height) in SIZES {
            let mut screen = storm(count, (width, height));
            screen.press(keys);
            let name = format!("reader-{case}-{count}-articles-{width}x{height}");
            golden::check("screens", &name, &screen.shown());
        }
    }
}

#[test]
fn discrepancies_of_few_accounts_and_of_many() {
    check("discrepancies", "i c j u j m \"who_was_there?\" Enter j x G");
}

#[test]
fn notes_on_findings_and_on_words_of_few_accounts_and_of_many() {
    let on_findings = "d c i j u j m \"who_was_there?\" Enter j x G m \"typing?\" Enter";
    let on_words = "r g v l l m \"the_headline_is_all_that_most_people_read,_and_it_says_nothing\" Enter";
    check("notes", &format!("{on_findings} {on_words} o g"));
}

#[test]
fn a_note_on_many_accounts_says_how_many() {
    let mut screen = storm(12, (80, 24));
    screen.press("i c");
    assert!(screen.text().lines().nth(2).is_some_and(|row| row.ends_with("8 of 12")), "{}", screen.text());
    assert_eq!(screen.status(), "DISCREPANCIES   marked as confirmed");
}
