//! Running other programs, and saying how long each step took.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::Result;

/// The root of the repository.
pub fn root() -> PathBuf {
    // This crate lies one folder below it.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program that will run in the root of the repository.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a program; anything but success is an error.
pub fn run(program: &str, arguments: &[&str]) -> Result {
    finish(&mut command(program, arguments))
}

/// Runs a prepared program; anything but success is an error.
pub fn finish(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed", line(command)).into()) }
}

/// What a program prints.
pub fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let mut command = command(program, arguments);
    let output = command.output().map_err(|error| missing(&command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let text = String::from_utf8_lossy(&output.stderr);
        Err(format!("{} failed\n{text}", line(&command)).into())
    }
}

/// As [`run`], but gives up after `limit`.
pub fn run_within(limit: Duration, program: &str, arguments: &[&str]) -> Result {
    let mut command = command(program, arguments);
    let mut child = command.spawn().map_err(|error| missing(&command, &error))?;
    let end = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            let failed = || format!("{} failed", line(&command)).into();
            return if status.success() { Ok(()) } else { Err(failed()) };
        }
        if Instant::now() > end {
            stop(&mut child);
            let seconds = limit.as_secs();
            return Err(format!("{} took longer than {seconds} s", line(&command)).into());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Runs one step and prints how long it took.
pub fn step(name: &str, work: impl FnOnce() -> Result) -> Result {
    println!("── {name}");
    let start = Instant::now();
    work().map_err(|error| format!("{name}: {error}"))?;
    println!("── {name}: ok in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn stop(child: &mut Child) {
    // It may have ended by itself in the meantime.
    let _ = child.kill();
    let _ = child.wait();
}

fn line(command: &Command) -> String {
    let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
    std::iter::once(command.get_program().to_string_lossy().into_owned())
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

fn missing(command: &Command, error: &std::io::Error) -> String {
    format!("{} cannot be run: {error}", command.get_program().to_string_lossy())
}
