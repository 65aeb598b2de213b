//! Quotations that are told in other words, and words that several people are said to have spoken.

mod loose;
mod other_words;
mod places;
mod spoken;
mod voices;

pub use other_words::RULE as OTHER_WORDS;
