//! The only place that changes [`App`]: an event comes in, the state changes, and what has to be done outside comes out.

mod follow;
mod jump;
mod mouse;
mod note;
mod search;

use crossterm::event::KeyEvent;
use ratatui::layout::{Position, Size};

use super::action::Action;
use super::app::{App, Findings, Message};
use super::apparatus;
use super::keymap;
use super::mode::{KeyPlace, Mode};
use super::pane::Pane;
use crate::read::{ArticleId, Excerpt};

/// What the reader is told.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize(Size),
    /// A cell was clicked.
    Click(Position),
    /// The wheel was turned over a cell, by so many rows.
    Wheel(Position, isize),
    /// The articles are compared.
    Compared(Box<Findings>),
    /// Something outside is done, or has failed.
    Outcome(Message),
}

/// What has to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the reader.
    Quit,
    /// Write the notes to their file.
    SaveNotes,
    /// Write the Markdown report.
    WriteReport,
    /// Give this to the clipboard.
    Copy(String),
}

/// A page of the help is so many lines: less than the smallest terminal shows.
const PAGE_OF_HELP: isize = 5;

/// Takes one event.
pub fn update(app: &mut App, event: Event) -> Option<Effect> {
    let effect = match event {
        Event::Key(key) => {
            app.message = None;
            app.touched = true;
            if let Some(action) = keymap::action(app.mode.place(), key) {
                act(app, action)
            } else {
                type_key(app, key);
                None
            }
        }
        Event::Paste(text) => {
            paste(app, &text);
            None
        }
        Event::Resize(size) => {
            app.size = size;
            None
        }
        Event::Click(at) => {
            mouse::click(app, at);
            None
        }
        Event::Wheel(at, rows) => {
            mouse::wheel(app, at, rows);
            None
        }
        Event::Compared(findings) => {
            jump::open(app, *findings);
            None
        }
        Event::Outcome(message) => {
            app.message = Some(message);
            None
        }
    };
    app.lay_out();
    effect
}

fn act(app: &mut App, action: Action) -> Option<Effect> {
    if let Mode::Help { top, of } = &mut app.mode {
        let last = keymap::bindings(*of).len() - 1;
        let rows = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -PAGE_OF_HELP,
            Action::PageDown => PAGE_OF_HELP,
            _ => 0,
        };
        *top = top.saturating_add_signed(rows).min(last);
        if rows != 0 {
            return None;
        }
    }
    match action {
        Action::NextDiscrepancy => jump::discrepancy(app, 1),
        Action::PreviousDiscrepancy => jump::discrepancy(app, -1),
        Action::NextShared => jump::shared(app, 1),
        Action::PreviousShared => jump::shared(app, -1),
        Action::NextMention => jump::mention(app, 1),
        Action::PreviousMention => jump::mention(app, -1),
        Action::NextReading => jump::reading(app),
        Action::Back => jump::back(app),
        Action::Forward => jump::forward(app),
        Action::NextMatch => jump::found(app, 1),
        Action::PreviousMatch => jump::found(app, -1),
        Action::NextArticle => focus(app, 1),
        Action::PreviousArticle => focus(app, -1),
        Action::Up => move_by(app, |pane, text| pane.move_rows(text, -1)),
        Action::Down => move_by(app, |pane, text| pane.move_rows(text, 1)),
        Action::Left => move_by(app, |pane, text| pane.move_word(text, -1)),
        Action::Right => move_by(app, |pane, text| pane.move_word(text, 1)),
        Action::HalfPageUp => page(app, -1, 2),
        Action::HalfPageDown => page(app, 1, 2),
        Action::PageUp => page(app, -1, 1),
        Action::PageDown => page(app, 1, 1),
        Action::Top => move_by(app, |pane, text| pane.move_to_end(text, -1)),
        Action::Bottom => move_by(app, |pane, text| pane.move_to_end(text, 1)),
        Action::ApparatusUp => scroll_apparatus(app, -1),
        Action::ApparatusDown => scroll_apparatus(app, 1),
        Action::ToggleFollow => {
            app.follows = !app.follows;
            let state = if app.follows { "follow" } else { "stay where they are" };
            app.message = Some(Message::Done(format!("the other columns {state}")));
            follow::follow(app);
        }
        Action::Search => app.mode = Mode::Search(Box::new(search::prompt())),
        Action::RunSearch => search::run(app),
        Action::Select => app.mode = Mode::Select { anchor: app.here().position },
        Action::Note => note::write(app),
        Action::NewLine => note::new_line(app),
        Action::SaveNote => return note::save(app),
        Action::Confirm => return note::judge(app, crate::notes::Verdict::Confirmed),
        Action::Dismiss => return note::judge(app, crate::notes::Verdict::Dismissed),
        Action::Doubt => return note::judge(app, crate::notes::Verdict::NeedsChecking),
        Action::Copy => return copy(app),
        Action::WriteReport if app.findings.is_some() => return Some(Effect::WriteReport),
        Action::WriteReport => app.message = Some(Message::Failed("the articles are still being compared".to_owned())),
        Action::Help => app.mode = Mode::Help { top: 0, of: app.mode.place() },
        Action::Leave => leave(app),
        Action::ClearSearch => app.search = None,
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

/// Goes back to reading; a search that was not run leaves no marks.
fn leave(app: &mut App) {
    if app.mode.place() == KeyPlace::Search {
        app.search = None;
    }
    app.mode = Mode::Read;
}

/// Moves in the article that is read; the apparatus and the other columns come along.
fn move_by(app: &mut App, motion: impl FnOnce(&mut Pane, &str)) {
    let Some(text) = app.articles.get(app.focus.0).map(|article| article.text.clone()) else { return };
    motion(&mut app.panes[app.focus.0], &text);
    show_under_cursor(app);
    follow::follow(app);
}

fn page(app: &mut App, by: isize, part: isize) {
    let Some(rows) = app.layout.as_ref().and_then(|layout| layout.columns.first()).map(|column| column.text.height)
    else {
        return;
    };
    let rows = (isize::try_from(rows).unwrap_or(isize::MAX) / part).max(1) * by;
    move_by(app, |pane, text| pane.move_rows(text, rows));
}

/// Shows what stands under the cursor; where nothing does, what was shown stays.
fn show_under_cursor(app: &mut App) {
    let here = app.here();
    let word = super::pane::word_at(app.text(app.focus), here.position);
    let under = app.findings.as_ref().and_then(|findings| findings.places.under(app.focus, word));
    if let Some(subject) = under {
        app.show(subject);
    }
}

/// Goes to the next article, or the one before, round the end.
fn focus(app: &mut App, by: isize) {
    let count = app.articles.len();
    if count == 0 {
        return;
    }
    let next = (app.focus.0.cast_signed() + by).rem_euclid(count.cast_signed());
    app.focus = ArticleId(next.cast_unsigned());
    app.bring_together(&[]);
    app.lay_out();
    let text = app.articles[app.focus.0].text.clone();
    app.panes[app.focus.0].keep_cursor_in_view(&text);
    show_under_cursor(app);
}

/// Scrolls the apparatus, as far as it has rows.
fn scroll_apparatus(app: &mut App, by: isize) {
    let Some(area) = app.layout.as_ref().map(|layout| layout.apparatus) else { return };
    let rows = apparatus::rows(app, usize::from(area.width)).len();
    let last = rows.saturating_sub(usize::from(area.height) - 1);
    app.apparatus_top = app.apparatus_top.saturating_add_signed(by).min(last);
}

fn type_key(app: &mut App, key: KeyEvent) {
    match &mut app.mode {
        Mode::Search(prompt) => {
            prompt.input(key);
            search::as_typed(app);
        }
        Mode::Note(draft) => {
            draft.editor.input(key);
        }
        Mode::Read | Mode::Select { .. } | Mode::Help { .. } => {}
    }
}

fn paste(app: &mut App, text: &str) {
    let mut doubts = Vec::new();
    let text = crate::read::harmless(text, &mut doubts);
    match &mut app.mode {
        Mode::Search(prompt) => {
            prompt.insert_str(text.lines().next().unwrap_or_default());
            search::as_typed(app);
        }
        Mode::Note(draft) => {
            draft.editor.insert_str(text);
        }
        Mode::Read | Mode::Select { .. } | Mode::Help { .. } => {}
    }
}

fn copy(app: &mut App) -> Option<Effect> {
    let Excerpt { article, span } = app.selection()?;
    let words = span.of(app.text(article)).to_owned();
    app.mode = Mode::Read;
    app.message = Some(Message::Done(format!("copied “{}”", crate::text::width::shorten(&words, 40))));
    Some(Effect::Copy(words))
}
