//! Verdicts and notes: each change goes into the notebook and is saved at once.

use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use crate::notes::{Note, Undone, Verdict};
use crate::read::Excerpt;
use crate::text::width::shorten;
use crate::tui::app::{App, Message};
use crate::tui::event::Effect;
use crate::tui::mode::{Draft, Mode, View};
use crate::tui::places::Subject;
use crate::tui::wording::verdict_name;

/// A note's heading quotes at most so many columns of the words it is on.
const HEADING_COLUMNS: usize = 40;

/// What is written on, or judged.
struct Matter {
    /// The note's name, when there is one already.
    id: Option<String>,
    rule: Option<String>,
    places: Vec<Excerpt>,
}

/// The selected words, or else what the apparatus shows.
fn matter(app: &App, selection: Option<Excerpt>) -> Option<Matter> {
    let of = |rule: Option<&str>, places: &[Excerpt]| Matter {
        id: app.notebook.id_on(rule, places).map(str::to_owned),
        rule: rule.map(str::to_owned),
        places: places.to_vec(),
    };
    if let Some(words) = selection {
        return Some(of(None, &[words]));
    }
    if let Some(Subject::Note(number)) = app.shown.as_ref().map(|shown| shown.subject) {
        let note = app.note_of(number)?;
        let id = app.lists.name_of(number)?.to_owned();
        return Some(Matter { id: Some(id), rule: note.rule.clone(), places: note.places.clone() });
    }
    app.note_target().map(|(rule, places)| of(rule, places))
}

/// The note called `id`.
fn named<'a>(app: &'a App, id: Option<&str>) -> Option<&'a Note> {
    app.notebook.notes().get(app.notebook.index_of(id?)?)
}

/// Opens the editor for a note on the selected words, or on what the apparatus shows.
pub fn write(app: &mut App) {
    let Some(Matter { id, rule, places }) = matter(app, app.selection()) else { return nothing_to_note(app) };
    let old = named(app, id.as_deref());
    let before = old.map(|note| note.comment.clone()).unwrap_or_default();
    let verdict = old.map_or(Verdict::Open, |note| note.verdict);
    let heading = format!("note on {}", quoted(app, id.as_deref(), &places));
    let editor = editor(&before);
    app.mode = Mode::Note(Box::new(Draft { heading, id, rule, places, verdict, before, editor }));
}

/// The words of `places`, or, where they are gone, those that the note called `id` was on.
fn quoted(app: &App, id: Option<&str>, places: &[Excerpt]) -> String {
    let lost = || {
        let index = id.and_then(|id| app.notebook.index_of(id));
        index.and_then(|index| app.notebook.lost_words(index).into_iter().next()).unwrap_or_default()
    };
    let words = places.first().map_or_else(lost, |place| place.span.of(app.text(place.article)).to_owned());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("“{}”", shorten(&words, HEADING_COLUMNS))
}

/// An editor with `text` in it, the cursor at its end.
fn editor(text: &str) -> TextArea<'static> {
    let mut editor = TextArea::new(text.lines().map(str::to_owned).collect());
    editor.set_wrap_mode(WrapMode::WordOrGlyph);
    editor.set_cursor_line_style(ratatui::style::Style::new());
    editor.move_cursor(CursorMove::Bottom);
    editor.move_cursor(CursorMove::End);
    editor
}

/// Begins a new line of the note.
pub fn new_line(app: &mut App) {
    if let Mode::Note(draft) = &mut app.mode {
        draft.editor.insert_newline();
    }
}

/// Hands what is written so far to the user's own editor.
pub fn edit_outside(app: &App) -> Option<Effect> {
    let Mode::Note(draft) = &app.mode else { return None };
    Some(Effect::EditOutside(draft.editor.lines().join("\n")))
}

/// What the user's own editor has made of it takes its place.
pub fn edited(app: &mut App, text: &str) {
    if let Mode::Note(draft) = &mut app.mode {
        draft.editor = editor(&crate::read::harmless(text.trim_end(), &mut Vec::new()));
        app.message = Some(Message::Done("the text is from your editor; now it can be saved".to_owned()));
    }
}

/// Keeps the note that is being written; an empty one is taken away.
pub fn save(app: &mut App) -> Option<Effect> {
    let is_lost = |draft: &Draft| draft.places.is_empty() && named(app, draft.id.as_deref()).is_none();
    if matches!(&app.mode, Mode::Note(draft) if is_lost(draft)) {
        fail(app, "another window has taken this note away, and its words are in no article; copy what you wrote");
        return None;
    }
    let Mode::Note(draft) = std::mem::replace(&mut app.mode, Mode::Browse) else { return None };
    let Draft { id, rule, places, verdict, before, editor, .. } = *draft;
    let mut comment = crate::read::harmless(editor.into_lines().join("\n").trim(), &mut Vec::new());
    let now = named(app, id.as_deref()).cloned();
    let mut told = if comment.is_empty() { "note taken away" } else { "note saved" };
    if let Some(there) = now.as_ref().map(|note| &note.comment).filter(|there| **there != before) {
        // Another window has written on it meanwhile.
        if *there != comment {
            comment = format!("{there}\n\n{comment}");
            told = "note saved, after what another window has written meanwhile";
        }
    }
    app.message = Some(Message::Done(told.to_owned()));
    app.last_note = match (id, now) {
        (Some(id), Some(note)) => {
            app.notebook.say(&id, &comment, note.verdict);
            Some(id)
        }
        _ => app.notebook.set(Note { rule, places, comment, verdict }),
    };
    Some(Effect::SaveNotes)
}

/// Gives what the apparatus shows a verdict, or takes the same one back.
pub fn judge(app: &mut App, verdict: Verdict) -> Option<Effect> {
    let Some(Matter { id, rule, places }) = matter(app, None) else {
        nothing_to_note(app);
        return None;
    };
    let old = named(app, id.as_deref());
    let comment = old.map(|note| note.comment.clone()).unwrap_or_default();
    let verdict = if old.is_some_and(|note| note.verdict == verdict) { Verdict::Open } else { verdict };
    app.message = Some(Message::Done(format!("marked as {}", verdict_name(verdict))));
    match id {
        Some(id) => app.notebook.say(&id, &comment, verdict),
        None => _ = app.notebook.set(Note { rule, places, comment, verdict }),
    }
    Some(Effect::SaveNotes)
}

/// Takes the note on what is shown away, and its verdict.
pub fn take_away(app: &mut App) -> Option<Effect> {
    let id = matter(app, None).and_then(|matter| matter.id);
    let Some(index) = id.and_then(|id| app.notebook.index_of(&id)) else {
        app.message = Some(Message::Failed("there is no note on this to take away".to_owned()));
        return None;
    };
    app.notebook.take_away(index)?;
    app.message = Some(Message::Done("note taken away".to_owned()));
    Some(Effect::SaveNotes)
}

/// Takes back what was done last to a note or a verdict.
pub fn undo(app: &mut App) -> Option<Effect> {
    let undone = app.notebook.undo();
    told(app, undone, "undone", "nothing was done in this session that could be undone")
}

/// Does again what was taken back last.
pub fn redo(app: &mut App) -> Option<Effect> {
    let undone = app.notebook.redo();
    told(app, undone, "done again", "nothing was undone that could be done again")
}

fn told(app: &mut App, undone: Undone, done: &str, nothing: &str) -> Option<Effect> {
    let id = match undone {
        Undone::Note(id) => id,
        Undone::Nothing => {
            app.message = Some(Message::Failed(nothing.to_owned()));
            return None;
        }
        Undone::Changed => {
            let reason = "another window has changed this note since; it stays as it is";
            app.message = Some(Message::Failed(reason.to_owned()));
            return None;
        }
    };
    app.refresh_lists();
    let index = app.notebook.index_of(&id);
    let what = index.map(|index| quoted(app, Some(&id), &app.notebook.notes()[index].places));
    let what = what.map_or("the note is gone".to_owned(), |words| format!("the note on {words}"));
    app.message = Some(Message::Done(format!("{done}: {what}")));
    let number = index.and_then(|index| app.lists.number_of(index));
    if let Some(subject) = number.map(Subject::Note).filter(|_| app.view == View::Notes) {
        app.list_mut().map(|list| list.choose(subject));
        app.show(subject);
    }
    Some(Effect::SaveNotes)
}

/// Binds a note to the selected words: the one that was chosen for that, else the one shown or written last. One that is
/// bound to others gets these, too, or loses them. Without a selection, the note that is shown is chosen.
pub fn bind(app: &mut App) -> Option<Effect> {
    let shown = matter(app, None).and_then(|matter| matter.id);
    let Some(words) = app.selection() else {
        let Some(id) = shown else {
            fail(app, "no note is shown that could be bound to other words");
            return None;
        };
        if named(app, Some(&id)).is_some_and(|note| note.rule.is_some() && !note.places.is_empty()) {
            fail(app, "a note on a finding stays on what was found; select words to write one on them");
            return None;
        }
        app.binding = Some(id);
        if !app.view.shows_articles() {
            super::view::open(app, View::Read);
        }
        let [select, bind] = [crate::tui::action::Action::Select, crate::tui::action::Action::Bind]
            .map(|action| app.session.keymap.key(crate::tui::mode::KeyPlace::Read, action).unwrap_or(":").to_owned());
        let told = format!("now go to the words, select them with {select}, and {bind} binds the note to them");
        app.message = Some(Message::Done(told));
        return None;
    };
    let chosen = app.binding.clone().or_else(|| app.last_note.clone()).or(shown);
    let Some((id, note)) = chosen.and_then(|id| Some((id.clone(), named(app, Some(&id))?.clone()))) else {
        fail(app, "there is no note yet to be bound to these words; m writes one");
        return None;
    };
    let mut places = note.places;
    if note.rule.is_some() && !places.is_empty() {
        fail(app, "a note on a finding stays on what was found; m writes one on these words");
        return None;
    }
    let told = match places.iter().position(|place| *place == words) {
        Some(_) if places.len() == 1 => {
            fail(app, "these are the only words that the note is bound to");
            return None;
        }
        Some(known) => {
            places.remove(known);
            "the note is no longer bound to these words"
        }
        None => {
            places.push(words);
            if places.len() > 1 { "the note is bound to these words, too" } else { "the note is bound to these words" }
        }
    };
    app.notebook.bind(&id, places);
    app.mode = Mode::Browse;
    app.binding = None;
    app.last_note = Some(id);
    app.message = Some(Message::Done(told.to_owned()));
    Some(Effect::SaveNotes)
}

fn fail(app: &mut App, reason: &str) {
    app.message = Some(Message::Failed(reason.to_owned()));
}

fn nothing_to_note(app: &mut App) {
    fail(app, "no finding is shown to say that of; select words with v, or go to a finding with d or s");
}
