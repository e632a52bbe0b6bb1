//! CUPS, the print system of Linux and macOS, by its commands `lpstat` and `lp`.

use std::io::Write;
use std::process::Command;

use super::child::say;
use super::{PrintFault, PrintJob, Printers, Sides};
use crate::report::pdf::Paper;

/// The printers that CUPS knows or finds around.
pub(super) fn printers() -> Result<Printers, PrintFault> {
    let names: Vec<String> = lines(&say(Command::new("lpstat").arg("-e"))?);
    // A system that can't tell which is usual has printers all the same.
    let usual = say(Command::new("lpstat").arg("-d")).ok().and_then(|said| usual(&said, &names));
    Ok(Printers::Listed { names, usual })
}

/// Gives a PDF to a printer.
pub(super) fn print(pdf: &[u8], job: &PrintJob) -> Result<Option<u32>, PrintFault> {
    let mut file = tempfile::Builder::new()
        .prefix("touchstone-")
        .suffix(".pdf")
        .tempfile()
        .map_err(|error| PrintFault::NotWritten(error.to_string()))?;
    file.write_all(pdf).map_err(|error| PrintFault::NotWritten(error.to_string()))?;
    // The job is a copy: the file can go once the command has ended.
    let said = say(Command::new("lp").args(options(job)).arg("--").arg(file.path()))?;
    Ok(number(&said, &job.printer))
}

fn options(job: &PrintJob) -> Vec<String> {
    let sides = match job.sides {
        Sides::One => "one-sided",
        Sides::Both => "two-sided-long-edge",
    };
    let media = match job.paper {
        Paper::A4 => "A4",
        Paper::Letter => "Letter",
    };
    let copies = job.copies.max(1).to_string();
    let options = ["-d", &job.printer, "-n", &copies, "-o", &format!("sides={sides}"), "-o", &format!("media={media}")]
        .map(str::to_owned);
    options.into_iter().chain(["-t".to_owned(), title(&job.title)]).collect()
}

/// A title in one line.
fn title(title: &str) -> String {
    title.chars().filter(|it| !it.is_control()).take(TITLE).collect()
}

/// So many letters of a title are told.
const TITLE: usize = 120;

fn lines(said: &str) -> Vec<String> {
    said.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The printer that `lpstat -d` names last, whatever the language of the words before it.
fn usual(said: &str, names: &[String]) -> Option<String> {
    let last = said.split_whitespace().last()?;
    names.iter().find(|name| *name == last).cloned()
}

/// The number in "request id is HP-12 (1 file(s))", in whatever language that is.
fn number(said: &str, printer: &str) -> Option<u32> {
    said.split_whitespace().find_map(|word| {
        let number = word.strip_prefix(printer)?.strip_prefix('-')?;
        let end = number.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(number.len());
        number.get(..end)?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_job_is_told_as_lp_wants_it() {
        let job = PrintJob {
            printer: "HP".to_owned(),
            copies: 3,
            sides: Sides::Both,
            paper: Paper::Letter,
            title: "Alborán\n-o x".to_owned(),
        };
        let expected = "-d|HP|-n|3|-o|sides=two-sided-long-edge|-o|media=Letter|-t|Alborán-o x";
        assert_eq!(options(&job).join("|"), expected);
        let one = PrintJob { copies: 0, sides: Sides::One, paper: Paper::A4, ..job };
        assert_eq!(options(&one)[3..8].join("|"), "1|-o|sides=one-sided|-o|media=A4");
    }

    #[track_caller]
    fn check_number(said: &str, printer: &str, expected: Option<u32>) {
        assert_eq!(number(said, printer), expected, "{said}");
    }

    #[test]
    fn the_number_of_the_job_is_found_in_every_language() {
        check_number("request id is HP-12 (1 file(s))\n", "HP", Some(12));
        check_number("la id solicitada es HP_Laser-2-7 (1 archivo(s))\n", "HP_Laser-2", Some(7));
        check_number("request id is Other-12 (1 file(s))\n", "HP", None);
        check_number("请求 ID 是 HP-12（1 个文件）\n", "HP", Some(12));
        check_number("", "HP", None);
    }

    #[track_caller]
    fn check_usual(said: &str, expected: Option<&str>) {
        let names = lines("HP\n Office \n\n");
        assert_eq!(usual(said, &names).as_deref(), expected, "{said}");
    }

    #[test]
    fn the_usual_printer_is_found_in_every_language() {
        check_usual("system default destination: Office\n", Some("Office"));
        check_usual("destino predeterminado del sistema: HP\n", Some("HP"));
        check_usual("no system default destination\n", None);
        check_usual("system default destination: Gone\n", None);
        check_usual("", None);
    }
}
