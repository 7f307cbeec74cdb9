//! What whoever waits is told: that work goes on, and for how long it has.

use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::explain::{Lang, said};

/// How long nothing is said, and how often it is said again.
const BEAT: Duration = Duration::from_secs(1);

/// Does some work, and says on stderr from one second on that it is being done: in one
/// line that counts the seconds and goes in the end. Where nobody looks on, and the line
/// would be written into a file, nothing is said: what stands there depends on no clock.
pub fn telling<T>(lang: Lang, work: impl FnOnce() -> T) -> T {
    if !stderr().is_terminal() {
        return work();
    }
    thread::scope(|scope| {
        let (done, working) = channel::<()>();
        scope.spawn(move || {
            let mut seconds = 0;
            while working.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                seconds += 1;
                let words = said!(
                    lang,
                    "正在发布，已用 {seconds} 秒",
                    "publishing, {seconds} s so far"
                );
                // To the line's beginning, and what stands there goes.
                eprint!("\r\x1b[K{words}");
                // What cannot be told holds nothing up.
                let _ = stderr().flush();
            }
            if seconds > 0 {
                eprint!("\r\x1b[K");
            }
        });
        let result = work();
        drop(done);
        result
    })
}
