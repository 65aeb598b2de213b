//! One claim told wider, narrower, stronger or weaker, or denied.

pub mod contrast;
pub mod other_list;
