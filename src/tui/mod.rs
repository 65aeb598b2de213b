//! The reader: the articles side by side in a terminal, with the apparatus beneath them.
//!
//! ```text
//! key → keymap → Action → update → maybe an Effect, carried out by `run` → the next frame
//! ```
//!
//! The first frame needs the texts alone, and not even those where they take long to be read. Reading, comparing and
//! searching long texts are done on other threads; what they find arrives through the same channel as the keys, and is in
//! the next frame.

mod action;
mod addition;
mod app;
mod apparatus;
mod arrangement;
mod arrivals;
mod background;
mod datelines;
mod editor;
mod effects;
mod event;
mod export;
mod first_run;
mod gestures;
mod hints;
mod jumps;
mod keymap;
mod labels;
mod layout;
mod list;
mod lists;
mod marking;
mod menu;
mod mode;
mod paint;
mod pane;
mod paths;
mod picker;
mod places;
mod prompt;
mod reasons;
mod rereading;
mod run;
mod saving;
mod search;
mod session;
mod settings;
mod signals;
mod sources;
mod state;
mod story;
mod synopsis;
mod terminal;
mod theme;
mod update;
mod view;
mod watch;
mod wording;

pub use action::Action;
pub use app::{App, Findings, Message, Progress};
pub use event::{Effect, Event};
pub use keymap::Keymap;
pub use picker::Choice;
pub use run::run;
pub use search::{Pattern, Search};
pub use settings::{Mistakes, UserSettings};
pub use sources::{Grouping, Opening, Reached};
pub use state::Remembered;
pub use story::Story;
pub use terminal::width;
pub use theme::{Background, Colours, DEFAULTS as DEFAULT_THEMES, Surroundings, Theme, Themes};
pub use update::update;
pub use view::draw;
