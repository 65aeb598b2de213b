//! What the document is: of which sources it was made, by what, with which settings, and what its marks mean.

use super::Edition;
use super::xml::Xml;
use crate::read::Article;
use crate::report::manner::{Making, PROGRAM};

/// How the apparatus is to be read.
const DECLARATION: &str = "Where witnesses part, each reading is given with those who carry it. None is called right: \
    there is no lem. Readings of type orthographic differ in case, accents or marks alone. Words that all witnesses of a \
    unit have stand outside the apparatus; white space is made one space. An article that is no witness of a unit does \
    not tell it, or tells it in other words.";
/// How places are to be read.
const PLACES: &str = "The anchor a.120 stands before code point 120 of the text of a, counted from 0 over the whole \
    text as it was read; paragraphs are numbered from the headline on.";

/// The header.
pub fn write(xml: &mut Xml, edition: &Edition, making: Option<&Making>) {
    xml.blocks("teiHeader", &[], |xml| {
        file(xml, edition);
        encoding(xml, edition, making);
        if let Some(at) = making.and_then(|making| making.at.as_deref()) {
            xml.blocks("revisionDesc", &[], |xml| xml.line("change", &[("when", at)], "Made."));
        }
    });
}

fn file(xml: &mut Xml, edition: &Edition) {
    let articles = &edition.analysis.articles;
    let plural = if articles.len() == 1 { "" } else { "s" };
    xml.blocks("fileDesc", &[], |xml| {
        xml.blocks("titleStmt", &[], |xml| {
            xml.line("title", &[], &format!("Comparison of {} article{plural}", articles.len()));
            for (name, duty, who) in [
                ("program", "compared the texts by rules", "variorum"),
                ("reader", "wrote notes and verdicts", "a reader"),
            ] {
                xml.blocks("respStmt", &[("xml:id", name)], |xml| {
                    xml.line("resp", &[], duty);
                    xml.line("name", &[], who);
                });
            }
        });
        xml.blocks("publicationStmt", &[], |xml| {
            xml.line(
                "p",
                &[],
                "Not published: made for whoever has these articles. Their texts belong to their owners.",
            );
        });
        xml.blocks("sourceDesc", &[], |xml| {
            if articles.is_empty() {
                xml.line("p", &[], "No article.");
            } else {
                xml.blocks("listWit", &[], |xml| {
                    articles.iter().enumerate().for_each(|article| witness(xml, edition, article));
                });
            }
        });
    });
}

fn witness(xml: &mut Xml, edition: &Edition, (place, article): (usize, &Article)) {
    let id = crate::read::ArticleId(place).siglum();
    let coverage = edition.analysis.coverage.get(place);
    xml.blocks("witness", &[("xml:id", &id), ("n", &article.siglum)], |xml| {
        xml.blocks("bibl", &[], |xml| {
            let title = edition.veil.cited(&article.title);
            if !title.is_empty() {
                xml.line("title", &[], &title);
            }
            if let Some(byline) = &article.byline {
                xml.line("author", &[], byline);
            }
            if let Some(outlet) = &article.outlet {
                xml.line("publisher", &[], outlet);
            }
            if let Some(day) = article.published {
                let day = day.to_string();
                xml.line("date", &[("when", &day)], &day);
            }
            xml.line("idno", &[("type", "location")], &article.location);
            xml.line("idno", &[("type", "sha256")], &article.sha256);
            if let Some(coverage) = coverage {
                let words = coverage.words.to_string();
                xml.block("extent", &[], |xml| {
                    xml.element("measure", &[("unit", "words"), ("quantity", &words)], |xml| xml.text(&words));
                });
                let compared = format!("{:.0} % of its sentences could be compared.", 100.0 * coverage.compared);
                xml.line("note", &[("type", "coverage")], &compared);
                for doubt in &coverage.doubts {
                    xml.line("note", &[("type", "doubt")], &edition.veil.told(doubt));
                }
            }
        });
    });
}

fn encoding(xml: &mut Xml, edition: &Edition, making: Option<&Making>) {
    xml.blocks("encodingDesc", &[], |xml| {
        xml.blocks("appInfo", &[], |xml| {
            xml.blocks("application", &[("ident", "variorum"), ("version", env!("CARGO_PKG_VERSION"))], |xml| {
                xml.line("label", &[], PROGRAM);
                if let Some(making) = making {
                    xml.block("p", &[], |xml| {
                        xml.text("To make it again: ");
                        xml.element("code", &[], |xml| xml.text(&making.command));
                    });
                }
            });
        });
        xml.blocks("editorialDecl", &[], |xml| {
            xml.line("p", &[], DECLARATION);
            xml.line("p", &[], PLACES);
            xml.line("p", &[], &format!("Words of the articles: {}.", edition.veil.excerpts().name()));
        });
        xml.block("variantEncoding", &[("method", "parallel-segmentation"), ("location", "internal")], |_| {});
    });
}
