//! Where a story was left: kept when the reader ends, in the user's state folder, and found again when the same articles
//! are opened. It is a convenience: whatever goes wrong with it goes unsaid.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use super::app::App;
use super::mode::View;
use super::pane::Pane;
use crate::read::{Article, digest};

/// The name of the file's form.
const SCHEMA: &str = "variorum/state/1";
/// A file that is longer is none of ours.
const LONGEST_BYTES: u64 = 1 << 20;

/// Where a story was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    schema: String,
    /// The name of the view.
    pub(super) view: String,
    /// The SHA-256 of the article that was read.
    pub(super) focus: String,
    /// The byte under its cursor.
    pub(super) cursor: usize,
    /// The columns from the left.
    pub(super) columns: Vec<Column>,
    /// The SHA-256 of all articles as they are arranged, and of those that are hidden.
    #[serde(default)]
    pub(super) order: Vec<String>,
    #[serde(default)]
    pub(super) hidden: Vec<String>,
    /// The rows of the apparatus, where the user has changed them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) apparatus_rows: Option<u16>,
    /// Whether the other columns follow.
    pub(super) follows: bool,
    /// The theme, where the user has chosen one in the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) theme: Option<String>,
}

/// A column as it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The SHA-256 of its article.
    pub(super) article: String,
    /// The byte that its first row began with.
    pub(super) top: usize,
}

impl Remembered {
    /// Where the reader is now.
    pub fn of(app: &App) -> Self {
        let sha256 =
            |article: usize| app.articles.get(article).map(|article| article.sha256.clone()).unwrap_or_default();
        let columns = app
            .columns
            .iter()
            .map(|article| Column { article: sha256(article.0), top: app.panes[article.0].top_position() });
        Self {
            schema: SCHEMA.to_owned(),
            view: app.view.name().to_owned(),
            focus: sha256(app.focus.0),
            cursor: app.pane().map_or(0, Pane::cursor),
            columns: columns.collect(),
            order: app.arrangement.order().iter().map(|article| sha256(article.0)).collect(),
            hidden: app.arrangement.hidden().iter().map(|article| sha256(article.0)).collect(),
            apparatus_rows: app.apparatus_rows,
            follows: app.follows,
            theme: app.chosen_theme().map(str::to_owned),
        }
    }

    /// The article of one digest has another now.
    pub fn rename(&mut self, before: &str, now: &str) {
        let columns = self.columns.iter_mut().map(|column| &mut column.article);
        let all = columns.chain(&mut self.order).chain(&mut self.hidden).chain([&mut self.focus]);
        all.filter(|digest| *digest == before).for_each(|digest| now.clone_into(digest));
    }

    /// The view, where there still is one of that name.
    pub fn view(&self) -> Option<View> {
        View::ALL.iter().copied().find(|view| view.name() == self.view)
    }
}

/// The file of a story.
#[derive(Debug)]
pub struct Memory {
    path: Option<PathBuf>,
    /// What need not be written, because the reader comes to it by itself.
    settled: Option<Remembered>,
}

impl Memory {
    /// The file for these articles, in whatever order they are given.
    pub fn of(articles: &[Article]) -> Self {
        let folder = etcetera::choose_base_strategy().ok();
        let folder = folder.map(|folders| folders.state_dir().unwrap_or_else(|| folders.data_dir()));
        Self { path: folder.map(|folder| folder.join("variorum").join("places").join(name(articles))), settled: None }
    }

    /// Where the story was left.
    pub fn recall(&self) -> Option<Box<Remembered>> {
        let path = self.path.as_deref()?;
        // A pipe would never end.
        fs::metadata(path).ok().filter(|file| file.is_file() && file.len() <= LONGEST_BYTES)?;
        let remembered: Remembered = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
        (remembered.schema == SCHEMA).then(|| Box::new(remembered))
    }

    /// The reader is where it has come to by itself.
    pub fn settle(&mut self, app: &App) {
        self.settled = Some(Remembered::of(app));
    }

    /// Writes where the reader is, unless it comes there by itself.
    pub fn keep(&self, app: &App) {
        let now = Remembered::of(app);
        if self.settled.as_ref() != Some(&now)
            && let Some(path) = &self.path
        {
            // Who reads on is not to be bothered with where the next reading will begin.
            let _ = write(path, &now);
        }
    }
}

/// The file's name: the digest of the articles' digests, as the notes are named.
fn name(articles: &[Article]) -> String {
    let mut digests: Vec<_> = articles.iter().map(|article| article.sha256.as_str()).collect();
    digests.sort_unstable();
    format!("{}.json", digest(digests.join("\n").as_bytes()))
}

/// Writes aside and renames, so that two windows cannot mix their files.
fn write(path: &Path, remembered: &Remembered) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut aside = tempfile::NamedTempFile::new_in(folder)?;
    aside.write_all(&serde_json::to_vec(remembered)?)?;
    aside.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(folder: &Path, contents: &[u8]) -> Memory {
        let path = folder.join("place.json");
        fs::write(&path, contents).expect("written");
        Memory { path: Some(path), settled: None }
    }

    #[test]
    fn what_is_kept_is_recalled() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep").join("place.json");
        let column = Column { article: "abc".to_owned(), top: 5 };
        let schema = SCHEMA.to_owned();
        let left = Remembered { schema, cursor: 7, columns: vec![column], follows: true, ..Remembered::default() };
        write(&path, &left).expect("written");
        assert_eq!(Memory { path: Some(path), settled: None }.recall().as_deref(), Some(&left));
    }

    #[test]
    fn what_is_no_such_file_is_ignored() {
        let folder = tempfile::tempdir().expect("a folder");
        let other = br#"{"schema":"variorum/state/9","view":"Read","focus":"","cursor":0,"columns":[],"follows":true}"#;
        for contents in [&b""[..], b"{}", b"\xff\0", b"[1,2", other] {
            assert_eq!(memory(folder.path(), contents).recall(), None);
        }
        assert_eq!(Memory { path: Some(folder.path().to_owned()), settled: None }.recall(), None);
        assert_eq!(Memory { path: None, settled: None }.recall(), None);
    }

    #[test]
    fn the_order_of_the_articles_does_not_matter() {
        let [one, two] = ["One.", "Two."].map(Article::from_text);
        assert_eq!(name(&[one.clone(), two.clone()]), name(&[two, one.clone()]));
        assert_ne!(name(std::slice::from_ref(&one)), name(&[one.clone(), one]));
    }
}
