//! The synopsis, and the columns zoomed, hidden, moved and with their marks switched: story, size, keys → screen.

#[path = "support/bare.rs"]
mod bare;
#[path = "support/ferry.rs"]
mod ferry;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/screen.rs"]
mod screen;

use ratatui::layout::{Position, Size};
use screen::Screen;
use variorum::link::{Passage, SentenceId};
use variorum::read::{Article, ArticleId, number};
use variorum::tui::{Event, Findings};

/// The ferry's story with its findings, in a terminal of this size.
fn ferry(size: (u16, u16)) -> Screen {
    let mut screen = Screen::open(&ferry::TEXTS, size);
    screen.compared(ferry::findings());
    screen
}

/// So many papers: each begins alike, has a sentence of its own, and ends with one that its neighbour has, too; the last
/// tells the end first.
fn papers(count: usize, size: (u16, u16)) -> Screen {
    let mut texts: Vec<String> = (0..count)
        .map(|paper| {
            let pair = paper / 2;
            format!(
                "The council met on Monday to speak about the bridge over the river. Paper {paper} was there.\n\nRepairs \
                 will take {pair} months, the engineers told the members of the council."
            )
        })
        .collect();
    let last = texts.pop().expect("a paper");
    let (first, second) = last.split_once("\n\n").expect("two paragraphs");
    texts.push(format!("{second}\n\n{first}"));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let mut analysis = bare::analysis(articles);
    let sentence = |paper: usize, place: usize| {
        let index = if paper + 1 == count { [1, 2, 0][place] } else { place };
        SentenceId { article: ArticleId(paper), index }
    };
    let beginnings = (0..count).map(|paper| sentence(paper, 0)).collect();
    analysis.passages.push(Passage { sentences: beginnings, similarity: 0.9 });
    for paper in (1..count).step_by(2) {
        let ends = vec![sentence(paper - 1, 2), sentence(paper, 2)];
        analysis.passages.push(Passage { sentences: ends, similarity: 0.7 });
    }
    let mut screen = Screen::open(&texts, size);
    screen.compared(Findings::new(analysis));
    screen
}

fn check(case: &str, mut screen: Screen, keys: &str) {
    screen.press(keys);
    golden::check("screens", case, &screen.shown());
}

#[test]
fn what_tells_the_same_stands_side_by_side() {
    check("synopsis-120x40", ferry((120, 40)), "p");
    check("synopsis-80x24", ferry((80, 24)), "p");
    check("synopsis-200x60", ferry((200, 60)), "p d");
    check("synopsis-end", ferry((80, 24)), "p G");
    let mut screen = ferry((120, 30));
    screen.without_colours();
    check("synopsis-without-colours", screen, "p");
}

#[test]
fn any_number_of_articles() {
    check("synopsis-2-articles", papers(2, (80, 24)), "p");
    check("synopsis-3-articles", papers(3, (120, 30)), "p j");
    check("synopsis-5-articles", papers(5, (120, 30)), "p Tab Tab Tab");
    check("synopsis-12-articles", papers(12, (200, 60)), "p");
    check("synopsis-12-articles-last", papers(12, (80, 24)), "p Shift-Tab");
}

#[test]
fn before_the_comparison_there_is_nothing_to_stand_side_by_side() {
    let mut screen = Screen::open(&ferry::TEXTS, (80, 24));
    screen.press("p j G Tab");
    assert!(screen.text().contains("comparing …"));
    screen.compared(ferry::findings());
    assert!(screen.text().contains("¶1"));
}

#[test]
fn every_word_of_every_article_is_there() {
    let mut screen = ferry((200, 60));
    screen.press("p g");
    let mut seen = String::new();
    for _ in 0..10 {
        seen.push_str(&screen.text());
        screen.press("PageDown");
    }
    for word in ferry::TEXTS.iter().flat_map(|text| text.split_whitespace()) {
        assert!(seen.contains(word), "{word}");
    }
}

#[test]
fn the_place_is_kept_both_ways() {
    let mut screen = ferry((120, 40));
    screen.press("d d");
    let read = screen.shown();
    screen.press("p");
    let synopsis = screen.shown();
    screen.press("Enter");
    assert_eq!(screen.shown(), read);
    screen.press("p");
    assert_eq!(screen.shown(), synopsis);
    // From the last line of the last band to the same words in the articles.
    screen.press("G Enter");
    let there = screen.shown();
    screen.press("p r");
    assert_eq!(screen.shown(), there);
}

#[test]
fn a_jump_brings_the_finding_into_view() {
    for size in [(80, 24), (120, 40), (40, 10)] {
        let mut screen = ferry(size);
        screen.press("p d d");
        assert!(screen.text().contains("┃! blanktes."), "{}", screen.text());
        screen.press("g s");
        assert!(screen.text().contains("┃"), "{}", screen.text());
    }
}

#[test]
fn moving_down_goes_through_all_articles_and_comes_back_to_its_own() {
    let mut screen = ferry((120, 40));
    screen.press("p g");
    let focus = |screen: &mut Screen| {
        let text = screen.text();
        let header = text.lines().nth(1).expect("a header").to_owned();
        ["a ━", "b ━", "c ━"].iter().position(|focused| header.contains(focused)).expect("a focus")
    };
    let mut read = Vec::new();
    for _ in 0..80 {
        read.push(focus(&mut screen));
        screen.press("j");
    }
    read.dedup();
    assert!(read.starts_with(&[0]) && read.contains(&1) && read.contains(&2), "{read:?}");
    assert!(read.iter().filter(|&&article| article == 0).count() > 1, "{read:?}");
    let end = screen.shown();
    screen.press("G");
    assert_eq!(screen.shown(), end);
    screen.press("1 0 0 k");
    let top = screen.shown();
    screen.press("g");
    assert_eq!(screen.shown(), top);
}

#[test]
fn words_are_selected_in_one_article() {
    let mut screen = ferry((120, 40));
    screen.press("p g v j j j j j j");
    assert!(screen.text().lines().nth(1).expect("a header").contains("a ━"));
}

#[test]
fn the_mouse_reaches_every_cell() {
    let mut screen = ferry((120, 40));
    screen.press("p g");
    let text = screen.text();
    let (y, line) =
        text.lines().enumerate().find(|(_, line)| line.contains("Elsa Berg, 67,")).expect("c's first words");
    let x = line.chars().take_while(|&character| character != 'E').count();
    screen.tell(Event::Click(Position::new(x as u16 + 5, y as u16)));
    assert!(screen.text().lines().nth(1).expect("a header").contains("c ━"));
    assert!(screen.shown().contains(&format!("cursor at column {}, row {y}", x + 5)), "{}", screen.shown());
    let before = screen.text();
    screen.tell(Event::Wheel(Position::new(10, 10), 3));
    assert_ne!(screen.text(), before);
    screen.tell(Event::Wheel(Position::new(10, 10), -3));
    assert_eq!(screen.text().lines().take(20).collect::<Vec<_>>(), before.lines().take(20).collect::<Vec<_>>());
}

#[test]
fn columns_are_zoomed_hidden_and_moved() {
    check("columns-zoomed", ferry((120, 24)), "z");
    check("columns-hidden", ferry((120, 24)), "Tab H");
    check("columns-moved", ferry((120, 24)), "> >");
    check("columns-tabs", papers(12, (80, 24)), "Tab Tab Tab Tab Tab H");
    let mut screen = ferry((120, 24));
    let before = screen.shown();
    for there_and_back in ["z z", "> <", "> > < <", "Tab z z Shift-Tab"] {
        screen.press(there_and_back);
        assert_eq!(screen.shown(), before, "{there_and_back}");
    }
    screen.press("H H H");
    assert!(screen.status().ends_with("the last column cannot be hidden"), "{}", screen.status());
    screen.press("A");
    assert!(["a ─", "b ─", "c ━"].iter().all(|column| screen.text().contains(column)), "{}", screen.text());
    screen.press("A");
    assert!(screen.status().ends_with("no column is hidden"));
}

#[test]
fn a_jump_shows_a_hidden_article_when_nothing_else_will_do() {
    let mut screen = ferry((120, 24));
    screen.press("Tab H");
    assert!(!screen.text().contains("blanktes"));
    screen.press("d d");
    assert!(screen.text().contains("┃! blanktes."), "{}", screen.text());
}

#[test]
fn the_legend_explains_the_marks_and_switches_them() {
    check("legend-120x40", ferry((120, 40)), "L 5");
    check("legend-80x24", ferry((80, 24)), "L");
    let mut screen = ferry((120, 40));
    let marked = screen.shown();
    screen.press("L 1 2 3 4 L");
    let columns = |screen: &mut Screen| screen.text().lines().skip(2).take(24).collect::<String>();
    assert!(!columns(&mut screen).contains(['≠', '=', '!', '·']), "{}", screen.text());
    screen.press("L 0 L");
    assert_eq!(screen.shown(), marked);
    screen.press("L a Esc");
    assert!(screen.text().lines().next().expect("a title").contains("no marks"));
}

#[test]
fn no_key_in_any_order_breaks_it() {
    const KEYS: &str = "p p r i d D s S e E Enter [ ] Tab Shift-Tab j k h l g G PageDown PageUp Ctrl-d Ctrl-u / n v m c L \
                        1 2 3 4 5 6 7 0 a z H A < > F Esc q y ?";
    const SIZES: [(u16, u16); 7] = [(80, 24), (20, 5), (40, 10), (200, 60), (41, 11), (72, 10), (1, 1)];
    let keys: Vec<_> = KEYS.split_whitespace().collect();
    let mut seed = 2026_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % below
    };
    let bare = |texts: &[&str]| {
        let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        number(&mut articles);
        let mut screen = Screen::open(texts, SIZES[0]);
        screen.compared(Findings::new(bare::analysis(articles)));
        screen
    };
    let stories =
        [ferry(SIZES[0]), papers(12, SIZES[0]), bare(&["One man came."]), bare(&["", " \n", "***\n\n世界 ***"])];
    for mut screen in stories {
        screen.press("p");
        for _ in 0..1500 {
            if random(30) == 0 {
                let (width, height) = SIZES[random(SIZES.len())];
                screen.tell(Event::Resize(Size::new(width, height)));
            }
            match random(12) {
                0 => screen.tell(Event::Click(Position::new(random(200) as u16, random(60) as u16))),
                1 => screen.tell(Event::Wheel(
                    Position::new(random(200) as u16, random(60) as u16),
                    random(7).cast_signed() - 3,
                )),
                _ => screen.press(keys[random(keys.len())]),
            }
            if random(3) == 0 {
                screen.text();
            }
        }
    }
}
