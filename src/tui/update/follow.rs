//! While one article is read, the matching passages of the others come to the same height.

use crate::read::{ArticleId, Excerpt};
use crate::tui::app::App;

/// A sentence that no other article has follows the passage of one at most so many sentences away: as far as a reader
/// sees it as the same place.
const REACH_SENTENCES: usize = 2;

/// Brings the other columns to the passage under the cursor, when they are to follow.
pub fn follow(app: &mut App) {
    follow_except(app, &[]);
}

/// The same, leaving alone the articles in `fixed`.
pub fn follow_except(app: &mut App, fixed: &[ArticleId]) {
    if !app.follows {
        return;
    }
    let Some((start, sentences)) = passage(app) else { return };
    let focus = app.focus;
    let below = app.panes[focus.0].rows_below_top(&app.articles[focus.0].text, start).max(0).cast_unsigned();
    for sentence in sentences {
        if sentence.article != focus && !fixed.contains(&sentence.article) {
            let text = &app.articles[sentence.article.0].text;
            app.panes[sentence.article.0].anchor(text, sentence.span.start, below);
        }
    }
}

/// Where the sentence under the cursor begins, and the sentences of its passage in the columns on the screen, one an
/// article.
fn passage(app: &App) -> Option<(usize, Vec<Excerpt>)> {
    let (findings, pane) = app.findings.as_ref().zip(app.pane())?;
    let analysis = &findings.analysis;
    let document = &analysis.documents[app.focus.0];
    let sentence = document.sentence_at(pane.cursor())?;
    let (from, passage) = findings.places.passage_near(app.focus, sentence, REACH_SENTENCES)?;
    let mut sentences: Vec<Excerpt> =
        analysis.passages[passage].sentences.iter().map(|&sentence| analysis.sentence(sentence)).collect();
    sentences.dedup_by_key(|sentence| sentence.article);
    sentences.retain(|sentence| app.columns.contains(&sentence.article));
    Some((document.sentences[from].span.start, sentences))
}
