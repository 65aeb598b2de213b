//! `scope/quantity-or-limit`: articles tell the same figure, but one as an average, as little, or for some only: “five
//! months on average” against “five months for every employee”.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compare::readings::quoted;
use crate::compare::rules::values::conflicting_figures::FIGURES;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Grade, Rule, Severity};
use crate::extract::Mention;
use crate::link::FactKind;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};

/// The rule.
pub const RULE: Rule = Rule { id: "scope/quantity-or-limit", check };

/// A word further away from a figure than this does not limit it.
const NEAR_WORDS: usize = 3;
/// Whom a figure is for stands within so many words.
const FOR_WORDS: usize = 6;
/// A guess: over news without annotation the rule reports too little to count what is right.
const CONFIDENCE: f64 = 0.7;

/// How a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    /// “five months on average”
    Average,
    /// “only two issues”
    Little,
    /// “two minor issues”
    Minor,
    /// “for many teachers”
    ForSome(Term),
    /// “for every employee”
    ForAll(Term),
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let facts = context.facts().filter(|(index, fact)| {
        (FIGURES.contains(&fact.kind) || fact.kind == FactKind::Duration)
            && !matches!(context.grades.get(*index).copied().flatten(), None | Some(Grade::Conflict))
    });
    facts.filter_map(|(index, _)| found(context, index)).collect()
}

fn found(context: &Context, index: usize) -> Option<Discrepancy> {
    let fact = &context.links.facts[index];
    // What each article says, in its first reading that says anything.
    let mut told: BTreeMap<ArticleId, BTreeMap<Told, Excerpt>> = BTreeMap::new();
    let mut plain: BTreeMap<ArticleId, Excerpt> = BTreeMap::new();
    for reading in &fact.readings {
        let article = reading.excerpt.article;
        let document = &context.documents[article.0];
        let Some(mention) = reading.mention.and_then(|it| context.mentions[article.0].get(it)) else { continue };
        let said = told.entry(article).or_default();
        for (how, words) in limits(document, mention) {
            said.entry(how).or_insert(Excerpt { article, span: document.span_of(words) });
        }
        if document.is_running_text(mention.span) {
            // “two” alone shows nothing.
            let sentence = document.sentences.get(mention.sentence).map_or(mention.words.end, |it| it.words.end);
            let more = usize::from(fact.kind == FactKind::Number);
            let end = noun_end(document, mention.words.end, sentence, more);
            let words = mention.words.start..end;
            plain.entry(article).or_insert(Excerpt { article, span: document.span_of(words) });
        }
    }
    let all = || told.values().flat_map(|said| said.keys().copied());
    let how = all().filter(|how| match how {
        Told::ForSome(noun) => all().any(|other| other == Told::ForAll(*noun)),
        Told::ForAll(_) => false,
        _ => true,
    });
    let how = how.min()?;
    let limited = told.values().filter_map(|said| said.get(&how).copied());
    let others = told.iter().filter(|(_, said)| !said.contains_key(&how)).filter_map(|(article, said)| match how {
        Told::ForSome(noun) => said.get(&Told::ForAll(noun)).copied(),
        _ => plain.get(article).copied(),
    });
    let others: Vec<Excerpt> = others.collect();
    if others.is_empty() {
        return None;
    }
    let mut evidence: Vec<Excerpt> = limited.chain(others).collect();
    evidence.sort_unstable();
    Some(entry(context, index, how, evidence))
}

/// Where up to `most` words that follow on `end` end.
fn noun_end(document: &Document, end: usize, sentence: usize, most: usize) -> usize {
    let is_word = |word: &usize| document.words.get(*word).is_some_and(|word| word.kind == WordKind::Word);
    end + (end..sentence).take(most).take_while(is_word).count()
}

/// How the words around a figure limit it, with the words from there to the figure.
fn limits(document: &Document, mention: &Mention) -> Vec<(Told, Range<usize>)> {
    let Some(all) = document.sentences.get(mention.sentence).map(|sentence| sentence.words.clone()) else {
        return Vec::new();
    };
    let (start, end) = (mention.words.start, mention.words.end);
    let before = start.saturating_sub(NEAR_WORDS).max(all.start)..start;
    let after = end..(end + NEAR_WORDS).min(all.end);
    let clear = |from: usize, to: usize| (from..to).all(|word| document.words[word].kind == WordKind::Word);
    let mut found = Vec::new();
    // “on average” and “an average of”, not “above average” or “the average price of”.
    for word in before.clone().chain(mention.words.clone()).chain(after.clone()) {
        let is_average = document.folded(word) == "average"
            && (document.folded(word.wrapping_sub(1)) == "on" || document.folded(word + 1) == "of");
        if is_average && (word >= end && clear(end, word) || word < end && clear(word, start.max(word))) {
            found.push((Told::Average, word.saturating_sub(1).min(start)..end.max(word + 1)));
        }
    }
    // “only two”; “just over two” is no limit.
    let little = before.rev().take(1).find(|&word| matches!(document.folded(word), "only" | "merely" | "mere"));
    if let Some(word) = little.filter(|&word| clear(word, start)) {
        found.push((Told::Little, word..noun_end(document, end, all.end, 2)));
    }
    let minor = mention.words.clone().chain(after.take(1));
    if let Some(word) = minor.into_iter().find(|&word| matches!(document.folded(word), "minor" | "small" | "slight")) {
        found.push((Told::Minor, start..(end.max(word + 2)).min(all.end)));
    }
    let from = start.saturating_sub(FOR_WORDS).max(all.start);
    let to = (end + FOR_WORDS).min(all.end);
    for word in (from..to).filter(|word| !mention.words.contains(word)) {
        let some = matches!(document.folded(word), "some" | "many" | "most");
        let every = matches!(document.folded(word), "the" | "all" | "every" | "each");
        if let Some(noun) = document.words.get(word + 1).filter(|noun| {
            (some || every) && word + 1 < to && noun.kind == WordKind::Word && !mention.words.contains(&(word + 1))
        }) {
            let between = if word < start { word..start } else { end..word };
            if clear(between.start, between.end) {
                let told = if some { Told::ForSome(noun.stem) } else { Told::ForAll(noun.stem) };
                found.push((told, start.min(word)..end.max(word + 2)));
            }
        }
    }
    found
}

fn entry(context: &Context, fact: usize, how: Told, evidence: Vec<Excerpt>) -> Discrepancy {
    let what = match how {
        Told::Average => "an average here, plain there",
        Told::Little => "told as little here, plain there",
        Told::Minor => "told as minor here, plain there",
        Told::ForSome(_) | Told::ForAll(_) => "for some here, for all there",
    };
    let quoted = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Scope,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: context.links.facts[fact].certainty * CONFIDENCE,
        facts: vec![fact],
        summary: format!("{what}: {quoted}"),
        explanation: format!(
            "{} tell the same figure, but not as the same thing: {quoted}. The words beside it make the claim wider or \
             narrower.",
            context.sigla(&evidence)
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::discrepancies;

    fn check(one: &str, other: &str, expected: usize) {
        for texts in [[one, other], [other, one]] {
            assert_eq!(discrepancies(&RULE, &texts).len(), expected, "{texts:?}");
        }
    }

    #[test]
    fn what_is_narrower_here_is_told() {
        check(
            "The Tarro shipyard will pay dismissed welders on average 17 weeks of severance.",
            "The Tarro shipyard will pay dismissed welders 17 weeks of severance.",
            1,
        );
        check(
            "The Tarro harbour board offered a 17 percent raise for many welders on Monday.",
            "The Tarro harbour board offered a 17 percent raise for all welders on Monday.",
            1,
        );
    }

    #[test]
    fn what_is_told_alike_is_not() {
        check(
            "The Tarro shipyard will pay dismissed welders on average 17 weeks of severance.",
            "The Tarro shipyard will pay dismissed welders an average of 17 weeks of severance.",
            0,
        );
        check(
            "The Tarro harbour board offered a 17 percent raise for the welders on Monday.",
            "The Tarro harbour board offered a 17 percent raise for all welders on Monday.",
            0,
        );
    }
}
