//! All integration tests, as one program.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on has failed")]

mod company;
mod headless;
mod house;
mod import;
mod levels;
mod messages;
mod outlook;
mod pdf;
mod roster;
mod rulebooks;
mod rules;
mod samples;
mod window;
