//! One cell of a sheet, whatever program wrote it.

use std::fmt;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// What stands in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Cell<'a> {
    /// Nothing, or only spaces.
    #[default]
    Empty,
    /// Text, without spaces around it; never empty.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A number that its format shows as a date or time. Formats err, so that what the column holds may overrule it.
    Date(Serial),
    /// True or false.
    Bool(bool),
    /// An error such as `#N/A`.
    Error(&'a str),
}

/// The errors of spreadsheets, in English and Spanish.
const ERRORS: [&str; 22] = [
    "#N/A",
    "#N/D",
    "#DIV/0!",
    "#¡DIV/0!",
    "#NAME?",
    "#¿NOMBRE?",
    "#NULL!",
    "#¡NULO!",
    "#NUM!",
    "#¡NUM!",
    "#REF!",
    "#¡REF!",
    "#VALUE!",
    "#¡VALOR!",
    "#SPILL!",
    "#¡DESBORDAMIENTO!",
    "#CALC!",
    "#¡CALC!",
    "#GETTING_DATA",
    "#OBTENIENDO_DATOS",
    "#FIELD!",
    "#¡CAMPO!",
];

/// A day and time as spreadsheets count them: days, and parts of a day, since the calendar's beginning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Serial {
    /// The days.
    pub days: f64,
    /// Whether they are counted from 1904 on, as old Macintosh programs did; else from 1900 on.
    pub from_1904: bool,
}

impl<'a> Cell<'a> {
    /// A cell that holds this text.
    pub fn text(text: &'a str) -> Self {
        let text = text.trim();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A cell of a text file or web page, where an error stands as text: `#N/A`, or `#¡REF!` from a Spanish Excel.
    pub fn text_or_error(text: &'a str) -> Self {
        match Self::text(text) {
            Self::Text(text) if text.starts_with('#') && ERRORS.contains(&text) => Self::Error(text),
            cell => cell,
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(self) -> bool {
        matches!(self, Self::Empty)
    }

    /// What stands in it as words; empty for an error.
    pub fn words(self) -> String {
        match self {
            Self::Error(_) => String::new(),
            // Most texts have single spaces only.
            Self::Text(text)
                if !text.contains("  ")
                    && text.trim().len() == text.len()
                    && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) =>
            {
                text.to_owned()
            }
            _ => self.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

impl Serial {
    /// The days that lie between the beginnings of the two calendars.
    const BETWEEN_CALENDARS: f64 = 1462.0;
    /// The 31st of December 9999, the last day that spreadsheets know.
    const LAST: f64 = 2_958_465.0;

    /// The same day and time, counted from 1900 on.
    pub fn since_1900(self) -> f64 {
        if self.from_1904 { self.days + Self::BETWEEN_CALENDARS } else { self.days }
    }

    /// The day and time in the calendar, to the second; nothing when there is no such day.
    pub fn date_time(self) -> Option<NaiveDateTime> {
        let since = self.since_1900();
        if !(0.0..=Self::LAST + 1.0).contains(&since) {
            return None;
        }
        // Spreadsheets take 1900 for a leap year, so that days before the 1st of March 1900 count one less.
        let zero = NaiveDate::from_ymd_opt(1899, 12, if since < 60.0 { 31 } else { 30 })?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked")]
        let (days, seconds) = (since.trunc() as u64, (since.fract() * 86_400.0).round() as i64);
        let midnight = zero.checked_add_days(Days::new(days))?.and_time(NaiveTime::MIN);
        if seconds == 0 { Some(midnight) } else { midnight.checked_add_signed(TimeDelta::seconds(seconds)) }
    }

    /// A day and time, counted from 1900 or 1904 on.
    pub fn of(at: NaiveDateTime, from_1904: bool) -> Self {
        let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default().and_time(NaiveTime::MIN);
        let seconds = at.signed_duration_since(zero).num_seconds();
        #[expect(clippy::cast_precision_loss, reason = "the seconds of ten thousand years are exact in a float")]
        let since = seconds as f64 / 86_400.0;
        Self { days: if from_1904 { since - Self::BETWEEN_CALENDARS } else { since }, from_1904 }
    }
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) | Self::Error(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(serial) => write!(f, "{serial}"),
            Self::Bool(yes) => write!(f, "{yes}"),
        }
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date_time() {
            None => write!(f, "{}", self.days),
            Some(at) if self.days < 1.0 => write!(f, "{}", at.format("%H:%M:%S")),
            Some(at) if at.time() == NaiveTime::MIN => write!(f, "{}", at.date()),
            Some(at) => write!(f, "{}", at.format("%Y-%m-%d %H:%M:%S")),
        }
    }
}
