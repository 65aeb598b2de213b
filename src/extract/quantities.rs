//! Measured sizes: “180 km per hour”, “3,000 square metres”, “half a mile”, “5 feet 2 inches”.

use super::line::Line;
use super::measured::{Measured, join_ranges};
use super::money::Pounds;
use super::units::{unit, whole_ratio};
use super::{Amount, Decimal, Hedge, Mention, Numeral, NumeralForm, Value};
use crate::segment::{Document, Shape};
use crate::text::Classes;

/// The measured sizes in `document`, in reading order.
///
/// ```
/// use variorum::extract::{Value, mentions};
/// use variorum::segment::segment;
///
/// let document = segment("The fire burned 3,000 square metres.".into());
/// let Value::Quantity { amount, unit } = &mentions(&document, None)[0].value else { panic!() };
/// assert_eq!((amount.number, *unit), (3_000.into(), "square metre"));
/// ```
pub fn quantities(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let pounds = Pounds::new(document);
    let mut sizes: Vec<Measured<&'static str>> = Vec::new();
    for size in numerals.iter().filter_map(|numeral| size(document, &pounds, numeral)) {
        match sizes.last_mut().and_then(|last| with_smaller(document, last, &size)) {
            Some(whole) => *sizes.last_mut().expect("a size was just extended") = whole,
            None => sizes.push(size),
        }
    }
    sizes.extend(single_units(document, numerals));
    sizes.sort_by_key(|size| size.words.start);
    join_ranges(document, sizes)
        .into_iter()
        .filter_map(|Measured { words, amount, unit }| Mention::new(document, words, Value::Quantity { amount, unit }))
        .collect()
}

fn size(document: &Document, pounds: &Pounds<'_>, numeral: &Numeral) -> Option<Measured<&'static str>> {
    (numeral.form != NumeralForm::Ordinal).then_some(())?;
    let words = numeral.words.clone();
    let line = Line::around(document, words.start);
    let mut at = line.past_hyphen(words.end);
    if numeral.form == NumeralForm::Fraction {
        // “half a mile”, “a quarter of a mile”, “half of the mile” is none
        at += usize::from(line.word(at) == "of");
        at += usize::from(matches!(line.word(at), "a" | "an"));
    }
    if let Some((name, end)) = marked(line, at, &numeral.amount) {
        return Some(Measured { words: words.start..end, amount: numeral.amount, unit: name });
    }
    let found = unit(line, at).filter(|_| is_unit(line, at))?;
    let is_money = found.name == "pound" && is_in_words(line, at) && !pounds.are_weight(line, found.end, &numeral.amount);
    (!is_money).then_some(Measured { words: words.start..found.end, amount: numeral.amount, unit: found.name })
}

/// Whether the unit's word is written in full: “pounds”, not “lb”.
fn is_in_words(line: Line<'_>, at: usize) -> bool {
    line.word(at).starts_with("pound")
}

/// Whether the word at `at` stands for a unit and not for a name (“two Miles Davis songs”) or a network (“5G”).
fn is_unit(line: Line<'_>, at: usize) -> bool {
    let is_name = line.shape(at) == Shape::Title && line.shape(at + 1) == Shape::Title && line.word(at).len() > 2;
    let is_square = line.word(at) == "square" && !line.is_word(line.past_hyphen(at + 1));
    !is_name && !is_square
}

/// Marks for inches and feet glued to a figure: “13.3"”, “17''”. A lone `"` may close a quotation instead.
fn marked(line: Line<'_>, at: usize, amount: &Amount) -> Option<(&'static str, usize)> {
    (line.glued(at) && line.is_figure(at.checked_sub(1)?)).then_some(())?;
    if line.word(at) == "'" && line.word(at + 1) == "'" && line.glued(at + 1) {
        return Some(("inch", at + 2));
    }
    match line.written(at) {
        "″" => Some(("inch", at + 1)),
        "′" => Some(("foot", at + 1)),
        "\"" => {
            let is_closing = (line.start..at).filter(|&place| line.word(place) == "\"").count() % 2 == 1;
            (!is_closing && amount.upper.is_none()).then_some(("inch", at + 1))
        }
        _ => None,
    }
}

/// “5 feet 2 inches” as one size, told in the smaller unit so that it stays exact.
fn with_smaller(
    document: &Document,
    large: &Measured<&'static str>,
    small: &Measured<&'static str>,
) -> Option<Measured<&'static str>> {
    let line = Line::around(document, large.words.start);
    let joint = usize::from(matches!(line.word(large.words.end), "and" | "," | "-"));
    let factor = whole_ratio(large.unit, small.unit)?;
    let fits = small.words.start == large.words.end + joint
        && small.amount.number < factor
        && large.amount.upper.is_none()
        && small.amount.upper.is_none();
    let number = large.amount.number.checked_mul(factor)?.checked_add(small.amount.number).filter(|_| fits)?;
    let amount = Amount { number, precision: small.amount.precision, ..large.amount };
    Some(Measured { words: large.words.start..small.words.end, amount, unit: small.unit })
}

/// Units that “a” makes a size of: “a mile away”. Others say it of other things, too (“a foot”, “a yard”, “a ton of”).
const SINGLE: [&str; 11] =
    ["mile", "kilometre", "metre", "kilogram", "gram", "litre", "gallon", "ounce", "inch", "acre", "hectare"];

/// “a mile”: one, unless it is a price or a rate (“5 dollars a gallon”).
fn single_units(document: &Document, numerals: &[Numeral]) -> Vec<Measured<&'static str>> {
    let mut found = Vec::new();
    let mut numerals = numerals.iter().peekable();
    for at in 0..document.words.len() {
        // “a quarter of a mile” has its size already.
        while numerals.next_if(|numeral| numeral.words.end < at.saturating_sub(1)).is_some() {}
        if !matches!(document.folded(at), "a" | "an") || numerals.peek().is_some_and(|next| next.words.start <= at + 1)
        {
            continue;
        }
        let line = Line::around(document, at);
        let is_rate = line.classes(at.wrapping_sub(1)).any(Classes::NOUN) && line.before(at, 1) != "of"
            || line.is_figure(at.wrapping_sub(1))
            || matches!(line.before(at, 1), "%" | "€" | "£" | "half" | "quarter");
        let single = unit(line, at + 1).filter(|unit| SINGLE.contains(&unit.name) && unit.end == at + 2);
        // “an inch-thick file”, “a mile marker” are no sizes by themselves.
        let is_modifier = |end: usize| line.is_hyphen(end) || line.classes(end).any(Classes::NOUN);
        if let Some(single) = single
            && !is_rate
            && line.word(at + 1).len() > 3
            && (!is_modifier(single.end) || line.word(single.end) == "long")
        {
            let amount = Amount { number: Decimal::ONE, upper: None, hedge: Hedge::Exact, precision: Decimal::ONE };
            found.push(Measured { words: at..single.end, amount, unit: single.name });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::numerals;
    use crate::segment::segment;

    /// Checks the sizes in `text`: words, number and unit.
    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = segment(text.into());
        let found: Vec<_> = quantities(&document, &numerals(&document))
            .into_iter()
            .map(|mention| {
                let Value::Quantity { amount, unit } = mention.value else { panic!("no size") };
                let upper = amount.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
                (mention.span.of(text).to_owned(), format!("{}{upper} {unit}", amount.number))
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_and_symbols() {
        check("17 km from the 2.5-mile pier", &[("17 km", "17 kilometre"), ("2.5-mile", "2.5 mile")]);
        check(
            "30GB, 100 kilograms and 75ml",
            &[("30GB", "30 gigabyte"), ("100 kilograms", "100 kilogram"), ("75ml", "75 millilitre")],
        );
        check(
            "20 °C, 70 degrees Fahrenheit, 98 degrees",
            &[
                ("20 °C", "20 degree celsius"),
                ("70 degrees Fahrenheit", "70 degree fahrenheit"),
                ("98 degrees", "98 degree"),
            ],
        );
    }

    #[test]
    fn squares_rates_and_hours() {
        check(
            "3,000 square metres, 190 km2, 12 m², 5 sq. miles",
            &[
                ("3,000 square metres", "3000 square metre"),
                ("190 km2", "190 square kilometre"),
                ("12 m²", "12 square metre"),
                ("5 sq. miles", "5 square mile"),
            ],
        );
        check(
            "180 km per hour, 90 km/h, 60 miles an hour, 5 kilowatt-hours",
            &[
                ("180 km per hour", "180 kilometre per hour"),
                ("90 km/h", "90 kilometre per hour"),
                ("60 miles an hour", "60 mile per hour"),
                ("5 kilowatt-hours", "5 kilowatt hour"),
            ],
        );
    }

    #[test]
    fn parts_ranges_and_sizes_in_two_units() {
        check("half a mile, a quarter of a mile", &[("half a mile", "0.5 mile"), ("a quarter of a mile", "0.25 mile")]);
        check("3km-5km and 8- to 16-metre boats", &[("3km-5km", "3..5 kilometre"), ("8- to 16-metre", "8..16 metre")]);
        check("She is 5 feet 2 inches tall.", &[("5 feet 2 inches", "62 inch")]);
        check("a mile away, 3 dollars a gallon", &[("a mile", "1 mile")]);
    }

    #[test]
    fn pounds_are_weight_where_something_is_weighed() {
        check("It weighs 20 pounds.", &[("20 pounds", "20 pound")]);
        check("It costs 20 pounds.", &[]);
    }

    #[test]
    fn other_senses_are_no_sizes() {
        check("a 5G network, 10 Miles Davis records, the third degree, \"We have 5\"", &[]);
    }
}
