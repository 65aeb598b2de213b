//! The comparison in TEI P5, for editors of texts and their tools: the articles as witnesses and as texts, what several
//! of them tell in much the same words as an apparatus by parallel segmentation, and what was found beside the texts.

mod align;
mod apparatus;
mod findings;
mod header;
mod texts;
mod xml;

use super::excerpts::Veil;
use super::manner::Manner;
use crate::analysis::Analysis;
use crate::notes::Notebook;
use crate::read::{ArticleId, Excerpt};
use crate::text::CodePoints;
use xml::Xml;

const NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";

/// What all parts of the document are made from.
struct Edition<'a> {
    analysis: &'a Analysis,
    notebook: &'a Notebook,
    veil: &'a Veil<'a>,
    points: Vec<CodePoints<'a>>,
}

/// The whole document.
pub fn render(analysis: &Analysis, notebook: &Notebook, manner: &Manner) -> String {
    let veil = &Veil::new(manner.excerpts, &analysis.articles);
    let edition = Edition {
        analysis,
        notebook,
        veil,
        points: analysis.articles.iter().map(|article| CodePoints::new(&article.text)).collect(),
    };
    // An apparatus is nothing but words.
    let (quotations, passages) = if edition.veil.is_open() {
        (apparatus::quotations(&edition), apparatus::passages(&edition))
    } else {
        Default::default()
    };
    let entries = findings::entries(&edition);
    let witnessed = quotations.iter().chain(&passages).flat_map(|unit| unit.readings.iter().copied());
    let anchors = texts::anchors(&edition, findings::places(&entries).chain(witnessed));

    let mut xml = Xml::new();
    xml.blocks("TEI", &[("xmlns", NAMESPACE), ("xml:lang", "en")], |xml| {
        header::write(xml, &edition, manner.making.as_ref());
        xml.blocks("text", &[], |xml| {
            let has_apparatus = !quotations.is_empty() || !passages.is_empty();
            if analysis.articles.is_empty() {
                return xml.blocks("body", &[], |xml| xml.line("p", &[], "No article."));
            }
            xml.blocks("group", &[], |xml| {
                for (place, anchors) in anchors.iter().enumerate() {
                    texts::write(xml, &edition, ArticleId(place), anchors);
                }
                if has_apparatus {
                    xml.blocks("text", &[("type", "apparatus")], |xml| {
                        xml.blocks("body", &[], |xml| {
                            apparatus::write(xml, &edition, "quotations", "Quotations", &quotations);
                            apparatus::write(xml, &edition, "passages", "Shared wording", &passages);
                        });
                    });
                }
            });
        });
        let units: Vec<_> = quotations.into_iter().chain(passages).collect();
        findings::write(xml, &edition, &entries, &units);
    });
    xml.finish()
}

/// A pointer to the witness that an article is.
fn witness(article: ArticleId) -> String {
    format!("#{}", article.siglum())
}

impl Edition<'_> {
    /// The name of the anchor at a byte of an article.
    fn anchor(&self, article: ArticleId, at: usize) -> String {
        format!("{}.{}", article.siglum(), self.points[article.0].at(at))
    }

    /// The words of an excerpt.
    fn words(&self, excerpt: Excerpt) -> Vec<&str> {
        self.analysis.words_of(excerpt).split_whitespace().collect()
    }
}
