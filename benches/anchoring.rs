//! How notes fare when an article is changed: they are to be where they belong, or nowhere, and never elsewhere.
//!
//! `cargo bench --bench anchoring` takes the articles of the tests; `cargo bench --bench anchoring -- FOLDER…` those in
//! other folders.

#[path = "../tests/support/edits.rs"]
mod edits;

use std::path::PathBuf;

use edits::{EDITS, Tally, tally, texts};

/// Each article is edited in each way so many times.
const ROUNDS: u64 = 5;
/// Notes on each article.
const NOTES: usize = 40;

fn main() {
    let folders: Vec<PathBuf> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).map(Into::into).collect();
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join("corpus");
    let folders = if folders.is_empty() { vec![own] } else { folders };
    let articles: Vec<_> = folders.iter().flat_map(|folder| texts(folder)).collect();
    println!("{} articles, {ROUNDS} rounds", articles.len());
    println!("{:14} {:>6} {:>6} {:>7} {:>5}   words still stand", "", "notes", "right", "orphans", "wrong");
    let mut all = Tally::default();
    for edit in EDITS {
        let mut sum = Tally::default();
        for (number, text) in articles.iter().enumerate() {
            let folder = tempfile::tempdir().expect("a folder");
            for round in 0..ROUNDS {
                sum.add(tally(text, edit, NOTES, number as u64 * ROUNDS + round, folder.path()));
            }
        }
        print(&format!("{edit:?}"), sum);
        all.add(sum);
    }
    print("together", all);
}

fn print(name: &str, sum: Tally) {
    let Tally { notes, right, orphans, wrong, standing, standing_right } = sum;
    let rate = 100.0 * sum.rate();
    println!("{name:14} {notes:6} {right:6} {orphans:7} {wrong:5}   {standing_right} of {standing} right: {rate:.1} %");
}
