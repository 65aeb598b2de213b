//! The user's own editor, for a note of several lines: `$VISUAL`, or `$EDITOR`, on a file that is taken away afterwards.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// What is called where the user has named no editor.
#[cfg(unix)]
const USUAL: &str = "vi";
#[cfg(not(unix))]
const USUAL: &str = "notepad";

/// What the editor makes of `text`. The terminal is to be given back before.
///
/// # Errors
///
/// When it cannot be started, or ends with an error; worded for the user.
pub fn edit(text: &str) -> Result<String, String> {
    let failed = |cause: std::io::Error| format!("cannot use an editor: {cause}; the note is as it was");
    let mut builder = tempfile::Builder::new();
    let file = builder.prefix("variorum-note-").suffix(".txt").tempfile().map_err(failed)?.into_temp_path();
    fs::write(&file, text).map_err(failed)?;
    let named = ["VISUAL", "EDITOR"].iter().filter_map(std::env::var_os).find(|name| !name.is_empty());
    let editor = named.unwrap_or_else(|| USUAL.into());
    let status = run(&editor, &file).map_err(failed)?;
    if !status.success() {
        return Err(format!("{} ended with an error; the note is as it was", editor.to_string_lossy()));
    }
    let bytes = fs::read(&file).map_err(failed)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The shell knows how `code --wait` is meant. While the editor runs, the keys that interrupt it are for it alone.
#[cfg(unix)]
fn run(editor: &std::ffi::OsStr, file: &Path) -> std::io::Result<ExitStatus> {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use signal_hook::consts::{SIGINT, SIGQUIT};
    use signal_hook::{flag, low_level};

    let mut caught = Vec::new();
    for signal in [SIGINT, SIGQUIT] {
        caught.push(flag::register(signal, Arc::new(AtomicBool::new(false)))?);
    }
    let mut line = editor.to_owned();
    line.push(" \"$@\"");
    let status = Command::new("sh").arg("-c").arg(line).arg("sh").arg(file).status();
    for signal in caught {
        low_level::unregister(signal);
    }
    status
}

#[cfg(not(unix))]
fn run(editor: &std::ffi::OsStr, file: &Path) -> std::io::Result<ExitStatus> {
    Command::new(editor).arg(file).status()
}
