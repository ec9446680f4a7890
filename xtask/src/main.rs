//! Every command of the project: `cargo xtask help`.

mod build;
mod demo;
mod pack;
mod setup;
mod shell;
mod size;
mod test;

use std::process::ExitCode;

/// Why a command stopped, in words for whoever ran it.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

const HELP: &str = "cargo xtask <command>

  setup   the wasm target, the sources of std and the npm packages, where they are missing
  build   engine to wasm, glue, TypeScript: pkg/dist
  size    build, then what the package weighs against xtask/budgets.txt
  pack    build, then target/hotcold.tgz
  lint    cargo fmt --check, clippy for host and wasm
  test    everything; --only <step> for one step, --list for their names
  bench   build, then how fast the package is in Node, against its limits
  demo    build everything, judge the sample messages, serve the dashboard
  help    this text";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["setup"] => setup::setup(),
        ["build"] => build::build(),
        ["size"] => build::build().and_then(|()| size::size()),
        ["pack"] => build::build().and_then(|()| pack::pack()),
        ["lint"] => test::lint(),
        ["test", options @ ..] => test::test(options),
        ["bench"] => build::build().and_then(|()| shell::run("node", &["tests/bench/bench.mjs"])),
        ["demo"] => demo::demo(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no such command\n\n{HELP}").into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
