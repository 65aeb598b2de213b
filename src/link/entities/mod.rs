//! Names of all articles → [`Entity`]s: which names mean the same person, organisation or place.
//!
//! Names are gathered by how they are written, so that each form is looked at once; forms are then put together by
//! surname and given names, by acronym, by what a name may leave off and by near spelling, always through an index.

mod bearers;
mod clusters;
mod damage;
mod forms;
mod glosses;
mod organisations;
mod people;
mod spelling;

use std::collections::BTreeMap;

use super::{Entity, MentionId};
use crate::extract::{Mention, NameKind};
use crate::segment::Document;
use clusters::Clusters;
use forms::{Form, forms};

pub use spelling::{NearWords, edits_between};

/// The entities that the names in `mentions` refer to; every name belongs to exactly one.
///
/// ```
/// use variorum::analysis::analyze;
/// use variorum::read::Article;
///
/// let story = analyze(vec![
///     Article::from_text("The plan of Ana Sorel failed. Sorel left."),
///     Article::from_text("On Monday Sorel, Ana said."),
/// ]);
/// assert_eq!(story.entities[0].name, "Ana Sorel");
/// assert!(story.entities[0].mentions.len() >= 2);
/// ```
pub fn entities(documents: &[Document], mentions: &[Vec<Mention>]) -> Vec<Entity> {
    let forms = forms(documents, mentions);
    let mut clusters = Clusters::new(forms.len());
    people::link_full_names(&forms, &mut clusters);
    organisations::link_things(&forms, &mut clusters);
    glosses::link_glosses(documents, mentions, &forms, &mut clusters);
    damage::link_near_forms(&forms, &mut clusters);
    people::link_short_names(&forms, &mut clusters);
    gather(&forms, &clusters)
}

/// The clusters as entities, by first mention.
fn gather(forms: &[Form], clusters: &Clusters) -> Vec<Entity> {
    let mut members: BTreeMap<usize, BTreeMap<usize, Vec<MentionId>>> = BTreeMap::new();
    for (index, form) in forms.iter().enumerate() {
        for &(mention, _) in &form.mentions {
            members.entry(clusters.of(mention, index)).or_default().entry(index).or_default().push(mention);
        }
    }
    let mut entities: Vec<Entity> = members.into_values().map(|members| entity(forms, members)).collect();
    entities.sort_by(|a, b| a.mentions.cmp(&b.mentions));
    entities
}

fn entity(forms: &[Form], members: BTreeMap<usize, Vec<MentionId>>) -> Entity {
    let kind = kind_of(forms, &members);
    let count = |long: bool| {
        members
            .iter()
            .filter(move |(form, _)| (forms[**form].words.len() > 1) == long)
            .map(|(&form, mentions)| {
                let person = kind == NameKind::Person && forms[form].begins_as_person();
                (forms[form].names_outright(), person, mentions.len(), std::cmp::Reverse(&forms[form].written), form)
            })
            .max()
    };
    // The full name told most often; a company's short one where that is told more often than any other.
    let usual = match (count(true), count(false)) {
        (Some(long), Some(short)) => {
            let short_is_usual = kind != NameKind::Person && short.0 && short.2 > long.2 && !forms[short.4].upper;
            if short_is_usual { short.4 } else { long.4 }
        }
        (Some((.., form)), None) | (None, Some((.., form))) => form,
        (None, None) => unreachable!("an entity has a mention"),
    };
    let mut mentions: Vec<MentionId> = members.into_values().flatten().collect();
    mentions.sort_unstable();
    Entity { name: forms[usual].written.clone(), kind, mentions }
}

/// What most mentions are taken for; full names count before short ones, and a kind before none. Who has a person's full
/// name and no other thing's is a person, whatever the surname alone was taken for.
fn kind_of(forms: &[Form], members: &BTreeMap<usize, Vec<MentionId>>) -> NameKind {
    let mut long = members.keys().map(|&form| &forms[form]).filter(|form| form.words.len() > 1).peekable();
    if long.peek().is_some() && long.all(|form| form.kind == NameKind::Person && form.begins_as_person()) {
        return NameKind::Person;
    }
    let weight = |kind: NameKind| -> usize {
        members
            .iter()
            .filter(|(form, _)| forms[**form].kind == kind)
            .map(|(&form, mentions)| mentions.len() * if forms[form].words.len() > 1 { 3 } else { 1 })
            .sum()
    };
    [NameKind::Person, NameKind::Organisation, NameKind::Place]
        .into_iter()
        .max_by_key(|&kind| (weight(kind), std::cmp::Reverse(kind)))
        .filter(|&kind| weight(kind) > 0)
        .unwrap_or(NameKind::Other)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::analysis::analyze;
    use crate::read::Article;

    /// The entities of `articles`, each as the set of its mentions' words with the number of their article.
    fn linked(articles: &[&str]) -> Vec<BTreeSet<String>> {
        let story = analyze(articles.iter().map(|text| Article::from_text(text)).collect());
        story
            .entities
            .iter()
            .map(|entity| {
                let words =
                    |&id| format!("{} {}", story.excerpt_of(id).article.0, story.words_of(story.excerpt_of(id)));
                entity.mentions.iter().map(words).collect()
            })
            .collect()
    }

    /// Checks that names stand in one entity (`groups`), and names of different groups in different ones. A name is
    /// given with the number of its article: `0 Ana Paz`.
    fn check(articles: &[&str], groups: &[&[&str]]) {
        let found = linked(articles);
        let place = |name: &str| {
            found.iter().position(|entity| entity.contains(name)).unwrap_or_else(|| panic!("{name} in {found:?}"))
        };
        let places: Vec<BTreeSet<usize>> =
            groups.iter().map(|group| group.iter().map(|name| place(name)).collect()).collect();
        for (group, found_at) in groups.iter().zip(&places) {
            assert_eq!(found_at.len(), 1, "{group:?} in {found:?}");
        }
        let all: BTreeSet<usize> = places.iter().flatten().copied().collect();
        assert_eq!(all.len(), groups.len(), "{groups:?} in {found:?}");
    }

    #[test]
    fn full_names_surnames_and_initials_are_one_person() {
        check(
            &[
                "Mayor Ana Sorel left. Then Sorel slept.",
                "On Friday A. M. Sorel and the mayor met. They saw Ms. Sorel.",
            ],
            &[&["0 Ana Sorel", "0 Sorel", "1 A. M. Sorel", "1 Sorel"]],
        );
    }

    #[test]
    fn people_of_one_surname_stay_apart() {
        check(
            &[
                "The lawyer Ana Sorel left. Later Sorel wept, and Ana slept.",
                "The doctor Peter Sorel came with Ana Sorel. Then Peter spoke.",
            ],
            &[&["0 Ana Sorel", "0 Sorel", "0 Ana", "1 Ana Sorel"], &["1 Peter Sorel", "1 Peter"]],
        );
    }

    #[test]
    fn a_shorter_full_name_joins_one_of_two_longer_ones() {
        let found = linked(&["Ana B. Sorel met Ana C. Sorel. Ana C. Sorel left. The paper named Ana Sorel."]);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn acronyms_short_forms_and_last_words_stand_for_the_whole() {
        check(
            &[
                "The National Harbor Workers Union (NHWU) struck. The Union said it would go on.",
                "On Sunday the NHWU met Brunn Motors. At Brunn, work went on. A paper, the Harbor Journal, saw it.",
                "It was in the Journal, and the Harbor Journal had seen Brunn Motors Inc. fail.",
            ],
            &[
                &["0 National Harbor Workers Union", "0 NHWU", "0 Union", "1 NHWU"],
                &["1 Brunn Motors", "1 Brunn", "2 Brunn Motors Inc."],
                &["1 Harbor Journal", "2 Journal", "2 Harbor Journal"],
            ],
        );
    }

    #[test]
    fn a_place_an_organisation_named_for_it_and_a_subsidiary_stay_apart() {
        check(
            &[
                "In Lisbon the Lisbon Teachers Union met. Brunn said that Brunn Cloud grew.",
                "The people of Lisbon like the Lisbon Teachers Union. Brunn Cloud belongs to Brunn.",
            ],
            &[
                &["0 Lisbon", "1 Lisbon"],
                &["0 Lisbon Teachers Union", "1 Lisbon Teachers Union"],
                &["0 Brunn", "1 Brunn"],
                &["0 Brunn Cloud", "1 Brunn Cloud"],
            ],
        );
    }

    #[test]
    fn other_names_of_a_country_are_one_place() {
        check(
            &["It left the U.S. on Monday.", "The United States and the UK agreed.", "In Britain it rained."],
            &[&["0 U.S.", "1 United States"], &["1 UK", "2 Britain"]],
        );
    }

    #[test]
    fn a_country_has_its_adjectives_and_its_own_name() {
        let story = analyze(vec![Article::from_text(
            "The Norwegian economy grew. The Norwegian minister left Norway for South Korean waters.",
        )]);
        let names: Vec<_> = story.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
        assert_eq!(names, [("Norway", 3), ("South Korean", 1)]);
    }

    #[test]
    fn damaged_names_belong_to_what_they_damage() {
        check(
            &[
                "The driver was Karl Hartmann. Then Hartmann fled to Norway.",
                "Police seek Karl Hartmann. A friend saw Hatrmonn near Austria.",
                "Police seek Karl Hortmann. It was far from Australia, in Nowray, far from Norway.",
            ],
            &[
                &["0 Karl Hartmann", "0 Hartmann", "1 Hatrmonn", "2 Karl Hortmann"],
                &["1 Austria"],
                &["2 Australia"],
                &["0 Norway", "2 Nowray"],
            ],
        );
    }

    #[test]
    fn of_two_who_share_a_surname_the_one_named_last_is_meant() {
        check(
            &[
                "On Monday the banker Jack Ma spoke. Later Ma left for the concert.",
                "On Tuesday the cellist Yo-Yo Ma played. Then Ma bowed.",
            ],
            &[&["0 Jack Ma", "0 Ma"], &["1 Yo-Yo Ma", "1 Ma"]],
        );
        // In one article, neither told more often than the other.
        let story = analyze(vec![Article::from_text(
            "The judge met Peter Sorel. Then Sorel slept. The doctor met Ana Sorel. Then Sorel wept.",
        )]);
        let counts: Vec<_> = story.entities.iter().map(|entity| entity.mentions.len()).collect();
        assert_eq!(counts, [2, 2]);
    }

    #[test]
    fn a_word_on_the_family_does_not_change_whom_the_surname_means() {
        check(
            &[
                "The trial of Peter Sorel began. His lawyer said Peter Sorel would speak. Later Ana Sorel, his wife, came.",
                "Then Sorel spoke. Ana Sorel and Peter Sorel had met before Peter Sorel fled.",
            ],
            &[&["0 Peter Sorel", "1 Peter Sorel", "1 Sorel"], &["0 Ana Sorel", "1 Ana Sorel"]],
        );
    }

    #[test]
    fn a_son_of_the_same_name_stays_apart_from_his_father() {
        check(
            &[
                "The senator Tom Berg spoke. His son, Tom Berg Jr., listened.",
                "A friend of Tom Berg Jr. met Tom Berg.",
                "They saw Ivan Holm Jr. leave. Later Ivan Holm came back.",
            ],
            &[
                &["0 Tom Berg", "1 Tom Berg"],
                &["0 Tom Berg Jr.", "1 Tom Berg Jr."],
                &["2 Ivan Holm Jr.", "2 Ivan Holm"],
            ],
        );
    }

    #[test]
    fn surnames_of_several_words_belong_to_the_full_name() {
        check(
            &[
                "The candidate Alicia Ruiz-Soler won. Later Ruiz-Soler thanked all.",
                "On Monday Ruiz-Soler met Maria Ruiz.",
            ],
            &[&["0 Alicia Ruiz-Soler", "0 Ruiz-Soler", "1 Ruiz-Soler"], &["1 Maria Ruiz"]],
        );
    }

    #[test]
    fn a_link_that_tells_a_name_twice_adds_nothing_to_it() {
        check(
            &[
                "On Monday Thomas Johnson left. The vote came when Johnson Thomas Ivan JohnsonMORE was away.",
                "On Monday John Peter Johnson left.",
            ],
            &[&["0 Thomas Johnson", "0 Johnson Thomas Ivan JohnsonMORE"], &["1 John Peter Johnson"]],
        );
    }

    #[test]
    fn departments_are_named_either_way_round_and_in_other_spellings() {
        check(
            &[
                "The Department of Justice sued. The UN Security Council met. It was at the Defence Ministry.",
                "In court the Justice Department won. The United Nations Security Council met.",
                "The Ministry of Defense said so. The Security Council met. The Finance Ministry did not.",
            ],
            &[
                &["0 Department of Justice", "1 Justice Department"],
                &["0 UN Security Council", "1 United Nations Security Council", "2 Security Council"],
                &["0 Defence Ministry", "2 Ministry of Defense"],
                &["2 Finance Ministry"],
            ],
        );
    }

    #[test]
    fn numbers_of_generations_and_hyphens_in_acronyms_say_nothing() {
        check(
            &[
                "The lawyer William Taylor III left. Shares of Hale-Porter rose. Later H-P fell.",
                "The lawyer William M. Taylor III came. Shares of HP rose.",
            ],
            &[&["0 William Taylor III", "1 William M. Taylor III"], &["0 Hale-Porter", "0 H-P", "1 HP"]],
        );
    }

    #[test]
    fn acronyms_are_explained_in_brackets_and_not_guessed_from_parts() {
        check(
            &[
                "The Harbor Workers and Dockers Federation (HADF) struck. The Lisbon Teachers Union (Brunn) did not.",
                "On Monday the HADF won. The U.S. Navy met the U.N. in Lisbon.",
            ],
            &[
                &["0 Harbor Workers and Dockers Federation", "0 HADF", "1 HADF"],
                &["0 Lisbon Teachers Union"],
                &["0 Brunn"],
                &["1 U.S. Navy"],
                &["1 U.N."],
            ],
        );
    }

    #[test]
    fn every_name_belongs_to_one_entity() {
        let story = analyze(vec![Article::from_text("Ana Paz met Tom Berg in Lisbon. Paz left.")]);
        let names = story.mentions[0].iter().filter(|mention| matches!(mention.value, crate::extract::Value::Name(_)));
        let linked: usize = story.entities.iter().map(|entity| entity.mentions.len()).sum();
        assert_eq!(linked, names.count());
        assert_eq!(
            story.entities.iter().map(|entity| entity.name.as_str()).collect::<Vec<_>>(),
            ["Ana Paz", "Tom Berg", "Lisbon"]
        );
    }

    #[test]
    fn ordinals_are_written_in_words_or_figures() {
        check(
            &[
                "In court the Ninth Circuit ruled. The 7th Fleet sailed.",
                "In court the 9th Circuit ruled. The Fifth Fleet did not sail.",
            ],
            &[&["0 Ninth Circuit", "1 9th Circuit"], &["0 7th Fleet"], &["1 Fifth Fleet"]],
        );
    }

    #[test]
    fn who_is_named_late_is_not_whom_the_surname_has_meant() {
        check(
            &[
                "On Monday Sorel spoke. Later Sorel left. Then Sorel slept. His uncle, Ivan Sorel, came. Then Sorel wept.",
                "The mayor met Peter Sorel on Monday.",
            ],
            &[&["0 Sorel", "1 Peter Sorel"], &["0 Ivan Sorel"]],
        );
    }
}
