//! The reader: the articles side by side in a terminal, with the apparatus beneath them.

use std::path::PathBuf;

use crate::error::Result;
use crate::read::Article;

/// Opens the reader on `articles`.
///
/// # Errors
///
/// When the terminal cannot be used.
pub fn run(articles: Vec<Article>, notes: Option<PathBuf>) -> Result<()> {
    let _ = (articles, notes);
    Ok(())
}
