//! Pounds are money or weight. The words beside them tell, then those of the sentence, then the article: who writes of
//! Britain without another word about weight means money.

use std::cell::OnceCell;

use crate::extract::line::Line;
use crate::extract::measured::is_near;
use crate::extract::{Amount, Decimal};
use crate::segment::Document;
use crate::text::Classes;

/// Words near pounds that are weight. (Made from what is weighed in news, and the other units of weight.)
const WEIGHT: [&str; 24] = [
    "weigh",
    "weighs",
    "weighed",
    "weighing",
    "weight",
    "weights",
    "heavy",
    "heavier",
    "lighter",
    "overweight",
    "lb",
    "lbs",
    "kg",
    "kilogram",
    "kilograms",
    "kilogrammes",
    "kilos",
    "ounce",
    "ounces",
    "ton",
    "tons",
    "tonnes",
    "grams",
    "inches",
];

/// Words near pounds that are money. (Made from what sums are paid for, and how.)
const PRICE: [&str; 60] = [
    "pay",
    "pays",
    "paid",
    "paying",
    "cost",
    "costs",
    "costing",
    "price",
    "prices",
    "priced",
    "worth",
    "value",
    "valued",
    "earn",
    "earns",
    "earned",
    "earning",
    "fine",
    "fined",
    "fines",
    "fee",
    "fees",
    "salary",
    "wage",
    "wages",
    "spend",
    "spent",
    "spending",
    "sell",
    "sold",
    "buy",
    "bought",
    "debt",
    "debts",
    "profit",
    "profits",
    "revenue",
    "charge",
    "charged",
    "bill",
    "loan",
    "loans",
    "budget",
    "bonus",
    "bid",
    "cash",
    "money",
    "tax",
    "fund",
    "funding",
    "invest",
    "invested",
    "investment",
    "rent",
    "cheque",
    "donated",
    "raised",
    "savings",
    "owed",
    "compensation",
];

/// After these, “20-pound” is money: “a 20-pound note”.
const PRICED: [&str; 8] = ["note", "notes", "coin", "coins", "fine", "ticket", "tickets", "fee"];

/// More than that is hardly ever weighed in pounds.
const LARGE: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Whether `noun` is something of which there are pounds in money: “thousands of pounds of damage”.
fn is_owed(noun: &str) -> bool {
    PRICE.contains(&noun)
        || matches!(noun, "damage" | "damages" | "aid" | "losses" | "taxpayer" | "taxpayers" | "public")
}

/// What pounds are in one article.
pub struct Pounds<'d> {
    document: &'d Document,
    is_british: OnceCell<bool>,
}

impl<'d> Pounds<'d> {
    /// Those of `document`.
    pub const fn new(document: &'d Document) -> Self {
        Self { document, is_british: OnceCell::new() }
    }

    /// Whether the pounds that end before word `end` are weight.
    pub fn are_weight(&self, line: Line<'_>, end: usize, amount: &Amount) -> bool {
        let is_any = |cues: &[&str]| is_near(line, end, cues);
        if amount.number >= LARGE {
            return is_any(&WEIGHT);
        }
        // “20 pounds of flour”, “a 20-pound bag”, “a twenty pound bag”
        let is_of_it =
            line.word(end) == "of" && line.classes(end + 1).any(Classes::NOUN) && !is_owed(line.word(end + 1));
        let is_modifier = line.word(end - 1) == "pound"
            && (line.before(end, 2) == "-" || (amount.number > Decimal::ONE && line.classes(end).any(Classes::NOUN)));
        if is_of_it || is_modifier {
            return !PRICED.contains(&line.word(end));
        }
        let is_converted = line.word(end) == "(" && line.word(end + 1).len() == 1 && !line.is_figure(end + 1);
        let is_of_money = line.word(end) == "of" && is_owed(line.word(end + 1));
        is_any(&WEIGHT) || !(is_of_money || is_converted || is_any(&PRICE) || self.is_british())
    }

    fn is_british(&self) -> bool {
        let is_cue = |at: usize| {
            matches!(
                self.document.folded(at),
                "£" | "sterling" | "pence" | "britain" | "british" | "uk" | "london" | "england" | "scotland" | "wales"
            )
        };
        *self.is_british.get_or_init(|| (0..self.document.words.len()).any(is_cue))
    }
}
