//! An article with notes on its words, edited by chance: where each note belongs then is known, and what becomes of it
//! can be counted.

use std::path::Path;

use variorum::notes::{Note, Notebook, Verdict};
use variorum::read::{Article, ArticleId, Excerpt};
use variorum::text::Span;

/// What is done to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// One word in so many is replaced by one that stands elsewhere in it.
    Words(usize),
    /// So many paragraphs go to another place.
    Moved(usize),
    /// So many paragraphs are taken away.
    Deleted(usize),
    /// So many paragraphs stand at another place, too, but not beside themselves: there nobody could tell the two.
    Doubled(usize),
    /// All of it.
    All,
}

/// What is counted.
pub const EDITS: [Edit; 6] =
    [Edit::Words(20), Edit::Words(8), Edit::Moved(3), Edit::Deleted(3), Edit::Doubled(2), Edit::All];

/// A linear congruential generator (Knuth, MMIX): chance enough, and the same on every machine.
pub struct Chance(pub u64);

impl Chance {
    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % bound.max(1) as u64) as usize
    }
}

/// A word with what stands after it.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    /// Where it stood, or the word whose place it has taken; `None` for a copy.
    origin: Option<usize>,
    /// Whether it is another word.
    is_other: bool,
}

/// A paragraph.
#[derive(Clone, Debug)]
struct Paragraph {
    pieces: Vec<Piece>,
    /// The number of the first paragraph that said the same when nothing was edited.
    same: usize,
    /// Whether it is a copy that was made by editing.
    is_copy: bool,
}

/// An article, paragraph by paragraph.
#[derive(Clone, Debug)]
struct Draft(Vec<Paragraph>);

impl Draft {
    fn of(text: &str) -> Self {
        let mut paragraphs: Vec<Vec<Piece>> = vec![Vec::new()];
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            for word in line.split_inclusive(' ') {
                let piece = Piece { text: word.to_owned(), origin: Some(start), is_other: false };
                start += word.len();
                paragraphs.last_mut().expect("never empty").push(piece);
            }
            if line.trim().is_empty() {
                paragraphs.push(Vec::new());
            }
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        let said = |paragraph: &[Piece]| paragraph.iter().map(|piece| piece.text.trim_end()).collect::<String>();
        let same: Vec<_> = (paragraphs.iter())
            .map(|paragraph| {
                paragraphs.iter().position(|first| said(first) == said(paragraph)).expect("itself at least")
            })
            .collect();
        let paragraphs = paragraphs.into_iter().zip(same);
        Self(paragraphs.map(|(pieces, same)| Paragraph { pieces, same, is_copy: false }).collect())
    }

    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.0.iter().flat_map(|paragraph| &paragraph.pieces)
    }

    fn text(&self) -> String {
        self.pieces().map(|piece| piece.text.as_str()).collect()
    }

    /// The number of the paragraph with byte `position`.
    fn paragraph_at(&self, position: usize) -> usize {
        let mut end = 0;
        let is_there = |paragraph: &Paragraph| {
            end += paragraph.pieces.iter().map(|piece| piece.text.len()).sum::<usize>();
            position < end
        };
        self.0.iter().position(is_there).unwrap_or(self.0.len() - 1)
    }

    /// What stands before and after paragraph `number`.
    fn neighbours(&self, number: usize) -> [Option<usize>; 2] {
        [number.checked_sub(1), Some(number + 1)].map(|beside| Some(self.0.get(beside?)?.same))
    }

    /// Whether what is at `found` now says the same as what was at `was` in the article `before` it was edited, and is
    /// told from its like by what stands beside it; or is its only copy left, as if it had been moved.
    fn is_as_good(&self, found: usize, before: &Self, was: usize) -> bool {
        let (found, was) = (self.paragraph_at(found), before.paragraph_at(was));
        let same = before.0[was].same;
        let is_beside = self.neighbours(found).iter().zip(before.neighbours(was)).any(|(now, then)| *now == then);
        let is_left = self.0[found].is_copy && self.0.iter().filter(|other| other.same == same).count() == 1;
        self.0[found].same == same && (is_beside || is_left)
    }

    fn edit(&mut self, edit: Edit, chance: &mut Chance) {
        match edit {
            Edit::Words(one_in) => {
                let words: Vec<_> = self.pieces().map(|piece| piece.text.clone()).collect();
                for piece in self.0.iter_mut().flat_map(|paragraph| &mut paragraph.pieces) {
                    let other = words[chance.below(words.len())].trim();
                    let bare = piece.text.trim_end();
                    if chance.below(one_in) == 0 && !bare.is_empty() && !other.is_empty() && other != bare {
                        let after = piece.text[bare.len()..].to_owned();
                        *piece = Piece { text: format!("{other}{after}"), is_other: true, ..piece.clone() };
                    }
                }
            }
            Edit::Moved(count) => {
                for _ in 0..count {
                    let paragraph = self.0.remove(chance.below(self.0.len()));
                    let to = chance.below(self.0.len() + 1);
                    self.0.insert(to, paragraph);
                }
            }
            Edit::Deleted(count) => {
                for _ in 0..count.min(self.0.len() - 1) {
                    self.0.remove(chance.below(self.0.len()));
                }
            }
            Edit::Doubled(count) => {
                for _ in 0..count {
                    let from = chance.below(self.0.len());
                    let to = chance.below(self.0.len() + 1);
                    let same = self.0[from].same;
                    if to.checked_sub(1).is_some_and(|before| self.0[before].same == same)
                        || self.0.get(to).is_some_and(|after| after.same == same)
                    {
                        continue;
                    }
                    let mut copy = Paragraph { is_copy: true, ..self.0[from].clone() };
                    for piece in &mut copy.pieces {
                        piece.origin = None;
                    }
                    self.0.insert(to, copy);
                }
            }
            Edit::All => {
                for edit in [Edit::Doubled(1), Edit::Moved(2), Edit::Deleted(2), Edit::Words(20)] {
                    self.edit(edit, chance);
                }
            }
        }
        // The last paragraph ends without a blank line; wherever it is now, the others' words do not touch it.
        for paragraph in &mut self.0 {
            if let Some(last) = paragraph.pieces.last_mut()
                && !last.text.ends_with("\n\n")
                && !last.text.trim().is_empty()
            {
                last.text = format!("{}\n\n", last.text.trim_end());
            }
        }
    }

    /// Where the words are now that stood in `span`, each in bytes; and whether all `count` of them still stand there
    /// together.
    fn now(&self, span: Span, count: usize) -> (Vec<Span>, bool) {
        let mut found = Vec::new();
        let mut numbers = Vec::new();
        let mut are_same = true;
        let mut at = 0;
        for (number, piece) in self.pieces().enumerate() {
            if piece.origin.is_some_and(|origin| origin >= span.start && origin < span.end) {
                numbers.push(number);
                are_same &= !piece.is_other;
                found.push(Span::new(at, at + piece.text.len()));
            }
            at += piece.text.len();
        }
        let is_together = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
        (found, are_same && is_together && numbers.len() == count)
    }
}

/// What became of notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All.
    pub notes: usize,
    /// Those that are where they belong.
    pub right: usize,
    /// Those that have no place.
    pub orphans: usize,
    /// Those that are somewhere else.
    pub wrong: usize,
    /// Those whose words all still stand.
    pub standing: usize,
    /// Those of them that are where they belong.
    pub standing_right: usize,
}

impl Tally {
    /// With those of `other`.
    pub fn add(&mut self, other: Self) {
        self.notes += other.notes;
        self.right += other.right;
        self.orphans += other.orphans;
        self.wrong += other.wrong;
        self.standing += other.standing;
        self.standing_right += other.standing_right;
    }

    /// The part of those whose words still stand that are where they belong.
    pub fn rate(&self) -> f64 {
        if self.standing == 0 { 1.0 } else { self.standing_right as f64 / self.standing as f64 }
    }
}

/// A note is on at most so many words: from a figure to a sentence.
const MOST_WORDS: usize = 24;
/// A note on words of which some are gone is where it belongs when so much of its place is theirs.
const SHARED: f64 = 0.5;

/// Makes about so many `notes` on `text`, edits it, and counts what becomes of them. `folder` is to be empty.
pub fn tally(text: &str, edit: Edit, notes: usize, seed: u64, folder: &Path) -> Tally {
    let mut chance = Chance(seed);
    let article = Article::from_text(text);
    let draft = Draft::of(&article.text);
    let pieces: Vec<(usize, String)> =
        draft.pieces().map(|piece| (piece.origin.expect("unedited"), piece.text.clone())).collect();
    let file = folder.join(format!("{seed}.json"));
    let mut notebook = Notebook::open(std::slice::from_ref(&article), Some(file.clone())).expect("no notes yet");
    let mut spans: Vec<(Span, usize)> = Vec::new();
    for _ in 0..notes {
        let first = chance.below(pieces.len());
        // Short notes as often as long ones.
        let most = [1, 3, MOST_WORDS][chance.below(3)];
        let last = (first + chance.below(most)).min(pieces.len() - 1);
        let end = pieces[last].0 + pieces[last].1.trim_end().len();
        let span = Span::new(pieces[first].0, end);
        let words = span.of(&article.text);
        if words.trim().is_empty() || words.trim() != words || spans.iter().any(|(other, _)| *other == span) {
            continue;
        }
        let place = Excerpt { article: ArticleId(0), span };
        let comment = spans.len().to_string();
        spans.push((span, last - first + 1));
        notebook.set(Note { rule: None, places: vec![place], comment, verdict: Verdict::Open });
    }
    notebook.save().expect("a writable folder");
    let mut edited = draft.clone();
    edited.edit(edit, &mut chance);
    let now = Article::from_text(&edited.text());
    assert_eq!(&*now.text, edited.text(), "nothing in an article is changed by reading it again");
    let found = Notebook::open(std::slice::from_ref(&now), Some(file)).expect("the notes");
    let mut tally = Tally::default();
    for note in found.notes() {
        let (span, length) = spans[note.comment.parse::<usize>().expect("a number")];
        let (there, stands) = edited.now(span, length);
        let whole = there.first().zip(there.last()).map(|(first, last)| {
            let end = first.start + now.text[first.start..last.end].trim_end().len();
            Span::new(first.start, end)
        });
        tally.notes += 1;
        tally.standing += usize::from(stands);
        let Some(place) = note.places.first() else {
            tally.orphans += 1;
            continue;
        };
        let is_right = if stands { Some(place.span) == whole } else { shared(place.span, &there) >= SHARED }
            || edited.is_as_good(place.span.start, &draft, span.start);
        tally.right += usize::from(is_right);
        tally.wrong += usize::from(!is_right);
        tally.standing_right += usize::from(is_right && stands);
    }
    tally
}

/// The part of `span` that is covered by `words`.
fn shared(span: Span, words: &[Span]) -> f64 {
    let covered = words.iter().map(|word| word.end.min(span.end).saturating_sub(word.start.max(span.start)));
    covered.sum::<usize>() as f64 / span.bytes().max(1) as f64
}

/// The texts in `folder` and the folders in it, by name.
pub fn texts(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            found.extend(
                std::fs::read_to_string(&path).ok().filter(|text| text.split_whitespace().count() >= MOST_WORDS),
            );
        }
    }
    found
}
