//! A view that is a list: its entries, what of them is shown, the chosen one, and how far it is scrolled.

use super::lists::filter::Sorts;
use super::places::Subject;

/// The entries of a view, one a row.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// All entries with their sorts, in the order of the rows.
    all: Vec<(Subject, Sorts)>,
    /// Those that are shown.
    entries: Vec<Subject>,
    /// The sorts that are not.
    hidden: Sorts,
    /// How many entries are of each sort, by its number.
    counts: Vec<usize>,
    chosen: usize,
    /// The first visible row.
    top: usize,
    /// The first visible column of those that stand for articles.
    left: usize,
    /// Whether it has been on the screen.
    pub(super) visited: bool,
}

/// There are no more sorts than a set of them holds.
const MOST_SORTS: usize = u32::BITS as usize;

impl List {
    /// Puts these in the place of the entries. What was chosen stays so; when it is no longer shown, the next that
    /// is.
    pub fn replace(&mut self, all: Vec<(Subject, Sorts)>) {
        self.all = all;
        self.count();
        self.hide(self.hidden);
    }

    /// Sorts the entries anew, each by its sorts so far, without looking at their order.
    pub fn sort_anew(&mut self, sorts: impl Fn(Subject, Sorts) -> Sorts) {
        for (subject, of) in &mut self.all {
            *of = sorts(*subject, *of);
        }
        self.count();
        if self.hidden != Sorts::default() {
            self.hide(self.hidden);
        }
    }

    fn count(&mut self) {
        self.counts.clear();
        self.counts.resize(MOST_SORTS, 0);
        for sort in self.all.iter().flat_map(|(_, sorts)| sorts.iter()) {
            self.counts[sort] += 1;
        }
    }

    /// Hides the entries of these sorts, and no others.
    pub fn hide(&mut self, hidden: Sorts) {
        self.hidden = hidden;
        let was = self.subject();
        let is_shown = |(_, sorts): &&(Subject, Sorts)| sorts.apart(hidden);
        self.entries = self.all.iter().filter(is_shown).map(|&(subject, _)| subject).collect();
        if let Some(place) = was.and_then(|was| self.all.iter().position(|&(entry, _)| entry == was)) {
            self.chosen = self.all[..place].iter().filter(is_shown).count();
        }
        self.move_by(0);
    }

    /// The entries that are shown.
    pub fn entries(&self) -> &[Subject] {
        &self.entries
    }

    /// How many there are, with those that are hidden.
    pub fn whole(&self) -> usize {
        self.all.len()
    }

    /// The sorts that are hidden.
    pub fn hidden(&self) -> Sorts {
        self.hidden
    }

    /// How many entries are of each sort, by its number.
    pub fn counts(&self) -> &[usize] {
        &self.counts
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

    /// The first visible column of those that stand for articles.
    pub fn left(&self) -> usize {
        self.left
    }

    /// Whether `subject` is among the entries, shown or not.
    pub fn has(&self, subject: Subject) -> bool {
        self.all.iter().any(|&(entry, _)| entry == subject)
    }

    /// Chooses `subject`, when it is shown.
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

    /// Chooses the entry `by` further down, round the end.
    pub fn step(&mut self, by: isize) {
        self.chosen = step(self.entries.len(), Some(self.chosen), by).unwrap_or_default();
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

    /// Scrolls sideways as little as needed to show column `column` of `count`, when `fitting` fit.
    pub fn keep_column_in_view(&mut self, column: usize, fitting: usize, count: usize) {
        let lowest = (column + 1).saturating_sub(fitting);
        self.left = self.left.clamp(lowest, column.max(lowest)).min(count.saturating_sub(fitting).max(lowest));
    }
}

/// The index of `count` that lies `by` further than `current`, round the end; the first, or the last, counts as one from
/// none.
pub fn step(count: usize, current: Option<usize>, by: isize) -> Option<usize> {
    let from = current.map_or(if by > 0 { -1 } else { 0 }, usize::cast_signed);
    from.checked_add(by)?.checked_rem_euclid(count.cast_signed()).map(isize::cast_unsigned)
}

#[cfg(test)]
mod tests {
    use super::super::lists::filter::Group;
    use super::*;

    const GROUPS: &[Group] = &[Group { name: "number", sorts: &["even", "odd"] }];

    fn numbered(numbers: impl IntoIterator<Item = usize>) -> Vec<(Subject, Sorts)> {
        let sorts = |number| Sorts::default().with(GROUPS, 0, number % 2);
        numbers.into_iter().map(|number| (Subject::Discrepancy(number), sorts(number))).collect()
    }

    fn list(count: usize) -> List {
        let mut list = List::default();
        list.replace(numbered(0..count));
        list
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
        list.step(1);
        list.step(-1);
        list.scroll(-2, 5);
        list.keep_in_view(5);
        assert_eq!((list.subject(), list.top()), (None, 0));
    }

    #[test]
    fn what_is_chosen_stays_so_when_other_entries_come_and_go() {
        let mut list = list(6);
        list.move_by(4);
        list.replace(numbered([1, 4, 7]));
        assert_eq!(list.subject(), Some(Subject::Discrepancy(4)));
        list.replace(numbered([1, 7]));
        assert_eq!(list.subject(), Some(Subject::Discrepancy(7)));
        list.replace(Vec::new());
        assert_eq!(list.subject(), None);
    }

    #[test]
    fn what_is_hidden_is_counted_but_cannot_be_chosen() {
        let mut list = list(7);
        list.move_by(3);
        list.hide(Sorts::default().with(GROUPS, 0, 1));
        assert_eq!((list.entries().len(), list.whole(), list.subject()), (4, 7, Some(Subject::Discrepancy(4))));
        assert!(list.has(Subject::Discrepancy(3)) && !list.choose(Subject::Discrepancy(3)));
        assert_eq!(&list.counts()[..2], [4, 3]);
        list.step(1);
        list.step(1);
        assert_eq!(list.subject(), Some(Subject::Discrepancy(0)));
        list.step(-1);
        assert_eq!(list.subject(), Some(Subject::Discrepancy(6)));
    }

    #[test]
    fn entries_can_be_of_other_sorts_at_their_places() {
        let mut list = list(7);
        list.hide(Sorts::default().with(GROUPS, 0, 1));
        list.sort_anew(|subject, sorts| match subject {
            Subject::Discrepancy(number) => sorts.moved(&(0..2), usize::from(number < 5)),
            _ => sorts,
        });
        assert_eq!(list.entries(), [Subject::Discrepancy(5), Subject::Discrepancy(6)]);
        assert_eq!(&list.counts()[..2], [2, 5]);
    }

    #[test]
    fn the_columns_move_as_little_as_needed() {
        let mut list = list(1);
        let mut left = |column| {
            list.keep_column_in_view(column, 3, 5);
            list.left()
        };
        assert_eq!([0, 2, 3, 4, 2, 1, 4].map(&mut left), [0, 0, 1, 2, 2, 1, 2]);
        list.keep_column_in_view(4, 9, 5);
        assert_eq!(list.left(), 0);
    }

    #[test]
    fn steps_go_round_the_end() {
        let check = |count, current, by, expected| assert_eq!(step(count, current, by), expected);
        check(3, None, 1, Some(0));
        check(3, None, -1, Some(2));
        check(3, Some(2), 1, Some(0));
        check(3, Some(0), -1, Some(2));
        check(3, Some(1), 7, Some(2));
        check(3, None, 4, Some(0));
        check(0, None, 1, None);
    }
}
