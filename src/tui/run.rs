//! The reader from its first frame to its last: what is at hand is shown, then the one loop waits for what arrives.

mod stories;

use std::collections::BTreeSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use crossterm::event::KeyEvent;

use super::action::Action;
use super::app::{App, Findings, Message};
use super::arrivals::{Arrival, Comparison, Searching, TICK, listen};
use super::editor;
use super::effects::{carry_out, now};
use super::event::{Effect, Event};
use super::export::ReportFiles;
use super::mode::KeyPlace;
use super::rereading::Rereading;
use super::settings::UserSettings;
use super::signals::{self, Signal, Signals, end_by};
use super::sources::{Opening, Read, Sources};
use super::state::Memory;
use super::story::Story;
use super::terminal::Terminal;
use super::theme::Surroundings;
use super::update::update;
use super::view::draw;
use super::watch::Watch;
use crate::error::{Error, Result};
use crate::notes::{Notebook, Trails};
use crate::read::Article;

/// Why the reader ended.
enum End {
    /// The user has quit.
    Quit,
    /// The system wants it, by the signal of this number.
    Signal(i32),
    /// The terminal, or the comparison, has broken down.
    Broken(io::Error),
    /// There is nothing to be read, or the notes on it cannot be.
    Failed(Error),
}

/// Opens the reader on the articles of the sources, or on the bundled story, with the notes in `notes` or the user's own
/// folder, until the user quits.
///
/// # Errors
///
/// When a source or the notes cannot be read, or the terminal cannot be used.
pub fn run(opening: Opening, notes: Option<PathBuf>) -> Result<()> {
    let (sender, arrivals) = mpsc::channel();
    let files = ReportFiles::on(opening.sources.clone(), notes.clone());
    let sources = Sources::read(opening.clone(), sender.clone());
    let UserSettings { keymap, themes, author, mistakes } = UserSettings::read(Surroundings::from_environment());
    let mut read = sources.at_once(&arrivals).transpose()?;
    let story = match &mut read {
        // Of several stories one is chosen first.
        Some(Read { articles, stories: None, .. }) => Some(story(std::mem::take(articles), notes.clone())?),
        _ => None,
    };
    let signals = Signals::catch().map_err(Error::Terminal)?;
    let terminal = Terminal::take(story.as_ref().map_or("", headline)).map_err(Error::Terminal)?;
    let size = terminal.size().map_err(Error::Terminal)?;
    let work = story.as_ref().map(|story| Work::begin(&story.articles, &sender));
    let Story { articles, notebook } =
        story.unwrap_or_else(|| Story { articles: Vec::new(), notebook: Notebook::default() });
    let pausing = keymap.clone();
    let mut app = App::new(articles, notebook, keymap, size).with_settings(themes, mistakes).with_author(author);
    if read.is_none() {
        update(&mut app, Event::Reading(sources.reached()));
    }
    let (resume, resumed) = mpsc::channel();
    // The keys that are typed into the user's own editor are for that alone.
    let pauses = move |key| pausing.action(KeyPlace::Note, key) == Some(Action::EditOutside);
    let mut reading = Reading {
        terminal,
        app,
        arrivals,
        sender,
        sources,
        opening,
        notes,
        trails: Trails::default(),
        work,
        read: None,
        taken_out: BTreeSet::new(),
        watch: Watch::default(),
        rereading: Rereading::default(),
        files,
        pauses: Box::new(pauses.clone()),
        resume,
        is_warned: false,
        backlog: Vec::new(),
    };
    reading.settle();
    if let Some(read) = read {
        reading.offer(read);
    }
    reading.show().map_err(Error::Terminal)?;
    reading.watch();
    let sender = reading.sender.clone();
    listen(sender.clone(), pauses, resumed);
    signals.listen(move |signal| sender.send(Arrival::Signal(signal)).is_ok());
    if reading.app.wants_background() {
        reading.terminal.ask_background().map_err(Error::Terminal)?;
    }
    match catch_unwind(AssertUnwindSafe(|| reading.read())) {
        Ok(end) => reading.end(end.unwrap_or_else(End::Broken)),
        Err(panic) => {
            reading.terminal.was_restored();
            // Words that were being written are not lost by a mistake of ours, where they can still be had.
            let _ = catch_unwind(AssertUnwindSafe(|| reading.save_draft()));
            drop(reading);
            resume_unwind(panic)
        }
    }
}

/// The notes on the articles, with them.
fn story(articles: Vec<Article>, notes: Option<PathBuf>) -> Result<Story> {
    Ok(Story { notebook: Notebook::open(&articles, notes)?, articles })
}

/// What the window is called after.
fn headline(story: &Story) -> &str {
    story.articles.first().map_or("", |article| article.title.as_str())
}

/// What is done about a story beside showing it.
struct Work {
    comparison: Comparison,
    searching: Searching,
    memory: Memory,
}

impl Work {
    fn begin(articles: &[Article], sender: &Sender<Arrival>) -> Self {
        Self {
            comparison: Comparison::begin(articles.to_vec(), sender.clone()),
            searching: Searching::of(articles, sender.clone()),
            memory: Memory::of(articles),
        }
    }
}

/// All that the loop has to do with.
struct Reading {
    terminal: Terminal,
    app: App,
    arrivals: Receiver<Arrival>,
    sender: Sender<Arrival>,
    sources: Sources,
    /// What the reader was asked to open, with what has joined it.
    opening: Opening,
    /// The file of the notes, where the user names one.
    notes: Option<PathBuf>,
    /// What was done to the notes of stories that were left.
    trails: Trails,
    /// `None` while the articles are being read, or a story is to be chosen.
    work: Option<Work>,
    /// What is read, where it tells several stories.
    read: Option<Read>,
    /// Where the articles came from that the user has taken out.
    taken_out: BTreeSet<String>,
    watch: Watch,
    rereading: Rereading,
    files: ReportFiles,
    /// Whether no more keys are taken after this one until [`Reading::resume`] is told.
    pauses: Box<dyn Fn(KeyEvent) -> bool>,
    resume: Sender<()>,
    /// Whether the user has been told that leaving would lose notes.
    is_warned: bool,
    /// What arrived while nothing could be done about it.
    backlog: Vec<Arrival>,
}

impl Reading {
    /// The one loop: waits for something to arrive, takes everything that has, and draws.
    fn read(&mut self) -> io::Result<End> {
        while let Some(batch) = self.wait() {
            for arrival in batch {
                let end = match arrival {
                    Arrival::Event(event) => self.take(event)?,
                    Arrival::Read(_) if self.work.is_some() || self.read.is_some() => None,
                    Arrival::Read(Ok(read)) => self.begin(read)?,
                    Arrival::Read(Err(error)) => Some(End::Failed(error)),
                    Arrival::Reread(reread) => {
                        self.reread(reread)?;
                        None
                    }
                    Arrival::Broken(error) => return Err(error),
                    Arrival::Signal(Signal::End(signal)) => Some(End::Signal(signal)),
                    Arrival::Signal(Signal::GoOn) => {
                        self.terminal.enter()?;
                        let size = self.terminal.size()?;
                        self.take(Event::Resize(size))?
                    }
                };
                if let Some(end) = end {
                    return Ok(end);
                }
            }
            self.show()?;
        }
        Ok(End::Quit)
    }

    /// Takes one event and does what has to be done about it; whether that is to end.
    fn take(&mut self, event: Event) -> io::Result<Option<End>> {
        #[cfg(debug_assertions)]
        break_down_if_asked(&event);
        if matches!(event, Event::Resize(_)) {
            self.terminal.forget();
        }
        if matches!(&event, Event::Compared(findings) if !is_of(findings, &self.app.articles)) {
            // It was begun for the story that was open before.
            return Ok(None);
        }
        let comes_by_itself = matches!(event, Event::Compared(_)) && !self.app.is_touched();
        let is_awaited = matches!(&event, Event::Key(key) if (self.pauses)(*key));
        let effect = update(&mut self.app, event);
        if let Some(work) = self.work.as_mut().filter(|_| comes_by_itself) {
            work.memory.settle(&self.app);
        }
        let end = match effect {
            None => None,
            Some(effect) => self.carry_out(effect)?,
        };
        if end.is_none() {
            self.take_in_what_waits()?;
        }
        if is_awaited {
            // Nobody may be listening any more: then the terminal is gone.
            let _ = self.resume.send(());
        }
        Ok(end)
    }

    /// Does what has to be done outside; whether that is to end.
    fn carry_out(&mut self, effect: Effect) -> io::Result<Option<End>> {
        match effect {
            Effect::Quit => return Ok(self.may_quit().then_some(End::Quit)),
            Effect::StopReading => return self.stop(),
            Effect::OpenStory(place) => return self.choose(place),
            Effect::AddSource(typed) => self.add_source(&typed),
            Effect::AddText { name, text } => self.add_text(&name, &text)?,
            Effect::DropArticle(article) => self.take_out(article)?,
            Effect::ReadAgain => self.read_again(),
            Effect::Suspend => self.suspend()?,
            Effect::EditOutside(text) => self.edit_outside(&text)?,
            Effect::Search(pattern) => {
                if let Some(work) = &self.work {
                    work.searching.begin(pattern);
                }
            }
            effect => {
                if let Some(event) = carry_out(effect, &mut self.app, &mut self.files) {
                    update(&mut self.app, event);
                }
            }
        }
        Ok(None)
    }

    /// Whether nothing is lost by leaving now; if something is, the user is told, once.
    fn may_quit(&mut self) -> bool {
        let is_saved = !self.app.notebook.is_unsaved() && !self.trails.are_unsaved();
        if is_saved || self.is_warned {
            return true;
        }
        let Err(error) = self.app.save_notes(now()).and_then(|()| self.trails.save()) else { return true };
        self.is_warned = true;
        update(&mut self.app, Event::Outcome(Message::Failed(format!("once more leaves without your notes: {error}"))));
        false
    }

    /// Gives the terminal to the user's own editor, and takes it again.
    fn edit_outside(&mut self, text: &str) -> io::Result<()> {
        self.terminal.leave();
        let edited = editor::edit(text);
        self.terminal.enter()?;
        let size = self.terminal.size()?;
        update(&mut self.app, Event::Resize(size));
        let event = match edited {
            Ok(text) => Event::Edited(text),
            Err(reason) => Event::Outcome(Message::Failed(reason)),
        };
        update(&mut self.app, event);
        Ok(())
    }

    /// Saves the note that is being written, because it cannot be ended.
    fn save_draft(&mut self) {
        if let Some(effect) = update(&mut self.app, Event::Ending) {
            carry_out(effect, &mut self.app, &mut self.files);
        }
    }

    /// Puts everything away; what of the end is to be told.
    fn end(mut self, end: End) -> Result<()> {
        if !matches!(end, End::Quit) {
            self.save_draft();
        }
        if let Some(work) = &self.work {
            work.memory.keep(&self.app);
        }
        drop(self.terminal);
        match end {
            End::Quit => Ok(()),
            End::Signal(signal) => {
                end_by(signal);
                Ok(())
            }
            End::Broken(error) => Err(Error::Terminal(error)),
            End::Failed(error) => Err(error),
        }
    }

    fn show(&mut self) -> io::Result<()> {
        let Self { terminal, app, .. } = self;
        terminal.show(|frame| draw(app, app.theme(), frame))
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
        update(&mut self.app, Event::Resize(size));
        if let Err(error) = stopped {
            update(&mut self.app, Event::Outcome(Message::Failed(format!("cannot stop here: {error}"))));
        }
        Ok(())
    }

    /// The next arrivals: one at least, and all that are there. It wakes up by itself to look after the notes' file, and,
    /// while the articles are being read or compared, to show how far that is.
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
            let pause = match &self.work {
                Some(_) if self.app.is_compared() => WATCH,
                Some(work) => work.comparison.next_tick(),
                None if self.read.is_some() => return self.arrivals.recv().ok(),
                None => TICK,
            };
            match self.arrivals.recv_timeout(pause) {
                Ok(arrival) => return Some(arrival),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let event = match &self.work {
                Some(_) if self.app.is_compared() => {
                    self.look_after_sources();
                    self.app.look_after_notes(now())
                }
                Some(work) => Some(Event::Progress(work.comparison.progress())),
                None => Some(Event::Reading(self.sources.reached())),
            };
            if let Some(event) = event {
                return Some(Arrival::Event(event));
            }
        }
    }
}

/// Whether this was found in these articles.
fn is_of(findings: &Findings, articles: &[Article]) -> bool {
    let found_in = findings.analysis.articles.iter().map(|article| &article.sha256);
    found_in.eq(articles.iter().map(|article| &article.sha256))
}

/// Builds for tests break down when they are asked to, so that it can be seen what becomes of the terminal.
#[cfg(debug_assertions)]
fn break_down_if_asked(event: &Event) {
    let is_asked = matches!(event, Event::Paste(text) if text == "break down");
    assert!(!is_asked || std::env::var_os("VARIORUM_BREAK_DOWN").is_none(), "asked to break down");
}

/// While nothing happens, the notes' file and the sources are looked at after so long each time: what another window
/// writes is there at once for people, and looking costs next to nothing.
const WATCH: Duration = Duration::from_millis(700);

/// A program that is stopped is so within this time; one that is not has nobody who could let it go on.
const STOPPED_WITHIN: Duration = Duration::from_millis(200);

const fn is_resize(arrival: &Arrival) -> bool {
    matches!(arrival, Arrival::Event(Event::Resize(_)))
}
