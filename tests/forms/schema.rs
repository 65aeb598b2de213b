//! The JSON keeps to the schema that is shipped, and the schema lets nothing else through.

use serde_json::{Value, json};
use variorum::notes::Notebook;
use variorum::report::{Excerpts, Form, Making, Manner, write};

use crate::keeping as schema;
use crate::program::run;
use crate::stories::{notes, stories, story};

#[test]
fn every_report_keeps_to_the_schema() {
    for story in stories() {
        for excerpts in [Excerpts::Full, Excerpts::Short, Excerpts::None] {
            let making = Making { at: Some("2025-02-24T07:00:00Z".to_owned()), command: "variorum report".to_owned() };
            for making in [None, Some(making)] {
                let report = write(Form::Json, &story, &notes(&story), &Manner { excerpts, making });
                schema::report(&report);
            }
        }
    }
}

#[test]
fn the_program_s_own_output_keeps_to_the_schema() {
    let printed = run(&["report", "--format", "json"], "").out;
    schema::report(&printed);
    let line = json!({"id": 1, "sources": [{"text": "Ten fled on Monday.", "published": "2025-02-24"}, {"text": "Two fled."}]});
    let printed: Value = serde_json::from_str(&run(&["batch"], line.to_string()).out).expect("JSON");
    schema::keeps_to_it(&printed["comparison"]);
}

#[test]
fn what_breaks_the_form_is_refused() {
    let texts = [
        "Ten people fled to Lund on 3 May 2024, “at once”, said Ann Lee.",
        "Twelve people fled to Lund on 3 May 2024.",
    ];
    let report = write(Form::Json, &story(&texts), &Notebook::default(), &Manner::default());
    let report = schema::report(&report);
    let refused = |pointer: &str, value: Value| {
        let mut report = report.clone();
        *report.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
        assert!(!schema::VALIDATOR.is_valid(&report), "{pointer}");
    };
    refused("/schema", "variorum/comparison/2".into());
    refused("/made/excerpts", "most".into());
    refused("/sources/0/sha256", "abc".into());
    refused("/entities/0/kind", "animal".into());
    refused("/facts/0/id", "d1".into());
    refused("/facts/0/kind", "length".into());
    refused("/facts/0/status", "single".into());
    refused("/facts/0/mentions", json!([]));
    refused("/facts/0/mentions/0/value", json!({"number": 10}));
    refused("/facts/0/mentions/0/start", json!(-1));
    refused("/discrepancies/0/severity", "fatal".into());
    refused("/discrepancies/0/confidence", json!(1.2));
    refused("/discrepancies/0/summary", "two\nlines".into());
    refused("/coverage/0/words", json!(1.5));
    let mut more = report.clone();
    more["facts"][0]["colour"] = "red".into();
    assert!(!schema::VALIDATOR.is_valid(&more));
    let mut fewer = report.clone();
    fewer.as_object_mut().expect("an object").remove("origins");
    assert!(!schema::VALIDATOR.is_valid(&fewer));
}
