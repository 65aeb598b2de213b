//! The invariants of the fuzz targets (`fuzz/invariants.rs`), on their seeds and on what chance makes of them.
//!
//! `VARIORUM_FUZZ_SECONDS=600 cargo test --release --test invariants -- --nocapture` goes on for so long with each.

#[path = "../fuzz/invariants.rs"]
mod invariants;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// How many changed seeds each invariant is tried on where no time is given.
const CASES: usize = 60;

/// What is put into the seeds: what steers a parser more often than a byte by chance.
const PIECES: &[&str] = &[
    "<",
    "</",
    "<div>",
    "<p>",
    "<table>",
    "<script>",
    "<!--",
    "-->",
    "\"",
    "'",
    "{",
    "[",
    "]",
    "}",
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "\t",
    "=",
    "--b",
    "Content-Type: multipart/mixed; boundary=b\n",
    "# ",
    "> ",
    "* ",
    "**",
    "](",
    "`",
    "|",
    "---\n",
    "\u{1e}",
    "\u{0}",
    "\u{1b}]0;",
    "\u{9b}",
    "\u{202e}",
    "\u{200d}",
    "\u{feff}",
    "“",
    "”",
    "‘",
    "’",
    "$1.2bn",
    "40 people",
    "May 2, 2024",
    "1/2",
    "said",
    "Mr. ",
    "%",
    "no",
    "0 obj",
    "endobj",
    "R ",
    "<<",
    ">>",
    "stream\n",
    "&#x1b;",
    "&amp;",
    "e\u{301}",
    "世界",
    "9999999999",
];

#[derive(Clone, Debug)]
enum Change {
    Byte(u8),
    Insert(&'static str),
    Cut(usize),
    Double(usize),
}

fn change() -> impl Strategy<Value = (prop::sample::Index, Change)> {
    let change = prop_oneof![
        any::<u8>().prop_map(Change::Byte),
        prop::sample::select(PIECES).prop_map(Change::Insert),
        (1..200_usize).prop_map(Change::Cut),
        (1..200_usize).prop_map(Change::Double),
    ];
    (any::<prop::sample::Index>(), change)
}

fn changed(seed: &[u8], changes: &[(prop::sample::Index, Change)]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (place, change) in changes {
        let at = place.index(bytes.len() + 1);
        let until = |length: usize| (at + length).min(bytes.len());
        match change {
            Change::Byte(byte) if at < bytes.len() => bytes[at] = *byte,
            Change::Byte(byte) => bytes.push(*byte),
            Change::Insert(piece) => {
                bytes.splice(at..at, piece.bytes());
            }
            Change::Cut(length) => {
                bytes.drain(at..until(*length));
            }
            Change::Double(length) => {
                let piece = bytes[at..until(*length)].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(name);
    let mut paths: Vec<_> = fs::read_dir(folder).expect("seeds").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read(path).expect("a seed")).collect()
}

#[test]
fn they_hold_for_the_seeds() {
    for (name, holds) in invariants::ALL {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name}");
        for seed in seeds.iter().chain([&Vec::new(), &vec![0xff; 3]]) {
            holds(seed);
        }
    }
}

#[test]
fn they_hold_for_what_chance_makes_of_the_seeds() {
    let seconds = std::env::var("VARIORUM_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let time = seconds.map(Duration::from_secs);
    // Where no time is given, the same cases are tried every time.
    let rng = match time {
        Some(_) => TestRng::from_seed(RngAlgorithm::ChaCha, &random()),
        None => TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    };
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    for (name, holds) in invariants::ALL {
        let strategy = (prop::sample::select(seeds(name)), prop::collection::vec(change(), 1..12));
        let (began, mut tried) = (Instant::now(), 0);
        while time.map_or(tried < CASES, |time| began.elapsed() < time) {
            let (seed, changes) = strategy.new_tree(&mut runner).expect("a case").current();
            let bytes = changed(&seed, &changes);
            let last = std::env::temp_dir().join(format!("variorum-invariant-{name}-{}", std::process::id()));
            if time.is_some() {
                // What ends the process, such as a full stack, leaves its input behind.
                fs::write(&last, &bytes).expect("a file");
            }
            if std::panic::catch_unwind(|| holds(&bytes)).is_err() {
                fs::write(&last, &bytes).expect("a file");
                panic!("`{name}` does not hold for {}", last.display());
            }
            tried += 1;
            if time.is_some() {
                let _ = fs::remove_file(&last);
            }
        }
        if time.is_some() {
            println!("{name}: {tried} cases");
        }
    }
}

/// A seed of chance from the system.
fn random() -> [u8; 32] {
    use std::hash::{BuildHasher, RandomState};
    let mut seed = [0; 32];
    for (place, bytes) in seed.chunks_mut(8).enumerate() {
        bytes.copy_from_slice(&RandomState::new().hash_one(place).to_le_bytes());
    }
    seed
}
