//! The user's notes, by place; those whose words are gone come last. What is typed to find some leaves those that have it
//! all: words, `#tag`, `@author`, `a:` for an article.

use super::filter::{Group, Sorts};
use crate::notes::{Note, Verdict, tags};
use crate::text::fold::fold;
use crate::tui::app::{App, Findings};
use crate::tui::places::{Subject, places_of};
use crate::tui::wording::verdict_name;

/// What they can be filtered by.
pub const GROUPS: &[Group] = &[
    Group {
        name: "verdict",
        sorts: &[
            verdict_name(Verdict::Open),
            verdict_name(Verdict::Confirmed),
            verdict_name(Verdict::Dismissed),
            verdict_name(Verdict::NeedsChecking),
        ],
    },
    Group { name: "bound to", sorts: &["a finding", "selected words", "words that are gone"] },
];

/// All of them.
pub fn entries(app: &App) -> Vec<(Subject, Sorts)> {
    let notes = app.notebook.notes().iter().enumerate();
    let wanted = fold(&app.lists.wanted);
    let wanted: Vec<_> = wanted.split_whitespace().collect();
    let entries = notes.filter(|&(index, _)| wanted.iter().all(|word| has(app, index, word)));
    let entries = entries.filter_map(|(index, note)| {
        let verdict = Verdict::ALL.iter().position(|&verdict| verdict == note.verdict)?;
        let bound = if note.places.is_empty() {
            2
        } else {
            usize::from(app.findings.as_ref().and_then(|findings| finding_of(findings, note)).is_none())
        };
        let sorts = Sorts::default().with(GROUPS, 0, verdict).with(GROUPS, 1, bound);
        Some((Subject::Note(app.lists.number_of(index)?), sorts))
    });
    entries.collect()
}

/// Whether the note at `index` has what is wanted.
fn has(app: &App, index: usize, wanted: &str) -> bool {
    let Some(note) = app.notebook.notes().get(index) else { return false };
    if let Some(tag) = wanted.strip_prefix('#') {
        return tags(&note.comment).iter().any(|other| fold(other).starts_with(tag));
    }
    if let Some(author) = wanted.strip_prefix('@') {
        return app.notebook.written(index).is_some_and(|written| fold(&written.author).contains(author));
    }
    if let Some(siglum) = wanted.strip_suffix(':').filter(|siglum| !siglum.is_empty()) {
        let is_it = |article: usize| app.articles.get(article).is_some_and(|read| fold(&read.siglum) == siglum);
        return note.places.iter().any(|place| is_it(place.article.0));
    }
    let said = |text: &str| fold(text).contains(wanted);
    said(&note.comment)
        || said(verdict_name(note.verdict))
        || note.places.iter().any(|place| said(place.span.of(app.text(place.article))))
        || app.notebook.lost_words(index).iter().any(|words| said(words))
}

/// The tags of all notes, the most used first, with their sign.
pub fn all_tags(app: &App) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for tag in app.notebook.notes().iter().flat_map(|note| tags(&note.comment)) {
        match counts.iter_mut().find(|(known, _)| fold(known) == fold(tag)) {
            Some((_, count)) => *count += 1,
            None => counts.push((tag.to_owned(), 1)),
        }
    }
    counts.sort_by(|(one, of_one), (other, of_other)| of_other.cmp(of_one).then(one.cmp(other)));
    counts.into_iter().map(|(tag, _)| format!("#{tag}")).collect()
}

/// What `note` is on, in a word or two.
pub fn bound(findings: &Findings, note: &Note) -> String {
    match finding_of(findings, note) {
        Some(Subject::Discrepancy(index)) => format!("d{}", index + 1),
        Some(Subject::Fact(index)) => format!("f{}", index + 1),
        _ if note.places.is_empty() => "words gone".to_owned(),
        _ => note.rule.clone().unwrap_or_else(|| "words".to_owned()),
    }
}

/// The finding that `note` is on: the discrepancy of its rule, or the fact, in exactly its places.
pub fn finding_of(findings: &Findings, note: &Note) -> Option<Subject> {
    let first = *note.places.first()?;
    let near = findings.places.on(first.article, first.span);
    near.into_iter().find(|&subject| {
        let rule = match subject {
            Subject::Discrepancy(index) => Some(findings.analysis.discrepancies[index].rule),
            Subject::Fact(_) => None,
            Subject::Entity(_) | Subject::Note(_) => return false,
        };
        rule == note.rule.as_deref() && places_of(&findings.analysis, subject) == note.places
    })
}
