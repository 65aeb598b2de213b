//! The synopsis: all sentences of all articles in bands, one under the other. A band is a passage, its sentences side by
//! side, or what one article alone tells. The order is that of the articles, as far as they agree on one.

mod crossings;
mod order;
mod sheet;

use crate::analysis::Analysis;
use crate::link::SentenceId;
use crate::read::ArticleId;
use crate::segment::ParagraphKind;
use crate::tui::paint::{Mark, Marks, within};
use crate::tui::pane::{Told, all, told};
use crate::tui::places::Places;

pub use order::{Order, Placed};
pub use sheet::{At, Bound, CellLine, Sheet};

/// Sentences that stand side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// They, by article and place.
    pub sentences: Vec<Placed>,
    /// How alike the sentences of a passage are; none of headlines and of what one article alone tells.
    pub similarity: Option<f64>,
}

impl Band {
    /// Its sentences in `article`.
    pub fn of(&self, article: ArticleId) -> &[Placed] {
        let start = self.sentences.partition_point(|placed| placed.sentence.article < article);
        let end = self.sentences.partition_point(|placed| placed.sentence.article <= article);
        &self.sentences[start..end]
    }

    /// The articles that stand in it, each once.
    pub fn articles(&self) -> impl Iterator<Item = ArticleId> {
        self.sentences
            .chunk_by(|one, other| one.sentence.article == other.sentence.article)
            .map(|same| same[0].sentence.article)
    }

    /// Whether one article alone stands in it.
    pub fn is_lone(&self) -> bool {
        self.articles().nth(1).is_none()
    }
}

/// The bands of a story, in their order.
#[derive(Debug)]
pub struct Synopsis {
    bands: Vec<Band>,
    /// The marks on each band, for the overview.
    marks: Vec<Marks>,
    /// The band of each sentence, by article.
    band_of: Vec<Vec<usize>>,
}

impl Synopsis {
    /// Puts the sentences of `analysis` in bands.
    pub fn new(analysis: &Analysis, places: &Places) -> Self {
        let counts: Vec<usize> = analysis.documents.iter().map(|document| document.sentences.len()).collect();
        let (groups, similarities) = groups(analysis, &counts);
        let bands: Vec<Band> = order::merge(&groups, &counts)
            .into_iter()
            .map(|(group, sentences)| Band { sentences, similarity: similarities[group] })
            .collect();
        let mut band_of: Vec<Vec<usize>> = counts.iter().map(|&count| vec![0; count]).collect();
        for (index, band) in bands.iter().enumerate() {
            for Placed { sentence, .. } in &band.sentences {
                band_of[sentence.article.0][sentence.index] = index;
            }
        }
        let marks = bands.iter().map(|band| band_marks(analysis, places, band)).collect();
        Self { bands, marks, band_of }
    }

    /// All of them.
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// What is told of band `index` elsewhere, as far as the marks that are not `off` tell it.
    pub fn told(&self, index: usize, off: Marks) -> Told {
        self.marks.get(index).map_or(Told::Beyond, |marks| told(marks.without(off)))
    }

    /// The band with byte `position` of `article`, or the words before it.
    pub fn band_at(&self, analysis: &Analysis, article: ArticleId, position: usize) -> Option<usize> {
        let sentence = analysis.documents.get(article.0)?.sentence_at(position).unwrap_or(0);
        self.band_of.get(article.0)?.get(sentence).copied()
    }

    /// The first byte of `article` in the band with this byte of another, or in the next band that has it.
    pub fn beside(
        &self,
        analysis: &Analysis,
        (other, position): (ArticleId, usize),
        article: ArticleId,
    ) -> Option<usize> {
        let (before, after) = self.bands.split_at(self.band_at(analysis, other, position)?);
        let mut near = after.iter().chain(before.iter().rev()).filter_map(|band| band.of(article).first());
        Some(analysis.sentence(near.next()?.sentence).span.start)
    }
}

/// The marks on the sentences of `band`; those of several articles match, however they came to stand side by side.
fn band_marks(analysis: &Analysis, places: &Places, band: &Band) -> Marks {
    let least = if band.is_lone() { Marks::default() } else { Mark::Matched.into() };
    let sentences = band.sentences.iter().map(|placed| analysis.sentence(placed.sentence));
    sentences.fold(least, |marks, place| marks.and(all(within(places.runs(place.article), place.span))))
}

/// The sentences that stand side by side, every sentence once; and how alike they are.
fn groups(analysis: &Analysis, counts: &[usize]) -> (Vec<Vec<SentenceId>>, Vec<Option<f64>>) {
    let mut taken: Vec<Vec<bool>> = counts.iter().map(|&count| vec![false; count]).collect();
    let mut groups = Vec::new();
    let mut similarities = Vec::new();
    let mut keep = |group: Vec<SentenceId>, similarity, taken: &mut Vec<Vec<bool>>| {
        for sentence in &group {
            taken[sentence.article.0][sentence.index] = true;
        }
        groups.push(group);
        similarities.push(similarity);
    };
    let headlines = headlines(analysis);
    if several_articles(&headlines) {
        keep(headlines, None, &mut taken);
    }
    // A sentence may stand in several passages; that over the most articles has it here.
    let articles = |index: usize| {
        let sentences = &analysis.passages[index].sentences;
        sentences.chunk_by(|one, other| one.article == other.article).count()
    };
    let mut best: Vec<usize> = (0..analysis.passages.len()).collect();
    best.sort_by(|&one, &other| {
        let alike = |index: usize| analysis.passages[index].similarity;
        articles(other).cmp(&articles(one)).then(alike(other).total_cmp(&alike(one))).then(one.cmp(&other))
    });
    for index in best {
        let passage = &analysis.passages[index];
        let free = passage.sentences.iter().copied().filter(|sentence| !taken[sentence.article.0][sentence.index]);
        let free: Vec<SentenceId> = free.collect();
        if several_articles(&free) {
            keep(free, Some(passage.similarity), &mut taken);
        }
    }
    for (article, document) in analysis.documents.iter().enumerate() {
        for paragraph in &document.paragraphs {
            let alone: Vec<usize> = paragraph.sentences.clone().filter(|&index| !taken[article][index]).collect();
            for run in alone.chunk_by(|one, next| one + 1 == *next) {
                let run = run.iter().map(|&index| SentenceId { article: ArticleId(article), index });
                keep(run.collect(), None, &mut taken);
            }
        }
    }
    (groups, similarities)
}

/// The headlines: whatever their words, they head the same story.
fn headlines(analysis: &Analysis) -> Vec<SentenceId> {
    let documents = analysis.documents.iter().enumerate();
    let headlines = documents.filter_map(|(article, document)| {
        let first = document.paragraphs.first().filter(|first| first.kind == ParagraphKind::Headline)?;
        Some((ArticleId(article), first.sentences.clone()))
    });
    headlines.flat_map(|(article, indices)| indices.map(move |index| SentenceId { article, index })).collect()
}

fn several_articles(sentences: &[SentenceId]) -> bool {
    sentences.first().zip(sentences.last()).is_some_and(|(first, last)| first.article != last.article)
}
