//! The `hotcold` command.
fn main() {}
