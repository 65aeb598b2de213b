//! What a theme can give a look to, and what it is called in the settings. A name with a dot adds to the look of the name
//! before the dot.

use super::Part;
use crate::compare::Severity;
use crate::tui::paint::Mark;

/// Something that has a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All that has no other look.
    Screen,
    /// Marked words of an article.
    Mark(Mark),
    /// A part of the screen beside the articles' words.
    Part(Part),
    /// The name of a severity.
    Severity(Severity),
}

/// All scopes, by name.
pub const SCOPES: [(&str, Scope); 32] = [
    ("screen", Scope::Screen),
    ("matched", Scope::Mark(Mark::Matched)),
    ("single", Scope::Mark(Mark::Single)),
    ("dateline", Scope::Mark(Mark::Dateline)),
    ("quote", Scope::Mark(Mark::Quote)),
    ("name", Scope::Mark(Mark::Name)),
    ("shared.rows", Scope::Mark(Mark::Stated)),
    ("shared.text", Scope::Mark(Mark::Shared)),
    ("shared.sign", Scope::Part(Part::Shared)),
    ("differs.rows", Scope::Mark(Mark::DiffersRows)),
    ("differs.text", Scope::Mark(Mark::Differs)),
    ("differs.sign", Scope::Part(Part::Differs)),
    ("damaged.rows", Scope::Mark(Mark::DamagedRows)),
    ("damaged.text", Scope::Mark(Mark::Damaged)),
    ("damaged.sign", Scope::Part(Part::Damaged)),
    ("noted.text", Scope::Mark(Mark::Noted)),
    ("noted.sign", Scope::Part(Part::Noted)),
    ("current.rows", Scope::Mark(Mark::Beside)),
    ("current", Scope::Mark(Mark::Current)),
    ("found", Scope::Mark(Mark::Found)),
    ("selected", Scope::Mark(Mark::Selected)),
    ("strong", Scope::Part(Part::Strong)),
    ("key", Scope::Part(Part::Key)),
    ("chosen", Scope::Part(Part::Chosen)),
    ("label", Scope::Part(Part::Label)),
    ("quiet", Scope::Part(Part::Quiet)),
    ("focused", Scope::Part(Part::Focused)),
    ("heading", Scope::Part(Part::Heading)),
    ("failed", Scope::Part(Part::Failed)),
    ("severity.high", Scope::Severity(Severity::High)),
    ("severity.medium", Scope::Severity(Severity::Medium)),
    ("severity.low", Scope::Severity(Severity::Low)),
];

/// Whether a theme may speak of `name`: a scope, or what one begins with up to a dot.
pub fn is_known(name: &str) -> bool {
    let begins = |scope: &str| scope.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    SCOPES.iter().any(|(scope, _)| begins(scope))
}

/// `name` and what it adds to, the most general first: `differs`, `differs.text`.
pub fn chain(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('.').map(|(dot, _)| &name[..dot]).chain(std::iter::once(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_has_a_scope_of_its_own() {
        let has = |scope| SCOPES.iter().any(|&(_, known)| known == scope);
        assert!(Mark::ALL.into_iter().all(|mark| has(Scope::Mark(mark))));
        assert!(Part::ALL.into_iter().all(|part| has(Scope::Part(part))));
        assert!(
            [Severity::High, Severity::Medium, Severity::Low]
                .into_iter()
                .all(|severity| has(Scope::Severity(severity)))
        );
        for (place, (name, scope)) in SCOPES.iter().enumerate() {
            assert!(!SCOPES[..place].iter().any(|(other, same)| other == name || same == scope), "{name}");
        }
    }

    #[test]
    fn a_name_with_a_dot_adds_to_the_one_before_it() {
        assert_eq!(chain("differs.text").collect::<Vec<_>>(), ["differs", "differs.text"]);
        assert_eq!(chain("quiet").collect::<Vec<_>>(), ["quiet"]);
        assert!(is_known("differs") && is_known("differs.text") && is_known("severity"));
        assert!(!is_known("differ") && !is_known("differs.ink") && !is_known(""));
    }
}
