//! How much of the articles' words a report carries: for texts that must not be copied, few or none. Positions and
//! digests always stay, so that who has the texts can look every place up.
//!
//! Every word that a report takes from an article goes through a [`Veil`]. What quotes articles among our own words, as
//! explanations do, is searched for longer stretches of them, so that the bound holds however a sentence came about.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::ops::Range;

use super::outline::bare;
use crate::read::{Article, Excerpt};
use crate::text::CodePoints;

/// How much of the articles' words a report may carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Excerpts {
    /// Every text whole.
    #[default]
    Full,
    /// Few words in a row, and no whole text.
    Short,
    /// Positions only; of words no more than names have.
    None,
}

impl Excerpts {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Full, Self::Short, Self::None];

    /// Its name on the command line and in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::None => "none",
        }
    }

    /// The most words of one article in a row; `None` where there is no bound.
    pub const fn most_words(self) -> Option<usize> {
        match self {
            Self::Full => None,
            // Eleven words in a row have been held to be a part worth protecting (Court of Justice of the EU, C-5/08).
            Self::Short => Some(10),
            // As many as all but the longest names have.
            Self::None => Some(4),
        }
    }
}

/// What stands for words that are left out.
pub const LEFT_OUT: &str = "…";

/// What lets through of the articles' words what may be told.
pub struct Veil<'a> {
    excerpts: Excerpts,
    /// The articles' code points, where places are told instead of words.
    points: Vec<CodePoints<'a>>,
    /// The digests of all runs of one word more than may be told, in all articles; none where all may be told.
    runs: HashSet<u64, BuildHasherDefault<DefaultHasher>>,
}

impl<'a> Veil<'a> {
    /// For a report on these articles.
    pub fn new(excerpts: Excerpts, articles: &'a [Article]) -> Self {
        let mut veil = Self { excerpts, points: Vec::new(), runs: HashSet::default() };
        if let Some(most) = excerpts.most_words() {
            for article in articles {
                let words: Vec<_> = words(&article.text).into_iter().map(|word| word.folded).collect();
                veil.runs.extend(words.windows(most + 1).map(digest));
                veil.points.push(CodePoints::new(&article.text));
            }
        }
        veil
    }

    /// Whether whole texts may be told.
    pub fn is_open(&self) -> bool {
        self.excerpts == Excerpts::Full
    }

    /// What the user chose.
    pub const fn excerpts(&self) -> Excerpts {
        self.excerpts
    }

    /// Words of an article, as an excerpt: whole, their beginning, or nothing.
    pub fn cited<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.excerpts {
            Excerpts::Full => Cow::Borrowed(text),
            Excerpts::Short => self.cut(text, 0),
            Excerpts::None => Cow::Borrowed(""),
        }
    }

    /// The same, with room for `beside`, which is told next to it and may go on from it in the article, too.
    pub fn cited_beside<'t>(&self, text: &'t str, beside: &str) -> Cow<'t, str> {
        match self.excerpts {
            Excerpts::Short => self.cut(text, words(beside).len()),
            _ => self.cited(text),
        }
    }

    /// Where an excerpt stands in its article, in code points, where its words alone do not tell that.
    pub fn points(&self, excerpt: Excerpt) -> Option<Range<usize>> {
        Some(self.points.get(excerpt.article.0)?.range(excerpt.span))
    }

    /// A name, or some other few words of an article that are more than an excerpt.
    pub fn named<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.cut(text, 0)
    }

    /// A sentence of ours that may quote articles, without what it must not quote.
    pub fn told<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.excerpts {
            Excerpts::Full => Cow::Borrowed(text),
            Excerpts::Short => self.without_runs(text),
            Excerpts::None => Cow::Owned(self.without_runs(&without_quotations(text)).into_owned()),
        }
    }

    /// The first words of `text`, as many as may stand in a row with so many others.
    fn cut<'t>(&self, text: &'t str, others: usize) -> Cow<'t, str> {
        let Some(most) = self.excerpts.most_words() else { return Cow::Borrowed(text) };
        match words(text).get(most.saturating_sub(others)) {
            Some(next) => Cow::Owned(format!("{}{LEFT_OUT}", text[..next.start].trim_end())),
            None => Cow::Borrowed(text),
        }
    }

    /// `text` with every longer run of an article's words cut after the first of them.
    fn without_runs<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let Some(most) = self.excerpts.most_words() else { return Cow::Borrowed(text) };
        let words = words(text);
        let folded: Vec<_> = words.iter().map(|word| word.folded.clone()).collect();
        let mut out = String::new();
        // The byte up to which `text` is dealt with, and the first word that may begin a new run.
        let (mut done, mut first) = (0, 0);
        for (place, run) in folded.windows(most + 1).enumerate() {
            if place >= first && self.runs.contains(&digest(run)) {
                let goes_on = folded.windows(most + 1).skip(place).take_while(|run| self.runs.contains(&digest(run)));
                let last = place + most + goes_on.count() - 1;
                out.push_str(text[done..words[place + most].start].trim_end());
                out.push_str(LEFT_OUT);
                done = words[last].end;
                first = last + 1;
            }
        }
        if done == 0 { Cow::Borrowed(text) } else { Cow::Owned(out + &text[done..]) }
    }
}

/// `text` with nothing left between quotation marks; what is never closed is left out to the end.
fn without_quotations(text: &str) -> String {
    let (mut out, mut depth) = (String::new(), 0_usize);
    for character in text.chars() {
        match character {
            '“' => {
                if depth == 0 {
                    out.push('“');
                    out.push_str(LEFT_OUT);
                }
                depth += 1;
            }
            '”' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    out.push('”');
                }
            }
            _ if depth == 0 => out.push(character),
            _ => {}
        }
    }
    out
}

/// A word between white space, in bytes, and how it is compared.
struct Word {
    start: usize,
    end: usize,
    folded: String,
}

/// The words of `text`; what has neither letter nor digit is none.
fn words(text: &str) -> Vec<Word> {
    (text.split_whitespace())
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Word { start, end: start + word.len(), folded: bare(word) }
        })
        .filter(|word| word.folded.chars().any(char::is_alphanumeric))
        .collect()
}

fn digest(run: &[String]) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The quick brown fox jumps over the lazy dog and then sleeps under a tree for three days.";

    fn veil(excerpts: Excerpts) -> Veil<'static> {
        Veil::new(excerpts, vec![Article::from_text(TEXT)].leak())
    }

    #[test]
    fn excerpts_are_whole_short_or_none() {
        assert_eq!(veil(Excerpts::Full).cited(TEXT), TEXT);
        assert_eq!(veil(Excerpts::Short).cited(TEXT), "The quick brown fox jumps over the lazy dog and…");
        assert_eq!(veil(Excerpts::Short).cited("three days"), "three days");
        assert_eq!(veil(Excerpts::None).cited("three days"), "");
    }

    #[test]
    fn names_stay_as_far_as_few_words_go() {
        assert_eq!(veil(Excerpts::None).named("Jane Roe"), "Jane Roe");
        assert_eq!(veil(Excerpts::None).named("one two three four five"), "one two three four…");
        assert_eq!(veil(Excerpts::Full).named("one two three four five"), "one two three four five");
    }

    #[test]
    fn our_own_sentences_keep_their_words_and_lose_the_article_s() {
        let told =
            format!("a has “{TEXT}” twice; the slow white bear jumps over the hedge and then sleeps under a bed.");
        let short = veil(Excerpts::Short).told(&told);
        assert_eq!(
            short,
            "a has “The quick brown fox jumps over the lazy dog and… twice; the slow white bear jumps over the hedge and \
             then sleeps under a bed."
        );
        let none = veil(Excerpts::None).told(&told);
        assert_eq!(none, "a has “…” twice; the slow white bear jumps over the hedge and then sleeps under… bed.");
        assert_eq!(veil(Excerpts::Full).told(&told), told);
    }

    #[test]
    fn marks_and_case_hide_no_run() {
        let told = "THE QUICK – brown, “fox” jumps: over the lazy dog and then sleeps";
        assert_eq!(veil(Excerpts::Short).told(told), "THE QUICK – brown, “fox” jumps: over the lazy dog and…");
    }
}
