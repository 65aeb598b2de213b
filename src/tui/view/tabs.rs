//! All articles in a strip of sigla, those on the screen in brackets, when not all are.

use ratatui::text::Span;

use crate::read::ArticleId;
use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::theme::{Part, Theme};

/// The strip in at most `room` columns; where it is longer, what is nearest to the screen, or, where those on the screen
/// lie far apart, they alone. Nothing when all articles are on the screen.
pub fn tabs(app: &App, theme: Theme, room: usize) -> Vec<Span<'static>> {
    let shown = app.arrangement.shown();
    let hidden = match app.arrangement.hidden().len() {
        0 => String::new(),
        count => format!(" {count} hidden"),
    };
    if shown.len() <= app.columns.len() {
        return vec![Span::styled(hidden, theme.part(Part::Quiet))];
    }
    let seen: Vec<bool> = shown.iter().map(|article| app.columns.contains(article)).collect();
    let mut from = seen.iter().position(|&seen| seen).unwrap_or(0);
    let mut to = seen.iter().rposition(|&seen| seen).map_or(0, |last| last + 1);
    let siglum = |article: ArticleId| app.articles.get(article.0).map_or("", |article| &article.siglum);
    // Sigla with the space after each, two brackets, and the dots for what is left out at either end.
    let taken =
        |from: usize, to: usize| shown[from..to].iter().map(|&article| columns(siglum(article)) + 1).sum::<usize>();
    let room = room.saturating_sub(columns(&hidden) + "[]… …".chars().count());
    if taken(from, to) > room {
        let sigla: Vec<&str> = shown.iter().zip(&seen).filter(|(_, seen)| **seen).map(|(&on, _)| siglum(on)).collect();
        return vec![
            Span::styled(format!(" [{}]", sigla.join(" ")), theme.part(Part::Strong)),
            Span::styled(format!(" of {}{hidden}", shown.len()), theme.part(Part::Quiet)),
        ];
    }
    loop {
        let (left, right) = (from.saturating_sub(1), (to + 1).min(shown.len()));
        if right > to && taken(from, right) <= room {
            to = right;
        } else if left < from && taken(left, to) <= room {
            from = left;
        } else {
            break;
        }
    }
    let quiet = theme.part(Part::Quiet);
    let mut strip = vec![Span::styled(if from > 0 { " … " } else { " " }, quiet)];
    for place in from..to {
        let before = place > from && seen[place - 1];
        let bracket = match (before, seen[place]) {
            (false, true) => "[",
            (true, false) => "] ",
            _ => "",
        };
        strip.push(Span::styled(bracket, theme.part(Part::Strong)));
        let look = if seen[place] { theme.part(Part::Strong) } else { quiet };
        strip.push(Span::styled(siglum(shown[place]).to_owned(), look));
        if place + 1 < to && (!seen[place] || seen[place + 1]) {
            strip.push(Span::raw(" "));
        }
    }
    if seen[to - 1] {
        strip.push(Span::styled("]", theme.part(Part::Strong)));
    }
    strip.push(Span::styled(if to < shown.len() { " …" } else { "" }, quiet));
    strip.push(Span::styled(hidden, quiet));
    strip
}
