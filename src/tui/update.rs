//! The only place that changes [`App`]: an event comes in, the state changes, and what has to be done outside comes out.

mod add;
mod apparatus;
mod columns;
mod export;
mod filter;
mod follow;
mod jump;
mod kinds;
mod labels;
mod list;
mod menu;
mod mistakes;
mod motion;
mod mouse;
mod narrow;
mod note;
mod picker;
mod reading;
mod recall;
mod search;
mod select;
mod synopsis;
mod typing;
mod view;

use crossterm::event::{KeyCode, KeyEvent};

use super::action::Action;
use super::app::{App, Message};
use super::event::{Effect, Event};
use super::marking::Marking;
use super::menu::Kind;
use super::mode::{KeyPlace, Mode, Unit, View};
use super::paint::Marks;
use super::pane::Pane;
use super::reasons::reason;
use super::search::Search;

/// A number before a key goes no higher: nobody counts further.
const MOST_TIMES: usize = 9_999;
/// What has to be done over and over is done no more often: the reader answers at once, whatever was typed.
const MOST_REPEATS: usize = 999;

/// Takes one event.
pub fn update(app: &mut App, event: Event) -> Option<Effect> {
    // Once the user does something, nothing moves of its own accord.
    app.touched |= matches!(
        event,
        Event::Key(_) | Event::Paste(_) | Event::Click(_) | Event::DoubleClick(_) | Event::Drag(..) | Event::Wheel(..)
    );
    let effect = match event {
        Event::Key(key) => {
            app.message = None;
            search::stay(app);
            press(app, key)
        }
        Event::Paste(text) => {
            typing::paste(app, &text);
            None
        }
        Event::Resize(size) => {
            app.size = size;
            None
        }
        Event::Click(at) => mouse::click(app, at),
        Event::DoubleClick(at) => mouse::double_click(app, at),
        Event::Drag(from, to) => {
            mouse::drag(app, from, to);
            None
        }
        Event::Wheel(at, rows) => {
            mouse::wheel(app, at, rows);
            None
        }
        Event::Reading(reached) => {
            app.reading = Some(reached);
            None
        }
        Event::Opened(story) => {
            reading::end(app, *story);
            None
        }
        Event::TakenOut(location) => {
            add::remember(app, location);
            None
        }
        Event::Stories(choices) => {
            picker::offer(app, choices);
            None
        }
        Event::Compared(findings) => {
            jump::open(app, *findings);
            menu::fill(app);
            None
        }
        Event::Progress(progress) => {
            app.progress = Some(progress);
            None
        }
        Event::Background(background) => {
            app.session.themes.learn(background);
            None
        }
        Event::Recalled(remembered) => {
            recall::recall(app, &remembered);
            None
        }
        Event::Found(search) => {
            search::found(app, *search);
            None
        }
        Event::Outcome(message) => {
            app.message = Some(message);
            None
        }
        Event::NotesChanged => {
            let told = app.notebook.take_message();
            let told = told.map(Message::Failed);
            app.message = told.or(app.message.take());
            None
        }
        Event::Edited(text) => {
            note::edited(app, &text);
            None
        }
        Event::Completed(found) => {
            add::completed(app, found);
            None
        }
        Event::ReportExists(free) => {
            export::ask(app, free);
            None
        }
        Event::ReportWritten(message) => {
            export::written(app, message);
            None
        }
        // Words that were being written are not lost because a window was closed.
        Event::Ending if matches!(app.mode, Mode::Note(_)) => note::save(app),
        Event::Ending => None,
    };
    list::refresh(app);
    app.lay_out();
    effect.or_else(|| app.search.as_mut().and_then(Search::give_away).map(Effect::Search))
}

/// Does what a key stands for, as many times as the number before it says; or takes it as a digit of that number, or as
/// something typed.
fn press(app: &mut App, key: KeyEvent) -> Option<Effect> {
    let place = app.place();
    if let Some(action) = app.session.keymap.action(place, key) {
        let count = app.count.take();
        return perform(app, action, count);
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
        typing::key(app, key);
    }
    None
}

/// Does `action`, or says why it cannot be done now.
fn perform(app: &mut App, action: Action, count: Option<usize>) -> Option<Effect> {
    if let Some(reason) = reason(app, action) {
        // Esc is pressed to be sure, and needs no answer.
        if action != Action::ClearSearch {
            app.message = Some(Message::Failed(reason.to_owned()));
        }
        return None;
    }
    select::leave_for(app, action);
    repeat(app, action, count)
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
            if steps(app, action, count.cast_signed()) {
                return None;
            }
            let mut effect = None;
            for _ in 0..count.min(MOST_REPEATS) {
                app.message = None;
                effect = act(app, action).or(effect);
            }
            effect
        }
        _ => act(app, action),
    }
}

fn act(app: &mut App, action: Action) -> Option<Effect> {
    if menu::moves(app, action) {
        return None;
    }
    if filter::act(app, action) {
        return None;
    }
    if mistakes::scroll(app, action) {
        return None;
    }
    match action {
        Action::Up | Action::Down if matches!(app.mode, Mode::Search(_)) => {
            search::recall(app, if action == Action::Up { -1 } else { 1 });
        }
        Action::Up | Action::Down if matches!(app.mode, Mode::Add(_)) => {
            add::recall(app, if action == Action::Up { -1 } else { 1 });
        }
        Action::Up if matches!(app.mode, Mode::Export(_)) => export::turn(app, -1),
        Action::Down if matches!(app.mode, Mode::Export(_)) => export::turn(app, 1),
        _ if steps(app, action, 1) => {}
        Action::NextMention => jump::mention(app, 1),
        Action::PreviousMention => jump::mention(app, -1),
        Action::NextArticleMention => kinds::mention_elsewhere(app),
        Action::NextReading => kinds::what_stands_here(app),
        Action::OtherHere => kinds::what_else_stands_here(app),
        Action::Labels => labels::show(app),
        Action::Back => jump::back(app),
        Action::Forward => jump::forward(app),
        Action::NextMatch => jump::found(app, 1),
        Action::PreviousMatch => jump::found(app, -1),
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
        Action::PreviousSentence => motion::sentence(app, -1),
        Action::NextSentence => motion::sentence(app, 1),
        Action::PreviousParagraph => motion::paragraph(app, -1),
        Action::NextParagraph => motion::paragraph(app, 1),
        Action::HalfPageUp => page(app, -1, 2),
        Action::HalfPageDown => page(app, 1, 2),
        Action::PageUp => page(app, -1, 1),
        Action::PageDown => page(app, 1, 1),
        Action::Top => to_end(app, -1),
        Action::Bottom => to_end(app, 1),
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
        Action::FindNotes => narrow::open(app),
        Action::Bind => return note::bind(app),
        Action::Undo => return note::undo(app),
        Action::Redo => return note::redo(app),
        Action::EditOutside => return note::edit_outside(app),
        Action::Search => app.mode = Mode::Search(Box::default()),
        Action::RunSearch => search::run(app),
        Action::Select => select::by(app, Unit::Word),
        Action::SelectSentences => select::by(app, Unit::Sentence),
        Action::SwapEnds => select::swap_ends(app),
        Action::Note => note::write(app),
        Action::NewLine => note::new_line(app),
        Action::SaveNote => return note::save(app),
        Action::Confirm => return note::judge(app, crate::notes::Verdict::Confirmed),
        Action::Dismiss => return note::judge(app, crate::notes::Verdict::Dismissed),
        Action::Doubt => return note::judge(app, crate::notes::Verdict::NeedsChecking),
        Action::Copy => return select::copy(app),
        Action::WriteReport => export::open(app),
        Action::WriteFile => return export::write(app),
        Action::CompletePath => return add::complete(app),
        Action::AddArticle => add::open(app),
        Action::AddSource => return add::add(app),
        Action::DropArticle => return Some(Effect::DropArticle(app.focus)),
        Action::ReadAgain => return Some(Effect::ReadAgain),
        Action::WriteOver => return export::write_over(app),
        Action::OtherName => export::take_other(app),
        Action::Palette => menu::open(app, Kind::Palette),
        Action::Help => menu::open(app, Kind::Keys),
        Action::Stories => menu::open(app, Kind::Stories),
        Action::Run => return menu::run(app),
        Action::Done => app.mode = Mode::Browse,
        // Nothing lies beneath.
        Action::Leave if picker::must_choose(app) => return Some(Effect::Quit),
        Action::Leave => leave(app),
        Action::NextTheme => {
            let name = app.session.themes.turn();
            app.session.theme_chosen = true;
            app.message = Some(Message::Done(format!("theme: {name}")));
        }
        Action::Suspend => return Some(Effect::Suspend),
        Action::ClearSearch if app.reading.is_some() => return Some(reading::stop(app)),
        Action::ClearSearch => app.search = None,
        Action::Quit => return Some(Effect::Quit),
        // What is a step has been one, and what is for a list alone means nothing elsewhere.
        Action::Left
        | Action::Right
        | Action::ToggleSort
        | Action::OnlySort
        | Action::NextDiscrepancy
        | Action::PreviousDiscrepancy
        | Action::NextSameKind
        | Action::PreviousSameKind
        | Action::NextShared
        | Action::PreviousShared
        | Action::NextFact
        | Action::PreviousFact
        | Action::NextArticle
        | Action::PreviousArticle
        | Action::ApparatusUp
        | Action::ApparatusDown => {}
    }
    None
}

/// Goes `times` steps at once, when `action` is one that leads to the next of something.
fn steps(app: &mut App, action: Action, times: isize) -> bool {
    match action {
        Action::NextDiscrepancy if app.view == View::Discrepancies => list::step(app, times),
        Action::PreviousDiscrepancy if app.view == View::Discrepancies => list::step(app, -times),
        Action::NextDiscrepancy => jump::discrepancy(app, times),
        Action::PreviousDiscrepancy => jump::discrepancy(app, -times),
        Action::NextSameKind => kinds::discrepancy(app, times),
        Action::PreviousSameKind => kinds::discrepancy(app, -times),
        Action::NextShared => jump::shared(app, times),
        Action::PreviousShared => jump::shared(app, -times),
        Action::NextFact => kinds::fact(app, times),
        Action::PreviousFact => kinds::fact(app, -times),
        Action::NextArticle if app.view.is_list() => list::article_round(app, times),
        Action::PreviousArticle if app.view.is_list() => list::article_round(app, -times),
        Action::NextArticle => focus(app, times),
        Action::PreviousArticle => focus(app, -times),
        Action::ApparatusUp => apparatus::scroll(app, -times),
        Action::ApparatusDown => apparatus::scroll(app, times),
        _ => return false,
    }
    true
}

/// Switches marks on or off.
fn switch(app: &mut App, marking: Marking) {
    app.session.marks_off = marking.switched(app.session.marks_off);
}

/// Switches all marks on, or off when all are on.
fn switch_all(app: &mut App) {
    let all_on = app.session.marks_off == Marks::default();
    app.session.marks_off = Marks::default();
    if all_on {
        app.session.marks_off = Marking::ALL.iter().fold(Marks::default(), |off, marking| marking.switched(off));
    }
}

/// Goes back to what lies beneath, or to reading; a search that was not run leaves no marks.
fn leave(app: &mut App) {
    match app.place() {
        KeyPlace::Search => app.search = None,
        KeyPlace::Narrow => narrow::clear(app),
        KeyPlace::Overwrite if export::leave(app) => return,
        _ => {}
    }
    app.mode = match std::mem::replace(&mut app.mode, Mode::Browse) {
        Mode::Menu(menu) => menu.beneath,
        Mode::Labels(labels) => labels.beneath,
        _ => Mode::Browse,
    };
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
    if let Some(subject) = app.under_cursor() {
        app.show(subject);
    }
}

/// Goes to the next article, or the one before, round the end.
fn focus(app: &mut App, by: isize) {
    let before = app.here();
    let Some(next) = app.arrangement.beside(app.focus, by) else { return };
    app.focus = next;
    if app.view == View::Synopsis {
        return synopsis::beside(app, &before);
    }
    app.bring_together(&[]);
    app.lay_out();
    let text = app.articles[app.focus.0].text.clone();
    app.panes[app.focus.0].keep_cursor_in_view(&text);
    show_under_cursor(app);
}
