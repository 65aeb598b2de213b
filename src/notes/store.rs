//! The file of notes. It is written aside, synced and renamed, so that no crash and no full disk loses what was there;
//! the version before is kept as `.bak`, and what cannot be read is never written over.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::annotation::source;
use super::story::{self, known_file};
use crate::error::{Error, Result};
use crate::read::{Article, digest, harmless};

/// The name of the file's form, up to its number.
const SCHEMA: &str = "variorum/notes/";

/// The number of the form that is written here. Older ones, when there are any, are read, too.
const VERSION: u32 = 1;

/// What names the collection, before the digest of what it is about.
const COLLECTION: &str = "urn:variorum:notes:";

/// A file has its form named in its first so many bytes.
const HEAD_BYTES: usize = 512;

/// Another program that writes the file is done within so many tries, unless it was stopped meanwhile.
const LOCK_TRIES: u32 = 300;
/// Between two tries.
const LOCK_PAUSE: Duration = Duration::from_millis(10);

/// Where a story's notes are kept.
#[derive(Clone, Debug)]
pub struct Place {
    path: PathBuf,
    /// Whether the user named the file. One that we named ourselves may be set aside; the user's may be anything.
    named: bool,
}

/// An article that the notes of a file may be on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What names it in the targets.
    pub id: String,
    /// Where it was read from, when it was last.
    #[serde(default)]
    pub location: String,
    /// Its headline.
    #[serde(default)]
    pub title: String,
}

impl Source {
    /// An article as it is now.
    pub fn of(article: &Article) -> Self {
        Self { id: source(article), location: article.location.clone(), title: article.title.clone() }
    }
}

/// What a file has.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Its entries, also those of other programs.
    pub entries: Vec<Value>,
    /// The articles that it knows.
    pub sources: Vec<Source>,
}

/// What was found of a file.
#[derive(Debug, Default)]
pub struct Found {
    /// `None` where there is no file yet.
    pub content: Option<Content>,
    /// What the user should know of it.
    pub message: Option<String>,
    /// Whether a newer program wrote it, in a form that is not known here: then it is only read.
    pub is_newer: bool,
}

/// The file: a collection in the data model of the W3C, on one page.
#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    schema: String,
    id: String,
    r#type: &'static str,
    label: &'static str,
    articles: &'a [Source],
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    #[serde(rename = "partOf")]
    part_of: String,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: &'a [Value],
}

/// What must be there for a file to be one of notes.
#[derive(Deserialize)]
struct Read {
    first: ReadPage,
    #[serde(default)]
    articles: Vec<Source>,
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
            let path = fs::canonicalize(&path).or_else(|_| std::path::absolute(&path)).unwrap_or(path);
            return Some(Self { path, named: true });
        }
        Some(Self::ours(known_file(&story::folder()?, articles)))
    }

    /// A file that we named ourselves.
    pub const fn ours(path: PathBuf) -> Self {
        Self { path, named: false }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the file has; one that is damaged is set aside.
    pub fn load(&self) -> Result<Found> {
        match self.looked_at()? {
            Ok(found) => Ok(found),
            // Another program may be writing a whole one at this moment.
            Err(_) => self.load_under(&self.lock()?),
        }
    }

    /// The same, while the lock is held.
    pub fn load_under(&self, _lock: &File) -> Result<Found> {
        let reason = match self.looked_at()? {
            Ok(found) => return Ok(found),
            Err(reason) => reason,
        };
        let aside = self.set_aside()?;
        let former = self.bytes(&self.beside("bak"))?.and_then(|bytes| read(&bytes).ok());
        let instead = if former.is_some() { "the version before is used" } else { "they begin anew" };
        let message =
            format!("the notes were damaged; {instead}, and these are kept as {} ({reason})", aside.display());
        Ok(Found { content: former, message: Some(message), is_newer: false })
    }

    /// What the file has, or why it is damaged.
    fn looked_at(&self) -> Result<std::result::Result<Found, String>> {
        let Some(bytes) = self.bytes(&self.path)? else { return Ok(Ok(Found::default())) };
        if self.named && bytes.is_empty() {
            return Ok(Ok(Found::default()));
        }
        match read(&bytes) {
            Ok(content) => Ok(Ok(Found { content: Some(content), ..Found::default() })),
            Err(Unread::Newer(version)) => {
                // As far as it is like ours, it can be shown.
                let content = serde_json::from_slice::<Read>(&bytes).map_or_else(|_| Content::default(), Content::from);
                let message = format!(
                    "the notes in {} are only read: they have form {version} of a newer variorum, and this one knows form {VERSION}",
                    self.path.display()
                );
                Ok(Ok(Found { content: Some(content), message: Some(message), is_newer: true }))
            }
            Err(Unread::Damaged(reason)) if self.named && !self.is_ours(&bytes) => {
                Err(self.failed("read", format!("it is no file of notes ({reason})"), "name another file with --notes"))
            }
            Err(Unread::Damaged(reason)) => Ok(Err(reason)),
        }
    }

    /// Whether a file that cannot be read was once one of notes: its head says so, or the version before it.
    fn is_ours(&self, bytes: &[u8]) -> bool {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]);
        let before = || fs::read(self.beside("bak")).is_ok_and(|bytes| read(&bytes).is_ok());
        head.contains(&format!("\"{SCHEMA}")) || before()
    }

    /// What changes whenever the file does; `None` where there is none.
    pub fn stamp(&self) -> Option<String> {
        let known = fs::metadata(&self.path).ok()?;
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&known);
        #[cfg(not(unix))]
        let number = 0;
        Some(format!("{number} {} {:?}", known.len(), known.modified()))
    }

    /// Keeps other programs from writing until the lock is dropped.
    pub fn lock(&self) -> Result<File> {
        let locked = || {
            fs::create_dir_all(self.folder())?;
            let file = File::options().create(true).append(true).open(self.beside("lock"))?;
            for _ in 0..LOCK_TRIES {
                match file.try_lock() {
                    Ok(()) => return Ok(file),
                    Err(TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
                    // Some network file systems know no locks; there the last to write wins.
                    Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => return Ok(file),
                    Err(TryLockError::Error(cause)) => return Err(cause),
                }
            }
            Err(io::Error::other("another program keeps them to itself"))
        };
        locked().map_err(|cause| self.unwritten(&cause))
    }

    /// Writes the file anew; the lock is to be held.
    pub fn write(&self, content: &Content) -> Result<()> {
        let id = format!("{COLLECTION}{}", digest(self.path.as_os_str().as_encoded_bytes()));
        let collection = Collection {
            context: "http://www.w3.org/ns/anno.jsonld",
            schema: format!("{SCHEMA}{VERSION}"),
            r#type: "AnnotationCollection",
            label: "Notes on a story, made with variorum",
            articles: &content.sources,
            total: content.entries.len(),
            first: Page {
                id: format!("{id}:page-1"),
                r#type: "AnnotationPage",
                part_of: id.clone(),
                start_index: 0,
                items: &content.entries,
            },
            id,
        };
        let mut text = serde_json::to_vec_pretty(&collection).expect("a collection has only strings for keys");
        text.push(b'\n');
        self.replace(&text).map_err(|cause| self.unwritten(&cause))
    }

    fn replace(&self, text: &[u8]) -> io::Result<()> {
        self.sweep();
        let mut aside = tempfile::Builder::new().prefix(&self.aside_prefix()).tempfile_in(self.folder())?;
        aside.write_all(text)?;
        if let Ok(known) = self.path.metadata() {
            aside.as_file().set_permissions(known.permissions())?;
        }
        aside.as_file().sync_all()?;
        if self.path.exists() {
            self.keep_former()?;
        }
        aside.persist(&self.path).map_err(|error| error.error)?;
        // The new name is on the disk only when its folder is; not every system can sync one.
        let _ = File::open(self.folder()).and_then(|folder| folder.sync_all());
        Ok(())
    }

    /// Keeps the file as the version before, in one step, so that that one, too, is whole at every moment.
    fn keep_former(&self) -> io::Result<()> {
        let aside = tempfile::Builder::new().prefix(&self.aside_prefix()).tempfile_in(self.folder())?.into_temp_path();
        fs::remove_file(&aside)?;
        // Where a file cannot have two names, it is copied.
        if fs::hard_link(&self.path, &aside).is_err() {
            fs::copy(&self.path, &aside)?;
        }
        aside.persist(self.beside("bak")).map_err(|error| error.error)
    }

    /// Takes away what a program that was killed while it wrote has left; who holds the lock is the only one to write.
    fn sweep(&self) {
        let prefix = self.aside_prefix();
        let Ok(entries) = fs::read_dir(self.folder()) else { return };
        for entry in entries.flatten() {
            if entry.file_name().as_encoded_bytes().starts_with(prefix.as_bytes()) {
                // One that stays does no harm.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// How the names of the files begin that are still being written.
    fn aside_prefix(&self) -> String {
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        format!(".{name}.new-")
    }

    /// The story's articles find this file again; nothing is lost when that fails.
    pub fn remember(&self, articles: &[Article]) {
        if !self.named {
            story::remember(&self.path, articles);
        }
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

    /// That the file must not be written, being of a newer program.
    pub fn newer(&self) -> Error {
        self.failed(
            "save",
            "a newer variorum has written them, in a form that this one does not know".to_owned(),
            "use that one, or name another file with --notes",
        )
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

impl From<Read> for Content {
    fn from(read: Read) -> Self {
        let mut sources = read.articles;
        for source in &mut sources {
            source.location = harmless(&source.location, &mut Vec::new());
            source.title = harmless(&source.title, &mut Vec::new());
        }
        Self { entries: read.first.items, sources }
    }
}

/// The content of a file of notes.
fn read(bytes: &[u8]) -> std::result::Result<Content, Unread> {
    #[derive(Deserialize)]
    struct Form {
        schema: String,
    }
    let damaged = |error: serde_json::Error| Unread::Damaged(error.to_string());
    // The form first: a newer one may hold anything else.
    let Form { schema } = serde_json::from_slice(bytes).map_err(damaged)?;
    match schema.strip_prefix(SCHEMA).and_then(|number| number.parse().ok()) {
        Some(version) if version > VERSION => Err(Unread::Newer(version)),
        Some(_) => serde_json::from_slice::<Read>(bytes).map(Content::from).map_err(damaged),
        None => Err(Unread::Damaged(format!("its schema is {schema:?}"))),
    }
}

/// The articles that the file at `path` knows; none where it has no notes.
pub fn known_sources(path: &Path) -> Vec<Source> {
    let content = fs::read(path).ok().and_then(|bytes| read(&bytes).ok());
    content.map_or_else(Vec::new, |content| content.sources)
}
