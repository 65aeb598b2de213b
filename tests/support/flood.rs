//! A story for the apparatus: a flood told by four papers, with readings of every kind. The findings are made by hand; the
//! figures in them are read by the program, as the texts have them.

use variorum::analysis::Analysis;
use variorum::compare::{Discrepancy, DiscrepancyKind, Grade, Severity};
use variorum::extract::{Mention, NameKind, Value, mentions};
use variorum::link::{Entity, Fact, FactKind, MentionId, Reading};
use variorum::read::{Article, ArticleId, Excerpt, number};
use variorum::text::Span;
use variorum::tui::Findings;

use super::bare;

/// The four accounts.
pub const TEXTS: [&str; 4] = [
    "River bursts its banks at Marlow

MARLOW, March 4, 2024 — The river Wend burst its banks on Sunday and flooded three-quarters of the old town. The mayor, Ruth Okafor, put the damage at 1.2 billion euros.

“We warned the government again and again that the dam above the town was too old, too low and far too weak,” Okafor said. She asked for help from all member states.

The sign 「世界新聞」 of a printer's shop hung in a tree. The water rose for ten years' worth of rain, the weather service said. Okafor thanked the firemen.",
    "Old town under water

Marlow, 4 March 2024. 75 percent of the old town of Marlow is under water. The damage comes to about €1.2bn, mayor Ruth Okafor said.

“We warned the ministry again that the dam above the town was too old and far too weak,” Ms Okafor said. She asked for help from all member states that have signed the treaty.

A shop's sign reading 「世間新聞」 hung in a tree. No member of the council wanted to speak. Ms Okafor stayed up all night.",
    "Flood: who is to blame?

The flood that hit Marlow on 3 March 2024 has done damage of 12 billion euros. Nobody repaired the dam, though “we warned the government again and again that the dam above the town was too old, too low and far too weak,” as Dan Sorley, who keeps the dam, told us.

Residents carried what they could to the upper floors and waited for boats. Some of them waited for more than nine hours.

Residents carried what they could to the upper floors and waited for boats. Some of them waited for more than nine hours.",
    "Printers lose their sign

The shop's sign 「世界時報」 is gone. The mayor said the dam was “far too weak”.",
];

/// The accounts with what differs in them and what they share.
pub fn findings() -> Findings {
    let mut articles: Vec<_> = TEXTS.map(Article::from_text).into();
    number(&mut articles);
    articles[0].published = Some(jiff::civil::date(2024, 3, 4));
    let mut story = Story::new(articles);
    let long =
        "“We warned the government again and again that the dam above the town was too old, too low and far too weak,”";
    let short = "“We warned the ministry again that the dam above the town was too old and far too weak,”";
    let other =
        "“we warned the government again and again that the dam above the town was too old, too low and far too weak,”";
    let damage = [(0, "1.2 billion euros"), (1, "€1.2bn"), (2, "12 billion euros")];
    let sums = story.fact(FactKind::Money, "damage", Grade::Conflict, &damage);
    story.fact(FactKind::Date, "flood", Grade::Reworded, &[(0, "Sunday"), (2, "3 March 2024")]);
    story.fact(
        FactKind::Percent,
        "part of the old town that the river has flooded",
        Grade::Reworded,
        &[(0, "three-quarters"), (1, "75 percent")],
    );
    let quoted = [(0, long), (1, short), (3, "“far too weak”")];
    let quote = story.fact(FactKind::Quote, "dam", Grade::Conflict, &quoted);
    story.fact(
        FactKind::Statement,
        "help",
        Grade::Reworded,
        &[
            (0, "She asked for help from all member states"),
            (1, "She asked for help from all member states that have signed the treaty"),
        ],
    );
    story.name("Ruth Okafor", NameKind::Person, "Okafor");
    story.name("Marlow", NameKind::Place, "Marlow");
    story.differs(DiscrepancyKind::Number, "number/scale-slip", Severity::High, Some(sums), &damage);
    story.differs(DiscrepancyKind::Quote, "quote/altered-word", Severity::High, Some(quote), &quoted);
    story.differs(DiscrepancyKind::Attribution, "quote/two-mouths", Severity::High, None, &[(0, long), (2, other)]);
    story.differs(
        DiscrepancyKind::Scope,
        "scope/limit",
        Severity::Medium,
        None,
        &[(0, "all member states"), (1, "all member states that have signed the treaty")],
    );
    story.differs(
        DiscrepancyKind::Quote,
        "quote/sign",
        Severity::Medium,
        None,
        &[(0, "「世界新聞」"), (1, "「世間新聞」"), (3, "「世界時報」")],
    );
    let twice = "Residents carried what they could to the upper floors and waited for boats. Some of them waited for more \
                 than nine hours.";
    story.differs(DiscrepancyKind::Repetition, "repetition/paragraph", Severity::Low, None, &[(2, twice), (2, twice)]);
    Findings::new(story.analysis)
}

/// Words of an account, by its number and as written there; the same words again are their next place.
type Words<'w> = (usize, &'w str);

struct Story {
    analysis: Analysis,
}

impl Story {
    fn new(articles: Vec<Article>) -> Self {
        let mut analysis = bare::analysis(articles);
        let read = analysis.documents.iter().zip(&analysis.articles);
        let mentions = read.map(|(document, article)| mentions(document, article.published));
        analysis.mentions = mentions.map(|found| found.into_iter().filter(is_value).collect()).collect();
        Self { analysis }
    }

    fn places(&self, words: &[Words]) -> Vec<Excerpt> {
        let mut places: Vec<Excerpt> = Vec::new();
        for &(article, words) in words {
            let from = places.iter().filter(|place| place.article.0 == article).map(|place| place.span.end).max();
            let from = from.unwrap_or(0);
            let found = self.analysis.articles[article].text[from..].find(words);
            let start = from + found.unwrap_or_else(|| panic!("no “{words}” in account {article}"));
            places.push(Excerpt { article: ArticleId(article), span: Span::new(start, start + words.len()) });
        }
        places
    }

    fn fact(&mut self, kind: FactKind, about: &str, grade: Grade, words: &[Words]) -> usize {
        let readings = self.places(words).into_iter().map(|excerpt| Reading { excerpt, mention: None }).collect();
        self.analysis.facts.push(Fact { kind, readings, about: about.to_owned(), certainty: 1.0, strays: Vec::new() });
        self.analysis.grades.push(Some(grade));
        self.analysis.facts.len() - 1
    }

    /// Every place of `words` in any account is a mention.
    fn name(&mut self, name: &str, kind: NameKind, words: &str) {
        let mut found = Vec::new();
        for article in 0..self.analysis.articles.len() {
            let text = self.analysis.articles[article].text.clone();
            for (start, words) in text.match_indices(words) {
                let span = Span::new(start, start + words.len());
                let document = &self.analysis.documents[article];
                let sentence = document.sentence_at(start).expect("words stand in a sentence");
                let mention = Mention { span, words: document.words_in(span), sentence, value: Value::Name(kind) };
                self.analysis.mentions[article].push(mention);
                let index = self.analysis.mentions[article].len() - 1;
                found.push(MentionId { article: ArticleId(article), index });
            }
        }
        self.analysis.entities.push(Entity { name: name.to_owned(), kind, mentions: found });
    }

    fn differs(
        &mut self,
        kind: DiscrepancyKind,
        rule: &'static str,
        severity: Severity,
        fact: Option<usize>,
        words: &[Words],
    ) {
        let evidence = self.places(words);
        self.analysis.discrepancies.push(Discrepancy {
            kind,
            rule,
            severity,
            confidence: 0.9,
            facts: fact.into_iter().collect(),
            summary: format!("what the accounts tell here differs, as the rule {rule} has found"),
            explanation:
                "The explanation says in two or three lines why this is reported, and what a reader could look \
                          at to find out which of the readings is right."
                    .to_owned(),
            evidence,
        });
    }
}

fn is_value(mention: &Mention) -> bool {
    !matches!(mention.value, Value::Name(_))
}
