//! A map for keys that are pairs of places: millions of them are looked up for a story of many articles, and the standard
//! map's guard against chosen keys, which takes most of that time, guards nothing where the keys are counted and not read.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map by small numbers. Its order is no order: sort what is listed from it.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// A set of such keys.
pub type QuickSet<K> = HashSet<K, BuildHasherDefault<Quick>>;

/// Mixes numbers by multiplication.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quick(u64);

/// 2^64 divided by the golden ratio, odd: it spreads neighbouring numbers far apart.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
/// The product's high bits are the well mixed ones; maps look at the low ones first.
const HIGH_TO_LOW: u32 = 26;

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(SPREAD);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(HIGH_TO_LOW)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_again() {
        let map: QuickMap<[usize; 2], usize> = (0..5000).map(|place| ([place % 70, place], place)).collect();
        assert_eq!(map.len(), 5000);
        assert!((0..5000).all(|place| map.get(&[place % 70, place]) == Some(&place)));
    }
}
