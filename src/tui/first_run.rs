//! Whether the reader has been opened before (a marker in the user's folder for such things), and what is said when not.

use std::fs;

use etcetera::BaseStrategy;

use super::action::Action;
use super::app::{App, Message};
use super::mode::KeyPlace;

/// Whether this is the first start ever; from now on it is not. Where no marker can be left, it never is: a hint that
/// came at every start would be a nuisance.
pub fn is_first_run() -> bool {
    let Ok(folders) = etcetera::choose_base_strategy() else { return false };
    let Some(folder) = folders.state_dir().or_else(|| Some(folders.data_dir())) else { return false };
    let folder = folder.join("variorum");
    let marker = folder.join("opened-before");
    fs::create_dir_all(&folder).is_ok() && fs::OpenOptions::new().write(true).create_new(true).open(marker).is_ok()
}

impl App {
    /// Says what one who has never seen the reader needs first; until the first key, and unless there is more to be said.
    pub fn greet(&mut self) {
        let key = |action| self.session.keymap.key(KeyPlace::Read, action);
        let told = [
            (Action::Help, "shows all keys"),
            (Action::NextDiscrepancy, "goes to what differs next"),
            (Action::Palette, "finds any action"),
        ];
        let told: Vec<_> =
            told.into_iter().filter_map(|(action, what)| Some(format!("{} {what}", key(action)?))).collect();
        if self.message.is_none() && !told.is_empty() {
            self.message = Some(Message::Done(told.join(" · ")));
        }
    }
}
