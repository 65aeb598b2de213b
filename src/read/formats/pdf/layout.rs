//! Letters and where they stand → lines, paragraphs, a headline, without what repeats on every page.

use std::collections::HashMap;

use super::glyphs::Letter;
use crate::text::{fold, lexicon};

/// The text of a PDF, and what of it is set largest.
#[derive(Debug, Default)]
pub struct Document {
    /// The lines of the first page that are set larger than its text.
    pub title: Option<String>,
    /// All text.
    pub text: String,
}

/// Letters that stand on one line; at wide gaps there are several lines on one height.
#[derive(Clone, Debug)]
struct Line {
    text: String,
    x: f64,
    y: f64,
    end: f64,
    size: f64,
}

/// In sizes of the font: a step up or down of so much begins a line, …
const NEXT_LINE: f64 = 0.5;
/// … a gap of so much is a space (the space of a font is a quarter), …
const SPACE: f64 = 0.17;
/// … and one of so much lies between columns.
const COLUMNS_APART: f64 = 3.0;
/// Lines further apart than so many times what is usual on the page begin a paragraph.
const PARAGRAPHS_APART: f64 = 1.35;
/// A first line is set in by so much, in sizes of the font.
const SET_IN: std::ops::Range<f64> = 0.6..4.0;
/// Lines whose sizes differ by more than this factor are of different sorts.
const OTHER_SIZE: f64 = 1.15;

/// What the letters of all pages say.
pub fn read(pages: &[Vec<Letter>]) -> Document {
    let mut pages: Vec<Vec<Line>> = pages.iter().map(|letters| lines(letters)).collect();
    leave_out_repeated(&mut pages);
    let title = pages.first().and_then(|page| headline(page));
    let mut text = String::new();
    let mut last: Option<&Line> = None;
    for page in &pages {
        let usual = usual_step(page);
        for line in page {
            match last {
                Some(before) if goes_on(before, line, usual) => join(&mut text, &line.text),
                Some(_) => {
                    text.push_str("\n\n");
                    text.push_str(&line.text);
                }
                None => text.push_str(&line.text),
            }
            last = Some(line);
        }
    }
    Document { title, text }
}

fn lines(letters: &[Letter]) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for letter in letters {
        let text = unjoined(&letter.text);
        let blank = text.trim().is_empty();
        if let Some(line) = found.last_mut() {
            let size = line.size.max(letter.size);
            let gap = letter.x - line.end;
            if (letter.y - line.y).abs() <= NEXT_LINE * size && gap > -size && gap < COLUMNS_APART * size {
                let spaced = line.text.ends_with(' ') || text.starts_with(' ');
                if gap > SPACE * size && !spaced {
                    line.text.push(' ');
                }
                if !(blank && line.text.ends_with(' ')) {
                    line.text.push_str(&text);
                }
                line.end = line.end.max(letter.end);
                continue;
            }
        }
        if !blank {
            found.push(Line { text, x: letter.x, y: letter.y, end: letter.end, size: letter.size });
        }
    }
    for line in &mut found {
        line.text.truncate(line.text.trim_end().len());
    }
    found
}

/// Letters that printers join, as the letters that they are.
fn unjoined(text: &str) -> String {
    let letters =
        [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st"), ("\u{a0}", " ")];
    letters.iter().fold(text.to_owned(), |text, (joined, apart)| text.replace(joined, apart))
}

/// Lines at the head and foot of a page are looked at for what repeats.
const EDGE_LINES: usize = 3;

/// Takes out lines at the edges that stand on most pages, whatever the numbers in them, and the numbers of the pages.
fn leave_out_repeated(pages: &mut [Vec<Line>]) {
    let edge = |page: &[Line], place: usize| place < EDGE_LINES || place + EDGE_LINES >= page.len();
    let form = |line: &Line| line.text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut forms: Vec<_> =
            page.iter().enumerate().filter(|(place, _)| edge(page, *place)).map(|(_, line)| form(line)).collect();
        forms.sort();
        forms.dedup();
        for form in forms {
            *counts.entry(form).or_default() += 1;
        }
    }
    let most = pages.len();
    for page in pages.iter_mut() {
        let whole = std::mem::take(page);
        let is_left = |place: usize, line: &Line| {
            let repeated = most > 1 && counts[&form(line)] * 2 > most;
            let number = line.text.trim_matches(['-', '–', ' ']).bytes().all(|byte| byte.is_ascii_digit()) && most > 1;
            !(repeated || number) || !edge(&whole, place)
        };
        *page = whole
            .iter()
            .enumerate()
            .filter(|(place, line)| !edge(&whole, *place) || is_left(*place, line))
            .map(|(_, line)| line.clone())
            .collect();
    }
}

/// The lines of the first page that are set largest, where they are larger than the text.
fn headline(page: &[Line]) -> Option<String> {
    let mut sizes: Vec<f64> = page.iter().map(|line| line.size).collect();
    sizes.sort_by(f64::total_cmp);
    let (usual, largest) = (*sizes.get(sizes.len() / 2)?, *sizes.last()?);
    let is_large = |line: &&Line| line.size * OTHER_SIZE > largest;
    // In a text of two lines the headline is half of it.
    if largest < usual * OTHER_SIZE && sizes.first().is_none_or(|least| largest < least * OTHER_SIZE) {
        return None;
    }
    let words: Vec<_> =
        page.iter().skip_while(|line| !is_large(line)).take_while(is_large).map(|line| line.text.as_str()).collect();
    Some(words.join(" "))
}

/// How far apart lines stand on a page, in sizes of their font.
fn usual_step(page: &[Line]) -> f64 {
    let mut steps: Vec<f64> = page
        .windows(2)
        .filter(|pair| pair[0].size < pair[1].size * OTHER_SIZE && pair[1].size < pair[0].size * OTHER_SIZE)
        .map(|pair| (pair[0].y - pair[1].y) / pair[0].size)
        .filter(|step| (NEXT_LINE..LARGEST_STEP).contains(step))
        .collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 3).copied().unwrap_or(USUAL_STEP)
}

/// Nobody sets the lines of a paragraph further apart, in sizes of the font.
const LARGEST_STEP: f64 = 2.4;
/// Where a page has too few lines to tell.
const USUAL_STEP: f64 = 1.2;

/// Whether `line` is of the same paragraph as the one before.
fn goes_on(before: &Line, line: &Line, usual: f64) -> bool {
    if before.size > line.size * OTHER_SIZE || line.size > before.size * OTHER_SIZE {
        return false;
    }
    let ended = before.text.ends_with(['.', '!', '?', '”', '"', ':']);
    let step = (before.y - line.y) / line.size;
    if !(0.0..LARGEST_STEP * 4.0).contains(&step) || (line.x - before.x).abs() > (before.end - before.x).max(line.size)
    {
        // Another column or page: a sentence that has not ended goes on there.
        return !ended && line.text.starts_with(char::is_lowercase);
    }
    let set_in = SET_IN.contains(&((line.x - before.x) / line.size));
    step <= usual * PARAGRAPHS_APART && !(set_in && ended)
}

/// Adds a line to a paragraph; a word broken by a hyphen becomes one where it is one.
fn join(text: &mut String, line: &str) {
    let letters = |word: &str| word.chars().all(char::is_alphabetic) && !word.is_empty();
    let head = text
        .strip_suffix(['-', '\u{2010}'])
        .map(|text| text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
    let tail = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if let Some(head) = head.filter(|head| letters(head) && tail.starts_with(char::is_lowercase)) {
        let known = |word: &str| lexicon::entry(&fold::fold(word)).is_known();
        let whole = known(&format!("{head}{tail}"));
        let parts = known(head) && known(tail);
        if whole || !parts {
            text.pop();
        }
    } else if !text.ends_with(['-', '–', '—', '/']) || text.ends_with(" –") || text.ends_with(" —") {
        text.push(' ');
    }
    text.push_str(line);
}
