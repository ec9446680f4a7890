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

/// Prints the sizes; over budget is an error.
pub fn size() -> Result {
    let dist = root().join("pkg/dist");
    let module = fs::read(dist.join("triage_bg.wasm"))?;
    let weights = fs::read(root().join("model/triage.bin"))?;
    let mut glue = fs::read(dist.join("core.js"))?;
    glue.extend(fs::read(dist.join("browser.js"))?);
    let parts = [
        Part { name: "engine", bytes: without(&module, &weights)? },
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

/// Each line of the budgets: names joined by `+`, then bytes after brotli.
fn check(sizes: &[(&str, usize)]) -> Result {
    for line in fs::read_to_string(root().join("xtask/budgets.txt"))?.lines() {
        let Some((names, budget)) = line.split_once(' ').filter(|_| !line.starts_with('#')) else {
            continue;
        };
        let budget: usize = budget.trim().parse()?;
        let used: usize = sizes
            .iter()
            .filter(|(name, _)| names.split('+').any(|part| part == *name))
            .map(|(_, size)| size)
            .sum();
        println!("{names}: {used} of {budget} bytes ({} %)", used * 100 / budget);
        if used > budget {
            return Err(format!("{names} is over budget by {} bytes", used - budget).into());
        }
    }
    Ok(())
}

/// The module without its weights, which have a budget of their own.
fn without(module: &[u8], weights: &[u8]) -> Result<Vec<u8>> {
    if weights.is_empty() {
        return Ok(module.to_vec());
    }
    let start = module
        .windows(weights.len())
        .position(|window| window == weights)
        .ok_or("the module does not hold model/triage.bin; is pkg/dist up to date?")?;
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
