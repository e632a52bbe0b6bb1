//! The pages with tables in the smallest window, at the largest and the smallest zoom: rows are in sight, and all that can
//! be done is within reach.

use egui::{Rect, Role, pos2};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};
use touchstone::texts::Language;
use touchstone::ui::{App, Command, Page, Start};

use crate::company::day;
use crate::window::{
    NOBODY_ASKED, Window, check_shows, click, drop_files, settle, shows, window_of, window_with, written,
};

/// 900 × 600 at 200 %, and at 80 %.
const LARGEST: [f32; 2] = [450.0, 300.0];
const SMALLEST: [f32; 2] = [1125.0, 750.0];
/// The top bar and the sidebar; both have their own tests.
const TOP_BAR: f32 = 50.0;

fn small(language: Language, size: [f32; 2], page: Page) -> Window {
    let mut window = window_with(Start::Sample, language, size, NOBODY_ASKED);
    give(&mut window, Command::Show(page));
    window
}

fn give(window: &mut Window, command: Command) {
    window.state_mut().give(command);
    settle(window);
}

fn says(window: &Window, id: &str) -> String {
    window.state().state().texts.get(id)
}

/// Rows of the page's table that are in sight as a whole.
fn rows_in_sight(window: &Window, size: [f32; 2]) -> usize {
    let screen = Rect::from_min_max(pos2(0.0, TOP_BAR), pos2(size[0], size[1]));
    let rows = window.query_all_by(|node| node.role() == Role::Row).filter(|row| screen.contains_rect(row.rect()));
    rows.filter(|row| row.rect().height() > 30.0).count()
}

#[track_caller]
fn check_rows(language: Language, page: Page, size: [f32; 2], least: usize) {
    let window = small(language, size, page);
    let seen = rows_in_sight(&window, size);
    assert!(seen >= least, "{page:?} at {size:?}: {seen} rows");
}

#[test]
fn rows_are_in_sight_at_every_zoom_in_both_languages() {
    for language in Language::ALL {
        for (size, least) in [(LARGEST, 2), (SMALLEST, 12), ([900.0, 600.0], 8)] {
            check_rows(language, Page::People, size, least);
            check_rows(language, Page::Revenue, size, least);
        }
    }
}

#[test]
fn what_is_assumed_and_likely_leaves_room_for_rows() {
    for (size, least) in [([1280.0, 800.0], 12), ([900.0, 600.0], 5)] {
        let mut window = small(Language::Spanish, size, Page::People);
        let people = window.state().state().outcome.clone().unwrap();
        for person in people.ledger.people.iter().take(2) {
            give(&mut window, Command::AssumeLeft { person: person.id.clone(), assume: true });
        }
        let seen = rows_in_sight(&window, size);
        assert!(seen >= least, "{size:?}: {seen} rows");
        check_within(&window, size);
    }
}

/// Nothing to click or to read reaches beyond the window's sides; what is below is scrolled to.
#[track_caller]
fn check_within(window: &Window, size: [f32; 2]) {
    let grid = window.query_by_role(Role::Grid).map(|grid| grid.rect());
    let roles = [Role::Button, Role::Label, Role::TextInput, Role::Image];
    for node in window.query_all_by(|node| roles.contains(&node.role())) {
        let (rect, node) = (node.rect(), node.accesskit_node());
        let is_of_page = rect.min.y >= TOP_BAR && rect.max.x > 56.0 && !rect.is_negative();
        let is_in_table = grid.is_some_and(|grid| {
            grid.expand(1.0)
                .contains_rect(Rect::from_center_size(pos2(grid.center().x, rect.center().y), egui::Vec2::ZERO))
        });
        if is_of_page && !is_in_table {
            let name = node.label().or_else(|| node.value()).unwrap_or_default();
            assert!(rect.min.x >= 0.0 && rect.max.x <= size[0] + 0.5, "{name}: {rect:?} of {size:?}");
        }
    }
}

#[test]
fn nothing_reaches_beyond_the_sides_in_both_languages() {
    for language in Language::ALL {
        for size in [LARGEST, SMALLEST, [900.0, 600.0]] {
            for page in [Page::People, Page::Revenue, Page::Sources, Page::Rules] {
                check_within(&small(language, size, page), size);
            }
        }
    }
}

#[track_caller]
fn check_list(language: Language, page: Page, shown: &str, ids: &[&str]) {
    let mut window = small(language, LARGEST, page);
    let name = format!("{} {}", says(&window, "filter-button"), says(&window, shown));
    click(&mut window, &name);
    let screen = Rect::from_min_size(pos2(0.0, 0.0), LARGEST.into());
    let all = ids.iter().map(|id| says(&window, id)).collect::<Vec<_>>();
    for text in &all {
        let found = window.get_by_role_and_label(Role::Button, text).rect();
        assert!(found.min.x >= 0.0 && found.max.x <= screen.max.x, "{text}: {found:?}");
    }
    click(&mut window, &all[0]);
    assert!(window.query_by_role_and_label(Role::Button, &name).is_none(), "{page:?} tells what it shows now");
}

#[test]
fn one_button_holds_the_filters_at_the_largest_zoom_in_both_languages() {
    for language in Language::ALL {
        let people = ["filter-holds-nothing", "filter-expires-soon", "exams-held", "command-copy", "command-ask-pass"];
        check_list(language, Page::People, "filter-everyone", &people);
        let sales = ["filter-counting", "sales-by-month", "command-copy", "command-ask-sale", "command-ask-rates"];
        check_list(language, Page::Revenue, "filter-all", &sales);
    }
}

#[track_caller]
fn check_panel(language: Language, open: impl Fn(&mut Window)) {
    let mut window = small(language, LARGEST, Page::Overview);
    open(&mut window);
    let close = says(&window, "command-close-person");
    let found = window.get_by_role_and_label(Role::Button, &close).rect();
    assert!(Rect::from_min_size(pos2(0.0, 0.0), LARGEST.into()).contains_rect(found), "{found:?}");
    assert!(window.query_by_role(Role::Grid).is_none(), "the panel is there in the table's place");
    check_within(&window, LARGEST);
    click(&mut window, &close);
    assert!(window.query_by_role(Role::Grid).is_some());
}

#[test]
fn a_panel_takes_the_place_of_the_table_at_the_largest_zoom() {
    for language in Language::ALL {
        check_panel(language, |window| {
            give(window, Command::Show(Page::People));
            click(window, "Carmen Iglesias");
        });
        check_panel(language, |window| {
            give(window, Command::Show(Page::Revenue));
            give(window, Command::SelectSale(Some(0)));
        });
    }
}

#[track_caller]
fn check_dialog(language: Language, ask: Command, button: &str) {
    let mut window = small(language, LARGEST, Page::Revenue);
    give(&mut window, ask);
    let screen = Rect::from_min_size(pos2(0.0, 0.0), LARGEST.into());
    for id in [button, "answer-cancel"] {
        let text = says(&window, id);
        let found = window.get_by_role_and_label(Role::Button, &text).rect();
        assert!(screen.contains_rect(found), "{text}: {found:?}");
    }
}

#[test]
fn dialogs_keep_their_buttons_in_sight_at_the_largest_zoom() {
    for language in Language::ALL {
        check_dialog(language, Command::AskSale, "command-assume-sale");
        check_dialog(language, Command::AskRates, "command-set-rates");
    }
}

#[test]
fn a_footer_and_the_last_rows_are_scrolled_to_by_the_wheel() {
    let mut window = small(Language::English, LARGEST, Page::Revenue);
    let footer = |window: &Window| window.get_by_label("count").rect();
    assert!(footer(&window).max.y > LARGEST[1]);
    for _ in 0..60 {
        let delta = egui::vec2(0.0, -200.0);
        let wheel = egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::NONE,
        };
        window.event(egui::Event::PointerMoved(pos2(200.0, 200.0)));
        window.event(wheel);
        window.step();
    }
    settle(&mut window);
    assert!(footer(&window).max.y <= LARGEST[1], "{:?}", footer(&window));
    assert!(rows_in_sight(&window, LARGEST) >= 2);
}

#[test]
fn edges_of_columns_have_names_and_follow_the_arrow_keys() {
    for language in Language::ALL {
        let mut window = small(language, [1280.0, 800.0], Page::Revenue);
        let texts = &window.state().state().texts;
        let name = texts.with("column-edge", &[("column", texts.get("column-date").into())]);
        let edge = |window: &Window| window.get_by_role_and_label(Role::Splitter, &name).rect().center().x;
        let before = edge(&window);
        window.get_by_role_and_label(Role::Splitter, &name).focus();
        window.run();
        window.key_press(egui::Key::ArrowRight);
        window.key_press(egui::Key::ArrowRight);
        window.run();
        assert!((edge(&window) - before - 16.0).abs() < 0.6, "{} after {before}", edge(&window));
        window.key_press(egui::Key::ArrowLeft);
        window.run();
        assert!((edge(&window) - before - 8.0).abs() < 0.6);
    }
}

#[test]
fn rows_cells_and_headings_tell_where_they_are() {
    let window = small(Language::English, [900.0, 600.0], Page::Revenue);
    let grid = window.get_by_role(Role::Grid).rect();
    for role in [Role::Row, Role::Cell, Role::ColumnHeader] {
        let found: Vec<Rect> = window.query_all_by_role(role).map(|node| node.rect()).collect();
        assert!(found.len() > 4 && found.iter().all(|rect| grid.expand(1.0).intersects(*rect)), "{role:?} {found:?}");
    }
}

#[test]
fn the_rules_are_read_before_there_are_files() {
    for language in Language::ALL {
        let app =
            App::new(&egui::Context::default(), Start::Empty, day("2017-07-03"), language, Box::new(NOBODY_ASKED));
        let mut window = window_of(app, [900.0, 600.0]);
        give(&mut window, Command::Show(Page::Rules));
        check_shows(&window, &["MB2-714", &says(&window, "open-other-rules")]);
        assert!(!shows(&window, &says(&window, "nobody-yet")));
    }
}

#[test]
fn a_dropped_rulebook_is_opened_as_one_whatever_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let text = touchstone::rulebook::builtins()[0].to_file().replacen("\"100000 USD\"", "\"70000 USD\"", 1);
    for (name, text) in [("own.json", text.clone()), ("own.txt", format!("\u{feff}\n {text}"))] {
        let file = written(folder.path(), name, &text);
        let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], NOBODY_ASKED);
        drop_files(&mut window, &[file]);
        assert_eq!(window.state().state().page, Page::Rules);
        check_shows(&window, &["At least 70,000 USD"]);
    }
    let faulty = written(folder.path(), "faulty.json", &text.replacen("\"70000 USD\"", "\"many USD\"", 1));
    let mut window = window_with(Start::Sample, Language::English, [1280.0, 800.0], NOBODY_ASKED);
    drop_files(&mut window, &[faulty]);
    check_shows(&window, &["faulty.json", "many USD"]);
}

#[test]
fn all_records_that_a_file_changed_are_listed_in_both_languages() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let head = "Customer,Product,Date,Amount,Currency,Association\n".to_owned();
        let rows = |from: usize, amount: usize| -> String {
            let row = |at: usize| format!("Customer {at},CRM Online,2017-05-02,{amount}.00,USD,DPOR\n");
            (from..40).map(row).collect::<Vec<_>>().concat()
        };
        let file = written(folder.path(), "sales.csv", &(head.clone() + &rows(0, 100)));
        let mut window = window_with(Start::Empty, language, [1280.0, 800.0], NOBODY_ASKED);
        drop_files(&mut window, &[file]);
        written(folder.path(), "sales.csv", &(head + &rows(5, 250)));
        let origin = window.state().state().workspace.sources[0].origin.clone();
        give(&mut window, Command::ReadAgain(origin));
        let show = says(&window, "command-show-changes");
        click(&mut window, &show);
        let texts = &window.state().state().texts;
        let (before, after) = (texts.money(100.into(), "USD"), texts.money(250.into(), "USD"));
        check_shows(&window, &[&format!("{before} → {after}"), &says(&window, "changes-title")]);
        let changes = window.state().state().changes.clone().unwrap();
        assert_eq!((changes.changed.samples.len(), changes.gone.samples.len()), (35, 5));
        window.key_press(egui::Key::Escape);
        settle(&mut window);
        assert!(window.state().state().changes.is_none());
    }
}

/// Goes by Tab from the search field on, and gives what each stop is called.
fn stops(window: &mut Window) -> Vec<String> {
    give(window, Command::Search);
    walk(window)
}

/// Goes on by Tab from where the keyboard is, and gives what each stop is called.
fn walk(window: &mut Window) -> Vec<String> {
    let mut stops: Vec<String> = Vec::new();
    for _ in 0..60 {
        window.key_press(egui::Key::Tab);
        window.run();
        let focused = window.query_all_by(|node: &AccessKitNode<'_>| node.is_focused()).last();
        stops.push(focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default());
    }
    stops
}

#[track_caller]
fn check_stops(stops: &[String], expected: &[&str]) {
    let mut at = 0;
    for name in expected {
        let found = stops[at..].iter().position(|stop| stop.starts_with(name));
        at += found.unwrap_or_else(|| panic!("{name} after {at} in {stops:?}"));
    }
}

#[test]
fn tab_goes_through_a_page_as_one_reads_it() {
    let mut window = small(Language::English, [1280.0, 800.0], Page::People);
    give(&mut window, Command::SelectPerson(Some(touchstone::ledger::PersonId(0))));
    let filters = ["Show Everyone", "Exams shown", "Copy", "Assume a pass…"];
    let then = ["People", "Name", "MB2-714", "Width of Name", "Close", "Seat", "What if this person leaves?"];
    check_stops(&stops(&mut window), &[&filters[..], &then[..]].concat());

    let mut window = small(Language::Spanish, [1280.0, 800.0], Page::Revenue);
    give(&mut window, Command::SelectSale(Some(3)));
    let filters = ["Ver Todas las ventas", "Por fila", "Copiar"];
    check_stops(&stops(&mut window), &[&filters[..], &["Ingresos", "Fecha", "Ancho de Fecha", "Cerrar"]].concat());
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    assert!(window.state().state().sales.selected.is_none());
    window.get_by_role_and_label(Role::TextInput, "Buscar entre 58 ventas…");
}

#[test]
fn tab_goes_through_the_sidebar_then_the_top_bar_then_the_page() {
    for language in Language::ALL {
        for size in [[1280.0, 800.0], [900.0, 600.0]] {
            let mut window = small(language, size, Page::Overview);
            let pages = Page::ALL.into_iter().filter(|page| *page != Page::Settings).chain([Page::Settings]);
            let pages = pages.map(|page| says(&window, page.text_id()));
            let then = ["language", "command-import", "command-print"].map(|id| says(&window, id));
            let expected: Vec<String> = pages.chain(then).collect();
            let stops = walk(&mut window);
            check_stops(&stops, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

#[test]
fn the_page_stays_where_it_is_while_the_top_bar_has_the_keyboard() {
    let mut window = small(Language::English, LARGEST, Page::Settings);
    let about = says(&window, "about-fonts");
    let place = |window: &Window| window.get_by_label(&about).rect().min.y;
    for _ in 0..60 {
        window.event(egui::Event::PointerMoved(pos2(200.0, 200.0)));
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -200.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::NONE,
        });
        window.step();
    }
    settle(&mut window);
    let before = place(&window);
    assert!(before < LARGEST[1], "{before}");
    let print = says(&window, "command-print");
    window.get_by_role_and_label(Role::Button, &print).focus();
    settle(&mut window);
    assert!((place(&window) - before).abs() < 0.5, "{} after {before}", place(&window));
}

#[test]
fn exams_of_a_seat_are_read_in_the_smallest_window() {
    for language in Language::ALL {
        let window = small(language, LARGEST, Page::Checklist);
        let exams: Vec<Rect> = window.query_all_by_label_contains("MB2-712 ").map(|node| node.rect()).collect();
        assert!(!exams.is_empty() && exams.iter().all(|rect| rect.height() < 80.0), "{exams:?}");
    }
}

#[test]
fn what_gets_the_keyboard_is_scrolled_into_sight() {
    let mut window = small(Language::English, LARGEST, Page::Sources);
    let screen = Rect::from_min_size(pos2(0.0, 0.0), LARGEST.into()).expand(1.0);
    let mut seen = 0;
    for _ in 0..40 {
        window.key_press(egui::Key::Tab);
        window.run();
        let focused = window.query_all_by(|node| node.is_focused() && node.role() == Role::Button).last();
        let Some(rect) = focused.map(|node| node.rect()).filter(|rect| rect.min.x > 60.0) else { continue };
        if rect.min.y >= TOP_BAR {
            assert!(screen.contains_rect(rect), "{rect:?}");
            seen += 1;
        }
    }
    assert!(seen > 8, "{seen}");
}
