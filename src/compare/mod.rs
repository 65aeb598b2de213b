//! Facts, passages and quotations → [`Grade`]s and [`Discrepancy`]s.
//!
//! `link` has settled which readings are about one thing; here they are graded, and one file a rule says where accounts
//! differ or where a text is damaged. [`RULES`] is the only list of rules.

mod counterparts;
mod coverage;
mod grade;
mod near_words;
mod origins;
mod phrases;
mod readings;
mod rules;
mod shown;
mod tables;
mod written;

use std::ops::Range;

use crate::cores;
use crate::extract::Mention;
use crate::link::{Fact, Links};
use crate::read::{Article, ArticleId, Excerpt};
use crate::segment::Document;

use grade::Grader;
pub use grade::{Grade, between as grade_of_values};
pub use rules::RULES;
pub use tables::Tables;

/// A story of fewer words is compared before threads for it are started.
const FEW_WORDS: usize = 1_000;
/// So many facts are graded before threads for more are started.
const FEW_FACTS: usize = 128;

/// What sort of discrepancy it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiscrepancyKind {
    /// Different figures for the same thing.
    Number,
    /// The same figure with another unit or currency.
    Unit,
    /// Different dates, weekdays, times or durations.
    Date,
    /// Different or damaged name, title or office.
    Name,
    /// One utterance quoted in different words.
    Quote,
    /// One utterance or claim in different mouths.
    Attribution,
    /// The same figure or name plays another part.
    Role,
    /// The same claim wider, narrower, stronger or weaker.
    Scope,
    /// One says it, the other denies it.
    Polarity,
    /// Damaged text in one article.
    Garble,
    /// Text that breaks off.
    Truncation,
    /// A passage that one article tells twice.
    Repetition,
}

impl DiscrepancyKind {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Unit => "unit",
            Self::Date => "date",
            Self::Name => "name",
            Self::Quote => "quote",
            Self::Attribution => "attribution",
            Self::Role => "role",
            Self::Scope => "scope",
            Self::Polarity => "polarity",
            Self::Garble => "garble",
            Self::Truncation => "truncation",
            Self::Repetition => "repetition",
        }
    }
}

/// How much it matters to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Pedantic: rounding, hedges.
    Low,
    /// Worth a note.
    Medium,
    /// A reader would be misled; an editor would correct it.
    High,
}

impl Severity {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Where accounts of one thing differ, or where one text is damaged.
#[derive(Clone, Debug, PartialEq)]
pub struct Discrepancy {
    /// What sort.
    pub kind: DiscrepancyKind,
    /// The stable name of the rule that fired: `kind/slip`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// How sure the rule is, 0 to 1.
    pub confidence: f64,
    /// Indices of the facts concerned.
    pub facts: Vec<usize>,
    /// One line that says what differs, quoting the readings.
    pub summary: String,
    /// Why it is reported, in words that a reader understands without knowing the program.
    pub explanation: String,
    /// The shortest words that show it, in every article concerned; by article and place, at least one.
    pub evidence: Vec<Excerpt>,
}

/// Articles whose shared wording or agency credit shows a common origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The articles, at least two.
    pub articles: Vec<ArticleId>,
    /// The part of the shorter text that they share, 0 to 1.
    pub share: f64,
    /// The agency that they credit, if one.
    pub agency: Option<String>,
}

/// How much of one article could be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Words of running text.
    pub words: usize,
    /// The part of its sentences that could be compared with another article's, 0 to 1.
    pub compared: f64,
    /// What stood in the way, in words.
    pub doubts: Vec<String>,
}

/// All that a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'c> {
    /// The articles, by `ArticleId`.
    pub articles: &'c [Article],
    /// Their segmented text, by `ArticleId`.
    pub documents: &'c [Document],
    /// Their mentions, by `ArticleId`.
    pub mentions: &'c [Vec<Mention>],
    /// Which mentions mean the same.
    pub links: &'c Links,
    /// The facts' grades, by index.
    pub grades: &'c [Option<Grade>],
    /// What several rules look up.
    pub tables: &'c Tables<'c>,
}

/// One way in which accounts can differ or a text can be damaged.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its stable name: `kind/slip`.
    pub id: &'static str,
    /// Finds every case.
    pub check: fn(&Context) -> Vec<Discrepancy>,
}

/// What `compare` finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The grade of each fact, by its index; `None` where one article alone tells it.
    pub grades: Vec<Option<Grade>>,
    /// The discrepancies, gravest first.
    pub discrepancies: Vec<Discrepancy>,
    /// The common origins.
    pub origins: Vec<Origin>,
    /// Each article's coverage, by `ArticleId`.
    pub coverage: Vec<Coverage>,
}

/// Whether several articles tell a fact, and alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Two or more articles tell it alike.
    Shared,
    /// They tell it differently.
    Conflicting,
    /// One article alone tells it.
    Single,
}

impl Status {
    /// The status of a fact with this grade.
    pub const fn of(grade: Option<Grade>) -> Self {
        match grade {
            None => Self::Single,
            Some(Grade::Conflict) => Self::Conflicting,
            Some(_) => Self::Shared,
        }
    }

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Conflicting => "conflicting",
            Self::Single => "single",
        }
    }
}

/// Compares what `link` has put together.
pub fn compare(articles: &[Article], documents: &[Document], mentions: &[Vec<Mention>], links: &Links) -> Comparison {
    let grader = Grader::new(articles, documents, mentions);
    let grade = |facts: Range<usize>| links.facts[facts].iter().map(|fact| grader.grade(fact)).collect();
    let grades: Vec<_> = cores::shares(links.facts.len(), FEW_FACTS, grade);
    let tables = Tables::default();
    let context = Context { articles, documents, mentions, links, grades: &grades, tables: &tables };
    let (origins, found) = if words(&context) < FEW_WORDS {
        (origins::origins(&context), checked(&context))
    } else {
        cores::both(|| origins::origins(&context), || checked(&context))
    };
    let found = found.into_iter().enumerate();
    let found = found.flat_map(|(place, found)| found.into_iter().map(move |found| (place, found)));
    let discrepancies = rules::settle(&context, found.collect());
    let coverage = coverage::coverage(&context);
    Comparison { grades, discrepancies, origins, coverage }
}

fn words(context: &Context) -> usize {
    context.documents.iter().map(|document| document.words.len()).sum()
}

/// What each of the rules finds. They know nothing of each other.
fn checked(context: &Context) -> Vec<Vec<Discrepancy>> {
    let check = |place: usize| (RULES[place].check)(context);
    if words(context) < FEW_WORDS { (0..RULES.len()).map(check).collect() } else { cores::each(RULES.len(), check) }
}

impl Context<'_> {
    /// The words of an excerpt.
    pub fn words_of(&self, excerpt: Excerpt) -> &str {
        excerpt.span.of(&self.documents[excerpt.article.0].text)
    }

    /// What stands for an article.
    pub fn siglum(&self, article: ArticleId) -> &str {
        &self.articles[article.0].siglum
    }

    /// The sigla of those who have `excerpts`, each once: “a, b and d”.
    pub fn sigla(&self, excerpts: &[Excerpt]) -> String {
        let mut articles: Vec<_> = excerpts.iter().map(|excerpt| excerpt.article).collect();
        articles.sort_unstable();
        articles.dedup();
        let sigla: Vec<_> = articles.into_iter().map(|article| self.siglum(article)).collect();
        match sigla.as_slice() {
            [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => sigla.concat(),
        }
    }

    /// The facts with their indices.
    pub fn facts(&self) -> impl Iterator<Item = (usize, &Fact)> {
        self.links.facts.iter().enumerate()
    }
}
