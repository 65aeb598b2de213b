//! Copies of fetched pages, one file each: a line of JSON about the page, then its bytes as they came.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use super::Page;
use crate::read::digest;

/// The name of the file's form.
const SCHEMA: &str = "variorum/page/1";
/// The line about the page is never longer.
const LONGEST_LINE_BYTES: usize = 64 * 1024;

/// The line about a page.
#[derive(Serialize, Deserialize)]
struct About {
    schema: String,
    address: String,
    found_at: String,
    media_type: Option<String>,
}

/// Where copies are kept; `None` where the user has no data folder. Not among what may be deleted at any time: notes are
/// bound to the words of these pages.
pub fn folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir().join("variorum").join("pages"))
}

/// The copy of a page, if there is one of at most so many bytes.
pub fn find(folder: &Path, address: &str, most_bytes: u64) -> Option<Page> {
    let path = folder.join(name(address));
    // A pipe would never end.
    let file = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
    if file.len() > most_bytes.saturating_add(LONGEST_LINE_BYTES as u64) {
        return None;
    }
    let mut bytes = fs::read(path).ok()?;
    let end = bytes.iter().take(LONGEST_LINE_BYTES).position(|&byte| byte == b'\n')?;
    let about: About = serde_json::from_slice(&bytes[..end]).ok()?;
    if about.schema != SCHEMA || about.address != address {
        return None;
    }
    bytes.drain(..=end);
    let About { address, found_at, media_type, .. } = about;
    Some(Page { address, found_at, media_type, bytes, doubts: Vec::new() })
}

/// Keeps a copy in the place of the one before: written aside and renamed, so that no other window sees a part of it.
pub fn keep(folder: &Path, page: &Page) -> io::Result<()> {
    let about = About {
        schema: SCHEMA.to_owned(),
        address: page.address.clone(),
        found_at: page.found_at.clone(),
        media_type: page.media_type.clone(),
    };
    fs::create_dir_all(folder)?;
    let mut aside = tempfile::NamedTempFile::new_in(folder)?;
    aside.write_all(&serde_json::to_vec(&about)?)?;
    aside.write_all(b"\n")?;
    aside.write_all(&page.bytes)?;
    aside.persist(folder.join(name(&page.address))).map_err(|error| error.error)?;
    Ok(())
}

/// The name of a page's file: an address may hold anything.
fn name(address: &str) -> String {
    format!("{}.page", digest(address.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(bytes: &[u8]) -> Page {
        Page {
            address: "https://example.org/../\n".to_owned(),
            found_at: "https://example.org/story".to_owned(),
            media_type: Some("text/html; charset=utf-8".to_owned()),
            bytes: bytes.to_vec(),
            doubts: Vec::new(),
        }
    }

    #[test]
    fn a_page_is_found_as_it_was_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("deep");
        for bytes in [&b"{}\n\n\0\xff"[..], b"", b"newer"] {
            keep(&deep, &page(bytes)).expect("kept");
            assert_eq!(find(&deep, &page(b"").address, 100), Some(page(bytes)));
        }
        assert_eq!(find(&deep, "https://example.org/other", 100), None);
        assert_eq!(fs::read_dir(&deep).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_is_no_copy_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name("a"));
        let other = br#"{"schema":"variorum/page/9","address":"a","found_at":"a","media_type":null}"#;
        let another = br#"{"schema":"variorum/page/1","address":"b","found_at":"b","media_type":null}"#;
        for contents in [&b""[..], b"\n", b"{}\ntext", other, another] {
            fs::write(&path, [contents, b"\ntext"].concat()).expect("written");
            assert_eq!(find(folder.path(), "a", 100), None);
        }
        fs::remove_file(&path).expect("removed");
        fs::create_dir(&path).expect("made");
        assert_eq!(find(folder.path(), "a", 100), None);
    }

    #[test]
    fn a_copy_beyond_the_limit_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        keep(folder.path(), &page(&vec![b'x'; 3 * LONGEST_LINE_BYTES])).expect("kept");
        assert_eq!(find(folder.path(), &page(b"").address, 1000), None);
    }
}
