//! While the articles are being read: it can be ended, and then the reader opens.

use super::Effect;
use crate::tui::app::App;
use crate::tui::mode::Mode;
use crate::tui::story::Story;

/// What ends the reading: with what is read, or, as long as that is nothing, with the reader.
pub fn stop(app: &App) -> Effect {
    if app.reading.as_ref().is_some_and(|reached| reached.read > 0) { Effect::StopReading } else { Effect::Quit }
}

/// The articles are there: the reader opens on them. What the user has chosen in the meantime stays.
pub fn end(app: &mut App, story: Story) {
    let session = std::mem::take(&mut app.session);
    let before = std::mem::replace(app, App::with(session, story.articles, story.notebook, app.size));
    if matches!(before.mode, Mode::Mistakes { .. }) {
        app.mode = before.mode;
        app.message = before.message;
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::notes::Notebook;
    use crate::read::Article;
    use crate::tui::keymap::Keymap;

    #[test]
    fn a_story_that_opens_late_is_noted_on_under_the_same_name() {
        let size = Size::new(80, 24);
        let mut app = App::new(Vec::new(), Notebook::default(), Keymap::default(), size).with_author("Ann".to_owned());
        end(&mut app, Story { articles: vec![Article::from_text("Ten men fled.")], notebook: Notebook::default() });
        assert_eq!((app.session.author.as_str(), app.articles.len()), ("Ann", 1));
    }
}
