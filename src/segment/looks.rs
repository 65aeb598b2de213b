//! How often words are looked at, counted in tests only: work that can be told without a clock.

use std::cell::Cell;

thread_local! {
    static LOOKS: Cell<usize> = const { Cell::new(0) };
}

/// Counts one look at a word.
pub fn look() {
    LOOKS.set(LOOKS.get() + 1);
}

/// How many looks `work` takes.
pub fn looks_of<T>(work: impl FnOnce() -> T) -> usize {
    let before = LOOKS.get();
    drop(work());
    LOOKS.get() - before
}
