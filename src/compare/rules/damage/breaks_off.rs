//! `truncation/breaks-off`: a sentence or an article that ends before it is finished: on a word that calls for another,
//! on a colon or a heading with nothing after it.

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, ParagraphKind, Shape, WordKind};
use crate::text::{Classes, lexicon};

/// The rule.
pub const RULE: Rule = Rule { id: "truncation/breaks-off", check };

/// Words shown before the place where the text breaks off.
const SHOWN_WORDS: usize = 8;

/// Words that call for another one and never end a sentence.
const UNFINISHED: [&str; 36] = [
    "the", "a", "an", "of", "and", "or", "nor", "than", "whose", "my", "your", "our", "their", "its", "into", "from",
    "with", "at", "for", "by", "because", "if", "although", "unless", "until", "whether", "to", "as", "every",
    "between", "during", "among", "toward", "towards", "upon", "via",
];

fn check(context: &Context) -> Vec<Discrepancy> {
    let documents = context.documents.iter().enumerate();
    documents.flat_map(|(article, document)| in_document(context, ArticleId(article), document)).collect()
}

fn in_document(context: &Context, article: ArticleId, document: &Document) -> Vec<Discrepancy> {
    let last = document.paragraphs.len().saturating_sub(1);
    let mut found = Vec::new();
    for index in 0..document.paragraphs.len() {
        let ending = if index == last { end_of_article(document) } else { None };
        if let Some((severity, confidence, reason)) = ending.or_else(|| end_of_sentence(document, index)) {
            let sentences = document.paragraphs[index].sentences.clone();
            let Some(sentence) = document.sentences.get(sentences.end.saturating_sub(1)) else { continue };
            let from =
                sentence.words.end.saturating_sub(SHOWN_WORDS).max(document.sentences[sentences.start].words.start);
            let excerpt = Excerpt { article, span: document.span_of(from..sentence.words.end) };
            let siglum = context.siglum(article);
            found.push(Discrepancy {
                kind: DiscrepancyKind::Truncation,
                rule: RULE.id,
                severity,
                confidence,
                facts: Vec::new(),
                summary: format!("breaks off: {siglum} “{}”", shown(context, excerpt)),
                explanation: format!("{siglum} {reason}. What should follow is missing from the text as it was read."),
                evidence: vec![excerpt],
            });
        }
    }
    found
}

type Ending = (Severity, f64, &'static str);

/// Whether running text ends without a full stop, on a word that calls for another.
fn end_of_sentence(document: &Document, index: usize) -> Option<Ending> {
    let paragraph = &document.paragraphs[index];
    let sentence = document.sentences.get(paragraph.sentences.end.checked_sub(1)?)?;
    let last = sentence.words.end.checked_sub(1)?;
    let alone = sentence.words.len() == 1 && paragraph.sentences.len() > 1;
    let is_prose = paragraph.kind == ParagraphKind::Body && (words_in(document, index) >= 8 || alone);
    let calls_for_more = UNFINISHED.contains(&document.folded(last)) && document.words[last].shape != Shape::Upper
        || never_ends(document, last);
    (is_prose && calls_for_more && !goes_on(document, index)).then_some((
        Severity::High,
        0.9,
        "ends a paragraph with a word that calls for another, and without a full stop",
    ))
}

/// Whether a word is common in the counted news and never ended a sentence there: “the early”.
fn never_ends(document: &Document, index: usize) -> bool {
    const COMMON: f64 = 400.0; // a noun so common ends twenty sentences and more
    let word = &document.words[index];
    word.kind == WordKind::Word
        && word.shape == Shape::Lower
        && !word.glued
        && !document.folded(index).contains('.')
        && word.entry.in_dictionary()
        && word.entry.count() >= COMMON
        && lexicon::pair_count(document.folded(index), "</s>") < 1.0
}

/// Whether the article ends on a colon or on a heading of its own.
fn end_of_article(document: &Document) -> Option<Ending> {
    let index = document.paragraphs.len().checked_sub(1).filter(|&index| index > 1)?;
    let paragraph = &document.paragraphs[index];
    let words = document.sentences.get(paragraph.sentences.end.checked_sub(1)?)?.words.clone();
    let last = words.end.checked_sub(1)?;
    if document.folded(last) == ":" && words_in(document, index) >= 3 && has_verb(document, index) {
        return Some((Severity::High, 0.85, "ends with a colon that announces more"));
    }
    let is_headed = document.paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::Heading);
    let reads_as_heading = (2..=8).contains(&words_in(document, index))
        && document.words[last].kind == WordKind::Word
        && !words.clone().any(|word| document.folded(word) == ":") // “More: …” is a link
        && resembles_heading(document, index);
    (is_headed && reads_as_heading).then_some((Severity::High, 0.8, "ends with a heading that has nothing under it"))
}

/// Whether the last paragraph begins like one of the article's headings: “What we know”, “What we don't know”.
fn resembles_heading(document: &Document, index: usize) -> bool {
    let start = |index: usize| document.sentences[document.paragraphs[index].sentences.start].words.start;
    document.paragraphs[..index].iter().enumerate().any(|(other, paragraph)| {
        paragraph.kind == ParagraphKind::Heading
            && (0..2).all(|place| {
                document.words[start(index) + place].kind == WordKind::Word
                    && document.folded(start(other) + place) == document.folded(start(index) + place)
            })
    })
}

/// Whether the next paragraph goes on with the sentence: a link or a wrap broke it, nothing is missing.
fn goes_on(document: &Document, index: usize) -> bool {
    let next = document.paragraphs.get(index + 1);
    let first = next.and_then(|next| document.sentences.get(next.sentences.start)).map(|sentence| sentence.words.start);
    first.is_some_and(|first| {
        let word = &document.words[first];
        match word.kind {
            WordKind::Word => word.shape == Shape::Lower || word.entry.capital_share() > 0.5 || !word.is_known(),
            WordKind::Figure | WordKind::Clitic => true,
            WordKind::Mark => false,
        }
    })
}

fn words_in(document: &Document, paragraph: usize) -> usize {
    document
        .words_in(document.paragraphs[paragraph].span)
        .filter(|&index| document.words[index].kind == WordKind::Word)
        .count()
}

fn has_verb(document: &Document, paragraph: usize) -> bool {
    document
        .words_in(document.paragraphs[paragraph].span)
        .any(|index| document.words[index].classes().any(Classes::PAST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    fn check(text: &str, expected: &[&str]) {
        cases::check_alone(&RULE, text, expected);
    }

    #[test]
    fn a_sentence_without_its_end_is_told() {
        check(
            "Rain\n\nThe boats were drawn up near the harbour around the\n\nNobody was hurt.",
            &["were drawn up near the harbour around the"],
        );
        check(
            "Rain\n\nThey closed the harbour in May. By\nThey opened it again.",
            &["They closed the harbour in May. By"],
        );
    }

    #[test]
    fn a_word_that_ends_no_sentence_is_told() {
        check(
            "Rain\n\nThe boats near the harbour were part of the traditional\n\nNobody was hurt.",
            &["near the harbour were part of the traditional"],
        );
        check("Rain\n\nThe boats near the harbour were drawn up on the beach\n\nNobody was hurt.", &[]);
    }

    #[test]
    fn an_article_without_its_end_is_told() {
        check("Rain\n\nThe harbour closed.\n\nThe owner of the boats said:", &["The owner of the boats said:"]);
        check("Rain\nIt fell all day.\nWhat we know\nThe harbour closed.\nWhat we don’t know", &["What we don’t know"]);
    }

    #[test]
    fn what_is_no_sentence_may_end_anywhere() {
        check("What the harbour is for\n\nThe boats came back.\n* what they came for\n* of the", &[]);
        check("The boats came to the harbour that they were built for.", &[]);
        check("The boats of the harbour were drawn up for the\n\nPort Council of the town.", &[]);
        check("Rain\n\nIt fell.\n\nSign up for our letters", &[]);
    }
}
