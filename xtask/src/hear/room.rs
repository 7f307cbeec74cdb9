//! Where the page is heard: a screen, a session with assistive technology switched
//! on, sound that goes nowhere and can be recorded, voices, and the site. Nothing of
//! it is the user's, and nothing stays.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::{env, io};

use anyhow::{Context, Result};

use super::running::{Running, at_once, until};
use crate::build;
use crate::install::remove;

/// What PulseAudio calls the sound that goes nowhere.
const SINK: &str = "heard";

/// The room with all that runs in it, of which the last came last.
pub struct Room {
    /// A home for the programs, and where they meet.
    folder: PathBuf,
    /// What the programs write of themselves.
    logs: PathBuf,
    variables: Vec<(&'static str, String)>,
    /// Where the site is served.
    pub origin: String,
    running: Vec<Running>,
}

impl Room {
    pub fn open(dist: &Path) -> Result<Room> {
        // Sockets have short names.
        let folder = env::temp_dir().join(format!("tujie-hear-{}", process::id()));
        let logs = build::target().join("hear");
        for folder in [&folder, &logs] {
            make(folder)?;
        }
        let place = folder.to_string_lossy().into_owned();
        let mut room = Room {
            folder,
            logs,
            variables: vec![
                ("HOME", place.clone()),
                ("XDG_RUNTIME_DIR", place),
                ("LANG", "C.UTF-8".to_owned()),
            ],
            origin: String::new(),
            running: Vec::new(),
        };
        room.furnish(dist)?;
        Ok(room)
    }

    fn furnish(&mut self, dist: &Path) -> Result<()> {
        let screen = ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"];
        let number: u32 =
            self.telling("Xvfb", &[&screen[..], &["1280x900x24"]].concat(), |line| {
                line.trim().parse().ok()
            })?;
        self.variables.push(("DISPLAY", format!(":{number}")));

        let session = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
        let bus = self.telling("dbus-daemon", &session, |line| {
            line.starts_with("unix:").then(|| line.to_owned())
        })?;
        self.variables.push(("DBUS_SESSION_BUS_ADDRESS", bus));
        self.say_that_someone_listens()?;
        // Without keys of its own: they are the screen reader's.
        let keys = self.folder.join("openbox.xml");
        fs::write(
            &keys,
            r#"<openbox_config xmlns="http://openbox.org/3.4/rc"/>"#,
        )?;
        self.start("openbox", &["--config-file", &keys.to_string_lossy()])?;

        let sink = format!("module-null-sink sink_name={SINK}");
        let sound = ["-n", "--daemonize=no", "--exit-idle-time=-1"];
        let modules = ["-L", "module-native-protocol-unix", "-L", &sink];
        self.start("pulseaudio", &[&sound[..], &modules].concat())?;
        until("PulseAudio", || {
            let mut asked = self.command("pactl");
            asked
                .arg("info")
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            Ok(asked.status()?.success().then_some(()))
        })?;

        let voices = self.folder.join("voices");
        make(&voices)?;
        let voices = voices.to_string_lossy().into_owned();
        let daemon = ["--run-single", "--timeout", "0", "--log-dir", &voices];
        self.start("speech-dispatcher", &daemon)?;
        let socket = self.folder.join("speech-dispatcher/speechd.sock");
        until("speech-dispatcher", || Ok(socket.exists().then_some(())))?;

        let dist = dist.to_string_lossy();
        let serve = ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1"];
        let serve = [&serve[..], &["--directory", &dist]].concat();
        let port: u16 = self.telling("python3", &serve, |line| {
            let (_, port) = line.split_once(" port ")?;
            port.split_whitespace().next()?.parse().ok()
        })?;
        self.origin = format!("http://127.0.0.1:{port}");
        Ok(())
    }

    /// Browsers tell what they show only while somebody listens.
    fn say_that_someone_listens(&self) -> Result<()> {
        for name in ["IsEnabled", "ScreenReaderEnabled"] {
            let mut set = self.command("dbus-send");
            set.args(["--session", "--print-reply", "--dest=org.a11y.Bus"])
                .args(["/org/a11y/bus", "org.freedesktop.DBus.Properties.Set"])
                .args(["string:org.a11y.Status", &format!("string:{name}")])
                .arg("variant:boolean:true");
            at_once(&mut set)?;
        }
        Ok(())
    }

    /// A command that runs in the room.
    pub fn command(&self, program: &str) -> Command {
        self.inside(Command::new(program))
    }

    /// Takes a command into the room.
    pub fn inside(&self, mut command: Command) -> Command {
        for (name, _) in env::vars_os() {
            if name.to_string_lossy().starts_with("XDG_") {
                command.env_remove(name);
            }
        }
        command.envs(self.variables.iter().map(|(name, value)| (*name, value)));
        command
    }

    /// A file for what a program writes of itself.
    pub fn log(&self, program: &str) -> Result<File> {
        let path = self.logs.join(program).with_extension("log");
        File::create(&path).with_context(|| format!("cannot make {}", path.display()))
    }

    /// A folder or file that goes with the room.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Presses keys, as `xdotool` names them, or types.
    pub fn keys(&self, arguments: &[&str]) -> Result<()> {
        at_once(self.command("xdotool").args(arguments))
    }

    /// Records all sound: samples of 16 bits, 8000 a second.
    pub fn record(&self) -> Result<Running> {
        let mut record = self.command("parec");
        record
            .args(["--raw", "--format=s16le", "--rate=8000", "--channels=1"])
            .arg(format!("--device={SINK}.monitor"))
            .stdout(Stdio::piped())
            .stderr(self.log("parec")?);
        Running::start(&mut record)
    }

    fn start(&mut self, program: &str, arguments: &[&str]) -> Result<()> {
        let mut command = self.command(program);
        let log = self.log(program)?;
        command.args(arguments).stdout(log.try_clone()?).stderr(log);
        self.running.push(Running::start(&mut command)?);
        Ok(())
    }

    fn telling<T>(
        &mut self,
        program: &str,
        arguments: &[&str],
        told: impl Fn(&str) -> Option<T>,
    ) -> Result<T> {
        let mut command = self.command(program);
        command.args(arguments).stderr(self.log(program)?);
        let (running, told) = Running::telling(&mut command, told)?;
        self.running.push(running);
        Ok(told)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        while self.running.pop().is_some() {}
        // What still writes while it ends leaves a folder behind: once more then.
        if remove(&self.folder).is_err() {
            let _ = remove(&self.folder);
        }
    }
}

/// Makes a folder that nobody else may look into, as PulseAudio asks for.
fn make(folder: &Path) -> Result<()> {
    let made = fs::create_dir_all(folder).and_then(|()| private(folder));
    made.with_context(|| format!("cannot make {}", folder.display()))
}

#[cfg(unix)]
fn private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn private(_: &Path) -> io::Result<()> {
    Ok(())
}
