//! One claim told wider, narrower, stronger or weaker, denied, or left open.

pub mod contrast;
pub mod known_here;
pub mod limits;
pub mod other_list;
mod phrases;
