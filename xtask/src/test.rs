//! Every check, in an order that finds cheap faults first. The first failure ends the run.

mod browser;
mod consumer;

use crate::shell::{command, finish, root, run, step};
use crate::{Result, build, pack, setup, size};
use consumer::Consumer;

/// A name and what it does.
type Step = (&'static str, fn() -> Result);

const STEPS: [Step; 8] = [
    ("setup", setup::setup),
    ("lint", lint),
    ("core", core),
    ("pack", packed),
    ("types", types),
    ("package", package),
    ("browser", browser::pages),
    ("dashboard", dashboard),
];

/// Runs all steps, or the one after `--only`.
pub fn test(options: &[&str]) -> Result {
    match options {
        [] => STEPS.iter().try_for_each(|(name, work)| step(name, work)),
        ["--list"] => {
            STEPS.iter().for_each(|(name, _)| println!("{name}"));
            Ok(())
        }
        ["--only", only] => {
            let (name, work) =
                STEPS.iter().find(|(name, _)| name == only).ok_or("no such step; see --list")?;
            step(name, work)
        }
        _ => Err("expected `test`, `test --only <step>` or `test --list`".into()),
    }
}

/// Formatting, and clippy for the host and for wasm.
pub fn lint() -> Result {
    run("cargo", &["fmt", "--all", "--check"])?;
    run("cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    let wasm = ["clippy", "--lib", "--no-default-features", "--target", setup::TARGET];
    run("cargo", &[&wasm[..], &["--", "-D", "warnings"]].concat())
}

fn core() -> Result {
    run("cargo", &["test", "--workspace"])?;
    finish(
        command("cargo", &["doc", "--no-deps", "--lib", "-p", "hotcold"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn packed() -> Result {
    build::build()?;
    size::size()?;
    pack::pack()
}

/// The declarations, as a strict user reads them.
fn types() -> Result {
    let consumer = Consumer::new()?;
    consumer.copy("pkg/test")?;
    consumer.node(&[&tool("typescript/bin/tsc"), "-p", "pkg/test"])
}

/// The package in Node, from its tarball.
fn package() -> Result {
    let consumer = Consumer::new()?;
    consumer.copy("tests/package")?;
    consumer.node_tests("tests/package")
}

/// The dashboard's own tests, where it has any.
fn dashboard() -> Result {
    if root().join("www/package.json").exists() {
        run("npm", &["run", "build", "--workspace", "www"])?;
        run("npm", &["run", "test", "--workspace", "www", "--if-present"])?;
    }
    Ok(())
}

/// A file of an npm package that the project brings for its own use.
fn tool(path: &str) -> String {
    root().join("node_modules").join(path).to_string_lossy().into_owned()
}
