//! Words that news uses for one thing, so that “wounded” and “injured” meet. Groups stand in `assets/thesaurus`; they
//! are read in place from a table sorted by stem, so nothing is loaded at start.

use crate::segment::Term;

/// Bytes of one number of the table.
const NUMBER: usize = size_of::<u64>();
/// By stem, in rising order: the stem of the first word of its group. Both are little-endian.
const STEMS: &[[[u8; NUMBER]; 2]] =
    include_bytes!("../../assets/thesaurus/news.stems").as_chunks::<NUMBER>().0.as_chunks().0;

/// The stem that stands for `stem` and for the words that mean the same.
pub fn meaning(stem: Term) -> Term {
    let number = |[number, _]: &[[u8; NUMBER]; 2]| u64::from_le_bytes(*number);
    match STEMS.binary_search_by_key(&stem.0, number) {
        Ok(place) => Term(u64::from_le_bytes(STEMS[place][1])),
        Err(_) => stem,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::*;
    use crate::segment::stem;
    use crate::text::fold::fold;

    const WORDS: &str = include_str!("../../assets/thesaurus/news.txt");
    const TABLE_PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/thesaurus/news.stems");

    fn groups() -> impl Iterator<Item = Vec<&'static str>> {
        let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split_whitespace().collect::<Vec<_>>()).filter(|group| !group.is_empty())
    }

    fn same(a: &str, b: &str) -> bool {
        meaning(stem(a)) == meaning(stem(b))
    }

    fn check(pairs: &[(&str, &str)], meet: bool) {
        let wrong: Vec<_> = pairs.iter().filter(|(a, b)| same(a, b) != meet).collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", if meet { "do not meet" } else { "meet" });
    }

    #[test]
    fn the_table_is_made_from_the_words() {
        let mut table: BTreeMap<u64, u64> = BTreeMap::new();
        for group in groups() {
            table.extend(group.iter().map(|word| (stem(word).0, stem(group[0]).0)));
        }
        let bytes: Vec<u8> = table.iter().flat_map(|(a, b)| [a.to_le_bytes(), b.to_le_bytes()]).flatten().collect();
        if std::env::var_os("UPDATE_THESAURUS").is_some() {
            fs::write(TABLE_PATH, &bytes).expect("the table lies in the working tree");
        }
        let made = fs::read(TABLE_PATH).expect("the table lies in the working tree");
        assert!(made == bytes, "news.stems is older than news.txt; make it with UPDATE_THESAURUS=1");
    }

    #[test]
    fn every_stem_stands_in_one_place() {
        let mut found: BTreeMap<u64, Vec<&str>> = BTreeMap::new();
        for word in groups().flatten() {
            found.entry(stem(word).0).or_default().push(word);
        }
        let twice: Vec<_> = found.values().filter(|words| words.len() > 1).collect();
        assert!(twice.is_empty(), "of one stem: {twice:?}");
    }

    #[test]
    fn groups_hold_several_folded_words() {
        for group in groups() {
            assert!(group.len() > 1, "{group:?} joins nothing");
            assert!(group.iter().all(|word| fold(word) == *word), "{group:?} is not folded");
        }
    }

    #[test]
    fn words_for_one_thing_meet() {
        check(
            &[
                ("wounded", "injured"),
                ("died", "deaths"),
                ("killings", "fatalities"),
                ("blasts", "explosions"),
                ("quake", "earthquakes"),
                ("inferno", "fires"),
                ("gunmen", "shooter"),
                ("abducted", "kidnapping"),
                ("lawsuits", "sued"),
                ("pleaded", "plea"),
                ("jailed", "imprisonment"),
                ("banned", "outlawed"),
                ("ceasefire", "truce"),
                ("withdrew", "withdrawal"),
                ("negotiations", "talks"),
                ("deal", "accord"),
                ("lawmakers", "congressmen"),
                ("voters", "ballots"),
                ("employees", "workers"),
                ("layoffs", "redundancies"),
                ("bought", "acquisition"),
                ("turnover", "revenues"),
                ("soared", "growth"),
                ("plunged", "fell"),
                ("aircraft", "jets"),
                ("lorries", "trucks"),
                ("motorway", "highways"),
                ("doctors", "physician"),
                ("vaccinations", "vaccine"),
                ("decided", "decision"),
                ("chose", "choices"),
                ("met", "meetings"),
                ("fled", "fleeing"),
                ("wrote", "written"),
                ("strengthened", "strong"),
                ("programmes", "program"),
                ("labour", "labor"),
                ("centre", "center"),
            ],
            true,
        );
    }

    #[test]
    fn opposites_do_not() {
        check(
            &[
                ("approve", "reject"),
                ("rise", "fall"),
                ("increase", "decrease"),
                ("win", "lose"),
                ("victory", "defeat"),
                ("arrive", "leave"),
                ("arrival", "departure"),
                ("open", "close"),
                ("hire", "fire"),
                ("recruit", "dismiss"),
                ("dead", "injured"),
                ("killed", "survived"),
                ("missing", "found"),
                ("buy", "sell"),
                ("export", "import"),
                ("begin", "end"),
                ("start", "stop"),
                ("accept", "refuse"),
                ("confirm", "deny"),
                ("admit", "deny"),
                ("guilty", "innocent"),
                ("convict", "acquit"),
                ("prosecutor", "lawyer"),
                ("plaintiff", "defendant"),
                ("arrest", "release"),
                ("support", "oppose"),
                ("ally", "enemy"),
                ("war", "peace"),
                ("attack", "defend"),
                ("invade", "withdraw"),
                ("allow", "ban"),
                ("legal", "illegal"),
                ("praise", "criticize"),
                ("promise", "warn"),
                ("hope", "fear"),
                ("love", "hate"),
                ("reveal", "conceal"),
                ("build", "destroy"),
                ("profit", "loss"),
                ("profit", "revenue"),
                ("deficit", "surplus"),
                ("lender", "borrower"),
                ("employer", "employee"),
                ("landlord", "tenant"),
                ("rich", "poor"),
                ("expensive", "cheap"),
                ("big", "small"),
                ("strong", "weak"),
                ("wide", "narrow"),
                ("fast", "slow"),
                ("accelerate", "slow"),
                ("hot", "cold"),
                ("true", "false"),
                ("rare", "common"),
                ("young", "old"),
                ("before", "after"),
                ("previous", "next"),
                ("minimum", "maximum"),
                ("north", "south"),
                ("east", "west"),
                ("urban", "rural"),
                ("men", "women"),
                ("husband", "wife"),
                ("mother", "father"),
                ("brother", "sister"),
                ("parent", "child"),
                ("teacher", "student"),
                ("doctor", "patient"),
                ("minister", "president"),
                ("soldier", "civilian"),
                ("remember", "forget"),
                ("give", "take"),
                ("come", "go"),
                ("ask", "answer"),
                ("quarter", "year"),
                ("month", "year"),
            ],
            false,
        );
    }

    #[test]
    fn a_word_without_a_group_stands_for_itself() {
        assert_eq!(meaning(stem("surmountable")), stem("surmountable"));
    }
}
