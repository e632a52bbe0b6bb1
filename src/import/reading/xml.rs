//! What the readers of XML share: a forgiving reader, attributes and words.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::super::error::Damage;

/// A reader that takes faulty XML as far as it goes. Empty elements come as a start and an end.
pub(super) fn reader<R: BufRead>(source: R) -> Reader<R> {
    let mut reader = Reader::from_reader(source);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    reader
}

/// The next event.
///
/// # Errors
/// When the file ends too early or is no XML from here on.
pub(super) fn next<'b, R: BufRead>(reader: &mut Reader<R>, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, Damage> {
    buffer.clear();
    reader.read_event_into(buffer).map_err(Damage::broken)
}

/// Leaves out an element with all that is in it.
///
/// # Errors
/// When the file ends before it does.
pub(super) fn skip<R: BufRead>(reader: &mut Reader<R>, start: &BytesStart<'_>) -> Result<(), Damage> {
    reader.read_to_end_into(start.name(), &mut Vec::new()).map(|_| ()).map_err(Damage::broken)
}

/// An attribute, by its name with or without prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let has_prefix = name.contains(':');
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).filter_map(Result::ok).find(|attribute| {
        let key = attribute.key;
        if has_prefix { key.as_ref() == name } else { key.local_name().as_ref() == name }
    })?;
    match found.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => Some(Cow::Owned(value.into_owned())),
        Err(_) => Some(Cow::Owned(found.value.into_owned())),
    }
}

/// Adds what an event says in words.
pub(super) fn push_words(event: &Event<'_>, words: &mut String) {
    match event {
        Event::Text(text) => words.push_str(&text.xml10_content()),
        Event::CData(text) => words.push_str(&text.xml10_content()),
        Event::GeneralRef(entity) => push_entity(entity, words),
        _ => {}
    }
}

fn push_entity(entity: &BytesRef<'_>, words: &mut String) {
    if let Some(text) = resolve_xml_entity(entity.as_ref()) {
        words.push_str(text);
    } else if let Ok(Some(letter)) = entity.resolve_char_ref() {
        words.push(letter);
    } else {
        words.push('&');
        words.push_str(entity.as_ref());
        words.push(';');
    }
}
