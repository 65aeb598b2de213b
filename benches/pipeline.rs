//! How long the stages take: `cargo bench`. Compare ratios and medians of runs on one quiet machine.

use divan::Bencher;
use divan::counter::BytesCount;
use variorum::analysis::analyze;
use variorum::extract::mentions;
use variorum::read::{Article, bundled};
use variorum::segment::segment;

fn main() {
    divan::main();
}

fn bytes(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.text.len()).sum::<usize>())
}

#[divan::bench]
fn segment_bundled(bencher: Bencher) {
    let articles = bundled();
    bencher
        .counter(bytes(&articles))
        .bench(|| articles.iter().map(|article| segment(article.text.clone()).words.len()).sum::<usize>());
}

#[divan::bench]
fn extract_bundled(bencher: Bencher) {
    let articles = bundled();
    let documents: Vec<_> = articles.iter().map(|article| segment(article.text.clone())).collect();
    bencher
        .counter(bytes(&articles))
        .bench(|| documents.iter().map(|document| mentions(document, None).len()).sum::<usize>());
}

#[divan::bench]
fn analyze_bundled(bencher: Bencher) {
    bencher.counter(bytes(&bundled())).with_inputs(bundled).bench_values(analyze);
}

/// Many articles of one story: the bundled ones over and over, each time with its paragraphs in another order, so that no
/// two are the same text.
#[divan::bench(args = [3, 10, 20, 100, 1000], sample_count = 3, sample_size = 1)]
fn analyze_many(bencher: Bencher, count: usize) {
    let story = bundled();
    let make = || -> Vec<Article> {
        (0..count)
            .map(|place| {
                let mut paragraphs: Vec<&str> = story[place % story.len()].text.lines().collect();
                let turn = place % paragraphs.len();
                paragraphs.rotate_left(turn);
                Article::from_text(&paragraphs.join("\n"))
            })
            .collect()
    };
    bencher.counter(bytes(&make())).with_inputs(make).bench_values(analyze);
}

/// Megabytes without a single full stop beside the bundled story: twice the text may take twice the time and no more.
#[divan::bench(args = [1, 2, 4], sample_count = 1, sample_size = 1)]
fn analyze_without_an_end(bencher: Bencher, megabytes: usize) {
    let unit = "the quick brown fox and 40 people jumped over two lazy dogs in March with Mr Smith ";
    let make = || -> Vec<Article> {
        let strange = Article::from_text(&unit.repeat(megabytes * 1_000_000 / unit.len()));
        bundled().into_iter().chain([strange]).collect()
    };
    bencher.counter(bytes(&make())).with_inputs(make).bench_values(analyze);
}
