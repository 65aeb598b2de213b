//! `garble/encoding`: characters that came out wrong because a text was read in another encoding than it was written in
//! (“â€™” for an apostrophe), and marks of the page's language left in the text (“&amp;”). One entry for an article.

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::read::{ArticleId, Excerpt};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule { id: "garble/encoding", check };

/// Places that are shown.
const MOST_SHOWN: usize = 6;
/// Longer pieces without a space are addresses or code.
const MOST_BYTES: usize = 80;
/// What stands in the text of pages for a character or a line.
const LEFT_OVER: [&str; 12] = [
    "&amp;", "&quot;", "&nbsp;", "&#39;", "&#8217;", "&#8220;", "&rsquo;", "&ldquo;", "&mdash;", "<p>", "<br>", "<br/>",
];

fn check(context: &Context) -> Vec<Discrepancy> {
    let documents = context.documents.iter().enumerate();
    documents.filter_map(|(article, document)| in_text(context, ArticleId(article), &document.text)).collect()
}

fn in_text(context: &Context, article: ArticleId, text: &str) -> Option<Discrepancy> {
    let mut evidence: Vec<Excerpt> = Vec::new();
    let mut count = 0;
    let mut start = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let end = start + piece.trim_end().len();
        if piece.len() <= MOST_BYTES && is_damaged(piece) {
            count += 1;
            if evidence.len() < MOST_SHOWN {
                evidence.push(Excerpt { article, span: Span::new(start, end) });
            }
        }
        start += piece.len();
    }
    let first = *evidence.first()?;
    let siglum = context.siglum(article);
    let words = shown(context, first);
    let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
    Some(Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity: if count > 2 { Severity::High } else { Severity::Medium },
        confidence: 0.95,
        facts: Vec::new(),
        summary: format!("characters gone wrong: {siglum} “{words}”{more}"),
        explanation: format!(
            "“{words}” in {siglum} holds characters that nobody wrote: the text was read in another encoding than it was \
             written in, or marks of the page were left in it. Apostrophes, dashes and accents are affected."
        ),
        evidence,
    })
}

/// Whether a piece without spaces shows UTF-8 read as a one-byte encoding, a character lost, or an entity.
fn is_damaged(piece: &str) -> bool {
    if piece.is_ascii() && !piece.contains(['&', '<']) {
        return false;
    }
    let mut letters = piece.chars().zip(piece.chars().skip(1));
    // The first byte of a sequence read alone is one of these letters; its second byte comes out as a sign, a letter only
    // of a few, and never as a plain one (“São”, “âge” are sound).
    let misread = letters.any(|(first, second)| {
        matches!(first, 'Ã' | 'Â' | 'â') && (is_second_byte(second) || (first == 'Ã' && second == 'Â'))
    });
    misread
        || piece.chars().any(|letter| letter == '\u{fffd}' || ('\u{80}'..='\u{9f}').contains(&letter))
        || (!piece.contains("://") && LEFT_OVER.iter().any(|mark| piece.contains(mark)))
}

/// Whether a character is what a byte from 0x80 to 0xBF becomes in a Western one-byte encoding, letters left out.
fn is_second_byte(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{bf}' | '€' | '‚' | 'ƒ' | '„' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '˜' | '™' | '›')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    #[test]
    fn misread_characters_are_told_once() {
        cases::check(&RULE, &["Rain\n\nThe townâ€™s harbour and the cafÃ© were closed."], &[&["townâ€™s", "cafÃ©"]]);
        cases::check_alone(&RULE, "Rain\n\nBoats &amp; nets were lost.", &["&amp;"]);
        cases::check_alone(&RULE, "Rain\n\nThe towns\u{fffd} nets were lost.", &["towns\u{fffd}"]);
    }

    #[test]
    fn accents_and_addresses_are_left_alone() {
        let text =
            "Rain\n\nThe SÃO JOÃO, l’âge, château, “Ångström” and £5 at https://harbour.example/?a=1&amp;b=2 in May.";
        cases::check(&RULE, &[text], &[]);
    }
}
