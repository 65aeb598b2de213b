//! Text wrapped to a width, so that every row keeps the bytes it shows: highlights and clicks need them.

use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use super::width::{cluster_columns, columns};

/// One row of wrapped text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The bytes that it shows, the space at its end left out.
    pub span: Span,
}

/// A word with the space after it, as the wrapping sees them.
#[derive(Clone, Copy, Debug)]
struct Piece {
    word: Span,
    columns: usize,
    space_columns: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.columns as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space_columns as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Wraps the part of `text` under `span` to rows of at most `width` columns (at least 1), at word ends where it can;
/// a word wider than a row is cut between grapheme clusters. A line break counts as a space.
///
/// ```
/// use variorum::text::{Span, rows::rows};
///
/// let text = "The plan\nfor three years";
/// let found: Vec<_> = rows(text, Span::new(0, text.len()), 9).iter().map(|row| row.span.of(text)).collect();
/// assert_eq!(found, ["The plan", "for three", "years"]);
/// ```
pub fn rows(text: &str, span: Span, width: usize) -> Vec<Row> {
    hanging_rows(text, span, width, 0)
}

/// The same, with every row but the first `hang` columns narrower: it is to hang under the first.
///
/// ```
/// use variorum::text::{Span, rows::hanging_rows};
///
/// let text = "- one two three";
/// let found: Vec<_> = hanging_rows(text, Span::new(0, text.len()), 9, 2).iter().map(|row| row.span.of(text)).collect();
/// assert_eq!(found, ["- one two", "three"]);
/// ```
pub fn hanging_rows(text: &str, span: Span, width: usize, hang: usize) -> Vec<Row> {
    let width = width.max(1);
    let hanging = width.saturating_sub(hang).max(1);
    let mut pieces = Vec::new();
    let mut from = span.start;
    for line in span.of(text).split_inclusive('\n') {
        push_pieces(text, Span::new(from, from + line.trim_end_matches('\n').len()), hanging, &mut pieces);
        from += line.len();
        if line.ends_with('\n')
            && let Some(last) = pieces.last_mut()
        {
            last.space_columns += 1;
        }
    }
    wrap_first_fit(&pieces, &[width as f64, hanging as f64])
        .into_iter()
        .filter_map(|row| Some(Row { span: row.first()?.word.join(row.last()?.word) }))
        .collect()
}

fn push_pieces(text: &str, line: Span, width: usize, pieces: &mut Vec<Piece>) {
    let mut from = line.start;
    for word in WordSeparator::UnicodeBreakProperties.find_words(line.of(text)) {
        let mut span = Span::new(from, from + word.word.len());
        let space_columns = columns(word.whitespace);
        from = span.end + word.whitespace.len();
        let mut wide = columns(word.word);
        while wide > width {
            let cut = cut_at(span.of(text), width);
            let part = Span::new(span.start, span.start + cut);
            let part_columns = columns(part.of(text));
            pieces.push(Piece { word: part, columns: part_columns, space_columns: 0 });
            span.start = part.end;
            wide -= part_columns.min(wide);
        }
        if !span.is_empty() {
            pieces.push(Piece { word: span, columns: wide, space_columns });
        } else if let Some(last) = pieces.last_mut() {
            last.space_columns += space_columns;
        }
    }
}

/// Bytes of the clusters at the start of `word` that fit into `width` columns; at least one cluster.
fn cut_at(word: &str, width: usize) -> usize {
    let mut used = 0;
    for (place, cluster) in word.grapheme_indices(true) {
        used += cluster_columns(cluster);
        if used > width && place > 0 {
            return place;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, width: usize, expected: &[&str]) {
        let found: Vec<_> = rows(text, Span::new(0, text.len()), width).iter().map(|row| row.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        check("世界世界", 5, &["世界", "世界"]);
    }

    #[test]
    fn a_word_wider_than_the_row_is_cut() {
        check("so surmountable", 5, &["so", "surmo", "untab", "le"]);
    }

    #[test]
    fn a_row_narrower_than_a_character_still_ends() {
        check("世界", 1, &["世", "界"]);
    }

    #[test]
    fn letters_joined_to_one_wider_than_the_row_stand_alone() {
        check("a क\u{94d}षिำ b", 3, &["a", "क\u{94d}षिำ", "b"]);
    }

    proptest! {
        #[test]
        fn rows_fit_and_lose_no_word(text in "([a-zé世 \\n\\-]|👩‍🚀){0,120}", width in 2_usize..30) {
            let found = rows(&text, Span::new(0, text.len()), width);
            let mut end = 0;
            for row in &found {
                prop_assert!(columns(row.span.of(&text)) <= width);
                prop_assert!(text[end..row.span.start].trim().is_empty());
                end = row.span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
