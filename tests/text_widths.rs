//! Text of every script on the screen: rows that fit and lose nothing, marks on just the cells of their words, and a
//! terminal that shows every cell where the reader has put it.

#[path = "support/texts.rs"]
mod texts;

use std::num::NonZeroU16;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use ratatui::backend::{CrosstermBackend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Color;
use ratatui::{Terminal, TerminalOptions, Viewport};
use texts::PIECES;
use unicode_segmentation::UnicodeSegmentation;
use variorum::notes::Notebook;
use variorum::read::{Article, number};
use variorum::segment::{ParagraphKind, paragraphs};
use variorum::text::Span;
use variorum::text::rows::{hanging_rows, rows};
use variorum::text::width::{cluster_columns, columns, draw_cluster};
use variorum::tui::{App, Colours, Event, Keymap, Theme, draw, update};

/// Columns before and after a single text: the gutter and the strip.
const BESIDE_COLUMNS: u16 = 6;
/// Columns before it: the gutter.
const BEFORE_COLUMNS: usize = 3;
/// The row of the screen that the text begins in.
const FIRST_ROW: usize = 2;
/// Columns of the widest cluster of the pieces.
const WIDEST: usize = 3;
/// High enough for all rows of the texts here without scrolling.
const HEIGHT: u16 = 120;

/// Text of pieces that are hard to measure.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..40).prop_map(|pieces| pieces.concat())
}

/// The reader with `texts`, before it has compared them, in a terminal of this size.
fn reader(texts: &[&str], width: u16, height: u16) -> App {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    let nowhere = std::env::temp_dir().join("variorum-no-such-folder").join("notes.json");
    let notebook = Notebook::open(&articles, Some(nowhere)).expect("no notes yet");
    App::new(articles, notebook, Keymap::default(), Size::new(width, height))
}

fn type_keys(app: &mut App, keys: impl IntoIterator<Item = KeyCode>) {
    for key in keys {
        update(app, Event::Key(KeyEvent::new(key, KeyModifiers::NONE)));
    }
}

/// The cells of the screen.
fn drawn(app: &App, width: u16, height: u16) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a screen in memory");
    terminal.draw(|frame| draw(app, Theme::new(Colours::Sixteen), frame)).expect("a screen in memory takes every cell");
    terminal.backend().buffer().clone()
}

/// The columns of the sign that a bullet begins with and of the space behind it.
fn hang(bullet: &str) -> usize {
    let words = bullet.trim_start_matches(|character: char| !character.is_whitespace()).trim_start();
    columns(&bullet[..bullet.len() - words.len()])
}

/// The columns of the rows of `article`, cell by cell: the cluster that begins there, by its span.
fn laid_out(article: &Article, width: usize) -> Vec<Vec<(usize, Span)>> {
    let mut found = Vec::new();
    for (place, paragraph) in paragraphs(&article.text).into_iter().enumerate() {
        if place > 0 {
            found.push(Vec::new());
        }
        let hang = if paragraph.kind == ParagraphKind::Bullet { hang(paragraph.span.of(&article.text)) } else { 0 };
        for (place, row) in hanging_rows(&article.text, paragraph.span, width, hang).into_iter().enumerate() {
            let mut column = if place == 0 { 0 } else { hang };
            let clusters = row.span.of(&article.text).grapheme_indices(true).map(|(start, cluster)| {
                let start = row.span.start + start;
                let cell = (column, Span::new(start, start + cluster.len()));
                column += cluster_columns(cluster);
                cell
            });
            found.push(clusters.collect());
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn rows_fit_and_lose_nothing(text in text(), width in WIDEST..50) {
        let article = Article::from_text(&text);
        for paragraph in paragraphs(&article.text) {
            let mut end = paragraph.span.start;
            for row in rows(&article.text, paragraph.span, width) {
                let words = row.span.of(&article.text);
                // Conjunct letters with no end are one cluster; one that no row has room for stands alone and is cut.
                let fits = columns(words) <= width || words.graphemes(true).count() == 1;
                prop_assert!(fits, "{words:?} is wider than {width}");
                prop_assert!(row.span.start >= end && !row.span.is_empty());
                prop_assert!(Span::new(end, row.span.start).of(&article.text).trim().is_empty());
                end = row.span.end;
            }
            prop_assert!(Span::new(end, paragraph.span.end).of(&article.text).trim().is_empty());
        }
    }

    #[test]
    fn a_cluster_is_drawn_in_the_columns_that_are_counted_for_it(text in text()) {
        for cluster in text.graphemes(true) {
            let mut drawn = 0;
            draw_cluster(cluster, |piece, columns| {
                drawn += columns;
                assert!(columns > 0 && !piece.contains(char::is_control), "{piece:?} of {cluster:?}");
            });
            prop_assert_eq!(drawn, cluster_columns(cluster));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn marks_are_on_just_the_cells_of_their_words(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 1..40),
        sought in any::<prop::sample::Index>(),
        width in 40_u16..90,
    ) {
        let text = pieces.concat();
        let article = Article::from_text(&text);
        let sought = regex::escape(sought.get(&pieces).trim());
        prop_assume!(!sought.is_empty() && !sought.contains(char::is_control));
        let pattern = regex::RegexBuilder::new(&sought).case_insensitive(!sought.contains(char::is_uppercase)).build();
        let found: Vec<Span> =
            pattern.expect("escaped").find_iter(&article.text).map(|found| found.range().into()).collect();
        prop_assume!(!found.is_empty());
        let mut app = reader(&[&text], width, HEIGHT);
        type_keys(&mut app, "/".chars().chain(sought.chars()).map(KeyCode::Char).chain([KeyCode::Enter]));
        let buffer = drawn(&app, width, HEIGHT);
        for (row, cells) in (FIRST_ROW..).zip(laid_out(&article, usize::from(width - BESIDE_COLUMNS))) {
            let mut expected = vec![false; usize::from(width - BESIDE_COLUMNS)];
            for (column, span) in cells {
                let wide = cluster_columns(span.of(&article.text));
                expected[column..column + wide].fill(found.iter().any(|found| found.overlaps(span)));
            }
            let marked: Vec<bool> = (0..expected.len())
                .map(|column| is_marked(&buffer, column + BEFORE_COLUMNS, row))
                .collect();
            prop_assert_eq!(marked, expected, "row {} of {:?}", row, &article.text);
        }
    }

    #[test]
    fn a_terminal_shows_every_cell_where_it_was_put(text in text(), other in text(), width in 40_u16..130) {
        // The emulator leaves out the character that stands for what cannot be read, which no terminal does.
        let (text, other) = (text.replace('\u{9b}', ""), other.replace('\u{9b}', ""));
        let mut app = reader(&[&text, &other, &text], width, 30);
        let area = Rect::new(0, 0, width, 30);
        let mut parser = vt100::Parser::new(cells(30), cells(width), 0);
        let mut bytes = Vec::new();
        {
            let options = TerminalOptions { viewport: Viewport::Fixed(area) };
            let mut terminal =
                Terminal::with_options(CrosstermBackend::new(&mut bytes), options).expect("a terminal in memory");
            // Later frames are drawn over what is there: nothing of it may stay.
            for key in [KeyCode::Null, KeyCode::Down, KeyCode::PageDown, KeyCode::Home, KeyCode::Tab, KeyCode::End] {
                type_keys(&mut app, [key]);
                terminal.draw(|frame| draw(&app, Theme::new(Colours::Sixteen), frame)).expect("memory takes every byte");
            }
        }
        parser.process(&bytes);
        let buffer = drawn(&app, width, 30);
        for y in 0..30 {
            let mut x = 0;
            while x < width {
                let symbol = buffer[(x, y)].symbol();
                let wide = u16::try_from(columns(symbol)).expect("narrow").max(1);
                let shown: String = (x..x + wide)
                    .filter_map(|x| parser.screen().cell(y, x))
                    .map(vt100::Cell::contents)
                    .collect();
                prop_assert_eq!(shown.trim_end(), symbol.trim_end(), "at {}, {}", x, y);
                x += wide;
            }
        }
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}

/// Whether a cell is marked as found. The further cells of a wide character have no look of their own.
fn is_marked(buffer: &Buffer, column: usize, row: usize) -> bool {
    let at = |column: usize| &buffer[(u16::try_from(column).expect("narrow"), u16::try_from(row).expect("low"))];
    let first = (BEFORE_COLUMNS..=column)
        .rev()
        .find(|&first| first + columns(at(first).symbol()) > column && at(first).symbol() != " ");
    at(first.unwrap_or(column)).bg == Color::LightYellow
}
