//! What the mouse does, event by event → clicks, double clicks and drags.

use std::time::{Duration, Instant};

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::event::Event;

/// A second click this soon on the same cell makes a double click: what desktops have as their default.
const SOON: Duration = Duration::from_millis(500);

/// A turn of the mouse wheel moves so many rows.
const WHEEL_ROWS: isize = 3;

/// What of the mouse has to be remembered from event to event.
#[derive(Debug, Default)]
pub struct Gestures {
    /// The last click, and when it was; a double click begins anew.
    clicked: Option<(Position, Instant)>,
    /// Where the button was pressed, and where the mouse was last told to be since.
    held: Option<(Position, Position)>,
}

impl Gestures {
    /// What `mouse` means at `now`.
    pub fn event(&mut self, mouse: MouseEvent, now: Instant) -> Option<Event> {
        let at = Position::new(mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                self.held = Some((at, at));
                let again = self.clicked.take().is_some_and(|(cell, then)| cell == at && now - then <= SOON);
                if again {
                    return Some(Event::DoubleClick(at));
                }
                self.clicked = Some((at, now));
                Some(Event::Click(at))
            }
            MouseEventKind::Drag(MouseButton::Left) => {
                let (from, last) = self.held.as_mut()?;
                if *last == at {
                    return None;
                }
                *last = at;
                self.clicked = None;
                Some(Event::Drag(*from, at))
            }
            MouseEventKind::Up(MouseButton::Left) => {
                self.held = None;
                None
            }
            MouseEventKind::ScrollDown => Some(Event::Wheel(at, WHEEL_ROWS)),
            MouseEventKind::ScrollUp => Some(Event::Wheel(at, -WHEEL_ROWS)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::*;

    const DOWN: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
    const UP: MouseEventKind = MouseEventKind::Up(MouseButton::Left);
    const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);

    /// What the mouse's events, each with its column and its milliseconds, are taken for.
    fn check(events: &[(MouseEventKind, u16, u64)], expected: &[&str]) {
        let begun = Instant::now();
        let mut gestures = Gestures::default();
        let told = events.iter().filter_map(|&(kind, column, after)| {
            let mouse = MouseEvent { kind, column, row: 0, modifiers: KeyModifiers::NONE };
            Some(match gestures.event(mouse, begun + Duration::from_millis(after))? {
                Event::Click(at) => format!("click {}", at.x),
                Event::DoubleClick(at) => format!("double {}", at.x),
                Event::Drag(from, to) => format!("drag {} {}", from.x, to.x),
                Event::Wheel(at, rows) => format!("wheel {} {rows}", at.x),
                other => format!("{other:?}"),
            })
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn two_clicks_on_a_cell_make_a_double_click_when_they_are_quick() {
        check(&[(DOWN, 4, 0), (UP, 4, 50), (DOWN, 4, 200)], &["click 4", "double 4"]);
        check(&[(DOWN, 4, 0), (UP, 4, 50), (DOWN, 4, 900)], &["click 4", "click 4"]);
        check(&[(DOWN, 4, 0), (UP, 4, 50), (DOWN, 5, 200)], &["click 4", "click 5"]);
        check(&[(DOWN, 4, 0), (DOWN, 4, 100), (DOWN, 4, 200)], &["click 4", "double 4", "click 4"]);
    }

    #[test]
    fn dragging_goes_from_where_the_button_was_pressed() {
        check(&[(DOWN, 4, 0), (DRAG, 4, 10), (DRAG, 9, 20), (UP, 9, 30)], &["click 4", "drag 4 9"]);
        check(&[(DRAG, 9, 20)], &[]);
        check(&[(DOWN, 4, 0), (DRAG, 9, 20), (UP, 9, 30), (DOWN, 4, 90)], &["click 4", "drag 4 9", "click 4"]);
    }

    #[test]
    fn the_wheel_scrolls_by_rows() {
        check(&[(MouseEventKind::ScrollUp, 2, 0), (MouseEventKind::ScrollDown, 2, 0)], &["wheel 2 -3", "wheel 2 3"]);
        check(&[(MouseEventKind::Moved, 2, 0), (MouseEventKind::Down(MouseButton::Right), 2, 0)], &[]);
    }
}
