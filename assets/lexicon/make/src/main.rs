//! Makes `words.fst` and `pairs.fst` from harper-core's dictionary and the counts of a news corpus.
//!
//! Use: `cargo run --release -- WORDS.tsv.gz BIGRAMS.tsv.gz OUTPUT_FOLDER`. The layout of the values is documented in
//! the program's `src/text/lexicon.rs`, which reads them.

#[path = "../../../../src/text/fold.rs"]
mod fold;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter};
use std::path::Path;

use flate2::read::GzDecoder;
use harper_core::VerbFormFlags;
use harper_core::spell::{Dictionary, FstDictionary};

/// One word's class bits, in the order of `Classes` in `src/text/lexicon.rs`.
fn classes(metadata: &harper_core::DictWordMetadata) -> u64 {
    let noun = metadata.noun.unwrap_or_default();
    let verb = metadata.verb.unwrap_or_default();
    let forms = verb.verb_forms.unwrap_or(VerbFormFlags::empty());
    let past = VerbFormFlags::PAST | VerbFormFlags::PRETERITE | VerbFormFlags::PAST_PARTICIPLE;
    let yes = |flag: Option<bool>| flag == Some(true);
    [
        metadata.noun.is_some(),
        yes(noun.is_proper),
        yes(noun.is_plural),
        metadata.verb.is_some(),
        forms.intersects(past),
        forms.contains(VerbFormFlags::PROGRESSIVE),
        yes(verb.is_auxiliary),
        metadata.adjective.is_some(),
        metadata.adverb.is_some(),
        metadata.pronoun.is_some(),
        metadata.determiner.is_some(),
        metadata.preposition,
        metadata.conjunction.is_some(),
        metadata.common,
        yes(metadata.abbreviation),
        true,
    ]
    .iter()
    .enumerate()
    .fold(0, |bits, (place, &set)| bits | u64::from(set) << place)
}

/// Eighths of a doubling: 0 for none, else 1 + 8·log2(count), rounded.
fn step(count: u64) -> u64 {
    if count == 0 { 0 } else { (1.0 + 8.0 * (count as f64).log2()).round() as u64 }
}

/// `part` of `whole` in 255ths.
fn share(part: u64, whole: u64) -> u64 {
    if whole == 0 { 0 } else { (part * 255 + whole / 2) / whole }
}

fn rows(path: &str) -> impl Iterator<Item = Vec<String>> {
    let file = File::open(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    BufReader::new(GzDecoder::new(file))
        .lines()
        .skip(1)
        .map(|line| line.expect("UTF-8").split('\t').map(str::to_owned).collect())
}

fn save(folder: &Path, name: &str, entries: BTreeMap<String, u64>) {
    let path = folder.join(name);
    let file = BufWriter::new(File::create(&path).expect("a writable folder"));
    let mut builder = fst::MapBuilder::new(file).expect("a writer");
    let count = entries.len();
    for (word, value) in entries {
        builder.insert(word, value).expect("sorted keys");
    }
    builder.finish().expect("written");
    println!("{}: {count} entries, {} bytes", path.display(), path.metadata().expect("written").len());
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, words, bigrams, folder] = arguments.as_slice() else {
        eprintln!("use: make-lexicon WORDS.tsv.gz BIGRAMS.tsv.gz OUTPUT_FOLDER");
        std::process::exit(2);
    };
    let mut entries: BTreeMap<String, u64> = BTreeMap::new();
    let dictionary = FstDictionary::curated();
    for word in dictionary.words_iter() {
        let text: String = word.iter().collect();
        if text.contains(char::is_whitespace) {
            continue;
        }
        let bits = dictionary.get_word_metadata_exact(word).map_or(1 << 15, classes);
        *entries.entry(fold::fold(&text)).or_default() |= bits;
    }
    // Spellings that fold to one word (“cafe”, “café”) are counted together before the counts are rounded.
    let mut counts: BTreeMap<String, [u64; 4]> = BTreeMap::new();
    for row in rows(words) {
        let sums = counts.entry(fold::fold(&row[0])).or_default();
        for (sum, column) in sums.iter_mut().zip([1, 3, 4, 5]) {
            *sum += row[column].parse::<u64>().expect("a count");
        }
    }
    for (word, [all, lower, capital, upper]) in counts {
        let inside = lower + capital + upper;
        *entries.entry(word).or_default() |=
            step(all) << 16 | share(capital, inside) << 24 | share(upper, inside) << 32;
    }
    save(Path::new(folder), "words.fst", entries);
    let mut pairs: BTreeMap<String, u64> = BTreeMap::new();
    for row in rows(bigrams) {
        let count: u64 = row[2].parse().expect("a count");
        *pairs.entry(format!("{} {}", fold::fold(&row[0]), fold::fold(&row[1]))).or_default() += count;
    }
    for count in pairs.values_mut() {
        *count = step(*count);
    }
    save(Path::new(folder), "pairs.fst", pairs);
}
