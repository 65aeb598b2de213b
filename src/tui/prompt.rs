//! One line to type in: the usual editing keys, what is pasted as one line, and the lines typed before.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::Style;
use ratatui_textarea::{CursorMove, TextArea};

/// A line being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    area: TextArea<'static>,
    /// Which of the earlier lines is shown, from the latest; `None` for the one that is being typed.
    recalled: Option<usize>,
    /// What was typed before an earlier line took its place.
    typed: String,
}

impl Default for Prompt {
    /// An empty line.
    fn default() -> Self {
        let mut area = TextArea::default();
        area.set_cursor_line_style(Style::new());
        Self { area, recalled: None, typed: String::new() }
    }
}

impl Prompt {
    /// What stands in it.
    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// To be drawn.
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Takes a key: a character, or one that edits. What would begin a second line does nothing.
    pub fn input(&mut self, key: KeyEvent) {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab => {}
            KeyCode::Char('m' | 'j') if control => {}
            // As shells have it.
            KeyCode::Char('u') if control => {
                self.area.delete_line_by_head();
            }
            _ => {
                self.area.input(key);
            }
        }
    }

    /// Puts `text` in at the cursor, its line breaks as spaces.
    pub fn paste(&mut self, text: &str) {
        let words: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        self.area.insert_str(words.join(" "));
    }

    /// Puts `line` in the place of all that stands in it.
    pub fn put(&mut self, line: &str) {
        self.area.move_cursor(CursorMove::End);
        self.area.delete_line_by_head();
        self.paste(line);
    }

    /// Shows the line typed `by` times later, or earlier when negative, of the `earlier` ones, the latest last.
    pub fn recall(&mut self, earlier: &[String], by: isize) {
        let from = self.recalled.map_or(0, |back| back + 1);
        if self.recalled.is_none() {
            self.typed = self.text().to_owned();
        }
        let back = from.saturating_add_signed(by.saturating_neg()).min(earlier.len());
        self.recalled = back.checked_sub(1);
        let line = self.recalled.and_then(|back| earlier.iter().rev().nth(back)).unwrap_or(&self.typed).clone();
        self.area.move_cursor(CursorMove::End);
        self.area.delete_line_by_head();
        self.area.insert_str(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Prompt {
        let mut prompt = Prompt::default();
        for character in text.chars() {
            prompt.input(KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE));
        }
        prompt
    }

    #[test]
    fn it_stays_one_line() {
        let mut prompt = typed("one ");
        prompt.paste("two\r\n\n  three\n");
        for code in [KeyCode::Enter, KeyCode::Tab] {
            for modifiers in [KeyModifiers::NONE, KeyModifiers::ALT, KeyModifiers::SHIFT] {
                prompt.input(KeyEvent::new(code, modifiers));
            }
        }
        for character in ['m', 'j'] {
            prompt.input(KeyEvent::new(KeyCode::Char(character), KeyModifiers::CONTROL));
        }
        assert_eq!(prompt.area().lines(), ["one two three"]);
    }

    #[test]
    fn keys_edit_as_in_a_shell() {
        let mut prompt = typed("one two");
        prompt.input(KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL));
        assert_eq!(prompt.text(), "one ");
        prompt.input(KeyEvent::new(KeyCode::Home, KeyModifiers::NONE));
        prompt.input(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE));
        assert_eq!(prompt.text(), "xone ");
        prompt.input(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL));
        assert_eq!(prompt.text(), "one ");
    }

    #[test]
    fn earlier_lines_come_back_and_what_was_typed_is_not_lost() {
        let earlier = ["first", "second"].map(str::to_owned);
        let mut prompt = typed("third");
        let mut recall = |by| {
            prompt.recall(&earlier, by);
            prompt.text().to_owned()
        };
        assert_eq!([recall(-1), recall(-1), recall(-1)], ["second", "first", "first"]);
        assert_eq!([recall(1), recall(1), recall(1)], ["second", "third", "third"]);
        let mut alone = typed("x");
        alone.recall(&[], -1);
        assert_eq!(alone.text(), "x");
    }
}
