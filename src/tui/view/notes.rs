//! The user's notes: the verdict, what each is on, what it says. Those whose words are gone come last.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::list::{self, cell};
use crate::notes::{Note, Verdict};
use crate::text::width::{columns, shorten};
use crate::tui::app::App;
use crate::tui::lists::notes::bound;
use crate::tui::places::Subject;
use crate::tui::theme::{Part, Theme};
use crate::tui::wording::{counted, verdict_name};

/// Columns of what a note is on: `d12`, `words gone`.
const BOUND_COLUMNS: usize = 11;
/// Columns of the gaps around the sigla of the articles that it is on.
const SIGLA_GAPS: usize = 3;
/// Of what is left, the words get so much, in percent, and the comment the rest.
const WORDS_PERCENT: usize = 40;

/// Draws the view.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(list) = app.list() else { return };
    let all = app.notebook.notes().len();
    let what = match app.lists.wanted.trim() {
        "" => counted(all, "note", "notes, by place"),
        wanted => format!("{} of {all} notes with {wanted}", list.whole()),
    };
    let heading = list::heading(app, list, &what, theme, area.width);
    let row = |subject| match subject {
        Subject::Note(number) => app.note_of(number).map(|note| row(app, number, note, theme, area.width)),
        _ => None,
    };
    list::draw(list, &[heading], |subject| row(subject).unwrap_or_default(), theme, area, buffer);
    let nothing = if all > 0 {
        "No note has all that; what is typed can be words, #tag, @author, or a: for those on an article."
    } else {
        "No notes yet. On a finding m writes one, and c, x and u give a verdict; v selects words to note."
    };
    list::draw_nothing(app, list, nothing, theme, area, buffer);
}

fn row(app: &App, number: usize, note: &Note, theme: Theme, width: u16) -> Line<'static> {
    let quiet = theme.part(Part::Quiet);
    let is_lost = note.places.is_empty();
    let bound = app.findings.as_ref().map_or_else(|| note.rule.clone().unwrap_or_default(), |found| bound(found, note));
    let [gap, mark, _] = list::marks(note.verdict, false, theme);
    let mut line = vec![gap, mark, Span::raw(" ")];
    line.push(Span::styled(
        cell(&shorten(&bound, BOUND_COLUMNS - 1), BOUND_COLUMNS),
        if is_lost { theme.part(Part::Failed) } else { quiet },
    ));
    let taken: usize = line.iter().map(|piece| columns(&piece.content)).sum();
    let sigla_columns = list::sigla_columns(app, width);
    let room = usize::from(width).saturating_sub(taken + sigla_columns + SIGLA_GAPS);
    let words_room = room * WORDS_PERCENT / 100;
    let words = cell(&words(app, number, note, words_room.saturating_sub(1)), words_room);
    line.push(Span::styled(words, if is_lost { quiet } else { Style::new() }));
    let first = note.comment.lines().next().unwrap_or_default();
    let more = if note.comment.lines().nth(1).is_some() { " …" } else { "" };
    let comment_room = room - words_room;
    if first.is_empty() {
        let verdict = if note.verdict == Verdict::Open { "" } else { verdict_name(note.verdict) };
        line.push(Span::styled(cell(verdict, comment_room), quiet));
    } else {
        let comment = format!("{}{more}", shorten(first, comment_room.saturating_sub(columns(more) + 1)));
        line.push(Span::styled(cell(&comment, comment_room), theme.part(Part::Noted)));
    }
    let sigla = list::sigla(app, note.places.iter().map(|place| place.article), sigla_columns);
    line.push(Span::styled(format!("  {sigla}"), quiet));
    Line::from(line)
}

/// The words that a note is on, the same words of several articles once; of one whose words are gone, those that it was
/// on.
fn words(app: &App, number: usize, note: &Note, room: usize) -> String {
    let here = note.places.iter().map(|place| place.span.of(app.text(place.article)));
    let lost = || app.lists.note(number).map(|index| app.notebook.lost_words(index)).unwrap_or_default();
    let found = if note.places.is_empty() { lost() } else { here.map(str::to_owned).collect() };
    let mut all: Vec<String> = Vec::new();
    for words in found {
        // Whole articles can be selected, and no row is so long.
        let words = &words[..words.floor_char_boundary(room * 4)];
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = unquoted(&words);
        // Words that begin or end a quotation have its mark already.
        let words = if words.contains(['“', '”', '"']) { words.to_owned() } else { format!("“{words}”") };
        if !all.contains(&words) {
            all.push(words);
        }
    }
    shorten(&all.join(" · "), room)
}

/// What stands between quotation marks at both ends, where there are such.
fn unquoted(words: &str) -> &str {
    const MARKS: [char; 6] = ['“', '”', '"', '‘', '’', '\''];
    words.strip_prefix(MARKS).and_then(|words| words.strip_suffix(MARKS)).unwrap_or(words)
}
