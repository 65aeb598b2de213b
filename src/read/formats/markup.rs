//! What can be told of a page before it is taken apart: whether it is one, its encoding, and how deep its tags nest.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::read::decode::encoding_of;

/// The tags with which pages begin.
const FIRST_TAGS: [&str; 12] =
    ["html", "head", "body", "script", "style", "title", "meta", "link", "div", "table", "p", "article"];

/// Whether `start`, the beginning of a text without spaces before it, is that of a page.
pub fn is_page(start: &str) -> bool {
    let mut rest = start;
    loop {
        rest = rest.trim_start();
        let Some(tag) = rest.strip_prefix('<') else { return false };
        let skipped = if tag.starts_with("!--") {
            tag.split_once("-->")
        } else if tag.starts_with('?') {
            tag.split_once("?>")
        } else {
            let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
            return tag.get(..8).is_some_and(|tag| tag.eq_ignore_ascii_case("!doctype"))
                || FIRST_TAGS.iter().any(|first| name.eq_ignore_ascii_case(first));
        };
        let Some((_, after)) = skipped else { return false };
        rest = after;
    }
}

/// Whether there are tags in `text`: a name between angle brackets, and one that ends it.
pub fn has_tags(text: &str) -> bool {
    let begins = |at: usize| text[at + 1..].starts_with(|character: char| character.is_ascii_alphabetic());
    text.match_indices('<').any(|(at, _)| begins(at)) && (text.contains("</") || text.contains("/>"))
}

/// The bytes in which a page must declare its encoding.
const DECLARED_BYTES: usize = 1024;

/// The encoding that the page itself declares in a `<meta>`.
pub fn declared_inside(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_BYTES)]).to_ascii_lowercase();
    let metas = start.match_indices("<meta").map(|(at, _)| &start[at..]);
    let labels = metas.filter_map(|meta| {
        let meta = &meta[..meta.find('>').unwrap_or(meta.len())];
        let label = meta[meta.find("charset")? + "charset".len()..].trim_start().strip_prefix('=')?;
        let label = label.trim_start().trim_start_matches(['"', '\'']);
        let end = label.find(|character: char| character.is_whitespace() || "\"';/".contains(character));
        encoding_of(&label[..end.unwrap_or(label.len())])
    });
    // What could be read up to here is not UTF-16.
    labels.map(|encoding| if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding }).next()
}

/// Tags that hold nothing, and those that end by themselves when the next of their kind begins.
const NOT_NESTING: [&str; 34] = [
    "a", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "frame", "keygen", "basefont", "bgsound", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead",
    "tbody", "tfoot", "colgroup", "rp", "rt",
];

/// Tags whose words are no tags.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noscript", "xmp"];

/// Whether the tags of a page nest more than `most` deep, roughly; linear in its length, so that a page made to stop
/// the work is found before it does.
pub fn nests_deeper(page: &str, most: usize) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (closing, tag) = rest.strip_prefix('/').map_or((false, rest), |tag| (true, tag));
        let name_bytes = tag.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let name = &tag[..name_bytes];
        rest = &tag[name_bytes..];
        let is = |other: &&str| other.eq_ignore_ascii_case(name);
        if name.is_empty() || NOT_NESTING.iter().any(is) {
            continue;
        }
        if closing {
            // What was left open inside ends, too.
            if let Some(place) = open.iter().rposition(is) {
                open.truncate(place);
            }
            continue;
        }
        if ends_itself(rest) && open.iter().any(is_foreign) {
            // In HTML itself such a tag is open all the same.
            continue;
        }
        if RAW.iter().any(is) {
            rest = after_raw(rest, name);
            continue;
        }
        open.push(name);
        if open.len() > most {
            return true;
        }
    }
    false
}

/// Tags that are longer are looked at no further, so that a page of unended ones takes no longer than others.
const TAG_BYTES: usize = 1024;

/// Whether what follows a tag's name ends it with `/>`.
fn ends_itself(rest: &str) -> bool {
    let looked = &rest.as_bytes()[..rest.len().min(TAG_BYTES)];
    looked.iter().position(|byte| *byte == b'>').is_some_and(|end| looked[..end].ends_with(b"/"))
}

/// Drawings and formulas, in which a tag may end itself.
fn is_foreign(name: &&str) -> bool {
    ["svg", "math"].iter().any(|foreign| foreign.eq_ignore_ascii_case(name))
}

/// What follows the end of a tag whose words are no tags.
fn after_raw<'t>(rest: &'t str, name: &str) -> &'t str {
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        at += found + 2;
        if rest.get(at..at + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return &rest[at + name.len()..];
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_first_tag() {
        for page in
            ["<!doctype html>", " <HTML>", "<?xml version='1.0'?>\n<html>", "<!-- saved --><p>a", "<div class=x>"]
        {
            assert!(is_page(page), "{page}");
        }
        for text in ["", "<", "<3 this town", "<Reuters> says", "a <p>", "<!-- only -->", "<rss version='2.0'>"] {
            assert!(!is_page(text), "{text}");
        }
    }

    #[test]
    fn the_page_s_own_encoding_is_found_in_either_form() {
        let found = |page: &str| declared_inside(page.as_bytes()).map(Encoding::name);
        assert_eq!(found("<head><META charset='Windows-1251'>"), Some("windows-1251"));
        let old = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\">";
        assert_eq!(found(old), Some("KOI8-R"));
        assert_eq!(found("<meta charset=utf-16>"), Some("UTF-8"));
        assert_eq!(found("<meta name=description content='the charset'>"), None);
        assert_eq!(found(&format!("{}<meta charset=koi8-r>", " ".repeat(DECLARED_BYTES))), None);
    }

    #[test]
    fn depth_is_that_of_what_is_open_at_once() {
        let check = |page: &str, most: usize, deeper: bool| assert_eq!(nests_deeper(page, most), deeper, "{page:.60}");
        check("<div><b><i>", 3, false);
        check("<div><b><i>", 2, true);
        check(&"<div></div>".repeat(1000), 2, false);
        check(&"<p>one<br>".repeat(1000), 2, false);
        check(&"<div><b>left open</div>".repeat(1000), 3, false);
        check(&"<a name=x/>".repeat(1000), 3, false);
        check(&"<div/>".repeat(1000), 999, true);
        check(&format!("<svg>{}</svg>", "<path d=M0/>".repeat(1000)), 3, false);
        check(&format!("<script>{}</script>", "'<div>'".repeat(1000)), 3, false);
        check(&format!("<!--{}-->", "<div>".repeat(1000)), 3, false);
        check(&"<div>".repeat(1000), 999, true);
        check(&"<font color=red>".repeat(1000), 999, true);
    }
}
