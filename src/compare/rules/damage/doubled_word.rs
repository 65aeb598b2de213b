//! `garble/doubled-word`: a word stands twice in a row, as editing and conversion leave it. Words that English doubles
//! (“had had”, “very very”) and doubled names are left alone.

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, ParagraphKind, Shape, WordKind};
use crate::text::Classes;

/// The rule.
pub const RULE: Rule = Rule { id: "garble/doubled-word", check };

/// Words that stand twice in sound sentences: for emphasis, or because two clauses meet in them.
const DOUBLED_SOUNDLY: [&str; 34] = [
    "had", "that", "is", "do", "did", "it", "you", "her", "who", "what", "so", "very", "no", "yes", "ha", "bye", "la",
    "blah", "more", "now", "there", "on", "in", "up", "out", "over", "off", "down", "through", "by", "go", "knock",
    "oh", "please",
];

/// Words that carry grammar are as common as this; rarer ones of their classes (“following”) can be doubled by chance.
const GRAMMAR_BITS: f64 = 12.0;

fn check(context: &Context) -> Vec<Discrepancy> {
    let documents = context.documents.iter().enumerate();
    documents.flat_map(|(article, document)| in_document(context, ArticleId(article), document)).collect()
}

fn in_document(context: &Context, article: ArticleId, document: &Document) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    let mut next = 0;
    for first in 0..document.words.len() {
        if first < next {
            continue;
        }
        if let Some((second, severity, confidence)) = doubled(document, first) {
            let excerpt = Excerpt { article, span: document.span_of(first..second + 1) };
            let siglum = context.siglum(article);
            let words = shown(context, excerpt);
            found.push(Discrepancy {
                kind: DiscrepancyKind::Garble,
                rule: RULE.id,
                severity,
                confidence,
                facts: Vec::new(),
                summary: format!("doubled word: {siglum} “{words}”"),
                explanation: format!(
                    "{siglum} has “{}” twice in a row. English does not double this word, so one of the two is left over or \
                     another word is missing.",
                    document.written(second)
                ),
                evidence: vec![excerpt],
            });
            next = second + 1;
        }
    }
    found
}

/// The second of two like words from `first` on, and how grave and how sure it is.
fn doubled(document: &Document, first: usize) -> Option<(usize, Severity, f64)> {
    let word = &document.words[first];
    let across = quotation_marks_after(document, first);
    let second = first + 1 + across;
    let again = document.words.get(second)?;
    let alike = word.kind == WordKind::Word
        && again.kind == WordKind::Word
        && word.term == again.term
        && word.sentence() == again.sentence()
        && (across > 0 || !again.glued)
        && is_running_text(document, first);
    let form = document.folded(first);
    if !alike || again.shape != Shape::Lower || DOUBLED_SOUNDLY.contains(&form) || third(document, first, second) {
        return None;
    }
    let grammar = Classes::DETERMINER | Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY;
    if word.classes().any(grammar) && word.rarity() < GRAMMAR_BITS {
        return Some((second, Severity::Medium, if across > 0 { 0.85 } else { 0.95 }));
    }
    // Adjectives, adverbs and cries are doubled for emphasis: “a big big deal”; what is also a past tense is none of them.
    let describes = word.classes().any(Classes::ADJECTIVE | Classes::ADVERB) && !word.classes().any(Classes::PAST);
    let emphatic = describes || !word.is_known();
    (!emphatic && form.len() > 2).then_some((second, Severity::High, 0.8))
}

/// How many quotation marks stand behind word `index`, before the next word.
fn quotation_marks_after(document: &Document, index: usize) -> usize {
    (index + 1..document.words.len())
        .take(2)
        .take_while(|&mark| matches!(document.folded(mark), "\"" | "'" | "«" | "»"))
        .count()
}

/// Whether the word stands a third time: that is a chant.
fn third(document: &Document, first: usize, second: usize) -> bool {
    [first.checked_sub(1), Some(second + 1)]
        .into_iter()
        .flatten()
        .any(|index| document.words.get(index).is_some_and(|other| other.term == document.words[first].term))
}

/// Whether word `index` stands in running text, where words make sentences.
fn is_running_text(document: &Document, index: usize) -> bool {
    let paragraph = document.sentences[document.words[index].sentence()].paragraph;
    document.paragraphs[paragraph].kind != ParagraphKind::Bullet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    fn check(text: &str, expected: &[&str]) {
        cases::check_alone(&RULE, text, expected);
    }

    #[test]
    fn a_doubled_word_is_told() {
        check("They went to to the harbour.", &["to to"]);
        check("The the harbour was closed.", &["The the"]);
        check("The ministry opened opened an inquiry.", &["opened opened"]);
        check("She called it a “a great bridge” today.", &["a “a"]);
        check("They wrote ‘plans’ plans in the book.", &["plans’ plans"]);
    }

    #[test]
    fn what_english_doubles_is_left_alone() {
        check("He had had enough, and said that that was a very very long day.", &[]);
        check("They flew to Bora Bora and Walla Walla.", &[]);
        check("It is a big big deal.", &[]);
        check("What it is is a bridge. They moved in in May.", &[]);
        check("They walked and walked. Walked again.", &[]);
        check("We want bread bread bread!", &[]);
    }
}
