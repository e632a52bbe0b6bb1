//! Text that an xlsx workbook holds as CDATA, which calamine leaves out.
//!
//! Programs that write CDATA write all their texts so. The beginning of each part tells, and such a workbook is copied
//! with its texts written in the usual way.

use std::borrow::Cow;

use super::archive::{self, Archive};

const OPENING: &str = "<![CDATA[";
const CLOSING: &str = "]]>";
/// How much of a part is looked at.
const BEGINNING: u64 = 32 * 1024;

/// The workbook without CDATA.
pub(super) fn without(bytes: &[u8]) -> Cow<'_, [u8]> {
    let copy = archive::open(bytes).and_then(|mut archive| {
        let parts: Vec<usize> = (0..archive.len()).filter(|part| holds_texts(&mut archive, *part)).collect();
        let has = parts.iter().any(|part| has_cdata(&archive::beginning(&mut archive, *part, BEGINNING)));
        if !has {
            return None;
        }
        let escaped = parts.into_iter().map(|part| (part, escaped(&archive::beginning(&mut archive, part, u64::MAX))));
        let escaped: Vec<(usize, Vec<u8>)> = escaped.collect();
        archive::with_parts(&mut archive, &escaped)
    });
    copy.map_or(Cow::Borrowed(bytes), Cow::Owned)
}

fn holds_texts(archive: &mut Archive<'_>, part: usize) -> bool {
    let name = archive::name(archive, part).unwrap_or_default();
    name.contains("sharedstrings") || (name.contains("worksheets/") && !name.contains("_rels"))
}

fn has_cdata(xml: &[u8]) -> bool {
    xml.windows(OPENING.len()).any(|window| window == OPENING.as_bytes())
}

/// XML with its CDATA as usual text.
fn escaped(xml: &[u8]) -> Vec<u8> {
    let xml = String::from_utf8_lossy(xml);
    let mut escaped = String::with_capacity(xml.len());
    let mut rest = &*xml;
    while let Some((before, after)) = rest.split_once(OPENING) {
        let (inside, behind) = after.split_once(CLOSING).unwrap_or((after, ""));
        escaped.push_str(before);
        escaped.push_str(&inside.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
        rest = behind;
    }
    escaped.push_str(rest);
    escaped.into_bytes()
}
