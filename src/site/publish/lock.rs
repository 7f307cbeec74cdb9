//! A folder that one run alone works in, so that two runs never mix their files. The
//! system lets go of it however we end.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::site::failure::{Failure, unwritable_at};

/// Held as long as it lives.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Locks a folder that is there, or tells that somebody else works in it.
    pub fn of(folder: &Path) -> Result<Lock, Failure> {
        match held(folder) {
            Ok(Some(file)) => Ok(Lock { _file: file }),
            Ok(None) => Err(Failure::Busy {
                path: folder.to_owned(),
            }),
            Err(error) => Err(unwritable_at(folder)(error)),
        }
    }
}

/// The folder itself, opened and locked; none where it is locked already.
#[cfg(not(windows))]
fn held(folder: &Path) -> io::Result<Option<File>> {
    use std::fs::TryLockError;

    let file = File::open(folder)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// A file beside the folder that nobody else may open, and that is gone when it is
/// closed. Windows locks no folders, and moves none in which a file is open.
#[cfg(windows)]
fn held(folder: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;

    // GENERIC_WRITE and DELETE, FILE_FLAG_DELETE_ON_CLOSE, ERROR_SHARING_VIOLATION.
    const WRITE_AND_DELETE: u32 = 0x4001_0000;
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const IN_USE: i32 = 32;

    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    let opened = File::options()
        .access_mode(WRITE_AND_DELETE)
        .share_mode(0)
        .custom_flags(DELETE_ON_CLOSE)
        .write(true)
        .create(true)
        .truncate(true)
        .open(folder.with_file_name(name));
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(IN_USE) => Ok(None),
        Err(error) => Err(error),
    }
}
