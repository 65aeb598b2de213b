//! The words of which offices are made, from general knowledge: what changes an office, what says of which field it is, and
//! what one person cannot be at a time.

/// Who holds an office for somebody else or for a time.
pub const IN_PLACE: [&str; 3] = ["acting", "interim", "caretaker"];
/// Who stands below it.
pub const BELOW: [&str; 5] = ["deputy", "vice", "assistant", "associate", "under"];
/// Who holds it no more.
pub const PAST: [&str; 4] = ["former", "ex", "then", "onetime"];
/// Who shares it.
pub const SHARED: [&str; 1] = ["co"];
/// What whoever is called so without a word is taken to be alone; of anchors and hosts there are always several.
pub const IN_FULL: [&str; 2] = ["founder", "chairman"];
/// Who does not hold it yet: no office is told.
pub const TO_COME: [&str; 7] = ["elect", "designate", "incoming", "nominee", "candidate", "hopeful", "future"];

/// The fields of ministers and secretaries.
pub const FIELDS: [&str; 22] = [
    "finance",
    "foreign",
    "interior",
    "defence",
    "justice",
    "health",
    "education",
    "energy",
    "environment",
    "labour",
    "trade",
    "transport",
    "agriculture",
    "commerce",
    "housing",
    "information",
    "culture",
    "treasury",
    "state",
    "homeland",
    "press",
    "economy",
];
/// Whose offices differ by field.
pub const OF_A_FIELD: [&str; 2] = ["minister", "secretary"];

/// Offices and ranks of which one person has one at a time.
pub const ONE_OF: [&[&str]; 4] = [
    &["senator", "representative", "governor", "mayor"],
    &["private", "corporal", "sergeant", "lieutenant", "captain", "major", "colonel", "general", "admiral"],
    &["king", "prince", "emperor", "duke", "earl"],
    &["pope", "cardinal", "archbishop", "bishop"],
];

/// Other ways to write the words of an office.
pub const WRITTEN: [(&str, &str); 24] = [
    ("sen", "senator"),
    ("rep", "representative"),
    ("congressman", "representative"),
    ("congresswoman", "representative"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("gen", "general"),
    ("col", "colonel"),
    ("capt", "captain"),
    ("maj", "major"),
    ("sgt", "sergeant"),
    ("cpl", "corporal"),
    ("pvt", "private"),
    ("adm", "admiral"),
    ("defense", "defence"),
    ("labor", "labour"),
    ("supt", "superintendent"),
    ("premier", "minister"),
    ("pm", "minister"),
    ("cofounder", "founder"),
    ("chairwoman", "chairman"),
    ("chair", "chairman"),
    ("adviser", "advisor"),
    ("spokeswoman", "spokesman"),
];

/// Words of an office that do not say which.
pub const FILLERS: [&str; 15] = [
    "current",
    "new",
    "longtime",
    "senior",
    "junior",
    "late",
    "u.s",
    "us",
    "republican",
    "democratic",
    "liberal",
    "conservative",
    "state",
    "independent",
    "special",
];
