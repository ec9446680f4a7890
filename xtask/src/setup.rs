//! What a fresh machine lacks: the wasm target and the npm packages.

use std::fs;
use std::time::Duration;

use crate::Result;
use crate::shell::{output, root, run, run_within};

/// The target the engine is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Gets both, where they are missing.
pub fn setup() -> Result {
    wasm_target()?;
    packages()
}

fn wasm_target() -> Result {
    let libraries = output("rustc", &["--print", "target-libdir", "--target", TARGET])?;
    if fs::exists(libraries.trim())? {
        return Ok(());
    }
    // Downloads hang now and then; a second try is quicker than a long wait.
    let add = || run_within(Duration::from_secs(60), "rustup", &["target", "add", TARGET]);
    add().or_else(|_| add()).map_err(|error| {
        format!("{error}; the engine needs the standard library of {TARGET}: run `rustup target add {TARGET}`").into()
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
