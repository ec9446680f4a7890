//! The engine as WebAssembly, its glue, and the TypeScript around it: everything in pkg/dist.

use std::fs;

use wasm_bindgen_cli_support::Bindgen;

use crate::Result;
use crate::setup::{TARGET, setup};
use crate::shell::{root, run, step, target};

/// Builds pkg/dist.
pub fn build() -> Result {
    step("setup", setup)?;
    step("engine", engine)?;
    step("glue", glue)?;
    step("typescript", typescript)
}

fn engine() -> Result {
    let arguments = ["build", "--profile", "wasm", "--lib", "--no-default-features", "--target"];
    run("cargo", &[&arguments[..], &[TARGET]].concat())
}

/// The JavaScript side of wasm-bindgen, by its library: the version then always fits the engine's.
fn glue() -> Result {
    let module = target().join(TARGET).join("wasm/hotcold.wasm");
    let generated = root().join("pkg/generated");
    if generated.exists() {
        fs::remove_dir_all(&generated)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("triage").typescript(true);
    bindgen.omit_default_module_path(true).remove_name_section(true).remove_producers_section(true);
    bindgen.web(true).and_then(|bindgen| bindgen.generate(generated)).map_err(|error| error.into())
}

fn typescript() -> Result {
    run("node", &["pkg/build.mjs"])?;
    run("node", &["node_modules/typescript/bin/tsc", "-p", "pkg"])
}
