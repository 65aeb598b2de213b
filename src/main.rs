//! Arguments in, exit code out.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use variorum::cli::{Cli, Command};
use variorum::error::Result;
use variorum::{commands, tui};

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            // Where even standard error is closed, nobody is left to tell.
            let _ = writeln!(io::stderr(), "variorum: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<()> {
    match cli.command {
        Some(Command::Report(report)) => commands::report(report),
        Some(Command::Extract) => commands::extract(),
        Some(Command::Batch) => commands::batch(),
        Some(Command::Settings) => commands::settings(tui::DEFAULT_THEMES),
        None if cli.plain => commands::plain(cli.story, tui::width()),
        None if io::stdout().is_terminal() => tui::run(cli.story.sources, cli.story.notes),
        None => commands::report(cli.story.into()),
    }
}
