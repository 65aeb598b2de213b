use ratatui::style::{Color, Modifier};

use super::*;
use crate::config::{Mistake, Settings};

/// The themes of the program, with the backgrounds that each is made for; the sixteen colours are the terminal's own.
const MADE_FOR: [(&str, &[&str]); 6] = [
    ("sixteen", &[]),
    ("dark", &["#000000", "#1e1e2e", "#282828"]),
    ("light", &["#ffffff", "#f2f2f2", "#fdf6e3"]),
    ("colour-blind", &["#000000", "#1e1e2e", "#282828"]),
    ("colour-blind-light", &["#ffffff", "#f2f2f2", "#fdf6e3"]),
    ("monochrome", &[]),
];

/// Normal text is to have this contrast at least (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

fn rgb(colour: Color) -> [u8; 3] {
    match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        other => panic!("{other:?} is no exact colour"),
    }
}

/// WCAG's relative luminance.
fn luminance(colour: Color) -> f64 {
    let linear = rgb(colour).map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn parts(theme: Theme) -> Vec<(&'static str, Style)> {
    let of = |scope| match scope {
        Scope::Screen => theme.screen(),
        Scope::Mark(mark) => theme.text(mark.into(), Style::new()),
        Scope::Part(part) => theme.part(part),
        Scope::Severity(severity) => theme.severity(severity),
    };
    scope::SCOPES.iter().map(|&(name, scope)| (name, of(scope))).collect()
}

#[test]
fn letters_stand_out_from_what_is_behind_them() {
    for (name, backgrounds) in MADE_FOR {
        let looks = parts(Themes::built_in(name));
        let chosen = Themes::built_in(name).part(Part::Chosen);
        for background in backgrounds {
            let background: Color = background.parse().expect("a colour");
            for (scope, look) in &looks {
                let Some(ink) = look.fg else { continue };
                let found = contrast(ink, look.bg.unwrap_or(background));
                assert!(found >= LEAST_CONTRAST, "{name}: {scope} has {found:.2} on {background}");
                // The entry of a list that is chosen keeps the colours of its parts.
                if look.bg.is_none() {
                    let found = contrast(ink, chosen.bg.expect("a colour"));
                    assert!(found >= LEAST_CONTRAST, "{name}: {scope} has {found:.2} where it is chosen");
                }
            }
        }
    }
}

/// What tells a mark in the text without colour: its modifiers, and the bar and sign in the gutter beside it.
fn without_colour(theme: Theme, mark: Mark) -> (Modifier, &'static str) {
    let look = theme.text(mark.into(), Style::new());
    let behind = if look.bg.is_some() { Modifier::REVERSED } else { Modifier::empty() };
    let sign = match mark {
        Mark::Shared | Mark::Stated => "=",
        Mark::Differs | Mark::DiffersRows => "≠",
        Mark::Damaged | Mark::DamagedRows => "!",
        Mark::Noted => "†",
        Mark::Current | Mark::Beside => "┃",
        _ => "",
    };
    (look.add_modifier | behind, sign)
}

#[test]
fn in_every_theme_the_marks_are_told_apart_without_colour() {
    use Mark::{Beside, Current, Damaged, Differs, Found, Matched, Name, Noted, Quote, Selected, Shared};
    for (name, _) in MADE_FOR {
        let theme = Themes::built_in(name);
        // A search is over when words are being selected, and what is selected holds the cursor.
        for found in [Found, Selected] {
            let marks = [Matched, Quote, Name, Shared, Damaged, Differs, Noted, Beside, Current, found];
            let looks = marks.map(|mark| without_colour(theme, mark));
            for (place, look) in looks.iter().enumerate() {
                assert!(!looks[..place].contains(look), "{name}: {:?}", marks[place]);
            }
        }
        assert_ne!(theme.part(Part::Chosen).add_modifier, Modifier::empty(), "{name}");
    }
}

#[test]
fn without_colour_there_is_none() {
    for (scope, look) in parts(Theme::new(Colours::None)) {
        assert!(look.fg.is_none() && look.bg.is_none(), "{scope}");
    }
}

/// How blue (above 0) or yellow (below 0) a colour is: what those see who cannot tell red from green.
fn blueness(colour: Color) -> f64 {
    let [red, green, blue] = rgb(colour).map(f64::from);
    blue - f64::midpoint(red, green)
}

#[test]
fn who_cannot_tell_red_from_green_tells_shared_from_different() {
    for name in ["colour-blind", "colour-blind-light"] {
        let theme = Themes::built_in(name);
        let ink = |mark: Mark| theme.text(mark.into(), Style::new()).fg.expect("a colour");
        assert!(blueness(ink(Mark::Shared)) > 60.0, "{name}");
        assert!(blueness(ink(Mark::Differs)) < -60.0, "{name}");
        assert!(blueness(ink(Mark::Damaged)) < 0.0, "{name}");
    }
}

#[test]
fn the_weightiest_mark_gives_the_colour() {
    let theme = Theme::new(Colours::Sixteen);
    let look = theme.text(Marks::from(Mark::Shared).and(Mark::Differs.into()), Style::new());
    assert_eq!(look.fg, Some(Color::Yellow));
}

fn with(settings: &str) -> (Themes, Vec<Mistake>) {
    Themes::new(&Settings::parse(settings), Surroundings::default())
}

#[test]
fn the_users_theme_is_laid_over_the_one_it_inherits() {
    let (themes, mistakes) = with(
        "theme = 'mine'\n[themes.mine]\ninherits = 'dark'\ndiffers = '#ff8800'\n[themes.mine.shared]\nsign = 'bold'\n",
    );
    assert_eq!(mistakes, []);
    let dark = Themes::built_in("dark");
    let theme = themes.theme();
    let differs = theme.text(Mark::Differs.into(), Style::new());
    assert_eq!((differs.fg, differs.add_modifier), (Some(Color::Rgb(255, 136, 0)), Modifier::UNDERLINED));
    assert_eq!(theme.part(Part::Shared), dark.part(Part::Shared).bold());
    assert_eq!(theme.part(Part::Quiet), dark.part(Part::Quiet));
}

#[test]
fn a_theme_of_the_same_name_is_laid_over_the_programs() {
    let (themes, mistakes) = with("theme = 'light'\n[themes.light]\nquiet = 'gray'\n");
    assert_eq!(mistakes, []);
    assert_eq!(themes.theme().part(Part::Quiet).fg, Some(Color::Gray));
    assert_eq!(themes.theme().part(Part::Shared), Themes::built_in("light").part(Part::Shared));
}

#[test]
fn all_mistakes_are_told_and_the_rest_holds() {
    let (themes, mistakes) = with(
        "theme = 'drak'\n[themes.mine]\ninherits = 'night'\ndifers = 'red'\nquiet = 'pink'\n\
                                   found = ['red', 'bold']\nshared = 'blue'\n[themes.auto]\nquiet = ''\n\
                                   [themes.one]\ninherits = 'two'\n[themes.two]\ninherits = 'one'\n",
    );
    let told: Vec<_> = mistakes.iter().map(|mistake| (mistake.line, mistake.reason.as_str())).collect();
    for (line, words) in [
        (1, "no theme “drak”; there are auto, sixteen, dark"),
        (3, "no theme “night”"),
        (4, "no “difers”; the nearest is “differs"),
        (5, "“pink” is no colour"),
        (6, "“found” is one text"),
        (8, "cannot be called so"),
        (11, "“one” inherits itself"),
        (13, "“two” inherits itself"),
    ] {
        assert!(told.iter().any(|&(at, reason)| at == line && reason.contains(words)), "{line} {words}: {told:#?}");
    }
    assert_eq!(told.len(), 8, "{told:#?}");
    assert_eq!(themes.theme().part(Part::Shared), Theme::new(Colours::Sixteen).part(Part::Shared));
}

#[test]
fn the_defaults_are_free_of_mistakes_as_a_users_file_too() {
    assert_eq!(with(DEFAULTS).1, []);
    for (name, _) in MADE_FOR {
        assert_eq!(with(&format!("theme = '{name}'")).1, []);
    }
}

#[test]
fn the_background_decides_when_it_is_known() {
    let surroundings = Surroundings { any_colour: true, ..Surroundings::default() };
    let (mut themes, _) = Themes::new(&Settings::default(), surroundings);
    assert!(themes.wants_background());
    let quiet = |themes: &Themes| themes.theme().part(Part::Quiet).fg;
    assert_eq!(quiet(&themes), Some(Color::DarkGray));
    themes.learn(Background::Light);
    assert_eq!(quiet(&themes), Themes::built_in("light").part(Part::Quiet).fg);
    themes.choose("dark");
    themes.learn(Background::Light);
    assert_eq!(quiet(&themes), Themes::built_in("dark").part(Part::Quiet).fg);
}

#[test]
fn going_through_the_themes_comes_to_all_and_back() {
    let (mut themes, _) = with("[themes.mine]\nquiet = 'blue'");
    let names: Vec<_> = (0..7).map(|_| themes.turn()).collect();
    let expected = ["dark", "light", "colour-blind", "colour-blind-light", "monochrome", "mine", "auto (sixteen)"];
    assert_eq!(names, expected);
    themes.choose("monochrome");
    assert_eq!(themes.turn(), "mine");
}
