//! Addresses in a program that was built without the network.

use std::path::PathBuf;

use super::{Fetching, Tell};
use crate::error::Error;
use crate::read::{Limits, Opened, harmless_line};

/// No copies are kept of what is not fetched.
pub const fn folder() -> Option<PathBuf> {
    None
}

/// Says that this program fetches nothing, and how to get one that does.
pub fn articles(address: &str, _: &Limits, _: &Fetching, _: Tell) -> Opened {
    Opened::refusal(Error::Source {
        location: harmless_line(address),
        reason: "this program was built without the network".to_owned(),
        remedy: "build it with `cargo install --path . --features net`, or save the page and open the file",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_how_to_get_one_that_fetches() {
        let fetching = Fetching { copies: None, ..Fetching::default() };
        let gathered = articles("https://example.org/", &Limits::default(), &fetching, &mut |_| true);
        assert!(gathered.articles.is_empty());
        assert!(gathered.refused[0].to_string().contains("--features net"));
    }
}
