//! The command line, as one clap derive; help and completions come from it.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::report::{Excerpts, Form};

/// Read several accounts of one event side by side: what they share, where they differ, and why it says so.
///
/// Without a command it opens the reader; where there is no terminal to open it in, it prints the Markdown report.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, max_term_width = 100)]
pub struct Cli {
    /// What to do instead of opening the reader.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Print the story and what was found as plain lines, for screen readers and pipes, instead of opening the reader.
    #[arg(long)]
    pub plain: bool,
    /// Compare all articles with each other, even where they tell several stories, of which one is chosen otherwise.
    #[arg(long)]
    pub one_story: bool,
    /// The story to read.
    #[command(flatten)]
    pub story: Story,
}

/// What to do instead of opening the reader.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the comparison of the articles.
    Report(Report),
    /// Find names, figures, dates and quotations: JSON Lines in, JSON Lines out.
    ///
    /// Each line of standard input is {"id": …, "text": "…"}, and may have a `reference_time` such as "2025-02-24",
    /// the day from which "Monday" and "last year" are counted.
    Extract,
    /// Compare many stories, one a line: JSON Lines in, JSON Lines out.
    ///
    /// Each line of standard input is {"id": …, "sources": [{"id": "a", "text": "…"}, …]}; a source may have a title
    /// and a day on which it was published, too. A line that cannot be used gives a line with its error.
    Batch,
    /// Find out which of many articles are about one event: stories as JSON Lines, as `batch` takes them.
    ///
    /// Each line of output is {"id": "1", "title": "…", "likeness": 0.41, "sources": [{"id": "…", "title": "…",
    /// "published": "…", "text": "…"}, …]}, the largest story first.
    Group(Group),
    /// Print the settings as they are when you set none, with all keys and themes and what they mean.
    ///
    /// Write what you want otherwise into ~/.config/variorum/config.toml.
    Settings,
}

/// The articles opened together, and the notes on them.
#[derive(Debug, Args)]
pub struct Story {
    /// Files, folders of files, http(s) addresses of pages or feeds, or - for standard input; without any, the story bundled
    /// with the program.
    ///
    /// Text, Markdown, web pages, mails, JSON Lines as `batch` has them, any of them packed with gzip.
    #[arg(value_name = "SOURCE")]
    pub sources: Vec<PathBuf>,
    /// Fetch pages anew, instead of opening the copies kept when they were fetched first.
    #[arg(long)]
    pub refresh: bool,
    /// The file of your notes, instead of the one kept for these articles in your data folder.
    #[arg(long, value_name = "FILE")]
    pub notes: Option<PathBuf>,
}

/// How to print the comparison.
#[derive(Debug, Args)]
pub struct Report {
    /// The form of the report.
    #[arg(long, value_enum, default_value_t)]
    pub format: Form,
    /// Write it to FILE instead of standard output.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How much of the articles' words may be in it: for texts that must not be copied.
    #[arg(long, value_enum, default_value_t)]
    pub excerpts: Excerpts,
    /// Leave out the time and the folders of the files: the same articles and notes give the same bytes, anywhere.
    #[arg(long)]
    pub reproducible: bool,
    /// The story to compare.
    #[command(flatten)]
    pub story: Story,
}

/// The articles to group.
#[derive(Debug, Args)]
pub struct Group {
    /// Files, folders, addresses or - as for the reader; without any, standard input has an article a line,
    /// {"id": …, "text": "…"}, or several, {"id": …, "sources": [{"id": "a", "text": "…"}, …]}.
    #[arg(value_name = "SOURCE")]
    pub sources: Vec<PathBuf>,
    /// Fetch pages anew, instead of opening the copies kept when they were fetched first.
    #[arg(long)]
    pub refresh: bool,
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Markdown => "For people, and for programs that show Markdown",
            Self::Html => "One page for a browser, without a script or anything from elsewhere",
            Self::Json => "For programs; its form is stable",
            Self::Csv => "For spreadsheets: a row a reading",
            Self::Annotations => "For programs that show annotations on texts: a W3C Web Annotation collection",
            Self::Tei => {
                "For editors of texts and their tools: TEI P5, with an apparatus of quotations and shared wording"
            }
            Self::Plain => {
                "For screen readers, mail and pipes: lines without tables or marks, the articles' texts at the end"
            }
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}

impl ValueEnum for Excerpts {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Full => "Every text whole",
            Self::Short => "At most ten words in a row, and no whole text",
            Self::None => "Positions, figures, dates and names only",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_fits_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn paths_without_a_command_open_the_reader() {
        let cli = Cli::parse_from(["variorum", "one.txt", "two.txt"]);
        assert!(cli.command.is_none());
        assert_eq!(cli.story.sources.len(), 2);
    }

    #[test]
    fn forms_that_are_not_there_are_not_offered() {
        assert!(Cli::try_parse_from(["variorum", "report", "--format", "docx"]).is_err());
        assert!(Cli::try_parse_from(["variorum", "report", "--format", "json"]).is_ok());
        assert!(Cli::try_parse_from(["variorum", "report", "--format", "plain"]).is_ok());
        assert!(Cli::try_parse_from(["variorum", "report", "--format", "tei"]).is_ok());
    }

    #[test]
    fn plain_lines_are_asked_for_with_the_story() {
        let cli = Cli::parse_from(["variorum", "--plain", "one.txt"]);
        assert!(cli.plain && cli.story.sources.len() == 1);
        assert!(Cli::try_parse_from(["variorum", "report", "--plain"]).is_err());
    }
}
