//! Readings word by word, as an edition prints them: equal words in one column, the readings that agree in one row.
//!
//! The reading that most articles have is the base; each other one is aligned against it, and what several add at the same
//! place is aligned again.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::fold::fold;
use crate::text::width::cluster_columns;

/// So many words of a reading are aligned: a long paragraph. What lies beyond is left to the texts.
const MOST_WORDS: usize = 400;
/// Runs of words that replace each other are paired by likeness while both are so short; longer ones by their order.
const MOST_PAIRED: usize = 12;
/// What it counts for a pair of words to be a pair, beside their likeness: rather two words that differ in one column
/// than each alone.
const PAIR: f64 = 0.05;

/// Words less alike than this are two words: “ministry” and “and” have letters in common, too.
const LEAST_LIKENESS: f64 = 0.4;
/// What it counts against leaving words out: rather one after the other than here and there.
const GAP: f64 = 0.2;

/// A word of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As it is written.
    pub text: String,
    /// As it is compared: without case, accents and the marks around it.
    key: String,
    /// Whether it is written without a space after the one before.
    pub glued: bool,
}

/// What a reading has in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// This word.
    Word(Token),
    /// Nothing, where others have a word.
    Omitted,
    /// Nothing, because it has not begun or has ended.
    Beyond,
}

/// Readings aligned.
#[derive(Debug)]
pub struct Collation {
    /// The readings that agree, by their index; the base first, the others in the order given.
    pub groups: Vec<Vec<usize>>,
    /// The columns, each with a cell a group.
    pub columns: Vec<Vec<Cell>>,
}

/// What is made of words that one reading has after its end, or before its beginning, and others have not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// They are left out, as anywhere else.
    Omitted,
    /// They do not count: a quotation may be cut short.
    Open,
}

impl Collation {
    /// Aligns `readings`, each the words of one.
    pub fn new(readings: &[&str], ends: Ends) -> Self {
        let (groups, tokens) = grouped(readings);
        let mut columns = aligned(&tokens);
        if ends == Ends::Open {
            for group in 0..groups.len() {
                open_ends(&mut columns, group);
            }
        }
        Self { groups, columns }
    }

    /// Whether it shows anything that the readings one by one do not: some are several words, and some differ.
    pub fn is_worth_it(&self) -> bool {
        let words = |group: usize| self.columns.iter().filter(|column| matches!(column[group], Cell::Word(_))).count();
        self.groups.len() > 1 && (0..self.groups.len()).filter(|&group| words(group) > 1).count() > 1
    }
}

/// Whether all readings have one word in a column, those left out that do not count there.
pub fn agreed(column: &[Cell]) -> bool {
    let mut telling = column.iter().filter(|cell| **cell != Cell::Beyond);
    telling.next().is_none_or(|first| telling.all(|cell| alike(first, cell)))
}

/// Whether two cells hold one word, or none both.
pub fn alike(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Word(one), Cell::Word(other)) => one.key == other.key,
        (Cell::Word(_), _) | (_, Cell::Word(_)) => false,
        _ => true,
    }
}

/// The different readings with the indices of those that have them, the base first, and the words of each.
fn grouped(readings: &[&str]) -> (Vec<Vec<usize>>, Vec<Vec<Token>>) {
    let mut found: Vec<(Vec<usize>, Vec<Token>)> = Vec::new();
    for (index, words) in readings.iter().enumerate() {
        let tokens = tokens(words);
        let same = |(_, other): &&mut (Vec<usize>, Vec<Token>)| {
            other.len() == tokens.len() && other.iter().zip(&tokens).all(|(one, other)| one.key == other.key)
        };
        match found.iter_mut().find(same) {
            Some((group, _)) => group.push(index),
            None => found.push((vec![index], tokens)),
        }
    }
    // The first of those that most have; of these, the first of the longest.
    let base = (0..found.len()).rev().max_by_key(|&group| (found[group].0.len(), found[group].1.len()));
    if let Some(base) = base {
        found[..=base].rotate_right(1);
    }
    found.into_iter().unzip()
}

/// The words of a reading. Where words are written without spaces every character that is one counts as one.
fn tokens(words: &str) -> Vec<Token> {
    let mut found = Vec::new();
    for written in words.split_whitespace() {
        let mut pieces: Vec<String> = Vec::new();
        if written.chars().any(|character| character.is_alphabetic() && is_wide(character)) {
            for piece in written.split_word_bounds() {
                let is_mark = !piece.contains(char::is_alphanumeric);
                match pieces.last_mut() {
                    // Marks stand with the word before, and at the beginning with the first word.
                    Some(last) if is_mark || !last.contains(char::is_alphanumeric) => last.push_str(piece),
                    _ => pieces.push(piece.to_owned()),
                }
            }
        } else {
            pieces.push(written.to_owned());
        }
        let tokens = pieces.into_iter().enumerate();
        found.extend(tokens.map(|(place, text)| Token { key: key(&text), text, glued: place > 0 }));
        if found.len() >= MOST_WORDS {
            found.truncate(MOST_WORDS);
            break;
        }
    }
    found
}

fn is_wide(character: char) -> bool {
    cluster_columns(character.encode_utf8(&mut [0; 4])) > 1
}

fn key(word: &str) -> String {
    let folded = fold(word);
    let bare = folded.trim_matches(|character: char| !character.is_alphanumeric());
    if bare.is_empty() { folded } else { bare.to_owned() }
}

/// The columns of several readings, of which the first is the base.
fn aligned(readings: &[Vec<Token>]) -> Vec<Vec<Cell>> {
    let Some((base, others)) = readings.split_first() else { return Vec::new() };
    let nothing = vec![Cell::Omitted; readings.len()];
    let mut on_base: Vec<Vec<Cell>> = Vec::new();
    for token in base {
        let mut column = nothing.clone();
        column[0] = Cell::Word(token.clone());
        on_base.push(column);
    }
    // What is added before each word of the base, and after the last.
    let mut added: Vec<Vec<Vec<Cell>>> = vec![Vec::new(); base.len() + 1];
    for (group, tokens) in (1..).zip(others) {
        let mut at = 0;
        let mut run: Vec<&Token> = Vec::new();
        for (base, own) in pairs(base, tokens) {
            match (base, own) {
                (Some(base), own) => {
                    add(&mut added[at], &std::mem::take(&mut run), group, &nothing);
                    if let Some(own) = own {
                        on_base[base][group] = Cell::Word(tokens[own].clone());
                    }
                    at = base + 1;
                }
                (None, Some(own)) => run.push(&tokens[own]),
                (None, None) => {}
            }
        }
        add(&mut added[at], &run, group, &nothing);
    }
    let mut columns = Vec::new();
    let mut on_base = on_base.into_iter();
    for added in added {
        columns.extend(added);
        columns.extend(on_base.next());
    }
    columns
}

/// Puts words that `group` adds at one place into the columns for it: where another adds the same word, into its column.
fn add(columns: &mut Vec<Vec<Cell>>, run: &[&Token], group: usize, nothing: &[Cell]) {
    let mut from = 0;
    for &token in run {
        let cell = Cell::Word(token.clone());
        let same = (from..columns.len()).find(|&place| columns[place].iter().any(|other| alike(other, &cell)));
        let place = same.unwrap_or_else(|| {
            columns.insert(from, nothing.to_vec());
            from
        });
        columns[place][group] = cell;
        from = place + 1;
    }
}

/// The words of two readings, paired where they belong together, in order.
fn pairs(base: &[Token], own: &[Token]) -> Vec<(Option<usize>, Option<usize>)> {
    let keys = |tokens: &[Token]| tokens.iter().map(|token| token.key.clone()).collect::<Vec<_>>();
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &keys(base), &keys(own)) {
        let (old, new) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Replace { .. } => {
                let replaced = replaced(&base[old.clone()], &own[new.clone()]);
                let moved = replaced
                    .into_iter()
                    .map(|(base, own)| (base.map(|place| place + old.start), own.map(|place| place + new.start)));
                found.extend(moved);
            }
            DiffOp::Equal { .. } => found.extend(old.zip(new).map(|(base, own)| (Some(base), Some(own)))),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } => {
                found.extend(old.map(|base| (Some(base), None)));
                found.extend(new.map(|own| (None, Some(own))));
            }
        }
    }
    found
}

/// Pairs words that replace each other, the likest where their numbers differ.
fn replaced(base: &[Token], own: &[Token]) -> Vec<(Option<usize>, Option<usize>)> {
    let (rows, columns) = (base.len(), own.len());
    if rows == columns || rows > MOST_PAIRED || columns > MOST_PAIRED {
        let place = |place: usize, count: usize| (place < count).then_some(place);
        return (0..rows.max(columns)).map(|index| (place(index, rows), place(index, columns))).collect();
    }
    // worth[i][j][last]: what pairing the first i and the first j words is worth at best, when the last step was `last`;
    // and the step before that.
    let nothing = (f64::NEG_INFINITY, Step::Pair);
    let mut worth = vec![vec![[nothing; 3]; columns + 1]; rows + 1];
    worth[0][0][Step::Pair as usize].0 = 0.0;
    for i in 0..=rows {
        for j in 0..=columns {
            for last in Step::ALL {
                let so_far = worth[i][j][last as usize].0;
                if so_far == f64::NEG_INFINITY {
                    continue;
                }
                for step in Step::ALL {
                    let (next_i, next_j) = step.from(i, j);
                    if next_i > rows || next_j > columns {
                        continue;
                    }
                    let gain = match step {
                        Step::Pair => PAIR + likeness(&base[i].key, &own[j].key),
                        step if step == last => 0.0,
                        _ => -GAP,
                    };
                    let best = &mut worth[next_i][next_j][step as usize];
                    if so_far + gain > best.0 {
                        *best = (so_far + gain, last);
                    }
                }
            }
        }
    }
    let (mut i, mut j) = (rows, columns);
    let at_end = |step: &Step| worth[rows][columns][*step as usize].0;
    // Of equals, what leaves words out after the pair: the reader goes on from the left.
    let mut step = Step::ALL.into_iter().max_by(|a, b| at_end(a).total_cmp(&at_end(b))).unwrap_or(Step::Pair);
    let mut found = Vec::new();
    while i > 0 || j > 0 {
        let before = worth[i][j][step as usize].1;
        let (pair, from) = match step {
            Step::Pair => ((Some(i - 1), Some(j - 1)), (i - 1, j - 1)),
            Step::Base => ((Some(i - 1), None), (i - 1, j)),
            Step::Own => ((None, Some(j - 1)), (i, j - 1)),
        };
        found.push(pair);
        (i, j) = from;
        step = before;
    }
    found.reverse();
    found
}

/// How alike two words are; 0 where what they have in common is chance.
fn likeness(one: &str, other: &str) -> f64 {
    let likeness = strsim::normalized_damerau_levenshtein(one, other);
    if likeness < LEAST_LIKENESS { 0.0 } else { likeness }
}

/// A step along two runs of words: a word of each, or a word that only one has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Pair,
    Base,
    Own,
}

impl Step {
    const ALL: [Self; 3] = [Self::Pair, Self::Base, Self::Own];

    const fn from(self, base: usize, own: usize) -> (usize, usize) {
        match self {
            Self::Pair => (base + 1, own + 1),
            Self::Base => (base + 1, own),
            Self::Own => (base, own + 1),
        }
    }
}

/// Marks what lies before the first word of `group` and after its last.
fn open_ends(columns: &mut [Vec<Cell>], group: usize) {
    let is_word = |column: &Vec<Cell>| matches!(column[group], Cell::Word(_));
    let first = columns.iter().position(is_word).unwrap_or(columns.len());
    let end = columns.iter().rposition(is_word).map_or(first, |last| last + 1);
    for column in &mut columns[..first] {
        column[group] = Cell::Beyond;
    }
    for column in &mut columns[end..] {
        column[group] = Cell::Beyond;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Aligns `readings` and shows each group, its columns between bars: `–` is left out, `…` beyond.
    fn check(readings: &[&str], ends: Ends, expected: &[&str]) {
        let collation = Collation::new(readings, ends);
        let rows: Vec<_> = (0..collation.groups.len())
            .map(|group| {
                let members: String = collation.groups[group].iter().map(usize::to_string).collect();
                let cells: Vec<_> = collation
                    .columns
                    .iter()
                    .map(|column| match &column[group] {
                        Cell::Word(token) => token.text.as_str(),
                        Cell::Omitted => "–",
                        Cell::Beyond => "…",
                    })
                    .collect();
                format!("{members}: {}", cells.join("|"))
            })
            .collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_word_in_another_s_place_stands_under_it() {
        check(
            &["without any warning", "with little warning", "Without any warning."],
            Ends::Open,
            &["02: without|any|warning", "1: with|little|warning"],
        );
    }

    #[test]
    fn what_is_left_out_and_what_is_added_have_columns() {
        check(
            &["all of its spending", "all spending", "all of its recent spending"],
            Ends::Omitted,
            &["2: all|of|its|recent|spending", "0: all|of|its|–|spending", "1: all|–|–|–|spending"],
        );
        check(
            &["we go", "we go", "we do go now", "we do not go"],
            Ends::Omitted,
            &["01: we|–|–|go|–", "2: we|do|–|go|now", "3: we|do|not|go|–"],
        );
    }

    #[test]
    fn a_quotation_cut_short_leaves_nothing_out() {
        check(
            &["We will never close, he said", "never close"],
            Ends::Open,
            &["0: We|will|never|close,|he|said", "1: …|…|never|close|…|…"],
        );
    }

    #[test]
    fn of_more_words_for_fewer_the_likest_are_paired() {
        check(
            &["the problems were Sarmountable", "the problems are quite surmountable"],
            Ends::Open,
            &["1: the|problems|are|quite|surmountable", "0: the|problems|were|–|Sarmountable"],
        );
    }

    #[test]
    fn words_are_left_out_at_one_place_rather_than_at_two() {
        check(
            &["We warned the government again and again that", "We warned the ministry again that"],
            Ends::Open,
            &["0: We|warned|the|government|again|and|again|that", "1: We|warned|the|ministry|–|–|again|that"],
        );
    }

    #[test]
    fn words_without_spaces_between_them_are_taken_one_by_one() {
        check(&["「世界新聞」", "世間新聞"], Ends::Open, &["0: 「世|界|新|聞」", "1: 世|間|新|聞"]);
    }

    #[test]
    fn what_all_tell_alike_or_in_one_word_is_not_worth_it() {
        let worth = |readings: &[&str]| Collation::new(readings, Ends::Open).is_worth_it();
        assert!(worth(&["without any warning", "with little warning"]));
        assert!(!worth(&["without any warning", "“Without any warning”"]));
        assert!(!worth(&["surmountable", "Sarmountable"]));
        assert!(!worth(&["", "one two"]));
        assert!(!worth(&[]));
    }

    #[test]
    fn no_word_is_lost_and_none_changes_its_place() {
        let readings = ["a b c d e f g", "b x d d e y z g", "", "g f e d c b a", "a b b b c", "世 a 界 b"];
        let collation = Collation::new(&readings, Ends::Omitted);
        for (group, members) in collation.groups.iter().enumerate() {
            let words: Vec<_> = collation
                .columns
                .iter()
                .filter_map(|column| match &column[group] {
                    Cell::Word(token) => Some(token.text.as_str()),
                    _ => None,
                })
                .collect();
            assert_eq!(words.join(" "), readings[members[0]]);
        }
        assert!(collation.columns.iter().all(|column| column.iter().any(|cell| matches!(cell, Cell::Word(_)))));
    }
}
