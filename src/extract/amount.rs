//! How much: an exact decimal, or a range of two, and how exactly it is told.

pub use rust_decimal::Decimal;

/// A number as told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number, scaled (“1.2 billion” is 1200000000); the lower end of a range.
    pub number: Decimal,
    /// The upper end of a range.
    pub upper: Option<Decimal>,
    /// How exactly it is told.
    pub hedge: Hedge,
    /// What one unit in the last place told is worth: 100000000 for “1.2 billion”, 1 for “1,507”, 100 for “1,500”
    /// (zeros at the end of a whole number may be rounding). Half of it is what rounding can have moved.
    pub precision: Decimal,
}

/// How exactly a number is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// “40”
    #[default]
    Exact,
    /// “about 40”, “nearly 40”
    About,
    /// “at least 40”
    AtLeast,
    /// “more than 40”
    MoreThan,
    /// “up to 40”
    AtMost,
    /// “fewer than 40”
    LessThan,
}

impl Hedge {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
        }
    }
}
