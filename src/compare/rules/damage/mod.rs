//! Damaged text: what one article alone shows, or another one proves.

pub mod attributed_twice;
pub mod breaks_off;
pub mod doubled_word;
pub mod encoding;
pub mod furniture;
pub mod non_word;
pub mod quotation_marks;
pub mod run_together;
pub mod unreadable;
pub mod wrong_word;
