//! The DevTools protocol through a pipe, as the program itself speaks it and not one
//! of its pages. Messages are JSON, each with a zero behind it. A Chromium that is
//! started with `--remote-debugging-pipe` reads from the descriptor 3, writes to 4,
//! and ends when nobody holds the pipe any more: whatever becomes of the tests, no
//! browser outlives them.
//!
//! Knows the messages; knows nothing of what they ask for.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout};
use std::thread;

use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

pub struct Pipe {
    input: ChildStdin,
    messages: UnboundedReceiver<Value>,
    /// How many commands were sent.
    sent: u64,
}

impl Pipe {
    /// Through the input and the output of a program, which are not taken yet.
    pub fn of(program: &mut Child) -> Pipe {
        Pipe {
            input: program.stdin.take().expect("a pipe"),
            messages: read(program.stdout.take().expect("a pipe")),
            sent: 0,
        }
    }

    /// Sends a command, to a page where a session with one is named. The number by
    /// which it will be answered.
    pub fn send(
        &mut self,
        session: Option<&str>,
        command: &str,
        parameters: Value,
    ) -> io::Result<u64> {
        self.sent += 1;
        let mut message = json!({"id": self.sent, "method": command, "params": parameters});
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.input.write_all(&bytes)?;
        Ok(self.sent)
    }

    /// The next answer or event; none comes from a program that has ended.
    pub async fn receive(&mut self) -> Option<Value> {
        self.messages.recv().await
    }
}

/// Reads messages as they come, until the program ends.
fn read(output: ChildStdout) -> UnboundedReceiver<Value> {
    let (sender, messages) = unbounded_channel();
    thread::spawn(move || {
        for message in BufReader::new(output).split(0).map_while(Result::ok) {
            let message = serde_json::from_slice(&message).expect("Chromium writes JSON");
            if sender.send(message).is_err() {
                break;
            }
        }
    });
    messages
}
