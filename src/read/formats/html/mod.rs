//! A page → its article: what the page says of it, and the running text without what stands around it.

mod furniture;
mod linked_data;
mod metadata;
mod text;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::isolated::isolated;
use super::markup::{declared_inside, nests_deeper};
use super::{Draft, Refusal, Source, with_headline};
use crate::read::Limits;
use crate::read::decode::decode;

/// The article in a page.
pub fn draft(source: &Source, limits: &Limits) -> Result<Draft, Refusal> {
    let mut doubts = Vec::new();
    let declared = source.declared().or_else(|| declared_inside(source.bytes));
    let page = decode(source.bytes, declared, &mut doubts).into_owned();
    let deepest = limits.nesting;
    let mut draft = isolated(limits, move || {
        if nests_deeper(&page, usize::try_from(deepest).unwrap_or(usize::MAX)) {
            return Err(Refusal::new(
                format!("it is a web page with tags more than {deepest} deep"),
                "save the article as plain text, or raise the limit “nesting” in your settings",
            ));
        }
        Ok(read(&page))
    })?;
    draft.doubts.splice(0..0, doubts);
    Ok(draft)
}

fn read(page: &str) -> Draft {
    let document = Document::from(page);
    let mut draft = metadata::of(&document);
    furniture::take_out(&document, draft.published);
    let body = main_text(document).unwrap_or_else(|| {
        draft.doubts.push("no article was found in the page; all its text is taken".to_owned());
        let document = Document::from(page);
        document.body().map_or_else(String::new, |body| text::of(body))
    });
    if !body.trim().is_empty() {
        draft.text = with_headline(draft.title.as_deref(), body);
    }
    draft
}

/// A line with markup, such as a headline, is looked at so far: nobody writes longer ones, and tags nest no deeper in it.
const LINE_BYTES: usize = 4096;

/// The words of a line that may have tags and marks for characters (`&amp;`).
pub fn words(line: &str) -> String {
    let line = &line[..line.floor_char_boundary(LINE_BYTES)];
    Document::fragment(line).text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of the part of the page that reads like an article.
fn main_text(document: Document) -> Option<String> {
    // What the page says of itself is read before, and more of it.
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    let text = text::of(Document::fragment(article.content).root());
    (!text.trim().is_empty()).then_some(text)
}
