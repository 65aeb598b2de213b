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

    /// The articles that are not hidden, from the left.
    pub fn shown(&self) -> Vec<ArticleId> {
        self.order.iter().copied().filter(|article| !self.hidden.contains(article)).collect()
    }

    /// How many columns are wanted at most.
    pub fn columns(&self) -> usize {
        if self.zoomed { self.order.len().min(1) } else { self.order.len() - self.hidden.len() }
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
