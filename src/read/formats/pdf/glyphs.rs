//! A PDF → its letters, where they stand on each page. All that is known of the library is here.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};

use crate::read::formats::{Refusal, SAVE_AS_TEXT};

/// What one drawn sign says, and where: `y` grows upwards, in points.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Mostly one character.
    pub text: String,
    /// Where it begins.
    pub x: f64,
    /// The line that it stands on.
    pub y: f64,
    /// Where the next one would begin.
    pub end: f64,
    /// The size of its font.
    pub size: f64,
}

/// So many letters are read; a newspaper has fewer.
const MOST_LETTERS: usize = 5_000_000;

/// The letters of each page, in the order in which they are drawn.
pub fn pages(bytes: Vec<u8>) -> Result<Vec<Vec<Letter>>, Refusal> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::new("it is a PDF with a password", "save it without one"),
        LoadPdfError::Invalid => Refusal::new("it is a damaged PDF", SAVE_AS_TEXT),
    })?;
    let cache = InterpreterCache::new();
    let mut found = Vec::new();
    let mut room = MOST_LETTERS;
    for page in pdf.pages().iter() {
        // The size of the paper says nothing about the text.
        let anywhere = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, anywhere, &cache, pdf.xref(), InterpreterSettings::default());
        let mut letters = Letters { found: Vec::new(), room };
        interpret_page(page, &mut context, &mut letters);
        room = letters.room;
        found.push(letters.found);
    }
    Ok(found)
}

/// What keeps the letters of all that is drawn.
struct Letters {
    found: Vec<Letter>,
    room: usize,
}

impl Device<'_> for Letters {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let Some(text) = glyph.as_unicode() else { continue };
            if self.room == 0 {
                return;
            }
            self.room -= 1;
            let text = match text {
                BfString::Char(character) => character.to_string(),
                BfString::String(text) => text,
            };
            let place = props.transform * glyph.transform();
            let advance = match &**glyph {
                Glyph::Outline(glyph) => glyph.advance_width(),
                Glyph::Type3(glyph) => glyph.advance_width(),
            };
            let start = place * Point::ZERO;
            let size = (place * Point::new(0.0, EM) - start).hypot();
            let end = place * Point::new(f64::from(advance.unwrap_or(0.0)), 0.0);
            let all = [start.x, start.y, end.x, size];
            if all.iter().all(|number| number.is_finite() && number.abs() < FARTHEST) && size > 0.0 {
                self.found.push(Letter { text, x: start.x, y: start.y, end: end.x, size });
            }
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// The height of a font in its own units.
const EM: f64 = 1000.0;

/// No paper is larger, in points.
const FARTHEST: f64 = 1e6;
