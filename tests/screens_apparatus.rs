//! The apparatus of every kind of finding, at three sizes: the readings one by one and word by word, with their values; the
//! concordance of a name; scrolled, taller and lower.

#[path = "support/bare.rs"]
mod bare;
#[path = "support/flood.rs"]
mod flood;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/screen.rs"]
mod screen;

use screen::Screen;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn flood(size: (u16, u16)) -> Screen {
    let mut screen = Screen::open(&flood::TEXTS, size);
    screen.compared(flood::findings());
    screen
}

/// The screen after `keys`, at each size.
fn check(case: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut screen = flood((width, height));
        screen.press(keys);
        golden::check("screens", &format!("apparatus-{case}-{width}x{height}"), &screen.shown());
    }
}

/// The rows of the apparatus, its upper edge first.
fn apparatus(screen: &mut Screen) -> Vec<String> {
    let text = screen.text();
    let lines: Vec<_> = text.lines().collect();
    let edge = lines.iter().rposition(|line| line.contains(" ─ ") && !line.contains('%')).expect("an edge");
    lines[edge..lines.len() - 1].iter().map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn figures_have_their_values_and_grades() {
    check("figures", "");
    check("date", "g s");
    check("long-label", "g s s");
}

#[test]
fn quotations_are_told_word_by_word() {
    check("three-readings", "d + + + +");
    check("two-mouths", "d d");
    check("scope", "d d d");
}

#[test]
fn wide_characters_stand_under_each_other() {
    check("wide", "d d d d");
}

#[test]
fn a_passage_told_twice_is_told_once_with_both_its_places() {
    check("repetition", "d d d d d");
}

#[test]
fn a_statement_is_told_word_by_word() {
    check("statement", "g s s s");
}

#[test]
fn a_name_has_its_concordance() {
    check("concordance", "g e");
}

#[test]
fn the_variants_are_told_apart_without_colours() {
    let mut screen = flood((120, 40));
    screen.without_colours();
    screen.press("d + + +");
    golden::check("screens", "apparatus-without-colours", &screen.shown());
}

#[test]
fn text_of_every_script_moves_nothing_beside_it() {
    let text = "Scripts\n\nHe said “שלום עולם” and “مرحبا بالعالم” in Köln, 東京都 and ｶﾞｽ\tcity; 👩\u{200d}🚀 👍🏽 🇫🇷 \
                1\u{fe0f}\u{20e3} ❤\u{fe0f} नमस्ते cafe\u{301} \u{301}x incomprehensibilitiesincomprehensibilities end.";
    let mut screen = Screen::open(&[text, text], (80, 24));
    screen.press("/ \"שלום|مرحبا|東京|ｶﾞ|👍|🇫🇷|❤|cafe|end\" Enter");
    golden::check("screens", "apparatus-scripts", &screen.shown());
}

#[test]
fn every_finding_is_shown_at_every_size_and_height() {
    for size in [(1, 1), (40, 10), (41, 11), (57, 13), (80, 24), (200, 60)] {
        let mut screen = flood(size);
        for keys in ["d", "s", "e", "+ + d", "- - - - J J s", "9 + J e", "= G K K d"] {
            for _ in 0..7 {
                screen.press(keys);
                let text = screen.text();
                assert_eq!(text.lines().count(), usize::from(size.1));
            }
        }
    }
}

#[test]
fn it_grows_and_shrinks_within_bounds_and_keeps_its_height() {
    let mut screen = flood((80, 24));
    let usual = apparatus(&mut screen).len();
    screen.press("+ +");
    assert_eq!(apparatus(&mut screen).len(), usual + 2);
    screen.press("d r i");
    assert_eq!(apparatus(&mut screen).len(), usual + 2);
    screen.press("=");
    assert_eq!(apparatus(&mut screen).len(), usual);
    screen.press("9 +");
    screen.press("9 +");
    assert!(screen.status().contains("the texts keep their last rows"), "{}", screen.status());
    screen.press("r");
    golden::check("screens", "apparatus-tallest", &screen.shown());
    screen.press("9 9 -");
    assert!(screen.status().contains("the apparatus keeps its last row"), "{}", screen.status());
    golden::check("screens", "apparatus-lowest", &screen.shown());
}

#[test]
fn what_lies_above_and_below_is_told() {
    let mut screen = flood((80, 24));
    screen.press("d");
    let edge = |screen: &mut Screen| apparatus(screen)[0].clone();
    let first = edge(&mut screen);
    assert!(first.contains(" J ↓") && !first.contains("↑"), "{first}");
    screen.press("J J");
    let second = edge(&mut screen);
    assert!(second.contains(" K ↑2 · J ↓"), "{second}");
    golden::check("screens", "apparatus-scrolled", &screen.shown());
    screen.press("9 9 J");
    let last = edge(&mut screen);
    assert!(last.contains(" K ↑") && !last.contains("↓"), "{last}");
    screen.press("9 9 K");
    assert_eq!(edge(&mut screen), first);
}

#[test]
fn going_from_mention_to_mention_shows_each_in_the_concordance() {
    let mut screen = flood((80, 24));
    screen.press("g / \"Okafor\" Enter l h e");
    let mut seen = Vec::new();
    for _ in 0..6 {
        let rows = apparatus(&mut screen);
        let here: Vec<_> = rows.iter().filter(|row| row.starts_with("▸")).collect();
        assert!(here.len() <= 1, "{rows:#?}");
        seen.extend(here.first().map(|row| (*row).clone()));
        screen.press("e");
    }
    assert!(seen.len() >= 5, "{seen:#?}");
}
