//! Arguments in, exit code out.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use variorum::cli::{Cli, Command};
use variorum::error::{Error, Result};
use variorum::read::harmless_line;
use variorum::tui::{Grouping, Opening};
use variorum::{commands, tui};

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(Error::Told) => ExitCode::FAILURE,
        Err(error) => {
            // A message may name a file whose name is an attack on the terminal. Where even standard error is closed,
            // nobody is left to tell.
            let _ = writeln!(io::stderr(), "variorum: {}", harmless_line(&error.to_string()));
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<()> {
    match cli.command {
        Some(Command::Report(report)) => commands::report(report),
        Some(Command::Extract) => commands::extract(),
        Some(Command::Batch) => commands::batch(),
        Some(Command::Group(group)) => commands::group(&group),
        Some(Command::Settings) => commands::settings(tui::DEFAULT_THEMES),
        None if cli.plain => commands::plain(cli.story, tui::width()),
        None if io::stdout().is_terminal() => tui::run(opening(&cli), cli.story.notes),
        None => commands::report(cli.story.into()),
    }
}

/// What the reader is to open.
fn opening(cli: &Cli) -> Opening {
    let grouping = if cli.one_story { Grouping::OneStory } else { Grouping::ByStory };
    let fetching = commands::fetching(cli.story.refresh);
    Opening { sources: cli.story.sources.clone(), limits: commands::limits(), fetching, grouping }
}
