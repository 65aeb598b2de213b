//! The user's settings at work: the keys, the themes, and all that is wrong with the file, told together.

use std::path::Path;

use super::keymap::{self, Keymap};
use super::theme::{self, Surroundings, Themes};
use crate::config::{self, Mistake, Section, Settings};
use crate::read::Limits;

/// What holds in this session.
#[derive(Debug, Default)]
pub struct UserSettings {
    /// The keys.
    pub keymap: Keymap,
    /// The themes.
    pub themes: Themes,
    /// The name that notes are signed with; may be empty.
    pub author: String,
    /// What of the user's file cannot be used, if anything.
    pub mistakes: Option<Mistakes>,
}

/// What is wrong with the user's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistakes {
    /// The file, or what is to be said of it.
    pub heading: String,
    /// Each mistake with its line, by line.
    pub told: Vec<Mistake>,
}

impl UserSettings {
    /// The settings in the user's file, laid over the defaults.
    pub fn read(surroundings: Surroundings) -> Self {
        match config::of_user() {
            Ok(None) => Self::of(None, surroundings),
            Ok(Some((path, text))) => Self::of(Some((&path, &text)), surroundings),
            Err(reason) => {
                let heading = harmless(&reason);
                Self { mistakes: Some(Mistakes { heading, told: Vec::new() }), ..Self::of(None, surroundings) }
            }
        }
    }

    /// The settings in the text of a file.
    pub fn of(file: Option<(&Path, &str)>, surroundings: Surroundings) -> Self {
        let (path, text) = file.unwrap_or((Path::new(""), ""));
        let settings = Settings::parse(text);
        let (keymap, of_keys) = Keymap::new(&settings);
        let (themes, of_themes) = Themes::new(&settings, surroundings);
        let author = settings.section("").find(|setting| setting.name == AUTHOR);
        let author = author.and_then(|setting| setting.values.first()).map(|name| harmless(name).trim().to_owned());
        let author = author.filter(|name| !name.is_empty()).unwrap_or_else(logged_in);
        let unknown = settings.sections.iter().flat_map(unknown);
        let mut told: Vec<_> =
            settings.mistakes.iter().cloned().chain(of_keys).chain(of_themes).chain(unknown).collect();
        told.sort();
        told.dedup();
        for mistake in &mut told {
            mistake.reason = harmless(&mistake.reason);
        }
        let mistakes = (!told.is_empty()).then(|| Mistakes { heading: harmless(&path.display().to_string()), told });
        Self { keymap, themes, author, mistakes }
    }
}

impl Mistakes {
    /// How many there are, and the first, in a line.
    pub fn summary(&self) -> String {
        match &self.told[..] {
            [] => self.heading.clone(),
            [only] => format!("a mistake in your settings: line {}: {}", only.line, only.reason),
            [first, ..] => {
                let count = self.told.len();
                format!("{count} mistakes in your settings, the first: line {}: {}", first.line, first.reason)
            }
        }
    }
}

/// The setting for the name that notes are signed with.
const AUTHOR: &str = "author";

/// Who is logged in, as the system calls them.
fn logged_in() -> String {
    let names = ["USER", "LOGNAME", "USERNAME"].iter().filter_map(|variable| std::env::var(variable).ok());
    names.map(|name| harmless(&name).trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}

/// What a table of settings has that nobody reads.
fn unknown(section: &Section) -> Vec<Mistake> {
    let name = section.name.as_str();
    let owned = |prefix: &str| name.starts_with(prefix);
    if owned(keymap::PREFIX) || owned(theme::PREFIX) {
        return Vec::new();
    }
    if name == config::LIMITS {
        let told = section.settings.iter().filter_map(|setting| {
            let value = setting.values.first().map_or("", String::as_str);
            Limits::default().set(&setting.name, value).err().map(|reason| Mistake::new(setting.line, reason))
        });
        return told.collect();
    }
    if name.is_empty() {
        let unread = section.settings.iter().filter(|setting| ![theme::CHOICE, AUTHOR].contains(&&*setting.name));
        let told = unread.map(|setting| {
            let reason = format!(
                "there is no setting “{}” outside a table; there are “{}” and “{AUTHOR}”",
                setting.name,
                theme::CHOICE
            );
            Mistake::new(setting.line, reason)
        });
        return told.collect();
    }
    let tables = "[keys.views] and others for keys, [themes.mine] and others for themes, and [limits]";
    vec![Mistake::new(section.line, format!("there is no table “{name}”; there are {tables}"))]
}

/// On one line, without anything that could steer the terminal: it comes from a file.
fn harmless(text: &str) -> String {
    crate::read::harmless(text, &mut Vec::new()).replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &str)]) {
        let settings = UserSettings::of(Some((Path::new("config.toml"), text)), Surroundings::default());
        let told = settings.mistakes.map_or(Vec::new(), |mistakes| mistakes.told);
        let lines: Vec<_> = told.iter().map(|mistake| mistake.line).collect();
        assert_eq!(lines, expected.iter().map(|&(line, _)| line).collect::<Vec<_>>(), "{told:#?}");
        for (mistake, (_, words)) in told.iter().zip(expected) {
            assert!(mistake.reason.contains(words), "{mistake:?}");
        }
    }

    #[test]
    fn mistakes_of_every_kind_are_told_together_by_line() {
        check(
            "theme = 'drak'\ncolour = true\n[keys.views]\nquit = 'Hyper-q'\nback = 2.5\n[themes.mine]\nquiet = 'pink'\n\
             [mouse]\nwheel = 3\n[keys.moon]\nup = 'k'\n",
            &[
                (1, "drak"),
                (2, "“colour”"),
                (4, "Hyper-q"),
                (5, "cannot be"),
                (7, "pink"),
                (8, "“mouse”"),
                (10, "keys.moon"),
            ],
        );
    }

    #[test]
    fn the_settings_that_the_program_prints_are_free_of_mistakes() {
        check(&format!("{}\n{}", config::DEFAULTS, theme::DEFAULTS), &[]);
        check("", &[]);
    }

    #[test]
    fn nothing_in_the_file_can_steer_the_terminal() {
        let settings = UserSettings::of(Some((Path::new("c"), "theme = \"\\u001b[2J\\n\"")), Surroundings::default());
        let mistakes = settings.mistakes.expect("a mistake");
        assert!(!mistakes.summary().chars().any(char::is_control), "{mistakes:?}");
    }
}
