//! Programs that end with their owner.

use std::process::{Child, Command};

pub struct Process(pub Child);

impl Process {
    /// Starts a program that `cargo xtask test` installs.
    pub fn start(command: &mut Command) -> Process {
        let child = command.spawn().unwrap_or_else(|error| {
            let program = command.get_program();
            panic!("{program:?} does not start; `cargo xtask test` installs it: {error}")
        });
        Process(child)
    }

    /// Whether it ended by itself.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
