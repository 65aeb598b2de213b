//! The settings: the defaults that the program carries, and the user's own file. Here they are only read and taken apart;
//! what a setting means is known to its owner (the keymap, the themes), which lays the user's over the defaults.
//!
//! A mistake in the user's file never keeps the program from starting: every one is kept with its line, and the rest holds.

use std::fs;
use std::io;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The defaults, commented, as `assets/config.toml` has them.
pub const DEFAULTS: &str = include_str!("../assets/config.toml");

/// The table of how much is taken from a source.
pub const LIMITS: &str = "limits";

/// The user's file is no longer than this; one that is is no settings file.
const LONGEST_BYTES: u64 = 1 << 20;

/// Where the user's file may be named outright.
const VARIABLE: &str = "VARIORUM_CONFIG";

/// The settings of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The tables, in the order of the file: `keys.views`, and `""` for what stands before the first.
    pub sections: Vec<Section>,
    /// What is wrong with the file.
    pub mistakes: Vec<Mistake>,
}

/// A table of a file of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name, with dots.
    pub name: String,
    /// Its first line in the file, from 1.
    pub line: usize,
    /// What stands in it, in the order of the file.
    pub settings: Vec<Setting>,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Its value, or values: text as it is; numbers, `true` and `false` as they are written.
    pub values: Vec<String>,
    /// Its line in the file, from 1.
    pub line: usize,
}

/// Something in a file of settings that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong, and what could stand there.
    pub reason: String,
}

impl Mistake {
    /// A mistake in `line`.
    pub fn new(line: usize, reason: impl Into<String>) -> Self {
        Self { line, reason: reason.into() }
    }
}

impl Settings {
    /// Takes a file's text apart; what of it is no TOML, or of another form than settings have, is among the mistakes.
    ///
    /// ```
    /// use variorum::config::Settings;
    ///
    /// let settings = Settings::parse("[keys.views]\nquit = 'Q'\nback = [1\n");
    /// let quit = &settings.sections[0].settings[0];
    /// assert_eq!((quit.name.as_str(), quit.values[0].as_str(), quit.line), ("quit", "Q", 2));
    /// assert_eq!(settings.mistakes.len(), 1);
    /// ```
    pub fn parse(text: &str) -> Self {
        let mut settings = Self::default();
        let lines = Lines::of(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let line = error.span().map_or(1, |span| lines.number(span.start));
            settings.mistakes.push(Mistake::new(line, error.message().to_owned()));
        }
        settings.take(&lines, String::new(), 1, table.get_ref());
        settings.sections.sort_by_key(|section| section.line);
        settings.mistakes.sort();
        settings.mistakes.dedup();
        settings
    }

    fn take(&mut self, lines: &Lines, name: String, line: usize, table: &DeTable) {
        let mut section = Section { name, line, settings: Vec::new() };
        for (key, value) in table {
            let line = lines.number(key.span().start);
            let key = key.get_ref();
            if let DeValue::Table(inner) = value.get_ref() {
                let name = if section.name.is_empty() { key.to_string() } else { format!("{}.{key}", section.name) };
                self.take(lines, name, line, inner);
                continue;
            }
            match values(value) {
                Ok(values) => section.settings.push(Setting { name: key.to_string(), values, line }),
                Err(kind) => self.mistakes.push(Mistake::new(line, format!("“{key}” cannot be {kind}"))),
            }
        }
        section.settings.sort_by_key(|setting| setting.line);
        if !section.settings.is_empty() {
            self.sections.push(section);
        }
    }

    /// The settings of the table called `name`.
    pub fn section(&self, name: &str) -> impl Iterator<Item = &Setting> {
        self.sections.iter().filter(move |section| section.name == name).flat_map(|section| &section.settings)
    }
}

/// The user's file, and its text when there is one.
///
/// # Errors
///
/// When it is there and cannot be read; worded for the user.
pub fn of_user() -> Result<Option<(PathBuf, String)>, String> {
    let named = std::env::var_os(VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
    let must_exist = named.is_some();
    let default = || Some(etcetera::choose_base_strategy().ok()?.config_dir().join("variorum").join("config.toml"));
    let Some(path) = named.or_else(default) else { return Ok(None) };
    let told = |reason: &str| format!("cannot read the settings in {}: {reason}; the defaults hold", path.display());
    match fs::metadata(&path) {
        Ok(file) if !file.is_file() => return Err(told("it is no file")),
        Ok(file) if file.len() > LONGEST_BYTES => return Err(told("it is longer than 1 MiB")),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !must_exist => return Ok(None),
        _ => {}
    }
    match fs::read(&path).map(String::from_utf8) {
        Ok(Ok(text)) => Ok(Some((path, text))),
        Ok(Err(_)) => Err(told("it is not UTF-8")),
        Err(error) => Err(told(&error.to_string())),
    }
}

/// The texts of a value; or what it is, where it has none.
fn values(value: &Spanned<DeValue>) -> Result<Vec<String>, &'static str> {
    match value.get_ref() {
        DeValue::Array(items) => items.iter().map(single).collect(),
        _ => single(value).map(|text| vec![text]),
    }
}

fn single(value: &Spanned<DeValue>) -> Result<String, &'static str> {
    match value.get_ref() {
        DeValue::String(text) => Ok(text.to_string()),
        DeValue::Integer(number) => Ok(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Ok(truth.to_string()),
        other => Err(other.type_str()),
    }
}

/// Where the lines of a text begin, so that no setting has to count them anew.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(place, _)| place + 1).collect())
    }

    /// The number of the line with byte `position`, from 1.
    fn number(&self, position: usize) -> usize {
        self.0.partition_point(|&start| start <= position) + 1
    }
}

/// Of `names` the one that is written most like `name`, to be told to who has mistyped it.
pub fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let alike = |other: &str| strsim::jaro_winkler(name, other);
    names.max_by(|one, other| alike(one).total_cmp(&alike(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_free_of_mistakes() {
        assert_eq!(Settings::parse(DEFAULTS).mistakes, []);
    }

    #[test]
    fn every_mistake_has_its_line_and_the_rest_holds() {
        let settings = Settings::parse("theme = 'dark'\n[keys.views]\nquit = {}\nback = 2.5\nhelp = ['h', '?']\n");
        let lines: Vec<_> = settings.mistakes.iter().map(|mistake| mistake.line).collect();
        assert_eq!(lines, [4]);
        let help = settings.section("keys.views").next().expect("the last line");
        assert_eq!((help.name.as_str(), help.values.len(), help.line), ("help", 2, 5));
        assert_eq!(settings.section("").next().map(|theme| theme.values[0].as_str()), Some("dark"));
    }

    #[test]
    fn what_is_no_toml_is_told_and_what_follows_is_read() {
        let settings = Settings::parse("[keys.views\nquit = 'Q'\n[keys.read]\nselect = 'V'\n");
        assert!(!settings.mistakes.is_empty());
        assert!(settings.section("keys.read").any(|setting| setting.name == "select"));
    }
}
