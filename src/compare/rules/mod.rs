//! The rules, one file each, in rooms by what they look at; and the only list of them.

mod arithmetic;
#[cfg(test)]
mod cases;
mod claims;
mod damage;
mod names;
mod quotes;
mod repetition;
mod settle;
mod values;

use super::Rule;
pub use quotes::{Change, Speech, Voices};
pub use settle::settle;

/// Every rule, in the order in which they name a discrepancy that several of them see.
pub const RULES: &[Rule] = &[
    values::other_unit::RULE,
    values::conflicting_figures::RULE,
    values::conflicting_dates::RULE,
    values::differs_from_itself::RULE,
    values::weekday::RULE,
    values::exchange_rates::RULE,
    arithmetic::WRONG_CONVERSION,
    arithmetic::PARTS_AND_WHOLE,
    arithmetic::PERCENT_AND_BASE,
    arithmetic::AGE_AND_BIRTH,
    values::other_part::RULE,
    names::DAMAGED,
    names::misspelt::RULE,
    names::VARIANT,
    names::other_word::RULE,
    names::other_person::RULE,
    names::office::RULE,
    names::seat::RULE,
    values::update::RULE,
    values::hedge::RULE,
    claims::contrast::RULE,
    claims::other_list::RULE,
    claims::known_here::RULE,
    claims::limits::RULE,
    quotes::altered_word::RULE,
    quotes::reworded_quote::RULE,
    quotes::OTHER_WORDS,
    quotes::OTHER_ORDER,
    quotes::OTHER_MOUTH,
    quotes::REPORTED,
    quotes::OTHER_SOURCE,
    damage::doubled_word::RULE,
    damage::non_word::RULE,
    damage::unreadable::RULE,
    damage::wrong_word::RULE,
    damage::run_together::RULE,
    damage::attributed_twice::RULE,
    damage::quotation_marks::RULE,
    damage::encoding::RULE,
    damage::breaks_off::RULE,
    damage::furniture::RULE,
    repetition::told_twice::RULE,
    repetition::quoted_twice::RULE,
];
