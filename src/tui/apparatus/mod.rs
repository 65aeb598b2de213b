//! What the apparatus says about its subject, as styled rows: the readings, siglum by siglum, with the words around
//! them; where they are runs of words, word by word; then why it is reported. The user's own note comes before them.

mod collation;
mod concordance;
mod heading;
mod printed;
mod readings;
mod value;

use std::ops::Range;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use super::action::Action;
use super::app::{App, Findings, Shown};
use super::lists::notes;
use super::mode::KeyPlace;
use super::paint::Mark;
use super::places::{Subject, is_damage};
use super::theme::{Part, Theme};
use crate::analysis::Analysis;
use crate::compare::{Discrepancy, DiscrepancyKind, Grade, Severity, Status};
use crate::link::FactKind;
use crate::notes::Written;
use crate::read::Excerpt;
use crate::text::width::shorten;
use crate::text::{Span, rows as wrapping};
use collation::{Collation, Ends};
use printed::Witness;

pub use heading::heading;

/// A row before it is styled: the texts and what they are.
pub type Row = Vec<(String, Look)>;

/// What a part of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Running text.
    Plain,
    /// What may stay in the background.
    Quiet,
    /// The summary, a siglum.
    Strong,
    /// The exact words of a reading.
    Words(Mark),
    /// How much a discrepancy matters.
    Severity(Severity),
    /// The user's own words.
    Note,
}

/// Columns at the left of every row.
const INDENT: usize = 2;
/// Stands in them before the mention under the cursor.
const HERE: &str = "▸ ";

/// A speaker's name is cut to so many columns.
const SPEAKER_COLUMNS: usize = 40;

/// What the panel says, made once for its subject, its width and the user's note, and drawn many times.
#[derive(Debug, Default)]
pub struct Panel {
    made_for: Option<MadeFor>,
    rows: Vec<Row>,
    /// So many mentions follow after a blank row; their rows are made when they are seen.
    mentions: usize,
    /// The mention under the cursor.
    here: Option<usize>,
}

/// What the rows depend on.
#[derive(Debug, PartialEq, Eq)]
struct MadeFor {
    subject: Option<Subject>,
    width: usize,
    comment: String,
    /// The state of the notebook, where a note is shown.
    revision: Option<usize>,
}

impl Panel {
    /// Brings it up to date; the first of its rows that is to be visible in `height` rows, which was row `top`.
    pub fn prepare(&mut self, app: &App, width: usize, height: usize, top: usize) -> usize {
        let here = app.shown.as_ref().zip(app.pane()).and_then(|(shown, pane)| {
            matches!(shown.subject, Subject::Entity(_))
                .then(|| concordance::mention_at(&shown.places, app.focus, pane.cursor()))?
        });
        let made_for = MadeFor {
            subject: app.shown.as_ref().map(|shown| shown.subject),
            width,
            comment: app.note().map_or(String::new(), |note| note.comment.clone()),
            revision: matches!(app.shown.as_ref().map(|shown| shown.subject), Some(Subject::Note(_)))
                .then(|| app.notebook.revision()),
        };
        let is_new = self.made_for.as_ref().is_none_or(|known| known.subject != made_for.subject);
        if self.made_for.as_ref() != Some(&made_for) {
            *self = match app.findings.as_ref().zip(app.shown.as_ref()) {
                Some((findings, shown)) => Self::new(app, findings, shown, &made_for),
                None => Self::default(),
            };
            self.made_for = Some(made_for);
        }
        let moved = self.here != here;
        self.here = here;
        // Whoever goes from mention to mention sees each here, too; at first the overview is seen.
        match here.filter(|_| moved && !is_new) {
            Some(mention) => {
                let row = self.first_mention() + mention;
                top.clamp((row + 1).saturating_sub(height), row)
            }
            None => top,
        }
    }

    fn new(app: &App, findings: &Findings, shown: &Shown, made_for: &MadeFor) -> Self {
        let analysis = &findings.analysis;
        let room = made_for.width.saturating_sub(2 * INDENT).max(1);
        // The user's own words come before all that could push them out of sight.
        let comment = made_for.comment.as_str();
        let note = if comment.is_empty() { Vec::new() } else { paragraph(&format!("† {comment}"), room, Look::Note) };
        let mut mentions = 0;
        let mut rows = match shown.subject {
            Subject::Discrepancy(index) => discrepancy(analysis, &analysis.discrepancies[index], note, room),
            Subject::Fact(index) => {
                let mut rows = heading::label(analysis, index, made_for.width)
                    .map_or_else(Vec::new, |label| paragraph(label, room, Look::Strong));
                rows.extend(note);
                rows.extend(fact(analysis, index, &shown.places, room));
                rows
            }
            Subject::Entity(_) => {
                mentions = shown.places.len();
                concordance::by_article(analysis, &shown.places, room)
            }
            Subject::Note(number) => note_rows(app, findings, number, &shown.places, note, room),
        };
        while rows.last().is_some_and(Vec::is_empty) {
            rows.pop();
        }
        for row in &mut rows {
            row.insert(0, (" ".repeat(INDENT), Look::Plain));
        }
        Self { made_for: None, rows, mentions, here: None }
    }

    /// The row of the first mention: after those of the articles and a blank one.
    fn first_mention(&self) -> usize {
        self.rows.len() + 1
    }

    /// How many rows it has.
    pub fn count(&self) -> usize {
        if self.mentions > 0 { self.first_mention() + self.mentions } else { self.rows.len() }
    }

    /// Those of its rows that are in `range`.
    pub fn visible(&self, app: &App, range: Range<usize>) -> Vec<Row> {
        range.filter(|&row| row < self.count()).map(|row| self.row(app, row)).collect()
    }

    fn row(&self, app: &App, row: usize) -> Row {
        if let Some(row) = self.rows.get(row) {
            return row.clone();
        }
        let mention = row.checked_sub(self.first_mention());
        let (Some(findings), Some(shown), Some(mention)) = (&app.findings, &app.shown, mention) else {
            return Row::new();
        };
        let room = self.made_for.as_ref().map_or(0, |made_for| made_for.width).saturating_sub(2 * INDENT).max(1);
        let Some(&place) = shown.places.get(mention) else { return Row::new() };
        let mut row = concordance::mention(&findings.analysis, &shown.places, place, room);
        let indent = if self.here == Some(mention) { HERE.to_owned() } else { " ".repeat(INDENT) };
        row.insert(0, (indent, Look::Strong));
        row
    }
}

/// What differs, who tells what, and why it is reported.
fn discrepancy(analysis: &Analysis, found: &Discrepancy, note: Vec<Row>, room: usize) -> Vec<Row> {
    let damaged = is_damage(found.kind);
    let mark = if damaged { Mark::Damaged } else { Mark::Differs };
    let facts = || found.facts.iter().copied().filter(|&fact| fact < analysis.facts.len());
    let mut places = found.evidence.clone();
    for place in facts().flat_map(|fact| analysis.readings(fact)) {
        if !places.iter().any(|known| known.article == place.article) {
            places.push(place);
        }
    }
    places.sort_unstable();
    let of_words = matches!(
        found.kind,
        DiscrepancyKind::Quote
            | DiscrepancyKind::Attribution
            | DiscrepancyKind::Scope
            | DiscrepancyKind::Polarity
            | DiscrepancyKind::Garble
            | DiscrepancyKind::Repetition
    );
    let is_quoted = matches!(found.kind, DiscrepancyKind::Quote | DiscrepancyKind::Attribution);
    let whole = facts().filter_map(|fact| analysis.grades[fact]).max();
    let mut rows = paragraph(&found.summary, room, Look::Strong);
    rows.extend(note);
    rows.extend(told(analysis, &places, of_words.then(|| ends(is_quoted)), mark, whole, room));
    if !damaged {
        rows.extend(readings::silent(analysis, &places, room));
    }
    rows.extend(paragraph(&found.explanation, room, Look::Plain));
    rows
}

/// Who tells a fact, and how.
fn fact(analysis: &Analysis, index: usize, places: &[Excerpt], room: usize) -> Vec<Row> {
    let mark = match analysis.status(index) {
        Status::Shared => Mark::Shared,
        Status::Conflicting => Mark::Differs,
        Status::Single => Mark::Name,
    };
    let kind = analysis.facts[index].kind;
    let of_words = matches!(kind, FactKind::Quote | FactKind::Statement).then(|| ends(kind == FactKind::Quote));
    let mut rows = told(analysis, places, of_words, mark, analysis.grades[index], room);
    rows.extend(readings::silent(analysis, places, room));
    rows
}

/// What the user said, the finding that it is on, and its words; where they are gone, as the file has them.
fn note_rows(
    app: &App,
    findings: &Findings,
    number: usize,
    places: &[Excerpt],
    note: Vec<Row>,
    room: usize,
) -> Vec<Row> {
    let analysis = &findings.analysis;
    let mut rows = note;
    let index = app.lists.note(number);
    if let Some(written) = index.and_then(|index| app.notebook.written(index)) {
        rows.extend(paragraph(&signature(written), room, Look::Quiet));
    }
    let finding = app.note_of(number).and_then(|note| notes::finding_of(findings, note));
    if let Some(Subject::Discrepancy(index)) = finding {
        rows.extend(paragraph(&analysis.discrepancies[index].summary, room, Look::Strong));
    }
    rows.extend(readings::rows(analysis, places, Mark::Noted, None, room));
    let lost = index.map(|index| app.notebook.lost_words(index)).unwrap_or_default();
    if !lost.is_empty() {
        let key = app.session.keymap.key(KeyPlace::Notes, Action::Bind).filter(|_| places.is_empty());
        let key = key.map(|key| format!(" ({key} binds the note to others)")).unwrap_or_default();
        rows.extend(paragraph(&format!("words that are not in these articles{key}:"), room, Look::Quiet));
        rows.extend(lost.iter().flat_map(|words| paragraph(&format!("“{words}”"), room, Look::Quiet)));
    }
    rows
}

/// Who wrote a note, and when, by the reader's own clock.
fn signature(written: &Written) -> String {
    let told = |time: Timestamp| time.to_zoned(TimeZone::system()).strftime("%-d %b %Y, %H:%M").to_string();
    let created = written.created.map(told);
    let modified = written.modified.map(told).filter(|modified| Some(modified) != created.as_ref());
    let author = Some(written.author.clone()).filter(|author| !author.is_empty());
    let modified = modified.map(|time| format!("changed {time}"));
    author.into_iter().chain(created).chain(modified).collect::<Vec<_>>().join(" · ")
}

/// A quotation may be cut short; of a statement, what is not told is left out.
fn ends(is_quoted: bool) -> Ends {
    if is_quoted { Ends::Open } else { Ends::Omitted }
}

/// The readings, each in the words around it; and where they are runs of words that differ, word by word. Those that fill
/// rows of their own are told word by word alone: they would only stand there twice. What is no variant of
/// the others, as the name of who says them, stands before them.
fn told(
    analysis: &Analysis,
    places: &[Excerpt],
    of_words: Option<Ends>,
    mark: Mark,
    whole: Option<Grade>,
    room: usize,
) -> Vec<Row> {
    let one_by_one = || readings::rows(analysis, places, mark, whole, room);
    let Some(ends) = of_words.filter(|_| places.len() > 1) else { return one_by_one() };
    let words: Vec<_> = places.iter().map(|&place| analysis.words_of(place)).collect();
    let variants = collation::variants(&words);
    let (these, others): (Vec<usize>, Vec<usize>) = if variants.len() > 1 {
        (0..places.len()).partition(|index| variants.contains(index))
    } else {
        ((0..places.len()).collect(), Vec::new())
    };
    let at = |indices: Vec<usize>| indices.into_iter().map(|index| places[index]).collect::<Vec<_>>();
    let these = at(these);
    let listed = readings::rows(analysis, &these, mark, whole, room);
    match word_by_word(analysis, &these, ends, mark, listed, room) {
        Some(collated) => {
            let mut rows = readings::rows(analysis, &at(others), mark, whole, room);
            rows.extend(collated);
            rows
        }
        None => one_by_one(),
    }
}

/// The readings word by word, under `listed`, in which each has rows of its own, unless these are long; `None` where it
/// would not say more than they do.
fn word_by_word(
    analysis: &Analysis,
    places: &[Excerpt],
    ends: Ends,
    mark: Mark,
    listed: Vec<Row>,
    room: usize,
) -> Option<Vec<Row>> {
    let words: Vec<_> = places.iter().map(|&place| analysis.words_of(place)).collect();
    let collation = Collation::new(&words, ends);
    let are_long = listed.len() > places.len();
    let says_them_once = are_long && collation.groups.len() == 1;
    if !collation.is_worth_it() && !says_them_once {
        return None;
    }
    // Words that differ are variants, also in a fact that is told alike as a whole.
    let mark = if mark == Mark::Damaged { mark } else { Mark::Differs };
    let printed = printed::rows(&collation, &witnesses(analysis, places), mark, room);
    if are_long {
        let mut found = places_row(analysis, places, room);
        found.extend(printed);
        return Some(found);
    }
    Some(listed.into_iter().chain([Row::new()]).chain(printed).chain([Row::new()]).collect())
}

/// Whose the readings are; with the paragraph where an article has several.
fn witnesses(analysis: &Analysis, places: &[Excerpt]) -> Vec<Witness> {
    let label = |&place: &Excerpt| {
        let several = places.iter().filter(|other| other.article == place.article).count() > 1;
        Witness {
            article: place.article,
            siglum: readings::siglum(analysis, place.article).to_owned(),
            paragraph: several.then(|| readings::paragraph(analysis, place)),
        }
    };
    places.iter().map(label).collect()
}

/// Where the readings stand, and who says them.
fn places_row(analysis: &Analysis, places: &[Excerpt], room: usize) -> Vec<Row> {
    let place = |&place: &Excerpt| {
        let place_name =
            format!("{} {}", readings::siglum(analysis, place.article), readings::paragraph(analysis, place));
        let speaker = value::speaker_at(analysis, place).map(readings::one_line);
        speaker.map_or(place_name.clone(), |speaker| format!("{place_name} {}", shorten(&speaker, SPEAKER_COLUMNS)))
    };
    let text = places.iter().map(place).collect::<Vec<_>>().join(" · ");
    paragraph(&text, room, Look::Quiet)
}

/// How `look` looks.
pub fn style(look: Look, theme: Theme) -> Style {
    match look {
        Look::Plain => Style::new(),
        Look::Quiet => theme.part(Part::Quiet),
        Look::Strong => theme.part(Part::Strong),
        Look::Words(mark) => theme.text(mark.into(), Style::new()),
        Look::Severity(severity) => theme.severity(severity),
        Look::Note => theme.part(Part::Noted),
    }
}

/// `row` as ratatui draws it.
pub fn styled(row: Row, theme: Theme) -> Line<'static> {
    row.into_iter().map(|(text, look)| Piece::styled(text, style(look, theme))).collect()
}

/// `text` wrapped, all of one look.
fn paragraph(text: &str, room: usize, look: Look) -> Vec<Row> {
    let lines = text.lines().flat_map(|line| {
        let span = Span::new(0, line.len());
        wrapping::rows(line, span, room).into_iter().map(|row| vec![(row.span.of(line).to_owned(), look)])
    });
    lines.collect()
}
