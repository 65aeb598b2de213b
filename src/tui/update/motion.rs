//! Moving by sentences and paragraphs in the article that is read.

use super::move_by;
use crate::tui::app::App;
use crate::tui::pane::Pane;

/// To the next sentence; or to the beginning of the one under the cursor, and from there to the one before.
pub fn sentence(app: &mut App, by: isize) {
    let Some(findings) = &app.findings else { return };
    let starts = findings
        .analysis
        .documents
        .get(app.focus.0)
        .map(|document| document.sentences.iter().map(|sentence| sentence.span.start).collect::<Vec<_>>());
    to_one_of(app, &starts.unwrap_or_default(), by);
}

/// To the next paragraph; or to the beginning of the one under the cursor, and from there to the one before.
pub fn paragraph(app: &mut App, by: isize) {
    let starts = app.pane().map(Pane::paragraph_starts);
    to_one_of(app, &starts.unwrap_or_default(), by);
}

/// Puts the cursor on the nearest of `starts` after it, or before it; past the last one, on the last word.
fn to_one_of(app: &mut App, starts: &[usize], by: isize) {
    let cursor = app.here().position;
    let next = if by > 0 {
        starts.get(starts.partition_point(|&start| start <= cursor))
    } else {
        starts[..starts.partition_point(|&start| start < cursor)].last()
    };
    let next = next.copied();
    move_by(app, |pane, text| match next {
        Some(position) => {
            pane.place_cursor(text, position);
            pane.reveal(text);
        }
        None => pane.move_to_end(text, by),
    });
}
