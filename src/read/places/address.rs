//! What is an address and what a path.

use std::path::Path;

/// Whether a source that is no file reads as an address: `https://…`, but also `ftp://…`, which is refused then.
///
/// ```
/// use std::path::Path;
/// use variorum::read::places::is_address;
///
/// assert!(is_address(Path::new("https://example.org/story")));
/// assert!(!is_address(Path::new("story/a.txt")));
/// ```
pub fn is_address(source: &Path) -> bool {
    let written = source.to_string_lossy();
    let scheme = written.split_once("://").map(|(scheme, _)| scheme);
    let is_letter = |character: char| character.is_ascii_alphanumeric() || matches!(character, '+' | '-' | '.');
    scheme.is_some_and(|scheme| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.chars().all(is_letter)
    }) && !source.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_a_scheme() {
        for written in ["http://a", "HTTPS://a/b?c", "ftp://a", "file:///etc/passwd", "gemini://a"] {
            assert!(is_address(Path::new(written)), "{written}");
        }
        for written in ["a.txt", "-", "", "://a", "C:\\story", "mailto:a@b", "1http://a", "what is ://this"] {
            assert!(!is_address(Path::new(written)), "{written}");
        }
    }
}
