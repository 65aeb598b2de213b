//! `garble/quotation-marks`: a quotation that never closes, closes without having been opened, or opens twice, so that a
//! reader cannot tell whose words are whose. One entry for a paragraph; the pairing knows the habits of newspapers.

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::{Fault, Paired, quotation_marks};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, ParagraphKind};

/// The rule.
pub const RULE: Rule = Rule { id: "garble/quotation-marks", check };

/// Words shown on each side of the mark.
const AROUND_WORDS: usize = 4;
/// Where so many paragraphs of an article are at fault, its marks were lost on the way and not by its writer.
const MOST_PARAGRAPHS: usize = 6;

fn check(context: &Context) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        let paired = quotation_marks(document);
        let faulty: Vec<_> = paired
            .iter()
            .enumerate()
            .filter(|(paragraph, paired)| {
                !paired.strays.is_empty() && document.paragraphs[*paragraph].kind == ParagraphKind::Body
            })
            .collect();
        if faulty.len() <= MOST_PARAGRAPHS {
            found.extend(faulty.iter().map(|(_, paired)| told(context, ArticleId(article), document, paired)));
        }
    }
    found
}

fn told(context: &Context, article: ArticleId, document: &Document, paired: &Paired) -> Discrepancy {
    let first = paired.strays[0];
    let paragraph = document.sentences[document.words[first.word].sentence()].paragraph;
    let words = document.words_in(document.paragraphs[paragraph].span);
    let from = first.word.saturating_sub(AROUND_WORDS).max(words.start);
    let end = (first.word + AROUND_WORDS + 1).min(words.end);
    let excerpt = Excerpt { article, span: document.span_of(from..end) };
    let (what, reason) = match first.fault {
        Fault::NeverClosed => ("a quotation that never closes", "opens and is not closed before the paragraph ends"),
        Fault::NeverOpened => ("a quotation that was never opened", "closes where no quotation is open"),
        Fault::OpenedTwice => ("a quotation that opens twice", "opens while the quotation before it is still open"),
    };
    let siglum = context.siglum(article);
    Discrepancy {
        kind: DiscrepancyKind::Garble,
        rule: RULE.id,
        severity: if paired.strays.len() > 1 { Severity::High } else { Severity::Medium },
        confidence: 0.8,
        facts: Vec::new(),
        summary: format!("{what}: {siglum} “{}”", shown(context, excerpt)),
        explanation: format!(
            "A quotation mark in {siglum} {reason}. Which words are quoted cannot be told from the text, so a reader may take \
             the writer's words for the speaker's."
        ),
        evidence: vec![excerpt],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    fn check(text: &str, expected: &[&str]) {
        cases::check_alone(&RULE, text, expected);
    }

    #[test]
    fn marks_without_a_partner_are_told_once_a_paragraph() {
        check(
            "It rained.\n\nThe owner said: “We will close the harbour in May.\n\nNobody came.",
            &["The owner said: “We will close the"],
        );
        check(
            "It rained.\n\nWe will go,” she said. They stayed,” he said.\n\nNobody came.",
            &["We will go,” she said. They"],
        );
    }

    #[test]
    fn sound_marks_are_left_alone() {
        check("“We go.\n\n“Then we rest,” she said.\n\nThe ’90s were 6'2\" tall, the owners' son said.", &[]);
        check("He said 'no' and \"yes\" and «oui» and ``si''.", &[]);
    }
}
