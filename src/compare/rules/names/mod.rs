//! `name/damaged` and `name/variant`: one name spelt or written in two ways.
//!
//! Linking has put damaged names with the entity that they damage; here the spellings of each entity are laid side by
//! side. What no lexicon knows and one article alone has is damage; two ways to write the same sounds are variants.

mod lower_case;
pub mod misspelt;
pub mod office;
mod office_words;
pub mod other_person;
pub mod other_word;
pub mod seat;
mod spellings;
mod writing;

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::counterparts::Counterparts;
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::link::{MentionId, SentenceId};
use crate::read::{ArticleId, Excerpt};
use lower_case::{in_lower_case, people_in_lower_case};
use spellings::{Pair, Slip, excerpt, one_elsewhere, pairs, sentence_of};
use writing::{Odd, odd_surnames, spaced};

/// A name that one article has damaged.
pub const DAMAGED: Rule = Rule { id: "name/damaged", check: check_damaged };
/// A name that articles spell differently.
pub const VARIANT: Rule = Rule { id: "name/variant", check: check_variants };

/// A spelling told more often than this by its articles is what they hold to be right.
const SLIP_TIMES: usize = 2;

fn check_damaged(context: &Context) -> Vec<Discrepancy> {
    let counterparts = context.counterparts();
    let mut found = Vec::new();
    for entity in &context.links.entities {
        let damage = pairs(context, entity).into_iter().filter(is_damage);
        found.extend(damage.map(|pair| damaged(context, counterparts, &pair)));
        for odd in odd_surnames(context, entity) {
            found.push(oddly_written(context, counterparts, &odd, &entity.mentions));
        }
    }
    let mut told = Vec::new();
    for (entity, place) in in_lower_case(context) {
        let odd = Odd { place, how: "a name in lower case", confidence: 0.8 };
        found.push(oddly_written(context, counterparts, &odd, &context.links.entities[entity].mentions));
        told.push(place);
    }
    for place in people_in_lower_case(context).into_iter().filter(|place| !told.contains(place)) {
        let odd = Odd { place, how: "a name in lower case", confidence: 0.75 };
        found.push(oddly_written(context, counterparts, &odd, &[]));
    }
    found
}

fn check_variants(context: &Context) -> Vec<Discrepancy> {
    let counterparts = context.counterparts();
    let mut found = Vec::new();
    for entity in &context.links.entities {
        let (damaged, variants): (Vec<Pair>, Vec<Pair>) = pairs(context, entity).into_iter().partition(is_damage);
        // A mention that is damaged in one word is told as that, whatever else differs in it.
        let is_told = |pair: &Pair| damaged.iter().any(|other| pair.rare.iter().all(|it| other.rare.contains(it)));
        found.extend(variants.iter().filter(|pair| !is_told(pair)).map(|pair| variant(context, counterparts, pair)));
        if let Some((rare, usual)) = spaced(context, entity) {
            found.push(variant(context, counterparts, &Pair { rare, usual, slip: Slip::Sound }));
        }
    }
    found
}

/// Whether a spelling is damage and no variant: one article has it, and either that article has the other one too, or it
/// does not even sound the same.
pub fn is_damage(pair: &Pair) -> bool {
    let article = pair.rare[0].article;
    let alone = pair.rare.iter().all(|mention| mention.article == article);
    let both = pair.usual.iter().any(|mention| mention.article == article);
    match pair.slip {
        Slip::Known => false,
        Slip::Sound => alone && both && pair.rare.len() <= SLIP_TIMES,
        Slip::Damage => alone && pair.rare.len() <= SLIP_TIMES,
    }
}

fn damaged(context: &Context, counterparts: &Counterparts, pair: &Pair) -> Discrepancy {
    let evidence = evidence(context, counterparts, pair);
    let told = quoted(context, &evidence);
    let both = pair.usual.iter().any(|mention| mention.article == pair.rare[0].article);
    let rest = if both { "has the other spelling, too" } else { "has it in this spelling alone" };
    Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: DAMAGED.id,
        severity: Severity::High,
        confidence: if both || pair.usual.len() > pair.rare.len() { 0.9 } else { 0.7 },
        facts: Vec::new(),
        summary: format!("one name in two spellings: {told}"),
        explanation: format!(
            "The surroundings speak of one and the same, but the name is spelt in two ways: {told}. {} {rest}; the rarer \
             spelling is in no dictionary.",
            context.siglum(pair.rare[0].article),
        ),
        evidence,
    }
}

fn variant(context: &Context, counterparts: &Counterparts, pair: &Pair) -> Discrepancy {
    let evidence = evidence(context, counterparts, pair);
    let told = quoted(context, &evidence);
    let known = pair.slip == Slip::Known;
    Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: VARIANT.id,
        // Two known spellings of a given name are usual; whoever searches for the name still wants to know both.
        severity: if known { Severity::Low } else { Severity::Medium },
        confidence: 0.75,
        facts: Vec::new(),
        summary: format!("a name written in two ways: {told}"),
        explanation: format!("The articles write one name in two ways: {told}. A search for one will miss the other."),
        evidence,
    }
}

fn oddly_written(context: &Context, counterparts: &Counterparts, odd: &Odd, mentions: &[MentionId]) -> Discrepancy {
    let here = |mention: MentionId| {
        let other = excerpt(context, mention);
        other.article == odd.place.article && other.span.overlaps(odd.place.span)
    };
    let full = |mention: &MentionId| context.mentions[mention.article.0][mention.index].words.len() > 1;
    let sound: Vec<MentionId> = mentions.iter().copied().filter(|mention| full(mention) && !here(*mention)).collect();
    let document = &context.documents[odd.place.article.0];
    let index = document.sentence_at(odd.place.span.start).unwrap_or_default();
    let beside = SentenceId { article: odd.place.article, index };
    let elsewhere = one_elsewhere(context, counterparts, &sound, beside).into_iter();
    let mut evidence: Vec<Excerpt> = elsewhere.map(|mention| excerpt(context, mention)).collect();
    let usual = quoted(context, &evidence);
    evidence.push(odd.place);
    evidence.sort_unstable();
    let told = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Name,
        rule: DAMAGED.id,
        severity: Severity::High,
        confidence: odd.confidence,
        facts: Vec::new(),
        summary: format!("{}: {told}", odd.how),
        explanation: format!(
            "{} has {}: “{}”. {}",
            context.siglum(odd.place.article),
            odd.how,
            context.words_of(odd.place),
            if usual.is_empty() {
                "The news hardly ever writes these words so.".to_owned()
            } else {
                format!("Elsewhere the same name is written as usual: {usual}.")
            },
        ),
        evidence,
    }
}

/// The first mention with the rarer spelling in each article that has it, and with the other in every other article.
fn evidence(context: &Context, counterparts: &Counterparts, pair: &Pair) -> Vec<Excerpt> {
    let mut seen: BTreeSet<ArticleId> = BTreeSet::new();
    let mut mentions: Vec<MentionId> =
        pair.rare.iter().filter(|mention| seen.insert(mention.article)).copied().collect();
    // What stands elsewhere than in either of two articles is all that there is.
    let beside = mentions.iter().take(2).map(|&mention| sentence_of(context, mention));
    let mut elsewhere: BTreeMap<ArticleId, MentionId> = BTreeMap::new();
    for mention in beside.flat_map(|beside| one_elsewhere(context, counterparts, &pair.usual, beside)) {
        elsewhere.entry(mention.article).or_insert(mention);
    }
    let usual: Vec<MentionId> = elsewhere.into_values().collect();
    mentions.extend(usual);
    let mut evidence: Vec<Excerpt> = mentions.into_iter().map(|mention| excerpt(context, mention)).collect();
    evidence.sort_unstable();
    evidence
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::compare::Severity;
    use crate::read::Article;

    /// The discrepancies of names in a story of `articles`: rule, and words shown as evidence.
    fn found(articles: &[&str]) -> Vec<(&'static str, Severity, Vec<String>)> {
        let story = analyze(articles.iter().map(|text| Article::from_text(text)).collect());
        let mut found: Vec<_> = story
            .discrepancies
            .iter()
            .filter(|discrepancy| discrepancy.rule.starts_with("name/"))
            .map(|found| {
                (
                    found.rule,
                    found.severity,
                    found.evidence.iter().map(|&place| story.words_of(place).to_owned()).collect(),
                )
            })
            .collect();
        found.sort_unstable();
        found
    }

    fn check(articles: &[&str], expected: &[(&str, Severity, &[&str])]) {
        let found = found(articles);
        let found: Vec<_> = found
            .iter()
            .map(|(rule, severity, words)| (*rule, *severity, words.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(&str, Severity, Vec<&str>)> =
            expected.iter().map(|(rule, severity, words)| (*rule, *severity, words.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_misspelt_name_is_shown_beside_the_sound_one() {
        check(
            &[
                "The driver was Karl Hartmann. Then Hartmann fled.",
                "Police seek Karl Hartmann. A friend saw Hatrmonn in town.",
            ],
            &[("name/damaged", Severity::High, &["Karl Hartmann", "Hatrmonn"])],
        );
    }

    #[test]
    fn within_one_article_too() {
        check(
            &["The driver was Karl Hartmann. Later Hartman fled, and Hartmann was seen.", "A driver fled."],
            &[("name/damaged", Severity::High, &["Karl Hartmann", "Hartman"])],
        );
    }

    #[test]
    fn two_ways_to_write_the_same_sounds_are_variants() {
        check(
            &["Sheikh Karim Zubeiri spoke. Then Zubeiri left.", "Sheikh Karim Zubairi spoke. Then Zubairi left."],
            &[("name/variant", Severity::Medium, &["Karim Zubeiri", "Karim Zubairi"])],
        );
        check(
            &["The lawyer was Ibrahim Sorel.", "The lawyer was Ebrahim Sorel."],
            &[("name/variant", Severity::Low, &["Ibrahim Sorel", "Ebrahim Sorel"])],
        );
        check(
            &["The firm RedWood Data failed. RedWood Data closed.", "The firm Red Wood Data failed."],
            &[("name/variant", Severity::Medium, &["RedWood Data", "Red Wood Data"])],
        );
    }

    #[test]
    fn a_surname_in_capitals_or_after_an_article_is_damage() {
        check(
            &["On Monday Ivan Bo spoke. The BO was seen at the meeting, and Bo slept.", "Then Ivan Bo came."],
            &[("name/damaged", Severity::High, &["The BO", "Ivan Bo"])],
        );
        check(
            &["On Monday Ana Sorel spoke. Then the Sorel was seen.", "Later Ana Sorel came."],
            &[("name/damaged", Severity::High, &["the Sorel", "Ana Sorel"])],
        );
    }

    #[test]
    fn a_name_of_several_words_in_lower_case_is_damage() {
        check(
            &["The owner was Brunn Wexler. He said so.", "Police saw brunn wexler there. Then Brunn Wexler left."],
            &[("name/damaged", Severity::High, &["Brunn Wexler", "brunn wexler"])],
        );
        check(
            &["On Monday the United Nations met.", "It broke the united nations rule. The United Nations met."],
            &[("name/damaged", Severity::High, &["United Nations", "united nations"])],
        );
        check(
            &["On Monday they saw hillary clinton in town."],
            &[("name/damaged", Severity::High, &["hillary clinton"])],
        );
    }

    #[test]
    fn what_is_usual_is_no_discrepancy() {
        for articles in [
            // families, plurals, what a person has
            ["Ana Sorel spoke. The Sorels left, and the Sorel plan failed.", "Ana Sorel came with Peter Sorel."],
            // short forms, titles and initials
            ["Robert Holm spoke. Bob Holm left. Mr. Holm slept.", "Robert J. Holm spoke; Rob Holm came."],
            // two names that are both known
            ["They flew from Austria to Iran with Kerry.", "They flew from Australia to Iraq with Kelly."],
            // names always in capitals, datelines, shouting
            ["LISBON — The NHWU met in Lisbon.", "SOREL WINS AGAIN AND AGAIN\n\nAna Sorel won. The NHWU lost."],
            // adjectives of countries
            ["The Sri Lankan army left Sri Lanka.", "The Russian minister left Russia for Sri Lanka."],
            // common words
            ["The White House said so. A white house burned.", "The White House said so."],
            // accents and possessives
            ["José Núñez spoke.", "Jose Nunez's friend came. Then Nunez left."],
            // different people
            ["Ana Hansen met Peter Jansen.", "Peter Hanson met Ana Berg."],
        ] {
            assert_eq!(found(&articles), [], "{articles:?}");
        }
    }
}
