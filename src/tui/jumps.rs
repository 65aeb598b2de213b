//! The trail between linked places: where the reader was before each jump, to go back to and forward again.

use super::mode::View;
use super::places::Subject;
use crate::read::ArticleId;

/// So many places are kept; the oldest is forgotten first.
const KEPT: usize = 100;

/// Where the reader was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What was on the screen.
    pub view: View,
    /// The article read.
    pub article: ArticleId,
    /// The byte under the cursor.
    pub position: usize,
    /// What the apparatus showed.
    pub subject: Option<Subject>,
    /// The columns on the screen, each with the byte that its rows began with.
    pub columns: Vec<(ArticleId, usize)>,
}

/// The trail.
#[derive(Debug, Default)]
pub struct Jumps {
    back: Vec<Place>,
    forward: Vec<Place>,
}

impl Jumps {
    /// Remembers `here` before a jump away from it; what could be gone forward to is forgotten.
    pub fn leave(&mut self, here: Place) {
        self.forward.clear();
        if self.back.last() != Some(&here) {
            self.back.push(here);
        }
        if self.back.len() > KEPT {
            self.back.remove(0);
        }
    }

    /// Where going back would lead.
    pub fn before_this(&self) -> Option<&Place> {
        self.back.last()
    }

    /// Where going forward would lead.
    pub fn after_this(&self) -> Option<&Place> {
        self.forward.last()
    }

    /// The place before `here`.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// The place that was left by going back.
    pub fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(position: usize) -> Place {
        Place { view: View::Read, article: ArticleId(0), position, subject: None, columns: Vec::new() }
    }

    #[test]
    fn back_and_forward_meet_again() {
        let mut jumps = Jumps::default();
        jumps.leave(at(1));
        jumps.leave(at(2));
        assert_eq!(jumps.back(at(3)), Some(at(2)));
        assert_eq!(jumps.back(at(2)), Some(at(1)));
        assert_eq!(jumps.back(at(1)), None);
        assert_eq!(jumps.forward(at(1)), Some(at(2)));
        assert_eq!(jumps.forward(at(2)), Some(at(3)));
        assert_eq!(jumps.forward(at(3)), None);
    }

    #[test]
    fn a_jump_elsewhere_forgets_the_way_forward() {
        let mut jumps = Jumps::default();
        jumps.leave(at(1));
        jumps.back(at(2));
        jumps.leave(at(1));
        assert_eq!(jumps.forward(at(5)), None);
    }

    #[test]
    fn the_oldest_place_is_forgotten() {
        let mut jumps = Jumps::default();
        for position in 0..=KEPT {
            jumps.leave(at(position));
        }
        let mut last = None;
        while let Some(place) = jumps.back(at(KEPT + 1)) {
            last = Some(place);
        }
        assert_eq!(last, Some(at(1)));
    }
}
