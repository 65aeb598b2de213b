//! Elements → lines and paragraphs, as they are read.

use dom_query::NodeRef;

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 32] = [
    "address",
    "article",
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "ul",
];

/// Elements whose words are not read.
const UNREAD: [&str; 21] = [
    "audio",
    "button",
    "canvas",
    "embed",
    "figcaption",
    "form",
    "head",
    "iframe",
    "input",
    "math",
    "noscript",
    "object",
    "option",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

/// The words in `root`, paragraphs set apart by a blank line, entries of lists marked and on lines of their own.
pub fn of(root: NodeRef) -> String {
    let mut out = Lines::default();
    let mut waiting = vec![Step::Enter(root)];
    let mut verbatim = 0_usize;
    while let Some(step) = waiting.pop() {
        match step {
            Step::Leave(name) => {
                match name.as_str() {
                    "li" | "tr" => out.break_line(),
                    "td" | "th" => out.word("\t"),
                    _ => out.break_paragraph(),
                }
                verbatim -= usize::from(name == "pre");
            }
            Step::Enter(node) if node.is_text() => {
                let text = node.text();
                if verbatim > 0 { out.lines(&text) } else { out.flow(&text) }
            }
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default().to_string();
                let name = name.as_str();
                if UNREAD.contains(&name) {
                    continue;
                }
                match name {
                    "br" => out.break_line(),
                    "li" => {
                        out.break_line();
                        out.bullet();
                        waiting.push(Step::Leave(name.to_owned()));
                    }
                    "tr" => {
                        out.break_line();
                        waiting.push(Step::Leave(name.to_owned()));
                    }
                    "td" | "th" => waiting.push(Step::Leave(name.to_owned())),
                    _ if BLOCKS.contains(&name) => {
                        out.break_paragraph();
                        verbatim += usize::from(name == "pre");
                        waiting.push(Step::Leave(name.to_owned()));
                    }
                    _ => {}
                }
                let children: Vec<_> = node.children_it(true).collect();
                waiting.extend(children.into_iter().map(Step::Enter));
            }
        }
    }
    out.text.trim_end().to_owned()
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(String),
}

/// Text that grows by words and breaks; white space is what the page's markup makes of it, not its own.
#[derive(Default)]
struct Lines {
    text: String,
    /// Whether a space stood before what comes next.
    space: bool,
}

/// What stands before an entry of a list.
const BULLET: &str = "• ";

impl Lines {
    fn flow(&mut self, text: &str) {
        for (place, word) in text.split([' ', '\n', '\t', '\r', '\u{c}']).enumerate() {
            self.space |= place > 0;
            if !word.is_empty() {
                self.word(word);
            }
        }
    }

    fn word(&mut self, word: &str) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with(['\n', ' ', '\t']) {
            self.text.push(' ');
        }
        self.text.push_str(word);
    }

    fn lines(&mut self, text: &str) {
        self.word(text);
    }

    fn bullet(&mut self) {
        // Entries whose words are paragraphs stand no further apart than others.
        let last = self.text.trim_end_matches('\n').rfind("\n\n").map_or(0, |end| end + 2);
        if self.text[last..].starts_with(BULLET) && self.text.ends_with("\n\n") {
            self.text.pop();
        }
        self.word(BULLET);
    }

    fn break_line(&mut self) {
        self.space = false;
        let kept = self.text.trim_end_matches([' ', '\t']).len();
        // A bullet waits for its words, whatever element they stand in.
        if self.text.ends_with(BULLET) {
            return;
        }
        self.text.truncate(kept);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn break_paragraph(&mut self) {
        self.break_line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") && !self.text.ends_with(BULLET) {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn check(page: &str, expected: &str) {
        assert_eq!(of(Document::fragment(page).root()), expected, "{page}");
    }

    #[test]
    fn blocks_are_paragraphs_and_white_space_is_the_markup_s() {
        check("<div> <p>One\n  two</p>\n<p>three<br>four</p> </div>five", "One two\n\nthree\nfour\n\nfive");
        check("<p>a<b>b</b> <i> c</i>d</p>", "ab cd");
        check("<p>a&nbsp;b</p>", "a\u{a0}b");
    }

    #[test]
    fn lists_and_tables_keep_their_lines() {
        check("<p>x</p><ul><li><p>one</p></li><li>two</li></ul>y", "x\n\n• one\n• two\n\ny");
        check(
            "<table><tr><th>Town</th><th>Hurt</th></tr><tr><td>Lindau</td><td>3</td></tr></table>",
            "Town\tHurt\nLindau\t3",
        );
        check("<pre>a\n  b</pre>", "a\n  b");
    }

    #[test]
    fn what_is_not_read_is_left_out() {
        check(
            "<p>a<script>b</script><style>c</style></p><figure><img><figcaption>d</figcaption></figure><button>e</button>",
            "a",
        );
    }
}
