//! A small story for the screens, with its findings made by hand: a ferry that runs aground, told by three papers.

use variorum::analysis::Analysis;
use variorum::compare::{Discrepancy, DiscrepancyKind, Grade, Severity};
use variorum::extract::{Mention, NameKind, Value};
use variorum::link::{Entity, Fact, FactKind, MentionId, Passage, Reading, SentenceId};
use variorum::read::{Article, ArticleId, Excerpt, number};
use variorum::text::Span;
use variorum::tui::Findings;

use super::bare;

/// The three accounts.
pub const TEXTS: [&str; 3] = [
    "Ferry runs aground off Lindholm

The ferry Aurora ran aground off Lindholm on Tuesday with 247 people on board. Nobody was hurt, the coast guard said.

Captain Jane Doe told reporters that the rudder had failed “without any warning”. The ship was built in 1998 and repaired last spring for €2.4 million.

What happens next

Divers will look at the hull on Thursday. Until then the harbour stays closed to larger ships, and passengers for the islands are taken there by bus and by fishing boats.",
    "Passengers saved after ferry accident

All 274 people on board the ferry Aurora were brought ashore on Tuesday night after it hit a sandbank near the port of Lindholm.

Doe, who has been at sea for 22 years, said the rudder failed “with little warning”.

The owner said repairs last spring had cost 2.4 million euros. It promised a refund to all travellers.

Some spent the night in a school, where they were given soup and blanktes.",
    "A night on the sandbank

Elsa Berg, 67, was knitting when the Aurora stopped. “There was a bump, and then a great silence,” she said.

The Aurora had left at six o'clock. According to the captain, Jane Doe, the rudder had failed “without any warning”.

Nobody was hurt. Berg is full of praise for the crew, who handed out coffee and sang.",
];

/// The accounts with what there is to find in them: two discrepancies between accounts and one damaged word, three
/// shared facts, one fact of one account alone, and three names.
pub fn findings() -> Findings {
    let mut articles: Vec<_> = TEXTS.map(Article::from_text).into();
    number(&mut articles);
    let mut story = Story { analysis: bare::analysis(articles) };
    let persons =
        story.fact(FactKind::Number, "people on board", Some(Grade::Conflict), &[(0, "247 people"), (1, "274 people")]);
    story.fact(FactKind::Money, "repairs", Some(Grade::Reworded), &[(0, "€2.4 million"), (1, "2.4 million euros")]);
    story.fact(FactKind::Date, "", Some(Grade::Equal), &[(0, "Tuesday"), (1, "Tuesday")]);
    story.fact(FactKind::Statement, "hurt", Some(Grade::Equal), &[(0, "Nobody was hurt"), (2, "Nobody was hurt")]);
    story.fact(FactKind::Number, "years", None, &[(1, "22 years")]);
    let words = story.fact(
        FactKind::Quote,
        "rudder",
        Some(Grade::Conflict),
        &[(0, "“without any warning”"), (1, "“with little warning”"), (2, "“without any warning”")],
    );
    story.name("Jane Doe", NameKind::Person, &[(0, "Jane Doe"), (1, "Doe"), (2, "Jane Doe")]);
    story.name("Lindholm", NameKind::Place, &[(0, "Lindholm"), (1, "Lindholm")]);
    story.name("Elsa Berg", NameKind::Person, &[(2, "Elsa Berg"), (2, "Berg is")]);
    story.passage(&[(0, "The ferry Aurora ran"), (1, "All 274")]);
    story.passage(&[(0, "Captain Jane"), (1, "Doe, who"), (2, "According to the captain")]);
    story.differs(
        (DiscrepancyKind::Number, "number/swapped-digits", Severity::High, 0.94, persons),
        "a says 247 people were on board, b says 274",
        "a and b count the people on board differently. The figures have the same digits in another order, which is \
         how slips of typing look. c does not tell how many there were.",
        &[(0, "247 people"), (1, "274 people")],
    );
    story.differs(
        (DiscrepancyKind::Quote, "quote/altered-word", Severity::Medium, 0.81, words),
        "a and c quote Jane Doe with “without any warning”, b with “with little warning”",
        "The same sentence of Jane Doe's is quoted in different words: b has “little” where a and c have “any”.",
        &[(0, "“without any warning”"), (1, "“with little warning”"), (2, "“without any warning”")],
    );
    story.differs(
        (DiscrepancyKind::Garble, "garble/no-word", Severity::Low, 0.72, usize::MAX),
        "b writes “blanktes”, which is no word",
        "“blanktes” is in no dictionary and in no other account; “blankets” is near to it.",
        &[(1, "blanktes")],
    );
    Findings::new(story.analysis)
}

/// Words of an account, by its number and as written there.
type Words<'w> = (usize, &'w str);

struct Story {
    analysis: Analysis,
}

impl Story {
    fn place(&self, (article, words): Words) -> Excerpt {
        let text = &self.analysis.articles[article].text;
        let start = text.find(words).unwrap_or_else(|| panic!("no “{words}” in account {article}"));
        Excerpt { article: ArticleId(article), span: Span::new(start, start + words.len()) }
    }

    fn fact(&mut self, kind: FactKind, about: &str, grade: Option<Grade>, words: &[Words]) -> usize {
        let readings = words.iter().map(|&words| Reading { excerpt: self.place(words), mention: None }).collect();
        self.analysis.facts.push(Fact { kind, readings, about: about.to_owned(), certainty: 1.0, strays: Vec::new() });
        self.analysis.grades.push(grade);
        self.analysis.facts.len() - 1
    }

    fn name(&mut self, name: &str, kind: NameKind, words: &[Words]) {
        let mut mentions = Vec::new();
        for &words in words {
            let Excerpt { article, span } = self.place(words);
            let document = &self.analysis.documents[article.0];
            let sentence = document.sentence_at(span.start).expect("words stand in a sentence");
            let mention = Mention { span, words: document.words_in(span), sentence, value: Value::Name(kind) };
            self.analysis.mentions[article.0].push(mention);
            mentions.push(MentionId { article, index: self.analysis.mentions[article.0].len() - 1 });
        }
        self.analysis.entities.push(Entity { name: name.to_owned(), kind, mentions });
    }

    fn passage(&mut self, words: &[Words]) {
        let sentences = words.iter().map(|&words| {
            let place = self.place(words);
            let index = self.analysis.documents[place.article.0].sentence_at(place.span.start).expect("a sentence");
            SentenceId { article: place.article, index }
        });
        self.analysis.passages.push(Passage { sentences: sentences.collect(), similarity: 0.6 });
    }

    fn differs(
        &mut self,
        (kind, rule, severity, confidence, fact): (DiscrepancyKind, &'static str, Severity, f64, usize),
        summary: &str,
        explanation: &str,
        words: &[Words],
    ) {
        let facts = if fact == usize::MAX { Vec::new() } else { vec![fact] };
        let evidence = words.iter().map(|&words| self.place(words)).collect();
        self.analysis.discrepancies.push(Discrepancy {
            kind,
            rule,
            severity,
            confidence,
            facts,
            summary: summary.to_owned(),
            explanation: explanation.to_owned(),
            evidence,
        });
    }
}
