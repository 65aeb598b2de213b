//! A collation as rows: its columns broken into blocks that fit, a row for each group of readings that agree, and one row
//! for all where they all do.

use super::collation::{Cell, Collation, agreed, alike};
use super::{Look, Row};
use crate::read::ArticleId;
use crate::text::width::{columns, shorten};
use crate::tui::paint::Mark;

/// Sigla of readings that agree are joined up to so many columns; then the first of them stand for all.
const LABEL_COLUMNS: usize = 12;
/// The sigla have at least so many columns, so that the words stand under those of the readings one by one.
const LEAST_LABEL_COLUMNS: usize = 7;
/// The words get at least so many columns, however long the sigla are.
const LEAST_COLUMNS: usize = 8;
/// Stands where a reading leaves words out.
const OMITTED: &str = "–";
/// Stands where a reading has not begun, or has ended.
const BEYOND: &str = "…";

/// Whose reading it is, for its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The article.
    pub article: ArticleId,
    /// Its siglum.
    pub siglum: String,
    /// The paragraph, where one article has several of the readings.
    pub paragraph: Option<String>,
}

/// The rows of `collation`, whose readings are those of `witnesses`, for `room` columns; variants look as `mark` does.
pub fn rows(collation: &Collation, witnesses: &[Witness], mark: Mark, room: usize) -> Vec<Row> {
    let everybody: Vec<usize> = (0..witnesses.len()).collect();
    let widest = collation.groups.iter().chain([&everybody]).map(|group| columns(&label(witnesses, group))).max();
    let labelled = (widest.unwrap_or(0) + 2).max(LEAST_LABEL_COLUMNS).min(room.saturating_sub(LEAST_COLUMNS));
    let mut order: Vec<usize> = (0..collation.groups.len()).collect();
    order.sort_by_key(|&group| &collation.groups[group]);
    let mut found = Vec::new();
    for block in blocks(collation, room.saturating_sub(labelled).max(1)) {
        if !found.is_empty() && collation.groups.len() > 1 {
            found.push(Row::new());
        }
        for groups in alike_in(&block, order.iter().copied()) {
            let mut readings: Vec<usize> = groups.iter().flat_map(|&group| &collation.groups[group]).copied().collect();
            readings.sort_unstable();
            let label = filled(&shorten(&label(witnesses, &readings), labelled.saturating_sub(2)), labelled);
            found.push(line(&block, groups[0], (label, Look::Strong), mark));
        }
    }
    found
}

/// The groups that tell something in a block; those that agree there together, though they differ elsewhere.
fn alike_in(block: &[Printed], order: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for group in order {
        if block.iter().all(|column| column.cells[group] == Cell::Beyond) {
            continue;
        }
        let same =
            |other: &&mut Vec<usize>| block.iter().all(|column| is_same(&column.cells[other[0]], &column.cells[group]));
        match found.iter_mut().find(same) {
            Some(known) => known.push(group),
            None => found.push(vec![group]),
        }
    }
    found
}

/// Whether two cells are printed alike.
fn is_same(one: &Cell, other: &Cell) -> bool {
    alike(one, other) && (*one == Cell::Beyond) == (*other == Cell::Beyond)
}

/// A column of the collation on the screen.
struct Printed<'c> {
    cells: &'c [Cell],
    /// Columns of its widest word.
    width: usize,
    /// Columns between it and the one before.
    gap: usize,
}

/// As many columns to a block as fit into `room`.
fn blocks(collation: &Collation, room: usize) -> Vec<Vec<Printed<'_>>> {
    let mut blocks: Vec<Vec<Printed>> = Vec::new();
    let mut used = 0;
    for cells in &collation.columns {
        let words = || cells.iter().filter_map(|cell| if let Cell::Word(token) = cell { Some(token) } else { None });
        let width = words().map(|token| columns(&token.text)).max().unwrap_or(0).clamp(1, room);
        let gap = usize::from(!words().all(|token| token.glued));
        if let Some(block) = blocks.last_mut().filter(|_| used + gap + width <= room) {
            used += gap + width;
            block.push(Printed { cells, width, gap });
        } else {
            used = width;
            blocks.push(vec![Printed { cells, width, gap: 0 }]);
        }
    }
    blocks
}

/// The row of `group` in a block. Of words left out one after the other the first alone is marked.
fn line(block: &[Printed], group: usize, label: (String, Look), mark: Mark) -> Row {
    let mut row = vec![label];
    let mut blank = 0;
    let mut before = None;
    for column in block {
        let (base, cell) = (&column.cells[0], &column.cells[group]);
        let look = if agreed(column.cells) {
            Look::Quiet
        } else if alike(base, cell) {
            Look::Strong
        } else {
            Look::Words(mark)
        };
        let (text, look) = match cell {
            Cell::Word(token) => (shorten(&token.text, column.width), look),
            Cell::Omitted if before != Some(OMITTED) => (OMITTED.to_owned(), look),
            Cell::Beyond if before != Some(BEYOND) => (BEYOND.to_owned(), Look::Quiet),
            Cell::Omitted | Cell::Beyond => (String::new(), Look::Quiet),
        };
        before = match cell {
            Cell::Word(_) => None,
            Cell::Omitted => Some(OMITTED),
            Cell::Beyond => Some(BEYOND),
        };
        blank += column.gap;
        let wide = columns(&text);
        if wide > 0 {
            if blank > 0 {
                row.push((" ".repeat(blank), Look::Plain));
            }
            row.push((text, look));
            blank = 0;
        }
        blank += column.width - wide;
    }
    row
}

/// The sigla of the readings in `group`, each once: “a c”; with paragraphs “a ¶3 ¶7 c”.
fn label(witnesses: &[Witness], group: &[usize]) -> String {
    let mut joined = String::new();
    let mut last: Option<&Witness> = None;
    for witness in group.iter().filter_map(|&index| witnesses.get(index)) {
        let known = last.is_some_and(|last| last.article == witness.article);
        let siglum = (!known).then_some(witness.siglum.as_str());
        let paragraph = witness.paragraph.as_deref().filter(|_| last != Some(witness));
        for part in siglum.into_iter().chain(paragraph) {
            if !joined.is_empty() && columns(&joined) + 1 + columns(part) > LABEL_COLUMNS {
                return joined + " …";
            }
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(part);
        }
        last = Some(witness);
    }
    joined
}

fn filled(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

#[cfg(test)]
mod tests {
    use super::super::collation::Ends;
    use super::*;

    /// The rows of `readings` of articles a, b, c …, variants between stars and what all share in brackets.
    fn check(readings: &[&str], room: usize, expected: &[&str]) {
        let witnesses: Vec<_> = ('a'..)
            .take(readings.len())
            .enumerate()
            .map(|(index, siglum)| Witness { article: ArticleId(index), siglum: siglum.to_string(), paragraph: None })
            .collect();
        let collation = Collation::new(readings, Ends::Omitted);
        let shown = rows(&collation, &witnesses, Mark::Differs, room);
        let plain: Vec<String> = shown.iter().map(|row| row.iter().map(|(text, _)| text.as_str()).collect()).collect();
        assert!(plain.iter().all(|row| columns(row) <= room.max(3)), "{plain:#?}");
        let marked: Vec<String> = shown
            .iter()
            .map(|row| {
                let piece = |(text, look): &(String, Look)| match look {
                    Look::Words(_) => format!("*{text}*"),
                    Look::Quiet => format!("({text})"),
                    _ => text.clone(),
                };
                row.iter().map(piece).collect()
            })
            .collect();
        assert_eq!(marked, expected);
    }

    #[test]
    fn equal_words_stand_under_each_other_and_what_agrees_is_quiet() {
        check(
            &["without any warning", "with little warning", "without any warning"],
            40,
            &["a c    without any    (warning)", "b      *with*    *little* (warning)"],
        );
    }

    #[test]
    fn what_does_not_fit_goes_on_in_another_block_and_where_all_agree_in_one_row() {
        check(
            &["he saw seven ships on the sea", "he saw eleven ships on the sea"],
            22,
            &[
                "a      (he) (saw) seven",
                "b      (he) (saw) *eleven*",
                "",
                "a b    (ships) (on) (the)",
                "",
                "a b    (sea)",
            ],
        );
    }

    #[test]
    fn readings_that_differ_elsewhere_agree_in_the_blocks_where_they_do() {
        check(
            &["red ships came fast", "two ships came fast", "two ships went fast"],
            19,
            &["a      red (ships)", "b c    *two* (ships)", "", "a b    came (fast)", "c      *went* (fast)"],
        );
    }

    #[test]
    fn words_left_out_one_after_the_other_have_one_dash() {
        check(
            &["all of its spending", "all spending"],
            40,
            &["a      (all) of its (spending)", "b      (all) *–*      (spending)"],
        );
    }

    #[test]
    fn wide_characters_take_their_two_columns() {
        check(&["世界 新聞 x", "世間 新聞 y"], 40, &["a      (世)界 (新)(聞) x", "b      (世)*間* (新)(聞) *y*"]);
    }

    #[test]
    fn a_word_longer_than_the_row_is_cut() {
        check(
            &["an extraordinarily long", "an ordinarily long"],
            18,
            &["a b    (an)", "", "a      extraordin…", "b      *ordinarily*", "", "a b    (long)"],
        );
    }

    #[test]
    fn many_sigla_are_cut_and_no_room_is_too_narrow() {
        check(&["one two"; 9], 40, &["a b c d e f …  (one) (two)"]);
        check(&["世界", "世間"], 1, &["(…)", "", "…", "*…*"]);
    }
}
