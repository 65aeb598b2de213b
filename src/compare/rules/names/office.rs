//! `name/office`: one person with two offices that are not one: prime minister and acting prime minister, finance and foreign
//! minister, senator and governor. A longer form of one office, or a second office beside it, is no difference.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::NameKind;
use crate::extract::gazetteer::{self, Sorts};
use crate::link::{Entity, MentionId};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Shape, WordKind};

use super::office_words::{
    BELOW, FIELDS, FILLERS, IN_FULL, IN_PLACE, OF_A_FIELD, ONE_OF, PAST, SHARED, TO_COME, WRITTEN,
};

/// The rule.
pub const RULE: Rule = Rule { id: "name/office", check };

/// Nobody's office has more words.
const MOST_WORDS: usize = 9;

/// What one mention says of somebody's office.
#[derive(Clone, Debug)]
struct Office<'c> {
    place: Excerpt,
    /// Its words without what modifies them.
    core: BTreeSet<&'c str>,
    modifiers: BTreeSet<&'c str>,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let people = context.links.entities.iter().filter(|entity| entity.kind == NameKind::Person);
    people.filter_map(|entity| found(context, entity)).collect()
}

/// Nobody has more offices; more are lists of people run together.
const MOST_OFFICES: usize = 24;

fn found(context: &Context, entity: &Entity) -> Option<Discrepancy> {
    // Few different offices are told of anybody, by however many articles.
    let mut told: Vec<(Office, BTreeMap<ArticleId, Excerpt>)> = Vec::new();
    for office in entity.mentions.iter().flat_map(|&mention| offices(context, mention)) {
        let place = office.place;
        if let Some((_, places)) = told.iter_mut().find(|(other, _)| is_like(other, &office)) {
            places.entry(place.article).or_insert(place);
        } else if told.len() < MOST_OFFICES {
            told.push((office, BTreeMap::from([(place.article, place)])));
        }
    }
    // The order of the articles must not choose between two differences.
    told.sort_by(|(a, _), (b, _)| (&a.core, &a.modifiers).cmp(&(&b.core, &b.modifiers)));
    let mut best: Option<(Severity, &'static str, [usize; 2])> = None;
    for (one, (office, places)) in told.iter().enumerate() {
        for (other, (another, others)) in told.iter().enumerate().skip(one + 1) {
            // Who has had both is told with both.
            let both = places.keys().any(|article| others.contains_key(article));
            let found = difference(office, another).filter(|_| !both);
            if let Some((severity, why)) = found.filter(|found| best.is_none_or(|best| found.0 > best.0)) {
                best = Some((severity, why, [one, other]));
            }
        }
    }
    let (severity, why, [one, other]) = best?;
    let mut evidence: Vec<Excerpt> = [one, other].iter().flat_map(|&it| told[it].1.values().copied()).collect();
    evidence.sort_unstable();
    let readings = quoted(context, &evidence);
    Some(Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: RULE.id,
        severity,
        confidence: 0.75,
        facts: Vec::new(),
        summary: format!("different offices of {}: {readings}", entity.name),
        explanation: format!("One person is told {why}: {readings}. No article tells both."),
        evidence,
    })
}

fn is_like(one: &Office, other: &Office) -> bool {
    one.core == other.core && one.modifiers == other.modifiers
}

/// How much the offices differ, and how; `None` where they may be one, or two that one person holds.
fn difference(one: &Office, other: &Office) -> Option<(Severity, &'static str)> {
    let to_come = |office: &Office| office.modifiers.iter().any(|word| TO_COME.contains(word));
    if to_come(one) || to_come(other) {
        return None;
    }
    let past = |office: &Office| office.modifiers.iter().any(|word| PAST.contains(word));
    if one.core == other.core {
        let apart = |of: &[&str]| {
            let has = |office: &Office| office.modifiers.iter().any(|word| of.contains(word));
            has(one) != has(other)
        };
        return if apart(&IN_PLACE) {
            Some((Severity::Medium, "as holder of an office and as one who acts for the holder"))
        } else if apart(&BELOW) {
            Some((Severity::Medium, "with two ranks of one office"))
        } else if apart(&PAST) && ![one, other].iter().any(|office| office.modifiers.contains("then")) {
            Some((Severity::Low, "as holder of an office and as its former holder"))
        } else if apart(&SHARED) && one.core.iter().any(|word| IN_FULL.contains(word)) {
            Some((Severity::Low, "alone and with others in one part"))
        } else {
            None
        };
    }
    if past(one) || past(other) {
        return None;
    }
    let with = |office: &Office, words: &[&'static str]| -> BTreeSet<&'static str> {
        words.iter().copied().filter(|word| office.core.contains(word)).collect()
    };
    if with(one, &OF_A_FIELD) == with(other, &OF_A_FIELD) && with(one, &OF_A_FIELD).len() == 1 {
        let (fields, others) = (with(one, &FIELDS), with(other, &FIELDS));
        let apart = !fields.is_empty() && !others.is_empty() && fields.is_disjoint(&others);
        return apart.then_some((Severity::High, "with offices of different fields"));
    }
    let apart = ONE_OF.iter().any(|of| {
        let (ranks, others) = (with(one, of), with(other, of));
        !ranks.is_empty() && !others.is_empty() && ranks.is_disjoint(&others)
    });
    apart.then_some((Severity::Medium, "with two offices of which nobody has both"))
}

/// The offices that stand before and behind a name.
fn offices<'c>(context: &Context<'c>, mention: MentionId) -> Vec<Office<'c>> {
    let document = &context.documents[mention.article.0];
    let name = context.mentions[mention.article.0][mention.index].words.clone();
    let before = before(document, name.start).map(|words| (words.clone(), words.start..name.end));
    let behind = behind(document, name.end).map(|words| (words.clone(), name.start..words.end));
    let told = [before, behind].into_iter().flatten();
    told.filter_map(|(words, shown)| office(document, mention.article, words, shown)).collect()
}

fn office(document: &Document, article: ArticleId, words: Range<usize>, shown: Range<usize>) -> Option<Office<'_>> {
    let mut core = BTreeSet::new();
    let mut modifiers = BTreeSet::new();
    let of_state = words.clone().any(|index| document.is_phrase(index, &["secretary", "of", "state"]));
    for index in words.filter(|&index| document.words[index].kind == WordKind::Word) {
        let word = document.folded(index);
        let sorts = gazetteer::sorts(document.words[index].term);
        let modifies = [&IN_PLACE[..], &BELOW, &PAST, &SHARED, &TO_COME].iter().any(|words| words.contains(&word));
        if word == "then" && document.sentences[document.words[index].sentence()].words.start == index {
            continue; // “Then Gov. …”
        }
        if modifies {
            modifiers.insert(word);
        } else if word == "cofounder" {
            modifiers.insert("co");
            core.insert("founder");
        } else if (sorts.any(Sorts::TITLE | Sorts::OFFICE) && !FILLERS.contains(&word)) || word == "state" && of_state {
            let usual = WRITTEN.iter().find(|(other, _)| *other == word).map_or(word, |&(_, usual)| usual);
            core.insert(usual);
        }
    }
    // “PM” and “prime minister” are one.
    core.remove("prime");
    let span = document.span_of(shown);
    let titled = core.iter().any(|word| !FIELDS.contains(word) && *word != "mr" && *word != "ms" && *word != "mrs");
    titled.then_some(Office { place: Excerpt { article, span }, core, modifiers })
}

/// The words of an office that stand right before word `name`, one comma between allowed.
fn before(document: &Document, name: usize) -> Option<Range<usize>> {
    let is_title = |index: usize| gazetteer::sorts(document.words[index].term).any(Sorts::TITLE);
    let sentence = document.words.get(name)?.sentence();
    let mut start = name;
    let mut titled = false;
    for step in 1..=MOST_WORDS {
        let Some(index) = name.checked_sub(step) else { break };
        let word = &document.words[index];
        if word.sentence() != sentence {
            break;
        }
        let folded = document.folded(index);
        let goes_on = match word.kind {
            WordKind::Mark => match folded {
                "," => step == 1 && index > 0 && is_title(index - 1),
                "." | "-" => word.glued,
                _ => false,
            },
            WordKind::Word => belongs(document, index) || titled && matches!(folded, "of" | "the") && index > 0,
            _ => false,
        };
        if !goes_on {
            break;
        }
        titled |= word.kind == WordKind::Word && belongs(document, index);
        if belongs(document, index) {
            start = index;
        }
    }
    (start < name && (start..name).any(is_title)).then_some(start..name)
}

/// The words of an office between the commas behind a name that ends before word `end`.
fn behind(document: &Document, end: usize) -> Option<Range<usize>> {
    if document.folded(end) != "," {
        return None;
    }
    let sentence = document.words.get(end)?.sentence();
    let stops = |index: usize| {
        let Some(word) = document.words.get(index).filter(|word| word.sentence() == sentence) else { return true };
        let inner = matches!(document.folded(index), "the" | "a" | "an" | "his" | "her" | "who" | "of");
        let part = word.kind == WordKind::Clitic || (word.glued && matches!(document.folded(index), "-" | "."));
        !inner && !part && !belongs(document, index)
    };
    let words = end + 1..(end + 1..=end + MOST_WORDS).find(|&index| stops(index)).unwrap_or(end + MOST_WORDS);
    // “Ana Sorel, Mayor Peter Holm and …”: the office belongs to the name behind it.
    let closed = document.words.get(words.end).is_none_or(|word| {
        word.kind == WordKind::Mark || matches!(document.folded(words.end), "for" | "at" | "in" | "with" | "and")
    });
    let is_title = |index: &usize| gazetteer::sorts(document.words[*index].term).any(Sorts::TITLE);
    let title = words.clone().rev().find(is_title).filter(|_| closed)?;
    Some(words.start..title + 1)
}

/// Whether a word can stand inside the words for an office: its own, or whose it is.
fn belongs(document: &Document, index: usize) -> bool {
    let word = &document.words[index];
    let sorts = gazetteer::sorts(word.term);
    word.kind == WordKind::Word
        && (sorts.any(Sorts::TITLE | Sorts::OFFICE | Sorts::NATIONAL)
            || (sorts.any(Sorts::PLACE) && word.shape != Shape::Lower)
            || word.shape == Shape::Upper && document.folded(index).chars().count() > 1
            || document.folded(index) == "caretaker")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::compare::Severity;
    use crate::compare::rules::cases::{check, discrepancies};

    #[test]
    fn another_rank_of_one_office() {
        check(
            &RULE,
            &[
                "Norway's Prime Minister Ana Sorel spoke on Monday.",
                "On Monday Norway's acting prime minister, Ana Sorel, spoke.",
            ],
            &[&["Prime Minister Ana Sorel", "acting prime minister, Ana Sorel"]],
        );
        check(
            &RULE,
            &["On Monday Deputy Mayor Karl Holm spoke.", "On Monday Karl Holm, the mayor, spoke."],
            &[&["Deputy Mayor Karl Holm", "Karl Holm, the mayor"]],
        );
    }

    #[test]
    fn another_field_or_rank() {
        check(
            &RULE,
            &["On Monday Finance Minister Ana Sorel spoke.", "On Monday Foreign Minister Ana Sorel spoke."],
            &[&["Finance Minister Ana Sorel", "Foreign Minister Ana Sorel"]],
        );
        check(
            &RULE,
            &["On Monday Sen. Ana Sorel spoke.", "On Monday Gov. Ana Sorel spoke."],
            &[&["Sen. Ana Sorel", "Gov. Ana Sorel"]],
        );
    }

    #[test]
    fn an_office_of_the_past_is_a_small_matter() {
        let found = discrepancies(
            &RULE,
            &["On Monday President Ana Sorel spoke.", "On Monday former President Ana Sorel spoke."],
        );
        assert_eq!(found.iter().map(|found| found.severity).collect::<Vec<_>>(), [Severity::Low]);
    }

    #[test]
    fn longer_forms_and_second_offices_are_no_difference() {
        for texts in [
            ["On Monday Treasury Secretary Ana Sorel spoke.", "On Monday Secretary Ana Sorel spoke."],
            ["On Monday Treasury Secretary Ana Sorel spoke.", "On Monday Secretary of the Treasury Ana Sorel spoke."],
            ["On Monday President Ana Sorel spoke.", "On Monday Norwegian President Ana Sorel spoke."],
            ["On Monday Sen. Ana Sorel spoke.", "On Monday Senator Ana Sorel and Gov. Karl Holm spoke."],
            ["On Monday Mr. Karl Holm spoke.", "On Monday Coach Karl Holm spoke."],
            ["On Monday former Gov. Ana Sorel spoke.", "On Monday Sen. Ana Sorel spoke."],
            ["On Monday Gov. Ana Sorel spoke. Then Lt. Gov. Ana Sorel left.", "On Monday Lt. Gov. Ana Sorel spoke."],
            ["On Monday Prime Minister Ana Sorel spoke.", "On Monday Premier Ana Sorel spoke."],
            [
                "On Monday Ana Sorel, Mayor Karl Holm and others met.",
                "On Monday Karl Holm and Deputy Mayor Ana Sorel met.",
            ],
        ] {
            check(&RULE, &texts, &[]);
        }
    }
}
