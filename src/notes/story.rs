//! Which file the notes on a story are in. It is named for the articles that the story began with, and found by any of
//! them, by its bytes or by its path: a story that another article has joined, or of which one has changed, keeps its
//! notes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::store::known_sources;
use crate::read::{Article, digest};

/// In the folder of notes, a file for each article and each path, with the name of the file of notes.
const INDEX: &str = "articles";
/// Enough of a digest that no two articles share it.
const KEY_DIGITS: usize = 32;

/// The folder of the user's notes.
pub fn folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir().join("variorum").join("notes"))
}

/// The file of these articles' notes in `folder`: the one made for just these; or that of a story that most of them are
/// of, or that is all among them; else one that is still to be made.
pub fn known_file(folder: &Path, articles: &[Article]) -> PathBuf {
    let own = folder.join(own_name(articles));
    if own.exists() {
        return own;
    }
    let mut votes: BTreeMap<String, usize> = BTreeMap::new();
    for article in articles {
        let [bytes, path] = keys(article);
        // Another text may have been put where this one was read from; a corrected one keeps its headline.
        let is_its = |name: &String| known_sources(&folder.join(name)).iter().any(|known| known.title == article.title);
        let name = named(folder, bytes).or_else(|| named(folder, path).filter(is_its));
        if let Some(name) = name {
            *votes.entry(name).or_default() += 1;
        }
    }
    // Of several, the one with most of the articles; of those with equally many, the first by name.
    let most = votes.into_iter().min_by_key(|(name, count)| (usize::MAX - count, name.clone()));
    let chosen = most.filter(|(name, count)| {
        let known = || known_sources(&folder.join(name)).len();
        count * 2 > articles.len() || (1..=*count).contains(&known())
    });
    chosen.map_or(own, |(name, _)| folder.join(name))
}

/// The file of notes in `folder` that the index has for `key`.
fn named(folder: &Path, key: Option<String>) -> Option<String> {
    let name = fs::read_to_string(folder.join(INDEX).join(key?)).ok()?;
    let name = name.trim();
    (is_name(name) && folder.join(name).exists()).then(|| name.to_owned())
}

/// The articles find the file at `path` from now on. What cannot be written is only not found.
pub fn remember(path: &Path, articles: &[Article]) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else { return };
    let index = folder.join(INDEX);
    if fs::create_dir_all(&index).is_err() {
        return;
    }
    for key in articles.iter().flat_map(keys).flatten() {
        let entry = index.join(key);
        if fs::read_to_string(&entry).is_ok_and(|known| known == name) {
            continue;
        }
        if let Ok(aside) = tempfile::NamedTempFile::new_in(&index)
            && fs::write(aside.path(), name).is_ok()
        {
            let _ = aside.persist(entry);
        }
    }
}

fn own_name(articles: &[Article]) -> String {
    let mut digests: Vec<_> = articles.iter().map(|article| article.sha256.as_str()).collect();
    digests.sort_unstable();
    format!("{}.json", digest(digests.join("\n").as_bytes()))
}

/// What an article is found by: its bytes, and its path where it has one.
fn keys(article: &Article) -> [Option<String>; 2] {
    let path = fs::canonicalize(&article.location).ok().filter(|path| path.is_file());
    let path = path.map(|path| digest(path.as_os_str().as_encoded_bytes()));
    [Some(article.sha256.clone()), path].map(|key| key.map(|key| key[..KEY_DIGITS.min(key.len())].to_owned()))
}

/// Whether this is the name of a file in the folder of notes, and of nothing elsewhere.
fn is_name(name: &str) -> bool {
    name.strip_suffix(".json").is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::super::store::Source;
    use super::*;

    fn articles(texts: &[&str]) -> Vec<Article> {
        texts.iter().map(|text| Article::from_text(text)).collect()
    }

    /// Makes a file of notes that knows these articles.
    fn keep(folder: &Path, articles: &[Article]) -> PathBuf {
        let path = known_file(folder, articles);
        let sources: Vec<_> =
            articles.iter().map(|article| serde_json::to_string(&Source::of(article)).unwrap()).collect();
        let text = format!(
            r#"{{"schema": "variorum/notes/1", "articles": [{}], "first": {{"items": []}}}}"#,
            sources.join(", ")
        );
        fs::write(&path, text).unwrap();
        remember(&path, articles);
        path
    }

    #[test]
    fn a_story_keeps_its_notes_when_an_article_joins_it() {
        let folder = tempfile::tempdir().unwrap();
        let known = keep(folder.path(), &articles(&["One.", "Two."]));
        let check = |texts: &[&str], is_known: bool| {
            assert_eq!(known_file(folder.path(), &articles(texts)) == known, is_known, "{texts:?}");
        };
        check(&["Two.", "One."], true);
        check(&["One.", "Two.", "Three."], true);
        check(&["One.", "Two.", "Three.", "Four.", "Five."], true);
        check(&["One."], true);
        check(&["Three."], false);
        check(&["One.", "Three."], false);
        check(&["One.", "Three.", "Four."], false);
    }

    #[test]
    fn a_story_whose_article_has_changed_is_known_by_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let read = |text: &str| {
            fs::write(&path, text).unwrap();
            vec![Article::from_bytes(path.to_str().unwrap(), text.as_bytes())]
        };
        let known = keep(folder.path(), &read("Flood\n\nTen men fled."));
        assert_eq!(known_file(folder.path(), &read("Flood\n\nTwelve men fled.")), known);
        assert_ne!(known_file(folder.path(), &articles(&["Flood\n\nTwelve men fled."])), known);
        // Another text has been put there.
        assert_ne!(known_file(folder.path(), &read("Election\n\nTwelve men voted.")), known);
    }

    #[test]
    fn a_damaged_index_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let given = articles(&["One."]);
        let own = keep(folder.path(), &given);
        for name in ["../../etc/passwd", "", "\u{0}", "zz.json", "abc.json"] {
            for entry in fs::read_dir(folder.path().join(INDEX)).unwrap() {
                fs::write(entry.unwrap().path(), name).unwrap();
            }
            let larger = articles(&["One.", "Two."]);
            let path = known_file(folder.path(), &larger);
            assert!(path != own && path.parent() == Some(folder.path()), "{path:?}");
        }
    }
}
