//! The screens in their themes, and with what is wrong with the user's settings over them.

#[path = "support/bare.rs"]
mod bare;
#[path = "support/ferry.rs"]
mod ferry;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/screen.rs"]
mod screen;

use std::path::Path;

use ratatui::layout::Size;
use screen::Screen;
use variorum::analysis::Stage;
use variorum::read::{Article, number};
use variorum::tui::{Background, Effect, Event, Findings, Progress, Surroundings, UserSettings};

/// A key for the action that has none.
const KEYS: &str = "[keys.views]\nnext-theme = 'T'\n";

fn with(settings: &str, surroundings: Surroundings, size: (u16, u16)) -> Screen {
    Screen::with(&ferry::TEXTS, UserSettings::of(Some((Path::new("config.toml"), settings)), surroundings), size)
}

/// The ferry's story with its findings in `theme`.
fn ferry(theme: &str) -> Screen {
    let mut screen = with(&format!("theme = '{theme}'\n{KEYS}"), Surroundings::default(), (120, 30));
    screen.compared(ferry::findings());
    screen
}

/// The looks without the text: what is in the golden files after the last blank line.
fn looks(screen: &mut Screen) -> String {
    screen.shown().rsplit("\n\n").next().unwrap_or_default().to_owned()
}

#[test]
fn every_theme_has_its_own_looks() {
    for theme in ["dark", "light", "colour-blind", "colour-blind-light", "monochrome"] {
        golden::check("screens", &format!("themes-{theme}"), &ferry(theme).shown());
    }
}

#[test]
fn without_settings_there_are_sixteen_colours_and_where_they_are_not_wanted_none() {
    let mut plain = Screen::open(&ferry::TEXTS, (120, 30));
    plain.compared(ferry::findings());
    assert_eq!(ferry("sixteen").shown(), plain.shown());
    assert_eq!(ferry("auto").shown(), plain.shown());
    plain.without_colours();
    assert_eq!(ferry("monochrome").shown(), plain.shown());
}

#[test]
fn a_theme_with_paper_and_ink_fills_the_screen() {
    let settings = "theme = 'paper'\n[themes.paper]\ninherits = 'light'\nscreen = '#222222 bg:#fdf6e3'\n";
    let mut screen = with(settings, Surroundings::default(), (80, 24));
    screen.compared(ferry::findings());
    screen.press("?");
    golden::check("screens", "themes-paper", &screen.shown());
}

#[test]
fn the_themes_can_be_gone_through_while_reading() {
    let mut screen = ferry("auto");
    let first = looks(&mut screen);
    screen.press("T");
    assert!(screen.status().contains("theme: dark"), "{}", screen.status());
    assert!(looks(&mut screen).contains("#F2BD5C"), "{}", looks(&mut screen));
    screen.press("T T T T T Esc");
    assert_eq!(looks(&mut screen), first);
}

#[test]
fn the_background_is_taken_in_when_it_is_told() {
    let surroundings = Surroundings { any_colour: true, ..Surroundings::default() };
    let mut screen = with("", surroundings, (120, 30));
    screen.compared(ferry::findings());
    screen.tell(Event::Background(Background::Light));
    assert_eq!(screen.shown(), ferry("light").shown());
}

const MISTAKEN: &str = "theme = 'drak'\ncolour = true\n[keys.views]\nnext-discrepncy = 'Ctrl-n'\nquit = ['Hyper-q', 'Q']\n\
                        [themes.mine]\nquiet = 'pinkish'\n[mouse]\nwheel = 3\n";

#[test]
fn what_is_wrong_with_the_settings_is_told_until_a_key_is_pressed() {
    let mut screen = with(MISTAKEN, Surroundings::default(), (120, 30));
    screen.compared(ferry::findings());
    golden::check("screens", "themes-mistakes", &screen.shown());
    screen.press("j x");
    assert!(!screen.text().contains("pinkish"));
    assert!(screen.effects.is_empty(), "the key that puts it away does nothing else");
    screen.press("Q");
    assert_eq!(screen.effects, [Effect::Quit]);
    for size in [(80, 24), (40, 10), (1, 1)] {
        let mut screen = with(MISTAKEN, Surroundings::default(), size);
        screen.press("j j j j j j j k Down");
        screen.tell(Event::Resize(Size::new(41, 11)));
        screen.text();
    }
}

#[test]
fn who_waits_is_told_what_is_done_and_since_when() {
    let mut screen = with("", Surroundings::default(), (120, 30));
    assert!(screen.text().contains("comparing …"));
    let elapsed = std::time::Duration::from_millis(1240);
    screen.tell(Event::Progress(Progress { stage: Stage::Link, elapsed }));
    assert!(screen.text().contains("linking … 1.2 s"), "{}", screen.text());
    screen.compared(ferry::findings());
    assert!(!screen.text().contains("linking"));
}

#[test]
fn a_note_is_kept_when_the_reader_has_to_end() {
    let mut screen = ferry("auto");
    screen.press("m \"half\"");
    screen.tell(Event::Ending);
    assert_eq!(screen.effects, [Effect::SaveNotes]);
    screen.tell(Event::Ending);
    assert_eq!(screen.effects.len(), 1);
    screen.press("Ctrl-z");
    assert_eq!(screen.effects.last(), Some(&Effect::Suspend));
}

#[test]
fn a_story_without_findings_is_drawn_in_every_theme() {
    for theme in ["dark", "monochrome"] {
        let mut articles = vec![Article::from_text("")];
        number(&mut articles);
        let settings = format!("theme = '{theme}'");
        let user = UserSettings::of(Some((Path::new("config.toml"), &settings)), Surroundings::default());
        let mut screen = Screen::with(&[""], user, (80, 24));
        screen.compared(Findings::new(bare::analysis(articles)));
        assert!(screen.text().contains("1 article"));
    }
}
