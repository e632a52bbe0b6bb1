//! The pages as they will be, in the window: what can be chosen about them, and where they go.

use std::sync::{Arc, Mutex};

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use touchstone::printing::{NoPrinting, PrintFault, PrintJob, Printers, Printing, Sides};
use touchstone::report::pdf::Paper;
use touchstone::texts::Language;
use touchstone::ui::{App, Choice, Command, Page, Preview, Start};

use crate::company::day;
use crate::window::{Answers, NOBODY_ASKED, Window, check_shows, click, open, settle, shows, window_of};

/// Printers that answer at once, and remember what they were given.
#[derive(Default)]
struct Fake {
    by_viewer: bool,
    fault: Option<PrintFault>,
    printed: Mutex<Vec<(PrintJob, usize)>>,
    viewed: Mutex<Vec<String>>,
}

impl Printing for Fake {
    fn printers(&self) -> Result<Printers, PrintFault> {
        let names = ["Office", "Reception"].map(str::to_owned).into();
        Ok(if self.by_viewer {
            Printers::OfViewer
        } else {
            Printers::Listed { names, usual: Some("Reception".into()) }
        })
    }

    fn print(&self, pdf: &[u8], job: &PrintJob) -> Result<Option<u32>, PrintFault> {
        self.printed.lock().unwrap().push((job.clone(), pages(pdf)));
        self.fault.clone().map_or(Ok(Some(12)), Err)
    }

    fn view(&self, pdf: &[u8], name: &str) -> Result<(), PrintFault> {
        assert!(pages(pdf) > 0);
        self.viewed.lock().unwrap().push(name.to_owned());
        self.fault.clone().map_or(Ok(()), Err)
    }
}

fn pages(pdf: &[u8]) -> usize {
    hayro::hayro_syntax::Pdf::new(pdf.to_vec()).unwrap().pages().len()
}

fn window_on(printing: Arc<dyn Printing>, language: Language, size: [f32; 2], answers: Answers) -> Window {
    let app = App::new(&egui::Context::default(), Start::Sample, day("2017-07-03"), language, Box::new(answers));
    window_of(app.printing_with(printing), size)
}

fn window(printing: &Arc<Fake>, language: Language) -> Window {
    window_on(printing.clone(), language, [1280.0, 800.0], NOBODY_ASKED)
}

fn shown(window: &Window) -> Vec<u8> {
    let view = window.state().state().print.as_ref().unwrap();
    view.document.as_ref().unwrap().bytes.to_vec()
}

/// The PDF's own word on its language and the size of its paper.
fn contains(pdf: &[u8], word: &str) -> bool {
    pdf.windows(word.len()).any(|part| part == word.as_bytes())
}

#[track_caller]
fn check_preview(language: Language, print: &str, title: &str, [first, second]: [&str; 2], next: &str) {
    let mut window = window(&Arc::default(), language);
    click(&mut window, print);
    check_shows(&window, &[title, first]);
    let view = window.state().state().print.as_ref().unwrap();
    let painted = &view.painted[&0];
    let [width, height] = painted.image.size;
    assert!(width > 300 && height > width, "{width} × {height}");
    let dark = painted.image.pixels.iter().filter(|pixel| pixel.r() < 100).count();
    assert!(dark > 1000, "the page is empty");
    assert_eq!(painted.image.pixels[0], egui::Color32::WHITE);
    click(&mut window, next);
    check_shows(&window, &[second]);
    assert!(window.state().state().print.as_ref().unwrap().painted.contains_key(&1));
    window.key_press_modifiers(Modifiers::NONE, Key::PageUp);
    settle(&mut window);
    check_shows(&window, &[first]);
    window.key_press_modifiers(Modifiers::NONE, Key::Escape);
    settle(&mut window);
    assert!(window.state().state().print.is_none());
}

#[test]
fn the_pages_are_shown_as_they_will_be() {
    let english = ["Page 1 of 2", "Page 2 of 2"];
    check_preview(Language::English, "Print…", "Print the readiness summary", english, "Next page");
    let spanish = ["Página 1 de 2", "Página 2 de 2"];
    check_preview(Language::Spanish, "Imprimir…", "Imprimir el resumen de preparación", spanish, "Página siguiente");
}

#[test]
fn paper_language_and_parts_change_the_pages() {
    let mut window = window(&Arc::default(), Language::English);
    click(&mut window, "Print…");
    let first = shown(&window);
    assert!(contains(&first, "/Lang(en)") || contains(&first, "/Lang (en)"));
    let size = |window: &Window| window.state().state().print.as_ref().unwrap().document.as_ref().unwrap().pages[0];
    let close = |(a, b): (f32, f32), (c, d): (f32, f32)| (a - c).abs() < 0.1 && (b - d).abs() < 0.1;
    assert!(close(size(&window), Paper::A4.size()));

    click(&mut window, "Letter");
    assert!(close(size(&window), Paper::Letter.size()));
    click(&mut window, "A4");
    assert_eq!(shown(&window), first);

    click(&mut window, "Español");
    let spanish = shown(&window);
    assert!(contains(&spanish, "/Lang(es)") || contains(&spanish, "/Lang (es)"));
    check_shows(&window, &["Print the readiness summary"]);
    click(&mut window, "English");

    let parts = ["Revenue and its chart", "Who should sit what next", "What is at risk", "Findings", "Files"];
    for part in parts {
        window.get_by_role_and_label(Role::CheckBox, part).click();
        settle(&mut window);
    }
    check_shows(&window, &["Page 1 of 1"]);
    click(&mut window, "Close");
    click(&mut window, "Print…");
    check_shows(&window, &["Page 1 of 1"]);
}

#[test]
fn a_printer_takes_the_pages_as_the_user_chose() {
    let fake = Arc::<Fake>::default();
    let mut window = window(&fake, Language::English);
    click(&mut window, "Print…");
    click(&mut window, "Printer Reception");
    click(&mut window, "Office");
    click(&mut window, "One copy more");
    click(&mut window, "One copy more");
    click(&mut window, "One copy fewer");
    check_shows(&window, &["2 copies"]);
    click(&mut window, "Both sides");
    click(&mut window, "Letter");
    click(&mut window, "Print");
    check_shows(&window, &["Sent to Office, as job 12."]);
    let printed = fake.printed.lock().unwrap().clone();
    let title = "Readiness summary · Alborán Consultores, S.L.".to_owned();
    let (copies, sides, paper) = (2, Sides::Both, Paper::Letter);
    assert_eq!(printed, [(PrintJob { printer: "Office".into(), copies, sides, paper, title }, 2)]);
}

#[track_caller]
fn check_fault(language: Language, [open, print]: [&str; 2], fault: PrintFault, told: &[&str]) {
    let fake = Arc::new(Fake { fault: Some(fault), ..Fake::default() });
    let mut window = window(&fake, language);
    click(&mut window, open);
    click(&mut window, print);
    check_shows(&window, told);
    assert!(window.state().state().print.is_some(), "the pages can still go elsewhere");
}

#[test]
fn a_printer_that_fails_says_why() {
    let jammed = || PrintFault::Refused("lp: the printer is on fire".to_owned());
    let (english, spanish) = (["Print…", "Print"], ["Imprimir…", "Imprimir"]);
    check_fault(Language::English, english, jammed(), &["says “lp: the printer is on fire”", "try again"]);
    check_fault(Language::Spanish, spanish, jammed(), &["dice «lp: the printer is on fire»", "inténtalo de nuevo"]);
    check_fault(Language::English, english, PrintFault::NoAnswer, &["does not answer"]);
    check_fault(Language::Spanish, spanish, PrintFault::NoAnswer, &["no responde"]);
    let no_viewer = || PrintFault::NoViewer("no browser".to_owned());
    check_fault(Language::English, ["Print…", "Open in viewer"], no_viewer(), &["No viewer", "no browser"]);
    check_fault(Language::Spanish, ["Imprimir…", "Abrir en el visor"], no_viewer(), &["Ningún visor", "no browser"]);
}

#[test]
fn where_nothing_prints_the_viewer_is_offered() {
    for (language, print, told) in [
        (Language::English, "Print…", "no print system that Touchstone knows"),
        (Language::Spanish, "Imprimir…", "no tiene un sistema de impresión"),
    ] {
        let mut window = window_on(Arc::new(NoPrinting), language, [1280.0, 800.0], NOBODY_ASKED);
        click(&mut window, print);
        check_shows(&window, &[told]);
        window.state_mut().give(Command::Preview(Preview::LookForPrinters));
        settle(&mut window);
        check_shows(&window, &[told]);
    }
}

#[test]
fn where_the_viewer_prints_it_is_opened() {
    let fake = Arc::new(Fake { by_viewer: true, ..Fake::default() });
    let mut window = window(&fake, Language::English);
    click(&mut window, "Print…");
    check_shows(&window, &["Here your PDF viewer prints."]);
    click(&mut window, "Print");
    check_shows(&window, &["Your PDF viewer opens the pages."]);
    assert_eq!(*fake.viewed.lock().unwrap(), ["readiness.pdf"]);
    assert!(fake.printed.lock().unwrap().is_empty());
}

#[test]
fn a_person_is_printed_on_a_page_of_their_own() {
    let fake = Arc::<Fake>::default();
    let mut window = window(&fake, Language::English);
    open(&mut window, Page::People);
    click(&mut window, "Ana Núñez");
    click(&mut window, "Print this page…");
    check_shows(&window, &["Print the page of Ana Núñez", "Page 1 of 1"]);
    assert!(!shows(&window, "Parts of the summary"));
    click(&mut window, "Open in viewer");
    click(&mut window, "Print");
    assert_eq!(*fake.viewed.lock().unwrap(), ["Ana Núñez.pdf"]);
    assert_eq!(fake.printed.lock().unwrap()[0].0.title, "Ana Núñez");
}

#[test]
fn the_pages_follow_what_changes_below_them() {
    let mut window = window(&Arc::default(), Language::English);
    click(&mut window, "Print…");
    let before = shown(&window);
    window.state_mut().give(Command::SetAsOf(day("2017-03-01")));
    settle(&mut window);
    assert_ne!(shown(&window), before);
    window.state_mut().give(Command::CloseSample);
    settle(&mut window);
    assert!(window.state().state().print.is_none(), "there is nothing left to print");
}

#[test]
fn what_is_saved_is_what_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("summary.pdf");
    let answers = Answers { summary: Choice::Chosen(path.clone()), ..NOBODY_ASKED };
    let mut window = window_on(Arc::new(NoPrinting), Language::English, [900.0, 600.0], answers);
    click(&mut window, "Print…");
    click(&mut window, "Español");
    click(&mut window, "Save as PDF…");
    check_shows(&window, &["Summary saved as"]);
    assert_eq!(std::fs::read(path).unwrap(), shown(&window));
}

#[test]
fn other_keys_wait_while_the_pages_are_shown() {
    let mut window = window(&Arc::default(), Language::English);
    click(&mut window, "Print…");
    for key in [Key::Num3, Key::N, Key::P, Key::I] {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        settle(&mut window);
    }
    let state = window.state().state();
    assert!(state.page == Page::Overview && state.is_sample && state.print.is_some());
}
