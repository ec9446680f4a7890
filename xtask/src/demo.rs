use crate::Result;
pub fn demo() -> Result {
    Ok(())
}
