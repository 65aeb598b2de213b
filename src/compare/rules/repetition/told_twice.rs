//! `repetition/told-twice`: one article tells the same passage twice, word for word or nearly, as text pasted together
//! does. Sentences are compared by the stems they share, weighed by rarity, whatever their order, and by long runs of
//! like words; sentences that follow each other in both places are one entry.

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Value;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, ParagraphKind, Term, WordKind};

/// The rule.
pub const RULE: Rule = Rule { id: "repetition/told-twice", check };

/// Shorter sentences repeat by chance: “The bank declined to comment.”
const LEAST_WORDS: usize = 6;
/// Words of a run that two sentences share by more than chance.
const RUN_WORDS: usize = 6;
/// From here on, two sentences share so much of what they tell that they tell it twice.
const NEARLY: f64 = 0.78;
/// The same for sentences that share many rare words.
const REWORDED: f64 = 0.66;
/// So many rare words are many.
const MANY_RARE: usize = 6;
/// A word rarer than this tells what a sentence is about: about 4,000 occurrences in the counted news.
const RARE_BITS: f64 = 13.0;
/// A run of at least so many words, over so much of the shorter sentence, is the same passage in another frame.
const LONG_RUN_WORDS: usize = 10;
const LONG_RUN_PART: f64 = 0.6;
/// A term that more sentences of the article have than this finds no partners: it would find all of them.
const MOST_SENTENCES: usize = 8;
/// A line of at most so many words that stands alone is page furniture or a heading.
const FURNITURE_WORDS: usize = 12;
/// Sentences of one entry that are shown as evidence.
const SHOWN_SENTENCES: usize = 3;

fn check(context: &Context) -> Vec<Discrepancy> {
    let documents = context.documents.iter().enumerate();
    documents.flat_map(|(article, document)| in_document(context, ArticleId(article), document)).collect()
}

/// A sentence told again: the earlier one, the later one, and how alike they are.
#[derive(Clone, Copy, Debug)]
struct Again {
    first: usize,
    second: usize,
    alike: f64,
}

fn in_document(context: &Context, article: ArticleId, document: &Document) -> Vec<Discrepancy> {
    runs(&told_again(document)).iter().map(|run| entry(context, article, document, run)).collect()
}

/// Every sentence that an earlier one tells, with the one most like it.
fn told_again(document: &Document) -> Vec<Again> {
    let sentences: Vec<Told> = (0..document.sentences.len()).map(|index| Told::new(document, index)).collect();
    let counts = |&(place, told): &(usize, &Told)| told.words >= LEAST_WORDS && !is_credit(document, place);
    let counted = sentences.iter().enumerate().filter(counts);
    let mut found: Vec<Again> = Vec::new();
    for (second, first) in candidates(counted) {
        let Some(alike) = sentences[first].alike(&sentences[second]) else { continue };
        let again = Again { first, second, alike };
        match found.last_mut().filter(|last| last.second == second) {
            // Of those that are equally like it the last one.
            Some(last) => *last = if alike >= last.alike { again } else { *last },
            None => found.push(again),
        }
    }
    found
}

/// Each sentence with each earlier one that it has a telling key in common with, both by place.
fn candidates<'t>(sentences: impl Iterator<Item = (usize, &'t Told)>) -> Vec<(usize, usize)> {
    let keyed = sentences.flat_map(|(place, told)| told.keys().map(move |key| (key, place as u32)));
    let mut keyed: Vec<(Term, u32)> = keyed.collect();
    keyed.sort_unstable();
    keyed.dedup();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for same in keyed.chunk_by(|a, b| a.0 == b.0) {
        for (earlier, &(_, second)) in same.iter().enumerate().take(MOST_SENTENCES + 1) {
            pairs.extend(same[..earlier].iter().map(|&(_, first)| (second as usize, first as usize)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether a sentence is the credit of an embedded post: “— Jane Doe (@jane) May 4”.
fn is_credit(document: &Document, sentence: usize) -> bool {
    let words = document.sentences[sentence].words.clone();
    words.clone().any(|word| document.is_phrase(word, &["(", "@"]))
        && words.clone().any(|word| document.folded(word) == "-")
}

/// What a sentence tells. All lists ascend, each entry once.
struct Told {
    words: usize,
    /// Its stems, with their rarity in bits.
    stems: Vec<(Term, f64)>,
    /// Figures and names: where two sentences differ in these, they tell two things.
    fixed: Vec<Term>,
    /// Whether it speaks of one man alone, or of one woman.
    gender: Option<Gender>,
    /// Runs of words, as one number each.
    shingles: Vec<Term>,
}

/// Of whom a sentence speaks, by its pronouns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Male,
    Female,
}

impl Gender {
    fn of(document: &Document, words: &[usize]) -> Option<Self> {
        let has = |pronouns: &[&str]| words.iter().any(|&word| pronouns.contains(&document.folded(word)));
        match (has(&["he", "him", "his"]), has(&["she", "her", "hers"])) {
            (true, false) => Some(Self::Male),
            (false, true) => Some(Self::Female),
            _ => None,
        }
    }
}

impl Told {
    fn new(document: &Document, index: usize) -> Self {
        let words: Vec<usize> = document.sentences[index]
            .words
            .clone()
            .filter(|&word| matches!(document.words[word].kind, WordKind::Word | WordKind::Figure))
            .collect();
        let mut stems = Vec::with_capacity(words.len());
        let mut fixed = Vec::new();
        for &index in words.iter().rev() {
            let word = &document.words[index];
            stems.push((word.stem, word.rarity().min(20.0) - 3.0));
            if word.kind == WordKind::Figure || word.entry.capital_share() > 0.8 {
                fixed.push(word.stem);
            }
        }
        // Of forms that are not equally rare the last one counts.
        stems.sort_by_key(|entry| entry.0);
        stems.dedup_by_key(|entry| entry.0);
        let runs = words.windows(RUN_WORDS);
        let run =
            |run: &[usize]| run.iter().fold(0, |hash: u64, &word| hash.rotate_left(7) ^ document.words[word].term.0);
        let shingles = each_once(runs.map(|words| Term(run(words))).collect());
        Self { words: words.len(), stems, fixed: each_once(fixed), gender: Gender::of(document, &words), shingles }
    }

    /// What it is looked up by: rare stems and runs.
    fn keys(&self) -> impl Iterator<Item = Term> {
        let rare = self.stems.iter().filter(|(_, bits)| *bits + 3.0 >= RARE_BITS).map(|(stem, _)| *stem);
        rare.chain(self.shingles.iter().copied())
    }

    fn has(&self, stem: Term) -> bool {
        self.stems.binary_search_by_key(&stem, |entry| entry.0).is_ok()
    }

    /// How much of what two sentences tell they share, 0 to 1; `None` for sentences that tell two things.
    fn alike(&self, other: &Self) -> Option<f64> {
        let shorter = self.words.min(other.words) as f64;
        let shared_runs = self.shingles.iter().filter(|run| other.shingles.binary_search(run).is_ok());
        let run_words = match shared_runs.count() {
            0 => 0,
            shared => shared + RUN_WORDS - 1,
        };
        if run_words >= LONG_RUN_WORDS && run_words as f64 >= LONG_RUN_PART * shorter {
            return Some(1.0_f64.min(run_words as f64 / shorter));
        }
        let parts = |a: &Self, b: &Self| a.fixed.iter().any(|&term| !b.has(term));
        let of_two_people = self.gender.zip(other.gender).is_some_and(|(ours, theirs)| ours != theirs);
        if of_two_people || parts(self, other) && parts(other, self) {
            return None;
        }
        let shared: Vec<f64> = self.stems.iter().filter(|(stem, _)| other.has(*stem)).map(|(_, bits)| *bits).collect();
        let weigh = |told: &Self| told.stems.iter().map(|entry| entry.1).sum::<f64>();
        let alike = 2.0 * shared.iter().sum::<f64>() / (weigh(self) + weigh(other)).max(1.0);
        let rare = shared.iter().filter(|bits| **bits + 3.0 >= RARE_BITS).count();
        (alike >= NEARLY || (alike >= REWORDED && rare >= MANY_RARE)).then_some(alike)
    }
}

fn each_once(mut terms: Vec<Term>) -> Vec<Term> {
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Sentences that follow each other in both places, together.
fn runs(found: &[Again]) -> Vec<Vec<Again>> {
    let mut runs: Vec<Vec<Again>> = Vec::new();
    for &again in found {
        match runs.last_mut() {
            Some(run)
                if run.last().is_some_and(|last| {
                    last.first == again.first || (last.second + 1 == again.second && last.first + 1 == again.first)
                }) =>
            {
                run.push(again);
            }
            _ => runs.push(vec![again]),
        }
    }
    runs
}

fn entry(context: &Context, article: ArticleId, document: &Document, run: &[Again]) -> Discrepancy {
    let excerpt = |sentence: usize| Excerpt { article, span: document.sentences[sentence].span };
    let mut evidence: Vec<_> =
        run.iter().take(SHOWN_SENTENCES).flat_map(|again| [excerpt(again.first), excerpt(again.second)]).collect();
    evidence.sort_unstable();
    evidence.dedup();
    let word_for_word = run.iter().all(|again| again.alike > 0.99);
    let siglum = context.siglum(article);
    let count = if run.len() == 1 { "a sentence".to_owned() } else { format!("{} sentences", run.len()) };
    let how = if word_for_word { "word for word" } else { "in much the same words" };
    Discrepancy {
        kind: DiscrepancyKind::Repetition,
        rule: RULE.id,
        severity: severity(context, article, run, word_for_word),
        confidence: if word_for_word { 0.9 } else { 0.8 },
        facts: Vec::new(),
        summary: format!("told twice: {siglum} “{}”", shown(context, excerpt(run[0].second))),
        explanation: format!(
            "{siglum} tells {count} twice, {how}. A passage told twice is a slip of editing, and it makes one report look \
             like two."
        ),
        evidence,
    }
}

/// Whether a sentence stands in an embedded post, whose credit ends its paragraph or opens the next one. What an article
/// quotes of a post the post then shows: a habit of pages.
fn is_in_post(document: &Document, sentence: usize) -> bool {
    let place = document.sentences[sentence].paragraph;
    let rest = sentence..document.paragraphs[place].sentences.end;
    let next = document.paragraphs.get(place + 1).and_then(|next| next.sentences.clone().next());
    rest.chain(next).any(|sentence| is_credit(document, sentence))
}

/// A whole passage is graver than a sentence; a heading, a line of the page or a post that comes again is nothing.
fn severity(context: &Context, article: ArticleId, run: &[Again], word_for_word: bool) -> Severity {
    let document = &context.documents[article.0];
    // A statement that is quoted and then printed in full is a habit of pages, not a paste gone wrong.
    let is_quoted = |sentence: usize| {
        let span = document.sentences[sentence].span;
        let quotes = context.mentions[article.0].iter().filter(|mention| matches!(mention.value, Value::Quote(_)));
        quotes.filter(|quote| quote.span.overlaps(span)).map(|quote| quote.words.len()).sum::<usize>() >= LONG_RUN_WORDS
    };
    let is_line = |sentence: usize| {
        let paragraph = &document.paragraphs[document.sentences[sentence].paragraph];
        paragraph.kind != ParagraphKind::Body
            || (paragraph.sentences.len() == 1 && document.sentences[sentence].words.len() <= FURNITURE_WORDS)
    };
    let is_nothing = |sentence: usize| is_line(sentence) || is_in_post(document, sentence);
    if run.iter().all(|again| is_nothing(again.first) || is_nothing(again.second)) {
        Severity::Low
    } else if run.len() > 1 && word_for_word && !run.iter().any(|again| is_quoted(again.first)) {
        Severity::High
    } else {
        Severity::Medium
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    #[test]
    fn a_sentence_told_again_is_told() {
        let text = "Rain\n\nThe old harbour closed to every ferry after the storm on Monday.\n\nIt rained.\n\n\
                    On Monday the old harbour was closed to every ferry after the storm.";
        cases::check(
            &RULE,
            &[text],
            &[&[
                "The old harbour closed to every ferry after the storm on Monday.",
                "On Monday the old harbour was closed to every ferry after the storm.",
            ]],
        );
    }

    #[test]
    fn a_post_that_the_text_quotes_is_pedantry() {
        let quoted = "“We lost every boat in the old harbour to the storm. Nobody came to help us,” the mayor wrote.";
        let shown = "We lost every boat in the old harbour to the storm. Nobody came to help us.";
        let severity = |end: &str| {
            let text = format!("Rain\n\n{quoted}\n\nIt rained for days.\n\n{shown}{end}\n\nThe wind turned.");
            cases::discrepancies(&RULE, &[&text])[0].severity
        };
        for credit in [" — Jane Doe (@janedoe) May 4, 2021", "\n\n— Jane Doe (@janedoe) May 4, 2021"] {
            assert_eq!(severity(credit), Severity::Low, "{credit}");
        }
        assert_eq!(severity(""), Severity::Medium);
    }

    #[test]
    fn what_two_people_do_alike_is_no_repetition() {
        let pairs = [
            (
                "In her letter on the storm there was no mention of the ferry.",
                "On the storm there was in his letter no mention of the ferry.",
            ),
            (
                "Smith answered the harbour office in a letter on the ferry.",
                "In a letter on the ferry Miller answered the harbour office.",
            ),
        ];
        for (one, other) in pairs {
            let told = |again: &str| format!("Rain\n\n{one}\n\nIt rained for days on the town.\n\n{again}");
            cases::check(&RULE, &[&told(other)], &[]);
            assert_eq!(cases::discrepancies(&RULE, &[&told(one)]).len(), 1, "{one}");
        }
    }

    #[test]
    fn a_passage_is_one_entry() {
        let passage = "The old harbour closed to every ferry after the storm. Its owners lost many boats in one night.";
        let text = format!("Rain\n\n{passage}\n\nIt rained for days on the town.\n\n{passage}");
        let found = cases::discrepancies(&RULE, &[&text]);
        assert_eq!((found.len(), found[0].severity), (1, Severity::High));
    }

    #[test]
    fn a_quotation_that_comes_again_is_told() {
        let text = "Rain\n\n“We built the harbour with our own hands and we will keep it open,” the owner wrote.\n\n\
                    It rained.\n\nThe owner (@owner) We built the harbour with our own hands and we will keep it open";
        assert_eq!(cases::discrepancies(&RULE, &[text]).len(), 1);
    }

    #[test]
    fn two_things_in_like_words_are_left_alone() {
        let text = "Rain\n\nIn Lisbon the owners lost 14 boats in one night.\n\nIn Madrid the owners lost 18 boats in one night.\n\n\
                    The bank declined to comment. The bank declined to comment.";
        cases::check(&RULE, &[text], &[]);
    }

    #[test]
    fn a_heading_that_comes_again_is_low() {
        let text = "Old harbour closes to every ferry\n\nThe old harbour closes to every ferry.\n\nIt rained.";
        let found = cases::discrepancies(&RULE, &[text]);
        assert!(found.iter().all(|found| found.severity == Severity::Low), "{found:?}");
    }
}
