//! Readings of one text cut into the stretches that all have and those that differ: parallel segmentation.
//!
//! All readings are held against the longest; where one leaves it, a stretch differs until all meet again.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::report::outline::bare;

/// A stretch of the text.
#[derive(Debug, PartialEq, Eq)]
pub enum Segment {
    /// Words that every reading has, to the letter.
    Common(String),
    /// What each reading has, by its place among them; empty where it has nothing.
    Variant(Vec<String>),
}

/// The words of `readings` in stretches; the order of the readings changes nothing but their places.
pub fn segments(readings: &[Vec<&str>]) -> Vec<Segment> {
    let Some(pivot) = readings.iter().max_by_key(|words| (words.len(), *words)) else { return Vec::new() };
    let slots: Vec<_> = readings.iter().map(|words| slots(pivot, words)).collect();
    let mut segments: Vec<Segment> = Vec::new();
    for slot in 0..=2 * pivot.len() {
        let told: Vec<&[&str]> = slots.iter().map(|slots| &*slots[slot]).collect();
        let alike = told.iter().all(|words| *words == told[0]);
        match (alike, told[0].is_empty()) {
            (true, true) => {}
            (true, false) => common(&mut segments, told[0]),
            (false, _) => variant(&mut segments, &told),
        }
    }
    segments
}

/// How many words `one` and `other` have in common, in this order.
pub fn shared_words(one: &[&str], other: &[&str]) -> usize {
    (diff(one, other).iter()).filter(|op| matches!(op, DiffOp::Equal { .. })).map(|op| op.old_range().len()).sum()
}

fn diff(one: &[&str], other: &[&str]) -> Vec<DiffOp> {
    let bare = |words: &[&str]| words.iter().map(|word| bare(word)).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Myers, &bare(one), &bare(other))
}

/// What `words` has before, at and after each word of `pivot`: gaps at even places, words at odd ones.
fn slots<'w>(pivot: &[&'w str], words: &[&'w str]) -> Vec<Vec<&'w str>> {
    let mut slots: Vec<Vec<&str>> = vec![Vec::new(); 2 * pivot.len() + 1];
    for op in diff(pivot, words) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                for place in 0..len {
                    slots[2 * (old_index + place) + 1].push(words[new_index + place]);
                }
            }
            DiffOp::Insert { old_index, .. } => slots[2 * old_index].extend(&words[op.new_range()]),
            DiffOp::Replace { old_index, .. } => slots[2 * old_index + 1].extend(&words[op.new_range()]),
            DiffOp::Delete { .. } => {}
        }
    }
    slots
}

fn common(segments: &mut Vec<Segment>, words: &[&str]) {
    match segments.last_mut() {
        Some(Segment::Common(text)) => append(text, words),
        _ => segments.push(Segment::Common(words.join(" "))),
    }
}

fn variant(segments: &mut Vec<Segment>, told: &[&[&str]]) {
    if let Some(Segment::Variant(texts)) = segments.last_mut() {
        for (text, words) in texts.iter_mut().zip(told) {
            append(text, words);
        }
    } else {
        segments.push(Segment::Variant(told.iter().map(|words| words.join(" ")).collect()));
    }
}

fn append(text: &mut String, words: &[&str]) {
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `readings` with what differs in brackets, a bar between the readings.
    fn check(readings: &[&str], expected: &str) {
        let words: Vec<Vec<&str>> = readings.iter().map(|text| text.split_whitespace().collect()).collect();
        let shown: Vec<_> = (segments(&words).into_iter())
            .map(|segment| match segment {
                Segment::Common(text) => text,
                Segment::Variant(texts) => format!("[{}]", texts.join("|")),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn what_all_have_is_told_once_and_what_differs_by_reading() {
        check(&["the plan is sound", "the plan was sound", "the plan is sound"], "the plan [is|was|is] sound");
        check(&["the new plan", "the plan"], "the [new|] plan");
        check(&["one plan", "a plan of sorts"], "[one|a] plan [|of sorts]");
        check(&["growth, he said", "Growth he said"], "[growth,|Growth] he said");
    }

    #[test]
    fn readings_with_nothing_in_common_are_one_stretch() {
        check(&["red and green", "blue"], "[red and green|blue]");
        check(&["same words", "same words"], "same words");
        check(&["", "words"], "[|words]");
        check(&[], "");
    }

    proptest! {
        #[test]
        fn every_reading_can_be_read_back(texts in prop::collection::vec("[ab.C]{0,2}( [ab.C]{1,2}){0,9}", 1..5)) {
            let words: Vec<Vec<&str>> = texts.iter().map(|text| text.split_whitespace().collect()).collect();
            let segments = segments(&words);
            for (place, words) in words.iter().enumerate() {
                let read: Vec<_> = (segments.iter())
                    .map(|segment| match segment {
                        Segment::Common(text) => text,
                        Segment::Variant(texts) => &texts[place],
                    })
                    .filter(|text| !text.is_empty())
                    .map(String::as_str)
                    .collect();
                prop_assert_eq!(read.join(" "), words.join(" "));
            }
        }
    }
}
