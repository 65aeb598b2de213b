//! Which key does what, and where: one table for each place, in the order in which the help screen shows it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use super::mode::KeyPlace;

/// The keys, as [`label`] names them, and what they do.
pub type Binding = (&'static [&'static str], Action);

const READ: &[Binding] = &[
    (&["d"], Action::NextDiscrepancy),
    (&["D"], Action::PreviousDiscrepancy),
    (&["s"], Action::NextShared),
    (&["S"], Action::PreviousShared),
    (&["e"], Action::NextMention),
    (&["E"], Action::PreviousMention),
    (&["Enter"], Action::NextReading),
    (&["[", "Ctrl-o", "Backspace"], Action::Back),
    (&["]"], Action::Forward),
    (&["Tab"], Action::NextArticle),
    (&["Shift-Tab"], Action::PreviousArticle),
    (&["j", "Down"], Action::Down),
    (&["k", "Up"], Action::Up),
    (&["l", "Right"], Action::Right),
    (&["h", "Left"], Action::Left),
    (&["Ctrl-d"], Action::HalfPageDown),
    (&["Ctrl-u"], Action::HalfPageUp),
    (&["PageDown", "Space"], Action::PageDown),
    (&["PageUp"], Action::PageUp),
    (&["g", "Home"], Action::Top),
    (&["G", "End"], Action::Bottom),
    (&["J"], Action::ApparatusDown),
    (&["K"], Action::ApparatusUp),
    (&["f"], Action::ToggleFollow),
    (&["/"], Action::Search),
    (&["n"], Action::NextMatch),
    (&["N"], Action::PreviousMatch),
    (&["v"], Action::Select),
    (&["m"], Action::Note),
    (&["c"], Action::Confirm),
    (&["x"], Action::Dismiss),
    (&["u"], Action::Doubt),
    (&["w"], Action::WriteReport),
    (&["?"], Action::Help),
    (&["Esc"], Action::ClearSearch),
    (&["q", "Ctrl-c"], Action::Quit),
];

const SELECT: &[Binding] = &[
    (&["l", "Right"], Action::Right),
    (&["h", "Left"], Action::Left),
    (&["j", "Down"], Action::Down),
    (&["k", "Up"], Action::Up),
    (&["m"], Action::Note),
    (&["y"], Action::Copy),
    (&["?"], Action::Help),
    (&["Esc", "q", "v"], Action::Leave),
    (&["Ctrl-c"], Action::Quit),
];

const SEARCH: &[Binding] = &[(&["Enter"], Action::RunSearch), (&["Esc"], Action::Leave), (&["Ctrl-c"], Action::Quit)];

const NOTE: &[Binding] = &[
    (&["Enter", "Ctrl-s"], Action::SaveNote),
    (&["Alt-Enter", "Ctrl-j"], Action::NewLine),
    (&["Esc"], Action::Leave),
    (&["Ctrl-c"], Action::Quit),
];

const HELP: &[Binding] = &[
    (&["j", "Down"], Action::Down),
    (&["k", "Up"], Action::Up),
    (&["PageDown", "Space"], Action::PageDown),
    (&["PageUp"], Action::PageUp),
    (&["Esc", "q", "?"], Action::Leave),
    (&["Ctrl-c"], Action::Quit),
];

/// The keys of a place.
pub const fn bindings(place: KeyPlace) -> &'static [Binding] {
    match place {
        KeyPlace::Read => READ,
        KeyPlace::Select => SELECT,
        KeyPlace::Search => SEARCH,
        KeyPlace::Note => NOTE,
        KeyPlace::Help => HELP,
    }
}

/// What `key` does in `place`.
pub fn action(place: KeyPlace, key: KeyEvent) -> Option<Action> {
    let label = label(key)?;
    bindings(place).iter().find(|(keys, _)| keys.contains(&label.as_str())).map(|&(_, action)| action)
}

/// A key's name: “d”, “D”, “Ctrl-d”, “PageDown”. Shift is named only where it does not show in the character.
fn label(key: KeyEvent) -> Option<String> {
    let mut shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let name = match key.code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(character) => {
            shift = false;
            character.to_string()
        }
        KeyCode::BackTab => {
            shift = true;
            "Tab".to_owned()
        }
        KeyCode::Enter
        | KeyCode::Tab
        | KeyCode::Esc
        | KeyCode::Backspace
        | KeyCode::Up
        | KeyCode::Down
        | KeyCode::Left
        | KeyCode::Right
        | KeyCode::PageUp
        | KeyCode::PageDown
        | KeyCode::Home
        | KeyCode::End => format!("{:?}", key.code),
        _ => return None,
    };
    let held = |modifier, prefix| if key.modifiers.contains(modifier) { prefix } else { "" };
    let control = held(KeyModifiers::CONTROL, "Ctrl-");
    let alt = held(KeyModifiers::ALT, "Alt-");
    Some(format!("{control}{alt}{}{name}", if shift { "Shift-" } else { "" }))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::tui::action::hints;

    const PLACES: [KeyPlace; 5] = [KeyPlace::Read, KeyPlace::Select, KeyPlace::Search, KeyPlace::Note, KeyPlace::Help];

    fn check(place: KeyPlace, code: KeyCode, modifiers: KeyModifiers, expected: Option<Action>) {
        assert_eq!(action(place, KeyEvent::new(code, modifiers)), expected);
    }

    #[test]
    fn keys_do_what_the_table_says() {
        use KeyPlace::{Note, Read, Select};
        check(Read, KeyCode::Char('d'), KeyModifiers::NONE, Some(Action::NextDiscrepancy));
        check(Read, KeyCode::Char('D'), KeyModifiers::SHIFT, Some(Action::PreviousDiscrepancy));
        check(Read, KeyCode::Char('d'), KeyModifiers::CONTROL, Some(Action::HalfPageDown));
        check(Read, KeyCode::BackTab, KeyModifiers::SHIFT, Some(Action::PreviousArticle));
        check(Read, KeyCode::Char(' '), KeyModifiers::NONE, Some(Action::PageDown));
        check(Read, KeyCode::Char('d'), KeyModifiers::ALT, None);
        check(Read, KeyCode::F(5), KeyModifiers::NONE, None);
        check(Select, KeyCode::Char('q'), KeyModifiers::NONE, Some(Action::Leave));
        check(Note, KeyCode::Char('q'), KeyModifiers::NONE, None);
    }

    #[test]
    fn no_key_does_two_things_in_one_place() {
        for place in PLACES {
            let mut keys: Vec<_> = bindings(place).iter().flat_map(|(keys, _)| keys.iter()).collect();
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), count, "{place:?}");
        }
    }

    /// The keys of all places, as the README lists them.
    fn table() -> String {
        let mut table = String::from("| | keys | what they do |\n| --- | --- | --- |\n");
        for place in PLACES {
            for (row, (keys, action)) in bindings(place).iter().enumerate() {
                let name = if row == 0 { place.name().to_lowercase() } else { String::new() };
                let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
                writeln!(table, "| {name} | {} | {} |", keys.join(" "), action.help()).expect("a string takes all");
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
    fn the_hints_name_keys_that_exist() {
        for place in PLACES {
            let keys: Vec<_> = bindings(place).iter().flat_map(|(keys, _)| keys.iter().copied()).collect();
            for (hint, _) in hints(place) {
                let parts: Vec<_> = if *hint == "/" { vec!["/"] } else { hint.split('/').collect() };
                assert!(parts.iter().all(|part| keys.contains(part)), "{hint} in {place:?}");
            }
        }
    }
}
