//! The overview at a column's edge: where in the article others tell the same, where they differ, where it stands alone.

use super::Row;
use crate::tui::paint::{self, Layer, Mark, Marks};

/// Whether other articles tell what a part of this one tells, as the overview strip shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// No row of the article lies here.
    Beyond,
    /// This article alone tells it.
    Alone,
    /// Another tells it alike.
    Agrees,
    /// Another tells it differently, or it is damaged.
    Differs,
}

/// The cell of a strip of `cells` that stands for `row` of `rows`. A text shorter than the strip has a cell a row.
pub fn cell_of(row: usize, rows: usize, cells: usize) -> usize {
    row * cells / rows.max(cells).max(1)
}

/// The strip of an article's `rows` in so many `cells`, without the marks that are `off`.
pub fn strip(rows: &[Row], cells: usize, runs: &[Layer], off: Marks) -> Vec<Told> {
    let mut strip = vec![Told::Beyond; cells];
    for (place, row) in rows.iter().enumerate() {
        if let Some(cell) = strip.get_mut(cell_of(place, rows.len(), cells)) {
            *cell = (*cell).max(told(all(paint::within(runs, row.span)).without(off)));
        }
    }
    strip
}

/// The marks of all `runs`.
pub fn all(runs: &[Layer]) -> Marks {
    runs.iter().fold(Marks::default(), |marks, run| marks.and(run.marks))
}

/// What other articles tell of what has these marks.
pub fn told(marks: Marks) -> Told {
    let any = |of: &[Mark]| of.iter().any(|&mark| marks.has(mark));
    if any(&[Mark::Differs, Mark::DiffersRows, Mark::Damaged, Mark::DamagedRows]) {
        Told::Differs
    } else if any(&[Mark::Shared, Mark::Stated, Mark::Matched]) {
        Told::Agrees
    } else {
        Told::Alone
    }
}
