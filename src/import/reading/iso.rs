//! Dates and times as `OpenDocument`, strict OOXML and `SpreadsheetML` write them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::super::cell::Serial;

/// A date, a time or both: `2016-05-20`, `2016-05-20T08:30:00.000`, `08:30:00`.
pub(super) fn date_time(text: &str, from_1904: bool) -> Option<Serial> {
    let text = text.trim().trim_end_matches('Z');
    if let Ok(at) = text.parse::<NaiveDateTime>() {
        return Some(Serial::of(at, from_1904));
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(Serial::of(day.and_time(NaiveTime::MIN), from_1904));
    }
    let time = text.parse::<NaiveTime>().ok()?;
    let seconds = time.signed_duration_since(NaiveTime::MIN).num_seconds();
    Some(Serial { days: f64::from(i32::try_from(seconds).ok()?) / 86_400.0, from_1904 })
}

/// A time as a period: `PT08H30M00S`.
pub(super) fn period(text: &str) -> Option<Serial> {
    let mut days = 0.0;
    let mut rest = text.strip_prefix("PT")?;
    for (unit, seconds) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            days += number.replace(',', ".").parse::<f64>().ok().filter(|it| it.is_finite())? * seconds / 86_400.0;
            rest = after;
        }
    }
    rest.is_empty().then_some(Serial { days, from_1904: false })
}
