//! A note on a finding follows it when the story is compared again, by a newer program or with another article: it is
//! known by what it says, that is by its rule and by the words that it rests on, not by its number. When two findings
//! would do, the note stays where it was.

use super::Note;
use crate::read::Excerpt;

/// A finding, as far as a note on it has to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule of a discrepancy; `None` for a fact.
    pub rule: Option<String>,
    /// Where its words stand.
    pub places: Vec<Excerpt>,
}

impl Finding {
    /// A finding in these places, in whatever order they come.
    pub fn new(rule: Option<&str>, mut places: Vec<Excerpt>) -> Self {
        places.sort_unstable();
        places.dedup();
        Self { rule: rule.map(str::to_owned), places }
    }

    /// Whether it is a fact in exactly these places.
    pub fn is_fact_in(&self, places: &[Excerpt]) -> bool {
        self.rule.is_none() && self.places == places
    }

    /// Whether `note` is on exactly this.
    fn has(&self, note: &Note) -> bool {
        self.rule == note.rule && self.places == note.places
    }

    /// How many of its places have none of the note's words, when the note may be on this: all that it is bound to
    /// stands here, too.
    fn strangeness(&self, note: &Note) -> Option<usize> {
        let stands_in =
            |place: &Excerpt, other: &Excerpt| place.article == other.article && place.span.overlaps(other.span);
        let holds = |place: &Excerpt| self.places.iter().any(|other| stands_in(place, other));
        if self.rule != note.rule || note.places.is_empty() || !note.places.iter().all(holds) {
            return None;
        }
        let is_strange = |other: &&Excerpt| !note.places.iter().any(|place| stands_in(place, other));
        Some(self.places.iter().filter(is_strange).count())
    }
}

/// The places that `note` is to be bound to: those of the finding that says what it was on, unless it is on one already,
/// or that one is `taken` by another note.
pub fn followed(note: &Note, findings: &[Finding], taken: impl Fn(&Finding) -> bool) -> Option<Vec<Excerpt>> {
    if findings.iter().any(|finding| finding.has(note)) {
        return None;
    }
    let mut best: Option<(usize, &Finding)> = None;
    let mut is_alone = true;
    for finding in findings {
        let Some(strangeness) = finding.strangeness(note) else { continue };
        match best {
            Some((least, _)) if strangeness > least => {}
            Some((least, _)) if strangeness == least => is_alone = false,
            _ => {
                best = Some((strangeness, finding));
                is_alone = true;
            }
        }
    }
    best.filter(|(_, finding)| is_alone && !taken(finding)).map(|(_, finding)| finding.places.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::ArticleId;
    use crate::text::Span;

    /// Article, first byte, end.
    type Place = (usize, usize, usize);

    fn at(places: &[Place]) -> Vec<Excerpt> {
        let place =
            |&(article, start, end): &Place| Excerpt { article: ArticleId(article), span: Span::new(start, end) };
        places.iter().map(place).collect()
    }

    /// Where a note of `rule` in `places` goes among findings of rules in places.
    fn check(rule: Option<&str>, places: &[Place], findings: &[(Option<&str>, &[Place])], expected: Option<usize>) {
        let findings: Vec<_> = findings.iter().map(|(rule, places)| Finding::new(*rule, at(places))).collect();
        let note = Note { rule: rule.map(str::to_owned), places: at(places), ..Note::default() };
        assert_eq!(followed(&note, &findings, |_| false), expected.map(|index| findings[index].places.clone()));
    }

    const FIGURES: Option<&str> = Some("number/conflict");

    #[test]
    fn a_finding_that_another_article_has_joined_keeps_its_note() {
        let two = [(0, 0, 3), (1, 5, 9)];
        let three: &[_] = &[(0, 0, 3), (1, 5, 9), (2, 1, 4)];
        check(FIGURES, &two, &[(FIGURES, &[(0, 40, 44), (1, 60, 62)]), (FIGURES, three)], Some(1));
        check(None, &two, &[(None, three)], Some(0));
    }

    #[test]
    fn a_newer_program_may_take_a_word_more_into_a_finding() {
        check(FIGURES, &[(0, 4, 9), (1, 5, 9)], &[(FIGURES, &[(0, 0, 9), (1, 5, 16)])], Some(0));
    }

    #[test]
    fn other_findings_on_the_same_words_are_not_followed() {
        check(FIGURES, &[(0, 0, 3), (1, 5, 9)], &[(Some("name/misspelt"), &[(0, 0, 3), (1, 5, 9)])], None);
        check(FIGURES, &[(0, 0, 3), (1, 5, 9)], &[(FIGURES, &[(0, 0, 3), (2, 5, 9)])], None);
    }

    #[test]
    fn between_two_that_would_do_nothing_is_guessed() {
        let (one, other): (&[_], &[_]) = (&[(0, 0, 3), (1, 5, 9)], &[(0, 0, 3), (2, 5, 9)]);
        check(FIGURES, &[(0, 0, 3)], &[(FIGURES, one), (FIGURES, other)], None);
    }

    #[test]
    fn a_note_on_a_finding_as_it_is_stays_there() {
        let small: &[_] = &[(0, 0, 3)];
        check(FIGURES, small, &[(FIGURES, &[(0, 0, 5)]), (FIGURES, small)], None);
    }
}
