//! All that the loop waits for comes through one channel: keys and sizes, the comparison, signals.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self as terminal_event, KeyEvent, KeyEventKind};
use ratatui::layout::Size;

use super::app::{Findings, Progress};
use super::background::{Awaited, PATIENCE, Sorted};
use super::event::Event;
use super::gestures::Gestures;
use super::rereading::Reread;
use super::search::Pattern;
use super::signals::Signal;
use super::sources::Read;
use crate::analysis::{Stage, analyze_telling};
use crate::error::Result;
use crate::read::Article;

/// What comes through the channel.
pub enum Arrival {
    /// Something for the state.
    Event(Event),
    /// The articles, or why one cannot be read.
    Read(Result<Read>),
    /// Sources that were read while the story was open.
    Reread(Reread),
    /// Something from the system.
    Signal(Signal),
    /// The comparison, or the terminal's input, has broken down.
    Broken(io::Error),
}

/// The comparison under way.
#[derive(Debug)]
pub struct Comparison {
    /// The place in [`Stage::ALL`] of what is being done.
    stage: Arc<AtomicUsize>,
    begun: Instant,
}

impl Comparison {
    /// Compares the articles on a thread of its own.
    pub fn begin(articles: Vec<Article>, sender: Sender<Arrival>) -> Self {
        let comparison = Self { stage: Arc::default(), begun: Instant::now() };
        let reached = Arc::clone(&comparison.stage);
        thread::spawn(move || {
            let tell = |stage| reached.store(stage as usize, Ordering::Relaxed);
            let compared = catch_unwind(AssertUnwindSafe(|| Findings::new(analyze_telling(articles, tell))));
            // Nobody may be listening any more: then the user has quit.
            let _ = sender.send(match compared {
                Ok(findings) => Arrival::Event(Event::Compared(Box::new(findings))),
                Err(_) => Arrival::Broken(io::Error::other("the comparison broke down; please report this text")),
            });
        });
        comparison
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let stage = Stage::ALL[self.stage.load(Ordering::Relaxed).min(Stage::ALL.len() - 1)];
        Progress { stage, elapsed: self.begun.elapsed() }
    }

    /// How long to wait until that is worth telling (again).
    pub fn next_tick(&self) -> Duration {
        UNTOLD.saturating_sub(self.begun.elapsed()).max(TICK)
    }
}

/// Searches all articles, one search at a time: a new one ends that before it.
#[derive(Debug)]
pub struct Searching {
    texts: Arc<[Arc<str>]>,
    sender: Sender<Arrival>,
    /// The number of the latest search.
    latest: Arc<AtomicUsize>,
}

impl Searching {
    /// Searches in these articles.
    pub fn of(articles: &[Article], sender: Sender<Arrival>) -> Self {
        Self {
            texts: articles.iter().map(|article| Arc::clone(&article.text)).collect(),
            sender,
            latest: Arc::default(),
        }
    }

    /// Looks for `pattern` on a thread of its own.
    pub fn begin(&self, pattern: Pattern) {
        let (texts, sender, latest) = (Arc::clone(&self.texts), self.sender.clone(), Arc::clone(&self.latest));
        let number = latest.fetch_add(1, Ordering::Relaxed) + 1;
        thread::spawn(move || {
            let wants = || latest.load(Ordering::Relaxed) == number;
            let arrival = match catch_unwind(AssertUnwindSafe(|| pattern.search(&texts, wants))) {
                Ok(Some(search)) => Arrival::Event(Event::Found(Box::new(search))),
                Ok(None) => return,
                Err(_) => Arrival::Broken(io::Error::other("the search broke down; please report what was typed")),
            };
            // Nobody may be listening any more.
            let _ = sender.send(arrival);
        });
    }
}

/// What takes less than this needs no word.
const UNTOLD: Duration = Duration::from_millis(300);
/// Between two steps of the spinner.
pub const TICK: Duration = Duration::from_millis(100);

/// Passes on what happens in the terminal. After a key that `pauses`, nothing more is read until `resumed` tells: another
/// program may have the terminal meanwhile.
pub fn listen(sender: Sender<Arrival>, pauses: impl Fn(KeyEvent) -> bool + Send + 'static, resumed: Receiver<()>) {
    thread::spawn(move || {
        let heard = catch_unwind(AssertUnwindSafe(|| hear(&sender, &pauses, &resumed)));
        let error = heard.unwrap_or_else(|_| Some(io::Error::other("its keys cannot be read")));
        if let Some(error) = error {
            // Nobody may be listening any more.
            let _ = sender.send(Arrival::Broken(error));
        }
    });
}

/// Sends event after event, until nobody takes them or the terminal is gone.
fn hear(sender: &Sender<Arrival>, pauses: &dyn Fn(KeyEvent) -> bool, resumed: &Receiver<()>) -> Option<io::Error> {
    let mut awaited = Awaited::default();
    let mut gestures = Gestures::default();
    loop {
        let events = match next(&mut awaited) {
            Ok(Sorted::Held) => continue,
            Ok(Sorted::Answer(background)) => vec![Event::Background(background)],
            Ok(Sorted::Events(events)) => {
                events.into_iter().filter_map(|event| event_of(event, &mut gestures)).collect()
            }
            Err(error) => return Some(error),
        };
        for event in events {
            let is_awaited = matches!(&event, Event::Key(key) if pauses(*key));
            sender.send(Arrival::Event(event)).ok()?;
            if is_awaited {
                resumed.recv().ok()?;
            }
        }
    }
}

fn next(awaited: &mut Awaited) -> io::Result<Sorted> {
    if awaited.holds() && !terminal_event::poll(PATIENCE)? {
        return Ok(Sorted::Events(awaited.give_back()));
    }
    Ok(awaited.sort(terminal_event::read()?))
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
