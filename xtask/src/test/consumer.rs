//! A folder outside the repository into which the packed package is installed, as a user would.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::pack::tarball;
use crate::shell::{command, finish, root};

/// The folder; it goes when this goes.
pub struct Consumer(PathBuf);

impl Consumer {
    /// An empty folder with the package in it.
    pub fn new() -> Result<Self> {
        if !tarball().exists() {
            return Err("there is no target/hotcold.tgz; run `cargo xtask pack` first".into());
        }
        let folder = std::env::temp_dir().join(format!("hotcold-{}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let consumer = Self(folder);
        let manifest = r#"{ "name": "consumer", "private": true, "type": "module" }"#;
        fs::write(consumer.0.join("package.json"), manifest)?;
        let tarball = tarball().to_string_lossy().into_owned();
        let install = ["install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"];
        finish(command("npm", &[&install[..], &[&tarball]].concat()).current_dir(&consumer.0))?;
        Ok(consumer)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Copies a folder of the repository to the same place in this one.
    pub fn copy(&self, folder: &str) -> Result {
        copy(&root().join(folder), &self.0.join(folder))
    }

    /// Runs Node in the folder.
    pub fn node(&self, arguments: &[&str]) -> Result {
        let mut node = command("node", arguments);
        finish(node.current_dir(&self.0).env("HOTCOLD_ROOT", root()))
    }

    /// Runs the test files of a folder.
    pub fn node_tests(&self, folder: &str) -> Result {
        let mut files = Vec::new();
        for entry in fs::read_dir(self.0.join(folder))? {
            let path = entry?.path().to_string_lossy().into_owned();
            if path.ends_with(".test.mjs") {
                files.push(path);
            }
        }
        files.sort_unstable();
        let files = files.iter().map(String::as_str);
        let arguments: Vec<&str> =
            ["--test", "--test-reporter=spec"].into_iter().chain(files).collect();
        self.node(&arguments)
    }
}

impl Drop for Consumer {
    fn drop(&mut self) {
        // A folder left behind in the temporary place does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
