//! The discrepancies in a list, gravest first, to go through them: what kind, how grave, what it says, the verdict.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::list::{self, cell};
use crate::compare::Discrepancy;
use crate::notes::Verdict;
use crate::read::Excerpt;
use crate::tui::app::App;
use crate::tui::places::{Subject, is_damage, places_of};
use crate::tui::theme::{Part, Theme};
use crate::tui::wording::{kind_name, verdict_name};

/// Columns of a severity's name and the gap after it.
const SEVERITY_COLUMNS: usize = 8;
/// Columns of a kind's name and the gap after it; below `KIND_FROM` columns it is left out.
const KIND_COLUMNS: usize = 29;
const KIND_FROM: u16 = 110;

/// Draws the view.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(findings) = &app.findings else {
        let heading = list::heading(&app.discrepancies, "discrepancies", theme, area.width);
        return list::draw(&app.discrepancies, &heading, "comparing …", |_| Line::default(), theme, area, buffer);
    };
    let row = |subject| match subject {
        Subject::Discrepancy(index) => {
            let places = places_of(&findings.analysis, subject);
            row(app, index, &findings.analysis.discrepancies[index], &places, theme, area.width)
        }
        _ => Line::default(),
    };
    let heading = list::heading(&app.discrepancies, "discrepancies, gravest first", theme, area.width);
    let nothing = "No discrepancy was found. That is not proof that there is none.";
    list::draw(&app.discrepancies, &heading, nothing, row, theme, area, buffer);
}

fn row(app: &App, index: usize, found: &Discrepancy, places: &[Excerpt], theme: Theme, width: u16) -> Line<'static> {
    let (sign, part) = if is_damage(found.kind) { ("!", Part::Damaged) } else { ("≠", Part::Differs) };
    let verdict = app.verdict_on(Some(found.rule), places);
    let noted = app.comment_on(Some(found.rule), places).is_some();
    let (mark, look) = match verdict {
        Verdict::Open => (" ", Style::new()),
        Verdict::Confirmed => ("✓", theme.part(Part::Strong)),
        Verdict::Dismissed => ("✗", theme.part(Part::Quiet)),
        Verdict::NeedsChecking => ("?", theme.part(Part::Noted)),
    };
    let mut line = vec![
        Span::raw(" "),
        Span::styled(mark, look),
        Span::styled(if noted { "†" } else { " " }, theme.part(Part::Noted)),
        Span::styled(sign, theme.part(part)),
        Span::raw(format!(" {} ", cell(&format!("d{}", index + 1), 4))),
        Span::styled(cell(found.severity.name(), SEVERITY_COLUMNS), theme.severity(found.severity)),
    ];
    if width >= KIND_FROM {
        line.push(Span::styled(cell(kind_name(found.kind), KIND_COLUMNS), theme.part(Part::Quiet)));
    }
    let taken: usize = line.iter().map(|piece| crate::text::width::columns(&piece.content)).sum();
    let look = if verdict == Verdict::Dismissed { theme.part(Part::Quiet) } else { Style::new() };
    let verdict = if verdict == Verdict::Open { "" } else { verdict_name(verdict) };
    let room = usize::from(width).saturating_sub(taken + VERDICT_COLUMNS);
    line.push(Span::styled(cell(&found.summary, room), look));
    line.push(Span::styled(format!(" {verdict}"), theme.part(Part::Quiet)));
    Line::from(line)
}

/// Columns of the longest verdict, with a space on either side.
const VERDICT_COLUMNS: usize = 15;
