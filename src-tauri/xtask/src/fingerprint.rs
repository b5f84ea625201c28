//! Remembering what something was made from, so that it is not made twice.

use crate::error::{Error, Outcome};
use crate::workspace;
use std::fs;
use std::path::{Path, PathBuf};

/// A 64-bit FNV-1a over names and contents: quick, and no adversary here.
pub(crate) fn of(paths: &[PathBuf]) -> Outcome<String> {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for path in paths {
        add(&mut hash, path)?;
    }
    Ok(format!("{hash:016x}"))
}

/// Whether `name` was last recorded with this fingerprint.
pub(crate) fn is_recorded(name: &str, fingerprint: &str) -> bool {
    fs::read_to_string(stamp(name)).is_ok_and(|recorded| recorded == fingerprint)
}

/// Records that `name` was made from what has this fingerprint.
pub(crate) fn record(name: &str, fingerprint: &str) -> Outcome {
    let path = stamp(name);
    fs::create_dir_all(workspace::target()).map_err(Error::file(&workspace::target()))?;
    fs::write(&path, fingerprint).map_err(Error::file(&path))
}

fn stamp(name: &str) -> PathBuf {
    workspace::target().join(format!("xtask-{name}.stamp"))
}

fn add(hash: &mut u64, path: &Path) -> Outcome {
    if path.is_dir() {
        let entries = fs::read_dir(path).map_err(Error::file(path))?;
        let mut children = entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(Error::file(path))?;
        children.sort();
        return children.iter().try_for_each(|child| add(hash, child));
    }
    let contents = fs::read(path).map_err(Error::file(path))?;
    mix(hash, path.to_string_lossy().as_bytes());
    mix(hash, &contents);
    Ok(())
}

fn mix(hash: &mut u64, bytes: &[u8]) {
    for byte in bytes.iter().chain(&(bytes.len() as u64).to_le_bytes()) {
        *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprint(chunks: &[&str]) -> u64 {
        let mut hash = 1;
        chunks
            .iter()
            .for_each(|chunk| mix(&mut hash, chunk.as_bytes()));
        hash
    }

    #[test]
    fn moving_text_between_two_files_changes_the_fingerprint() {
        assert_ne!(fingerprint(&["ab", "c"]), fingerprint(&["a", "bc"]));
    }
}
