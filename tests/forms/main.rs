//! What holds for every form of the report, and what the reader of each form is promised.

mod excerpts;
mod hostile;
mod html;
mod properties;
mod reproducible;
mod schema;
mod signed;
mod stories;
mod tei;

#[path = "../support/schema.rs"]
mod keeping;
#[path = "../support/program.rs"]
mod program;
