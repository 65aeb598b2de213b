//! Display columns: how much room a text takes in a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns that `text` takes, tabs and line breaks counted as one column each, as the reader draws them.
///
/// ```
/// use variorum::text::width::columns;
///
/// assert_eq!(columns("世界"), 4);
/// assert_eq!(columns("e\u{301}"), 1);
/// ```
pub fn columns(text: &str) -> usize {
    text.graphemes(true).map(cluster_columns).sum()
}

/// The columns of one grapheme cluster.
pub fn cluster_columns(cluster: &str) -> usize {
    match cluster {
        "\t" | "\n" | "\r\n" | "\r" => 1,
        _ => cluster.width(),
    }
}

/// The longest beginning of `text` that fits into `columns`, cut between grapheme clusters and ended with `…` when
/// something was cut off.
///
/// ```
/// use variorum::text::width::shorten;
///
/// assert_eq!(shorten("surmountable", 8), "surmoun…");
/// assert_eq!(shorten("short", 8), "short");
/// ```
pub fn shorten(text: &str, columns: usize) -> String {
    if self::columns(text) <= columns {
        return text.to_owned();
    }
    let mut room = columns.saturating_sub(1);
    let mut kept = String::new();
    for cluster in text.graphemes(true) {
        let wide = cluster_columns(cluster);
        if wide > room {
            break;
        }
        room -= wide;
        kept.push_str(cluster);
    }
    if columns > 0 {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_character_that_does_not_fit_whole_is_left_out() {
        assert_eq!(shorten("世界世界", 4), "世…");
        assert_eq!(shorten("世界", 0), "");
    }
}
