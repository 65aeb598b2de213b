//! A feed → its entries: RSS and Atom, with their links made whole.

use feed_rs::model;
use feed_rs::parser::Builder;
use jiff::civil::Date;
use url::Url;

use super::Page;
use crate::read::formats::{isolated, words};
use crate::read::{Limits, harmless_line};

/// Something that a feed lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its headline, harmless and without tags; empty where it has none.
    pub title: String,
    /// The address of its page, where it has one that may be fetched.
    pub address: Option<String>,
    /// Its day.
    pub published: Option<Date>,
    /// What the feed itself gives of it, as it came.
    pub text: Option<String>,
    /// The media type of that.
    pub media_type: Option<String>,
}

/// What stands near the beginning of a feed, and of no page.
const ROOTS: [&[u8]; 3] = [b"<rss", b"<feed", b"<rdf:rdf"];
/// Before the root there are a declaration, comments and styles.
const BEGINNING_BYTES: usize = 2048;

/// Whether a page is a feed, by what it holds.
pub fn is_feed(page: &Page) -> bool {
    let beginning = page.bytes[..page.bytes.len().min(BEGINNING_BYTES)].to_ascii_lowercase();
    let has = |what: &[u8]| beginning.windows(what.len()).any(|bytes| bytes == what);
    ROOTS.iter().any(|root| has(root)) && !has(b"<html")
}

/// The entries of a feed, in its order.
///
/// # Errors
///
/// When it cannot be read; the message says why.
pub fn entries(page: &Page, limits: &Limits) -> Result<Vec<Entry>, String> {
    // What a stranger sends may find a hole in what reads it, which must end no other article.
    let (found_at, bytes) = (page.found_at.clone(), page.bytes.clone());
    let parsed = isolated(limits, move || Ok(Builder::new().base_uri(Some(&found_at)).build().parse(&bytes[..])));
    let feed = match parsed {
        Ok(parsed) => parsed.map_err(|cause| format!("it is a feed that cannot be read ({cause})"))?,
        Err(refusal) => return Err(format!("it is a feed that cannot be read ({})", refusal.reason)),
    };
    let base = Url::parse(&page.found_at).ok();
    Ok(feed.entries.into_iter().map(|entry| told(entry, base.as_ref())).collect())
}

fn told(entry: model::Entry, base: Option<&Url>) -> Entry {
    let address = link(&entry.links).and_then(|link| match base {
        Some(base) => base.join(link).ok(),
        None => Url::parse(link).ok(),
    });
    let day = entry.published.or(entry.updated).and_then(|time| time.to_rfc3339().get(..DAY_BYTES)?.parse().ok());
    let content = entry.content.and_then(|content| Some((content.body?, content.content_type.to_string())));
    let summary = entry.summary.map(|text| (text.content, text.content_type.to_string()));
    let (text, media_type) = content.or(summary).filter(|(text, _)| !text.trim().is_empty()).unzip();
    Entry {
        title: entry.title.map(|title| harmless_line(&words(&title.content))).unwrap_or_default(),
        address: address.filter(|url| matches!(url.scheme(), "http" | "https")).map(String::from),
        published: day,
        text,
        media_type,
    }
}

/// The length of `2025-02-24`.
const DAY_BYTES: usize = 10;

/// The link to the entry's page: the one that says so, or says nothing.
fn link(links: &[model::Link]) -> Option<&str> {
    let is_page = |link: &&model::Link| link.rel.as_deref().is_none_or(|rel| rel == "alternate");
    links.iter().find(is_page).or(links.first()).map(|link| link.href.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn page(text: &str) -> Page {
        Page {
            address: "https://example.org/feeds/all".to_owned(),
            found_at: "https://example.org/feeds/all".to_owned(),
            media_type: None,
            bytes: text.as_bytes().to_vec(),
            doubts: Vec::new(),
        }
    }

    #[test]
    fn the_entries_of_rss_have_their_links_made_whole() {
        let feed = page(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>All</title><link>https://example.org/</link>\
             <item><title>River &lt;b&gt;rises&lt;/b&gt; &amp;amp; falls</title><link>/river</link>\
             <pubDate>Mon, 24 Feb 2025 23:10:00 GMT</pubDate><description>Forty fled.</description></item>\
             <item><title>Odd</title><link>javascript:alert(1)</link></item></channel></rss>",
        );
        assert!(is_feed(&feed));
        let entries = entries(&feed, &Limits::default()).expect("a feed");
        assert_eq!(entries[0].title, "River rises & falls");
        assert_eq!(entries[0].address.as_deref(), Some("https://example.org/river"));
        assert_eq!(entries[0].published, Some(date(2025, 2, 24)));
        assert_eq!(entries[0].text.as_deref(), Some("Forty fled."));
        assert_eq!((entries[1].title.as_str(), &entries[1].address), ("Odd", &None));
    }

    #[test]
    fn the_day_of_an_atom_entry_is_that_of_its_update_where_it_tells_no_other() {
        let feed = page(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>All</title><id>1</id><updated>2025-02-24T10:00:00Z</updated>\
             <entry><title>Rain</title><id>2</id><updated>2025-02-23T10:00:00Z</updated>\
             <link rel=\"edit\" href=\"/edit\"/><link rel=\"alternate\" href=\"../rain\"/>\
             <content type=\"html\">&lt;p&gt;It rained.&lt;/p&gt;</content></entry></feed>",
        );
        assert!(is_feed(&feed));
        let entry = &entries(&feed, &Limits::default()).expect("a feed")[0];
        assert_eq!(entry.published, Some(date(2025, 2, 23)));
        assert_eq!(entry.address.as_deref(), Some("https://example.org/rain"));
        assert_eq!(
            (entry.text.as_deref(), entry.media_type.as_deref()),
            (Some("<p>It rained.</p>"), Some("text/html"))
        );
    }

    #[test]
    fn a_page_about_feeds_is_none() {
        assert!(!is_feed(&page("<!doctype html><html><body>&lt;rss> <code><rss</code></body></html>")));
        assert!(!is_feed(&page("The feed said it rained.")));
        assert!(!is_feed(&page("")));
    }

    #[test]
    fn a_broken_feed_says_so() {
        for text in ["<rss version=\"2.0\"><channel><item>", "<rss>", "<rss version=\"9\"><channel/></rss>", "<feed"] {
            let _ = entries(&page(text), &Limits::default())
                .map_err(|reason| assert!(reason.contains("cannot be read"), "{reason}"));
        }
        assert!(entries(&page("<rss"), &Limits::default()).is_err());
        let deep = format!("<rss version=\"2.0\"><channel>{}", "<a>".repeat(100_000));
        let _ = entries(&page(&deep), &Limits::default());
    }

    #[test]
    fn a_headline_is_a_line_without_tags() {
        let headline = |title: &str| harmless_line(&words(title));
        assert_eq!(
            headline("<b>Rain</b>,\n 5 < 6 &amp; <a href='x'>more</a>\u{202e}\u{1b}[31m"),
            "Rain, 5 < 6 & more␛[31m"
        );
        assert_eq!(headline("a <"), "a <");
    }
}
