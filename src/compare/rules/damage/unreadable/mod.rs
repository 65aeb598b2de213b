//! `garble/unreadable`: words of the language in an order that no reader can take in: a modal without its verb, two verbs
//! for one, an article before a verb, a preposition that stands for another. The patterns are few and hardly have an
//! exception in edited text: word classes and lists of grammar words, read over edited news before they were taken in.

mod line;
mod nouns;
mod phrases;
mod verbs;

use std::ops::Range;

use line::Line;

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::{ArticleId, Excerpt};
use crate::segment::ParagraphKind;

/// The rule.
pub const RULE: Rule = Rule { id: "garble/unreadable", check };

/// Where so many sentences of an article cannot be read, it is not in English, or not prose.
const MOST_IN_ARTICLE: usize = 12;

/// What cannot be read.
#[derive(Clone, Debug, PartialEq)]
struct Slip {
    /// Indices of the words that show it.
    words: Range<usize>,
    severity: Severity,
    confidence: f64,
    /// Why, as the rest of a sentence that begins with the words.
    reason: String,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        let running = document
            .sentences
            .iter()
            .filter(|sentence| document.paragraphs[sentence.paragraph].kind == ParagraphKind::Body);
        let slips: Vec<Slip> = running
            .filter_map(|sentence| {
                let line = Line::new(document, sentence.words.clone());
                line.places().find_map(|place| at(&line, place))
            })
            .collect();
        if slips.len() <= MOST_IN_ARTICLE {
            found.extend(slips.iter().map(|slip| entry(context, ArticleId(article), slip)));
        }
    }
    found
}

/// What a pattern finds at a place: the places that show it, how grave it is, and why it cannot be read.
type Found = Option<(Range<usize>, Severity, String)>;

/// The patterns of grammar.
const PATTERNS: [fn(&Line, usize) -> Found; 13] = [
    verbs::modal_without_verb,
    verbs::two_verbs,
    verbs::verb_lost,
    verbs::lost_infinitive,
    verbs::wrong_form,
    verbs::wrong_infinitive,
    nouns::article_without_noun,
    nouns::two_articles,
    nouns::adverb_for_adjective,
    nouns::preposition_without_noun,
    nouns::two_prepositions,
    nouns::name_run_in,
    nouns::sentence_run_in,
];

/// The first thing that cannot be read at `place`; a set phrase tells more than a pattern.
fn at(line: &Line, place: usize) -> Option<Slip> {
    line.word(place)?;
    phrases::at(line, place).or_else(|| {
        let (places, severity, reason) = PATTERNS.iter().find_map(|pattern| pattern(line, place))?;
        Some(Slip { words: line.indices(places), severity, confidence: 0.85, reason })
    })
}

fn entry(context: &Context, article: ArticleId, slip: &Slip) -> Discrepancy {
    let excerpt = Excerpt { article, span: context.documents[article.0].span_of(slip.words.clone()) };
    let siglum = context.siglum(article);
    let words = shown(context, excerpt);
    Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity: slip.severity,
        confidence: slip.confidence,
        facts: Vec::new(),
        summary: format!("cannot be read: {siglum} “{words}”"),
        explanation: format!("“{words}” in {siglum}: {}. An editor would correct it.", slip.reason),
        evidence: vec![excerpt],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    fn check(text: &str, expected: &[&str]) {
        cases::check_alone(&RULE, &format!("Rain on the coast\n\n{text}"), expected);
    }

    #[test]
    fn a_modal_without_its_verb_is_told() {
        check("It is a plan that would the harbour and its boats.", &["that would the"]);
        check("They want a law that could most of the harbour.", &["that could most of"]);
        check("The owner said he would agreement with the town.", &["he would agreement"]);
        check("She could went home after the storm.", &["She could went"]);
    }

    #[test]
    fn verbs_that_do_not_go_together_are_told() {
        check("This is has been a wet year for the town.", &["This is has"]);
        check("The owner has announce a new plan.", &["has announce"]);
        check("They did not went to the harbour.", &["not went"]);
        check("The town wants to went home.", &["wants to went"]);
        check("They want to agreement with the owner.", &["want to agreement"]);
        check("The mayor is has the money for it.", &["mayor is has"]);
        check("The owner, who is was rich, left the town.", &["who is was"]);
        check("He came here when she a child.", &["she a"]);
        check("They have call the mayor a liar.", &["have call"]);
        check("They were trying begin a new life.", &["trying begin"]);
        check("On Monday they planning a new harbour.", &["they planning"]);
    }

    #[test]
    fn an_article_without_its_noun_is_told() {
        check("The were closed after the storm.", &["The were"]);
        check("They announced the of the harbour.", &["the of"]);
        check("Boats lay in the a harbour.", &["the a"]);
        check("Nobody was hurt in the Lisbon metropolitan.", &["the Lisbon metropolitan."]);
        check("They came back to the. Nobody was hurt.", &["the."]);
        check("It was the officially agreement of the town.", &["the officially agreement"]);
        check("He is a federally judge of the town.", &["a federally judge"]);
    }

    #[test]
    fn a_slip_in_a_set_phrase_is_told() {
        check("He was careful not too say much.", &["not too say"]);
        check("As recently at last spring, the harbour was open.", &["As recently at"]);
        check("The film is based in part of her book.", &["based in part of"]);
        check("They agreed too the plan of the mayor.", &["agreed too the"]);
        check("It was more dangerous then the storm.", &["dangerous then the"]);
        check("They made an attempt too avoid it.", &["attempt too avoid"]);
        check("It took more then three days.", &["more then three"]);
        check("The talks focused of the harbour.", &["focused of"]);
        check("It cost more then 40 million euros.", &["more then 40"]);
        check("He should of known that.", &["should of known"]);
        check("It is one the most beautiful harbours.", &["one the most"]);
        check("According the mayor, nobody was hurt.", &["According the"]);
    }

    #[test]
    fn what_a_page_left_in_a_sentence_is_told() {
        check("QRX QRX But QRX owners are glad of the storm.", &["QRX QRX But"]);
        check("They closed the harbour The storm went on for days.", &["harbour The storm"]);
    }

    #[test]
    fn questions_and_turned_sentences_are_left_alone() {
        check("In no town would the owners agree. Nor would the mayor. What would the town do?", &[]);
        check("Treat the boats as you would a child. It did more than a storm would the harbour.", &[]);
        check("Only then would most of the boats leave. They did the best they could with the boats.", &[]);
        check("If we make this a friendly talk, we can win. Is this a harbour?", &[]);
        check(
            "What it is is a harbour. The boat it is has a sail. Are they planning it? Why aren't they building it?",
            &[],
        );
        check("What I did was for the town. All he does is help. The boat he referred to was new.", &[]);
    }

    #[test]
    fn words_of_several_classes_are_left_alone() {
        check("He said his will was the work of a has-been. They saw the would-be mayor.", &[]);
        check("It is a friend of his, too. She too said so. I am not too worried.", &[]);
        check("The largely black crew had an only slightly wet deck in an unusually cold year.", &[]);
        check("At 3:25 a.m. the boat left. They are the poor. He was the first.", &[]);
        check("The Will said it. They read The Times in the harbour.", &[]);
        check("They had lunch the next day. He is taller than she the owner said. It was more dangerous then.", &[]);
        check("Part of the film is set in part of the town. It rained more then.", &[]);
    }
}
