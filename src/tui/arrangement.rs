//! Which articles are shown, and in which order from the left; the sigla stay as they are.

use crate::read::ArticleId;

/// The arrangement of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// All articles, from the left.
    order: Vec<ArticleId>,
    hidden: Vec<ArticleId>,
    /// Whether one column has the whole width.
    zoomed: bool,
}

impl Arrangement {
    /// All of so many articles, in the order given.
    pub fn new(articles: usize) -> Self {
        Self { order: (0..articles).map(ArticleId).collect(), hidden: Vec::new(), zoomed: false }
    }

    /// So many articles in `order`, with those that are not in it at the end, and those in `hidden` hidden; `None` where
    /// one would have two places, or none would be seen.
    pub fn of(articles: usize, mut order: Vec<ArticleId>, hidden: Vec<ArticleId>) -> Option<Self> {
        let missing: Vec<_> = (0..articles).map(ArticleId).filter(|article| !order.contains(article)).collect();
        order.extend(missing);
        let left = order.iter().any(|article| !hidden.contains(article));
        (order.len() == articles && left).then_some(Self { order, hidden, zoomed: false })
    }

    /// All articles, the hidden ones at their places.
    pub fn order(&self) -> &[ArticleId] {
        &self.order
    }

    /// The articles that are not hidden, from the left.
    pub fn shown(&self) -> Vec<ArticleId> {
        self.order.iter().copied().filter(|article| !self.hidden.contains(article)).collect()
    }

    /// How many columns are wanted at most.
    pub fn columns(&self) -> usize {
        if self.zoomed { self.order.len().min(1) } else { self.order.len() - self.hidden.len() }
    }

    /// Whether `columns` are `fitting` of the articles that are not hidden, or all of these, in their order, with `focus`
    /// among them.
    pub fn allows(&self, columns: &[ArticleId], focus: ArticleId, fitting: usize) -> bool {
        let shown = self.shown();
        let place = |column: &ArticleId| shown.iter().position(|article| article == column);
        columns.len() == fitting.min(shown.len())
            && (columns.contains(&focus) || shown.is_empty())
            && columns.iter().all(|column| place(column).is_some())
            && columns.is_sorted_by_key(place)
    }

    /// `columns`, or others in their place, so that `focus` and as many of `wanted` as fit are among `fitting` columns:
    /// neighbours where they can be, else those wanted side by side.
    pub fn bring_together(
        &self,
        columns: &[ArticleId],
        focus: ArticleId,
        wanted: &[ArticleId],
        fitting: usize,
    ) -> Vec<ArticleId> {
        let shown = self.shown();
        let fitting = fitting.min(shown.len());
        let place = |article: &ArticleId| shown.iter().position(|other| other == article);
        let mut wanted: Vec<usize> = std::iter::once(&focus).chain(wanted).filter_map(place).collect();
        if self.allows(columns, focus, fitting) && wanted.iter().all(|&place| columns.contains(&shown[place])) {
            return columns.to_vec();
        }
        let first = wanted.iter().min().copied().unwrap_or(0);
        let last = wanted.iter().max().copied().unwrap_or(0);
        if last - first < fitting {
            let start = first.min(shown.len() - fitting);
            return shown[start..start + fitting].to_vec();
        }
        wanted.extend(0..shown.len());
        let mut places: Vec<usize> = Vec::with_capacity(fitting);
        for place in wanted {
            if places.len() < fitting && !places.contains(&place) {
                places.push(place);
            }
        }
        places.sort_unstable();
        places.into_iter().map(|place| shown[place]).collect()
    }

    /// The hidden articles.
    pub fn hidden(&self) -> &[ArticleId] {
        &self.hidden
    }

    /// Gives one column the whole width, or takes it back.
    pub fn toggle_zoom(&mut self) {
        self.zoomed = !self.zoomed;
    }

    /// The article `by` columns beside `article`, round the end.
    pub fn beside(&self, article: ArticleId, by: isize) -> Option<ArticleId> {
        let shown = self.shown();
        let place = shown.iter().position(|&other| other == article)?;
        let count = shown.len().cast_signed();
        shown.get((place.cast_signed() + by).rem_euclid(count).cast_unsigned()).copied()
    }

    /// Hides an article, but never the last; the one that is to be read instead.
    pub fn hide(&mut self, article: ArticleId) -> Option<ArticleId> {
        let shown = self.shown();
        let place = shown.iter().position(|&other| other == article)?;
        let instead = shown.get(place + 1).or(shown[..place].last()).copied()?;
        self.hidden.push(article);
        Some(instead)
    }

    /// Shows an article again.
    pub fn reveal(&mut self, article: ArticleId) {
        self.hidden.retain(|&other| other != article);
    }

    /// Shows all articles again.
    pub fn reveal_all(&mut self) {
        self.hidden.clear();
    }

    /// Changes places with the column to the right, or to the left; whether there was one.
    pub fn shift(&mut self, article: ArticleId, by: isize) -> bool {
        let shown = self.shown();
        let place = shown.iter().position(|&other| other == article);
        let other = place.and_then(|place| place.checked_add_signed(by)).and_then(|place| shown.get(place));
        let at = |wanted: ArticleId| self.order.iter().position(|&article| article == wanted);
        match at(article).zip(other.and_then(|&other| at(other))) {
            Some((one, other)) => {
                self.order.swap(one, other);
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(arrangement: &Arrangement) -> Vec<usize> {
        arrangement.shown().into_iter().map(|article| article.0).collect()
    }

    #[test]
    fn the_last_column_is_never_hidden() {
        let mut arrangement = Arrangement::new(3);
        assert_eq!(arrangement.hide(ArticleId(0)), Some(ArticleId(1)));
        assert_eq!(arrangement.hide(ArticleId(2)), Some(ArticleId(1)));
        assert_eq!(arrangement.hide(ArticleId(1)), None);
        assert_eq!((shown(&arrangement), arrangement.columns()), (vec![1], 1));
        arrangement.reveal_all();
        assert_eq!(shown(&arrangement), [0, 1, 2]);
    }

    #[test]
    fn an_arrangement_is_that_of_all_articles() {
        let of = |order: &[usize], hidden: &[usize]| {
            let ids = |places: &[usize]| places.iter().copied().map(ArticleId).collect();
            Arrangement::of(3, ids(order), ids(hidden)).map(|arrangement| shown(&arrangement))
        };
        assert_eq!(of(&[2, 0, 1], &[0]), Some(vec![2, 1]));
        assert_eq!(of(&[1, 0], &[]), Some(vec![1, 0, 2]));
        for (order, hidden) in [(&[0, 1, 1][..], &[][..]), (&[0, 1, 3], &[]), (&[0, 1, 2], &[1, 0, 2])] {
            assert_eq!(of(order, hidden), None, "{order:?} {hidden:?}");
        }
    }

    #[test]
    fn a_column_moves_past_hidden_ones_and_not_over_the_edge() {
        let mut arrangement = Arrangement::new(4);
        arrangement.hide(ArticleId(1));
        assert!(arrangement.shift(ArticleId(0), 1));
        assert_eq!(shown(&arrangement), [2, 0, 3]);
        assert!(!arrangement.shift(ArticleId(2), -1));
        arrangement.reveal_all();
        assert_eq!(shown(&arrangement), [2, 1, 0, 3]);
    }

    #[test]
    fn the_next_column_is_the_next_on_the_screen_and_the_first_follows_the_last() {
        let mut arrangement = Arrangement::new(3);
        arrangement.shift(ArticleId(2), -1);
        assert_eq!(arrangement.beside(ArticleId(0), 1), Some(ArticleId(2)));
        assert_eq!(arrangement.beside(ArticleId(1), 1), Some(ArticleId(0)));
        assert_eq!(Arrangement::new(0).beside(ArticleId(0), 1), None);
    }
}
