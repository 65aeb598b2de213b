//! The closed sets of phrases that exclude each other, made from general knowledge: what news tell apart by one word.

/// How far a phrase of another member stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// In the sentence: what somebody did, of which a text may tell several steps.
    Sentence,
    /// Anywhere in the article: things of one sort, of which a story may have several.
    Article,
    /// In the sentence, and the phrases stand before the same word: “all teachers”, “some teachers”.
    Next,
}

/// Phrases that exclude each other.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    /// What they differ in.
    pub what: &'static str,
    /// Whether one denies the other, and does not only say less.
    pub opposite: bool,
    /// See [`Reach`].
    pub reach: Reach,
    /// Phrases of one member say the same.
    pub members: &'static [&'static [&'static str]],
}

/// All sets.
pub const SETS: &[Set] = &[
    Set {
        what: "left or was made to leave",
        opposite: false,
        reach: Reach::Sentence,
        members: &[
            &["resigned", "quit", "stepped down", "retired"],
            &["fired", "sacked", "dismissed", "ousted", "forced out", "forced to resign", "pushed out"],
        ],
    },
    Set {
        what: "confirmed or not",
        opposite: false,
        reach: Reach::Sentence,
        members: &[
            &["confirmed", "acknowledged", "admitted", "conceded"],
            &[
                "did not deny",
                "neither confirmed nor denied",
                "declined to confirm",
                "refused to confirm",
                "did not confirm",
                "could not confirm",
                "would not confirm",
                "has not confirmed",
                "have not confirmed",
            ],
            &["denied", "has denied", "have denied", "disputed"],
        ],
    },
    Set {
        what: "asked for or received",
        opposite: false,
        reach: Reach::Sentence,
        members: &[
            &["requested", "asked for", "sought", "demanded", "applied for"],
            &["received", "was paid", "were paid", "obtained", "was granted", "were granted"],
        ],
    },
    Set {
        what: "accepted or rejected",
        opposite: true,
        reach: Reach::Sentence,
        members: &[
            &["accepted", "approved", "backed", "endorsed"],
            &["rejected", "turned down", "voted down", "vetoed", "opposed"],
        ],
    },
    Set {
        what: "up or down",
        opposite: true,
        reach: Reach::Sentence,
        members: &[
            &["rose", "increased", "climbed", "jumped", "surged", "gained", "grew"],
            &["fell", "decreased", "dropped", "declined", "plunged", "slipped", "shrank"],
        ],
    },
    Set {
        what: "how the capture came about",
        opposite: false,
        reach: Reach::Sentence,
        members: &[&["surrendered", "turned himself in", "turned herself in"], &["was captured", "was caught"]],
    },
    Set {
        what: "the plea",
        opposite: true,
        reach: Reach::Sentence,
        members: &[&["pleaded guilty", "pled guilty"], &["pleaded not guilty", "pled not guilty"]],
    },
    Set {
        what: "known or not made known",
        opposite: true,
        reach: Reach::Sentence,
        members: &[
            &["disclosed", "revealed", "specified"],
            &["did not disclose", "did not reveal", "did not specify", "undisclosed", "unspecified"],
        ],
    },
    Set {
        what: "the means of transport",
        opposite: false,
        reach: Reach::Article,
        members: &[
            &["on foot"],
            &["motorcycle", "motorbike"],
            &["scooter", "moped"],
            &["bicycle", "pushbike"],
            &["truck", "lorry"],
            &["van", "minivan"],
            &["helicopter"],
            &["bus"],
        ],
    },
    Set {
        what: "the weapon",
        opposite: false,
        reach: Reach::Article,
        members: &[
            &["rifle", "carbine"],
            &["pistol", "handgun", "revolver"],
            &["shotgun"],
            &["knife"],
            &["hammer"],
            &["axe"],
            &["grenade", "grenades"],
        ],
    },
    Set {
        what: "who of the family",
        opposite: false,
        reach: Reach::Article,
        members: &[
            &["father"],
            &["mother"],
            &["brother"],
            &["sister"],
            &["uncle"],
            &["aunt"],
            &["cousin"],
            &["nephew"],
            &["niece"],
            &["grandfather"],
            &["grandmother"],
        ],
    },
    Set {
        what: "all or not all",
        opposite: false,
        reach: Reach::Next,
        members: &[
            &["all", "every", "each", "all of the", "all the"],
            &["some", "some of the", "many", "many of the", "most", "most of the", "several", "few"],
        ],
    },
];
