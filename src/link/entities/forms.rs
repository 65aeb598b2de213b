//! The names of all articles, gathered by how they are written: what is written alike is looked at once, however often
//! it stands there.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::extract::gazetteer::{self, Sorts};
use crate::extract::{Mention, NameKind, Value};
use crate::link::MentionId;
use crate::read::ArticleId;
use crate::segment::{Document, Shape, Term, WordKind};

/// One way to write a name, with every mention that writes it so.
#[derive(Debug)]
pub struct Form {
    /// Its words, folded: no marks, no particles, no “the”, no “Jr”; at least one.
    pub words: Vec<String>,
    /// What most of its mentions name.
    pub kind: NameKind,
    /// Where it stands, and what the name was taken for there.
    pub mentions: Vec<(MentionId, NameKind)>,
    /// Its usual writing.
    pub written: String,
    /// Whether it is always written in capitals: “NATO”.
    pub upper: bool,
    /// The place it is another name of: “United States” for “US”.
    pub place: Option<Term>,
    /// Whether “Jr.” tells it from somebody of the story who has the same name.
    pub junior: bool,
}

impl Form {
    /// Its last word: a surname, or “Journal”.
    pub fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Its first word.
    pub fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Whether it is a name of its own and no handle (“@AnaPaz”) or adjective (“Norwegian”).
    pub fn names_outright(&self) -> bool {
        let key = Term::of(&gazetteer::key(&self.written));
        !self.written.starts_with('@') && !gazetteer::sorts(key).any(Sorts::NATIONAL)
    }

    /// The place among its article's mentions of its last mention before `mention`, in the same article.
    pub fn last_before(&self, mention: MentionId) -> Option<usize> {
        let before = self.mentions.partition_point(|&(id, _)| id < mention);
        let (last, _) = self.mentions[before.checked_sub(1)?];
        (last.article == mention.article).then_some(last.index)
    }

    /// Whether it begins with a given name or an initial.
    pub fn begins_as_person(&self) -> bool {
        let sorts = gazetteer::sorts(Term::of(self.first()));
        sorts.any(Sorts::GIVEN) || self.first().chars().count() == 1
    }

    /// Its first mention in `article`.
    pub fn first_in(&self, article: ArticleId) -> Option<MentionId> {
        let start = self.mentions.partition_point(|(id, _)| id.article < article);
        self.mentions.get(start).map(|&(id, _)| id).filter(|id| id.article == article)
    }

    /// How often it stands in the article of `mention` before it.
    pub fn count_before(&self, mention: MentionId) -> usize {
        let start = self.mentions.partition_point(|(id, _)| id.article < mention.article);
        self.mentions[start..].partition_point(|&(id, _)| id < mention)
    }

    /// How often it stands in `article`.
    pub fn count_in(&self, article: ArticleId) -> usize {
        let start = self.mentions.partition_point(|(id, _)| id.article < article);
        self.mentions[start..].partition_point(|(id, _)| id.article == article)
    }
}

/// A name that has more words than these beside those that count has something added to it.
const ADDED: usize = 1;
/// Words that a name can do without.
const LEFT_OUT: [&str; 18] = [
    "the", "al", "el", "jr", "sr", "de", "of", "for", "and", "bin", "ibn", "von", "van", "inc", "llc", "ltd", "plc",
    "corp",
];

/// The forms of all names in `mentions`, by first mention.
pub fn forms(documents: &[Document], mentions: &[Vec<Mention>]) -> Vec<Form> {
    let juniors = told_juniors(documents, mentions);
    let mut places: HashMap<(String, bool), usize> = HashMap::new();
    let mut forms: Vec<Form> = Vec::new();
    let mut writings: Vec<BTreeMap<String, usize>> = Vec::new();
    for (article, (document, mentions)) in documents.iter().zip(mentions).enumerate() {
        for (index, mention) in mentions.iter().enumerate() {
            let Value::Name(kind) = mention.value else { continue };
            let words = words_of(document, mention);
            let junior = !juniors.is_empty() && is_junior(document, mention) && juniors.contains(&ends(&words));
            let place = *places.entry((words.concat(), junior)).or_insert_with(|| {
                forms.push(Form {
                    words: Vec::new(),
                    kind,
                    mentions: Vec::new(),
                    written: String::new(),
                    upper: true,
                    place: None,
                    junior,
                });
                writings.push(BTreeMap::new());
                forms.len() - 1
            });
            let form = &mut forms[place];
            // “@AnaPaz” and “AnaPaz” say less of the name's parts than “Ana Paz” does.
            if words.len() > form.words.len() {
                form.words = words;
            }
            form.mentions.push((MentionId { article: ArticleId(article), index }, kind));
            form.upper &= mention.words.clone().all(|index| {
                let word = &document.words[index];
                word.kind != WordKind::Word || word.shape == Shape::Upper || is_capital(document.written(index))
            });
            let written = mention.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
            *writings[place].entry(written).or_default() += 1;
        }
    }
    for (form, writings) in forms.iter_mut().zip(writings) {
        form.kind = usual_kind(&form.mentions);
        // The most frequent writing; of equally frequent ones one without what a link has added, and the one that comes
        // last in order of bytes, which prefers small letters to capitals.
        let added = |written: &str| written.split_whitespace().count() > form.words.len() + ADDED;
        form.written = writings
            .into_iter()
            .max_by_key(|(written, count)| (*count, !added(written), written.clone()))
            .map_or_else(String::new, |(written, _)| written);
        form.place = place_of(form);
    }
    forms
}

/// Whether a word is one capital letter, as the parts of “A-B” are.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// The first and last words of the names that an article tells both without and then with “Jr.”: father and son. Told
/// with “Jr.” from the start, it is one person whose name is later cut short.
fn told_juniors(documents: &[Document], mentions: &[Vec<Mention>]) -> HashSet<[String; 2]> {
    let mut told = HashSet::new();
    for (document, mentions) in documents.iter().zip(mentions) {
        let names = || mentions.iter().filter(|mention| matches!(mention.value, Value::Name(_)));
        if !names().any(|mention| is_junior(document, mention)) {
            continue;
        }
        let mut without = HashSet::new();
        for mention in names() {
            let words = words_of(document, mention);
            if !is_junior(document, mention) {
                without.extend((words.len() > 1).then(|| ends(&words)));
            } else if without.contains(&ends(&words)) {
                told.insert(ends(&words));
            }
        }
    }
    told
}

fn is_junior(document: &Document, mention: &Mention) -> bool {
    let words = mention.words.clone().rev().take(2);
    mention.words.len() > 2 && words.into_iter().any(|index| document.folded(index) == "jr")
}

fn ends(words: &[String]) -> [String; 2] {
    [words.first(), words.last()].map(|word| word.cloned().unwrap_or_default())
}

/// The words of a mention as [`Form::words`] has them; all of them when nothing else is left.
fn words_of(document: &Document, mention: &Mention) -> Vec<String> {
    let all: Vec<String> = mention
        .words
        .clone()
        .filter(|&index| matches!(document.words[index].kind, WordKind::Word | WordKind::Figure))
        .map(|index| document.folded(index).chars().filter(|character| character.is_alphanumeric()).collect())
        .collect();
    // “A-B” is “AB” with a hyphen.
    if all.len() > 1 && all.iter().all(|word| word.chars().count() == 1) {
        return vec![all.concat()];
    }
    let mut kept: Vec<String> = all.iter().filter(|word| !LEFT_OUT.contains(&word.as_str())).cloned().collect();
    // “William Berg III”, but “Charles III”.
    if mention.value == Value::Name(NameKind::Person)
        && kept.len() > 2
        && kept.last().is_some_and(|last| matches!(last.as_str(), "ii" | "iii" | "iv"))
    {
        kept.pop();
    }
    match (kept.is_empty(), all.is_empty()) {
        (false, _) => {
            let last = mention.words.clone().rfind(|&index| document.words[index].kind == WordKind::Word);
            told_once(kept, last.map_or("", |index| document.written(index)))
        }
        (true, false) => all,
        (true, true) => vec![mention.span.of(&document.text).to_owned()],
    }
}

/// `words` without what a flattened link tells a second time, glued to the word after the link: “Berg Thomas BergMORE”,
/// “Tom Berg Thomas BergOpinion”.
fn told_once(mut words: Vec<String>, written: &str) -> Vec<String> {
    /// Shorter words begin others by chance.
    const SHORTEST: usize = 3;
    let [first, .., last] = &words[..] else { return words };
    // “Johnson” is no “John” with something glued to it: a capital or figure has to follow.
    let repeats = |word: &String| {
        let letters = word.chars().count();
        letters >= SHORTEST
            && last.starts_with(word.as_str())
            && written.chars().nth(letters).is_none_or(|next| next.is_uppercase() || next.is_numeric())
    };
    if repeats(first) && (words.len() == 2 || last != first) {
        let surname = words.remove(0);
        words.pop();
        words.push(surname);
    } else if let Some(surname) = (1..words.len().saturating_sub(2)).find(|&place| repeats(&words[place]))
        && (*last != words[surname] || words[surname + 1] == *first)
    {
        words.truncate(surname + 1);
    }
    words
}

/// What a name is most often taken for; a kind before none.
fn usual_kind(mentions: &[(MentionId, NameKind)]) -> NameKind {
    let count = |kind| mentions.iter().filter(|mention| mention.1 == kind).count();
    [NameKind::Person, NameKind::Organisation, NameKind::Place]
        .into_iter()
        .max_by_key(|&kind| (count(kind), std::cmp::Reverse(kind)))
        .filter(|&kind| count(kind) > 0)
        .unwrap_or(NameKind::Other)
}

/// What may stand before the name of a place and names no other one.
const PLACE_HEADS: [&str; 3] = ["state of ", "commonwealth of ", "kingdom of "];

/// The usual place of a form that is a place, where the lists know one.
fn place_of(form: &Form) -> Option<Term> {
    let whole = gazetteer::key(&form.written);
    // “the State of Georgia” is Georgia.
    let of_place = PLACE_HEADS.iter().find_map(|head| whole.strip_prefix(head));
    if form.kind != NameKind::Place && of_place.is_none() {
        return None;
    }
    let key = Term::of(of_place.unwrap_or(&whole));
    gazetteer::sorts(key).any(Sorts::PLACE | Sorts::NATIONAL).then(|| gazetteer::usual_place(key))
}
