//! The engine as WebAssembly, its glue, and the TypeScript around it: everything in pkg/dist.

use std::fs;

use wasm_bindgen_cli_support::Bindgen;

use crate::Result;
use crate::setup::{TARGET, setup};
use crate::shell::{command, finish, root, run, step, target};

/// Builds pkg/dist.
pub fn build() -> Result {
    step("setup", setup)?;
    step("engine", engine)?;
    step("glue", glue)?;
    step("typescript", typescript)
}

/// With its own standard library, whose panics trap at once and whose messages name no source file: a sixth
/// less code. These flags are unstable, which `RUSTC_BOOTSTRAP` allows; they hold for this call alone.
fn engine() -> Result {
    let arguments = [
        "build",
        "--profile=wasm",
        "--lib",
        "--no-default-features",
        "--target",
        TARGET,
        "-Zbuild-std=std,panic_abort",
        "-Zbuild-std-features=optimize_for_size",
    ];
    let flags = [
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
    ];
    finish(
        command("cargo", &arguments)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", flags.join(" "))
            .env_remove("CARGO_ENCODED_RUSTFLAGS"),
    )
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
