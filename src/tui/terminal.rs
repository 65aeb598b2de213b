//! The terminal in the reader's hands: taken, given back for a while, and given back as it was by whatever way the reader
//! ends.

use std::io::{self, IsTerminal, Write, stdout};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, SetTitle, enable_raw_mode,
};
use crossterm::{execute, queue, style};
use ratatui::layout::{Position, Rect, Size};
use ratatui::{DefaultTerminal, Frame};

use super::background;
use crate::text::width::shorten;

/// The window's title is put aside, and taken back, by the terminals that can.
const KEEP_TITLE: &str = "\x1b[22;0t";
const TAKE_TITLE_BACK: &str = "\x1b[23;0t";
/// Asks a terminal that turns text from right to left round to leave every cell where it was put: it would take the words
/// of two columns side by side for one line (mode 8 of ECMA-48). Others do not know the mode, and need not.
const CELLS_STAY: &str = "\u{1b}[8l";
/// Takes that back.
const CELLS_TURN: &str = "\u{1b}[8h";
/// A title longer than this is cut by every window, too.
const TITLE_COLUMNS: usize = 80;

/// The terminal.
pub struct Terminal {
    screen: DefaultTerminal,
    title: String,
    /// Whether what is on the screen is no longer known.
    is_unknown: bool,
    /// Whether the screen before has been brought back already, as a panic does.
    is_restored: bool,
}

impl Terminal {
    /// Takes the terminal, for a story with this headline.
    pub fn take(headline: &str) -> io::Result<Self> {
        // The theme knows whether there is to be colour, and keeps to NO_COLOR.
        style::force_color_output(true);
        let taken =
            Self { screen: ratatui::try_init()?, title: title(headline), is_unknown: false, is_restored: false };
        taken.set_up()?;
        Ok(taken)
    }

    fn set_up(&self) -> io::Result<()> {
        let title = (style::Print(KEEP_TITLE), SetTitle(&self.title));
        execute!(stdout(), EnableBracketedPaste, EnableMouseCapture, style::Print(CELLS_STAY), title.0, title.1)
    }

    /// Names the window after a story with this headline.
    pub fn entitle(&mut self, headline: &str) -> io::Result<()> {
        self.title = title(headline);
        execute!(stdout(), SetTitle(&self.title))
    }

    /// Columns and rows.
    pub fn size(&self) -> io::Result<Size> {
        self.screen.size()
    }

    /// Draws the next screen whole: the terminal may have lost what was on it, and has when it became smaller in between.
    pub fn forget(&mut self) {
        self.is_unknown = true;
    }

    /// Draws the screen in one go, as far as the terminal can do that.
    pub fn show(&mut self, draw: impl FnOnce(&mut Frame)) -> io::Result<()> {
        queue!(stdout(), BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.is_unknown) {
            // Not `clear`, which asks the terminal where its cursor is, and would wait for the answer among the keys.
            let size = self.screen.size()?;
            self.screen.resize(Rect::from((Position::ORIGIN, size)))?;
        }
        self.screen.draw(draw)?;
        execute!(stdout(), EndSynchronizedUpdate)
    }

    /// Asks what stands behind the letters. Nothing waits for an answer.
    pub fn ask_background(&mut self) -> io::Result<()> {
        let out = self.screen.backend_mut();
        out.write_all(background::QUESTION.as_bytes())?;
        Write::flush(out)
    }

    /// A panic has brought the screen before back.
    pub fn was_restored(&mut self) {
        self.is_restored = true;
    }

    /// Gives the terminal back for now.
    pub fn leave(&mut self) {
        // There is nothing left to be done about a terminal that does not answer.
        let _ = execute!(stdout(), style::Print(TAKE_TITLE_BACK), style::Print(CELLS_TURN));
        let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste);
        let _ = self.screen.show_cursor();
        // To bring the screen before back once more would put the cursor over what the panic has said on it.
        if !self.is_restored && !std::thread::panicking() {
            let _ = ratatui::try_restore();
        }
    }

    /// Takes it again, whatever is on it.
    pub fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen)?;
        self.is_unknown = true;
        self.set_up()
    }
}

/// The window's title for a story with this headline.
fn title(headline: &str) -> String {
    let harmless: String = headline.chars().filter(|character| !character.is_control()).collect();
    match shorten(&harmless, TITLE_COLUMNS).as_str() {
        "" => "variorum".to_owned(),
        headline => format!("variorum: {headline}"),
    }
}

/// The columns of the terminal that standard output is; `None` where it is none.
pub fn width() -> Option<usize> {
    stdout().is_terminal().then(|| crossterm::terminal::size().ok())?.map(|(columns, _)| usize::from(columns))
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}
