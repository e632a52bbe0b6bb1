//! The tables of people and sales, driven as a user would.

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use touchstone::evaluator::SaleLeftOut;
use touchstone::ledger::{AssumedSale, Sale};
use touchstone::texts::{Language, Texts};
use touchstone::ui::{
    Command, Form, GroupColumn, Only, Page, PassForm, PeopleColumn, PeopleExams, PeopleFilter, SalesBy, SalesFilter,
    Start, Whose,
};

use crate::company::day;
use crate::window::{
    NOBODY_ASKED, Window, check_shows, click, drop_files, open, sample, settle, shows, window_with, written,
};

/// Gives a command as a page would.
fn give(window: &mut Window, command: Command) {
    window.state_mut().give(command);
    settle(window);
}

fn names(window: &Window) -> Vec<String> {
    let state = window.state().state();
    let people = &state.outcome.as_ref().unwrap().ledger.people;
    state.people.rows.iter().map(|at| people[*at].label().to_owned()).collect()
}

fn sales(window: &Window) -> Vec<Sale> {
    let state = window.state().state();
    state.sales.rows.iter().map(|at| state.outcome.as_ref().unwrap().ledger.sales[*at].clone()).collect()
}

/// Puts the keyboard on the page's table.
fn focus_table(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Grid, name).focus();
    window.run();
}

fn copied(window: &Window) -> Option<String> {
    window.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

/// Goes on frame by frame until something was copied.
#[track_caller]
fn wait_for_copy(window: &mut Window) -> String {
    for _ in 0..2000 {
        window.step();
        if let Some(text) = copied(window) {
            return text;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    panic!("nothing was copied");
}

#[test]
fn people_are_searched_without_accents_in_both_languages() {
    for language in Language::ALL {
        let mut window = sample(language);
        open(&mut window, Page::People);
        give(&mut window, Command::SearchPeople("nunez ana".to_owned()));
        assert_eq!(names(&window), ["Ana Núñez"]);
    }
}

#[test]
fn people_are_filtered_by_what_they_hold() {
    let mut window = sample(Language::English);
    open(&mut window, Page::People);
    let all = names(&window).len();
    click(&mut window, "Show Everyone");
    click(&mut window, "Holds nothing that counts");
    let nothing = names(&window);
    assert!(!nothing.contains(&"Ana Núñez".to_owned()) && !nothing.is_empty() && nothing.len() < all);
    give(&mut window, Command::FilterPeople(PeopleFilter::Qualifies(1)));
    assert!(names(&window).contains(&"Íñigo Peña".to_owned()));
    give(&mut window, Command::FilterPeople(PeopleFilter::ExpiresSoon));
    assert!(names(&window).len() < all);
}

#[test]
fn the_filter_speaks_spanish() {
    let mut window = sample(Language::Spanish);
    open(&mut window, Page::People);
    click(&mut window, "Ver Todas las personas");
    click(&mut window, "Caduca en 90 días");
    assert_eq!(window.state().state().people.filter, PeopleFilter::ExpiresSoon);
}

#[test]
fn all_exams_that_anyone_holds_get_a_column() {
    let mut window = sample(Language::English);
    open(&mut window, Page::People);
    let few = window.state().state().people.columns.len();
    give(&mut window, Command::ShowExams(PeopleExams::Held));
    assert_ne!(window.state().state().people.columns.len(), few);
    give(&mut window, Command::SortPeople(PeopleColumn::Exam(0)));
    assert!(!names(&window).is_empty());
}

#[test]
fn a_table_is_moved_through_by_keyboard() {
    let mut window = sample(Language::English);
    open(&mut window, Page::People);
    focus_table(&mut window, "People");
    for key in [Key::ArrowDown, Key::ArrowDown, Key::PageDown, Key::End, Key::Home, Key::ArrowDown] {
        window.key_press(key);
        window.run();
    }
    window.key_press(Key::Enter);
    settle(&mut window);
    let state = window.state().state();
    assert_eq!(state.people.selected.map(|person| person.0), Some(state.people.rows[1]));
    // The open panel goes along.
    let second = state.people.rows[2];
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    assert_eq!(window.state().state().people.selected.map(|person| person.0), Some(second));
}

#[test]
fn rows_and_cells_are_named_for_those_who_listen() {
    let mut window = sample(Language::English);
    open(&mut window, Page::People);
    let rows: Vec<String> = window
        .get_all_by(|node| node.role() == Role::Row)
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    assert!(rows.iter().any(|row| row.starts_with("Ana Núñez, Holds MB2-714")), "{rows:?}");
    assert!(window.query_all_by(|node| node.role() == Role::Cell).count() >= rows.len());
    assert!(window.query_all_by(|node| node.role() == Role::ColumnHeader).next().is_some());
}

#[test]
fn rows_are_copied_as_text_with_tabs() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Revenue);
    focus_table(&mut window, "Revenue");
    window.key_press(Key::Home);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.run();
    window.event(egui::Event::Copy);
    let text = wait_for_copy(&mut window);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], "Date\tCustomer\tProduct\tAmount\tCounts\tFrom");
    assert!(lines.iter().all(|line| line.matches('\t').count() == 5));
}

#[test]
fn all_that_is_shown_is_copied_by_the_button() {
    let mut window = sample(Language::Spanish);
    open(&mut window, Page::People);
    let rows = names(&window).len();
    window.get_by_role_and_label(Role::Button, "Copiar").click();
    let text = wait_for_copy(&mut window);
    assert_eq!(text.lines().count(), rows + 1);
    assert!(text.starts_with("Nombre\t"));
}

#[test]
fn sales_are_added_up_by_customer_and_a_click_shows_the_rows() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Revenue);
    click(&mut window, "By row");
    click(&mut window, "By customer");
    let state = window.state().state();
    let counted: rust_decimal::Decimal = state.sales.groups.iter().map(|group| group.counted).sum();
    assert_eq!(counted, "127350".parse().unwrap());
    give(&mut window, Command::SortGroups(GroupColumn::Of));
    give(&mut window, Command::OnlySales(Some(Only::Customer("Coho Winery".into()))));
    assert!(!sales(&window).is_empty() && sales(&window).iter().all(|sale| &*sale.customer == "Coho Winery"));
    click(&mut window, "Show the sales of all again");
    assert!(window.state().state().sales.only.is_none());
}

#[test]
fn months_follow_the_filter() {
    let mut window = sample(Language::Spanish);
    open(&mut window, Page::Revenue);
    give(&mut window, Command::ShowBy(SalesBy::Month));
    give(&mut window, Command::FilterSales(SalesFilter::Counting));
    let groups = &window.state().state().sales.groups;
    assert!(!groups.is_empty() && groups.iter().all(|group| group.left_out.sales == 0));
}

#[test]
fn a_sales_panel_shows_where_it_was_read() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Revenue);
    let first = window.state().state().sales.rows[0];
    give(&mut window, Command::SelectSale(Some(first)));
    check_shows(&window, &["alboran-revenue.xlsx", "Sheet", "Row", "Association"]);
    click(&mut window, "Close");
    assert!(window.state().state().sales.selected.is_none());
}

/// Two files without a word on the association.
fn two_files(language: Language) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let head = "Customer,Product,Date,Amount,Currency\n";
    let one = written(folder.path(), "one.csv", &format!("{head}Fabrikam,CRM Online,2017-05-02,1200.00,USD\n"));
    let two = format!("{head}Contoso,CRM Online,2017-05-03,300.00,EUR\nFabrikam,CRM Online,2017-05-04,5.00,USD\n");
    let two = written(folder.path(), "two.csv", &two);
    let mut window = window_with(Start::Empty, language, [1280.0, 800.0], NOBODY_ASKED);
    drop_files(&mut window, &[one, two]);
    open(&mut window, Page::Revenue);
    (folder, window)
}

fn counting(window: &Window) -> usize {
    window.state().state().outcome.as_ref().unwrap().sales_counted
}

#[test]
fn customers_are_said_to_be_associated_file_by_file() {
    for (language, are_associated) in
        [(Language::English, "These customers are associated"), (Language::Spanish, "Estos clientes están asociados")]
    {
        let texts = Texts::new(language);
        let unknown = |sales: usize| {
            texts.with("association-unknown", &[("count", sales.into()), ("number", sales.to_string().into())])
        };
        let (_folder, mut window) = two_files(language);
        check_shows(&window, &[&unknown(3)]);
        click(&mut window, are_associated);
        click(&mut window, &texts.with("associated-of", &[("file", "one.csv".into()), ("count", 1.into())]));
        assert_eq!(counting(&window), 1);
        check_shows(&window, &[&unknown(2)]);
        give(&mut window, Command::Undo);
        assert_eq!(counting(&window), 0);
    }
}

#[test]
fn one_customer_is_said_to_be_associated() {
    let (_folder, mut window) = two_files(Language::English);
    give(&mut window, Command::Associate { whose: Whose::Customer("Fabrikam".into()), associated: true });
    assert_eq!(counting(&window), 2);
}

#[test]
fn an_exchange_rate_makes_sales_count_and_is_undone() {
    let (_folder, mut window) = two_files(Language::English);
    give(&mut window, Command::AssumeAssociated(true));
    assert_eq!(counting(&window), 2);
    click(&mut window, "Exchange rates…");
    give(&mut window, Command::Fill(Form::Rates(vec![("EUR".to_owned(), "much".to_owned())])));
    check_shows(&window, &["1 EUR =", "Write a number above zero"]);
    give(&mut window, Command::Fill(Form::Rates(vec![("EUR".to_owned(), "1,0923".to_owned())])));
    click(&mut window, "Use these rates");
    assert_eq!(counting(&window), 3);
    assert!(window.state().state().form.is_none());
    give(&mut window, Command::Undo);
    assert_eq!(counting(&window), 2);
    let outcome = window.state().state().outcome.clone().unwrap();
    assert!(outcome.readiness.sales.contains(&Some(SaleLeftOut::NoRate)));
}

#[test]
fn an_assumed_sale_looks_assumed_and_is_undone() {
    for language in Language::ALL {
        let mut window = sample(language);
        open(&mut window, Page::Revenue);
        let before = counting(&window);
        let sale = AssumedSale { date: day("2017-06-20"), amount: "180000".parse().unwrap(), currency: "USD".into() };
        give(&mut window, Command::AssumeSale(sale));
        assert_eq!(counting(&window), before + 1);
        assert!(shows(&window, if language == Language::English { "Assumed sale" } else { "Venta supuesta" }));
        give(&mut window, Command::Undo);
        assert_eq!(counting(&window), before);
    }
}

#[test]
fn a_sale_is_assumed_in_a_dialog() {
    let mut window = sample(Language::Spanish);
    open(&mut window, Page::Revenue);
    click(&mut window, "Suponer una venta…");
    let Some(Form::Sale(mut form)) = window.state().state().form.clone() else { panic!("no form") };
    form.amount = "15.000,50".to_owned();
    give(&mut window, Command::Fill(Form::Sale(form)));
    click(&mut window, "Suponerla");
    let assumed = &window.state().state().workspace.assumptions.sales;
    assert_eq!(assumed[0].amount, "15000.50".parse().unwrap());
}

#[test]
fn a_pass_is_assumed_in_a_dialog() {
    let mut window = sample(Language::English);
    open(&mut window, Page::People);
    click(&mut window, "Assume a pass…");
    let form = PassForm { search: "Ana Núñez".to_owned(), person: None, exam: Some("MB2-710".to_owned()) };
    give(&mut window, Command::Fill(Form::Pass(form)));
    let modal: Vec<_> = window.get_all_by_role_and_label(Role::Button, "Ana Núñez").collect();
    modal.last().unwrap().click();
    drop(modal);
    settle(&mut window);
    click(&mut window, "Assume passed");
    assert_eq!(window.state().state().workspace.assumptions.passes.len(), 1);
}
