//! All that the reader knows while it runs. No drawing and no files here; `update` alone changes it.

use std::time::Duration;

use ratatui::layout::{Position, Rect, Size};

use super::apparatus::Panel;
use super::arrangement::Arrangement;
use super::jumps::{Jumps, Place};
use super::keymap::Keymap;
use super::layout::{Layout, Purpose};
use super::list::List;
use super::lists::Lists;
use super::lists::columns::Columns;
use super::mode::{KeyPlace, Mode, Unit, View};
use super::paint::{Layer, Mark};
use super::pane::{Pane, Row};
use super::places::{MARKED_BYTES, Places, Subject, places_of};
use super::search::Search;
use super::session::Session;
use super::settings::Mistakes;
use super::sources::Reached;
use super::story::names;
use super::synopsis::{CellLine, Sheet, Synopsis};
use super::theme::{Theme, Themes};
use crate::analysis::{Analysis, Stage};
use crate::notes::{Note, Notebook, Verdict};
use crate::read::{Article, ArticleId, Excerpt};
use crate::segment::Document;
use crate::text::Span;

/// What the apparatus shows, and where its words stand.
#[derive(Debug)]
pub struct Shown {
    pub(super) subject: Subject,
    pub(super) places: Vec<Excerpt>,
}

/// A line for the status bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Something was done.
    Done(String),
    /// Something could not be done.
    Failed(String),
}

/// How far the comparison is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Since when it is being compared.
    pub elapsed: Duration,
}

/// What is known once the articles are compared.
#[derive(Debug)]
pub struct Findings {
    pub(super) analysis: Analysis,
    pub(super) places: Places,
    pub(super) synopsis: Synopsis,
}

impl Findings {
    /// Prepares an analysis for the reader.
    pub fn new(mut analysis: Analysis) -> Self {
        let places = Places::new(&analysis);
        let synopsis = Synopsis::new(&analysis, &places);
        // What is shown are texts, sentences and mentions: the words, the largest part of an analysis, have done their work.
        analysis.documents.iter_mut().for_each(Document::forget_words);
        Self { analysis, places, synopsis }
    }
}

/// The state of the reader.
#[derive(Debug)]
pub struct App {
    pub(super) session: Session,
    pub(super) articles: Vec<Article>,
    /// By article: what a heading that has no room for its location calls it.
    pub(super) names: Vec<String>,
    /// How far the reading of the articles is, while they are being read; there are none until then.
    pub(super) reading: Option<Reached>,
    /// `None` while they are being compared.
    pub(super) findings: Option<Findings>,
    /// How far the comparison is, where that takes long enough to be told.
    pub(super) progress: Option<Progress>,
    pub(super) notebook: Notebook,
    pub(super) size: Size,
    /// Where everything goes; `None` in a terminal that is too small.
    pub(super) layout: Option<Layout>,
    pub(super) panes: Vec<Pane>,
    /// Which articles can be on the screen, and in which order.
    pub(super) arrangement: Arrangement,
    /// The articles on the screen, from the left.
    pub(super) columns: Vec<ArticleId>,
    /// The article that the keys act on.
    pub(super) focus: ArticleId,
    pub(super) shown: Option<Shown>,
    /// What the apparatus says.
    pub(super) apparatus: Panel,
    /// The first row of it that is visible.
    pub(super) apparatus_top: usize,
    /// The rows that the user wants it to have, its edge among them.
    pub(super) apparatus_rows: Option<u16>,
    /// Whether the other columns follow the one that is read.
    pub(super) follows: bool,
    /// Whether a key has been pressed, after which nothing moves of its own accord.
    pub(super) touched: bool,
    pub(super) view: View,
    pub(super) mode: Mode,
    /// The number typed before a key.
    pub(super) count: Option<usize>,
    /// The synopsis as it lies on the screen.
    pub(super) sheet: Sheet,
    /// What the views that are lists list.
    pub(super) lists: Lists,
    pub(super) search: Option<Search>,
    pub(super) jumps: Jumps,
    /// The name of the note that is to be bound to other words.
    pub(super) binding: Option<String>,
    /// The name of the note that was written last.
    pub(super) last_note: Option<String>,
    pub(super) message: Option<Message>,
}

impl App {
    /// The reader as it opens: the texts, nothing compared yet.
    pub fn new(articles: Vec<Article>, notebook: Notebook, keymap: Keymap, size: Size) -> Self {
        Self::with(Session { keymap, ..Session::default() }, articles, notebook, size)
    }

    /// The same, in a session that has begun before.
    pub(super) fn with(session: Session, articles: Vec<Article>, notebook: Notebook, size: Size) -> Self {
        let panes = articles.iter().map(|article| Pane::new(&article.text)).collect();
        let message = notebook.message().map(|text| Message::Failed(text.to_owned()));
        let mut app = Self {
            session,
            names: names(&articles),
            arrangement: Arrangement::new(articles.len()),
            articles,
            reading: None,
            findings: None,
            progress: None,
            notebook,
            size,
            layout: None,
            panes,
            columns: Vec::new(),
            focus: ArticleId(0),
            shown: None,
            apparatus: Panel::default(),
            apparatus_top: 0,
            apparatus_rows: None,
            follows: true,
            touched: false,
            view: View::default(),
            mode: Mode::Browse,
            count: None,
            sheet: Sheet::default(),
            lists: Lists::default(),
            search: None,
            jumps: Jumps::default(),
            binding: None,
            last_note: None,
            message,
        };
        app.refresh_lists();
        app.lay_out();
        app
    }

    /// With the user's themes; what is wrong with the settings is shown until a key is pressed.
    #[must_use]
    pub fn with_settings(mut self, themes: Themes, mistakes: Option<Mistakes>) -> Self {
        self.session.themes = themes;
        if let Some(of) = mistakes {
            self.message = Some(Message::Failed(of.summary()));
            self.mode = Mode::Mistakes { top: 0, of };
        }
        self
    }

    /// The looks of everything.
    pub fn theme(&self) -> Theme {
        self.session.themes.theme()
    }

    /// The theme that the user has chosen while reading.
    pub(super) fn chosen_theme(&self) -> Option<&str> {
        self.session.theme_chosen.then(|| self.session.themes.wanted())
    }

    /// Whether it is worth asking the terminal for its background.
    pub(super) fn wants_background(&self) -> bool {
        self.session.themes.wants_background()
    }

    /// Whether the articles are compared.
    pub(super) const fn is_compared(&self) -> bool {
        self.findings.is_some()
    }

    /// Whether nothing is being chosen, selected or typed.
    pub(super) const fn is_at_rest(&self) -> bool {
        matches!(self.mode, Mode::Browse)
    }

    /// Whether the user has begun to read, after which nothing moves of its own accord.
    pub(super) const fn is_touched(&self) -> bool {
        self.touched
    }

    /// Puts everything where it belongs on the terminal; after every change.
    pub(super) fn lay_out(&mut self) {
        self.arrangement.reveal(self.focus);
        let purpose = if self.view == View::Synopsis { Purpose::Comparing } else { Purpose::Reading };
        self.layout = Layout::new(self.size, self.arrangement.columns(), purpose, self.apparatus_rows);
        let area = self.area();
        if let Mode::Menu(menu) = &mut self.mode {
            menu.keep_in_view(area);
        }
        let (rows, columns) = (self.list_rows(), self.list_columns());
        let (focus, articles) = (self.focus.0, self.articles.len());
        if let Some(list) = self.list_mut() {
            list.keep_in_view(rows);
            if let Some(columns) = columns {
                list.keep_column_in_view(focus, columns.fitting, articles);
            }
        }
        let Some(fitting) = self.layout.as_ref().map(|layout| layout.columns.len()) else { return };
        if !self.are_columns(fitting) {
            self.bring_together(&[]);
        }
        let layout = self.layout.as_ref().expect("just made");
        for (column, &article) in layout.columns.iter().zip(&self.columns) {
            let runs = self.findings.as_ref().map_or(&[][..], |findings| findings.places.runs(article));
            let (width, height) = (usize::from(column.text.width), usize::from(column.text.height));
            self.panes[article.0].prepare(
                &self.articles[article.0].text,
                (width, height),
                runs,
                self.session.marks_off,
            );
        }
        if let Some(findings) = self.findings.as_ref().filter(|_| self.view == View::Synopsis) {
            let columns = layout.columns.iter().zip(&self.columns);
            let columns = columns.map(|(column, &article)| (article, usize::from(column.text.width)));
            let cursor = (self.focus, self.panes.get(self.focus.0).map_or(0, Pane::cursor));
            let height = layout.columns.first().map_or(0, |column| usize::from(column.text.height));
            self.sheet.prepare(findings, columns.collect(), height, (cursor, self.session.marks_off));
        }
        let (width, height) = (usize::from(layout.apparatus.width), usize::from(layout.apparatus.height) - 1);
        let mut panel = std::mem::take(&mut self.apparatus);
        self.apparatus_top = panel.prepare(self, width, height, self.apparatus_top);
        self.apparatus = panel;
    }

    /// Whether the columns are so many of those that can be, from the left, that of the focus among them.
    fn are_columns(&self, fitting: usize) -> bool {
        self.arrangement.allows(&self.columns, self.focus, fitting)
    }

    /// Chooses the columns so that the focus and as many of `wanted` as fit are on the screen.
    pub(super) fn bring_together(&mut self, wanted: &[ArticleId]) {
        let Some(layout) = &self.layout else { return };
        self.arrangement.reveal(self.focus);
        self.columns = self.arrangement.bring_together(&self.columns, self.focus, wanted, layout.columns.len());
    }

    /// The whole terminal.
    pub(super) fn area(&self) -> Rect {
        Rect::from((Position::ORIGIN, self.size))
    }

    /// The rows on the screen with text of `article`, and how far each is below the first.
    pub(super) fn visible_rows(&self, article: ArticleId) -> Vec<(usize, Row)> {
        let Some(column) = self.columns.iter().position(|&other| other == article) else { return Vec::new() };
        let height = self.layout.as_ref().map_or(0, |layout| usize::from(layout.columns[column].text.height));
        match self.view {
            View::Synopsis => {
                let lines = self.sheet.visible().take(height).enumerate();
                let row = |(below, at)| match self.sheet.cell_line(column, at)? {
                    CellLine::Text(row) => Some((below, row)),
                    CellLine::From(..) => None,
                };
                lines.filter_map(row).collect()
            }
            _ => self.panes[article.0].visible().iter().copied().enumerate().collect(),
        }
    }

    /// The text of an article.
    pub(super) fn text(&self, article: ArticleId) -> &str {
        self.articles.get(article.0).map_or("", |article| &article.text)
    }

    /// The column that the keys act on.
    pub(super) fn pane(&self) -> Option<&Pane> {
        self.panes.get(self.focus.0)
    }

    /// The place whose keys hold.
    pub(super) fn place(&self) -> KeyPlace {
        self.mode.place(self.view)
    }

    /// The list on the screen, in a view that is one.
    pub(super) fn list(&self) -> Option<&List> {
        self.lists.of(self.view)
    }

    /// The same, to be changed.
    pub(super) fn list_mut(&mut self) -> Option<&mut List> {
        self.lists.of_mut(self.view)
    }

    /// How many entries of a list fit on the screen, under its heading.
    pub(super) fn list_rows(&self) -> usize {
        let heading = self.view.heading_rows();
        self.layout.as_ref().map_or(0, |layout| usize::from(layout.body.height).saturating_sub(heading))
    }

    /// How the list on the screen is divided, when it has a column for each article.
    pub(super) fn list_columns(&self) -> Option<Columns> {
        let width = usize::from(self.layout.as_ref()?.body.width);
        match self.view {
            View::Facts => Some(Columns::of_facts(width, self.articles.len())),
            View::Entities => Some(Columns::of_entities(width, self.articles.len())),
            _ => None,
        }
    }

    /// Where the reader is.
    pub(super) fn here(&self) -> Place {
        Place {
            view: self.view,
            article: self.focus,
            position: self.pane().map_or(0, Pane::cursor),
            subject: self.shown.as_ref().map(|shown| shown.subject),
            columns: self.columns.iter().map(|&article| (article, self.panes[article.0].top_position())).collect(),
        }
    }

    /// Shows `subject` in the apparatus.
    pub(super) fn show(&mut self, subject: Subject) {
        let Some(findings) = &self.findings else { return };
        if self.shown.as_ref().is_none_or(|shown| shown.subject != subject) {
            let places = match subject {
                Subject::Note(number) => match self.note_of(number) {
                    Some(note) => note.places.clone(),
                    // It has been taken away since.
                    None => return,
                },
                _ => places_of(&findings.analysis, subject),
            };
            self.shown = Some(Shown { subject, places });
            self.apparatus_top = 0;
        }
    }

    /// The rule and the places that a note on what the apparatus shows is bound to; a name takes no note.
    pub(super) fn note_target(&self) -> Option<(Option<&str>, &[Excerpt])> {
        let shown = self.shown.as_ref()?;
        match shown.subject {
            Subject::Discrepancy(index) => {
                let rule = self.findings.as_ref()?.analysis.discrepancies[index].rule;
                Some((Some(rule), &shown.places))
            }
            Subject::Fact(_) => Some((None, &shown.places)),
            Subject::Note(number) => {
                let note = self.note_of(number).filter(|note| !note.places.is_empty())?;
                Some((note.rule.as_deref(), &note.places))
            }
            Subject::Entity(_) => None,
        }
    }

    /// The note on what the apparatus shows.
    pub(super) fn note(&self) -> Option<&Note> {
        if let Subject::Note(number) = self.shown.as_ref()?.subject {
            return self.note_of(number);
        }
        let (rule, places) = self.note_target()?;
        self.notebook.note_on(rule, places)
    }

    /// The user's verdict on the finding of `rule` in these places.
    pub(super) fn verdict_on(&self, rule: Option<&str>, places: &[Excerpt]) -> Verdict {
        self.notebook.note_on(rule, places).map_or(Verdict::Open, |note| note.verdict)
    }

    /// What the user wrote on the finding of `rule` in these places.
    pub(super) fn comment_on(&self, rule: Option<&str>, places: &[Excerpt]) -> Option<&str> {
        let note = self.notebook.note_on(rule, places)?;
        (!note.comment.is_empty()).then_some(note.comment.as_str())
    }

    /// The user's verdict on what the apparatus shows.
    pub(super) fn verdict(&self) -> Verdict {
        self.note().map_or(Verdict::Open, |note| note.verdict)
    }

    /// What was found that stands under the cursor.
    pub(super) fn under_cursor(&self) -> Option<Subject> {
        let word = super::pane::word_at(self.text(self.focus), self.pane()?.cursor());
        self.findings.as_ref()?.places.under(self.focus, word)
    }

    /// All that stands there.
    pub(super) fn all_under_cursor(&self) -> Vec<Subject> {
        let word = self.pane().map(|pane| super::pane::word_at(self.text(self.focus), pane.cursor()));
        let under = |(findings, word): (&Findings, _)| findings.places.all_under(self.focus, word);
        self.findings.as_ref().zip(word).map(under).unwrap_or_default()
    }

    /// The selected words, while words are being selected.
    pub(super) fn selection(&self) -> Option<Excerpt> {
        let &Mode::Select { anchor, unit } = self.mode.ground() else { return None };
        let one = |position| match unit {
            Unit::Word => Some(super::pane::word_at(self.text(self.focus), position)),
            Unit::Sentence => self.sentence_at(position),
        };
        let span = one(anchor)?.join(one(self.pane()?.cursor())?);
        Some(Excerpt { article: self.focus, span })
    }

    /// The sentence at byte `position` of the article that is read, once its sentences are known.
    pub(super) fn sentence_at(&self, position: usize) -> Option<Span> {
        let document = self.findings.as_ref()?.analysis.documents.get(self.focus.0)?;
        Some(document.sentences[document.sentence_at(position)?].span)
    }

    /// The marks that come and go with what the user does, on the part of `article` under `span`.
    pub(super) fn passing_layers(&self, article: ArticleId, span: Span) -> Vec<Layer> {
        let here = |place: &&Excerpt| place.article == article && place.span.overlaps(span);
        let noted = self.notebook.notes().iter().flat_map(|note| &note.places).filter(here);
        // A name may stand in a thousand places, by article and place.
        let current = self.shown.iter().flat_map(|shown| {
            let first = shown.places.partition_point(|place| place.article < article);
            let before = |place: &Excerpt| (place.article, place.span.start) < (article, span.end);
            &shown.places[first..shown.places.partition_point(before).max(first)]
        });
        let current = current.filter(here);
        let found = self.search.iter().flat_map(|search| {
            let matches = search.matches_in(article);
            let start = matches.partition_point(|found| found.span.end <= span.start);
            matches[start..].iter().take_while(|found| found.span.start < span.end)
        });
        let selected = self.selection();
        noted
            .map(|place| Layer::new(place.span, Mark::Noted))
            .chain(current.map(|place| {
                let long = place.span.bytes() > MARKED_BYTES;
                Layer::new(place.span, if long { Mark::Beside } else { Mark::Current })
            }))
            .chain(found.map(|place| Layer::new(place.span, Mark::Found)))
            .chain(selected.iter().filter(here).map(|place| Layer::new(place.span, Mark::Selected)))
            .collect()
    }
}
