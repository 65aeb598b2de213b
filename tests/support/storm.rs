//! A story of any number of accounts for the lists: a storm, with findings made by hand that concern one account, two
//! neighbours, or almost all, and more of them than a small screen has rows for.

use variorum::analysis::Analysis;
use variorum::compare::{Discrepancy, DiscrepancyKind, Severity};
use variorum::read::{Article, ArticleId, Excerpt, number};
use variorum::text::Span;
use variorum::tui::Findings;

use super::bare;

/// So many accounts of the storm. Every third has no figure; every second has a damaged word.
pub fn texts(count: usize) -> Vec<String> {
    let tells = |place: usize| {
        let sank = match place % 3 {
            2 => "Nobody counted the boats that sank.".to_owned(),
            _ => format!("About {} boats sank.", 40 + place % 4),
        };
        let quoted =
            if place % 4 == 1 { "“the wall stood for an hour”" } else { "“the wall held for an hour”" };
        let word = if place.is_multiple_of(2) { "harbuor" } else { "harbour" };
        format!(
            "Storm report {place}\n\nThe storm Kara came ashore at Port Vane on {day}. {sank} Ann Lee, who keeps the \
             {word}, said {quoted}.\n\nIn street number {place}, {reach} of the cellars are full of water.",
            day = if place % 5 == 3 { "Tuesday" } else { "Monday" },
            reach = if place.is_multiple_of(2) { "all" } else { "almost all" },
        )
    };
    (0..count).map(tells).collect()
}

/// The accounts with what differs in them, gravest first.
pub fn findings(texts: &[String]) -> Findings {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let mut story = Story { analysis: bare::analysis(articles) };
    story.differs(
        (DiscrepancyKind::Number, "number/conflict", Severity::High),
        "the accounts count the boats that sank differently",
        "The figures of the boats that sank lie close together; nothing tells which of them was counted last.",
        &["40 boats", "41 boats", "42 boats", "43 boats"],
        |_| true,
    );
    story.differs(
        (DiscrepancyKind::Date, "date/conflict", Severity::High),
        "the storm came ashore on Monday in most accounts, on Tuesday in others",
        "One day lies between them. A storm that comes at midnight has two days.",
        &["Monday", "Tuesday"],
        |_| true,
    );
    story.differs(
        (DiscrepancyKind::Quote, "quote/altered-word", Severity::Medium),
        "Ann Lee is quoted with “the wall held for an hour” and with “the wall stood for an hour”",
        "One word of the quotation is another: “stood” where most accounts have “held”.",
        &["“the wall held for an hour”", "“the wall stood for an hour”"],
        |_| true,
    );
    for pair in 1..texts.len() {
        story.differs(
            (DiscrepancyKind::Scope, "scope/limit", Severity::Medium),
            "one account has all of the cellars full of water, the other almost all of them, and neither says who looked",
            "“almost all” leaves some out.",
            &["almost all", "all of the cellars"],
            |place| place == pair || place == pair - 1,
        );
    }
    for place in (0..texts.len()).step_by(2) {
        story.differs(
            (DiscrepancyKind::Garble, "garble/no-word", Severity::Low),
            "“harbuor” is no word",
            "“harbuor” is in no dictionary; “harbour” is near to it.",
            &["harbuor"],
            |other| other == place,
        );
    }
    Findings::new(story.analysis)
}

/// Any texts, with a discrepancy for each of `words`, in every text that has them.
pub fn marked(texts: &[&str], words: &[&str]) -> Findings {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let mut story = Story { analysis: bare::analysis(articles) };
    for words in words {
        story.differs(
            (DiscrepancyKind::Name, "name/variant", Severity::High),
            &format!("“{words}” is marked"),
            "It is marked to be seen.",
            &[words],
            |_| true,
        );
    }
    Findings::new(story.analysis)
}

struct Story {
    analysis: Analysis,
}

impl Story {
    /// A discrepancy whose evidence is the first of `words` that each account `told` by it has.
    fn differs(
        &mut self,
        (kind, rule, severity): (DiscrepancyKind, &'static str, Severity),
        summary: &str,
        explanation: &str,
        words: &[&str],
        told: impl Fn(usize) -> bool,
    ) {
        let accounts = self.analysis.articles.iter().enumerate().filter(|&(place, _)| told(place));
        let evidence = accounts.filter_map(|(place, article)| {
            let (start, found) = words.iter().find_map(|&words| Some((article.text.find(words)?, words)))?;
            Some(Excerpt { article: ArticleId(place), span: Span::new(start, start + found.len()) })
        });
        let evidence = evidence.collect();
        self.analysis.discrepancies.push(Discrepancy {
            kind,
            rule,
            severity,
            confidence: 0.9,
            facts: Vec::new(),
            summary: summary.to_owned(),
            explanation: explanation.to_owned(),
            evidence,
        });
    }
}
