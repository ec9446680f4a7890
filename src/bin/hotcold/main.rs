//! The `hotcold` command: the same core as in the browser, over lines of JSON.

mod args;
mod summary;

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use hotcold::engine::Engine;
use hotcold::json::Json;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use args::{Args, Command};
use summary::Summary;

/// Exit codes: all lines judged, some lines bad, nothing could be done.
const SOME_BAD: u8 = 1;
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let done = match Args::parse(lexopt::Parser::from_env()) {
        Ok(Command::Help) => print_text(args::HELP),
        Ok(Command::Version) => print_text(concat!("hotcold ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Triage(args)) => triage(&args),
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(SOME_BAD),
        Err(error) => {
            eprintln!("hotcold: {error}");
            ExitCode::from(FAILED)
        }
    }
}

type Outcome = Result<u64, Box<dyn std::error::Error>>;

fn print_text(text: &str) -> Outcome {
    io::stdout().write_all(text.as_bytes())?;
    Ok(0)
}

/// Judges each line; returns how many lines were bad.
fn triage(args: &Args) -> Outcome {
    let engine = engine(args)?;
    let options = options(args);
    let (input, size) = open(args)?;
    let progress = progress(size);
    let mut output = BufWriter::new(io::stdout().lock());
    let mut summary = Summary::default();
    let mut bad = 0;
    for (index, line) in input.split(b'\n').enumerate() {
        let line = line?;
        progress.inc(line.len() as u64 + 1);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match judge(&engine, &line, &options) {
            Ok((message, verdict)) => {
                summary.add(&message, &verdict);
                if !args.summary {
                    serde_json::to_writer(&mut output, &verdict)?;
                    output.write_all(b"\n")?;
                }
            }
            Err(problem) => {
                bad += 1;
                progress.suspend(|| eprintln!("line {}: {problem}", index + 1));
            }
        }
    }
    progress.finish_and_clear();
    if args.summary {
        write!(output, "{summary}")?;
    } else if !args.quiet {
        eprint!("{summary}");
    }
    output.flush()?;
    Ok(bad)
}

/// One line to its message and verdict; the error is one sentence.
fn judge(
    engine: &Engine,
    line: &[u8],
    options: &Json,
) -> Result<(Json, hotcold::verdict::Verdict), String> {
    let message: Json =
        serde_json::from_slice(line).map_err(|error| format!("is no JSON: {error}"))?;
    let verdict = engine.triage(message.clone(), options).map_err(|error| error.to_string())?;
    Ok((message, verdict))
}

fn engine(args: &Args) -> Result<Engine, Box<dyn std::error::Error>> {
    let mut options = Vec::new();
    for (key, path) in
        [("replies", &args.replies), ("articles", &args.articles), ("rules", &args.rules)]
    {
        if let Some(path) = path {
            options.push((key.to_owned(), read_json(path)?));
        }
    }
    let mut engine = Engine::new(&Json::Object(options))?;
    if let Some(path) = &args.snapshot {
        engine.restore(&fs::read(path).map_err(|error| format!("{path}: {error}"))?)?;
    }
    Ok(engine)
}

/// A file of one JSON array, or of one JSON value a line.
fn read_json(path: &str) -> Result<Json, Box<dyn std::error::Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    if let Ok(json) = serde_json::from_str(&text) {
        return Ok(json);
    }
    let mut items = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let item = serde_json::from_str(line)
            .map_err(|error| format!("{path}:{}: is no JSON: {error}", index + 1))?;
        items.push(item);
    }
    Ok(Json::List(items))
}

fn options(args: &Args) -> Json {
    let now = args.now.map(|now| ("now".to_owned(), Json::Number(now)));
    Json::Object(now.into_iter().collect())
}

type Input = Box<dyn BufRead>;

/// The input and, where it is a file, its size in bytes.
fn open(args: &Args) -> Result<(Input, Option<u64>), Box<dyn std::error::Error>> {
    let Some(path) = &args.input else {
        let size = stdin_size();
        return Ok((Box::new(io::stdin().lock()), size));
    };
    let file = File::open(path).map_err(|error| format!("{path}: {error}"))?;
    let size = file.metadata().ok().map(|metadata| metadata.len());
    Ok((Box::new(BufReader::new(file)), size))
}

/// The size of a file that was redirected into standard input.
#[cfg(unix)]
fn stdin_size() -> Option<u64> {
    use std::os::fd::AsFd;
    let owned = io::stdin().as_fd().try_clone_to_owned().ok()?;
    let metadata = File::from(owned).metadata().ok()?;
    metadata.is_file().then_some(metadata.len())
}

#[cfg(not(unix))]
fn stdin_size() -> Option<u64> {
    None
}

/// A bar with rate and remaining time on a terminal; nothing elsewhere.
fn progress(size: Option<u64>) -> ProgressBar {
    let bar = match size {
        Some(size) => ProgressBar::new(size),
        None => ProgressBar::new_spinner(),
    };
    if !io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    let template = match size {
        Some(_) => "{bar:40} {percent:>3} %  {bytes} of {total_bytes}  {bytes_per_sec}  {eta} left",
        None => "{spinner} {bytes}  {bytes_per_sec}  {elapsed}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
