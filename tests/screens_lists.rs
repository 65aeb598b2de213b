//! The views that are lists: story, size, keys → screen.

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
use variorum::analysis::Analysis;
use variorum::compare::Grade;
use variorum::extract::{Amount, Decimal, Hedge, Mention, NameKind, Value};
use variorum::link::{Entity, Fact, FactKind, MentionId, Reading};
use variorum::read::{Article, ArticleId, Excerpt, number};
use variorum::text::Span;
use variorum::tui::{Effect, Event, Findings};

/// The three sizes that every view has to be good at.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// The ferry's story with its findings, in a terminal of this size.
fn ferry(size: (u16, u16)) -> Screen {
    let mut screen = Screen::open(&ferry::TEXTS, size);
    screen.compared(ferry::findings());
    screen
}

/// What the screen shows in this case, at all sizes.
fn check(case: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut screen = ferry((width, height));
        screen.press(keys);
        golden::check("screens", &format!("lists-{case}-{width}x{height}"), &screen.shown());
    }
}

/// A story of `count` accounts of one flood, with four different figures of those who fled; every third has none. All
/// name the river, every second the mayor.
fn flood(count: usize) -> Vec<String> {
    let tells = |place: usize| {
        let fled = match place % 3 {
            2 => "Nobody knows how many fled.".to_owned(),
            _ => format!("About {} people fled.", 40 + place % 6),
        };
        let mayor =
            if place.is_multiple_of(2) { "Ann Lee, the mayor, spoke at noon." } else { "The mayor was silent." };
        format!("Flood number {place}\n\nThe Tarn rose on Monday. {fled} {mayor}")
    };
    (0..count).map(tells).collect()
}

/// The accounts of the flood with what there is to find in them.
fn flooded(texts: &[String]) -> Findings {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let mut analysis = bare::analysis(articles);
    let fled = FactKind::Number;
    fact(&mut analysis, (FactKind::Date, "The Tarn rose on …", Some(Grade::Equal)), "Monday", None);
    for figure in [40, 41, 43, 44] {
        let amount = Amount { number: figure.into(), upper: None, hedge: Hedge::About, precision: Decimal::ONE };
        let words = format!("{figure} people");
        fact(&mut analysis, (fled, "… people fled", None), &words, Some(&Value::Number { amount, of: None }));
    }
    let several = analysis.facts.split_off(1);
    let mut readings: Vec<_> = several.into_iter().flat_map(|fact| fact.readings).collect();
    readings.sort_unstable();
    analysis.facts.push(Fact {
        kind: fled,
        readings,
        about: "… people fled".to_owned(),
        certainty: 0.8,
        strays: Vec::new(),
    });
    analysis.grades.truncate(1);
    analysis.grades.push(Some(Grade::Conflict));
    fact(&mut analysis, (FactKind::Number, "", None), "number 0", None);
    name(&mut analysis, "Ann Lee", NameKind::Person);
    name(&mut analysis, "Tarn", NameKind::Place);
    Findings::new(analysis)
}

/// Where `words` stand, once in each account that has them.
fn places(analysis: &Analysis, words: &str) -> Vec<Excerpt> {
    let articles = analysis.articles.iter().enumerate();
    let found = articles.filter_map(|(article, read)| {
        let start = read.text.find(words)?;
        Some(Excerpt { article: ArticleId(article), span: Span::new(start, start + words.len()) })
    });
    found.collect()
}

fn mention(analysis: &mut Analysis, place: Excerpt, value: Value) -> usize {
    let document = &analysis.documents[place.article.0];
    let sentence = document.sentence_at(place.span.start).expect("words stand in a sentence");
    let mention = Mention { span: place.span, words: document.words_in(place.span), sentence, value };
    analysis.mentions[place.article.0].push(mention);
    analysis.mentions[place.article.0].len() - 1
}

fn fact(
    analysis: &mut Analysis,
    (kind, about, grade): (FactKind, &str, Option<Grade>),
    words: &str,
    value: Option<&Value>,
) {
    let places = places(analysis, words);
    let readings = places.into_iter().map(|excerpt| {
        let mention = value.cloned().map(|value| mention(analysis, excerpt, value));
        Reading { excerpt, mention }
    });
    let readings = readings.collect();
    analysis.facts.push(Fact { kind, readings, about: about.to_owned(), certainty: 1.0, strays: Vec::new() });
    analysis.grades.push(grade);
}

fn name(analysis: &mut Analysis, name: &str, kind: NameKind) {
    let places = places(analysis, name);
    let mentions = places
        .into_iter()
        .map(|place| MentionId { article: place.article, index: mention(analysis, place, Value::Name(kind)) });
    let mentions = mentions.collect();
    analysis.entities.push(Entity { name: name.to_owned(), kind, mentions });
}

/// The flood in `count` accounts, in a terminal of this size.
fn flood_on(count: usize, size: (u16, u16)) -> Screen {
    let texts = flood(count);
    let mut screen = Screen::open(&texts.iter().map(String::as_str).collect::<Vec<_>>(), size);
    screen.compared(flooded(&texts));
    screen
}

/// The first row of the screen that has `words`.
fn row(screen: &mut Screen, words: &str) -> String {
    let text = screen.text();
    text.lines().find(|line| line.contains(words)).unwrap_or_default().trim_end().to_owned()
}

#[test]
fn the_facts_stand_in_a_matrix() {
    check("facts", "f");
}

#[test]
fn the_names_stand_with_their_counts() {
    check("entities", "t j");
}

#[test]
fn the_notes_stand_with_what_they_are_on() {
    check("notes", "c d m \"who_heard_it?\" Enter r v l l m \"first\" Alt-Enter \"second\" Enter o");
}

#[test]
fn the_discrepancies_say_what_was_judged() {
    check("discrepancies", "i c j x j m \"typing?\" Enter");
}

#[test]
fn a_column_an_article_as_many_as_fit() {
    for count in [2, 5, 12] {
        for (width, height) in SIZES {
            let case = |view: &str| format!("lists-{view}-{count}-articles-{width}x{height}");
            let mut screen = flood_on(count, (width, height));
            screen.press("f");
            golden::check("screens", &case("facts"), &screen.text());
            screen.press("t");
            golden::check("screens", &case("entities"), &screen.text());
        }
    }
}

#[test]
fn the_columns_scroll_to_the_article_that_is_read() {
    let mut screen = flood_on(12, (80, 24));
    screen.press("f");
    assert!(row(&mut screen, "about").ends_with("9 ›"), "{}", screen.text());
    screen.press("Right Right Right");
    assert!(row(&mut screen, "about").contains("‹ 1 b b.txt"), "{}", screen.text());
    assert!(row(&mut screen, "about").ends_with("8 ›"), "{}", screen.text());
    screen.press("2 0 Right Right");
    assert!(row(&mut screen, "about").contains("l l.txt") && !row(&mut screen, "about").contains('›'));
    screen.press("Tab");
    assert!(row(&mut screen, "about").contains("a a.txt"), "round the end");
    screen.press("Shift-Tab");
    assert!(row(&mut screen, "about").contains("l l.txt"), "and back");
}

#[test]
fn what_differs_is_measured_by_the_article_that_is_read() {
    let mut screen = flood_on(5, (120, 40));
    screen.press("f");
    assert_eq!(row(&mut screen, "40 people").split_whitespace().filter(|&word| word == "≈").count(), 3);
    let from_a = screen.shown();
    screen.press("Right Right Right");
    assert_ne!(screen.shown(), from_a);
}

#[test]
fn a_view_is_there_before_the_comparison_and_fills_when_it_comes() {
    let mut screen = Screen::open(&ferry::TEXTS, (120, 40));
    for key in ["f", "t", "i"] {
        screen.press(key);
        assert!(screen.text().contains("comparing …"));
        screen.press("j G Enter F");
        screen.press("i");
    }
    screen.press("o");
    assert!(screen.text().contains("No notes yet."));
    screen.press("f");
    screen.compared(ferry::findings());
    assert!(row(&mut screen, "facts:").contains("2 conflicting · 3 shared · 1 single"), "{}", screen.text());
    assert!(row(&mut screen, " ─ number ─ ").contains("f1 ─ number ─ conflicting"), "{}", screen.text());
}

#[test]
fn what_is_found_is_kept_from_view_to_view() {
    let mut screen = ferry((120, 40));
    let mut heading = |keys: &str| {
        screen.press(keys);
        let text = screen.text();
        text.lines().find(|line| line.contains(" ─ ") && !line.contains('%')).unwrap_or_default().trim().to_owned()
    };
    // A discrepancy has its fact, and a fact its discrepancy.
    assert!(heading("").starts_with("d1 ─ "));
    assert!(heading("f").starts_with("f1 ─ number ─ conflicting"));
    assert!(heading("j").starts_with("f6 ─ quote ─ conflicting"));
    assert!(heading("i").starts_with("d2 ─ "));
    // A name has no fact: what was chosen there before stays.
    assert!(heading("t").starts_with('e'));
    assert!(heading("f").starts_with("f6 ─ "));
    // A note is on its finding.
    assert!(heading("i g m \"sure?\" Enter j").starts_with("d2 ─ "));
    assert!(heading("o").starts_with("note ─ d1"));
    assert!(heading("f").starts_with("f1 ─ "));
    assert!(heading("o").starts_with("note ─ d1"));
    assert!(heading("i").starts_with("d1 ─ "));
}

#[test]
fn a_list_that_was_only_looked_at_leaves_the_place_as_it_was() {
    let mut screen = ferry((120, 40));
    screen.press("s s");
    let read = screen.shown();
    screen.press("i o t f r");
    assert_eq!(screen.shown(), read);
}

#[test]
fn what_was_chosen_is_read_in_the_article_of_its_column() {
    let mut screen = ferry((120, 40));
    screen.press("t Right Enter");
    let read = screen.text();
    assert!(read.contains(" b ━ "), "{read}");
    assert!(row(&mut screen, "mentions").contains("2 of 2 mentions"), "{read}");
    screen.press("[ [");
    assert!(screen.text().contains(" a ━ "));
}

#[test]
fn a_filter_hides_entries_and_says_so() {
    let mut screen = ferry((120, 40));
    screen.press("f \\");
    assert!(
        row(&mut screen, "facts:").contains("only conflicting") && row(&mut screen, "facts:").ends_with("4 hidden")
    );
    assert!(!screen.text().contains("22 years"));
    screen.press("\\ \\");
    assert!(row(&mut screen, "facts:").ends_with("1 of 1 · 5 hidden"));
    screen.press("\\");
    assert!(row(&mut screen, "facts:").ends_with("6 of 6"), "what is chosen stays so: {}", screen.text());
    golden_filter(&mut screen);
}

fn golden_filter(screen: &mut Screen) {
    screen.press("F j j Space");
    golden::check("screens", "lists-filter-120x40", &screen.shown());
    screen.tell(Event::Resize(Size::new(80, 24)));
    golden::check("screens", "lists-filter-80x24", &screen.shown());
    screen.press("a Esc");
    assert!(!screen.text().contains("hidden"));
}

#[test]
fn what_the_article_that_is_read_leaves_out_can_be_shown_alone() {
    let mut screen = ferry((120, 40));
    screen.press("f F j j j j j j j j j j Enter Esc");
    assert!(row(&mut screen, "facts:").contains("only not told there"), "{}", screen.text());
    assert!(screen.text().contains("22 years") && !screen.text().contains("Tuesday"), "{}", screen.text());
    // In another article other facts are left out.
    screen.press("Right");
    assert!(screen.text().contains("Nobody was hurt") && !screen.text().contains("22 years"), "{}", screen.text());
}

#[test]
fn what_is_dismissed_can_be_out_of_sight() {
    let mut screen = ferry((120, 40));
    screen.press("i \\");
    assert!(row(&mut screen, "discrepancies:").contains("only open"));
    screen.press("x");
    assert!(row(&mut screen, "discrepancies:").ends_with("1 of 2 · 1 hidden"), "{}", screen.text());
    assert!(screen.text().contains(" d2 ─ "), "the next one is shown: {}", screen.text());
    screen.press("x x");
    assert!(screen.text().contains("The filter hides all 3; F changes it."), "{}", screen.text());
    // The apparatus still shows the last one, and its verdict can be taken back.
    screen.press("x Enter d j G r i");
    assert!(row(&mut screen, "discrepancies:").ends_with("1 of 1 · 2 hidden"), "{}", screen.text());
    screen.press("\\ \\");
    assert!(row(&mut screen, "2 judged").ends_with("of 3"), "{}", screen.text());
}

#[test]
fn notes_are_changed_taken_away_and_brought_back_in_their_list() {
    let mut screen = ferry((120, 40));
    screen.press("c d c d c o g j");
    assert!(row(&mut screen, "3 notes, by").ends_with("2 of 3"));
    let chosen = row(&mut screen, "note ─ ");
    screen.press("m \"look\" Enter");
    assert_eq!(row(&mut screen, "note ─ "), chosen);
    assert!(row(&mut screen, " look ").contains("look"));
    screen.press("Delete");
    assert!(row(&mut screen, "2 notes, by").ends_with("2 of 2"), "{}", screen.text());
    assert_eq!(screen.effects.last(), Some(&Effect::SaveNotes));
    screen.press("U");
    assert!(row(&mut screen, "3 notes, by").ends_with("2 of 3"), "{}", screen.text());
    assert_eq!(row(&mut screen, "note ─ "), chosen);
    screen.press("Ctrl-r");
    assert!(row(&mut screen, "2 notes, by").ends_with("2 of 2"), "{}", screen.text());
    screen.press("Ctrl-r");
    assert!(screen.status().contains("nothing was undone"));
    screen.press("U");
    screen.press("Delete Delete Delete Delete");
    assert!(screen.text().contains("No notes yet."), "{}", screen.text());
    assert!(screen.status().contains("there is no note on this"));
    screen.press("Enter r");
}

#[test]
fn the_mouse_chooses_entries_and_articles() {
    let mut screen = ferry((120, 40));
    screen.press("f");
    screen.tell(Event::Click(Position::new(100, 4)));
    assert!(row(&mut screen, "facts:").ends_with("2 of 6"), "{}", screen.text());
    screen.press("r");
    assert!(screen.text().contains(" c ━ "), "{}", screen.text());
    screen.press("[");
    screen.tell(Event::Click(Position::new(75, 2)));
    screen.press("r");
    assert!(screen.text().contains(" b ━ "), "{}", screen.text());
    let mut screen = flood_on(2, (80, 10));
    screen.press("f");
    screen.tell(Event::Wheel(Position::new(3, 3), 3));
    assert!(row(&mut screen, "facts:").ends_with("2 of 3"), "{}", screen.text());
}

#[test]
fn nothing_is_told_by_colour_alone() {
    let mut screen = ferry((120, 24));
    screen.without_colours();
    screen.press("f");
    golden::check("screens", "lists-facts-without-colours", &screen.shown());
    screen.press("i x j");
    golden::check("screens", "lists-discrepancies-without-colours", &screen.shown());
}

#[test]
fn a_number_goes_to_that_entry() {
    let mut screen = ferry((120, 40));
    screen.press("f 4 G");
    assert!(row(&mut screen, "facts:").ends_with("4 of 6"));
    screen.press("i d");
    assert!(row(&mut screen, "discrepancies:").contains("of 3"));
}

#[test]
fn no_key_in_any_order_breaks_a_list() {
    const KEYS: &str = "f i t o r d D s S e E Enter [ ] Tab Shift-Tab j k h l Left Right PageDown PageUp g G J K F \\ \
                        Space a Esc Delete U Ctrl-r b / n v m c x u ? q 1 3";
    const SIZES: [(u16, u16); 7] = [(80, 24), (20, 5), (40, 10), (200, 60), (41, 11), (72, 10), (1, 1)];
    let keys: Vec<_> = KEYS.split_whitespace().collect();
    // A linear congruential generator (Knuth's MMIX) is random enough and gives the same keys each time.
    let mut seed = 2027_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % below
    };
    for count in [0, 1, 5, 12] {
        let texts = flood(count);
        let mut screen = Screen::open(&texts.iter().map(String::as_str).collect::<Vec<_>>(), SIZES[0]);
        for step in 0..800 {
            if step == 100 {
                screen.compared(flooded(&texts));
            }
            if random(40) == 0 {
                let (width, height) = SIZES[random(SIZES.len())];
                screen.tell(Event::Resize(Size::new(width, height)));
            }
            if random(30) == 0 {
                let at = Position::new(random(80) as u16, random(24) as u16);
                screen.tell(if random(2) == 0 { Event::Click(at) } else { Event::Wheel(at, 3) });
            }
            screen.press(keys[random(keys.len())]);
            if random(3) == 0 {
                screen.text();
            }
        }
    }
}
