//! What the system tells the reader: to end (SIGTERM, SIGHUP), or that it goes on after it was stopped (SIGCONT); and how
//! it stops itself and ends as it was told to. Where there are no such signals, nothing ever comes.

#[cfg(not(unix))]
pub use of_others::{Signals, end_by, stop};
#[cfg(unix)]
pub use of_unix::{Signals, end_by, stop};

/// What came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The reader is to end, by the signal of this number.
    End(i32),
    /// It was stopped, and goes on.
    GoOn,
}

#[cfg(unix)]
mod of_unix {
    use std::io;
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::process::{Signal as Number, kill_current_process_group};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGTERM};
    use signal_hook::low_level::emulate_default_handler;

    use super::Signal;

    /// Saving the notes and giving the terminal back takes less, on a slow disk, too. Windows that are closed send two
    /// signals at once, of which the second is not to end what the first began.
    const TIME_TO_END: Duration = Duration::from_secs(2);

    /// The signals, from now on.
    pub struct Signals(signal_hook::iterator::Signals);

    impl Signals {
        /// Begins to catch them.
        pub fn catch() -> io::Result<Self> {
            signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGCONT]).map(Self)
        }

        /// Gives each to `take` while that returns true. Who is told to end again, and has had the time to, ends at once.
        pub fn listen(mut self, take: impl Fn(Signal) -> bool + Send + 'static) {
            thread::spawn(move || {
                let mut first = None;
                for signal in self.0.forever() {
                    let told = if signal == SIGCONT { Signal::GoOn } else { Signal::End(signal) };
                    let taken = take(told);
                    if told != Signal::GoOn && first.get_or_insert_with(Instant::now).elapsed() > TIME_TO_END || !taken
                    {
                        end_by(signal);
                    }
                }
            });
        }
    }

    /// Stops this program, and those that were started with it, until the shell lets it go on.
    pub fn stop() -> io::Result<()> {
        Ok(kill_current_process_group(Number::TSTP)?)
    }

    /// Ends as the signal would have ended the program, so that who sent it sees that.
    pub fn end_by(signal: i32) {
        // What is no signal to end by leaves the program to end by itself.
        let _ = emulate_default_handler(signal);
    }
}

#[cfg(not(unix))]
mod of_others {
    use std::io;

    use super::Signal;

    /// No signals.
    pub struct Signals;

    impl Signals {
        /// There is nothing to catch.
        pub fn catch() -> io::Result<Self> {
            Ok(Self)
        }

        /// Nothing ever comes.
        pub fn listen(self, _take: impl Fn(Signal) -> bool + Send + 'static) {}
    }

    /// A program cannot stop itself here.
    pub fn stop() -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }

    /// Programs end by themselves here.
    pub fn end_by(_signal: i32) {}
}
