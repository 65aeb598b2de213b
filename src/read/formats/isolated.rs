//! Foreign code on foreign bytes, where it can neither take the program down nor hold it up: on a thread of its own
//! with room to recurse, whose panic is caught and which is waited for only so long.

use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::{Once, mpsc};
use std::thread;
use std::time::Duration;

use super::{Refusal, SAVE_AS_TEXT};
use crate::read::Limits;

/// Room on the stack: parsers recurse with the nesting of what they read, which the limits bound. It is only reserved,
/// and taken as far as it is used.
const STACK_BYTES: usize = 64 << 20;

/// The name of such a thread.
const NAME: &str = "taking a source apart";

/// A panic here is an answer, told in the program's own words: nothing of it may be printed over the screen.
fn silence_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |told| {
            if thread::current().name() != Some(NAME) {
                usual(told);
            }
        }));
    });
}

/// What `work` makes, unless it takes too long or breaks down.
pub fn isolated<T: Send + 'static>(
    limits: &Limits,
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    silence_panics();
    let (sender, receiver) = mpsc::channel();
    let thread = thread::Builder::new().name(NAME.to_owned()).stack_size(STACK_BYTES).spawn(move || {
        // Nobody may wait any more; nothing that `work` has touched is seen again.
        let _ = sender.send(catch_unwind(AssertUnwindSafe(work)));
    });
    if let Err(cause) = thread {
        return Err(Refusal::new(format!("there is no room to take it apart ({cause})"), "close other programs"));
    }
    match receiver.recv_timeout(Duration::from_secs(limits.seconds)) {
        Ok(Ok(made)) => made,
        Ok(Err(_)) | Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(Refusal::new("it is damaged in a way that cannot be read", SAVE_AS_TEXT))
        }
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Refusal::new(
            format!("taking it apart takes longer than {} seconds", limits.seconds),
            "save the article as plain text, or raise the limit “seconds” in your settings",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_comes_back_and_what_breaks_down_is_told() {
        let limits = Limits { seconds: 1, ..Limits::default() };
        assert_eq!(isolated(&limits, || Ok(3)), Ok(3));
        let broken = isolated::<()>(&limits, || panic!("as the test wants it"));
        assert!(broken.unwrap_err().reason.contains("damaged"));
        let endless = isolated::<()>(&limits, || {
            loop {
                thread::park();
            }
        });
        assert!(endless.unwrap_err().remedy.contains("“seconds”"));
    }
}
