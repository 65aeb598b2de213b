//! Tags are words of the comment that begin with `#`: they are typed where everything else is, and are seen there.

/// The tags in a comment, without their `#`, in the order in which they stand there, each once.
///
/// ```
/// use variorum::notes::tags;
///
/// assert_eq!(tags("Who counted? #toll #ask-police; no. #3 of 5, a#b"), ["toll", "ask-police"]);
/// ```
pub fn tags(comment: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut before = ' ';
    for (start, sign) in comment.char_indices() {
        let is_beginning = !before.is_alphanumeric() && before != '#' && before != '&';
        before = sign;
        if sign != '#' || !is_beginning {
            continue;
        }
        let rest = &comment[start + 1..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_');
        let tag = rest[..end.unwrap_or(rest.len())].trim_end_matches('-');
        // “#3” is a number.
        if tag.chars().any(char::is_alphabetic) && !found.contains(&tag) {
            found.push(tag);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_a_word_with_a_sign_before_it() {
        let check = |comment: &str, expected: &[&str]| assert_eq!(tags(comment), expected, "{comment}");
        check("", &[]);
        check("#names", &["names"]);
        check("(#Toll), again #Toll\n#größe_2", &["Toll", "größe_2"]);
        check("No. #3, ##, # a, a#b, &#x20; https://example.org/a#part", &[]);
        check("#who-said-", &["who-said"]);
    }
}
