//! Story, size, keys → screen. The golden files hold the text and the look of every cell; `UPDATE_GOLDEN=1` writes them
//! anew.

#[path = "support/bare.rs"]
mod bare;
#[path = "support/ferry.rs"]
mod ferry;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/screen.rs"]
mod screen;

use ratatui::layout::Size;
use screen::Screen;
use variorum::read::{Article, number};
use variorum::tui::{Effect, Event, Findings};

/// The ferry's story with its findings, in a terminal of this size.
fn ferry(size: (u16, u16)) -> Screen {
    let mut screen = Screen::open(&ferry::TEXTS, size);
    screen.compared(ferry::findings());
    screen
}

fn check(case: &str, size: (u16, u16), keys: &str) {
    let mut screen = ferry(size);
    screen.press(keys);
    golden::check("screens", case, &screen.shown());
}

/// Texts without findings, in a terminal of this size.
fn bare(texts: &[&str], size: (u16, u16)) -> Screen {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let mut screen = Screen::open(texts, size);
    screen.compared(Findings::new(bare::analysis(articles)));
    screen
}

#[test]
fn the_texts_are_there_before_the_comparison() {
    golden::check("screens", "opening", &Screen::open(&ferry::TEXTS, (120, 24)).shown());
}

#[test]
fn the_gravest_discrepancy_is_shown_first() {
    check("gravest-120x40", (120, 40), "");
    check("gravest-80x24", (80, 24), "");
    check("gravest-200x50", (200, 50), "");
    check("gravest-60x20", (60, 20), "");
}

#[test]
fn the_marks_are_told_apart_without_colours() {
    let mut screen = ferry((120, 30));
    screen.without_colours();
    golden::check("screens", "without-colours", &screen.shown());
}

#[test]
fn every_kind_of_finding_has_its_apparatus() {
    check("quotation", (120, 30), "d");
    check("damage", (120, 30), "d d");
    check("shared-fact", (120, 30), "s");
    check("name", (120, 30), "e e");
}

#[test]
fn the_discrepancies_can_be_gone_through_in_a_list() {
    check("discrepancies-120x40", (120, 40), "i j c");
    check("discrepancies-80x24", (80, 24), "i c j x");
    check("discrepancies-200x60", (200, 60), "i 2 j u");
}

#[test]
fn the_place_is_kept_from_view_to_view() {
    let mut screen = ferry((120, 40));
    screen.press("d d");
    let read = screen.shown();
    screen.press("i");
    let listed = screen.shown();
    assert!(screen.text().contains("3 of 3 "));
    screen.press("Enter");
    assert_eq!(screen.shown(), read);
    screen.press("[");
    assert_eq!(screen.shown(), listed);
}

#[test]
fn a_number_goes_round_the_end_as_often_as_it_says() {
    let shows = |keys: &str, what: &str| {
        let mut screen = ferry((120, 40));
        screen.press(keys);
        assert!(screen.text().contains(what), "{keys}: {}", screen.text());
    };
    shows("9 9 8 d", "─ 3 of 3 ─");
    shows("9 9 7 d", "─ 2 of 3 ─");
    shows("i 1 0 D", "─ 3 of 3 ─");
    shows("9 9 7 Tab", " b ━ b.txt");
}

#[test]
fn from_anything_else_shared_facts_are_looked_for_both_ways() {
    // From the end of the first article its last shared fact lies behind, and from its beginning the first one ahead.
    let fact = |keys: &str| {
        let mut screen = ferry((120, 40));
        screen.press(keys);
        let text = screen.text();
        text.lines().find(|line| line.contains("─ shared")).map(|line| line.trim().to_owned()).unwrap_or_default()
    };
    let (ahead, behind) = (fact("Tab Tab Tab g s"), fact("Tab Tab Tab G S"));
    assert!(ahead.contains("─ 1 of 3 ─") && behind.contains("─ 3 of 3 ─"), "{ahead}\n{behind}");
    assert_eq!(fact("Tab Tab Tab g 3 s"), behind);
}

#[test]
fn a_number_before_a_key_says_how_often() {
    let mut screen = ferry((120, 40));
    screen.press("g j j j");
    let thrice = screen.shown();
    screen.press("g 3 j");
    assert_eq!(screen.shown(), thrice);
    screen.press("1 2");
    assert!(screen.status().starts_with("READ 12 "), "{}", screen.status());
    screen.press("g 2 G");
    let second = screen.shown();
    screen.press("g j j G 2 G");
    assert_eq!(screen.shown(), second);
}

#[test]
fn places_with_keys_of_their_own() {
    check("search", (120, 30), "/ \"the\"");
    check("found", (120, 30), "/ \"rudder\" Enter n");
    check("no-pattern", (120, 30), "/ \"(the\"");
    check("select", (120, 30), "v l l");
    check("note", (120, 30), "m \"ask_the_harbour\" Alt-Enter \"again\"");
    check("noted", (120, 30), "m \"ask_the_harbour\" Enter c");
}

#[test]
fn wide_and_combining_characters_keep_every_mark_in_its_place() {
    let text =
        "世界新聞 reports\n\nThe mayor of Ko\u{308}ln greeted 田中 and 👩\u{200d}🚀 in the cafe\u{301} on Friday.";
    let mut screen = bare(&[text, text], (80, 24));
    screen.press("/ \"田中|ko.?ln|cafe.|friday\" Enter");
    golden::check("screens", "wide", &screen.shown());
}

#[test]
fn more_articles_than_fit_lie_beside_the_screen() {
    let texts = ["One man came.", "Two men came.", "Three men came.", "Four men came.", "Five men came."];
    let mut screen = bare(&texts, (120, 16));
    golden::check("screens", "five-articles", &screen.shown());
    screen.press("Tab Tab Tab");
    golden::check("screens", "five-articles-fourth", &screen.shown());
    screen.press("Tab Tab");
    golden::check("screens", "five-articles", &screen.shown());
    golden::check("screens", "two-articles", &bare(&texts[..2], (120, 16)).shown());
}

#[test]
fn a_terminal_that_is_too_small_says_so() {
    assert_eq!(ferry((30, 8)).text().trim(), "variorum needs 40 × 10 cells;\nthis terminal has 30 × 8.");
}

#[test]
fn the_trail_leads_back() {
    let mut screen = ferry((120, 40));
    let before = screen.shown();
    screen.press("d");
    let after = screen.shown();
    screen.press("[");
    assert_eq!(screen.shown(), before);
    screen.press("]");
    assert_eq!(screen.shown(), after);
}

#[test]
fn a_name_leads_from_article_to_article() {
    let mut screen = ferry((120, 40));
    let mut heading = |keys: &str| {
        screen.press(keys);
        let text = screen.text();
        text.lines().find(|line| line.contains("mentions")).unwrap_or_default().to_owned()
    };
    assert!(heading("g / \"Captain\" Enter l e").contains("Jane Doe"));
    let places: Vec<_> = (0..3).map(|_| heading("e")).collect();
    assert!(places[0].contains("3 of 3 mentions"), "{places:?}");
    assert!(places[1].contains("1 of 3 mentions"), "{places:?}");
    assert!(places[2].contains("2 of 3 mentions"), "{places:?}");
    assert!(heading("E").contains("1 of 3 mentions"));
}

#[test]
fn verdicts_and_notes_are_saved_at_once_and_taken_back() {
    let mut screen = ferry((120, 40));
    screen.press("c");
    assert_eq!(screen.effects, [Effect::SaveNotes]);
    assert!(screen.text().contains("─ 1 of 3 ─ confirmed ─"));
    screen.press("c");
    assert!(screen.text().contains("─ 1 of 3 ─ open ─"));
    screen.press("m \"sure?\" Ctrl-s x");
    assert!(screen.text().contains("† sure?"));
    assert!(screen.text().contains("dismissed"));
    assert!(screen.text().contains("1 note"));
    screen.press("v l m \"words\" Enter");
    assert!(screen.text().contains("2 notes"));
    screen.press("m Esc");
    assert!(screen.text().contains("2 notes"));
    assert_eq!(
        screen.effects,
        [Effect::SaveNotes, Effect::SaveNotes, Effect::SaveNotes, Effect::SaveNotes, Effect::SaveNotes]
    );
}

#[test]
fn what_goes_wrong_outside_is_told_and_the_note_stays() {
    let mut screen = ferry((120, 40));
    screen.press("m \"kept\" Enter");
    screen.tell(Event::Outcome(variorum::tui::Message::Failed("cannot save the notes".to_owned())));
    assert!(screen.status().contains("cannot save the notes"));
    assert!(screen.text().contains("† kept"));
    screen.press("q");
    assert_eq!(screen.effects.last(), Some(&Effect::Quit));
}

#[test]
fn q_leaves_a_place_before_it_leaves_the_reader() {
    let mut screen = ferry((120, 40));
    screen.press("v q ? Esc");
    assert!(screen.effects.is_empty());
    screen.press("m q Esc q");
    assert_eq!(screen.effects, [Effect::Quit]);
}

#[test]
fn the_reader_is_not_moved_once_it_reads() {
    let mut screen = Screen::open(&ferry::TEXTS, (80, 16));
    screen.press("G");
    let rows = |screen: &mut Screen| screen.text().lines().skip(2).take(5).map(str::to_owned).collect::<Vec<_>>();
    let before = rows(&mut screen);
    let stripped = |rows: Vec<String>| {
        rows.into_iter()
            .map(|row| row.replace(['▕', '█', '▒', '=', '≠', '!', '┃'], " "))
            .map(|row| row.trim_end().to_owned())
            .collect::<Vec<_>>()
    };
    screen.compared(ferry::findings());
    let after = rows(&mut screen);
    assert_eq!(stripped(after), stripped(before));
}

#[test]
fn no_key_in_any_order_breaks_it() {
    const KEYS: &str = "d D s S e E Enter [ ] Ctrl-o Backspace Tab Shift-Tab j k h l Up Down Left Right Ctrl-d Ctrl-u \
                        PageDown PageUp g G J K f / n N v m c x u w ? Esc q y a 世 . * ( Alt-Enter Ctrl-s Ctrl-j";
    const SIZES: [(u16, u16); 7] = [(80, 24), (20, 5), (40, 10), (200, 60), (41, 11), (72, 10), (1, 1)];
    let keys: Vec<_> = KEYS.split_whitespace().collect();
    // A linear congruential generator (Knuth's MMIX) is random enough and gives the same keys each time.
    let mut seed = 2026_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % below
    };
    let mut screen = Screen::open(&ferry::TEXTS, SIZES[0]);
    for step in 0..4000 {
        if step == 200 {
            screen.compared(ferry::findings());
        }
        if random(40) == 0 {
            let (width, height) = SIZES[random(SIZES.len())];
            screen.tell(Event::Resize(Size::new(width, height)));
        }
        screen.press(keys[random(keys.len())]);
        if random(4) == 0 {
            screen.text();
        }
    }
}
