//! `assets/currencies.txt`, read once when the first number asks what stands beside it: nouns, signs, letters and small
//! coins, each with the family of currencies it may mean.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The table.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../../assets/currencies.txt")));

/// Currencies that one word or sign may mean, the usual one first; often there is only one.
#[derive(Debug, PartialEq, Eq)]
pub struct Family {
    /// Never empty.
    pub members: Vec<Member>,
}

/// A currency, and how a text names whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// ISO 4217 code.
    pub code: &'static str,
    /// Countries and peoples, folded, parted by spaces.
    pub countries: &'static str,
}

impl Family {
    /// The one meant where nothing tells.
    pub fn usual(&self) -> &'static str {
        self.members.first().map_or("", |member| member.code)
    }

    /// The currency, where there is only one.
    pub fn only(&self) -> Option<&'static str> {
        match self.members.as_slice() {
            [member] => Some(member.code),
            _ => None,
        }
    }

    /// Whether `code` is one of them.
    pub fn has(&self, code: &str) -> bool {
        self.members.iter().any(|member| member.code == code)
    }

    /// The member that belongs to `country`.
    pub fn of_country(&self, country: &str) -> Option<&'static str> {
        let belongs = |member: &&Member| member.countries.split(' ').any(|known| known == country);
        self.members.iter().find(belongs).map(|member| member.code)
    }
}

/// What a noun for a currency tells.
#[derive(Debug)]
pub struct Noun {
    /// What it may mean.
    pub family: Family,
    /// Whether it means money without its country.
    pub stands_alone: bool,
    /// How many make one unit of the currency: 1, or 100 for a cent.
    pub per_unit: u32,
}

/// Everything that stands for a currency.
#[derive(Default)]
pub struct Table {
    nouns: HashMap<&'static str, Noun>,
    /// “£”, “Rs”: beside a figure.
    signs: HashMap<&'static str, Noun>,
    /// “us$”: letters before a sign.
    lettered: HashMap<String, Family>,
    codes: HashMap<&'static str, Family>,
}

impl Table {
    fn read(text: &'static str) -> Self {
        let mut table = Self::default();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            table.add(line);
        }
        table
    }

    /// Adds a line; one that is malformed is left out (a test says that none is).
    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut columns = line.split('|').map(str::trim);
        let code = columns.next()?;
        let nouns = columns.next()?;
        let member = Member { code, countries: columns.next()? };
        for noun in nouns.split_whitespace() {
            let bare = noun.trim_start_matches('~');
            join(&mut self.nouns, bare, member, 1, bare == noun);
        }
        for sign in columns.next()?.split_whitespace() {
            if sign.len() > 1 && sign.ends_with(['$', '£', '¥', '₵']) && sign.starts_with(|c: char| c.is_alphabetic())
            {
                self.lettered.insert(sign.to_lowercase(), Family { members: vec![member] });
            } else {
                join(&mut self.signs, sign, member, 1, true);
            }
        }
        for coin in columns.next()?.split_whitespace() {
            let (coin, per_unit) = coin.split_once('/')?;
            let map = if is_sign(coin) { &mut self.signs } else { &mut self.nouns };
            join(map, coin, member, per_unit.parse().ok()?, true);
        }
        self.codes.insert(code, Family { members: vec![member] });
        Some(())
    }

    /// What the folded word `noun` means: “dollars”, “pence”.
    pub fn noun(&self, noun: &str) -> Option<&Noun> {
        self.nouns.get(noun)
    }

    /// What a mark or letters beside a figure mean, in this very case: “€”, “Rs”, “p”.
    pub fn sign(&self, written: &str) -> Option<&Noun> {
        match written {
            // Two dozen countries write it; no line of the table could claim it.
            "$" => self.nouns.get("dollar"),
            _ => self.signs.get(written),
        }
    }

    /// What a sign after letters means: “us$”, lower case.
    pub fn lettered(&self, written: &str) -> Option<&Family> {
        self.lettered.get(written)
    }

    /// The currency with this ISO code.
    pub fn code(&self, code: &str) -> Option<&Family> {
        self.codes.get(code)
    }

    /// How many currencies there are.
    #[cfg(test)]
    pub fn codes(&self) -> usize {
        self.codes.len()
    }
}

/// Whether a small coin is written beside a figure only: “50p”, “5¢”.
fn is_sign(coin: &str) -> bool {
    coin.chars().nth(1).is_none()
}

fn join(map: &mut HashMap<&'static str, Noun>, word: &'static str, member: Member, per_unit: u32, stands_alone: bool) {
    let noun = map.entry(word).or_insert(Noun { family: Family { members: Vec::new() }, stands_alone, per_unit });
    noun.family.members.push(member);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::currency;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("../../../assets/currencies.txt").lines();
        assert_eq!(TABLE.codes(), lines.filter(|line| !line.is_empty() && !line.starts_with('#')).count());
    }

    #[test]
    fn a_word_of_several_currencies_is_a_family() {
        let peso = &TABLE.noun("pesos").unwrap().family;
        assert_eq!((peso.usual(), peso.only(), peso.of_country("chile")), ("MXN", None, Some("CLP")));
        assert_eq!(TABLE.noun("yuan").unwrap().family.only(), Some("CNY"));
        assert!(!TABLE.noun("crowns").unwrap().stands_alone);
        assert_eq!(TABLE.noun("pence").unwrap().per_unit, 100);
        assert_eq!(currency::code("CHF"), Some("CHF"));
    }
}
