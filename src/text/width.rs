//! Display columns: how much room a text takes in a terminal, and in which pieces it has to be drawn so that it takes just
//! that in any terminal.
//!
//! Terminals agree on the columns of single characters, not on those of a grapheme cluster. So a cluster takes those of its
//! characters, and each of them that takes any has cells of its own; of a picture made of several pictures the first is
//! drawn. What shows nothing by itself gets something to stand on. Text that runs from right to left is drawn in the order
//! of its letters, a cell each, so that nothing beside it moves.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// What a mark without a letter stands on, as Unicode's own charts print it.
const CARRIER: char = '◌';
/// A picture takes at most so many columns; what takes more is several.
const PICTURE_COLUMNS: usize = 2;
/// Joins pictures into one.
const JOINER: char = '\u{200d}';

/// The columns that `text` takes, tabs and line breaks counted as one column each, as the reader draws them.
///
/// ```
/// use variorum::text::width::columns;
///
/// assert_eq!(columns("世界"), 4);
/// assert_eq!(columns("e\u{301}"), 1);
/// ```
pub fn columns(text: &str) -> usize {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'\r') {
        return text.len();
    }
    text.graphemes(true).map(cluster_columns).sum()
}

/// The columns of one grapheme cluster.
pub fn cluster_columns(cluster: &str) -> usize {
    measured(cluster).0
}

/// How a cluster is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    /// As it is, in one go.
    Whole,
    /// As a space.
    Blank,
    /// Without the characters that choose how it looks.
    Bare,
    /// The first of its pictures.
    First,
    /// Each of its characters that takes any columns in cells of its own, with the marks on it; marks before the first of
    /// them on a carrier.
    Apart,
}

/// The columns of a cluster, and how it is drawn.
fn measured(cluster: &str) -> (usize, Drawn) {
    if cluster.len() == 1 {
        let blank = cluster.as_bytes()[0].is_ascii_control();
        return (1, if blank { Drawn::Blank } else { Drawn::Whole });
    }
    if cluster.contains(char::is_control) {
        return (1, Drawn::Blank);
    }
    let Some(first) = cluster.chars().next() else { return (0, Drawn::Blank) };
    let is_bare = character_columns(first) == 0;
    let of_their_own = cluster.chars().filter(|&character| character_columns(character) > 0).count();
    let columns = cluster.chars().map(character_columns).sum::<usize>() + usize::from(is_bare);
    let is_joined = cluster.contains(|character| character == JOINER || is_skin(character));
    let drawn = if is_joined && columns > PICTURE_COLUMNS && !first.is_alphabetic() && !is_bare {
        return (character_columns(first), Drawn::First);
    } else if is_bare || of_their_own > 1 {
        Drawn::Apart
    } else if cluster.contains(is_style) {
        Drawn::Bare
    } else {
        Drawn::Whole
    };
    (columns, drawn)
}

fn character_columns(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// The colours of skin, which terminals draw over the picture before, or after it.
const fn is_skin(character: char) -> bool {
    matches!(character, '\u{1f3fb}'..='\u{1f3ff}')
}

/// The characters that ask for a sign as text or as a picture. Where terminals follow them, the sign changes its width.
const fn is_style(character: char) -> bool {
    matches!(character, '\u{fe0e}' | '\u{fe0f}')
}

/// Draws one grapheme cluster by calling `put` with each of its pieces and the columns that this takes: together those of
/// [`cluster_columns`], in every terminal.
///
/// ```
/// use variorum::text::width::draw_cluster;
///
/// let drawn = |cluster| {
///     let mut pieces = Vec::new();
///     draw_cluster(cluster, |piece, columns| pieces.push((piece.to_owned(), columns)));
///     pieces
/// };
/// assert_eq!(drawn("\t"), [(" ".to_owned(), 1)]);
/// assert_eq!(drawn("👍🏽"), [("👍".to_owned(), 2)]);
/// assert_eq!(drawn("\u{301}"), [("◌\u{301}".to_owned(), 1)]);
/// ```
pub fn draw_cluster(cluster: &str, mut put: impl FnMut(&str, usize)) {
    let (columns, drawn) = measured(cluster);
    let without_style = |text: &str| text.chars().filter(|&character| !is_style(character)).collect::<String>();
    match drawn {
        Drawn::Whole => put(cluster, columns),
        Drawn::Blank => put(" ", columns),
        Drawn::Bare => put(&without_style(cluster), columns),
        Drawn::First => put(&cluster[..cluster.chars().next().map_or(0, char::len_utf8)], columns),
        Drawn::Apart => {
            let mut from = 0;
            let mut pieces = cluster.char_indices().skip(1).filter(|&(_, character)| character_columns(character) > 0);
            while from < cluster.len() {
                let end = pieces.next().map_or(cluster.len(), |(end, _)| end);
                let mut piece = without_style(&cluster[from..end]);
                let mut wide: usize = piece.chars().map(character_columns).sum();
                if wide == 0 {
                    piece.insert(0, CARRIER);
                    wide = 1;
                }
                put(&piece, wide);
                from = end;
            }
        }
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

/// The longest end of `text` that fits into `columns`, cut in the same way, with `…` before it: of a path it is the end
/// that tells it from others.
///
/// ```
/// use variorum::text::width::shorten_start;
///
/// assert_eq!(shorten_start("stories/ferry/herald.txt", 12), "…/herald.txt");
/// assert_eq!(shorten_start("a.txt", 12), "a.txt");
/// ```
pub fn shorten_start(text: &str, columns: usize) -> String {
    if self::columns(text) <= columns {
        return text.to_owned();
    }
    let mut room = columns.saturating_sub(1);
    let mut from = text.len();
    for (place, cluster) in text.grapheme_indices(true).rev() {
        let wide = cluster_columns(cluster);
        if wide > room {
            break;
        }
        room -= wide;
        from = place;
    }
    if columns > 0 { format!("…{}", &text[from..]) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_character_that_does_not_fit_whole_is_left_out() {
        assert_eq!(shorten("世界世界", 4), "世…");
        assert_eq!(shorten("世界", 0), "");
    }

    /// The pieces that `cluster` is drawn in, and the columns that it takes.
    fn check(cluster: &str, pieces: &[&str], columns: usize) {
        assert_eq!(cluster.graphemes(true).count(), 1, "“{cluster}” is no cluster");
        let (mut drawn, mut used) = (Vec::new(), 0);
        draw_cluster(cluster, |piece, columns| {
            drawn.push(piece.to_owned());
            used += columns;
        });
        assert_eq!(
            (drawn, used, cluster_columns(cluster)),
            (pieces.iter().map(|&piece| piece.to_owned()).collect(), columns, columns)
        );
    }

    #[test]
    fn letters_and_their_marks_have_one_cell() {
        check("a", &["a"], 1);
        check("e\u{301}\u{323}", &["e\u{301}\u{323}"], 1);
        check("世", &["世"], 2);
        check("각", &["각"], 2);
        check("ش\u{64e}\u{651}", &["ش\u{64e}\u{651}"], 1);
        check("ש\u{5bc}\u{5c1}", &["ש\u{5bc}\u{5c1}"], 1);
    }

    #[test]
    fn letters_that_only_some_terminals_draw_as_one_have_cells_of_their_own() {
        check("क्षि", &["क्", "ष", "ि"], 3);
        check("ｶﾞ", &["ｶ", "ﾞ"], 2);
        check("\u{1780}\u{17d2}\u{1780}", &["\u{1780}\u{17d2}", "\u{1780}"], 2);
    }

    #[test]
    fn of_pictures_made_of_several_the_first_is_drawn() {
        check("👩\u{200d}🚀", &["👩"], 2);
        check("👍🏽", &["👍"], 2);
        check("🧑🏽\u{200d}🚀", &["🧑"], 2);
        check("👨\u{200d}👩\u{200d}👧", &["👨"], 2);
        check("🏳\u{fe0f}\u{200d}🌈", &["🏳"], 1);
        check("⛹🏽", &["⛹"], 1);
        check("❤\u{fe0f}🏽", &["❤"], 1);
    }

    #[test]
    fn signs_keep_the_width_that_they_have_by_themselves() {
        check("❤\u{fe0f}", &["❤"], 1);
        check("1\u{fe0f}\u{20e3}", &["1\u{20e3}"], 1);
        check("✈\u{fe0e}", &["✈"], 1);
        check("👍\u{fe0e}", &["👍"], 2);
        check("🇫🇷", &["🇫", "🇷"], 2);
        check("🏽", &["🏽"], 2);
    }

    #[test]
    fn what_shows_nothing_by_itself_has_a_column() {
        check("\t", &[" "], 1);
        check("\n", &[" "], 1);
        check("\r\n", &[" "], 1);
        check("\u{9b}", &[" "], 1);
        check("\u{301}", &["◌\u{301}"], 1);
        check("\u{fe0f}", &["◌"], 1);
        check("\u{301}🏽", &["◌\u{301}", "🏽"], 3);
        assert_eq!(columns("a\r\n\tb"), 4);
    }
}
