//! The words around a unit of time that tell whether, and how exactly, it is a length.

/// Words that can stand between a count and its unit without changing the length.
pub const BETWEEN: [&str; 21] = [
    "more",
    "additional",
    "extra",
    "further",
    "straight",
    "consecutive",
    "successive",
    "full",
    "whole",
    "entire",
    "long",
    "short",
    "trading",
    "working",
    "business",
    "calendar",
    "solid",
    "other",
    "school",
    "of",
    "separate",
];

/// Counts that nobody can put a number to.
pub const VAGUE: [&str; 6] = ["several", "many", "few", "some", "numerous", "countless"];

/// Words before “a year” that ask how long.
pub const ASK_HOW_LONG: [&str; 34] = [
    "for",
    "in",
    "within",
    "after",
    "over",
    "than",
    "about",
    "nearly",
    "almost",
    "least",
    "roughly",
    "around",
    "under",
    "just",
    "only",
    "barely",
    "approximately",
    "another",
    "take",
    "takes",
    "took",
    "taken",
    "taking",
    "last",
    "lasts",
    "lasted",
    "spend",
    "spends",
    "spent",
    "wait",
    "waited",
    "waiting",
    "up",
    "to",
];

/// Words after “a year” that tell a length.
pub const TELL_HOW_LONG: [&str; 8] = ["ago", "later", "earlier", "before", "after", "long", "old", "from"];

/// Words before “the past year” or “next decade” that make it a length and no date.
pub const DURING: [&str; 7] = ["over", "in", "within", "for", "during", "throughout", "across"];

/// Words before a count of units that make it the stretch up to or from now: “the last three months”.
pub const BEFORE_STRETCH: [&str; 7] = ["last", "past", "next", "previous", "preceding", "coming", "following"];

/// Words before “over four years” that make it more than four years.
pub const BEFORE_MORE: [&str; 17] = [
    "in", "for", "after", "within", "of", "to", "just", "well", "little", "take", "takes", "took", "last", "lasts",
    "lasted", "spent", "is",
];
