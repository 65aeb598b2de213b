//! The page: whole in itself, its headings in order, its tables and charts told in words, its links there and back, its
//! colours far enough apart.

use std::collections::HashMap;

use variorum::report::{Form, Manner, write};

use crate::stories::{notes, stories};

/// An element's beginning.
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The beginnings of all elements, as a browser would find them: what stands in `<…>`, quoted values whole.
pub fn tags(page: &str) -> Vec<Tag> {
    let tag = regex::Regex::new(r#"<([!a-zA-Z][^\s>/]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>"#).expect("a pattern");
    let attribute = regex::Regex::new(r#"([^\s=/]+)(?:="([^"]*)")?"#).expect("a pattern");
    // What stands in the style sheet is no element.
    let (before, rest) = page.split_once("<style>").expect("a style sheet");
    let (_, after) = rest.split_once("</style>").expect("its end");
    (tag.captures_iter(&format!("{before}<style>{after}")))
        .map(|found| Tag {
            name: found[1].to_ascii_lowercase(),
            attributes: (attribute.captures_iter(&found[2]))
                .map(|found| {
                    (found[1].to_ascii_lowercase(), found.get(2).map_or("", |value| value.as_str()).to_owned())
                })
                .collect(),
        })
        .collect()
}

fn pages() -> Vec<String> {
    stories().iter().map(|story| write(Form::Html, story, &notes(story), &Manner::default())).collect()
}

fn style(page: &str) -> &str {
    page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).expect("a style sheet").0
}

#[test]
fn nothing_comes_from_elsewhere() {
    const LOADING: [&str; 12] = [
        "src",
        "srcset",
        "action",
        "formaction",
        "poster",
        "data",
        "background",
        "cite",
        "ping",
        "manifest",
        "xlink:href",
        "style",
    ];
    for page in pages() {
        for tag in tags(&page) {
            assert!(!["script", "link", "iframe", "object", "embed", "img", "base", "form"].contains(&&*tag.name));
            for (name, value) in &tag.attributes {
                assert!(!LOADING.contains(&&**name), "{name} on {}", tag.name);
                assert!(name != "href" || value.starts_with('#'), "{value}");
                assert!(!value.contains("url("), "{value}");
            }
        }
        let style = style(&page);
        assert!(!style.contains("url(") && !style.contains("@import") && !style.contains("@font-face"));
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
    }
}

#[test]
fn every_name_is_there_once_and_every_link_leads_to_one() {
    for page in pages() {
        let tags = tags(&page);
        let mut names: Vec<_> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        for tag in &tags {
            for name in ["href", "aria-labelledby"] {
                for target in tag.get(name).unwrap_or_default().split_whitespace() {
                    assert!(names.binary_search(&target.trim_start_matches('#')).is_ok(), "{target}");
                }
            }
        }
    }
}

#[test]
fn findings_lead_to_their_places_and_places_back() {
    for (page, story) in pages().iter().zip(stories()) {
        let (findings, texts) = page.split_once("<div class=\"texts\">").unwrap_or((page, ""));
        for (index, found) in story.discrepancies.iter().enumerate() {
            let name = format!("d{}", index + 1);
            let back = texts.matches(&format!("<a href=\"#{name}\">{name}</a>")).count();
            // Words that end between two paragraphs have no end of their own.
            assert!(back >= 1 && back <= found.evidence.len(), "{name}: {back} of {}", found.evidence.len());
            let card =
                findings.split(&format!("id=\"{name}\"")).nth(1).and_then(|rest| rest.split("</article>").next());
            assert_eq!(card.expect("a card").matches("<a class=\"place\" href=\"#t").count(), found.evidence.len());
        }
    }
}

#[test]
fn headings_go_down_one_by_one_and_cells_say_what_they_head() {
    for page in pages() {
        let mut level = 0;
        for tag in tags(&page) {
            if let Some(next) = tag.name.strip_prefix('h').and_then(|digit| digit.parse::<u8>().ok()) {
                assert!(next <= level + 1, "h{next} after h{level}");
                level = next;
            }
            match &*tag.name {
                "th" => assert!(matches!(tag.get("scope"), Some("col" | "row"))),
                "svg" => assert!(tag.get("role") == Some("img") && tag.get("aria-labelledby").is_some()),
                "section" | "article" => assert!(tag.get("aria-labelledby").is_some()),
                "html" => assert_eq!(tag.get("lang"), Some("en")),
                _ => {}
            }
        }
        assert_eq!(page.matches("<h1").count(), 1);
        assert_eq!(page.matches("<table").count(), page.matches("<caption").count());
        assert_eq!(page.matches("<svg").count(), page.matches("<figcaption").count());
    }
}

/// The colours that a block of the style sheet names.
fn colours(block: &str) -> HashMap<&str, [f64; 3]> {
    let colour = regex::Regex::new(r"--([a-z-]+): #([0-9a-f]{6});").expect("a pattern");
    (colour.captures_iter(block))
        .map(|found| {
            let (_, [name, digits]) = found.extract();
            let part =
                |from: usize| f64::from(u8::from_str_radix(&digits[from..from + 2], 16).expect("digits")) / 255.0;
            (name, [part(0), part(2), part(4)])
        })
        .collect()
}

/// The contrast of two colours as WCAG 2 reckons it, 1 to 21.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let light = |[red, green, blue]: [f64; 3]| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (one, other) = (light(one) + 0.05, light(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn all_text_can_be_read_by_light_and_by_dark() {
    const TEXT: f64 = 4.5; // WCAG 2, 1.4.3, AA
    const PAIRS: [(&str, &[&str]); 9] = [
        ("ink", &["paper", "panel"]),
        ("quiet", &["paper", "panel"]),
        ("link", &["paper", "panel"]),
        ("high", &["paper", "panel"]),
        ("medium", &["panel"]),
        ("low", &["panel"]),
        ("differs", &["differs-paper"]),
        ("damaged", &["damaged-paper"]),
        ("shared", &["panel"]),
    ];
    let pages = pages();
    let style = style(&pages[0]);
    let (light, rest) = style.split_once("prefers-color-scheme: dark").expect("colours for the dark");
    for (name, block) in [("light", light), ("dark", rest)] {
        let colours = colours(block.split_once("* {").map_or(block, |(block, _)| block));
        for (text, grounds) in PAIRS {
            for ground in grounds {
                let contrast = contrast(colours[text], colours[ground]);
                assert!(contrast >= TEXT, "{text} on {ground}, {name}: {contrast:.2}");
            }
        }
    }
}
