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
/// A title longer than this is cut by every window, too.
const TITLE_COLUMNS: usize = 80;

/// The terminal.
pub struct Terminal {
    terminal: DefaultTerminal,
    title: String,
}

impl Terminal {
    /// Takes the terminal, for a story with this headline.
    pub fn take(headline: &str) -> io::Result<Self> {
        // The theme knows whether there is to be colour, and keeps to NO_COLOR.
        style::force_color_output(true);
        let harmless: String = headline.chars().filter(|character| !character.is_control()).collect();
        let title = match shorten(&harmless, TITLE_COLUMNS).as_str() {
            "" => "variorum".to_owned(),
            headline => format!("variorum: {headline}"),
        };
        let taken = Self { terminal: ratatui::try_init()?, title };
        taken.set_up()?;
        Ok(taken)
    }

    fn set_up(&self) -> io::Result<()> {
        let title = (style::Print(KEEP_TITLE), SetTitle(&self.title));
        execute!(stdout(), EnableBracketedPaste, EnableMouseCapture, title.0, title.1)
    }

    /// Columns and rows.
    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws the screen in one go, as far as the terminal can do that.
    pub fn show(&mut self, draw: impl FnOnce(&mut Frame)) -> io::Result<()> {
        queue!(stdout(), BeginSynchronizedUpdate)?;
        self.terminal.draw(draw)?;
        execute!(stdout(), EndSynchronizedUpdate)
    }

    /// Asks what stands behind the letters. Nothing waits for an answer.
    pub fn ask_background(&mut self) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(background::QUESTION.as_bytes())?;
        Write::flush(out)
    }

    /// Gives the terminal back for now.
    pub fn leave(&mut self) {
        // There is nothing left to be done about a terminal that does not answer.
        let _ = execute!(stdout(), style::Print(TAKE_TITLE_BACK), DisableMouseCapture, DisableBracketedPaste);
        let _ = self.terminal.show_cursor();
        let _ = ratatui::try_restore();
    }

    /// Takes it again, whatever is on it.
    pub fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen)?;
        self.set_up()?;
        // Not `clear`, which asks the terminal where its cursor is, and would wait for the answer among the keys.
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
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
