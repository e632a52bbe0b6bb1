//! `touchstone evaluate`: files in, a result out.

use chrono::Local;

use crate::evaluator::{Settings, evaluate};
use crate::import::read_file;
use crate::ledger::{Ledger, Source};
use crate::report::pdf::pdf;
use crate::report::{Report, json, text, write_file};
use crate::texts::Texts;
use crate::workspace::DEFAULT_RULEBOOK;

use super::arguments::{EvaluateArguments, Format};
use super::{Failure, NOT_MET, Output, rulebooks};

/// Reads the files, evaluates them, writes the files asked for, and gives what goes to standard output.
pub(super) fn evaluate_files(arguments: &EvaluateArguments, texts: &Texts) -> Result<Output, Failure> {
    let as_of = arguments.as_of.unwrap_or_else(|| Local::now().date_naive());
    let settings = Settings {
        market: arguments.market,
        window: arguments.window,
        assume_associated: arguments.assume_associated,
        rates: arguments.rate.iter().cloned().collect(),
        ..Settings::on(as_of)
    };
    let rulebook = rulebooks::find(arguments.rulebook.as_deref().unwrap_or(DEFAULT_RULEBOOK), as_of)?;
    let sources =
        arguments.files.iter().map(|path| read_file(path, &mut |_| ())).collect::<Result<Vec<Source>, _>>()?;
    let ledger = Ledger::gather(&sources);
    let readiness = evaluate(&rulebook, &ledger, &settings);
    let report = Report { rulebook: &rulebook, sources: &sources, ledger: &ledger, readiness: &readiness, texts };

    let printed = match arguments.format {
        Format::Text => text(&report),
        Format::Json => json(&report).map_err(|error| Failure::Json(error.to_string()))?,
    };
    if let Some(path) = &arguments.pdf {
        let bytes = pdf(&report).map_err(|error| Failure::Pdf(error.to_string()))?;
        write_file(path, &bytes)?;
    }
    let mut levels = readiness.options.iter().flat_map(|option| &option.levels);
    let met = arguments.require.is_none_or(|required| levels.any(|level| level.id == required && level.met));
    Ok(Output { text: printed, status: if met { 0 } else { NOT_MET } })
}
