//! Articles out of pages: every page in `tests/pages` beside the text that a reader would call the article.
//!
//! The pages are made for this test in the shapes that pages of news have; the news in them are invented. To add one, put
//! `name.html` there, and `name.txt` with what must be found: lines such as `title: …`, `outlet: …`, `byline: …`,
//! `published: …`, a blank line, and the text.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use variorum::read::formats::{Source, articles};
use variorum::read::{Article, Limits};

/// What is found must have so much of the words of the article, and so few others.
const LEAST_F1: f64 = 0.95;

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let entries = fs::read_dir(folder).expect("the pages").map(|entry| entry.expect("an entry").path());
    let mut pages: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect();
    pages.sort();
    pages
}

fn article(page: &Path) -> Article {
    let bytes = fs::read(page).expect("a page");
    let opened = articles(&Source::new("page", &bytes), &Limits::default());
    opened.articles.into_iter().next().unwrap_or_else(|| panic!("{}: {:?}", page.display(), opened.refused))
}

/// How often each word stands in `text`.
fn words(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// The harmonic mean of the shares of words that are found rightly and of those that should be.
fn f1(found: &str, expected: &str) -> f64 {
    let (found, expected) = (words(found), words(expected));
    let shared: usize = expected.iter().map(|(word, count)| found.get(word).map_or(0, |other| *other.min(count))).sum();
    2.0 * shared as f64 / (found.values().sum::<usize>() + expected.values().sum::<usize>()) as f64
}

#[test]
fn the_article_is_found_in_every_shape_of_page() {
    let pages = pages();
    assert!(pages.len() >= 20);
    let mut wrong = Vec::new();
    for page in pages {
        let expected = fs::read_to_string(page.with_extension("txt")).expect("the text of the page");
        let (head, text) = expected.split_once("\n\n").expect("a head and a text");
        let found = article(&page);
        let score = f1(&found.text, text);
        let name = page.file_stem().expect("a name").to_string_lossy().into_owned();
        if score < LEAST_F1 {
            wrong.push(format!("{name}: {score:.3}\n{}\n", found.text));
        }
        for (name_of_it, told) in head.lines().filter_map(|line| line.split_once(": ")) {
            let of_page = match name_of_it {
                "title" => Some(found.title.clone()),
                "outlet" => found.outlet.clone(),
                "byline" => found.byline.clone(),
                _ => found.published.map(|day| day.to_string()),
            };
            if of_page.as_deref() != Some(told) {
                wrong.push(format!("{name}: {name_of_it} is {of_page:?} and not {told:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_left_out_counts_as_much_as_what_is_too_much() {
    assert!((f1("a b c", "a b c") - 1.0).abs() < 1e-9);
    assert!((f1("a b", "a b c d") - f1("a b c d", "a b")).abs() < 1e-9);
    assert!(f1("a a a a", "a b c d") < 0.3);
}
