use proptest::prelude::*;

use crate::extract::Value;
use crate::extract::names::names;
use crate::extract::quotes::quotes;
use crate::segment::segment;

/// The speakers of the quotations in `text`, by the words that name them.
fn check(text: &str, expected: &[Option<&str>]) {
    let document = segment(text.into());
    let found = quotes(&document, &names(&document));
    let speakers: Vec<_> = found
        .iter()
        .map(|mention| match &mention.value {
            Value::Quote(quote) => quote.speaker.map(|span| span.of(text)),
            _ => None,
        })
        .collect();
    assert_eq!(speakers, expected, "{text}");
}

#[test]
fn behind_the_quotation() {
    check("“The bridge is safe,” Ana Ruiz said on Monday.", &[Some("Ana Ruiz")]);
    check("“The bridge is safe,” said Ana Ruiz, who built it.", &[Some("Ana Ruiz")]);
    check("“The bridge is safe,” he said.", &[Some("he")]);
    check("“The bridge is safe,” according to Ana Ruiz.", &[Some("Ana Ruiz")]);
    check("“The bridge is safe,” said the union's president, Ana Ruiz.", &[Some("Ana Ruiz")]);
    check("“Is it safe?” Ana Ruiz, the owner's lawyer, asked.", &[Some("Ana Ruiz")]);
    check("“The bridge is safe,” can be heard saying the mayor.", &[None]);
}

#[test]
fn behind_it_another_clause_tells_nothing() {
    check("They called it “safe” which the mayor denied.", &[Some("They")]);
    check("The shop sells “green” paint. The mayor said it rained.", &[None]);
    check("A line with ‘broken wires’\n\nAna Ruiz said it rained.", &[None]);
}

#[test]
fn before_the_quotation() {
    check("Ana Ruiz said: “The bridge is safe.”", &[Some("Ana Ruiz")]);
    check("According to Ana Ruiz, “the bridge is safe.”", &[Some("Ana Ruiz")]);
    check("Ana Ruiz, who built it, said “the bridge is safe.”", &[Some("Ana Ruiz")]);
    check("The officials said “the bridge is safe.”", &[Some("The officials")]);
    check("The owner's lawyer, Ana Ruiz, said the bridge is “quite safe.”", &[Some("Ana Ruiz")]);
    check("Ana Ruiz on Friday praised the bridge, calling it “a wonder.”", &[Some("Ana Ruiz")]);
    check("Ana Ruiz was glad about the bridge:\n\n“It is safe and it is ours.”", &[Some("Ana Ruiz")]);
}

#[test]
fn a_headline_colon() {
    check("Ana Ruiz: 'Bridge is safe'\n\nIt rained.", &[Some("Ana Ruiz")]);
    check("Police: Driver was ‘very calm’\n\nIt rained.", &[Some("Police")]);
    check("Ana Ruiz slams John Lane: 'Nobody likes him'\n\nIt rained.", &[Some("Ana Ruiz")]);
    check("More: Bridge is ‘quite old’\n\nIt rained.", &[None]);
}

#[test]
fn unnamed_speakers() {
    check("“It is safe,” a senior official said.", &[Some("a senior official")]);
    check("“It is safe,” said a spokeswoman for the builders.", &[Some("a spokeswoman for the builders")]);
    check("“It is safe,” the statement read.", &[Some("the statement")]);
    check("Two experts told reporters the bridge is “quite safe.”", &[Some("Two experts")]);
}

#[test]
fn passives_and_reported_reports() {
    check("The driver was told by Ana Ruiz that the bridge was “quite safe.”", &[Some("Ana Ruiz")]);
    check("Ana Ruiz was quoted as saying the bridge was “quite safe.”", &[Some("Ana Ruiz")]);
    check("Ana Ruiz said her client had promised “a safe bridge.”", &[Some("Ana Ruiz")]);
    check("As Ana Ruiz reported, the paint is sold as “green” there.", &[None]);
}

#[test]
fn around_and_between() {
    check("“It is safe,” Ana Ruiz said. “We looked at it.”", &[Some("Ana Ruiz"), Some("Ana Ruiz")]);
    check("“It is safe,” said Ana Ruiz, “and it is ours.”", &[Some("Ana Ruiz"), Some("Ana Ruiz")]);
    check("Ana Ruiz said the bridge, now open, is “quite safe” to use.", &[Some("Ana Ruiz")]);
    check("The bridge is “quite safe” to use, Ana Ruiz said.", &[Some("Ana Ruiz")]);
    check("Ana Ruiz called it “safe” and praised the “good work” there.", &[Some("Ana Ruiz"), Some("Ana Ruiz")]);
}

#[test]
fn a_pronoun_means_the_subject_of_the_sentences_before() {
    check("Ana Ruiz met John Lane on Monday. “It is safe,” she said.", &[Some("Ana Ruiz")]);
    check("Ana Ruiz praised the bridge. She added, “It is safe.”", &[Some("Ana Ruiz")]);
}

#[test]
fn words_around_a_subject_are_left_out() {
    check("Mayor Ana Ruiz last month called the bridge “quite safe.”", &[Some("Ana Ruiz")]);
    check("Before she announced the sale, Ana Ruiz apologized for the “bad bridge.”", &[Some("Ana Ruiz")]);
    check("Ana Ruiz called it “quite safe,” according to John Lane.", &[Some("Ana Ruiz")]);
    check("The paper quotes Ana Ruiz as saying the bridge is “quite safe.”", &[Some("Ana Ruiz")]);
    check("They blame Ana Ruiz's claim that the bridge was “quite safe.”", &[Some("Ana Ruiz")]);
}

#[test]
fn nobody_speaks_in_a_title() {
    check("They watched “The Old Bridge” twice.", &[None]);
    check("Ana Ruiz spoke on the channel's “Tonight” show.", &[None]);
    check("He wrote a book titled “bridges and how to cross them”.", &[None]);
}

proptest! {
    #[test]
    fn spans_lie_inside_any_text(text in "([\"'“”‘’`«»„() \n.,:!?]|said|Ana Ruiz|é|he|was|to|\\.\\.\\.|’s|7){0,40}") {
        let document = segment(text.as_str().into());
        for mention in quotes(&document, &names(&document)) {
            let Value::Quote(quote) = &mention.value else { continue };
            for span in [Some(quote.words), quote.speaker].into_iter().flatten() {
                prop_assert!(text.get(span.start..span.end).is_some());
            }
        }
    }
}
