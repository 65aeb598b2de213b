//! Ten thousand keys, clicks, pastes and sizes by chance, over every view: nothing panics, and no part of a frame lies
//! over another. The chance is a fixed one, so that a failure comes again.

#[path = "support/bare.rs"]
mod bare;
#[path = "support/ferry.rs"]
mod ferry;

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::{Position, Size};
use variorum::analysis::analyze;
use variorum::notes::Notebook;
use variorum::read::{Article, number};
use variorum::tui::{App, Colours, Effect, Event, Findings, Keymap, Theme, draw, update};

/// Events in all, over all stories.
const STEPS: usize = 10_000;

/// Sizes from the smallest that can be to a large screen.
const SIZES: [(u16, u16); 9] =
    [(1, 1), (39, 12), (40, 10), (60, 17), (80, 24), (97, 31), (120, 40), (200, 60), (250, 12)];

/// Keys that are no characters.
const NAMED: [KeyCode; 16] = [
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Home,
    KeyCode::End,
];

/// A linear congruential generator (Knuth, MMIX): chance enough, and the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % bound as u64) as usize
    }

    fn event(&mut self, size: Size) -> Event {
        match self.below(42) {
            40 => Event::ReportExists("世界-2.md".to_owned()),
            41 => match self.below(4) {
                0 => Event::NotesChanged,
                1 => Event::Edited("two\nlines 世界\u{1b}[2J".to_owned()),
                2 => Event::Completed(Ok(("~/reports/".to_owned(), "a.md  b.md".to_owned()))),
                _ => Event::Completed(Err("nothing there begins so".to_owned())),
            },
            0 => {
                let (width, height) = SIZES[self.below(SIZES.len())];
                Event::Resize(Size::new(width, height))
            }
            1 => Event::Click(self.position(size)),
            2 => Event::Wheel(self.position(size), self.below(7).cast_signed() - 3),
            3 => Event::Paste(["the", "世界\n\u{1b}[2J(", "", "a.*b"][self.below(4)].to_owned()),
            4..=12 => {
                let modifiers = [KeyModifiers::NONE, KeyModifiers::NONE, KeyModifiers::SHIFT, KeyModifiers::ALT];
                Event::Key(KeyEvent::new(NAMED[self.below(NAMED.len())], modifiers[self.below(4)]))
            }
            13 => Event::Key(KeyEvent::new(self.character(), KeyModifiers::CONTROL)),
            14 => Event::Key(KeyEvent::new(self.character(), KeyModifiers::ALT)),
            _ => Event::Key(KeyEvent::new(self.character(), KeyModifiers::NONE)),
        }
    }

    fn character(&mut self) -> KeyCode {
        KeyCode::Char(char::from(b' ' + self.below(95) as u8))
    }

    fn position(&mut self, size: Size) -> Position {
        Position::new(self.below(usize::from(size.width) + 2) as u16, self.below(usize::from(size.height) + 2) as u16)
    }
}

/// The stories walked through: one with every kind of finding, one without any, one article alone, an empty one, twelve.
fn stories() -> Vec<(Vec<Article>, Findings)> {
    let texts: Vec<Vec<String>> = vec![
        vec!["One man came.".to_owned(), String::new()],
        vec![
            "世界新聞 reports\n\nThe mayor of Ko\u{308}ln greeted 田中 and 👩\u{200d}🚀 \u{5d0}\u{5d1} there."
                .to_owned(),
        ],
        (1..=12)
            .map(|men| format!("{men} men came to Lund on Monday.\n\nThe mayor, Ann Berg, saw {men} men."))
            .collect(),
    ];
    let analysed = texts.into_iter().map(|texts| {
        let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        number(&mut articles);
        (articles.clone(), Findings::new(analyze(articles)))
    });
    let mut ferry: Vec<_> = ferry::TEXTS.iter().map(|text| Article::from_text(text)).collect();
    number(&mut ferry);
    std::iter::once((ferry, ferry::findings())).chain(analysed).collect()
}

#[test]
fn nothing_that_is_pressed_breaks_a_frame() {
    let stories = stories();
    let steps = STEPS / stories.len();
    for (number, (articles, findings)) in stories.into_iter().enumerate() {
        let mut chance = Chance(number as u64);
        let mut size = Size::new(120, 40);
        let nowhere: PathBuf = std::env::temp_dir().join("variorum-no-such-folder").join("notes.json");
        let notebook = Notebook::open(&articles, Some(nowhere)).expect("no notes yet");
        let mut app = App::new(articles, notebook, Keymap::default(), size);
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a screen in memory");
        let theme = Theme::new(Colours::Sixteen);
        let mut findings = Some(Box::new(findings));
        let mut done = Vec::new();
        for step in 0..steps {
            // The comparison arrives after a while, as it does on a slow machine.
            let event = match findings.take_if(|_| step == 50) {
                Some(findings) => Event::Compared(findings),
                None => chance.event(size),
            };
            if let Event::Resize(new) = event {
                size = new;
                terminal.backend_mut().resize(size.width, size.height);
            }
            done.push(format!("{event:?}").chars().take(100).collect::<String>());
            if update(&mut app, event) == Some(Effect::Quit) {
                done.push("(quit)".to_owned());
            }
            terminal.draw(|frame| draw(&app, theme, frame)).expect("drawn");
            let buffer = terminal.backend().buffer();
            if size.width < 40 || size.height < 10 {
                continue;
            }
            let row = |y: u16| (0..size.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
            let last = done.len().saturating_sub(12);
            assert!(row(0).starts_with(" variorum "), "the story's line is lost after {:#?}", &done[last..]);
            let status = row(size.height - 1);
            let place = status.trim_start().split(' ').next().unwrap_or_default();
            let named = !place.is_empty() && place.chars().all(|letter| letter.is_ascii_uppercase());
            assert!(named, "the status line is lost, it is {status:?}, after {:#?}", &done[last..]);
        }
    }
}
