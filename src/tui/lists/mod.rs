//! What the views that are lists list: one file a view makes its entries, with the sorts that they can be filtered by,
//! when the articles are compared or the notes change, never for a frame.

pub mod columns;
pub mod discrepancies;
pub mod entities;
pub mod facts;
pub mod filter;
pub mod notes;
pub mod related;
pub mod values;

use std::collections::HashMap;

use super::app::App;
use super::list::List;
use super::mode::View;
use crate::notes::{Note, Notebook};
use crate::read::ArticleId;
use filter::Group;

/// The lists of all views that are one.
#[derive(Debug, Default)]
pub struct Lists {
    facts: List,
    discrepancies: List,
    entities: List,
    notes: List,
    /// The names of all notes there have been, by the number that [`Subject::Note`](super::places::Subject) has for them.
    names: Vec<String>,
    /// Where in the notebook each of them is now.
    places: Vec<Option<usize>>,
    /// The state of the notebook that this is taken from.
    revision: Option<usize>,
    /// The article that was read when the facts, and when the names, were sorted; `None` before there are any.
    facts_focus: Option<ArticleId>,
    entities_focus: Option<ArticleId>,
    /// Whether something was chosen since a list came to the screen.
    pub(super) moved: bool,
    /// What the notes that are listed have.
    pub(super) wanted: String,
}

impl Lists {
    /// The list of `view`, when it is one.
    pub fn of(&self, view: View) -> Option<&List> {
        Some(match view {
            View::Facts => &self.facts,
            View::Discrepancies => &self.discrepancies,
            View::Entities => &self.entities,
            View::Notes => &self.notes,
            View::Read | View::Synopsis => return None,
        })
    }

    /// The same, to be changed.
    pub fn of_mut(&mut self, view: View) -> Option<&mut List> {
        Some(match view {
            View::Facts => &mut self.facts,
            View::Discrepancies => &mut self.discrepancies,
            View::Entities => &mut self.entities,
            View::Notes => &mut self.notes,
            View::Read | View::Synopsis => return None,
        })
    }

    /// Where in the notebook the note of this number is.
    pub fn note(&self, number: usize) -> Option<usize> {
        self.places.get(number).copied().flatten()
    }

    /// The name of the note of this number.
    pub fn name_of(&self, number: usize) -> Option<&str> {
        self.names.get(number).map(String::as_str)
    }

    /// Has the notes listed anew when they are next asked for.
    pub fn forget_notes(&mut self) {
        self.revision = None;
    }

    /// The number of the note at `index` in the notebook.
    pub fn number_of(&self, index: usize) -> Option<usize> {
        self.places.iter().position(|&place| place == Some(index))
    }

    /// Gives every note of `notebook` its number: the one that it had, or a new one.
    fn number_notes(&mut self, notebook: &Notebook) {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for (number, name) in self.names.iter().enumerate() {
            numbers.entry(name).or_insert(number);
        }
        let mut places = vec![None; self.names.len()];
        let mut new = Vec::new();
        for (index, name) in notebook.ids().enumerate() {
            match numbers.get(name) {
                Some(&number) => places[number] = Some(index),
                None => new.push((name.to_owned(), index)),
            }
        }
        for (name, index) in new {
            self.names.push(name);
            places.push(Some(index));
        }
        self.places = places;
    }
}

/// The groups that the entries of `view` are sorted into.
pub fn groups(view: View) -> &'static [Group] {
    match view {
        View::Facts => facts::GROUPS,
        View::Discrepancies => discrepancies::GROUPS,
        View::Entities => entities::GROUPS,
        View::Notes => notes::GROUPS,
        View::Read | View::Synopsis => &[],
    }
}

impl App {
    /// Makes the entries of all lists anew, once the articles are compared.
    pub(super) fn fill_lists(&mut self) {
        self.lists.facts_focus = None;
        self.lists.entities_focus = None;
        self.lists.revision = None;
        self.refresh_lists();
    }

    /// Makes those anew that are out of date: because the notes have changed, or another article is read.
    pub(super) fn refresh_lists(&mut self) {
        if let Some(findings) = &self.findings {
            let (lists, focus) = (&mut self.lists, self.focus);
            match self.view {
                View::Facts if lists.facts_focus != Some(focus) => {
                    match lists.facts_focus {
                        None => lists.facts.replace(facts::entries(findings, focus)),
                        Some(_) => lists.facts.sort_anew(facts::sorts(findings, focus)),
                    }
                    lists.facts_focus = Some(focus);
                }
                View::Entities if lists.entities_focus != Some(focus) => {
                    match lists.entities_focus {
                        None => lists.entities.replace(entities::entries(findings, focus)),
                        Some(_) => lists.entities.sort_anew(entities::sorts(findings, focus)),
                    }
                    lists.entities_focus = Some(focus);
                }
                _ => {}
            }
        }
        let revision = Some(self.notebook.revision());
        if self.lists.revision == revision {
            return;
        }
        self.lists.revision = revision;
        self.lists.number_notes(&self.notebook);
        let notes = notes::entries(self);
        self.lists.notes.replace(notes);
        let discrepancies = discrepancies::entries(self);
        self.lists.discrepancies.replace(discrepancies);
    }

    /// The note of this number.
    pub(super) fn note_of(&self, number: usize) -> Option<&Note> {
        self.notebook.notes().get(self.lists.note(number)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_the_sorts_of_every_view_and_each_has_a_name_of_its_own() {
        for &view in View::ALL {
            let names: Vec<_> = groups(view).iter().flat_map(|group| group.sorts).collect();
            assert!(names.len() <= u32::BITS as usize, "{view:?}");
            for (place, name) in names.iter().enumerate() {
                assert!(!names[..place].contains(name), "{view:?}: {name}");
            }
        }
    }
}
