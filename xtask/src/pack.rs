//! The package as npm would publish it.

use std::fs;
use std::path::PathBuf;

use crate::Result;
use crate::shell::{output, root};

/// Where the packed package lies.
pub fn tarball() -> PathBuf {
    root().join("target/hotcold.tgz")
}

/// Writes target/hotcold.tgz and checks that it holds the files of xtask/files.txt, and no others.
pub fn pack() -> Result {
    let folder = root().join("target");
    fs::create_dir_all(&folder)?;
    fs::copy(root().join("LICENSE"), root().join("pkg/LICENSE"))?;
    let folder = folder.to_string_lossy().into_owned();
    let name =
        output("npm", &["pack", "--silent", "--workspace", "pkg", "--pack-destination", &folder])?;
    fs::rename(PathBuf::from(&folder).join(name.trim()), tarball())?;
    check_files()
}

fn check_files() -> Result {
    let tarball = tarball().to_string_lossy().into_owned();
    let listed = output("tar", &["-tzf", &tarball])?;
    let mut files: Vec<&str> =
        listed.lines().map(|line| line.trim_start_matches("package/")).collect();
    files.sort_unstable();
    let snapshot = root().join("xtask/files.txt");
    let expected = fs::read_to_string(&snapshot).unwrap_or_default();
    if files != expected.lines().collect::<Vec<_>>() {
        fs::write(&snapshot, files.join("\n") + "\n")?;
        return Err("the package holds other files than xtask/files.txt says; \
            the list was written anew: look at the difference and commit it if it is meant"
            .into());
    }
    Ok(())
}
