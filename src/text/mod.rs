//! Facts about text that know nothing of news: where it lies, how wide it is, how words are written and how common
//! they are. Nothing here imports anything else of ours.

pub mod code_points;
pub mod currency;
pub mod fold;
pub mod lexicon;
pub mod rows;
pub mod span;
pub mod width;

pub use code_points::CodePoints;
pub use lexicon::{Classes, Entry};
pub use span::{PackedSpan, Span};
