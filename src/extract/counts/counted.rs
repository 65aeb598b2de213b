//! The noun that a number counts: the head of the words after it, as a lemma (“two young men” → “man”).

use crate::extract::line::Line;
use crate::extract::numerals::number_word;
use crate::extract::{Decimal, Numeral, NumeralForm};
use crate::segment::{Shape, WordKind};
use crate::text::{Classes, lexicon};

/// How many words after the number may stand before its noun: “three more current and former senior police officers”.
const MOST_WORDS_BEFORE: usize = 7;

/// How many words such as “all”, “these” and “many” may stand one after the other: “half of all these many workers”.
const MOST_DETERMINERS: usize = 4;

/// How many plurals may follow the first before the noun: “two women sports stars”. Bounds the look ahead.
const MOST_PLURALS: usize = 4;

/// Words that end the search although some dictionary has them as nouns.
const ENDS: [&str; 41] = [
    "in", "at", "to", "for", "as", "on", "by", "a", "an", "no", "so", "not", "about", "over", "but", "or", "and",
    "nor", "than", "that", "from", "with", "of", "into", "if", "because", "until", "since", "while", "per", "it",
    "them", "us", "him", "her", "me", "you", "whom", "who", "which", "whose",
];

/// Plurals that stand before another noun: “sports stars”, “human rights groups”, by general knowledge.
const ATTRIBUTIVE: [&str; 14] = [
    "news",
    "sports",
    "police",
    "rights",
    "arms",
    "savings",
    "sales",
    "women",
    "drugs",
    "customs",
    "goods",
    "operations",
    "affairs",
    "communications",
];

/// The lemma of the noun that `numeral` counts, if it follows closely.
pub fn counted(line: Line<'_>, numeral: &Numeral) -> Option<String> {
    let is_single = numeral.amount.number == Decimal::ONE && numeral.amount.upper.is_none();
    let is_part = numeral.form == NumeralForm::Fraction;
    let after = past_hedge(line, numeral.words.end);
    let mut at = line.past_hyphen(after);
    let is_compound = at > after;
    // “half the workers”
    if line.word(at) == "of" || (is_part && line.classes(at).any(Classes::DETERMINER)) {
        let determines = |at: usize| line.classes(at).any(Classes::DETERMINER) || is_possessive(line.word(at));
        at += 1;
        at += (at..at + MOST_DETERMINERS).take_while(|&at| determines(at)).count();
    }
    let head = if is_compound {
        // “a 12-member jury” counts members.
        line.is_word(at).then_some(at).filter(|&at| line.classes(at).any(Classes::NOUN))
    } else if is_single {
        singular_head(line, at)
    } else {
        plural_head(line, at).or_else(|| singular_head(line, at).filter(|_| is_part))
    }?;
    Some(lemma(line.word(head)))
}

/// The index of the word after a hedge that stands between a number and its noun: “50 or more workers”, “300-plus
/// pages”, “20-odd boats”.
fn past_hedge(line: Line<'_>, end: usize) -> usize {
    let is_added = |at: usize| matches!(line.word(at), "plus" | "odd" | "ish");
    match line.word(end) {
        "or" if matches!(line.word(end + 1), "more" | "so" | "fewer" | "less") => end + 2,
        "+" if line.glued(end) => end + 1,
        "-" if line.is_hyphen(end) && is_added(end + 1) => end + 2,
        "odd" | "plus" => end + 1,
        // “twelve (12) tenants”
        "(" if line.word(end + 2) == ")" && (line.is_figure(end + 1) || number_word(line.word(end + 1)).is_some()) => {
            end + 3
        }
        _ => end,
    }
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "its" | "their" | "our" | "my" | "your" | "those" | "these" | "all")
}

/// Whether the words of one noun phrase end before word `at`.
fn is_end(line: Line<'_>, at: usize) -> bool {
    let classes = line.classes(at);
    let is_joint = line.is_hyphen(at);
    // “us” is a pronoun, “US” a country.
    let is_country = line.shape(at) == Shape::Upper && line.word(at) == "us";
    // “two Trent 900 engines”
    let is_model = line.is_figure(at) && line.is_word(at - 1) && !matches!(line.shape(at - 1), Shape::Lower);
    !(line.is_word(at) || is_joint || is_model || line.kind(at) == Some(WordKind::Clitic))
        || (ENDS.contains(&line.word(at)) && !is_country)
        || (classes.any(
            Classes::PREPOSITION | Classes::CONJUNCTION | Classes::DETERMINER | Classes::PRONOUN | Classes::AUXILIARY,
        ) && !classes.any(Classes::NOUN | Classes::ADJECTIVE)
            && !is_country)
}

/// Whether the word at `at` joins two words that describe one noun: “current and former employees”.
fn joins_adjectives(line: Line<'_>, at: usize) -> bool {
    let describes = |at: usize| line.classes(at).any(Classes::ADJECTIVE) && number_word(line.word(at)).is_none();
    matches!(line.word(at), "and" | "or" | ",")
        && describes(at - 1)
        && (describes(at + 1) || line.classes(at + 1).any(Classes::ADVERB))
}

/// Whether the word at `at` is what those do that were told before it: “the two met officials”, “two of the four injured
/// suffered burns”.
fn is_what_they_do(line: Line<'_>, at: usize) -> bool {
    let classes = line.classes(at);
    let is_pure = classes.any(Classes::VERB | Classes::PAST)
        && !classes.any(Classes::NOUN | Classes::ADJECTIVE)
        && !line.word(at).ends_with("ed");
    let is_second = classes.any(Classes::PAST) && line.classes(at - 1).any(Classes::PAST);
    is_pure || is_second
}

/// The first plural noun, or the last of several that follow each other.
fn plural_head(line: Line<'_>, start: usize) -> Option<usize> {
    // “two Rolls-Royce engines”
    let is_plural = |at: usize| is_plural_noun(line, at) && !line.is_hyphen(at + 1);
    // “thousands of “inappropriate” emails”
    let is_quotation = |at: usize| line.word(at) == "\"" && at < start + MOST_WORDS_BEFORE;
    let mut at = start;
    while !is_plural(at) {
        let is_joint = at > start && joins_adjectives(line, at);
        let is_over = (is_end(line, at) && !is_quotation(at)) || (at > line.start && is_what_they_do(line, at));
        if at >= start + MOST_WORDS_BEFORE || (is_over && !is_joint) {
            return None;
        }
        at += 1;
    }
    // “two sports stars”, “five women drivers”
    let first = at;
    while at - first < MOST_PLURALS
        && is_plural(at + 1)
        && (ATTRIBUTIVE.contains(&line.word(at)) || !line.classes(at + 1).any(Classes::VERB))
    {
        at += 1;
    }
    Some(at)
}

/// The last noun of the run that begins the phrase: “one police officer”.
fn singular_head(line: Line<'_>, start: usize) -> Option<usize> {
    let mut head: Option<usize> = None;
    // “one requiring checks” is one that requires them.
    let is_clause = line.classes(start).any(Classes::PROGRESSIVE);
    for at in (start..=start + MOST_WORDS_BEFORE).take_while(|&at| !is_end(line, at)) {
        let classes = line.classes(at);
        // “one Democrat”, but not “one Smith”
        let is_title = matches!(line.shape(at), Shape::Title | Shape::Upper);
        let is_name = is_title
            && (!classes.any(Classes::NOUN) || classes.any(Classes::PROPER))
            && !classes.any(Classes::ADJECTIVE);
        if head.is_some_and(|head| is_past_the_noun(line, head, at)) {
            if is_clause && classes.any(Classes::PLURAL) {
                return None;
            }
            break;
        }
        // A name may follow what only describes: “one former Deutsche Bank employee”, “one active-duty U.S. officer”.
        let is_after_noun = head.is_some_and(|head| {
            let describes = line.classes(head).any(Classes::ADJECTIVE) || line.is_hyphen(head.wrapping_sub(1));
            line.shape(head) == Shape::Lower && !(describes && is_title) && !line.is_hyphen(at)
        });
        if classes.any(Classes::NOUN) && !classes.any(Classes::PAST) && !is_name {
            head = Some(at);
        } else if is_after_noun
            || !(is_title || classes.any(Classes::ADJECTIVE | Classes::PROPER | Classes::PAST) || line.is_hyphen(at))
        {
            break;
        }
    }
    // “one dead”, “one familiar with it”
    head.filter(|&at| !line.classes(at).any(Classes::ADJECTIVE) || has_plural(line.word(at)))
}

/// Whether the word at `at`, which may be a noun, is something else after the noun at `head`: “one senator support him”,
/// “one person familiar with it”, “one worker ends up”, “one lawmaker voting against”.
fn is_past_the_noun(line: Line<'_>, head: usize, at: usize) -> bool {
    let (classes, next) = (line.classes(at), line.classes(at + 1));
    let is_several = classes.any(Classes::PLURAL) && !ATTRIBUTIVE.contains(&line.word(at));
    let is_deed =
        classes.any(Classes::VERB) && next.any(Classes::DETERMINER | Classes::PRONOUN) && !next.any(Classes::NOUN)
            || classes.any(Classes::VERB) && matches!(line.word(at + 1), "it" | "him" | "them" | "us" | "me" | "that");
    let is_doing = classes.any(Classes::PROGRESSIVE)
        && !next.any(Classes::NOUN)
        && lexicon::pair_count(line.word(head), line.word(at)) == 0.0;
    let is_quality = classes.any(Classes::ADJECTIVE) && next.any(Classes::PREPOSITION) && !has_plural(line.word(at));
    // “one official even said”
    let is_aside = classes.any(Classes::ADVERB) && !line.classes(head).any(Classes::ADVERB);
    is_several || is_deed || is_doing || is_quality || is_aside
}

/// Of how many uses one must be the plural for a word that is an adjective, too, to be a noun.
const USES_FOR_ONE_PLURAL: f64 = 50.0;

/// Whether a word that is an adjective, too, is used as a noun: there are “officials”, but hardly “familiars”.
fn has_plural(word: &str) -> bool {
    let plural = match word.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{word}s"),
    };
    lexicon::entry(&plural).count() * USES_FOR_ONE_PLURAL >= lexicon::entry(word).count()
}

/// Whether the word at `at` is a plural noun; a name in capitals is none.
pub fn is_plural_noun(line: Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let classes = line.classes(at);
    let is_plural = classes.any(Classes::PLURAL) || irregular(word).is_some() || is_regular_plural(word, classes);
    let is_short_verb = matches!(word, "is" | "was" | "has" | "does" | "says" | "this" | "us" | "its");
    line.is_word(at) && is_plural && !is_short_verb && line.shape(at) != Shape::Upper
}

/// Whether `word` is the plural of a noun that the dictionary has only in the singular.
fn is_regular_plural(word: &str, classes: Classes) -> bool {
    let is_open = !classes.any(Classes::VERB | Classes::ADJECTIVE | Classes::ADVERB | Classes::PROPER);
    let single =
        word.strip_suffix('s').filter(|single| is_open && single.len() > 3 && !single.ends_with(['s', 'u', 'i']));
    single.is_some_and(|single| lexicon::entry(single).classes.any(Classes::NOUN))
}

/// Singulars that no rule gives.
fn irregular(plural: &str) -> Option<&'static str> {
    Some(match plural {
        "people" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "feet" => "foot",
        "teeth" => "tooth",
        "mice" => "mouse",
        "lives" => "life",
        "wives" => "wife",
        "knives" => "knife",
        "leaves" => "leaf",
        "police" => "police",
        "news" => "news",
        "series" => "series",
        "species" => "species",
        "aircraft" => "aircraft",
        "criteria" => "criterion",
        "crises" => "crisis",
        "bases" => "base",
        "buses" => "bus",
        "gases" => "gas",
        "indices" => "index",
        "analyses" => "analysis",
        "hypotheses" => "hypothesis",
        "phenomena" => "phenomenon",
        "bacteria" => "bacterium",
        "alumni" => "alumnus",
        "halves" => "half",
        "thieves" => "thief",
        "wolves" => "wolf",
        "calves" => "calf",
        "shelves" => "shelf",
        "loaves" => "loaf",
        "geese" => "goose",
        "oxen" => "ox",
        _ => return None,
    })
}

/// The singular of a noun, folded; a word that is singular already stays.
pub fn lemma(noun: &str) -> String {
    if let Some(singular) = irregular(noun) {
        return singular.to_owned();
    }
    let known = |word: &str| lexicon::entry(word).classes.any(Classes::NOUN);
    if let Some(stem) = noun.strip_suffix("men").filter(|stem| stem.len() > 1) {
        return format!("{stem}man");
    }
    if !lexicon::entry(noun).classes.any(Classes::PLURAL) && !noun.ends_with('s') {
        return noun.to_owned();
    }
    if let Some(stem) = noun.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        let single = format!("{stem}y");
        return if known(&single) { single } else { format!("{stem}ie") };
    }
    let shorter = noun.strip_suffix('s').unwrap_or(noun);
    match noun.strip_suffix("es") {
        _ if noun.ends_with("ss") => noun.to_owned(),
        Some(stem) if !known(shorter) && known(stem) => stem.to_owned(),
        _ => shorter.to_owned(),
    }
}
