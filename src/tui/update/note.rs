//! Verdicts and notes: each change goes into the notebook and is saved at once.

use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use crate::notes::{Note, Verdict};
use crate::text::width::shorten;
use crate::tui::app::{App, Message};
use crate::tui::mode::{Draft, Mode, View};
use crate::tui::places::Subject;
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

/// Takes the note on what is shown away, and its verdict. One whose words are gone cannot be brought back, so that it
/// goes only when this is asked for twice.
pub fn take_away(app: &mut App) -> Option<Effect> {
    let shown = app.note();
    let Some(index) = shown.and_then(|shown| app.notebook.notes().iter().position(|note| std::ptr::eq(note, shown)))
    else {
        app.message = Some(Message::Failed("there is no note on this to take away".to_owned()));
        return None;
    };
    let lost = app.notebook.notes()[index].places.is_empty();
    if lost && app.lists.doomed.replace(index) != Some(index) {
        let reason = "its words are gone, so that it could not be brought back; once more takes it away";
        app.message = Some(Message::Failed(reason.to_owned()));
        return None;
    }
    app.lists.doomed = None;
    let note = app.notebook.take_away(index)?;
    app.message = Some(Message::Done("note taken away".to_owned()));
    if !lost {
        app.lists.taken_away.push(note);
    }
    Some(Effect::SaveNotes)
}

/// Brings back the note that was taken away last.
pub fn bring_back(app: &mut App) -> Option<Effect> {
    let Some(note) = app.lists.taken_away.last() else {
        app.message = Some(Message::Failed("no note was taken away that could be brought back".to_owned()));
        return None;
    };
    if app.notebook.note_on(note.rule.as_deref(), &note.places).is_some() {
        app.message = Some(Message::Failed("there is another note in its place".to_owned()));
        return None;
    }
    let note = app.lists.taken_away.pop()?;
    let (rule, places) = (note.rule.clone(), note.places.clone());
    app.notebook.set(note);
    app.refresh_lists();
    app.message = Some(Message::Done("note brought back".to_owned()));
    let same = |note: &Note| note.rule == rule && note.places == places;
    let number = app.notebook.notes().iter().position(same).and_then(|index| app.lists.number_of(index));
    if let Some(subject) = number.map(Subject::Note).filter(|_| app.view == View::Notes) {
        app.list_mut().map(|list| list.choose(subject));
        app.show(subject);
    }
    Some(Effect::SaveNotes)
}

fn nothing_to_note(app: &mut App) {
    if let Some(Subject::Note(_)) = app.shown.as_ref().map(|shown| shown.subject) {
        let reason = "its words are gone: it can be read and taken away, but not changed";
        app.message = Some(Message::Failed(reason.to_owned()));
        return;
    }
    let reason = "no finding is shown to say that of; select words with v, or go to a finding with d or s";
    app.message = Some(Message::Failed(reason.to_owned()));
}
