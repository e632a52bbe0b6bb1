//! Printing: which printers there are, what becomes of a job, and the system's viewer for PDF files.
//!
//! | where is the thing that … | file |
//! |---|---|
//! | says what can be asked of a system, and what can go wrong | here |
//! | speaks with CUPS, by its commands | `cups` |
//! | runs such a command, and waits for it | `child` |
//! | opens a file in the system's viewer | `viewer` |
//! | knows the paper of a country | `paper` |

mod child;
mod cups;
mod paper;
mod viewer;

pub use paper::paper_of_system;
pub use viewer::open_file;

use crate::report::pdf::Paper;
use crate::texts::Texts;

/// Prints. Each of these takes its time, and is asked on a worker's thread.
pub trait Printing: Send + Sync {
    /// The printers there are.
    ///
    /// # Errors
    /// When the system has none to ask, or does not answer.
    fn printers(&self) -> Result<Printers, PrintFault>;

    /// Gives a PDF to a printer, and tells the number that the job has there, if the system says it.
    ///
    /// # Errors
    /// When the printer does not take it.
    fn print(&self, pdf: &[u8], job: &PrintJob) -> Result<Option<u32>, PrintFault>;

    /// Shows a PDF in the system's viewer, as a file of that name.
    ///
    /// # Errors
    /// When the file can't be written, or nothing opens it.
    fn view(&self, pdf: &[u8], name: &str) -> Result<(), PrintFault>;
}

/// The printers there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printers {
    /// These.
    Listed {
        /// What they are called.
        names: Vec<String>,
        /// The one to print on where nobody says otherwise.
        usual: Option<String>,
    },
    /// The viewer knows them, and prints.
    OfViewer,
}

/// How to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// The printer's name.
    pub printer: String,
    /// How often.
    pub copies: u16,
    /// On one side of the paper, or both.
    pub sides: Sides,
    /// The paper.
    pub paper: Paper,
    /// What the job is called where jobs are listed.
    pub title: String,
}

/// The sides of the paper that are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// One.
    #[default]
    One,
    /// Both, to be turned like the pages of a book.
    Both,
}

impl Sides {
    /// Both ways, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::One, Self::Both];

    /// As the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Both => "both",
        }
    }
}

/// Why something was not printed or shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintFault {
    /// The system has nothing that prints.
    NoSystem,
    /// The print system said no, in these words.
    Refused(String),
    /// It did not answer.
    NoAnswer,
    /// The file to be printed or shown could not be written, and why.
    NotWritten(String),
    /// No viewer opened the file, and why.
    NoViewer(String),
}

/// What the job is called that prints the summary.
pub fn title(texts: &Texts, company: &str) -> String {
    if company.is_empty() {
        texts.get("summary-title")
    } else {
        texts.with("print-title", &[("company", company.into())])
    }
}

/// That a printer took a job, of that number if the system says it.
pub fn sent(texts: &Texts, printer: &str, number: Option<u32>) -> String {
    match number {
        Some(number) => texts.with("print-sent", &[("printer", printer.into()), ("number", number.to_string().into())]),
        None => texts.with("print-sent-only", &[("printer", printer.into())]),
    }
}

impl PrintFault {
    /// What happened and what to do, in a few sentences.
    pub fn message(&self, texts: &Texts) -> String {
        match self {
            Self::NoSystem => texts.get("print-no-system"),
            Self::Refused(words) => texts.with("print-refused", &[("words", words.as_str().into())]),
            Self::NoAnswer => texts.get("print-no-answer"),
            Self::NotWritten(why) => texts.with("print-not-written", &[("why", why.as_str().into())]),
            Self::NoViewer(why) => texts.with("print-no-viewer", &[("why", why.as_str().into())]),
        }
    }
}

/// The system's printers and viewer.
pub struct SystemPrinting;

impl Printing for SystemPrinting {
    fn printers(&self) -> Result<Printers, PrintFault> {
        if cfg!(windows) { Ok(Printers::OfViewer) } else { cups::printers() }
    }

    fn print(&self, pdf: &[u8], job: &PrintJob) -> Result<Option<u32>, PrintFault> {
        if cfg!(windows) { Err(PrintFault::NoSystem) } else { cups::print(pdf, job) }
    }

    fn view(&self, pdf: &[u8], name: &str) -> Result<(), PrintFault> {
        viewer::view(pdf, name)
    }
}

/// A system that neither prints nor shows anything.
pub struct NoPrinting;

impl Printing for NoPrinting {
    fn printers(&self) -> Result<Printers, PrintFault> {
        Err(PrintFault::NoSystem)
    }

    fn print(&self, _: &[u8], _: &PrintJob) -> Result<Option<u32>, PrintFault> {
        Err(PrintFault::NoSystem)
    }

    fn view(&self, _: &[u8], _: &str) -> Result<(), PrintFault> {
        Err(PrintFault::NoViewer(String::new()))
    }
}
