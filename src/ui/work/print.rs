//! Setting pages, painting them as pictures, and giving them to a printer, a viewer or a file.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Color32, ColorImage};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use crate::printing::{PrintFault, PrintJob, Printers, Printing};
use crate::report;
use crate::texts::Texts;

use super::super::dialogs::{Asking, Choice, Dialogs, Question};
use super::super::print::MadeOf;
use super::Printed;

/// Something to do for printing.
pub enum PrintWork {
    /// Set the pages.
    Make {
        /// Goes with its event.
        generation: u64,
        /// What stands on them.
        of: MadeOf,
    },
    /// Paint a page.
    Paint {
        /// Goes with its event.
        generation: u64,
        /// The pages.
        document: Arc<Document>,
        /// Which of them, counted from 0.
        page: usize,
        /// How wide, in dots.
        width: u32,
    },
    /// Ask the system for its printers.
    FindPrinters,
    /// Ask where to save the pages, and save them.
    Save {
        /// The pages.
        document: Arc<Document>,
        /// What their file might be called.
        name: String,
    },
    /// Show the pages in the system's viewer.
    View {
        /// The pages.
        document: Arc<Document>,
        /// What their file is called.
        name: String,
    },
    /// Print the pages.
    Send {
        /// The pages.
        document: Arc<Document>,
        /// How.
        job: PrintJob,
    },
}

/// What such work tells.
#[derive(Debug)]
pub enum PrintEvent {
    /// The pages are set, or can't be, and why.
    Made {
        /// Of which job.
        generation: u64,
        /// They.
        document: Result<Arc<Document>, String>,
    },
    /// A page was painted.
    Painted {
        /// Of which job.
        generation: u64,
        /// Which page.
        page: usize,
        /// It.
        painted: Arc<Painted>,
    },
    /// The printers there are.
    Found(Result<Printers, PrintFault>),
    /// The pages were saved, or not.
    Saved(Printed),
    /// The viewer was started, or not.
    Viewed(Result<(), PrintFault>),
    /// A printer took the pages and gave the job a number, or didn't.
    Sent {
        /// The printer's name.
        printer: String,
        /// The number, if the system says it.
        number: Result<Option<u32>, PrintFault>,
    },
}

/// Pages, ready to be printed.
#[derive(Debug)]
pub struct Document {
    /// The PDF.
    pub bytes: Arc<Vec<u8>>,
    /// The width and height of each page, in points.
    pub pages: Vec<(f32, f32)>,
}

/// A page as a picture.
#[derive(Debug)]
pub struct Painted {
    /// How wide it was asked to be, in dots.
    pub width: u32,
    /// The job that painted it.
    pub generation: u64,
    /// It.
    pub image: Arc<ColorImage>,
}

impl PrintWork {
    /// What the user is to be asked first.
    pub(super) fn question(&self, dialogs: &dyn Dialogs, asking: &Asking<'_>) -> Option<Question<PathBuf>> {
        match self {
            Self::Save { name, .. } => Some(dialogs.summary(asking, name)),
            _ => None,
        }
    }
}

/// Does the work.
pub(super) fn work(work: PrintWork, printing: &dyn Printing, question: Option<Question<PathBuf>>) -> PrintEvent {
    match work {
        PrintWork::Make { generation, of } => PrintEvent::Made { generation, document: make(&of).map(Arc::new) },
        PrintWork::Paint { generation, document, page, width } => {
            // A page that can't be painted stays white.
            let white = || ColorImage::filled([1, 1], Color32::WHITE);
            let image = Arc::new(paint(&document, page, width).unwrap_or_else(white));
            PrintEvent::Painted { generation, page, painted: Arc::new(Painted { width, generation, image }) }
        }
        PrintWork::FindPrinters => PrintEvent::Found(printing.printers()),
        PrintWork::Save { document, .. } => PrintEvent::Saved(save(&document, question)),
        PrintWork::View { document, name } => PrintEvent::Viewed(printing.view(&document.bytes, &name)),
        PrintWork::Send { document, job } => {
            PrintEvent::Sent { number: printing.print(&document.bytes, &job), printer: job.printer }
        }
    }
}

fn make(of: &MadeOf) -> Result<Document, String> {
    let texts = Texts::new(of.language);
    let report = of.outcome.report(&of.workspace, &texts);
    let bytes = match of.person {
        Some(person) => report::pdf::person_pdf(&report, person, of.choice.paper),
        None => report::pdf::pdf(&report, &of.choice),
    };
    let bytes = bytes.map_err(|error| error.to_string())?;
    Document::new(bytes)
}

impl Document {
    fn new(bytes: Vec<u8>) -> Result<Self, String> {
        let bytes = Arc::new(bytes);
        let pdf = Pdf::new(bytes.clone()).map_err(|error| format!("{error:?}"))?;
        let pages = pdf.pages().iter().map(Page::render_dimensions).collect();
        Ok(Self { bytes, pages })
    }
}

/// A page as a picture of that width.
fn paint(document: &Document, page: usize, width: u32) -> Option<ColorImage> {
    let pdf = Pdf::new(document.bytes.clone()).ok()?;
    let page = pdf.pages().get(page)?;
    let scale = f32::from(u16::try_from(width).ok()?) / page.render_dimensions().0;
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let (cache, interpreter) = (RenderCache::new(), InterpreterSettings::default());
    // Without hinting letters stand where they will on paper.
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    let picture = hayro::render(page, &cache, &interpreter, &settings, &size);
    let size = [usize::from(picture.width()), usize::from(picture.height())];
    Some(ColorImage::from_rgba_premultiplied(size, picture.data_as_u8_slice()))
}

fn save(document: &Document, question: Option<Question<PathBuf>>) -> Printed {
    let path = match question.map(|ask| ask()) {
        Some(Choice::Chosen(path)) => path,
        Some(Choice::Cancelled) => return Printed::Cancelled,
        Some(Choice::NoDialog) | None => return Printed::NoDialog,
    };
    let path = report::with_extension(&path, "pdf");
    match report::write_file(&path, &document.bytes) {
        Ok(()) => Printed::Saved(path),
        Err(error) => Printed::NotWritten(Arc::new(error)),
    }
}
