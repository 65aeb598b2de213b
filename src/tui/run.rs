//! The reader from its first frame to its last: what is at hand is shown, then the one loop waits for what arrives.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use crossterm::event::KeyEvent;

use super::action::Action;
use super::app::{App, Message};
use super::arrivals::{Arrival, Comparison, listen};
use super::editor;
use super::effects::{carry_out, now};
use super::export::ReportFiles;
use super::first_run;
use super::mode::KeyPlace;
use super::settings::UserSettings;
use super::signals::{self, Signal, Signals, end_by};
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
    let UserSettings { keymap, themes, author, mistakes } = UserSettings::read(Surroundings::from_environment());
    let mut memory = Memory::of(&articles);
    let headline = articles.first().map_or("", |article| article.title.as_str()).to_owned();
    let signals = Signals::catch().map_err(Error::Terminal)?;
    let mut terminal = Terminal::take(&headline).map_err(Error::Terminal)?;
    let size = terminal.size().map_err(Error::Terminal)?;
    let (sender, arrivals) = mpsc::channel();
    let comparison = Comparison::begin(articles.clone(), sender.clone());
    let pausing = keymap.clone();
    let mut app = App::new(articles, notebook, keymap, size).with_settings(themes, mistakes).with_author(author);
    if first_run::is_first_run() {
        app.greet();
    }
    if let Some(remembered) = memory.recall() {
        update(&mut app, Event::Recalled(remembered));
    }
    memory.settle(&app);
    show(&mut terminal, &app).map_err(Error::Terminal)?;
    let (resume, resumed) = mpsc::channel();
    // The keys that are typed into the user's own editor are for that alone.
    let pauses = move |key| pausing.action(KeyPlace::Note, key) == Some(Action::EditOutside);
    listen(sender.clone(), pauses.clone(), resumed);
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
        files: ReportFiles::default(),
        pauses: &pauses,
        resume: &resume,
        is_warned: false,
        backlog: Vec::new(),
    };
    let end = reading.read().unwrap_or_else(End::Broken);
    if !matches!(end, End::Quit)
        && let Some(effect) = update(&mut app, Event::Ending)
    {
        carry_out(effect, &mut app, &mut ReportFiles::default());
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
    files: ReportFiles,
    /// Whether no more keys are taken after this one until [`Reading::resume`] is told.
    pauses: &'a dyn Fn(KeyEvent) -> bool,
    resume: &'a Sender<()>,
    /// Whether the user has been told that leaving would lose notes.
    is_warned: bool,
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
        let is_awaited = matches!(&event, Event::Key(key) if (self.pauses)(*key));
        let effect = update(self.app, event);
        if comes_by_itself {
            self.memory.settle(self.app);
        }
        match effect {
            None => {}
            Some(Effect::Quit) => return Ok(self.may_quit()),
            Some(Effect::Suspend) => self.suspend()?,
            Some(Effect::EditOutside(text)) => self.edit_outside(&text)?,
            Some(effect) => {
                if let Some(event) = carry_out(effect, self.app, &mut self.files) {
                    update(self.app, event);
                }
            }
        }
        if is_awaited {
            // Nobody may be listening any more: then the terminal is gone.
            let _ = self.resume.send(());
        }
        Ok(false)
    }

    /// Whether nothing is lost by leaving now; if something is, the user is told, once.
    fn may_quit(&mut self) -> bool {
        if !self.app.notebook.is_unsaved() || self.is_warned {
            return true;
        }
        let Err(error) = self.app.save_notes(now()) else { return true };
        self.is_warned = true;
        update(self.app, Event::Outcome(Message::Failed(format!("once more leaves without your notes: {error}"))));
        false
    }

    /// Gives the terminal to the user's own editor, and takes it again.
    fn edit_outside(&mut self, text: &str) -> io::Result<()> {
        self.terminal.leave();
        let edited = editor::edit(text);
        self.terminal.enter()?;
        let size = self.terminal.size()?;
        update(self.app, Event::Resize(size));
        let event = match edited {
            Ok(text) => Event::Edited(text),
            Err(reason) => Event::Outcome(Message::Failed(reason)),
        };
        update(self.app, event);
        Ok(())
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

    /// The next arrivals: one at least, and all that are there. It wakes up by itself to look after the notes' file, and,
    /// while the articles are being compared, to show how far that is.
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

    fn first(&mut self) -> Option<Arrival> {
        loop {
            let is_compared = self.app.is_compared();
            let pause = if is_compared { WATCH } else { self.comparison.next_tick() };
            match self.arrivals.recv_timeout(pause) {
                Ok(arrival) => return Some(arrival),
                Err(RecvTimeoutError::Timeout) if !is_compared => {
                    return Some(Arrival::Event(Event::Progress(self.comparison.progress())));
                }
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(event) = self.app.look_after_notes(now()) {
                        return Some(Arrival::Event(event));
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

/// While nothing happens, the notes' file is looked at after so long each time: what another window writes is there at
/// once for people, and looking costs next to nothing.
const WATCH: Duration = Duration::from_millis(700);

/// A program that is stopped is so within this time; one that is not has nobody who could let it go on.
const STOPPED_WITHIN: Duration = Duration::from_millis(200);

const fn is_resize(arrival: &Arrival) -> bool {
    matches!(arrival, Arrival::Event(Event::Resize(_)))
}

fn show(terminal: &mut Terminal, app: &App) -> io::Result<()> {
    terminal.show(|frame| draw(app, app.theme(), frame))
}
