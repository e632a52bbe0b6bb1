//! Opens workbooks that are protected by a password.
//!
//! Excel protects a workbook whose structure alone is locked with a password of its own, which every copy of Excel knows.
//! It is tried first. Workbooks since 2007 are opened by `office-crypto`, older ones here, after MS-OFFCRYPTO.

use std::borrow::Cow;

use md5::{Digest, Md5};
use sha1::Sha1;

use super::super::ImportFault;
use super::super::error::Damage;
use super::compound::{Compound, u16_at, u32_at};
use super::mended::{BOUND_SHEET, FILE_PASS, is_protected, records};
use crate::silenced::silenced;

/// The password that every copy of Excel knows.
const BUILT_IN: &str = "VelvetSweatshop";

/// The file as it is without its protection.
///
/// # Errors
/// When neither the built-in password nor the one given opens it.
pub(super) fn unlocked<'a>(bytes: &'a [u8], password: Option<&str>) -> Result<Cow<'a, [u8]>, ImportFault> {
    if !bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Ok(bytes.into());
    }
    let file = Compound::open(bytes).ok_or(Damage::CutShort)?;
    let passwords = [Some(BUILT_IN), password].into_iter().flatten();
    let opened = if file.has("EncryptedPackage") {
        passwords.into_iter().find_map(|password| package(bytes, password))
    } else {
        let name = if file.has("Workbook") { "Workbook" } else { "Book" };
        match file.stream(name) {
            Some(stream) if is_protected(&stream) => {
                let stream = passwords.into_iter().find_map(|password| records_opened(&stream, password));
                stream.and_then(|stream| file.with_stream(name, &stream))
            }
            _ => return Ok(bytes.into()),
        }
    };
    let fault = if password.is_some() { ImportFault::WrongPassword } else { ImportFault::Protected };
    opened.map(Cow::Owned).ok_or(fault)
}

/// The workbook since 2007 in its protected package. With a wrong password the bytes are no archive.
fn package(bytes: &[u8], password: &str) -> Option<Vec<u8>> {
    let opened = silenced(|| office_crypto::decrypt_from_bytes(bytes.to_vec(), password).ok())??;
    opened.starts_with(b"PK\x03\x04").then_some(opened)
}

/// The records of an older workbook without their protection; nothing when the password is wrong, or the protection is
/// of a kind that was given up before 2000.
fn records_opened(stream: &[u8], password: &str) -> Option<Vec<u8>> {
    /// Records that stay in the clear, besides that of the password.
    const IN_THE_CLEAR: [u16; 6] = [0x0809, FILE_PASS, 0x00E1, 0x0194, 0x0195, 0x0138];
    /// A record that says nothing, in place of that of the password.
    const HARMLESS: u16 = 0x01C0;
    let (_, pass) = records(stream, 0).find(|(kind, _)| *kind == FILE_PASS)?;
    let key = Key::of(stream.get(pass.clone())?, password)?;
    let mask = key.mask(stream.len());
    let mut opened = stream.to_vec();
    for (kind, place) in records(stream, 0) {
        // Where a sheet begins stays in the clear.
        let start = place.start + if kind == BOUND_SHEET { 4.min(place.len()) } else { 0 };
        if !IN_THE_CLEAR.contains(&kind) {
            let bytes = opened.get_mut(start..place.end)?.iter_mut();
            bytes.zip(mask.get(start..place.end)?).for_each(|(byte, mask)| *byte ^= mask);
        }
    }
    opened.get_mut(pass.start - 4..pass.start - 2)?.copy_from_slice(&HARMLESS.to_le_bytes());
    Some(opened)
}

/// What the keys of an older workbook are made of; there is one key for every 1024 bytes.
enum Key {
    /// Of Excel 97.
    Md5([u8; 5]),
    /// Of Excel 2002 and later, with the length of a key.
    Sha1(Vec<u8>, usize),
}

impl Key {
    /// The key that a password makes, if it is the right one.
    fn of(pass: &[u8], password: &str) -> Option<Self> {
        let letters: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
        match (u16_at(pass, 0)?, u16_at(pass, 2)?, u16_at(pass, 4)?) {
            (1, 1, 1) => {
                let (salt, verifier, hash) = (pass.get(6..22)?, pass.get(22..38)?, pass.get(38..54)?);
                let first = Md5::digest(&letters);
                let mixed: Vec<u8> = [first.get(..5)?, salt].concat().repeat(16);
                let key = Self::Md5(*Md5::digest(mixed).first_chunk()?);
                let shown = key.shown(verifier, hash);
                (Md5::digest(&shown[..16]).as_slice() == &shown[16..]).then_some(key)
            }
            (1, 2..=4, 2) => {
                let header = pass.get(14..)?;
                let length = usize::try_from(u32_at(pass, 10)?).ok()?;
                let bits = match u32_at(header, 16)? {
                    0 => 40,
                    bits => usize::try_from(bits).ok()?.min(128),
                };
                let check = header.get(length..)?;
                let (salt, verifier, hash) = (check.get(4..20)?, check.get(20..36)?, check.get(40..60)?);
                let key = Self::Sha1(Sha1::digest([salt, &letters].concat()).to_vec(), bits / 8);
                let shown = key.shown(verifier, hash);
                (Sha1::digest(&shown[..16]).as_slice() == &shown[16..]).then_some(key)
            }
            _ => None,
        }
    }

    /// What the password is checked with, as it was before it was hidden: sixteen bytes, then what they come to.
    fn shown(&self, verifier: &[u8], hash: &[u8]) -> Vec<u8> {
        let hidden = [verifier, hash].concat();
        hidden.iter().zip(self.mask(hidden.len())).map(|(byte, mask)| byte ^ mask).collect()
    }

    /// The bytes that hide a stream of this length.
    fn mask(&self, length: usize) -> Vec<u8> {
        const BLOCK: usize = 1024;
        let mut mask = Vec::with_capacity(length + BLOCK);
        for block in 0_u32.. {
            if mask.len() >= length {
                break;
            }
            let number = block.to_le_bytes();
            let key = match self {
                Self::Md5(base) => Md5::digest([&base[..], &number].concat()).to_vec(),
                Self::Sha1(base, bytes) => {
                    let mut key = Sha1::digest([&base[..], &number].concat()).to_vec();
                    key.truncate(*bytes);
                    // A key of 40 bits is filled up.
                    key.resize(if *bytes == 5 { 16 } else { *bytes }, 0);
                    key
                }
            };
            rc4(&key, BLOCK, &mut mask);
        }
        mask.truncate(length);
        mask
    }
}

/// Adds so many bytes of the RC4 stream of a key.
fn rc4(key: &[u8], length: usize, stream: &mut Vec<u8>) {
    let mut state: [u8; 256] = std::array::from_fn(|at| u8::try_from(at).unwrap_or_default());
    let mut other = 0_u8;
    for (at, key) in (0..256).zip(key.iter().cycle()) {
        other = other.wrapping_add(state[at]).wrapping_add(*key);
        state.swap(at, other.into());
    }
    let (mut at, mut other) = (0_u8, 0_u8);
    for _ in 0..length {
        at = at.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(at)]);
        state.swap(at.into(), other.into());
        stream.push(state[usize::from(state[usize::from(at)].wrapping_add(state[usize::from(other)]))]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The record of the password of an Excel since 2002, with the numbers of MS-OFFCRYPTO's layout.
    fn record_since_2002(salt: &[u8], verifier: &[u8], hash: &[u8]) -> Vec<u8> {
        let numbers = |numbers: &[u32]| numbers.iter().flat_map(|it| it.to_le_bytes()).collect::<Vec<_>>();
        let header = numbers(&[4, 0, 0x6801, 0x8004, 128, 1, 0, 0]);
        let start = [vec![1, 0, 2, 0, 2, 0], numbers(&[4, 32])].concat();
        [&start[..], &header, &numbers(&[16]), salt, verifier, &numbers(&[20]), hash].concat()
    }

    #[test]
    fn the_password_of_an_excel_since_2002_is_checked() {
        let (salt, verifier) = ([7; 16], [9; 16]);
        let base = Sha1::digest([&salt[..], &[b's', 0, b'e', 0]].concat()).to_vec();
        let hidden = Key::Sha1(base, 16).shown(&verifier, &Sha1::digest(verifier));
        let record = record_since_2002(&salt, &hidden[..16], &hidden[16..]);
        assert!(Key::of(&record, "se").is_some());
        assert!(Key::of(&record, "sE").is_none());
    }

    #[test]
    fn rc4_gives_its_known_bytes() {
        let mut stream = Vec::new();
        rc4(b"Key", 8, &mut stream);
        assert_eq!(stream, [0xEB, 0x9F, 0x77, 0x81, 0xB7, 0x34, 0xCA, 0x72]);
    }
}
