use proptest::prelude::*;

use super::*;

/// `|` marks where a sentence ends and the next begins.
fn check(marked: &str) {
    let text = marked.replace('|', "");
    let found: Vec<_> = sentences(&text, Span::new(0, text.len())).iter().map(|span| span.of(&text)).collect();
    let expected: Vec<_> = marked.split('|').map(str::trim).collect();
    assert_eq!(found, expected, "{marked}");
}

#[test]
fn titles_and_initials_go_on() {
    check("Gen. Ortiz and Lt. Col. Ann Lee met Ms. Roe at St. Mary's. | It rained.");
    check("The U.S. Army pays. | He lives in the U.S. | The house is old.");
    check("John F. Lee met George W. Roe. | They went with plan B. | Then they left.");
}

#[test]
fn companies_and_states_end_before_a_sentence_only() {
    check("Acme Inc. said it pays. | He works at Acme Inc. | The firm pays.");
    check("Rep. Jones (D-Ga.) voted. | She was shot in Tucson, Ariz. | He was not.");
    check("Bread, milk, etc. was there. | This, e.g. Lisbon, is far.");
}

#[test]
fn hours_and_dates() {
    check("It ends at 5 p.m. ET on Jan. 5. | It began at 9 a.m. Monday. | It ended at 9 p.m. | The crowd left.");
    check("It came in Jan. | Then it went.");
}

#[test]
fn figures() {
    check("It rose 3.5 percent at No. 10 Downing Street. | 500 people came.");
    check("1. Boil the water. | It steams.");
}

#[test]
fn who_spoke_belongs_to_the_quotation() {
    check("“Stop!” he said. | “Why?” Ann Lee asked. | He ran.");
    check("“We went. They cried,” she said. | “It is over.” | The rest left.");
    check("“Why?” | The driver said nothing.");
    check("He said (We know. They do not.) and left. | It rained.");
    check("``We go,'' he said. | ``They stay.'' | It rained.");
    check("'We go. They stay,' he said. | ‘It is over.’ | The rest left.");
    check("They asked: 'Is it over?': a talk with the driver.");
}

#[test]
fn a_mark_with_a_space_on_the_wrong_side() {
    check("“We go,” he said. | “ They stay,” he said.");
    check("\"We go,\" he said. | \" They stay,\" he said.");
}

#[test]
fn a_missing_space_is_a_break() {
    check("He left.|The driver stayed.");
    check("It is “a mistake.”|His wife left.");
    check("Read it at example.com and www.site.org, v2.0 or Node.js.");
}

#[test]
fn ellipses() {
    check("Wait... he said. | She wondered... | Then it rained.");
    check("... and they want more. | They get it.");
}

#[test]
fn a_quotation_that_never_closes_shelters_nothing() {
    check("“We went. | They cried. | It rained.");
}

#[test]
fn long_lines_of_marks_are_split_at_once() {
    for text in ["“".repeat(100_000), "(".repeat(100_000), "“a. B ".repeat(20_000), "Mr. ".repeat(50_000)] {
        assert!(!sentences(&text, Span::new(0, text.len())).is_empty());
    }
}

proptest! {
    #[test]
    fn every_visible_character_lies_in_one_sentence(text in "([\"'“”‘’`«»() \n.?!…,:-]|word|Mr|U.S|Then|é|。|7){0,40}") {
        let found = sentences(&text, Span::new(0, text.len()));
        let mut last = 0;
        for span in &found {
            prop_assert!(text[last..span.start].trim().is_empty());
            prop_assert!(span.start < span.end);
            last = span.end;
        }
        prop_assert!(text[last..].trim().is_empty());
    }
}
