//! Ages that are told without a unit: “aged 58”, “age 87”, “at the age of 12”.

use super::{Reader, Reading};
use crate::extract::calendar::{self, Unit};
use crate::extract::{Decimal, NumeralForm, timex};

/// Nobody is older.
const OLDEST_YEARS: i64 = 130;

impl Reader<'_> {
    /// An age in years; with a unit behind it it is read as a length of that.
    pub(super) fn age(&self, at: usize) -> Option<Reading> {
        let figure = match self.word(at) {
            "aged" => at + 1,
            "age" => at + 1 + usize::from(self.word(at + 1) == "of"),
            _ => return None,
        };
        let numeral = self.numeral(figure)?;
        let amount = &numeral.amount;
        let years = Decimal::ONE..=Decimal::from(OLDEST_YEARS);
        let is_age = numeral.form == NumeralForm::Cardinal
            && amount.number.is_integer()
            && years.contains(&amount.number)
            && amount.upper.is_none_or(|upper| years.contains(&upper));
        // “aged 58 weeks”, “aged 12 percent”
        let counts =
            calendar::unit(self.word(numeral.words.end)).is_some() || self.is(numeral.words.end, &["%", "percent"]);
        if !is_age || counts {
            return None;
        }
        let low = timex::duration(&[(amount.number, Unit::Year)])?;
        let timex = match amount.upper {
            Some(high) => format!("{low}/{}", timex::duration(&[(high, Unit::Year)])?),
            None => low,
        };
        Some(Reading { end: numeral.words.end, timex, hedge: amount.hedge })
    }
}
