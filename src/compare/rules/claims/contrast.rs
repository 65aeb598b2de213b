//! `scope/contrast`, `polarity/opposite`: sentences that tell the same thing, one with a word or phrase that the other's
//! rules out: resigned or dismissed, asked for or received, on a motorcycle or on foot, all or some.
//!
//! Only closed sets of phrases that exclude each other are compared, and only where the words around them are the same.

mod sets;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::link::SentenceId;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};
use sets::{Reach, SETS, Set};

/// The rule.
pub const RULE: Rule = Rule { id: "scope/contrast", check };

/// So many words on each side of a phrase say what it is about: about a clause.
const NEAR_WORDS: usize = 8;
/// Words rarer than this say what a phrase is about.
const TELLING_BITS: f64 = 8.0;
/// What is around two phrases must share so many bits: two rare words or three less rare ones.
const LEAST_SHARED_BITS: f64 = 20.0;
/// … in so many words.
const LEAST_SHARED_WORDS: usize = 2;
/// So many places of one set are compared in a passage, which bounds the cost for many articles.
const MOST_PLACES: usize = 16;
/// A guess: over news without annotation the rule reports too little to count what is right.
const CONFIDENCE: f64 = 0.7;

/// A phrase of a set, where it stands.
struct Place {
    sentence: SentenceId,
    member: usize,
    words: Range<usize>,
    /// The telling words around it, with their bits.
    around: BTreeMap<Term, f64>,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let by_first = by_first_word();
    let mut seen = HashMap::new();
    let everywhere: Vec<_> = context.documents.iter().map(|document| members_of(document, &by_first)).collect();
    // The best pair of each two members of a set: one discrepancy is told once, however often the articles repeat it.
    let mut best: BTreeMap<(usize, usize, usize), (f64, [Excerpt; 2])> = BTreeMap::new();
    for passage in &context.links.passages {
        let mut places: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
        for &sentence in &passage.sentences {
            let document = &context.documents[sentence.article.0];
            let found = seen.entry(sentence).or_insert_with(|| phrases(document, sentence, &by_first));
            for (set, member, words) in found.iter() {
                let there = places.entry(*set).or_default();
                if there.len() < MOST_PLACES {
                    let around = around(document, sentence, words);
                    there.push(Place { sentence, member: *member, words: words.clone(), around });
                }
            }
        }
        for (set, places) in places {
            for (index, one) in places.iter().enumerate() {
                for other in &places[index + 1..] {
                    let apart = one.sentence.article != other.sentence.article && one.member != other.member;
                    if !apart || tells_both(&SETS[set], set, one, other, &places, &everywhere) {
                        continue;
                    }
                    let Some(shared) = shared_bits(context, &SETS[set], one, other) else { continue };
                    let mut pair = [excerpt(context, one), excerpt(context, other)];
                    pair.sort_unstable();
                    let key = (set, one.member.min(other.member), one.member.max(other.member));
                    let better = |known: &(f64, [Excerpt; 2])| shared > known.0;
                    if best.get(&key).is_none_or(better) {
                        best.insert(key, (shared, pair));
                    }
                }
            }
        }
    }
    best.into_iter().map(|((set, ..), (_, pair))| entry(context, &SETS[set], pair)).collect()
}

/// A phrase, as the places of its set and member and its words.
type Phrase = (usize, usize, Vec<&'static str>);

fn by_first_word() -> HashMap<&'static str, Vec<Phrase>> {
    let mut by_first: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    for (set, it) in SETS.iter().enumerate() {
        for (member, phrases) in it.members.iter().enumerate() {
            for phrase in *phrases {
                let words: Vec<&'static str> = phrase.split(' ').collect();
                by_first.entry(words[0]).or_default().push((set, member, words));
            }
        }
    }
    by_first
}

/// The phrases of a sentence: the set, its member and the words. A negated one says nothing that is compared here.
fn phrases(
    document: &Document,
    sentence: SentenceId,
    by_first: &HashMap<&'static str, Vec<Phrase>>,
) -> Vec<(usize, usize, Range<usize>)> {
    let Some(words) = document.sentences.get(sentence.index).map(|sentence| sentence.words.clone()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for start in words.clone() {
        for (set, member, phrase) in by_first.get(document.folded(start)).into_iter().flatten() {
            let end = start + phrase.len();
            if end <= words.end && document.is_phrase(start, phrase) && !is_open(document, &words, start) {
                found.push((*set, *member, start..end));
            }
        }
    }
    found
}

/// Whether what follows is denied, wished for or only thought of.
fn is_open(document: &Document, sentence: &Range<usize>, start: usize) -> bool {
    const OPEN: [&str; 22] = [
        "not", "never", "no", "n't", "nor", "neither", "without", "would", "could", "might", "may", "should", "can",
        "will", "to", "if", "whether", "or", "until", "unless", "didn't", "cannot",
    ];
    const BEFORE: usize = 2;
    let from = start.saturating_sub(BEFORE).max(sentence.start);
    (from..start).any(|word| OPEN.contains(&document.folded(word)))
}

/// Which members an article has anywhere.
fn members_of(document: &Document, by_first: &HashMap<&'static str, Vec<Phrase>>) -> Vec<(usize, usize)> {
    let mut members: Vec<_> = (0..document.words.len())
        .flat_map(|start| by_first.get(document.folded(start)).into_iter().flatten().map(move |it| (start, it)))
        .filter(|(start, (_, _, phrase))| document.is_phrase(*start, phrase))
        .map(|(_, (set, member, _))| (*set, *member))
        .collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// Whether one of the two also tells what the other says: then they do not differ.
fn tells_both(
    set: &Set,
    index: usize,
    one: &Place,
    other: &Place,
    places: &[Place],
    everywhere: &[Vec<(usize, usize)>],
) -> bool {
    let tells = |place: &Place, member: usize| match set.reach {
        Reach::Article => everywhere[place.sentence.article.0].binary_search(&(index, member)).is_ok(),
        Reach::Sentence | Reach::Next => places.iter().any(|it| it.sentence == place.sentence && it.member == member),
    };
    tells(one, other.member) || tells(other, one.member)
}

fn around(document: &Document, sentence: SentenceId, words: &Range<usize>) -> BTreeMap<Term, f64> {
    let all = &document.sentences[sentence.index].words;
    let from = words.start.saturating_sub(NEAR_WORDS).max(all.start);
    let to = words.end.saturating_add(NEAR_WORDS).min(all.end);
    let telling = (from..to).filter(|word| !words.contains(word)).map(|word| &document.words[word]);
    telling
        .filter(|word| word.kind == WordKind::Word && word.rarity() >= TELLING_BITS)
        .map(|word| (word.stem, word.rarity()))
        .collect()
}

/// How much the words around two phrases share; `None` when it is too little to be about one thing.
fn shared_bits(context: &Context, set: &Set, one: &Place, other: &Place) -> Option<f64> {
    let shared: Vec<f64> =
        one.around.iter().filter(|(term, _)| other.around.contains_key(term)).map(|(_, bits)| *bits).collect();
    let bits: f64 = shared.iter().sum();
    let next = |place: &Place| {
        let document = &context.documents[place.sentence.article.0];
        let end = place.words.end;
        document.words.get(end).filter(|word| word.kind == WordKind::Word).map(|word| word.stem)
    };
    let is_near = set.reach != Reach::Next || (next(one).is_some() && next(one) == next(other));
    (is_near && shared.len() >= LEAST_SHARED_WORDS && bits >= LEAST_SHARED_BITS).then_some(bits)
}

fn excerpt(context: &Context, place: &Place) -> Excerpt {
    let ArticleId(article) = place.sentence.article;
    let document = &context.documents[article];
    let all = &document.sentences[place.sentence.index].words;
    // A word or two on each side say what the phrase is about; a mark ends that.
    let is_word = |word: &usize| document.words[*word].kind == WordKind::Word;
    let from = place.words.start.saturating_sub(1).max(all.start);
    let start = Some(from).filter(is_word).unwrap_or(place.words.start);
    let after = (place.words.end..(place.words.end + 2).min(all.end)).take_while(is_word).count();
    let words = start..place.words.end + after;
    Excerpt { article: place.sentence.article, span: document.span_of(words) }
}

fn entry(context: &Context, set: &Set, evidence: [Excerpt; 2]) -> Discrepancy {
    let quoted = quoted(context, &evidence);
    Discrepancy {
        kind: if set.opposite { DiscrepancyKind::Polarity } else { DiscrepancyKind::Scope },
        rule: if set.opposite { "polarity/opposite" } else { RULE.id },
        severity: Severity::Medium,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("{}: {quoted}", set.what),
        explanation: format!(
            "{} tell what reads as one thing: {quoted}. The words around are alike, but these do not say the same.",
            context.sigla(&evidence)
        ),
        evidence: evidence.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::discrepancies;

    fn check(one: &str, other: &str, expected: &[&str]) {
        let found = discrepancies(&RULE, &[one, other]);
        assert_eq!(found.iter().map(|found| found.rule).collect::<Vec<_>>(), expected, "{one} / {other}");
    }

    #[test]
    fn phrases_that_exclude_each_other_are_told() {
        check(
            "Harbour director Ilse Tamberg was dismissed on Monday after the ferry inquiry.",
            "Harbour director Ilse Tamberg resigned on Monday after the ferry inquiry.",
            &["scope/contrast"],
        );
        check(
            "The robber fled the Tarro jewellery store on a motorcycle with diamonds.",
            "The robber fled the Tarro jewellery store on a scooter with diamonds.",
            &["scope/contrast"],
        );
        check(
            "Councillors in Tarro approved the ferry subsidy on Monday evening.",
            "Councillors in Tarro rejected the ferry subsidy on Monday evening.",
            &["polarity/opposite"],
        );
    }

    #[test]
    fn what_may_both_be_so_is_not() {
        // The other article tells both.
        check(
            "The robber fled the Tarro jewellery store on a motorcycle with diamonds.",
            "The robber fled the Tarro jewellery store on a scooter with diamonds. A motorcycle was found later.",
            &[],
        );
        // Denied or only wished for.
        check(
            "Councillors in Tarro approved the ferry subsidy on Monday evening.",
            "Councillors in Tarro would have rejected the ferry subsidy on Monday evening.",
            &[],
        );
        // About other things.
        check(
            "Harbour director Ilse Tamberg was dismissed on Monday after the ferry inquiry.",
            "The mayor of Ostby resigned over a school budget.",
            &[],
        );
    }
}
