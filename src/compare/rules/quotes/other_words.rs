//! `quote/other-words`: one utterance quoted in wordings that have only their backbone in common: “had that guy had a chance
//! to reload”, “had that guy reloaded”. What a cut, an ellipsis or a shifted tense explains is no finding.

use std::ops::Range;

use super::loose::{Meeting, Token, meet};
use super::places::{Known, grouped, longest};
use super::spoken::Spoken;
use super::voices::Voice;
use crate::compare::counterparts::Counterparts;
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::link::wording::are_alike;
use crate::read::Excerpt;

/// The rule.
pub const RULE: Rule = Rule { id: "quote/other-words", check };

/// Two wordings share this part of what the shorter one tells where the sentences around tell the same thing; of pairs that
/// share less, most are two utterances about one thing.
const LEAST_PART: f64 = 0.6;
/// … where it is not known whether the same person speaks,
const LEAST_PART_UNKNOWN: f64 = 0.7;
/// … and where nothing else says that it is one moment, or one article quotes twice: people come back to what they said.
const LEAST_PART_ALONE: f64 = 0.6;
/// There they must also share so many words in a row.
const LEAST_RUN_WORDS: usize = 4;
/// Where it is not known who speaks in one of them, they share so many.
const LEAST_SHARED_WORDS: usize = 8;
/// What they share weighs as much as two rare words.
const LEAST_WEIGHT: f64 = 15.0;
/// Where they only go on differently, it is this part of both.
const LEAST_PART_OF_BOTH: f64 = 0.5;
/// Two sentences that begin with so many words alike were one before they were written down.
const LEAST_BEGINNING_WORDS: usize = 6;
/// One rare word in common is a subject, two are the beginning of a sentence.
const LEAST_CONTENT: usize = 2;
/// A wording of fewer words is a part that was picked out.
const LEAST_WORDS: usize = 4;
/// What an editor puts in place of words.
const EDITOR_MARKS: [&str; 3] = ["...", "[", "("];
/// A sentence of at most so many words is shown whole.
const SHORT_WORDS: usize = 20;
/// Words shown around what differs in a longer one.
const AROUND_WORDS: usize = 6;
/// Eight in ten are one utterance; the others are what somebody said twice.
const CONFIDENCE: f64 = 0.65;

type Sides<'s> = [&'s Spoken<'s>; 2];

struct Rewording {
    evidence: Vec<Excerpt>,
    part: f64,
    severity: Severity,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let counterparts = context.counterparts();
    let mut found: Vec<Rewording> = (context.speech().pairs())
        .filter_map(|[a, b]| {
            // An alignment can depend on which comes first, so the words decide and not the order of the articles.
            let (a, b) = if a.tokens.iter().map(|token| token.folded).le(b.tokens.iter().map(|token| token.folded)) {
                (a, b)
            } else {
                (b, a)
            };
            reworded(context, counterparts, a, b)
        })
        .collect();
    // What is told word by word already needs no second entry.
    let known = Known::new(context.altered());
    found.retain(|found| !known.show(&found.evidence));
    let groups = grouped(found.iter().map(|found| found.evidence.as_slice()));
    groups.into_iter().map(|members| entry(context, members.into_iter().map(|index| &found[index]))).collect()
}

/// The two wordings, if they read as one utterance and tell it differently.
fn reworded(context: &Context, counterparts: &Counterparts, a: &Spoken, b: &Spoken) -> Option<Rewording> {
    let voices_known = a.voice.is_some() && b.voice.is_some();
    let same_voice = voices_known && a.voice == b.voice;
    let is_named = |voice: Option<Voice>| matches!(voice, Some(Voice::Person(_)));
    let in_passage = counterparts.are(a.place(), b.place());
    // Two known speakers at two moments say two things.
    let apart = voices_known && !same_voice && !in_passage;
    if apart || (is_named(a.voice) && is_named(b.voice) && !same_voice) {
        return None;
    }
    let meeting = meet(&a.tokens, &b.tokens)?;
    let sides = [a, b];
    let content = meeting.pairs.iter().filter(|pair| a.tokens[pair[0]].content && b.tokens[pair[1]].content);
    let shared: Vec<f64> = content.map(|&[one, other]| a.tokens[one].weight.min(b.tokens[other].weight)).collect();
    let weight: f64 = shared.iter().sum();
    if shared.len() < LEAST_CONTENT || weight < LEAST_WEIGHT {
        return None;
    }
    let sentences = [0, 1].map(|side| sentences(context, sides[side], meeting.stretch(side)));
    if sentences.iter().any(|words| words.len() < LEAST_WORDS) {
        return None;
    }
    let told = [0, 1].map(|side| content_weight(&sides[side].tokens[sentences[side].clone()]));
    let part = weight / told[0].min(told[1]).max(1.0);
    let least = match (in_passage, same_voice) {
        (true, true) => LEAST_PART,
        (true, false) => LEAST_PART_UNKNOWN,
        (false, true) if meeting.longest_run() >= LEAST_RUN_WORDS => LEAST_PART_ALONE,
        (false, false) if !voices_known && meeting.pairs.len() >= LEAST_SHARED_WORDS => LEAST_PART_UNKNOWN,
        _ => return None,
    };
    let unmatched = Unmatched::of(&meeting, &sentences);
    let goes_apart = go_apart(sides, &meeting, &sentences, &unmatched);
    let begins_alike = in_passage && same_voice && goes_apart && begin_alike(sides, &meeting, &sentences);
    if part < least && !begins_alike {
        return None;
    }
    let part_of_both = weight / told[0].max(told[1]).max(1.0);
    let severity = if differ_inside(context, sides, &meeting, &unmatched)
        || (part_of_both >= LEAST_PART_OF_BOTH && goes_apart)
        || begins_alike
    {
        Severity::Medium
    } else if a.article == b.article && differ_slightly(context, sides, &meeting) {
        Severity::Low
    } else {
        return None;
    };
    let mut evidence = vec![
        shown(context, a, &sentences[0], meeting.stretch(0)),
        shown(context, b, &sentences[1], meeting.stretch(1)),
    ];
    evidence.sort_unstable();
    Some(Rewording { evidence, part, severity })
}

fn content_weight(tokens: &[Token]) -> f64 {
    tokens.iter().filter(|token| token.content).map(|token| token.weight).sum()
}

/// The matched stretch, out to the ends of its sentences.
fn sentences(context: &Context, spoken: &Spoken, mut stretch: Range<usize>) -> Range<usize> {
    let apart = |before: usize, after: usize| is_apart(context, spoken, before, after);
    while stretch.start > 0 && !apart(stretch.start - 1, stretch.start) {
        stretch.start -= 1;
    }
    while stretch.end < spoken.tokens.len() && !apart(stretch.end - 1, stretch.end) {
        stretch.end += 1;
    }
    stretch
}

/// Whether a sentence ends between two tokens.
fn is_apart(context: &Context, spoken: &Spoken, before: usize, after: usize) -> bool {
    let document = &context.documents[spoken.article.0];
    let between = spoken.tokens[before].word + 1..spoken.tokens[after].word;
    between.into_iter().any(|word| matches!(document.folded(word), "." | "!" | "?"))
}

/// Whether words of content differ between two matched words.
fn differ_inside(context: &Context, sides: Sides, meeting: &Meeting, unmatched: &Unmatched) -> bool {
    meeting.pairs.windows(2).any(|pairs| {
        let gaps = [0, 1].map(|side| pairs[0][side] + 1..pairs[1][side]);
        if gaps.iter().all(Range::is_empty) || is_marked_or_alike(sides, &gaps) {
            return false;
        }
        let told = [0, 1].map(|side| is_weighty(sides, side, &gaps[side], unmatched));
        // A whole sentence left out is a cut.
        (told[0] && told[1]) || ((told[0] || told[1]) && !is_cut(context, sides, pairs))
    })
}

/// Whether small words or words said twice stand between two matched words, in quotations that share a whole clause.
fn differ_slightly(context: &Context, sides: Sides, meeting: &Meeting) -> bool {
    meeting.pairs.len() >= LEAST_SHARED_WORDS
        && meeting.pairs.windows(2).any(|pairs| {
            let gaps = [0, 1].map(|side| pairs[0][side] + 1..pairs[1][side]);
            !gaps.iter().all(Range::is_empty) && !is_marked_or_alike(sides, &gaps) && !is_cut(context, sides, pairs)
        })
}

/// Whether an editor marked a change, or what stands between two matched words of both is the same but for its writing.
fn is_marked_or_alike(sides: Sides, gaps: &[Range<usize>; 2]) -> bool {
    let [one, other] = [0, 1].map(|side| &sides[side].wording.tokens[gaps[side].clone()]);
    [0, 1].into_iter().any(|side| is_marked(&sides[side].tokens[gaps[side].clone()])) || are_alike(one, other)
}

/// Whether a sentence ends between two matched words.
fn is_cut(context: &Context, sides: Sides, pairs: &[[usize; 2]]) -> bool {
    [0, 1].into_iter().any(|side| is_apart(context, sides[side], pairs[0][side], pairs[1][side]))
}

/// Whether both go on in other words behind the last one that they share.
fn go_apart(sides: Sides, meeting: &Meeting, sentences: &[Range<usize>; 2], unmatched: &Unmatched) -> bool {
    [0, 1].into_iter().all(|side| {
        let behind = meeting.stretch(side).end..sentences[side].end;
        let first = behind.start..(behind.start + 1).min(behind.end);
        !is_marked(&sides[side].tokens[first]) && is_weighty(sides, side, &behind, unmatched)
    })
}

/// Whether one quotation begins with words that stand in the other, more than a turn of phrase.
fn begin_alike(sides: Sides, meeting: &Meeting, sentences: &[Range<usize>; 2]) -> bool {
    let run = meeting.runs().next().unwrap_or_default();
    let tokens = run.iter().map(|pair| &sides[0].tokens[pair[0]]);
    let weight: f64 = tokens.filter(|token| token.content).map(|token| token.weight).sum();
    let from_start = run.first().is_some_and(|first| [0, 1].iter().any(|&side| first[side] == sentences[side].start));
    from_start && run.len() >= LEAST_BEGINNING_WORDS && weight >= LEAST_WEIGHT
}

/// Whether an editor marked that he left words out or put others in.
fn is_marked(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| EDITOR_MARKS.contains(&token.folded))
}

/// By side, the places of the words of the sentences at hand that meet none of the other side's.
struct Unmatched([Vec<usize>; 2]);

impl Unmatched {
    fn of(meeting: &Meeting, sentences: &[Range<usize>; 2]) -> Self {
        Self([0, 1].map(|side| {
            let mut matched = meeting.pairs.iter().map(|pair| pair[side]).peekable();
            let is_unmatched = |place: &usize| {
                while matched.next_if(|matched| matched < place).is_some() {}
                matched.peek() != Some(place)
            };
            sentences[side].clone().filter(is_unmatched).collect()
        }))
    }
}

/// Whether some of the words `gap` of one side tell something that the other side's sentences have at no other place, and
/// are not said twice.
fn is_weighty(sides: Sides, side: usize, gap: &Range<usize>, unmatched: &Unmatched) -> bool {
    let (own, other) = (&sides[side].tokens, &sides[1 - side].tokens);
    let said_again = |token: &Token| {
        let neighbours = [gap.start.checked_sub(1), Some(gap.end)];
        neighbours.into_iter().flatten().filter_map(|place| own.get(place)).any(|next| next.folded == token.folded)
    };
    let mut told = own[gap.clone()].iter().filter(|token| token.content && !said_again(token));
    told.any(|token| !unmatched.0[1 - side].iter().any(|&place| other[place].likeness(token) > 0.0))
}

/// A short sentence whole; of a longer one the matched stretch and the words around it.
fn shown(context: &Context, spoken: &Spoken, sentence: &Range<usize>, stretch: Range<usize>) -> Excerpt {
    if sentence.len() <= SHORT_WORDS {
        return spoken.excerpt(context, sentence.clone());
    }
    let start = stretch.start.saturating_sub(AROUND_WORDS).max(sentence.start);
    let end = (stretch.end + AROUND_WORDS).min(sentence.end);
    spoken.excerpt(context, start..end)
}

fn entry<'f>(context: &Context, found: impl Iterator<Item = &'f Rewording> + Clone) -> Discrepancy {
    let part = found.clone().map(|found| found.part).fold(0.0, f64::max);
    let severity = found.clone().map(|found| found.severity).max().unwrap_or(Severity::Low);
    let evidence = longest(found.flat_map(|found| found.evidence.iter().copied()).collect());
    let readings = quoted(context, &evidence);
    let in_one = evidence.iter().all(|place| place.article == evidence[0].article);
    let who = if in_one { "One article quotes" } else { "The articles quote" };
    Discrepancy {
        kind: DiscrepancyKind::Quote,
        rule: RULE.id,
        severity,
        confidence: CONFIDENCE.max(CONFIDENCE * part),
        facts: Vec::new(),
        summary: format!("what reads as one utterance in other words: {readings}"),
        explanation: format!(
            "{who} what reads as one utterance in two wordings: {readings}. Words inside quotation marks are promised to be \
             the speaker's own; either one wording is not exact, or it was said more than once."
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::{check, discrepancies};

    #[test]
    fn an_utterance_remembered_in_two_ways_is_told() {
        check(
            &RULE,
            &[
                "Ferries\n\n“If the captain gets a minute to turn, nobody drowns in that harbour,” Ana Ruiz said on Monday.",
                "Ferries\n\n“If that captain had turned, nobody would have drowned in the harbour,” Ana Ruiz said on Monday.",
            ],
            &[&[
                "If the captain gets a minute to turn, nobody drowns in that harbour",
                "If that captain had turned, nobody would have drowned in the harbour",
            ]],
        );
    }

    #[test]
    fn an_article_against_itself_is_told() {
        let text = "Ferries\n\n“They were going to have to fight to — fight to close this harbour,” Ana Ruiz said.\n\n\
                    It rained for days on the town.\n\n\
                    In a letter Ana Ruiz wrote: “They had to fight to close this harbour, and they will fail.”";
        let found = discrepancies(&RULE, &[text]);
        assert!(found.iter().all(|found| found.evidence.len() == 2), "{found:?}");
    }

    #[test]
    fn cuts_marks_and_reported_speech_are_left_alone() {
        let whole = "Ferries\n\n“Nobody will close this harbour while I am the captain of a ferry,” Ana Ruiz said.";
        for other in [
            "Ferries\n\n“Nobody will close this harbour,” Ana Ruiz said.",
            "Ferries\n\nAna Ruiz said: “Nobody will close this harbour … while I am the captain”.",
            "Ferries\n\nAna Ruiz said that “nobody would close [the] harbour” while she was “the captain of a ferry”.",
        ] {
            check(&RULE, &[whole, other], &[]);
        }
    }

    #[test]
    fn two_utterances_about_one_thing_are_left_alone() {
        check(
            &RULE,
            &[
                "Ferries\n\n“We lost the harbour and most of our boats in one night,” Ana Ruiz said.",
                "Ferries\n\n“The harbour is what this town lives on, and the boats are its legs,” Ana Ruiz said.",
            ],
            &[],
        );
    }

    #[test]
    fn two_speakers_are_left_alone() {
        check(
            &RULE,
            &[
                "Ferries\n\n“The harbour wall collapsed without any warning,” Ana Ruiz said.",
                "Ferries\n\n“The harbour wall stood without any warning,” Marie Curtin said.",
            ],
            &[],
        );
    }
}
