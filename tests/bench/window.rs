//! How long the window takes to lay out a frame, and to begin: `cargo bench --bench window`.
//!
//! A million sales to 25 000 customers and 100 000 people with up to six exams each, from a fixed seed; 1280 × 800 points.
//! In every frame the pointer moves and the page is scrolled, so that no frame is like the one before.

#![allow(clippy::unwrap_used, reason = "a measurement that can't go on has failed")]

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use chrono::{Days, NaiveDate};
use divan::{Bencher, black_box};
use egui::{Event, FullOutput, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, Vec2, pos2};
use rust_decimal::Decimal;
use touchstone::ledger::{CredentialRow, PersonId, PersonKeys, Place, Sale, SaleDate, Source, Tie};
use touchstone::texts::Language;
use touchstone::ui::{App, Command, Page, Start, SystemDialogs, install_theme};
use touchstone::workspace::{Overwrite, Workspace, save};

const SALES: u32 = 1_000_000;
const PEOPLE: u32 = 100_000;

fn main() {
    divan::main();
}

/// The pages as one sees them, and the people with somebody's panel open.
const VIEWS: [&str; 9] =
    ["Overview", "Checklist", "People", "Revenue", "Sources", "Rules", "History", "Settings", "a person"];

/// Laying out a frame: what the program does itself, and egui.
#[divan::bench(args = VIEWS, sample_count = 200, sample_size = 1)]
fn ui(bencher: Bencher<'_, '_>, view: &str) {
    with_window(|window| {
        window.show(view);
        bencher.bench_local(|| drop_output(black_box(window.frame(true))));
    });
}

/// The same, and making triangles of it for the graphics card.
#[divan::bench(args = VIEWS, sample_count = 200, sample_size = 1)]
fn ui_and_tessellation(bencher: Bencher<'_, '_>, view: &str) {
    with_window(|window| {
        window.show(view);
        bencher.bench_local(|| {
            let mut output = window.frame(true);
            let shapes = std::mem::take(&mut output.shapes);
            black_box(window.context.tessellate(shapes, output.pixels_per_point));
            drop_output(output);
        });
    });
}

/// From nothing to the first frame of an empty window that has come to rest, without the system's part.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn first_frame(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Window::open(Start::Empty));
}

/// A window without a screen.
struct Window {
    context: egui::Context,
    app: App,
    frames: u32,
}

thread_local! {
    static WINDOW: RefCell<Option<Window>> = const { RefCell::new(None) };
}

/// The window on the large workspace; it takes a while to open, so all measurements share it.
fn with_window(measure: impl FnOnce(&mut Window)) {
    WINDOW.with_borrow_mut(|window| {
        measure(window.get_or_insert_with(|| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("year.touchstone");
            save(&workspace(), &path, Overwrite::Anything).unwrap();
            Window::open(Start::Workspace(path))
        }));
    });
}

impl Window {
    fn open(start: Start) -> Self {
        let context = egui::Context::default();
        install_theme(&context);
        let app = App::new(&context, start, today(), Language::English, Box::new(SystemDialogs));
        let mut window = Self { context, app, frames: 0 };
        window.settle();
        window
    }

    fn settle(&mut self) {
        loop {
            let output = self.frame(false);
            let is_still = output.viewport_output.values().all(|viewport| viewport.repaint_delay > Duration::ZERO);
            drop_output(output);
            match self.app.state().is_busy() {
                true => std::thread::sleep(Duration::from_millis(1)),
                false if is_still => return,
                false => {}
            }
        }
    }

    fn show(&mut self, view: &str) {
        let page = Page::ALL.into_iter().find(|page| format!("{page:?}") == view);
        self.app.give(Command::Show(page.unwrap_or(Page::People)));
        self.app.give(Command::SelectPerson(page.is_none().then_some(PersonId(7))));
        self.settle();
        let ledger = self.app.state().outcome.as_ref().map(|outcome| &outcome.ledger);
        assert_eq!(ledger.map(|it| (it.sales.len(), it.people.len())), Some((SALES as usize, PEOPLE as usize)));
    }

    fn frame(&mut self, moves: bool) -> FullOutput {
        self.frames += 1;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1280.0, 800.0))),
            time: Some(f64::from(self.frames) / 60.0),
            ..RawInput::default()
        };
        if moves {
            // Down for fifty frames, then up again.
            let (down, at) = if self.frames % 100 < 50 { (-60.0, 1.0) } else { (60.0, 0.0) };
            input.events.push(Event::PointerMoved(pos2(600.0 + at, 500.0 + at)));
            input.events.push(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: Vec2::new(0.0, down),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            });
        }
        let (context, app) = (&self.context, &mut self.app);
        context.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone(), None);
            app.ui(ui);
        })
    }
}

/// Nobody uploads the textures.
fn drop_output(output: FullOutput) {
    output.drop_without_applying_deltas();
}

fn today() -> NaiveDate {
    "2017-06-27".parse().unwrap()
}

fn workspace() -> Workspace {
    let mut seed = 42_u64;
    let mut random = |below: u32| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(seed >> 33).unwrap() % below
    };
    let texts =
        |start: &str, count: u32| -> Vec<Arc<str>> { (0..count).map(|it| format!("{start} {it}").into()).collect() };
    let customers = texts("Customer and Sons No.", 25_000);
    let products = ["CRM Online Professional", "Dynamics CRM Online Basic", "Office 365 E3"].map(Arc::<str>::from);
    let place = |file: &Arc<str>, row| Place { file: file.clone(), sheet: "Data".into(), row };

    let file: Arc<str> = "revenue.xlsx".into();
    let mut revenue = Source { file: file.clone(), origin: file.clone(), ..Source::default() };
    for row in 0..SALES {
        revenue.sales.push(Sale {
            date: SaleDate::Day(today() - Days::new(u64::from(random(900)))),
            customer: customers[random(25_000) as usize].clone(),
            product: products[random(3) as usize].clone(),
            sku: "".into(),
            amount: Decimal::new(i64::from(random(5_000)), 2),
            currency: ["USD", "USD", "USD", "EUR"][random(4) as usize].into(),
            association: Tie::Told(["DPOR", "DPOR", ""][random(3) as usize].into()),
            renewal: random(10) == 0,
            repeated: false,
            assumed: false,
            place: place(&file, row + 2),
        });
    }
    let file: Arc<str> = "skills.xlsx".into();
    let mut skills = Source { file: file.clone(), origin: file.clone(), ..Source::default() };
    let exams = ["MB2-714", "MB2-712", "MB2-713", "MB2-710", "MB2-706", "70-461", "98-361"].map(Arc::<str>::from);
    for person in 0..PEOPLE {
        for _ in 0..=random(6) {
            skills.credentials.push(CredentialRow {
                person: PersonKeys {
                    mcp_id: format!("{}", 4_000_000 + person),
                    office_email: format!("person{person}@contoso.com"),
                    personal_email: String::new(),
                    name: format!("Person Number {person}"),
                }
                .into(),
                exam: exams[random(7) as usize].clone(),
                passed: today() - Days::new(u64::from(random(700))),
                expires: (random(3) == 0).then(|| today() + Days::new(60)),
                failed: random(8) == 0,
                place: place(&file, u32::try_from(skills.credentials.len()).unwrap() + 2),
            });
        }
    }
    Workspace { sources: vec![Arc::new(revenue), Arc::new(skills)], ..Workspace::new(today()) }
}
