//! An article that is about to join the story: what has a path or an address, or the text that was pasted.

use super::prompt::Prompt;

/// A line of more words than this is an article and not its path; shorter ones are no article.
const MOST_WORDS_OF_A_PATH: usize = 12;

/// What is about to be read into the story.
#[derive(Clone, Debug, Default)]
pub struct Addition {
    /// The path or the address, as it is typed; of pasted text, what it is to be called.
    pub line: Prompt,
    /// The text that was pasted.
    pub text: Option<String>,
}

impl Addition {
    /// Takes what was pasted: a path or an address into the line, and what is neither as the article itself, to be called
    /// `name` unless the user says otherwise.
    pub fn paste(&mut self, pasted: &str, name: &str) {
        match source(pasted) {
            Some(source) if self.line.text().is_empty() => self.line.put(source),
            Some(_) => self.line.paste(pasted),
            None => {
                self.text = Some(pasted.to_owned());
                self.line.put(name);
            }
        }
    }

    /// The first line of the text that was pasted, and how many words it has.
    pub fn told(&self) -> Option<(&str, usize)> {
        let text = self.text.as_deref()?;
        let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        Some((first, text.split_whitespace().count()))
    }
}

/// What is pasted as the path or the address that it looks like: one line of few words. Terminals quote the path of a file
/// that is dropped on them.
fn source(pasted: &str) -> Option<&str> {
    let line = pasted.trim();
    if line.lines().nth(1).is_some() || line.split_whitespace().count() > MOST_WORDS_OF_A_PATH {
        return None;
    }
    let unquoted = line.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    Some(unquoted.unwrap_or(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pasted(text: &str) -> (String, bool) {
        let mut addition = Addition::default();
        addition.paste(text, "pasted");
        (addition.line.text().to_owned(), addition.text.is_some())
    }

    #[test]
    fn an_address_or_a_path_goes_into_the_line_and_anything_else_is_the_article() {
        assert_eq!(
            pasted("https://herald.example/flood?id=1\n"),
            ("https://herald.example/flood?id=1".to_owned(), false)
        );
        assert_eq!(pasted("'/home/ann/the flood.txt' "), ("/home/ann/the flood.txt".to_owned(), false));
        assert_eq!(pasted("River rises\n\nAt least 40 people fled."), ("pasted".to_owned(), true));
        let line = "The mayor of Lindau said on Monday that at least 14 people were hurt in it.";
        assert_eq!(pasted(line), ("pasted".to_owned(), true));
    }

    #[test]
    fn what_is_pasted_into_a_line_that_is_begun_goes_on_with_it() {
        let mut addition = Addition::default();
        addition.line.put("stories/");
        addition.paste("flood.txt", "pasted");
        assert_eq!(addition.line.text(), "stories/flood.txt");
    }

    #[test]
    fn a_pasted_text_is_told_by_its_first_line_and_its_length() {
        let mut addition = Addition::default();
        assert_eq!(addition.told(), None);
        addition.paste("\n  River rises\n\nAt least 40 people fled.", "pasted");
        assert_eq!(addition.told(), Some(("River rises", 7)));
    }
}
