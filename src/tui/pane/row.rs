//! One row of an article on the screen: which words it shows, and how far from the edge they begin.

use crate::segment::ParagraphKind;
use crate::text::{Span, rows, width};

/// One row of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The bytes that it shows; none for the blank row between paragraphs.
    pub span: Span,
    /// What its paragraph is.
    pub kind: ParagraphKind,
    /// Columns that are blank before its words: under the first row of a list's entry its other rows hang.
    pub indent: usize,
}

/// No entry's bullet takes more columns, the space after it included; what does is no bullet, and nothing hangs from it.
const BULLET_COLUMNS: usize = 4;
/// Narrower columns have no room for it.
const HANGING_FROM_COLUMNS: usize = 12;

impl Row {
    /// A row of words at the edge.
    pub const fn new(span: Span, kind: ParagraphKind) -> Self {
        Self { span, kind, indent: 0 }
    }

    /// Columns before byte `position`; from the edge.
    pub fn columns_before(&self, text: &str, position: usize) -> usize {
        let end = position.clamp(self.span.start, self.span.end);
        self.indent + width::columns(Span::new(self.span.start, end).of(text))
    }
}

/// Wraps the part of `text` under `span`, of a paragraph of this kind, to so many columns.
pub fn wrapped(text: &str, span: Span, kind: ParagraphKind, columns: usize) -> Vec<Row> {
    let hang = if kind == ParagraphKind::Bullet && columns >= HANGING_FROM_COLUMNS { hang(span.of(text)) } else { 0 };
    let rows = rows::hanging_rows(text, span, columns, hang).into_iter().enumerate();
    rows.map(|(place, row)| Row { span: row.span, kind, indent: if place == 0 { 0 } else { hang } }).collect()
}

/// Columns of the bullet that `words` begin with, and of the space after it.
fn hang(words: &str) -> usize {
    let rest = words.trim_start_matches(|character: char| !character.is_whitespace());
    let bullet = &words[..words.len() - rest.len()];
    if bullet.chars().any(char::is_alphanumeric) {
        return 0;
    }
    let columns = width::columns(&words[..words.len() - rest.trim_start().len()]);
    if columns <= BULLET_COLUMNS { columns } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kind: ParagraphKind, columns: usize, expected: &[&str]) {
        let rows = wrapped(text, Span::new(0, text.len()), kind, columns);
        let shown: Vec<_> = rows.iter().map(|row| format!("{}{}", " ".repeat(row.indent), row.span.of(text))).collect();
        assert_eq!(shown, expected);
        assert!(shown.iter().all(|row| width::columns(row) <= columns));
    }

    #[test]
    fn the_rows_of_an_entry_hang_under_its_first_word() {
        check("• Nobody died in the flood", ParagraphKind::Bullet, 14, &["• Nobody died", "  in the flood"]);
        check("-  surmountablesurmountable", ParagraphKind::Bullet, 13, &["-  surmountab", "   lesurmount", "   able"]);
    }

    #[test]
    fn nothing_hangs_from_words_or_in_a_narrow_column() {
        check("Nobody died in the flood", ParagraphKind::Bullet, 14, &["Nobody died in", "the flood"]);
        check("• Nobody died in the flood", ParagraphKind::Body, 14, &["• Nobody died", "in the flood"]);
        check("• No one died", ParagraphKind::Bullet, 8, &["• No one", "died"]);
    }

    #[test]
    fn columns_are_counted_from_the_edge() {
        let text = "• Nobody died in the flood";
        let rows = wrapped(text, Span::new(0, text.len()), ParagraphKind::Bullet, 14);
        let position = text.find("the").expect("there");
        assert_eq!((rows[0].columns_before(text, 4), rows[1].columns_before(text, position)), (2, 5));
    }
}
