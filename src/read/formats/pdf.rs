//! Articles in PDF files; taking them apart is a feature of the build, as it doubles its time.

use super::{Draft, Refusal, Source};
use crate::read::Limits;

#[cfg(feature = "pdf")]
mod glyphs;
#[cfg(feature = "pdf")]
mod layout;

/// Without the feature a PDF is named, not read.
#[cfg(not(feature = "pdf"))]
pub fn draft(_source: &Source, _limits: &Limits) -> Result<Draft, Refusal> {
    Err(Refusal::new(
        "it is a PDF, and this variorum was built without them",
        "build it with “cargo install --path . --features pdf”, or save the article as plain text",
    ))
}

/// The text of a PDF, put together from where its letters stand.
#[cfg(feature = "pdf")]
pub fn draft(source: &Source, limits: &Limits) -> Result<Draft, Refusal> {
    let bytes = source.bytes.to_vec();
    super::isolated::isolated(limits, move || {
        let pages = glyphs::pages(bytes)?;
        let document = layout::read(&pages);
        // The headline is one of its lines, though perhaps not the first.
        let text = document.text;
        if text.trim().is_empty() {
            return Err(Refusal::new("it is a PDF without text, perhaps of pictures of pages", super::SAVE_AS_TEXT));
        }
        Ok(Draft { title: document.title, text, ..Draft::default() })
    })
}

#[cfg(all(test, feature = "pdf"))]
mod tests {
    use super::*;
    use crate::read::formats::articles;
    use crate::read::{Article, Opened};

    /// A PDF of these objects, the first of which is its catalogue.
    fn pdf(objects: &[String]) -> Vec<u8> {
        let mut out = b"%PDF-1.4\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in objects.iter().enumerate() {
            places.push(out.len());
            out.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
        }
        let table = out.len();
        out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        for place in places {
            out.extend(format!("{place:010} 00000 n \n").bytes());
        }
        let size = objects.len() + 1;
        out.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
        out
    }

    /// Pages with these streams of drawing.
    fn pages(streams: &[&str]) -> Vec<u8> {
        let kids = (0..streams.len()).map(|page| format!("{} 0 R ", 4 + 2 * page)).collect::<Vec<_>>().concat();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", streams.len()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        ];
        for (page, stream) in streams.iter().enumerate() {
            let contents = 5 + 2 * page;
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents \
                 {contents} 0 R >>"
            ));
            objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
        }
        pdf(&objects)
    }

    fn opened(bytes: &[u8]) -> Opened {
        articles(&Source::new("x.pdf", bytes), &Limits { seconds: 5, ..Limits::default() })
    }

    fn article(bytes: &[u8]) -> Article {
        let opened = opened(bytes);
        assert!(opened.refused.is_empty(), "{:?}", opened.refused);
        opened.articles.into_iter().next().expect("an article")
    }

    #[test]
    fn lines_become_paragraphs_and_broken_words_whole() {
        let found = article(&pages(&["BT /F 20 Tf 50 750 Td (River rises at Lindau) Tj ET\n\
             BT /F 10 Tf 50 700 Td 12 TL (At least 40 people fled the flood on Mon-) Tj T* (day, police said, as the river) Tj T* \
             (rose by three metres.) Tj 0 -30 Td (The dam held, \\223for now\\224, the mayor told reporters.) Tj ET"]));
        assert_eq!(
            &*found.text,
            "River rises at Lindau\n\nAt least 40 people fled the flood on Monday, police said, as the river rose by three \
             metres.\n\nThe dam held, “for now”, the mayor told reporters."
        );
        assert_eq!(found.title, "River rises at Lindau");
    }

    #[test]
    fn what_repeats_on_every_page_and_its_number_are_left_out() {
        let page = |number: u8, text: &str| {
            format!(
                "BT /F 8 Tf 50 780 Td (The Lindau Herald, issue 9) Tj ET BT /F 10 Tf 50 700 Td ({text}) Tj ET BT /F 8 Tf 300 20 Td ({number}) Tj ET"
            )
        };
        let (one, two) = (page(1, "Ten people fled the"), page(2, "flood on Monday."));
        assert_eq!(&*article(&pages(&[&one, &two])).text, "Ten people fled the flood on Monday.");
    }

    #[test]
    fn letters_that_are_set_apart_by_place_alone_are_words() {
        let found = article(&pages(&["BT /F 10 Tf 50 700 Td [(T) 20 (en) -300 (people) -400 (\\143ame.)] TJ ET"]));
        assert_eq!(&*found.text, "Ten people came.");
    }

    #[test]
    fn circles_and_broken_files_are_told_and_no_end() {
        let circle = pdf(&[
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>".to_owned(),
        ]);
        let form = pdf(&[
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>".to_owned(),
            "<< /Length 5 >>\nstream\n/X Do\nendstream".to_owned(),
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream".to_owned(),
        ]);
        let whole = pages(&["BT /F 10 Tf 50 700 Td (Ten people fled.) Tj ET"]);
        let looping = String::from_utf8_lossy(&whole).replace("/Root 1 0 R", "/Root 1 0 R /Prev 9").into_bytes();
        let mut files = vec![circle, form, looping, b"%PDF-1.7".to_vec(), b"%PDF-1.7\n\x00\xff".repeat(1000)];
        files.extend((1..whole.len()).step_by(97).map(|end| whole[..end].to_vec()));
        for file in files {
            let opened = opened(&file);
            assert_eq!(opened.articles.len() + opened.refused.len(), 1);
        }
    }
}
