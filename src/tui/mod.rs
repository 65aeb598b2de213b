//! The reader: the articles side by side in a terminal, with the apparatus beneath them.
//!
//! ```text
//! key → keymap → Action → update → maybe an Effect, carried out here → the next frame
//! ```
//!
//! The first frame needs the texts alone. They are compared on another thread; what it finds arrives through the same
//! channel as the keys, and is in the next frame.

mod action;
mod app;
mod apparatus;
mod arrangement;
mod datelines;
mod export;
mod first_run;
mod gestures;
mod jumps;
mod keymap;
mod labels;
mod layout;
mod list;
mod marking;
mod menu;
mod mode;
mod paint;
mod pane;
mod places;
mod prompt;
mod reasons;
mod search;
mod synopsis;
mod theme;
mod update;
mod view;
mod wording;

use std::io::{self, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Instant;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{self as terminal_event, KeyEventKind};
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::execute;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::DefaultTerminal;
use ratatui::layout::Size;

use crate::analysis::analyze;
use crate::error::{Error, Result};
use crate::notes::Notebook;
use crate::read::Article;
use export::ReportFile;
use gestures::Gestures;

pub use action::Action;
pub use app::{App, Findings, Message};
pub use keymap::Keymap;
pub use theme::{Colours, Theme};
pub use update::{Effect, Event, update};
pub use view::draw;

/// What comes through the channel.
enum Arrival {
    Event(Event),
    /// The comparison, or the terminal's input, has broken down.
    Broken(io::Error),
}

/// Opens the reader on `articles`, with the notes in `notes` or the user's own folder, until the user quits.
///
/// # Errors
///
/// When the terminal cannot be used, or the notes cannot be read.
pub fn run(articles: Vec<Article>, notes: Option<PathBuf>) -> Result<()> {
    let notebook = Notebook::open(&articles, notes)?;
    let keymap = Keymap::default();
    let mut terminal = Guarded::new().map_err(Error::Terminal)?;
    let size = terminal.0.size().map_err(Error::Terminal)?;
    let theme = Theme::from_environment();
    let (sender, receiver) = mpsc::channel();
    compare(articles.clone(), sender.clone());
    let mut app = App::new(articles, notebook, keymap, size);
    if first_run::is_first_run() {
        app.greet();
    }
    show(&mut terminal.0, theme, &app).map_err(Error::Terminal)?;
    listen(sender);
    read(&mut terminal.0, theme, &mut app, &receiver).map_err(Error::Terminal)
}

/// The one loop: waits for something to arrive, takes everything that has, and draws.
fn read(terminal: &mut DefaultTerminal, theme: Theme, app: &mut App, arrivals: &Receiver<Arrival>) -> io::Result<()> {
    let mut report_file = ReportFile::default();
    while let Ok(first) = arrivals.recv() {
        for arrival in std::iter::once(first).chain(std::iter::from_fn(|| arrivals.try_recv().ok())) {
            let event = match arrival {
                Arrival::Event(event) => event,
                Arrival::Broken(error) => return Err(error),
            };
            let Some(effect) = update(app, event) else { continue };
            if effect == Effect::Quit {
                return Ok(());
            }
            if let Some(message) = carry_out(effect, app, &mut report_file) {
                update(app, Event::Outcome(message));
            }
        }
        show(terminal, theme, app)?;
    }
    Ok(())
}

/// Draws the screen in one go, as far as the terminal can do that.
fn show(terminal: &mut DefaultTerminal, theme: Theme, app: &App) -> io::Result<()> {
    execute!(stdout(), BeginSynchronizedUpdate)?;
    terminal.draw(|frame| draw(app, theme, frame))?;
    execute!(stdout(), EndSynchronizedUpdate)
}

/// Does what has to be done outside; what there is to say about it.
fn carry_out(effect: Effect, app: &mut App, report_file: &mut ReportFile) -> Option<Message> {
    match effect {
        Effect::Quit => None,
        Effect::SaveNotes => app.save_notes().err().map(|error| Message::Failed(error.to_string())),
        Effect::WriteReport => app.report().map(|text| match report_file.write(&text) {
            Ok(path) => Message::Done(format!("report written to {}", path.display())),
            Err(error) => Message::Failed(error.to_string()),
        }),
        Effect::Copy(words) => execute!(stdout(), CopyToClipboard::to_clipboard_from(words))
            .err()
            .map(|error| Message::Failed(format!("cannot copy: {error}"))),
    }
}

/// Compares the articles on a thread of its own.
fn compare(articles: Vec<Article>, sender: Sender<Arrival>) {
    thread::spawn(move || {
        let compared = catch_unwind(AssertUnwindSafe(|| Findings::new(analyze(articles))));
        // Nobody may be listening any more: then the user has quit.
        let _ = sender.send(match compared {
            Ok(findings) => Arrival::Event(Event::Compared(Box::new(findings))),
            Err(_) => Arrival::Broken(io::Error::other("the comparison broke down; please report this text")),
        });
    });
}

/// Passes on what happens in the terminal.
fn listen(sender: Sender<Arrival>) {
    thread::spawn(move || {
        let mut gestures = Gestures::default();
        loop {
            let arrival = match terminal_event::read() {
                Ok(event) => match event_of(event, &mut gestures) {
                    Some(event) => Arrival::Event(event),
                    None => continue,
                },
                Err(error) => Arrival::Broken(error),
            };
            let broken = matches!(arrival, Arrival::Broken(_));
            if sender.send(arrival).is_err() || broken {
                return;
            }
        }
    });
}

fn event_of(event: terminal_event::Event, gestures: &mut Gestures) -> Option<Event> {
    match event {
        terminal_event::Event::Key(key) if key.kind != KeyEventKind::Release => Some(Event::Key(key)),
        terminal_event::Event::Paste(text) => Some(Event::Paste(text)),
        terminal_event::Event::Resize(width, height) => Some(Event::Resize(Size::new(width, height))),
        terminal_event::Event::Mouse(mouse) => gestures.event(mouse, Instant::now()),
        _ => None,
    }
}

/// The terminal in the reader's hands; given back as it was when this goes, by whatever way.
struct Guarded(DefaultTerminal);

impl Guarded {
    fn new() -> io::Result<Self> {
        let terminal = ratatui::try_init()?;
        let guarded = Self(terminal);
        execute!(stdout(), EnableBracketedPaste, EnableMouseCapture)?;
        Ok(guarded)
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        // There is nothing left to be done about a terminal that does not answer.
        let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste);
        let _ = self.0.show_cursor();
        ratatui::restore();
    }
}
