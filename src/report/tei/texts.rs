//! The articles' texts in paragraphs, with an anchor wherever something begins or ends that a finding points to.

use std::collections::BTreeSet;

use super::Edition;
use super::xml::Xml;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Paragraph, ParagraphKind};
use crate::text::Span;

/// The bytes of each article at which an anchor stands.
pub fn anchors(edition: &Edition, places: impl Iterator<Item = Excerpt>) -> Vec<BTreeSet<usize>> {
    let mut anchors: Vec<BTreeSet<usize>> = edition.analysis.articles.iter().map(|_| BTreeSet::new()).collect();
    for place in places {
        anchors[place.article.0].extend([place.span.start, place.span.end]);
    }
    anchors
}

/// One article.
pub fn write(xml: &mut Xml, edition: &Edition, article: ArticleId, anchors: &BTreeSet<usize>) {
    let name = format!("text.{}", article.siglum());
    let attributes = [("xml:id", &*name), ("type", "article"), ("corresp", &super::witness(article))];
    xml.blocks("text", &attributes, |xml| {
        xml.blocks("body", &[], |xml| {
            let paragraphs = &edition.analysis.documents[article.0].paragraphs;
            let end = edition.analysis.articles[article.0].text.len();
            let mut from = 0;
            for (place, paragraph) in paragraphs.iter().enumerate() {
                // What ends between two paragraphs is marked at the end of the first.
                let to = paragraphs.get(place + 1).map_or(end + 1, |next| next.span.start);
                write_paragraph(xml, edition, article, (place, paragraph), anchors.range(from..to).copied());
                from = to;
            }
            if paragraphs.is_empty() {
                xml.block("p", &[], |xml| anchors.iter().for_each(|&at| anchor(xml, edition, article, at)));
            }
        });
    });
}

fn write_paragraph(
    xml: &mut Xml,
    edition: &Edition,
    article: ArticleId,
    (place, paragraph): (usize, &Paragraph),
    anchors: impl Iterator<Item = usize>,
) {
    let number = (place + 1).to_string();
    let (name, kind) = match paragraph.kind {
        ParagraphKind::Headline if place == 0 => ("head", None),
        ParagraphKind::Headline | ParagraphKind::Heading => ("ab", Some(("type", "heading"))),
        _ => ("p", None),
    };
    let attributes: Vec<_> = [Some(("n", &*number)), kind].into_iter().flatten().collect();
    xml.block(name, &attributes, |xml| {
        let mut from = paragraph.span.start;
        for at in anchors {
            let to = at.clamp(from, paragraph.span.end);
            piece(xml, edition, article, Span::new(from, to));
            anchor(xml, edition, article, at);
            from = to;
        }
        piece(xml, edition, article, Span::new(from, paragraph.span.end));
    });
    // A text must not end with its headline.
    if name == "head" && edition.analysis.documents[article.0].paragraphs.len() == 1 {
        xml.block("p", &[], |_| {});
    }
}

/// Words, or what stands for words that are left out.
fn piece(xml: &mut Xml, edition: &Edition, article: ArticleId, span: Span) {
    if span.bytes() == 0 {
        return;
    }
    if edition.veil.is_open() {
        xml.text(span.of(&edition.analysis.articles[article.0].text));
    } else {
        let points = edition.points[article.0].range(span);
        let count = (points.end - points.start).to_string();
        xml.empty("gap", &[("reason", "withheld"), ("unit", "chars"), ("quantity", &count)]);
    }
}

fn anchor(xml: &mut Xml, edition: &Edition, article: ArticleId, at: usize) {
    xml.empty("anchor", &[("xml:id", &edition.anchor(article, at))]);
}
