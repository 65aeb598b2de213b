//! Quotation marks → pairs, and the marks that are left over.
//!
//! Double marks pair over a whole paragraph, with the habits of newspapers: a long quotation opens again at the start of
//! each paragraph and closes only in the last. Single marks pair inside one double pair or outside all of them, and where
//! one could be an apostrophe the pairing decides.

use std::ops::Range;

use super::marks::{Mark, Side, Style, marks};
use crate::segment::{Document, ParagraphKind};

/// Words between an opening and a closing mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Indices of the words inside, marks left out.
    pub inner: Range<usize>,
    /// The family of its marks.
    pub style: Style,
    /// Whether it ends with a closing mark, or goes on in the next paragraph as news quotations do.
    pub closed: bool,
}

/// A mark without a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stray {
    /// Index of its word.
    pub word: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a mark that has no partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It opens, and nothing closes.
    NeverClosed,
    /// It closes what was not open.
    NeverOpened,
    /// It opens inside a quotation that is open already.
    OpenedTwice,
}

/// The pairs and left-over marks of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paired {
    /// In order of their first word.
    pub pairs: Vec<Pair>,
    /// In order.
    pub strays: Vec<Stray>,
}

/// The pairs of every paragraph of `document`, by its index.
///
/// ```
/// use variorum::extract::quotation_marks;
/// use variorum::segment::segment;
///
/// let document = segment("They said: “We go.” Nobody asked why they “went.".into());
/// let paired = &quotation_marks(&document)[0];
/// assert_eq!((paired.pairs.len(), paired.strays.len()), (2, 1));
/// ```
pub fn quotation_marks(document: &Document) -> Vec<Paired> {
    let marked: Vec<_> = (0..document.paragraphs.len())
        .map(|paragraph| {
            let words = words_of(document, paragraph);
            (marks(document, words.clone()), words)
        })
        .collect();
    let mut carried = false;
    let mut found = Vec::with_capacity(marked.len());
    for (index, (marks, words)) in marked.iter().enumerate() {
        let goes_on = document.paragraphs[index].kind == ParagraphKind::Body
            && marked.get(index + 1).is_some_and(|(next, next_words)| reopens(document, index, next, next_words));
        let mut paired = Paired::default();
        let open = pair_doubles(marks, words, carried, &mut paired);
        carried = open && goes_on;
        if open
            && !goes_on
            && let Some(last) = paired.pairs.last_mut()
        {
            last.closed = false;
            paired.strays.push(Stray { word: last.inner.start.saturating_sub(1), fault: Fault::NeverClosed });
        }
        pair_singles(document, marks, words, &mut paired);
        paired.pairs.retain(|pair| !pair.inner.is_empty());
        paired.pairs.sort_by_key(|pair| (pair.inner.start, std::cmp::Reverse(pair.inner.end)));
        paired.strays.sort_by_key(|stray| stray.word);
        found.push(paired);
    }
    found
}

/// The words of a paragraph.
fn words_of(document: &Document, paragraph: usize) -> Range<usize> {
    let sentences = &document.sentences[document.paragraphs[paragraph].sentences.clone()];
    match (sentences.first(), sentences.last()) {
        (Some(first), Some(last)) => first.words.start..last.words.end,
        _ => 0..0,
    }
}

/// Whether the paragraph after `index` goes on with its quotation: it is running text and opens with a mark, or its
/// first mark closes.
fn reopens(document: &Document, index: usize, next: &[Mark], words: &Range<usize>) -> bool {
    let doubles = |mark: &&Mark| mark.style != Style::Single;
    document.paragraphs[index + 1].kind == ParagraphKind::Body
        && next.iter().find(doubles).is_some_and(|mark| match mark.side {
            Side::Closes => true,
            Side::Opens | Side::Either => mark.words.start == words.start,
        })
}

/// Pairs the double marks of a paragraph; tells whether the last stays open.
fn pair_doubles(marks: &[Mark], words: &Range<usize>, carried: bool, paired: &mut Paired) -> bool {
    let mut open: Option<(usize, Style)> = None;
    // A quotation from the paragraph before that does not open again still closes here.
    if carried && marks.iter().find(|mark| mark.style != Style::Single).is_some_and(|mark| mark.side == Side::Closes) {
        open = Some((words.start, Style::Double));
    }
    for mark in marks.iter().filter(|mark| mark.style != Style::Single) {
        let opens = match mark.side {
            Side::Opens => true,
            Side::Closes => false,
            Side::Either => open.is_none(),
        };
        match open {
            Some((from, style)) if opens => {
                paired.strays.push(Stray { word: mark.words.start, fault: Fault::OpenedTwice });
                paired.pairs.push(Pair { inner: from..mark.words.start, style, closed: false });
                open = Some((mark.words.end, mark.style));
            }
            Some((from, style)) => {
                paired.pairs.push(Pair { inner: from..mark.words.start, style, closed: true });
                open = None;
            }
            None if opens => open = Some((mark.words.end, mark.style)),
            None => paired.strays.push(Stray { word: mark.words.start, fault: Fault::NeverOpened }),
        }
    }
    if let Some((from, style)) = open {
        paired.pairs.push(Pair { inner: from..words.end, style, closed: true });
    }
    open.is_some()
}

/// Pairs the single marks, each inside the innermost double pair around it. One that finds no partner is taken for an
/// apostrophe, except a curly one that can be nothing but an opening mark.
fn pair_singles(document: &Document, marks: &[Mark], words: &Range<usize>, paired: &mut Paired) {
    let doubles: Vec<Range<usize>> = paired.pairs.iter().map(|pair| pair.inner.clone()).collect();
    let singles: Vec<&Mark> = marks.iter().filter(|mark| mark.style == Style::Single).collect();
    let mut after = 0;
    for (place, mark) in singles.iter().enumerate() {
        if mark.side != Side::Opens || mark.words.start < after {
            continue;
        }
        let around = doubles.partition_point(|inner| inner.start <= mark.words.start).checked_sub(1);
        let room = around.map(|around| doubles[around].end).filter(|&end| end > mark.words.start).unwrap_or(words.end);
        let closing = singles[place + 1..]
            .iter()
            .take_while(|other| other.words.start < room && (other.side != Side::Opens))
            .filter(|other| other.side == Side::Closes);
        let mut last = None;
        for other in closing {
            last = Some(other.words.start);
            if !is_plural_possessive(document, other.words.start) {
                break;
            }
        }
        match last {
            Some(end) => {
                paired.pairs.push(Pair { inner: mark.words.end..end, style: Style::Single, closed: true });
                after = end;
            }
            None if document.written(mark.words.start) == "‘" => {
                paired.strays.push(Stray { word: mark.words.start, fault: Fault::NeverClosed });
            }
            None => {}
        }
    }
}

/// Whether the single mark at `mark` can be the apostrophe of “the owners' boats”.
fn is_plural_possessive(document: &Document, mark: usize) -> bool {
    mark > 0 && document.folded(mark - 1).ends_with('s') && document.words.get(mark + 1).is_some_and(|word| !word.glued)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;
    use proptest::prelude::*;

    fn check(text: &str, quoted: &[&str], faults: &[Fault]) {
        let document = segment(text.into());
        let paired = quotation_marks(&document);
        let pairs = paired.iter().flat_map(|paired| &paired.pairs);
        let found: Vec<_> = pairs.map(|pair| document.span_of(pair.inner.clone()).of(text)).collect();
        assert_eq!(found, quoted, "{text}");
        let found: Vec<_> = paired.iter().flat_map(|paired| &paired.strays).map(|stray| stray.fault).collect();
        assert_eq!(found, faults, "{text}");
    }

    #[test]
    fn marks_pair_and_nest() {
        check("“She said ‘no’ twice,” he told. 'Yes,' they said.", &["She said ‘no’ twice,", "no", "Yes,"], &[]);
    }

    #[test]
    fn an_apostrophe_inside_closes_nothing() {
        check("'The owners' boats are old,' he said.", &["The owners' boats are old,"], &[]);
        check("The owners' boats and the players' union", &[], &[]);
    }

    #[test]
    fn a_long_quotation_opens_again_in_each_paragraph() {
        check("“We go north.\n\n“Then we rest.”", &["We go north.", "Then we rest."], &[]);
        check("He said: “We go north.\n\nThen we rest.”", &["We go north.", "Then we rest."], &[]);
    }

    #[test]
    fn a_mark_without_a_partner_is_told() {
        check("“We go north, she said.\n\nNobody went.", &["We go north, she said."], &[Fault::NeverClosed]);
        check("We go north,” she said.", &[], &[Fault::NeverOpened]);
        check("“Pay them. “The owners must,” he said.", &["Pay them.", "The owners must,"], &[Fault::OpenedTwice]);
    }

    proptest! {
        #[test]
        fn pairs_lie_inside_the_text(text in "([\"'“”‘’`«» \n.]|word|s){0,40}") {
            let document = segment(text.as_str().into());
            for paired in quotation_marks(&document) {
                for pair in paired.pairs {
                    prop_assert!(pair.inner.start < pair.inner.end && pair.inner.end <= document.words.len());
                }
                for stray in paired.strays {
                    prop_assert!(stray.word < document.words.len());
                }
            }
        }
    }
}
