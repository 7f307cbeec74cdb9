//! The folder in which a site is put together, beside the one it will replace.
//!
//! Until the last moment the output is untouched, and in that moment it is
//! exchanged whole. What an interrupted run left behind is cleared by the next.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::Lock;
use crate::site::failure::{Failure, unwritable_at};

/// A staging folder; removed when dropped, with whatever stands there then.
pub struct Staging {
    path: PathBuf,
    /// Held as long as we work.
    _lock: Lock,
}

impl Staging {
    /// An empty folder beside `out`, which is absolute; with the folders above
    /// where they are not there.
    pub fn beside(out: &Path) -> Result<Staging, Failure> {
        let mut name = std::ffi::OsString::from(".");
        name.push(out.file_name().unwrap_or_default());
        name.push(".tujie");
        let path = out.with_file_name(name);
        fs::create_dir_all(&path).map_err(unwritable_at(&path))?;
        let lock = Lock::of(&path)?;
        clear(&path).map_err(unwritable_at(&path))?;
        Ok(Staging { path, _lock: lock })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the folder in the place of `out`, and what stood there away.
    pub fn take_place(self, out: &Path) -> Result<(), Failure> {
        // Who may enter there is not ours to decide.
        if let Ok(old) = fs::metadata(out) {
            fs::set_permissions(&self.path, old.permissions())
                .map_err(unwritable_at(&self.path))?;
        }
        // Once exchanged, the old site stands where we staged: it is locked as
        // well until it is gone.
        let _old = out.exists().then(|| Lock::of(out)).transpose()?;
        exchange(&self.path, out).map_err(unwritable_at(out))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Nothing is lost with it, and the next run clears it as well.
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn clear(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Both folders change places in one step of the file system; nobody ever
/// finds neither.
fn exchange(new: &Path, out: &Path) -> io::Result<()> {
    if !out.exists() {
        return fs::rename(new, out);
    }
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE) {
            // Some file systems (of networks, of containers) cannot.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
            result => return Ok(result?),
        }
    }
    in_turn(new, out)
}

/// The same where it takes two steps: between them there is nothing at `out`,
/// and what stood there stands beside it.
fn in_turn(new: &Path, out: &Path) -> io::Result<()> {
    let aside = new.with_extension("old");
    if aside.exists() {
        fs::remove_dir_all(&aside)?;
    }
    fs::rename(out, &aside)?;
    if let Err(error) = fs::rename(new, out) {
        fs::rename(&aside, out)?;
        return Err(error);
    }
    // The new site stands. What cannot be removed now, as somebody reads it, the next
    // run removes.
    let _ = fs::remove_dir_all(aside);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Not every file system exchanges folders.
    #[test]
    fn where_nothing_can_be_exchanged_one_gives_way() {
        let folder = std::env::temp_dir().join(format!("tujie-stage-{}", std::process::id()));
        let (new, out) = (folder.join("new"), folder.join("out"));
        for (path, text) in [
            (&new, "new"),
            (&out, "old"),
            (&folder.join("new.old"), "older"),
        ] {
            fs::create_dir_all(path).unwrap();
            fs::write(path.join("index.html"), text).unwrap();
        }
        let page = || fs::read_to_string(out.join("index.html")).unwrap();
        in_turn(&new, &out).unwrap();
        assert_eq!(page(), "new");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        in_turn(&new, &out).unwrap_err();
        assert_eq!(page(), "new", "there was nothing to put there");
        fs::remove_dir_all(&folder).unwrap();
    }
}
