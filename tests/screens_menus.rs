//! Menus, labels, selection and the mouse: story, size, keys and clicks → screen. `UPDATE_GOLDEN=1` writes the golden
//! files anew.

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
use variorum::compare::{Discrepancy, DiscrepancyKind, Severity};
use variorum::extract::{Mention, NameKind, Value};
use variorum::group::Story;
use variorum::link::{Entity, MentionId};
use variorum::read::{Article, ArticleId, Excerpt, number};
use variorum::text::Span;
use variorum::tui::{Action, Choice, Effect, Event, Findings};

/// The ferry's story with its findings, in a terminal of this size, after these keys.
fn ferry(size: (u16, u16), keys: &str) -> Screen {
    let mut screen = Screen::open(&ferry::TEXTS, size);
    screen.compared(ferry::findings());
    screen.press(keys);
    screen
}

/// Fails with the lines in which two screens differ.
#[track_caller]
fn same(one: &str, other: &str, what: &str) {
    let differing: Vec<_> = one.lines().zip(other.lines()).filter(|(one, other)| one != other).collect();
    assert!(one == other, "{what}: {differing:#?}");
}

fn check(case: &str, size: (u16, u16), keys: &str) {
    golden::check("screens", case, &ferry(size, keys).shown());
}

/// A story of two articles in which the same damaged word is found in each, as is a name in wide characters.
fn twice_damaged(size: (u16, u16)) -> Screen {
    const TEXTS: [&str; 2] = [
        "世界 blanktes for 田中 and for 田中さん, who was cold on Monday. So he said.",
        "There 田中 had blanktes for all of them, and soup.",
    ];
    let mut articles: Vec<_> = TEXTS.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let mut analysis = bare::analysis(articles);
    let mut mentions = Vec::new();
    for (article, text) in TEXTS.iter().enumerate() {
        let article = ArticleId(article);
        let start = text.find("blanktes").expect("it is there");
        analysis.discrepancies.push(Discrepancy {
            kind: DiscrepancyKind::Garble,
            rule: "garble/no-word",
            severity: Severity::Low,
            confidence: 0.7,
            facts: Vec::new(),
            summary: "“blanktes” is no word".to_owned(),
            explanation: String::new(),
            evidence: vec![Excerpt { article, span: Span::new(start, start + "blanktes".len()) }],
        });
        for (start, name) in text.match_indices("田中") {
            let span = Span::new(start, start + name.len());
            let value = Value::Name(NameKind::Person);
            analysis.mentions[article.0].push(Mention { span, words: 0..0, sentence: 0, value });
            mentions.push(MentionId { article, index: analysis.mentions[article.0].len() - 1 });
        }
    }
    analysis.entities.push(Entity { name: "田中".to_owned(), kind: NameKind::Person, mentions });
    let mut screen = Screen::open(&TEXTS, size);
    screen.compared(Findings::new(analysis));
    screen
}

#[test]
fn the_palette_finds_actions_by_name() {
    check("menus-palette-120x40", (120, 40), ":");
    check("menus-palette-80x24", (80, 24), ": Down Down PageDown");
    check("menus-palette-typed-120x40", (120, 40), ": \"dis\"");
    check("menus-palette-typed-80x24", (80, 24), ": \"artcl\" Down");
    check("menus-palette-paragraph", (80, 24), ": \"12\"");
    check("menus-palette-40x10", (40, 10), ": \"next\"");
    check("menus-palette-nothing", (80, 24), ": \"xyzzy\"");
}

#[test]
fn the_keys_of_a_place_are_listed_in_groups_and_found() {
    check("menus-keys-120x40", (120, 40), "?");
    check("menus-keys-80x24", (80, 24), "? Ctrl-End");
    check("menus-keys-of-a-list", (120, 40), "i ?");
    check("menus-keys-found", (80, 24), "? \"mention\"");
    check("menus-keys-by-key", (80, 24), "? \"d\"");
}

#[test]
fn letters_lead_to_what_was_found() {
    check("menus-labels-120x40", (120, 40), "'");
    check("menus-labels-80x24", (80, 24), "'");
    check("menus-labels-in-the-synopsis", (120, 40), "p '");
    let mut screen = twice_damaged((80, 24));
    screen.press("'");
    golden::check("screens", "menus-labels-wide", &screen.shown());
    screen.press("d");
    golden::check("screens", "menus-labels-wide-gone", &screen.shown());
}

#[test]
fn a_label_is_left_or_gone_to_and_the_trail_knows_it() {
    let mut screen = ferry((120, 40), "");
    let before = screen.shown();
    screen.press("' Esc");
    same(&screen.shown(), &before, "");
    screen.press("' 1");
    assert!(screen.status().contains("no label is called “1”"), "{}", screen.status());
    screen.press("a");
    assert!(screen.status().starts_with("READ"), "{}", screen.status());
    assert_ne!(screen.shown(), before);
    screen.press("[");
    same(&screen.shown(), &before, "");
    // With nothing to put them on there are none.
    screen.press("o '");
    assert!(screen.status().contains("the list is empty"), "{}", screen.status());
}

#[test]
fn sentences_are_selected() {
    check("menus-sentence-120x40", (120, 40), "V l");
    check("menus-sentence-80x24", (80, 24), "V ) )");
    let copied = |keys: &str| match ferry((120, 40), keys).effects.pop() {
        Some(Effect::Copy(words)) => words,
        other => panic!("{other:?}"),
    };
    assert_eq!(copied("g } V y"), "The ferry Aurora ran aground off Lindholm on Tuesday with 247 people on board.");
    assert_eq!(copied("g } v l V v y"), "The ferry");
    assert_eq!(copied("g } ) V } o ( y"), {
        let text = ferry::TEXTS[0];
        let start = text.find("The ferry").expect("there");
        let end = text.find(" The ship").expect("there");
        text[start..end].to_owned()
    });
    assert_eq!(copied("g } v l o l y"), "ferry");
    assert_eq!(copied("g } v ' a y"), "Lindholm\n\nThe");
}

#[test]
fn without_a_selection_the_finding_or_else_the_sentence_is_copied() {
    let copied = |keys: &str| ferry((120, 40), keys).effects.pop();
    assert_eq!(copied("y"), Some(Effect::Copy("247 people".to_owned())));
    let sentence = "Divers will look at the hull on Thursday.";
    assert_eq!(copied("/ \"hull\" Enter y"), Some(Effect::Copy(sentence.to_owned())));
}

#[test]
fn sentences_and_paragraphs_are_moved_over() {
    let cursor = |keys: &str| ferry((120, 40), keys).shown().lines().last().map(str::to_owned);
    let same = |one: &str, other: &str| assert_eq!(cursor(one), cursor(other), "{one}");
    same("g ) ) )", "g } ) }");
    same("g 2 }", "g 3 G j k");
    same("g } } (", "g } )");
    same("g } l l {", "g }");
    same("g ( {", "g");
    same("G ) }", "G");
}

#[test]
fn what_runs_from_a_menu_does_what_its_key_does_and_is_first_the_next_time() {
    let mut screen = ferry((120, 40), ": \"next-shared\" Enter");
    same(&screen.shown(), &ferry((120, 40), "s").shown(), "");
    screen.press(": \"confirm\" Enter :");
    let first: Vec<_> = screen.text().lines().skip(3).take(2).map(str::to_owned).collect();
    assert!(first[0].contains("│ confirm ") && first[1].contains("│ next-shared "), "{first:#?}");
    let mut by_keys = ferry((120, 40), "? \"mention_before\" Enter");
    assert!(by_keys.status().starts_with("MENU"), "{}", by_keys.status());
    by_keys.press("Ctrl-u \"mention\" Down Enter");
    same(&by_keys.shown(), &ferry((120, 40), "E").shown(), "");
}

#[test]
fn a_menu_is_left_by_escape_or_by_the_key_that_opened_it() {
    for keys in [": Esc", ": :", "? ?", "? Esc", ": \"d\" Backspace :"] {
        same(&ferry((120, 40), keys).shown(), &ferry((120, 40), "").shown(), keys);
    }
    same(&ferry((120, 40), "v l ? Esc").shown(), &ferry((120, 40), "v l").shown(), "");
    same(&ferry((120, 40), "v l : \"swap\" Enter").shown(), &ferry((120, 40), "v l o").shown(), "");
    assert!(ferry((120, 40), "v : \"next-disc\" Enter").status().starts_with("READ"));
}

#[test]
fn a_number_in_the_palette_goes_to_that_paragraph() {
    same(&ferry((120, 40), ": \"3\" Enter").shown(), &ferry((120, 40), "3 G").shown(), "");
    assert!(ferry((120, 40), "i : \"3\" Enter").status().contains("no article is on the screen"));
}

#[test]
fn what_cannot_run_says_why_in_the_palette_and_at_its_key() {
    let told = |keys: &str, reason: &str| {
        let status = ferry((120, 40), keys).status();
        assert!(status.contains(reason), "{keys}: {status}");
    };
    for (name, key, reason) in [
        ("back", "[", "where the trail of jumps begins"),
        ("next-match", "n", "nothing is being searched for"),
        ("next-same-kind", "Alt-d", "no other discrepancy of this kind"),
        ("view-read", "r", "that is what is on the screen"),
    ] {
        told(key, reason);
        told(&format!(": \"{name}\" Enter"), reason);
    }
    told("e c", "no finding is shown");
    let mut screen = Screen::open(&ferry::TEXTS, (120, 40));
    for key in ["d", "s", "e", "'", "w", "Alt-s", ")"] {
        screen.press(key);
        assert!(screen.status().contains("still being compared"), "{key}: {}", screen.status());
    }
    assert!(screen.effects.is_empty());
    screen.press(": \"write-report\"");
    assert!(screen.text().contains("– the articles are still being compared"));
    screen.compared(ferry::findings());
    assert!(!screen.text().contains("still being compared"));
}

#[test]
fn discrepancies_of_one_kind_and_facts_of_any_follow_each_other() {
    let mut screen = twice_damaged((120, 30));
    let mut heading = |keys: &str| {
        screen.press(keys);
        let text = screen.text();
        text.lines().find(|line| line.contains("────")).map(|_| text.clone()).unwrap_or_default()
    };
    assert!(heading("Alt-d").contains(" 2 of 2 "));
    assert!(heading("Alt-d").contains(" 1 of 2 "));
    assert!(heading("Alt-D").contains(" 2 of 2 "));
    let mut screen = ferry((120, 40), "");
    let mut seen = Vec::new();
    for _ in 0..7 {
        screen.press("Alt-s");
        let text = screen.text();
        let line = text.lines().find(|line| line.starts_with(" f") && line.contains(" ─ ")).unwrap_or_default();
        seen.push(line.split_whitespace().next().unwrap_or_default().to_owned());
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen, ["f1", "f2", "f3", "f4", "f5", "f6"]);
}

#[test]
fn a_name_is_followed_into_the_next_article() {
    let mut screen = ferry((120, 40), "g / \"Captain\" Enter l");
    let mut place = |keys: &str| {
        screen.press(keys);
        let text = screen.text();
        text.lines().find(|line| line.contains("of 3 mentions")).unwrap_or_default().trim_end().to_owned()
    };
    assert!(place("Alt-e").contains(" 2 of 3 "));
    assert!(place("Alt-e").contains(" 3 of 3 "));
    assert!(place("Alt-e").contains(" 1 of 3 "));
}

#[test]
fn enter_shows_what_stands_under_the_cursor_before_it_goes_on() {
    // The wheel takes the cursor along, and leaves the apparatus as it is.
    let mut screen = ferry((60, 14), "g G");
    screen.tell(Event::Wheel(Position::new(5, 5), -9));
    let shown = |screen: &mut Screen| {
        let text = screen.text();
        let line = text.lines().find(|line| line.contains(" ─ ") && line.ends_with("──")).unwrap_or_default();
        line.split_whitespace().next().unwrap_or_default().to_owned()
    };
    let before = shown(&mut screen);
    screen.press("Enter");
    let opened = shown(&mut screen);
    assert_ne!(before, opened);
    let text = screen.text();
    screen.press("Enter");
    assert_eq!(shown(&mut screen), opened);
    assert_ne!(screen.text(), text);
}

#[test]
fn all_that_stands_on_the_same_words_can_be_shown_in_turn() {
    let mut screen = ferry((120, 40), "");
    let shown = |screen: &mut Screen, keys: &str| {
        screen.press(keys);
        let text = screen.text();
        let line = text.lines().find(|line| line.contains(" of ") && line.ends_with("──")).unwrap_or_default();
        line.split_whitespace().next().unwrap_or_default().to_owned()
    };
    assert_eq!(shown(&mut screen, ""), "d1");
    screen.press(".");
    assert!(screen.text().contains(" f1 ─ number ─ conflicting ─ people on board "));
    assert_eq!(shown(&mut screen, "."), "d1");
    screen.press("g .");
    assert!(screen.status().contains("nothing else stands here"), "{}", screen.status());
}

#[test]
fn a_search_comes_back() {
    let mut screen = ferry((120, 40), "/ \"rudder\" Enter / \"Doe\" Enter / \"x\" Up");
    assert!(screen.status().contains("/Doe"), "{}", screen.status());
    screen.press("Up Up");
    assert!(screen.status().contains("/rudder"), "{}", screen.status());
    assert!(screen.status().contains("3 found"), "{}", screen.status());
    screen.press("Down Down");
    assert!(screen.status().contains("/x"), "{}", screen.status());
}

#[test]
fn what_is_pasted_into_a_line_stays_one_line() {
    let mut screen = ferry((120, 40), "/");
    screen.tell(Event::Paste("the\r\nrudder\u{1b}[31m\n".to_owned()));
    assert!(screen.status().contains("/the rudder"), "{}", screen.status());
    let mut screen = ferry((120, 40), ":");
    screen.tell(Event::Paste("write\nreport".to_owned()));
    screen.press("Enter");
    assert!(screen.text().contains(" write a report "), "{}", screen.text());
}

/// The cell that `words` begin at on the screen.
fn cell(screen: &mut Screen, words: &str) -> Position {
    let text = screen.text();
    let found = text.lines().enumerate().find_map(|(row, line)| Some((row, line.find(words)?, line)));
    let (row, at, line) = found.unwrap_or_else(|| panic!("no “{words}” on\n{text}"));
    Position::new(variorum::text::width::columns(&line[..at]) as u16, row as u16)
}

fn click(screen: &mut Screen, words: &str) {
    let at = cell(screen, words);
    screen.tell(Event::Click(at));
}

#[test]
fn clicks_open_views_and_run_hints() {
    let mut screen = ferry((120, 40), "");
    click(&mut screen, "Discrepancies");
    same(&screen.shown(), &ferry((120, 40), "i").shown(), "");
    click(&mut screen, "Read");
    same(&screen.shown(), &ferry((120, 40), "i r").shown(), "");
    let mut narrow = ferry((80, 24), "");
    let tabs = cell(&mut narrow, "p f i");
    narrow.tell(Event::Click(Position::new(tabs.x + 4, tabs.y)));
    same(&narrow.shown(), &ferry((80, 24), "i").shown(), "");

    let mut screen = ferry((120, 40), "");
    let at = cell(&mut screen, "d/D differ");
    screen.tell(Event::Click(Position::new(at.x + 2, at.y)));
    same(&screen.shown(), &ferry((120, 40), "D").shown(), "");
    click(&mut screen, "differ  s/S");
    same(&screen.shown(), &ferry((120, 40), "D d").shown(), "");
    screen.tell(Event::Click(Position::new(at.x + 1, at.y)));
    same(&screen.shown(), &ferry((120, 40), "D d").shown(), "");
    click(&mut screen, "quit");
    assert_eq!(screen.effects, [Effect::Quit]);
}

#[test]
fn a_second_click_opens_what_was_clicked() {
    let mut screen = ferry((120, 40), "");
    click(&mut screen, "Tuesday with");
    let clicked = screen.shown();
    let at = cell(&mut screen, "Tuesday with");
    screen.tell(Event::DoubleClick(at));
    let opened = screen.shown();
    screen.press("[");
    same(&screen.shown(), &clicked, "");
    screen.press("Enter");
    same(&screen.shown(), &opened, "");

    let mut list = ferry((120, 40), "i");
    let at = cell(&mut list, "d2 ");
    list.tell(Event::Click(at));
    list.tell(Event::DoubleClick(at));
    same(&list.shown(), &ferry((120, 40), "i j Enter").shown(), "");
}

#[test]
fn dragging_selects_words() {
    let mut screen = ferry((120, 40), "");
    let from = cell(&mut screen, "Captain Jane");
    let to = cell(&mut screen, "told reporters");
    screen.tell(Event::Click(from));
    screen.tell(Event::Drag(from, Position::new(to.x + 1, to.y)));
    assert!(screen.status().starts_with("SELECT"), "{}", screen.status());
    screen.press("y");
    assert_eq!(screen.effects, [Effect::Copy("Captain Jane Doe told".to_owned())]);
    // Beyond the edges of the column it goes on row by row; from outside the texts nothing is selected.
    screen.tell(Event::Click(from));
    screen.tell(Event::Drag(from, Position::new(to.x, 39)));
    screen.tell(Event::Drag(from, Position::new(200, 0)));
    assert!(screen.status().starts_with("SELECT"));
    screen.press("Esc");
    screen.tell(Event::Drag(Position::new(0, 0), to));
    screen.tell(Event::Drag(Position::new(3, 35), to));
    assert!(screen.status().starts_with("READ"));
    click(&mut screen, "Captain Jane");
    assert!(screen.status().starts_with("READ"));
}

#[test]
fn a_menu_is_clicked_scrolled_and_left() {
    let mut screen = ferry((120, 40), ":");
    click(&mut screen, "next-shared");
    screen.press("Enter");
    same(&screen.shown(), &ferry((120, 40), "s").shown(), "");
    let mut screen = ferry((120, 40), ":");
    let at = cell(&mut screen, "next-shared");
    screen.tell(Event::DoubleClick(at));
    same(&screen.shown(), &ferry((120, 40), "s").shown(), "");
    screen.press(":");
    screen.tell(Event::Wheel(at, 3));
    let scrolled = screen.shown();
    screen.press("Esc : Down Down Down");
    same(&screen.shown(), &scrolled, "");
    screen.tell(Event::Click(Position::new(60, 36)));
    same(&screen.shown(), &ferry((120, 40), "s").shown(), "");
}

#[test]
fn the_wheel_scrolls_the_apparatus_under_it() {
    let mut screen = ferry((60, 20), "");
    let keyed = ferry((60, 20), "J").shown();
    screen.tell(Event::Wheel(Position::new(5, 17), 3));
    same(&screen.shown(), &keyed, "");
}

/// Situations in which each action must change something: what is pressed before, and its key there. What cannot be run
/// from the palette, because it belongs to a line or a note, has `!` before its key.
const SITUATIONS: &[(&str, &str, &str)] = &[
    ("view-read", "i", "r"),
    ("view-synopsis", "", "p"),
    ("view-facts", "", "f"),
    ("view-discrepancies", "", "i"),
    ("view-entities", "", "t"),
    ("view-notes", "", "o"),
    ("filter", "f", "F"),
    ("cycle-filter", "f", "\\"),
    ("clear-filter", "f F Space", "!a"),
    ("toggle-sort", "f F", "!Space"),
    ("only-sort", "f F", "!Enter"),
    ("done", "f F", "!q"),
    ("delete-note", "c o", "Delete"),
    ("find-notes", "c o", "/"),
    ("edit-outside", "m \"x\"", "!Ctrl-o"),
    ("bind", "v m \"x\" Enter l v", "b"),
    ("undo", "c", "U"),
    ("redo", "c U", "Ctrl-r"),
    ("write-file", "w", "!Enter"),
    ("complete-path", "w", "!Tab"),
    ("write-over", "", "!o"),
    ("other-name", "", "!n"),
    ("next-theme", "", "!: \"next-theme\" Enter"),
    ("suspend", "", "Ctrl-z"),
    ("apparatus-taller", "", "+"),
    ("apparatus-shorter", "", "-"),
    ("apparatus-reset", "+", "="),
    ("next-discrepancy", "", "d"),
    ("previous-discrepancy", "", "D"),
    ("next-same-kind", "", "Alt-d"),
    ("previous-same-kind", "", "Alt-D"),
    ("next-shared", "", "s"),
    ("previous-shared", "", "S"),
    ("next-fact", "", "Alt-s"),
    ("previous-fact", "", "Alt-S"),
    ("next-mention", "", "e"),
    ("previous-mention", "", "E"),
    ("next-article-mention", "", "Alt-e"),
    ("next-reading", "", "Enter"),
    ("other-finding-here", "", "."),
    ("labels", "", "'"),
    ("open", "i", "Enter"),
    ("back", "d", "["),
    ("forward", "d [", "]"),
    ("next-article", "", "Tab"),
    ("previous-article", "", "Shift-Tab"),
    ("up", "G", "k"),
    ("down", "g", "j"),
    ("left", "G", "h"),
    ("right", "g", "l"),
    ("previous-sentence", "G", "("),
    ("next-sentence", "g", ")"),
    ("previous-paragraph", "G", "{"),
    ("next-paragraph", "g", "}"),
    ("half-page-up", "G", "Ctrl-u"),
    ("half-page-down", "g", "Ctrl-d"),
    ("page-up", "G", "PageUp"),
    ("page-down", "g", "PageDown"),
    ("top", "G", "g"),
    ("bottom", "g", "G"),
    ("toggle-follow", "", "F"),
    ("zoom", "", "z"),
    ("hide-column", "", "H"),
    ("show-all", "H", "A"),
    ("move-column-left", "Tab", "<"),
    ("move-column-right", "", ">"),
    ("legend", "", "L"),
    ("toggle-differs", "L", "!1"),
    ("toggle-damage", "L", "!2"),
    ("toggle-shared", "L", "!3"),
    ("toggle-single", "L", "!4"),
    ("toggle-names", "L", "!5"),
    ("toggle-quotations", "L", "!6"),
    ("toggle-notes", "L", "!7"),
    ("toggle-all", "L", "!a"),
    ("apparatus-up", "J", "K"),
    ("apparatus-down", "", "J"),
    ("search", "", "/"),
    ("next-match", "/ \"the\" Enter", "n"),
    ("previous-match", "/ \"the\" Enter", "N"),
    ("run-search", "/ \"the\"", "!Enter"),
    ("clear-search", "/ \"the\" Enter", "Esc"),
    ("select", "", "v"),
    ("select-sentences", "", "V"),
    ("swap-ends", "v l l", "o"),
    ("copy", "", "y"),
    ("note", "", "m"),
    ("save-note", "m \"x\"", "!Enter"),
    ("new-line", "m \"x\"", "!Alt-Enter"),
    ("confirm", "", "c"),
    ("dismiss", "", "x"),
    ("doubt", "", "u"),
    ("stories", "Enter", "O"),
    ("add-article", "", "a"),
    ("add-source", "a \"x.txt\"", "!Enter"),
    ("drop-article", "", "X"),
    ("read-again", "", "R"),
    ("write-report", "", "w"),
    ("palette", "", "!:"),
    ("help", "", "?"),
    ("run", ": \"quit\"", "!Enter"),
    ("leave", "v", "Esc"),
    ("quit", "", "q"),
];

/// A story on a small screen in which everything can be done.
fn where_all_can_be_done(action: &str) -> Screen {
    match action {
        "next-same-kind" | "previous-same-kind" => twice_damaged((60, 14)),
        "stories" => {
            let article = Article::from_text("Rain\n\nIt rained.");
            let story = Story { articles: vec![ArticleId(0)], middle: ArticleId(0), likeness: 1.0 };
            let mut screen = ferry((60, 14), "");
            screen.tell(Event::Stories(vec![Choice::new(&story, &[article]); 2]));
            screen
        }
        _ if action.contains("column") || action == "zoom" => ferry((120, 30), ""),
        "write-over" | "other-name" => {
            let mut screen = ferry((60, 14), "w Enter");
            screen.tell(Event::ReportExists("variorum-report-2.md".to_owned()));
            screen
        }
        _ => ferry((60, 14), ""),
    }
}

#[test]
fn every_action_has_an_effect_by_its_key_and_from_the_palette() {
    for action in Action::ALL {
        let name = action.name();
        let Some(&(_, before, key)) = SITUATIONS.iter().find(|(other, ..)| *other == name) else {
            panic!("“{name}” has no situation in which it must change something");
        };
        let after = |keys: &str| {
            let mut screen = where_all_can_be_done(name);
            screen.press(before);
            screen.press(keys);
            (screen.shown(), screen.effects)
        };
        let by_key = after(key.trim_start_matches('!'));
        assert_ne!(by_key, after(""), "{name}");
        // In red the status line says why nothing was done.
        assert!(!by_key.0.contains("LightRed\n"), "{name}: {}", by_key.0);
        if !key.starts_with('!') {
            assert!(by_key == after(&format!(": \"{name}\" Enter")), "{name} from the palette");
        }
    }
    for (name, ..) in SITUATIONS {
        assert!(Action::ALL.iter().any(|action| action.name() == *name), "there is no “{name}”");
    }
}

#[test]
fn no_key_and_no_click_in_any_order_breaks_it() {
    const KEYS: &str = "b U w Ctrl-r Ctrl-o Delete p f t o F L z : ? ' v V o y ( ) { } d s e Enter Esc Up Down PageUp PageDown Tab Backspace a s d j 1 7 世 i r \
                        Alt-d Alt-s Alt-e / n [ ] m Ctrl-u Ctrl-Home Ctrl-End";
    const SIZES: [(u16, u16); 7] = [(80, 24), (20, 5), (40, 10), (200, 60), (41, 11), (72, 10), (1, 1)];
    let keys: Vec<_> = KEYS.split_whitespace().collect();
    // A linear congruential generator (Knuth's MMIX) is random enough and gives the same keys each time.
    let mut seed = 2027_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % below
    };
    let mut screen = Screen::open(&ferry::TEXTS, SIZES[0]);
    for step in 0..2000 {
        if step == 100 {
            screen.compared(ferry::findings());
        }
        let mut cell = || Position::new(random(200) as u16, random(60) as u16);
        let (one, other) = (cell(), cell());
        match random(12) {
            0 => screen.tell(Event::Click(one)),
            1 => screen.tell(Event::DoubleClick(one)),
            2 => screen.tell(Event::Drag(one, other)),
            3 => screen.tell(Event::Wheel(one, 3)),
            4 => screen.tell(Event::Paste("pasted\nwords".to_owned())),
            5 if random(4) == 0 => {
                let (width, height) = SIZES[random(SIZES.len())];
                screen.tell(Event::Resize(Size::new(width, height)));
            }
            _ => screen.press(keys[random(keys.len())]),
        }
        if random(4) == 0 {
            screen.text();
        }
    }
}
