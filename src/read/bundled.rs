//! The story that opens when no source is named.

use super::{Article, number};

/// The articles of the bundled story, byte for byte as their outlets had them.
const STORY: [(&str, &[u8]); 3] = [
    ("a.txt", include_bytes!("../../assets/story/a.txt")),
    ("b.txt", include_bytes!("../../assets/story/b.txt")),
    ("c.txt", include_bytes!("../../assets/story/c.txt")),
];

/// The bundled story.
pub fn bundled() -> Vec<Article> {
    let mut articles: Vec<_> =
        STORY.iter().map(|(name, bytes)| Article::from_bytes(&format!("bundled {name}"), bytes)).collect();
    number(&mut articles);
    articles
}
