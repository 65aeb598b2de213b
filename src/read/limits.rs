//! How much is taken from a source, so that no file or page can fill the memory or stop the work.

/// The bounds. What lies beyond one is refused with a message that names it.
///
/// ```
/// use variorum::read::Limits;
///
/// let mut limits = Limits::default();
/// limits.set("articles", "20").unwrap();
/// assert_eq!(limits.articles, 20);
/// assert!(limits.set("articles", "many").unwrap_err().contains("a whole number"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest source, and the largest text after unpacking, in MiB. News articles are a few kilobytes.
    pub source_mib: u64,
    /// The largest page, mail, Markdown text or PDF, in MiB: taking one apart needs many times its size in memory. Pages
    /// of news reach five.
    pub page_mib: u64,
    /// The articles of one story.
    pub articles: u64,
    /// Tags within tags of a page, parts within parts of a mail. Pages of news reach sixty.
    pub nesting: u64,
    /// The time in which a source must be taken apart.
    pub seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { source_mib: 64, page_mib: 16, articles: 5000, nesting: 512, seconds: 10 }
    }
}

/// What a limit may be set to at most: no memory holds more, and the arithmetic stays exact.
const LARGEST: u64 = 1 << 20;

impl Limits {
    /// The names in a file of settings.
    pub const NAMES: [&'static str; 5] = ["source-mib", "page-mib", "articles", "nesting", "seconds"];

    /// Sets the limit called `name`.
    ///
    /// # Errors
    ///
    /// When there is no such limit, or the value is none; worded for the user.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let place = match name {
            "source-mib" => &mut self.source_mib,
            "page-mib" => &mut self.page_mib,
            "articles" => &mut self.articles,
            "nesting" => &mut self.nesting,
            "seconds" => &mut self.seconds,
            _ => return Err(format!("there is no limit “{name}”; there are {}", Self::NAMES.join(", "))),
        };
        match value.parse() {
            Ok(number @ 1..=LARGEST) => *place = number,
            _ => return Err(format!("“{name}” is a whole number from 1 to {LARGEST}")),
        }
        Ok(())
    }

    /// The largest source, in bytes.
    pub const fn source_bytes(&self) -> u64 {
        self.source_mib << 20
    }

    /// The largest page, in bytes.
    pub const fn page_bytes(&self) -> u64 {
        self.page_mib << 20
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_sets_one_limit() {
        for name in Limits::NAMES {
            let mut limits = Limits::default();
            limits.set(name, "7").unwrap();
            assert_ne!(limits, Limits::default(), "{name}");
        }
    }

    #[test]
    fn what_is_no_limit_is_told_and_changes_nothing() {
        let mut limits = Limits::default();
        for (name, value) in [("nesting", "0"), ("nesting", "-3"), ("seconds", "99999999"), ("speed", "3")] {
            assert!(limits.set(name, value).is_err());
        }
        assert_eq!(limits, Limits::default());
    }
}
