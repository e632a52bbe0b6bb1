//! `touchstone evaluate`: files in, a result out.

use chrono::{Local, NaiveDate};

use crate::evaluator::{Settings, evaluate};
use crate::import::read_file;
use crate::ledger::{AssumedPass, Assumptions, Ledger, Source};
use crate::report::pdf::pdf;
use crate::report::{Report, json, text, write_file};
use crate::rulebook::Rulebook;
use crate::texts::Texts;
use crate::workspace::DEFAULT_RULEBOOK;

use super::arguments::{EvaluateArguments, Format};
use super::{Failure, NOT_MET, Output, rulebooks};

/// Reads the files, evaluates them, writes the files asked for, and gives what goes to standard output.
pub(super) fn evaluate_files(arguments: &EvaluateArguments, texts: &Texts) -> Result<Output, Failure> {
    let as_of = arguments.as_of.unwrap_or_else(|| Local::now().date_naive());
    let mut settings = Settings {
        market: arguments.market,
        window: arguments.window,
        assume_associated: arguments.assume_associated,
        rates: arguments.rate.iter().cloned().collect(),
        ..Settings::on(as_of)
    };
    let rulebook = rulebooks::find(arguments.rulebook.as_deref().unwrap_or(DEFAULT_RULEBOOK), as_of)?;
    let sources =
        arguments.files.iter().map(|path| read_file(path, &mut |_| ())).collect::<Result<Vec<Source>, _>>()?;
    let read = Ledger::gather(&sources);
    settings.pins =
        arguments.pin.iter().map(|(person, role)| pin(&read, &rulebook, person, role)).collect::<Result<_, _>>()?;
    settings.kept_out = arguments.keep_out.iter().map(|person| person_id(&read, person)).collect::<Result<_, _>>()?;
    let ledger = read.assuming(&assumptions(arguments, &read, &rulebook, as_of)?);
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

/// What is assumed on the command line.
fn assumptions(
    arguments: &EvaluateArguments,
    ledger: &Ledger,
    rulebook: &Rulebook,
    as_of: NaiveDate,
) -> Result<Assumptions, Failure> {
    let names = rulebook.names();
    let pass = |(person, exam): &(String, String)| {
        let known = names.exam(exam).ok_or_else(|| Failure::UnknownExam(exam.clone()))?;
        let exam = rulebook.exam(known).code.as_str().into();
        Ok(AssumedPass { person: person_id(ledger, person)?, exam, passed: as_of })
    };
    Ok(Assumptions {
        passes: arguments.assume.iter().map(pass).collect::<Result<_, Failure>>()?,
        leavers: arguments.assume_left.iter().map(|person| person_id(ledger, person)).collect::<Result<_, _>>()?,
        sales: arguments.assume_sold.clone(),
    })
}

/// The id of the person whom the user means.
fn person_id(ledger: &Ledger, text: &str) -> Result<String, Failure> {
    let person = ledger.find_person(text).ok_or_else(|| Failure::UnknownPerson(text.to_owned()))?;
    Ok(ledger.person(person).id.clone())
}

/// A person's id and a role's.
fn pin(ledger: &Ledger, rulebook: &Rulebook, person: &str, role: &str) -> Result<(String, String), Failure> {
    if !rulebook.has_role(role) {
        return Err(Failure::UnknownRole(role.to_owned()));
    }
    Ok((person_id(ledger, person)?, role.to_owned()))
}
