//! Which story is open: the one that was read, one that was chosen, and the same with an article more or less, or with
//! what its sources have become.

use std::io;
use std::path::PathBuf;

use super::{End, Reading, Work, headline, story};
use crate::read::formats::{Source, articles};
use crate::read::places::{Freshness, is_address};
use crate::read::{Article, ArticleId, Opened, harmless_line, number};
use crate::tui::app::Message;
use crate::tui::event::Event;
use crate::tui::first_run;
use crate::tui::paths::meant;
use crate::tui::picker::Choice;
use crate::tui::rereading::{Merged, Occasion, Reread, Rereading, read_again};
use crate::tui::sources::Read;
use crate::tui::state::Remembered;
use crate::tui::update::update;
use crate::tui::watch::Watch;
use crate::tui::wording::counted;

const STILL_READING: &str = "sources are still being read; wait a moment";

impl Reading {
    /// Opens what was read behind the first frame, or lets a story of it be chosen.
    pub(super) fn begin(&mut self, mut read: Read) -> io::Result<Option<End>> {
        let end = match read.stories {
            None => self.open(std::mem::take(&mut read.articles))?,
            Some(_) => None,
        };
        self.offer(read);
        Ok(end)
    }

    /// Lets a story be chosen where there are several; and tells what could not be read.
    pub(super) fn offer(&mut self, read: Read) {
        let refused = read.refused.join("; ");
        if let Some(stories) = &read.stories {
            let choices = stories.iter().map(|story| Choice::new(story, &read.articles)).collect();
            update(&mut self.app, Event::Stories(choices));
            self.read = Some(read);
        }
        if !refused.is_empty() {
            update(&mut self.app, Event::Outcome(Message::Failed(refused)));
        }
    }

    /// Opens the story that was chosen.
    pub(super) fn choose(&mut self, place: usize) -> io::Result<Option<End>> {
        let Some(read) = &self.read else { return Ok(None) };
        let story = read.stories.iter().flatten().nth(place);
        let mut articles: Vec<_> =
            story.iter().flat_map(|story| &story.articles).map(|article| read.articles[article.0].clone()).collect();
        number(&mut articles);
        if let Some(work) = &self.work {
            work.memory.keep(&self.app);
        }
        self.open(articles)
    }

    /// Opens these articles.
    pub(super) fn open(&mut self, articles: Vec<Article>) -> io::Result<Option<End>> {
        let mut story = match story(articles, self.notes.clone()) {
            Ok(story) => story,
            Err(error) => return Ok(Some(End::Failed(error))),
        };
        self.terminal.entitle(headline(&story))?;
        self.trails.go_on(std::mem::take(&mut self.app.notebook), &mut story.notebook);
        self.work = Some(Work::begin(&story.articles, &self.sender));
        update(&mut self.app, Event::Opened(Box::new(story)));
        self.watch();
        self.settle();
        Ok(None)
    }

    /// Goes to where the story was left.
    pub(super) fn settle(&mut self) {
        let Some(work) = &mut self.work else { return };
        if first_run::is_first_run() {
            self.app.greet();
        }
        if let Some(remembered) = work.memory.recall() {
            update(&mut self.app, Event::Recalled(remembered));
        }
        work.memory.settle(&self.app);
    }

    /// Opens what is read, without the rest.
    pub(super) fn stop(&mut self) -> io::Result<Option<End>> {
        let of = self.sources.reached().of;
        let read = self.sources.stop();
        let count = read.articles.len();
        let end = self.begin(read)?;
        let told = format!("{count} of {of} articles were read; the others are left out");
        update(&mut self.app, Event::Outcome(Message::Done(told)));
        Ok(end)
    }

    /// Watches the files of the story that is open.
    pub(super) fn watch(&mut self) {
        self.watch = Watch::on(&self.opening.sources, &self.app.articles);
    }

    /// Reads what is named into the story.
    pub(super) fn add_source(&mut self, typed: &str) {
        let source = if is_address(typed.as_ref()) { PathBuf::from(typed) } else { meant(typed) };
        if typed == "-" {
            return self
                .tell(Message::Failed("the terminal's input is the reader's; paste the text instead".to_owned()));
        }
        self.begin_again(Occasion::Added, vec![source]);
    }

    /// Takes the pasted text into the story.
    pub(super) fn add_text(&mut self, name: &str, text: &str) -> io::Result<()> {
        let opened = articles(&Source::new(name, text.as_bytes()), &self.opening.limits);
        self.take_in(Reread { occasion: Occasion::Added, list: Vec::new(), opened: opened.numbered() })
    }

    /// Reads all sources as they are now.
    pub(super) fn read_again(&mut self) {
        let list: Vec<_> = self.opening.sources.iter().filter(|source| source.as_os_str() != "-").cloned().collect();
        if list.is_empty() {
            return self.tell(Message::Failed("there is no source that could have changed".to_owned()));
        }
        self.begin_again(Occasion::Asked, list);
    }

    /// Reads what has changed on disk.
    pub(super) fn look_after_sources(&mut self) {
        if !matches!(self.rereading, Rereading::Idle) {
            return;
        }
        let changed = self.watch.look();
        // A source that is given twice is read twice.
        let given = |path: &PathBuf| self.opening.sources.iter().filter(|source| *source == path).count().max(1);
        let list: Vec<_> = changed.iter().flat_map(|path| vec![path.clone(); given(path)]).collect();
        if !list.is_empty() {
            self.begin_again(Occasion::Changed, list);
        }
    }

    fn begin_again(&mut self, occasion: Occasion, list: Vec<PathBuf>) {
        if !matches!(self.rereading, Rereading::Idle) {
            return self.tell(Message::Failed(STILL_READING.to_owned()));
        }
        let mut fetching = self.opening.fetching.clone();
        if occasion == Occasion::Asked {
            fetching.freshness = Freshness::Anew;
            self.tell(Message::Done("reading the sources anew …".to_owned()));
        }
        self.rereading = Rereading::UnderWay;
        read_again(occasion, list, self.opening.limits.clone(), fetching, self.sender.clone());
    }

    /// Takes in what was read again, unless something is being typed: then it waits.
    pub(super) fn reread(&mut self, reread: Reread) -> io::Result<()> {
        self.rereading = Rereading::Waiting(Box::new(reread));
        self.take_in_what_waits()
    }

    /// Takes in what has waited for the user to be done.
    pub(super) fn take_in_what_waits(&mut self) -> io::Result<()> {
        if !self.app.is_at_rest() || !matches!(self.rereading, Rereading::Waiting(_)) {
            return Ok(());
        }
        match std::mem::take(&mut self.rereading) {
            Rereading::Waiting(reread) => self.take_in(*reread),
            Rereading::Idle | Rereading::UnderWay => Ok(()),
        }
    }

    /// Lays what was read again over the story.
    fn take_in(&mut self, reread: Reread) -> io::Result<()> {
        let Reread { occasion, list, opened } = reread;
        let opened = match opened {
            Ok(opened) => opened,
            // What cannot be read now is left as it was.
            Err(error) => {
                self.tell(Message::Failed(error.to_string()));
                return Ok(());
            }
        };
        let mut told: Vec<_> = opened.messages().collect();
        let failed = !told.is_empty();
        let Opened { articles: fresh, .. } = opened;
        let from = fresh.first().map(|article| article.name().to_owned()).unwrap_or_default();
        if let Some(read) = &mut self.read {
            read.articles = Merged::of(&read.articles, fresh.clone(), |_| true).articles;
        }
        // Of several stories, the one that is open is the user's choice: it grows only by what is added to it.
        let grows = occasion == Occasion::Added || self.read.is_none();
        let left_out =
            |article: &Article| !grows || (occasion != Occasion::Added && self.taken_out.contains(&article.location));
        let mut merged = Merged::of(&self.app.articles, fresh, left_out);
        let most = usize::try_from(self.opening.limits.articles).unwrap_or(usize::MAX);
        if merged.articles.len() > most {
            merged.articles.truncate(most);
            told.push(format!("a story has no more than {most} articles (the limit “articles” in your settings)"));
        }
        told.splice(0..0, outcome(occasion, &merged, &from));
        if !merged.is_as_before() && !self.replace(merged.articles, &merged.changed)? {
            return Ok(());
        }
        if occasion == Occasion::Added {
            for article in &self.app.articles {
                self.taken_out.remove(&article.location);
            }
            for source in list {
                if !self.opening.sources.contains(&source) {
                    self.opening.sources.push(source);
                }
            }
        }
        self.follow_sources();
        if !told.is_empty() {
            let told = told.join("; ");
            self.tell(if failed { Message::Failed(told) } else { Message::Done(told) });
        }
        Ok(())
    }

    /// Takes an article out of the story.
    pub(super) fn take_out(&mut self, article: ArticleId) -> io::Result<()> {
        let mut articles = self.app.articles.clone();
        if article.0 >= articles.len() || articles.len() == 1 {
            return Ok(());
        }
        let location = articles.remove(article.0).location;
        let name = self.app.names[article.0].clone();
        if self.replace(articles, &[])? {
            self.opening.sources.retain(|source| harmless_line(&source.to_string_lossy()) != location);
            update(&mut self.app, Event::TakenOut(location.clone()));
            self.taken_out.insert(location);
            self.follow_sources();
            self.tell(Message::Done(format!("{name} is no longer in the story")));
        }
        Ok(())
    }

    /// Opens these articles instead of those that are open, and stays where the reader is. `changed` has the digests of
    /// those that have another text now, before and after. Whether that could be done; if not, the user is told.
    fn replace(&mut self, mut articles: Vec<Article>, changed: &[(String, String)]) -> io::Result<bool> {
        number(&mut articles);
        let mut opened = match story(articles, self.notes.clone()) {
            Ok(opened) => opened,
            // The story that is open has its notes: it stays.
            Err(error) => {
                self.tell(Message::Failed(error.to_string()));
                return Ok(false);
            }
        };
        if let Some(work) = &self.work {
            work.memory.keep(&self.app);
        }
        let mut left = Remembered::of(&self.app);
        for (before, now) in changed {
            left.rename(before, now);
        }
        self.terminal.entitle(headline(&opened))?;
        self.trails.go_on(std::mem::take(&mut self.app.notebook), &mut opened.notebook);
        self.work = Some(Work::begin(&opened.articles, &self.sender));
        update(&mut self.app, Event::Opened(Box::new(opened)));
        update(&mut self.app, Event::Recalled(Box::new(left)));
        Ok(true)
    }

    /// Watches, and names in reports, what the story is read from now.
    fn follow_sources(&mut self) {
        self.watch();
        self.files.are_now_on(self.named_sources());
    }

    /// What has to be given to the program to open the story as it is now: where something was taken out of it, or nothing
    /// was given, each article by where it is from.
    fn named_sources(&self) -> Vec<PathBuf> {
        let is_given = |article: &Article| {
            let from = |source: &PathBuf| article.location.starts_with(&harmless_line(&source.to_string_lossy()));
            self.opening.sources.iter().any(from)
        };
        if self.taken_out.is_empty() && self.read.is_none() && self.app.articles.iter().all(is_given) {
            return self.opening.sources.clone();
        }
        self.app.articles.iter().map(|article| PathBuf::from(&article.location)).collect()
    }

    fn tell(&mut self, message: Message) {
        update(&mut self.app, Event::Outcome(message));
    }
}

/// What came of reading sources again, in words; `from` is the name of the first.
fn outcome(occasion: Occasion, merged: &Merged, from: &str) -> Option<String> {
    let of = |count: usize| if count == 1 { from.to_owned() } else { counted(count, "article", "articles") };
    let are = |count: usize| if count == 1 { "is" } else { "are" };
    let (changed, new) = (merged.changed.len(), merged.new);
    match occasion {
        Occasion::Added if new > 0 => Some(format!("{} {} in the story now", of(new), are(new))),
        Occasion::Added if changed == 0 => Some(format!("{from} is in the story already")),
        Occasion::Asked if merged.is_as_before() => Some("no source has changed".to_owned()),
        Occasion::Changed if merged.is_as_before() => None,
        _ => {
            let mut told = Vec::new();
            if changed > 0 {
                told.push(format!("{} {} changed", of(changed), if changed == 1 { "has" } else { "have" }));
            }
            if new > 0 {
                told.push(format!("{} {} new", of(new), are(new)));
            }
            Some(format!("{}; read anew", told.join(", ")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(occasion: Occasion, changed: usize, new: usize) -> Option<String> {
        let changed = vec![(String::new(), "x".to_owned()); changed];
        outcome(occasion, &Merged { articles: Vec::new(), changed, new }, "herald.txt")
    }

    #[test]
    fn the_user_is_told_what_is_new_and_what_has_changed() {
        let check = |occasion, changed, new, expected| assert_eq!(told(occasion, changed, new).as_deref(), expected);
        check(Occasion::Added, 0, 1, Some("herald.txt is in the story now"));
        check(Occasion::Added, 0, 3, Some("3 articles are in the story now"));
        check(Occasion::Added, 0, 0, Some("herald.txt is in the story already"));
        check(Occasion::Added, 1, 0, Some("herald.txt has changed; read anew"));
        check(Occasion::Asked, 2, 1, Some("2 articles have changed, herald.txt is new; read anew"));
        check(Occasion::Asked, 0, 0, Some("no source has changed"));
        check(Occasion::Changed, 1, 0, Some("herald.txt has changed; read anew"));
        check(Occasion::Changed, 0, 0, None);
    }
}
