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
    for (sentence, below) in passage(app) {
        if sentence.article != app.focus && !fixed.contains(&sentence.article) {
            app.panes[sentence.article.0].anchor(sentence.span.start, below);
        }
    }
}

/// The sentences of the passage under the cursor in the columns on the screen, one an article, each with the height
/// that it is to come to.
fn passage(app: &App) -> Vec<(Excerpt, usize)> {
    let Some((findings, pane)) = app.findings.as_ref().zip(app.pane()) else { return Vec::new() };
    let analysis = &findings.analysis;
    let document = &analysis.documents[app.focus.0];
    let found = document
        .sentence_at(pane.cursor())
        .and_then(|sentence| findings.places.passage_near(app.focus, sentence, REACH_SENTENCES));
    let Some((from, passage)) = found else { return Vec::new() };
    let below = pane.rows_below_top(document.sentences[from].span.start).max(0).cast_unsigned();
    let mut sentences: Vec<Excerpt> =
        analysis.passages[passage].sentences.iter().map(|&sentence| analysis.sentence(sentence)).collect();
    sentences.dedup_by_key(|sentence| sentence.article);
    sentences.retain(|sentence| app.columns.contains(&sentence.article));
    sentences.into_iter().map(|sentence| (sentence, below)).collect()
}
