//! The palette and the list of keys: what is in them, what is typed into them, and running what is chosen.

use std::cmp::Reverse;

use crossterm::event::KeyEvent;

use super::{Effect, jump, perform};
use crate::tui::action::Action;
use crate::tui::app::{App, Message};
use crate::tui::keymap::Binding;
use crate::tui::menu::{Deed, Entry, Fuzzy, Kind, Match, Menu, Row};
use crate::tui::mode::Mode;
use crate::tui::picker;
use crate::tui::reasons::reason;

/// The key of an action, or its whole name, typed alone, finds it before any other.
const EXACTLY_THAT: u32 = 100_000;

/// Opens a menu over what is on the screen.
pub fn open(app: &mut App, kind: Kind) {
    let of = app.place();
    let beneath = std::mem::replace(&mut app.mode, Mode::Browse);
    app.mode = Mode::Menu(Box::new(Menu::new(kind, of, beneath)));
    fill(app);
}

/// Moves in the open menu, when there is one and `action` does that.
pub fn moves(app: &mut App, action: Action) -> bool {
    let page = page(app);
    let Mode::Menu(menu) = &mut app.mode else { return false };
    let by = match action {
        Action::Up => -1,
        Action::Down => 1,
        Action::PageUp => -page,
        Action::PageDown => page,
        Action::Top => isize::MIN,
        Action::Bottom => isize::MAX,
        _ => return false,
    };
    menu.move_by(by);
    true
}

/// Rows that the menu shows at once, less one to keep the place.
fn page(app: &App) -> isize {
    let Mode::Menu(menu) = &app.mode else { return 1 };
    isize::try_from(menu.list(app.area()).height).unwrap_or(isize::MAX).saturating_sub(1).max(1)
}

/// Takes a key that is typed; the key that opened the menu leaves it, as long as nothing is typed.
pub fn typed(app: &mut App, key: KeyEvent) {
    let opener = |menu: &Menu| match menu.kind {
        Kind::Palette => Action::Palette,
        Kind::Keys => Action::Help,
        Kind::Stories => Action::Stories,
    };
    let Mode::Menu(menu) = &mut app.mode else { return };
    if menu.prompt.text().is_empty() && app.session.keymap.action(menu.of, key) == Some(opener(menu)) {
        return super::leave(app);
    }
    menu.prompt.input(key);
    fill(app);
}

/// Runs what is chosen, in the place that the menu was opened from; what cannot run stays, with the reason.
pub fn run(app: &mut App) -> Option<Effect> {
    let Mode::Menu(menu) = &app.mode else { return None };
    let entry = menu.chosen()?;
    let deed = entry.deed;
    if let Some(reason) = entry.reason {
        app.message = Some(Message::Failed(reason.to_owned()));
        return None;
    }
    super::leave(app);
    match deed {
        Deed::Story(place) => super::picker::choose(app, place),
        Deed::Paragraph(number) => {
            jump::paragraph(app, number);
            None
        }
        Deed::Act(action) => {
            app.session.recent.retain(|&other| other != action);
            app.session.recent.insert(0, action);
            perform(app, action, None)
        }
    }
}

/// Fills the open menu with what matches what is typed.
pub fn fill(app: &mut App) {
    let Mode::Menu(menu) = &app.mode else { return };
    let rows = match menu.kind {
        Kind::Palette => palette(app, menu),
        Kind::Keys => keys(app, menu),
        Kind::Stories => picker::rows(&app.session.stories.choices, menu.prompt.text().trim()),
    };
    if let Mode::Menu(menu) = &mut app.mode {
        menu.fill(rows);
    }
}

/// All actions: the best match first; of equals those that can run, the latest used, and then as in the list of keys.
fn palette(app: &App, menu: &Menu) -> Vec<Row> {
    let typed = menu.prompt.text().trim();
    let mut fuzzy = Fuzzy::new(typed);
    let bindings = app.session.keymap.bindings(menu.of);
    let mut found: Vec<Entry> = paragraph(app, typed).into_iter().collect();
    let first = found.len();
    found.extend(
        Action::ALL
            .iter()
            .filter(|&&action| action != Action::Run)
            .filter_map(|&action| entry(app, menu.kind, action, &bindings, &mut fuzzy, typed)),
    );
    found[first..].sort_by_cached_key(|entry| {
        let recent = app.session.recent.iter().position(|&other| entry.deed == Deed::Act(other)).unwrap_or(usize::MAX);
        let exact = entry.found.score >= EXACTLY_THAT;
        (!exact, entry.reason.is_some(), Reverse(entry.found.score), recent)
    });
    found.into_iter().map(Row::Entry).collect()
}

/// The way to a paragraph, when a number is typed.
fn paragraph(app: &App, typed: &str) -> Option<Entry> {
    let number = typed.parse().ok().filter(|&number| number > 0)?;
    let siglum = app.articles.get(app.focus.0).map_or("", |article| &article.siglum);
    let reason = match app.mode.ground() {
        Mode::Browse | Mode::Select { .. } if app.view.shows_articles() => reason(app, Action::NextParagraph),
        _ => Some("no article is on the screen; r reads them"),
    };
    Some(Entry {
        deed: Deed::Paragraph(number),
        name: format!("paragraph {number}"),
        help: format!("go to paragraph {number} of {siglum}"),
        keys: Vec::new(),
        reason,
        found: Match::default(),
    })
}

/// The keys of the place the menu was opened from, in groups; once something is typed, the best match first.
fn keys(app: &App, menu: &Menu) -> Vec<Row> {
    let typed = menu.prompt.text().trim();
    let mut fuzzy = Fuzzy::new(typed);
    let bindings = app.session.keymap.bindings(menu.of);
    let actions = Action::ALL
        .iter()
        .filter(|&&action| bindings.iter().any(|binding| binding.action == action && !binding.keys.is_empty()));
    let mut found: Vec<Entry> =
        actions.filter_map(|&action| entry(app, menu.kind, action, &bindings, &mut fuzzy, typed)).collect();
    if !typed.is_empty() {
        found.sort_by_key(|entry| Reverse(entry.found.score));
        return found.into_iter().map(Row::Entry).collect();
    }
    let mut rows = Vec::new();
    let mut group = "";
    for entry in found {
        if let Deed::Act(action) = entry.deed
            && action.group() != group
        {
            group = action.group();
            rows.push(Row::Heading(group));
        }
        rows.push(Row::Entry(entry));
    }
    rows
}

/// The entry of an action, when `typed` matches it.
fn entry(
    app: &App,
    kind: Kind,
    action: Action,
    bindings: &[&Binding],
    fuzzy: &mut Fuzzy,
    typed: &str,
) -> Option<Entry> {
    let keys = bindings.iter().find(|binding| binding.action == action).map_or(&[][..], |binding| &binding.keys);
    let found = if keys.iter().any(|key| key == typed) || action.name() == typed {
        Match { score: EXACTLY_THAT, ..Match::default() }
    } else {
        // The list of keys does not show the names.
        fuzzy.matches(if kind == Kind::Palette { action.name() } else { "" }, action.help())?
    };
    Some(Entry {
        deed: Deed::Act(action),
        name: action.name().to_owned(),
        help: action.help().to_owned(),
        keys: keys.to_vec(),
        reason: reason(app, action),
        found,
    })
}
