//! Words around and inside a name that tell what it names, from general knowledge of how news speaks of people, bodies
//! and places.

use crate::extract::names::gazetteer::{self, Sorts};
use crate::segment::Term;

/// Prepositions and adjectives before a place, with how strongly they speak for one.
pub fn before_place(word: &str) -> i32 {
    match word {
        "in" | "outside" | "throughout" | "across" => 2,
        "near" | "southern" | "northern" | "eastern" | "western" | "central" | "southeastern" | "southwestern"
        | "northeastern" | "northwestern" | "mainland" => 3,
        "downtown" => 4,
        _ => 0,
    }
}

/// Nouns and verbs after which “in” tells no place: “a stake in”, “trust in”.
pub fn takes_in(word: &str) -> bool {
    is_share(word)
        || matches!(
            word,
            "confidence"
                | "trust"
                | "faith"
                | "believe"
                | "believes"
                | "believed"
                | "belief"
                | "invest"
                | "invested"
                | "investing"
                | "investment"
                | "investments"
                | "investor"
                | "investors"
                | "interested"
                | "disappointed"
        )
}

/// What one owns of a company: “a stake in”, “shares of”.
pub fn is_share(word: &str) -> bool {
    matches!(word, "stake" | "stakes" | "share" | "shares" | "stock" | "shareholding" | "shareholdings" | "interest")
}

/// Whether `word` says what a company or another body does: “airline”, “union”, and everything that ends in “maker”.
pub fn is_trade(word: &str) -> bool {
    const TRADES: [&str; 62] = [
        "agency",
        "airline",
        "bank",
        "brand",
        "brewer",
        "broadcaster",
        "builder",
        "carrier",
        "chain",
        "charity",
        "company",
        "competitor",
        "conglomerate",
        "consultancy",
        "contractor",
        "corporation",
        "developer",
        "distributor",
        "division",
        "exporter",
        "firm",
        "giant",
        "grocer",
        "group",
        "importer",
        "insurer",
        "lender",
        "magazine",
        "maker",
        "manufacturer",
        "militia",
        "miner",
        "multinational",
        "network",
        "newspaper",
        "nonprofit",
        "operator",
        "organisation",
        "organization",
        "outlet",
        "party",
        "pollster",
        "processor",
        "producer",
        "provider",
        "publication",
        "publisher",
        "refiner",
        "regulator",
        "retailer",
        "rival",
        "startup",
        "subsidiary",
        "supplier",
        "tabloid",
        "union",
        "university",
        "utility",
        "vendor",
        "watchdog",
        "website",
        "wholesaler",
    ];
    // Makers that are people.
    const PEOPLE: [&str; 9] = [
        "lawmaker",
        "filmmaker",
        "policymaker",
        "playmaker",
        "peacemaker",
        "troublemaker",
        "moneymaker",
        "kingmaker",
        "rainmaker",
    ];
    let one = match word.strip_suffix("ies") {
        Some(stem) => {
            return ["agency", "company", "party", "charity", "subsidiary", "utility", "consultancy", "university"]
                .iter()
                .any(|trade| trade.strip_suffix('y') == Some(stem));
        }
        None => word.strip_suffix('s').unwrap_or(word),
    };
    TRADES.binary_search(&one).is_ok()
        || (one.ends_with("maker") && one.len() > "maker".len() && !PEOPLE.contains(&one))
}

/// Nouns for a place: “the city of”, “…, a village in”.
pub fn is_settlement(word: &str) -> bool {
    matches!(
        word,
        "city"
            | "town"
            | "village"
            | "port"
            | "capital"
            | "suburb"
            | "district"
            | "province"
            | "region"
            | "county"
            | "island"
            | "neighborhood"
            | "neighbourhood"
            | "municipality"
            | "hamlet"
            | "township"
            | "peninsula"
            | "coast"
            | "resort"
            | "enclave"
    )
}

/// Who belongs to a body when “of”, “at”, “for” or “with” and its name follow: “the chief executive of”, “jobs at”.
pub fn is_staff(word: &str, preposition: &str) -> bool {
    let of = matches!(
        word,
        "ceo"
            | "cfo"
            | "executive"
            | "executives"
            | "chairman"
            | "chairwoman"
            | "founder"
            | "cofounder"
            | "subsidiary"
            | "division"
            | "unit"
            | "arm"
            | "employee"
            | "employees"
            | "shareholders"
            | "board"
            | "customers"
    );
    let at = matches!(
        word,
        "analyst"
            | "analysts"
            | "strategist"
            | "economist"
            | "economists"
            | "engineer"
            | "engineers"
            | "researcher"
            | "researchers"
            | "fellow"
            | "consultant"
            | "partner"
            | "worker"
            | "workers"
            | "staff"
            | "job"
            | "jobs"
            | "professor"
            | "scholar"
            | "manager"
            | "managers"
            | "director"
            | "president"
    );
    match preposition {
        "of" => of,
        "at" | "with" => of || at,
        "for" => matches!(word, "worked" | "works" | "working" | "analyst" | "analysts"),
        _ => false,
    }
}

/// What a body does to what it has: “owned by”, “acquired by”.
pub fn is_done_by_company(word: &str) -> bool {
    matches!(
        word,
        "owned"
            | "acquired"
            | "operated"
            | "manufactured"
            | "published"
            | "insured"
            | "employed"
            | "marketed"
            | "licensed"
    )
}

/// What follows the name of an organisation: “Acme shares”, “Acme’s board”.
pub fn is_of_organisation(word: &str) -> bool {
    const WORDS: [&str; 43] = [
        "board",
        "boss",
        "brand",
        "ceo",
        "cfo",
        "chairman",
        "chairwoman",
        "customers",
        "dealers",
        "dealership",
        "dealerships",
        "directors",
        "earnings",
        "employee",
        "employees",
        "engineers",
        "executive",
        "executives",
        "headquarters",
        "investors",
        "lawmakers",
        "lawyer",
        "management",
        "managers",
        "members",
        "officials",
        "plant",
        "plants",
        "profit",
        "profits",
        "reporter",
        "representative",
        "representatives",
        "revenue",
        "shareholders",
        "shares",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "stock",
        "subsidiary",
        "subscribers",
        "workers",
    ];
    WORDS.contains(&word)
}

/// Whose name may follow at once: “his wife Ana”.
pub fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "wife"
            | "husband"
            | "son"
            | "daughter"
            | "mother"
            | "father"
            | "brother"
            | "sister"
            | "girlfriend"
            | "boyfriend"
            | "cousin"
            | "uncle"
            | "aunt"
            | "nephew"
            | "niece"
            | "grandson"
            | "granddaughter"
            | "grandmother"
            | "grandfather"
            | "widow"
            | "fiance"
            | "fiancee"
            | "stepson"
            | "stepdaughter"
    )
}

/// What a person has: “Lee’s lawyer”.
pub fn is_of_person(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "wife",
        "husband",
        "son",
        "daughter",
        "mother",
        "father",
        "brother",
        "sister",
        "family",
        "lawyer",
        "lawyers",
        "attorney",
        "attorneys",
        "death",
        "body",
        "parents",
        "supporters",
        "girlfriend",
        "boyfriend",
        "career",
        "comments",
        "remarks",
    ];
    WORDS.contains(&word)
}

/// What a place has: “Peru’s capital”.
pub fn is_of_place(word: &str) -> bool {
    const WORDS: [&str; 14] = [
        "capital",
        "government",
        "president",
        "army",
        "economy",
        "border",
        "parliament",
        "prime",
        "foreign",
        "largest",
        "streets",
        "airport",
        "residents",
        "mayor",
    ];
    WORDS.contains(&word)
}

/// What follows the name of a disease, law or prize, and of no body: “the Marburg virus”.
pub fn is_of_thing(word: &str) -> bool {
    matches!(
        word,
        "virus"
            | "outbreak"
            | "epidemic"
            | "disease"
            | "vaccine"
            | "vaccines"
            | "patient"
            | "patients"
            | "infection"
            | "infections"
            | "variant"
            | "treaty"
    )
}

/// Verbs of speech and announcement, which organisations and people have.
pub fn is_act(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "told"
            | "added"
            | "tweeted"
            | "wrote"
            | "recalled"
            | "insisted"
            | "argued"
            | "joked"
            | "announced"
            | "agreed"
            | "confirmed"
            | "plans"
            | "bought"
            | "reported"
            | "unveiled"
    )
}

/// What only companies and other bodies do.
pub fn is_act_of_organisation(word: &str) -> bool {
    matches!(
        word,
        "posted" | "acquired" | "manufactures" | "employs" | "operates" | "merged" | "sells" | "publishes" | "recruits"
    )
}

/// What only people do.
pub fn is_act_of_person(word: &str) -> bool {
    matches!(
        word,
        "smiled"
            | "laughed"
            | "wept"
            | "cried"
            | "joked"
            | "testified"
            | "died"
            | "grinned"
            | "shrugged"
            | "nodded"
            | "resigned"
    )
}

/// Words that begin the name of a place (“Fort …”) or end one only (“… Delta”); whether `word` begins one.
pub fn begins_place(word: &str) -> bool {
    matches!(
        word,
        "new"
            | "old"
            | "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "upper"
            | "lower"
            | "san"
            | "santa"
            | "santo"
            | "saint"
            | "st"
            | "saints"
            | "fort"
            | "ft"
            | "mount"
            | "mt"
            | "lake"
            | "cape"
            | "port"
            | "el"
            | "los"
            | "las"
            | "la"
            | "costa"
            | "puerto"
            | "rio"
            | "villa"
            | "isle"
            | "gulf"
            | "bay"
            | "strait"
    )
}

/// Directions that part a place when they stand before it; after it they make the name of a company (“Great Western”).
pub fn is_direction(word: &str) -> bool {
    matches!(word, "northern" | "southern" | "eastern" | "western")
}

/// The last word of the name of a law, a war, a prize or another thing.
pub fn ends_thing(word: &str) -> bool {
    matches!(
        word,
        "act"
            | "war"
            | "prize"
            | "award"
            | "awards"
            | "cup"
            | "treaty"
            | "revolution"
            | "agreement"
            | "accord"
            | "accords"
            | "festival"
            | "clause"
            | "amendment"
            | "championship"
            | "championships"
            | "open"
            | "bowl"
            | "flight"
            | "program"
            | "programme"
            | "protocol"
            | "summit"
            | "index"
            | "day"
            | "games"
            | "olympics"
            | "olympic"
            | "marathon"
            | "memorandum"
            | "plan"
            | "rule"
            | "code"
            | "deal"
            | "hoax"
            | "poll"
            | "show"
    )
}

/// The first word of the name of a storm, a campaign or another thing.
pub fn begins_thing(word: &str) -> bool {
    matches!(word, "hurricane" | "typhoon" | "cyclone" | "operation" | "flight" | "tropical")
}

/// What a noun after a name and a comma says of it: “Acme, the *carmaker*,”.
pub fn apposition(word: &str) -> Sorts {
    if is_trade(word) {
        Sorts::ORGANISATION
    } else if is_settlement(word) {
        Sorts::PLACE
    } else if gazetteer::sorts(Term::of(word)).any(Sorts::TITLE) {
        Sorts::TITLE
    } else {
        Sorts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trades_are_found_in_either_number() {
        for trade in ["airline", "airlines", "carmaker", "chipmakers", "company", "agencies", "watchdog"] {
            assert!(is_trade(trade), "{trade}");
        }
        for other in ["lawmaker", "filmmakers", "maker-free", "city", "", "ies", "s", "man"] {
            assert!(!is_trade(other), "{other}");
        }
    }
}
