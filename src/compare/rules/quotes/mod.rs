//! Quotations that are told in other words, and words that several people are said to have spoken.

pub mod altered_word;
mod changes;
mod loose;
mod other_mouth;
mod other_order;
mod other_source;
mod other_words;
mod places;
mod reported;
pub mod reworded_quote;
mod spoken;
mod voices;

pub use other_mouth::RULE as OTHER_MOUTH;
pub use other_order::RULE as OTHER_ORDER;
pub use other_source::RULE as OTHER_SOURCE;
pub use other_words::RULE as OTHER_WORDS;
pub use reported::RULE as REPORTED;

pub use changes::Change;
pub use spoken::Speech;
pub use voices::Voices;
