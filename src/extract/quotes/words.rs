//! The words that tell of speech, as data. The verbs are the reporting verbs that grammars of English and the style books
//! of newspapers give, by their infinitives; regular forms are made from those.

use super::verbs::Form;

/// Regular verbs that report.
pub const REPORTING: &str = "acknowledge add admit advise affirm agree allege allow announce answer apologize apologise argue ask assert assure \
    aver beg boast brag call caution challenge claim clarify comment complain concede conclude concur confess confide confirm \
    contend continue counter crow cry declare demand deny describe disclose dub elaborate emphasize emphasise exclaim \
    explain express fume gripe grumble gush hint implore indicate inform inquire insist instruct interject intone joke \
    label lament maintain marvel mention muse mutter note observe opine plead pledge point post predict proclaim \
    promise propose protest query quip quote rail reaffirm reason recall recount reflect reiterate relate remark remind \
    remember reply report respond retort reveal scoff scream shout shriek signal sigh sneer snap speculate state stress suggest \
    summarize surmise testify text theorize thunder tweet urge venture vent volunteer vow wail warn whisper wonder yell";

/// Regular verbs that judge, and quote some words for it.
pub const JUDGING: &str = "accuse admonish assail attack berate blame blast brand cast characterize characterise chide \
    condemn criticize criticise damn decry deem denounce depict deride dismiss excoriate hail herald implicate laud liken mock name \
    nickname paint portray praise rebuke refer reject ridicule slam tout";

/// Forms that no rule makes.
pub const IRREGULAR: [(&str, Form); 28] = [
    // “rules” is a noun far more often.
    ("ruled", Form::Past),
    ("found", Form::Past),
    ("say", Form::Base),
    ("says", Form::Third),
    ("said", Form::Past),
    ("saying", Form::Progressive),
    ("tell", Form::Base),
    ("tells", Form::Third),
    ("told", Form::Past),
    ("telling", Form::Progressive),
    ("write", Form::Base),
    ("writes", Form::Third),
    ("wrote", Form::Past),
    ("written", Form::Past),
    ("writing", Form::Progressive),
    ("read", Form::Past),
    ("reads", Form::Third),
    ("reading", Form::Progressive),
    ("think", Form::Base),
    ("thinks", Form::Third),
    ("thought", Form::Past),
    ("believe", Form::Base),
    ("believes", Form::Third),
    ("believed", Form::Past),
    ("swear", Form::Base),
    ("swore", Form::Past),
    ("spoke", Form::Past),
    ("speaks", Form::Third),
];

/// Verbs that double their last letter.
pub const DOUBLING: [&str; 9] = ["admit", "brag", "concur", "dub", "quip", "refer", "slam", "snap", "chat"];

/// Words inside a verb group that their classes do not tell: “went on to say”, “was heard saying”.
pub const HELPERS: [&str; 37] = [
    "to", "has", "had", "have", "is", "was", "are", "were", "be", "been", "will", "would", "can", "could", "may",
    "might", "did", "does", "do", "heard", "quoted", "later", "then", "also", "not", "first", "seen", "went", "just",
    "once", "still", "even", "earlier", "now", "only", "long", "all",
];

/// Words that make a noun of the next one.
pub const ARTICLES: [&str; 13] =
    ["a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "this", "no", "of"];

/// Nouns that tell of words: “her claim that”.
pub const NOUNS_OF_SAYING: [&str; 17] = [
    "accusation",
    "allegation",
    "argument",
    "assertion",
    "claim",
    "comment",
    "complaint",
    "contention",
    "declaration",
    "description",
    "explanation",
    "insistence",
    "promise",
    "remark",
    "statement",
    "suggestion",
    "warning",
];

/// Nouns that headlines put before a colon for who speaks: “Police: Driver was ‘calm’”.
pub const SPEAKING_NOUNS: [&str; 34] = [
    "official",
    "officials",
    "police",
    "prosecutor",
    "prosecutors",
    "source",
    "sources",
    "report",
    "study",
    "survey",
    "lawyer",
    "lawyers",
    "judge",
    "court",
    "minister",
    "mayor",
    "governor",
    "president",
    "expert",
    "experts",
    "analyst",
    "analysts",
    "witness",
    "witnesses",
    "sheriff",
    "spokesman",
    "spokeswoman",
    "doctor",
    "doctors",
    "union",
    "ministry",
    "company",
    "researchers",
    "scientists",
];
