//! Maps by the numbers of words. A [`Term`] is a hash already, so that a map needs no slow one of its own.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::LazyLock;

use super::words::Term;

/// A table whose keys the program itself gives.
///
/// Into a table of its own words a text could put thousands that share a place, and looking them up would take longer
/// than the text is long: for those there is [`TermMap`].
pub type TermTable<V> = HashMap<Term, V, BuildHasherDefault<AsItIs>>;

/// A map by words of a text. Where a word goes is a secret of this run, so that no text can be made for which it is slow.
///
/// ```
/// use variorum::segment::{Term, TermMap};
///
/// let mut times = TermMap::<usize>::default();
/// *times.entry(Term::of("bridge")).or_default() += 1;
/// assert_eq!(times.get(&Term::of("bridge")), Some(&1));
/// ```
pub type TermMap<V> = HashMap<Term, V, Secret>;

/// Takes the number of a word for its hash.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        debug_assert!(false, "only terms are keys, and they write one number: {bytes:?}");
    }

    fn write_u64(&mut self, term: u64) {
        self.0 = term;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Two numbers that no text can know.
#[derive(Clone, Copy)]
pub struct Secret {
    add: u64,
    times: u64,
}

static SECRET: LazyLock<Secret> = LazyLock::new(|| {
    let random = RandomState::new();
    Secret { add: random.hash_one(0), times: random.hash_one(1) | 1 }
});

impl Default for Secret {
    fn default() -> Self {
        *SECRET
    }
}

impl BuildHasher for Secret {
    type Hasher = Mixed;

    fn build_hasher(&self) -> Mixed {
        Mixed { secret: *self, mixed: 0 }
    }
}

/// Mixes the number of a word with a secret: both halves of a long product, so that each bit depends on every other.
pub struct Mixed {
    secret: Secret,
    mixed: u64,
}

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        debug_assert!(false, "only terms are keys, and they write one number: {bytes:?}");
    }

    fn write_u64(&mut self, term: u64) {
        let product = u128::from(term ^ self.secret.add) * u128::from(self.secret.times);
        self.mixed = product as u64 ^ (product >> u64::BITS) as u64;
    }

    fn finish(&self) -> u64 {
        self.mixed
    }
}
