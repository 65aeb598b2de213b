//! The outline in Markdown: only syntax. Everything that comes from an article or a note goes through [`Plain`].

mod escape;
mod tables;

use std::fmt::Write;

use super::excerpts::Excerpts;
use super::manner::{Manner, PROGRAM};
use super::outline::{Citation, Entry, Outline, Quotation, Remark, Run, Summary};
use crate::compare::Status;
use crate::notes::Verdict;
use escape::Plain;

/// The whole report. The same outline gives the same bytes: there is no clock in it.
pub fn render(outline: &Outline, manner: &Manner) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_report(&mut out, outline, manner);
    out
}

fn write_report(out: &mut String, outline: &Outline, manner: &Manner) -> std::fmt::Result {
    writeln!(out, "# Comparison of {}\n", count(outline.articles.len(), "article"))?;
    writeln!(
        out,
        "Made by {PROGRAM} from the texts alone. It shows what the articles say, word for word, and where they part; \
         it does not know who is right. “No discrepancy found” does not mean “confirmed”.\n",
    )?;
    making(out, manner)?;
    tables::articles(out, &outline.articles)?;
    summary(out, outline)?;
    if !outline.discrepancies.is_empty() {
        writeln!(
            out,
            "## Discrepancies\n\nGravest first. ¶ counts the paragraphs of an article from its headline on.\n"
        )?;
        outline.discrepancies.iter().try_for_each(|entry| discrepancy(out, entry))?;
    }
    if !outline.quotations.is_empty() {
        writeln!(out, "## Quotations compared\n\nWords that another article quotes differently are in bold.\n")?;
        outline.quotations.iter().enumerate().try_for_each(|(index, quoted)| quotation(out, index, quoted))?;
    }
    tables::facts(out, &outline.facts)?;
    tables::single(out, &outline.single)?;
    tables::names(out, &outline.facts.sigla, &outline.names)?;
    remarks(out, &outline.notes)?;
    tables::coverage(out, &outline.articles)
}

/// When and how it was made, and what is left out of it.
fn making(out: &mut String, manner: &Manner) -> std::fmt::Result {
    match manner.excerpts {
        Excerpts::Full => {}
        Excerpts::Short => writeln!(out, "These texts must not be copied: their words are cut to short excerpts.\n")?,
        Excerpts::None => writeln!(
            out,
            "These texts must not be copied: places are told by paragraph (¶) and by code points, counted from 0 over the \
             whole text, instead of by their words.\n"
        )?,
    }
    let Some(making) = &manner.making else { return Ok(()) };
    if let Some(at) = &making.at {
        writeln!(out, "Made at {}.", Plain(at))?;
    }
    // Two hyphens stay two: some renderers make a dash of them.
    writeln!(out, "To make it again: {}\n", Plain(&making.command).to_string().replace("--", r"\-\-"))
}

/// “1 article”, “3 articles”.
fn count(number: usize, noun: &str) -> String {
    match (number, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {noun}s"),
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

fn summary(out: &mut String, outline: &Outline) -> std::fmt::Result {
    let Summary { severities, verdicts, facts, passages } = &outline.summary;
    writeln!(out, "## Summary\n")?;
    write!(out, "- **{}**", count(outline.discrepancies.len(), "discrepancy"))?;
    list(out, ": ", severities.iter().map(|(severity, number)| format!("{number} {}", severity.name())))?;
    list(out, "; judged so far: ", verdicts.iter().map(|(verdict, number)| format!("{number} {}", verdict.name())))?;
    let number = |wanted| facts.iter().find(|&&(status, _)| status == wanted).map_or(0, |&(_, number)| number);
    let (alike, differently) = (number(Status::Shared), number(Status::Conflicting));
    writeln!(
        out,
        "\n- {} told by several articles: {alike} alike, {differently} differently; {} told by one article alone",
        count(alike + differently, "fact"),
        number(Status::Single),
    )?;
    writeln!(out, "- {} told by sentences of several articles", count(*passages, "passage"))?;
    for origin in &outline.origins {
        write!(out, "- Articles {} have a **common origin**: ", Plain(&origin.sigla))?;
        write!(out, "{} of the shorter text stands in the other, word for word", percent(origin.share))?;
        if let Some(agency) = &origin.agency {
            write!(out, "; the agency credited is {}", Plain(agency))?;
        }
        writeln!(out, ". Where they agree, count them as one witness.")?;
    }
    writeln!(out)
}

/// The items, separated by commas, after `lead`; nothing where there are none.
fn list(out: &mut String, lead: &str, items: impl Iterator<Item = String>) -> std::fmt::Result {
    let items: Vec<_> = items.collect();
    if items.is_empty() { Ok(()) } else { write!(out, "{lead}{}", items.join(", ")) }
}

fn discrepancy(out: &mut String, entry: &Entry) -> std::fmt::Result {
    writeln!(out, "### {} · {} · {}\n", entry.id, entry.severity.name(), Plain(&entry.summary))?;
    for (words, context) in &entry.evidence {
        write!(out, "- ")?;
        citation(out, words)?;
        if let Some(context) = context {
            write!(out, " — in: ")?;
            runs(out, context)?;
        }
        writeln!(out)?;
    }
    if !entry.silent.is_empty() {
        let silent: Vec<_> = entry.silent.iter().map(|siglum| format!("**{}**", Plain(siglum))).collect();
        writeln!(out, "- {} – *not told*", silent.join(", "))?;
    }
    writeln!(out, "\nWhy: {}\n", Plain(&entry.explanation))?;
    write!(out, "*{} · rule {} · ", entry.kind, Plain(entry.rule))?;
    if let Some(grade) = entry.grade {
        write!(out, "readings: {grade} · ")?;
    }
    let verdict = if entry.verdict == Verdict::Open { "not judged yet" } else { entry.verdict.name() };
    writeln!(out, "confidence {:.2} · verdict: {verdict}*\n", entry.confidence)?;
    comment(out, entry.comment, &entry.signature)
}

/// What the user wrote, line by line as it was written.
fn comment(out: &mut String, comment: &str, signature: &str) -> std::fmt::Result {
    let lines: Vec<_> = comment.lines().filter(|line| !line.trim().is_empty()).collect();
    for (index, line) in lines.iter().enumerate() {
        let lead = if index == 0 { "> **Note:** " } else { "> … " };
        let is_last = index + 1 == lines.len();
        let signed = if is_last { signed(signature) } else { String::new() };
        writeln!(out, "{lead}{}{signed}{}", Plain(line.trim()), if is_last { "\n" } else { "  " })?;
    }
    Ok(())
}

fn citation(out: &mut String, citation: &Citation) -> std::fmt::Result {
    write!(out, "**{}** ¶{}", Plain(&citation.siglum), citation.paragraph)?;
    if let Some(speaker) = &citation.speaker {
        write!(out, " ({})", Plain(speaker))?;
    }
    if citation.words.is_empty() {
        return citation.points.iter().try_for_each(|points| write!(out, " [{}–{}]", points.start, points.end));
    }
    write!(out, " “")?;
    runs(out, &citation.words)?;
    write!(out, "”")
}

fn runs(out: &mut String, runs: &[Run]) -> std::fmt::Result {
    for run in runs {
        if run.strong {
            write!(out, "**{}**", Plain(&run.text))?;
        } else {
            write!(out, "{}", Plain(&run.text))?;
        }
    }
    Ok(())
}

fn quotation(out: &mut String, index: usize, quotation: &Quotation) -> std::fmt::Result {
    writeln!(out, "{}. *{}*", index + 1, quotation.grade)?;
    for reading in &quotation.readings {
        write!(out, "    - ")?;
        citation(out, reading)?;
        writeln!(out)?;
    }
    writeln!(out)
}

/// Who wrote a note and when, behind its words.
fn signed(signature: &str) -> String {
    if signature.is_empty() { String::new() } else { format!(" — {}", Plain(signature)) }
}

fn remarks(out: &mut String, remarks: &[Remark]) -> std::fmt::Result {
    if remarks.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Other notes\n")?;
    for remark in remarks {
        write!(out, "- ")?;
        if remark.places.is_empty() {
            write!(out, "*its words are no longer in the articles*")?;
        }
        for (index, place) in remark.places.iter().enumerate() {
            write!(out, "{}", if index == 0 { "" } else { "; " })?;
            citation(out, place)?;
        }
        let signed = signed(&remark.signature);
        writeln!(out, ": {} *({})*{signed}", Plain(remark.comment.trim()), remark.verdict.name())?;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests;
