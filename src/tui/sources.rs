//! The story's sources are read on a thread of their own: those of an ordinary story before anybody could notice, many or
//! slow ones behind the first frame, which says how far that is. What is read by then can be opened without the rest.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::arrivals::Arrival;
use crate::error::{Error, Result};
use crate::group::{Story, several_stories};
use crate::read::places::Fetching;
use crate::read::{self, Article, Limits, Opened, number};

/// So long the first frame waits for the articles: no longer than it takes to be seen that something is being done.
const AT_ONCE: Duration = Duration::from_millis(50);

/// What the reader is to open, and how.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The sources; none for the bundled story.
    pub sources: Vec<PathBuf>,
    /// How much is taken from each.
    pub limits: Limits,
    /// How addresses are fetched.
    pub fetching: Fetching,
    /// Whether the articles may tell several stories.
    pub grouping: Grouping,
}

/// Whether articles may tell several stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Where they clearly do, one is chosen first.
    #[default]
    ByStory,
    /// All are compared with each other, whatever they tell.
    OneStory,
}

/// What was read.
#[derive(Debug)]
pub struct Read {
    /// The articles.
    pub articles: Vec<Article>,
    /// The stories that they tell, where these are several.
    pub stories: Option<Vec<Story>>,
    /// What could not be read, in words.
    pub refused: Vec<String>,
}

impl Read {
    /// What these articles are, with those that could not be read.
    fn of(opened: Opened, grouping: Grouping) -> Self {
        let refused = opened.messages().collect();
        let articles = opened.articles;
        let stories = if grouping == Grouping::ByStory { several_stories(&articles) } else { None };
        Self { articles, stories, refused }
    }
}

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Articles that are read.
    pub read: usize,
    /// Articles in all.
    pub of: usize,
    /// What is being read now.
    pub now: String,
}

/// The reading under way.
#[derive(Debug)]
pub struct Sources {
    state: Arc<Mutex<State>>,
    grouping: Grouping,
    /// Whether somebody may be typing an article: then the terminal is theirs until it is read.
    from_input: bool,
}

#[derive(Debug, Default)]
struct State {
    articles: Vec<Article>,
    of: usize,
    now: String,
    stopped: bool,
}

impl Sources {
    /// Begins to read the sources, or, where there are none, the bundled story; the articles, or why they cannot be read,
    /// arrive.
    pub fn read(opening: Opening, sender: Sender<Arrival>) -> Self {
        let Opening { sources: list, limits, fetching, grouping } = opening;
        let state = Arc::<Mutex<State>>::default();
        let from_input = list.iter().any(|source| source.as_os_str() == "-");
        let shared = Arc::clone(&state);
        if list.is_empty() {
            // That is at hand. The other end of the channel is in the hands of who called.
            let bundled = Read { articles: read::bundled(), stories: None, refused: Vec::new() };
            let _ = sender.send(Arrival::Read(Ok(bundled)));
            return Self { state, grouping, from_input };
        }
        let read = move || {
            let opened = read::sources(&list, &limits, &fetching, |reached| {
                let mut state = locked(&shared);
                let known = state.articles.len();
                state.articles.extend_from_slice(&reached.read[known..]);
                state.of = reached.of;
                reached.now.clone_into(&mut state.now);
                !state.stopped
            })?;
            "which of them tell one story".clone_into(&mut locked(&shared).now);
            Ok(Read::of(opened, grouping))
        };
        thread::spawn(move || {
            let read = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
                let cause = io::Error::other("their reading broke down; please report them");
                Err(Error::Stream { attempt: "read the articles", cause })
            });
            // Nobody may be listening any more.
            let _ = sender.send(Arrival::Read(read));
        });
        Self { state, grouping, from_input }
    }

    /// The articles, where they come at once: nothing else arrives yet.
    pub fn at_once(&self, arrivals: &Receiver<Arrival>) -> Option<Result<Read>> {
        let first = if self.from_input { arrivals.recv().ok() } else { arrivals.recv_timeout(AT_ONCE).ok() };
        match first? {
            Arrival::Read(read) => Some(read),
            _ => None,
        }
    }

    /// How far it is.
    pub fn reached(&self) -> Reached {
        let state = locked(&self.state);
        Reached { read: state.articles.len(), of: state.of, now: state.now.clone() }
    }

    /// Ends it after what is being read now, and gives what is read.
    pub fn stop(&self) -> Read {
        let mut state = locked(&self.state);
        state.stopped = true;
        let mut articles = state.articles.clone();
        number(&mut articles);
        Read::of(Opened { articles, ..Opened::default() }, self.grouping)
    }
}

/// What is in there is whole at every moment, whatever became of the other thread.
fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
