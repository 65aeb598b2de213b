//! The themes there are, the user's over those of the program; which of them is on the screen; and what of the user's
//! cannot be used.

use std::sync::LazyLock;

use super::choice::{Background, Surroundings};
use super::scope::{SCOPES, chain, is_known};
use super::words::{Look, look};
use super::{Looks, Theme};
use crate::config::{Mistake, Setting, Settings, nearest};

/// The program's own themes, commented, as `assets/themes.toml` has them.
pub const DEFAULTS: &str = include_str!("../../../assets/themes.toml");

/// The tables of the settings are called this and the name of a theme.
pub const PREFIX: &str = "themes.";
/// The name of the setting that says which theme holds.
pub const CHOICE: &str = "theme";
/// The name that leaves the choice to the terminal.
const AUTO: &str = "auto";
/// The theme beneath one that names no other.
const BASE: &str = "sixteen";
/// The setting that names the theme beneath.
const INHERITS: &str = "inherits";

/// A theme as it is written.
#[derive(Clone, Debug, Default)]
struct Table {
    name: String,
    /// The theme that it is laid over.
    inherits: Option<String>,
    looks: Vec<(String, Look)>,
}

static BUILT_IN: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let mut mistakes = Vec::new();
    let tables = tables(&Settings::parse(DEFAULTS), &mut mistakes);
    debug_assert!(mistakes.is_empty(), "{mistakes:?}");
    tables
});

/// All themes, and the one that holds.
#[derive(Clone, Debug)]
pub struct Themes {
    own: Vec<Table>,
    /// The name in the user's settings, or the one chosen since.
    wanted: String,
    surroundings: Surroundings,
    theme: Theme,
}

impl Default for Themes {
    /// The program's own, in sixteen colours.
    fn default() -> Self {
        let wanted = AUTO.to_owned();
        Self { own: Vec::new(), wanted, surroundings: Surroundings::default(), theme: Themes::built_in(BASE) }
    }
}

impl Themes {
    /// The user's themes over the program's, and what of them cannot be used.
    pub fn new(user: &Settings, surroundings: Surroundings) -> (Self, Vec<Mistake>) {
        let mut mistakes = Vec::new();
        let own = tables(user, &mut mistakes);
        let mut themes = Self { own, wanted: AUTO.to_owned(), surroundings, theme: Theme::keep(Looks::default()) };
        for table in &themes.own {
            let Some(beneath) = &table.inherits else { continue };
            let line = line_of(user, &table.name);
            if !themes.names().any(|name| name == beneath && name != AUTO) {
                mistakes.push(Mistake::new(line, unknown(beneath, themes.names())));
            } else if themes.inherits_itself(&table.name) {
                mistakes.push(Mistake::new(line, format!("“{}” inherits itself", table.name)));
            }
        }
        if let Some(choice) = user.section("").find(|setting| setting.name == CHOICE) {
            match &choice.values[..] {
                [name] if themes.names().any(|known| known == name) => name.clone_into(&mut themes.wanted),
                [name] => mistakes.push(Mistake::new(choice.line, unknown(name, themes.names()))),
                _ => mistakes.push(Mistake::new(choice.line, "“theme” is one name")),
            }
        }
        themes.show();
        (themes, mistakes)
    }

    /// A theme of the program's own.
    pub fn built_in(name: &str) -> Theme {
        Theme::keep(looks(&[], name))
    }

    /// The theme that holds.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// The name of the theme that the user wants; `auto` leaves it to the terminal.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Takes the theme called `name`, when there is one.
    pub fn choose(&mut self, name: &str) {
        if name != self.wanted && self.names().any(|known| known == name) {
            name.clone_into(&mut self.wanted);
            self.show();
        }
    }

    /// Takes the theme after the one that holds, round the end; what it is called.
    pub fn turn(&mut self) -> String {
        let next = {
            let mut after = self.names().skip_while(|name| *name != self.wanted).skip(1);
            // What the terminal's theme is already looks no different under its own name.
            after.find(|name| *name != self.name()).unwrap_or(AUTO).to_owned()
        };
        self.wanted = next;
        self.show();
        if self.wanted == AUTO { format!("{AUTO} ({})", self.name()) } else { self.wanted.clone() }
    }

    /// Takes in what stands behind the letters.
    pub fn learn(&mut self, background: Background) {
        if self.surroundings.background != Some(background) {
            self.surroundings.background = Some(background);
            self.show();
        }
    }

    /// Whether it is worth asking the terminal for its background.
    pub fn wants_background(&self) -> bool {
        self.wanted == AUTO && self.surroundings.can_ask()
    }

    fn name(&self) -> &str {
        if self.wanted == AUTO { self.surroundings.theme() } else { &self.wanted }
    }

    fn show(&mut self) {
        self.theme = Theme::keep(looks(&self.own, self.name()));
    }

    /// The names of all themes, in the order in which they follow each other.
    fn names(&self) -> impl Iterator<Item = &str> {
        let built_in = BUILT_IN.iter().map(|table| table.name.as_str());
        let own = self.own.iter().map(|table| table.name.as_str());
        let own = own.filter(|name| !BUILT_IN.iter().any(|table| table.name == *name));
        std::iter::once(AUTO).chain(built_in).chain(own)
    }

    fn inherits_itself(&self, name: &str) -> bool {
        let mut beneath = self.own.iter().find(|table| table.name == name).and_then(|table| table.inherits.as_deref());
        for _ in 0..=self.own.len() {
            let Some(other) = beneath else { return false };
            if other == name {
                return true;
            }
            beneath = self.own.iter().find(|table| table.name == other).and_then(|table| table.inherits.as_deref());
        }
        false
    }
}

/// The looks of the theme called `name`, each scope from the first table that has it.
fn looks(own: &[Table], name: &str) -> Looks {
    let layers = layers(own, name);
    let given = |scope: &str| {
        let mut looks = layers.iter().flat_map(|table| table.looks.iter().rev());
        looks.find(|(other, _)| other == scope).map(|&(_, look)| look)
    };
    let mut looks = Looks::default();
    for (name, scope) in SCOPES {
        let style = looks.of_mut(scope);
        *style = chain(name).filter_map(given).fold(*style, |style, look| look.over(style));
    }
    looks
}

/// The tables that make up a theme: its own, then that beneath, and so on; each once.
fn layers<'t>(own: &'t [Table], name: &'t str) -> Vec<&'t Table> {
    let mut layers: Vec<&Table> = Vec::new();
    let mut next = Some(name);
    while let Some(name) = next {
        let users = own.iter().find(|table| table.name == name);
        let program = BUILT_IN.iter().find(|table| table.name == name);
        // Who inherits from another theme of the program does not want the one of this name.
        let program = program.filter(|_| users.is_none_or(|table| table.inherits.is_none()));
        let before = layers.len();
        for table in users.into_iter().chain(program) {
            if !layers.iter().any(|known| std::ptr::eq(*known, table)) {
                layers.push(table);
            }
        }
        let found = &layers[before..];
        let beneath = found.iter().find_map(|table| table.inherits.as_deref());
        next = if found.is_empty() { None } else { beneath.or_else(|| (name != BASE).then_some(BASE)) };
    }
    if !layers.iter().any(|table| table.name == BASE) {
        layers.extend(BUILT_IN.iter().filter(|table| table.name == BASE));
    }
    layers
}

/// The themes in a file of settings.
fn tables(settings: &Settings, mistakes: &mut Vec<Mistake>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for section in &settings.sections {
        let Some(rest) = section.name.strip_prefix(PREFIX) else { continue };
        // `differs.text = …` without quotation marks is a table of its own in TOML.
        let (name, before) = rest.split_once('.').unwrap_or((rest, ""));
        if name == AUTO {
            mistakes.push(Mistake::new(
                section.line,
                format!("“{AUTO}” leaves the choice to the terminal; a theme cannot be called so"),
            ));
            continue;
        }
        let place = tables.iter().position(|table| table.name == name).unwrap_or_else(|| {
            tables.push(Table { name: name.to_owned(), ..Table::default() });
            tables.len() - 1
        });
        for setting in &section.settings {
            match understood(before, setting) {
                Ok(Given::Inherits(beneath)) => tables[place].inherits = Some(beneath),
                Ok(Given::Look(scope, look)) => tables[place].looks.push((scope, look)),
                Err(reason) => mistakes.push(Mistake::new(setting.line, reason)),
            }
        }
    }
    tables
}

/// What a setting of a theme says.
enum Given {
    Inherits(String),
    Look(String, Look),
}

fn understood(before: &str, setting: &Setting) -> Result<Given, String> {
    let [value] = &setting.values[..] else { return Err(format!("“{}” is one text", setting.name)) };
    if before.is_empty() && setting.name == INHERITS {
        return Ok(Given::Inherits(value.clone()));
    }
    let scope = if before.is_empty() { setting.name.clone() } else { format!("{before}.{}", setting.name) };
    if !is_known(&scope) {
        let near = nearest(&scope, SCOPES.iter().map(|&(name, _)| name)).unwrap_or_default();
        return Err(format!("a theme has no “{scope}”; the nearest is “{near}”"));
    }
    Ok(Given::Look(scope, look(value)?))
}

fn unknown<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> String {
    format!("there is no theme “{name}”; there are {}", names.collect::<Vec<_>>().join(", "))
}

/// Where the theme called `name` says what it inherits.
fn line_of(settings: &Settings, name: &str) -> usize {
    let section = settings.sections.iter().find(|section| section.name.strip_prefix(PREFIX) == Some(name));
    let inherits = section.and_then(|section| section.settings.iter().find(|setting| setting.name == INHERITS));
    inherits.map_or(1, |setting| setting.line)
}
