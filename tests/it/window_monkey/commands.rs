//! Random commands of every kind, about things that the window holds and now and then about things that it doesn't.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::ThemePreference;
use touchstone::evaluator::{SaleLeftOut, WindowKind};
use touchstone::import::{AmountsAre, DELIMITERS, DateOrder, DecimalSign, ENCODINGS, Field};
use touchstone::ledger::{AssumedSale, PersonId, SheetKind};
use touchstone::printing::Sides;
use touchstone::report::pdf::{Paper, Part};
use touchstone::report::{CsvStyle, Export};
use touchstone::rulebook::{LevelId, Market, builtins};
use touchstone::texts::Language;
use touchstone::ui::{
    Answer, Choose, Command, Form, GroupColumn, Only, Page, PageZoom, PeopleColumn, PeopleExams, PeopleFilter, Preview,
    Rows, SalesBy, SalesColumn, SalesFilter, State, Whose,
};

use super::dice::Dice;

/// A random command. Those that read or write files, or leave the workspace, are seldom: they take their time.
pub fn command(dice: &mut Dice, state: &State, files: &[PathBuf]) -> Command {
    let commands = match () {
        () if dice.one_in(60) => about_files(dice, state, files),
        () if state.file.ask.is_some() && dice.one_in(3) => answers(),
        () if state.print.is_some() && dice.one_in(2) => about_print(dice),
        () if state.page == Page::Import && dice.one_in(3) => about_review(dice, state),
        () if dice.one_in(4) => about_workspace(dice, state),
        () => about_view(dice, state),
    };
    dice.pick(&commands)
}

/// Which kind a command is of. A new kind needs a number here, and must come from one of the functions below.
#[expect(clippy::too_many_lines, reason = "a line for each command")]
pub fn kind(command: &Command) -> usize {
    match command {
        Command::New => 0,
        Command::Open => 1,
        Command::OpenFile(_) => 2,
        Command::Save => 3,
        Command::SaveAs => 4,
        Command::Restore(_) => 5,
        Command::Discard(_) => 6,
        Command::Answer(_) => 7,
        Command::Close => 8,
        Command::Import => 9,
        Command::ImportFiles(_) => 10,
        Command::CancelImport => 11,
        Command::OpenSample => 12,
        Command::CloseSample => 13,
        Command::RemoveSource(_) => 14,
        Command::LookAt(_) => 15,
        Command::ReadAgain(_) => 16,
        Command::UseInstead { .. } => 17,
        Command::SaveLeftOut(_) => 18,
        Command::Choose(_) => 19,
        Command::TypePassword(_) => 20,
        Command::TypePerson(_) => 21,
        Command::ShowTable(_) => 22,
        Command::TakeIn => 23,
        Command::SkipFile { .. } => 24,
        Command::Join { .. } => 25,
        Command::Part { .. } => 26,
        Command::TakeBackPair { .. } => 27,
        Command::ReadExam { .. } => 28,
        Command::SearchOther(_) => 29,
        Command::Undo => 30,
        Command::Redo => 31,
        Command::Print => 32,
        Command::Show(_) => 33,
        Command::Search => 34,
        Command::ShowOption(_) => 35,
        Command::ShowLevel(_) => 36,
        Command::UseRulebook { .. } => 37,
        Command::AssumePassed { .. } => 38,
        Command::ClearAssumptions => 39,
        Command::Pin { .. } => 40,
        Command::KeepOut { .. } => 41,
        Command::SetMarket(_) => 42,
        Command::SetAsOf(_) => 43,
        Command::SetWindow(_) => 44,
        Command::AssumeAssociated(_) => 45,
        Command::SetLanguage(_) => 46,
        Command::SetTheme(_) => 47,
        Command::DismissNotice(_) => 48,
        Command::TypeDate(_) => 49,
        Command::LeafCalendar(_) => 50,
        Command::SearchPeople(_) => 51,
        Command::SortPeople(_) => 52,
        Command::SelectPerson(_) => 53,
        Command::SearchSales(_) => 54,
        Command::FilterSales(_) => 55,
        Command::SortSales(_) => 56,
        Command::LookAtFiles => 57,
        Command::FilterFindings(_) => 58,
        Command::CopyFindings => 59,
        Command::CopyChecklist => 60,
        Command::OpenRulebook => 61,
        Command::OpenRulebookFile(_) => 62,
        Command::CopyFaults => 63,
        Command::DismissFaults => 64,
        Command::AssumeLeft { .. } => 65,
        Command::ForgetSale(_) => 66,
        Command::ZoomIn => 67,
        Command::ZoomOut => 68,
        Command::SetZoom(_) => 69,
        Command::TypeCompany(_) => 70,
        Command::NameCompany(_) => 71,
        Command::CopyText(_) => 72,
        Command::TogglePalette => 73,
        Command::SearchPalette(_) => 74,
        Command::MarkPalette(_) => 75,
        Command::KeepResult => 76,
        Command::RemoveResult(_) => 77,
        Command::CompareFrom(_) => 78,
        Command::CompareTo(_) => 79,
        Command::FilterPeople(_) => 80,
        Command::ShowExams(_) => 81,
        Command::ShowBy(_) => 82,
        Command::OnlySales(_) => 83,
        Command::SortGroups(_) => 84,
        Command::SelectSale(_) => 85,
        Command::Copy(_) => 86,
        Command::AskPass => 87,
        Command::AskSale => 88,
        Command::AskRates => 89,
        Command::Fill(_) => 90,
        Command::CloseForm => 91,
        Command::AssumeSale(_) => 92,
        Command::SetRates(_) => 93,
        Command::Associate { .. } => 94,
        Command::ShowRow(_) => 95,
        Command::Export => 96,
        Command::SaveExport(_) => 97,
        Command::OpenSaved(_) => 98,
        Command::PrintPerson(_) => 99,
        Command::Preview(_) => 100,
        Command::ShowChanges(_) => 101,
    }
}

/// How many kinds there are.
pub const KINDS: usize = 102;

/// What reads or writes files, or leaves the workspace.
fn about_files(dice: &mut Dice, state: &State, files: &[PathBuf]) -> Vec<Command> {
    let origins: Vec<Arc<str>> = state.workspace.sources().map(|source| source.origin.clone()).collect();
    let mut origin = || dice.pick_or(&origins, "no such file".into());
    let (at, other) = (origin(), origin());
    let left = state.file.offers.iter().map(|offer| offer.at.clone()).collect::<Vec<_>>();
    let left = dice.pick_or(&left, "nothing left".into());
    let some = (0..dice.below(3)).map(|_| dice.pick(files)).collect();
    vec![
        Command::New,
        Command::Open,
        Command::OpenFile(dice.pick(files)),
        Command::OpenFile("no such file.touchstone".into()),
        Command::Save,
        Command::SaveAs,
        Command::Restore(left.clone()),
        Command::Discard(left),
        Command::Close,
        Command::Import,
        Command::ImportFiles(some),
        Command::ImportFiles(vec![dice.pick(files)]),
        Command::CancelImport,
        Command::OpenSample,
        Command::OpenSample,
        Command::CloseSample,
        Command::RemoveSource(at.clone()),
        Command::LookAt(at.clone()),
        Command::ReadAgain(at.clone()),
        Command::UseInstead { file: at.clone(), other: (other.clone(), other) },
        Command::SaveLeftOut(at.clone()),
        Command::Print,
        Command::Export,
        Command::SaveExport(Export::Csv(None, CsvStyle::Comma)),
        Command::SaveExport(Export::Json),
        Command::OpenSaved(dice.pick(files)),
        Command::PrintPerson(dice.text()),
        Command::LookAtFiles,
        Command::FilterFindings(Some(at)),
        Command::FilterFindings(None),
        Command::CopyFindings,
        Command::CopyChecklist,
        Command::OpenRulebook,
        Command::OpenRulebookFile(dice.pick(files)),
        Command::CopyFaults,
        Command::DismissFaults,
    ]
}

/// What answers a question about the workspace.
fn answers() -> Vec<Command> {
    [Answer::Save, Answer::DontSave, Answer::Overwrite, Answer::SaveAs, Answer::Reload, Answer::Cancel]
        .map(Command::Answer)
        .into()
}

/// What is done on the import page.
fn about_review(dice: &mut Dice, state: &State) -> Vec<Command> {
    let layout = state.review.current().and_then(|file| file.layout());
    let headings: Vec<Arc<str>> =
        layout.into_iter().flat_map(|layout| &layout.columns).map(|column| column.heading.clone()).collect();
    let heading = dice.pick_or(&headings, "no such column".into());
    let fields = [Field::Customer, Field::Product, Field::Amount, Field::Exam, Field::FullName, Field::ExamMark];
    let field = dice.pick(&fields);
    vec![
        Command::Choose(Choose::Sheet(dice.pick(&[None, Some("no such sheet".to_owned()), Some("Data".to_owned())]))),
        Command::Choose(Choose::HeadingRow(dice.pick(&[None, Some(0), Some(1), Some(7), Some(u32::MAX)]))),
        Command::Choose(Choose::Kind(dice.pick(&[SheetKind::Credentials, SheetKind::Sales]))),
        Command::Choose(Choose::Column { heading: heading.clone(), field: Some(field) }),
        Command::Choose(Choose::Column { heading, field: None }),
        Command::Choose(Choose::DateOrder(dice.pick(&[None, Some(DateOrder::DayFirst), Some(DateOrder::YearFirst)]))),
        Command::Choose(Choose::DecimalSign(dice.pick(&[None, Some(DecimalSign::Point), Some(DecimalSign::Comma)]))),
        Command::Choose(Choose::Amounts(dice.pick(&[None, Some(AmountsAre::Own), Some(AmountsAre::RunningTotal)]))),
        Command::Choose(Choose::Year(dice.pick(&[2017, 0, i32::MAX, i32::MIN]))),
        Command::Choose(Choose::Person(dice.text())),
        Command::Choose(Choose::Encoding(dice.pick_or(&ENCODINGS, "no such encoding").to_owned())),
        Command::Choose(Choose::Delimiter(dice.pick_or(&DELIMITERS, 'ñ'))),
        Command::Choose(Choose::Password(dice.text())),
        Command::TypePassword(dice.text()),
        Command::TypePerson(dice.text()),
        Command::ShowTable(dice.below(5)),
        Command::TakeIn,
        Command::SkipFile { known: dice.one_in(2) },
        Command::CancelImport,
    ]
}

/// What can be done where the pages are shown before they are printed.
fn about_print(dice: &mut Dice) -> Vec<Command> {
    let previews = [
        Preview::Close,
        Preview::Close,
        Preview::Paper(dice.pick(&Paper::ALL)),
        Preview::Language(dice.pick(&Language::ALL)),
        Preview::Part(dice.pick(&Part::ALL), dice.one_in(2)),
        Preview::Page(dice.pick(&[0, 1, usize::MAX])),
        Preview::Zoom(dice.pick(&PageZoom::ALL)),
        Preview::Width(dice.pick(&[1, 700])),
        Preview::Printer(dice.text()),
        Preview::LookForPrinters,
        Preview::Copies(dice.pick(&[0, 2, u16::MAX])),
        Preview::Sides(dice.pick(&Sides::ALL)),
        Preview::Save,
        Preview::View,
        Preview::Send,
    ];
    previews.map(Command::Preview).into()
}

/// What changes the workspace, as a step that can be undone.
fn about_workspace(dice: &mut Dice, state: &State) -> Vec<Command> {
    let people: Vec<String> =
        state.outcome.iter().flat_map(|outcome| &outcome.ledger.people).map(|person| person.id.clone()).collect();
    let mut person = || dice.pick_or(&people, "nobody".to_owned());
    let (one, other) = (person(), person());
    let pair = (one.clone(), other);
    let exams: Vec<String> = state.workspace.rulebook.exams.iter().map(|exam| exam.code.clone()).collect();
    let exam = dice.pick_or(&exams, "XX-999".to_owned());
    let roles = ["sales", "presales", "application", "customization", "no such role"].map(str::to_owned);
    let rulebook = dice.pick(builtins());
    let edition = dice.pick(&[None, Some(rulebook.edition), Some("1999-01".to_owned())]);
    vec![
        Command::Undo,
        Command::Undo,
        Command::Redo,
        Command::Join { pair: pair.clone() },
        Command::Part { pair: pair.clone() },
        Command::TakeBackPair { pair },
        Command::ReadExam { written: "MB2-70".to_owned(), code: Some(exam.clone()) },
        Command::ReadExam { written: "MB2-70".to_owned(), code: None },
        Command::UseRulebook { id: rulebook.id, edition },
        Command::AssumePassed { person: one.clone(), exams: vec![exam.clone(), exam], assume: dice.below(3) > 0 },
        Command::AssumePassed { person: one.clone(), exams, assume: dice.one_in(2) },
        Command::AssumeLeft { person: one.clone(), assume: dice.below(3) > 0 },
        Command::ForgetSale(dice.below(2)),
        Command::AssumeSale(AssumedSale { date: day(dice), amount: 1000.into(), currency: "USD".into() }),
        Command::SetRates([("EUR".to_owned(), 2.into())].into()),
        Command::Associate { whose: Whose::File("alboran-revenue.xlsx".into()), associated: dice.one_in(2) },
        Command::Associate { whose: Whose::Customer("Coho Winery".into()), associated: dice.one_in(2) },
        Command::ClearAssumptions,
        Command::Pin { person: one.clone(), role: Some(dice.pick(&roles)) },
        Command::Pin { person: one.clone(), role: None },
        Command::KeepOut { person: one, keep_out: dice.below(3) > 0 },
        Command::SetMarket(dice.pick(&Market::ALL)),
        Command::SetAsOf(day(dice)),
        Command::SetWindow(dice.pick(&WindowKind::ALL)),
        Command::AssumeAssociated(dice.one_in(2)),
    ]
}

/// What changes only how things are shown.
fn about_view(dice: &mut Dice, state: &State) -> Vec<Command> {
    let pages = Page::ALL.into_iter().chain([Page::Import]).collect::<Vec<_>>();
    let people = state.outcome.as_ref().map_or(0, |outcome| outcome.ledger.people.len());
    let selected = dice.pick(&[None, Some(dice.clone().below(people + 1)), Some(usize::MAX)]);
    let number = dice.pick(&[0, 1, 2, 3, 7, usize::MAX]);
    let reasons = [SaleLeftOut::Future, SaleLeftOut::Duplicate, SaleLeftOut::Renewal, SaleLeftOut::NoRate];
    vec![
        Command::Show(dice.pick(&pages)),
        Command::Show(dice.pick(&Page::ALL)),
        Command::Search,
        Command::SearchOther(dice.text()),
        Command::ShowOption(number),
        Command::ShowLevel(dice.pick(&[LevelId::Silver, LevelId::Gold])),
        Command::SetLanguage(dice.pick(&Language::ALL)),
        Command::SetTheme(dice.pick(&[ThemePreference::Light, ThemePreference::Dark, ThemePreference::System])),
        Command::DismissNotice(number),
        Command::DismissNotice(0),
        Command::ShowChanges(dice.pick(&[None, Some(0), Some(number)])),
        Command::TypeDate(dice.text()),
        Command::LeafCalendar(day(dice)),
        Command::SearchPeople(dice.text()),
        Command::SearchPeople(String::new()),
        Command::ZoomIn,
        Command::ZoomOut,
        Command::SetZoom(dice.pick(&[80, 100, 200, 7])),
        Command::CopyText(dice.text()),
        Command::TogglePalette,
        Command::FilterPeople(dice.pick(&[
            PeopleFilter::Everyone,
            PeopleFilter::Qualifies(0),
            PeopleFilter::Qualifies(9),
            PeopleFilter::HoldsNothing,
            PeopleFilter::ExpiresSoon,
        ])),
        Command::ShowExams(dice.pick(&[PeopleExams::Rulebook, PeopleExams::Held])),
        Command::ShowBy(dice.pick(&[SalesBy::Row, SalesBy::Customer, SalesBy::Month])),
        Command::OnlySales(None),
        Command::OnlySales(Some(Only::Month(day(dice)))),
        Command::SortGroups(dice.pick(&[GroupColumn::Of, GroupColumn::Sales, GroupColumn::Counted])),
        Command::SelectSale(Some(dice.below(70))),
        Command::SelectSale(None),
        Command::Copy(Rows::People(0..dice.below(30))),
        Command::Copy(Rows::Sales(dice.below(30)..40)),
        Command::AskPass,
        Command::AskSale,
        Command::AskRates,
        Command::Fill(Form::Rates(vec![("EUR".to_owned(), dice.text())])),
        Command::CloseForm,
        Command::ShowRow(None),
        Command::SearchPalette(dice.text()),
        Command::MarkPalette(dice.below(9)),
        Command::TypeCompany(dice.text()),
        Command::NameCompany(dice.text()),
        Command::KeepResult,
        Command::RemoveResult(day(dice)),
        Command::CompareFrom(day(dice)),
        Command::CompareTo(None),
        Command::SortPeople(dice.pick(&[PeopleColumn::Name, PeopleColumn::Takes])),
        Command::SortPeople(dice.pick(&[PeopleColumn::Exam(number), PeopleColumn::ToGo(number)])),
        Command::SelectPerson(selected.map(PersonId)),
        Command::SearchSales(dice.text()),
        Command::SearchSales(String::new()),
        Command::FilterSales(dice.pick(&[SalesFilter::All, SalesFilter::Counting, SalesFilter::LeftOut])),
        Command::FilterSales(SalesFilter::Because(dice.pick(&reasons))),
        Command::SortSales(dice.pick(&[SalesColumn::Date, SalesColumn::Customer, SalesColumn::Product])),
        Command::SortSales(dice.pick(&[SalesColumn::Amount, SalesColumn::Counts, SalesColumn::From])),
    ]
}

fn day(dice: &mut Dice) -> NaiveDate {
    let days = ["2017-06-27", "2017-07-31", "2018-01-01", "2016-02-29", "2019-12-31", "0001-01-01", "9999-12-31"];
    match dice.below(20) {
        0 => NaiveDate::MIN,
        1 => NaiveDate::MAX,
        _ => dice.pick(&days).parse().unwrap(),
    }
}
