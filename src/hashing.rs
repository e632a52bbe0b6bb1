//! Quick hashes of what a file holds.

use std::hash::Hasher;

/// The hash of a text.
pub(crate) fn hash(text: &str) -> u64 {
    let mut hasher = QuickHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// An odd number whose bits look random.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Makes a number of a key. Nobody gains from a file whose keys clash, so that it need be quick only.
#[derive(Default)]
pub(crate) struct QuickHasher(u64);

impl QuickHasher {
    fn add(&mut self, bits: u64) {
        self.0 = (self.0.rotate_left(5) ^ bits).wrapping_mul(ODD);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.add(u64::from_le_bytes(*eight));
        }
        self.add(rest.iter().fold(rest.len() as u64, |bits, byte| bits << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, bits: u8) {
        self.add(bits.into());
    }

    fn write_u64(&mut self, bits: u64) {
        self.add(bits);
    }

    fn write_usize(&mut self, bits: usize) {
        self.add(bits as u64);
    }

    fn write_isize(&mut self, bits: isize) {
        self.add(bits.cast_unsigned() as u64);
    }

    fn finish(&self) -> u64 {
        // All bits come to bear on all others, since some keys, such as addresses, differ in few of them.
        let wide = u128::from(self.0) * u128::from(ODD);
        #[expect(clippy::cast_possible_truncation, reason = "both halves are kept")]
        let halves = (wide as u64, (wide >> 64) as u64);
        halves.0 ^ halves.1
    }
}

/// What is a hash already.
#[derive(Default)]
pub(crate) struct Hashed(u64);

impl Hasher for Hashed {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash << 8 | u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
