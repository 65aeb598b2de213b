//! Values of one fact that differ: figures, dates, units, hedges, the part that a figure plays.

pub mod conflicting_dates;
pub mod conflicting_figures;
pub mod differs_from_itself;
pub mod exchange_rates;
pub mod hedge;
pub mod other_part;
pub mod other_unit;
pub mod update;
pub mod weekday;
