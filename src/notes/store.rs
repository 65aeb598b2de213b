//! The file of notes. It is written aside, synced and renamed, so that no crash and no full disk loses what was there;
//! the version before is kept as `.bak`, and what cannot be read is never written over.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::read::{Article, digest};

/// The name of the file's form, up to its number.
const SCHEMA: &str = "variorum/notes/";

/// The number of the form that is written here. Older ones, when there are any, are read, too.
const VERSION: u32 = 1;

/// Where a story's notes are kept.
#[derive(Clone, Debug)]
pub struct Place {
    path: PathBuf,
    /// Whether the user named the file. One that we named ourselves may be set aside; the user's may be anything.
    named: bool,
}

/// The file: a collection in the data model of the W3C, on one page.
#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    schema: String,
    r#type: &'static str,
    label: &'static str,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Page<'a> {
    r#type: &'static str,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: &'a [Value],
}

/// What must be there for a file to be one of notes.
#[derive(Deserialize)]
struct Read {
    first: ReadPage,
}

#[derive(Deserialize)]
struct ReadPage {
    items: Vec<Value>,
}

/// Why a file gives no notes.
enum Unread {
    Damaged(String),
    Newer(u32),
}

impl Place {
    /// The file that the user named, or the one for these articles in the user's data folder; `None` where there is no
    /// such folder.
    pub fn of(articles: &[Article], named: Option<PathBuf>) -> Option<Self> {
        if let Some(path) = named {
            // A link stays one: what it points to is replaced.
            return Some(Self { path: fs::canonicalize(&path).unwrap_or(path), named: true });
        }
        let mut digests: Vec<_> = articles.iter().map(|article| article.sha256.as_str()).collect();
        digests.sort_unstable();
        let name = format!("{}.json", digest(digests.join("\n").as_bytes()));
        let folder = etcetera::choose_base_strategy().ok()?.data_dir();
        Some(Self::ours(folder.join("variorum").join("notes").join(name)))
    }

    /// A file that we named ourselves.
    pub const fn ours(path: PathBuf) -> Self {
        Self { path, named: false }
    }

    /// The file's entries, `None` where there is no file yet; and what the user should know of it.
    pub fn load(&self) -> Result<(Option<Vec<Value>>, Option<String>)> {
        let Some(bytes) = self.bytes(&self.path)? else {
            return Ok((None, None));
        };
        if self.named && bytes.is_empty() {
            return Ok((None, None));
        }
        match read(&bytes) {
            Ok(entries) => Ok((Some(entries), None)),
            Err(Unread::Newer(version)) => Err(self.failed(
                "read",
                format!("they have form {version} of a newer variorum, and this one knows form {VERSION}"),
                "use that one, or name another file with --notes",
            )),
            Err(Unread::Damaged(reason)) if self.named => {
                Err(self.failed("read", format!("it is no file of notes ({reason})"), "name another file with --notes"))
            }
            Err(Unread::Damaged(reason)) => {
                let aside = self.set_aside()?;
                let former = self.bytes(&self.beside("bak"))?.and_then(|bytes| read(&bytes).ok());
                let instead = if former.is_some() { "the version before it is used" } else { "the notes begin anew" };
                let message =
                    format!("the notes were damaged ({reason}); they are kept as {}, and {instead}", aside.display());
                Ok((former, Some(message)))
            }
        }
    }

    /// Keeps other programs from writing until the lock is dropped.
    pub fn lock(&self) -> Result<File> {
        let locked = || {
            fs::create_dir_all(self.folder())?;
            let file = File::options().create(true).append(true).open(self.beside("lock"))?;
            match file.lock() {
                // Some network file systems know no locks; there the last to write wins.
                Err(cause) if cause.kind() == io::ErrorKind::Unsupported => Ok(file),
                result => result.map(|()| file),
            }
        };
        locked().map_err(|cause| self.unwritten(&cause))
    }

    /// Writes the file anew.
    pub fn write(&self, entries: &[Value]) -> Result<()> {
        let collection = Collection {
            context: "http://www.w3.org/ns/anno.jsonld",
            schema: format!("{SCHEMA}{VERSION}"),
            r#type: "AnnotationCollection",
            label: "Notes on a story, made with variorum",
            total: entries.len(),
            first: Page { r#type: "AnnotationPage", start_index: 0, items: entries },
        };
        let mut text = serde_json::to_vec_pretty(&collection).expect("a collection has only strings for keys");
        text.push(b'\n');
        let written = || {
            let mut aside = tempfile::NamedTempFile::new_in(self.folder())?;
            aside.write_all(&text)?;
            aside.as_file().sync_all()?;
            if self.path.exists() {
                fs::copy(&self.path, self.beside("bak"))?;
            }
            aside.persist(&self.path).map_err(|error| error.error)?;
            // The new name is on the disk only when its folder is; not every system can sync one.
            let _ = File::open(self.folder()).and_then(|folder| folder.sync_all());
            Ok(())
        };
        written().map_err(|cause: io::Error| self.unwritten(&cause))
    }

    fn bytes(&self, path: &Path) -> Result<Option<Vec<u8>>> {
        match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(self.failed("read", cause.to_string(), "check the file, or name another with --notes")),
        }
    }

    /// Renames the file to a name that is free.
    fn set_aside(&self) -> Result<PathBuf> {
        let mut aside = self.beside("damaged-1");
        for number in 2_usize.. {
            if !aside.exists() {
                break;
            }
            aside = self.beside(&format!("damaged-{number}"));
        }
        fs::rename(&self.path, &aside).map_err(|cause| {
            self.failed("set aside", cause.to_string(), "move the damaged file away, or name another with --notes")
        })?;
        Ok(aside)
    }

    fn folder(&self) -> &Path {
        self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// The file's own name with something added.
    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(".");
        name.push(ending);
        name.into()
    }

    fn unwritten(&self, cause: &io::Error) -> Error {
        self.failed(
            "save",
            cause.to_string(),
            "they are kept until the end; make room or name another file with --notes",
        )
    }

    fn failed(&self, attempt: &'static str, cause: String, remedy: &'static str) -> Error {
        Error::Notes { attempt, path: self.path.clone(), cause, remedy }
    }
}

/// The entries of a file of notes.
fn read(bytes: &[u8]) -> std::result::Result<Vec<Value>, Unread> {
    #[derive(Deserialize)]
    struct Form {
        schema: String,
    }
    let damaged = |error: serde_json::Error| Unread::Damaged(error.to_string());
    // The form first: a newer one may hold anything else.
    let Form { schema } = serde_json::from_slice(bytes).map_err(damaged)?;
    match schema.strip_prefix(SCHEMA).and_then(|number| number.parse().ok()) {
        Some(version) if version > VERSION => Err(Unread::Newer(version)),
        Some(_) => serde_json::from_slice(bytes).map(|Read { first }| first.items).map_err(damaged),
        None => Err(Unread::Damaged(format!("its schema is {schema:?}"))),
    }
}
