//! Values: dates, amounts and currencies as people and programs write them.

pub(super) mod amounts;
pub(super) mod currencies;
pub(super) mod dates;
pub(super) mod evidence;
pub(super) mod language;
#[cfg(test)]
mod round_trips;
pub(super) mod units;
