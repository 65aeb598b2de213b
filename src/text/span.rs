//! A stretch of one text. Text is held once; everything else points into it with a [`Span`].

use std::ops::Range;

/// A half-open range of *bytes* of one article's text, both ends on `char` boundaries.
///
/// ```
/// use variorum::text::Span;
///
/// let text = "“Grüße”";
/// let inner = Span::new(3, text.len() - 3);
/// assert_eq!(inner.of(text), "Grüße");
/// assert!(Span::new(0, text.len()).contains(inner));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`. An `end` before `start` gives an empty span.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The words of `text` that lie under this span; empty when the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Length in bytes.
    pub const fn bytes(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies under it.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `position` lies inside.
    pub const fn holds(self, position: usize) -> bool {
        self.start <= position && position < self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// As a range of bytes.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A [`Span`] in half the memory, for what is kept by the thousand. What lies beyond 4 GiB is cut off there.
///
/// ```
/// use variorum::text::{PackedSpan, Span};
///
/// assert_eq!(PackedSpan::from(Span::new(3, 8)).span(), Span::new(3, 8));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackedSpan {
    start: u32,
    end: u32,
}

impl PackedSpan {
    /// One past the last byte.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// The span.
    pub const fn span(self) -> Span {
        Span { start: self.start as usize, end: self.end as usize }
    }
}

impl From<Span> for PackedSpan {
    fn from(span: Span) -> Self {
        let packed = |position| u32::try_from(position).unwrap_or(u32::MAX);
        Self { start: packed(span.start), end: packed(span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_that_only_touch_do_not_overlap() {
        assert!(!Span::new(0, 4).overlaps(Span::new(4, 8)));
        assert!(Span::new(0, 5).overlaps(Span::new(4, 8)));
    }

    #[test]
    fn a_span_that_cuts_a_character_names_no_words() {
        assert_eq!(Span::new(1, 3).of("é!"), "");
    }
}
