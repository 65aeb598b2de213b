//! Addresses as sources: pages are fetched over http(s), and the articles that a feed lists with them.
//!
//! What is fetched is kept as a copy in the user's data folder, so that a story can be opened again without a network,
//! and notes find the words they are bound to. A page comes from its copy unless it is to be fetched anew; a feed, whose
//! use is what is new in it, the other way round.

mod address;
#[cfg(feature = "net")]
mod copies;
#[cfg(feature = "net")]
mod feed;
#[cfg(feature = "net")]
mod page;
#[cfg(not(feature = "net"))]
mod without;

use std::path::PathBuf;
use std::time::Duration;

pub use address::is_address;
#[cfg(feature = "net")]
use copies::folder;
#[cfg(feature = "net")]
pub use feed::{Entry, entries};
#[cfg(feature = "net")]
pub use page::articles;
#[cfg(not(feature = "net"))]
pub use without::articles;
#[cfg(not(feature = "net"))]
use without::folder;

/// How addresses are fetched, and within which bounds.
#[derive(Clone, Debug)]
pub struct Fetching {
    /// What is taken first.
    pub freshness: Freshness,
    /// The folder of the copies; `None` keeps none.
    pub copies: Option<PathBuf>,
    /// So often may one page send to another.
    pub redirects: usize,
    /// Within this time a connection must stand.
    pub connected_within: Duration,
    /// Within this time a page must be there, with all redirects.
    pub fetched_within: Duration,
    /// A page has no more bytes than this, unpacked.
    pub page_bytes: u64,
    /// So many entries of a feed are fetched, the first.
    pub entries: usize,
}

/// What is taken first of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Freshness {
    /// The copy that was kept, where there is one.
    #[default]
    Kept,
    /// What the server has now.
    Anew,
}

impl Default for Fetching {
    fn default() -> Self {
        Self {
            freshness: Freshness::default(),
            copies: folder(),
            redirects: 10,
            connected_within: Duration::from_secs(10),
            fetched_within: Duration::from_secs(30),
            page_bytes: 16 * 1024 * 1024,
            entries: 100,
        }
    }
}

/// How far the fetching is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fetched<'a> {
    /// What is being fetched, as the user or a feed names it.
    pub address: &'a str,
    /// How much of it is there.
    pub bytes: u64,
    /// How many articles there are already.
    pub articles: usize,
    /// How many there are to be in all, where a feed tells.
    pub of: Option<usize>,
}

/// Is told how far the fetching is; when it answers `false`, what is fetched is left and the rest is not begun.
pub type Tell<'t> = &'t mut dyn FnMut(Fetched) -> bool;

/// Bytes from an address, and what the server says about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it was asked for.
    pub address: String,
    /// Where it was found, when it was sent on; what its relative links are relative to.
    pub found_at: String,
    /// The media type that came with it, such as `text/html; charset=iso-8859-1`.
    pub media_type: Option<String>,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What was odd about the fetching, in words.
    pub doubts: Vec<String>,
}
