//! A menu: the palette with all actions, the keys of a place, or the stories to choose from; what is typed leaves those
//! that match.

mod fuzzy;

use ratatui::layout::{Position, Rect};

use super::action::Action;
use super::mode::{KeyPlace, Mode};
use super::prompt::Prompt;

pub use fuzzy::{Fuzzy, Match};

/// What a menu holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Every action, by name.
    Palette,
    /// The keys of a place.
    Keys,
    /// The stories that the sources tell.
    Stories,
}

/// What an entry does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// An action.
    Act(Action),
    /// Goes to the paragraph of this number.
    Paragraph(usize),
    /// Opens the story at this place among them.
    Story(usize),
}

/// Something to choose.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it does.
    pub deed: Deed,
    /// Its name.
    pub name: String,
    /// What it does, in words.
    pub help: String,
    /// Its keys in the place the menu was opened from.
    pub keys: Vec<String>,
    /// Why it cannot run now, when it cannot.
    pub reason: Option<&'static str>,
    /// What of it was typed.
    pub found: Match,
}

/// A row of a menu.
#[derive(Clone, Debug)]
pub enum Row {
    /// The name of the group that follows.
    Heading(&'static str),
    /// Something to choose.
    Entry(Entry),
}

impl Row {
    /// The entry, where it is one.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Heading(_) => None,
            Self::Entry(entry) => Some(entry),
        }
    }
}

/// An open menu.
#[derive(Debug)]
pub struct Menu {
    /// What it holds.
    pub(super) kind: Kind,
    /// The place that it was opened from.
    pub(super) of: KeyPlace,
    /// What it lies over.
    pub(super) beneath: Mode,
    /// What is typed.
    pub(super) prompt: Prompt,
    rows: Vec<Row>,
    /// The row of the chosen entry.
    chosen: usize,
    /// The first visible row.
    top: usize,
}

/// A menu leaves so many rows of the screen free: the title, the status line and its own line for typing and edges.
const FREE_ROWS: u16 = 6;
/// More columns than this make the eye lose its row.
const MOST_COLUMNS: u16 = 110;
/// The palette shows no more rows than this: what is wanted is typed, not looked for, and the texts stay in sight.
const PALETTE_ROWS: u16 = 16;

impl Menu {
    /// A menu over `beneath`, still empty.
    pub fn new(kind: Kind, of: KeyPlace, beneath: Mode) -> Self {
        Self { kind, of, beneath, prompt: Prompt::default(), rows: Vec::new(), chosen: 0, top: 0 }
    }

    /// Its rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many entries it has.
    pub fn count(&self) -> usize {
        self.rows.iter().filter_map(Row::entry).count()
    }

    /// Puts `rows` in place of those it has, the first entry chosen.
    pub fn fill(&mut self, rows: Vec<Row>) {
        self.rows = rows;
        self.chosen = 0;
        self.top = 0;
        self.settle(1);
    }

    /// The row of the chosen entry.
    pub fn chosen_row(&self) -> usize {
        self.chosen
    }

    /// The chosen entry.
    pub fn chosen(&self) -> Option<&Entry> {
        self.rows.get(self.chosen)?.entry()
    }

    /// The first visible row.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Chooses an entry `by` rows further down, or as far as there are any.
    pub fn move_by(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
        self.settle(by.signum());
    }

    /// Chooses the entry in visible row `row`; whether there is one.
    pub fn choose(&mut self, row: usize) -> bool {
        let there = self.rows.get(self.top + row).and_then(Row::entry).is_some();
        if there {
            self.chosen = self.top + row;
        }
        there
    }

    /// From a heading to an entry, on the way of the last move where there is one there.
    fn settle(&mut self, way: isize) {
        let step = if way < 0 { -1 } else { 1 };
        let entry_from = |from: usize, step: isize| {
            let mut row = from;
            loop {
                match self.rows.get(row) {
                    Some(Row::Entry(_)) => return Some(row),
                    Some(Row::Heading(_)) => row = row.checked_add_signed(step)?,
                    None => return None,
                }
            }
        };
        self.chosen = entry_from(self.chosen, step).or_else(|| entry_from(self.chosen, -step)).unwrap_or(0);
    }

    /// Scrolls as little as needed to show the chosen entry, with the heading over it, in a terminal of `area`.
    pub fn keep_in_view(&mut self, area: Rect) {
        let shown = usize::from(self.list(area).height).max(1);
        let first = if self.chosen == 1 { 0 } else { self.chosen };
        let lowest = (self.chosen + 1).saturating_sub(shown);
        self.top = self.top.clamp(lowest, first.max(lowest)).min(self.rows.len().saturating_sub(shown).max(lowest));
    }

    /// Where it is drawn in a terminal of `area`, its edges included; no larger than its rows, so that the texts stay in
    /// sight.
    pub fn area(&self, area: Rect) -> Rect {
        let width = area.width.saturating_sub(4).min(MOST_COLUMNS);
        let fitting = area.height.saturating_sub(FREE_ROWS).max(1);
        let fitting = if self.kind == Kind::Palette { fitting.min(PALETTE_ROWS) } else { fitting };
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX).clamp(1, fitting);
        let height = (rows + 3).min(area.height);
        Rect { x: (area.width - width) / 2, y: 1.min(area.height - height), width, height }
    }

    /// Where what is typed is drawn.
    pub fn line(&self, area: Rect) -> Rect {
        let area = self.area(area);
        Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height.min(1) }
    }

    /// Where the rows are drawn.
    pub fn list(&self, area: Rect) -> Rect {
        let area = self.area(area);
        let height = area.height.saturating_sub(3);
        Rect { x: area.x + 1, y: area.y + 2, width: area.width.saturating_sub(2), height }
    }

    /// The visible row under a cell; `None` beside the rows.
    pub fn row_at(&self, area: Rect, at: Position) -> Option<usize> {
        let list = self.list(area);
        list.contains(at).then(|| usize::from(at.y - list.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A menu whose rows are `#` for headings and names for entries.
    fn menu(rows: &[&str]) -> Menu {
        let mut menu = Menu::new(Kind::Keys, KeyPlace::Read, Mode::Browse);
        let row = |name: &&str| match *name {
            "#" => Row::Heading("group"),
            name => Row::Entry(Entry {
                deed: Deed::Act(Action::Quit),
                name: name.to_owned(),
                help: String::new(),
                keys: Vec::new(),
                reason: None,
                found: Match::default(),
            }),
        };
        menu.fill(rows.iter().map(row).collect());
        menu
    }

    fn chosen(menu: &Menu) -> &str {
        menu.chosen().map_or("", |entry| &entry.name)
    }

    #[test]
    fn headings_are_passed_over() {
        let mut menu = menu(&["#", "a", "#", "b", "c"]);
        assert_eq!(chosen(&menu), "a");
        menu.move_by(1);
        assert_eq!(chosen(&menu), "b");
        menu.move_by(-1);
        assert_eq!(chosen(&menu), "a");
        menu.move_by(-9);
        assert_eq!(chosen(&menu), "a");
        menu.move_by(9);
        assert_eq!(chosen(&menu), "c");
        assert!(!menu.choose(0) && menu.choose(3));
        assert_eq!(chosen(&menu), "b");
    }

    #[test]
    fn the_chosen_entry_is_in_sight_in_any_terminal() {
        let mut menu = menu(&["#", "a", "b", "c", "d", "e", "f", "g", "h"]);
        for (width, height) in [(80, 24), (40, 10), (41, 11), (1, 1), (0, 0), (3, 4)] {
            let area = Rect::new(0, 0, width, height);
            for by in [8, -1, -9, 3] {
                menu.move_by(by);
                menu.keep_in_view(area);
                let list = menu.list(area);
                assert!(menu.top() <= menu.chosen_row());
                assert!(list.height == 0 || menu.chosen_row() < menu.top() + usize::from(list.height));
                assert_eq!(menu.area(area).intersection(area), menu.area(area));
            }
        }
    }

    #[test]
    fn a_menu_that_nothing_is_left_of_has_nothing_chosen() {
        let mut menu = menu(&[]);
        menu.move_by(1);
        menu.keep_in_view(Rect::new(0, 0, 80, 24));
        assert!(menu.chosen().is_none() && !menu.choose(0));
    }
}
