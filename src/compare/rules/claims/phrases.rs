//! The closed classes of phrases that the rules on claims read, made from general knowledge.

use std::sync::LazyLock;

use crate::compare::phrases::Phrases;

fn of(phrases: &[&'static str]) -> Phrases<()> {
    Phrases::new(phrases.iter().map(|&phrase| (phrase, ())))
}

/// Phrases before what is open, folded. Made from the verbs of telling with “not”, “yet to” and “declined to”, and the
/// adjectives for what is not known.
pub static OPEN_BEFORE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    of(&[
        "did not specify",
        "did not disclose",
        "did not reveal",
        "did not say",
        "does not say",
        "not specified",
        "would not specify",
        "would not disclose",
        "would not say",
        "has not specified",
        "has not disclosed",
        "has not revealed",
        "has not said",
        "have not specified",
        "have not disclosed",
        "have not said",
        "declined to say",
        "declined to disclose",
        "declined to specify",
        "refused to say",
        "yet to name",
        "yet to determine",
        "yet to establish",
        "yet to disclose",
        "yet to announce",
        "is unclear",
        "remains unclear",
        "is unknown",
        "was unclear",
    ])
});
/// Phrases after what is open, folded.
pub static OPEN_AFTER: LazyLock<Phrases<()>> = LazyLock::new(|| {
    of(&[
        "not immediately clear",
        "remain unclear",
        "were unclear",
        "not been disclosed",
        "not been specified",
        "not been revealed",
        "not been determined",
        "not been established",
        "not been announced",
        "not been released",
        "not disclosed",
        "not specified",
        "not revealed",
        "not known",
        "is unknown",
        "are unknown",
        "was unknown",
        "remains unknown",
        "remain unknown",
        "is unclear",
        "are unclear",
        "was unclear",
        "remains unclear",
        "is not clear",
    ])
});
/// Phrases that name a cause, folded.
pub static BECAUSE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    of(&["because of", "caused by", "due to", "blamed on", "put down to", "attributed to", "motivated by"])
});
