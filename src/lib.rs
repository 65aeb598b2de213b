//! `variorum` opens several accounts of one event side by side and shows what they share and where they part.
//!
//! Data flows one way, and the modules are in reading order:
//!
//! ```text
//! read → segment → extract → link → compare → Analysis ─┬─→ tui ──→ (the user writes notes)
//!                                             Notebook ─┴─→ report
//! ```
//!
//! Where there are articles of several events, `group` finds out beforehand which belong together.
//!
//! Rules and statistics, no network and no clock in the stages: the same input gives the same bytes, and the order in
//! which the articles are given changes nothing but their sigla. It never says who is right.

pub mod cores;
pub mod text;

pub mod read;
pub mod segment;

pub mod group;

pub mod extract;
pub mod link;

pub mod analysis;
pub mod compare;

pub mod notes;
pub mod report;

pub mod config;
pub mod tui;

pub mod cli;
pub mod commands;
pub mod error;
