//! XML as it is written: a library escapes, and what XML cannot hold at all is replaced here, once.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// What stands for a character that XML 1.0 has no way to write.
const REPLACEMENT: &str = "\u{fffd}";

/// A document in the making. Writing to memory cannot fail, so nothing here does.
pub struct Xml {
    out: Writer<Vec<u8>>,
}

/// Attributes, by name and value.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A document that has only its declaration.
    pub fn new() -> Self {
        let mut xml = Self { out: Writer::new(Vec::new()) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// An element on a line of its own, with what `inner` writes in it.
    pub fn block(&mut self, name: &str, attributes: Attributes, inner: impl FnOnce(&mut Self)) {
        self.text("\n");
        self.element(name, attributes, inner);
    }

    /// An element on lines of its own, for what holds such elements.
    pub fn blocks(&mut self, name: &str, attributes: Attributes, inner: impl FnOnce(&mut Self)) {
        self.block(name, attributes, |xml| {
            inner(xml);
            xml.text("\n");
        });
    }

    /// An element on a line of its own that holds text alone.
    pub fn line(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.block(name, attributes, |xml| xml.text(text));
    }

    /// An element amid text, with what `inner` writes in it.
    pub fn element(&mut self, name: &str, attributes: Attributes, inner: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        inner(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Empty(start(name, attributes)));
    }

    pub fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&writable(text))));
    }

    /// The whole document, with a line end.
    pub fn finish(self) -> String {
        String::from_utf8(self.out.into_inner()).unwrap_or_default() + "\n"
    }

    fn event(&mut self, event: Event) {
        let _ = self.out.write_event(event);
    }
}

fn start<'n>(name: &'n str, attributes: Attributes) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*writable(value)));
    }
    start
}

/// `text` with only such characters as XML 1.0 has.
fn writable(text: &str) -> Cow<'_, str> {
    let is_lost = |character| matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(is_lost) { Cow::Owned(text.replace(is_lost, REPLACEMENT)) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_cannot_leave_their_place() {
        let mut xml = Xml::new();
        xml.element("p", &[("n", "\" x='1' <&>")], |xml| xml.text("]]> <b> &amp; -->"));
        assert_eq!(
            xml.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><p n=\"&quot; x=&apos;1&apos; &lt;&amp;&gt;\">]]&gt; &lt;b&gt; \
             &amp;amp; --&gt;</p>\n"
        );
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(writable("a\0\u{1b}b\u{ffff}\t\n\r世"), "a\u{fffd}\u{fffd}b\u{fffd}\t\n\r世");
    }
}
