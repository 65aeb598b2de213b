//! What of a list is shown. Its entries are of sorts (how grave, what kind, what verdict), the sorts stand in groups,
//! and an entry is shown when none of its sorts is hidden.

/// Sorts that one of each entry's belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What it sorts by.
    pub name: &'static str,
    /// The sorts, in the order in which they are offered.
    pub sorts: &'static [&'static str],
}

/// A set of sorts, by their number in the groups of a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorts(u32);

impl Sorts {
    /// With number `sort` of group number `group`.
    pub fn with(self, groups: &[Group], group: usize, sort: usize) -> Self {
        self.and(first(groups, group) + sort)
    }

    const fn and(self, number: usize) -> Self {
        Self(self.0 | 1 << number)
    }

    /// With sort number `sort` of the group with these `numbers` in the place of any other of it.
    pub const fn moved(self, numbers: &std::ops::Range<usize>, sort: usize) -> Self {
        let group = ((1 << (numbers.end - numbers.start)) - 1) << numbers.start;
        Self(self.0 & !group | 1 << (numbers.start + sort))
    }

    /// The numbers of those in it.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let number = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(number)
        })
    }

    /// Whether sort number `number` is in it.
    pub const fn has(self, number: usize) -> bool {
        self.0 & 1 << number != 0
    }

    /// Whether none is in both.
    pub const fn apart(self, other: Self) -> bool {
        self.0 & other.0 == 0
    }

    /// With `number` if it was without, and the other way round.
    pub const fn toggled(self, number: usize) -> Self {
        Self(self.0 ^ 1 << number)
    }

    /// With no sort of group number `group`.
    fn without_group(self, groups: &[Group], group: usize) -> Self {
        numbers(groups, group).filter(|&number| self.has(number)).fold(self, Self::toggled)
    }
}

/// The number of a group's first sort.
fn first(groups: &[Group], group: usize) -> usize {
    groups.iter().take(group).map(|group| group.sorts.len()).sum()
}

/// The numbers of a group's sorts.
pub fn numbers(groups: &[Group], group: usize) -> std::ops::Range<usize> {
    let first = first(groups, group);
    first..first + groups.get(group).map_or(0, |group| group.sorts.len())
}

/// The group of sort number `number`.
fn group_of(groups: &[Group], number: usize) -> usize {
    (0..groups.len()).find(|&group| numbers(groups, group).contains(&number)).unwrap_or(0)
}

/// What is hidden when of its group sort `number` alone is shown; when that was so already, none of it.
pub fn alone(hidden: Sorts, groups: &[Group], number: usize) -> Sorts {
    let group = group_of(groups, number);
    if only(hidden, groups, group) == Some(number) {
        return hidden.without_group(groups, group);
    }
    let others = numbers(groups, group).filter(|&other| other != number);
    others.fold(hidden.without_group(groups, group), Sorts::and)
}

/// The sort that alone is shown of a group.
fn only(hidden: Sorts, groups: &[Group], group: usize) -> Option<usize> {
    let mut shown = numbers(groups, group).filter(|&number| !hidden.has(number));
    shown.next().filter(|_| shown.next().is_none())
}

/// What is hidden next when the first group is gone through: all its sorts are shown, then one after another alone; those
/// that no entry has, by `counts`, are passed over.
pub fn cycled(hidden: Sorts, groups: &[Group], counts: &[usize]) -> Sorts {
    let all = hidden.without_group(groups, 0);
    let next = match only(hidden, groups, 0) {
        None if hidden != all => return all,
        None => 0,
        Some(number) => number + 1,
    };
    let there = |number: &usize| counts.get(*number).is_some_and(|&count| count > 0);
    match numbers(groups, 0).skip(next).find(there) {
        Some(number) => alone(all, groups, number),
        None => all,
    }
}

/// The sorts that there is something of, by `counts`, in the order of the groups.
pub fn offered(groups: &[Group], counts: &[usize]) -> Vec<usize> {
    let all = (0..groups.len()).flat_map(|group| numbers(groups, group));
    all.filter(|&number| counts.get(number).is_some_and(|&count| count > 0)).collect()
}

/// What is shown, in words: `only open`, `without low`; nothing when all is.
pub fn told(hidden: Sorts, groups: &[Group]) -> Vec<String> {
    let told = (0..groups.len()).filter_map(|group| {
        let names = |wanted: bool| {
            let numbers = numbers(groups, group).filter(|&number| hidden.has(number) == wanted);
            numbers.map(|number| name(groups, number)).collect::<Vec<_>>()
        };
        let (gone, left) = (names(true), names(false));
        match (gone.len(), left.len()) {
            (0, _) => None,
            (_, 0) => Some(format!("no {}", groups[group].name)),
            (gone_count, left_count) if left_count == 1 || left_count < gone_count => {
                Some(format!("only {}", left.join(", ")))
            }
            _ => Some(format!("without {}", gone.join(", "))),
        }
    });
    told.collect()
}

/// The name of sort number `number`.
pub fn name(groups: &[Group], number: usize) -> &'static str {
    groups.iter().flat_map(|group| group.sorts).nth(number).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUPS: &[Group] = &[
        Group { name: "verdict", sorts: &["open", "confirmed", "dismissed"] },
        Group { name: "weight", sorts: &["high", "low"] },
    ];

    #[test]
    fn an_entry_is_shown_when_none_of_its_sorts_is_hidden() {
        let entry = Sorts::default().with(GROUPS, 0, 2).with(GROUPS, 1, 0);
        assert!(entry.apart(Sorts::default().with(GROUPS, 0, 0).with(GROUPS, 1, 1)));
        assert!(!entry.apart(Sorts::default().with(GROUPS, 1, 0)));
    }

    #[test]
    fn one_sort_alone_and_then_all_again() {
        let hidden = alone(Sorts::default(), GROUPS, 0);
        assert_eq!(told(hidden, GROUPS), ["only open"]);
        let both = alone(hidden, GROUPS, 4);
        assert_eq!(told(both, GROUPS), ["only open", "only low"]);
        assert_eq!(told(alone(both, GROUPS, 0), GROUPS), ["only low"]);
        assert_eq!(told(Sorts::default().toggled(2), GROUPS), ["without dismissed"]);
        assert_eq!(told(alone(hidden, GROUPS, 0).toggled(3).toggled(4), GROUPS), ["no weight"]);
    }

    #[test]
    fn going_through_the_first_group_leaves_the_others_and_passes_over_what_there_is_none_of() {
        let counts = [4, 0, 2, 3, 3];
        let low = alone(Sorts::default(), GROUPS, 4);
        let mut hidden = low;
        let mut seen = Vec::new();
        for _ in 0..4 {
            hidden = cycled(hidden, GROUPS, &counts);
            seen.push(told(hidden, GROUPS).join(" "));
        }
        assert_eq!(seen, ["only open only low", "only dismissed only low", "only low", "only open only low"]);
        assert_eq!(cycled(Sorts::default().toggled(1), GROUPS, &counts), Sorts::default());
    }
}
