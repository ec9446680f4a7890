//! Text: folding, tokens, cleaning.

mod fold_table;

/// Writes the table anew with `HOTCOLD_WRITE_TABLES=1`.
#[test]
fn the_fold_table_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/fold/table.rs");
    let made = fold_table::source();
    if std::env::var_os("HOTCOLD_WRITE_TABLES").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == made, "stale: run with HOTCOLD_WRITE_TABLES=1");
}
