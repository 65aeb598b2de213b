//! The reader from its first frame to its last: what is at hand is shown, then the one loop waits for what arrives.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};

use super::app::App;
use super::arrivals::{Arrival, Comparison, listen};
use super::effects::carry_out;
use super::export::ReportFile;
use super::settings::UserSettings;
use super::signals::{Signal, Signals, end_by};
use super::state::Memory;
use super::terminal::Terminal;
use super::theme::Surroundings;
use super::update::{Effect, Event, update};
use super::view::draw;
use crate::error::{Error, Result};
use crate::notes::Notebook;
use crate::read::Article;

/// Why the reader ended.
enum End {
    /// The user has quit.
    Quit,
    /// The system wants it, by the signal of this number.
    Signal(i32),
    /// The terminal, or the comparison, has broken down.
    Broken(io::Error),
}

/// Opens the reader on `articles`, with the notes in `notes` or the user's own folder, until the user quits.
///
/// # Errors
///
/// When the terminal cannot be used, or the notes cannot be read.
pub fn run(articles: Vec<Article>, notes: Option<PathBuf>) -> Result<()> {
    let notebook = Notebook::open(&articles, notes)?;
    let UserSettings { keymap, themes, mistakes } = UserSettings::read(Surroundings::from_environment());
    let mut memory = Memory::of(&articles);
    let headline = articles.first().map_or("", |article| article.title.as_str()).to_owned();
    let signals = Signals::catch().map_err(Error::Terminal)?;
    let mut terminal = Terminal::take(&headline).map_err(Error::Terminal)?;
    let size = terminal.size().map_err(Error::Terminal)?;
    let (sender, arrivals) = mpsc::channel();
    let comparison = Comparison::begin(articles.clone(), sender.clone());
    let mut app = App::new(articles, notebook, keymap, size).with_settings(themes, mistakes);
    if let Some(remembered) = memory.recall() {
        update(&mut app, Event::Recalled(remembered));
    }
    memory.settle(&app);
    show(&mut terminal, &app).map_err(Error::Terminal)?;
    listen(sender.clone());
    signals.listen(move |signal| sender.send(Arrival::Signal(signal)).is_ok());
    if app.wants_background() {
        terminal.ask_background().map_err(Error::Terminal)?;
    }
    let end = read(&mut terminal, &mut app, &arrivals, &comparison, &mut memory).unwrap_or_else(End::Broken);
    if !matches!(end, End::Quit)
        && let Some(effect) = update(&mut app, Event::Ending)
    {
        carry_out(effect, &mut app, &mut ReportFile::default(), &mut terminal);
    }
    memory.keep(&app);
    drop(terminal);
    match end {
        End::Quit => Ok(()),
        End::Signal(signal) => {
            end_by(signal);
            Ok(())
        }
        End::Broken(error) => Err(Error::Terminal(error)),
    }
}

/// The one loop: waits for something to arrive, takes everything that has, and draws.
fn read(
    terminal: &mut Terminal,
    app: &mut App,
    arrivals: &Receiver<Arrival>,
    comparison: &Comparison,
    memory: &mut Memory,
) -> io::Result<End> {
    let mut report_file = ReportFile::default();
    // Whether the signal that the reader goes on is still to come for a stop that it made itself.
    let mut stopped = false;
    loop {
        let Some(batch) = wait(arrivals, app, comparison) else { return Ok(End::Quit) };
        for arrival in batch {
            let event = match arrival {
                Arrival::Event(event) => event,
                Arrival::Broken(error) => return Err(error),
                Arrival::Signal(Signal::End(signal)) => return Ok(End::Signal(signal)),
                Arrival::Signal(Signal::GoOn) if std::mem::take(&mut stopped) => continue,
                Arrival::Signal(Signal::GoOn) => {
                    terminal.enter()?;
                    Event::Resize(terminal.size()?)
                }
            };
            let settles = matches!(event, Event::Compared(_)) && !app.is_touched();
            let Some(effect) = update(app, event) else {
                if settles {
                    memory.settle(app);
                }
                continue;
            };
            if effect == Effect::Quit {
                return Ok(End::Quit);
            }
            stopped |= effect == Effect::Suspend;
            if let Some(event) = carry_out(effect, app, &mut report_file, terminal) {
                update(app, event);
            }
        }
        show(terminal, app)?;
    }
}

/// The next arrivals: one at least, and all that are there. Only while the articles are being compared does it wake up
/// by itself, to show how far that is.
fn wait(arrivals: &Receiver<Arrival>, app: &App, comparison: &Comparison) -> Option<Vec<Arrival>> {
    let first = if app.is_compared() {
        arrivals.recv().ok()?
    } else {
        match arrivals.recv_timeout(comparison.next_tick()) {
            Ok(arrival) => arrival,
            Err(RecvTimeoutError::Timeout) => Arrival::Event(Event::Progress(comparison.progress())),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    };
    let mut batch: Vec<_> = std::iter::once(first).chain(std::iter::from_fn(|| arrivals.try_recv().ok())).collect();
    let last_size = batch.iter().rposition(is_resize);
    let mut place = 0;
    // Of many sizes only the last is drawn, so only that one is laid out.
    batch.retain(|arrival| {
        place += 1;
        !is_resize(arrival) || Some(place - 1) == last_size
    });
    Some(batch)
}

const fn is_resize(arrival: &Arrival) -> bool {
    matches!(arrival, Arrival::Event(Event::Resize(_)))
}

fn show(terminal: &mut Terminal, app: &App) -> io::Result<()> {
    terminal.show(|frame| draw(app, app.theme(), frame))
}
