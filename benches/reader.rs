//! How long the reader takes from a key to the frame that answers it, with three articles of a megabyte each:
//! `cargo bench --bench reader`. For every key the median, the 99th in a hundred, and the slowest are printed.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use variorum::analysis::analyze;
use variorum::notes::Notebook;
use variorum::read::{Article, number};
use variorum::tui::{App, Colours, Event, Findings, Keymap, Theme, draw, update};

/// Each article is so long.
const BYTES: usize = 1_000_000;
/// The terminal.
const SIZE: Size = Size::new(200, 50);
/// Every key is pressed so often.
const TIMES: usize = 400;

fn main() {
    let mut articles: Vec<_> = (0..3).map(|account| Article::from_text(&account_of_events(account))).collect();
    number(&mut articles);
    let began = Instant::now();
    let findings = Findings::new(analyze(articles.clone()));
    println!("three articles of {BYTES} bytes compared and indexed in {:?}", began.elapsed());

    let began = Instant::now();
    let mut app = App::new(articles, Notebook::default(), Keymap::default(), SIZE);
    let mut terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).expect("a screen in memory");
    let theme = Theme::new(Colours::Sixteen);
    terminal.draw(|frame| draw(&app, theme, frame)).expect("drawn");
    println!("opened and first frame in {:?}", began.elapsed());
    let began = Instant::now();
    update(&mut app, Event::Compared(Box::new(findings)));
    terminal.draw(|frame| draw(&app, theme, frame)).expect("drawn");
    println!("findings taken in and drawn in {:?}", began.elapsed());

    println!("{:<12} {:>10} {:>10} {:>10}", "key", "median", "p99", "slowest");
    let keys = [
        ("d", key('d')),
        ("s", key('s')),
        ("e", key('e')),
        ("j", key('j')),
        ("l", key('l')),
        ("Ctrl-d", KeyEvent::new(KeyCode::Char('d'), KeyModifiers::CONTROL)),
        ("Tab", KeyEvent::new(KeyCode::Tab, KeyModifiers::NONE)),
        ("G", key('G')),
        ("k", key('k')),
        ("g", key('g')),
        ("[", key('[')),
    ];
    for (name, key) in keys {
        report(name, (0..TIMES).map(|_| timed(&mut app, &mut terminal, theme, Event::Key(key))).collect());
    }
    let widths = (0..40).map(|step| Size::new(120 + step * 2, 50));
    report("resize", widths.map(|size| timed(&mut app, &mut terminal, theme, Event::Resize(size))).collect());
}

fn key(character: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE)
}

/// From the event to the frame.
fn timed(app: &mut App, terminal: &mut Terminal<TestBackend>, theme: Theme, event: Event) -> Duration {
    if let Event::Resize(size) = event {
        terminal.backend_mut().resize(size.width, size.height);
    }
    let began = Instant::now();
    black_box(update(app, event));
    terminal.draw(|frame| draw(app, theme, frame)).expect("drawn");
    began.elapsed()
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    println!("{name:<12} {:>10.1?} {:>10.1?} {:>10.1?}", at(50), at(99), at(100));
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
