//! What is known of pairs of places, looked up by pair: a row for each earlier place, in which the later ones ascend.
//!
//! A story of many articles has millions of pairs, and each is looked up again and again: a row lies in one piece, where the
//! entries of a hash map lie all over the memory.

/// What is known of pairs of places, the earlier place first.
#[derive(Clone, Debug)]
pub struct PairTable<T> {
    /// Where each place's row begins.
    starts: Vec<usize>,
    /// By row, the later places.
    later: Vec<u32>,
    known: Vec<T>,
}

impl<T> Default for PairTable<T> {
    fn default() -> Self {
        Self { starts: vec![0], later: Vec::new(), known: Vec::new() }
    }
}

impl<T> PairTable<T> {
    /// What is known of `pairs`, which ascend, each once.
    pub fn new(pairs: impl Iterator<Item = ([usize; 2], T)>) -> Self {
        Self::of_so_many(0, pairs)
    }

    /// The same where their number is known beforehand: a long table that grows stands in memory twice.
    pub fn of_so_many(count: usize, pairs: impl Iterator<Item = ([usize; 2], T)>) -> Self {
        let mut table = Self { starts: vec![0], later: Vec::with_capacity(count), known: Vec::with_capacity(count) };
        for ([earlier, later], known) in pairs {
            debug_assert!(earlier < later && earlier + 1 >= table.starts.len(), "pairs ascend");
            table.starts.resize(earlier + 1, table.later.len());
            table.later.push(later as u32);
            table.known.push(known);
        }
        table.starts.push(table.later.len());
        table
    }

    /// What is known of a pair, the earlier place first.
    pub fn get(&self, [earlier, later]: [usize; 2]) -> Option<&T> {
        let (&start, &end) = (self.starts.get(earlier)?, self.starts.get(earlier + 1)?);
        let place = self.later[start..end].binary_search(&(later as u32)).ok()?;
        self.known.get(start + place)
    }

    /// The same pairs with other things known of them, which come in their order.
    pub fn with<U>(self, known: Vec<U>) -> PairTable<U> {
        debug_assert_eq!(known.len(), self.later.len(), "one for each pair");
        PairTable { starts: self.starts, later: self.later, known }
    }

    /// How many places have a row.
    pub fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// What is known of the pairs of one place with later ones, by place.
    pub fn row(&self, earlier: usize) -> impl Iterator<Item = ([usize; 2], &T)> {
        let range = match (self.starts.get(earlier), self.starts.get(earlier + 1)) {
            (Some(&start), Some(&end)) => start..end,
            _ => 0..0,
        };
        let known = &self.known[range.clone()];
        self.later[range].iter().zip(known).map(move |(&later, known)| ([earlier, later as usize], known))
    }

    /// All of it, by place.
    pub fn iter(&self) -> impl Iterator<Item = ([usize; 2], &T)> {
        (0..self.rows()).flat_map(|earlier| self.row(earlier))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found_and_nothing_else() {
        let pairs = [[0, 3], [2, 4], [2, 9], [7, 8]];
        let table = PairTable::new(pairs.into_iter().map(|pair| (pair, pair[0] * 10 + pair[1])));
        for earlier in 0..12 {
            for later in earlier + 1..12 {
                let expected = pairs.contains(&[earlier, later]).then_some(earlier * 10 + later);
                assert_eq!(table.get([earlier, later]).copied(), expected, "{earlier} {later}");
            }
        }
        assert!(table.iter().map(|(pair, _)| pair).eq(pairs));
    }

    #[test]
    fn an_empty_one_knows_nothing() {
        let table = PairTable::<f64>::new(std::iter::empty());
        assert!(table.get([0, 1]).is_none() && table.iter().next().is_none());
        assert!(PairTable::<f64>::default().get([0, 1]).is_none());
    }
}
