//! Numbers of days, minutes and years that are told in words: “twenty-two”, “nineteen ninety-six”.

use super::Reader;

impl Reader<'_> {
    /// A number below a hundred in words, and one past it: “seven”, “twenty-two”, “twenty two”.
    pub(super) fn small_number(&self, at: usize) -> Option<(i16, usize)> {
        let number = below_twenty(self.word(at));
        if number.is_some() {
            return Some((number?, at + 1));
        }
        let tens = tens(self.word(at))?;
        let from = at + 1 + usize::from(self.hyphen(at + 1) && self.glued(at + 1));
        match below_twenty(self.word(from)).filter(|&ones| (1..10).contains(&ones)) {
            Some(ones) => Some((tens + ones, from + 1)),
            None => Some((tens, at + 1)),
        }
    }

    /// A year in words, and one past it: “nineteen ninety-six”, “two thousand and fifteen”, “twenty twenty”.
    pub(super) fn spoken_year(&self, at: usize) -> Option<(i16, usize)> {
        if self.word(at) == "two" && self.word(at + 1) == "thousand" {
            let from = at + 2 + usize::from(self.word(at + 2) == "and");
            return self
                .small_number(from)
                .map(|(rest, end)| (2000 + rest, end))
                .or_else(|| (self.word(at + 2) != "and").then_some((2000, at + 2)));
        }
        let century = match self.word(at) {
            "twenty" => 20,
            word => below_twenty(word).filter(|&century| (15..20).contains(&century))?,
        };
        let from = at + 1 + usize::from(self.word(at + 1) == "hundred" && century < 20);
        let from = from + usize::from(from > at + 1 && self.word(from) == "and");
        let (rest, end) = self.small_number(from).filter(|&(rest, _)| rest >= 10 || from > at + 1)?;
        Some((century * 100 + rest, end))
    }
}

fn below_twenty(word: &str) -> Option<i16> {
    Some(match word {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    })
}

fn tens(word: &str) -> Option<i16> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}
