//! The report as a file in the current folder. A file that was there before is never touched: the report takes the next
//! free name, and keeps it until the reader is left.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::report::write_file;

/// The file that the reports of this session go to.
#[derive(Debug, Default)]
pub struct ReportFile {
    chosen: Option<PathBuf>,
}

impl ReportFile {
    /// Writes `text`; where it is now.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write(&mut self, text: &str) -> Result<&Path> {
        let path = self.chosen.get_or_insert_with(|| free_name(Path::new("")));
        write_file(path, text)?;
        Ok(path)
    }
}

/// The first of `variorum-report.md`, `variorum-report-2.md`, … that does not exist in `folder`.
fn free_name(folder: &Path) -> PathBuf {
    let names = std::iter::once("variorum-report.md".to_owned())
        .chain((2_u64..).map(|number| format!("variorum-report-{number}.md")));
    let mut paths = names.map(|name| folder.join(name));
    paths.find(|path| path.symlink_metadata().is_err()).expect("some number is free")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(free_name(folder.path()), folder.path().join("variorum-report.md"));
        std::fs::write(folder.path().join("variorum-report.md"), "mine").expect("written");
        assert_eq!(free_name(folder.path()), folder.path().join("variorum-report-2.md"));
    }
}
