//! `number/percent-and-base`: a part, its share and what it is a share of, told together, and the share does not come
//! out: “1,500 jobs, or 27 percent of its workforce of 9,100”.

use rust_decimal::prelude::ToPrimitive;

use super::{Slip, are_all, in_sentences, plain_words};
use crate::compare::grade::Interval;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::{Amount, Decimal, Mention, Value};
use crate::read::ArticleId;
use crate::segment::Document;

/// The rule.
pub const RULE: Rule = Rule { id: "number/percent-and-base", check };

/// Rounding moves a part and a base by less than this part of them.
const MOST_ROUNDING: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
/// A share that is off by less than this part of it may be rounded twice.
const NEAR: f64 = 0.1;
/// A share off by more than this part of it misleads.
const MISLEADING: f64 = 0.25;
/// What is counted: “1,500 full-time jobs”.
const COUNTED_WORDS: usize = 3;
/// “of the company's global workforce of”
const BASE_WORDS: usize = 6;
/// Words that may stand before a part or a share that says the same again.
const AGAIN: [&str; 14] = [
    "or",
    "about",
    "some",
    "nearly",
    "roughly",
    "around",
    "approximately",
    "almost",
    "just",
    "over",
    "under",
    "more",
    "than",
    "equal",
];
/// Words that lead on to something else.
const STOPS: [&str; 26] = [
    "and", "or", "but", "in", "since", "for", "from", "to", "with", "at", "by", "after", "plus", "than", "as", "more",
    "when", "while", "who", "which", "that", "on", "were", "was", "is", "are",
];

fn check(context: &Context) -> Vec<Discrepancy> {
    in_sentences(context, RULE.id, DiscrepancyKind::Number, |context, article, mentions| {
        mentions.windows(3).find_map(|three| slip(context, article, [three[0], three[1], three[2]]))
    })
}

fn slip(context: &Context, article: ArticleId, [first, second, third]: [&Mention; 3]) -> Option<Slip> {
    let document = &context.documents[article.0];
    let (part, share, base) = if share_of(second).is_some() {
        // “1,500 jobs, or 17 percent of its 9,100 staff”
        let told = is_again(document, first.words.end, second.words.start, Opener::Any)
            && is_base(document, second.words.end, third.words.start);
        told.then_some((first, second, third))?
    } else {
        // “17 percent of its 9,100 staff, or 1,500 jobs”
        let told = is_base(document, first.words.end, second.words.start)
            && is_again(document, second.words.end, third.words.start, Opener::Or);
        told.then_some((third, first, second))?
    };
    let claimed = share_of(share)?;
    let (part_amount, base_amount) = same_sort(&part.value, &base.value)?;
    let rounded = |amount: &Amount| Interval::rounded(amount, Some(MOST_ROUNDING));
    let plain = part_amount.number > Decimal::ZERO && base_amount.number > part_amount.number;
    plain.then_some(())?;
    let real = rounded(part_amount).over(rounded(base_amount))?.times(Interval::exactly(Decimal::ONE_HUNDRED))?;
    if real.meets(Interval::rounded(claimed, None)) {
        return None;
    }
    let real = part_amount.number.checked_div(base_amount.number)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let apart = ((real - claimed.number) / claimed.number.max(real)).abs().to_f64()?;
    (apart >= NEAR).then(|| Slip {
        figures: vec![first.span, second.span, third.span],
        how: format!(
            "“{}” of “{}” are {} percent",
            part.span.of(&document.text),
            base.span.of(&document.text),
            real.round_sf(3).unwrap_or(real).normalize()
        ),
        severity: if apart >= MISLEADING { Severity::High } else { Severity::Medium },
    })
}

fn share_of(mention: &Mention) -> Option<&Amount> {
    match &mention.value {
        Value::Percent { amount, points: false } if amount.number > Decimal::ZERO => Some(amount),
        _ => None,
    }
}

/// The amounts of a part and a base that can be set against each other.
fn same_sort<'v>(part: &'v Value, base: &'v Value) -> Option<(&'v Amount, &'v Amount)> {
    let fits = match (part, base) {
        (Value::Number { .. }, Value::Number { .. }) => true,
        (Value::Money { currency: ours, .. }, Value::Money { currency: theirs, .. })
        | (Value::Quantity { unit: ours, .. }, Value::Quantity { unit: theirs, .. }) => ours == theirs,
        _ => false,
    };
    let (part, base) = (part.amount()?, base.amount()?);
    (fits && part.upper.is_none() && base.upper.is_none()).then_some((part, base))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Any,
    Or,
}

/// Whether the words from `start` to `end` announce that what follows says the same again.
fn is_again(document: &Document, start: usize, end: usize, opener: Opener) -> bool {
    let at = start + plain_words(document, start, end.min(start + COUNTED_WORDS), &STOPS);
    if at >= end {
        return false;
    }
    let is_dash = document.folded(at) == "-" && !document.words[at].glued;
    let opens = match document.folded(at) {
        "(" | "or" => true,
        "," => opener == Opener::Any || document.folded(at + 1) == "or",
        _ => is_dash,
    };
    opens && are_all(document, at + 1..end, &AGAIN)
}

/// Whether the words from `start` to `end` lead from a share to what it is a share of: “of its workforce of”.
fn is_base(document: &Document, start: usize, end: usize) -> bool {
    document.folded(start) == "of"
        && end > start
        && end - start <= BASE_WORDS
        && plain_words(document, start, end, &STOPS) == end - start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check as cases;

    #[test]
    fn a_share_that_does_not_come_out_is_told() {
        let cases = |text, expected: &[&str]| cases(&RULE, &[text], &[expected]);
        cases("The firm cut 1,500 jobs, or 27 percent of its workforce of 9,123.", &["1,500", "27 percent", "9,123"]);
        cases("The firm cut 1,500 jobs, 71 % of its 9,123 staff.", &["1,500", "71 %", "9,123"]);
        cases("He lost 3 percent of the 41,250 votes, or 8,250 votes.", &["3 percent", "41,250", "8,250"]);
        cases("It lost $40 million, or 4 percent of its $400 million.", &["$40 million", "4 percent", "$400 million"]);
    }

    #[test]
    fn a_share_that_comes_out_or_is_of_something_else_is_left_alone() {
        for text in [
            "The firm cut 1,500 jobs, 17 % of its 9,123 staff.",
            "The firm cut about 1,500 jobs, or 16 percent of its workforce of 9,123.",
            "The firm cut more than 1,500 jobs, or 27 percent of its workforce of 9,123.",
            "The firm cut 1,500 jobs and pays 27 percent of the wages of 9,123 people.",
            "The firm cut 1,500 jobs, and 27 percent of its 9,123 customers left.",
            "The firm cut 1,500 jobs, 27 percent of its staff in a country of 9,123 people.",
            "Sales rose by 1,500 pieces, 27 percent more than the 9,123 before.",
        ] {
            cases(&RULE, &[text], &[]);
        }
    }
}
