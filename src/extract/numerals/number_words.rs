//! The words of which numbers are made: what each is worth, and how it joins with its neighbours.

/// How a word takes part in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// “seven”, “twelve”: 0 to 19; and what is written in one, “twentysix”.
    Small(u32),
    /// “forty”: 20 to 90.
    Tens(u32),
    /// “hundred”.
    Hundred,
    /// “thousand”, “million”, “crore”: multiplies what stands before.
    Scale(u64),
    /// “dozen”, “score”: multiplies, and ends the number.
    Group(u64),
    /// “hundreds”, “dozens”: a vague number by itself, a scale after a number.
    Many(u64),
}

/// A number word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberWord {
    /// How it takes part.
    pub role: Role,
    /// Whether it is a place in an order: “seventh”.
    pub ordinal: bool,
}

/// The number word `folded`, if it is one.
pub fn number_word(folded: &str) -> Option<NumberWord> {
    cardinal(folded)
        .map(|role| NumberWord { role, ordinal: false })
        .or_else(|| ordinal(folded).map(|role| NumberWord { role, ordinal: true }))
        .or_else(|| joined(folded))
}

/// The shortest numbers written in one with their tens: “sixtysix”, “sixtyone”.
const SHORTEST_JOINED: usize = 8;

/// “twentysix”, “thirtyfirst”: tens and ones without the hyphen.
fn joined(folded: &str) -> Option<NumberWord> {
    let is_likely = folded.len() >= SHORTEST_JOINED && matches!(folded.as_bytes()[0], b't' | b'f' | b's' | b'e' | b'n');
    let ones_at = is_likely.then(|| folded.find("ty"))?? + "ty".len();
    let (tens, ones) = folded.split_at(ones_at);
    let Some(Role::Tens(tens)) = cardinal(tens) else { return None };
    let (role, ordinal) = match cardinal(ones) {
        Some(role) => (role, false),
        None => (ordinal(ones)?, true),
    };
    match role {
        Role::Small(ones @ 1..10) => Some(NumberWord { role: Role::Small(tens + ones), ordinal }),
        _ => None,
    }
}

fn cardinal(folded: &str) -> Option<Role> {
    use Role::{Group, Hundred, Many, Scale, Small, Tens};
    Some(match folded {
        "zero" | "nought" | "naught" | "nil" => Small(0),
        "one" => Small(1),
        "two" => Small(2),
        "three" => Small(3),
        "four" => Small(4),
        "five" => Small(5),
        "six" => Small(6),
        "seven" => Small(7),
        "eight" => Small(8),
        "nine" => Small(9),
        "ten" => Small(10),
        "eleven" => Small(11),
        "twelve" => Small(12),
        "thirteen" => Small(13),
        "fourteen" => Small(14),
        "fifteen" => Small(15),
        "sixteen" => Small(16),
        "seventeen" => Small(17),
        "eighteen" => Small(18),
        "nineteen" => Small(19),
        "twenty" => Tens(20),
        "thirty" => Tens(30),
        "forty" | "fourty" => Tens(40),
        "fifty" => Tens(50),
        "sixty" => Tens(60),
        "seventy" => Tens(70),
        "eighty" => Tens(80),
        "ninety" => Tens(90),
        "hundred" => Hundred,
        "thousand" => Scale(1_000),
        "lakh" | "lac" => Scale(100_000),
        "million" => Scale(1_000_000),
        "crore" => Scale(10_000_000),
        "billion" => Scale(1_000_000_000),
        "trillion" => Scale(1_000_000_000_000),
        "quadrillion" => Scale(1_000_000_000_000_000),
        "dozen" | "doz" | "dz" | "dozs" | "dzs" => Group(12),
        "tens" => Many(10),
        "hundreds" => Many(100),
        "thousands" => Many(1_000),
        "lakhs" | "lacs" => Many(100_000),
        "millions" => Many(1_000_000),
        "crores" => Many(10_000_000),
        "billions" => Many(1_000_000_000),
        "trillions" => Many(1_000_000_000_000),
        "dozens" => Many(12),
        "scores" => Many(20),
        _ => return None,
    })
}

fn ordinal(folded: &str) -> Option<Role> {
    use Role::{Hundred, Scale, Small, Tens};
    Some(match folded {
        "first" => Small(1),
        "second" => Small(2),
        "third" => Small(3),
        "fourth" => Small(4),
        "fifth" => Small(5),
        "sixth" => Small(6),
        "seventh" => Small(7),
        "eighth" => Small(8),
        "ninth" => Small(9),
        "tenth" => Small(10),
        "eleventh" => Small(11),
        "twelfth" => Small(12),
        "thirteenth" => Small(13),
        "fourteenth" => Small(14),
        "fifteenth" => Small(15),
        "sixteenth" => Small(16),
        "seventeenth" => Small(17),
        "eighteenth" => Small(18),
        "nineteenth" => Small(19),
        "twentieth" => Tens(20),
        "thirtieth" => Tens(30),
        "fortieth" => Tens(40),
        "fiftieth" => Tens(50),
        "sixtieth" => Tens(60),
        "seventieth" => Tens(70),
        "eightieth" => Tens(80),
        "ninetieth" => Tens(90),
        "hundredth" => Hundred,
        "thousandth" => Scale(1_000),
        "millionth" => Scale(1_000_000),
        "billionth" => Scale(1_000_000_000),
        "trillionth" => Scale(1_000_000_000_000),
        _ => return None,
    })
}

/// The parts into which “half”, “thirds”, “quarter” … divide a whole.
pub fn parts(folded: &str) -> Option<u64> {
    match folded {
        "half" | "halves" => return Some(2),
        "quarter" | "quarters" => return Some(4),
        "second" | "seconds" | "first" => return None,
        _ => {}
    }
    match ordinal(folded.strip_suffix('s').unwrap_or(folded))? {
        Role::Small(parts) | Role::Tens(parts) => Some(u64::from(parts)),
        Role::Hundred => Some(100),
        Role::Scale(parts) => Some(parts),
        Role::Group(_) | Role::Many(_) => None,
    }
}

/// What a sign such as “½” is worth, as numerator and denominator.
pub fn fraction_sign(mark: &str) -> Option<(u64, u64)> {
    Some(match mark {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    })
}

/// A scale written as letters after a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleLetters {
    /// What it multiplies by.
    pub scale: u64,
    /// Whether the letters mean a unit, too (“5m”: metres), so that only the surroundings tell.
    pub is_ambiguous: bool,
    /// Whether a space may stand before the letters, whatever follows.
    pub stands_alone: bool,
    /// Whether they may stand between number words, too: “three cr twelve lakh”.
    pub joins_words: bool,
}

/// The scale that `written` stands for after a figure. Letter case tells “5M” from “5m”.
pub fn scale_letters(written: &str) -> Option<ScaleLetters> {
    let (scale, is_ambiguous) = match written {
        "k" | "K" => (1_000, false),
        "M" | "mn" | "Mn" | "mln" | "mil" | "mio" | "MM" => (1_000_000, false),
        "bn" | "Bn" | "BN" | "bln" => (1_000_000_000, false),
        "tn" | "trn" | "Tn" | "trln" => (1_000_000_000_000, false),
        "lkh" | "lkhs" => (100_000, false),
        "cr" | "Cr" => (10_000_000, true),
        "m" => (1_000_000, true),
        "b" | "B" => (1_000_000_000, true),
        "t" | "T" => (1_000_000_000_000, true),
        _ => return None,
    };
    Some(ScaleLetters {
        scale,
        is_ambiguous,
        stands_alone: written.len() > 1 || written == "m",
        joins_words: matches!(written, "cr" | "Cr" | "lkh" | "lkhs"),
    })
}
