//! All integration tests, as one program.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on has failed")]

mod apart;
mod bombs;
mod company;
mod documents_hostile;
mod headless;
mod house;
mod import;
mod import_attacked;
mod import_exports;
mod import_hostile;
mod import_layout;
mod import_people;
mod import_readers;
mod import_round_trip;
mod import_taking;
mod import_trainings;
mod import_twins;
mod import_verdicts;
mod inspect;
mod invented;
mod levels;
mod messages;
mod outlook;
mod pdf;
mod roster;
mod rulebooks;
mod rules;
mod samples;
mod spelled;
mod window;
mod window_files;
mod window_files_pages;
mod window_import;
mod window_monkey;
mod window_seats;
mod window_shell;
mod window_tables;
mod window_undo;
mod workspace;
mod workspace_crashes;
mod written;
