//! Words cited from an article: the exact words, where they stand, and what of them or around them matters.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Quotation;
use crate::analysis::Analysis;
use crate::compare::Grade;
use crate::extract::Value;
use crate::link::{FactKind, MentionId, Reading};
use crate::read::Excerpt;
use crate::report::excerpts::Veil;
use crate::report::summary::cut;
use crate::text::Span;
use crate::text::fold::fold;

/// Longest citation, in code points: a long paragraph whole, but not an article.
const CITATION_POINTS: usize = 900;

/// How much of a sentence is shown on each side of the words that matter, in code points.
const AROUND_POINTS: usize = 140;

/// Words of one article.
pub struct Citation {
    /// Where they are.
    pub excerpt: Excerpt,
    /// Whose words.
    pub siglum: String,
    /// Which paragraph, from 1.
    pub paragraph: usize,
    /// Where exactly, in code points, where the words may not all be told.
    pub points: Option<Range<usize>>,
    /// The words, the ones that matter strong; none where none may be told.
    pub words: Vec<Run>,
    /// Who speaks, for a quotation.
    pub speaker: Option<String>,
}

/// A piece of a line.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// Its text.
    pub text: String,
    /// Whether it is what matters.
    pub strong: bool,
}

impl Run {
    fn plain(text: String) -> Self {
        Self { text, strong: false }
    }
}

/// The exact words of `excerpt`.
pub fn citation(analysis: &Analysis, veil: &Veil, excerpt: Excerpt) -> Citation {
    let words = cut(&veil.cited(analysis.words_of(excerpt)), CITATION_POINTS);
    Citation {
        excerpt,
        siglum: analysis.articles[excerpt.article.0].siglum.clone(),
        paragraph: analysis.paragraph_number(excerpt.article, excerpt.span.start),
        points: veil.points(excerpt),
        words: if words.is_empty() { Vec::new() } else { vec![Run::plain(words)] },
        speaker: None,
    }
}

/// The sentence around `excerpt`, its words strong; `None` where the words are the sentence, or all that may be told.
pub fn context(analysis: &Analysis, veil: &Veil, excerpt: Excerpt) -> Option<Vec<Run>> {
    if !veil.is_open() {
        return None;
    }
    let document = &analysis.documents[excerpt.article.0];
    let sentence = document.sentences.get(document.sentence_at(excerpt.span.start)?)?.span;
    if !sentence.contains(excerpt.span) || sentence == excerpt.span {
        return None;
    }
    let before = Span::new(sentence.start, excerpt.span.start).of(&document.text);
    let after = Span::new(excerpt.span.end, sentence.end).of(&document.text);
    let runs = [
        Run::plain(end_of(before)),
        Run { text: cut(analysis.words_of(excerpt), CITATION_POINTS), strong: true },
        Run::plain(beginning_of(after)),
    ];
    Some(runs.into_iter().filter(|run| !run.text.is_empty()).collect())
}

/// The last words of `text`, keeping a space at the end where there was white space.
fn end_of(text: &str) -> String {
    let mut line = one_line(text);
    if let Some((start, _)) = line.char_indices().rev().nth(AROUND_POINTS) {
        let start = line[start..].find(' ').map_or(start, |space| start + space);
        line = format!("…{}", &line[start..]);
    }
    line
}

/// The first words of `text`, keeping a space at the beginning where there was white space.
fn beginning_of(text: &str) -> String {
    let line = one_line(text);
    let Some((end, _)) = line.char_indices().nth(AROUND_POINTS) else {
        return line;
    };
    let end = line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", &line[..end])
}

/// `text` with every run of white space made one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if !character.is_whitespace() {
            line.push(character);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// What is quoted by several articles, and not in the very same words by all.
pub fn quotations(analysis: &Analysis, veil: &Veil) -> Vec<Quotation> {
    let mut compared = Vec::new();
    for (fact, grade) in analysis.facts.iter().zip(&analysis.grades) {
        let Some(grade) = grade.filter(|_| fact.kind == FactKind::Quote) else {
            continue;
        };
        let words: Vec<Vec<&str>> = (fact.readings.iter())
            .map(|reading| analysis.words_of(reading.excerpt).split_whitespace().collect())
            .collect();
        let readings = (fact.readings.iter().enumerate())
            .map(|(index, &reading)| {
                // The first is held against the second, all others against the first.
                let against = words.get(usize::from(index == 0)).map_or(&[][..], Vec::as_slice);
                let speaker = speaker(analysis, reading).map(|name| veil.named(&name).into_owned());
                let told = analysis.words_of(reading.excerpt);
                let cited = veil.cited_beside(told, speaker.as_deref().unwrap_or_default());
                let citation = citation(analysis, veil, reading.excerpt);
                Citation {
                    words: match &*cited {
                        "" => Vec::new(),
                        whole if whole == told => marked(&words[index], against),
                        beginning => vec![Run::plain(cut(beginning, CITATION_POINTS))],
                    },
                    speaker,
                    ..citation
                }
            })
            .collect();
        compared.push((grade, Quotation { grade: grade.name(), readings }));
    }
    compared.sort_by_key(|&(grade, _)| std::cmp::Reverse(grade == Grade::Conflict));
    compared.into_iter().map(|(_, quotation)| quotation).collect()
}

fn speaker(analysis: &Analysis, reading: Reading) -> Option<String> {
    let article = reading.excerpt.article;
    match &analysis.mention(MentionId { article, index: reading.mention? }).value {
        Value::Quote(quote) => Some(cut(quote.speaker?.of(&analysis.articles[article.0].text), CITATION_POINTS))
            .filter(|name| !name.is_empty()),
        _ => None,
    }
}

/// `words` with those strong that `against` has not at this place. What is only cut off at an end is no difference.
fn marked(words: &[&str], against: &[&str]) -> Vec<Run> {
    let folded = |words: &[&str]| words.iter().map(|word| bare(word)).collect::<Vec<_>>();
    let mut strong = vec![false; words.len()];
    let ops = capture_diff_slices(Algorithm::Myers, &folded(against), &folded(words));
    for (place, op) in ops.iter().enumerate() {
        let at_an_end = place == 0 || place + 1 == ops.len();
        match op {
            DiffOp::Replace { .. } => strong[op.new_range()].fill(true),
            DiffOp::Insert { .. } if !at_an_end => strong[op.new_range()].fill(true),
            _ => {}
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    for (word, strong) in words.iter().zip(strong) {
        match runs.last_mut() {
            Some(run) if run.strong == strong => {
                run.text.push(' ');
                run.text.push_str(word);
            }
            Some(run) => {
                // The space between two runs belongs to the plain one.
                let space = if run.strong { " " } else { "" };
                if !run.strong {
                    run.text.push(' ');
                }
                runs.push(Run { text: format!("{space}{word}"), strong });
            }
            None => runs.push(Run { text: (*word).to_owned(), strong }),
        }
    }
    runs
}

/// A word as it is compared: without case, accents and the marks around it.
pub fn bare(word: &str) -> String {
    let folded = fold(word);
    let bare = folded.trim_matches(|character: char| !character.is_alphanumeric());
    if bare.is_empty() { folded } else { bare.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `words` held against `against`, what is strong between stars.
    fn check(words: &str, against: &str, expected: &str) {
        let split = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
        let (words, against) = (words.to_owned().leak(), against.to_owned().leak());
        let shown: String = marked(&split(words), &split(against))
            .iter()
            .map(|run| if run.strong { format!("*{}*", run.text) } else { run.text.clone() })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_word_that_differs_is_marked() {
        check("We will never close", "We will not close", "We will *never* close");
        check("We will not ever close", "We will not close", "We will not *ever* close");
    }

    #[test]
    fn marks_case_and_cuts_at_the_ends_are_no_difference() {
        check("“we will not close,”", "We will not close.", "“we will not close,”");
        check("Today we will not close, ever", "we will not close", "Today we will not close, ever");
    }

    #[test]
    fn long_surroundings_are_cut_at_words() {
        let long = "word ".repeat(100);
        assert!(end_of(&long).starts_with("… word"));
        assert!(beginning_of(&long).ends_with("word …"));
        assert!(beginning_of(&long).chars().count() < AROUND_POINTS + 3);
        assert_eq!(end_of("Then\n  it "), "Then it ");
    }
}
