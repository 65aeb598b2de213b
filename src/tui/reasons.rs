//! Why an action cannot run now: asked before a key is obeyed, and by the palette, which shows it.

use super::action::Action;
use super::app::App;
use super::mode::{Mode, View};
use super::places::Subject;

const READING: &str = "the articles are still being read";
const NOTHING_OPEN: &str = "no story is open yet";
const COMPARING: &str = "the articles are still being compared";
const ONE_ARTICLE: &str = "there is no other article";
const NO_WORDS: &str = "this article has no words";

/// Why `action` cannot run now; `None` when it can. What is open over the place it would run in does not count.
pub fn reason(app: &App, action: Action) -> Option<&'static str> {
    let ground = app.mode.ground();
    let unless = |holds: bool, reason| (!holds).then_some(reason);
    let shown = app.shown.as_ref().map(|shown| shown.subject);
    if app.reading.is_some() {
        return unless(runs_while_reading(app, action), READING);
    }
    if app.articles.is_empty() {
        return unless(runs_while_reading(app, action), NOTHING_OPEN);
    }
    match action {
        Action::Stories => unless(!app.session.stories.choices.is_empty(), "the articles tell one story"),
        Action::ViewRead
        | Action::ViewSynopsis
        | Action::ViewFacts
        | Action::ViewDiscrepancies
        | Action::ViewEntities
        | Action::ViewNotes => unless(app.view.action() != action, "that is what is on the screen"),
        Action::NextDiscrepancy | Action::PreviousDiscrepancy => match &app.findings {
            None => Some(COMPARING),
            Some(findings) => unless(
                !findings.analysis.discrepancies.is_empty(),
                "no discrepancy was found; that is not proof that there is none",
            ),
        },
        Action::NextSameKind | Action::PreviousSameKind => match (&app.findings, shown) {
            (None, _) => Some(COMPARING),
            (Some(findings), Some(Subject::Discrepancy(index))) => {
                let found = &findings.analysis.discrepancies;
                let alike = found.iter().filter(|other| other.kind == found[index].kind).count();
                unless(alike > 1, "no other discrepancy of this kind was found")
            }
            _ => Some("no discrepancy is shown that there could be more of"),
        },
        Action::NextShared | Action::PreviousShared => match &app.findings {
            None => Some(COMPARING),
            Some(findings) => {
                unless(!findings.places.shared().is_empty(), "no fact was found that several articles tell")
            }
        },
        Action::NextFact | Action::PreviousFact => match &app.findings {
            None => Some(COMPARING),
            Some(findings) => unless(!findings.analysis.facts.is_empty(), "no fact was found"),
        },
        Action::NextMention | Action::PreviousMention | Action::NextArticleMention => match (&app.findings, shown) {
            (None, _) => Some(COMPARING),
            (_, Some(Subject::Entity(_))) => None,
            (Some(findings), _) => {
                let here = app.here();
                let near = findings.places.name_near(here.article, here.position);
                unless(near.is_some(), "no name was found in this article")
            }
        },
        Action::NextReading => match &app.findings {
            None => Some(COMPARING),
            Some(_) => unless(
                shown.is_some() || app.under_cursor().is_some(),
                "nothing was found here; d and s go to what was found",
            ),
        },
        Action::OtherHere => match &app.findings {
            None => Some(COMPARING),
            Some(_) => unless(
                app.view.shows_articles() && app.all_under_cursor().iter().any(|&other| Some(other) != shown),
                "nothing else stands here",
            ),
        },
        Action::Labels => match app.list() {
            Some(list) => unless(!list.entries().is_empty(), "the list is empty"),
            None => unless(app.findings.is_some(), COMPARING),
        },
        Action::Open => {
            let chosen = app.view == View::Synopsis || app.list().is_some_and(|list| list.subject().is_some());
            unless(chosen, "nothing is chosen in a list")
        }
        Action::Filter | Action::CycleFilter | Action::ClearFilter => {
            unless(app.view.is_list(), "only the lists can be filtered: facts, discrepancies, entities, notes")
        }
        Action::ToggleSort | Action::OnlySort | Action::Done => {
            let is_done = action == Action::Done && matches!(ground, Mode::Narrow(_));
            let reason = "it is not being chosen what a list shows";
            unless(is_done || matches!(ground, Mode::Filter { .. }), reason)
        }
        Action::Back => unless(app.jumps.before_this().is_some(), "this is where the trail of jumps begins"),
        Action::Forward => unless(app.jumps.after_this().is_some(), "this is where the trail of jumps ends"),
        Action::NextArticle | Action::PreviousArticle | Action::ToggleFollow => {
            unless(app.articles.len() > 1, ONE_ARTICLE)
        }
        Action::Zoom => unless(app.articles.len() > 1, ONE_ARTICLE),
        Action::HideColumn => unless(app.arrangement.shown().len() > 1, "the last column cannot be hidden"),
        Action::ShowAll => unless(!app.arrangement.hidden().is_empty(), "no column is hidden"),
        Action::MoveColumnLeft => {
            unless(app.arrangement.beside(app.focus, -1).is_some(), "this is the first column already")
        }
        Action::MoveColumnRight => {
            unless(app.arrangement.beside(app.focus, 1).is_some(), "this is the last column already")
        }
        Action::NextSentence | Action::PreviousSentence | Action::SelectSentences if app.findings.is_none() => {
            Some(COMPARING)
        }
        Action::NextSentence
        | Action::PreviousSentence
        | Action::NextParagraph
        | Action::PreviousParagraph
        | Action::Select
        | Action::SelectSentences
        | Action::Copy => words_to_move_over(app),
        Action::SwapEnds => unless(matches!(ground, Mode::Select { .. }), "nothing is selected; v selects words"),
        Action::NextMatch | Action::PreviousMatch => match &app.search {
            None => Some("nothing is being searched for; / begins a search"),
            Some(search) if !search.is_whole() => Some("the articles are still being searched"),
            Some(search) => unless(search.count() > 0, "what is searched for is found nowhere"),
        },
        Action::ClearSearch => unless(app.search.is_some(), "nothing is being searched for"),
        Action::RunSearch => unless(matches!(ground, Mode::Search(_)), "no pattern is being typed"),
        Action::Note
        | Action::Confirm
        | Action::Dismiss
        | Action::Doubt
        | Action::DeleteNote
        | Action::Bind
        | Action::Undo
        | Action::Redo
            if app.notebook.is_read_only() =>
        {
            Some("a newer variorum has written these notes; this one can only read them")
        }
        Action::Note | Action::Confirm | Action::Dismiss | Action::Doubt => {
            let words = action == Action::Note && app.selection().is_some();
            let is_note = matches!(shown, Some(Subject::Note(_)));
            let reason = "no finding is shown to say that of; d and s go to one";
            unless(words || is_note || app.note_target().is_some(), reason)
        }
        Action::SaveNote | Action::NewLine | Action::EditOutside => {
            unless(matches!(ground, Mode::Note(_)), "no note is being written")
        }
        Action::WriteFile => unless(matches!(ground, Mode::Export(_)), "no report is being written; w writes one"),
        Action::Up | Action::Down | Action::CompletePath if is_pasted(ground) => {
            Some("what was pasted has no path; it only has a name")
        }
        Action::Up | Action::Down if matches!(app.mode, Mode::Add(_)) => {
            unless(!app.session.added.is_empty(), "nothing was added before")
        }
        Action::CompletePath => unless(matches!(ground, Mode::Export(_) | Mode::Add(_)), "no path is being typed"),
        Action::AddSource => unless(matches!(ground, Mode::Add(_)), "no article is being added; a adds one"),
        Action::DropArticle if app.articles.len() == 1 => Some("a story has one article at least"),
        Action::DropArticle => unless(app.view.shows_articles(), "no article is being read; r reads them"),
        Action::WriteOver | Action::OtherName => {
            let asking = matches!(ground, Mode::Export(export) if export.is_asking());
            unless(asking, "no file is in the way of a report")
        }
        Action::WriteReport => unless(app.findings.is_some(), COMPARING),
        Action::Run => unless(matches!(app.mode, Mode::Menu(_)), "no menu is open"),
        Action::Leave => unless(!matches!(app.mode, Mode::Browse), "there is nothing to go back from"),
        Action::Up
        | Action::Down
        | Action::Left
        | Action::Right
        | Action::HalfPageUp
        | Action::HalfPageDown
        | Action::PageUp
        | Action::PageDown
        | Action::Top
        | Action::Bottom
        | Action::ApparatusUp
        | Action::ApparatusDown
        | Action::ApparatusTaller
        | Action::ApparatusShorter
        | Action::ApparatusReset
        | Action::DeleteNote
        | Action::FindNotes
        | Action::Bind
        | Action::Undo
        | Action::Redo
        | Action::NextTheme
        | Action::Suspend
        | Action::Legend
        | Action::ToggleDiffers
        | Action::ToggleDamage
        | Action::ToggleShared
        | Action::ToggleSingle
        | Action::ToggleNames
        | Action::ToggleQuotations
        | Action::ToggleNotes
        | Action::ToggleAll
        | Action::Search
        | Action::AddArticle
        | Action::ReadAgain
        | Action::Palette
        | Action::Help
        | Action::Quit => None,
    }
}

/// Whether it is being said what a text that was pasted is to be called.
fn is_pasted(mode: &Mode) -> bool {
    matches!(mode, Mode::Add(addition) if addition.text.is_some())
}

/// Whether `action` has to do with what is there before the articles are.
fn runs_while_reading(app: &App, action: Action) -> bool {
    match action {
        Action::ClearSearch
        | Action::Quit
        | Action::Suspend
        | Action::NextTheme
        | Action::Help
        | Action::Palette
        | Action::Run
        | Action::Leave => true,
        // These move in a menu.
        Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::Top | Action::Bottom => {
            !matches!(app.mode, Mode::Browse)
        }
        _ => false,
    }
}

fn words_to_move_over(app: &App) -> Option<&'static str> {
    if !app.view.shows_articles() {
        return Some("no article is on the screen; r reads them");
    }
    app.text(app.focus).trim().is_empty().then_some(NO_WORDS)
}
