//! CRC-32 (IEEE 802.3, reflected, as in zip and PNG): guards models and snapshots against damage.

/// The CRC-32 of `bytes`.
///
/// ```
/// assert_eq!(hotcold::checksum::crc32(b"123456789"), 0xCBF4_3926);
/// ```
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        let low = step(crc ^ u32::from(*byte));
        step(low)
    })
}

/// Four bits further: half a byte at a time keeps the table at 64 bytes.
fn step(crc: u32) -> u32 {
    let entry = TABLE.get((crc & 15) as usize).copied().unwrap_or_default();
    (crc >> 4) ^ entry
}

const TABLE: [u32; 16] = {
    let mut table = [0; 16];
    let mut index = 0;
    while index < 16 {
        let mut value = index as u32;
        let mut bit = 0;
        while bit < 4 {
            value = if value & 1 == 1 { (value >> 1) ^ 0xEDB8_8320 } else { value >> 1 };
            bit += 1;
        }
        #[allow(clippy::indexing_slicing)] // Evaluated by the compiler.
        {
            table[index] = value;
        }
        index += 1;
    }
    table
};
