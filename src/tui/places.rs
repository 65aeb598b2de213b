//! What a key can reach and what the texts are marked with: one look over the analysis, when it arrives, so that later
//! no key and no frame has to search it.

use super::datelines::datelines;
use super::paint::{Layer, Mark, flatten};
use crate::analysis::Analysis;
use crate::compare::{DiscrepancyKind, Severity, Status};
use crate::extract::Value;
use crate::link::FactKind;
use crate::read::{ArticleId, Excerpt};
use crate::text::{PackedSpan, Span};

/// Words longer than this are marked beside the text, not in it: several rows underlined or reversed are hard to read.
pub const MARKED_BYTES: usize = 70;

/// What the apparatus can show, by index into the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A discrepancy.
    Discrepancy(usize),
    /// A fact.
    Fact(usize),
    /// A person, organisation or place.
    Entity(usize),
    /// A note of the user's, by the number that it has for as long as the reader is open.
    Note(usize),
}

/// Why words are marked. Of subjects on the same words the lowest is shown: what differs, what is shared, names, what one
/// article tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Discrepancy,
    Fact,
    Entity,
    SingleFact,
}

/// Words that belong to a subject. A story has tens of thousands, so they are kept small.
#[derive(Clone, Copy, Debug)]
struct Spot {
    place: PackedSpan,
    /// Of the subject, among those of its sort.
    index: u32,
    rank: Rank,
}

impl Spot {
    /// The words of subject `index` that stand under `span`. Nothing has four thousand million subjects.
    fn new(span: Span, rank: Rank, index: usize) -> Self {
        Self { place: span.into(), index: u32::try_from(index).unwrap_or(u32::MAX), rank }
    }

    const fn span(&self) -> Span {
        self.place.span()
    }

    const fn subject(&self) -> Subject {
        let index = self.index as usize;
        match self.rank {
            Rank::Discrepancy => Subject::Discrepancy(index),
            Rank::Fact | Rank::SingleFact => Subject::Fact(index),
            Rank::Entity => Subject::Entity(index),
        }
    }

    /// Of several on the same words the least is shown first.
    const fn order(&self) -> (Rank, usize, u32) {
        (self.rank, self.span().bytes(), self.index)
    }
}

/// One article's share of the index.
#[derive(Debug, Default)]
struct InArticle {
    /// The marks on its text, flat.
    runs: Vec<Layer>,
    /// Its findings' words, by place.
    spots: Vec<Spot>,
    /// By spot: how far it or any before it reaches, so that those on a word are found without looking at all before it.
    reach: Vec<u32>,
    /// Which passage each sentence belongs to, by sentence.
    passages: Vec<(usize, usize)>,
    /// Its names, by place: the words, and whose name it is.
    names: Vec<(PackedSpan, u32)>,
}

/// The index.
#[derive(Debug)]
pub struct Places {
    articles: Vec<InArticle>,
    /// The facts that several articles tell alike, in reading order.
    shared: Vec<usize>,
    /// How many discrepancies are grave.
    high: usize,
}

impl Places {
    /// Looks over `analysis` once.
    pub fn new(analysis: &Analysis) -> Self {
        let mut articles: Vec<_> = analysis.articles.iter().map(|_| InArticle::default()).collect();
        let mut layers: Vec<Vec<Layer>> = vec![Vec::new(); articles.len()];
        let mut mark = |place: Excerpt, mark: Mark| layers[place.article.0].push(Layer::new(place.span, mark));
        for (index, discrepancy) in analysis.discrepancies.iter().enumerate() {
            for &place in &discrepancy.evidence {
                mark(place, mark_of(discrepancy.kind, place));
                articles[place.article.0].spots.push(Spot::new(place.span, Rank::Discrepancy, index));
            }
        }
        for index in 0..analysis.facts.len() {
            let status = analysis.status(index);
            let rank = if status == Status::Single { Rank::SingleFact } else { Rank::Fact };
            for place in analysis.readings(index) {
                let whole = analysis.facts[index].kind == FactKind::Statement;
                match status {
                    Status::Shared => mark(place, if whole { Mark::Stated } else { Mark::Shared }),
                    Status::Single if !whole => mark(place, Mark::Single),
                    Status::Single | Status::Conflicting => {}
                }
                articles[place.article.0].spots.push(Spot::new(place.span, rank, index));
            }
        }
        for (index, entity) in analysis.entities.iter().enumerate() {
            for &mention in &entity.mentions {
                let place = analysis.excerpt_of(mention);
                mark(place, Mark::Name);
                let article = &mut articles[place.article.0];
                let spot = Spot::new(place.span, Rank::Entity, index);
                article.spots.push(spot);
                article.names.push((spot.place, spot.index));
            }
        }
        for (index, passage) in analysis.passages.iter().enumerate() {
            for &sentence in &passage.sentences {
                mark(analysis.sentence(sentence), Mark::Matched);
                articles[sentence.article.0].passages.push((sentence.index, index));
            }
        }
        for (article, document) in analysis.documents.iter().enumerate() {
            for span in datelines(document) {
                mark(Excerpt { article: ArticleId(article), span }, Mark::Dateline);
            }
        }
        for (article, mentions) in analysis.mentions.iter().enumerate() {
            for mention in mentions.iter().filter(|mention| matches!(mention.value, Value::Quote(_))) {
                mark(Excerpt { article: ArticleId(article), span: mention.span }, Mark::Quote);
            }
        }
        for (article, layers) in articles.iter_mut().zip(layers) {
            article.runs = flatten(&layers);
            article.spots.sort_by_key(|spot| (spot.place, spot.rank, spot.index));
            article.reach = reach(&article.spots);
            article.passages.sort_unstable();
            article.names.sort_unstable();
            // They stay for as long as the reader is open.
            article.spots.shrink_to_fit();
            article.passages.shrink_to_fit();
            article.names.shrink_to_fit();
        }
        let shared = (0..analysis.facts.len()).filter(|&index| analysis.status(index) == Status::Shared).collect();
        let high = analysis.discrepancies.iter().filter(|found| found.severity == Severity::High).count();
        Self { articles, shared, high }
    }

    /// The marks on the text of `article`, flat.
    pub fn runs(&self, article: ArticleId) -> &[Layer] {
        self.articles.get(article.0).map_or(&[], |article| &article.runs)
    }

    /// The facts that several articles tell alike, in reading order.
    pub fn shared(&self) -> &[usize] {
        &self.shared
    }

    /// How many discrepancies are grave.
    pub fn high(&self) -> usize {
        self.high
    }

    /// What stands on the words under `span`: what differs before what is shared, the closer before the wider.
    pub fn under(&self, article: ArticleId, span: Span) -> Option<Subject> {
        self.spots_on(article, span).min_by_key(|spot| spot.order()).map(Spot::subject)
    }

    /// Everything that stands there, each once, in that order.
    pub fn all_under(&self, article: ArticleId, span: Span) -> Vec<Subject> {
        let mut spots: Vec<_> = self.spots_on(article, span).collect();
        spots.sort_unstable_by_key(|spot| spot.order());
        let mut found = Vec::new();
        for spot in spots {
            if !found.contains(&spot.subject()) {
                found.push(spot.subject());
            }
        }
        found
    }

    fn spots_on(&self, article: ArticleId, span: Span) -> impl Iterator<Item = &Spot> {
        let (spots, reach) =
            self.articles.get(article.0).map_or((&[][..], &[][..]), |article| (&article.spots, &article.reach));
        let start = reach.partition_point(|&end| end as usize <= span.start);
        let end = spots.partition_point(|spot| spot.span().start < span.end);
        spots[start..end.max(start)].iter().filter(move |spot| spot.span().overlaps(span))
    }

    /// The words of `article` that begin under `span` and belong to anything found, by place; those of one beginning
    /// stand once, as the closest of them.
    pub fn beginning_in(&self, article: ArticleId, span: Span) -> Vec<Span> {
        let Some(article) = self.articles.get(article.0) else { return Vec::new() };
        let start = article.spots.partition_point(|spot| spot.span().start < span.start);
        let end = article.spots.partition_point(|spot| spot.span().start < span.end);
        let mut found: Vec<_> = article.spots[start..end.max(start)].iter().map(Spot::span).collect();
        found.dedup_by_key(|span| span.start);
        found
    }

    /// Everything that stands on the words under `span`, the closest first.
    pub fn on(&self, article: ArticleId, span: Span) -> Vec<Subject> {
        let mut here: Vec<_> = self.spots_on(article, span).collect();
        here.sort_by_key(|spot| (spot.span().bytes().abs_diff(span.bytes()), spot.rank, spot.index));
        here.into_iter().map(Spot::subject).collect()
    }

    /// What stands nearest to byte `position` of `article`, of all that is `wanted`.
    pub fn nearest(&self, article: ArticleId, position: usize, wanted: impl Fn(Subject) -> bool) -> Option<Subject> {
        let spots = self.articles.get(article.0)?.spots.iter().filter(|spot| wanted(spot.subject()));
        let nearest =
            spots.min_by_key(|spot| (distance(spot.span(), position), spot.rank, spot.span().bytes(), spot.index));
        nearest.map(Spot::subject)
    }

    /// The passage that holds `sentence` of `article`, or else that of the nearest sentence within `reach`; with the
    /// sentence that it was found for.
    pub fn passage_near(&self, article: ArticleId, sentence: usize, reach: usize) -> Option<(usize, usize)> {
        let passages = &self.articles.get(article.0)?.passages;
        let start = passages.partition_point(|&(other, _)| other + reach < sentence);
        let near = passages[start..].iter().take_while(|&&(other, _)| other <= sentence + reach);
        near.min_by_key(|&&(other, passage)| (other.abs_diff(sentence), passage)).copied()
    }

    /// Whose name stands at byte `position` of `article`, or nearest to it.
    pub fn name_near(&self, article: ArticleId, position: usize) -> Option<usize> {
        let names = &self.articles.get(article.0)?.names;
        let next = names.partition_point(|&(place, _)| place.span().start <= position);
        let near = names[next.saturating_sub(1)..].iter().take(2);
        near.min_by_key(|&&(place, entity)| (distance(place.span(), position), entity))
            .map(|&(_, entity)| entity as usize)
    }
}

/// By spot: the furthest end of it and of all before it.
fn reach(spots: &[Spot]) -> Vec<u32> {
    let ends = spots.iter().scan(0, |furthest: &mut u32, spot| {
        *furthest = spot.place.end().max(*furthest);
        Some(*furthest)
    });
    ends.collect()
}

/// How far `position` is from `span`, in bytes.
fn distance(span: Span, position: usize) -> usize {
    if span.holds(position) { 0 } else { position.abs_diff(span.start).min(position.abs_diff(span.end)) }
}

/// Where the words of `subject` stand, by article and place, each once. Those of a note are in the notebook.
pub fn places_of(analysis: &Analysis, subject: Subject) -> Vec<Excerpt> {
    let mut places: Vec<Excerpt> = match subject {
        Subject::Discrepancy(index) => analysis.discrepancies[index].evidence.clone(),
        Subject::Fact(index) => analysis.readings(index).collect(),
        Subject::Entity(index) => {
            analysis.entities[index].mentions.iter().map(|&mention| analysis.excerpt_of(mention)).collect()
        }
        Subject::Note(_) => Vec::new(),
    };
    places.sort_unstable();
    places.dedup();
    places
}

/// How the evidence of a discrepancy is marked.
fn mark_of(kind: DiscrepancyKind, place: Excerpt) -> Mark {
    match (is_damage(kind), place.span.bytes() > MARKED_BYTES) {
        (true, true) => Mark::DamagedRows,
        (true, false) => Mark::Damaged,
        (false, true) => Mark::DiffersRows,
        (false, false) => Mark::Differs,
    }
}

/// Whether the text itself is damaged, rather than telling something else than others.
pub fn is_damage(kind: DiscrepancyKind) -> bool {
    matches!(kind, DiscrepancyKind::Garble | DiscrepancyKind::Truncation | DiscrepancyKind::Repetition)
}
