//! Lines in, lines out, on all cores: answers keep the order of their lines, and only a window of lines is held at
//! once.
//!
//! Each line travels to whichever worker is free, together with the sending end of a channel for its answer; the
//! receiving ends wait in the order of the lines. Both queues are bounded, so a slow writer stops the reader.

use std::io::{self, BufRead, BufWriter, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::report::to_json;

/// What a line may hold, in bytes; it bounds memory on input that has no lines.
const LONGEST_LINE_BYTES: u64 = 256 * 1024 * 1024;

/// How many lines wait for each worker: enough that none is idle while another's line takes long.
const WAITING_PER_WORKER: usize = 4;

/// The answer to one line, without its line end; `Err` says what is wrong with the line.
pub type Answer = fn(&[u8]) -> std::result::Result<String, String>;

/// One line, and where its answer goes.
struct Job {
    number: usize,
    line: std::result::Result<Vec<u8>, String>,
    to: SyncSender<String>,
}

/// Writes the answer to each line of `input` that is not blank to `output`, in order; a line that has none is answered
/// with `{"id": …, "error": "…"}`, also where `answer` panics.
///
/// The threads are not waited for: when `output` is closed, one of them may still hang on `input`.
pub fn answer_lines(input: impl BufRead + Send + 'static, output: impl Write, answer: Answer) -> Result<()> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (jobs, waiting) = sync_channel(workers * WAITING_PER_WORKER);
    let (order, answers) = sync_channel(workers * WAITING_PER_WORKER);
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..workers {
        let waiting = Arc::clone(&waiting);
        thread::spawn(move || work(&waiting, answer));
    }
    let reader = thread::spawn(move || read_lines(input, &jobs, &order));
    write_in_order(&answers, output).map_err(|cause| Error::Stream { attempt: "write to standard output", cause })?;
    reader.join().unwrap_or(Ok(())).map_err(|cause| Error::Stream { attempt: "read standard input", cause })
}

/// Hands out the lines until the input ends or nobody wants their answers any more.
fn read_lines(mut input: impl BufRead, jobs: &SyncSender<Job>, order: &SyncSender<Receiver<String>>) -> io::Result<()> {
    let mut number = 0;
    while let Some(line) = next_line(&mut input)? {
        number += 1;
        if line.as_ref().is_ok_and(|line| line.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        let (to, answer) = sync_channel(1);
        if order.send(answer).is_err() || jobs.send(Job { number, line, to }).is_err() {
            break;
        }
    }
    Ok(())
}

/// The next line with its end; what is too long is skipped and said. `None` at the end of the input.
pub fn next_line(input: &mut impl BufRead) -> io::Result<Option<std::result::Result<Vec<u8>, String>>> {
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST_LINE_BYTES).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() as u64 == LONGEST_LINE_BYTES && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
        return Ok(Some(Err(format!("it is longer than {} MiB", LONGEST_LINE_BYTES / (1024 * 1024)))));
    }
    Ok(Some(Ok(line)))
}

fn work(waiting: &Mutex<Receiver<Job>>, answer: Answer) {
    loop {
        // The lock is released before the work begins. A poisoned one still guards a sound queue.
        let job = waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner).recv();
        let Ok(Job { number, line, to }) = job else {
            return;
        };
        // Nobody receives it when the output was closed meanwhile.
        let _ = to.send(answered(number, line, answer));
    }
}

/// What to write for line `number`.
fn answered(number: usize, line: std::result::Result<Vec<u8>, String>, answer: Answer) -> String {
    let line = match line {
        Ok(line) => line,
        Err(reason) => return error_line(number, Value::Null, &reason),
    };
    // An analysis leaves nothing behind that a later one sees, so a panic ends only its own line.
    let result = catch_unwind(AssertUnwindSafe(|| answer(&line)))
        .unwrap_or_else(|_| Err("it made the program fail, which is an error of the program's".to_owned()));
    result.unwrap_or_else(|reason| error_line(number, id_of(&line), &reason))
}

/// The `id` of a line that is JSON but otherwise of no use.
fn id_of(line: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct Named {
        #[serde(default)]
        id: Value,
    }
    serde_json::from_slice(line).map_or(Value::Null, |named: Named| named.id)
}

fn error_line(number: usize, id: Value, reason: &str) -> String {
    #[derive(Serialize)]
    struct Failed {
        id: Value,
        error: String,
    }
    to_json(&Failed { id, error: format!("line {number}: {reason}") })
}

/// Writes the answers as they come due; what is written leaves at once when there is nothing more to write, for a
/// caller who waits for an answer before it sends the next line.
fn write_in_order(answers: &Receiver<Receiver<String>>, output: impl Write) -> io::Result<()> {
    let mut output = BufWriter::new(output);
    loop {
        let next = match answers.try_recv() {
            Err(TryRecvError::Empty) => {
                output.flush()?;
                answers.recv().ok()
            }
            next => next.ok(),
        };
        // Every job that was handed out is answered, so a missing answer means the end, too.
        let Some(answer) = next.and_then(|answer| answer.recv().ok()) else {
            return output.flush();
        };
        writeln!(output, "{answer}")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn answers(input: &str, answer: Answer) -> Vec<String> {
        let mut output = Vec::new();
        answer_lines(Cursor::new(input.to_owned()), &mut output, answer).unwrap();
        String::from_utf8(output).unwrap().lines().map(str::to_owned).collect()
    }

    #[expect(clippy::unnecessary_wraps, reason = "an answer can fail")]
    fn echo(line: &[u8]) -> std::result::Result<String, String> {
        let text = String::from_utf8_lossy(line).trim().to_owned();
        if text.len().is_multiple_of(7) {
            thread::sleep(std::time::Duration::from_millis(2));
        }
        Ok(text)
    }

    #[test]
    fn answers_keep_the_order_of_their_lines() {
        let lines: Vec<_> = (0..300).map(|number| "x".repeat(1 + number % 13) + &number.to_string()).collect();
        assert_eq!(answers(&lines.join("\n"), echo), lines);
    }

    #[test]
    fn blank_lines_are_no_lines() {
        assert_eq!(answers("\n one\r\n\n\ntwo", echo), ["one", "two"]);
    }

    #[test]
    fn a_line_that_makes_the_work_panic_costs_only_itself() {
        let found = answers("{\"id\":7}\n{\"id\":8}\n", |line| {
            assert!(!line.contains(&b'7'), "a rule has a hole");
            Ok("fine".to_owned())
        });
        assert!(found[0].starts_with("{\"id\":7,\"error\":\"line 1: it made the program fail"), "{}", found[0]);
        assert_eq!(found[1], "fine");
    }

    #[test]
    fn a_line_that_is_no_json_is_answered_with_its_number() {
        let found = answers("\n{oops\n", |_| Err("it is no JSON".to_owned()));
        assert_eq!(found, ["{\"id\":null,\"error\":\"line 2: it is no JSON\"}"]);
    }

    #[test]
    fn a_closed_output_ends_the_work() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let endless = io::BufReader::new(io::repeat(b'\n').chain(io::empty()));
        let lines = Cursor::new(b"line\n".repeat(100_000)).chain(endless);
        assert!(answer_lines(lines, Closed, echo).unwrap_err().is_closed_pipe());
    }
}
