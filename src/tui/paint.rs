//! Marks that overlap (a figure in a quotation in a matching passage) → flat runs, each with all the marks on it, so that
//! drawing never has to ask what lies over what.

use crate::text::{PackedSpan, Span};

/// What a stretch of text is marked as. Where several lie over each other, the later one here gives the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A sentence that another article has, too.
    Matched,
    /// Where the article says that it was written, and when.
    Dateline,
    /// Part of a fact that this article alone tells.
    Single,
    /// A whole statement that another article makes, too.
    Stated,
    /// A quotation.
    Quote,
    /// A name.
    Name,
    /// Part of a fact that several articles tell alike.
    Shared,
    /// Whole sentences that are told twice or damaged.
    DamagedRows,
    /// Whole sentences that differ.
    DiffersRows,
    /// Damaged text.
    Damaged,
    /// Where the accounts differ.
    Differs,
    /// Bound to a note.
    Noted,
    /// What the apparatus shows, where it is a whole sentence or more.
    Beside,
    /// What the apparatus shows.
    Current,
    /// Found by the search.
    Found,
    /// Selected words.
    Selected,
}

impl Mark {
    /// All of them, in the order of their weight.
    pub const ALL: [Self; 16] = [
        Self::Matched,
        Self::Dateline,
        Self::Single,
        Self::Stated,
        Self::Quote,
        Self::Name,
        Self::Shared,
        Self::DamagedRows,
        Self::DiffersRows,
        Self::Damaged,
        Self::Differs,
        Self::Noted,
        Self::Beside,
        Self::Current,
        Self::Found,
        Self::Selected,
    ];
}

/// A set of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u32);

impl Marks {
    /// Whether `mark` is in it.
    pub const fn has(self, mark: Mark) -> bool {
        self.0 & 1 << mark as u32 != 0
    }

    /// This set with those of `other`.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without those of `other`.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The marks in it, the weightiest last.
    pub fn iter(self) -> impl Iterator<Item = Mark> {
        Mark::ALL.into_iter().filter(move |&mark| self.has(mark))
    }
}

impl From<Mark> for Marks {
    fn from(mark: Mark) -> Self {
        Self(1 << mark as u32)
    }
}

/// Marks on a stretch of text; the stretches of a list may overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    span: PackedSpan,
    /// What they are marked as.
    pub marks: Marks,
}

impl Layer {
    /// Marks on `span`.
    pub fn new(span: Span, marks: impl Into<Marks>) -> Self {
        Self { span: span.into(), marks: marks.into() }
    }

    /// The bytes marked.
    pub const fn span(self) -> Span {
        self.span.span()
    }
}

/// The layers as stretches that do not overlap, in reading order; what no layer covers is left out.
pub fn flatten(layers: &[Layer]) -> Vec<Layer> {
    let mut edges: Vec<_> = layers
        .iter()
        .filter(|layer| !layer.span().is_empty())
        .flat_map(|layer| [(layer.span().start, layer.marks, true), (layer.span().end, layer.marks, false)])
        .collect();
    edges.sort_by_key(|&(position, ..)| position);
    let mut open = [0_usize; Mark::ALL.len()];
    let mut from = 0;
    let mut runs: Vec<Layer> = Vec::new();
    for (position, marks, opens) in edges {
        let before = Mark::ALL
            .into_iter()
            .filter(|&mark| open[mark as usize] > 0)
            .fold(Marks::default(), |set, mark| set.and(mark.into()));
        if position > from && before != Marks::default() {
            match runs.last_mut() {
                Some(last) if last.marks == before && last.span().end == from => {
                    *last = Layer::new(Span::new(last.span().start, position), before);
                }
                _ => runs.push(Layer::new(Span::new(from, position), before)),
            }
        }
        from = position;
        for mark in marks.iter() {
            let count = &mut open[mark as usize];
            *count = if opens { *count + 1 } else { count.saturating_sub(1) };
        }
    }
    runs.shrink_to_fit();
    runs
}

/// Those of the flat `runs` that overlap `span`, without looking at the others.
pub fn within(runs: &[Layer], span: Span) -> &[Layer] {
    let start = runs.partition_point(|run| run.span().end <= span.start);
    let end = runs.partition_point(|run| run.span().start < span.end);
    &runs[start..end.max(start)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws layers (`from..to mark`) on twelve bytes and gives the runs as `from..to marks`.
    fn check(layers: &[(usize, usize, Mark)], expected: &[(usize, usize, &[Mark])]) {
        let layers: Vec<_> = layers.iter().map(|&(start, end, mark)| Layer::new(Span::new(start, end), mark)).collect();
        let runs: Vec<_> = flatten(&layers)
            .into_iter()
            .map(|run| (run.span().start, run.span().end, run.marks.iter().collect::<Vec<_>>()))
            .collect();
        let expected: Vec<_> = expected.iter().map(|&(start, end, marks)| (start, end, marks.to_vec())).collect();
        assert_eq!(runs, expected);
    }

    #[test]
    fn a_figure_in_a_quotation_has_both_marks_and_the_figure_is_the_weightier() {
        check(
            &[(0, 12, Mark::Quote), (4, 6, Mark::Shared)],
            &[(0, 4, &[Mark::Quote]), (4, 6, &[Mark::Quote, Mark::Shared]), (6, 12, &[Mark::Quote])],
        );
    }

    #[test]
    fn crossing_stretches_part_into_three() {
        check(
            &[(0, 5, Mark::Name), (3, 8, Mark::Differs)],
            &[(0, 3, &[Mark::Name]), (3, 5, &[Mark::Name, Mark::Differs]), (5, 8, &[Mark::Differs])],
        );
    }

    #[test]
    fn the_same_mark_twice_on_one_place_ends_with_the_longer() {
        check(&[(0, 8, Mark::Shared), (2, 4, Mark::Shared)], &[(0, 8, &[Mark::Shared])]);
    }

    #[test]
    fn nothing_is_drawn_where_nothing_is_marked() {
        check(&[(1, 1, Mark::Name)], &[]);
        check(&[(1, 2, Mark::Name), (4, 5, Mark::Name)], &[(1, 2, &[Mark::Name]), (4, 5, &[Mark::Name])]);
    }

    #[test]
    fn only_the_runs_that_touch_a_row_are_looked_at() {
        let runs =
            flatten(&[(0, 2), (4, 6), (8, 10)].map(|(start, end)| Layer::new(Span::new(start, end), Mark::Name)));
        assert_eq!(within(&runs, Span::new(5, 8)), &runs[1..2]);
        assert!(within(&runs, Span::new(2, 4)).is_empty());
    }
}
