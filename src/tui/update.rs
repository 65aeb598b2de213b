//! The only place that changes [`App`]: an event comes in, the state changes, and what has to be done outside comes out.

mod apparatus;
mod columns;
mod filter;
mod follow;
mod jump;
mod list;
mod mistakes;
mod mouse;
mod note;
mod recall;
mod search;
mod synopsis;
mod view;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::{Position, Size};

use super::action::Action;
use super::app::{App, Findings, Message, Progress};
use super::marking::Marking;
use super::mode::{KeyPlace, Mode, View};
use super::paint::Marks;
use super::pane::Pane;
use super::state::Remembered;
use super::theme::Background;
use crate::read::Excerpt;

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
    /// The articles are still being compared.
    Progress(Progress),
    /// The terminal has told what stands behind the letters.
    Background(Background),
    /// The story was left there the last time.
    Recalled(Box<Remembered>),
    /// Something outside is done, or has failed.
    Outcome(Message),
    /// The reader is about to end without the user's wish.
    Ending,
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
    /// Give the terminal back to the shell until that lets the reader go on.
    Suspend,
}

/// A number before a key goes no higher: nobody counts further, and no loop runs longer.
const MOST_TIMES: usize = 9_999;

/// A page of the help is so many lines: less than the smallest terminal shows.
const PAGE_OF_HELP: isize = 5;

/// Takes one event.
pub fn update(app: &mut App, event: Event) -> Option<Effect> {
    let effect = match event {
        Event::Key(key) => {
            app.message = None;
            app.touched = true;
            press(app, key)
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
        Event::Progress(progress) => {
            app.progress = Some(progress);
            None
        }
        Event::Background(background) => {
            app.themes.learn(background);
            None
        }
        Event::Recalled(remembered) => {
            recall::recall(app, &remembered);
            None
        }
        Event::Outcome(message) => {
            app.message = Some(message);
            None
        }
        // Words that were being written are not lost because a window was closed.
        Event::Ending if matches!(app.mode, Mode::Note(_)) => note::save(app),
        Event::Ending => None,
    };
    list::refresh(app);
    app.lay_out();
    effect
}

/// Does what a key stands for, as many times as the number before it says; or takes it as a digit of that number, or as
/// something typed.
fn press(app: &mut App, key: KeyEvent) -> Option<Effect> {
    let place = app.place();
    if let Some(action) = app.keymap.action(place, key) {
        let count = app.count.take();
        return repeat(app, action, count);
    }
    let digit = match key.code {
        KeyCode::Char(character) if key.modifiers.is_empty() => character.to_digit(10),
        _ => None,
    };
    app.count = match digit {
        Some(digit) if place.counts() => {
            Some((app.count.unwrap_or(0) * 10 + digit as usize).min(MOST_TIMES)).filter(|&count| count > 0)
        }
        _ => None,
    };
    if app.count.is_none() {
        type_key(app, key);
    }
    None
}

/// Does `action`; with a number, so many times, or where that many are meant.
fn repeat(app: &mut App, action: Action, count: Option<usize>) -> Option<Effect> {
    match count {
        Some(number) if action == Action::Bottom && matches!(app.view, View::Read | View::Synopsis) => {
            jump::paragraph(app, number);
            None
        }
        Some(number) if action == Action::Bottom && app.view.is_list() => {
            list::move_to(app, number);
            None
        }
        Some(count) if action.repeats() => {
            let mut effect = None;
            for _ in 0..count {
                app.message = None;
                effect = act(app, action).or(effect);
            }
            effect
        }
        _ => act(app, action),
    }
}

fn act(app: &mut App, action: Action) -> Option<Effect> {
    if let Mode::Help { top, of } = &mut app.mode {
        let last = app.keymap.bindings(*of).len().saturating_sub(1);
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
    if filter::act(app, action) {
        return None;
    }
    if action != Action::DeleteNote {
        app.lists.doomed = None;
    }
    if mistakes::scroll(app, action) {
        return None;
    }
    match action {
        Action::NextDiscrepancy if app.view == View::Discrepancies => list::step(app, 1),
        Action::PreviousDiscrepancy if app.view == View::Discrepancies => list::step(app, -1),
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
        Action::NextArticle if app.view.is_list() => list::article_round(app, 1),
        Action::PreviousArticle if app.view.is_list() => list::article_round(app, -1),
        Action::NextArticle => focus(app, 1),
        Action::PreviousArticle => focus(app, -1),
        Action::ViewRead => view::open(app, View::Read),
        Action::ViewSynopsis => view::open(app, View::Synopsis),
        Action::ViewFacts => view::open(app, View::Facts),
        Action::ViewDiscrepancies => view::open(app, View::Discrepancies),
        Action::ViewEntities => view::open(app, View::Entities),
        Action::ViewNotes => view::open(app, View::Notes),
        Action::Open => view::read(app),
        Action::Up => rows(app, -1),
        Action::Down => rows(app, 1),
        Action::Left if app.view == View::Read => move_by(app, |pane, text| pane.move_word(text, -1)),
        Action::Right if app.view == View::Read => move_by(app, |pane, text| pane.move_word(text, 1)),
        Action::Left if app.view == View::Synopsis => synopsis::move_words(app, -1),
        Action::Right if app.view == View::Synopsis => synopsis::move_words(app, 1),
        Action::Left if app.list_columns().is_some() => list::article(app, -1),
        Action::Right if app.list_columns().is_some() => list::article(app, 1),
        Action::Left | Action::Right | Action::ToggleSort | Action::OnlySort => {}
        Action::HalfPageUp => page(app, -1, 2),
        Action::HalfPageDown => page(app, 1, 2),
        Action::PageUp => page(app, -1, 1),
        Action::PageDown => page(app, 1, 1),
        Action::Top => to_end(app, -1),
        Action::Bottom => to_end(app, 1),
        Action::ApparatusUp => apparatus::scroll(app, -1),
        Action::ApparatusDown => apparatus::scroll(app, 1),
        Action::ApparatusTaller => apparatus::grow(app, 1),
        Action::ApparatusShorter => apparatus::grow(app, -1),
        Action::ApparatusReset => app.apparatus_rows = None,
        Action::ToggleFollow => {
            app.follows = !app.follows;
            let state = if app.follows { "follow" } else { "stay where they are" };
            app.message = Some(Message::Done(format!("the other columns {state}")));
            follow::follow(app);
        }
        Action::Legend => app.mode = Mode::Legend,
        Action::ToggleDiffers => switch(app, Marking::Differs),
        Action::ToggleDamage => switch(app, Marking::Damage),
        Action::ToggleShared => switch(app, Marking::Shared),
        Action::ToggleSingle => switch(app, Marking::Single),
        Action::ToggleNames => switch(app, Marking::Names),
        Action::ToggleQuotations => switch(app, Marking::Quotations),
        Action::ToggleNotes => switch(app, Marking::Notes),
        Action::ToggleAll => switch_all(app),
        Action::Zoom => columns::zoom(app),
        Action::HideColumn => columns::hide(app),
        Action::ShowAll => columns::show_all(app),
        Action::MoveColumnLeft => columns::shift(app, -1),
        Action::MoveColumnRight => columns::shift(app, 1),
        Action::Filter => filter::open(app),
        Action::CycleFilter => filter::cycle(app),
        Action::ClearFilter => filter::clear(app),
        Action::DeleteNote => return note::take_away(app),
        Action::RestoreNote => return note::bring_back(app),
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
        Action::Help => app.mode = Mode::Help { top: 0, of: app.place() },
        Action::Done => app.mode = Mode::Browse,
        Action::Leave => leave(app),
        Action::NextTheme => {
            let name = app.themes.turn();
            app.theme_chosen = true;
            app.message = Some(Message::Done(format!("theme: {name}")));
        }
        Action::Suspend => return Some(Effect::Suspend),
        Action::ClearSearch => app.search = None,
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

/// Switches marks on or off.
fn switch(app: &mut App, marking: Marking) {
    app.marks_off = marking.switched(app.marks_off);
}

/// Switches all marks on, or off when all are on.
fn switch_all(app: &mut App) {
    let all_on = app.marks_off == Marks::default();
    app.marks_off = Marks::default();
    if all_on {
        app.marks_off = Marking::ALL.iter().fold(Marks::default(), |off, marking| marking.switched(off));
    }
}

/// Goes back to reading; a search that was not run leaves no marks.
fn leave(app: &mut App) {
    if app.place() == KeyPlace::Search {
        app.search = None;
    }
    app.mode = Mode::Browse;
}

/// Moves in the article that is read; the apparatus and the other columns come along.
fn move_by(app: &mut App, motion: impl FnOnce(&mut Pane, &str)) {
    let Some(text) = app.articles.get(app.focus.0).map(|article| article.text.clone()) else { return };
    motion(&mut app.panes[app.focus.0], &text);
    show_under_cursor(app);
    follow::follow(app);
}

/// Moves by rows in what is on the screen.
fn rows(app: &mut App, by: isize) {
    match app.view {
        View::Read => move_by(app, |pane, text| pane.move_rows(text, by)),
        View::Synopsis => synopsis::move_lines(app, by),
        View::Facts | View::Discrepancies | View::Entities | View::Notes => list::move_by(app, by),
    }
}

/// Moves to the beginning of what is on the screen, or to its end.
fn to_end(app: &mut App, by: isize) {
    match app.view {
        View::Read => move_by(app, |pane, text| pane.move_to_end(text, by)),
        View::Synopsis => synopsis::move_to_end(app, by),
        View::Facts | View::Discrepancies | View::Entities | View::Notes => list::move_to_end(app, by),
    }
}

fn page(app: &mut App, by: isize, part: isize) {
    let Some(body) = app.layout.as_ref().map(|layout| layout.body) else { return };
    let height = usize::from(body.height).saturating_sub(app.view.heading_rows());
    rows(app, (isize::try_from(height).unwrap_or(isize::MAX) / part).max(1) * by);
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
    let before = app.here();
    let Some(next) = app.arrangement.beside(app.focus, by) else { return };
    app.focus = next;
    if app.view == View::Synopsis {
        return synopsis::beside(app, before);
    }
    app.bring_together(&[]);
    app.lay_out();
    let text = app.articles[app.focus.0].text.clone();
    app.panes[app.focus.0].keep_cursor_in_view(&text);
    show_under_cursor(app);
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
        Mode::Mistakes { .. } => app.mode = Mode::Browse,
        Mode::Browse | Mode::Select { .. } | Mode::Legend | Mode::Filter { .. } | Mode::Help { .. } => {}
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
        Mode::Browse
        | Mode::Select { .. }
        | Mode::Legend
        | Mode::Filter { .. }
        | Mode::Help { .. }
        | Mode::Mistakes { .. } => {}
    }
}

fn copy(app: &mut App) -> Option<Effect> {
    let Excerpt { article, span } = app.selection()?;
    let words = span.of(app.text(article)).to_owned();
    app.mode = Mode::Browse;
    app.message = Some(Message::Done(format!("copied “{}”", crate::text::width::shorten(&words, 40))));
    Some(Effect::Copy(words))
}
