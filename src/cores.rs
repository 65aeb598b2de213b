//! Work shared out over the cores: the same work in the same order of results, whoever does which part of it.
//!
//! Threads are borrowed for one call and given back. All calls of the process together borrow no more than there are cores,
//! so that many stories at once (`variorum batch`) do not fight over them.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// More threads than this have nothing left to do by the time they are started.
const MOST_THREADS: usize = 16;
/// Shares a thread takes of work in many small pieces: few enough to cost nothing, enough to even out what takes longer.
const SHARES: usize = 8;

/// How many threads beside their callers are at work.
static BORROWED: AtomicUsize = AtomicUsize::new(0);

/// The cores that this process may use.
pub fn count() -> usize {
    static COUNT: OnceLock<usize> = OnceLock::new();
    *COUNT.get_or_init(|| thread::available_parallelism().map_or(1, usize::from))
}

/// What `work` makes of each of `0..count`, in order.
pub fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let helpers = borrow(count.saturating_sub(1));
    if helpers.0 == 0 {
        return (0..count).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let places = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&place| place < count));
        places.map(|place| (place, work(place))).collect::<Vec<_>>()
    };
    let mut made = thread::scope(|scope| {
        let others: Vec<_> = (0..helpers.0).map(|_| scope.spawn(take)).collect();
        let mut made = take();
        for other in others {
            made.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        made
    });
    made.sort_unstable_by_key(|entry| entry.0);
    made.into_iter().map(|(_, made)| made).collect()
}

/// What `work` makes of the shares of `0..count`, end to end: as if it were called with the whole range.
///
/// Fewer than `least` are one share: they are done before a thread is started.
pub fn shares<T: Send>(count: usize, least: usize, work: impl Fn(Range<usize>) -> Vec<T> + Sync) -> Vec<T> {
    let made = by_share(count, least, work);
    let mut all = Vec::with_capacity(made.iter().map(Vec::len).sum());
    all.extend(made.into_iter().flatten());
    all
}

/// The same, each share's result apart: for what is too much to have twice.
pub fn by_share<T: Send>(count: usize, least: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let share = count.div_ceil(self::count() * SHARES).max(least).max(1);
    each(count.div_ceil(share), |place| work(place * share..((place + 1) * share).min(count)))
}

/// What two kinds of work make, side by side where a core is free.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    let helper = borrow(1);
    if helper.0 == 0 {
        return (one(), other());
    }
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), other)
    })
}

/// Threads that are given back at the end.
struct Borrowed(usize);

impl Drop for Borrowed {
    fn drop(&mut self) {
        BORROWED.fetch_sub(self.0, Ordering::Relaxed);
    }
}

/// As many threads as are free, at most `wanted`.
fn borrow(wanted: usize) -> Borrowed {
    if wanted == 0 {
        return Borrowed(0);
    }
    let free = |borrowed: usize| (count() - 1).saturating_sub(borrowed).min(wanted).min(MOST_THREADS - 1);
    let before =
        BORROWED.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |borrowed| Some(borrowed + free(borrowed)));
    Borrowed(before.map_or(0, free))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_work() {
        let expected: Vec<usize> = (0..1000).map(|place| place * place).collect();
        assert_eq!(each(1000, |place| place * place), expected);
        assert_eq!(shares(1000, 1, |places| places.map(|place| place * place).collect()), expected);
        assert_eq!(shares(1000, 5000, |places| places.map(|place| place * place).collect()), expected);
    }

    #[test]
    fn two_kinds_of_work_are_done() {
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }

    #[test]
    fn no_work_makes_nothing() {
        assert!(each(0, |place| place).is_empty() && shares(0, 1, Vec::from_iter).is_empty());
    }

    #[test]
    fn work_can_be_shared_out_inside_shared_work() {
        let sums = each(40, |outer| each(40, |inner| outer * inner).into_iter().sum::<usize>());
        assert_eq!(sums, (0..40).map(|outer| outer * 780).collect::<Vec<_>>());
    }

    #[test]
    fn a_panic_reaches_the_caller_and_gives_the_threads_back() {
        let result = std::panic::catch_unwind(|| each(20, |place| assert!(place != 7)));
        assert!(result.is_err());
        assert_eq!(each(20, |place| place).len(), 20);
    }
}
