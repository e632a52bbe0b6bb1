//! Touchstone tells a partner company, from the spreadsheets it already has, whether it has reached Silver or Gold in a
//! partner competency, and if not, exactly what is missing: which exam, for which role, by whom, and how much revenue.
//!
//! # The map
//!
//! Data goes one way; nothing reaches back.
//!
//! ```text
//! files ─► import ─► ledger ─► evaluator ─► readiness ─► ui      (window)
//!                      ▲          ▲            └───────► report  (PDF, JSON, text)
//!                  workspace   rulebook
//! ```
//!
//! | where is the thing that … | room |
//! |---|---|
//! | knows the rules of a competency, and which exam or product a spelling means | [`rulebook`] |
//! | holds people, credentials and sales, each with the file, sheet and row it came from | [`ledger`] |
//! | turns a workbook or CSV file into records and findings | [`import`] |
//! | decides what counts, who takes which seat and what is missing | [`evaluator`] |
//! | keeps the user’s files and settings together, opens and saves them, tells what changed since a past result | [`workspace`] |
//! | writes a result as PDF, JSON or text | [`report`] |
//! | gives a PDF to a printer, or to the system’s viewer | [`printing`] |
//! | says things in English or Spanish, and formats numbers and dates | [`texts`] |
//! | runs without a window | [`headless`] |
//! | compares what people write now one way, now another | `fold` |
//! | hashes what a file holds, quickly | `hashing` |
//! | keeps a panic in somebody else's code from reaching ours | `silenced` |
//! | is the window | [`ui`] |
//!
//! # What always holds
//!
//! - `rulebook`, `ledger` and `evaluator` read no file, no clock and no locale: "today" is an argument everywhere.
//! - No row is dropped in silence: the rows of a file are its records plus the findings that say why a row is none.
//! - Money is decimal, never binary floating point.
//! - The same input gives the same output, byte for byte.
//! - The program opens no network connection.

mod fold;
mod hashing;
mod silenced;

pub mod rulebook;

pub mod ledger;

pub mod import;

pub mod evaluator;

pub mod workspace;

pub mod texts;

pub mod report;

pub mod printing;

pub mod headless;

pub mod ui;
