//! How much news `variorum extract` reads in a second on one core, and how much memory it holds while the lines go on:
//! `cargo bench --bench extract`. The real binary is run, so that reading and writing JSON count too.
//!
//! Throughput is told per second of processor time, which is one core's whatever the number of workers. The peak of memory
//! must not grow from row to row.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::json;
use variorum::read::bundled;

/// So many lines are sent in one run, one row each; ten times as many must take no more memory.
const LINES: [usize; 3] = [300, 3_000, 30_000];

fn main() {
    println!("{:>8} {:>10} {:>14} {:>12}", "lines", "MB", "MB/s of a core", "peak MiB");
    for lines in LINES {
        let (megabytes, seconds, peak) = run(lines);
        println!("{lines:>8} {megabytes:>10.2} {:>14.2} {peak:>12.1}", megabytes / seconds);
    }
}

/// Sends so many articles; gives the megabytes of their text, the seconds of processor time, and the peak of memory in
/// MiB.
fn run(lines: usize) -> (f64, f64, f64) {
    let texts: Vec<String> = bundled().into_iter().map(|article| article.text.to_string()).collect();
    let bytes: usize = (0..lines).map(|line| texts[line % texts.len()].len()).sum();
    let mut child = Command::new(env!("CARGO_BIN_EXE_variorum"))
        .arg("extract")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("cargo builds the binary before its benches");
    let mut input = child.stdin.take().expect("its input is a pipe");
    let output = BufReader::new(child.stdout.take().expect("its output is a pipe"));
    let sending = thread::spawn(move || {
        for line in 0..lines {
            let request = json!({"id": line, "text": texts[line % texts.len()], "reference_time": "2025-02-25"});
            writeln!(input, "{request}").expect("the program reads every line");
        }
        input
    });
    let answers = output.lines().take(lines).map_while(Result::ok).count();
    assert_eq!(answers, lines, "every line has an answer");
    // Its input is still open, so that it lives on and can be asked.
    let input = sending.join().expect("sending does not fail");
    let (seconds, peak) = (processor_seconds(child.id()), peak_mebibytes(child.id()));
    drop(input);
    assert!(child.wait().expect("it ends with its input").success());
    (bytes as f64 / 1e6, seconds, peak)
}

/// User and system time of a process, from the 14th and 15th field of its `stat`, in ticks of a hundredth of a second.
fn processor_seconds(process: u32) -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("Linux tells of a running process");
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

/// The most memory a process has held, in MiB.
fn peak_mebibytes(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("Linux tells of a running process");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    peak.split_whitespace().next().and_then(|kibibytes| kibibytes.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}
