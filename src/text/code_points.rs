//! Byte positions turned into code points and back, which is what files and reports speak (the W3C's
//! `TextPositionSelector` counts code points).

use super::Span;

/// One checkpoint each so many bytes: a look-up then counts at most this many bytes.
const STRIDE_BYTES: usize = 256;

/// An index over one text that converts positions in time independent of the length of the text.
///
/// ```
/// use variorum::text::{CodePoints, Span};
///
/// let text = "«é» 380";
/// let index = CodePoints::new(text);
/// assert_eq!(index.range(Span::new(7, 10)), 4..7);
/// assert_eq!(index.byte(4), Some(7));
/// ```
#[derive(Debug, Clone)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before byte `i * STRIDE_BYTES` (rounded up to the next boundary).
    checkpoints: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE_BYTES + 1);
        let mut count = 0;
        for (block, bytes) in text.as_bytes().chunks(STRIDE_BYTES).enumerate() {
            debug_assert_eq!(block, checkpoints.len());
            checkpoints.push(count);
            count += starts(bytes);
        }
        checkpoints.push(count);
        Self { text, checkpoints }
    }

    /// Code points before byte `position`; a position beyond the text counts as its end.
    pub fn at(&self, position: usize) -> usize {
        let position = position.min(self.text.len());
        let block = position / STRIDE_BYTES;
        self.checkpoints[block] + starts(&self.text.as_bytes()[block * STRIDE_BYTES..position])
    }

    /// The span in code points.
    pub fn range(&self, span: Span) -> std::ops::Range<usize> {
        self.at(span.start)..self.at(span.end)
    }

    /// The byte at which code point number `point` starts; the end of the text for its length; `None` beyond.
    pub fn byte(&self, point: usize) -> Option<usize> {
        let block = self.checkpoints.partition_point(|&before| before <= point).checked_sub(1)?;
        let mut count = self.checkpoints[block];
        let from = block * STRIDE_BYTES;
        if from >= self.text.len() {
            return (count == point).then_some(self.text.len());
        }
        for (offset, &byte) in self.text.as_bytes()[from..].iter().enumerate() {
            if is_start(byte) {
                if count == point {
                    return Some(from + offset);
                }
                count += 1;
            }
        }
        (count == point).then_some(self.text.len())
    }
}

const fn is_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| is_start(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_ways_agree_with_counting(text in "(\\PC|é|世){0,700}") {
            let index = CodePoints::new(&text);
            for (point, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.at(byte), point);
                prop_assert_eq!(index.byte(point), Some(byte));
            }
            let points = text.chars().count();
            prop_assert_eq!(index.at(text.len()), points);
            prop_assert_eq!(index.byte(points), Some(text.len()));
            prop_assert_eq!(index.byte(points + 1), None);
        }
    }
}
