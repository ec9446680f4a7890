//! What the package weighs, held against xtask/budgets.txt.

use std::fs;
use std::io::Write;

use crate::Result;
use crate::shell::root;

/// One part of the package, by its bytes.
struct Part {
    name: &'static str,
    bytes: Vec<u8>,
}

/// What was learned from data; it has a budget of its own.
const WEIGHTS: [&str; 2] = ["model/triage.bin", "model/language.bin"];

/// Prints the sizes; over the ceiling is an error, over the goal a remark.
pub fn size() -> Result {
    let dist = root().join("pkg/dist");
    let mut module = fs::read(dist.join("triage_bg.wasm"))?;
    let mut weights = Vec::new();
    for path in WEIGHTS {
        let bytes = fs::read(root().join(path))?;
        module = without(&module, &bytes).map_err(|error| format!("{path}: {error}"))?;
        weights.extend(bytes);
    }
    let mut glue = fs::read(dist.join("core.js"))?;
    glue.extend(fs::read(dist.join("browser.js"))?);
    let parts = [
        Part { name: "engine", bytes: module },
        Part { name: "glue", bytes: glue },
        Part { name: "weights", bytes: weights },
    ];
    println!("{:8} {:>9} {:>9} {:>9}", "", "raw", "gzip", "brotli");
    let mut sizes = Vec::new();
    for part in &parts {
        let brotli = brotli(&part.bytes)?;
        println!("{:8} {:>9} {:>9} {brotli:>9}", part.name, part.bytes.len(), gzip(&part.bytes)?);
        sizes.push((part.name, brotli));
    }
    check(&sizes)
}

/// Each line of the budgets: names joined by `+`, the goal and the ceiling in bytes after brotli.
fn check(sizes: &[(&str, usize)]) -> Result {
    for line in fs::read_to_string(root().join("xtask/budgets.txt"))?.lines() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [names, goal, ceiling] = columns[..] else { continue };
        let (Ok(goal), Ok(ceiling)) = (goal.parse::<usize>(), ceiling.parse::<usize>()) else {
            continue;
        };
        let used: usize = sizes
            .iter()
            .filter(|(name, _)| names.split('+').any(|part| part == *name))
            .map(|(_, size)| size)
            .sum();
        println!("{names}: {used} bytes; goal {goal} ({} %), ceiling {ceiling}", used * 100 / goal);
        if used > goal {
            println!("{names}: the goal is missed by {} bytes", used - goal);
        }
        if used > ceiling {
            return Err(format!("{names} is over its ceiling by {} bytes", used - ceiling).into());
        }
    }
    Ok(())
}

/// The module without its weights, which have a budget of their own.
fn without(module: &[u8], weights: &[u8]) -> Result<Vec<u8>> {
    let start = module
        .windows(weights.len())
        .position(|window| window == weights)
        .ok_or("the module does not hold it; is pkg/dist up to date?")?;
    Ok([&module[..start], &module[start + weights.len()..]].concat())
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed.len())
}
