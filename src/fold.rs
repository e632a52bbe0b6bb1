//! Comparing what people write now one way, now another.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text without what people write now one way, now another: in lower case, without accents, with single spaces in place
/// of everything that is neither letter nor digit.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        // Most texts have no accents to take off, which takes long.
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(word);
        }
        folded.make_ascii_lowercase();
        return folded;
    }
    for character in text.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            folded.push(character);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_only_in_writing_are_folded_alike() {
        for (text, expected) in [
            ("Fecha de  factura", "fecha de factura"),
            ("  FECHA-de_factura!", "fecha de factura"),
            ("Fécha dé factura", "fecha de factura"),
            ("MB2-712", "mb2 712"),
            ("ＭＢ２‑７１２", "mb2 712"),
            ("1º", "1o"),
            ("--", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }
}
