//! Files, folders and standard input as sources.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Article, number};
use crate::error::{Error, Result};

/// The largest source that is read, in bytes. News articles are a few kilobytes; this bounds memory on a wrong path.
const LARGEST_SOURCE_BYTES: u64 = 64 * 1024 * 1024;

/// How many bytes are looked at to tell a text from a binary file.
const LOOK_BYTES: usize = 8 * 1024;

/// What a folder's articles are called.
const TEXT_EXTENSIONS: [&str; 3] = ["txt", "text", "md"];

/// Reads the sources in the order given: a path of a file, a folder (its text files, by name), or `-` for standard
/// input.
///
/// # Errors
///
/// When a source is missing, empty, binary or too large; the message names it and says what to do.
pub fn open(sources: &[PathBuf]) -> Result<Vec<Article>> {
    self::sources(sources, |_| true)
}

/// How far the reading of a story is.
#[derive(Clone, Copy, Debug)]
pub struct Reached<'a> {
    /// What is read.
    pub read: &'a [Article],
    /// How many articles there are to be read in all.
    pub of: usize,
    /// What is read next.
    pub now: &'a str,
}

/// The same; before it reads the next article it tells how far it is, and ends with what it has when `tell` says no.
///
/// # Errors
///
/// As `open`.
pub fn sources(list: &[PathBuf], mut tell: impl FnMut(Reached) -> bool) -> Result<Vec<Article>> {
    let mut parts = Vec::new();
    for source in list {
        if source.is_dir() {
            parts.extend(texts_in(source)?);
        } else {
            parts.push(source.clone());
        }
    }
    let mut articles: Vec<Article> = Vec::with_capacity(parts.len());
    for part in &parts {
        let now = super::harmless(&part.display().to_string(), &mut Vec::new());
        if !tell(Reached { read: &articles, of: parts.len(), now: &now }) {
            break;
        }
        articles.push(source(part)?);
    }
    number(&mut articles);
    Ok(articles)
}

/// One article.
fn source(source: &Path) -> Result<Article> {
    if source.as_os_str() == "-" {
        return standard_input();
    }
    if is_address(source) {
        let shown = source.display().to_string();
        return Err(refused(&shown, "addresses are not fetched", "save the page's text to a file and open that"));
    }
    file(source)
}

/// Whether a source that is no file reads as the address of a page.
fn is_address(source: &Path) -> bool {
    let written = source.to_string_lossy();
    (written.starts_with("http://") || written.starts_with("https://")) && !source.exists()
}

/// Reads one article from standard input.
///
/// # Errors
///
/// When it cannot be read, is empty, binary or too large.
pub fn standard_input() -> Result<Article> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(LARGEST_SOURCE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|cause| refused("standard input", &cause.to_string(), "pipe an article's text into it"))?;
    article("-", &bytes)
}

fn file(path: &Path) -> Result<Article> {
    let shown = path.display().to_string();
    let failed = |cause: &io::Error| {
        let remedy = match cause.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::PermissionDenied => "check its permissions",
            _ => "check that it is a readable file",
        };
        refused(&shown, &reason(cause), remedy)
    };
    let handle = fs::File::open(path).map_err(|cause| failed(&cause))?;
    let mut bytes = Vec::new();
    handle.take(LARGEST_SOURCE_BYTES + 1).read_to_end(&mut bytes).map_err(|cause| failed(&cause))?;
    article(&shown, &bytes)
}

fn article(location: &str, bytes: &[u8]) -> Result<Article> {
    if bytes.len() as u64 > LARGEST_SOURCE_BYTES {
        return Err(refused(location, "it is larger than 64 MiB", "name the article's own file"));
    }
    if is_binary(bytes) {
        return Err(refused(location, "it is no text", "save the article as plain text and open that"));
    }
    let article = Article::from_bytes(location, bytes);
    if article.text.trim().is_empty() {
        return Err(refused(location, "it is empty", "name a file that holds the article's text"));
    }
    Ok(article)
}

/// A zero byte near the beginning, and no byte order mark of UTF-16 that would explain it.
fn is_binary(bytes: &[u8]) -> bool {
    let utf_16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    !utf_16 && bytes[..bytes.len().min(LOOK_BYTES)].contains(&0)
}

/// The text files of a folder, by name, its own sub-folders left out.
fn texts_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let shown = folder.display().to_string();
    let entries = fs::read_dir(folder).map_err(|cause| refused(&shown, &reason(&cause), "check its permissions"))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.is_file()
                && path
                    .extension()
                    .and_then(|extension| extension.to_str())
                    .is_some_and(|extension| TEXT_EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str()))
        })
        .collect();
    paths.sort();
    if paths.is_empty() {
        return Err(refused(&shown, "no text file (.txt, .text, .md) lies in it", "name the articles' files"));
    }
    Ok(paths)
}

/// What the system said, without the number that only programmers know.
fn reason(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be read".to_owned(),
        _ => cause.to_string(),
    }
}

fn refused(location: &str, reason: &str, remedy: &'static str) -> Error {
    Error::Source { location: super::harmless(location, &mut Vec::new()), reason: reason.to_owned(), remedy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_opens_its_texts_by_name() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("b.txt", "Second."), ("a.txt", "First."), ("meta.json", "{}")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let articles = open(&[folder.path().to_owned()]).unwrap();
        let found: Vec<_> = articles.iter().map(|article| (article.siglum.as_str(), &*article.text)).collect();
        assert_eq!(found, [("a", "First."), ("b", "Second.")]);
    }

    #[test]
    fn it_is_told_how_far_the_reading_is_and_what_is_read_can_be_had_without_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "b.txt", "c.txt"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let mut told = Vec::new();
        let articles = sources(&[folder.path().to_owned(), folder.path().join("missing.txt")], |reached| {
            let name = reached.now.rsplit('/').next().unwrap_or_default().to_owned();
            told.push((reached.read.len(), reached.of, name));
            told.len() < 3
        });
        assert_eq!(articles.unwrap().iter().map(|article| &*article.text).collect::<Vec<_>>(), ["a.txt", "b.txt"]);
        let expected = [(0, 4, "a.txt"), (1, 4, "b.txt"), (2, 4, "c.txt")];
        assert_eq!(told, expected.map(|(read, of, name)| (read, of, name.to_owned())));
    }

    #[test]
    fn what_cannot_be_an_article_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let check = |name: &str, bytes: &[u8], reason: &str| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            let message = open(&[path]).unwrap_err().to_string();
            assert!(message.contains(name) && message.contains(reason), "{message}");
        };
        check("empty.txt", b" \n", "it is empty");
        check("picture.txt", b"\x89PNG\0\0", "it is no text");
        let address = open(&["https://example.org/story".into()]).unwrap_err().to_string();
        assert!(address.contains("addresses are not fetched"), "{address}");
        let missing = open(&[folder.path().join("missing.txt")]).unwrap_err().to_string();
        assert!(missing.contains("missing.txt: there is no such file; check the path"), "{missing}");
    }
}
