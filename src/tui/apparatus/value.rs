//! What a reading says beside its words: the normalised value, where it tells more than they do, and how it stands to
//! what the other readings say.

use crate::analysis::Analysis;
use crate::compare::{Grade, grade_of_values};
use crate::extract::{Amount, Decimal, Value};
use crate::link::FactKind;
use crate::read::Excerpt;
use crate::report::worded;
use crate::text::fold::{fold, same};

/// Letters that two words must have in common at their beginning to be taken for one: “eur” and “euros”.
const COMMON_LETTERS: usize = 2;
/// A part with more decimals than this is no round number of percent, and stays what it is.
const MOST_DECIMALS: u32 = 4;

/// Who speaks the words at `place`, as the article names them there.
pub fn speaker_at(analysis: &Analysis, place: Excerpt) -> Option<&str> {
    let mentions = analysis.mentions.get(place.article.0)?;
    let first = mentions.partition_point(|mention| mention.span.start < place.span.start);
    let inside = mentions[first..].iter().take_while(|mention| mention.span.start < place.span.end);
    let mut quotes = inside.filter_map(|mention| match &mention.value {
        Value::Quote(quote) if mention.span.overlaps(place.span) => quote.speaker,
        _ => None,
    });
    Some(quotes.next()?.of(&analysis.articles[place.article.0].text)).filter(|name| !name.is_empty())
}

/// The figure, date or length of time that `place` states: the mention on its very words, or else the only one in them.
pub fn value_at(analysis: &Analysis, place: Excerpt) -> Option<&Value> {
    let mentions = analysis.mentions.get(place.article.0)?;
    let first = mentions.partition_point(|mention| mention.span.start < place.span.start);
    let inside = mentions[first..].iter().take_while(|mention| mention.span.start < place.span.end);
    let mut values = inside.filter(|mention| {
        place.span.contains(mention.span)
            && FactKind::of(&mention.value).is_some_and(|kind| !matches!(kind, FactKind::Quote | FactKind::Statement))
    });
    let found = values.next()?;
    (found.span == place.span || values.next().is_none()).then_some(&found.value)
}

/// `value` in a reader's notation, when it says more than `words` do.
pub fn beside(value: &Value, words: &str) -> Option<String> {
    let told = if let Value::Number { amount, .. } = value
        && is_part(amount, words)
    {
        let share = |part: Decimal| part * Decimal::ONE_HUNDRED;
        let amount = Amount { number: share(amount.number), upper: amount.upper.map(share), ..*amount };
        worded(&Value::Percent { amount, points: false })?
    } else {
        worded(value)?
    };
    let (said, mut more) = (tokens(words), tokens(&told));
    // What is counted or measured in stands in the words, however it is written there.
    if matches!(value, Value::Quantity { .. }) {
        more.retain(|token| token.starts_with(|character: char| character.is_ascii_digit()));
    }
    let is_hedged = told.starts_with(['≈', '≥', '>', '≤', '<']);
    (is_hedged || more.iter().any(|token| !said.iter().any(|word| alike(word, token)))).then_some(told)
}

/// Whether a number is a part of something told in words: “three-quarters”, which as 75 % is easier to compare than as 0.75.
fn is_part(amount: &Amount, words: &str) -> bool {
    let is_below_one = |number: Decimal| Decimal::ZERO < number && number < Decimal::ONE;
    is_below_one(amount.number)
        && amount.upper.is_none_or(is_below_one)
        && !words.contains(|character: char| character.is_ascii_digit())
        && amount.number.scale() <= MOST_DECIMALS
}

/// How each value stands to the one that most articles tell; `None` for those that tell that one in the same words, and
/// where there is nothing to grade. No value is graded as further apart than the fact is as a whole: what its rules know
/// of the story is not known here.
pub fn grades(values: &[(Option<&Value>, &str)], whole: Grade) -> Vec<Option<Grade>> {
    let times = |one: &Value| values.iter().filter(|(other, _)| *other == Some(one)).count();
    let told = values.iter().filter_map(|&(value, words)| Some((value?, words)));
    // The first of those told most often.
    let Some((base, base_words)) = told.rev().max_by_key(|(value, _)| times(value)) else {
        return vec![None; values.len()];
    };
    let grade = |&(value, words): &(Option<&Value>, &str)| {
        let grade = grade_of_values(base, value?).min(whole);
        match (grade, same(base_words, words)) {
            (Grade::Equal, true) => None,
            (Grade::Equal, false) => Some(Grade::Reworded),
            (grade, _) => Some(grade),
        }
    };
    values.iter().map(grade).collect()
}

/// The words and numbers of `text`, written in one way: “Feb. 24, 2,025” is 2, 24 and 2025.
fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let text = fold(text);
    let mut rest = text.as_str();
    while let Some(start) = rest.find(char::is_alphanumeric) {
        rest = &rest[start..];
        let is_number = rest.starts_with(|character: char| character.is_ascii_digit());
        let end = if is_number {
            let end = rest.find(|character: char| !matches!(character, '0'..='9' | '.' | ',')).unwrap_or(rest.len());
            rest[..end].trim_end_matches(['.', ',']).len()
        } else {
            rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len()).max(1)
        };
        let Some((token, after)) = rest.split_at_checked(end.max(1)) else {
            // A number in another script: it is no figure of ours.
            rest = &rest[rest.chars().next().map_or(1, char::len_utf8)..];
            continue;
        };
        rest = after;
        found.push(if is_number { plain(token) } else { number_of(token) });
    }
    found
}

/// A figure without what only orders its digits.
fn plain(figure: &str) -> String {
    let digits = figure.replace(',', "");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() || digits.starts_with('.') { format!("0{digits}") } else { digits.to_owned() }
}

/// A small number's word, a rank's or a month's as its number: they are read as easily.
fn number_of(word: &str) -> String {
    const NUMBERS: [[&str; 3]; 12] = [
        ["one", "first", "jan"],
        ["two", "second", "feb"],
        ["three", "third", "mar"],
        ["four", "fourth", "apr"],
        ["five", "fifth", "may"],
        ["six", "sixth", "jun"],
        ["seven", "seventh", "jul"],
        ["eight", "eighth", "aug"],
        ["nine", "ninth", "sep"],
        ["ten", "tenth", "oct"],
        ["eleven", "eleventh", "nov"],
        ["twelve", "twelfth", "dec"],
    ];
    let is_month = |word: &str, month: &str| {
        let names = "january february march april may june july august september october november december sept";
        word == month || word.starts_with(month) && names.split(' ').any(|name| name == word)
    };
    let place =
        NUMBERS.iter().position(|[number, rank, month]| word == *number || word == *rank || is_month(word, month));
    place.map_or_else(|| word.to_owned(), |place| (place + 1).to_string())
}

/// Whether two tokens are one, letters perhaps cut short: “eur” and “euros”.
fn alike(one: &str, other: &str) -> bool {
    let is_word = |token: &str| token.len() >= COMMON_LETTERS && token.chars().all(char::is_alphabetic);
    one == other || is_word(one) && is_word(other) && (one.starts_with(other) || other.starts_with(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Hedge;

    fn money(number: i64, currency: &'static str) -> Value {
        Value::Money { amount: amount(number, Hedge::Exact), currency }
    }

    fn amount(number: i64, hedge: Hedge) -> Amount {
        Amount { number: number.into(), upper: None, hedge, precision: Decimal::ONE }
    }

    fn count(number: i64) -> Value {
        Value::Number { amount: amount(number, Hedge::Exact), of: None }
    }

    fn check(value: &Value, words: &str, expected: &str) {
        assert_eq!(beside(value, words).unwrap_or_default(), expected, "{words}");
    }

    #[test]
    fn what_the_words_leave_open_is_told() {
        check(&money(50_000_000_000, "EUR"), "50 billion euros", "50,000,000,000 EUR");
        check(&money(500, "AUD"), "$500", "500 AUD");
        check(&Value::Date { timex: "2025-02-24".into() }, "Monday", "2025-02-24");
        check(&Value::Percent { amount: amount(75, Hedge::Exact), points: false }, "three-quarters", "75 %");
        check(&Value::Number { amount: amount(40, Hedge::AtLeast), of: None }, "40 people", "≥ 40");
        check(&Value::Duration { timex: "P10Y".into(), hedge: Hedge::Exact }, "the past decade", "10 years");
        let part = Amount { number: Decimal::new(75, 2), ..amount(0, Hedge::Exact) };
        check(&Value::Number { amount: part, of: None }, "three-quarters", "75 %");
        check(&Value::Number { amount: part, of: None }, "0.75 of it", "");
        check(&count(24), "two dozen", "24");
        check(&count(3), "三人", "3");
    }

    #[test]
    fn what_the_words_say_themselves_is_not_told_again() {
        check(&money(500, "EUR"), "500 euros", "");
        check(&count(1_200), "1,200 people", "");
        check(&count(3), "three men", "");
        check(&Value::Percent { amount: amount(75, Hedge::Exact), points: false }, "75 per cent", "");
        check(&Value::Date { timex: "2025-02-24".into() }, "Feb. 24, 2025", "");
        check(&Value::Date { timex: "2025-02-24".into() }, "24 February 2025", "");
        check(&Value::Duration { timex: "P3Y".into(), hedge: Hedge::Exact }, "the next three years", "");
        let speed = Value::Quantity { amount: amount(180, Hedge::Exact), unit: "kilometre per hour" };
        check(&speed, "180 km/h", "");
    }

    #[test]
    fn each_value_is_graded_against_what_most_tell() {
        let (a, b) = (count(247), count(274));
        let values = [(Some(&b), "274"), (Some(&a), "247"), (None, "some"), (Some(&a), "247 people")];
        let expected = [Some(Grade::Conflict), None, None, Some(Grade::Reworded)];
        assert_eq!(grades(&values, Grade::Conflict), expected);
        assert_eq!(grades(&values, Grade::Update)[0], Some(Grade::Update));
        assert_eq!(grades(&[(None, "some")], Grade::Equal), [None]);
    }
}
