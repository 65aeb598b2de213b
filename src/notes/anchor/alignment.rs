//! The words of a note with those around them, laid against a stretch of an article.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::annotation::Quotation;
use super::words::{Words, weight};
use crate::text::Span;

/// Words that stand within so many words of where they would be by the others' places count for the same stretch.
const SLACK: usize = 6;
/// The most promising stretches are looked at, so many.
const MOST_STRETCHES: usize = 8;
/// A stretch in which less than this part of the letters can stand is none,
const LEAST_PART: f64 = 0.3;
/// unless this part of those of the words' paragraph can: a little less than makes a place good.
const LEAST_INSIDE: f64 = 0.5;
/// A word that differs in fewer of its letters than this part is the same, corrected.
const LEAST_ALIKE: f64 = 0.7;
/// A word may be one of the note's or the same one beside it; then it is the note's, which is worth so much more.
const OWN_FAVOUR: f64 = 2.0;
/// A word of the article that stands between the pattern's costs as much as so many letters that match; between the
/// note's own, which stand together, it costs as much more as those are worth more: what is new there is beside them.
const INSERTED: f64 = 1.0;

/// What is looked for.
#[derive(Debug)]
pub struct Pattern<'q> {
    wanted: &'q Quotation,
    /// The words before, those of the note, those after.
    words: Vec<String>,
    /// How many letters each has.
    letters: Vec<f64>,
    /// Which of them are the note's.
    own: Range<usize>,
    /// Which of them stand in the note's paragraph.
    inside: Range<usize>,
}

/// A place where the note's words may stand.
#[derive(Debug)]
pub struct Candidate {
    /// Where.
    pub span: Span,
    /// The part of the words' letters that stands there.
    pub words: f64,
    /// The part of the letters of their paragraph, as far as it is known.
    pub paragraph: f64,
    /// How many letters of it that are.
    pub letters: f64,
    /// The part of the letters of what is known of the paragraphs beside it.
    pub beside: f64,
    /// How many letters of them that are.
    pub letters_beside: f64,
    /// The part of the letters of all that is known of their surroundings.
    pub score: f64,
    /// How many letters of the words stand there.
    pub own_letters: f64,
    /// Whether the note is on words of several paragraphs.
    pub is_across: bool,
    /// Whether they stand together.
    pub is_compact: bool,
    /// Whether the word before them, or the one after, is still the one that was.
    pub has_neighbour: bool,
}

/// Among words that stand together lie no more others than this part of them, and no more than so many beside.
const MOST_BETWEEN: usize = 4;
const FEW_BETWEEN: usize = 2;
/// A word that stands farther than so many words from where it would stand by the next one is not one of them.
const APART: usize = 2;

impl<'q> Pattern<'q> {
    /// `wanted`; `None` when it has no words, so that nothing could be found.
    pub fn new(wanted: &'q Quotation) -> Option<Self> {
        let Quotation { exact, prefix, suffix } = wanted;
        // A prefix begins, and a suffix ends, in the middle of a word.
        let before = Words::of(prefix).folded;
        let cut = usize::from(prefix.starts_with(char::is_alphanumeric) && before.len() > 1);
        let after = Words::of(suffix).folded;
        let kept = after.len() - usize::from(suffix.ends_with(char::is_alphanumeric) && after.len() > 1);
        let gap = if prefix.contains("\n\n") || suffix.contains("\n\n") { "\n\n" } else { "\n" };
        let beyond = prefix.rfind(gap).map_or(0, |end| Words::of(&prefix[..end]).folded.len());
        let until = suffix.find(gap).map_or(kept, |end| Words::of(&suffix[..end]).folded.len().min(kept));
        let own = Words::of(exact).folded;
        let mut words: Vec<_> = before.into_iter().skip(cut).collect();
        let range = words.len()..words.len() + own.len();
        let inside = beyond.saturating_sub(cut).min(range.start)..range.end + until;
        words.extend(own);
        words.extend(after.into_iter().take(kept));
        let letters = words.iter().map(|word| weight(word)).collect();
        (!range.is_empty()).then_some(Self { wanted, words, letters, own: range, inside })
    }

    /// The places in `text` where it may stand, the best of each stretch.
    pub fn candidates(&self, text: &str, words: &Words) -> Vec<Candidate> {
        let numbers: Vec<_> = self.words.iter().map(|word| words.number(word)).collect();
        let stretches = self.stretches(&numbers, words);
        let aligned = |start| self.aligned(start, &numbers, text, words);
        let mut found: Vec<_> = stretches.into_iter().filter_map(aligned).collect();
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found
    }

    /// Where in `words` the pattern would begin, by the places of its words; the most promising first.
    fn stretches(&self, numbers: &[Option<u32>], words: &Words) -> Vec<isize> {
        // All, and those of the words' paragraph.
        let mut votes: BTreeMap<isize, [f64; 2]> = BTreeMap::new();
        for (place, number) in numbers.iter().enumerate() {
            let letters = self.letters[place];
            for &there in number.map_or(&[][..], |number| words.places(number)) {
                let [all, inside] = votes.entry(there.cast_signed() - place.cast_signed()).or_default();
                *all += letters;
                *inside += if self.inside.contains(&place) { letters } else { 0.0 };
            }
        }
        // What lies near belongs together: the best of each neighbourhood stands for it.
        let slack = SLACK.cast_signed();
        let least = LEAST_PART * self.letters.iter().sum::<f64>();
        // A short paragraph may be all that stands there of long surroundings.
        let least_inside = LEAST_INSIDE * self.letters[self.inside.clone()].iter().sum::<f64>();
        let near = |start: isize| {
            let near = votes.range(start - slack..=start + slack).map(|(_, votes)| votes);
            near.fold([0.0, 0.0], |[all, inside], votes| [all + votes[0], inside + votes[1]])
        };
        let mut ranked: Vec<(isize, f64, f64)> = (votes.iter())
            .filter_map(|(&start, own)| {
                let [all, inside] = near(start);
                let is_stretch = all >= least || inside >= least_inside.max(super::LEAST_LETTERS);
                is_stretch.then_some((start, all, own[0]))
            })
            .collect();
        ranked
            .sort_by(|one, other| other.1.total_cmp(&one.1).then(other.2.total_cmp(&one.2)).then(one.0.cmp(&other.0)));
        let mut chosen: Vec<isize> = Vec::new();
        for (start, ..) in ranked {
            if chosen.len() == MOST_STRETCHES {
                break;
            }
            if chosen.iter().all(|other| other.abs_diff(start) > SLACK) {
                chosen.push(start);
            }
        }
        chosen
    }

    /// The best place of the note's words in the stretch that begins about `start`.
    fn aligned(&self, start: isize, numbers: &[Option<u32>], text: &str, words: &Words) -> Option<Candidate> {
        let from = start.saturating_sub_unsigned(SLACK).max(0).cast_unsigned();
        let to = start.saturating_add_unsigned(self.words.len() + SLACK).max(0).cast_unsigned().min(words.spans.len());
        if from >= to {
            return None;
        }
        let is_same = |place: usize, other: usize| numbers[place] == Some(words.numbers[from + other]);
        let worth = |place: usize, other: usize| {
            if is_same(place, other) {
                self.letters[place]
            } else if self.own.contains(&place) {
                alike(&self.words[place], &words.folded[from + other])
            } else {
                0.0
            }
        };
        let mut partners = self.partners(to - from, worth);
        self.leave_out_stray(&mut partners);
        let of = |place: usize| partners[place].map_or(0.0, |partner| worth(place, partner));
        let kept = |range: &Range<usize>| range.clone().map(of).sum::<f64>();
        let weigh = |range: &Range<usize>| self.letters[range.clone()].iter().sum::<f64>();
        let part = |range: &Range<usize>| kept(range) / weigh(range);
        let all = 0..self.words.len();
        let letters_beside = kept(&(0..self.inside.start)) + kept(&(self.inside.end..all.end));
        let first = *partners[self.own.clone()].iter().flatten().min()?;
        let last = *partners[self.own.clone()].iter().flatten().max()?;
        let before = self.own.start.checked_sub(1).and_then(|place| partners[place]);
        let after = partners.get(self.own.end).copied().flatten();
        let span = Span::new(words.spans[from + first].start, words.spans[from + last].end);
        Some(Candidate {
            span: self.with_signs(span, text),
            words: part(&self.own),
            paragraph: part(&self.inside),
            letters: kept(&self.inside),
            // Where nothing is known of them, none of it stands there.
            beside: letters_beside / (weigh(&all) - weigh(&self.inside)).max(1.0),
            letters_beside,
            score: part(&all),
            own_letters: kept(&self.own),
            is_across: self.wanted.exact.contains('\n'),
            is_compact: last - first < self.own.len() + self.own.len() / MOST_BETWEEN + FEW_BETWEEN,
            has_neighbour: before.is_some_and(|before| before + 1 == first) || after == Some(last + 1),
        })
    }

    /// Takes the first and the last of the note's words for gone while they stand apart from the others.
    fn leave_out_stray(&self, partners: &mut [Option<usize>]) {
        let of_note = |partners: &[Option<usize>]| {
            self.own.clone().filter_map(|place| Some((place, partners[place]?))).collect::<Vec<_>>()
        };
        let is_apart = |one: (usize, usize), next: (usize, usize)| next.1 - one.1 > next.0 - one.0 + APART;
        loop {
            let found = of_note(partners);
            match found[..] {
                [first, second, ..] if is_apart(first, second) => partners[first.0] = None,
                [.., one, last] if is_apart(one, last) => partners[last.0] = None,
                _ => return,
            }
        }
    }

    /// For each word of the pattern the one of a stretch of `length` words that it stands against, in the alignment that
    /// keeps most letters. `worth` are those that a word of the pattern keeps against one of the stretch; those of the
    /// note's own also when it is nearly the same.
    fn partners(&self, length: usize, worth: impl Fn(usize, usize) -> f64) -> Vec<Option<usize>> {
        let (rows, columns) = (self.words.len() + 1, length + 1);
        let mut best = vec![0.0_f64; rows * columns];
        let mut steps = vec![Step::LeftOut; rows * columns];
        let worth = |row: usize, column: usize| {
            let favour = if self.own.contains(&(row - 1)) { OWN_FAVOUR } else { 1.0 };
            favour * worth(row - 1, column - 1)
        };
        // Before the first word and after the last, the article's words cost nothing.
        let inserted = |row: usize| match row {
            0 => 0.0,
            last if last == rows - 1 => 0.0,
            inside if inside > self.own.start && inside < self.own.end => INSERTED * OWN_FAVOUR,
            _ => INSERTED,
        };
        for row in 1..rows {
            for column in 0..columns {
                let at = row * columns + column;
                best[at] = best[at - columns];
                if column == 0 {
                    continue;
                }
                let worth = worth(row, column);
                let against = best[at - columns - 1] + worth;
                let beside = best[at - 1] - inserted(row);
                if beside > best[at] {
                    (best[at], steps[at]) = (beside, Step::Beside);
                }
                if worth > 0.0 && against >= best[at] {
                    (best[at], steps[at]) = (against, Step::Against);
                }
            }
        }
        let mut partners = vec![None; self.words.len()];
        let (mut row, mut column) = (rows - 1, columns - 1);
        while row > 0 {
            match steps[row * columns + column] {
                Step::Against => {
                    partners[row - 1] = Some(column - 1);
                    (row, column) = (row - 1, column - 1);
                }
                Step::LeftOut => row -= 1,
                Step::Beside => column -= 1,
            }
        }
        partners
    }

    /// `span` with the signs before and after the note's words, where the article has them, too.
    fn with_signs(&self, span: Span, text: &str) -> Span {
        let exact = &self.wanted.exact;
        let is_sign = |sign: char| !sign.is_alphanumeric();
        let before = &exact[..exact.find(|sign| !is_sign(sign)).unwrap_or(0)];
        let after = &exact[exact.trim_end_matches(is_sign).len()..];
        let start = if text[..span.start].ends_with(before) { span.start - before.len() } else { span.start };
        let end = if text[span.end..].starts_with(after) { span.end + after.len() } else { span.end };
        Span::new(start, end)
    }
}

/// How an alignment goes on, from its end.
#[derive(Clone, Copy)]
enum Step {
    /// A word of the pattern against one of the article.
    Against,
    /// A word of the pattern against none.
    LeftOut,
    /// A word of the article against none.
    Beside,
}

/// What it is worth that `word` stands as `other`: its letters, as far as they are the same, when it is nearly it.
fn alike(word: &str, other: &str) -> f64 {
    // Words of very different length cannot be; this spares the comparison.
    let (short, long) = (word.len().min(other.len()) as f64, word.len().max(other.len()) as f64);
    if short < LEAST_ALIKE * long {
        return 0.0;
    }
    let likeness = strsim::normalized_levenshtein(word, other);
    if likeness >= LEAST_ALIKE { likeness * weight(word) } else { 0.0 }
}
