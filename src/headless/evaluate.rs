//! `touchstone evaluate`: files in, a result out.

use chrono::{Local, NaiveDate};

use crate::evaluator::evaluate;
use crate::import::Reader;
use crate::ledger::{AssumedPass, Assumptions, Ledger};
use crate::printing::{PrintJob, Printing, Sides, SystemPrinting, paper_of_system, sent, title};
use crate::report::pdf::{Choice, Paper, Parts, pdf, person_pdf};
use crate::report::tables::TableKind;
use crate::report::{CsvStyle, Report, calendar, csv, json, text, workbook, write_file};
use crate::rulebook::Rulebook;
use crate::texts::Texts;
use crate::workspace::{Workspace, is_workspace, open};

use super::arguments::{EvaluateArguments, Format};
use super::files::read_files;
use super::{Failure, NOT_MET, Output, rulebooks};

/// Reads the files, evaluates them, writes the files asked for, and gives what goes to standard output.
pub(super) fn evaluate_files(arguments: &EvaluateArguments, reader: &Reader, texts: &Texts) -> Result<Output, Failure> {
    let Workspace { sources, rulebook, mut settings, assumptions, corrections, company, .. } =
        workspace(arguments, reader)?;
    let mut read = Ledger::gather_corrected(sources.iter().map(AsRef::as_ref), &corrections);
    if !company.is_empty() {
        read.company = company.into();
    }
    for (person, role) in &arguments.pin {
        let (person, role) = pin(&read, &rulebook, person, role)?;
        settings.pins.insert(person, role);
    }
    for person in &arguments.keep_out {
        settings.kept_out.insert(person_id(&read, person)?);
    }
    let ledger = read.assuming(&assume(assumptions, arguments, &read, &rulebook, settings.as_of)?);
    let readiness = evaluate(&rulebook, &ledger, &settings);
    let report = Report { rulebook: &rulebook, sources: &sources, ledger: &ledger, readiness: &readiness, texts };

    let mut said = match arguments.format {
        Format::Text => text(&report),
        Format::Json => json(&report).map_err(|error| Failure::Json(error.to_string()))?,
    };
    write_files(arguments, &report)?;
    if let Some(printer) = &arguments.print {
        let sent = print(printer, arguments, &report)?;
        if arguments.format == Format::Text {
            said.extend(["\n", sent.as_str(), "\n"]);
        }
    }
    let mut levels = readiness.options.iter().flat_map(|option| &option.levels);
    let met = arguments.require.is_none_or(|required| levels.any(|level| level.id == required && level.met));
    Ok(Output { text: said, status: if met { 0 } else { NOT_MET } })
}

/// Writes the files that the command line asks for beside what is printed.
fn write_files(arguments: &EvaluateArguments, report: &Report<'_>) -> Result<(), Failure> {
    if let Some(path) = &arguments.pdf {
        write_file(path, &printed(arguments, arguments.paper.unwrap_or_default(), report)?)?;
    }
    if let Some(path) = &arguments.xlsx {
        let bytes = workbook(report).map_err(|error| Failure::Workbook(error.to_string()))?;
        write_file(path, &bytes)?;
    }
    if let Some(folder) = &arguments.csv {
        let style = arguments.csv_style.unwrap_or(CsvStyle::of(report.texts.language()));
        for table in TableKind::ALL.map(|kind| kind.table(report)) {
            write_file(&folder.join(table.file).with_extension("csv"), &csv(&table, style))?;
        }
    }
    if let Some(path) = &arguments.ics {
        write_file(path, calendar(report).as_bytes())?;
    }
    Ok(())
}

/// Prints what the command line asks for, and says so.
fn print(printer: &str, arguments: &EvaluateArguments, report: &Report<'_>) -> Result<String, Failure> {
    let paper = arguments.paper.unwrap_or_else(paper_of_system);
    let bytes = printed(arguments, paper, report)?;
    let title = arguments.page_of.clone().unwrap_or_else(|| title(report.texts, &report.ledger.company));
    let job = PrintJob { printer: printer.to_owned(), copies: 1, sides: Sides::One, paper, title };
    let number = SystemPrinting.print(&bytes, &job).map_err(Failure::Print)?;
    Ok(sent(report.texts, printer, number))
}

/// The PDF that the command line asks for: the summary or some of its parts, or one person's page.
fn printed(arguments: &EvaluateArguments, paper: Paper, report: &Report<'_>) -> Result<Vec<u8>, Failure> {
    let parts = if arguments.parts.is_empty() { Parts::default() } else { Parts::only(&arguments.parts) };
    let bytes = match &arguments.page_of {
        None => pdf(report, &Choice { paper, parts }),
        Some(text) => {
            let person = report.ledger.find_person(text).ok_or_else(|| Failure::UnknownPerson(text.clone()))?;
            person_pdf(report, person, paper)
        }
    };
    bytes.map_err(|error| Failure::Pdf(error.to_string()))
}

/// A workspace file, or one made of the files, with what the command line says of it. Who is meant by names is not known yet.
fn workspace(arguments: &EvaluateArguments, reader: &Reader) -> Result<Workspace, Failure> {
    let mut workspace = match arguments.files.iter().find(|path| is_workspace(path)) {
        Some(path) if arguments.files.len() == 1 => open(path)?.0,
        Some(path) => return Err(Failure::WorkspaceAmongFiles(path.display().to_string())),
        None => {
            let sources = read_files(&arguments.files, &arguments.choices.choices(), reader)?;
            let day = arguments.as_of.unwrap_or_else(|| Local::now().date_naive());
            Workspace { sources, ..Workspace::new(day) }
        }
    };
    if let Some(day) = arguments.as_of {
        workspace.set_as_of(day);
    }
    if let Some(rulebook) = &arguments.rulebook {
        workspace.rulebook = rulebooks::find(rulebook, workspace.settings.as_of)?;
    }
    let settings = &mut workspace.settings;
    settings.market = arguments.market.unwrap_or(settings.market);
    settings.window = arguments.window.unwrap_or(settings.window);
    settings.assume_associated |= arguments.assume_associated;
    settings.rates.extend(arguments.rate.iter().cloned());
    Ok(workspace)
}

/// What is assumed already, and what is on the command line.
fn assume(
    mut assumptions: Assumptions,
    arguments: &EvaluateArguments,
    ledger: &Ledger,
    rulebook: &Rulebook,
    as_of: NaiveDate,
) -> Result<Assumptions, Failure> {
    let names = rulebook.names();
    for (person, exam) in &arguments.assume {
        let known = names.exam(exam).ok_or_else(|| Failure::UnknownExam(exam.clone()))?;
        let exam = rulebook.exam(known).code.as_str().into();
        assumptions.passes.push(AssumedPass { person: person_id(ledger, person)?, exam, passed: as_of });
    }
    for person in &arguments.assume_left {
        assumptions.leavers.push(person_id(ledger, person)?);
    }
    assumptions.sales.extend(arguments.assume_sold.iter().cloned());
    Ok(assumptions)
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
