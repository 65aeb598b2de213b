//! `number/parts-and-whole`: people counted together and by sort in one breath, and the sorts do not add up: “14
//! people, 8 men and 7 women”.

use super::{Slip, in_sentences, plain_words};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::{Decimal, Hedge, Mention, Value};
use crate::read::ArticleId;
use crate::segment::Document;

/// The rule.
pub const RULE: Rule = Rule { id: "number/parts-and-whole", check };

/// Sorts of people, a line each way to divide them; nobody is of two sorts of one line.
const SORTS: [&[&str]; 4] =
    [&["man", "woman", "boy", "girl"], &["man", "woman", "child"], &["adult", "child"], &["male", "female"]];
/// The sorts between which such a division leaves nobody out.
const COMPLETE: [[&str; 2]; 4] = [["man", "woman"], ["boy", "girl"], ["adult", "child"], ["male", "female"]];
/// People of any sort.
const PEOPLE: [&str; 27] = [
    "person",
    "victim",
    "passenger",
    "patient",
    "employee",
    "worker",
    "resident",
    "civilian",
    "protester",
    "suspect",
    "hostage",
    "migrant",
    "refugee",
    "survivor",
    "prisoner",
    "tourist",
    "member",
    "student",
    "pupil",
    "teacher",
    "guest",
    "soldier",
    "officer",
    "candidate",
    "juror",
    "athlete",
    "child",
];
/// What may stand after the count of all: “14 dead”, “14 people killed”.
const AFTER_WHOLE: usize = 2;
/// “8 young men”
const AFTER_PART: usize = 2;
/// Words that end what is counted.
const STOPS: [&str; 14] =
    ["and", "or", "including", "were", "was", "are", "who", "with", "in", "at", "on", "by", "from", "as"];

fn check(context: &Context) -> Vec<Discrepancy> {
    in_sentences(context, RULE.id, DiscrepancyKind::Number, |context, article, mentions| {
        (0..mentions.len()).find_map(|place| slip(context, article, &mentions[place..]))
    })
}

fn count(mention: &Mention) -> Option<(Decimal, Option<&str>)> {
    match &mention.value {
        Value::Number { amount, of } if amount.hedge == Hedge::Exact && amount.upper.is_none() => {
            Some((amount.number, of.as_deref()))
        }
        _ => None,
    }
}

fn slip(context: &Context, article: ArticleId, mentions: &[&Mention]) -> Option<Slip> {
    let document = &context.documents[article.0];
    let (whole, of) = count(mentions.first()?)?;
    of.is_some_and(|of| PEOPLE.contains(&of)).then_some(())?;
    let (first, only_some) = start_of_parts(document, mentions[0].words.end, mentions.get(1)?.words.start)?;
    let mut sum = Decimal::ZERO;
    let mut sorts: Vec<&str> = Vec::new();
    let mut end = first;
    for mention in &mentions[1..] {
        let after_comma = match document.folded(end) {
            _ if end == first => end,
            "," if document.folded(end + 1) == "and" => end + 2,
            "," | "and" => end + 1,
            _ => break,
        };
        let Some((number, Some(sort))) = count(mention).filter(|_| mention.words.start == after_comma) else { break };
        if !SORTS.iter().any(|line| line.contains(&sort)) || sorts.contains(&sort) {
            return None;
        }
        sorts.push(sort);
        sum = sum.checked_add(number)?;
        end = mention.words.end;
        end += plain_words(document, end, (end + AFTER_PART).min(document.words.len()), &STOPS);
    }
    let parts = sorts.len();
    let last = mentions.get(parts)?;
    // Whatever goes on may name a further part, or belong to another sentence: “14 died, 8 men and 7 women were hurt”.
    let is_closed = matches!(document.folded(end), "," | ")" | "." | ";" | "-" | "" | "!" | "?");
    let goes_on =
        document.folded(end) == "," && (document.folded(end + 1) == "and" || document.folded(end + 1) == "plus");
    let is_one_division = SORTS.iter().any(|line| sorts.iter().all(|sort| line.contains(sort)));
    let is_complete = COMPLETE.iter().any(|pair| pair.iter().all(|sort| sorts.contains(sort)));
    let is_wrong = sum > whole || (!only_some && is_complete && sum != whole);
    let enough = parts >= if only_some { 1 } else { 2 };
    (enough && is_closed && !goes_on && is_one_division && is_wrong).then(|| Slip {
        figures: vec![mentions[0].span, document.span_of(last.words.start..end)],
        how: if only_some {
            format!("the parts make {sum}, more than the whole of {whole}")
        } else {
            format!("the parts make {sum}, not {whole}")
        },
        severity: Severity::High,
    })
}

/// The word with which the parts begin, right after the count of all, and whether they are only some of all.
fn start_of_parts(document: &Document, whole_end: usize, limit: usize) -> Option<(usize, bool)> {
    let mut at = whole_end + plain_words(document, whole_end, limit.min(whole_end + AFTER_WHOLE), &STOPS);
    let opener = document.folded(at);
    let is_opener = matches!(opener, "," | ":" | "(") || (opener == "-" && !document.words.get(at)?.glued);
    at += usize::from(is_opener);
    let only_some = document.folded(at) == "including";
    at += usize::from(only_some);
    ((is_opener || only_some) && at == limit).then_some((at, only_some))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check as cases;

    #[test]
    fn parts_that_do_not_add_up_are_told() {
        let cases = |text, expected: &[&str]| cases(&RULE, &[text], &[expected]);
        cases("The fire killed 14 people, 8 men and 7 women, the mayor said.", &["14", "7 women"]);
        cases("The fire killed 14 people (8 men, 4 women and 3 children).", &["14", "3 children"]);
        cases("Rescuers found 12 passengers, including 8 men and 5 women.", &["12", "5 women"]);
        cases("Twelve people — seven men and six women — were charged.", &["Twelve", "six women"]);
    }

    #[test]
    fn parts_that_add_up_or_need_not_are_left_alone() {
        for text in [
            "The fire killed 14 people, 8 men and 6 women, the mayor said.",
            "The fire killed 14 people, including 8 men and 5 women.",
            "The fire killed 14 people, 8 men and 7 women were injured.",
            "The fire killed 14 people, 8 men, 5 women and a child.",
            "The fire killed 14 people, 8 women and 4 children, the mayor said.",
            "About 14 people, 8 men and 7 women, were hurt.",
            "The fire killed 14 people and hurt 8 men and 7 women.",
            "The fire killed 14 people, 8 of them men, and 7 women fled.",
            "There were 14 people, 8 adults and 7 women among them.",
        ] {
            cases(&RULE, &[text], &[]);
        }
    }
}
