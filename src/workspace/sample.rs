//! The exports of an invented company, part of the program so that a newcomer can look around.

use chrono::NaiveDate;

/// The sample exports: file name and content.
pub const SAMPLES: [(&str, &[u8]); 2] = [
    ("alboran-trainings.xlsx", include_bytes!("../../assets/samples/alboran-trainings.xlsx")),
    ("alboran-revenue.xlsx", include_bytes!("../../assets/samples/alboran-revenue.xlsx")),
];

/// The day for which the sample was made.
pub fn sample_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 6, 27).unwrap_or_default()
}
