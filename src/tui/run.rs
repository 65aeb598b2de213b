//! The reader from its first frame to its last: what is at hand is shown, then the one loop waits for what arrives.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use super::app::{App, Message};
use super::arrivals::{Arrival, Comparison, listen};
use super::effects::carry_out;
use super::export::ReportFile;
use super::first_run;
use super::settings::UserSettings;
use super::signals::{self, Signal, Signals, end_by};
use super::state::Memory;
use super::terminal::Terminal;
use super::theme::Surroundings;
use super::update::{Effect, Event, update};
use super::view::draw;
use crate::error::{Error, Result};
use crate::notes::Notebook;
use crate::read::Opened;

/// Why the reader ended.
enum End {
    /// The user has quit.
    Quit,
    /// The system wants it, by the signal of this number.
    Signal(i32),
    /// The terminal, or the comparison, has broken down.
    Broken(io::Error),
}

/// Opens the reader on the articles of `opened`, with the notes in `notes` or the user's own folder, until the user quits.
///
/// # Errors
///
/// When the terminal cannot be used, or the notes cannot be read.
pub fn run(opened: Opened, notes: Option<PathBuf>) -> Result<()> {
    let untold: Vec<_> = opened.messages().collect();
    let articles = opened.articles;
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
    if first_run::is_first_run() {
        app.greet();
    }
    if let Some(remembered) = memory.recall() {
        update(&mut app, Event::Recalled(remembered));
    }
    if !untold.is_empty() {
        app.message = Some(Message::Failed(untold.join("; ")));
    }
    memory.settle(&app);
    show(&mut terminal, &app).map_err(Error::Terminal)?;
    listen(sender.clone());
    signals.listen(move |signal| sender.send(Arrival::Signal(signal)).is_ok());
    if app.wants_background() {
        terminal.ask_background().map_err(Error::Terminal)?;
    }
    let mut reading = Reading {
        terminal: &mut terminal,
        app: &mut app,
        arrivals: &arrivals,
        comparison: &comparison,
        memory: &mut memory,
        files: ReportFile::default(),
        backlog: Vec::new(),
    };
    let end = reading.read().unwrap_or_else(End::Broken);
    if !matches!(end, End::Quit)
        && let Some(effect) = update(&mut app, Event::Ending)
    {
        carry_out(effect, &mut app, &mut ReportFile::default());
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

/// All that the loop has to do with.
struct Reading<'a> {
    terminal: &'a mut Terminal,
    app: &'a mut App,
    arrivals: &'a Receiver<Arrival>,
    comparison: &'a Comparison,
    memory: &'a mut Memory,
    files: ReportFile,
    /// What arrived while nothing could be done about it.
    backlog: Vec<Arrival>,
}

impl Reading<'_> {
    /// The one loop: waits for something to arrive, takes everything that has, and draws.
    fn read(&mut self) -> io::Result<End> {
        while let Some(batch) = self.wait() {
            for arrival in batch {
                let event = match arrival {
                    Arrival::Event(event) => event,
                    Arrival::Broken(error) => return Err(error),
                    Arrival::Signal(Signal::End(signal)) => return Ok(End::Signal(signal)),
                    Arrival::Signal(Signal::GoOn) => {
                        self.terminal.enter()?;
                        Event::Resize(self.terminal.size()?)
                    }
                };
                if self.take(event)? {
                    return Ok(End::Quit);
                }
            }
            show(self.terminal, self.app)?;
        }
        Ok(End::Quit)
    }

    /// Takes one event and does what has to be done about it; whether that is to quit.
    fn take(&mut self, event: Event) -> io::Result<bool> {
        let comes_by_itself = matches!(event, Event::Compared(_)) && !self.app.is_touched();
        let effect = update(self.app, event);
        if comes_by_itself {
            self.memory.settle(self.app);
        }
        match effect {
            None => {}
            Some(Effect::Quit) => return Ok(true),
            Some(Effect::Suspend) => self.suspend()?,
            Some(effect) => {
                if let Some(message) = carry_out(effect, self.app, &mut self.files) {
                    update(self.app, Event::Outcome(message));
                }
            }
        }
        Ok(false)
    }

    /// Gives the terminal back, stops until the shell lets the reader go on, and takes it again.
    fn suspend(&mut self) -> io::Result<()> {
        self.terminal.leave();
        let stopped = signals::stop();
        // The system may stop this program a moment after it was asked to; until then nothing may be drawn.
        while stopped.is_ok() {
            match self.arrivals.recv_timeout(STOPPED_WITHIN) {
                Ok(Arrival::Signal(Signal::GoOn)) | Err(_) => break,
                Ok(other) => self.backlog.push(other),
            }
        }
        self.terminal.enter()?;
        let size = self.terminal.size()?;
        update(self.app, Event::Resize(size));
        if let Err(error) = stopped {
            update(self.app, Event::Outcome(Message::Failed(format!("cannot stop here: {error}"))));
        }
        Ok(())
    }

    /// The next arrivals: one at least, and all that are there. Only while the articles are being compared does it wake
    /// up by itself, to show how far that is.
    fn wait(&mut self) -> Option<Vec<Arrival>> {
        let mut batch = std::mem::take(&mut self.backlog);
        if batch.is_empty() {
            batch.push(self.first()?);
        }
        batch.extend(std::iter::from_fn(|| self.arrivals.try_recv().ok()));
        let last_size = batch.iter().rposition(is_resize);
        let mut place = 0;
        // Of many sizes only the last is drawn, so only that one is laid out.
        batch.retain(|arrival| {
            place += 1;
            !is_resize(arrival) || Some(place - 1) == last_size
        });
        Some(batch)
    }

    fn first(&self) -> Option<Arrival> {
        if self.app.is_compared() {
            return self.arrivals.recv().ok();
        }
        match self.arrivals.recv_timeout(self.comparison.next_tick()) {
            Ok(arrival) => Some(arrival),
            Err(RecvTimeoutError::Timeout) => Some(Arrival::Event(Event::Progress(self.comparison.progress()))),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }
}

/// A program that is stopped is so within this time; one that is not has nobody who could let it go on.
const STOPPED_WITHIN: Duration = Duration::from_millis(200);

const fn is_resize(arrival: &Arrival) -> bool {
    matches!(arrival, Arrival::Event(Event::Resize(_)))
}

fn show(terminal: &mut Terminal, app: &App) -> io::Result<()> {
    terminal.show(|frame| draw(app, app.theme(), frame))
}
