//! Whether the reader has been opened before: a marker in the user's folder for such things.

use std::fs;

use etcetera::BaseStrategy;

/// Whether this is the first start ever; from now on it is not. Where no marker can be left, it never is: a hint that
/// came at every start would be a nuisance.
pub fn is_first_run() -> bool {
    let Ok(folders) = etcetera::choose_base_strategy() else { return false };
    let Some(folder) = folders.state_dir().or_else(|| Some(folders.data_dir())) else { return false };
    let folder = folder.join("variorum");
    let marker = folder.join("opened-before");
    fs::create_dir_all(&folder).is_ok() && fs::OpenOptions::new().write(true).create_new(true).open(marker).is_ok()
}
