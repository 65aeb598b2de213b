//! TIMEX3 values: how they are written, and how two of them are compared on one time line.
//!
//! A value says what the words say and no more: `XXXX-02-24` for “Feb. 24” where the year is unknown. So two values are
//! compared by what both of them tell.

mod agreement;
mod grammar;
mod intervals;
mod lengths;
mod ranges;
mod written;

pub use agreement::compatible;
pub use grammar::{is_date, is_duration};
pub use intervals::interval;
pub use lengths::seconds;
pub(super) use ranges::{parts as range_parts, range, range_of_days, stretch};
pub(super) use written::{duration, period, unknown_period, vague_duration};

#[cfg(test)]
mod tests;
