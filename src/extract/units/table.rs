//! `assets/units.txt`, read once when the first number with something behind it asks: every simple unit with its words,
//! symbols, size and dimension. Prefixed units are not listed there one by one, they are taken apart when met.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{LazyLock, PoisonError, RwLock};

use super::measure::{Measure, Powers, size_of};
use crate::extract::Decimal;

/// The table.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../../assets/units.txt")));

/// A line of the table.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its English singular.
    pub name: &'static str,
    /// What one of it is worth.
    pub measure: Measure,
    /// Symbols of the prefixes its symbols are written with, parted by spaces; its words take every prefix, if any.
    prefixes: &'static str,
}

/// A unit's symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The unit's name.
    pub name: &'static str,
    /// Whether it means the unit only where nothing parts it from the figure: “20C”.
    pub only_glued: bool,
}

/// The simple units, by every way they are written.
pub struct Table {
    units: Vec<Listed>,
    words: HashMap<String, usize>,
    /// Words that begin a name of several words: “nautical”, “watt”.
    beginnings: HashSet<String>,
    symbols: HashMap<&'static str, (usize, bool)>,
}

/// SI prefixes: word, symbol, power of ten.
const PREFIXES: [(&str, &str, i32); 15] = [
    ("pico", "p", -12),
    ("nano", "n", -9),
    ("micro", "µ", -6),
    ("micro", "μ", -6),
    ("milli", "m", -3),
    ("centi", "c", -2),
    ("deci", "d", -1),
    ("hecto", "h", 2),
    ("kilo", "k", 3),
    ("kilo", "K", 3),
    ("mega", "M", 6),
    ("giga", "G", 9),
    ("tera", "T", 12),
    ("peta", "P", 15),
    ("exa", "E", 18),
];

impl Table {
    fn read(text: &'static str) -> Self {
        let mut table =
            Self { units: Vec::new(), words: HashMap::new(), beginnings: HashSet::new(), symbols: HashMap::new() };
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            table.add(line);
        }
        table
    }

    /// Adds a line; one that is malformed is left out (a test says that none is).
    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut columns = line.split('|').map(str::trim);
        let name = columns.next()?;
        let measure = size_of(columns.next()?, Powers::parse(columns.next()?)?)?;
        let prefixes = columns.next()?;
        let index = self.units.len();
        for word in columns.next()?.split_whitespace().chain([name]) {
            let word = word.replace('_', " ").to_lowercase();
            if let Some((first, _)) = word.split_once(' ') {
                self.beginnings.insert(first.to_owned());
            }
            self.words.insert(word, index);
        }
        for symbol in columns.next()?.split_whitespace() {
            let bare = symbol.trim_start_matches('^');
            self.symbols.insert(bare, (index, bare != symbol));
        }
        self.units.push(Listed { name, measure, prefixes });
        Some(())
    }

    /// The unit that the folded words of `phrase` name, the last of them in singular or plural.
    pub fn named(&self, phrase: &str) -> Option<&'static str> {
        self.singular(phrase).or_else(|| self.singular(phrase.strip_suffix('s')?))
    }

    fn singular(&self, phrase: &str) -> Option<&'static str> {
        if let Some(&index) = self.words.get(phrase) {
            return Some(self.units[index].name);
        }
        let (prefix, _, index) = self.prefixed(phrase)?;
        Some(kept(&[prefix, self.units[index].name]))
    }

    /// The prefix, its power of ten and the unit of “kilowatt”.
    fn prefixed(&self, phrase: &str) -> Option<(&'static str, i32, usize)> {
        PREFIXES.iter().find_map(|&(prefix, _, power)| {
            let &index = self.words.get(phrase.strip_prefix(prefix)?)?;
            (!self.units[index].prefixes.is_empty()).then_some((prefix, power, index))
        })
    }

    /// Whether `word` (folded) can begin a name of several words.
    pub fn begins(&self, word: &str) -> bool {
        let is_begun = |word: &str| self.beginnings.contains(word);
        is_begun(word) || PREFIXES.iter().any(|(prefix, _, _)| word.strip_prefix(prefix).is_some_and(is_begun))
    }

    /// The unit whose symbol is `written`.
    pub fn symbol(&self, written: &str) -> Option<Symbol> {
        if let Some(&(index, only_glued)) = self.symbols.get(written) {
            return Some(Symbol { name: self.units[index].name, only_glued });
        }
        PREFIXES.iter().find_map(|&(prefix, letter, _)| {
            let &(index, only_glued) = self.symbols.get(written.strip_prefix(letter)?)?;
            let takes_it = self.units[index].prefixes.split(' ').any(|taken| taken == letter);
            takes_it.then(|| Symbol { name: kept(&[prefix, self.units[index].name]), only_glued })
        })
    }

    /// What one of the simple unit `name` is worth.
    pub fn measure(&self, name: &str) -> Option<Measure> {
        let listed = |name: &str| self.words.get(name).map(|&index| &self.units[index]);
        if let Some(unit) = listed(name).or_else(|| self.units.iter().find(|unit| unit.name == name)) {
            return Some(unit.measure);
        }
        let (_, power, index) = self.prefixed(name)?;
        self.units[index].measure.times_ten_to(power)
    }

    /// The names of all units in the table.
    #[cfg(test)]
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.units.iter().map(|unit| unit.name)
    }
}

/// The name that `parts` make, kept for the rest of the run: a mention names its unit by a plain reference. There are
/// at most as many as the table has pairs of units, whatever the texts say.
pub fn kept(parts: &[&str]) -> &'static str {
    static NAMES: RwLock<BTreeSet<&'static str>> = RwLock::new(BTreeSet::new());
    let name = parts.concat();
    let found = NAMES.read().unwrap_or_else(PoisonError::into_inner).get(name.as_str()).copied();
    found.unwrap_or_else(|| {
        let mut names = NAMES.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(name) = names.get(name.as_str()) {
            return name;
        }
        let name: &'static str = Box::leak(name.into_boxed_str());
        names.insert(name);
        name
    })
}

/// Ten to the power of `exponent`, as a numerator and a denominator.
pub fn ten_to(exponent: i32) -> Option<(Decimal, Decimal)> {
    let whole = (0..exponent.unsigned_abs()).try_fold(Decimal::ONE, |whole, _| whole.checked_mul(Decimal::TEN))?;
    Some(if exponent < 0 { (Decimal::ONE, whole) } else { (whole, Decimal::ONE) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("../../../assets/units.txt").lines();
        let expected: Vec<_> = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .filter_map(|line| line.split('|').next())
            .map(str::trim)
            .collect();
        assert_eq!(TABLE.names().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn prefixes_go_with_words_and_symbols() {
        assert_eq!(TABLE.named("gigawatts"), Some("gigawatt"));
        assert_eq!(TABLE.named("microgrammes"), Some("microgram"));
        assert_eq!(TABLE.symbol("kPa").map(|symbol| symbol.name), Some("kilopascal"));
        assert_eq!(TABLE.symbol("GHz").map(|symbol| symbol.name), Some("gigahertz"));
        assert_eq!(TABLE.named("kilomile"), None);
        assert_eq!(TABLE.symbol("Em"), None);
    }
}
