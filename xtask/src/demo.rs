//! What `npm start` does: build everything, judge the sample messages, serve the dashboard.

use crate::Result;
use crate::build::build;
use crate::shell::{run, step};

const SAMPLE: &str = "www/public/sample";

/// Runs until it is interrupted.
pub fn demo() -> Result {
    build()?;
    step("triage of the sample messages", triage)?;
    step("dashboard", || run("npm", &["run", "build", "--workspace", "www"]))?;
    println!("── the dashboard: open the address below, Ctrl+C ends it");
    run("npm", &["run", "preview", "--workspace", "www"])
}

fn triage() -> Result {
    let file = |name: &str| format!("{SAMPLE}/{name}");
    let [replies, articles, rules, messages] =
        ["replies.json", "articles.json", "rules.json", "messages.ndjson"].map(file);
    let command = ["run", "--quiet", "--release", "--bin", "hotcold", "--", "triage", "--summary"];
    let options = ["--replies", &replies, "--articles", &articles, "--rules", &rules, &messages];
    run("cargo", &[&command[..], &options].concat())
}
