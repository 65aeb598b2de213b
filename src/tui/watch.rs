//! Whether the files of the story have changed on disk: looked at from time to time, a few at a time.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::read::Article;

/// So many files are looked at in one go: a thousand times less work than anybody could notice.
const AT_ONCE: usize = 64;

/// When a file was written last, and its length in bytes.
type Stamp = (SystemTime, u64);

/// The files and folders that are watched.
#[derive(Debug, Default)]
pub struct Watch {
    watched: Vec<Watched>,
    /// The place of the next to be looked at.
    next: usize,
}

#[derive(Debug)]
struct Watched {
    path: PathBuf,
    /// As it was read.
    known: Option<Stamp>,
    /// As it was seen the last time, when that was another: once it stays so, it is no longer being written.
    seen: Option<Stamp>,
}

impl Watch {
    /// Watches the files and folders among `sources`, and the files in those folders that `articles` are from, beginning
    /// with how they are now.
    pub fn on(sources: &[PathBuf], articles: &[Article]) -> Self {
        let folders: Vec<_> = sources.iter().filter(|source| source.is_dir()).collect();
        let in_folders = articles.iter().map(|article| PathBuf::from(&article.location));
        let mut paths: BTreeSet<PathBuf> = sources.iter().cloned().collect();
        paths.extend(in_folders.filter(|path| folders.iter().any(|folder| path.starts_with(folder))));
        let watched = paths.into_iter().filter_map(|path| {
            let known = Some(stamp(&path)?);
            Some(Watched { path, known, seen: known })
        });
        Self { watched: watched.collect(), next: 0 }
    }

    /// Looks at some of the files: those that have been written since they were read, and are not being written now.
    pub fn look(&mut self) -> Vec<PathBuf> {
        let mut changed = Vec::new();
        for _ in 0..self.watched.len().min(AT_ONCE) {
            let count = self.watched.len();
            let watched = &mut self.watched[self.next];
            self.next = (self.next + 1) % count;
            let now = stamp(&watched.path);
            // What was taken away may come back: so some editors write.
            if now.is_some() && now != watched.known && now == watched.seen {
                watched.known = now;
                changed.push(watched.path.clone());
            }
            watched.seen = now;
        }
        changed
    }
}

/// The stamp of a file or a folder; what is neither, such as a pipe, is not watched.
fn stamp(path: &Path) -> Option<Stamp> {
    let found = fs::metadata(path).ok().filter(|found| found.is_file() || found.is_dir())?;
    Some((found.modified().ok()?, found.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_once_it_is_written_and_only_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        fs::write(&file, "One.").unwrap();
        let mut watch = Watch::on(&[file.clone(), folder.path().join("missing")], &[]);
        assert!(watch.look().is_empty() && watch.look().is_empty());
        fs::write(&file, "Eleven.").unwrap();
        assert!(watch.look().is_empty(), "it may still be being written");
        fs::write(&file, "Eleven men.").unwrap();
        assert!(watch.look().is_empty(), "and it was");
        assert_eq!(watch.look(), std::slice::from_ref(&file));
        assert!(watch.look().is_empty());
        fs::remove_file(&file).unwrap();
        assert!(watch.look().is_empty() && watch.look().is_empty());
        fs::write(&file, "Twelve men fled.").unwrap();
        watch.look();
        assert_eq!(watch.look(), [file]);
    }

    #[test]
    fn the_articles_of_a_folder_are_watched_and_what_joins_them() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("a.txt");
        let elsewhere = tempfile::NamedTempFile::new().unwrap();
        fs::write(&inside, "One.").unwrap();
        let articles = [&*inside, elsewhere.path()].map(|path| Article::from_bytes(path.to_str().unwrap(), b"One."));
        let mut watch = Watch::on(&[folder.path().to_owned()], &articles);
        fs::write(&inside, "Eleven.").unwrap();
        fs::write(elsewhere.path(), "Eleven.").unwrap();
        watch.look();
        assert_eq!(watch.look(), [inside]);
        fs::write(folder.path().join("b.txt"), "Two.").unwrap();
        watch.look();
        assert_eq!(watch.look(), [folder.path()]);
    }
}
