//! Sources → [`Article`]s: the bytes decoded, made harmless for terminals and reports, and named.
//!
//! ```
//! use variorum::read::Article;
//!
//! let article = Article::from_text("River rises\n\nAt least 40 people fled.");
//! assert_eq!(article.title, "River rises");
//! ```

mod bundled;
mod decode;
mod files;
mod harmless;

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::text::Span;

pub use bundled::bundled;
pub use files::{Reached, open, sources, standard_input};
pub use harmless::harmless;

/// Which article of the story: its place in the order given, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub usize);

impl ArticleId {
    /// The letters that stand for it: `a` … `z`, `aa`, `ab`, …
    ///
    /// ```
    /// use variorum::read::ArticleId;
    ///
    /// assert_eq!(ArticleId(1).siglum(), "b");
    /// assert_eq!(ArticleId(27).siglum(), "ab");
    /// ```
    pub fn siglum(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.0;
        loop {
            letters.push((b'a' + (rest % 26) as u8) as char);
            match rest / 26 {
                0 => break,
                more => rest = more - 1,
            }
        }
        letters.iter().rev().collect()
    }
}

/// Words of one article: a [`Span`] and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Excerpt {
    /// Whose words.
    pub article: ArticleId,
    /// Which words.
    pub span: Span,
}

/// One text as read.
#[derive(Clone, Debug)]
pub struct Article {
    /// What stands for it on the screen and in reports: `a`, `b`, …, or the id that a caller of `batch` chose.
    pub siglum: String,
    /// Where it came from: a path, `-`, or a bundled name; harmless, for showing.
    pub location: String,
    /// Its headline, or the beginning of its first line.
    pub title: String,
    /// Its day of publication, where the source tells one.
    pub published: Option<jiff::civil::Date>,
    /// SHA-256 of the source's bytes, in hexadecimal.
    pub sha256: String,
    /// The whole text, made harmless; its own line breaks stay.
    pub text: Arc<str>,
    /// What was odd about the source, in words.
    pub doubts: Vec<String>,
}

impl Article {
    /// An article from text at hand, as `batch` and the tests have it. The siglum is `a` until [`number`] sets it.
    pub fn from_text(text: &str) -> Self {
        Self::from_bytes("-", text.as_bytes())
    }

    /// The last part of where it came from: what a narrow heading has room for.
    ///
    /// ```
    /// use variorum::read::Article;
    ///
    /// assert_eq!(Article::from_bytes("story/herald.txt", b"Ten men fled.").name(), "herald.txt");
    /// ```
    pub fn name(&self) -> &str {
        self.location.rsplit('/').find(|part| !part.is_empty()).unwrap_or(&self.location)
    }

    /// An article from the bytes of a source called `location`, in whatever encoding they are.
    pub fn from_bytes(location: &str, bytes: &[u8]) -> Self {
        let mut doubts = Vec::new();
        let decoded = decode::decode(bytes, &mut doubts);
        let text = harmless(&decoded, &mut doubts);
        Self {
            siglum: ArticleId(0).siglum(),
            location: harmless(location, &mut Vec::new()),
            title: title_of(&text),
            published: None,
            sha256: digest(bytes),
            text: text.into(),
            doubts,
        }
    }
}

/// Gives the articles the sigla of their order.
pub fn number(articles: &mut [Article]) {
    for (place, article) in articles.iter_mut().enumerate() {
        article.siglum = ArticleId(place).siglum();
    }
}

/// Longest title, in code points; what is longer is cut at a word.
const TITLE_POINTS: usize = 120;

/// The first line that says anything, cut to a title's length.
fn title_of(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| line.chars().any(char::is_alphanumeric)).unwrap_or_default();
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = words.char_indices().nth(TITLE_POINTS) else {
        return words;
    };
    let end = words[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", &words[..end])
}

/// The SHA-256 of `bytes`, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigla_go_on_after_z() {
        let sigla: Vec<_> = [0, 25, 26, 51, 52, 701, 702].map(|place| ArticleId(place).siglum()).into();
        assert_eq!(sigla, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }

    #[test]
    fn the_digest_is_that_of_the_bytes() {
        assert!(Article::from_text("abc").sha256.starts_with("ba7816bf8f01cfea"));
    }

    #[test]
    fn a_long_first_line_is_cut_at_a_word() {
        let article = Article::from_text(&"surmountable ".repeat(40));
        assert!(article.title.ends_with("surmountable…"));
        assert!(article.title.chars().count() <= TITLE_POINTS + 1);
    }
}
