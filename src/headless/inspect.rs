//! `touchstone inspect`: what is understood of a file, before anything is evaluated.

use std::ops::ControlFlow;

use crate::import::{Reader, take_in, understand};
use crate::report::{Inspection, inspection_json, inspection_text, left_out_workbook, write_file};
use crate::texts::Texts;

use super::arguments::{Format, InspectArguments};
use super::choices::unmet;
use super::{Failure, Output};

/// Prints what is understood of a file. A file of which nothing can be taken in is shown as well, with the reason.
pub(super) fn inspect(arguments: &InspectArguments, reader: &Reader, texts: &Texts) -> Result<Output, Failure> {
    let choices = arguments.choices.choices();
    let contents = reader.open(&arguments.file, &choices.reading, &mut |_| ControlFlow::Continue(()))?;
    let understanding = understand(&contents, &choices);
    if let Some(choice) = unmet([&understanding]) {
        return Err(Failure::Unmet(choice));
    }
    let source = take_in(&contents, &understanding);
    let inspection = Inspection { contents: &contents, understanding: &understanding, source: &source, texts };
    let text = match arguments.format {
        Format::Text => inspection_text(&inspection),
        Format::Json => inspection_json(&inspection).map_err(|error| Failure::Json(error.to_string()))?,
    };
    if let (Some(path), Ok(source)) = (&arguments.left_out, &source)
        && let Some(workbook) = left_out_workbook(&contents, &understanding, source, texts)
            .map_err(|error| Failure::Workbook(error.to_string()))?
    {
        write_file(path, &workbook)?;
    }
    Ok(text.into())
}
