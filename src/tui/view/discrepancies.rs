//! The discrepancies in a list, gravest first, to go through them: what kind, how grave, what it says, in which articles,
//! the verdict.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::list::{self, cell};
use crate::compare::Discrepancy;
use crate::notes::Verdict;
use crate::read::Excerpt;
use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::list::List;
use crate::tui::places::{Subject, is_damage, places_of};
use crate::tui::theme::{Part, Theme};
use crate::tui::wording::kind_name;

/// Columns of a severity's name and the gap after it.
const SEVERITY_COLUMNS: usize = 8;
/// Columns of a kind's name and the gap after it; below `KIND_FROM` columns it is left out.
const KIND_COLUMNS: usize = 29;
const KIND_FROM: u16 = 110;
/// Columns of the gaps around the sigla of the articles concerned.
const SIGLA_GAPS: usize = 3;

/// Draws the view.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(list) = app.list() else { return };
    let row = |subject| match (subject, &app.findings) {
        (Subject::Discrepancy(index), Some(findings)) => {
            let places = places_of(&findings.analysis, subject);
            row(app, index, &findings.analysis.discrepancies[index], &places, theme, area.width)
        }
        _ => Line::default(),
    };
    let heading = list::heading(app, list, &what(app, list), theme, area.width);
    list::draw(list, &[heading], row, theme, area, buffer);
    let nothing = if app.findings.is_none() {
        "comparing …"
    } else {
        "No discrepancy was found. That is not proof that there is none."
    };
    list::draw_nothing(app, list, nothing, theme, area, buffer);
}

/// `discrepancies: 3 high · 5 medium · 9 low · 2 of them judged`
fn what(app: &App, list: &List) -> String {
    if app.findings.is_none() || list.whole() == 0 {
        return "discrepancies".to_owned();
    }
    let count = |sort: usize| list.counts().get(sort).copied().unwrap_or_default();
    let severity = crate::tui::lists::filter::numbers(crate::tui::lists::groups(app.view), 1);
    let names = ["high", "medium", "low"];
    let told = severity.zip(names).filter(|&(sort, _)| count(sort) > 0);
    let told: Vec<_> = told.map(|(sort, name)| format!("{} {name}", count(sort))).collect();
    let judged = list.whole() - count(0);
    let judged = if judged > 0 { format!(" · {judged} judged") } else { String::new() };
    format!("discrepancies: {}{judged}", told.join(" · "))
}

fn row(app: &App, index: usize, found: &Discrepancy, places: &[Excerpt], theme: Theme, width: u16) -> Line<'static> {
    let (sign, part) = if is_damage(found.kind) { ("!", Part::Damaged) } else { ("≠", Part::Differs) };
    let verdict = app.verdict_on(Some(found.rule), places);
    let noted = app.comment_on(Some(found.rule), places).is_some();
    let dismissed = verdict == Verdict::Dismissed;
    let quiet = theme.part(Part::Quiet);
    let mut line = Vec::from(list::marks(verdict, noted, theme));
    line.extend([
        Span::styled(sign, theme.part(part)),
        Span::raw(format!(" {} ", cell(&format!("d{}", index + 1), 4))),
        Span::styled(
            cell(found.severity.name(), SEVERITY_COLUMNS),
            if dismissed { quiet } else { theme.severity(found.severity) },
        ),
    ]);
    if width >= KIND_FROM {
        line.push(Span::styled(cell(kind_name(found.kind), KIND_COLUMNS), quiet));
    }
    let taken: usize = line.iter().map(|piece| columns(&piece.content)).sum();
    // What is dismissed is done with, also where there are no colours.
    let look = if dismissed { quiet.add_modifier(Modifier::CROSSED_OUT) } else { Style::new() };
    let sigla_columns = list::sigla_columns(app, width);
    let room = usize::from(width).saturating_sub(taken + sigla_columns + SIGLA_GAPS);
    // The kind stands before it already, where there is room for that.
    let after_kind = found.summary.strip_prefix(kind_name(found.kind)).and_then(|rest| rest.strip_prefix(": "));
    let summary = after_kind.filter(|_| width >= KIND_FROM).unwrap_or(&found.summary);
    let summary = crate::text::width::shorten(summary, room);
    let gap = room - columns(&summary).min(room);
    line.push(Span::styled(summary, look));
    line.push(Span::raw(" ".repeat(gap)));
    let sigla = list::sigla(app, places.iter().map(|place| place.article), sigla_columns);
    line.push(Span::styled(format!("  {sigla}"), quiet));
    Line::from(line)
}
