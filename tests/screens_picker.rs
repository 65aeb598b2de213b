//! What is read: the stories to choose from, and an article that joins one, as they are on the screen.

#[path = "support/golden.rs"]
mod golden;
#[expect(dead_code, reason = "these screens need no findings")]
#[path = "support/screen.rs"]
mod screen;

use screen::Screen;
use variorum::group::Story;
use variorum::read::{Article, ArticleId};
use variorum::tui::{Choice, Effect, Event};

/// A reader to whom three stories are offered.
fn offered(size: (u16, u16)) -> Screen {
    let headlines = ["Ten flee Ottery prison", "Escape at Ottery", "Prisoners at large", "Kelso bridge falls", "Rain"];
    let articles: Vec<_> = headlines
        .iter()
        .zip(["herald.txt", "wire.txt", "https://www.post.example/a", "herald-2.txt", "wire-2.txt"])
        .map(|(headline, place)| Article::from_bytes(place, headline.as_bytes()))
        .collect();
    let story = |articles: &[usize], likeness| Story {
        articles: articles.iter().copied().map(ArticleId).collect(),
        middle: ArticleId(articles[0]),
        likeness,
    };
    let stories = [story(&[0, 1, 2], 0.41), story(&[3], 1.0), story(&[4], 1.0)];
    let mut screen = Screen::open(&[], size);
    screen.tell(Event::Stories(stories.iter().map(|story| Choice::new(story, &articles)).collect()));
    screen
}

#[test]
fn the_stories_are_offered_in_terminals_of_every_size() {
    for (width, height) in [(40, 10), (80, 24), (120, 40)] {
        golden::check("screens", &format!("picker-{width}x{height}"), &offered((width, height)).shown());
    }
}

#[test]
fn the_story_that_is_chosen_is_opened() {
    let mut screen = offered((80, 24));
    screen.press("Down Enter");
    assert_eq!(screen.effects, [Effect::OpenStory(1)]);
}

#[test]
fn what_is_typed_finds_a_story() {
    let mut screen = offered((80, 24));
    screen.press("\"rain\"");
    assert!(!screen.text().contains("Kelso"), "{}", screen.text());
    screen.press("Enter");
    assert_eq!(screen.effects, [Effect::OpenStory(2)]);
}

#[test]
fn nothing_but_choosing_can_be_done_before_a_story_is_open() {
    let mut screen = offered((80, 24));
    // A click beside the stories leaves them where they are.
    screen.tell(Event::Click(ratatui::layout::Position::new(0, 20)));
    assert!(screen.text().contains("stories"), "{}", screen.text());
    screen.press("Esc");
    assert_eq!(screen.effects, [Effect::Quit]);
}

#[test]
fn where_there_is_one_story_no_other_can_be_chosen() {
    let mut screen = Screen::open(&["Rain\n\nIt rained.", "Rain\n\nIt poured."], (80, 24));
    screen.press("O");
    assert!(screen.status().contains("the articles tell one story"), "{}", screen.status());
}

#[test]
fn an_article_that_is_to_join_the_story_is_named_or_pasted() {
    let mut screen = Screen::open(&["Ferry aground off Kelso\n\nTwelve were hurt.", "Ferry hits rock"], (80, 24));
    screen.press("a \"stories/fer\" Tab");
    assert_eq!(screen.effects.last(), Some(&Effect::CompletePath("stories/fer".to_owned())));
    screen.tell(Event::Completed(Ok(("stories/ferry-".to_owned(), "ferry-1.txt  ferry-2.txt".to_owned()))));
    golden::check("screens", "add-80x24", &screen.shown());
    screen.press("\"2.txt\" Enter");
    assert_eq!(screen.effects.last(), Some(&Effect::AddSource("stories/ferry-2.txt".to_owned())));
    screen.press("a Up");
    assert!(screen.text().contains("stories/ferry-2.txt"), "{}", screen.text());
    screen.press("Esc");
    screen.tell(Event::Paste("Ferry aground\n\nA ferry ran aground off Kelso.".to_owned()));
    golden::check("screens", "add-pasted-80x24", &screen.shown());
    screen.press("Ctrl-u \"agency\" Enter");
    let text = "Ferry aground\n\nA ferry ran aground off Kelso.".to_owned();
    assert_eq!(screen.effects.last(), Some(&Effect::AddText { name: "agency".to_owned(), text }));
}
