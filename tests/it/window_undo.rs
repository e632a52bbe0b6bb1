//! Everything that changes the workspace is one step that can be undone and done again.

use std::path::Path;
use std::sync::Arc;

use egui::{Key, Modifiers};
use touchstone::evaluator::WindowKind;
use touchstone::import::DateOrder;
use touchstone::ledger::AssumedSale;
use touchstone::rulebook::Market;
use touchstone::texts::Language;
use touchstone::ui::{Choose, Command, Page, PeopleColumn, Preview, SalesColumn, SalesFilter, Start, Whose};
use touchstone::workspace::Workspace;

use crate::company::day;
use crate::window::{NOBODY_ASKED, Window, drop_files, settle, window_with, written};

const EXAMS: &str = "Name,Exam,Date\nAna Núñez,MB2-714,2016-03-02\nÍñigo Peña,MB2-712,2016-05-20\n";
const MORE: &str = "Name,Exam,Date\nAna Núñez,MB2-714,2016-03-02\nMarta Ruiz,MB2-713,2016-07-01\n";
const LATER: &str = "Name,Exam,Date\nLeire Sanz,MB2-7l8,2016-08-01\n";
const AMBIGUOUS: &str = "Name,Exam,Date\nAna Núñez,MB2-714,05/06/2016\nÍñigo Peña,MB2-712,07/08/2016\n";

/// Whether a command changes the workspace, and not for another one. Each that does has a row in the table below; the compiler
/// asks here for a new one.
#[expect(clippy::too_many_lines, reason = "a line for each command")]
fn changes_the_workspace(command: &Command) -> bool {
    match command {
        Command::ImportFiles(_)
        | Command::ReadAgain(_)
        | Command::UseInstead { .. }
        | Command::RemoveSource(_)
        | Command::TakeIn
        | Command::Join { .. }
        | Command::Part { .. }
        | Command::TakeBackPair { .. }
        | Command::ReadExam { .. }
        | Command::AssumePassed { .. }
        | Command::AssumeLeft { .. }
        | Command::Associate { .. }
        | Command::SetRates(_)
        | Command::AssumeSale(_)
        | Command::RemoveResult(_)
        | Command::KeepResult
        | Command::NameCompany(_)
        | Command::ForgetSale(_)
        | Command::OpenRulebookFile(_)
        | Command::ClearAssumptions
        | Command::Pin { .. }
        | Command::KeepOut { .. }
        | Command::SetMarket(_)
        | Command::SetAsOf(_)
        | Command::SetWindow(_)
        | Command::AssumeAssociated(_)
        | Command::UseRulebook { .. } => true,
        // Another workspace comes, or this one goes to its file, or back by a step.
        Command::Undo
        | Command::Redo
        | Command::New
        | Command::Open
        | Command::OpenFile(_)
        | Command::Save
        | Command::SaveAs
        | Command::Restore(_)
        | Command::Discard(_)
        | Command::Answer(_)
        | Command::Close
        | Command::OpenSample
        | Command::CloseSample
        // A file is chosen, or chosen about, before it is taken in; or written.
        | Command::Import
        | Command::CancelImport
        | Command::LookAt(_)
        | Command::OpenRulebook
        | Command::SaveLeftOut(_)
        | Command::Choose(_)
        | Command::TypePassword(_)
        | Command::TypePerson(_)
        | Command::ShowTable(_)
        | Command::SkipFile { .. }
        | Command::Print
        | Command::Export
        | Command::SaveExport(_)
        | Command::OpenSaved(_)
        | Command::PrintPerson(_)
        | Command::Preview(_)
        // Something else is shown.
        | Command::Show(_)
        | Command::LookAtFiles
        | Command::FilterFindings(_)
        | Command::CopyFindings
        | Command::CopyChecklist
        | Command::CopyFaults
        | Command::DismissFaults
        | Command::Search
        | Command::ShowRow(_)
        | Command::ShowChanges(_)
        | Command::CloseForm
        | Command::Fill(_)
        | Command::AskRates
        | Command::AskSale
        | Command::AskPass
        | Command::Copy(_)
        | Command::SelectSale(_)
        | Command::SortGroups(_)
        | Command::OnlySales(_)
        | Command::ShowBy(_)
        | Command::ShowExams(_)
        | Command::FilterPeople(_)
        | Command::CompareTo(_)
        | Command::CompareFrom(_)
        | Command::MarkPalette(_)
        | Command::SearchPalette(_)
        | Command::TogglePalette
        | Command::CopyText(_)
        | Command::TypeCompany(_)
        | Command::SetZoom(_)
        | Command::ZoomOut
        | Command::ZoomIn
        | Command::SearchOther(_)
        | Command::ShowOption(_)
        | Command::ShowLevel(_)
        | Command::SetLanguage(_)
        | Command::SetTheme(_)
        | Command::DismissNotice(_)
        | Command::TypeDate(_)
        | Command::LeafCalendar(_)
        | Command::SearchPeople(_)
        | Command::SortPeople(_)
        | Command::SelectPerson(_)
        | Command::SearchSales(_)
        | Command::FilterSales(_)
        | Command::SortSales(_) => false,
    }
}

/// A window on two files that share a record, with another that waits on the import page.
fn window(folder: &Path) -> Window {
    let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], NOBODY_ASKED);
    for (name, content) in [("exams.csv", EXAMS), ("more.csv", MORE), ("dates.csv", AMBIGUOUS)] {
        drop_files(&mut window, &[written(folder, name, content)]);
    }
    window
}

fn give(window: &mut Window, command: Command) {
    window.state_mut().give(command);
    settle(window);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn workspace(window: &Window) -> Arc<Workspace> {
    window.state().state().workspace.clone()
}

/// Gives a command, undoes it and does it again.
#[track_caller]
fn check_step(window: &mut Window, command: Command) {
    let told = format!("{command:?}");
    assert!(changes_the_workspace(&command), "{told}");
    let before = workspace(window);
    give(window, command);
    let after = workspace(window);
    assert!(before != after, "{told} changes nothing");
    press(window, Modifiers::COMMAND, Key::Z);
    assert!(workspace(window) == before, "{told} is not undone");
    assert!(shown_is_of(window, &before), "{told} is still shown");
    press(window, Modifiers::COMMAND, Key::Y);
    assert!(workspace(window) == after, "{told} is not done again");
    assert!(shown_is_of(window, &after), "{told} is not shown again");
}

/// Whether the result that is shown is a workspace's.
fn shown_is_of(window: &Window, workspace: &Workspace) -> bool {
    let shown = window.state().state().outcome.as_ref().map(|outcome| outcome.readiness.clone());
    shown == Some(workspace.evaluate(&workspace.ledger()))
}

#[test]
fn every_change_is_one_step_that_can_be_undone_and_redone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    let ana = || "ana núñez".to_owned();
    let pair = || (ana(), "íñigo peña".to_owned());
    let origins: Vec<Arc<str>> = workspace(&window).sources().map(|source| source.origin.clone()).collect();
    let [exams, more] = origins.as_slice() else { panic!("{origins:?}") };
    let later = written(folder.path(), "later.csv", LATER);
    written(folder.path(), "exams.csv", MORE);
    give(&mut window, Command::Choose(Choose::DateOrder(Some(DateOrder::DayFirst))));

    let assume = |assume: bool| Command::AssumePassed { person: ana(), exams: vec!["MB2-710".to_owned()], assume };
    let pin = |role: Option<&str>| Command::Pin { person: ana(), role: role.map(str::to_owned) };
    let read = |code: Option<&str>| Command::ReadExam { written: "MB2-7l8".to_owned(), code: code.map(str::to_owned) };
    let rules = |edition: Option<&str>| Command::UseRulebook {
        id: "cloud-crm".to_owned(),
        edition: edition.map(str::to_owned),
    };
    let steps = [
        Command::TakeIn,
        Command::ImportFiles(vec![later]),
        Command::ReadAgain(exams.clone()),
        Command::UseInstead { file: more.clone(), other: (exams.clone(), "exams.csv".into()) },
        Command::RemoveSource(more.clone()),
        assume(true),
        assume(false),
        assume(true),
        Command::ClearAssumptions,
        Command::AssumeLeft { person: ana(), assume: true },
        Command::AssumeLeft { person: ana(), assume: false },
        pin(Some("application")),
        pin(None),
        Command::KeepOut { person: ana(), keep_out: true },
        Command::KeepOut { person: ana(), keep_out: false },
        Command::Join { pair: pair() },
        Command::Part { pair: pair() },
        Command::TakeBackPair { pair: pair() },
        read(Some("MB2-718")),
        read(None),
        Command::SetMarket(Market::Developing),
        Command::SetWindow(WindowKind::FullMonths),
        Command::SetAsOf(day("2017-06-30")),
        Command::AssumeAssociated(true),
        Command::AssumeSale(AssumedSale { date: day("2017-07-01"), amount: 1000.into(), currency: "USD".into() }),
        Command::ForgetSale(0),
        Command::SetRates([("EUR".to_owned(), 2.into())].into()),
        Command::Associate { whose: Whose::File("exams.csv".into()), associated: true },
        Command::Associate { whose: Whose::Customer("Fabrikam".into()), associated: true },
        Command::KeepResult,
        Command::RemoveResult(day("2017-07-03")),
        rules(Some("2017-12")),
        rules(None),
    ];
    let mut states = vec![workspace(&window)];
    for step in steps {
        check_step(&mut window, step);
        states.push(workspace(&window));
    }
    check_step(&mut window, Command::NameCompany("Alborán".to_owned()));
    states.push(workspace(&window));
    for before in states.iter().rev().skip(1) {
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert!(workspace(&window) == *before);
    }
    for after in &states[1..] {
        press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert!(workspace(&window) == *after);
    }
}

/// Gives a command that changes nothing, or nothing any more.
#[track_caller]
fn check_no_step(window: &mut Window, command: Command) {
    let told = format!("{command:?}");
    let before = (workspace(window), window.state().state().undo.next().map(|step| step.id));
    give(window, command);
    let after = (workspace(window), window.state().state().undo.next().map(|step| step.id));
    assert!(Arc::ptr_eq(&before.0, &after.0) && before.1 == after.1, "{told}");
}

#[test]
fn what_is_so_already_is_no_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    let person = || "ana núñez".to_owned();
    let pair = || (person(), "íñigo peña".to_owned());
    let settings = workspace(&window).settings.clone();
    for command in [
        Command::SetMarket(settings.market),
        Command::SetAsOf(settings.as_of),
        Command::SetWindow(settings.window),
        Command::AssumeAssociated(settings.assume_associated),
        Command::UseRulebook { id: "cloud-crm".to_owned(), edition: None },
        Command::AssumePassed { person: person(), exams: vec!["MB2-710".to_owned()], assume: false },
        Command::ClearAssumptions,
        Command::AssumeLeft { person: person(), assume: false },
        Command::ForgetSale(0),
        Command::Pin { person: person(), role: None },
        Command::KeepOut { person: person(), keep_out: false },
        Command::TakeBackPair { pair: pair() },
        Command::ReadExam { written: "MB2-7l8".to_owned(), code: None },
        Command::RemoveSource("elsewhere.csv".into()),
        Command::ReadAgain("elsewhere.csv".into()),
        Command::UseInstead { file: "elsewhere.csv".into(), other: ("nowhere.csv".into(), "nowhere.csv".into()) },
    ] {
        assert!(changes_the_workspace(&command), "{command:?}");
        check_no_step(&mut window, command);
    }
    let origin = workspace(&window).sources[0].origin.clone();
    check_no_step(&mut window, Command::ReadAgain(origin));
    give(&mut window, Command::Part { pair: pair() });
    give(&mut window, Command::Part { pair: ("íñigo peña".to_owned(), "marta ruiz".to_owned()) });
    check_no_step(&mut window, Command::Part { pair: pair() });
    check_no_step(&mut window, Command::Part { pair: ("íñigo peña".to_owned(), person()) });
}

#[test]
fn what_is_only_shown_or_chosen_about_is_no_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    let origin = workspace(&window).sources[0].origin.clone();
    let pages = Page::ALL.into_iter().map(Command::Show);
    let others = [
        Command::LookAt(origin),
        Command::Choose(Choose::DateOrder(Some(DateOrder::MonthFirst))),
        Command::TypePassword("secret".to_owned()),
        Command::TypePerson("Ana".to_owned()),
        Command::ShowTable(0),
        Command::SkipFile { known: false },
        Command::CancelImport,
        Command::Import,
        Command::Print,
        Command::Export,
        Command::CloseForm,
        Command::Preview(Preview::Send),
        Command::Preview(Preview::Close),
        Command::PrintPerson("ana núñez".to_owned()),
        Command::Preview(Preview::Close),
        Command::Search,
        Command::SearchOther("Ana".to_owned()),
        Command::ShowOption(0),
        Command::ShowLevel(touchstone::rulebook::LevelId::Silver),
        Command::SetLanguage(Language::Spanish),
        Command::SetTheme(egui::ThemePreference::Dark),
        Command::DismissNotice(0),
        Command::TypeDate("2017".to_owned()),
        Command::LeafCalendar(day("2016-01-01")),
        Command::SearchPeople("Ana".to_owned()),
        Command::SortPeople(PeopleColumn::Takes),
        Command::SelectPerson(None),
        Command::SearchSales("CRM".to_owned()),
        Command::FilterSales(SalesFilter::Counting),
        Command::SortSales(SalesColumn::Amount),
    ];
    for command in pages.chain(others) {
        assert!(!changes_the_workspace(&command), "{command:?}");
        check_no_step(&mut window, command);
    }
}

#[test]
fn what_is_said_of_somebody_follows_them_when_they_are_joined() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    let other = "íñigo peña".to_owned();
    give(&mut window, Command::Pin { person: other.clone(), role: Some("application".to_owned()) });
    give(&mut window, Command::AssumePassed { person: other.clone(), exams: vec!["MB2-710".to_owned()], assume: true });
    give(&mut window, Command::Join { pair: ("ana núñez".to_owned(), other) });
    let workspace = workspace(&window);
    let people: Vec<String> = workspace.ledger().people.iter().map(|person| person.id.clone()).collect();
    assert!(people.contains(&workspace.assumptions.passes[0].person), "{people:?}");
    assert!(workspace.settings.pins.keys().all(|person| people.contains(person)), "{people:?}");
}
