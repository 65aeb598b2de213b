//! Currencies as written before a figure (“$”, “US$”, “EUR”, “Rs”) and after it (“yuan”, “Hong Kong dollars”, “pence”).

use iso_currency::Currency;

use super::line::Line;
use crate::segment::Shape;
use crate::text::Classes;

/// A currency before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// Index of its first word.
    pub start: usize,
    /// What it may be.
    pub currency: Denomination,
}

/// A currency after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    /// Index of the word after it.
    pub end: usize,
    /// What it may be.
    pub currency: Denomination,
}

/// What the words for a currency say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denomination {
    /// One currency: “US$”, “yuan”.
    Exact(&'static str),
    /// One of a family that several countries use: “pesos”, “¥”.
    Family(&'static Family),
    /// A hundredth: of the pound (“pence”), or of whatever the article counts in (“cents”).
    Hundredth(Option<&'static str>),
    /// “pounds”, which may be weight.
    Pounds,
}

/// Currencies of one name.
#[derive(Debug, PartialEq, Eq)]
pub struct Family {
    /// The one meant where nothing tells.
    pub usual: &'static str,
    /// Words for a country, folded, and its currency.
    pub members: &'static [(&'static str, &'static str)],
}

static DOLLAR: Family = Family {
    usual: "USD",
    members: &[
        ("us", "USD"),
        ("u.s.", "USD"),
        ("american", "USD"),
        ("canadian", "CAD"),
        ("canada", "CAD"),
        ("australian", "AUD"),
        ("australia", "AUD"),
        ("aussie", "AUD"),
        ("kong", "HKD"),
        ("zealand", "NZD"),
        ("singapore", "SGD"),
        ("singaporean", "SGD"),
        ("taiwan", "TWD"),
        ("taiwanese", "TWD"),
        ("jamaican", "JMD"),
        ("jamaica", "JMD"),
        ("fijian", "FJD"),
        ("namibian", "NAD"),
        ("liberian", "LRD"),
        ("zimbabwean", "ZWL"),
        ("bahamian", "BSD"),
        ("barbadian", "BBD"),
    ],
};
static PESO: Family = Family {
    usual: "MXN",
    members: &[
        ("mexican", "MXN"),
        ("mexico", "MXN"),
        ("argentine", "ARS"),
        ("argentinian", "ARS"),
        ("argentina", "ARS"),
        ("chilean", "CLP"),
        ("chile", "CLP"),
        ("colombian", "COP"),
        ("colombia", "COP"),
        ("philippine", "PHP"),
        ("philippines", "PHP"),
        ("filipino", "PHP"),
        ("cuban", "CUP"),
        ("cuba", "CUP"),
        ("uruguayan", "UYU"),
        ("uruguay", "UYU"),
        ("dominican", "DOP"),
    ],
};
static RUPEE: Family = Family {
    usual: "INR",
    members: &[
        ("indian", "INR"),
        ("india", "INR"),
        ("pakistani", "PKR"),
        ("pakistan", "PKR"),
        ("lankan", "LKR"),
        ("lanka", "LKR"),
        ("nepalese", "NPR"),
        ("nepali", "NPR"),
        ("nepal", "NPR"),
        ("mauritian", "MUR"),
        ("mauritius", "MUR"),
        ("seychellois", "SCR"),
    ],
};
static CROWN: Family = Family {
    usual: "SEK",
    members: &[
        ("swedish", "SEK"),
        ("sweden", "SEK"),
        ("norwegian", "NOK"),
        ("norway", "NOK"),
        ("danish", "DKK"),
        ("denmark", "DKK"),
        ("icelandic", "ISK"),
        ("iceland", "ISK"),
        ("czech", "CZK"),
    ],
};
static KRONE: Family =
    Family { usual: "NOK", members: &[("norwegian", "NOK"), ("norway", "NOK"), ("danish", "DKK"), ("denmark", "DKK")] };
static DINAR: Family = Family {
    usual: "RSD",
    members: &[
        ("kuwaiti", "KWD"),
        ("kuwait", "KWD"),
        ("iraqi", "IQD"),
        ("iraq", "IQD"),
        ("jordanian", "JOD"),
        ("jordan", "JOD"),
        ("bahraini", "BHD"),
        ("bahrain", "BHD"),
        ("libyan", "LYD"),
        ("libya", "LYD"),
        ("algerian", "DZD"),
        ("algeria", "DZD"),
        ("tunisian", "TND"),
        ("tunisia", "TND"),
        ("serbian", "RSD"),
        ("serbia", "RSD"),
    ],
};
static RIAL: Family = Family {
    usual: "IRR",
    members: &[
        ("iranian", "IRR"),
        ("iran", "IRR"),
        ("omani", "OMR"),
        ("oman", "OMR"),
        ("yemeni", "YER"),
        ("yemen", "YER"),
        ("saudi", "SAR"),
        ("qatari", "QAR"),
        ("qatar", "QAR"),
        ("cambodian", "KHR"),
        ("cambodia", "KHR"),
    ],
};
static RIYAL: Family = Family {
    usual: "SAR",
    members: &[
        ("saudi", "SAR"),
        ("arabia", "SAR"),
        ("qatari", "QAR"),
        ("qatar", "QAR"),
        ("omani", "OMR"),
        ("yemeni", "YER"),
    ],
};
static DIRHAM: Family =
    Family { usual: "AED", members: &[("uae", "AED"), ("emirati", "AED"), ("moroccan", "MAD"), ("morocco", "MAD")] };
static FRANC: Family = Family {
    usual: "CHF",
    members: &[
        ("swiss", "CHF"),
        ("switzerland", "CHF"),
        ("french", "FRF"),
        ("belgian", "BEF"),
        ("cfa", "XOF"),
        ("rwandan", "RWF"),
        ("congolese", "CDF"),
    ],
};
static LIRA: Family = Family {
    usual: "TRY",
    members: &[
        ("turkish", "TRY"),
        ("turkey", "TRY"),
        ("italian", "ITL"),
        ("italy", "ITL"),
        ("syrian", "SYP"),
        ("lebanese", "LBP"),
    ],
};
static SHILLING: Family = Family {
    usual: "KES",
    members: &[
        ("kenyan", "KES"),
        ("kenya", "KES"),
        ("ugandan", "UGX"),
        ("uganda", "UGX"),
        ("tanzanian", "TZS"),
        ("tanzania", "TZS"),
        ("somali", "SOS"),
    ],
};
static WON: Family = Family { usual: "KRW", members: &[("korean", "KRW")] };
static YEN_OR_YUAN: Family = Family {
    usual: "JPY",
    members: &[
        ("chinese", "CNY"),
        ("china", "CNY"),
        ("yuan", "CNY"),
        ("beijing", "CNY"),
        ("japan", "JPY"),
        ("japanese", "JPY"),
    ],
};
static MARK: Family = Family { usual: "DEM", members: &[("german", "DEM"), ("deutsche", "DEM"), ("finnish", "FIM")] };
static REAL: Family = Family { usual: "BRL", members: &[("brazilian", "BRL")] };
static SOL: Family = Family { usual: "PEN", members: &[("peruvian", "PEN")] };
static POUND: Family = Family {
    usual: "GBP",
    members: &[
        ("british", "GBP"),
        ("sterling", "GBP"),
        ("uk", "GBP"),
        ("egyptian", "EGP"),
        ("syrian", "SYP"),
        ("lebanese", "LBP"),
        ("sudanese", "SDG"),
        ("irish", "IEP"),
    ],
};

/// A currency word, and whether it names a currency without its country.
fn noun(folded: &str) -> Option<(Denomination, IsAlone)> {
    use Denomination::{Exact, Family, Hundredth, Pounds};
    use IsAlone::{No, Yes};
    Some(match folded {
        "dollar" | "dollars" | "buck" | "bucks" | "dlrs" => (Family(&DOLLAR), Yes),
        "euro" | "euros" => (Exact("EUR"), Yes),
        "pound" | "pounds" => (Pounds, Yes),
        "quid" | "sterling" => (Exact("GBP"), Yes),
        "yuan" | "renminbi" | "rmb" => (Exact("CNY"), Yes),
        "yen" => (Exact("JPY"), Yes),
        "rupee" | "rupees" => (Family(&RUPEE), Yes),
        "peso" | "pesos" => (Family(&PESO), Yes),
        "krona" | "kronor" | "kronas" => (Family(&CROWN), Yes),
        "krone" | "kroner" | "krones" => (Family(&KRONE), Yes),
        "crown" | "crowns" | "koruna" | "korunas" => (Family(&CROWN), No),
        "dinar" | "dinars" => (Family(&DINAR), Yes),
        "rial" | "rials" | "riel" | "riels" => (Family(&RIAL), Yes),
        "riyal" | "riyals" | "saudiriyal" => (Family(&RIYAL), Yes),
        "dirham" | "dirhams" => (Family(&DIRHAM), Yes),
        "franc" | "francs" => (Family(&FRANC), Yes),
        "lira" | "liras" | "lire" => (Family(&LIRA), Yes),
        "shilling" | "shillings" => (Family(&SHILLING), Yes),
        "won" => (Family(&WON), Yes),
        "mark" | "marks" | "markka" => (Family(&MARK), No),
        "real" | "reals" => (Family(&REAL), No),
        "reais" => (Exact("BRL"), Yes),
        "sol" | "soles" => (Family(&SOL), No),
        "rouble" | "roubles" | "ruble" | "rubles" => (Exact("RUB"), Yes),
        "hryvnia" | "hryvnias" | "hryvnya" => (Exact("UAH"), Yes),
        "zloty" | "zlotys" | "zlotych" => (Exact("PLN"), Yes),
        "forint" | "forints" => (Exact("HUF"), Yes),
        "leu" | "lei" => (Exact("RON"), Yes),
        "lev" | "leva" => (Exact("BGN"), Yes),
        "shekel" | "shekels" => (Exact("ILS"), Yes),
        "rand" => (Exact("ZAR"), Yes),
        "naira" => (Exact("NGN"), Yes),
        "cedi" | "cedis" => (Exact("GHS"), Yes),
        "birr" => (Exact("ETB"), Yes),
        "baht" => (Exact("THB"), Yes),
        "ringgit" | "ringgits" => (Exact("MYR"), Yes),
        "rupiah" | "rupiahs" => (Exact("IDR"), Yes),
        "dong" => (Exact("VND"), Yes),
        "taka" | "takas" => (Exact("BDT"), Yes),
        "kip" => (Exact("LAK"), Yes),
        "kyat" | "kyats" => (Exact("MMK"), Yes),
        "tenge" => (Exact("KZT"), Yes),
        "bolivar" | "bolivars" | "bolivares" => (Exact("VES"), Yes),
        "guarani" | "guaranies" => (Exact("PYG"), Yes),
        "drachma" | "drachmas" => (Exact("GRD"), Yes),
        "peseta" | "pesetas" => (Exact("ESP"), Yes),
        "bitcoin" | "bitcoins" => (Exact("BTC"), Yes),
        "cent" | "cents" | "penny" | "pennies" => (Hundredth(None), Yes),
        "pence" => (Hundredth(Some("GBP")), Yes),
        "paise" => (Hundredth(Some("INR")), Yes),
        _ => return None,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum IsAlone {
    Yes,
    No,
}

/// The currency that a sign stands for.
fn sign(mark: &str) -> Option<Denomination> {
    use Denomination::{Exact, Family, Hundredth};
    Some(match mark {
        "$" | "＄" => Family(&DOLLAR),
        "€" => Exact("EUR"),
        "£" => Exact("GBP"),
        "¥" | "￥" => Family(&YEN_OR_YUAN),
        "₹" => Exact("INR"),
        "₨" => Family(&RUPEE),
        "₩" => Exact("KRW"),
        "₽" => Exact("RUB"),
        "₺" => Exact("TRY"),
        "₪" => Exact("ILS"),
        "₫" => Exact("VND"),
        "฿" => Exact("THB"),
        "₱" => Exact("PHP"),
        "₦" => Exact("NGN"),
        "₴" => Exact("UAH"),
        "₡" => Exact("CRC"),
        "₲" => Exact("PYG"),
        "₵" => Exact("GHS"),
        "₭" => Exact("LAK"),
        "₸" => Exact("KZT"),
        "₮" => Exact("MNT"),
        "₼" => Exact("AZN"),
        "₾" => Exact("GEL"),
        "₿" => Exact("BTC"),
        "৳" => Exact("BDT"),
        "¢" => Hundredth(None),
        _ => return None,
    })
}

/// The currency of letters before “$”: “US$”, “A$”. Whether a space may stand between is for longer ones only.
fn dollar_letters(folded: &str) -> Option<&'static str> {
    Some(match folded {
        "us" | "u.s." | "usd" => "USD",
        "a" | "au" | "aus" | "aud" => "AUD",
        "c" | "ca" | "can" | "cad" | "cdn" => "CAD",
        "hk" | "hkd" => "HKD",
        "nz" | "nzd" => "NZD",
        "s" | "sg" | "sgd" => "SGD",
        "nt" | "ntd" | "twd" => "TWD",
        "r" | "brl" => "BRL",
        "mex" | "mx" | "mxn" => "MXN",
        "j" | "jmd" => "JMD",
        "tt" => "TTD",
        "z" => "ZWL",
        "n" => "NAD",
        "fj" => "FJD",
        _ => return None,
    })
}

/// Letters that stand for a currency beside a figure and are no ISO code.
fn letters(written: &str) -> Option<Denomination> {
    use Denomination::{Exact, Family, Hundredth};
    Some(match written {
        "Rs" | "rs" => Family(&RUPEE),
        "RMB" | "rmb" => Exact("CNY"),
        "RM" => Exact("MYR"),
        "kr" | "Kr" => Family(&CROWN),
        "SFr" | "Sfr" | "Fr" => Exact("CHF"),
        "Tk" => Exact("BDT"),
        "KSh" | "Ksh" | "Sh" => Family(&SHILLING),
        "LE" | "L.E." | "l.e." => Exact("EGP"),
        "Dh" | "Dhs" => Family(&DIRHAM),
        "NIS" => Exact("ILS"),
        "BTC" => Exact("BTC"),
        "p" => Hundredth(Some("GBP")),
        _ => return None,
    })
}

/// ISO codes that read as another word in capitals.
const OTHER_WORDS: [&str; 20] = [
    "ALL", "AMD", "BAM", "BOB", "COP", "CUP", "ERN", "GEL", "LAK", "MAD", "MOP", "NAD", "PEN", "RON", "SOS", "TOP",
    "TRY", "STD", "CAD", "MGA",
];

/// The currency with ISO code `written`, in capitals (or in small letters where no English word is written so).
fn code(line: Line<'_>, at: usize) -> Option<&'static str> {
    let written = line.written(at);
    (written.len() == 3 && line.is_word(at)).then_some(())?;
    let is_code = match line.shape(at) {
        // Beside a figure “CAD” is money; “COP” may be a policeman, “TOP” a headline.
        Shape::Upper => written == "CAD" || !OTHER_WORDS.contains(&written),
        _ => line.classes(at) == Classes::default() || written.eq_ignore_ascii_case("usd"),
    };
    let currency = Currency::from_code(&written.to_ascii_uppercase()).filter(|_| is_code)?;
    Some(currency.code())
}

/// The currency written directly before word `at`: “$”, “US$”, “EUR”, “Rs.”.
pub fn before(line: Line<'_>, at: usize) -> Option<Before> {
    let last = at.checked_sub(1).filter(|&last| last >= line.start)?;
    let mark = line.word(last);
    if let Some(currency) = sign(mark) {
        if matches!(currency, Denomination::Hundredth(_)) {
            return None;
        }
        if mark == "$"
            && let Some(start) = last.checked_sub(1).filter(|&start| start >= line.start && line.is_word(start))
            && let Some(code) = dollar_letters(line.word(start))
            && (line.glued(last) || line.word(start).len() > 1 || matches!(line.word(start), "c"))
        {
            return Some(Before { start, currency: Denomination::Exact(code) });
        }
        return Some(Before { start: last, currency });
    }
    // “Rs. 500”
    let (start, is_stopped) = match last.checked_sub(1) {
        Some(start) if mark == "." && line.glued(last) && start >= line.start => (start, true),
        _ => (last, false),
    };
    let currency = letters(line.written(start)).filter(|currency| !matches!(currency, Denomination::Hundredth(_)));
    if let Some(currency) = currency {
        return Some(Before { start, currency });
    }
    let code = code(line, start).filter(|_| !is_stopped)?;
    Some(Before { start, currency: Denomination::Exact(code) })
}

/// The currency that begins with word `at`, directly after a number: “yuan”, “Hong Kong dollars”, “€”, “USD”, “pence”.
pub fn after(line: Line<'_>, at: usize) -> Option<After> {
    let exact = |code, end| Some(After { end, currency: Denomination::Exact(code) });
    if let Some(currency) = sign(line.word(at)) {
        return Some(After { end: at + 1, currency });
    }
    if let Some(code) = code(line, at) {
        return exact(code, at + 1);
    }
    if let Some(currency) = letters(line.written(at)) {
        let is_sure = line.glued(at) || currency != Denomination::Hundredth(Some("GBP"));
        return is_sure.then_some(After { end: at + 1, currency });
    }
    // “Hong Kong dollars”: the country, in one word or two, before the noun.
    for place in at..=at + MOST_COUNTRY_WORDS {
        if let Some((currency, alone)) = noun(line.word(place)) {
            let end = place + 1;
            let family = match currency {
                Denomination::Family(family) => Some(family),
                Denomination::Pounds => Some(&POUND),
                _ => None,
            };
            if place == at {
                // “pounds sterling”
                let is_sterling = currency == Denomination::Pounds && line.word(end) == "sterling";
                return match (is_sterling, alone) {
                    (true, _) => exact("GBP", end + 1),
                    (false, IsAlone::Yes) => Some(After { end, currency }),
                    (false, IsAlone::No) => None,
                };
            }
            let country = line.word(place - 1);
            if let Some(family) = family {
                let (_, code) = family.members.iter().find(|(name, _)| *name == country)?;
                return exact(code, end);
            }
            return is_country(line, at).then_some(After { end, currency });
        }
    }
    None
}

/// “Hong Kong”, “New Taiwan”.
const MOST_COUNTRY_WORDS: usize = 2;

/// Whether word `at` can be the country of a currency that needs none: “Chinese yuan”, “euro cents”.
fn is_country(line: Line<'_>, at: usize) -> bool {
    matches!(line.shape(at), Shape::Title | Shape::Upper) || matches!(line.word(at), "euro" | "us")
}
