//! The reader without a terminal: keys in, the screen out, on a small story whose findings are made by hand, so that
//! the screens do not change with the engine.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use variorum::notes::Notebook;
use variorum::read::{Article, number};
use variorum::tui::{App, Colours, Effect, Event, Findings, Theme, UserSettings, draw, update};

/// A reader on a screen that is only remembered.
pub struct Screen {
    app: App,
    terminal: Terminal<TestBackend>,
    /// Instead of the one that the reader has.
    theme: Option<Theme>,
    /// What the reader asked to be done outside.
    pub effects: Vec<Effect>,
}

impl Screen {
    /// The reader as it opens on `texts`, in a terminal of so many columns and rows.
    pub fn open(texts: &[&str], size: (u16, u16)) -> Self {
        Self::with(texts, UserSettings::default(), size)
    }

    /// The same with the settings of a user.
    pub fn with(texts: &[&str], user: UserSettings, size: (u16, u16)) -> Self {
        Self::noted(texts, user, size, &nowhere())
    }

    /// The same with the notes in a file, which is never written.
    pub fn noted(texts: &[&str], user: UserSettings, (width, height): (u16, u16), notes: &Path) -> Self {
        let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        number(&mut articles);
        for article in &mut articles {
            article.location = format!("{}.txt", article.siglum);
        }
        let notebook = Notebook::open(&articles, Some(notes.to_owned())).expect("notes");
        let app = App::new(articles, notebook, user.keymap, Size::new(width, height));
        let app = app.with_settings(user.themes, user.mistakes);
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a screen in memory");
        Self { app, terminal, theme: None, effects: Vec::new() }
    }

    /// Tells the reader something.
    pub fn tell(&mut self, event: Event) {
        if let Event::Resize(size) = event {
            self.terminal.backend_mut().resize(size.width, size.height);
        }
        self.effects.extend(update(&mut self.app, event));
    }

    /// The comparison arrives.
    pub fn compared(&mut self, findings: Findings) {
        self.tell(Event::Compared(Box::new(findings)));
    }

    /// Presses keys, named as in the help and set apart by spaces; `"words"` are typed letter by letter.
    pub fn press(&mut self, keys: &str) {
        for name in keys.split(' ').filter(|name| !name.is_empty()) {
            match name.strip_prefix('"').and_then(|typed| typed.strip_suffix('"')) {
                Some(typed) => {
                    for character in typed.chars() {
                        self.tell(Event::Key(KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE)));
                    }
                }
                None => self.tell(Event::Key(key(name))),
            }
        }
    }

    /// Draws without colours from now on.
    #[allow(dead_code, reason = "not every file of screen tests draws without colours")]
    pub fn without_colours(&mut self) {
        self.theme = Some(Theme::new(Colours::None));
    }

    /// The screen's text, then its styles: a letter for each look, and what the letters mean.
    pub fn shown(&mut self) -> String {
        self.draw();
        let buffer = self.terminal.backend().buffer();
        let mut looks: Vec<String> = Vec::new();
        let mut styles = String::new();
        for y in 0..buffer.area.height {
            for x in 0..buffer.area.width {
                let letter = match look(&buffer[(x, y)]) {
                    look if look.is_empty() => '·',
                    look => {
                        let place = looks.iter().position(|known| *known == look).unwrap_or_else(|| {
                            looks.push(look);
                            looks.len() - 1
                        });
                        char::from(b'a' + u8::try_from(place).expect("fewer looks than letters"))
                    }
                };
                styles.push(letter);
            }
            styles.push('\n');
        }
        let mut shown = format!("{}\n{styles}\n", self.text());
        for (letter, look) in ('a'..).zip(looks) {
            writeln!(shown, "{letter} {look}").expect("a string takes every write");
        }
        match self.cursor() {
            Some(at) => writeln!(shown, "cursor at column {}, row {}", at.x, at.y),
            None => writeln!(shown, "no cursor"),
        }
        .expect("a string takes every write");
        shown
    }

    /// The screen's text alone.
    pub fn text(&mut self) -> String {
        self.draw();
        text_of(self.terminal.backend().buffer())
    }

    /// The last line of the screen.
    pub fn status(&mut self) -> String {
        self.text().lines().last().unwrap_or_default().trim().to_owned()
    }

    fn draw(&mut self) {
        let (app, theme) = (&self.app, self.theme.unwrap_or_else(|| self.app.theme()));
        self.terminal.draw(|frame| draw(app, theme, frame)).expect("a screen in memory takes every cell");
    }

    fn cursor(&self) -> Option<Position> {
        let backend = self.terminal.backend();
        backend.cursor_visible().then(|| backend.cursor_position())
    }
}

/// A file of notes that is never written: the screens only remember what is to be saved.
fn nowhere() -> PathBuf {
    std::env::temp_dir().join("variorum-no-such-folder").join("notes.json")
}

/// The characters of a screen, spaces at line ends left out. A wide character stands for both of its cells.
fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += (variorum::text::width::columns(symbol) as u16).max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn look(cell: &Cell) -> String {
    let mut look = Vec::new();
    if cell.fg != Color::Reset {
        look.push(cell.fg.to_string());
    }
    if cell.bg != Color::Reset {
        look.push(format!("on {}", cell.bg));
    }
    if cell.modifier != Modifier::empty() {
        look.push(format!("{:?}", cell.modifier));
    }
    look.join(" ")
}

fn key(name: &str) -> KeyEvent {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = name;
    for (prefix, modifier) in
        [("Ctrl-", KeyModifiers::CONTROL), ("Alt-", KeyModifiers::ALT), ("Shift-", KeyModifiers::SHIFT)]
    {
        if let Some(bare) = rest.strip_prefix(prefix) {
            rest = bare;
            modifiers |= modifier;
        }
    }
    let code = match rest {
        "Tab" if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        "Tab" => KeyCode::Tab,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Backspace" => KeyCode::Backspace,
        "Space" => KeyCode::Char(' '),
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Delete" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        one => {
            let mut characters = one.chars();
            match (characters.next(), characters.next()) {
                (Some(character), None) => KeyCode::Char(character),
                _ => panic!("no key is called {one}"),
            }
        }
    };
    KeyEvent::new(code, modifiers)
}
