//! The schema that the JSON report promises to keep to.

use std::sync::LazyLock;

use serde_json::Value;

const SCHEMA: &str = include_str!("../../assets/schema/comparison.json");

/// The schema, read once.
pub static VALIDATOR: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&serde_json::from_str(SCHEMA).expect("JSON")).expect("a schema"));

/// The report in `text`, which must keep to the schema.
pub fn report(text: &str) -> Value {
    let report = serde_json::from_str(text).expect("JSON");
    keeps_to_it(&report);
    report
}

/// Fails when `report` breaks the schema, and says where.
pub fn keeps_to_it(report: &Value) {
    let errors = VALIDATOR.iter_errors(report).map(|error| format!("{}: {error}", error.instance_path()));
    let errors: Vec<_> = errors.take(5).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}
