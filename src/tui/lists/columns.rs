//! The columns of a matrix: what its rows are about, then one column an article, as many as fit.

/// How a matrix is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Columns of what goes before the articles.
    pub before: usize,
    /// Columns of each article, with the gap after it.
    pub article: usize,
    /// How many articles fit.
    pub fitting: usize,
}

/// Columns of the marks at the left of a row.
pub const MARKS: usize = 5;

/// An article's words get at least so many columns: “380 billion yuan” and a gap.
const LEAST_WORDS: usize = 17;
/// What a fact is about gets three tenths of the width, and at least and at most so many columns.
const ABOUT: std::ops::RangeInclusive<usize> = 16..=44;

/// Columns of a name, at least and at most.
const NAME: std::ops::RangeInclusive<usize> = 16..=36;
/// Columns of what sort of thing is named, with the gap after it; left out where there are fewer than `KIND_FROM`.
const KIND: usize = 13;
const KIND_FROM: usize = 60;
/// Columns of a count, with the gap before it.
pub const COUNT: usize = 5;

impl Columns {
    /// The facts' matrix in `width` columns.
    pub fn of_facts(width: usize, articles: usize) -> Self {
        let about = (width * 3 / 10).clamp(*ABOUT.start(), *ABOUT.end());
        let before = MARKS + about;
        let room = width.saturating_sub(before);
        let fitting = (room / LEAST_WORDS).clamp(1, articles.max(1));
        Self { before, article: room / fitting, fitting }
    }

    /// The names' matrix in `width` columns.
    pub fn of_entities(width: usize, articles: usize) -> Self {
        let fixed = 1 + Self::kind(width) + COUNT;
        let room = width.saturating_sub(fixed + NAME.start());
        // A count has no room to spare for the sign that there are more.
        let sign = if room / COUNT < articles { COUNT } else { 0 };
        let fitting = (room.saturating_sub(sign) / COUNT).clamp(1, articles.max(1));
        let name = width.saturating_sub(fixed + sign + fitting * COUNT).clamp(*NAME.start(), *NAME.end());
        Self { before: fixed + name, article: COUNT, fitting }
    }

    /// Columns of what sort of thing is named.
    pub const fn kind(width: usize) -> usize {
        if width < KIND_FROM { 0 } else { KIND }
    }

    /// Columns of what a fact is about, with the gap after it.
    pub const fn about(self) -> usize {
        self.before - MARKS
    }

    /// Columns of a name, with the gap after it.
    pub fn name(self, width: usize) -> usize {
        self.before.saturating_sub(1 + Self::kind(width) + COUNT)
    }

    /// The article in column `x` of the matrix, when `left` is the first.
    pub fn article_at(self, x: usize, left: usize, articles: usize) -> Option<usize> {
        let place = x.checked_sub(self.before)? / self.article.max(1);
        (place < self.fitting && left + place < articles).then_some(left + place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_articles_as_can_be_read() {
        let facts = |width, articles| Columns::of_facts(width, articles).fitting;
        assert_eq!(
            [(80, 3), (80, 12), (120, 12), (200, 12), (200, 2), (40, 5)].map(|(w, a)| facts(w, a)),
            [3, 3, 4, 8, 2, 1]
        );
        let entities = |width, articles| Columns::of_entities(width, articles).fitting;
        assert_eq!([(80, 12), (120, 12), (200, 40), (40, 5)].map(|(w, a)| entities(w, a)), [8, 12, 32, 2]);
    }

    #[test]
    fn nothing_lies_beyond_the_edge() {
        for width in 40..250 {
            for articles in [0, 1, 2, 5, 12, 1000] {
                for columns in [Columns::of_facts(width, articles), Columns::of_entities(width, articles)] {
                    assert!(columns.before + columns.fitting * columns.article <= width, "{width} {articles}");
                }
            }
        }
    }

    #[test]
    fn a_click_finds_the_article_of_its_column() {
        let columns = Columns { before: 10, article: 20, fitting: 3 };
        assert_eq!(
            [9, 10, 29, 30, 69, 70].map(|x| columns.article_at(x, 1, 4)),
            [None, Some(1), Some(1), Some(2), Some(3), None]
        );
        assert_eq!(columns.article_at(69, 1, 3), None);
    }
}
