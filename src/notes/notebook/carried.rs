//! What a notebook takes over from the one that was open on the same file before: the story has other articles now, or the
//! same ones with other words.

use std::path::PathBuf;

use super::{Kept, Notebook, places};
use crate::notes::anchor::{Anchors, Texts};
use crate::notes::{Note, annotation};
use crate::read::Article;

impl Notebook {
    /// The file that the notes are kept in.
    pub(in crate::notes) fn file(&self) -> Option<PathBuf> {
        self.place.as_ref().map(|place| place.path().to_owned())
    }

    /// Whether an article of the other's is here, too, or what has become of it.
    pub(in crate::notes) fn shares_an_article_with(&self, other: &Self) -> bool {
        let is_same = |one: &Article, other: &Article| one.sha256 == other.sha256 || one.location == other.location;
        self.articles.iter().any(|one| other.articles.iter().any(|other| is_same(one, other)))
    }

    /// Takes over what was done to these notes while they were open with the articles of `former`: it can still be
    /// undone, and what was not saved is still to be. All of it is bound anew to the articles as they are here.
    pub(in crate::notes) fn carry_on(&mut self, former: &Self) {
        let anchors = Anchors::new(&former.articles);
        let known = former.sources(&self.seen);
        let texts = Texts::new(&self.articles, &known);
        let bind = |kept: &Kept| {
            let targets = kept.note.places.iter().filter_map(|&place| anchors.target(place));
            let (places, lost) = places(targets.chain(kept.lost.iter().cloned()), &texts);
            Kept { note: Note { places, ..kept.note.clone() }, lost, ..kept.clone() }
        };
        // What is in the file is bound already, and only once, so that a step leads from what is there.
        let entry = |notebook: &Self, id: &str| {
            notebook.seen.entries.iter().find(|entry| annotation::id_in(entry) == Some(id)).cloned()
        };
        let bound = |id: &str, kept: &Kept| match (former.kept(id), self.kept(id)) {
            (Some(was), Some(now))
                if (&was.note.places, &was.lost) == (&kept.note.places, &kept.lost)
                    && !former.changed.contains(id)
                    && entry(former, id) == entry(self, id) =>
            {
                Kept { note: Note { places: now.note.places, ..kept.note.clone() }, lost: now.lost, ..kept.clone() }
            }
            _ => bind(kept),
        };
        let history = former.history.rebound(bound);
        let unsaved: Vec<_> = former.changed.iter().map(|id| (id, former.kept(id).as_ref().map(bind))).collect();
        for (id, kept) in unsaved {
            self.put(id, kept);
        }
        self.history = history;
    }
}
