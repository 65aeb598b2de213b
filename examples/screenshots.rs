//! The pictures in `screenshots/`, made from the real program: `cargo run --example screenshots`.
//!
//! The program runs in a terminal that is only remembered; what it shows is drawn as an SVG, cell by cell, and that as a
//! PNG, with the font that lies beside the pictures.

#[path = "../tests/support/pty.rs"]
mod pty;

use std::env;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use pty::Pty;
use resvg::{tiny_skia, usvg};
use vt100::{Cell, Color, Screen};

/// A picture: its name, columns and rows, and each key with what the screen shows after it.
type Picture = (&'static str, (u16, u16), &'static [(&'static str, &'static str)]);

const PICTURES: &[Picture] = &[
    ("reader", (126, 38), &[("", " shared · "), ("d", "2 of")]),
    ("synopsis", (126, 38), &[("", " shared · "), ("p", " SYNOPSIS "), ("d", "2 of")]),
    ("facts", (126, 38), &[("", " shared · "), ("f", " FACTS ")]),
    ("discrepancies", (126, 38), &[("", " shared · "), ("i", " DISCREPANCIES "), ("jc", "confirmed")]),
    ("entities", (126, 38), &[("", " shared · "), ("t", " ENTITIES ")]),
    ("search", (126, 38), &[("", " shared · "), ("/billion", "found")]),
    ("note", (126, 38), &[("", " shared · "), ("mask the press office", "press office")]),
    ("palette", (126, 38), &[("", " shared · "), (":", " MENU "), ("shared", "next-shared")]),
    ("labels", (126, 38), &[("", " shared · "), ("'", " LABELS ")]),
    ("legend", (126, 38), &[("", " shared · "), ("L", " LEGEND ")]),
    ("small", (80, 24), &[("", " shared · ")]),
];

/// Size of the letters in pixels; with the font's own measures a cell is then as wide and high as these say.
const FONT: f64 = 20.0;
const CELL_WIDTH: f64 = FONT * 1233.0 / 2048.0;
const CELL_HEIGHT: f64 = FONT * 2384.0 / 2048.0;
const BASELINE: f64 = FONT * 1901.0 / 2048.0;
const BORDER: f64 = 14.0;
/// How far italic letters lean, in degrees.
const LEAN: f64 = 11.0;

const PAPER: &str = "#16181d";
const INK: &str = "#d4d7dd";
/// A quiet palette for the terminal's sixteen colours.
const PALETTE: [&str; 16] = [
    "#1f232b", "#d16d75", "#8fb573", "#d9b25f", "#6c9fd1", "#b58ac9", "#62aeb2", "#c9cdd4", "#7b8290", "#ec8089",
    "#a5cc88", "#f0cb79", "#86b8e8", "#cba1df", "#7cc7cb", "#f2f4f7",
];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = Command::new(env!("CARGO")).args(["build", "--bin", "variorum"]).current_dir(root).status();
    assert!(built.expect("cargo runs").success(), "the program does not build");
    let example = env::current_exe().expect("this example has a path");
    let program = example.parent().and_then(Path::parent).expect("examples lie beside programs").join("variorum");
    let pictures = root.join("screenshots");
    for (name, size, keys) in PICTURES {
        let folder = tempfile::tempdir().expect("a folder");
        let mut reader = Pty::start(&program, &["--notes", "notes.json"], folder.path(), *size);
        let mut screen = None;
        for (typed, expected) in *keys {
            reader.press(typed);
            screen = Some(reader.wait_for_all(expected));
        }
        // Leaves an editor, a list or a prompt, then the reader.
        reader.press("\u{3}");
        reader.end();
        let path = pictures.join(format!("{name}.png"));
        save(&svg(&screen.expect("every picture waits for something")), &pictures.join("font"), &path);
        println!("{}", path.display());
    }
}

/// The screen as an SVG: the colour behind each cell, then its letter.
fn svg(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let width = 2.0 * BORDER + CELL_WIDTH * f64::from(columns);
    let height = 2.0 * BORDER + CELL_HEIGHT * f64::from(rows);
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' font-family='DejaVu Sans Mono' \
         font-size='{FONT}'><rect width='100%' height='100%' rx='8' fill='{PAPER}'/>"
    );
    let cursor = (!screen.hide_cursor()).then(|| screen.cursor_position());
    for row in 0..rows {
        for column in 0..columns {
            let Some(cell) = screen.cell(row, column) else { continue };
            let x = BORDER + CELL_WIDTH * f64::from(column);
            let y = BORDER + CELL_HEIGHT * f64::from(row);
            draw(&mut svg, cell, (x, y), cursor == Some((row, column)));
        }
    }
    svg.push_str("</svg>");
    svg
}

fn draw(svg: &mut String, cell: &Cell, (x, y): (f64, f64), cursor: bool) {
    let mut ink = colour(cell.fgcolor()).unwrap_or(INK);
    let mut paper = colour(cell.bgcolor());
    if cell.inverse() != cursor {
        (ink, paper) = (paper.unwrap_or(PAPER), Some(ink));
    }
    let wide = if cell.is_wide() { 2.0 } else { 1.0 } * CELL_WIDTH;
    if let Some(paper) = paper {
        // A hair wider than the cell, so that no seam shows between neighbours.
        let (wide, high) = (wide + 0.3, CELL_HEIGHT + 0.3);
        append(svg, format_args!("<rect x='{x:.2}' y='{y:.2}' width='{wide:.2}' height='{high:.2}' fill='{paper}'/>"));
    }
    if cell.underline() {
        let y = y + BASELINE + 2.0;
        append(svg, format_args!("<rect x='{x:.2}' y='{y:.2}' width='{wide:.2}' height='1.2' fill='{ink}'/>"));
    }
    let letters = cell.contents().replace('&', "&amp;").replace('<', "&lt;");
    if letters.trim().is_empty() {
        return;
    }
    let lean = if cell.italic() { format!(" skewX(-{LEAN})") } else { String::new() };
    let weight = if cell.bold() { " font-weight='bold'" } else { "" };
    let faint = if cell.dim() { " opacity='0.55'" } else { "" };
    let y = y + BASELINE;
    append(
        svg,
        format_args!("<text transform='translate({x:.2} {y:.2}){lean}' fill='{ink}'{weight}{faint}>{letters}</text>"),
    );
}

fn append(svg: &mut String, element: std::fmt::Arguments) {
    svg.write_fmt(element).expect("a string takes every write");
}

fn colour(color: Color) -> Option<&'static str> {
    match color {
        Color::Idx(index) => PALETTE.get(usize::from(index)).copied(),
        Color::Default | Color::Rgb(..) => None,
    }
}

fn save(svg: &str, fonts: &Path, path: &Path) {
    let mut database = usvg::fontdb::Database::new();
    for name in ["DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"] {
        database.load_font_data(std::fs::read(fonts.join(name)).expect("the font lies beside the pictures"));
    }
    let options = usvg::Options { fontdb: Arc::new(database), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).expect("the SVG is sound");
    let size = tree.size().to_int_size();
    let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).expect("a picture has a size");
    resvg::render(&tree, tiny_skia::Transform::default(), &mut pixels.as_mut());
    pixels.save_png(path).expect("the picture can be written");
}
