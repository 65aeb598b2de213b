//! A view that is a list: its entries, the chosen one, and how far it is scrolled.

use super::places::Subject;

/// The entries of a view, one a row.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// What can be chosen, in the order of the rows.
    entries: Vec<Subject>,
    chosen: usize,
    /// The first visible row.
    top: usize,
}

impl List {
    /// A list of these, the first chosen.
    pub fn new(entries: Vec<Subject>) -> Self {
        Self { entries, chosen: 0, top: 0 }
    }

    /// All entries.
    pub fn entries(&self) -> &[Subject] {
        &self.entries
    }

    /// The number of the chosen entry, from 0.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// What is chosen.
    pub fn subject(&self) -> Option<Subject> {
        self.entries.get(self.chosen).copied()
    }

    /// The first visible row.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Chooses `subject`, when it is in the list.
    pub fn choose(&mut self, subject: Subject) -> bool {
        let place = self.entries.iter().position(|&entry| entry == subject);
        self.chosen = place.unwrap_or(self.chosen);
        place.is_some()
    }

    /// Chooses the entry `by` rows further down, or as far as there are any.
    pub fn move_by(&mut self, by: isize) {
        let last = self.entries.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// Scrolls by `by` rows, the chosen entry staying in sight of `rows`.
    pub fn scroll(&mut self, by: isize, rows: usize) {
        let last = self.entries.len().saturating_sub(rows);
        self.top = self.top.saturating_add_signed(by).min(last);
        self.chosen = self.chosen.clamp(self.top, self.top + rows.saturating_sub(1));
        self.move_by(0);
    }

    /// Scrolls as little as needed to show the chosen entry on `rows` rows.
    pub fn keep_in_view(&mut self, rows: usize) {
        let lowest = (self.chosen + 1).saturating_sub(rows);
        let last = self.entries.len().saturating_sub(rows);
        self.top = self.top.clamp(lowest, self.chosen.max(lowest)).min(last.max(lowest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(count: usize) -> List {
        List::new((0..count).map(Subject::Discrepancy).collect())
    }

    #[test]
    fn the_chosen_entry_stays_in_sight() {
        let mut list = list(10);
        list.move_by(6);
        list.keep_in_view(4);
        assert_eq!((list.chosen(), list.top()), (6, 3));
        list.move_by(-5);
        list.keep_in_view(4);
        assert_eq!((list.chosen(), list.top()), (1, 1));
        list.scroll(3, 4);
        assert_eq!((list.chosen(), list.top()), (4, 4));
        list.move_by(99);
        list.keep_in_view(4);
        assert_eq!((list.chosen(), list.top()), (9, 6));
    }

    #[test]
    fn an_empty_list_has_nothing_chosen() {
        let mut list = list(0);
        list.move_by(3);
        list.scroll(-2, 5);
        list.keep_in_view(5);
        assert_eq!((list.subject(), list.top()), (None, 0));
    }
}
