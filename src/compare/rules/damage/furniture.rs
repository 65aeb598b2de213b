//! `garble/page-furniture`: lines of the page in the text of the article: menus, buttons, calls to subscribe, links to
//! other reports, the controls of pictures, addresses of embedded posts. One entry of low severity for an article.

use std::sync::LazyLock;

use crate::compare::phrases::Phrases;
use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::{ArticleId, Excerpt};
use crate::segment::Document;

/// The rule.
pub const RULE: Rule = Rule { id: "garble/page-furniture", check };

/// What pages say for themselves and articles do not, folded, by the words it begins with anywhere in a line; from general
/// knowledge of news sites.
const ANYWHERE: [&str; 24] = [
    "advertisement continue reading",
    "continue reading the main story",
    "story continues below",
    "article continues below",
    "enlarge this image",
    "toggle caption",
    "hide caption",
    "read or share this story",
    "sign up for our",
    "sign up for daily",
    "sign up for the",
    "sign up here",
    "subscribe to our",
    "click here to",
    "click here for",
    "click to share",
    "delivered to your inbox",
    "you agree to our",
    "this article is more than",
    "follow us on",
    "like us on facebook",
    "download our app",
    "play video",
    "all rights reserved",
];

/// The same, where a line or sentence begins with it.
const AT_BEGINNING: [&str; 18] = [
    "read more :",
    "more :",
    "related :",
    "related stories",
    "read also :",
    "also read :",
    "see also :",
    "previously :",
    "watch :",
    "file photo :",
    "photos :",
    "copyright ( c )",
    "copyright ©",
    "advertisement",
    "share this",
    "most read",
    "trending :",
    "poll :",
];

static LINES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(ANYWHERE.map(|phrase| (phrase, ()))));
static BEGINNINGS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(AT_BEGINNING.map(|phrase| (phrase, ()))));

/// Words shown of a place.
const SHOWN_WORDS: usize = 10;
/// Places shown of an article.
const MOST_SHOWN: usize = 8;

fn check(context: &Context) -> Vec<Discrepancy> {
    let documents = context.documents.iter().enumerate();
    documents.filter_map(|(article, document)| in_document(context, ArticleId(article), document)).collect()
}

fn in_document(context: &Context, article: ArticleId, document: &Document) -> Option<Discrepancy> {
    let mut evidence = Vec::new();
    for sentence in &document.sentences {
        let words = sentence.words.clone();
        let begins = BEGINNINGS.at(document, words.start).is_some();
        let place = if begins {
            Some(words.start)
        } else {
            words.clone().find(|&place| LINES.at(document, place).is_some() || is_picture_address(document, place))
        };
        if let Some(place) = place {
            let end = (place + SHOWN_WORDS).min(words.end);
            evidence.push(Excerpt { article, span: document.span_of(place..end) });
        }
    }
    let first = *evidence.first()?;
    let siglum = context.siglum(article);
    let count = evidence.len();
    evidence.truncate(MOST_SHOWN);
    let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
    let words = shown(context, first);
    Some(Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity: Severity::Low,
        confidence: 0.85,
        facts: Vec::new(),
        summary: format!("lines of the page in the text: {siglum} “{words}”{more}"),
        explanation: format!(
            "“{words}” in {siglum} belongs to the page, not to the report: a button, a link to another report or a call to \
             subscribe. It was read as if the article said it."
        ),
        evidence,
    })
}

/// “pic.twitter.com/…”, “https://t.co/…”: the address of a post's picture or link.
fn is_picture_address(document: &Document, place: usize) -> bool {
    document.folded(place) == "pic.twitter.com"
        || (document.folded(place) == "t.co" && document.words.get(place + 1).is_some_and(|next| next.glued))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    #[test]
    fn lines_of_the_page_are_one_entry() {
        let text = "Rain on the coast\n\nIt rained for days.\n\nAdvertisement\n\nMore: Boats lost in the storm\n\n\
                    The harbour closed. Sign up for our letters.";
        let found = cases::discrepancies(&RULE, &[text]);
        assert_eq!((found.len(), found[0].evidence.len(), found[0].severity), (1, 3, Severity::Low));
    }

    #[test]
    fn what_the_report_tells_is_left_alone() {
        for text in [
            "Rain on the coast\n\nThe town paid for an advertisement. They read more than one book.",
            "Rain on the coast\n\nHe asked them to follow him and to share this bread.",
            "Rain on the coast\n\nMore boats came.",
        ] {
            cases::check(&RULE, &[text], &[]);
        }
    }
}
