//! How long the reader takes from a key to the frame that answers it, with three articles of a megabyte each:
//! `cargo bench --bench reader`. For every key in every view, and for what is typed, the median, the 99th in a hundred,
//! and the slowest are printed.

use std::fmt::Write;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use variorum::analysis::analyze;
use variorum::notes::Notebook;
use variorum::read::{Article, number};
use variorum::tui::{App, Colours, Effect, Event, Findings, Keymap, Theme, draw, update};

/// Each article is so long.
const BYTES: usize = 1_000_000;
/// The terminal.
const SIZE: Size = Size::new(200, 50);
/// Every key is pressed so often.
const TIMES: usize = 200;
/// Every pattern is typed so often: each letter is looked for in all articles.
const SEARCHES: usize = 8;

fn main() {
    let mut articles: Vec<_> = (0..3).map(|account| Article::from_text(&account_of_events(account))).collect();
    number(&mut articles);
    let texts = articles.iter().map(|article| article.text.clone()).collect();
    let began = Instant::now();
    let findings = Findings::new(analyze(articles.clone()));
    println!("three articles of {BYTES} bytes compared and indexed in {:?}", began.elapsed());

    let began = Instant::now();
    let nowhere = std::env::temp_dir().join("variorum-no-such-folder").join("notes.json");
    let notebook = Notebook::open(&articles, Some(nowhere)).expect("no notes yet");
    let mut app = App::new(articles, notebook, Keymap::default(), SIZE);
    let mut terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).expect("a screen in memory");
    let theme = Theme::new(Colours::Sixteen);
    terminal.draw(|frame| draw(&app, theme, frame)).expect("drawn");
    println!("opened and first frame in {:?}", began.elapsed());
    let began = Instant::now();
    update(&mut app, Event::Compared(Box::new(findings)));
    terminal.draw(|frame| draw(&app, theme, frame)).expect("drawn");
    println!("findings taken in and drawn in {:?}", began.elapsed());

    println!("{:<26} {:>10} {:>10} {:>10}", "key", "median", "p99", "slowest");
    let mut reader = Reader { app, terminal, theme, texts, elsewhere: Duration::ZERO };
    // The Read view comes first, where the reader opens.
    let views = [
        ("Read", 'r', "d s e j l Ctrl-d Tab G k g [ } ) ' H A L F z"),
        ("Synopsis", 'p', "j l Ctrl-d d s Tab G k g [ } '"),
        ("Facts", 'f', "j Ctrl-d l h Tab \\ G k g d s [ '"),
        ("Discrepancies", 'i', "j Ctrl-d Tab \\ G k g d [ c x u '"),
        ("Entities", 't', "j Ctrl-d l h Tab \\ G k g d [ '"),
        ("Notes", 'o', "j Ctrl-d Tab \\ G k g d c Delete Insert [ '"),
    ];
    for (name, view, keys) in views {
        reader.report(&format!("{name}: opened"), |reader, times| {
            for _ in 0..20 {
                reader.press("r");
                times.push(reader.press(&view.to_string()));
            }
        });
        for key in keys.split(' ') {
            reader.report(&format!("{name}: {key}"), |reader, times| {
                for _ in 0..TIMES {
                    times.push(reader.press(key));
                    reader.press("Esc");
                    reader.press(&view.to_string());
                }
            });
        }
    }
    for view in ["r", "p", "i"] {
        for pattern in ["the", "rebuild", "Baron", "[0-9]+ people", "zzz", "who leads|fire", "e", "(\\w+) \\w"] {
            reader.report(&format!("/{pattern} in {view}"), |reader, times| {
                reader.press(view);
                for _ in 0..SEARCHES {
                    times.push(reader.press("/"));
                    times.extend(pattern.chars().map(|letter| reader.press(&letter.to_string())));
                    times.push(reader.press("Enter"));
                    times.extend(["n", "n", "N"].map(|key| reader.press(key)));
                    times.push(reader.press("Esc"));
                }
            });
        }
        for menu in [":", "?"] {
            reader.report(&format!("{menu} typed in {view}"), |reader, times| {
                reader.press(view);
                for name in ["next discrepancy", "columns", "zzzz", "theme"] {
                    times.push(reader.press(menu));
                    times.extend(name.chars().map(|letter| reader.press(&letter.to_string())));
                    times.extend(["Down", "Up", "Backspace"].map(|key| reader.press(key)));
                    times.push(reader.press("Esc"));
                }
            });
        }
    }
    println!("the longest search on the other thread: {:?}", reader.elsewhere);
    reader.report("resize", |reader, times| {
        for step in 0..40 {
            times.push(reader.timed(Event::Resize(Size::new(120 + step * 2, 50))));
        }
    });
}

/// The reader with its screen in memory.
struct Reader {
    app: App,
    terminal: Terminal<TestBackend>,
    theme: Theme,
    /// The texts of the articles.
    texts: Vec<Arc<str>>,
    /// The longest that a search has taken on the other thread.
    elsewhere: Duration,
}

impl Reader {
    /// From the event to the frame. Where a search follows that is done on another thread, what it found is taken in and
    /// drawn, too, and the slower of the two counts.
    fn timed(&mut self, event: Event) -> Duration {
        if let Event::Resize(size) = event {
            self.terminal.backend_mut().resize(size.width, size.height);
        }
        let began = Instant::now();
        let effect = black_box(update(&mut self.app, event));
        self.terminal.draw(|frame| draw(&self.app, self.theme, frame)).expect("drawn");
        let elapsed = began.elapsed();
        match effect {
            Some(Effect::Search(pattern)) => {
                let began = Instant::now();
                let search = pattern.search(&self.texts, || true).expect("wanted");
                self.elsewhere = self.elsewhere.max(began.elapsed());
                elapsed.max(self.timed(Event::Found(Box::new(search))))
            }
            _ => elapsed,
        }
    }

    fn press(&mut self, name: &str) -> Duration {
        self.timed(Event::Key(key(name)))
    }

    /// Prints a line about the times that `measure` takes.
    fn report(&mut self, name: &str, measure: impl FnOnce(&mut Self, &mut Vec<Duration>)) {
        let mut times = Vec::new();
        measure(self, &mut times);
        times.sort_unstable();
        let at = |part: usize| times[(times.len() - 1) * part / 100];
        println!("{name:<26} {:>10.1?} {:>10.1?} {:>10.1?}", at(50), at(99), at(100));
    }
}

/// The key of this name.
fn key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.strip_prefix("Ctrl-") {
        Some(rest) => (KeyModifiers::CONTROL, rest),
        None => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Tab" => KeyCode::Tab,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        letter => KeyCode::Char(letter.chars().next().expect("a key has a name")),
    };
    KeyEvent::new(code, modifiers)
}

/// A text of [`BYTES`] about many small events; every account tells most of them, some with another figure.
fn account_of_events(account: u64) -> String {
    let mut text = String::with_capacity(BYTES + 400);
    for event in 0.. {
        if text.len() >= BYTES {
            break;
        }
        let draw = |of: u64, choices: u64| (event * 2_654_435_761 + of * 40_503) / 97 % choices;
        let town = name(draw(1, 4_000));
        let person = name(draw(2, 9_000) + 5_000);
        let people = 2 + draw(3, 900) + if draw(4, 9) == account { 10 } else { 0 };
        let cause = ["a fire", "a flood", "a strike", "an election", "a trial"][draw(5, 5) as usize];
        let verb =
            [["fled", "left"], ["lost", "missed"], ["saw", "watched"]][draw(6, 3) as usize][(account % 2) as usize];
        let order = if account == 2 { "More than" } else { "About" };
        write!(
            text,
            "{order} {people} people in {town} {verb} their homes after {cause}, said {person} {person}, who \
             leads the district. “We will rebuild {town} in {} years,” {person} said.\n\n",
            2 + draw(7, 9)
        )
        .expect("a string takes all");
    }
    text
}

/// A name that is no word.
fn name(number: u64) -> String {
    const SYLLABLES: [&str; 12] = ["ba", "ron", "tel", "mi", "vas", "kor", "lin", "da", "sum", "per", "ghal", "no"];
    let mut rest = number + 13;
    let mut name = String::new();
    while rest > 0 {
        name.push_str(SYLLABLES[(rest % 12) as usize]);
        rest /= 12;
    }
    name[..1].to_uppercase() + &name[1..]
}
