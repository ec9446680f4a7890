use crate::Result;
pub fn test(_o: &[&str]) -> Result {
    Ok(())
}
pub fn lint() -> Result {
    Ok(())
}
