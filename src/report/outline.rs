//! TODO
use crate::analysis::Analysis;
use crate::notes::Notebook;
pub struct Outline {
    pub x: usize,
}
pub fn outline(a: &Analysis, _n: &Notebook) -> Outline {
    Outline { x: a.articles.len() }
}
