//! The package in a real browser: a plain page and a bundled app, both from the tarball.

use std::path::Path;

use super::consumer::Consumer;
use crate::Result;
use crate::shell::{command, finish, root, run};

const CHROMIUM: &str = "/usr/bin/chromium";

/// Runs tests/browser with a Chromium that is there or is installed now.
pub fn pages() -> Result {
    let chromium = chromium()?;
    let consumer = Consumer::new()?;
    // These tests stand in the repository, where the tools are; the package they serve is the installed one.
    let tests = root().join("tests/browser/browser.test.mjs");
    let mut node = command("node", &["--test", "--test-reporter=spec", &tests.to_string_lossy()]);
    finish(node.env("CHROMIUM", chromium).env("HOTCOLD_CONSUMER", consumer.path()))
}

fn chromium() -> Result<String> {
    if let Ok(path) = std::env::var("CHROMIUM") {
        return Ok(path);
    }
    if !Path::new(CHROMIUM).exists() {
        let install = run("apt-get", &["update", "-q"]).and_then(|()| {
            run("apt-get", &["install", "-qy", "--no-install-recommends", "chromium"])
        });
        install.map_err(|error| {
            format!("{error}; install Chromium as {CHROMIUM} or name one in the variable CHROMIUM")
        })?;
    }
    Ok(CHROMIUM.to_owned())
}
