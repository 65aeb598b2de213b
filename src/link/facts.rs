//! Values of all articles → [`Fact`]s: which state the same thing.
//!
//! Equal values of one article that are about the same thing are one *telling*. Pairs of tellings of different articles
//! get a probability from what they say and what stands around them; then the story is clustered at once, most probable
//! pairs first: a fact never holds two tellings of one article.

use std::collections::HashMap;

use super::roles::Roles;
use super::surroundings::Surroundings;
use super::terms::Terms;
use super::thesaurus::meaning;
use super::values::{specificity, value_key};
use super::{Fact, FactKind, Groups, Passage, Reading, SentenceId};
use crate::extract::{Amount, Decimal, Mention, Value, timex};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, stem};

/// The headline and the sentences in which news tells what happened.
const LEAD_SENTENCES: usize = 4;
/// Nouns that count people; news exchanges them freely.
const PEOPLE: [&str; 9] =
    ["person", "employee", "job", "position", "member", "passenger", "victim", "individual", "other"];
/// Two tellings are one fact from this probability on.
const ACCEPT: f64 = 0.5;
/// Equal values of one article are one telling, whatever stands around them, when they are as specific as this.
const SPECIFIC: f64 = 0.6;
/// Less specific ones when their surroundings are as alike as this.
const ALIKE: f64 = 0.35;
/// Values closer than this part of the larger may be one value, rounded.
const CLOSE: f64 = 0.1;
/// Accounts of one thing that are further apart than tenfold (as a part of the larger) differ by a slip, or are accounts
/// of two things.
const TENFOLD: f64 = 0.9;
/// A value that so many tellings (for each article) have says nothing without a passage in common.
const MOST_TELLINGS_AN_ARTICLE: usize = 3;

/// The weights of the evidence that two tellings are of one fact, added up and put through a logistic function.
///
/// Set by hand, between what a logistic regression over the pairs of nine annotated stories gives and what keeps false
/// links rare: equal values need little else when they are specific; unequal ones must be specific, close or alike in
/// what is around them.
struct Weights {
    bias: f64,
    specificity: f64,
    surroundings: f64,
    passage: f64,
    same_noun: f64,
    other_noun: f64,
    same_role: f64,
    other_role: f64,
    close: f64,
    same_digits: f64,
    lead: f64,
    alone: f64,
}

const EQUAL: Weights = Weights {
    bias: -2.2,
    specificity: 4.0,
    surroundings: 5.0,
    passage: 3.0,
    same_noun: 0.8,
    other_noun: -1.2,
    same_role: 0.6,
    other_role: -2.0,
    close: 0.0,
    same_digits: 0.0,
    lead: 0.5,
    alone: 0.0,
};

const UNEQUAL: Weights = Weights {
    bias: -5.2,
    specificity: 2.0,
    surroundings: 5.0,
    passage: 3.5,
    same_noun: 0.5,
    other_noun: -2.0,
    same_role: 1.3,
    other_role: -4.0,
    close: 2.5,
    same_digits: 3.0,
    lead: 1.2,
    alone: 1.2,
};

/// What one article says with one value about one thing, once or several times.
struct Telling {
    article: ArticleId,
    /// Indices of its mentions among the article's.
    mentions: Vec<usize>,
    kind: FactKind,
    /// See [`value_key`].
    key: String,
    specificity: f64,
    /// The noun counted, by meaning.
    noun: Option<Term>,
    /// Whether a sentence has no other value of the kind, so that nothing else can take its place there.
    alone: bool,
    /// Whether it stands at the beginning of its article, where the event itself is told.
    leads: bool,
    roles: Roles,
    surroundings: Surroundings,
}

/// The facts of values, told by one article or by several; every value belongs to exactly one.
pub fn facts(documents: &[Document], mentions: &[Vec<Mention>], terms: &Terms, passages: &[Passage]) -> Vec<Fact> {
    let story = Story { documents, mentions, in_passages: in_passages(passages), passages };
    let tellings: Vec<Telling> =
        (0..documents.len()).flat_map(|article| story.tellings(ArticleId(article), terms)).collect();
    let mut pairs: Vec<(f64, [usize; 2])> = story
        .candidates(&tellings)
        .into_iter()
        .map(|[a, b]| (story.probability(&tellings[a], &tellings[b]), [a, b]))
        .filter(|pair| pair.0 >= ACCEPT)
        .collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    story
        .cluster(&tellings, &pairs)
        .into_iter()
        .map(|(members, certainty)| story.fact(&tellings, &members, certainty, terms))
        .collect()
}

/// Which passages each sentence stands in.
fn in_passages(passages: &[Passage]) -> HashMap<SentenceId, Vec<usize>> {
    let mut found: HashMap<SentenceId, Vec<usize>> = HashMap::new();
    for (index, passage) in passages.iter().enumerate() {
        for &sentence in &passage.sentences {
            found.entry(sentence).or_default().push(index);
        }
    }
    found
}

struct Story<'s> {
    documents: &'s [Document],
    mentions: &'s [Vec<Mention>],
    passages: &'s [Passage],
    in_passages: HashMap<SentenceId, Vec<usize>>,
}

impl Story<'_> {
    fn mention(&self, telling: &Telling, index: usize) -> &Mention {
        &self.mentions[telling.article.0][index]
    }

    fn first(&self, telling: &Telling) -> &Value {
        &self.mention(telling, telling.mentions[0]).value
    }

    /// The tellings of one article, in reading order.
    fn tellings(&self, article: ArticleId, terms: &Terms) -> Vec<Telling> {
        let document = &self.documents[article.0];
        let mut found: Vec<Telling> = Vec::new();
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        let mut in_sentence: HashMap<(usize, FactKind), usize> = HashMap::new();
        for mention in &self.mentions[article.0] {
            if let Some(kind) = FactKind::of(&mention.value) {
                *in_sentence.entry((mention.sentence, kind)).or_default() += 1;
            }
        }
        for (index, mention) in self.mentions[article.0].iter().enumerate() {
            let (Some(key), Some(kind)) = (value_key(&mention.value), FactKind::of(&mention.value)) else { continue };
            let telling = Telling {
                article,
                mentions: vec![index],
                kind,
                specificity: specificity(&mention.value),
                noun: noun(&mention.value),
                alone: in_sentence.get(&(mention.sentence, kind)) == Some(&1),
                // A date there is as often the article's own as the event's.
                leads: mention.sentence < LEAD_SENTENCES && kind != FactKind::Date,
                roles: Roles::of(document, mention),
                surroundings: Surroundings::of(document, terms, article, mention),
                key,
            };
            let same = by_key.entry(telling.key.clone()).or_default();
            if let Some(&other) = same.iter().find(|&&other| is_same_telling(&found[other], &telling)) {
                let earlier = &mut found[other];
                earlier.mentions.push(index);
                earlier.surroundings = Surroundings::join([&earlier.surroundings, &telling.surroundings].into_iter());
                earlier.noun = earlier.noun.or(telling.noun);
                earlier.alone |= telling.alone;
                if earlier.roles == Roles::default() {
                    earlier.roles = telling.roles;
                }
            } else {
                same.push(found.len());
                found.push(telling);
            }
        }
        found
    }

    /// Pairs of tellings of different articles that may be one fact: equal values, the same figure in another currency,
    /// counts of one noun in one part, amounts of one thing and size, and values of one kind in sentences of one passage.
    fn candidates(&self, tellings: &[Telling]) -> Vec<[usize; 2]> {
        let mut pairs = Vec::new();
        let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut by_figure: HashMap<Decimal, Vec<usize>> = HashMap::new();
        let mut by_part: HashMap<(FactKind, Option<Term>, Roles), Vec<usize>> = HashMap::new();
        let mut by_size: HashMap<(Term, usize), Vec<usize>> = HashMap::new();
        let mut by_sentence: HashMap<SentenceId, Vec<usize>> = HashMap::new();
        for (index, telling) in tellings.iter().enumerate() {
            by_key.entry(&telling.key).or_default().push(index);
            if let Value::Money { amount, .. } = self.first(telling) {
                by_figure.entry(amount.number).or_default().push(index);
            }
            if let Some(size) = self.size(telling) {
                by_size.entry(size).or_default().push(index);
            }
            if telling.roles != Roles::default() {
                by_part.entry((telling.kind, telling.noun, telling.roles)).or_default().push(index);
            }
            for &mention in &telling.mentions {
                let sentence = SentenceId { article: telling.article, index: self.mention(telling, mention).sentence };
                by_sentence.entry(sentence).or_default().push(index);
            }
        }
        let most = MOST_TELLINGS_AN_ARTICLE * self.documents.len();
        let alike = by_key.values().chain(by_figure.values()).chain(by_part.values()).chain(by_size.values());
        for alike in alike.filter(|alike| alike.len() <= most) {
            push_pairs(tellings, alike, &mut pairs);
        }
        for passage in self.passages {
            let inside: Vec<usize> =
                passage.sentences.iter().filter_map(|sentence| by_sentence.get(sentence)).flatten().copied().collect();
            push_pairs(tellings, &inside, &mut pairs);
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// What an amount is of (noun, currency or unit) and how many digits it has before the point.
    fn size(&self, telling: &Telling) -> Option<(Term, usize)> {
        let value = self.first(telling);
        let of = match value {
            Value::Money { currency, .. } => Term::of(currency),
            Value::Quantity { unit, .. } => Term::of(unit),
            _ => telling.noun?,
        };
        Some((of, value.amount()?.number.trunc().normalize().to_string().len()))
    }

    /// How probable it is that two tellings are of one fact.
    fn probability(&self, a: &Telling, b: &Telling) -> f64 {
        if a.kind != b.kind || a.article == b.article {
            return 0.0;
        }
        let equal = a.key == b.key;
        let weights = if equal { &EQUAL } else { &UNEQUAL };
        if !equal && !may_differ(self.first(a), self.first(b)) {
            return 0.0;
        }
        let (noun_meets, noun_clashes) = match (a.noun, b.noun) {
            (Some(a), Some(b)) => (a == b, a != b),
            _ => (false, false),
        };
        // Equal values that are specific are one fact even in another part: that part is then what differs.
        let roles_clash = !matches!(a.kind, FactKind::Date | FactKind::Duration) && a.roles.clash(b.roles);
        let role_clash = if roles_clash { 1.0 - 0.7 * if equal { a.specificity } else { 0.0 } } else { 0.0 };
        let evidence = weights.bias
            + weights.specificity * a.specificity.min(b.specificity)
            + weights.surroundings * a.surroundings.similarity(&b.surroundings)
            + weights.passage * self.passage_similarity(a, b)
            + weights.same_noun * yes(noun_meets)
            + weights.other_noun * yes(noun_clashes)
            + weights.same_role * yes(a.roles.meet(b.roles))
            + weights.other_role * role_clash
            + self.likeness(weights, a, b)
            + weights.alone * yes(a.alone && b.alone)
            + weights.lead * yes(a.leads && b.leads);
        1.0 / (1.0 + (-evidence).exp())
    }

    /// What it tells that two values are close, or have the same digits but for zeros (another scale or currency).
    fn likeness(&self, weights: &Weights, a: &Telling, b: &Telling) -> f64 {
        let (a, b) = (self.first(a), self.first(b));
        if same_digits(a, b) { weights.same_digits } else { weights.close * yes(are_close(a, b)) }
    }

    /// The similarity of the closest passage in which both stand; 0 for none.
    fn passage_similarity(&self, a: &Telling, b: &Telling) -> f64 {
        let passages = |telling: &Telling| -> Vec<usize> {
            let sentences = telling.mentions.iter().map(|&mention| SentenceId {
                article: telling.article,
                index: self.mention(telling, mention).sentence,
            });
            sentences.filter_map(|sentence| self.in_passages.get(&sentence)).flatten().copied().collect()
        };
        let others = passages(b);
        let shared = passages(a).into_iter().filter(|passage| others.contains(passage));
        shared.map(|passage| self.passages[passage].similarity).fold(0.0, f64::max)
    }

    /// Clusters the tellings, most probable pairs first; returns each cluster with the mean probability of its pairs.
    fn cluster(&self, tellings: &[Telling], pairs: &[(f64, [usize; 2])]) -> Vec<(Vec<usize>, f64)> {
        let known: HashMap<[usize; 2], f64> = pairs.iter().map(|&(probability, pair)| (pair, probability)).collect();
        let between = |a: usize, b: usize| -> f64 {
            let pair = [a.min(b), a.max(b)];
            known.get(&pair).copied().unwrap_or_else(|| self.probability(&tellings[a], &tellings[b]))
        };
        let mut clusters = Groups::new(tellings.len());
        for &(_, [a, b]) in pairs {
            let (one, other) = (clusters.of(a), clusters.of(b));
            if one == other {
                continue;
            }
            let members = |group| clusters.members(group).iter().copied();
            let across: Vec<(usize, usize)> = members(one).flat_map(|a| members(other).map(move |b| (a, b))).collect();
            let shares_article = across.iter().any(|&(a, b)| tellings[a].article == tellings[b].article);
            let sum: f64 = across.iter().map(|&(a, b)| between(a, b)).sum();
            if !shares_article && sum >= ACCEPT * across.len() as f64 {
                clusters.join(a, b);
            }
        }
        let certainty = |members: &[usize]| -> f64 {
            let mut sum = 0.0;
            let mut count = 0;
            for (at, &a) in members.iter().enumerate() {
                for &b in &members[at + 1..] {
                    sum += between(a, b);
                    count += 1;
                }
            }
            if count == 0 { 1.0 } else { sum / f64::from(count) }
        };
        let with_certainty = |members: Vec<usize>| {
            let certainty = certainty(&members);
            (members, certainty)
        };
        clusters.into_sorted().into_iter().map(with_certainty).collect()
    }

    fn fact(&self, tellings: &[Telling], members: &[usize], certainty: f64, terms: &Terms) -> Fact {
        let mut readings: Vec<Reading> = Vec::new();
        for telling in members.iter().map(|&member| &tellings[member]) {
            for &index in &telling.mentions {
                let excerpt = Excerpt { article: telling.article, span: self.mention(telling, index).span };
                readings.push(Reading { excerpt, mention: Some(index) });
            }
        }
        readings.sort_unstable();
        let first = &tellings[members[0]];
        let shared: HashMap<Term, f64> = match members.get(1) {
            Some(&second) => first.surroundings.shared(&tellings[second].surroundings).collect(),
            None => first.surroundings.shared(&first.surroundings).collect(),
        };
        Fact { kind: first.kind, readings, about: self.about(first, &shared, terms), certainty }
    }

    /// The few words around a telling that say most of what it is about, in reading order.
    fn about(&self, telling: &Telling, shared: &HashMap<Term, f64>, terms: &Terms) -> String {
        const MOST_WORDS: usize = 3;
        let mention = self.mention(telling, telling.mentions[0]);
        let document = &self.documents[telling.article.0];
        let Some(sentence) = document.sentences.get(mention.sentence) else { return String::new() };
        let mut found: Vec<(f64, usize)> = Vec::new();
        let mut seen: Vec<Term> = Vec::new();
        for at in terms.of(telling.article, sentence.words.clone()) {
            if let Some(&weight) = shared.get(&at.term)
                && !mention.words.contains(&at.word)
                && !seen.contains(&at.term)
                && document.words[at.word].kind == crate::segment::WordKind::Word
            {
                seen.push(at.term);
                found.push((weight, at.word));
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(MOST_WORDS);
        found.sort_by_key(|entry| entry.1);
        found.iter().map(|&(_, word)| document.written(word)).collect::<Vec<_>>().join(" ")
    }
}

/// Adds all pairs of `indices` that are of different articles and of one kind.
fn push_pairs(tellings: &[Telling], indices: &[usize], pairs: &mut Vec<[usize; 2]>) {
    for (at, &a) in indices.iter().enumerate() {
        for &b in &indices[at + 1..] {
            if tellings[a].article != tellings[b].article && tellings[a].kind == tellings[b].kind {
                pairs.push([a.min(b), a.max(b)]);
            }
        }
    }
}

fn is_same_telling(earlier: &Telling, later: &Telling) -> bool {
    if earlier.specificity >= SPECIFIC {
        return true;
    }
    let same_noun = earlier.noun.is_some() && earlier.noun == later.noun;
    let other_noun = earlier.noun.is_some() && later.noun.is_some() && !same_noun;
    !earlier.roles.clash(later.roles)
        && !other_noun
        && (same_noun
            || earlier.roles.meet(later.roles)
            || earlier.surroundings.similarity(&later.surroundings) >= ALIKE)
}

/// The noun that a value counts, by meaning.
fn noun(value: &Value) -> Option<Term> {
    match value {
        Value::Number { of: Some(noun), .. } => {
            let noun = meaning(stem(noun));
            let counts_people = PEOPLE.iter().any(|people| meaning(stem(people)) == noun);
            Some(if counts_people { stem(PEOPLE[0]) } else { noun })
        }
        _ => None,
    }
}

/// Whether two unequal values can be readings of one fact: same unit, or the same figure in another currency.
fn may_differ(a: &Value, b: &Value) -> bool {
    if let (Some(ours), Some(theirs)) = (a.amount(), b.amount())
        && apart(ours, theirs) > TENFOLD
    {
        // A slip of “million” for “billion” keeps the digits, and a single digit is the same by chance.
        return same_digits(a, b) && (matches!(a, Value::Money { .. }) || digits(ours).len() > 1);
    }
    match (a, b) {
        (Value::Money { amount: a, currency: ours }, Value::Money { amount: b, currency: theirs }) => {
            ours == theirs || (a.number == b.number && a.upper == b.upper)
        }
        (Value::Quantity { unit: ours, .. }, Value::Quantity { unit: theirs, .. }) => ours == theirs,
        // What is told more and less closely may be one time; so may two days, but not a day and a month.
        (Value::Date { timex: a }, Value::Date { timex: b }) => {
            timex::compatible(a, b) == Some(true) || a.split('-').count() == b.split('-').count()
        }
        _ => true,
    }
}

/// Whether two values are so close that one may be the other, rounded, or the same figure in another currency.
fn are_close(a: &Value, b: &Value) -> bool {
    if let (Value::Date { timex: a }, Value::Date { timex: b }) = (a, b) {
        return timex::compatible(a, b) == Some(true);
    }
    let (Some(a), Some(b)) = (a.amount(), b.amount()) else { return false };
    apart(a, b) <= CLOSE
}

/// Whether two figures are the same but for zeros at the end: 1.5 million and 1.5 billion.
fn same_digits(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.amount(), b.amount()) else { return false };
    digits(a) == digits(b)
}

fn digits(amount: &Amount) -> String {
    amount.number.normalize().mantissa().to_string().trim_end_matches('0').to_owned()
}

/// The distance of two amounts as a part of the larger.
fn apart(a: &Amount, b: &Amount) -> f64 {
    use rust_decimal::prelude::ToPrimitive;
    let (a, b) = (a.number.to_f64().unwrap_or_default(), b.number.to_f64().unwrap_or_default());
    let larger = a.abs().max(b.abs());
    if larger > 0.0 { (a - b).abs() / larger } else { 0.0 }
}

fn yes(condition: bool) -> f64 {
    f64::from(u8::from(condition))
}
