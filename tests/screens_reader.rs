//! The lists of what differs and of the notes with few accounts and with many: story, size, keys → screen.

#[path = "support/bare.rs"]
mod bare;
#[path = "support/ferry.rs"]
mod ferry;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/storm.rs"]
mod storm;

use ratatui::layout::{Position, Size};
use screen::Screen;
use variorum::notes::Notebook;
use variorum::read::{Article, number};
use variorum::tui::{Effect, Event, Reached, Search, Story};

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

#[test]
fn columns_far_apart_say_which_they_are_of_how_many() {
    let texts: Vec<_> =
        (0..12).map(|place| if place % 5 == 0 { "Kara came ashore." } else { "All was calm." }).collect();
    let mut screen = Screen::open(&texts, (120, 40));
    screen.compared(storm::marked(&texts, &["Kara"]));
    let text = screen.text();
    let header = text.lines().nth(1).unwrap_or_default();
    assert!(header.contains(" a ━ a.txt ") && header.contains(" k ─ k.txt ─") && header.contains("[a f k] of 12"));
    // Where they lie close together all are named.
    screen.press("Tab");
    screen.tell(Event::Resize(Size::new(200, 60)));
    let text = screen.text();
    let header = text.lines().nth(1).unwrap_or_default();
    assert!(header.contains("… [b c d e f] g h …"), "{header}");
}

#[test]
fn letters_lead_to_the_entries_of_a_list() {
    let mut screen = storm(12, (80, 24));
    screen.press("i '");
    golden::check("screens", "reader-labels-in-a-list", &screen.shown());
    screen.press("d");
    assert!(screen.text().contains(" d3 ─ quotation"), "{}", screen.text());
    screen.press("[");
    assert!(screen.text().contains(" d1 ─ "), "{}", screen.text());
    // On a list that is scrolled they are on what is in sight.
    screen.press("G ' a");
    assert!(screen.text().contains(" d8 ─ "), "{}", screen.text());
}

#[test]
fn the_overview_follows_the_marks_that_are_switched_off() {
    let strips = |screen: &mut Screen| {
        let text = screen.text();
        let rows: Vec<_> = text.lines().skip(2).take(26).map(|row| row.replace(|c| !"█▒▕".contains(c), "")).collect();
        let count = |sign| rows.iter().map(|row| row.matches(sign).count()).sum::<usize>();
        (count('█') > 0, count('▒') > 0, count('▕') > 0)
    };
    for view in ["", "p"] {
        let mut screen = Screen::open(&ferry::TEXTS, (120, 40));
        screen.compared(ferry::findings());
        screen.press(view);
        assert_eq!(strips(&mut screen), (true, true, true));
        screen.press("L 1 2 Esc");
        assert_eq!(strips(&mut screen), (true, false, true), "neither what differs nor what is damaged");
        screen.press("L 3 Esc");
        assert_eq!(strips(&mut screen), (false, false, true), "nor what is shared");
        screen.press("L 0 Esc");
        assert_eq!(strips(&mut screen), (true, true, true));
    }
}

#[test]
fn the_rows_of_an_entry_hang_under_its_first_word() {
    let text = "What we know\n\nThe mayor named four things that the town needs now:\n\n• Clean water, which has to be brought in \
                by lorries from the neighbouring valley until the pipes are mended\n\n• Blankets\n\nNothing else is needed.";
    let mut screen = Screen::open(&[text, "Storm\n\nNothing else."], (80, 24));
    screen.press("} }");
    golden::check("screens", "reader-bullets", &screen.shown());
    // The cursor goes down its column, and a click finds the word that is under it.
    screen.press("l l j");
    let at = screen.shown();
    assert!(at.contains("cursor at column 5, row 7"), "{at}");
    screen.tell(Event::Click(Position::new(6, 7)));
    assert_eq!(screen.shown(), at);
}

#[test]
fn the_reading_of_many_articles_is_seen_and_can_be_ended() {
    for (width, height) in [(40, 10), (80, 24), (120, 40), (200, 60)] {
        let mut screen = Screen::open(&[], (width, height));
        let now = "/home/reader/stories/a-folder-of-a-long-name/and-another-one-in-it/article-012.txt".to_owned();
        screen.tell(Event::Reading(Reached { read: 11, of: 340, now }));
        golden::check("screens", &format!("reader-reading-{width}x{height}"), &screen.shown());
        // What needs an article says that there is none yet; what needs none works.
        for keys in ["d", "j", "i", "m", "w", "'"] {
            screen.press(keys);
            assert!(screen.status().contains("the articles are still being re"), "{keys}: {}", screen.status());
        }
        screen.press("? Esc : Esc");
        assert_eq!(screen.effects, []);
        screen.press("Esc");
        assert_eq!(screen.effects, [Effect::StopReading]);
    }
    let mut screen = Screen::open(&[], (80, 24));
    screen.tell(Event::Reading(Reached::default()));
    assert!(screen.text().contains("looking for the articles"), "{}", screen.text());
    // Where nothing is read there is nothing to open.
    screen.press("Esc");
    assert_eq!(screen.effects, [Effect::Quit]);
}

#[test]
fn no_key_breaks_the_reading_and_the_reader_opens_after_it() {
    for size in [(1, 1), (40, 10), (80, 24)] {
        let mut screen = Screen::open(&[], size);
        for (read, letter) in (' '..='~').enumerate() {
            screen.tell(Event::Reading(Reached { read, of: 95, now: "a.txt".to_owned() }));
            screen.press(&format!("{letter} Esc 3 {letter} Enter Down Esc"));
            screen.tell(Event::Click(Position::new(read as u16, 5)));
            screen.tell(Event::DoubleClick(Position::new(read as u16, 0)));
            screen.tell(Event::Wheel(Position::new(9, read as u16), 3));
            screen.tell(Event::Drag(Position::new(9, 9), Position::new(20, 9)));
            screen.text();
        }
        screen.tell(Event::Resize(Size::new(80, 24)));
        let mut articles: Vec<_> = ferry::TEXTS.map(Article::from_text).into();
        number(&mut articles);
        screen.tell(Event::Opened(Box::new(Story { articles, notebook: Notebook::default() })));
        assert!(screen.text().contains("3 articles · comparing …"), "{}", screen.text());
        screen.compared(ferry::findings());
        assert!(screen.text().contains(" d1 ─ "), "{}", screen.text());
    }
}

#[test]
fn long_articles_are_searched_without_anybody_waiting() {
    let long = "The wall held.\n\nA word and one more.\n\n".repeat(5_000);
    let texts = [long.as_str(), "The wall held."];
    let mut screen = Screen::open(&texts, (80, 24));
    screen.press("/ \"wall\"");
    // What is in sight is marked at once, the rest is given away, once for each letter.
    assert!(screen.status().contains("searching …"), "{}", screen.status());
    assert!(screen.shown().contains("Black on LightYellow"), "{}", screen.shown());
    let given_away: Vec<_> = screen.effects.drain(..).collect();
    let patterns: Vec<_> = given_away
        .iter()
        .map(|effect| match effect {
            Effect::Search(pattern) => pattern,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(patterns.iter().map(|pattern| pattern.typed()).collect::<Vec<_>>(), ["w", "wa", "wal", "wall"]);
    let found = |number: usize| -> Box<Search> { Box::new(patterns[number].search(&texts, || true).expect("wanted")) };
    // What was looked for before comes too late.
    screen.tell(Event::Found(found(1)));
    assert!(screen.status().contains("searching …"), "{}", screen.status());
    screen.press("Enter");
    assert!(screen.status().contains("searching …"), "{}", screen.status());
    screen.tell(Event::Found(found(3)));
    assert!(screen.status().contains("1 of 5001 found"), "{}", screen.status());
    screen.press("N");
    assert!(screen.status().contains("5001 of 5001 found"), "{}", screen.status());
    // Who goes on with something else in the meantime stays there.
    screen.press("/ \"and\" Enter n");
    assert!(screen.status().contains("still being searched"), "{}", screen.status());
    let before = screen.text();
    let pattern = match screen.effects.pop() {
        Some(Effect::Search(pattern)) => pattern,
        other => panic!("{other:?}"),
    };
    screen.tell(Event::Found(Box::new(pattern.search(&texts, || true).expect("wanted"))));
    assert_eq!(screen.text(), before);
    screen.press("n");
    assert!(screen.status().contains("of 5000 found"), "{}", screen.status());
    // Who has left the search is not taken anywhere.
    screen.press("/ \"held\" Esc");
    let before = screen.shown();
    screen.tell(Event::Found(found(3)));
    assert_eq!(screen.shown(), before);
}

/// A picture made of several pictures is drawn as its first while it is typed, too, as in the texts: terminals do not
/// agree on how many cells it takes.
#[test]
fn a_picture_of_several_pictures_moves_nothing_beside_it() {
    let family = "👩\u{200d}👩\u{200d}👧";
    let mut screen = Screen::open(&ferry::TEXTS, (80, 24));
    screen.compared(ferry::findings());
    screen.press("m");
    screen.tell(Event::Paste(format!("{family} went 世界 ashore")));
    assert!(screen.text().contains("  👩 went 世界 ashore\n"), "{}", screen.text());
    screen.press("Enter");
    assert!(screen.text().contains("† 👩 went 世界 ashore\n"), "{}", screen.text());
    screen.press("/");
    screen.tell(Event::Paste(format!("{family}x")));
    assert!(screen.status().starts_with("SEARCH   /👩x"), "{}", screen.status());
    screen.press("Esc :");
    screen.tell(Event::Paste(format!("{family}x")));
    assert!(screen.text().contains("👩x "), "{}", screen.text());
}

/// What runs from right to left stands in the order of its letters, a cell each, and what is marked is just that.
#[test]
fn text_from_right_to_left_is_stable_and_no_mark_is_off() {
    let texts = [
        "הסערה הגיעה\n\nראש העיר דנה לוי אמרה כי 40 סירות טבעו (ו-3 ניצלו). The mayor, דנה לוי, spoke of “הסערה” twice.",
        "وصلت العاصفة\n\nقالت رئيسة البلدية إن 41 قارباً غرقت. The mayor said لَا more.",
    ];
    for size in [(80, 24), (120, 40)] {
        let mut screen = Screen::open(&texts, size);
        screen.compared(storm::marked(&texts, &["דנה לוי", "40 סירות", "41 قارباً", "لَا more"]));
        screen.press("/ \"לוי\" Enter");
        golden::check("screens", &format!("reader-right-to-left-{}x{}", size.0, size.1), &screen.shown());
        // However the cursor goes over it, and whatever the width was in between.
        let before = screen.shown();
        screen.tell(Event::Resize(Size::new(61, 20)));
        screen.text();
        screen.tell(Event::Resize(Size::new(size.0, size.1)));
        assert_eq!(screen.shown(), before);
    }
}
