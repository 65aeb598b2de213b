//! Currencies as written before a figure (“$”, “US$”, “EUR”, “Rs”) and after it (“yuan”, “Hong Kong dollars”, “pence”).

mod table;

pub use table::{Family, Member, Noun};

use super::line::Line;
use super::numerals::scale_letters;
use crate::segment::{Shape, WordKind};
use crate::text::{Classes, currency};
use table::TABLE;

/// A currency before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// Index of its first word.
    pub start: usize,
    /// What it may be.
    pub currency: Denomination,
}

/// A currency after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    /// Index of the word after it.
    pub end: usize,
    /// What it may be.
    pub currency: Denomination,
    /// The scale written with it: a million for “MEUR”, else 1.
    pub scale: u64,
}

/// What the words for a currency say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denomination {
    /// The currencies it may be: one for “US$” and “yuan”, several for “pesos” and “$”.
    pub family: &'static Family,
    /// How many make one unit of the currency: 1, or 100 for cents.
    pub per_unit: u32,
}

impl Denomination {
    const fn whole(family: &'static Family) -> Self {
        Self { family, per_unit: 1 }
    }

    const fn of(noun: &'static Noun) -> Self {
        Self { family: &noun.family, per_unit: noun.per_unit }
    }
}

/// The currency written directly before word `at`: “$”, “US$”, “EUR”, “Rs.”, “Rupees”.
pub fn before(line: Line<'_>, at: usize) -> Option<Before> {
    let last = at.checked_sub(1).filter(|&last| last >= line.start)?;
    let mark = line.word(last);
    if let Some(sign) = TABLE.sign(mark).filter(|_| !line.is_word(last)) {
        let lettered = last.checked_sub(1).and_then(|start| Some((start, letters(line, start, last)?)));
        if let Some((start, family)) = lettered {
            return Some(Before { start, currency: Denomination::whole(family) });
        }
        return (sign.per_unit == 1).then_some(Before { start: last, currency: Denomination::of(sign) });
    }
    // “Rs. 500”
    let (start, is_stopped) = match last.checked_sub(1) {
        Some(start) if mark == "." && line.glued(last) && start >= line.start => (start, true),
        _ => (last, false),
    };
    if let Some(sign) = TABLE.sign(line.written(start)).filter(|sign| sign.per_unit == 1) {
        return Some(Before { start, currency: Denomination::of(sign) });
    }
    if is_stopped {
        return None;
    }
    match code(line, start) {
        Some(family) => Some(Before { start, currency: Denomination::whole(family) }),
        None => noun_before(line, start),
    }
}

/// The currency of letters at `start` before the sign at `sign`: “US$”, “A$”, “CAD$”. A space may stand between longer
/// ones only.
fn letters(line: Line<'_>, start: usize, sign: usize) -> Option<&'static Family> {
    let word = line.word(start);
    let is_near = line.glued(sign) || word.len() > 1 || word == "c";
    (start >= line.start && line.is_word(start) && is_near && word.len() <= MOST_LETTERS).then_some(())?;
    let mut written = word.to_owned();
    written.push_str(line.word(sign));
    TABLE.lettered(&written).or_else(|| TABLE.code(currency::code(word)?))
}

/// “AUS$”, “U.S.$”.
const MOST_LETTERS: usize = 4;

/// A noun before a figure, as much of the world writes it: “Rupees 500”, “Malaysian ringgit 42”. It must be a plural or
/// have its country before it; “Euro 2024” is a tournament.
fn noun_before(line: Line<'_>, at: usize) -> Option<Before> {
    let word = line.word(at);
    let noun = TABLE.noun(word).filter(|noun| noun.per_unit == 1)?;
    if let Some(code) = at.checked_sub(1).and_then(|place| noun.family.of_country(line.word(place))) {
        return Some(Before { start: at - 1, currency: Denomination::whole(TABLE.code(code)?) });
    }
    let is_told = noun.stands_alone && word.ends_with('s') && line.shape(at) == Shape::Title && line.is_figure(at + 1);
    is_told.then_some(Before { start: at, currency: Denomination::of(noun) })
}

/// The currency that begins with word `at`, directly after a number: “yuan”, “Hong Kong dollars”, “€”, “USD”, “pence”.
pub fn after(line: Line<'_>, at: usize) -> Option<After> {
    let found = |end, currency| Some(After { end, currency, scale: 1 });
    let written = line.written(at);
    if let Some(family) = code(line, at) {
        return found(at + 1, Denomination::whole(family));
    }
    if let Some(sign) = TABLE.sign(line.word(at)).or_else(|| TABLE.sign(written)) {
        // “50p”, but neither “50 p” nor “1080p”.
        let is_sure =
            sign.per_unit == 1 || !line.is_word(at) || (line.glued(at) && !RESOLUTIONS.contains(&line.before(at, 1)));
        return if is_sure { found(at + 1, Denomination::of(sign)) } else { None };
    }
    if let Some((scale, family)) = scaled_code(written) {
        return Some(After { end: at + 1, currency: Denomination::whole(family), scale });
    }
    // “Hong Kong dollars”: the country, in one word or two, before the noun.
    for place in at..=at + MOST_COUNTRY_WORDS {
        if let Some(noun) = TABLE.noun(line.word(place)).filter(|noun| is_noun(line, place, noun)) {
            return told(line, at, place, noun).and_then(|(end, currency)| found(end, currency));
        }
    }
    None
}

/// Lines of a screen, which “p” counts, too.
const RESOLUTIONS: [&str; 8] = ["240", "360", "480", "720", "1080", "1440", "2160", "4320"];

/// “Hong Kong”, “New Taiwan”.
const MOST_COUNTRY_WORDS: usize = 2;

/// What the noun at `place` means, whose number ends before word `at`, and the index of the word after it.
fn told(line: Line<'_>, at: usize, place: usize, noun: &'static Noun) -> Option<(usize, Denomination)> {
    let end = place + 1;
    if place == at {
        // “euro cents”
        if let (Some(code), Some(coin)) = (noun.family.only(), TABLE.noun(line.word(end)))
            && coin.per_unit > 1
            && coin.family.has(code)
        {
            return Some((end + 1, Denomination { family: &noun.family, per_unit: coin.per_unit }));
        }
        // “pounds sterling”
        if line.word(end) == "sterling" {
            return Some((end + 1, Denomination::of(TABLE.noun("sterling")?)));
        }
        return noun.stands_alone.then_some((end, Denomination::of(noun)));
    }
    let country = line.word(place - 1);
    if let Some(code) = noun.family.of_country(country) {
        return Some((end, Denomination { family: TABLE.code(code)?, per_unit: noun.per_unit }));
    }
    // “a million digital yuan”: what is no country's may be any adjective with a capital.
    let is_country = matches!(line.shape(place - 1), Shape::Title | Shape::Upper) && line.shape(at) != Shape::Lower;
    (noun.family.only().is_some() && noun.stands_alone && is_country).then_some((end, Denomination::of(noun)))
}

/// Whether the noun at `place` means money and not a name: “42 Rand Paul voters”, “one Pence's”.
fn is_noun(line: Line<'_>, place: usize, noun: &Noun) -> bool {
    let is_named_on = line.shape(place + 1) == Shape::Title && line.shape(place.wrapping_sub(1)) != Shape::Title;
    let is_owner = line.kind(place + 1) == Some(WordKind::Clitic);
    let is_name = line.shape(place) == Shape::Title && noun.family.only().is_some() && (is_named_on || is_owner);
    !is_name
}

/// The currency with ISO code word `at`, in capitals (or in small letters where no English word is written so).
fn code(line: Line<'_>, at: usize) -> Option<&'static Family> {
    let written = line.written(at);
    let is_code = match line.shape(at) {
        Shape::Upper => true,
        _ => line.classes(at) == Classes::default() || written.eq_ignore_ascii_case("usd"),
    };
    TABLE.code(currency::code(written).filter(|_| is_code && line.is_word(at))?)
}

/// “30 MUSD”, “5 bnUSD”: a scale letter and a code as one word.
fn scaled_code(written: &str) -> Option<(u64, &'static Family)> {
    let cut = written.len().checked_sub(3).filter(|&cut| cut > 0 && written.is_ascii())?;
    let (letters, code) = written.split_at(cut);
    let scale = scale_letters(letters)?.scale;
    code.bytes().all(|letter| letter.is_ascii_uppercase()).then(|| TABLE.code(code))?.map(|family| (scale, family))
}
