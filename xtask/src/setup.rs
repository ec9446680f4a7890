//! What a fresh machine lacks: the wasm target, the sources of the standard library and the npm packages.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::Result;
use crate::shell::{output, root, run, run_within};

/// The target the engine is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Gets them, where they are missing.
pub fn setup() -> Result {
    let libraries = output("rustc", &["--print", "target-libdir", "--target", TARGET])?;
    rustup(Path::new(libraries.trim()), &["target", "add", TARGET])?;
    let sysroot = output("rustc", &["--print", "sysroot"])?;
    let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library");
    rustup(&sources, &["component", "add", "rust-src"])?;
    packages()
}

/// Has rustup get a folder that the engine's build needs.
fn rustup(folder: &Path, arguments: &[&str]) -> Result {
    if folder.exists() {
        return Ok(());
    }
    // Downloads hang now and then; a second try is quicker than a long wait.
    let add = || run_within(Duration::from_secs(60), "rustup", arguments);
    add().or_else(|_| add()).map_err(|error| {
        let (folder, line) = (folder.display(), arguments.join(" "));
        format!("{error}; the engine's build needs {folder}: run `rustup {line}`").into()
    })
}

fn packages() -> Result {
    // npm writes the second file when it has installed what the first one says.
    let lock = fs::metadata(root().join("package-lock.json"))?.modified()?;
    let installed = fs::metadata(root().join("node_modules/.package-lock.json"));
    if installed.and_then(|file| file.modified()).is_ok_and(|time| time >= lock) {
        return Ok(());
    }
    run("npm", &["ci", "--no-audit", "--no-fund"])
}
