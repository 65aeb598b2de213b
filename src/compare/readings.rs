//! What rules on conflicting values have in common: the readings of a fact, one an article, and how they are quoted.

use std::collections::BTreeMap;

use super::shown::shown;
use super::{Context, Grade, Severity};
use crate::extract::{Mention, Value};
use crate::link::{FactKind, Reading};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{WordKind, stem};

/// The readings of one fact, one an article, by article.
#[derive(Clone, Debug)]
pub struct Readings<'c> {
    /// The fact's index.
    pub fact: usize,
    /// Where they stand.
    pub excerpts: Vec<Excerpt>,
    /// What they say, in the same order.
    pub values: Vec<&'c Value>,
    /// Their mentions, in the same order.
    pub mentions: Vec<&'c Mention>,
}

/// The readings of every fact of one of `kinds` whose grade is `grade`.
pub fn graded<'c>(context: &'c Context, kinds: &[FactKind], grade: Grade) -> impl Iterator<Item = Readings<'c>> {
    let facts = context.facts().filter(move |(index, fact)| {
        kinds.contains(&fact.kind) && context.grades.get(*index).copied().flatten() == Some(grade)
    });
    facts.map(|(index, _)| Readings::of(context, index)).collect::<Vec<_>>().into_iter()
}

impl<'c> Readings<'c> {
    /// The first reading of each article, in running text where it has one: headlines shorten.
    pub fn of(context: &'c Context, fact: usize) -> Self {
        let mut first: BTreeMap<ArticleId, &Reading> = BTreeMap::new();
        let readings = &context.links.facts[fact].readings;
        let runs =
            |reading: &&Reading| context.documents[reading.excerpt.article.0].is_running_text(reading.excerpt.span);
        for reading in readings.iter().filter(runs).chain(readings) {
            first.entry(reading.excerpt.article).or_insert(reading);
        }
        let (excerpts, mentions): (Vec<Excerpt>, Vec<&Mention>) = first
            .into_values()
            .filter_map(|reading| {
                let mention = context.mentions[reading.excerpt.article.0].get(reading.mention?)?;
                Some((reading.excerpt, mention))
            })
            .unzip();
        let values = mentions.iter().map(|mention| &mention.value).collect();
        Self { fact, excerpts, values, mentions }
    }

    /// “ for …” in words of the articles, or nothing where they have none in common.
    pub fn about(&self, context: &Context) -> String {
        match context.links.facts[self.fact].about.as_str() {
            "" => String::new(),
            about => format!(" for “{about}”"),
        }
    }

    /// How sure it is that they are about one thing.
    pub fn certainty(&self, context: &Context) -> f64 {
        context.links.facts[self.fact].certainty
    }

    /// How much it matters that they differ misleadingly: less where it is more likely that they are about two things.
    pub fn severity(&self, context: &Context) -> Severity {
        /// Even chances.
        const LIKELY: f64 = 0.5;
        if self.certainty(context) >= LIKELY { Severity::High } else { Severity::Medium }
    }

    /// The readings as they are quoted in a summary, counts with what they count: “a “23 people”; b “20 people””.
    pub fn quoted(&self, context: &Context) -> String {
        let with_noun = self.excerpts.iter().zip(&self.values).map(|(&excerpt, value)| match value {
            Value::Number { of: Some(noun), .. } => with_noun(context, excerpt, noun),
            _ => excerpt,
        });
        quoted(context, &with_noun.collect::<Vec<_>>())
    }
}

/// A count and the words after it up to the noun counted, where that follows at once.
fn with_noun(context: &Context, count: Excerpt, noun: &str) -> Excerpt {
    const MOST_WORDS: usize = 3; // “23 young people”
    let document = &context.documents[count.article.0];
    let words = document.words_in(count.span);
    let noun = stem(noun);
    let end = (words.end..words.end + MOST_WORDS)
        .take_while(|&word| document.words.get(word).is_some_and(|word| word.kind != WordKind::Mark))
        .find(|&word| document.words[word].stem == noun || document.folded(word) == "people");
    end.map_or(count, |end| Excerpt { span: document.span_of(words.start..end + 1), ..count })
}

/// The words of `excerpts` in one line, cut where they are long, each once with the sigla of those who have them: “a, c “14 people”; b “41 people””.
pub fn quoted(context: &Context, excerpts: &[Excerpt]) -> String {
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for &excerpt in excerpts {
        let words = shown(context, excerpt);
        let words = words.trim_matches(['“', '”', '"', '‘', '\'']).to_owned();
        let siglum = context.siglum(excerpt.article);
        match told.iter_mut().find(|(other, _)| *other == words) {
            Some((_, sigla)) if sigla.contains(&siglum) => {}
            Some((_, sigla)) => sigla.push(siglum),
            None => told.push((words, vec![siglum])),
        }
    }
    told.iter().map(|(words, sigla)| format!("{} “{words}”", sigla.join(", "))).collect::<Vec<_>>().join("; ")
}
