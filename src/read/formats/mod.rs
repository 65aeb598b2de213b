//! Bytes from anywhere → articles: the format is told by what they are, and one file knows each.

mod days;
mod gzip;
mod html;
mod isolated;
mod json_lines;
mod kind;
mod mail;
mod markdown;
mod markup;
mod pdf;

use encoding_rs::Encoding;
use jiff::civil::Date;

use super::decode::{decode, encoding_of};
use super::{Article, Limits, Opened, digest, harmless, harmless_line, title_of};
use crate::error::Error;
use kind::Kind;

pub use days::day;
#[cfg(feature = "net")]
pub(super) use html::words;
#[cfg(feature = "net")]
pub(super) use isolated::isolated;

/// The bytes of one source, wherever they came from, and what is said about them there.
#[derive(Clone, Copy, Debug)]
pub struct Source<'b> {
    /// Its path or address, or `-`.
    pub location: &'b str,
    /// The media type that came with the bytes, such as `text/html; charset=iso-8859-1`.
    pub media_type: Option<&'b str>,
    /// What it holds.
    pub bytes: &'b [u8],
}

impl<'b> Source<'b> {
    /// The bytes of `location`, about which nothing is declared.
    pub const fn new(location: &'b str, bytes: &'b [u8]) -> Self {
        Self { location, media_type: None, bytes }
    }

    /// The encoding that the source declares.
    fn declared(&self) -> Option<&'static Encoding> {
        let parameters = self.media_type?.split(';').skip(1);
        parameters
            .filter_map(|parameter| parameter.split_once('='))
            .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
            .and_then(|(_, label)| encoding_of(label))
    }

    /// The text, in the encoding that is declared or else found.
    fn text(&self, doubts: &mut Vec<String>) -> String {
        decode(self.bytes, self.declared(), doubts).into_owned()
    }
}

/// What a format finds in the bytes, not yet made harmless.
#[derive(Debug, Default)]
struct Draft {
    title: Option<String>,
    outlet: Option<String>,
    byline: Option<String>,
    language: Option<String>,
    published: Option<Date>,
    text: String,
    doubts: Vec<String>,
    /// What tells it from the others of its source, and its digest, where a source holds several.
    part: Option<(String, String)>,
}

/// Why bytes are no article, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) reason: String,
    remedy: &'static str,
}

impl Refusal {
    fn new(reason: impl Into<String>, remedy: &'static str) -> Self {
        Self { reason: reason.into(), remedy }
    }
}

/// What to do about bytes in which no text is found.
const SAVE_AS_TEXT: &str = "save the article as plain text and open that";

/// The articles in a source: most hold one, some formats several. What cannot be read is told, never an end.
///
/// ```
/// use variorum::read::Limits;
/// use variorum::read::formats::{Source, articles};
///
/// let page = b"<html><head><title>River rises</title></head><body><p>At least 40 people fled.</p></body></html>";
/// let opened = articles(&Source::new("page", page), &Limits::default());
/// assert_eq!(&*opened.articles[0].text, "River rises\n\nAt least 40 people fled.");
/// ```
pub fn articles(source: &Source, limits: &Limits) -> Opened {
    let finished = drafts(source, limits).and_then(|drafts| {
        let digest = digest(source.bytes);
        let articles = drafts.into_iter().map(|draft| draft.finished(source.location, &digest));
        let seen: Vec<_> = articles.filter(|article| !article.text.trim().is_empty()).collect();
        if seen.is_empty() {
            return Err(Refusal::new("it holds nothing that can be seen", "name a file that holds the article's text"));
        }
        Ok(seen)
    });
    match finished {
        Ok(articles) => Opened { articles, ..Opened::default() },
        Err(Refusal { reason, remedy }) => Opened::refusal(Error::Source {
            location: harmless_line(source.location),
            reason: harmless_line(&reason),
            remedy,
        }),
    }
}

fn drafts(source: &Source, limits: &Limits) -> Result<Vec<Draft>, Refusal> {
    if source.bytes.len() as u64 > limits.source_bytes() {
        return Err(Refusal::new(
            format!("it is larger than {} MiB", limits.source_mib),
            "name the article's own file, or raise the limit “source-mib” in your settings",
        ));
    }
    let (bytes, layers) = gzip::unpacked(source.bytes, limits)?;
    let mut inner = Source { bytes: &bytes, ..*source };
    if layers > 0 {
        inner.location = source.location.strip_suffix(".gz").unwrap_or(source.location);
    }
    let kind = Kind::of(&inner).map_err(|reason| Refusal::new(reason, SAVE_AS_TEXT))?;
    if kind.is_taken_apart() && inner.bytes.len() as u64 > limits.page_bytes() {
        return Err(Refusal::new(
            format!("it is {kind} of more than {} MiB", limits.page_mib),
            "save the article as plain text, or raise the limit “page-mib” in your settings",
        ));
    }
    let drafts = match kind {
        Kind::Plain => vec![Draft::plain(&inner)],
        Kind::JsonLines => json_lines::drafts(&inner)?,
        Kind::Html => vec![html::draft(&inner, limits)?],
        Kind::Markdown => vec![markdown::draft(&inner, limits)?],
        Kind::Mail => vec![mail::draft(&inner, limits)?],
        Kind::Pdf => vec![pdf::draft(&inner, limits)?],
    };
    let drafts: Vec<_> = drafts.into_iter().filter(|draft| !draft.text.trim().is_empty()).collect();
    match drafts.is_empty() {
        true if inner.bytes.trim_ascii().is_empty() => {
            Err(Refusal::new("it is empty", "name a file that holds the article's text"))
        }
        true => Err(Refusal::new(format!("it is {kind} without text"), SAVE_AS_TEXT)),
        false => Ok(drafts),
    }
}

impl Draft {
    fn plain(source: &Source) -> Self {
        let mut doubts = Vec::new();
        let text = source.text(&mut doubts);
        Self { text, doubts, ..Self::default() }
    }

    /// The article, with everything in it made harmless.
    fn finished(self, location: &str, digest: &str) -> Article {
        let mut doubts = self.doubts.iter().map(|doubt| harmless_line(doubt)).collect();
        let text = harmless(&self.text, &mut doubts);
        let line = |told: Option<String>| {
            let told = harmless_line(&told?).split_whitespace().collect::<Vec<_>>().join(" ");
            (!told.is_empty()).then_some(told)
        };
        let title = line(self.title).map_or_else(|| title_of(&text), |title| title_of(&title));
        let (location, sha256) = match self.part {
            Some((part, digest)) => (format!("{location} {part}"), digest),
            None => (location.to_owned(), digest.to_owned()),
        };
        Article {
            siglum: super::ArticleId(0).siglum(),
            location: harmless_line(&location),
            title,
            outlet: line(self.outlet),
            byline: line(self.byline),
            language: line(self.language),
            published: self.published,
            sha256,
            text: text.into(),
            doubts,
        }
    }
}

/// The headline before a body that does not begin with it: an article is read with its headline.
fn with_headline(title: Option<&str>, body: String) -> String {
    let Some(title) = title.map(str::trim).filter(|title| !title.is_empty()) else { return body };
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let first = body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if plain(first) == plain(title) { body } else { format!("{title}\n\n{body}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is refused, in words.
    fn refusal(source: &Source) -> String {
        let opened = articles(source, &Limits::default());
        assert!(opened.articles.is_empty());
        opened.refused[0].to_string()
    }

    #[test]
    fn the_declared_encoding_is_found_among_the_parameters() {
        let label = |media_type| Source { media_type: Some(media_type), ..Source::new("-", b"") }.declared();
        assert_eq!(label("text/html; boundary=x; Charset=\"ISO-8859-2\"").map(Encoding::name), Some("ISO-8859-2"));
        assert_eq!(label("text/html").map(Encoding::name), None);
        assert_eq!(label("text/html; charset=none-such").map(Encoding::name), None);
    }

    #[test]
    fn limits_are_named_where_they_end_the_work() {
        let limits = Limits { source_mib: 1, page_mib: 1, ..Limits::default() };
        let told = |bytes: &[u8]| articles(&Source::new("x", bytes), &limits).refused[0].to_string();
        assert!(told(&vec![b'a'; (1 << 20) + 1]).contains("“source-mib”"));
        let limits = Limits { page_mib: 1, ..Limits::default() };
        let page = format!("<html>{}", "a".repeat(1 << 20));
        let told = articles(&Source::new("x", page.as_bytes()), &limits).refused[0].to_string();
        assert!(told.contains("a web page of more than 1 MiB") && told.contains("“page-mib”"), "{told}");
    }

    #[test]
    fn what_holds_no_article_is_refused_by_name() {
        for (bytes, words) in [
            (&b" \n"[..], "it is empty"),
            (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
            (b"PK\x03\x04\0\0", "an archive"),
            (b"{\\rtf1\\ansi Words}", "a word processor"),
            (b"text\0with zeros", "it is no text"),
            ("\u{200b}\u{feff}".as_bytes(), "nothing that can be seen"),
            (b"{\"type\": \"something\"}", "JSON without articles"),
            (b"<html><head><title>x</title></head><body><img src=y></body></html>", "without text"),
        ] {
            let told = refusal(&Source::new("named", bytes));
            assert!(told.contains("named") && told.contains(words), "{told}");
        }
    }

    #[test]
    fn a_name_that_steers_a_terminal_does_so_nowhere() {
        let location = "a\u{1b}]0;owned\u{7}\nb.txt";
        let told = refusal(&Source::new(location, b""));
        let opened = articles(&Source::new(location, b"It rained."), &Limits::default());
        for shown in [&told, &opened.articles[0].location] {
            assert!(shown.contains("a␛]0;owned␇␤b.txt"), "{shown:?}");
        }
    }
}
