//! The window, driven as a user would: by what its widgets are called.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use touchstone::evaluator::WindowKind;
use touchstone::ledger::PersonId;
use touchstone::report::Export;
use touchstone::rulebook::{LevelId, Market};
use touchstone::texts::Language;
use touchstone::ui::{
    App, Asking, Choice, Choose, Command, Dialogs, Notice, Page, PeopleColumn, Question, SalesColumn, SalesFilter,
    Shown, Start, install_theme,
};

use crate::company::day;

pub type Window = Harness<'static, App>;

/// Dialogs that answer at once.
#[derive(Clone)]
pub struct Answers {
    pub exports: Choice<Vec<PathBuf>>,
    pub summary: Choice<PathBuf>,
    pub left_out: Choice<PathBuf>,
    pub export: Choice<PathBuf>,
    /// Whether the system can open files.
    pub can_show: bool,
    pub workspace: Choice<PathBuf>,
    pub rulebook: Choice<PathBuf>,
    pub save_as: Choice<PathBuf>,
}

impl Dialogs for Answers {
    fn exports(&self, _: &Asking<'_>) -> Question<Vec<PathBuf>> {
        answer(&self.exports)
    }

    fn summary(&self, _: &Asking<'_>, _: &str) -> Question<PathBuf> {
        answer(&self.summary)
    }

    fn left_out(&self, _: &Asking<'_>, _: &str) -> Question<PathBuf> {
        answer(&self.left_out)
    }

    fn export(&self, _: &Asking<'_>, _: Export, _: &str) -> Question<PathBuf> {
        answer(&self.export)
    }

    fn show(&self, _: &Path) -> Shown {
        let can_show = self.can_show;
        Box::new(move || if can_show { Ok(()) } else { Err(std::io::ErrorKind::NotFound.into()) })
    }

    fn workspace(&self, _: &Asking<'_>) -> Question<PathBuf> {
        answer(&self.workspace)
    }

    fn rulebook(&self, _: &Asking<'_>) -> Question<PathBuf> {
        answer(&self.rulebook)
    }

    fn save_as(&self, _: &Asking<'_>, _: &str) -> Question<PathBuf> {
        answer(&self.save_as)
    }
}

fn answer<T: Clone + Send + 'static>(answer: &Choice<T>) -> Question<T> {
    let answer = answer.clone();
    Box::new(move || answer)
}

pub const NOBODY_ASKED: Answers = Answers {
    exports: Choice::Cancelled,
    summary: Choice::Cancelled,
    left_out: Choice::Cancelled,
    export: Choice::Cancelled,
    can_show: false,
    workspace: Choice::Cancelled,
    rulebook: Choice::Cancelled,
    save_as: Choice::Cancelled,
};

pub fn window_with(start: Start, language: Language, size: [f32; 2], answers: Answers) -> Window {
    window_of(App::new(&egui::Context::default(), start, day("2017-07-03"), language, Box::new(answers)), size)
}

pub fn window_of(app: App, size: [f32; 2]) -> Window {
    let mut window = Harness::builder().with_size(size).with_context_setup(install_theme).build_ui_state(
        |ui, app: &mut App| {
            app.logic(&ui.ctx().clone(), None);
            app.ui(ui);
        },
        app,
    );
    settle(&mut window);
    window
}

pub fn sample(language: Language) -> Window {
    window_with(Start::Sample, language, [1280.0, 800.0], NOBODY_ASKED)
}

/// Goes on until no worker is at work and nothing moves. A window that never comes to rest fails here.
#[track_caller]
pub fn settle(window: &mut Window) {
    wait_until(window, |app| !app.state().is_busy());
    window.run();
}

#[track_caller]
pub fn wait_until(window: &mut Window, done: impl Fn(&App) -> bool) {
    let started = Instant::now();
    // A click becomes a command, and that a job, in the frame after.
    window.run_steps(3);
    while !done(window.state()) {
        assert!(started.elapsed() < Duration::from_mins(1), "the workers are not done");
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
    window.step();
}

#[track_caller]
pub fn click(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

/// Clicks the sidebar's button of a page, whatever its badge says.
#[track_caller]
pub fn open(window: &mut Window, page: Page) {
    let name = Command::Show(page).text(&window.state().state().texts);
    let sidebar = |node: &Node<'_>| node.rect().max.x < 200.0;
    let found = window.get_all_by(|node| {
        let label = node.label().unwrap_or_default();
        node.role() == Role::Button && (label == name || label.starts_with(&format!("{name}, ")))
    });
    let buttons: Vec<_> = found.into_iter().filter(sidebar).collect();
    assert_eq!(buttons.len(), 1, "{name}");
    buttons[0].click();
    drop(buttons);
    settle(window);
    assert_eq!(window.state().state().page, page);
}

pub fn shows(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

#[track_caller]
pub fn check_shows(window: &Window, texts: &[&str]) {
    for text in texts {
        assert!(shows(window, text), "{text}");
    }
}

#[test]
fn a_newcomer_explores_the_sample_and_reads_the_verdicts() {
    let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], NOBODY_ASKED);
    check_shows(&window, &["Drop your exports here", "Import…"]);
    assert!(!shows(&window, "missing exam"), "there is nothing to count yet");
    click(&mut window, "Explore the sample");
    check_shows(&window, &["1 exam away", "3 exams and 172,650 USD away", "127,350 of 100,000 USD"]);
    check_shows(&window, &["Ana Núñez: MB2-710 or MB2-706 (Silver, Gold)", "172,650 USD more revenue"]);
    click(&mut window, "Leave the sample");
    check_shows(&window, &["Drop your exports here"]);
}

#[track_caller]
fn check_page(language: Language, page: Page, texts: &[&str]) {
    for size in [[1280.0, 800.0], [900.0, 600.0]] {
        let mut window = window_with(Start::Sample, language, size, NOBODY_ASKED);
        open(&mut window, page);
        check_shows(&window, texts);
    }
}

#[test]
fn every_page_opens_in_english() {
    check_page(Language::English, Page::Overview, &["1 exam away", "Chart of the trailing 12 months"]);
    check_page(Language::English, Page::Checklist, &["Ana Núñez", "One of MB2-710, MB2-706", "passed 2 Mar 2016"]);
    check_page(Language::English, Page::People, &["Ana Núñez", "Íñigo Peña", "Holds MB2-714"]);
    check_page(Language::English, Page::Revenue, &["Fourth Coffee", "127,350.00\u{a0}USD"]);
    check_page(Language::English, Page::Sources, &["alboran-revenue.xlsx", "Date not readable", "“31/31/2016”"]);
    check_page(
        Language::English,
        Page::Rules,
        &["At least 100,000 USD of net new revenue", "in force from 27 Jun 2017"],
    );
}

#[test]
fn every_page_opens_in_spanish() {
    check_page(Language::Spanish, Page::Overview, &["Falta 1 examen", "Gráfico de los últimos 12 meses"]);
    check_page(Language::Spanish, Page::Checklist, &["Ana Núñez", "Uno de MB2-710, MB2-706", "aprobado el 2 mar 2016"]);
    check_page(Language::Spanish, Page::People, &["Ana Núñez", "Íñigo Peña", "Tiene MB2-714"]);
    check_page(Language::Spanish, Page::Revenue, &["Fourth Coffee", "127.350,00\u{a0}USD"]);
    check_page(Language::Spanish, Page::Sources, &["alboran-revenue.xlsx", "Fecha ilegible", "“31/31/2016”"]);
    check_page(Language::Spanish, Page::Rules, &["Al menos 100.000 USD de ingresos nuevos netos"]);
}

#[test]
fn the_language_is_switched_while_running() {
    let mut window = sample(Language::English);
    click(&mut window, "Language English");
    click(&mut window, "Español");
    check_shows(&window, &["Falta 1 examen", "Faltan 3 exámenes y 172.650 USD"]);
    click(&mut window, "Idioma Español");
    click(&mut window, "English");
    check_shows(&window, &["1 exam away"]);
}

#[test]
fn the_theme_is_switched_while_running() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Settings);
    for (to, dark) in [("Dark", true), ("Light", false)] {
        click(&mut window, to);
        assert_eq!(window.ctx.global_style().visuals.dark_mode, dark);
    }
}

#[test]
fn the_market_picks_the_threshold() {
    for (language, [now, other, shown, verdict]) in [
        (
            Language::English,
            ["Market Developed", "Developing", "Market Developing", "no revenue threshold for this market"],
        ),
        (
            Language::Spanish,
            [
                "Mercado Desarrollado",
                "En desarrollo",
                "Mercado En desarrollo",
                "no hay umbral de ingresos para este mercado",
            ],
        ),
    ] {
        let mut window = sample(language);
        click(&mut window, now);
        click(&mut window, other);
        check_shows(&window, &[shown, verdict]);
    }
}

#[test]
fn the_day_is_picked_in_spanish_too() {
    let mut window = sample(Language::Spanish);
    click(&mut window, "A fecha de 27 jun 2017");
    click(&mut window, "Un mes antes");
    click(&mut window, "20 de mayo de 2017");
    check_shows(&window, &["A fecha de 20 may 2017"]);
}

#[test]
fn the_day_is_picked_from_the_calendar_or_typed() {
    let mut window = sample(Language::English);
    click(&mut window, "As of 27 Jun 2017");
    click(&mut window, "A month earlier");
    click(&mut window, "20 May 2017");
    check_shows(&window, &["As of 20 May 2017"]);

    type_day(&mut window, "31/31/2017");
    check_shows(&window, &["2017-06-27 or 27/06/2017", "As of 20 May 2017"]);
    type_day(&mut window, "01/06/2017");
    check_shows(&window, &["As of 1 Jun 2017"]);

    click(&mut window, "Today, 3 Jul 2017");
    check_shows(&window, &["As of 3 Jul 2017"]);
    click(&mut window, "Full months");
    assert_eq!(window.state().state().workspace.settings.window.as_str(), "full-months");
}

/// Types over what stands in the date's field.
fn type_day(window: &mut Window, text: &str) {
    let field = window.get_by_role_and_label(Role::TextInput, "As-of date");
    field.focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, egui::Key::A);
    window.run();
    window.get_by_role_and_label(Role::TextInput, "As-of date").type_text(text);
    settle(window);
}

#[test]
fn the_last_of_several_quick_choices_is_what_is_shown() {
    let mut window = sample(Language::English);
    for chosen in ["2017-03-01", "2017-04-01", "2017-05-01"] {
        window.state_mut().give(Command::SetAsOf(day(chosen)));
        window.step();
    }
    settle(&mut window);
    assert_eq!(window.state().state().outcome.as_ref().unwrap().readiness.settings.as_of, day("2017-05-01"));
}

#[test]
fn pages_open_by_their_shortcuts() {
    let mut window = sample(Language::English);
    window.key_press_modifiers(Modifiers::COMMAND, egui::Key::Num3);
    window.run();
    assert_eq!(window.state().state().page, Page::People);
    window.key_press_modifiers(Modifiers::COMMAND, egui::Key::F);
    window.run();
    window.event(egui::Event::Text("ruiz".to_owned()));
    window.run();
    check_shows(&window, &["Marta Ruiz"]);
    assert!(!shows(&window, "Ana Núñez"));
}

#[test]
fn a_person_shows_all_that_the_files_say_of_them() {
    let mut window = sample(Language::English);
    open(&mut window, Page::People);
    click(&mut window, "Ana Núñez");
    check_shows(&window, &["Credentials", "ana.nunez@alboran.es", "passed 2 Mar 2016", "alboran-trainings.xlsx · "]);
    click(&mut window, "Close");
    assert!(!shows(&window, "ana.nunez@alboran.es"));
}

#[test]
fn the_checklist_follows_the_level() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Checklist);
    check_shows(&window, &["Ana Núñez", "reached"]);
    assert!(window.query_by_role_and_label(Role::Button, "Marta Ruiz").is_none(), "no seat of Silver is hers");
    click(&mut window, "Gold");
    check_shows(&window, &["172,650 USD missing", "Marta Ruiz", "anyone of 20 people, 1\u{a0}exam"]);
}

/// The verdict that the checklist shows of the level that is open.
#[track_caller]
fn check_verdict(window: &Window, verdict: &str) {
    assert_eq!(window.query_all_by_label(verdict).count(), 1, "{verdict}");
}

/// Clicks the first of several buttons of one name.
#[track_caller]
fn click_first(window: &mut Window, label: &str) {
    window.get_all_by_role_and_label(Role::Button, label).next().unwrap().click();
    settle(window);
}

#[test]
fn a_pass_is_assumed_and_the_verdict_changes_until_it_is_cleared() {
    for clear in ["Clear assumptions", "Undo the assumption"] {
        let mut window = sample(Language::English);
        open(&mut window, Page::Checklist);
        check_verdict(&window, "1 exam away");
        click(&mut window, "Assume passed");
        check_shows(&window, &["Assume that Ana Núñez has passed"]);
        click(&mut window, "MB2-706");
        check_verdict(&window, "Ready until 30 Sep 2017");
        check_shows(&window, &["With 1 assumed pass", "All seats are filled."]);
        for page in [Page::Overview, Page::People, Page::Checklist] {
            open(&mut window, page);
            check_shows(&window, &["With 1 assumed pass"]);
        }
        click(&mut window, clear);
        check_verdict(&window, "1 exam away");
        assert!(!shows(&window, "assumed"));
    }
}

#[test]
fn what_is_assumed_looks_assumed_among_the_people() {
    let mut window = sample(Language::Spanish);
    open(&mut window, Page::Checklist);
    click(&mut window, "Suponer aprobado");
    click(&mut window, "MB2-710");
    check_verdict(&window, "Conseguido hasta el 30 sept 2017");
    open(&mut window, Page::People);
    check_shows(&window, &["Con 1 aprobado supuesto", "MB2-710 (supuesto)"]);
}

#[test]
fn an_assumed_pass_follows_the_day() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Checklist);
    click(&mut window, "Assume passed");
    click(&mut window, "MB2-706");
    window.state_mut().give(Command::SetAsOf(day("2017-06-20")));
    settle(&mut window);
    check_verdict(&window, "Ready until 30 Sep 2017");
}

#[test]
fn the_why_panel_says_why_and_who_is_essential() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Checklist);
    check_shows(
        &window,
        &["Nobody can do it with fewer: Application consultant has 1 seat, and nobody qualifies.", "essential"],
    );
    check_shows(
        &window,
        &[
            "With no new sales the revenue falls below 100,000 USD on 30 Sep 2017",
            "Keeping the revenue high enough takes new sales of 1,506.25 USD by 30 Sep 2017",
        ],
    );
}

#[test]
fn a_person_is_kept_out_and_let_in_again() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Checklist);
    click(&mut window, "Íñigo Peña");
    click(&mut window, "Keep out of the roster");
    check_verdict(&window, "2 exams away");
    check_shows(&window, &["Is kept out of the roster", "1 more is missing because people are pinned or kept out."]);
    click(&mut window, "Let in again");
    check_verdict(&window, "1 exam away");
}

#[test]
fn a_person_is_pinned_and_unpinned() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Checklist);
    click(&mut window, "Ana Núñez");
    check_shows(&window, &["Takes a seat as application consultant"]);
    click(&mut window, "Pin to this seat");
    check_shows(&window, &["pinned"]);
    check_verdict(&window, "1 exam away");
    click(&mut window, "Unpin");
    assert!(!shows(&window, "pinned"));
}

#[test]
fn the_edition_follows_the_day_unless_one_is_chosen() {
    let mut window = sample(Language::English);
    let edition = |window: &Window| window.state().state().workspace.rulebook.edition.clone();
    window.state_mut().give(Command::SetAsOf(day("2017-08-01")));
    settle(&mut window);
    assert_eq!(edition(&window), "2017-07");
    click(&mut window, "Cloud Customer Relationship Management edition 2017-07");
    click(&mut window, "edition 2017-06, from 27 Jun 2017");
    window.state_mut().give(Command::SetAsOf(day("2018-01-01")));
    settle(&mut window);
    assert_eq!(edition(&window), "2017-06");
    click(&mut window, "Cloud Customer Relationship Management edition 2017-06");
    click_first(&mut window, "Cloud Customer Relationship Management");
    assert_eq!(edition(&window), "2017-12");
}

#[test]
fn each_way_to_attain_a_competency_is_shown() {
    for language in Language::ALL {
        let mut window = window_with(Start::Sample, language, [900.0, 600.0], NOBODY_ASKED);
        window.state_mut().give(Command::UseRulebook { id: "cloud-business-applications".to_owned(), edition: None });
        settle(&mut window);
        for page in Page::ALL {
            open(&mut window, page);
            let options = window.state().state().workspace.rulebook.options.clone();
            assert_eq!(options.len(), 2);
            for option in options.iter().filter(|_| matches!(page, Page::Overview | Page::Checklist | Page::People)) {
                let title = window.state().state().texts.pick(&option.title).to_owned();
                click(&mut window, &title);
            }
        }
    }
}

#[test]
fn sales_are_filtered_and_their_sums_follow() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Revenue);
    click(&mut window, "Show All sales");
    click(&mut window, "Not associated");
    check_shows(&window, &["Coho Winery"]);
    assert!(!shows(&window, "Fourth Coffee") && !shows(&window, "127,350.00\u{a0}USD"));
}

#[test]
fn columns_sort_both_ways() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Revenue);
    let amounts = |window: &Window| -> Vec<rust_decimal::Decimal> {
        let state = window.state().state();
        let sales = &state.outcome.as_ref().unwrap().ledger.sales;
        state.sales.rows.iter().map(|at| sales[*at].amount).collect()
    };
    click(&mut window, "Amount");
    assert!(amounts(&window).is_sorted());
    click(&mut window, "Amount");
    assert!(amounts(&window).is_sorted_by(|one, next| one >= next));
}

pub fn written(folder: &Path, name: &str, content: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_wrong_file_is_told_once_and_the_window_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = folder.path().join("holiday.png");
    std::fs::write(&wrong, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let answers = Answers { exports: Choice::Chosen(vec![wrong]), ..NOBODY_ASKED };
    let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], answers);
    for _ in 0..2 {
        import(&mut window);
        assert_eq!(window.query_all_by_label_contains("holiday.png").count(), 1);
    }
    click(&mut window, "Put away");
    assert!(!shows(&window, "holiday.png"));
    click(&mut window, "Explore the sample");
    check_shows(&window, &["1 exam away"]);
}

/// Clicks the first *Import…* and waits until the chosen files were read.
#[track_caller]
fn import(window: &mut Window) {
    window.get_all_by_label("Import…").next().unwrap().click();
    settle(window);
}

#[test]
fn without_a_file_dialog_the_window_says_what_to_do() {
    let answers = Answers { exports: Choice::NoDialog, summary: Choice::NoDialog, ..NOBODY_ASKED };
    let mut window = window_with(Start::Sample, Language::English, [1280.0, 800.0], answers);
    import(&mut window);
    check_shows(&window, &["Drop the files on this window instead"]);
    click(&mut window, "Print…");
    click(&mut window, "Save as PDF…");
    check_shows(&window, &["touchstone evaluate with --pdf"]);
}

/// A file of the system's file manager.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads the file this way".to_owned())
    }
}

pub fn drop_files(window: &mut Window, files: &[PathBuf]) {
    let files = files.iter().map(|file| Arc::new(Dropped(file.clone())) as egui::DroppedFileHandle);
    window.input_mut().dropped_files = files.collect();
    window.step();
    window.input_mut().dropped_files.clear();
    settle(window);
}

pub fn sample_files() -> [PathBuf; 2] {
    ["alboran-trainings.xlsx", "alboran-revenue.xlsx"]
        .map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name))
}

#[test]
fn files_are_dropped_on_the_window_and_removed_again() {
    let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], NOBODY_ASKED);
    drop_files(&mut window, &sample_files());
    check_shows(&window, &["2 files read", "As of 3 Jul 2017"]);
    open(&mut window, Page::Sources);
    click(&mut window, "Remove alboran-revenue.xlsx");
    open(&mut window, Page::Revenue);
    check_shows(&window, &["No sales yet"]);
    open(&mut window, Page::Sources);
    click(&mut window, "Remove alboran-trainings.xlsx");
    check_shows(&window, &["Drop your exports here"]);
}

#[test]
fn own_files_take_the_place_of_the_sample() {
    let mut window = sample(Language::English);
    drop_files(&mut window, &sample_files()[1..]);
    let state = window.state().state();
    assert_eq!((state.is_sample, state.workspace.sources.len()), (false, 1));
}

#[test]
fn sales_without_an_association_column_count_once_the_user_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let sales = "Customer,Product,Date,Amount,Currency\nFabrikam,CRM Online,2017-05-02,1200.00,USD\n";
    let file = written(folder.path(), "sales.csv", sales);
    let mut window = window_with(Start::Empty, Language::English, [900.0, 600.0], NOBODY_ASKED);
    drop_files(&mut window, &[file]);
    open(&mut window, Page::Revenue);
    check_shows(&window, &["1 sale is not shown to be associated.", "Not shown to be associated"]);
    click(&mut window, "These customers are associated");
    check_shows(&window, &["Sales without a word on it count as associated."]);
    assert_eq!(window.state().state().outcome.as_ref().unwrap().sales_counted, 1);
    click(&mut window, "Undo");
    assert_eq!(window.state().state().outcome.as_ref().unwrap().sales_counted, 0);
}

#[test]
fn an_import_that_was_cancelled_changes_nothing() {
    let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], NOBODY_ASKED);
    window.state_mut().give(Command::ImportFiles(sample_files().to_vec()));
    window.state_mut().give(Command::CancelImport);
    std::thread::sleep(Duration::from_millis(300));
    settle(&mut window);
    check_shows(&window, &["Drop your exports here"]);
    assert!(window.state().state().notices.is_empty());
}

#[test]
fn the_summary_is_saved_where_the_user_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("summary.pdf");
    let answers = Answers { summary: Choice::Chosen(path.clone()), ..NOBODY_ASKED };
    let mut window = window_with(Start::Sample, Language::Spanish, [1280.0, 800.0], answers);
    click(&mut window, "Imprimir…");
    click(&mut window, "Guardar como PDF…");
    check_shows(&window, &["Resumen guardado en"]);
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_summary_that_cannot_be_written_is_told() {
    let answers = Answers { summary: Choice::Chosen("/no such folder/summary.pdf".into()), ..NOBODY_ASKED };
    let mut window = window_with(Start::Sample, Language::English, [1280.0, 800.0], answers);
    click(&mut window, "Print…");
    click(&mut window, "Save as PDF…");
    check_shows(&window, &["can't be written"]);
}

#[test]
fn no_button_is_cut_off_or_covers_another_in_the_smallest_window() {
    for language in Language::ALL {
        let mut window = window_with(Start::Sample, language, [900.0, 600.0], NOBODY_ASKED);
        for page in Page::ALL {
            open(&mut window, page);
            let all = window.get_all_by(|node| node.role() == Role::Button && !node.is_disabled());
            let buttons: Vec<(String, egui::Rect)> =
                all.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect();
            let fixed: Vec<_> = buttons.iter().filter(|(_, rect)| rect.max.x < 196.0 || rect.max.y < 52.0).collect();
            assert!(fixed.len() >= 12, "{fixed:?}");
            for (place, (name, rect)) in fixed.iter().enumerate() {
                let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(900.0, 600.0));
                assert!(screen.contains_rect(*rect), "{name} is cut off: {rect:?}");
                for (other, other_rect) in fixed.iter().skip(place + 1) {
                    assert!(!rect.shrink(0.5).intersects(*other_rect), "{name} and {other} overlap");
                }
            }
        }
    }
}

/// Commands as a hasty user gives them, some about things that are no longer there.
fn hasty_command(random: &mut impl FnMut(usize) -> usize) -> Command {
    let days = [day("2017-06-27"), day("2016-02-29"), day("0001-01-01"), day("9999-12-31")];
    let words = ["", "a", "ñ", "\u{0}", "   ", "zzz"].map(str::to_owned);
    match random(26) {
        22 => [
            Command::LookAt("alboran-revenue.xlsx".into()),
            Command::ReadAgain("alboran-trainings.xlsx".into()),
            Command::LookAt("no such file".into()),
        ][random(3)]
        .clone(),
        23 => Command::Choose(match random(4) {
            0 => Choose::HeadingRow([None, Some(1), Some(7), Some(9999)][random(4)]),
            1 => Choose::Sheet([None, Some("no such sheet".to_owned())][random(2)].clone()),
            2 => Choose::Encoding("cp850".to_owned()),
            _ => Choose::Column { heading: "Product".into(), field: None },
        }),
        24 => [Command::TakeIn, Command::SkipFile { known: false }, Command::ShowTable(7), Command::Undo][random(4)]
            .clone(),
        0 => Command::ImportFiles(vec![sample_files()[random(2)].clone()]),
        1 => Command::CancelImport,
        2 | 3 => Command::OpenSample,
        4 => Command::CloseSample,
        5 => Command::RemoveSource("alboran-revenue.xlsx".into()),
        6..=8 => Command::Show(Page::ALL[random(6)]),
        9 => Command::ShowOption(random(3)),
        10 => Command::ShowLevel([LevelId::Silver, LevelId::Gold][random(2)]),
        11 => Command::SetMarket(Market::ALL[random(2)]),
        12 => Command::SetAsOf(days[random(4)]),
        13 => Command::SetWindow(WindowKind::ALL[random(2)]),
        14 => Command::SetLanguage(Language::ALL[random(2)]),
        15 => Command::SelectPerson(Some(PersonId(random(40)))),
        16 => Command::SearchPeople(words[random(6)].clone()),
        17 => Command::SearchSales(words[random(6)].clone()),
        18 => Command::SortPeople(
            [PeopleColumn::Exam(random(9)), PeopleColumn::ToGo(random(4)), PeopleColumn::Takes][random(3)],
        ),
        19 => Command::AssumePassed {
            person: ["7470319", "", "ana.nunez@alboran.es"][random(3)].to_owned(),
            exams: vec!["MB2-710".to_owned()],
            assume: random(3) > 0,
        },
        20 => Command::Pin {
            person: ["7470319", "nobody"][random(2)].to_owned(),
            role: [None, Some("application".to_owned()), Some("no such role".to_owned())][random(3)].clone(),
        },
        21 => match random(3) {
            0 => Command::ClearAssumptions,
            1 => Command::KeepOut { person: "7470319".to_owned(), keep_out: random(2) == 0 },
            _ => Command::UseRulebook {
                id: ["cloud-crm", "cloud-business-applications", "application-integration"][random(3)].to_owned(),
                edition: [None, Some("2017-12".to_owned()), Some("1999-01".to_owned())][random(3)].clone(),
            },
        },
        _ => match random(5) {
            0 => Command::FilterSales([SalesFilter::All, SalesFilter::LeftOut, SalesFilter::Counting][random(3)]),
            1 => Command::SortSales([SalesColumn::Customer, SalesColumn::Counts, SalesColumn::From][random(3)]),
            2 => Command::DismissNotice(random(3)),
            3 => Command::AssumeAssociated(random(2) == 0),
            _ => Command::TypeDate(words[random(6)].clone()),
        },
    }
}

#[test]
fn a_hasty_user_breaks_nothing() {
    let mut window = window_with(Start::Empty, Language::English, [900.0, 600.0], NOBODY_ASKED);
    let mut seed: u64 = 7;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for _ in 0..300 {
        let command = hasty_command(&mut random);
        window.state_mut().give(command);
        window.step();
        let broke = window.state().state().notices.iter().any(|notice| matches!(notice, Notice::Broke));
        assert!(!broke, "a job broke off");
    }
    settle(&mut window);
}
