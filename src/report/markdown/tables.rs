//! The parts of the report that are tables.

use std::fmt::{Result, Write};

use super::escape::Plain;
use super::{count, percent};
use crate::report::outline::{Cell, Matrix, Named, Row, Single, Source};

/// The widest table that can still be read; with more articles a fact becomes a list.
const MOST_COLUMNS: usize = 8;

/// The articles, with what is needed to check that the same texts were compared.
pub fn articles(out: &mut String, articles: &[Source]) -> Result {
    writeln!(out, "## Articles\n")?;
    writeln!(out, "| | title | from | published | words |\n| --- | --- | --- | --- | ---: |")?;
    for article in articles {
        writeln!(
            out,
            "| **{}** | {} | {} | {} | {} |",
            Plain(article.siglum),
            if article.title.is_empty() { "–".to_owned() } else { Plain(&article.title).to_string() },
            from(article),
            article.published.as_deref().unwrap_or("–"),
            article.words,
        )?;
    }
    writeln!(out, "\nSHA-256 of the sources, by which you can tell that these texts were compared:\n")?;
    for article in articles {
        writeln!(out, "- **{}** `{}`", Plain(article.siglum), article.sha256)?;
    }
    writeln!(out)
}

/// Who published and who wrote it, as far as the source tells, and where it came from.
fn from(article: &Source) -> String {
    let byline = article.byline.map(|byline| format!("by {byline}"));
    let told = article.outlet.map(str::to_owned).into_iter().chain(byline).chain([article.location.to_owned()]);
    Plain(&told.collect::<Vec<_>>().join(" · ")).to_string()
}

/// What several articles tell, with the gaps.
pub fn facts(out: &mut String, matrix: &Matrix) -> Result {
    if matrix.rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Facts that several articles tell\n")?;
    writeln!(out, "= alike, ≈ compatible (rounded or hedged), ≠ in conflict, – not told.\n")?;
    if matrix.sigla.len() > MOST_COLUMNS {
        return matrix.rows.iter().try_for_each(|row| fact_as_list(out, matrix, row)).and_then(|()| writeln!(out));
    }
    header(out, "| | fact |", &matrix.sigla, " --- |")?;
    for row in &matrix.rows {
        write!(out, "| {} | {} |", row.sign(), Plain(about(row)))?;
        for cells in &row.cells {
            match readings(cells) {
                told if told.is_empty() => write!(out, " – |")?,
                told => write!(out, " {told} |")?,
            }
        }
        writeln!(out)?;
    }
    writeln!(out)
}

/// The first two lines of a table: a column for each article after those of `lead`.
fn header(out: &mut String, lead: &str, sigla: &[&str], rule: &str) -> Result {
    write!(out, "{lead}")?;
    for siglum in sigla {
        write!(out, " {} |", Plain(siglum))?;
    }
    writeln!(out, "\n| --- | --- |{}", rule.repeat(sigla.len()))
}

/// What the fact is about, or at least what sort it is.
fn about<'r>(row: &'r Row) -> &'r str {
    if row.about.is_empty() { row.kind } else { &row.about }
}

fn readings(cells: &[Cell]) -> String {
    let told: Vec<_> = cells.iter().map(|cell| format!("{} ¶{}", Plain(&cell.words), cell.paragraph)).collect();
    told.join(" / ")
}

fn fact_as_list(out: &mut String, matrix: &Matrix, row: &Row) -> Result {
    let told = row.cells.iter().filter(|cells| !cells.is_empty()).count();
    writeln!(out, "- {} {} ({told} of {})", row.sign(), Plain(about(row)), matrix.sigla.len())?;
    for (siglum, cells) in matrix.sigla.iter().zip(&row.cells).filter(|(_, cells)| !cells.is_empty()) {
        writeln!(out, "    - **{}** {}", Plain(siglum), readings(cells))?;
    }
    Ok(())
}

/// What one article alone tells.
pub fn single(out: &mut String, singles: &[Single]) -> Result {
    if singles.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Facts that one article alone tells\n")?;
    for single in singles {
        let told: Vec<_> = single
            .facts
            .iter()
            .map(|(about, cell)| {
                let about = if about.is_empty() { String::new() } else { format!("{}: ", Plain(about)) };
                format!("{about}{} ¶{}", Plain(&cell.words), cell.paragraph)
            })
            .collect();
        writeln!(out, "- **{}** ({}): {}", Plain(single.siglum), told.len(), told.join("; "))?;
    }
    writeln!(out)
}

/// Who and what is named, and how often in which article.
pub fn names(out: &mut String, sigla: &[&str], names: &[Named]) -> Result {
    if names.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Who and what is named\n")?;
    let is_shared = |named: &&Named| named.counts.iter().filter(|&&count| count > 0).count() > 1;
    let shared: Vec<_> = names.iter().filter(is_shared).collect();
    if sigla.len() > MOST_COLUMNS {
        for named in shared {
            let told = named.counts.iter().filter(|&&count| count > 0).count();
            writeln!(out, "- {} ({}): named by {}", Plain(&named.name), named.kind, count(told, "article"))?;
        }
    } else if !shared.is_empty() {
        header(out, "| name | what |", sigla, " ---: |")?;
        for named in shared {
            write!(out, "| {} | {} |", Plain(&named.name), named.kind)?;
            for count in &named.counts {
                if *count == 0 { write!(out, " – |")? } else { write!(out, " {count} |")? }
            }
            writeln!(out)?;
        }
    }
    for (column, siglum) in sigla.iter().enumerate() {
        let alone: Vec<_> = names
            .iter()
            .filter(|named| !is_shared(named) && named.counts[column] > 0)
            .map(|named| Plain(&named.name).to_string())
            .collect();
        if !alone.is_empty() {
            writeln!(out, "\nOnly in **{}**: {}", Plain(siglum), alone.join(", "))?;
        }
    }
    writeln!(out)
}

/// What was compared of each article, what stood in the way, and what no report of this sort can know.
pub fn coverage(out: &mut String, articles: &[Source]) -> Result {
    writeln!(out, "## Coverage and limits\n")?;
    for article in articles {
        let siglum = Plain(article.siglum);
        write!(
            out,
            "- **{siglum}**: {} of its sentences have a counterpart in another article",
            percent(article.compared)
        )?;
        for doubt in &article.doubts {
            write!(out, "; {}", Plain(doubt))?;
        }
        writeln!(out)?;
    }
    writeln!(
        out,
        "- The comparison is made by rules, without understanding: it finds figures, dates, names, quotations and \
         sentences that correspond, and misses what is told in wholly other words.\n\
         - Agreement is no proof: articles may have copied one another or one source.\n\
         - A discrepancy is a place to look at, not an error of one of them: a later article may know more."
    )
}
