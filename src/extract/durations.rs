//! Stretches of time: “three years”, “58-year-old”, “an hour and a half”, “several months”, “the past decade”.
//!
//! A count and its unit are always a duration. “A year” alone is one only where its surroundings ask how long (“for a
//! year”, “took a year”): elsewhere it is a rate (“$30 an hour”) or no length at all (“a year of change”).

use super::calendar::{self, Number, Unit};
use super::{Decimal, Hedge, Mention, Numeral, NumeralForm, Value, timex};
use crate::segment::{Document, WordKind};

/// The durations in `document`, in reading order.
pub fn durations(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let reader = Reader { document, numerals };
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.words.len() {
        match reader.longest(at) {
            Some(reading) if reader.same_sentence(at, reading.end - 1) => {
                let Reading { end, timex, hedge } = reading;
                found.push(Mention {
                    span: document.span_of(at..end),
                    words: at..end,
                    sentence: document.words[at].sentence,
                    value: Value::Duration { timex, hedge },
                });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// Words that can stand between a count and its unit without changing the length.
const BETWEEN: [&str; 22] = [
    "more",
    "additional",
    "extra",
    "further",
    "straight",
    "consecutive",
    "successive",
    "full",
    "whole",
    "entire",
    "long",
    "short",
    "trading",
    "working",
    "business",
    "calendar",
    "solid",
    "other",
    "successive",
    "school",
    "of",
    "separate",
];

/// Counts that nobody can put a number to.
const VAGUE: [&str; 6] = ["several", "many", "few", "some", "numerous", "countless"];

/// Words before “a year” that ask how long.
const ASK_HOW_LONG: [&str; 34] = [
    "for",
    "in",
    "within",
    "after",
    "over",
    "than",
    "about",
    "nearly",
    "almost",
    "least",
    "roughly",
    "around",
    "under",
    "just",
    "only",
    "barely",
    "approximately",
    "another",
    "take",
    "takes",
    "took",
    "taken",
    "taking",
    "last",
    "lasts",
    "lasted",
    "spend",
    "spends",
    "spent",
    "wait",
    "waited",
    "waiting",
    "up",
    "to",
];

/// Words after “a year” that tell a length.
const TELL_HOW_LONG: [&str; 8] = ["ago", "later", "earlier", "before", "after", "long", "old", "from"];

/// Words before “the past year” or “next decade” that make it a length and no date.
const DURING: [&str; 8] = ["over", "in", "within", "for", "during", "throughout", "of", "across"];

/// A reading of words as a duration: one past its last word, its value, how exactly it is told.
struct Reading {
    end: usize,
    timex: String,
    hedge: Hedge,
}

/// One count and its unit.
struct Count {
    low: Decimal,
    high: Option<Decimal>,
    unit: Unit,
    hedge: Hedge,
    end: usize,
}

struct Reader<'d> {
    document: &'d Document,
    numerals: &'d [Numeral],
}

impl Reader<'_> {
    fn longest(&self, at: usize) -> Option<Reading> {
        [
            self.counted(at),
            self.half(at),
            self.single(at),
            self.vague(at),
            self.nearby(at),
            self.all(at),
            self.lasting(at),
        ]
        .into_iter()
        .flatten()
        .reduce(|best, reading| if reading.end > best.end { reading } else { best })
    }

    fn word(&self, at: usize) -> &str {
        self.document.folded(at)
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    fn same_sentence(&self, a: usize, b: usize) -> bool {
        match (self.document.words.get(a), self.document.words.get(b)) {
            (Some(a), Some(b)) => a.sentence == b.sentence,
            _ => false,
        }
    }

    fn before(&self, at: usize) -> &str {
        match at.checked_sub(1) {
            Some(place) if self.same_sentence(place, at) => self.word(place),
            _ => "",
        }
    }

    fn glued(&self, at: usize) -> bool {
        self.document.words.get(at).is_some_and(|word| word.glued)
    }

    fn glued_hyphen(&self, at: usize) -> bool {
        self.word(at) == "-" && self.glued(at) && self.glued(at + 1)
    }

    fn numeral(&self, at: usize) -> Option<&Numeral> {
        let place = self.numerals.binary_search_by_key(&at, |numeral| numeral.words.start).ok()?;
        Some(&self.numerals[place])
    }

    /// “three years”, “58-year-old”, “2 to 3 weeks”, “two years and three months”, “three-quarters of an hour”
    fn counted(&self, at: usize) -> Option<Reading> {
        let first = self.count(at)?;
        if first.low == Decimal::ONE && self.is_idiom(at, &first) {
            return None;
        }
        if let Some(high) = first.high {
            let (low, high) = (timex::duration(&[(first.low, first.unit)])?, timex::duration(&[(high, first.unit)])?);
            return Some(Reading { end: self.with_old(first.end), timex: format!("{low}/{high}"), hedge: first.hedge });
        }
        let mut counts = vec![(first.low, first.unit)];
        let mut end = first.end;
        while let Some(next) = self.smaller(end, counts[counts.len() - 1].1) {
            end = next.end;
            counts.push((next.low, next.unit));
        }
        if counts.len() == 1 && first.low < Decimal::ONE {
            counts = in_parts(first.low, first.unit);
        }
        Some(Reading { end: self.with_old(end), timex: timex::duration(&merged(counts))?, hedge: first.hedge })
    }

    /// A numeral and the unit that it counts.
    fn count(&self, at: usize) -> Option<Count> {
        let numeral = self.numeral(at)?;
        if numeral.form == NumeralForm::Ordinal || numeral.amount.number < Decimal::ZERO {
            return None;
        }
        let mut place = numeral.words.end;
        let glued_letters = self.glued(place) && self.document.words[place].kind == WordKind::Word;
        if glued_letters && let Some(unit) = calendar::glued_unit(self.word(place)) {
            return Some(self.count_of(numeral, unit, place));
        }
        let hyphenated = self.word(place) == "-" && self.glued(place);
        if hyphenated {
            place += 1;
        } else if self.is(place, &BETWEEN) {
            place += 1;
            if self.word(place - 1) == "of" {
                place += usize::from(self.is(place, &["a", "an", "the"]));
            }
        }
        let (unit, number) = calendar::unit(self.word(place))?;
        let amount = &numeral.amount;
        let singular = amount.number <= Decimal::ONE || numeral.form == NumeralForm::Fraction;
        // “three second halves”, “the 2024 first quarter”
        let other_noun =
            matches!(unit, Unit::Second | Unit::Quarter) && number == Number::One && !singular && !hyphenated;
        if other_noun || (unit == Unit::Quarter && singular) {
            return None;
        }
        Some(self.count_of(numeral, unit, place))
    }

    fn count_of(&self, numeral: &Numeral, unit: Unit, unit_at: usize) -> Count {
        let amount = &numeral.amount;
        let stop = self.word(unit_at + 1) == "."
            && self.glued(unit_at + 1)
            && self.is(unit_at, &["hr", "hrs", "min", "mins", "yr", "yrs"]);
        let abbreviation_goes_on = stop && self.same_sentence(unit_at, unit_at + 2);
        Count {
            low: amount.number,
            high: amount.upper,
            unit,
            hedge: amount.hedge,
            end: unit_at + 1 + usize::from(abbreviation_goes_on),
        }
    }

    /// “one day” for some day, “one second” for wait: lengths only where something asks how long.
    fn is_idiom(&self, at: usize, count: &Count) -> bool {
        matches!(count.unit, Unit::Day | Unit::Second | Unit::Minute)
            && self.word(at) == "one"
            && !self.is_length(at, count.end)
    }

    /// Whether what stands around the words from `at` to `end` asks for or tells a length.
    fn is_length(&self, at: usize, end: usize) -> bool {
        ASK_HOW_LONG.contains(&self.before(at)) || self.is(end, &TELL_HOW_LONG) || self.glued_hyphen(end)
    }

    /// The smaller count that goes on from a length: “(two years) and three months”, “(1 hour) 30 minutes”.
    fn smaller(&self, end: usize, unit: Unit) -> Option<Count> {
        let joined = usize::from(self.is(end, &["and", ","]));
        if self.word(end) == "and" && self.is(end + 1, &["a"]) && self.word(end + 2) == "half" {
            let half = Decimal::new(5, 1);
            return Some(Count { low: half, high: None, unit, hedge: Hedge::Exact, end: end + 3 });
        }
        let next = self.count(end + joined)?;
        (unit <= Unit::Year && next.unit < unit && next.high.is_none()).then_some(next)
    }

    /// One past “-old” behind a length.
    fn with_old(&self, end: usize) -> usize {
        if self.glued_hyphen(end) && self.is(end + 1, &["old", "olds"]) { end + 2 } else { end }
    }

    /// “half an hour”, “half a day”, “a half hour”
    fn half(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.word(at) == "a");
        if self.word(from) != "half" {
            return None;
        }
        let unit_at = from + 1 + usize::from(self.is(from + 1, &["a", "an", "-"]));
        let (unit, number) = calendar::unit(self.word(unit_at))?;
        if number == Number::Many || matches!(unit, Unit::Second | Unit::Quarter | Unit::Month | Unit::Week) {
            return None;
        }
        // “the first half hour” is fine; “half day” alone is a sort of day.
        let timex = timex::duration(&in_parts(Decimal::new(5, 1), unit))?;
        Some(Reading { end: unit_at + 1, timex, hedge: self.hedge(at) })
    }

    /// “a year”, “an hour and a half”, “a decade-long”
    fn single(&self, at: usize) -> Option<Reading> {
        if !self.is(at, &["a", "an"]) {
            return None;
        }
        let unit_at = at + 1 + usize::from(self.is(at + 1, &["full", "whole", "further"]));
        let (unit, number) = calendar::unit(self.word(unit_at))?;
        if number != Number::One || matches!(unit, Unit::Second | Unit::Quarter) {
            return None;
        }
        let mut counts = vec![(Decimal::ONE, unit)];
        let mut end = unit_at + 1;
        while let Some(next) = self.smaller(end, counts[counts.len() - 1].1) {
            end = next.end;
            counts.push((next.low, next.unit));
        }
        let told = unit_at > at + 1 || counts.len() > 1;
        if !told && !self.is_length(at, end) {
            return None;
        }
        let counts = merged(counts);
        Some(Reading { end, timex: timex::duration(&counts)?, hedge: self.hedge(at) })
    }

    /// “several months”, “a few hours”, “a couple of weeks”, “for years”, “decades-long”
    fn vague(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.word(at) == "a");
        if self.word(from) == "couple" {
            let unit_at = from + 1 + usize::from(self.word(from + 1) == "of");
            let (unit, _) = calendar::unit(self.word(unit_at)).filter(|(_, number)| *number == Number::Many)?;
            let timex = timex::duration(&[(Decimal::TWO, unit)])?;
            return Some(Reading { end: unit_at + 1, timex, hedge: Hedge::About });
        }
        let counted = self.is(from, &VAGUE);
        let unit_at = if counted { from + 1 + usize::from(self.is(from + 1, &BETWEEN)) } else { at };
        let (unit, number) = calendar::unit(self.word(unit_at)).filter(|(_, number)| *number == Number::Many)?;
        let bare_length = !counted
            && number == Number::Many
            && unit != Unit::Second
            && unit != Unit::Quarter
            && (matches!(self.before(at), "for" | "over" | "within" | "after" | "in")
                || self.is(at + 1, &["ago", "later", "earlier"]))
            || self.glued_hyphen(unit_at + 1) && self.word(unit_at + 2) == "long";
        (counted || bare_length).then(|| Reading {
            end: unit_at + 1,
            timex: timex::vague_duration(unit),
            hedge: Hedge::Exact,
        })
    }

    /// “the past decade”, “over the next year”
    fn nearby(&self, at: usize) -> Option<Reading> {
        if !self.is(at, &["the", "this"]) {
            return None;
        }
        let past = self.word(at + 1) == "past";
        let beside = self.is(at + 1, &["last", "next", "previous", "preceding", "coming", "following"])
            && self.word(at) == "the";
        let (unit, number) = calendar::unit(self.word(at + 2))?;
        if number != Number::One || unit.is_of_the_clock() && unit != Unit::Hour || unit == Unit::Quarter {
            return None;
        }
        let asked = DURING.contains(&self.before(at));
        if !(past && self.word(at) == "the" || beside && asked) {
            return None;
        }
        let timex = timex::duration(&[(Decimal::ONE, unit)])?;
        Some(Reading { end: at + 3, timex, hedge: Hedge::Exact })
    }

    /// “all day”, “the whole month”, “an entire year”
    fn all(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.is(at, &["a", "an", "the"]));
        let whole = self.is(from, &["whole", "entire"]) || (from == at && self.word(at) == "all");
        let unit_at = from + 1;
        let (unit, number) = calendar::unit(self.word(unit_at))?;
        let fits = whole && number == Number::One && unit > Unit::Minute && unit != Unit::Quarter;
        let timex = timex::duration(&[(Decimal::ONE, unit)])?;
        fits.then_some(Reading { end: unit_at + 1, timex, hedge: Hedge::Exact })
    }

    /// “yearlong”, “a week-long”
    fn lasting(&self, at: usize) -> Option<Reading> {
        let one_word = self.word(at).strip_suffix("long").filter(|unit| !unit.is_empty());
        let (unit, end) = match one_word {
            Some(unit) => (calendar::unit(unit)?, at + 1),
            None if self.glued_hyphen(at + 1) && self.word(at + 2) == "long" => {
                (calendar::unit(self.word(at))?, at + 3)
            }
            None => return None,
        };
        let timex = timex::duration(&[(Decimal::ONE, unit.0)])?;
        (unit.1 == Number::One).then_some(Reading { end, timex, hedge: Hedge::Exact })
    }

    /// How exactly the length at `at` is told, by the words before it.
    fn hedge(&self, at: usize) -> Hedge {
        match self.before(at) {
            "about" | "around" | "roughly" | "approximately" | "nearly" | "almost" => Hedge::About,
            "least" => Hedge::AtLeast,
            "over" => Hedge::MoreThan,
            "under" => Hedge::LessThan,
            "than" => match at.checked_sub(2).map(|place| self.word(place)) {
                Some("more" | "longer") => Hedge::MoreThan,
                Some("less" | "fewer" | "shorter") => Hedge::LessThan,
                _ => Hedge::Exact,
            },
            "to" if at.checked_sub(2).is_some_and(|place| self.word(place) == "up") => Hedge::AtMost,
            _ => Hedge::Exact,
        }
    }
}

/// A part of a unit in its smaller unit, where that comes out even: half an hour is 30 minutes.
fn in_parts(count: Decimal, unit: Unit) -> Vec<(Decimal, Unit)> {
    let smaller = unit.parts().and_then(|(parts, smaller)| Some((count.checked_mul(Decimal::from(parts))?, smaller)));
    match smaller {
        Some((count, smaller)) if count.is_integer() => vec![(count, smaller)],
        _ => vec![(count, unit)],
    }
}

/// Adds counts of one unit together: “an hour and a half” is 1.5 hours.
fn merged(counts: Vec<(Decimal, Unit)>) -> Vec<(Decimal, Unit)> {
    let mut out: Vec<(Decimal, Unit)> = Vec::with_capacity(counts.len());
    for (count, unit) in counts {
        match out.last_mut() {
            Some((last, same)) if *same == unit => *last = last.checked_add(count).unwrap_or(*last),
            _ => out.push((count, unit)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::numerals;
    use crate::segment::segment;

    /// The durations found in `text`, as words, value and hedge.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, Hedge)]) {
        let document = segment(text.into());
        let found = durations(&document, &numerals(&document));
        let found: Vec<_> = found
            .iter()
            .map(|mention| match &mention.value {
                Value::Duration { timex, hedge } => (mention.span.of(text), timex.as_str(), *hedge),
                other => panic!("no duration: {other:?}"),
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    use Hedge::{About, Exact, MoreThan};

    #[test]
    fn a_count_and_its_unit() {
        check("Over the next three years it grows.", &[("three years", "P3Y", Exact)]);
        check("A three-year plan for a 58-year-old.", &[("three-year", "P3Y", Exact), ("58-year-old", "P58Y", Exact)]);
        check("It took 24 hours and 2.5 days.", &[("24 hours", "PT24H", Exact), ("2.5 days", "P2.5D", Exact)]);
        check(
            "After two decades and six straight days.",
            &[("two decades", "P20Y", Exact), ("six straight days", "P6D", Exact)],
        );
    }

    #[test]
    fn several_counts_are_one_length() {
        check("It lasted two years and three months.", &[("two years and three months", "P2Y3M", Exact)]);
        check("Done in 1 hour 30 minutes.", &[("1 hour 30 minutes", "PT1H30M", Exact)]);
        check("It took an hour and a half.", &[("an hour and a half", "PT1.5H", Exact)]);
        check("Wait half an hour.", &[("half an hour", "PT30M", Exact)]);
    }

    #[test]
    fn one_of_a_unit_is_a_length_only_where_asked_for() {
        check("It ran for a year.", &[("a year", "P1Y", Exact)]);
        check("More than a week passed.", &[("a week", "P1W", MoreThan)]);
        check("They earn $30 an hour and 100 euros a week, twice a day.", &[]);
        check("It was a year of change, and a second chance. One day he will know.", &[]);
    }

    #[test]
    fn lengths_without_a_number() {
        check(
            "For several months and a few hours.",
            &[("several months", "PXM", Exact), ("a few hours", "PTXH", Exact)],
        );
        check("In a couple of weeks.", &[("a couple of weeks", "P2W", About)]);
        check("They fought for years.", &[("years", "PXY", Exact)]);
        check("The years went by; days of rest.", &[]);
    }

    #[test]
    fn the_past_decade_is_ten_years() {
        check("It surpasses the past decade.", &[("the past decade", "P10Y", Exact)]);
        check("Over the next year it grows. The next year he left.", &[("the next year", "P1Y", Exact)]);
    }

    #[test]
    fn other_nouns_behind_a_number_are_no_units() {
        check("Three second halves, the third day and a split second.", &[]);
    }
}
