//! `number/age-and-birth`: an age and a year of birth in one sentence that do not fit the year in which they are told,
//! or a year of death told with them: “born in 1945, she died in 2020 aged 85”.

use super::{Slip, in_sentences};
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::{Decimal, Hedge, Mention, NameKind, Value, timex};
use crate::read::ArticleId;
use crate::segment::Document;

/// The rule.
pub const RULE: Rule = Rule { id: "number/age-and-birth", check };

/// “born on”, “born in Paris on”
const BIRTH_WORDS: usize = 4;
/// “died of cancer on”
const DEATH_WORDS: usize = 6;

fn check(context: &Context) -> Vec<Discrepancy> {
    in_sentences(context, RULE.id, DiscrepancyKind::Number, |context, article, mentions| {
        slip(context, article, mentions)
    })
}

fn slip(context: &Context, article: ArticleId, mentions: &[&Mention]) -> Option<Slip> {
    let document = &context.documents[article.0];
    // Two births or two ages leave open which belong together.
    let (birth, born) =
        only(mentions.iter().filter_map(|it| Some((*it, year_after(document, it, &["born"], BIRTH_WORDS)?))))?;
    let death = only(mentions.iter().filter_map(|it| {
        let year = year_after(document, it, &["died", "dies"], DEATH_WORDS)?;
        (it.span != birth.span).then_some((*it, year))
    }));
    let people = mentions.iter().filter(|it| it.value == Value::Name(NameKind::Person)).count();
    if people > 1 || tells_of_others(document, birth) {
        return None;
    }
    let (age, years, is_now) = only(mentions.iter().filter_map(|it| {
        let (years, is_now) = age(document, it, mentions)?;
        Some((*it, years, is_now))
    }))?;
    let at = match death {
        Some((date, year)) if is_age_at(document, date, age) => year,
        None if is_now && !tells_death(document, birth) => context.articles[article.0].published?.year(),
        _ => return None,
    };
    let most = i64::from(at) - i64::from(born);
    // Before the birthday one year less.
    (years < most - 1 || years > most).then(|| Slip {
        figures: {
            let mut figures = vec![birth.span, age.span];
            figures.sort_unstable();
            figures
        },
        how: format!("who was born in {born} was {} or {most} in {at}", most - 1),
        severity: if (years - most).abs() > 2 { Severity::High } else { Severity::Medium },
    })
}

/// The one item, where there is just one.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

/// The year of a date with one of `verbs` within `most` words before it, no other mark between.
fn year_after(document: &Document, date: &Mention, verbs: &[&str], most: usize) -> Option<i16> {
    let Value::Date { timex } = &date.value else { return None };
    let (first, last) = timex::interval(timex)?;
    let start = document.sentences.get(date.sentence)?.words.start;
    let near = date.words.start.saturating_sub(most).max(start)..date.words.start;
    let verb = near.rev().find(|&word| verbs.contains(&document.folded(word)))?;
    let is_plain =
        (verb + 1..date.words.start).all(|word| !matches!(document.folded(word), "," | ";" | "(" | "-" | "and"));
    (first.year() == last.year() && is_plain).then(|| first.year())
}

/// Whether an age follows a date of death and nothing else: “died on May 3, 2020, at the age of 70”.
fn is_age_at(document: &Document, death: &Mention, age: &Mention) -> bool {
    const BETWEEN: [&str; 10] = [",", "at", "the", "age", "of", "aged", "in", "his", "her", "home"];
    age.words.start >= death.words.end
        && (death.words.end..age.words.start).all(|word| BETWEEN.contains(&document.folded(word)))
}

/// Whether the sentence tells of relatives, of whom the birth or the age may be.
fn tells_of_others(document: &Document, birth: &Mention) -> bool {
    const OTHERS: [&str; 26] = [
        "whose",
        "son",
        "sons",
        "daughter",
        "daughters",
        "child",
        "children",
        "mother",
        "father",
        "parents",
        "wife",
        "husband",
        "brother",
        "brothers",
        "sister",
        "sisters",
        "twin",
        "twins",
        "baby",
        "grandson",
        "granddaughter",
        "grandfather",
        "grandmother",
        "has",
        "have",
        "had",
    ];
    let Some(sentence) = document.sentences.get(birth.sentence) else { return true };
    sentence.words.clone().any(|word| OTHERS.contains(&document.folded(word)))
}

fn tells_death(document: &Document, mention: &Mention) -> bool {
    const DEATH: [&str; 8] = ["died", "dies", "dead", "death", "killed", "late", "was", "then"];
    let Some(sentence) = document.sentences.get(mention.sentence) else { return true };
    let born = sentence.words.clone().find(|&word| document.folded(word) == "born");
    // “who was born” says nothing of it.
    sentence.words.clone().any(|word| {
        DEATH.contains(&document.folded(word))
            && born.is_none_or(|born| document.folded(word) != "was" || word + 1 != born)
    })
}

/// An age in years, and whether it is told as that of the person now: “Ann Lee, 62,”, “62-year-old”, “is 62 years old”.
fn age(document: &Document, mention: &Mention, mentions: &[&Mention]) -> Option<(i64, bool)> {
    let before = document.folded(mention.words.start.wrapping_sub(1));
    let after = document.folded(mention.words.end);
    match &mention.value {
        Value::Duration { timex, hedge: Hedge::Exact } => {
            let years = timex.strip_prefix('P')?.strip_suffix('Y')?.parse().ok()?;
            let words = mention.words.clone().map(|word| document.folded(word));
            let is_aged =
                words.clone().any(|word| word == "aged") || before == "aged" || follows_age(document, mention);
            let is_old = words.clone().any(|word| word == "old")
                || after == "old"
                || (after == "-" && document.folded(mention.words.end + 1) == "old");
            (is_aged || is_old).then_some((years, is_old))
        }
        Value::Number { amount, of: None } if amount.hedge == Hedge::Exact && amount.upper.is_none() => {
            let years = amount.number.is_integer().then(|| amount.number.normalize().to_string().parse().ok())??;
            let is_age = amount.number > Decimal::ONE && amount.number < Decimal::from(120);
            let after_name = before == ","
                && matches!(after, "," | ".")
                && mentions
                    .iter()
                    .any(|it| it.value == Value::Name(NameKind::Person) && it.words.end + 1 == mention.words.start);
            let is_aged = before == "aged" || follows_age(document, mention);
            (is_age && (after_name || is_aged)).then_some((years, after_name))
        }
        _ => None,
    }
}

/// “at the age of 85”
fn follows_age(document: &Document, mention: &Mention) -> bool {
    let start = mention.words.start;
    document.folded(start) == "age"
        || (document.folded(start.wrapping_sub(1)) == "of" && document.folded(start.wrapping_sub(2)) == "age")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::{check as cases, check_published};

    #[test]
    fn an_age_that_cannot_be_is_told() {
        let cases = |text, expected: &[&str]| cases(&RULE, &[text], &[expected]);
        cases("Born in 1945, the singer died in 2020 aged 85.", &["1945", "aged 85"]);
        cases("Born on Jan. 5, 1950, he died on March 3, 2020, at the age of 80.", &["Jan. 5, 1950", "age of 80"]);
        check_published(&RULE, &[("Ann Lee, 62, who was born in 1972, retires.", "2024-05-01")], &[&["62", "1972"]]);
        check_published(
            &RULE,
            &[("The 62-year-old was born in 1952 in Paris.", "2024-05-01")],
            &[&["62-year-old", "1952"]],
        );
    }

    #[test]
    fn an_age_that_fits_or_is_of_another_time_is_left_alone() {
        for text in [
            "Born in 1945, the singer died in 2020 aged 74.",
            "Born in 1945, the singer died in 2020 aged 75.",
            "Born in 1945, he won aged 23 and died in 2020.",
            "Ann Lee, 62, whose son was born in 1998, retires.",
            "Ann Lee, 62, has two cats born in 1998.",
            "Born in 1945, he left school at the age of 15.",
            "Born in 1945, he was 15 years old when the war began.",
            "Born in 1945, he won at 23 and died in 2020.",
            "Ann Lee, 62, who was born in 1962, retires.",
            "Ann Lee, 62, and Bob Roy, born in 1990, retire.",
            "Her son, born in 1998, and her 62-year-old sister, born in 1962, came.",
        ] {
            check_published(&RULE, &[(text, "2024-05-01")], &[]);
        }
        cases(&RULE, &["Ann Lee, 62, who was born in 1972, retires."], &[]);
    }
}
