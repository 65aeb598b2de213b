//! Verdicts and notes: each change goes into the notebook and is saved at once.

use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use crate::notes::{Note, Verdict};
use crate::text::width::shorten;
use crate::tui::app::{App, Message};
use crate::tui::mode::{Draft, Mode};
use crate::tui::update::Effect;
use crate::tui::wording::verdict_name;

/// A note's heading quotes at most so many columns of the words it is on.
const HEADING_COLUMNS: usize = 40;

/// Opens the editor for a note on the selected words, or on what the apparatus shows.
pub fn write(app: &mut App) {
    let (rule, places) = match app.selection() {
        Some(words) => (None, vec![words]),
        None => match app.note_target() {
            Some((rule, places)) => (rule.map(str::to_owned), places.to_vec()),
            None => return nothing_to_note(app),
        },
    };
    let old = app.notebook.note_on(rule.as_deref(), &places);
    let lines = old.map(|note| note.comment.lines().map(str::to_owned).collect()).unwrap_or_default();
    let verdict = old.map_or(Verdict::Open, |note| note.verdict);
    let words = places.first().map_or("", |place| place.span.of(app.text(place.article)));
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let heading = format!("note on “{}”", shorten(&words, HEADING_COLUMNS));
    let mut editor = TextArea::new(lines);
    editor.set_wrap_mode(WrapMode::WordOrGlyph);
    editor.set_cursor_line_style(ratatui::style::Style::new());
    editor.move_cursor(CursorMove::Bottom);
    editor.move_cursor(CursorMove::End);
    app.mode = Mode::Note(Box::new(Draft { heading, rule, places, verdict, editor }));
}

/// Begins a new line of the note.
pub fn new_line(app: &mut App) {
    if let Mode::Note(draft) = &mut app.mode {
        draft.editor.insert_newline();
    }
}

/// Keeps the note that is being written; an empty one is taken away.
pub fn save(app: &mut App) -> Option<Effect> {
    let Mode::Note(draft) = std::mem::replace(&mut app.mode, Mode::Browse) else { return None };
    let Draft { rule, places, verdict, editor, .. } = *draft;
    let mut doubts = Vec::new();
    let comment = crate::read::harmless(editor.into_lines().join("\n").trim(), &mut doubts);
    app.message = Some(Message::Done(if comment.is_empty() { "note taken away" } else { "note saved" }.to_owned()));
    app.notebook.set(Note { rule, places, comment, verdict });
    Some(Effect::SaveNotes)
}

/// Gives what the apparatus shows a verdict, or takes the same one back.
pub fn judge(app: &mut App, verdict: Verdict) -> Option<Effect> {
    let Some((rule, places)) = app.note_target() else {
        nothing_to_note(app);
        return None;
    };
    let old = app.notebook.note_on(rule, places);
    let comment = old.map(|note| note.comment.clone()).unwrap_or_default();
    let verdict = if old.is_some_and(|note| note.verdict == verdict) { Verdict::Open } else { verdict };
    let note = Note { rule: rule.map(str::to_owned), places: places.to_vec(), comment, verdict };
    app.message = Some(Message::Done(format!("marked as {}", verdict_name(verdict))));
    app.notebook.set(note);
    Some(Effect::SaveNotes)
}

fn nothing_to_note(app: &mut App) {
    let reason = "no finding is shown to say that of; select words with v, or go to a finding with d or s";
    app.message = Some(Message::Failed(reason.to_owned()));
}
