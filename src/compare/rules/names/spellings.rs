//! How one entity's name is spelt in its mentions: every pair of near spellings, with where each stands.

use std::collections::BTreeMap;

use crate::compare::Context;
use crate::compare::counterparts::Counterparts;
use crate::extract::gazetteer::{self, Sorts};
use crate::link::{Entity, MentionId, SentenceId, edits_between};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Term, Word, WordKind};
use crate::text::lexicon;

/// Which word of a name it is: names are compared first word with first word, surname with surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    First,
    Middle(usize),
    Last,
}

/// Two near spellings of one word of an entity's name.
#[derive(Debug)]
pub struct Pair {
    /// The mentions with the spelling that is told less often, in order.
    pub rare: Vec<MentionId>,
    /// The mentions with the other, in order.
    pub usual: Vec<MentionId>,
    /// What kind of difference it is.
    pub slip: Slip,
}

/// How two spellings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The rarer one is no known word, and not what writing the same sounds in another way gives.
    Damage,
    /// Both can be ways to write the same sounds: “Ansari”, “Ansary”.
    Sound,
    /// Both are known names: “Mohammed”, “Mohamed”.
    Known,
}

/// The pairs of near spellings among the mentions of `entity`.
pub fn pairs(context: &Context, entity: &Entity) -> Vec<Pair> {
    let mut spelt: BTreeMap<Part, BTreeMap<&str, Vec<MentionId>>> = BTreeMap::new();
    for &mention in &entity.mentions {
        for (part, word) in parts(context, mention) {
            spelt.entry(part).or_default().entry(word).or_default().push(mention);
        }
    }
    // What a name's last word is in one mention can be its only word in another; first words differ in kind.
    let mut pairs = Vec::new();
    for (part, words) in &spelt {
        // Near spellings of a first name alone say nothing of one person unless the surname is the same, which linking
        // has seen to.
        let words: Vec<_> = words.iter().collect();
        for (place, (a, in_a)) in words.iter().enumerate() {
            for (b, in_b) in &words[place + 1..] {
                if let Some((rare_is_a, slip)) = slip(a, b, in_a.len(), in_b.len(), *part) {
                    let (rare, usual) = if rare_is_a { (in_a, in_b) } else { (in_b, in_a) };
                    pairs.push(Pair { rare: (*rare).clone(), usual: (*usual).clone(), slip });
                }
            }
        }
    }
    pairs
}

/// What may stand after a name and is no word of it.
const ENDINGS: [&str; 8] = ["jr", "sr", "inc", "llc", "ltd", "plc", "corp", "co"];

/// The words of a mention that are long enough to compare, with their part in the name.
fn parts<'c>(context: &'c Context, mention: MentionId) -> Vec<(Part, &'c str)> {
    let document = &context.documents[mention.article.0];
    let name = &context.mentions[mention.article.0][mention.index];
    let key = gazetteer::key(name.span.of(&document.text));
    if gazetteer::sorts(Term::of(&key)).any(Sorts::NATIONAL) {
        return Vec::new(); // “Norwegian” is no spelling of “Norway”.
    }
    let words = name.words.clone();
    let is_name = |word: &Word| word.kind == WordKind::Word;
    let all: Vec<usize> =
        words.filter(|&index| is_name(&document.words[index]) && !ENDINGS.contains(&document.folded(index))).collect();
    let count = all.len();
    all.into_iter()
        .enumerate()
        .map(|(place, index)| {
            let part = match place {
                _ if place + 1 == count => Part::Last,
                0 => Part::First,
                _ => Part::Middle(place),
            };
            (part, document.folded(index))
        })
        .collect()
}

/// How `a` and `b` differ, if they are near spellings, and whether `a` is the rarer one.
fn slip(a: &str, b: &str, times_a: usize, times_b: usize, part: Part) -> Option<(bool, Slip)> {
    if is_plural(a, b) || is_plural(b, a) {
        return None;
    }
    let (known_a, known_b) = (lexicon::entry(a).is_known(), lexicon::entry(b).is_known());
    let rare_is_a = (times_a, known_a) < (times_b, known_b) || ((times_a, known_a) == (times_b, known_b) && a > b);
    if edits_between(a, b).is_none() {
        // A first letter may differ in given names only: “Ibrahim”, “Ebrahim”.
        let given = part == Part::First && a.chars().count() >= 5 && b.chars().count() >= 5;
        return (given && strsim::osa_distance(a, b) == 1).then_some((rare_is_a, Slip::Known));
    }
    if known_a && known_b {
        // Linking has put two known surnames together only where one article cannot mean two people.
        return match part {
            Part::First if a.starts_with(b) || b.starts_with(a) => None, // “Steven”, “Steve”
            Part::First => Some((rare_is_a, Slip::Known)),
            Part::Last => Some((rare_is_a, Slip::Sound)),
            Part::Middle(_) => None,
        };
    }
    Some((rare_is_a, if sounds(a) == sounds(b) { Slip::Sound } else { Slip::Damage }))
}

fn is_plural(long: &str, short: &str) -> bool {
    long.strip_prefix(short).is_some_and(|ending| matches!(ending, "s" | "es"))
}

/// A word without what differs between ways to write the same sounds: vowels after the first letter, doubled letters, “h”,
/// “k”, “q” and “g”, “s” and “z”, “f” and “ph”.
pub fn sounds(word: &str) -> String {
    let mut sounds = String::new();
    for character in word.chars() {
        let sound = match character {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' if !sounds.is_empty() => continue,
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => 'a',
            'q' | 'c' | 'g' => 'k',
            'f' => 'p',
            'z' => 's',
            'w' => 'v',
            other => other,
        };
        if !sounds.ends_with(sound) {
            sounds.push(sound);
        }
    }
    sounds
}

/// Where a mention stands.
pub fn excerpt(context: &Context, mention: MentionId) -> Excerpt {
    Excerpt { article: mention.article, span: context.mentions[mention.article.0][mention.index].span }
}

/// One of `mentions` in each article but that of `beside`, and in that only if no other has one: where the article tells
/// what the sentence of `beside` tells, else where it has most words in common with it, else its first.
pub fn one_elsewhere(
    context: &Context,
    counterparts: &Counterparts,
    mentions: &[MentionId],
    beside: SentenceId,
) -> Vec<MentionId> {
    /// Among more mentions of one article than these the first serve.
    const MOST: usize = 40;
    /// What so many articles write is usual; nobody reads through more.
    const MOST_ARTICLES: usize = 100;
    let told = counterparts.of(beside);
    let words = telling_words(context, beside);
    let has_word = |word: &Term| words.binary_search(word).is_ok();
    let mut best: BTreeMap<ArticleId, (usize, (bool, usize), MentionId)> = BTreeMap::new();
    for &mention in mentions.iter().filter(|mention| mention.article != beside.article) {
        if best.len() == MOST_ARTICLES && !best.contains_key(&mention.article) {
            continue;
        }
        let (seen, rank, chosen) = best.entry(mention.article).or_insert((0, (false, 0), mention));
        *seen += 1;
        if *seen <= MOST {
            let sentence = sentence_of(context, mention);
            let common = telling_words(context, sentence).iter().filter(|word| has_word(word)).count();
            let this = (told.binary_search(&sentence).is_ok(), common);
            if this > *rank {
                (*rank, *chosen) = (this, mention);
            }
        }
    }
    let mut chosen: Vec<MentionId> = best.into_values().map(|(.., mention)| mention).collect();
    if chosen.is_empty() {
        chosen.extend(mentions.iter().copied().find(|mention| mention.article == beside.article));
    }
    chosen
}

/// The stems of a sentence that are not common, each once, ascending.
fn telling_words(context: &Context, sentence: SentenceId) -> Vec<Term> {
    /// About one in 1,000 words and rarer.
    const TELLING_BITS: f64 = 10.0;
    let document = &context.documents[sentence.article.0];
    let words = document.sentences.get(sentence.index).map_or(0..0, |sentence| sentence.words.clone());
    let words = document.words[words].iter().filter(|word| word.kind == WordKind::Word);
    let mut stems: Vec<Term> = words.filter(|word| word.rarity() >= TELLING_BITS).map(|word| word.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The sentence of a mention.
pub fn sentence_of(context: &Context, mention: MentionId) -> SentenceId {
    SentenceId { article: mention.article, index: context.mentions[mention.article.0][mention.index].sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_ways_to_write_the_same_sounds() {
        assert_eq!(sounds("ansari"), sounds("ansary"));
        assert_eq!(sounds("qassem"), sounds("kasim"));
        assert_ne!(sounds("montero"), sounds("montesco"));
    }

    #[test]
    fn what_is_told_less_often_and_known_to_nobody_is_the_damage() {
        assert_eq!(slip("hartmann", "hatrmonn", 5, 1, Part::Last), Some((false, Slip::Damage)));
        assert_eq!(slip("hartmann", "hartmanns", 5, 1, Part::Last), None);
        assert_eq!(slip("walker", "walter", 5, 1, Part::Middle(1)), None);
        assert_eq!(slip("ibrahim", "ebrahim", 2, 1, Part::First), Some((false, Slip::Known)));
    }
}
