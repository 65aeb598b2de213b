//! What was found and noted, beside the texts: an annotation each, and a span for every place that it points to.

use super::xml::Xml;
use super::{Edition, apparatus};
use crate::notes::{Note, Verdict, Written, tags};
use crate::read::Excerpt;
use crate::report::json::id;
use crate::report::summary::fact_summary;

/// Something to point at places: a discrepancy, a fact, a note, or a unit of the apparatus.
pub struct Entry<'a> {
    /// `d1`.
    id: String,
    motivation: &'static str,
    /// How sure it is, 0 to 1.
    certainty: Option<f64>,
    /// What is said of it, each with its type.
    said: Vec<(&'static str, String)>,
    note: Option<(&'a Note, Option<&'a Written>)>,
    places: Vec<Excerpt>,
}

/// The discrepancies, the facts that several articles tell, and the notes that belong to neither, in this order.
pub fn entries<'a>(edition: &Edition<'a>) -> [Vec<Entry<'a>>; 3] {
    let (analysis, notebook, veil) = (edition.analysis, edition.notebook, edition.veil);
    let mut told: Vec<&Note> = Vec::new();
    let mut discrepancies = Vec::new();
    for (index, found) in analysis.discrepancies.iter().enumerate() {
        let note = notebook.note_on(Some(found.rule), &found.evidence);
        told.extend(note);
        discrepancies.push(Entry {
            id: id('d', index),
            motivation: "questioning",
            certainty: Some(found.confidence),
            said: vec![
                ("summary", veil.told(&found.summary).into_owned()),
                ("explanation", veil.told(&found.explanation).into_owned()),
                ("kind", found.kind.name().to_owned()),
                ("rule", found.rule.to_owned()),
                ("severity", found.severity.name().to_owned()),
            ],
            note: note.map(|note| (note, notebook.written_on(Some(found.rule), &found.evidence))),
            places: found.evidence.clone(),
        });
    }
    let mut facts = Vec::new();
    for (index, fact) in analysis.facts.iter().enumerate() {
        let Some(grade) = analysis.grades[index] else { continue };
        let places: Vec<_> = analysis.readings(index).collect();
        let note = notebook.note_on(None, &places);
        told.extend(note);
        facts.push(Entry {
            id: id('f', index),
            motivation: "linking",
            certainty: Some(fact.certainty),
            said: vec![
                ("summary", fact_summary(analysis, veil, index)),
                ("kind", fact.kind.name().to_owned()),
                ("grade", grade.name().to_owned()),
            ],
            note: note.map(|note| (note, notebook.written_on(None, &places))),
            places,
        });
    }
    let others =
        (notebook.notes().iter().enumerate()).filter(|(_, note)| !told.iter().any(|known| std::ptr::eq(*known, *note)));
    let notes = others.map(|(index, note)| Entry {
        id: id('n', index),
        motivation: "commenting",
        certainty: None,
        said: Vec::new(),
        note: Some((note, notebook.written(index))),
        places: note.places.clone(),
    });
    [discrepancies, facts, notes.collect()]
}

/// The places that `entries` point to.
pub fn places<'e>(entries: &'e [Vec<Entry>; 3]) -> impl Iterator<Item = Excerpt> + 'e {
    entries.iter().flatten().flat_map(|entry| entry.places.iter().copied())
}

/// All of it; nothing where there is nothing.
pub fn write(xml: &mut Xml, edition: &Edition, entries: &[Vec<Entry>; 3], units: &[apparatus::Unit]) {
    for (kind, entries) in ["discrepancies", "facts", "notes"].into_iter().zip(entries) {
        if entries.is_empty() {
            continue;
        }
        xml.blocks("standOff", &[("type", kind)], |xml| {
            xml.blocks("listAnnotation", &[], |xml| entries.iter().for_each(|entry| annotation(xml, entry)));
            let named = entries.iter().flat_map(|entry| {
                (entry.places.iter().enumerate()).map(|(place, &excerpt)| (place_id(entry, place), excerpt))
            });
            spans(xml, edition, named.collect());
        });
    }
    if !units.is_empty() {
        xml.blocks("standOff", &[("type", "witnesses")], |xml| {
            let named = units.iter().flat_map(|unit| {
                (unit.readings.iter().enumerate()).map(|(place, &excerpt)| (apparatus::place_id(unit, place), excerpt))
            });
            spans(xml, edition, named.collect());
        });
    }
}

fn place_id(entry: &Entry, place: usize) -> String {
    format!("{}.{}", entry.id, place + 1)
}

fn annotation(xml: &mut Xml, entry: &Entry) {
    let targets: Vec<_> = (0..entry.places.len()).map(|place| format!("#{}", place_id(entry, place))).collect();
    if targets.is_empty() {
        // A note whose words are gone has nothing to point to.
        return xml.blocks("note", &[("xml:id", &entry.id), ("resp", "#reader"), ("type", "orphan")], |xml| {
            entry.note.into_iter().for_each(|(note, written)| said_by_reader(xml, note, written));
        });
    }
    let (targets, certainty) = (targets.join(" "), entry.certainty.map(|share| format!("{share:.2}")));
    let mut attributes = vec![("xml:id", &*entry.id), ("motivation", entry.motivation), ("target", &*targets)];
    attributes.extend(certainty.as_deref().map(|certainty| ("cert", certainty)));
    xml.blocks("annotation", &attributes, |xml| {
        for (kind, text) in &entry.said {
            xml.line("note", &[("type", kind), ("resp", "#program")], text);
        }
        entry.note.into_iter().for_each(|(note, written)| said_by_reader(xml, note, written));
    });
}

fn said_by_reader(xml: &mut Xml, note: &Note, written: Option<&Written>) {
    if note.verdict != Verdict::Open {
        xml.line("note", &[("type", "verdict"), ("resp", "#reader")], note.verdict.name());
    }
    if !note.comment.is_empty() {
        xml.line("note", &[("type", "comment"), ("resp", "#reader")], &note.comment);
    }
    for tag in tags(&note.comment) {
        xml.line("note", &[("type", "tag"), ("resp", "#reader")], tag);
    }
    let signature = written.map(Written::signature).unwrap_or_default();
    if !signature.is_empty() {
        xml.line("note", &[("type", "signature"), ("resp", "#reader")], &signature);
    }
}

fn spans(xml: &mut Xml, edition: &Edition, places: Vec<(String, Excerpt)>) {
    if places.is_empty() {
        return;
    }
    xml.blocks("spanGrp", &[("type", "places")], |xml| {
        for (name, excerpt) in places {
            let [from, to] =
                [excerpt.span.start, excerpt.span.end].map(|at| format!("#{}", edition.anchor(excerpt.article, at)));
            let words = edition.words(excerpt).join(" ");
            xml.line("span", &[("xml:id", &name), ("from", &from), ("to", &to)], &edition.veil.cited(&words));
        }
    });
}
