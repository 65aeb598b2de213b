//! `garble/non-word`: a word that neither the lexicon nor another article knows, with a reason to take it for damage and
//! not for a rare word: a near word where other articles tell the same, two words run together, one word in two pieces, a
//! prefix set twice, or a common word one slip away.

mod pieces;
mod unknown;
mod vocabulary;

use crate::compare::counterparts::Counterparts;
use crate::compare::near_words::{NearWord, nearest};
use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::link::SentenceId;
use crate::read::{ArticleId, Excerpt};
use crate::segment::Document;
use crate::text::{Span, lexicon};
use vocabulary::Vocabulary;

/// The rule.
pub const RULE: Rule = Rule { id: "garble/non-word", check };

/// So many joined words in one article are one entry: the spaces were lost on the way.
const JOINED_IS_A_PATTERN: usize = 3;
/// A dictionary look-up by letters is costly; an article with more unknown words than this is in another language.
const MOST_LOOKED_UP: usize = 40;

fn check(context: &Context) -> Vec<Discrepancy> {
    let counterparts = context.counterparts();
    let written = context.written();
    let mut near = Vocabulary::default();
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        let places = unknown::places(document, written);
        if !places.is_empty() && near.is_empty() {
            near = Vocabulary::new(context);
        }
        found.extend(in_document(context, ArticleId(article), &places, counterparts, &near));
    }
    found
}

/// What is wrong with a word, in the order in which it is asked.
#[derive(Clone, Debug, PartialEq)]
enum Slip {
    /// Two words without the space between them.
    Joined(String, String),
    /// A word cut in two by a space.
    Split(String),
    /// “re-re…”
    PrefixTwice,
    /// Another place of the story has the sound word.
    Told(NearWord),
    /// The dictionary has a common word one slip away.
    Near(String),
}

fn in_document(
    context: &Context,
    article: ArticleId,
    places: &[usize],
    counterparts: &Counterparts,
    vocabulary: &Vocabulary,
) -> Vec<Discrepancy> {
    let document = &context.documents[article.0];
    let mut joined: Vec<(Span, Slip)> = Vec::new();
    let mut found = Vec::new();
    let surely_joined = places.iter().filter(|&&place| pieces::joined(document, place, false).is_some()).count();
    let mut looked_up = 0;
    for &place in places {
        let sentence = SentenceId { article, index: document.words[place].sentence() };
        let told = || {
            let near = nearest(context, document.folded(place), &counterparts.of(sentence));
            near.filter(|near| !unknown::is_form_of(document.folded(place), &near.folded)).map(Slip::Told)
        };
        let slip = pieces::prefix_twice(document, place)
            .map(|span| (span, Slip::PrefixTwice))
            .or_else(|| {
                let lenient = surely_joined >= JOINED_IS_A_PATTERN;
                pieces::joined(document, place, lenient).map(|(span, a, b)| (span, Slip::Joined(a, b)))
            })
            .or_else(|| pieces::split(document, place).map(|(span, word)| (span, Slip::Split(word))))
            .or_else(|| {
                let span = document.words[place].span();
                if !unknown::can_be_misspelt(document, place) {
                    return None;
                }
                told().or_else(|| vocabulary.nearest(document.folded(place)).map(Slip::Told)).map(|slip| (span, slip))
            })
            .or_else(|| {
                looked_up += 1;
                if looked_up > MOST_LOOKED_UP || !unknown::can_be_misspelt(document, place) {
                    return None;
                }
                common_near(document, place).map(|word| (document.words[place].span(), Slip::Near(word)))
            });
        match slip {
            Some((span, slip @ Slip::Joined(..))) => joined.push((span, slip)),
            Some((span, slip)) => found.push(entry(context, article, span, &slip)),
            None => {}
        }
    }
    if joined.len() >= JOINED_IS_A_PATTERN {
        found.push(pattern(context, article, &joined));
    } else {
        found.extend(joined.iter().map(|(span, slip)| entry(context, article, *span, slip)));
    }
    found
}

/// The common word one slip of the pen away from the word at `place`. A short word has neighbours by chance, so one of them
/// must be usual beside the words around it.
fn common_near(document: &Document, place: usize) -> Option<String> {
    const LEAST_LETTERS: usize = 7;
    const LEAST_LETTERS_BESIDE: usize = 5;
    const COMMON: f64 = 400.0; // occurrences in the counted news: about one in 90,000 words
    const LOOKED_AT: usize = 6;
    let folded = document.folded(place);
    let letters = folded.chars().count();
    if letters < LEAST_LETTERS_BESIDE || unknown::is_derived(folded) {
        return None;
    }
    let before = place.checked_sub(1).map_or("", |before| document.folded(before));
    let after = document.folded(place + 1);
    let is_usual = |near: &String| lexicon::pair_count(before, near) > 0.0 || lexicon::pair_count(near, after) > 0.0;
    let is_common = |near: &String| lexicon::entry(near).count() >= COMMON && !unknown::is_form_of(folded, near);
    let mut near = lexicon::near(folded, 1, LOOKED_AT);
    near.extend(exchanged(folded));
    near.retain(is_common);
    let beside = near.iter().find(|near| is_usual(near)).cloned();
    beside.or_else(|| near.into_iter().next().filter(|_| letters >= LEAST_LETTERS))
}

/// The known word that two exchanged letters hide.
fn exchanged(folded: &str) -> Option<String> {
    let letters: Vec<char> = folded.chars().collect();
    (1..letters.len()).find_map(|place| {
        let mut letters = letters.clone();
        letters.swap(place - 1, place);
        let word: String = letters.into_iter().collect();
        lexicon::entry(&word).in_dictionary().then_some(word)
    })
}

fn entry(context: &Context, article: ArticleId, span: Span, slip: &Slip) -> Discrepancy {
    let excerpt = Excerpt { article, span };
    let siglum = context.siglum(article);
    let word = shown(context, excerpt);
    let mut evidence = vec![excerpt];
    let (severity, confidence, summary, reason) = match slip {
        Slip::Joined(a, b) => (
            Severity::High,
            0.85,
            format!("words joined: {siglum} “{word}”"),
            format!("“{word}” in {siglum} is no word; it is “{a}” and “{b}” without the space between them."),
        ),
        Slip::Split(whole) => (
            Severity::Medium,
            0.8,
            format!("a word in two pieces: {siglum} “{word}”"),
            format!("The pieces of “{word}” in {siglum} are no words; together they are “{whole}”."),
        ),
        Slip::PrefixTwice => (
            Severity::High,
            0.75,
            format!("a prefix set twice: {siglum} “{word}”"),
            format!("“{word}” in {siglum} begins with the same prefix twice, which no dictionary has."),
        ),
        Slip::Told(near) => {
            evidence.push(near.excerpt);
            evidence.sort_unstable();
            let other = context.siglum(near.excerpt.article);
            let sound = shown(context, near.excerpt);
            (
                Severity::High,
                0.9,
                format!("no word: {siglum} “{word}”; {other} “{sound}”"),
                format!(
                    "“{word}” in {siglum} is in no dictionary and in no other article; {other} has “{sound}”, {} away.",
                    letters(near.edits)
                ),
            )
        }
        Slip::Near(near) => (
            Severity::Medium,
            0.7,
            format!("no word: {siglum} “{word}”, perhaps “{near}”"),
            format!("“{word}” in {siglum} is in no dictionary and in no other article; “{near}” is one letter away."),
        ),
    };
    Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity,
        confidence,
        facts: Vec::new(),
        summary,
        explanation: format!("{reason} An editor would correct it."),
        evidence,
    }
}

/// Joined words all through one article, as one entry.
fn pattern(context: &Context, article: ArticleId, joined: &[(Span, Slip)]) -> Discrepancy {
    let evidence: Vec<_> = joined.iter().map(|&(span, _)| Excerpt { article, span }).collect();
    let siglum = context.siglum(article);
    let some: Vec<_> = evidence.iter().take(4).map(|&excerpt| format!("“{}”", shown(context, excerpt))).collect();
    let some = some.join(", ");
    Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity: Severity::High,
        confidence: 0.95,
        facts: Vec::new(),
        summary: format!("words joined in {} places: {siglum} {some} …", evidence.len()),
        explanation: format!(
            "{siglum} has {} words that no dictionary knows and that are two known words without a space, such as {some}. \
             The spaces were lost on the way.",
            evidence.len()
        ),
        evidence,
    }
}

fn letters(count: usize) -> &'static str {
    match count {
        1 => "one letter",
        2 => "two letters",
        _ => "a few letters",
    }
}

/// Whether the words at `place` and the next are written without a space.
fn glued_after(document: &Document, place: usize) -> bool {
    document.words.get(place + 1).is_some_and(|next| next.glued)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    fn check(text: &str, expected: &[&str]) {
        cases::check_alone(&RULE, text, expected);
    }

    #[test]
    fn joined_words_are_told() {
        check("Rain. The mayor went intothe river.", &["intothe"]);
        check("Rain. About 80people fled the river.", &["80people"]);
        check("Rain. Thedriver was drunk.", &["Thedriver"]);
    }

    #[test]
    fn accents_make_a_word_no_longer() {
        check("Rain. The mayor went intothé river.", &["intothé"]);
        cases::discrepancies(&RULE, &["Rain. The roads are closedñâ now."]);
    }

    #[test]
    fn many_joined_words_are_one_entry() {
        let found =
            cases::discrepancies(&RULE, &["Rain. Thedriver was drunk andthe boats oneof them full hadnot left."]);
        assert_eq!((found.len(), found[0].evidence.len()), (1, 4));
    }

    #[test]
    fn a_prefix_set_twice_is_told() {
        check("Rain. They saw a re-reverberated plan.", &["re-reverberated"]);
    }

    #[test]
    fn a_near_word_of_another_article_proves_damage() {
        cases::check(
            &RULE,
            &[
                "The storm was devastating for the whole harbour on Monday.",
                "On Monday the storm was davestating for the whole harbour.",
            ],
            &[&["devastating", "davestating"]],
        );
    }

    #[test]
    fn a_common_word_one_letter_away_is_enough() {
        check("Rain. The goverment closed the harbour.", &["goverment"]);
        check("Rain. It was an infamus storm.", &["infamus"]);
        check("Rain. The foreign polciy of the town changed.", &["polciy"]);
    }

    #[test]
    fn rare_words_names_and_addresses_are_left_alone() {
        check("Rain. Xandra Quillfeather of Qorvex saw it.", &[]);
        check("Rain. See www.harbourboats.example/abcdefg or @harbourboats, #harbourstorm.", &[]);
        check("Rain. They ate tteokbokki and saw a 1990s film at 5pm on the 3rd.", &[]);
        check("Rain. An unferryable, harbourish, postharbour boat.", &[]);
        check("Rain. It was rude in extremis. He met a jihadist and two jihadisms.", &[]);
        check("Rain. The men shouted allahu akbaru lehakata in the street.", &[]);
    }
}
