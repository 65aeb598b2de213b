//! What stands around an article and says so itself: menus, forms, boxes named for sharing, for cookies, for what else
//! there is to read. It is taken out before the article is looked for.

use dom_query::{Document, NodeRef};
use jiff::civil::Date;

use crate::read::formats::day;

/// Elements that are never part of the running text.
const ELEMENTS: [&str; 9] = ["nav", "aside", "form", "button", "dialog", "figcaption", "menu", "select", "template"];

/// Roles that elements have for those who hear the page.
const ROLES: [&str; 9] =
    ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "alert", "menu"];

/// Words in the names of elements (class, id) that are told nothing but such a function.
const NAMES: [&str; 50] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "sponsored",
    "promo",
    "promotion",
    "share",
    "sharing",
    "sharebar",
    "sharetools",
    "social",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "newsletter",
    "signup",
    "subscribe",
    "subscription",
    "paywall",
    "related",
    "recommended",
    "recommendations",
    "recirc",
    "trending",
    "popular",
    "comments",
    "comment",
    "disqus",
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "pager",
    "caption",
    "credit",
    "toolbar",
    "sidebar",
    "outbrain",
    "taboola",
    "tags",
    "taglist",
    "menu",
    "navbar",
    "footer",
    "byline",
    "bylines",
    "author",
    "timestamp",
];

/// An element with more than this share of the page's text is no furniture, whatever its name.
const MOST_OF_THE_PAGE: f64 = 0.4;

/// Elements that hold the page or the article, whatever their names.
const HOLDERS: [&str; 4] = ["html", "body", "main", "article"];

/// Elements of running text: a day that is marked inside one is told by the article.
const RUNNING: [&str; 5] = ["p", "li", "td", "blockquote", "h1"];

/// Takes the furniture out of `document`, which was published on that day.
pub fn take_out(document: &Document, published: Option<Date>) {
    let Some(body) = document.body() else { return };
    let whole = body.normalized_char_count() as f64;
    let mut waiting = vec![body];
    while let Some(node) = waiting.pop() {
        for child in node.element_children() {
            if is_furniture(&child, published) && child.normalized_char_count() as f64 <= MOST_OF_THE_PAGE * whole {
                child.remove_from_parent();
            } else {
                waiting.push(child);
            }
        }
    }
}

fn is_furniture(node: &NodeRef, published: Option<Date>) -> bool {
    let name = node.node_name().unwrap_or_default();
    if HOLDERS.contains(&&*name) {
        return false;
    }
    if &*name == "time" {
        // The day of publication, which stands between headline and text.
        let running = node.parent().and_then(|parent| parent.node_name()).is_some_and(|name| RUNNING.contains(&&*name));
        return !running && published.is_some() && day(&node.text()) == published;
    }
    let attribute = |name: &str| node.attr(name).unwrap_or_default();
    ELEMENTS.contains(&&*name)
        || node.has_attr("hidden")
        || &*attribute("aria-hidden") == "true"
        || ROLES.contains(&&*attribute("role"))
        || is_named_so(&attribute("class"))
        || is_named_so(&attribute("id"))
}

/// Whether a name has one of the words, as in `share-bar`, `article__related`, `cookieNotice`.
fn is_named_so(name: &str) -> bool {
    name.split(|character: char| !character.is_ascii_alphanumeric()).flat_map(humps).any(|word| {
        let word = word.to_ascii_lowercase();
        NAMES.contains(&word.as_str())
    })
}

/// `cookieNotice` → `cookie`, `Notice`.
fn humps(word: &str) -> Vec<&str> {
    let bytes = word.as_bytes();
    let mut parts = Vec::new();
    let mut start = 0;
    for at in 1..bytes.len() {
        if bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase() {
            parts.push(&word[start..at]);
            start = at;
        }
    }
    parts.push(&word[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        for name in ["share-bar", "article__related", "cookieNotice", "js-ad top", "Comments"] {
            assert!(is_named_so(name), "{name}");
        }
        for name in ["header", "shareholder", "adapted", "unrelated", "content", "load", "story-body", ""] {
            assert!(!is_named_so(name), "{name}");
        }
    }

    #[test]
    fn most_of_the_page_is_no_furniture() {
        let page = "<body><div class='has-comments'><p>Ten people fled the flood, police said.</p><p class='share'>Share</p></div></body>";
        let document = Document::from(page);
        take_out(&document, None);
        assert_eq!(document.body().unwrap().text().trim(), "Ten people fled the flood, police said.");
    }

    #[test]
    fn the_day_of_publication_is_no_part_of_the_text_and_days_in_the_text_are() {
        let page = "<div><time>May 2, 2024</time></div><p>It rained on <time>May 2, 2024</time>.</p><div><time>May 1, 2024</time></div>";
        let document = Document::from(page);
        take_out(&document, Some(jiff::civil::date(2024, 5, 2)));
        assert_eq!(document.body().unwrap().text().trim(), "It rained on May 2, 2024.May 1, 2024");
    }
}
