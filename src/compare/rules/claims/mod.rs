//! Claims that several articles make, each stronger, weaker or with something else open than the other's.

mod known_here;
mod limits;
mod phrases;

pub use known_here::RULE as KNOWN_HERE;
pub use limits::RULE as LIMITS;
