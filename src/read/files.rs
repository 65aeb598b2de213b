//! Files, folders and standard input as sources.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::formats::{Source, articles};
use super::places::{self, Fetched, Fetching};
use super::{Article, Limits, Opened, harmless_line};
use crate::error::{Error, Result};

/// Reads the sources in the order given: a path of a file, a folder (each of its files that holds an article, by
/// name), an address of a page or of a feed, or `-` for standard input. What cannot be read is told, and the others are
/// opened.
///
/// # Errors
///
/// When none of them could be read; the message names the first and says what to do.
pub fn open(list: &[PathBuf], limits: &Limits) -> Result<Opened> {
    sources(list, limits, &Fetching::default(), |_| true)
}

/// How far the reading of a story is.
#[derive(Clone, Copy, Debug)]
pub struct Reached<'a> {
    /// What is read.
    pub read: &'a [Article],
    /// How many articles there are to be read in all.
    pub of: usize,
    /// What is read next.
    pub now: &'a str,
}

/// The same; before it reads the next article, and while it fetches one, it tells how far it is, and ends with what it has
/// when `tell` says no.
///
/// # Errors
///
/// As `open`.
pub fn sources(
    list: &[PathBuf],
    limits: &Limits,
    fetching: &Fetching,
    mut tell: impl FnMut(Reached) -> bool,
) -> Result<Opened> {
    let folders: Vec<_> = list.iter().map(|source| source.is_dir().then(|| paths_in(source))).collect();
    let of = folders.iter().map(|paths| paths.as_ref().map_or(1, |paths| paths.as_ref().map_or(1, Vec::len))).sum();
    let mut opened = Opened::default();
    for (source, paths) in list.iter().zip(folders) {
        let shown = source.display().to_string();
        match paths {
            Some(Ok(paths)) => {
                let goes_on = folder(&shown, &paths, &mut opened, limits, |opened, now| {
                    tell(Reached { read: &opened.articles, of, now: &harmless_line(now) })
                });
                if !goes_on {
                    break;
                }
            }
            Some(Err(cause)) => opened.add(refused(&shown, &reason(&cause), "check its permissions"), limits.articles),
            None => {
                if !tell(Reached { read: &opened.articles, of, now: &harmless_line(&shown) }) {
                    break;
                }
                let found = if source.as_os_str() == "-" {
                    standard_input(limits)
                } else if places::is_address(source) {
                    places::articles(&shown, limits, fetching, &mut |fetched| {
                        let of = of + fetched.of.map_or(0, |of| of.saturating_sub(1));
                        tell(Reached { read: &opened.articles, of, now: &told(fetched) })
                    })
                } else {
                    file(source, limits)
                };
                opened.add(found, limits.articles);
            }
        }
    }
    opened.numbered()
}

/// How far the fetching is, in words.
fn told(fetched: Fetched) -> String {
    let address = harmless_line(fetched.address);
    match (fetched.bytes / 1024, fetched.of) {
        (0, None) => address,
        (0, Some(of)) => format!("{address} ({} of {of})", fetched.articles + 1),
        (kibibytes, _) => format!("{address} ({kibibytes} KiB)"),
    }
}

fn standard_input(limits: &Limits) -> Opened {
    match bytes_of(io::stdin().lock(), limits) {
        Ok(bytes) => articles(&Source::new("-", &bytes), limits),
        Err(cause) => refused("standard input", &cause.to_string(), "pipe an article's text into it"),
    }
}

fn file(path: &Path, limits: &Limits) -> Opened {
    let shown = path.display().to_string();
    let read = || {
        let file = fs::metadata(path)?;
        if let Some(told) = unreadable(&file, path) {
            return Ok(Err(told));
        }
        bytes_of(fs::File::open(path)?, limits).map(Ok)
    };
    match read() {
        Ok(Ok(bytes)) => articles(&Source::new(&shown, &bytes), limits),
        Ok(Err(told)) => refused(&shown, told, "name a file that holds the article's text"),
        Err(cause) => {
            let remedy = match cause.kind() {
                io::ErrorKind::NotFound => "check the path",
                io::ErrorKind::PermissionDenied => "check its permissions",
                _ => "check that it is a readable file",
            };
            refused(&shown, &reason(&cause), remedy)
        }
    }
}

/// All that comes, up to one byte more than the limit.
fn bytes_of(from: impl Read, limits: &Limits) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limits.source_bytes() + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Where a shell puts the output of a command that it hands over as a file.
const PIPES_OF_THE_SHELL: [&str; 3] = ["/dev/fd", "/proc/self/fd", "/dev/stdin"];

/// What is no file and is never opened: a pipe may never end, and opening a device may do something.
fn unreadable(file: &fs::Metadata, path: &Path) -> Option<&'static str> {
    let from_the_shell = PIPES_OF_THE_SHELL.iter().any(|folder| path.starts_with(folder));
    if file.is_file() {
        None
    } else if file.is_dir() {
        Some("it is a folder in a folder")
    } else if from_the_shell && !is_device(file) {
        None
    } else {
        Some("it is a pipe, a socket or a device, and no file")
    }
}

#[cfg(unix)]
fn is_device(file: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    file.file_type().is_char_device() || file.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_file: &fs::Metadata) -> bool {
    false
}

/// The files in a folder, by name.
fn paths_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    // What begins with a dot is hidden from its owner, too.
    paths.retain(|path| !path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")));
    paths.sort();
    Ok(paths)
}

/// Adds the articles in a folder's files; its own sub-folders, and what holds no article, are named. Whether to go on.
fn folder(
    shown: &str,
    paths: &[PathBuf],
    opened: &mut Opened,
    limits: &Limits,
    mut tell: impl FnMut(&Opened, &str) -> bool,
) -> bool {
    let (before, mut others) = (opened.articles.len(), Vec::new());
    for path in paths {
        if !tell(opened, &path.display().to_string()) {
            return false;
        }
        let found = file(path, limits);
        for error in &found.refused {
            let name = harmless_line(&path.file_name().unwrap_or(OsStr::new("?")).to_string_lossy());
            others.push(match error {
                Error::Source { reason, .. } => format!("{name} ({reason})"),
                other => format!("{name} ({other})"),
            });
        }
        opened.add(Opened { refused: Vec::new(), ..found }, limits.articles);
        if opened.articles.len() as u64 >= limits.articles {
            break;
        }
    }
    if opened.articles.len() == before {
        let what = if paths.is_empty() { "no file".to_owned() } else { format!("no article: {}", listed(&others)) };
        opened.add(refused(shown, &format!("it holds {what}"), "name the articles' files"), limits.articles);
    } else if !others.is_empty() {
        let told = format!("{} in {} passed over: {}", count(others.len()), harmless_line(shown), listed(&others));
        opened.passed_over.push(told);
    }
    true
}

/// So many are named; more would fill the screen.
const MOST_NAMED: usize = 8;

fn listed(names: &[String]) -> String {
    let named = names[..names.len().min(MOST_NAMED)].join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

fn count(files: usize) -> String {
    if files == 1 { "1 file".to_owned() } else { format!("{files} files") }
}

/// What the system said, without the number that only programmers know.
fn reason(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be read".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder in a folder".to_owned(),
        _ if cause.raw_os_error() == Some(TOO_MANY_LINKS) => "it is a link that leads in a circle".to_owned(),
        _ => cause.to_string(),
    }
}

/// `ELOOP`, where this program runs most.
#[cfg(target_os = "linux")]
const TOO_MANY_LINKS: i32 = 40;
#[cfg(not(target_os = "linux"))]
const TOO_MANY_LINKS: i32 = 62;

fn refused(location: &str, reason: &str, remedy: &'static str) -> Opened {
    Opened::refusal(Error::Source { location: harmless_line(location), reason: reason.to_owned(), remedy })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(sources: &[PathBuf]) -> Result<Opened> {
        open(sources, &Limits::default())
    }

    #[test]
    fn a_folder_opens_its_articles_by_name_and_names_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let files: [(&str, &[u8]); 6] = [
            ("b.txt", b"Second."),
            ("a.htm", b"<!doctype html><p>First.</p>"),
            ("meta.json", b"{}"),
            ("cover.png", b"\x89PNG\0\0"),
            (".hidden", b"Not seen."),
            ("c", b"{\"text\": \"Third.\"}\n{\"text\": \"Fourth.\"}"),
        ];
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        fs::create_dir(folder.path().join("old")).unwrap();
        let opened = opened(&[folder.path().to_owned()]).unwrap();
        let found: Vec<_> = opened.articles.iter().map(|article| (article.siglum.as_str(), &*article.text)).collect();
        assert_eq!(found, [("a", "First."), ("b", "Second."), ("c", "Third."), ("d", "Fourth.")]);
        let told = &opened.passed_over[0];
        assert!(told.starts_with("3 files in ") && told.contains("cover.png (it is a picture), meta.json ("), "{told}");
        assert!(told.contains("old (it is a folder in a folder)"), "{told}");
        assert!(opened.refused.is_empty());
    }

    #[test]
    fn it_is_told_how_far_the_reading_is_and_what_is_read_can_be_had_without_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "b.txt", "c.txt"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let mut told = Vec::new();
        let list = [folder.path().to_owned(), folder.path().join("missing.txt")];
        let opened = sources(&list, &Limits::default(), &Fetching::default(), |reached| {
            let name = reached.now.rsplit('/').next().unwrap_or_default().to_owned();
            told.push((reached.read.len(), reached.of, name));
            told.len() < 3
        });
        let opened = opened.unwrap();
        assert_eq!(opened.articles.iter().map(|article| &*article.text).collect::<Vec<_>>(), ["a.txt", "b.txt"]);
        let expected = [(0, 4, "a.txt"), (1, 4, "b.txt"), (2, 4, "c.txt")];
        assert_eq!(told, expected.map(|(read, of, name)| (read, of, name.to_owned())));
    }

    #[test]
    fn what_cannot_be_an_article_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let check = |name: &str, bytes: &[u8], reason: &str| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            let message = opened(&[path]).unwrap_err().to_string();
            assert!(message.contains(name) && message.contains(reason), "{message}");
        };
        check("empty.txt", b" \n", "it is empty");
        check("picture.txt", b"\x89PNG\0\0", "it is a picture");
        check("zeros.txt", b"a\0b\0\0c", "it is no text");
        let missing = opened(&[folder.path().join("missing.txt")]).unwrap_err().to_string();
        assert!(missing.contains("missing.txt: there is no such file; check the path"), "{missing}");
        let nothing = tempfile::tempdir().unwrap();
        let told = opened(&[nothing.path().to_owned()]).unwrap_err().to_string();
        assert!(told.contains("it holds no file"), "{told}");
    }

    #[test]
    fn the_others_open_where_one_cannot() {
        let folder = tempfile::tempdir().unwrap();
        let fine = folder.path().join("fine.txt");
        fs::write(&fine, "It rained.").unwrap();
        let opened = opened(&[folder.path().join("missing"), fine.clone(), fine]).unwrap();
        assert_eq!((opened.articles.len(), opened.refused.len()), (2, 1));
        assert_eq!(opened.articles[1].siglum, "b");
        assert!(opened.messages().next().unwrap().contains("missing"));
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_and_devices_are_told_and_never_opened() {
        let folder = tempfile::tempdir().unwrap();
        let circle = folder.path().join("circle");
        std::os::unix::fs::symlink(&circle, &circle).unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("itself")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", folder.path().join("zero")).unwrap();
        fs::write(folder.path().join("z.txt"), "It rained.").unwrap();
        let found = opened(&[folder.path().to_owned()]).unwrap();
        assert_eq!(found.articles.len(), 1);
        let told = &found.passed_over[0];
        assert!(told.contains("circle (it is a link that leads in a circle)"), "{told}");
        assert!(told.contains("itself (it is a folder in a folder)") && told.contains("zero (it is a pipe"), "{told}");
        assert!(opened(&["/dev/zero".into()]).unwrap_err().to_string().contains("a device"));
    }
}
