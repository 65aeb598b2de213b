//! Which format bytes are in: told by what they hold; where that leaves two open, by what is declared and by the name.

use std::fmt;

use super::Source;
use super::json_lines;
use super::mail;
use super::markdown;
use super::markup;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing but its words.
    Plain,
    /// Words with marks of Markdown.
    Markdown,
    /// A page.
    Html,
    /// A mail, or a page saved as one (MHTML).
    Mail,
    /// A document of fixed pages.
    Pdf,
    /// Articles in the form of `batch`.
    JsonLines,
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Self::Plain => "a text",
            Self::Markdown => "a Markdown text",
            Self::Html => "a web page",
            Self::Mail => "a mail",
            Self::Pdf => "a PDF",
            Self::JsonLines => "JSON",
        })
    }
}

/// Bytes that are looked at to tell a format: what stands before an article in a page's file is short.
const LOOK_BYTES: usize = 8 * 1024;

/// How a PDF begins; some have a line of something else before it.
const PDF_MARK: &[u8] = b"%PDF-";
/// Within so many bytes, as its readers have it.
const PDF_MARK_BYTES: usize = 1024;

/// How files begin that are no text, and what they are.
const MARKS: [(&[u8], &str); 16] = [
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"RIFF", "it is a picture, a film or a sound"),
    (b"II*\0", "it is a picture"),
    (b"MM\0*", "it is a picture"),
    (b"OggS", "it is a film or a sound"),
    (b"ID3", "it is a sound"),
    (b"PK\x03\x04", "it is an archive, or a document of a word processor"),
    (b"PK\x05\x06", "it is an empty archive"),
    (b"\xd0\xcf\x11\xe0", "it is a document of a word processor"),
    (b"{\\rtf", "it is a document of a word processor"),
    (b"BZh", "it is packed with bzip2"),
    (b"\xfd7zXZ", "it is packed with xz"),
    (b"(\xb5/\xfd", "it is packed with zstd"),
    (b"\x7fELF", "it is a program"),
];

impl Kind {
    /// The format of `source`; `Err` says what it is instead.
    pub fn of(source: &Source) -> Result<Self, String> {
        let bytes = source.bytes;
        if bytes[..bytes.len().min(PDF_MARK_BYTES)].windows(PDF_MARK.len()).any(|window| window == PDF_MARK) {
            return Ok(Self::Pdf);
        }
        if let Some((_, told)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
            return Err((*told).to_owned());
        }
        let mut looked = Source { bytes: &bytes[..bytes.len().min(LOOK_BYTES)], ..*source }.text(&mut Vec::new());
        if looked.contains('\0') {
            return Err("it is no text".to_owned());
        }
        // A character cut at the end of what is looked at says nothing.
        looked.truncate(looked.trim_end_matches('\u{fffd}').len());
        let start = looked.trim_start_matches(|character: char| character.is_whitespace() || character == '\u{feff}');
        let name = Named::of(source);
        if start.starts_with(['{', '[']) && json_lines::is_json(bytes) {
            return if json_lines::has_articles(bytes) {
                Ok(Self::JsonLines)
            } else {
                Err("it is JSON without articles (“text” or “sources”)".to_owned())
            };
        }
        if mail::is_mail(start) {
            return Ok(Self::Mail);
        }
        if markup::is_page(start) || (name == Named::Html && markup::has_tags(start)) {
            return Ok(Self::Html);
        }
        if name == Named::Markdown || (name == Named::Nothing && markdown::is_markdown(start)) {
            return Ok(Self::Markdown);
        }
        Ok(Self::Plain)
    }

    /// Whether reading it takes many times its size in memory.
    pub const fn is_taken_apart(self) -> bool {
        matches!(self, Self::Html | Self::Mail | Self::Pdf | Self::Markdown)
    }
}

/// What a name or a declaration says of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Html,
    Markdown,
    Text,
    Nothing,
}

impl Named {
    fn of(source: &Source) -> Self {
        let declared = source.media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        match declared.to_ascii_lowercase().as_str() {
            "text/html" | "application/xhtml+xml" => return Self::Html,
            "text/markdown" => return Self::Markdown,
            _ => {}
        }
        let name = source.location.rsplit('/').next().unwrap_or_default();
        let Some((_, extension)) = name.rsplit_once('.') else { return Self::Nothing };
        match extension.to_ascii_lowercase().as_str() {
            "html" | "htm" | "xhtml" | "php" | "asp" | "aspx" | "shtml" => Self::Html,
            "md" | "markdown" | "mkd" => Self::Markdown,
            "txt" | "text" => Self::Text,
            _ => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(location: &str, bytes: &[u8], expected: Kind) {
        assert_eq!(Kind::of(&Source::new(location, bytes)), Ok(expected), "{location}");
    }

    #[test]
    fn what_a_file_holds_counts_more_than_its_name() {
        check("a.txt", b"<!DOCTYPE html><html><body><p>Words", Kind::Html);
        check("a.html", b"Ten people fled, police said. A < b.", Kind::Plain);
        check("a.html", b"Ten people <b>fled</b>, police said.", Kind::Html);
        check("a.txt", b"junk\n%PDF-1.4\n", Kind::Pdf);
        check("a.txt", b"\xef\xbb\xbf{\"text\": \"It rained.\"}", Kind::JsonLines);
        check("a.md", b"Plain words.", Kind::Markdown);
        check("a.txt", b"From: A <a@example.org>\nSubject: Rain\nDate: 2 May 2024\n\nIt rained.", Kind::Mail);
        check("a", b"# Rain\n\nIt [rained](https://example.org) **hard**.\n", Kind::Markdown);
        check("a.txt", b"# Rain\n\nIt [rained](https://example.org) **hard**.\n", Kind::Plain);
    }

    #[test]
    fn words_about_a_format_are_not_in_it() {
        check("a", b"The <html> tag begins a page, he wrote.", Kind::Plain);
        check("a", b"Subject: rain\n\nIt rained.", Kind::Plain);
        check("a", b"[Reuters] Ten people fled.", Kind::Plain);
        check("a", b"{Ten people} fled.", Kind::Plain);
        check("a", b"#rain was the talk of the town.", Kind::Plain);
    }

    #[test]
    fn a_declared_type_decides_where_the_words_do_not() {
        let source = |media_type, bytes| Source { media_type: Some(media_type), ..Source::new("news", bytes) };
        assert_eq!(Kind::of(&source("text/html;charset=utf-8", b"It <i>rained</i>.")), Ok(Kind::Html));
        assert_eq!(Kind::of(&source("text/markdown", b"It rained.")), Ok(Kind::Markdown));
        assert_eq!(Kind::of(&source("text/plain", b"It <i>rained</i>.")), Ok(Kind::Plain));
    }
}
