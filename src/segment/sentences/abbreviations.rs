//! Words that end in a full stop of their own, by what their stop allows to follow. Lists are those that the style books
//! of news agencies give: titles, ranks, companies, states, months.

/// What the stop of an abbreviation tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name follows: “Gen.”, “St.”, “e.g.”. It never ends a sentence.
    BeforeName,
    /// It is one before a figure only: “No. 10”, “Jan. 5”.
    BeforeFigure,
    /// “a.m.”, “p.m.”: ends a sentence unless a day or zone follows.
    Hour,
    /// “Inc.”, “U.S.”, “J.”: ends a sentence when what follows is certainly the start of one.
    AnywhereInside,
}

/// What `word`, as it stands before a full stop, abbreviates; `None` for a whole word.
pub fn of(word: &str) -> Option<Abbreviation> {
    let mut letters = word.chars();
    let capital = letters.next()?.is_uppercase();
    let single = letters.next().is_none();
    if single && capital {
        return Some(Abbreviation::AnywhereInside);
    }
    if matches!(word, "a.m" | "p.m" | "A.M" | "P.M") {
        return Some(Abbreviation::Hour);
    }
    if matches!(word, "e.g" | "i.e" | "E.g" | "I.e" | "vs" | "v" | "cf" | "ca") {
        return Some(Abbreviation::BeforeName);
    }
    if word.contains('.') {
        // “U.S”, “Ph.D”: short pieces; “example.com” is no abbreviation.
        let short = word.split('.').all(|piece| piece.chars().count() <= 2 && piece.chars().all(char::is_alphabetic));
        return short.then_some(Abbreviation::AnywhereInside);
    }
    if matches!(word, "etc" | "al" | "approx" | "est" | "dept" | "ft" | "lbs" | "sq") {
        return Some(Abbreviation::AnywhereInside);
    }
    if matches!(word, "pp" | "vol" | "fig" | "ch" | "art") {
        return Some(Abbreviation::BeforeFigure);
    }
    // What remains is written with a capital: “sat.”, “mass.”, “gov.” in small letters are words.
    if !capital {
        return None;
    }
    if is_title(word) {
        return Some(Abbreviation::BeforeName);
    }
    if is_figured(word) {
        return Some(Abbreviation::BeforeFigure);
    }
    (is_company(word) || is_state(word)).then_some(Abbreviation::AnywhereInside)
}

fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Mx"
            | "Dr"
            | "Prof"
            | "Rev"
            | "Fr"
            | "Hon"
            | "Pres"
            | "Gov"
            | "Sen"
            | "Sens"
            | "Rep"
            | "Reps"
            | "Gen"
            | "Lt"
            | "Col"
            | "Maj"
            | "Capt"
            | "Cmdr"
            | "Cpl"
            | "Sgt"
            | "Pvt"
            | "Pfc"
            | "Adm"
            | "Brig"
            | "Supt"
            | "Det"
            | "Insp"
            | "Amb"
            | "Atty"
            | "Del"
            | "Msgr"
            | "Messrs"
            | "Mme"
            | "Mlle"
            | "St"
            | "Ste"
            | "Mt"
            | "Ft"
            | "Dist"
            | "Asst"
            | "Assoc"
            | "Govs"
            | "Drs"
            | "Profs"
            | "Spc"
    )
}

fn is_figured(word: &str) -> bool {
    matches!(
        word,
        "No" | "Nos"
            | "Rs"
            | "Vol"
            | "Fig"
            | "Ch"
            | "Art"
            | "Sec"
            | "Pt"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sep"
            | "Sept"
            | "Oct"
            | "Nov"
            | "Dec"
    )
}

fn is_company(word: &str) -> bool {
    matches!(
        word,
        "Inc"
            | "Corp"
            | "Co"
            | "Cos"
            | "Ltd"
            | "Plc"
            | "Bros"
            | "Jr"
            | "Sr"
            | "Esq"
            | "Univ"
            | "Dept"
            | "Bldg"
            | "Ave"
            | "Blvd"
            | "Rd"
            | "Assn"
            | "Intl"
            | "Mfg"
    )
}

/// The states of the United States as news agencies shorten them.
fn is_state(word: &str) -> bool {
    matches!(
        word,
        "Ala"
            | "Ariz"
            | "Ark"
            | "Calif"
            | "Colo"
            | "Conn"
            | "Fla"
            | "Ga"
            | "Ill"
            | "Ind"
            | "Kan"
            | "Ky"
            | "La"
            | "Md"
            | "Mass"
            | "Mich"
            | "Minn"
            | "Miss"
            | "Mo"
            | "Mont"
            | "Neb"
            | "Nev"
            | "Okla"
            | "Ore"
            | "Pa"
            | "Tenn"
            | "Tex"
            | "Va"
            | "Vt"
            | "Wash"
            | "Wis"
            | "Wyo"
    )
}

/// Whether `word` names a day or month: “Monday”, “Sept”.
pub fn is_day_or_month(word: &str) -> bool {
    matches!(
        word,
        "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "Mon"
            | "Tue"
            | "Tues"
            | "Wed"
            | "Thu"
            | "Thurs"
            | "Fri"
            | "Sat"
            | "Sun"
            | "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    ) || is_figured(word) && !matches!(word, "No" | "Nos" | "Rs" | "Vol" | "Fig" | "Ch" | "Art" | "Sec" | "Pt")
}
