//! What the page draws: lengths and shades, each with the figures that it stands for.

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::compare::{Grade, Status};

/// The longest bar, in the chart's units.
const LONGEST: f64 = 220.0;
/// Where a bar with a name before it begins, and a little room.
const BESIDE: f64 = 98.0;
/// The side of a cell of the square.
const CELL: usize = 44;

/// A bar, and what it says.
pub struct Bar {
    pub label: String,
    pub figure: String,
    /// Its length in the chart's units.
    pub length: String,
    /// Where what stands behind it begins, when the bar begins where those with names do.
    pub beside: String,
    /// Where it lies, from the top.
    pub y: usize,
}

/// How far each two articles agree.
pub struct Square<'a> {
    pub sigla: Vec<(usize, &'a str)>,
    pub cells: Vec<Cell>,
    /// The side in the chart's units, with the sigla.
    pub side: usize,
}

/// Two articles.
pub struct Cell {
    pub x: usize,
    pub y: usize,
    /// From 0.00 to 1.00.
    pub shade: String,
    pub figure: String,
    pub told: String,
}

/// Discrepancies by kind, the most frequent first.
pub fn kinds(analysis: &Analysis) -> Vec<Bar> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in &analysis.discrepancies {
        *counts.entry(found.kind.name()).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    let most = counts.first().map_or(1, |&(_, count)| count) as f64;
    let bars = counts.into_iter().map(|(name, count)| (name.to_owned(), count.to_string(), count as f64 / most));
    placed(bars)
}

/// The part of each article that could be compared.
pub fn coverage(analysis: &Analysis) -> Vec<Bar> {
    let articles = analysis.articles.iter().zip(&analysis.coverage);
    placed(articles.map(|(article, coverage)| {
        (article.siglum.clone(), format!("{:.0} %", 100.0 * coverage.compared), coverage.compared)
    }))
}

fn placed(bars: impl Iterator<Item = (String, String, f64)>) -> Vec<Bar> {
    const STEP: usize = 26;
    let bar = |(place, (label, figure, share)): (usize, (String, String, f64))| Bar {
        label,
        figure,
        length: format!("{:.0}", LONGEST * share.clamp(0.0, 1.0)),
        beside: format!("{:.0}", BESIDE + LONGEST * share.clamp(0.0, 1.0)),
        y: place * STEP,
    };
    bars.enumerate().map(bar).collect()
}

/// For each two articles the part of the facts told by both that they do not tell in conflict.
pub fn agreement(analysis: &Analysis) -> Square<'_> {
    let count = analysis.articles.len();
    let mut both = vec![vec![(0_usize, 0_usize); count]; count];
    for (index, fact) in analysis.facts.iter().enumerate() {
        if analysis.status(index) == Status::Single {
            continue;
        }
        let alike = analysis.grades[index] != Some(Grade::Conflict);
        let articles = fact.articles();
        for one in &articles {
            for other in articles.iter().filter(|other| *other != one) {
                let cell = &mut both[one.0][other.0];
                cell.0 += usize::from(alike);
                cell.1 += 1;
            }
        }
    }
    let cells = (0..count).flat_map(|row| (0..count).map(move |column| (row, column)));
    let cells = cells.filter(|(row, column)| row != column).map(|(row, column)| {
        let (alike, all) = both[row][column];
        let share = if all == 0 { 0.0 } else { alike as f64 / all as f64 };
        let (one, other) = (&analysis.articles[row].siglum, &analysis.articles[column].siglum);
        Cell {
            x: (column + 1) * CELL,
            y: (row + 1) * CELL,
            shade: format!("{:.2}", share * 0.8),
            figure: if all == 0 { "–".to_owned() } else { format!("{alike}/{all}") },
            told: format!("{one} and {other}: {alike} of {all} facts that both tell agree"),
        }
    });
    let sigla = analysis.articles.iter().enumerate();
    Square {
        sigla: sigla.map(|(place, article)| ((place + 1) * CELL, article.siglum.as_str())).collect(),
        cells: cells.collect(),
        side: (count + 1) * CELL,
    }
}
