//! Which key does what, and where: the tables `keys.…` of the settings, the user's laid over the defaults. A place looks
//! into its own table first, then into the one that it shares with others.

use std::fmt::Write;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use super::mode::KeyPlace;
use crate::config::{DEFAULTS, Mistake, Setting, Settings, nearest};

/// The tables of the settings are called this and the name of a place.
pub const PREFIX: &str = "keys.";

/// An action of a table, and the keys that it has there, as [`label`] names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// What is done.
    pub action: Action,
    /// The keys that do it; none when only the palette has it.
    pub keys: Vec<String>,
}

/// The keys of all places.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// The tables, by name.
    tables: Vec<(String, Vec<Binding>)>,
}

impl Default for Keymap {
    /// The keys as they are when the user sets none.
    fn default() -> Self {
        let mut keymap = Self { tables: Vec::new() };
        let mistakes = keymap.lay_over(&Settings::parse(DEFAULTS));
        debug_assert!(mistakes.is_empty(), "{mistakes:?}");
        keymap
    }
}

impl Keymap {
    /// The user's keys over the defaults; and what of them cannot be used.
    pub fn new(user: &Settings) -> (Self, Vec<Mistake>) {
        let mut keymap = Self::default();
        let mistakes = keymap.lay_over(user);
        (keymap, mistakes)
    }

    fn lay_over(&mut self, settings: &Settings) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for section in &settings.sections {
            let Some(name) = section.name.strip_prefix(PREFIX) else { continue };
            if !KeyPlace::ALL.iter().any(|place| place.tables().contains(&name)) {
                mistakes.push(Mistake::new(section.line, format!("“{}” is no place with keys", section.name)));
                continue;
            }
            let table = self.table_mut(name);
            let mut given: Vec<(String, Action)> = Vec::new();
            for setting in &section.settings {
                let Some((action, keys)) = understood(setting, &mut mistakes) else { continue };
                for key in &keys {
                    match given.iter().find(|(other, _)| other == key) {
                        Some((_, other)) if *other != action => {
                            let reason = format!("“{key}” has “{}” already", other.name());
                            mistakes.push(Mistake::new(setting.line, reason));
                        }
                        _ => given.push((key.clone(), action)),
                    }
                }
                let keys: Vec<_> = keys.into_iter().filter(|key| given.contains(&(key.clone(), action))).collect();
                bind(table, action, keys);
            }
        }
        mistakes
    }

    fn table_mut(&mut self, name: &str) -> &mut Vec<Binding> {
        let place = self.tables.iter().position(|(other, _)| other == name).unwrap_or_else(|| {
            self.tables.push((name.to_owned(), Vec::new()));
            self.tables.len() - 1
        });
        &mut self.tables[place].1
    }

    /// The keys of a place, its own before those that it shares; an action that both have stands once.
    pub fn bindings(&self, place: KeyPlace) -> Vec<&Binding> {
        let mut found: Vec<&Binding> = Vec::new();
        for binding in place.tables().iter().flat_map(|name| self.table(name)) {
            if !found.iter().any(|other| other.action == binding.action) {
                found.push(binding);
            }
        }
        found
    }

    fn table(&self, name: &str) -> &[Binding] {
        self.tables.iter().find(|(other, _)| other == name).map_or(&[], |(_, bindings)| bindings)
    }

    /// What `key` does in `place`.
    pub fn action(&self, place: KeyPlace, key: KeyEvent) -> Option<Action> {
        let label = label(key)?;
        let mut bindings = place.tables().iter().flat_map(|name| self.table(name));
        bindings.find(|binding| binding.keys.contains(&label)).map(|binding| binding.action)
    }

    /// The first key of `action` in `place`.
    pub fn key(&self, place: KeyPlace, action: Action) -> Option<&str> {
        let mut bindings = place.tables().iter().flat_map(|name| self.table(name));
        bindings.find(|binding| binding.action == action)?.keys.first().map(String::as_str)
    }
}

/// Gives `action` these keys in a table, and takes them from whatever has them there.
fn bind(table: &mut Vec<Binding>, action: Action, keys: Vec<String>) {
    for binding in &mut *table {
        binding.keys.retain(|key| !keys.contains(key));
    }
    match table.iter_mut().find(|binding| binding.action == action) {
        Some(binding) => binding.keys = keys,
        None => table.push(Binding { action, keys }),
    }
}

/// The action and the keys that a setting means.
fn understood(setting: &Setting, mistakes: &mut Vec<Mistake>) -> Option<(Action, Vec<String>)> {
    let Some(action) = Action::named(&setting.name) else {
        let mut reason = format!("there is no action “{}”", setting.name);
        if let Some(near) = nearest(&setting.name, Action::ALL.iter().map(|action| action.name())) {
            write!(reason, "; the nearest is “{near}”").expect("a string takes all");
        }
        mistakes.push(Mistake::new(setting.line, reason));
        return None;
    };
    let mut keys = Vec::new();
    for written in &setting.values {
        match named(written) {
            Some(key) => keys.push(key),
            None => mistakes.push(Mistake::new(setting.line, format!("there is no key “{written}”"))),
        }
    }
    (!keys.is_empty() || setting.values.is_empty()).then_some((action, keys))
}

/// The keys that are no characters: their names, and what the terminal calls them.
const NAMED: [(&str, KeyCode); 16] = [
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Tab", KeyCode::Tab),
    ("Esc", KeyCode::Esc),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("Null", KeyCode::Null),
];

/// Function keys go up to here.
const FUNCTION_KEYS: u8 = 12;

/// A key's name: “d”, “D”, “Ctrl-d”, “PageDown”. Shift is named only where it does not show in the character.
pub fn label(key: KeyEvent) -> Option<String> {
    let mut shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let name = match key.code {
        KeyCode::Char(character) if character != ' ' => {
            shift = false;
            character.to_string()
        }
        KeyCode::BackTab => {
            shift = true;
            "Tab".to_owned()
        }
        KeyCode::F(number) if number <= FUNCTION_KEYS => format!("F{number}"),
        code => NAMED.iter().find(|(_, named)| *named == code)?.0.to_owned(),
    };
    let held = |modifier, prefix| if key.modifiers.contains(modifier) { prefix } else { "" };
    let control = held(KeyModifiers::CONTROL, "Ctrl-");
    let alt = held(KeyModifiers::ALT, "Alt-");
    Some(format!("{control}{alt}{}{name}", if shift { "Shift-" } else { "" }))
}

/// The name, as [`label`] gives it, of a key that a user has written in small or large letters.
fn named(written: &str) -> Option<String> {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = written;
    while let Some((prefix, more)) =
        rest.split_once('-').filter(|(prefix, more)| !prefix.is_empty() && !more.is_empty())
    {
        modifiers |= match prefix.to_ascii_lowercase().as_str() {
            "ctrl" | "control" | "c" => KeyModifiers::CONTROL,
            "alt" | "a" => KeyModifiers::ALT,
            "shift" | "s" => KeyModifiers::SHIFT,
            _ => return None,
        };
        rest = more;
    }
    let mut characters = rest.chars();
    let code = match (characters.next(), characters.next()) {
        (Some(' ') | None, None) => return None,
        (Some(character), None) => KeyCode::Char(character),
        _ => match rest.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok()) {
            Some(number) => KeyCode::F(number),
            None => NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(rest))?.1,
        },
    };
    label(KeyEvent::new(code, modifiers))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::tui::hints::hints;

    fn check(place: KeyPlace, code: KeyCode, modifiers: KeyModifiers, expected: Option<Action>) {
        assert_eq!(Keymap::default().action(place, KeyEvent::new(code, modifiers)), expected);
    }

    #[test]
    fn keys_do_what_the_table_says() {
        use KeyPlace::{Note, Read, Select};
        check(Read, KeyCode::Char('d'), KeyModifiers::NONE, Some(Action::NextDiscrepancy));
        check(Read, KeyCode::Char('D'), KeyModifiers::SHIFT, Some(Action::PreviousDiscrepancy));
        check(Read, KeyCode::Char('d'), KeyModifiers::CONTROL, Some(Action::HalfPageDown));
        check(Read, KeyCode::BackTab, KeyModifiers::SHIFT, Some(Action::PreviousArticle));
        check(Read, KeyCode::Char(' '), KeyModifiers::NONE, Some(Action::PageDown));
        check(Read, KeyCode::Char('d'), KeyModifiers::ALT, Some(Action::NextSameKind));
        check(Read, KeyCode::Char('q'), KeyModifiers::ALT, None);
        check(Read, KeyCode::F(5), KeyModifiers::NONE, None);
        check(Select, KeyCode::Char('q'), KeyModifiers::NONE, Some(Action::Leave));
        check(Note, KeyCode::Char('q'), KeyModifiers::NONE, None);
    }

    #[test]
    fn the_defaults_are_free_of_mistakes() {
        let mut keymap = Keymap { tables: Vec::new() };
        assert_eq!(keymap.lay_over(&Settings::parse(DEFAULTS)), []);
    }

    #[test]
    fn no_key_does_two_things_in_one_table() {
        for (name, table) in Keymap::default().tables {
            let mut keys: Vec<_> = table.iter().flat_map(|binding| &binding.keys).collect();
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), count, "{name}");
        }
    }

    /// The mistakes in `settings`, and what the key does in the Read view with them.
    fn with(settings: &str, key: KeyCode) -> (Vec<(usize, String)>, Option<Action>) {
        let (keymap, mistakes) = Keymap::new(&Settings::parse(settings));
        let mistakes = mistakes.into_iter().map(|mistake| (mistake.line, mistake.reason)).collect();
        (mistakes, keymap.action(KeyPlace::Read, KeyEvent::new(key, KeyModifiers::NONE)))
    }

    #[test]
    fn the_users_keys_take_the_place_of_the_defaults() {
        let settings = "[keys.views]\nnext-discrepancy = 'ctrl-n'\nquit = ['d', 'f12']";
        assert_eq!(with(settings, KeyCode::Char('d')), (vec![], Some(Action::Quit)));
        assert_eq!(with(settings, KeyCode::F(12)).1, Some(Action::Quit));
        assert_eq!(with(settings, KeyCode::Char('q')).1, None);
    }

    #[test]
    fn the_users_key_of_one_view_goes_before_that_of_all() {
        assert_eq!(with("[keys.read]\nselect = 'd'", KeyCode::Char('d')), (vec![], Some(Action::Select)));
    }

    #[test]
    fn all_mistakes_are_told_and_the_rest_holds() {
        let settings = "[keys.views]\nnxt-discrepancy = 'a'\nquit = ['Hyper-q', 'Q']\nhelp = 'Q'\nback = ''\n[keys.moon]\nup = 'k'";
        let (mistakes, quit) = with(settings, KeyCode::Char('Q'));
        let expected = [
            (2, "there is no action “nxt-discrepancy”; the nearest is “next-discrepancy”"),
            (3, "there is no key “Hyper-q”"),
            (4, "“Q” has “quit” already"),
            (5, "there is no key “”"),
            (7, "“keys.moon” is no place with keys"),
        ];
        let told: Vec<_> = mistakes.iter().map(|(line, reason)| (*line, reason.as_str())).collect();
        for mistake in expected {
            assert!(told.iter().any(|told| *told == mistake || mistake.0 >= 6 && told.1 == mistake.1), "{mistake:?}");
        }
        assert_eq!(told.len(), expected.len());
        assert_eq!(quit, Some(Action::Quit));
        assert_eq!(with(settings, KeyCode::Backspace).1, Some(Action::Back));
    }

    /// The keys of all places, as the README lists them.
    fn table() -> String {
        let mut table = String::from("| | keys | what they do |\n| --- | --- | --- |\n");
        for (name, bindings) in Keymap::default().tables {
            for (row, binding) in bindings.iter().enumerate() {
                let name = if row == 0 { &name } else { "" };
                let mut keys: Vec<_> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
                if keys.is_empty() {
                    keys.push(format!("`:` {}", binding.action.name()));
                }
                writeln!(table, "| {name} | {} | {} |", keys.join(" "), binding.action.help()).expect("taken");
            }
        }
        table
    }

    #[test]
    fn the_readme_lists_the_keys_there_are() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        let readme = fs::read_to_string(&path).expect("a README");
        let (before, rest) = readme.split_once("<!-- keys -->\n").expect("a place for the keys");
        let (keys, after) = rest.split_once("<!-- /keys -->").expect("its end");
        let table = format!("\n{}\n", table());
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, format!("{before}<!-- keys -->\n{table}<!-- /keys -->{after}")).expect("written");
        } else {
            assert!(keys == table, "the README's keys are out of date; UPDATE_GOLDEN=1 writes them anew");
        }
    }

    #[test]
    fn the_hints_are_for_keys_that_exist() {
        let keymap = Keymap::default();
        for &place in KeyPlace::ALL {
            for &(action, other, _) in hints(place) {
                assert!(keymap.key(place, action).is_some(), "{action:?} in {place:?}");
                assert!(other.is_none_or(|other| keymap.key(place, other).is_some()), "{other:?} in {place:?}");
            }
        }
    }

    #[test]
    fn every_action_stands_somewhere_in_the_settings() {
        let keymap = Keymap::default();
        for &action in Action::ALL {
            let has = |place: &&KeyPlace| keymap.bindings(**place).iter().any(|binding| binding.action == action);
            assert!(KeyPlace::ALL.iter().any(|place| has(&place)), "{action:?}");
        }
    }
}
