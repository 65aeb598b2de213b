//! `garble/attributed-twice`: one sentence names its source at the beginning and again at the end (“Officials said the
//! harbour was closed, town officials said”), as a sentence put together from two does.

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, ParagraphKind, Sentence, WordKind};

/// The rule.
pub const RULE: Rule = Rule { id: "garble/attributed-twice", check };

/// Verbs with which a report names its source.
const SAYING: [&str; 8] = ["said", "says", "reported", "told", "announced", "added", "stated", "confirmed"];
/// The first source stands within so many words of the beginning.
const BEGINNING_WORDS: usize = 6;
/// So many words before the closing verb are searched for the comma that parts it from what is told.
const CLOSING_WORDS: usize = 7;

fn check(context: &Context) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        for sentence in &document.sentences {
            if document.paragraphs[sentence.paragraph].kind == ParagraphKind::Body
                && let Some((first, second)) = sources(document, sentence)
            {
                found.push(entry(context, ArticleId(article), [first, second]));
            }
        }
    }
    found
}

/// The two places where the sentence names one source.
fn sources(document: &Document, sentence: &Sentence) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let words = sentence.words.clone();
    let says = |place: &usize| SAYING.contains(&document.folded(*place));
    let quotes = words.clone().any(|place| matches!(document.folded(place), "\"" | "'" | "«" | "»"));
    if quotes {
        return None; // what is quoted may name a source, too
    }
    let opening = words.clone().take(BEGINNING_WORDS).skip(1).find(says)?;
    let stop = words.end.checked_sub(1).filter(|&last| document.folded(last) == ".")?;
    let closing = stop.checked_sub(1).filter(says).filter(|&closing| closing > opening + 4)?;
    let comma = (closing.saturating_sub(CLOSING_WORDS)..closing).rev().find(|&place| document.folded(place) == ",")?;
    let same = document.words[opening - 1].term == document.words[closing - 1].term;
    let is_word = document.words[closing - 1].kind == WordKind::Word;
    (same && is_word && comma > opening && comma + 1 < closing)
        .then(|| (words.start..opening + 1, comma + 1..closing + 1))
}

fn entry(context: &Context, article: ArticleId, places: [std::ops::Range<usize>; 2]) -> Discrepancy {
    let document = &context.documents[article.0];
    let evidence: Vec<_> = places.into_iter().map(|words| Excerpt { article, span: document.span_of(words) }).collect();
    let siglum = context.siglum(article);
    let [first, second] = [0, 1].map(|place| shown(context, evidence[place]));
    Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: 0.85,
        facts: Vec::new(),
        summary: format!("source named twice in one sentence: {siglum} “{first} …, {second}”"),
        explanation: format!(
            "The sentence in {siglum} begins with “{first}” and ends with “{second}”. One of the two is left over from an \
             earlier wording."
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    #[test]
    fn a_source_at_both_ends_of_a_sentence_is_told() {
        cases::check(
            &RULE,
            &["Rain on the coast\n\nOfficials said the old harbour would open on Monday, town officials said."],
            &[&["Officials said", "town officials said"]],
        );
    }

    #[test]
    fn two_sources_and_quotations_are_left_alone() {
        for text in [
            "Officials said the old harbour would open on Monday, the mayor said.",
            "“The officials said we can go home on Monday,” officials said.",
            "Officials said the harbour would open. The owner agreed, officials said.",
            "The mayor said.",
        ] {
            cases::check(&RULE, &[&format!("Rain on the coast\n\n{text}")], &[]);
        }
    }
}
