//! Mails, such as newsletters, and pages saved as mails (MHTML).

use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};

use super::isolated::isolated;
use super::{Draft, Refusal, SAVE_AS_TEXT, Source, day, html, with_headline};
use crate::read::Limits;

/// Lines that a mail begins with; a text has hardly two of them.
const HEADERS: [&str; 14] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "received",
    "return-path",
    "mime-version",
    "content-type",
    "delivered-to",
    "dkim-signature",
    "reply-to",
    "x-mailer",
    "snapshot-content-location",
];

/// So many of them make a mail.
const FEWEST_HEADERS: usize = 3;

/// Whether `start`, the beginning of a text, is the head of a mail.
pub fn is_mail(start: &str) -> bool {
    let mut known = 0;
    for line in start.lines() {
        if line.trim().is_empty() {
            break;
        }
        // A line that goes on from the one before, and the line that a mailbox puts before each mail.
        if line.starts_with([' ', '\t']) || line.starts_with("From ") {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return false;
        }
        known += usize::from(HEADERS.iter().any(|header| name.eq_ignore_ascii_case(header)));
    }
    known >= FEWEST_HEADERS
}

/// The article in a mail.
pub fn draft(source: &Source, limits: &Limits) -> Result<Draft, Refusal> {
    check_nesting(source.bytes, limits)?;
    let bytes = source.bytes.to_vec();
    let location = source.location.to_owned();
    let inner = limits.clone();
    let (mut draft, page) = isolated(limits, move || {
        let message = MessageParser::default()
            .parse(&bytes)
            .ok_or_else(|| Refusal::new("it begins like a mail and is none", SAVE_AS_TEXT))?;
        Ok(taken_apart(&message))
    })?;
    let title = draft.title.clone();
    if let Some(page) = page {
        let page = Source { media_type: Some("text/html; charset=utf-8"), ..Source::new(&location, page.as_bytes()) };
        let found = html::draft(&page, &inner)?;
        draft.text = found.text;
        draft.outlet = found.outlet.or(draft.outlet);
        draft.byline = found.byline.or(draft.byline);
        draft.language = found.language;
        draft.published = found.published.or(draft.published);
        draft.title = found.title.or(draft.title);
        draft.doubts.extend(found.doubts);
    } else {
        draft.text = with_headline(title.as_deref(), std::mem::take(&mut draft.text));
    }
    Ok(draft)
}

/// Parts within parts are bounded before anything recurses over them.
fn check_nesting(bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    let bounds = bytes.split(|byte| *byte == b'\n').filter(|line| {
        let line = line.trim_ascii_start();
        let begins = |start: &[u8]| line.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
        begins(b"content-type: multipart/") || begins(b"content-type: message/")
    });
    if bounds.count() as u64 > limits.nesting {
        return Err(Refusal::new(
            format!("it is a mail with more than {} parts within parts", limits.nesting),
            "save the article as plain text, or raise the limit “nesting” in your settings",
        ));
    }
    Ok(())
}

/// What the head of a mail says, with its text; or its page, where that is what it holds.
fn taken_apart(message: &Message) -> (Draft, Option<String>) {
    let sender = message.from().and_then(name_of);
    let mut draft = Draft {
        title: message.subject().map(str::to_owned),
        published: message.date().and_then(|date| day(&date.to_rfc3339())),
        outlet: sender,
        ..Draft::default()
    };
    let is_page = message.header("Snapshot-Content-Location").is_some()
        || message
            .content_type()
            .is_some_and(|kind| kind.c_type == "multipart" && kind.c_subtype.as_deref() == Some("related"));
    let pages = || {
        message.parts.iter().find_map(|part| match &part.body {
            PartType::Html(page) => Some(page.to_string()),
            _ => None,
        })
    };
    let texts: Vec<_> = message
        .text_bodies()
        .filter_map(|part| match &part.body {
            PartType::Text(text) if !text.trim().is_empty() => Some(text.to_string()),
            _ => None,
        })
        .collect();
    if is_page || texts.is_empty() {
        if is_page {
            // The sender of a saved page is the program that saved it, and its day the day of saving.
            draft.outlet = None;
            draft.published = None;
        }
        return (draft, pages());
    }
    draft.text = texts.join("\n\n");
    (draft, None)
}

fn name_of(address: &Address) -> Option<String> {
    let first = address.first()?;
    first.name().or_else(|| first.address()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::formats::articles;
    use crate::read::{Article, Limits};

    fn read(mail: &str) -> Article {
        let opened = articles(&Source::new("news.eml", mail.replace('\n', "\r\n").as_bytes()), &Limits::default());
        assert!(opened.refused.is_empty(), "{:?}", opened.refused);
        opened.articles.into_iter().next().expect("an article")
    }

    #[test]
    fn a_mail_is_its_subject_and_its_text() {
        let found = read(
            "From: =?utf-8?q?Das_Bl=C3=A4ttchen?= <news@example.org>\nTo: reader@example.org\nSubject: River rises\nDate: Thu, 02 May 2024 \
             23:30:00 -0400\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: \
             quoted-printable\n\nThe caf=E9 at the bridge is under water, =\nits owner said.\n",
        );
        assert_eq!(found.text.trim_end(), "River rises\n\nThe café at the bridge is under water, its owner said.");
        assert_eq!(found.outlet.as_deref(), Some("Das Blättchen"));
        assert_eq!(found.published, Some(jiff::civil::date(2024, 5, 2)));
    }

    #[test]
    fn a_saved_page_is_read_as_a_page() {
        let found = read(
            "From: <Saved by a browser>\nSnapshot-Content-Location: https://example.org/river\nSubject: River rises\nDate: Fri, 3 May 2024 \
             08:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: \
             text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html><head><meta charset=3D\"utf-8\"><title>River \
             rises</title></head><body><p>At least 40 people fle=\nd the flood, po=C5=BEega said.</p></body></html>\n--b\nContent-Type: \
             image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n",
        );
        assert_eq!(&*found.text, "River rises\n\nAt least 40 people fled the flood, požega said.");
        assert_eq!((found.outlet, found.published), (None, None));
    }

    #[test]
    fn parts_within_parts_are_bounded() {
        let mut mail = "From: a\nSubject: b\nDate: c\n".to_owned();
        for _ in 0..100_000 {
            mail.push_str("Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n");
        }
        let opened = articles(&Source::new("x", mail.as_bytes()), &Limits::default());
        assert!(opened.refused[0].to_string().contains("“nesting”"), "{:?}", opened.refused);
    }
}
