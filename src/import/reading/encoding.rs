//! Which letters the bytes of a text stand for.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850};
use oem_cp::decode_string_complete_table;

use super::{Event, Tell};

/// The encodings that a text file may well have, for the user to choose from.
pub const ENCODINGS: [&str; 11] = [
    "UTF-8",
    "windows-1252",
    "cp850",
    "cp437",
    "UTF-16LE",
    "UTF-16BE",
    "ISO-8859-15",
    "macintosh",
    "windows-1250",
    "windows-1251",
    "windows-1253",
];

/// A text and the encoding that it was in.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// As the encoding standard names it, or as [`ENCODINGS`] does.
    pub name: &'static str,
    /// Whether it is certain: told by a mark or by the bytes themselves, or chosen.
    pub is_sure: bool,
}

/// The text, in the encoding that was chosen, else in the one that the bytes speak for.
pub(super) fn decode<'a>(bytes: &'a [u8], chosen: Option<&str>, tell: &mut Tell<'_>) -> Decoded<'a> {
    if let Some(coding) = chosen.and_then(Coding::named) {
        return coding.decode(bytes, true, tell);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Coding::Standard(encoding).decode(bytes, true, tell);
    }
    if let Some(encoding) = utf_16(bytes) {
        return Coding::Standard(encoding).decode(bytes, true, tell);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), name: UTF_8.name(), is_sure: true };
    }
    if is_nearly_utf_8(bytes, tell) {
        return Coding::Standard(UTF_8).decode(bytes, false, tell);
    }
    let likeliest = likeliest(bytes, tell);
    let decoded = likeliest.decode(bytes, false, tell);
    let is_sure = likeliest == Coding::Standard(WINDOWS_1252) && is_plain_spanish(&decoded.text, tell);
    Decoded { is_sure, ..decoded }
}

/// The text of a web page or XML, which may name its encoding itself.
pub(super) fn decode_markup<'a>(bytes: &'a [u8], chosen: Option<&str>, tell: &mut Tell<'_>) -> Decoded<'a> {
    const HEAD: usize = 2048;
    let has_mark = Encoding::for_bom(bytes).is_some() || utf_16(bytes).is_some();
    if chosen.and_then(Coding::named).is_none() && !has_mark {
        let head = glance(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
        let named = head.split_once("charset=").or_else(|| head.split_once("encoding="));
        let name = named.map(|(_, rest)| {
            let rest = rest.trim_start_matches(['"', '\'', ' ']);
            rest.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:".contains(letter)).next()
        });
        // A page that says so in letters of one byte is in no encoding of two.
        let coding = name.flatten().and_then(Coding::named).filter(|coding| !coding.is_utf_16());
        if let Some(coding) = coding
            && (coding != Coding::Standard(UTF_8) || std::str::from_utf8(bytes).is_ok())
        {
            return coding.decode(bytes, true, tell);
        }
    }
    decode(bytes, chosen, tell)
}

/// The beginning of a text, good enough to recognise names in it.
pub(super) fn glance(bytes: &[u8]) -> Cow<'_, str> {
    match Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| utf_16(bytes)) {
        Some(encoding) => encoding.decode(bytes).0,
        None => String::from_utf8_lossy(bytes),
    }
}

/// An encoding, of the standard or of DOS.
#[derive(Clone, Copy, PartialEq)]
enum Coding {
    Standard(&'static Encoding),
    Cp850,
    Cp437,
}

impl Coding {
    fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "cp850" | "ibm850" | "850" => Some(Self::Cp850),
            "cp437" | "ibm437" | "437" => Some(Self::Cp437),
            _ => Encoding::for_label(name.as_bytes()).map(Self::Standard),
        }
    }

    /// Whether its letters are Latin ones, in single bytes. Where a file has few of them, nothing tells such encodings apart.
    fn is_latin(self) -> bool {
        let windows = ["windows-1250", "windows-1254", "windows-1257", "windows-1258", "macintosh"];
        let iso = ["2", "3", "4", "10", "13", "14", "15", "16"];
        let is_iso = |name: &str| name.strip_prefix("ISO-8859-").is_some_and(|part| iso.contains(&part));
        matches!(self, Self::Standard(encoding) if windows.contains(&encoding.name()) || is_iso(encoding.name()))
    }

    fn is_utf_16(self) -> bool {
        matches!(self, Self::Standard(encoding) if encoding == UTF_16LE || encoding == UTF_16BE)
    }

    /// The text, made piece by piece: a large one leaves no memory for a second copy of it.
    fn decode<'a>(self, bytes: &'a [u8], is_sure: bool, tell: &mut Tell<'_>) -> Decoded<'a> {
        if self == Self::Standard(UTF_8)
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            return Decoded { text: Cow::Borrowed(text), name: UTF_8.name(), is_sure };
        }
        let mut dos =
            |table| in_pieces(bytes, tell, |piece, _, text| text.push_str(&decode_string_complete_table(piece, table)));
        let (text, name) = match self {
            Self::Cp850 => (dos(&DECODING_TABLE_CP850), "cp850"),
            Self::Cp437 => (dos(&DECODING_TABLE_CP437), "cp437"),
            Self::Standard(encoding) => {
                let mut decoder = encoding.new_decoder_with_bom_removal();
                let text = in_pieces(bytes, tell, |piece, is_last, text| {
                    // All of the piece fits: there is room for three bytes for each of its own.
                    let _ = decoder.decode_to_string(piece, text, is_last);
                });
                (text, encoding.name())
            }
        };
        Decoded { text: text.into(), name, is_sure }
    }
}

/// A text that is made from pieces of the bytes, each added by `add`, which is told whether it is the last.
fn in_pieces(bytes: &[u8], tell: &mut Tell<'_>, mut add: impl FnMut(&[u8], bool, &mut String)) -> String {
    let mut text = String::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.len().min(PIECE));
        // A sign or two may still come of the piece before.
        let most = piece.len() * 3 + 16;
        if text.capacity() - text.len() < most {
            text.reserve_exact(after.len() + after.len() / 4 + most);
        }
        add(piece, after.is_empty(), &mut text);
        let _ = tell(Event::Alive);
        rest = after;
    }
    text
}

/// After so many bytes it is told that the reading goes on.
const PIECE: usize = 1 << 20;

/// UTF-16 without its mark: in most tables nearly every second byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = start.len() / 4;
    match () {
        () if odd > many && even * 20 < odd => Some(UTF_16LE),
        () if even > many && odd * 20 < even => Some(UTF_16BE),
        () => None,
    }
}

/// Whether only few of a text's letters beyond ASCII are no UTF-8, as where two files were joined.
fn is_nearly_utf_8(bytes: &[u8], tell: &mut Tell<'_>) -> bool {
    let (mut whole, mut faulty, mut told) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        // Each letter beyond ASCII has one such byte, its first.
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        faulty += usize::from(!chunk.invalid().is_empty());
        told += chunk.valid().len() + chunk.invalid().len();
        if told >= PIECE {
            let _ = tell(Event::Alive);
            told = 0;
        }
    }
    faulty * 10 <= whole + faulty
}

/// Whether all letters and signs beyond ASCII are such as stand in Spanish and English texts, each where it may stand.
fn is_plain_spanish(text: &str, tell: &mut Tell<'_>) -> bool {
    const PLAIN: &str = "áéíóúüñÁÉÍÓÚÜÑçÇàèòÀÈÒïÏ¿¡ºª°€£·–—‘’“”«»…™®©\u{a0}";
    beyond_ascii(text).enumerate().all(|(count, (place, letter))| {
        if count % PIECE == 0 {
            let _ = tell(Event::Alive);
        }
        PLAIN.contains(letter) && plausibility_at(place, letter) > 0
    })
}

/// The encoding whose letters make the best words. The detector knows no encoding of DOS; and of the Latin encodings of
/// Windows it takes another than the one of our users where few letters show which.
fn likeliest(bytes: &[u8], tell: &mut Tell<'_>) -> Coding {
    const ENOUGH: usize = PIECE;
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut fed = 0;
    let lines = bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r'));
    for line in lines.filter(|line| !line.is_ascii()) {
        let line = &line[..line.len().min(ENOUGH)];
        detector.feed(line, false);
        fed += line.len();
        if fed >= ENOUGH {
            break;
        }
    }
    let guess = Coding::Standard(detector.guess(None, Utf8Detection::Deny));
    let sample = around_letters(bytes);
    let mut best = (Coding::Standard(WINDOWS_1252), i64::MIN);
    // Where several are as good, the first is taken.
    for coding in [best.0, guess, Coding::Cp850].into_iter().filter(|coding| !coding.is_latin()) {
        let score = plausibility(&coding.decode(&sample, false, tell).text);
        if score > best.1 {
            best = (coding, score);
        }
    }
    best.0
}

/// The first letters beyond ASCII with those beside them; the rest tells nothing about the encoding.
fn around_letters(bytes: &[u8]) -> Vec<u8> {
    const ENOUGH: usize = 20_000;
    let mut sample = Vec::new();
    let mut end = 0;
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        if sample.len() >= ENOUGH {
            break;
        }
        if at >= end {
            let start = at.saturating_sub(2).max(end);
            end = (at + 12).min(bytes.len());
            sample.extend_from_slice(bytes.get(start..end).unwrap_or_default());
            sample.push(b'\n');
        }
    }
    sample
}

/// How well the letters beyond ASCII fit those beside them. Spanish letters speak most for an encoding; signs that nobody
/// types, and letters of another script within a word, speak most against it.
fn plausibility(text: &str) -> i64 {
    beyond_ascii(text).map(|(place, letter)| plausibility_at(place, letter)).sum()
}

/// The letters beyond ASCII, each with those beside it.
fn beyond_ascii(text: &str) -> impl Iterator<Item = ((char, char), char)> {
    let beyond = text.char_indices().filter(|(_, letter)| !letter.is_ascii());
    beyond.map(|(at, letter)| {
        let (before, after) = (text[..at].chars().next_back(), text[at..].chars().nth(1));
        ((before.unwrap_or(' '), after.unwrap_or(' ')), letter)
    })
}

fn plausibility_at((before, after): (char, char), letter: char) -> i64 {
    let is_beyond = |other: char| !other.is_ascii() && other.is_alphabetic();
    let is_inside = before.is_alphabetic() && after.is_alphabetic();
    let is_beside_ascii = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
    match letter {
        // Where every letter is beyond ASCII, the words are of another script.
        'À'..='ɏ' if letter.is_alphabetic() && is_beyond(before) && is_beyond(after) => 1,
        'À'..='ɏ' if letter.is_alphabetic() && (before.is_ascii_digit() || after.is_ascii_digit()) => -4,
        'À'..='ɏ' if letter.is_alphabetic() && !before.is_alphabetic() && !after.is_alphabetic() => 1,
        'À'..='ɏ' if letter.is_alphabetic() && !fits_case(before, letter, after) => -4,
        'á' | 'é' | 'í' | 'ó' | 'ú' | 'ñ' | 'ü' | 'Á' | 'É' | 'Í' | 'Ó' | 'Ú' | 'Ñ' | 'Ü' => 4,
        'À'..='ɏ' if letter.is_alphabetic() => 2,
        '¿' | '¡' if after.is_alphabetic() && !before.is_alphanumeric() => 3,
        '€' | '£' | 'º' | 'ª' | '°' if !is_inside => 2,
        '–' | '—' | '‘' | '’' | '“' | '”' | '«' | '»' | '·' | '…' | '™' | '®' | '©' | '\u{a0}'
            if !is_inside || letter == '’' =>
        {
            1
        }
        _ if letter.is_alphabetic() && is_beyond(before) | is_beyond(after) && !is_beside_ascii => 4,
        _ => -4,
    }
}

/// Whether a letter is small or capital as its place in a word asks for.
fn fits_case(before: char, letter: char, after: char) -> bool {
    if letter.is_lowercase() { !after.is_uppercase() || before.is_lowercase() } else { !before.is_lowercase() }
}
