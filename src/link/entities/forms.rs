//! The names of all articles, gathered by how they are written: what is written alike is looked at once, however often
//! it stands there.

use std::collections::{BTreeMap, HashMap};

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

    /// How often it stands in `article`.
    pub fn count_in(&self, article: ArticleId) -> usize {
        self.mentions.iter().filter(|(id, _)| id.article == article).count()
    }
}

/// Words that a name can do without.
const LEFT_OUT: [&str; 18] = [
    "the", "al", "el", "jr", "sr", "de", "of", "for", "and", "bin", "ibn", "von", "van", "inc", "llc", "ltd", "plc",
    "corp",
];

/// The forms of all names in `mentions`, by first mention.
pub fn forms(documents: &[Document], mentions: &[Vec<Mention>]) -> Vec<Form> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut forms: Vec<Form> = Vec::new();
    let mut writings: Vec<BTreeMap<String, usize>> = Vec::new();
    for (article, (document, mentions)) in documents.iter().zip(mentions).enumerate() {
        for (index, mention) in mentions.iter().enumerate() {
            let Value::Name(kind) = mention.value else { continue };
            let words = words_of(document, mention);
            let place = *places.entry(words.concat()).or_insert_with(|| {
                forms.push(Form {
                    words: Vec::new(),
                    kind,
                    mentions: Vec::new(),
                    written: String::new(),
                    upper: true,
                    place: None,
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
            form.upper &= document.words[mention.words.clone()]
                .iter()
                .all(|word| word.kind != WordKind::Word || word.shape == Shape::Upper);
            let written = mention.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
            *writings[place].entry(written).or_default() += 1;
        }
    }
    for (form, writings) in forms.iter_mut().zip(writings) {
        form.kind = usual_kind(&form.mentions);
        // The most frequent writing; of equally frequent ones the one that comes last in order of bytes, which prefers
        // small letters to capitals.
        form.written = writings
            .into_iter()
            .max_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)))
            .map_or_else(String::new, |(written, _)| written);
        form.place = place_of(form);
    }
    forms
}

/// The words of a mention as [`Form::words`] has them; all of them when nothing else is left.
fn words_of(document: &Document, mention: &Mention) -> Vec<String> {
    let all: Vec<String> = mention
        .words
        .clone()
        .filter(|&index| matches!(document.words[index].kind, WordKind::Word | WordKind::Figure))
        .map(|index| document.folded(index).chars().filter(|character| character.is_alphanumeric()).collect())
        .collect();
    let kept: Vec<String> = all.iter().filter(|word| !LEFT_OUT.contains(&word.as_str())).cloned().collect();
    match (kept.is_empty(), all.is_empty()) {
        (false, _) => kept,
        (true, false) => all,
        (true, true) => vec![mention.span.of(&document.text).to_owned()],
    }
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

/// The usual place of a form that is a place, where the lists know one.
fn place_of(form: &Form) -> Option<Term> {
    if form.kind != NameKind::Place {
        return None;
    }
    let key = Term::of(&gazetteer::key(&form.written));
    gazetteer::sorts(key).any(Sorts::PLACE | Sorts::NATIONAL).then(|| gazetteer::usual_place(key))
}
