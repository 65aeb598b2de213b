//! Who and what is named: what more articles name comes first, then what is named more often.

use std::cmp::Reverse;

use super::filter::{Group, Sorts, numbers};
use crate::extract::NameKind;
use crate::link::MentionId;
use crate::read::ArticleId;
use crate::tui::app::Findings;
use crate::tui::places::Subject;

/// What they can be filtered by.
pub const GROUPS: &[Group] = &[
    Group {
        name: "kind",
        sorts: &[
            NameKind::Person.name(),
            NameKind::Organisation.name(),
            NameKind::Place.name(),
            NameKind::Other.name(),
        ],
    },
    Group { name: "named by", sorts: &["several articles", "one article"] },
    Group { name: "article read", sorts: &["named there", "not named there"] },
];

/// All of them, while `focus` is read.
pub fn entries(findings: &Findings, focus: ArticleId) -> Vec<(Subject, Sorts)> {
    let entities = &findings.analysis.entities;
    let mut order: Vec<_> = entities
        .iter()
        .enumerate()
        .map(|(index, entity)| {
            let articles = entity.mentions.chunk_by(|one, other| one.article == other.article).count();
            (Reverse((articles, entity.mentions.len())), index)
        })
        .collect();
    order.sort_unstable();
    let entries = order.into_iter().map(|(Reverse((articles, _)), index)| {
        let kind = GROUPS[0].sorts.iter().position(|&sort| sort == entities[index].kind.name());
        let sorts = Sorts::default().with(GROUPS, 0, kind.unwrap_or_default());
        let absent = in_article(&entities[index].mentions, focus).is_empty();
        let sorts = sorts.with(GROUPS, 1, usize::from(articles < 2)).with(GROUPS, 2, usize::from(absent));
        (Subject::Entity(index), sorts)
    });
    entries.collect()
}

/// The sorts of a name once `focus` is read.
pub fn sorts(findings: &Findings, focus: ArticleId) -> impl Fn(Subject, Sorts) -> Sorts {
    let numbers = numbers(GROUPS, 2);
    move |subject, sorts| match subject {
        Subject::Entity(index) => {
            let absent = in_article(&findings.analysis.entities[index].mentions, focus).is_empty();
            sorts.moved(&numbers, usize::from(absent))
        }
        _ => sorts,
    }
}

/// Those of `mentions`, which stand by article, that are in `article`.
pub fn in_article(mentions: &[MentionId], article: ArticleId) -> &[MentionId] {
    let start = mentions.partition_point(|mention| mention.article < article);
    let end = mentions.partition_point(|mention| mention.article <= article);
    &mentions[start..end]
}
