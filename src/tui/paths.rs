//! Paths as they are typed: with the user's home as `~`, and completed as far as that is certain.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// No more names than this are told when several would do.
const MOST_TOLD: usize = 6;

/// The path that is meant by what is typed: `~` is the user's home.
pub fn meant(typed: &str) -> PathBuf {
    let home = || etcetera::home_dir().ok();
    match typed.strip_prefix('~') {
        Some("") => home().unwrap_or_else(|| typed.into()),
        Some(rest) if rest.starts_with('/') => {
            home().map_or_else(|| typed.into(), |home| home.join(rest.trim_start_matches('/')))
        }
        _ => typed.into(),
    }
}

/// What `typed` can be completed to: as far as all files that begin so are alike, and their names when they are several.
///
/// # Errors
///
/// When nothing begins so, or the folder cannot be read; worded for the user.
pub fn completed(typed: &str) -> Result<(String, String), String> {
    if typed == "~" {
        return Ok(("~/".to_owned(), String::new()));
    }
    let (folder, start) = typed.rfind('/').map_or(("", typed), |slash| typed.split_at(slash + 1));
    let looked_in = meant(folder);
    let looked_in = if folder.is_empty() { Path::new(".") } else { &looked_in };
    let entries = fs::read_dir(looked_in).map_err(|cause| format!("cannot look into {folder}: {cause}"))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            // What is hidden is meant only by who types its dot.
            let is_meant = name.starts_with(start) && (start.starts_with('.') || !name.starts_with('.'));
            // What could steer the terminal is not offered.
            let harmless = crate::read::harmless(&name, &mut Vec::new()) == name;
            let end = if entry.path().is_dir() { "/" } else { "" };
            (is_meant && harmless).then(|| format!("{name}{end}"))
        })
        .collect();
    names.sort();
    let Some(first) = names.first() else { return Err(format!("nothing there begins with {typed}")) };
    let alike = names.iter().fold(first.as_str(), |alike, name| {
        let same = alike.char_indices().zip(name.chars()).find(|((_, one), other)| one != other);
        let end = same.map_or(alike.len().min(name.len()), |((at, _), _)| at);
        &alike[..end]
    });
    let told = if names.len() == 1 { String::new() } else { listed(&names) };
    Ok((format!("{folder}{alike}"), told))
}

fn listed(names: &[String]) -> String {
    let told = names.iter().take(MOST_TOLD).map(OsStr::new).map(|name| name.to_string_lossy());
    let told = told.collect::<Vec<_>>().join("  ");
    match names.len().saturating_sub(MOST_TOLD) {
        0 => told,
        more => format!("{told}  and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_completed_as_far_as_it_is_certain() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["story-one.md", "story-two.md", ".hidden"] {
            fs::write(folder.path().join(name), "").expect("written");
        }
        fs::create_dir(folder.path().join("reports")).expect("a folder");
        let base = format!("{}/", folder.path().display());
        let check = |typed: &str, path: &str, told: &str| {
            let (found, words) = completed(&format!("{base}{typed}")).expect("something begins so");
            assert_eq!((found, words.as_str()), (format!("{base}{path}"), told));
        };
        check("s", "story-", "story-one.md  story-two.md");
        check("story-t", "story-two.md", "");
        check("r", "reports/", "");
        check(".", ".hidden", "");
        check("", "", "reports/  story-one.md  story-two.md");
        assert!(completed(&format!("{base}x")).is_err());
        assert!(completed(&format!("{base}none/x")).is_err());
    }
}
