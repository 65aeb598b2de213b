//! What one article tells twice.

pub mod quoted_twice;
pub mod told_twice;
