//! What was done to notes can be undone when another story has been opened, or the same with other articles: what is
//! known of the notebooks that were left is kept by their files, and handed on to the one that is opened on the same.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::notebook::Notebook;
use crate::error::Result;

/// The notebooks that were left in this session, by their files; without one where there is no folder for it.
#[derive(Debug, Default)]
pub struct Trails(BTreeMap<Option<PathBuf>, Notebook>);

impl Trails {
    /// Opens `next` instead of `left`: what was done to the notes in its file before can still be undone in it, and what
    /// could not be saved is still to be.
    pub fn go_on(&mut self, left: Notebook, next: &mut Notebook) {
        self.0.insert(left.file(), left);
        let file = next.file();
        // Without a file there is only the story to tell whose notes they are.
        let is_its = |known: &Notebook| file.is_some() || known.shares_an_article_with(next);
        if self.0.get(&file).is_some_and(is_its)
            && let Some(known) = self.0.remove(&file)
        {
            next.carry_on(&known);
        }
    }

    /// Saves what could not be when its story was left.
    ///
    /// # Errors
    ///
    /// When it still cannot be.
    pub fn save(&mut self) -> Result<()> {
        self.0.values_mut().try_for_each(Notebook::save)
    }

    /// Whether there is something that is not in its file.
    pub fn are_unsaved(&self) -> bool {
        self.0.values().any(Notebook::is_unsaved)
    }
}
