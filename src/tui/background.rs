//! What stands behind the letters: the terminal is asked (OSC 11), and its answer is picked out of the keys, as which it
//! arrives: `Alt-]`, `1`, `1`, `;`, `r`, `g`, `b`, … and `Alt-\` or `Ctrl-g` at its end. Nothing ever waits for it, and
//! what is no answer is given back as it came.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::theme::Background;

/// The question, in the form that every terminal which can answer understands.
pub const QUESTION: &str = "\x1b]11;?\x1b\\";

/// An answer comes in one piece. What begins like one and does not go on for so long is something else; so short a time
/// nobody notices on a key.
pub const PATIENCE: Duration = Duration::from_millis(60);

/// What an answer begins with, after its `Alt-]`.
const FORMS: [&str; 2] = ["11;rgb:", "11;rgba:"];
/// No answer is longer: four parts of four digits, and what is around them.
const LONGEST_BYTES: usize = 28;

/// A part of a colour has so many digits at most.
const MOST_DIGITS: u32 = 4;

/// The keys between the question and the end of the answer.
#[derive(Debug, Default)]
pub struct Awaited {
    /// What may be the beginning of an answer.
    held: Vec<Event>,
    /// The characters of it, without the key that begins it.
    text: String,
    answered: bool,
}

/// What becomes of an event.
#[derive(Debug, PartialEq, Eq)]
pub enum Sorted {
    /// It is held back for now.
    Held,
    /// These are what they seem to be.
    Events(Vec<Event>),
    /// The answer was complete.
    Answer(Background),
}

impl Awaited {
    /// Takes what comes from the terminal next.
    pub fn sort(&mut self, event: Event) -> Sorted {
        let Event::Key(key) = &event else {
            // A change of size does not come through the keys, and may come in the middle of an answer.
            return Sorted::Events(vec![event]);
        };
        let key = *key;
        if self.held.is_empty() {
            if self.answered || !is(key, ']', KeyModifiers::ALT) {
                return Sorted::Events(vec![event]);
            }
            self.held.push(event);
            return Sorted::Held;
        }
        let ends = is(key, '\\', KeyModifiers::ALT) || is(key, 'g', KeyModifiers::CONTROL);
        if let Some(background) = background(&self.text).filter(|_| ends) {
            self.answered = true;
            self.give_back();
            return Sorted::Answer(background);
        }
        // What breaks off one answer may begin the next.
        if is(key, ']', KeyModifiers::ALT) {
            let before = self.give_back();
            self.held.push(event);
            return Sorted::Events(before);
        }
        self.held.push(event);
        match key.code {
            KeyCode::Char(character) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => self.text.push(character),
            _ => return Sorted::Events(self.give_back()),
        }
        if begins_an_answer(&self.text) { Sorted::Held } else { Sorted::Events(self.give_back()) }
    }

    /// Whether something is held back.
    pub fn holds(&self) -> bool {
        !self.held.is_empty()
    }

    /// What was held back, because nothing followed.
    pub fn give_back(&mut self) -> Vec<Event> {
        self.text.clear();
        std::mem::take(&mut self.held)
    }
}

fn is(key: KeyEvent, character: char, modifiers: KeyModifiers) -> bool {
    key.code == KeyCode::Char(character) && key.modifiers == modifiers
}

fn begins_an_answer(text: &str) -> bool {
    let values = |rest: &str| rest.bytes().all(|byte| byte == b'/' || byte.is_ascii_hexdigit());
    let begins = |form: &str| form.starts_with(text) || text.strip_prefix(form).is_some_and(values);
    text.len() <= LONGEST_BYTES && FORMS.into_iter().any(begins)
}

/// The background that a whole answer tells: `11;rgb:1e1e/1e1e/2e2e`, with one to four digits a part.
fn background(answer: &str) -> Option<Background> {
    let values = FORMS.into_iter().find_map(|form| answer.strip_prefix(form))?;
    let part = |digits: &str| {
        let count = u32::try_from(digits.len()).ok().filter(|count| (1..=MOST_DIGITS).contains(count))?;
        let most = 16_u32.pow(count) - 1;
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most))
    };
    let mut parts = values.split('/').map(part);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    Some(Background::of(red, green, blue))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Event {
        let (modifiers, rest) = match name.split_once('-') {
            Some(("Alt", rest)) => (KeyModifiers::ALT, rest),
            Some(("Ctrl", rest)) => (KeyModifiers::CONTROL, rest),
            _ => (KeyModifiers::NONE, name),
        };
        let code = if rest == "Esc" { KeyCode::Esc } else { KeyCode::Char(rest.chars().next().expect("a letter")) };
        Event::Key(KeyEvent::new(code, modifiers))
    }

    /// `keys` between the words of one text; each letter of `"…"` is a key.
    fn keys(written: &str) -> Vec<Event> {
        written
            .split(' ')
            .flat_map(|word| match word.strip_prefix('"').and_then(|word| word.strip_suffix('"')) {
                Some(letters) => letters.chars().map(|letter| key(&letter.to_string())).collect(),
                None => vec![key(word)],
            })
            .collect()
    }

    /// What comes through of `written`, and which background is told.
    fn check(written: &str, through: &str, background: Option<Background>) {
        let mut awaited = Awaited::default();
        let (mut events, mut told) = (Vec::new(), None);
        for event in keys(written) {
            match awaited.sort(event) {
                Sorted::Held => {}
                Sorted::Events(passed) => events.extend(passed),
                Sorted::Answer(background) => told = Some(background),
            }
        }
        events.extend(awaited.give_back());
        let expected = if through.is_empty() { Vec::new() } else { keys(through) };
        assert_eq!((events, told), (expected, background), "{written}");
    }

    #[test]
    fn an_answer_is_taken_out_of_the_keys() {
        check(r#"j Alt-] "11;rgb:1e1e/1e1e/2e2e" Alt-\ k"#, "j k", Some(Background::Dark));
        check(r#"Alt-] "11;rgb:ffff/FFFF/ffff" Ctrl-g"#, "", Some(Background::Light));
        check(r#"Alt-] "11;rgb:f/f/e" Ctrl-g q"#, "q", Some(Background::Light));
        check(r#"Alt-] "11;rgba:0000/0000/0000/ffff" Alt-\"#, "", Some(Background::Dark));
    }

    #[test]
    fn what_is_no_answer_comes_through_as_it_was_typed() {
        for written in [
            "Alt-]",
            "Alt-] d",
            "Alt-] 1 d",
            r#"Alt-] "11;rg" Esc"#,
            r#"Alt-] "11;rgb:" Alt-\"#,
            r#"Alt-] "11;rgb:12/34" Ctrl-g"#,
            r#"Alt-] "11;rgb:zz""#,
            r#"Alt-] "11;rgb:00000/0000/0000" Alt-\"#,
            r#"Alt-] "10;rgb:0000/0000/0000" Alt-\"#,
            r#"Alt-] "11;rgb:0000/0000/0000/0000/0000/0000" q"#,
            "Alt-] Alt-] Alt-]",
            "Ctrl-g Alt-\\ q",
        ] {
            check(written, written, None);
        }
    }

    #[test]
    fn a_key_before_an_answer_is_kept() {
        check(r#"Alt-] Alt-] "11;rgb:00/00/00" Ctrl-g"#, "Alt-]", Some(Background::Dark));
    }

    #[test]
    fn after_the_answer_every_key_is_what_it_is() {
        let answer = r#"Alt-] "11;rgb:00/00/00" Ctrl-g"#;
        check(&format!("{answer} Alt-]"), "Alt-]", Some(Background::Dark));
        check(&format!("{answer} {answer}"), answer, Some(Background::Dark));
    }

    #[test]
    fn a_change_of_size_does_not_break_an_answer() {
        let mut awaited = Awaited::default();
        for event in keys(r#"Alt-] "11;rgb:0/0""#) {
            assert_eq!(awaited.sort(event), Sorted::Held);
        }
        let resized = Event::Resize(80, 24);
        assert_eq!(awaited.sort(resized.clone()), Sorted::Events(vec![resized]));
        let rest = keys(r#""/0" Ctrl-g"#).into_iter().map(|event| awaited.sort(event));
        assert_eq!(rest.last(), Some(Sorted::Answer(Background::Dark)));
    }
}
