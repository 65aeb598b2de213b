//! What several articles tell in much the same words, as a critical apparatus: quotations first, then passages.
//!
//! A unit is one text with all its witnesses; where they part, an `app` has the reading of each. There is never a `lem`:
//! no reading is called the right one.

use std::collections::{BTreeMap, BTreeSet};

use super::Edition;
use super::align::{Segment, segments, shared_words};
use super::xml::Xml;
use crate::link::FactKind;
use crate::read::{ArticleId, Excerpt};
use crate::report::json::id;
use crate::report::outline::bare;

/// Longer texts are not set against each other: they are no quotation and no sentence, and would take long.
const MOST_WORDS: usize = 400;
/// Sentences that share fewer words share them by chance.
const LEAST_SHARED_WORDS: usize = 5;

/// One text as several articles have it.
pub struct Unit {
    /// What it is of: `f7`, `p3`.
    pub of: String,
    /// Where each article has it; one place an article.
    pub readings: Vec<Excerpt>,
}

/// The name of the place of a unit's reading.
pub fn place_id(unit: &Unit, place: usize) -> String {
    format!("u-{}.{}", unit.of, place + 1)
}

/// The quotations that several articles have.
pub fn quotations(edition: &Edition) -> Vec<Unit> {
    let analysis = edition.analysis;
    let quoted = |&index: &usize| analysis.facts[index].kind == FactKind::Quote && analysis.grades[index].is_some();
    (0..analysis.facts.len())
        .filter(quoted)
        .map(|index| {
            // Of an article that quotes it several times the fullest counts.
            let mut fullest: BTreeMap<ArticleId, Excerpt> = BTreeMap::new();
            for excerpt in analysis.readings(index) {
                let known = fullest.entry(excerpt.article).or_insert(excerpt);
                if excerpt.span.bytes() > known.span.bytes() {
                    *known = excerpt;
                }
            }
            Unit { of: id('f', index), readings: fullest.into_values().collect() }
        })
        .filter(|unit| is_fit(edition, unit))
        .collect()
}

/// The passages whose sentences have at least half of the shorter one's words in common.
pub fn passages(edition: &Edition) -> Vec<Unit> {
    let mut seen = BTreeSet::new();
    (edition.analysis.passages.iter().enumerate())
        .map(|(index, passage)| {
            let sentences: Vec<_> =
                passage.sentences.iter().map(|&sentence| edition.analysis.sentence(sentence)).collect();
            Unit { of: id('p', index), readings: nearest(edition, &sentences) }
        })
        .filter(|unit| is_fit(edition, unit) && seen.insert(unit.readings.clone()))
        .collect()
}

fn is_fit(edition: &Edition, unit: &Unit) -> bool {
    unit.readings.len() > 1 && unit.readings.iter().all(|&reading| edition.words(reading).len() <= MOST_WORDS)
}

/// The longest of `sentences`, and of each other article the one that shares most words with it, where it shares many.
fn nearest(edition: &Edition, sentences: &[Excerpt]) -> Vec<Excerpt> {
    let words: Vec<_> = sentences.iter().map(|&sentence| edition.words(sentence)).collect();
    let fit = (0..sentences.len()).filter(|&place| words[place].len() <= MOST_WORDS);
    let Some(longest) = fit.clone().max_by_key(|&place| (words[place].len(), &words[place])) else {
        return Vec::new();
    };
    let mut nearest: BTreeMap<ArticleId, (usize, Excerpt)> = BTreeMap::new();
    for place in fit.filter(|&place| sentences[place].article != sentences[longest].article) {
        let shared = shared_words(&words[longest], &words[place]);
        let enough = shared >= LEAST_SHARED_WORDS && 2 * shared >= words[place].len().min(words[longest].len());
        let known = nearest.get(&sentences[place].article).map_or(0, |&(known, _)| known);
        if enough && shared > known {
            nearest.insert(sentences[place].article, (shared, sentences[place]));
        }
    }
    nearest.insert(sentences[longest].article, (0, sentences[longest]));
    nearest.into_values().map(|(_, sentence)| sentence).collect()
}

/// The part of the document that holds `units`.
pub fn write(xml: &mut Xml, edition: &Edition, kind: &str, head: &str, units: &[Unit]) {
    if units.is_empty() {
        return;
    }
    xml.blocks("div", &[("type", kind)], |xml| {
        xml.line("head", &[], head);
        for unit in units {
            let places: Vec<_> = (0..unit.readings.len()).map(|place| format!("#{}", place_id(unit, place))).collect();
            let name = format!("u-{}", unit.of);
            xml.block("ab", &[("xml:id", &name), ("corresp", &places.join(" "))], |xml| write_unit(xml, edition, unit));
        }
    });
}

fn write_unit(xml: &mut Xml, edition: &Edition, unit: &Unit) {
    let words: Vec<_> = unit.readings.iter().map(|&reading| edition.words(reading)).collect();
    for (place, segment) in segments(&words).iter().enumerate() {
        if place > 0 {
            xml.text(" ");
        }
        match segment {
            Segment::Common(text) => xml.text(text),
            Segment::Variant(texts) => write_variants(xml, unit, texts),
        }
    }
}

fn write_variants(xml: &mut Xml, unit: &Unit, texts: &[String]) {
    let mut variants: Vec<(&str, Vec<String>)> = Vec::new();
    for (text, reading) in texts.iter().zip(&unit.readings) {
        let witness = super::witness(reading.article);
        match variants.iter_mut().find(|(known, _)| known == text) {
            Some((_, witnesses)) => witnesses.push(witness),
            None => variants.push((text, vec![witness])),
        }
    }
    let spelt = |text: &str| text.split_whitespace().map(bare).collect::<Vec<_>>();
    let kind = if variants.iter().all(|(text, _)| spelt(text) == spelt(variants[0].0)) {
        "orthographic"
    } else {
        "substantive"
    };
    xml.element("app", &[("type", kind)], |xml| {
        for (text, witnesses) in &variants {
            let witnesses = witnesses.join(" ");
            match *text {
                "" => xml.empty("rdg", &[("wit", &witnesses)]),
                text => xml.element("rdg", &[("wit", &witnesses)], |xml| xml.text(text)),
            }
        }
    });
}
