//! An address → a page, and a page → its articles.

use std::io::Read;

use ureq::{Agent, Proxy};
use url::{Host, Url};

use super::feed::{self, Entry};
use super::{Fetched, Fetching, Freshness, Page, Tell, copies};
use crate::error::Error;
use crate::read::formats::{self, Source};
use crate::read::{Article, Limits, Opened, harmless_line};

/// Servers are told who asks.
const USER_AGENT: &str = concat!("variorum/", env!("CARGO_PKG_VERSION"));
/// What is wanted most; anything else is taken, too.
const ACCEPT: &str =
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml;q=0.9, text/plain;q=0.8, */*;q=0.5";
/// All headers of an answer together.
const HEADER_BYTES: usize = 64 * 1024;
/// So much is read before it is told how far it is.
const PIECE_BYTES: usize = 64 * 1024;
/// The text that a feed gives of an entry stands for its page, when that cannot be had, from so many code points on.
const WHOLE_POINTS: usize = 600;

/// Why a page cannot be had, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Refusal {
    reason: String,
    remedy: &'static str,
}

const CHECK_ADDRESS: &str = "check the address";
const CHECK_NETWORK: &str = "check the network, or save the page and open the file";
const SAVE_PAGE: &str = "open it in a browser, save it and open the file";
const TRY_LATER: &str = "try again later, or save the page and open the file";

impl Refusal {
    fn new(reason: impl Into<String>, remedy: &'static str) -> Self {
        Self { reason: reason.into(), remedy }
    }

    fn of(self, address: &str) -> Error {
        Error::Source { location: harmless_line(address), reason: harmless_line(&self.reason), remedy: self.remedy }
    }
}

/// The articles at `address`: that of a page, or those of the pages that a feed lists. What cannot be read is told, and
/// the others are there.
pub fn articles(address: &str, limits: &Limits, fetching: &Fetching, tell: Tell) -> Opened {
    let progress = Fetched { address, bytes: 0, articles: 0, of: None };
    let refused = |refusal: Refusal| Opened::refusal(refusal.of(address));
    match page(address, fetching, progress, tell) {
        Err(refusal) => refused(refusal),
        Ok(page) if feed::is_feed(&page) => match feed::entries(&page, limits) {
            Ok(entries) => of_feed(&page, entries, limits, fetching, tell),
            Err(reason) => refused(Refusal::new(reason, SAVE_PAGE)),
        },
        Ok(page) => of_page(&page, limits),
    }
}

/// Fetches what a feed lists.
fn of_feed(feed: &Page, mut entries: Vec<Entry>, limits: &Limits, fetching: &Fetching, tell: Tell) -> Opened {
    entries.truncate(fetching.entries);
    if entries.is_empty() {
        return Opened::refusal(Refusal::new("it is a feed without entries", TRY_LATER).of(&feed.address));
    }
    let of = Some(entries.len());
    let mut opened = Opened::default();
    for (number, entry) in (1..).zip(entries) {
        let address = entry.address.clone().unwrap_or_else(|| format!("{}#{number}", feed.address));
        let progress = Fetched { address: &address, bytes: 0, articles: opened.articles.len(), of };
        if !tell(progress) {
            break;
        }
        let mut found = match &entry.address {
            Some(address) => match page(address, fetching, progress, tell) {
                Ok(page) => of_page(&page, limits),
                Err(refusal) => Opened::refusal(refusal.of(address)),
            },
            None => Opened::refusal(Refusal::new("the feed gives no address for it", SAVE_PAGE).of(&address)),
        };
        if found.articles.is_empty()
            && let Some(text) = &entry.text
            && (text.chars().count() >= WHOLE_POINTS || entry.address.is_none())
        {
            let doubts = entry.address.iter().flat_map(|_| &found.refused);
            let doubts = doubts.map(|error| format!("this is what its feed tells of it: {error}"));
            let told = Page {
                address: address.clone(),
                found_at: feed.found_at.clone(),
                media_type: entry.media_type.clone(),
                bytes: text.clone().into_bytes(),
                doubts: doubts.collect(),
            };
            found = of_page(&told, limits);
        }
        found.articles = found.articles.into_iter().map(|article| told_by_feed(article, &entry)).collect();
        opened.add(found, limits.articles);
    }
    opened
}

/// The article with what its feed tells of it and it does not tell itself.
fn told_by_feed(mut article: Article, entry: &Entry) -> Article {
    if !entry.title.is_empty() {
        article.title.clone_from(&entry.title);
    }
    article.published = article.published.or(entry.published);
    article
}

/// The articles of a page: one, as a rule.
fn of_page(page: &Page, limits: &Limits) -> Opened {
    let source = Source { location: &page.address, media_type: page.media_type.as_deref(), bytes: &page.bytes };
    let mut opened = formats::articles(&source, limits);
    for article in &mut opened.articles {
        article.doubts.extend(page.doubts.iter().map(|doubt| harmless_line(doubt)));
    }
    opened
}

/// The page at `address`: its copy or what the server has, as is wanted, and the other where that cannot be had.
fn page(address: &str, fetching: &Fetching, progress: Fetched, tell: Tell) -> Result<Page, Refusal> {
    let url = checked(address, None)?;
    let copy = || copies::find(fetching.copies.as_deref()?, address, fetching.page_bytes);
    let kept = if fetching.freshness == Freshness::Kept { copy() } else { None };
    if let Some(kept) = kept.filter(|kept| !feed::is_feed(kept)) {
        return Ok(kept);
    }
    match fetch(address, url, fetching, progress, tell) {
        Ok(mut page) => {
            if let Some(folder) = &fetching.copies
                && let Err(cause) = copies::keep(folder, &page)
            {
                page.doubts.push(format!("no copy of it could be kept ({cause}): offline it cannot be opened again"));
            }
            Ok(page)
        }
        Err(refusal) => {
            let mut kept = copy().ok_or_else(|| refusal.clone())?;
            kept.doubts
                .push(format!("it could not be fetched anew ({}); this is the copy kept before", refusal.reason));
            Ok(kept)
        }
    }
}

/// The address as it is asked for, when it is one that may be.
fn checked(address: &str, relative_to: Option<&Url>) -> Result<Url, Refusal> {
    let parsed = match relative_to {
        Some(base) => base.join(address),
        None => Url::parse(address),
    };
    let mut url = parsed.map_err(|cause| Refusal::new(format!("it is no address: {cause}"), CHECK_ADDRESS))?;
    if !matches!(url.scheme(), "http" | "https") {
        let reason = format!("only http and https addresses are fetched, and not {}", url.scheme());
        return Err(Refusal::new(reason, SAVE_PAGE));
    }
    url.set_fragment(None);
    Ok(url)
}

/// What the server has at `url`, or where it sends from there.
fn fetch(address: &str, mut url: Url, fetching: &Fetching, mut progress: Fetched, tell: Tell) -> Result<Page, Refusal> {
    let told = |error: ureq::Error| refusal(&error, fetching);
    for _ in 0..=fetching.redirects {
        if !tell(progress) {
            return Err(stopped());
        }
        let answer = agent(&url, fetching).get(url.as_str()).call().map_err(told)?;
        let status = answer.status();
        let header = |name: &str| {
            let value = answer.headers().get(name)?;
            Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        if status.is_redirection()
            && let Some(next) = header("location")
        {
            url = checked(&next, Some(&url)).map_err(|Refusal { reason, remedy }| {
                Refusal::new(format!("it sends on to {next}, but {reason}"), remedy)
            })?;
            continue;
        }
        if !status.is_success() {
            let reason = status.canonical_reason().unwrap_or_default();
            let remedy = match status.as_u16() {
                404 | 410 => CHECK_ADDRESS,
                429 | 500.. => TRY_LATER,
                _ => SAVE_PAGE,
            };
            return Err(Refusal::new(format!("the server answers {} {reason}", status.as_u16()), remedy));
        }
        let media_type = header("content-type");
        let found_at = url.to_string();
        let mut body = answer.into_body().into_with_config().limit(fetching.page_bytes).reader();
        let (mut bytes, mut piece) = (Vec::new(), vec![0; PIECE_BYTES]);
        loop {
            match body.read(&mut piece) {
                Ok(0) => break,
                Ok(count) => bytes.extend_from_slice(&piece[..count]),
                Err(cause) => return Err(told(cause.into())),
            }
            progress.bytes = bytes.len() as u64;
            if !tell(progress) {
                return Err(stopped());
            }
        }
        return Ok(Page { address: address.to_owned(), found_at, media_type, bytes, doubts: Vec::new() });
    }
    let reason = format!("it sends on more than {} times", fetching.redirects);
    Err(Refusal::new(reason, CHECK_ADDRESS))
}

fn stopped() -> Refusal {
    Refusal::new("fetching was stopped", "open it again")
}

/// Asks for a page; redirects are followed above, where each is looked at. Takes the proxy from the environment, as other
/// programs do (though not to this machine itself, as browsers do), and keeps no cookies.
fn agent(url: &Url, fetching: &Fetching) -> Agent {
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    Agent::config_builder()
        .proxy(if is_here { None } else { Proxy::try_from_env() })
        .user_agent(USER_AGENT)
        .accept(ACCEPT)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .max_response_header_size(HEADER_BYTES)
        .timeout_connect(Some(fetching.connected_within))
        .timeout_global(Some(fetching.fetched_within))
        .build()
        .new_agent()
}

/// What went wrong, in words, and what to do.
fn refusal(error: &ureq::Error, fetching: &Fetching) -> Refusal {
    match error {
        ureq::Error::Timeout(_) => {
            let seconds = fetching.fetched_within.as_secs_f32();
            Refusal::new(format!("it was not there within {seconds} seconds"), TRY_LATER)
        }
        ureq::Error::HostNotFound => {
            Refusal::new("there is no server of that name", "check the address and the network")
        }
        ureq::Error::BodyExceedsLimit(limit) => {
            let mebibytes = *limit as f64 / (1024.0 * 1024.0);
            Refusal::new(format!("it is larger than {mebibytes:.0} MiB"), SAVE_PAGE)
        }
        ureq::Error::LargeResponseHeader(..) => {
            Refusal::new(format!("the headers of the answer are larger than {} KiB", HEADER_BYTES / 1024), SAVE_PAGE)
        }
        ureq::Error::Decompress(..) => Refusal::new("what it sends packed cannot be unpacked", TRY_LATER),
        ureq::Error::Protocol(cause) => {
            Refusal::new(format!("the server does not speak http rightly: {cause}"), TRY_LATER)
        }
        ureq::Error::Io(cause) if cause.kind() == std::io::ErrorKind::UnexpectedEof => {
            Refusal::new("the connection ended before the page did", TRY_LATER)
        }
        ureq::Error::Rustls(cause) => Refusal::new(format!("no secure connection: {cause}"), CHECK_NETWORK),
        ureq::Error::Io(cause) => Refusal::new(cause.to_string(), CHECK_NETWORK),
        other => Refusal::new(other.to_string(), CHECK_NETWORK),
    }
}
