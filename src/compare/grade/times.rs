//! How two dates relate: told more and less closely, on clocks of different zones, or as the time of a text and not of
//! the event that it tells.

use super::Grade;
use crate::extract::{Mention, Value, timex};
use crate::segment::{Document, ParagraphKind, Shape, WordKind};

/// A date and where it is told.
pub type Told<'d> = (&'d Document, &'d Mention);

/// Words that name a clock, folded: the zones that news in English tells.
const ZONES: [&str; 24] = [
    "gmt", "utc", "z", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "bst", "cet",
    "cest", "ist", "jst", "aest", "aedt", "eastern", "pacific",
];

/// Clocks of the world differ by whole quarters of an hour.
const ZONE_STEP: i32 = 15;

/// What of its place counts when a date is compared with another one: whether it is the text's own, and its clock.
pub fn setting((document, mention): Told<'_>) -> (bool, Option<&str>) {
    match &mention.value {
        Value::Date { timex } => (is_of_the_text((document, mention)), zone((document, mention), timex)),
        _ => (false, None),
    }
}

/// How two date values relate, the places where they stand aside: “Monday” and 2025-02-24 can be one day, told more and
/// less closely.
pub fn values(a: &str, b: &str) -> Grade {
    match timex::compatible(a, b) {
        _ if a == b => Grade::Equal,
        Some(false) => Grade::Conflict,
        _ => Grade::Bounded,
    }
}

/// How two dates relate.
pub fn dates(one: Told, other: Told) -> Grade {
    let (Value::Date { timex: a }, Value::Date { timex: b }) = (&one.1.value, &other.1.value) else {
        return Grade::Conflict;
    };
    let grade = values(a, b);
    let explained = is_of_the_text(one) || is_of_the_text(other) || on_other_clocks((one, a), (other, b));
    if grade == Grade::Conflict && explained { Grade::Bounded } else { grade }
}

/// How many minutes two times of day are apart that are told for one day, or for no day at all.
pub fn minutes_apart(a: &str, b: &str) -> Option<i32> {
    let (a, b) = (a.split_once('T')?, b.split_once('T')?);
    // A time without its day is “T20:41”.
    let same_day = a.0.is_empty() || b.0.is_empty() || timex::compatible(a.0, b.0) != Some(false);
    let apart = (minutes(a.1)? - minutes(b.1)?).abs();
    same_day.then_some(apart)
}

/// “20:41” as minutes from midnight.
fn minutes(clock: &str) -> Option<i32> {
    let (hour, minute) = clock.trim_end_matches('Z').split_once(':')?;
    let minute = minute.get(..2)?;
    hour.parse::<i32>().ok()?.checked_mul(60)?.checked_add(minute.parse().ok()?)
}

/// Whether two times of day are told by different clocks, or one by a clock that is not named, and can be one moment.
fn on_other_clocks((one, a): (Told, &str), (other, b): (Told, &str)) -> bool {
    let (ours, theirs) = (zone(one, a), zone(other, b));
    ours != theirs && minutes_apart(a, b).is_some_and(|apart| apart % ZONE_STEP == 0)
}

/// The clock by which a time is told: in its words, or at once after them.
fn zone<'d>((document, mention): Told<'d>, timex: &str) -> Option<&'d str> {
    const AFTER: usize = 2; // “7 p.m. (GMT)”
    let words = mention.words.start..mention.words.end + AFTER;
    let named = words.clone().find(|&word| {
        ZONES.contains(&document.folded(word))
            && document.sentences.get(mention.sentence).is_some_and(|it| it.words.contains(&word))
    });
    named.map(|word| document.folded(word)).or_else(|| timex.ends_with('Z').then_some("utc"))
}

/// Whether a date tells when its text was written: it stands alone in its line but for words like “Updated:” and a
/// name, or before the dash of a dateline.
fn is_of_the_text((document, mention): Told) -> bool {
    /// “Updated: … by Jane Doe”
    const MOST_OTHERS: usize = 6;
    let Some(sentence) = document.sentences.get(mention.sentence) else { return false };
    let Some(paragraph) = document.paragraphs.get(sentence.paragraph) else { return false };
    let mut others = document
        .words_in(paragraph.span)
        .filter(|word| !mention.words.contains(word) && document.words[*word].kind != WordKind::Mark)
        .take(MOST_OTHERS + 1);
    let tells_nothing = |word: usize| {
        let is_name = matches!(document.words[word].shape, Shape::Title | Shape::Upper | Shape::Mixed);
        is_name
            || matches!(document.folded(word), "updated" | "published" | "posted" | "on" | "at" | "by" | "and" | "last")
    };
    let stands_alone =
        paragraph.kind != ParagraphKind::Headline && others.clone().count() <= MOST_OTHERS && others.all(tells_nothing);
    stands_alone || follows_update_word(document, mention) || is_in_dateline(document, mention)
}

/// “Updated:”, “Published on”, “Last modified” right before.
fn follows_update_word(document: &Document, mention: &Mention) -> bool {
    const NEAR_WORDS: usize = 2;
    const WORDS: [&str; 5] = ["updated", "published", "posted", "modified", "update"];
    let before = mention.words.start.saturating_sub(NEAR_WORDS)..mention.words.start;
    let has = |sought: fn(&str) -> bool| before.clone().any(|word| sought(document.folded(word)));
    has(|word| WORDS.contains(&word))
        && before.clone().all(|word| {
            let folded = document.folded(word);
            WORDS.contains(&folded) || matches!(folded, ":" | "on" | "at" | "last" | "first")
        })
}

/// “MADRID, July 25 (Reuters) -”: at the very beginning of a paragraph, and only names and marks up to a dash.
fn is_in_dateline(document: &Document, mention: &Mention) -> bool {
    const MOST_WORDS: usize = 8;
    let Some(sentence) = document.sentences.get(mention.sentence) else { return false };
    let opens = document.paragraphs.get(sentence.paragraph).is_some_and(|it| it.sentences.start == mention.sentence);
    let is_name_or_mark = |word: usize| {
        let word = &document.words[word];
        word.kind == WordKind::Mark || matches!(word.shape, Shape::Title | Shape::Upper | Shape::Mixed)
    };
    let before = sentence.words.start..mention.words.start;
    let after = mention.words.end..sentence.words.end.min(mention.words.end + MOST_WORDS);
    let dash = after.clone().find(|&word| document.folded(word) == "-" && !document.words[word].glued);
    opens
        && before.len() <= MOST_WORDS
        && !before.is_empty()
        && before.into_iter().all(is_name_or_mark)
        && dash.is_some_and(|dash| (mention.words.end..dash).all(is_name_or_mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::mentions;
    use crate::segment::segment;

    /// Checks the grade of the last dates of two texts.
    fn check(a: &str, b: &str, expected: Grade) {
        let [one, other] = [a, b].map(|text| segment(text.into()));
        let date = |document: &Document| {
            let mut dates = mentions(document, None).into_iter().filter(|it| matches!(it.value, Value::Date { .. }));
            dates.next_back().unwrap_or_else(|| panic!("{}: no date", document.text))
        };
        let (first, second) = (date(&one), date(&other));
        assert_eq!(dates((&one, &first), (&other, &second)), expected, "{a} / {b}");
        assert_eq!(dates((&other, &second), (&one, &first)), expected, "{b} / {a}");
    }

    #[test]
    fn a_time_told_more_closely_is_no_conflict() {
        check("It sank on June 3, 2021.", "It sank in June 2021.", Grade::Bounded);
        check("It sank on Thursday.", "It sank on June 3, 2021.", Grade::Bounded);
        check("It sank on June 3, 2021.", "It sank on June 4, 2021.", Grade::Conflict);
        check("It sank on Friday.", "It sank on June 3, 2021.", Grade::Conflict);
    }

    #[test]
    fn clocks_of_other_zones_may_show_one_moment() {
        check("It sank at 9:20 p.m. GMT.", "It sank at 5:20 p.m. EDT.", Grade::Bounded);
        check("It sank at 21:20 GMT.", "It sank at 22:20.", Grade::Bounded);
        check("It sank at 21:20 GMT.", "It sank at 22:40 GMT.", Grade::Conflict);
        check("It sank at 21:20.", "It sank at 22:20.", Grade::Conflict);
        check("It sank at 21:20 GMT.", "It sank at 5:27 p.m. EDT.", Grade::Conflict);
    }

    #[test]
    fn the_time_of_a_text_is_none_of_the_event() {
        let text = "Ferry sinks\n\nUpdated: June 4, 2021 10:23 AM\n";
        check(text, "The ferry Aurora sank on June 3, 2021 off the harbour of Tarro.", Grade::Bounded);
        let text = "TARRO, June 4, 2021 (Newswire) - The ferry sank.";
        check(text, "The ferry Aurora sank on June 3, 2021 off the harbour of Tarro.", Grade::Bounded);
    }
}
