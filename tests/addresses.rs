//! Pages and feeds from addresses, however the server behaves: all on this machine, and none leaves it.
#![cfg(feature = "net")]

#[path = "support/program.rs"]
mod program;
#[path = "support/server.rs"]
mod server;

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use program::variorum;
use server::{Reply, Server, page, redirect, status, with_headers};
use variorum::read::places::{Fetched, Fetching, Freshness};
use variorum::read::{Limits, Opened, places};

const RAIN: &str = "Rain in Ottery\n\nIt rained in Ottery on Monday, said Ana Ruiz.";

/// Bounds that a test does not have to wait for.
fn quick() -> Fetching {
    Fetching { copies: None, fetched_within: Duration::from_millis(1500), page_bytes: 100_000, ..Fetching::default() }
}

fn fetched(address: &str, fetching: &Fetching) -> Opened {
    places::articles(address, &Limits::default(), fetching, &mut |_| true)
}

/// The text of the one article at an address.
fn text(address: &str, fetching: &Fetching) -> String {
    let gathered = fetched(address, fetching);
    assert!(gathered.refused.is_empty(), "{:?}", gathered.refused);
    gathered.articles[0].text.to_string()
}

/// What is said of an address that cannot be read.
fn refusal(address: &str) -> String {
    let gathered = fetched(address, &quick());
    assert!(gathered.articles.is_empty(), "{}", gathered.articles[0].text);
    gathered.refused[0].to_string()
}

/// Fails when what is said of an address does not have these words.
fn refused(address: &str, words: &[&str]) {
    let told = refusal(address);
    for word in words.iter().chain(&[address]) {
        assert!(told.contains(word), "{word:?} is not in {told:?}");
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(bytes).expect("memory takes it");
    packed.finish().expect("memory takes it")
}

#[test]
fn a_page_is_fetched_and_the_server_told_who_asks() {
    let server = Server::start();
    server.put("/story?id=1", page("text/plain; charset=utf-8", RAIN));
    assert_eq!(text(&server.at("/story?id=1#part"), &quick()), RAIN);
    let asked = &server.asked()[0].to_ascii_lowercase();
    assert!(asked.contains(&format!("user-agent: variorum/{}", env!("CARGO_PKG_VERSION"))), "{asked}");
    assert!(!asked.contains("cookie") && !asked.contains("#part"), "{asked}");
}

#[test]
fn it_is_told_how_far_the_fetching_is_and_it_can_be_stopped() {
    let server = Server::start();
    server.put("/long", page("text/plain", "rain ".repeat(19_000)));
    let mut told = Vec::new();
    let gathered =
        places::articles(&server.at("/long"), &Limits::default(), &quick(), &mut |Fetched { bytes, .. }| {
            told.push(bytes);
            bytes == 0
        });
    assert!(gathered.articles.is_empty() && gathered.refused[0].to_string().contains("stopped"));
    assert!(told.len() == 2 && told[1] > 0, "{told:?}");
}

#[test]
fn redirects_are_followed_as_far_as_they_may_be() {
    let server = Server::start();
    server.put("/rain", page("text/plain", RAIN));
    server.put("/deep/moved", redirect("../rain"));
    assert_eq!(text(&server.at("/deep/moved"), &quick()), RAIN);
    server.put("/ring", redirect("/around"));
    server.put("/around", redirect("/ring"));
    refused(&server.at("/ring"), &["more than 10 times"]);
    for (path, to, word) in [
        ("/file", "file:///etc/passwd", "not file"),
        ("/odd", "gopher://x/", "not gopher"),
        ("/no", "http://", "no address"),
    ] {
        server.put(path, redirect(to));
        refused(&server.at(path), &["sends on to", word]);
    }
    server.put("/nowhere", status("302 Found", ""));
    refused(&server.at("/nowhere"), &["302"]);
}

#[test]
fn only_http_is_fetched() {
    for address in ["ftp://example.org/a", "file:///etc/passwd", "data://text", "gopher://x/"] {
        refused(address, &["only http and https"]);
    }
    refused("http://", &["no address"]);
}

#[test]
fn what_the_server_refuses_is_said() {
    let server = Server::start();
    refused(&server.at("/missing"), &["404 Not Found", "check the address"]);
    for (line, words) in [
        ("403 Forbidden", ["403", "browser"]),
        ("503 Service Unavailable", ["503", "later"]),
        ("204 No Content", ["empty", ""]),
        ("299 Odd", ["empty", ""]),
    ] {
        server.put("/refused", status(line, ""));
        refused(&server.at("/refused"), &words);
    }
}

#[test]
fn slow_and_silent_servers_are_given_up() {
    let server = Server::start();
    server.put("/slow", Reply::Trickle("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n"));
    server.put("/endless", Reply::Trickle("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"));
    server.put("/slow-head", Reply::Trickle("HTTP/1.1 200 OK\r\nX: "));
    server.put("/silent", Reply::Silence);
    for path in ["/slow", "/endless", "/slow-head", "/silent"] {
        refused(&server.at(path), &["not there within 1.5 seconds", "later"]);
    }
}

#[test]
fn nothing_is_larger_than_it_may_be_even_unpacked() {
    let server = Server::start();
    server.put("/large", page("text/plain", "x".repeat(100_001)));
    let bomb = packed(&vec![b'x'; 50_000_000]);
    assert!(bomb.len() < 60_000);
    server.put("/bomb", with_headers("Content-Encoding: gzip", &bomb));
    for path in ["/large", "/bomb"] {
        refused(&server.at(path), &["it is larger than"]);
    }
    server.put("/fits", page("text/plain", "x".repeat(100_000)));
    assert_eq!(text(&server.at("/fits"), &quick()).len(), 100_000);
    let headers = format!("X: {}\r\n", "y".repeat(30)).repeat(9000);
    server.put("/headers", Reply::Raw(format!("HTTP/1.1 200 OK\r\n{headers}\r\n{RAIN}").into_bytes()));
    let told = refusal(&server.at("/headers"));
    assert!(told.contains("header"), "{told}");
}

#[test]
fn packed_pages_are_unpacked_and_damaged_ones_refused() {
    let server = Server::start();
    server.put("/packed", with_headers("Content-Encoding: gzip", packed(RAIN.as_bytes())));
    assert_eq!(text(&server.at("/packed"), &quick()), RAIN);
    let mut damaged = packed(RAIN.repeat(50).as_bytes());
    damaged.truncate(40);
    server.put("/damaged", with_headers("Content-Encoding: gzip", damaged));
    server.put("/not-packed", with_headers("Content-Encoding: gzip", RAIN));
    for path in ["/damaged", "/not-packed"] {
        assert!(refusal(&server.at(path)).contains("cannot read http"));
    }
}

#[test]
fn wrong_lengths_lose_no_text_unseen() {
    let server = Server::start();
    let raw = |length: usize| format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{RAIN}").into_bytes();
    server.put("/short", Reply::Raw(raw(RAIN.len() + 10)));
    assert!(refusal(&server.at("/short")).contains("cannot read http"));
    server.put("/garbled", Reply::Raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nrain".to_vec()));
    assert!(refusal(&server.at("/garbled")).contains("cannot read http"));
    server.put("/none", Reply::Raw(format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{RAIN}").into_bytes()));
    assert_eq!(text(&server.at("/none"), &quick()), RAIN);
    server.put("/noise", Reply::Raw(b"220 welcome to the mail server\r\n".to_vec()));
    assert!(refusal(&server.at("/noise")).contains("cannot read http"));
}

#[test]
fn what_steers_a_terminal_comes_through_no_address_and_no_answer() {
    let server = Server::start();
    server.put("/steer", redirect("ftp://x/\x1b]0;owned\x07"));
    server.put("/text", page("text/plain", "It rained. \x1b]52;c;aGk=\x07 \u{202e}"));
    let told = [refusal(&server.at("/steer")), refusal("odd\x1b[31m://x"), text(&server.at("/text"), &quick())];
    for told in told {
        assert!(!told.contains(|character: char| character.is_control() && character != '\n'), "{told:?}");
    }
}

#[test]
fn a_page_of_another_encoding_is_read() {
    let server = Server::start();
    server.put("/old", page("text/plain; charset=windows-1252", b"The mayor said \x93no\x94 and left the caf\xe9."));
    server.put("/wrong", page("text/plain; charset=no-such-charset", RAIN));
    assert!(text(&server.at("/old"), &quick()).contains("“no” and left the café"));
    assert_eq!(text(&server.at("/wrong"), &quick()), RAIN);
}

#[test]
fn a_page_is_there_again_without_the_server_and_anew_when_that_is_wanted() {
    let server = Server::start();
    let folder = tempfile::tempdir().expect("a folder");
    let kept = Fetching { copies: Some(folder.path().to_owned()), ..quick() };
    let anew = Fetching { freshness: Freshness::Anew, ..kept.clone() };
    let address = server.at("/rain");
    server.put("/rain", page("text/plain", RAIN));
    let first = fetched(&address, &kept).articles.remove(0);
    server.put("/rain", page("text/plain", "It snowed."));
    let second = fetched(&address, &kept).articles.remove(0);
    assert_eq!((&second.text, &second.sha256, &second.doubts), (&first.text, &first.sha256, &first.doubts));
    assert_eq!(server.asked().len(), 1);
    assert_eq!(text(&address, &anew), "It snowed.");
    assert_eq!(text(&address, &kept), "It snowed.");
    server.put("/rain", status("500 Broken", ""));
    let offline = fetched(&address, &anew);
    assert_eq!(&*offline.articles[0].text, "It snowed.");
    assert!(offline.articles[0].doubts[0].contains("the server answers 500"), "{:?}", offline.articles[0].doubts);
}

const ITEM: &str = "<item><title>TITLE</title><link>LINK</link><pubDate>Mon, 24 Feb 2025 10:00:00 GMT</pubDate></item>";

fn feed(entries: &[(&str, &str)]) -> Reply {
    let items: String =
        entries.iter().map(|(title, link)| ITEM.replace("TITLE", title).replace("LINK", link)).collect();
    page(
        "application/rss+xml",
        format!("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>{items}</channel></rss>"),
    )
}

#[test]
fn the_entries_of_a_feed_are_fetched_and_those_that_cannot_be_are_told() {
    let server = Server::start();
    server.put(
        "/feeds/all",
        feed(&[("Rain", "/rain"), ("Gone", "gone"), ("Snow", "snow"), ("Odd", "file:///etc/passwd")]),
    );
    server.put("/rain", page("text/plain", RAIN));
    server.put("/feeds/snow", page("text/plain", "It snowed."));
    let mut told = Vec::new();
    let gathered = places::articles(&server.at("/feeds/all"), &Limits::default(), &quick(), &mut |fetched| {
        told.push((fetched.articles, fetched.of));
        true
    });
    let titles: Vec<_> = gathered.articles.iter().map(|article| article.title.as_str()).collect();
    assert_eq!(titles, ["Rain", "Snow"]);
    assert_eq!(gathered.articles[0].published, Some(jiff::civil::date(2025, 2, 24)));
    assert_eq!(gathered.articles[1].location, server.at("/feeds/snow"));
    let refused: Vec<_> = gathered.refused.iter().map(ToString::to_string).collect();
    assert!(refused.len() == 2 && refused[0].contains("/feeds/gone: the server answers 404"), "{refused:?}");
    assert!(refused[1].contains("/feeds/all#4: the feed gives no address"), "{refused:?}");
    assert!(told.contains(&(2, Some(4))), "{told:?}");
}

#[test]
fn of_a_long_feed_the_first_entries_are_fetched() {
    let server = Server::start();
    server.put("/rain", page("text/plain", RAIN));
    server.put("/feed", feed(&[("Rain", "/rain"); 9]));
    let few = Fetching { entries: 3, ..quick() };
    assert_eq!(fetched(&server.at("/feed"), &few).articles.len(), 3);
    server.put("/empty", feed(&[]));
    refused(&server.at("/empty"), &["a feed without entries"]);
    server.put("/broken", page("text/xml", "<rss version=\"2.0\"><channel><item></rss>"));
    assert!(refusal(&server.at("/broken")).contains("a feed"));
}

#[test]
fn an_entry_whose_page_is_gone_is_told_by_its_feed() {
    let server = Server::start();
    let told = "It rained in Ottery all day long. ".repeat(30);
    let entry = format!("<item><title>Rain</title><link>/gone</link><description>{told}</description></item>");
    let feed = format!("<rss version=\"2.0\"><channel><title>t</title>{entry}</channel></rss>");
    server.put("/feed", page("text/xml", feed));
    let gathered = fetched(&server.at("/feed"), &quick());
    assert!(gathered.articles[0].text.starts_with("It rained in Ottery") && gathered.refused.is_empty());
    assert!(gathered.articles[0].doubts.iter().any(|doubt| doubt.contains("what its feed tells of it")));
}

#[test]
fn a_feed_is_fetched_anew_and_its_pages_come_from_their_copies() {
    let server = Server::start();
    let folder = tempfile::tempdir().expect("a folder");
    let kept = Fetching { copies: Some(folder.path().to_owned()), ..quick() };
    server.put("/rain", page("text/plain", RAIN));
    server.put("/snow", page("text/plain", "It snowed."));
    server.put("/feed", feed(&[("Rain", "/rain")]));
    assert_eq!(fetched(&server.at("/feed"), &kept).articles.len(), 1);
    server.put("/feed", feed(&[("Snow", "/snow"), ("Rain", "/rain")]));
    server.put("/rain", status("500 Broken", ""));
    assert_eq!(fetched(&server.at("/feed"), &kept).articles.len(), 2);
    server.put("/feed", Reply::Raw(Vec::new()));
    server.put("/snow", Reply::Raw(Vec::new()));
    let offline = fetched(&server.at("/feed"), &kept);
    assert_eq!((offline.articles.len(), offline.refused.len()), (2, 0));
}

/// Runs the program with a data folder that lasts.
fn run(data: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = variorum(data).args(arguments).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it writes UTF-8");
    (output.status.code().expect("it ends by itself"), text(output.stdout), text(output.stderr))
}

#[test]
fn the_program_reports_on_addresses_and_does_so_again_offline() {
    let server = Server::start();
    let data = tempfile::tempdir().expect("a folder");
    server.put("/one", page("text/plain", "Ten men fled the Ottery prison, said Ana Ruiz."));
    server.put("/two", page("text/plain", "Twelve men fled the Ottery prison, said Ana Ruiz."));
    let (one, two, gone) = (server.at("/one"), server.at("/two"), server.at("/gone"));
    let (code, report, messages) = run(data.path(), &["report", "--format", "json", &one, &gone, &two]);
    assert_eq!(code, 1);
    assert!(messages.contains(&format!("cannot read {gone}: the server answers 404")), "{messages}");
    let comparison: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(comparison["sources"][1]["location"], two.as_str());
    assert_eq!(comparison["discrepancies"][0]["kind"], "number");
    server.put("/one", status("500 Broken", ""));
    server.put("/two", status("500 Broken", ""));
    let (code, again, messages) = run(data.path(), &["report", "--format", "json", &one, &two]);
    assert_eq!((code, messages.as_str()), (0, ""));
    assert_eq!(again, report.replace(&format!("{gone} "), ""));
    let (code, _, messages) = run(data.path(), &["report", &gone]);
    assert!(code == 1 && messages.contains("404"), "{messages}");
}

#[test]
fn the_program_groups_what_a_feed_lists() {
    let server = Server::start();
    let data = tempfile::tempdir().expect("a folder");
    server.put("/a", page("text/plain", "Ten men fled the Ottery prison on Monday, warden Ana Ruiz said."));
    server.put("/b", page("text/plain", "The Kelso bridge fell into the river Tweed."));
    server.put("/c", page("text/plain", "Warden Ana Ruiz says ten prisoners escaped from Ottery."));
    server.put("/feed", feed(&[("Ten flee", "/a"), ("Bridge falls", "/b"), ("Escape", "/c")]));
    let (code, stories, messages) = run(data.path(), &["group", &server.at("/feed")]);
    assert_eq!((code, messages.as_str()), (0, ""));
    let stories: Vec<serde_json::Value> =
        stories.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(stories[0]["sources"][1]["id"], server.at("/c").as_str());
    assert_eq!(stories[1]["title"], "Bridge falls");
}
