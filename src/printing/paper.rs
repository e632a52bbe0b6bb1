//! The paper that a country prints on.

use crate::report::pdf::Paper;

/// The countries that print on Letter, as Unicode's locale data tell.
const LETTER: [&str; 14] = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

/// The paper of the country that the system is set to.
pub fn paper_of_system() -> Paper {
    sys_locale::get_locale().map_or_else(Paper::default, |locale| paper_of(&locale))
}

/// The paper of a locale such as `es-MX` or `en_US.UTF-8`.
fn paper_of(locale: &str) -> Paper {
    let locale = locale.split(['.', '@']).next().unwrap_or_default();
    let country = locale.split(['-', '_']).skip(1).find(|part| part.len() == 2).unwrap_or_default();
    if LETTER.contains(&country.to_ascii_uppercase().as_str()) { Paper::Letter } else { Paper::A4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_country_has_its_paper() {
        for (locale, paper) in [
            ("en-US", Paper::Letter),
            ("en_us.UTF-8", Paper::Letter),
            ("es-MX", Paper::Letter),
            ("zh-Hant-US", Paper::Letter),
            ("es-ES", Paper::A4),
            ("en-GB", Paper::A4),
            ("es", Paper::A4),
            ("ca", Paper::A4),
            ("C", Paper::A4),
            ("", Paper::A4),
        ] {
            assert_eq!(paper_of(locale), paper, "{locale}");
        }
    }
}
