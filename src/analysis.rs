//! The stages in order, and the look-ups that the reader and the reports both need.

use crate::compare::{Coverage, Discrepancy, Grade, Origin, Status, compare};
use crate::cores;
use crate::extract::{Mention, mentions};
use crate::link::{Entity, Fact, Links, MentionId, Passage, SentenceId, link};
use crate::read::{Article, ArticleId, Excerpt};
use crate::segment::{Document, segment};

/// Shorter stories are read before threads for them are started.
const FEW_BYTES: usize = 20_000;

/// All that is known of a story. Built once, never changed; spans point into `articles`.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The articles in the order given.
    pub articles: Vec<Article>,
    /// Their segmented text, by `ArticleId`.
    pub documents: Vec<Document>,
    /// Their mentions in reading order, by `ArticleId`.
    pub mentions: Vec<Vec<Mention>>,
    /// Who and what is named, by first mention.
    pub entities: Vec<Entity>,
    /// What is stated, by first reading.
    pub facts: Vec<Fact>,
    /// The grade of each fact; `None` where one article alone tells it.
    pub grades: Vec<Option<Grade>>,
    /// Sentences that tell the same thing.
    pub passages: Vec<Passage>,
    /// Where accounts differ or a text is damaged, gravest first.
    pub discrepancies: Vec<Discrepancy>,
    /// Articles of common origin.
    pub origins: Vec<Origin>,
    /// What could be compared of each article.
    pub coverage: Vec<Coverage>,
}

/// What is done one after the other, for who waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Paragraphs, sentences, words.
    Segment,
    /// What each article mentions.
    Extract,
    /// What means the same.
    Link,
    /// Where the accounts part.
    Compare,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Segment, Self::Extract, Self::Link, Self::Compare];

    /// What the program does in it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Segment => "segmenting",
            Self::Extract => "extracting",
            Self::Link => "linking",
            Self::Compare => "comparing",
        }
    }
}

/// Analyses a story. Deterministic: the same articles give the same findings, and their order changes nothing but
/// the sigla.
///
/// ```
/// use variorum::analysis::analyze;
/// use variorum::read::Article;
///
/// let story = analyze(vec![Article::from_text("Ten men fled."), Article::from_text("Ten men ran away.")]);
/// assert_eq!(story.articles.len(), 2);
/// ```
pub fn analyze(articles: Vec<Article>) -> Analysis {
    analyze_telling(articles, |_| {})
}

/// The same, telling what is being done.
pub fn analyze_telling(articles: Vec<Article>, mut tell: impl FnMut(Stage)) -> Analysis {
    tell(Stage::Segment);
    let documents: Vec<_> = each(&articles, |place| segment(articles[place].text.clone()));
    tell(Stage::Extract);
    let mentions: Vec<_> = each(&articles, |place| mentions(&documents[place], articles[place].published));
    tell(Stage::Link);
    let (documents, mentions, links) = link_in_any_order(&articles, documents, mentions);
    tell(Stage::Compare);
    let comparison = compare(&articles, &documents, &mentions, &links);
    let Links { entities, facts, passages } = links;
    Analysis {
        articles,
        documents,
        mentions,
        entities,
        facts,
        grades: comparison.grades,
        passages,
        discrepancies: comparison.discrepancies,
        origins: comparison.origins,
        coverage: comparison.coverage,
    }
}

/// What `work` makes of each article, on all cores where there is enough to do.
fn each<T: Send>(articles: &[Article], work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    if bytes < FEW_BYTES { (0..articles.len()).map(work).collect() } else { cores::each(articles.len(), work) }
}

/// Links the articles in an order that their texts alone decide, so that ties fall the same way whatever order they
/// were given in, and then gives everything its place in the order given.
fn link_in_any_order(
    articles: &[Article],
    documents: Vec<Document>,
    mentions: Vec<Vec<Mention>>,
) -> (Vec<Document>, Vec<Vec<Mention>>, Links) {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| articles[a].text.cmp(&articles[b].text));
    let in_order = |place: usize| ArticleId(order[place]);
    let (documents, mentions) = (arranged(documents, &order), arranged(mentions, &order));
    let mut links = link(&documents, &mentions);
    let mut back = vec![0; order.len()];
    for (place, &article) in order.iter().enumerate() {
        back[article] = place;
    }
    let (documents, mentions) = (arranged(documents, &back), arranged(mentions, &back));
    for entity in &mut links.entities {
        for mention in &mut entity.mentions {
            mention.article = in_order(mention.article.0);
        }
        entity.mentions.sort_unstable();
        entity.mentions.shrink_to_fit();
    }
    links.entities.sort_by(|a, b| a.mentions.cmp(&b.mentions));
    for fact in &mut links.facts {
        for reading in &mut fact.readings {
            reading.excerpt.article = in_order(reading.excerpt.article.0);
        }
        fact.readings.sort_unstable();
        for stray in &mut fact.strays {
            stray.reading.excerpt.article = in_order(stray.reading.excerpt.article.0);
        }
        fact.strays.sort_by_key(|stray| stray.reading);
    }
    links.facts.sort_by(|a, b| a.readings.cmp(&b.readings).then(a.kind.cmp(&b.kind)));
    for passage in &mut links.passages {
        for sentence in &mut passage.sentences {
            sentence.article = in_order(sentence.article.0);
        }
        passage.sentences.sort_unstable();
    }
    links.passages.sort_by(|a, b| a.sentences.cmp(&b.sentences));
    // All of it stays for as long as the story is open.
    links.entities.shrink_to_fit();
    links.facts.shrink_to_fit();
    links.passages.shrink_to_fit();
    (documents, mentions, links)
}

/// The items in `order`, which names each place once.
fn arranged<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.iter().filter_map(|&place| items[place].take()).collect()
}

impl Analysis {
    /// The words of an excerpt.
    pub fn words_of(&self, excerpt: Excerpt) -> &str {
        self.articles.get(excerpt.article.0).map_or("", |article| excerpt.span.of(&article.text))
    }

    /// A mention by its id. Ids come from this analysis, so it is there.
    pub fn mention(&self, id: MentionId) -> &Mention {
        &self.mentions[id.article.0][id.index]
    }

    /// Where a mention stands.
    pub fn excerpt_of(&self, id: MentionId) -> Excerpt {
        Excerpt { article: id.article, span: self.mention(id).span }
    }

    /// Where a sentence stands.
    pub fn sentence(&self, id: SentenceId) -> Excerpt {
        Excerpt { article: id.article, span: self.documents[id.article.0].sentences[id.index].span }
    }

    /// Whether several articles tell fact `index`, and alike.
    pub fn status(&self, index: usize) -> Status {
        Status::of(self.grades[index])
    }

    /// Where the readings of fact `index` stand, by article and place.
    pub fn readings(&self, index: usize) -> impl Iterator<Item = Excerpt> {
        self.facts[index].readings.iter().map(|reading| reading.excerpt)
    }

    /// The paragraph of an article (from 1) in which byte `position` lies, as `¶3` names it.
    pub fn paragraph_number(&self, article: ArticleId, position: usize) -> usize {
        self.documents[article.0].paragraphs.partition_point(|paragraph| paragraph.span.start <= position).max(1)
    }
}
