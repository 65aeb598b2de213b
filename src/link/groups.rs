//! Things put together into groups, pair by pair.

/// A partition of the indices `0..count`, at first each alone.
#[derive(Clone, Debug)]
pub struct Groups {
    group_of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Groups {
    /// `count` groups of one.
    pub fn new(count: usize) -> Self {
        Self { group_of: (0..count).collect(), members: (0..count).map(|index| vec![index]).collect() }
    }

    /// The group of `index`; equal for the members of one group.
    pub fn of(&self, index: usize) -> usize {
        self.group_of[index]
    }

    /// The members of a group, in no order.
    pub fn members(&self, group: usize) -> &[usize] {
        &self.members[group]
    }

    /// Puts the groups of two indices together. The smaller group moves, so that joining all costs `n log n`.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if a == b {
            return;
        }
        let (kept, gone) = if self.members[a].len() >= self.members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.members[gone]);
        for &index in &moved {
            self.group_of[index] = kept;
        }
        self.members[kept].extend(moved);
    }

    /// The groups, members ascending, by first member.
    pub fn into_sorted(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<_> = self.members.into_iter().filter(|members| !members.is_empty()).collect();
        for members in &mut groups {
            members.sort_unstable();
        }
        groups.sort_unstable();
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_pairs_chain() {
        let mut groups = Groups::new(5);
        groups.join(3, 1);
        groups.join(4, 3);
        groups.join(4, 1);
        assert_eq!(groups.of(1), groups.of(4));
        assert_eq!(groups.into_sorted(), [vec![0], vec![1, 3, 4], vec![2]]);
    }
}
