//! What a list shows: chosen from all sorts that its entries have, or gone through sort by sort.

use super::list;
use crate::tui::action::Action;
use crate::tui::app::{App, Message};
use crate::tui::lists::filter::{Sorts, alone, cycled, offered, told};
use crate::tui::lists::groups;
use crate::tui::mode::Mode;

/// Offers the sorts to choose from.
pub fn open(app: &mut App) {
    match app.list() {
        Some(list) if list.whole() > 0 => app.mode = Mode::Filter { chosen: 0 },
        Some(_) => fail(app, "there is nothing in this list to choose from"),
        None => fail(app, "only the lists can be filtered: facts, discrepancies, entities, notes"),
    }
}

/// Shows the next sort of the first group alone.
pub fn cycle(app: &mut App) {
    let groups = groups(app.view);
    let Some(list) = app.list_mut() else { return fail(app, "this view has nothing to filter") };
    let hidden = cycled(list.hidden(), groups, list.counts());
    hide(app, hidden);
    let what = told(hidden, groups);
    app.message = Some(Message::Done(if what.is_empty() { "all are shown".to_owned() } else { what.join(" · ") }));
}

/// Shows everything.
pub fn clear(app: &mut App) {
    hide(app, Sorts::default());
}

/// Does what a key stands for while sorts are chosen; `false` when it stands for something else.
pub fn act(app: &mut App, action: Action) -> bool {
    let Mode::Filter { chosen } = app.mode else { return false };
    let groups = groups(app.view);
    let Some(list) = app.list() else { return false };
    let offered = offered(groups, list.counts());
    let hidden = list.hidden();
    let number = offered.get(chosen).copied();
    match (action, number) {
        (Action::Up, _) => app.mode = Mode::Filter { chosen: chosen.saturating_sub(1) },
        (Action::Down, _) => {
            app.mode = Mode::Filter { chosen: (chosen + 1).min(offered.len().saturating_sub(1)) };
        }
        (Action::ToggleSort, Some(number)) => hide(app, hidden.toggled(number)),
        (Action::OnlySort, Some(number)) => hide(app, alone(hidden, groups, number)),
        (Action::ClearFilter, _) => clear(app),
        _ => return false,
    }
    true
}

fn hide(app: &mut App, hidden: Sorts) {
    let Some(list) = app.list_mut() else { return };
    let before = list.subject();
    list.hide(hidden);
    if list.subject() != before {
        list::show_chosen(app);
    }
}

fn fail(app: &mut App, reason: &str) {
    app.message = Some(Message::Failed(reason.to_owned()));
}
