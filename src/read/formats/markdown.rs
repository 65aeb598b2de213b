//! Markdown → its words: headings, paragraphs and lists as they are read, marks and addresses of links left out.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::isolated::isolated;
use super::{Draft, Refusal, Source, day, with_headline};
use crate::read::Limits;

/// Whether a text that nothing says it of is Markdown: a heading and one more mark that is hardly written otherwise.
pub fn is_markdown(start: &str) -> bool {
    let heading = start.lines().any(|line| {
        let text = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - text.len())) && text.starts_with(' ') && text.trim().len() > 1
    });
    let link = start.match_indices("](").any(|(at, _)| {
        let address = &start[at + 2..];
        ["http://", "https://", "/", "#", "mailto:"].iter().any(|begin| address.starts_with(begin))
    });
    let strong = start
        .split("**")
        .skip(1)
        .step_by(2)
        .any(|inner| !inner.is_empty() && inner.trim() == inner && inner.len() < 200);
    heading && (link || (strong && start.matches("**").count() >= 2))
}

/// The article in a Markdown text.
pub fn draft(source: &Source, limits: &Limits) -> Result<Draft, Refusal> {
    let mut doubts = Vec::new();
    let text = source.text(&mut doubts);
    let mut draft = isolated(limits, move || Ok(read(&text)))?;
    draft.doubts.extend(doubts);
    Ok(draft)
}

fn read(markdown: &str) -> Draft {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut draft = Draft::default();
    let mut out = Text::default();
    let (mut in_image, mut in_head) = (0_usize, false);
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => in_head = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_head = false,
            Event::Text(text) if in_head => head(&text, &mut draft),
            Event::Start(Tag::Image { .. }) => in_image += 1,
            Event::End(TagEnd::Image) => in_image -= 1,
            Event::Start(Tag::Heading { .. }) => {
                out.paragraph();
                if draft.title.is_none() {
                    heading = Some(String::new());
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                out.paragraph();
                draft.title = draft.title.take().or_else(|| heading.take());
            }
            Event::Start(Tag::Item) => {
                out.line();
                out.words("• ");
            }
            Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) | Event::SoftBreak | Event::HardBreak => {
                out.line();
            }
            Event::End(TagEnd::TableCell) => out.words("\t"),
            Event::Start(Tag::Paragraph) if out.text.ends_with("• ") => {}
            Event::Start(Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Table(_) | Tag::List(_))
            | Event::End(
                TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::Table | TagEnd::List(_),
            )
            | Event::Rule => out.paragraph(),
            Event::Text(text) | Event::Code(text) if in_image == 0 => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
                out.words(&text);
            }
            _ => {}
        }
    }
    draft.text = with_headline(draft.title.as_deref(), out.text.trim_end().to_owned());
    draft
}

/// What the lines before the text say of it.
fn head(lines: &str, draft: &mut Draft) {
    for (name, value) in lines.lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim().trim_matches(['"', '\'']);
        let told = || (!value.is_empty()).then(|| value.to_owned());
        match name.trim().to_ascii_lowercase().as_str() {
            "title" => draft.title = told(),
            "author" => draft.byline = told(),
            "outlet" | "publisher" | "source" => draft.outlet = told(),
            "date" | "published" => draft.published = day(value),
            "lang" | "language" => draft.language = told(),
            _ => {}
        }
    }
}

/// Words put together to lines and paragraphs.
#[derive(Default)]
struct Text {
    text: String,
}

impl Text {
    fn words(&mut self, words: &str) {
        self.text.push_str(words);
    }

    fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn paragraph(&mut self) {
        self.line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_left_and_the_marks_go() {
        let markdown = "---\ntitle: \"River rises\"\ndate: 2024-05-02\nauthor: Ann Lee\n---\n\nAt least **40 people** [fled](https://example.org/a_b) \
                        the\nflood.\n\n![A bridge](bridge.png)\n\n## What is known\n\n- The *dam* held.\n- Two roads are \
                        `closed`.\n\n> “It came at night,” she said.\n\n| Town | Hurt |\n|---|---|\n| Lindau | 3 |\n";
        let found = read(markdown);
        assert_eq!(
            found.text,
            "River rises\n\nAt least 40 people fled the\nflood.\n\nWhat is known\n\n• The dam held.\n• Two roads are \
             closed.\n\n“It came at night,” she said.\n\nTown\tHurt\t\nLindau\t3"
        );
        assert_eq!((found.title.as_deref(), found.byline.as_deref()), (Some("River rises"), Some("Ann Lee")));
        assert_eq!(found.published, Some(jiff::civil::date(2024, 5, 2)));
    }

    #[test]
    fn the_first_heading_is_the_headline() {
        let found = read("# River *rises*\n\nTen people fled.\n\n# More\n\nIt rained.");
        assert_eq!(found.title.as_deref(), Some("River rises"));
        assert_eq!(found.text, "River rises\n\nTen people fled.\n\nMore\n\nIt rained.");
    }

    #[test]
    fn plain_text_is_not_taken_for_markdown() {
        for text in ["# 5 in the list\n\nIt rained.", "He paid $5 ** and left **", "It [rained](hard).", "Ten * two"] {
            assert!(!is_markdown(text), "{text}");
        }
        assert!(is_markdown("# Rain\n\nIt **rained**."));
    }

    #[test]
    fn deep_nesting_is_read_or_refused_and_no_end() {
        for unit in ["> ", "* ", "[", "**a ", "- > ", "![", "<b>"] {
            let text = unit.repeat(20_000);
            let _ = draft(&Source::new("x.md", text.as_bytes()), &Limits { seconds: 5, ..Limits::default() });
        }
    }
}
